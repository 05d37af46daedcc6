/* shanhai-table-import-merge.c - drafts of records meet what the casebook has already. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-import-private.h"

#include <string.h>

#include "shanhai-indicator.h"
#include "shanhai-record-private.h"
#include "shanhai-source.h"

static const ShanhaiCitation *
find_citation (ShanhaiRecord *record,
               const char    *source)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    if (strcmp (citations->items[i].source, source) == 0)
      return &citations->items[i];

  return NULL;
}

/* the same citations, but that of this source with its new place and quote (transfer full) */
static ShanhaiCitations *
renew_citation (ShanhaiRecord         *record,
                const ShanhaiCitation *now)
{
  ShanhaiCitations *citations = shanhai_citations_copy (shanhai_record_get_citations (record));

  for (guint i = 0; i < citations->n; i++)
    {
      ShanhaiCitation *citation = &citations->items[i];

      if (strcmp (citation->source, now->source) != 0)
        continue;
      g_free (citation->quote);
      g_free (citation->hash);
      citation->quote = g_strdup (now->quote);
      citation->hash = g_strdup (now->hash);
      citation->start = now->start;
      citation->length = now->length;
      citation->paragraph = now->paragraph;
      break;
    }

  return citations;
}

/* A record that an import made before. Its printed cell decides: what it was, and a person's edits stand; another, and the table's word counts. */
static void
merge_again (ShanhaiTableImporter *self,
             ShanhaiRecord        *old,
             ShanhaiRecord        *draft)
{
  const ShanhaiCitation *before = find_citation (old, shanhai_record_get_id (self->source));
  const ShanhaiCitation *now = find_citation (draft, shanhai_record_get_id (self->source));
  g_autoptr (ShanhaiRecord) merged = NULL;
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (draft, &n_fields);

  if (before == NULL || now == NULL)
    {
      self->result->n_same++;
      return;
    }

  merged = shanhai_record_copy (old);
  if (g_strcmp0 (before->quote, now->quote) != 0)
    for (guint i = 0; i < n_fields; i++)
      if (fields[i].kind != SHANHAI_FIELD_CITATIONS && shanhai_field_is_set (&fields[i], draft))
        shanhai_field_copy (&fields[i], draft, merged);
  shanhai_table_importer_set_citations (merged, renew_citation (old, now));

  if (shanhai_record_equal (old, merged))
    self->result->n_same++;
  else
    {
      shanhai_change_put (self->result->change, merged);
      self->result->n_changed++;
    }
}

/* a place, party, case, programme or source that the casebook has by another id: blanks are filled in, nothing is overwritten */
static void
merge_named (ShanhaiTableImporter *self,
             ShanhaiRecord        *old,
             ShanhaiRecord        *draft)
{
  g_autoptr (ShanhaiRecord) merged = shanhai_record_copy (old);
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (draft, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind != SHANHAI_FIELD_CITATIONS && !shanhai_field_is_set (&fields[i], old) && shanhai_field_is_set (&fields[i], draft))
      shanhai_field_copy (&fields[i], draft, merged);

  if (shanhai_record_equal (old, merged))
    self->result->n_same++;
  else
    {
      shanhai_change_put (self->result->change, merged);
      self->result->n_changed++;
    }
}

static ShanhaiRecord *
find_by_name (ShanhaiTableImporter *self,
              ShanhaiRecord        *draft,
              guint                 row)
{
  const ShanhaiRecordType type = self->mapping->type;
  const char *code = type == SHANHAI_RECORD_PLACE ? shanhai_table_mapping_get_text (self->mapping, self->table, row, "code") : NULL;
  const ShanhaiName *name = shanhai_record_get_title (draft);
  const char *id = NULL;

  if (code != NULL)
    id = shanhai_table_names_find (self->names, SHANHAI_RECORD_MASK (type), code, NULL);
  else if (name != NULL && type != SHANHAI_RECORD_EVENT)
    id = shanhai_table_names_find (self->names, SHANHAI_RECORD_MASK (type), shanhai_name_get_nth (name, 0, NULL), NULL);

  return id != NULL ? shanhai_casebook_lookup (self->casebook, id) : NULL;
}

void
shanhai_table_importer_take_drafts (ShanhaiTableImporter *self,
                                    guint                 row)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      ShanhaiRecord *draft = self->drafts->pdata[i];
      ShanhaiRecord *old = shanhai_casebook_lookup (self->casebook, shanhai_record_get_id (draft));
      ShanhaiRecord *named = old == NULL && self->figure == NULL ? find_by_name (self, draft, row) : NULL;

      if (old != NULL && shanhai_record_get_record_type (old) == self->mapping->type)
        merge_again (self, old, draft);
      else if (named != NULL)
        merge_named (self, named, draft);
      else
        {
          shanhai_change_put (self->result->change, draft);
          self->result->n_added++;
        }
      g_ptr_array_add (self->wanted, g_object_ref (draft));
    }
}

ShanhaiRecord *
shanhai_table_importer_make_source (ShanhaiTableImporter *self)
{
  g_autofree char *signature = shanhai_table_dup_signature (self->table, self->mapping->header_row);
  g_autofree char *id = shanhai_table_derive_id (SHANHAI_RECORD_SOURCE, self->options->name, signature, NULL);
  ShanhaiRecord *source = shanhai_record_new (SHANHAI_RECORD_SOURCE, id);
  const char *text = shanhai_table_text_get (self->text);

  SHANHAI_FIELD_SLOT (ShanhaiName *, source, shanhai_record_find_field (source, "title")) = shanhai_name_new_plain (self->options->name);
  SHANHAI_FIELD_SLOT (const char *, source, shanhai_record_find_field (source, "kind")) = g_intern_static_string ("statistics");
  SHANHAI_FIELD_SLOT (char *, source, shanhai_record_find_field (source, "text")) = g_strdup (text);

  return source;
}

void
shanhai_table_importer_take_source (ShanhaiTableImporter *self)
{
  ShanhaiRecord *old = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, shanhai_record_get_id (self->source));
  g_autoptr (ShanhaiRecord) merged = NULL;

  if (old == NULL)
    {
      shanhai_change_put (self->result->change, self->source);
      self->result->n_added++;
      return;
    }
  if (g_strcmp0 (shanhai_source_get_text (SHANHAI_SOURCE (old)), shanhai_source_get_text (SHANHAI_SOURCE (self->source))) == 0)
    return;

  merged = shanhai_record_copy (old);
  shanhai_field_copy (shanhai_record_find_field (merged, "text"), self->source, merged);
  shanhai_change_put (self->result->change, merged);
  self->result->n_changed++;
}

static void
mark_cb (const ShanhaiField *field,
         const char         *id,
         gpointer            user_data)
{
  g_hash_table_add (user_data, g_strdup (id));
}

/* Of what the names made, what good rows refer to, and what that refers to in turn; bad rows leave nothing behind. */
void
shanhai_table_importer_take_created (ShanhaiTableImporter *self)
{
  GPtrArray *created = shanhai_table_names_get_created (self->names);
  g_autoptr (GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->wanted->len; i++)
    {
      ShanhaiRecord *record = self->wanted->pdata[i];
      const ShanhaiField *indicator = shanhai_record_find_field (record, "indicator");

      shanhai_record_foreach_reference (record, mark_cb, needed);
      if (indicator != NULL && SHANHAI_FIELD_SLOT (const char *, record, indicator) != NULL)
        g_hash_table_add (needed, g_strdup (SHANHAI_FIELD_SLOT (const char *, record, indicator)));
    }

  /* a record is made after what it lies in */
  for (guint i = created->len; i > 0; i--)
    {
      ShanhaiRecord *record = created->pdata[i - 1];
      const char *key = SHANHAI_IS_INDICATOR (record) ? shanhai_indicator_get_key (SHANHAI_INDICATOR (record)) : shanhai_record_get_id (record);

      if (!g_hash_table_contains (needed, key) || shanhai_casebook_lookup (self->casebook, shanhai_record_get_id (record)) != NULL ||
          shanhai_change_find (self->result->change, shanhai_record_get_id (record)) != NULL)
        continue;
      shanhai_record_foreach_reference (record, mark_cb, needed);
      shanhai_change_put (self->result->change, record);
      self->result->n_added++;
    }
}

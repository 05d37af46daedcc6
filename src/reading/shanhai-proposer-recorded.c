/* shanhai-proposer-recorded.c - what the casebook says of a figure already: recorded elsewhere, cited here, left out. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-proposer.h"

#include <string.h>

#include "shanhai-decision.h"
#include "shanhai-proposer-private.h"

static void
add_value (GHashTable            *by_value,
           const ShanhaiQuantity *quantity,
           ShanhaiRecord         *record)
{
  g_autofree char *value = shanhai_decimal_to_string (&quantity->value);
  g_autofree char *key = g_strconcat (value, " ", quantity->unit, NULL);
  GPtrArray *records = g_hash_table_lookup (by_value, key);

  if (records == NULL)
    {
      records = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (by_value, g_steal_pointer (&key), records);
    }
  g_ptr_array_add (records, g_object_ref (record));
}

static GPtrArray *
find_value (ShanhaiProposer       *self,
            const ShanhaiQuantity *quantity)
{
  static const ShanhaiRecordType types[] = { SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_OBSERVATION };
  g_autofree char *value = shanhai_decimal_to_string (&quantity->value);
  g_autofree char *key = g_strconcat (value, " ", quantity->unit, NULL);

  if (self->by_value == NULL)
    {
      self->by_value = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      for (guint t = 0; t < G_N_ELEMENTS (types); t++)
        {
          GListModel *list = G_LIST_MODEL (shanhai_casebook_get_list (self->casebook, types[t]));

          for (guint i = 0; i < g_list_model_get_n_items (list); i++)
            {
              g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, i);
              const ShanhaiQuantity *figure = shanhai_record_get_figure (record);

              if (figure != NULL)
                add_value (self->by_value, figure, record);
            }
        }
    }
  return g_hash_table_lookup (self->by_value, key);
}

static bool
cites (ShanhaiRecord *record,
       const char    *source_id,
       gint64         start)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    if (g_str_equal (citations->items[i].source, source_id) && citations->items[i].start == start)
      return true;
  return false;
}

static char *
dup_key (ShanhaiRecord *record,
         const char    *member)
{
  char *key = NULL;

  if (shanhai_record_find_field (record, member) != NULL)
    g_object_get (record, member, &key, NULL);
  return key;
}

static bool
is_same_key (ShanhaiRecord *a,
             ShanhaiRecord *b,
             const char    *member)
{
  g_autofree char *x = dup_key (a, member), *y = dup_key (b, member);

  return g_strcmp0 (x, y) == 0;
}

/* the same kind of thing, of the same subject, at times that meet */
static bool
tells_the_same (ShanhaiRecord *proposal,
                ShanhaiRecord *record)
{
  const ShanhaiQuantity *a = shanhai_record_get_figure (proposal), *b = shanhai_record_get_figure (record);
  const ShanhaiPeriod *p = shanhai_record_get_period (proposal), *q = shanhai_record_get_period (record);
  const ShanhaiRecordType type = shanhai_record_get_record_type (proposal);

  if (type != shanhai_record_get_record_type (record) || shanhai_quantity_compare_claims (a, b) != SHANHAI_AGREEMENT_AGREE)
    return false;
  if (g_strcmp0 (shanhai_record_get_case_id (proposal), shanhai_record_get_case_id (record)) != 0)
    return false;
  if (p != NULL && q != NULL && !shanhai_period_overlaps (p, q))
    return false;
  if (type == SHANHAI_RECORD_OBSERVATION)
    return is_same_key (proposal, record, "indicator") && is_same_key (proposal, record, "subject") && is_same_key (proposal, record, "role");
  if (type == SHANHAI_RECORD_FLOW)
    return is_same_key (proposal, record, "kind") || is_same_key (proposal, record, "sector");
  return is_same_key (proposal, record, "role") && (is_same_key (proposal, record, "direction") || is_same_key (proposal, record, "purpose"));
}

ShanhaiRecord *
shanhai_proposer_find_recorded (ShanhaiProposer *self,
                                ShanhaiRecord   *proposal)
{
  const ShanhaiQuantity *quantity = shanhai_record_get_figure (proposal);
  const ShanhaiCitations *citations = shanhai_record_get_citations (proposal);
  GPtrArray *records = quantity != NULL ? find_value (self, quantity) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (tells_the_same (proposal, records->pdata[i])
        && (citations == NULL || citations->n == 0 || !cites (records->pdata[i], citations->items[0].source, citations->items[0].start)))
      return records->pdata[i];
  return NULL;
}

ShanhaiRecord *
shanhai_proposer_add_citation (ShanhaiProposer *self,
                               ShanhaiRecord   *record,
                               gint64           start,
                               gint64           length)
{
  ShanhaiRecord *copy = shanhai_record_copy (record);
  const ShanhaiCitations *old = shanhai_record_get_citations (record);
  const guint n = old != NULL ? old->n : 0;
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (n + 1);
  g_autoptr (ShanhaiCitations) kept = shanhai_citations_copy (old);

  for (guint i = 0; i < n; i++)
    {
      citations->items[i] = kept->items[i];
      memset (&kept->items[i], 0, sizeof kept->items[i]);
    }
  citations->items[n].source = g_strdup (shanhai_record_get_id (SHANHAI_RECORD (self->source)));
  shanhai_quotes_cite (self->quotes, start, length, &citations->items[n]);
  g_object_set (copy, "citations", citations, NULL);
  return copy;
}

ShanhaiRecord *
shanhai_proposer_ignore (ShanhaiProposer *self,
                         guint            index)
{
  const ShanhaiReadFigure *figure = shanhai_reading_get_nth (self->reading, index);
  ShanhaiRecord *draft = shanhai_record_new (SHANHAI_RECORD_DECISION, NULL);
  g_autoptr (ShanhaiAbout) about = shanhai_about_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autoptr (ShanhaiPeriod) on = shanhai_period_parse (today, NULL);
  g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_DECISION);

  about->check = g_strdup (SHANHAI_CHECK_OF_FIGURES);
  about->records = g_new0 (char *, 2);
  about->records[0] = g_strdup (shanhai_record_get_id (SHANHAI_RECORD (self->source)));
  about->seen = g_new0 (char *, 2);
  about->seen[0] = g_strndup (self->text + figure->start_byte, figure->length_bytes);
  g_object_set (draft, "id", id, "about", about, "verdict", "ignored", "on", on, NULL);
  shanhai_proposer_set_citation (self, figure, draft);
  return draft;
}

bool
shanhai_record_is_ignored_figure (ShanhaiRecord *record,
                                  const char    *source_id)
{
  const ShanhaiAbout *about;

  if (shanhai_record_get_record_type (record) != SHANHAI_RECORD_DECISION)
    return false;
  about = shanhai_decision_get_about (SHANHAI_DECISION (record));
  return about != NULL && g_strcmp0 (about->check, SHANHAI_CHECK_OF_FIGURES) == 0
         && g_strcmp0 (shanhai_decision_get_verdict (SHANHAI_DECISION (record)), "ignored") == 0
         && about->records != NULL && g_strv_contains ((const char * const *) about->records, source_id);
}

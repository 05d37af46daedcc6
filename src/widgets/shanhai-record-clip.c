/* shanhai-record-clip.c - records as text for the clipboard, and such text as a change. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-clip.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-change-read.h"
#include "shanhai-place.h"
#include "shanhai-record-write.h"
#include "shanhai-reference-map.h"
#include "shanhai-table-field.h"

G_DEFINE_QUARK (shanhai-clip-error-quark, shanhai_clip_error)

/* what belongs to no case comes along with what names it */
#define COMPANIONS                                                                                      \
  (SHANHAI_RECORD_MASK_PLACE_OR_PARTY | SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE)                     \
   | SHANHAI_RECORD_MASK (SHANHAI_RECORD_INDICATOR))

static bool
is_companion (ShanhaiRecord *record)
{
  return (SHANHAI_RECORD_MASK (shanhai_record_get_record_type (record)) & COMPANIONS) != 0;
}

void
shanhai_clip_summary_clear (ShanhaiClipSummary *self)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
}

static void
init_summary (ShanhaiClipSummary *self)
{
  memset (self, 0, sizeof *self);
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

static void
count_record (ShanhaiClipSummary *summary,
              const char         *id)
{
  summary->n_records++;
  g_ptr_array_add (summary->ids, g_strdup (id));
}

/* -- copying -- */

typedef struct
{
  ShanhaiCasebook *casebook;
  GPtrArray       *records;  /* grows at its end while it is walked */
  GHashTable      *seen;
} Walk;

static void
follow_cb (const ShanhaiField *field,
           const char         *id,
           gpointer            user_data)
{
  Walk *walk = user_data;
  ShanhaiRecord *record = shanhai_casebook_lookup (walk->casebook, id);

  if (record != NULL && is_companion (record) && g_hash_table_add (walk->seen, record))
    g_ptr_array_add (walk->records, record);
}

char *
shanhai_clip_to_lines (ShanhaiCasebook *casebook,
                       GPtrArray       *records)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  Walk walk = { casebook, all, seen };
  GString *lines = g_string_new (NULL);

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  for (guint i = 0; i < records->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (records, i)))
      g_ptr_array_add (all, g_ptr_array_index (records, i));
  for (guint i = 0; i < all->len; i++)
    {
      shanhai_record_foreach_reference (g_ptr_array_index (all, i), follow_cb, &walk);
      shanhai_record_append_line (g_ptr_array_index (all, i), lines);
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}

/* -- pasting lines -- */

typedef struct
{
  ShanhaiCasebook *casebook;
  const char      *case_id;
  GHashTable      *ids;      /* as in the clip → as here; owned strings */
  GHashTable      *named;    /* ids that something in the clip names */
  GHashTable      *lost;     /* those that are neither in it nor here */
} Paste;

static void
paste_clear (Paste *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->lost, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paste, paste_clear)

/* a draft of the same members under another id */
static ShanhaiRecord *
copy_as (ShanhaiRecord *record,
         const char    *id)
{
  ShanhaiRecord *copy = shanhai_record_new (shanhai_record_get_record_type (record), id);
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    shanhai_field_copy (&fields[i], record, copy);
  shanhai_record_set_extra (copy, shanhai_record_get_extra (record));
  return copy;
}

static bool
is_same_thing (ShanhaiRecord *a,
               ShanhaiRecord *b)
{
  const ShanhaiName *name_a = shanhai_record_get_title (a), *name_b = shanhai_record_get_title (b);

  if (shanhai_record_get_record_type (a) != shanhai_record_get_record_type (b))
    return false;
  if (SHANHAI_IS_PLACE (a) && shanhai_place_get_code (SHANHAI_PLACE (a)) != NULL && shanhai_place_get_code (SHANHAI_PLACE (b)) != NULL)
    return g_str_equal (shanhai_place_get_code (SHANHAI_PLACE (a)), shanhai_place_get_code (SHANHAI_PLACE (b)));
  return name_a != NULL && name_b != NULL && shanhai_name_equal (name_a, name_b);
}

/* (nullable): what the casebook has in its place: under the same id, or a place or party of the same code or name */
static const char *
find_here (Paste         *self,
           ShanhaiRecord *record)
{
  const char *id = shanhai_record_get_id (record);
  ShanhaiRecord *here = id != NULL ? shanhai_casebook_lookup (self->casebook, id) : NULL;
  ShanhaiRecordType type = shanhai_record_get_record_type (record);
  ShanhaiRecordList *list;

  if (here != NULL && (shanhai_record_equal (here, record) || is_same_thing (here, record)))
    return id;
  if ((SHANHAI_RECORD_MASK (type) & SHANHAI_RECORD_MASK_PLACE_OR_PARTY) == 0)
    return NULL;

  list = shanhai_casebook_get_list (self->casebook, type);
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    if (is_same_thing (shanhai_record_list_peek (list, i), record))
      return shanhai_record_get_id (shanhai_record_list_peek (list, i));
  return NULL;
}

static char *
new_id (Paste             *self,
        ShanhaiRecordType  type)
{
  g_autofree char *id = shanhai_record_type_new_id (type);

  while (shanhai_casebook_lookup (self->casebook, id) != NULL)
    {
      g_free (id);
      id = shanhai_record_type_new_id (type);
    }
  return g_steal_pointer (&id);
}

static void
note_named_cb (const ShanhaiField *field,
               const char         *id,
               gpointer            user_data)
{
  g_hash_table_add (((Paste *) user_data)->named, g_strdup (id));
}

static const char *
map_cb (const ShanhaiField *field,
        const char         *id,
        gpointer            user_data)
{
  Paste *self = user_data;
  const char *mapped = g_hash_table_lookup (self->ids, id);
  ShanhaiRecord *here = mapped == NULL ? shanhai_casebook_lookup (self->casebook, id) : NULL;

  if (mapped != NULL)
    return mapped;
  if (g_str_equal (field->member, "case") && self->case_id != NULL)
    return self->case_id;
  if (here != NULL && (field->targets == 0 || field->targets & SHANHAI_RECORD_MASK (shanhai_record_get_record_type (here))))
    return id;
  g_hash_table_add (self->lost, g_strdup (id));
  return NULL;
}

/* (nullable): under which id the record comes, or is here already; sets @made when it comes */
static char *
choose_id (Paste         *self,
           ShanhaiRecord *record,
           bool          *made)
{
  const char *id = shanhai_record_get_id (record);
  bool companion = is_companion (record) && g_hash_table_contains (self->named, id);
  const char *here = companion ? find_here (self, record) : NULL;

  *made = here == NULL;
  if (here != NULL)
    return g_strdup (here);
  return shanhai_casebook_lookup (self->casebook, id) == NULL ? g_strdup (id) : new_id (self, shanhai_record_get_record_type (record));
}

static void
put_records (Paste              *self,
             ShanhaiChange      *change,
             GPtrArray          *records,
             ShanhaiClipSummary *summary)
{
  g_autoptr (GPtrArray) coming = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    shanhai_record_foreach_reference (g_ptr_array_index (records, i), note_named_cb, self);
  for (guint i = 0; i < records->len; i++)
    {
      ShanhaiRecord *record = g_ptr_array_index (records, i);
      bool made;
      char *id = choose_id (self, record, &made);

      g_hash_table_insert (self->ids, g_strdup (shanhai_record_get_id (record)), id);
      if (made)
        g_ptr_array_add (coming, record);
    }

  for (guint i = 0; i < coming->len; i++)
    {
      ShanhaiRecord *record = g_ptr_array_index (coming, i);
      const char *old = shanhai_record_get_id (record);
      const char *id = g_hash_table_lookup (self->ids, old);
      g_autoptr (ShanhaiRecord) draft = copy_as (record, id);

      shanhai_record_map_references (draft, map_cb, self);
      if (self->case_id != NULL && shanhai_record_get_record_type (draft) != SHANHAI_RECORD_CASE
          && shanhai_record_find_field (draft, "case") != NULL)
        g_object_set (draft, "case", self->case_id, NULL);
      shanhai_change_put (change, draft);
      if (is_companion (record) && g_hash_table_contains (self->named, old))
        summary->n_with++;
      else
        count_record (summary, id);
    }
  summary->n_lost = g_hash_table_size (self->lost);
}

static Paste
begin_paste (ShanhaiCasebook *casebook,
             const char      *case_id)
{
  return (Paste) { casebook, case_id, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                   g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                   g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

static ShanhaiChange *
new_paste (guint n)
{
  g_autofree char *title = g_strdup_printf (g_dngettext (NULL, "Paste %u record", "Paste %u records", n), n);

  return shanhai_change_new (title);
}

static ShanhaiChange *
new_duplicate (guint n)
{
  g_autofree char *title = g_strdup_printf (g_dngettext (NULL, "Duplicate %u record", "Duplicate %u records", n), n);

  return shanhai_change_new (title);
}

static guint
count_rows (Paste     *self,
            GPtrArray *records)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    if (!is_companion (g_ptr_array_index (records, i)))
      n++;
  return n > 0 ? n : records->len;
}

ShanhaiChange *
shanhai_clip_from_lines (ShanhaiCasebook     *casebook,
                         const char          *case_id,
                         const char          *text,
                         ShanhaiClipSummary  *summary,
                         GError             **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (ShanhaiChange) read = shanhai_change_from_bytes (bytes, _("The clipboard"), "", error);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (ShanhaiChange) change = NULL;
  g_auto (Paste) paste = begin_paste (casebook, case_id);

  init_summary (summary);
  if (read == NULL)
    return NULL;
  for (guint i = 0; i < shanhai_change_get_n (read); i++)
    if (shanhai_change_get_entry (read, i)->after != NULL)
      g_ptr_array_add (records, shanhai_change_get_entry (read, i)->after);
  if (records->len == 0)
    {
      g_set_error_literal (error, SHANHAI_CLIP_ERROR, SHANHAI_CLIP_ERROR_EMPTY, _("There is no record on the clipboard."));
      return NULL;
    }

  change = new_paste (count_rows (&paste, records));
  put_records (&paste, change, records, summary);
  return g_steal_pointer (&change);
}

ShanhaiChange *
shanhai_clip_duplicate (ShanhaiCasebook    *casebook,
                        GPtrArray          *records,
                        ShanhaiClipSummary *summary)
{
  g_autoptr (ShanhaiChange) change = new_duplicate (records->len);
  g_auto (Paste) paste = begin_paste (casebook, NULL);

  init_summary (summary);
  put_records (&paste, change, records, summary);
  return g_steal_pointer (&change);
}

/* -- pasting rows -- */

static bool
is_shown_member (const ShanhaiRecordColumn *column,
                 ShanhaiRecordType          type)
{
  return (column->flags & SHANHAI_COLUMN_WORDLESS) == 0 && shanhai_record_column_get_member (column, type) != NULL;
}

/* Which column each cell of a row belongs to; whether the row is a heading. -1: none. */
static bool
match_columns (const ShanhaiRecordColumn *columns,
               guint                      n_columns,
               char                     **cells,
               GArray                    *order)
{
  guint n_cells = g_strv_length (cells);
  guint n_known = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      int found = -1;

      for (guint c = 0; c < n_columns && found < 0; c++)
        if ((columns[c].flags & SHANHAI_COLUMN_WORDLESS) == 0
            && (g_ascii_strcasecmp (g_strstrip (cells[i]), shanhai_record_column_get_title (&columns[c])) == 0
                || g_str_equal (cells[i], columns[c].member)))
          found = (int) c;
      n_known += found >= 0;
      g_array_append_val (order, found);
    }
  if (n_known * 2 > n_cells)
    return true;

  g_array_set_size (order, 0);
  for (int c = 0; c < (int) n_columns; c++)
    if ((columns[c].flags & SHANHAI_COLUMN_WORDLESS) == 0)
      g_array_append_val (order, c);
  return false;
}

static bool
read_row (const ShanhaiRecordColumn  *columns,
          GArray                     *order,
          char                      **cells,
          guint                       row,
          ShanhaiRecord              *draft,
          const ShanhaiTableContext  *context,
          GError                    **error)
{
  ShanhaiRecordType type = shanhai_record_get_record_type (draft);

  for (guint i = 0; cells[i] != NULL && i < order->len; i++)
    {
      int at = g_array_index (order, int, i);
      const ShanhaiRecordColumn *column = at >= 0 ? &columns[at] : NULL;
      g_autoptr (GError) cause = NULL;

      if (column == NULL || *g_strstrip (cells[i]) == '\0' || !is_shown_member (column, type))
        continue;
      if (!shanhai_table_set_field (draft, shanhai_record_column_get_member (column, type), cells[i], context, &cause))
        {
          g_set_error (error, SHANHAI_CLIP_ERROR, SHANHAI_CLIP_ERROR_CELL,
                       /* Translators: a row of pasted text, the heading of a column, and what is wrong there */
                       _("Row %u, %s: %s"), row, shanhai_record_column_get_title (column), cause->message);
          return false;
        }
    }
  return true;
}

ShanhaiChange *
shanhai_clip_from_table (ShanhaiCasebook            *casebook,
                         const char                 *case_id,
                         ShanhaiRecordType           type,
                         const ShanhaiRecordColumn  *columns,
                         guint                       n_columns,
                         const char                 *text,
                         ShanhaiClipSummary         *summary,
                         GError                    **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (casebook);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ShanhaiChange) change = NULL;
  ShanhaiTableContext context = { names, { NULL, 0 }, NULL };
  GPtrArray *created;

  init_summary (summary);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autoptr (ShanhaiRecord) draft = NULL;
      g_autofree char *id = NULL;

      if (*g_strstrip (lines[i]) == '\0' || (order->len == 0 && match_columns (columns, n_columns, cells, order)))
        continue;
      id = shanhai_record_type_new_id (type);
      draft = shanhai_record_new (type, id);
      if (case_id != NULL && shanhai_record_find_field (draft, "case") != NULL)
        g_object_set (draft, "case", case_id, NULL);
      if (!read_row (columns, order, cells, i + 1, draft, &context, error))
        return NULL;
      g_ptr_array_add (drafts, g_steal_pointer (&draft));
    }
  if (drafts->len == 0)
    {
      g_set_error_literal (error, SHANHAI_CLIP_ERROR, SHANHAI_CLIP_ERROR_EMPTY, _("There is no row of a table on the clipboard."));
      return NULL;
    }

  change = new_paste (drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    {
      count_record (summary, shanhai_record_get_id (g_ptr_array_index (drafts, i)));
      shanhai_change_put (change, g_ptr_array_index (drafts, i));
    }
  created = shanhai_table_names_get_created (names);
  for (guint i = 0; i < created->len; i++)
    shanhai_change_put (change, g_ptr_array_index (created, i));
  summary->n_with = created->len;
  return g_steal_pointer (&change);
}

char *
shanhai_clip_dup_message (const ShanhaiClipSummary *summary)
{
  g_autofree char *records = g_strdup_printf (g_dngettext (NULL, "Pasted %u record", "Pasted %u records", summary->n_records),
                                              summary->n_records);
  g_autofree char *with = g_strdup_printf (g_dngettext (NULL, "%u more that they name", "%u more that they name", summary->n_with),
                                           summary->n_with);
  g_autofree char *lost = g_strdup_printf (g_dngettext (NULL, "%u reference was left out, since what it names isn’t here",
                                                        "%u references were left out, since what they name isn’t here", summary->n_lost),
                                           summary->n_lost);
  const char *parts[] = { records, summary->n_with > 0 ? with : "", summary->n_lost > 0 ? lost : "" };

  /* Translators: between parts of one message */
  return shanhai_wording_join (C_ ("between parts of a message", "; "), parts, G_N_ELEMENTS (parts));
}

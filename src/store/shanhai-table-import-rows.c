/* shanhai-table-import-rows.c - rows of a table become drafts of records. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-record-private.h"
#include "shanhai-table-field.h"
#include "shanhai-vocabulary.h"

static const char *
find_code (const ShanhaiTable        *table,
           const ShanhaiTableMapping *mapping,
           guint                      row,
           const char                *member)
{
  return strcmp (member, "subject") == 0 ? shanhai_table_mapping_get_text (mapping, table, row, "subject.code") : NULL;
}

static bool
set_cell (ShanhaiTableImporter *self,
          ShanhaiRecord        *record,
          const char           *member,
          const char           *text,
          guint                 row,
          int                   column,
          ShanhaiTableUnit      unit)
{
  g_autoptr (GError) cause = NULL;
  const ShanhaiTableContext context = { self->names, unit, find_code (self->table, self->mapping, row, member) };

  if (shanhai_table_set_field (record, member, text, &context, &cause))
    return true;

  shanhai_table_importer_add_problem (self, row, column, cause->message);
  return false;
}

/* all but the figures (transfer full) */
static ShanhaiRecord *
read_base (ShanhaiTableImporter *self,
           guint                 row,
           GString              *key)
{
  const ShanhaiTableMapping *mapping = self->mapping;
  g_autoptr (ShanhaiRecord) record = shanhai_record_new (mapping->type, NULL);
  const ShanhaiField *case_field = mapping->case_id != NULL ? shanhai_record_find_field (record, "case") : NULL;
  bool good = true;
  GHashTableIter iter;
  gpointer member, constant;

  if (case_field != NULL)
    SHANHAI_FIELD_SLOT (char *, record, case_field) = g_strdup (mapping->case_id);

  g_hash_table_iter_init (&iter, mapping->constants);
  while (g_hash_table_iter_next (&iter, &member, &constant))
    if (shanhai_table_mapping_is_member (member))
      good = set_cell (self, record, member, constant, row, -1, (ShanhaiTableUnit) { NULL, 0 }) && good;

  for (guint c = 0; c < mapping->targets->len; c++)
    {
      const ShanhaiTableTarget *target = shanhai_table_mapping_get_target (mapping, c);
      const char *cell = shanhai_table_get_cell (self->table, row, c);

      if (target->member == NULL || g_strcmp0 (target->member, self->figure) == 0 || shanhai_table_is_blank (cell))
        continue;
      if (strcmp (target->member, "note") != 0)
        g_string_append_printf (key, "%s=%s\x1f", target->member, cell);
      if (shanhai_table_mapping_is_member (target->member))
        {
          ShanhaiTableUnit unit = target->unit;

          /* an indicator that is new is counted in what its row says */
          if (strcmp (target->member, "indicator") == 0)
            {
              const char *told = shanhai_table_mapping_get_text (mapping, self->table, row, "value.unit");

              unit = mapping->unit;
              if (told != NULL)
                shanhai_table_read_unit (told, &unit);
            }
          good = set_cell (self, record, target->member, cell, row, (int) c, unit) && good;
        }
    }

  return good ? g_steal_pointer (&record) : NULL;
}

static ShanhaiCitations *
make_citations (ShanhaiTableImporter *self,
                guint                 row,
                guint                 column)
{
  const char *printed = shanhai_table_mapping_get_text (self->mapping, self->table, row, "citation.source");
  const char *other =
      printed != NULL ? shanhai_table_names_ensure (self->names, SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE), printed, NULL, NULL) : NULL;
  ShanhaiCitations *citations = shanhai_citations_new (other != NULL ? 2 : 1);

  citations->items[0].source = g_strdup (shanhai_record_get_id (self->source));
  shanhai_table_text_cite (self->text, row, column, &citations->items[0]);
  if (other != NULL)
    citations->items[1].source = g_strdup (other);

  return citations;
}

void
shanhai_table_importer_set_citations (ShanhaiRecord    *record,
                                      ShanhaiCitations *citations)
{
  const ShanhaiField *field = shanhai_record_find_field (record, "citations");

  shanhai_field_clear (field, record);
  SHANHAI_FIELD_SLOT (ShanhaiCitations *, record, field) = citations;
}

/* The id that a record of this source, row and heading always gets; equal rows are told apart by their order. */
static void
identify (ShanhaiTableImporter *self,
          ShanhaiRecord        *record,
          const char           *key,
          const char           *heading)
{
  g_autofree char *whole = g_strconcat (key, "\x1e", heading, NULL);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, whole));
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *id = shanhai_table_derive_id (self->mapping->type, shanhai_record_get_id (self->source), whole, number, NULL);

  g_hash_table_insert (self->keys, g_steal_pointer (&whole), GUINT_TO_POINTER (n + 1));
  shanhai_record_set_id (record, id);
}

static bool
read_value (ShanhaiTableImporter *self,
            ShanhaiRecord        *base,
            guint                 row,
            guint                 column,
            const char           *key)
{
  const ShanhaiTableTarget *target = shanhai_table_mapping_get_target (self->mapping, column);
  g_autoptr (ShanhaiRecord) record = shanhai_record_copy (base);
  const ShanhaiField *indicator_field = shanhai_record_find_field (record, "indicator");
  const char *indicator = NULL;
  ShanhaiTableUnit unit;

  if (indicator_field != NULL && target->indicator != NULL)
    {
      indicator = shanhai_table_names_ensure_indicator (self->names, target->indicator, target->unit.unit);
      SHANHAI_FIELD_SLOT (const char *, record, indicator_field) = indicator;
    }
  else if (indicator_field != NULL)
    indicator = SHANHAI_FIELD_SLOT (const char *, record, indicator_field);
  if (indicator_field != NULL && indicator == NULL)
    {
      shanhai_table_importer_add_problem (self, row, shanhai_table_mapping_find_column (self->mapping, "indicator"),
                                          _("the row doesn’t say which indicator this is a figure of"));
      return false;
    }

  if (target->period != NULL && !set_cell (self, record, "period", target->period, row, (int) column, (ShanhaiTableUnit) { NULL, 0 }))
    return false;
  unit = shanhai_table_mapping_find_unit (self->mapping, self->casebook, self->table, row, target, indicator);
  if (!set_cell (self, record, target->member, shanhai_table_get_cell (self->table, row, column), row, (int) column, unit))
    return false;

  shanhai_table_importer_set_citations (record, make_citations (self, row, column));
  identify (self, record, key, shanhai_table_get_cell (self->table, self->mapping->header_row, column));
  g_ptr_array_add (self->drafts, g_steal_pointer (&record));

  return true;
}

/* a record without a figure: cites the cell that names it */
static bool
read_named (ShanhaiTableImporter *self,
            ShanhaiRecord        *base,
            guint                 row,
            const char           *key)
{
  const char *needed = shanhai_table_mapping_get_needed (self->mapping->type);
  const int column = shanhai_table_mapping_find_column (self->mapping, needed);
  g_autoptr (ShanhaiRecord) record = shanhai_record_copy (base);

  if (!shanhai_field_is_set (shanhai_record_find_field (base, needed), base))
    {
      shanhai_table_importer_add_problem (self, row, column, _("the cell is empty; fill it in, in merged cells in each row"));
      return false;
    }

  if (column >= 0 && self->mapping->type != SHANHAI_RECORD_SOURCE)
    shanhai_table_importer_set_citations (record, make_citations (self, row, (guint) column));
  identify (self, record, key, "");
  g_ptr_array_add (self->drafts, g_steal_pointer (&record));

  return true;
}

static int
find_total (ShanhaiTableImporter *self,
            guint                 row)
{
  static const char * const words[] = { "合计", "总计", "小计", "总和", "total", "subtotal", "grandtotal", "sum", NULL };

  for (guint c = 0; c < MIN (shanhai_table_get_n_cells (self->table, row), 3); c++)
    {
      g_autofree char *folded = shanhai_table_fold_name (shanhai_table_get_cell (self->table, row, c));

      if (g_strv_contains (words, folded))
        return (int) c;
    }

  return -1;
}

static bool
read_figures (ShanhaiTableImporter *self,
              ShanhaiRecord        *base,
              guint                 row,
              const char           *key)
{
  bool good = true;

  for (guint c = 0; c < self->mapping->targets->len; c++)
    if (g_strcmp0 (shanhai_table_mapping_get_target (self->mapping, c)->member, self->figure) == 0 &&
        !shanhai_table_is_blank (shanhai_table_get_cell (self->table, row, c)))
      good = read_value (self, base, row, c, key) && good;

  return good;
}

/* whose figure it is must be said where a column is there to say it */
static bool
check_subject (ShanhaiTableImporter *self,
               guint                 row)
{
  const int column = shanhai_table_mapping_find_column (self->mapping, self->mapping->type == SHANHAI_RECORD_FLOW ? "to" : "subject");

  if (self->figure == NULL || column < 0 || !shanhai_table_is_blank (shanhai_table_get_cell (self->table, row, (guint) column)))
    return true;

  shanhai_table_importer_add_problem (self, row, column, _("the cell is empty; fill it in, in merged cells in each row"));
  return false;
}

bool
shanhai_table_importer_read_row (ShanhaiTableImporter *self,
                                 guint                 row)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (ShanhaiRecord) base = NULL;
  bool good;

  g_ptr_array_set_size (self->drafts, 0);
  if (find_total (self, row) >= 0)
    {
      shanhai_table_importer_add_problem (self, row, find_total (self, row), _("this row adds up others; skip it"));
      return false;
    }

  good = check_subject (self, row);
  base = read_base (self, row, key);
  if (base == NULL || !good)
    {
      g_autoptr (ShanhaiRecord) bare = NULL;

      /* the row's other cells are looked at all the same, so that a person hears of everything at once */
      if (base == NULL && self->figure != NULL)
        for (guint c = 0; c < self->mapping->targets->len; c++)
          {
            const ShanhaiTableTarget *target = shanhai_table_mapping_get_target (self->mapping, c);
            const char *cell = shanhai_table_get_cell (self->table, row, c);

            if (g_strcmp0 (target->member, self->figure) != 0 || shanhai_table_is_blank (cell))
              continue;
            if (bare == NULL)
              bare = shanhai_record_new (self->mapping->type, NULL);
            set_cell (self, bare, target->member, cell, row, (int) c,
                      shanhai_table_mapping_find_unit (self->mapping, self->casebook, self->table, row, target, target->indicator));
          }
      return false;
    }

  return self->figure != NULL ? read_figures (self, base, row, key->str) : read_named (self, base, row, key->str);
}

/* as read_value() will take the cell */
char *
shanhai_table_importer_dup_suffix (guint    row,
                                   guint    column,
                                   gpointer user_data)
{
  ShanhaiTableImporter *self = user_data;
  const ShanhaiTableTarget *target;
  const char *told, *indicator = NULL;
  ShanhaiTableUnit unit;

  if (row <= self->mapping->header_row || self->figure == NULL || column >= self->mapping->targets->len)
    return NULL;
  target = shanhai_table_mapping_get_target (self->mapping, column);
  if (g_strcmp0 (target->member, self->figure) != 0)
    return NULL;

  told = target->indicator != NULL ? target->indicator : shanhai_table_mapping_get_text (self->mapping, self->table, row, "indicator");
  if (told != NULL && self->mapping->type == SHANHAI_RECORD_OBSERVATION)
    indicator = shanhai_table_names_find_indicator (self->names, told);
  unit = shanhai_table_mapping_find_unit (self->mapping, self->casebook, self->table, row, target, indicator);

  return shanhai_table_dup_unsaid (shanhai_table_get_cell (self->table, row, column), &unit,
                                   unit.unit != NULL ? shanhai_vocabulary_get_label ("units", unit.unit, SHANHAI_LANGUAGE_CHINESE) : NULL);
}

char *
shanhai_table_read_cell (ShanhaiCasebook            *casebook,
                         ShanhaiTableNames          *names,
                         const ShanhaiTable         *table,
                         const ShanhaiTableMapping  *mapping,
                         guint                       row,
                         guint                       column,
                         ShanhaiLanguage             language,
                         GError                    **error)
{
  const ShanhaiTableTarget *target = shanhai_table_mapping_get_target (mapping, column);
  const char *cell = shanhai_table_get_cell (table, row, column);
  const char *figure = shanhai_table_get_figure_member (mapping->type);
  g_autoptr (ShanhaiRecord) record = NULL;
  ShanhaiTableContext context = { names, target->unit, NULL };

  if (!shanhai_table_mapping_is_member (target->member) || shanhai_table_is_blank (cell))
    return g_strdup ("");

  record = shanhai_record_new (mapping->type, NULL);
  if (g_strcmp0 (target->member, figure) == 0)
    {
      const char *told = target->indicator != NULL ? target->indicator : shanhai_table_mapping_get_text (mapping, table, row, "indicator");
      const char *indicator = NULL;

      if (told != NULL && mapping->type == SHANHAI_RECORD_OBSERVATION)
        indicator = shanhai_table_names_find_indicator (names, told);

      context.unit = shanhai_table_mapping_find_unit (mapping, casebook, table, row, target, indicator);
    }
  context.code = find_code (table, mapping, row, target->member);
  if (!shanhai_table_set_field (record, target->member, cell, &context, error))
    return NULL;

  return shanhai_table_describe_field (casebook, names, record, target->member, language);
}

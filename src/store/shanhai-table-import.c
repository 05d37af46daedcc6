/* shanhai-table-import.c - a table and a mapping become one change, or errors by row and column. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-csv-write.h"
#include "shanhai-ends.h"
#include "shanhai-indicator.h"
#include "shanhai-record-private.h"
#include "shanhai-source.h"
#include "shanhai-table-columns.h"
#include "shanhai-table-field.h"
#include "shanhai-table-text.h"
#include "shanhai-vocabulary.h"

#define PROGRESS_ROWS 1000

typedef struct
{
  ShanhaiCasebook                 *casebook;
  const ShanhaiTable              *table;
  const ShanhaiTableMapping       *mapping;
  const ShanhaiTableImportOptions *options;
  ShanhaiTableNames               *names;
  ShanhaiTableText                *text;
  ShanhaiTableImport              *result;
  ShanhaiRecord                   *source;
  const char                      *figure;   /* member, or NULL */
  GPtrArray                       *drafts;   /* of the row: ShanhaiRecord */
  GPtrArray                       *wanted;   /* all records that a row made: what of `created` is needed hangs on them */
  GHashTable                      *keys;     /* what identifies a record → how many have it (GUINT) */
} Import;

static void
problem_free (gpointer data)
{
  ShanhaiTableProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static ShanhaiTableImport *
result_new (void)
{
  ShanhaiTableImport *result = g_new0 (ShanhaiTableImport, 1);

  result->problems = g_ptr_array_new_with_free_func (problem_free);

  return result;
}

void
shanhai_table_import_free (ShanhaiTableImport *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->change);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

char *
shanhai_table_problem_format (const ShanhaiTableProblem *problem,
                              const char                *name)
{
  g_autofree char *column = problem->column >= 0 ? shanhai_table_column_name ((guint) problem->column) : NULL;

  return column != NULL ? g_strdup_printf ("%s:%u:%s: %s", name, problem->row + 1, column, problem->message)
                        : g_strdup_printf ("%s:%u: %s", name, problem->row + 1, problem->message);
}

static void
add_problem (ShanhaiTableImport *result,
             guint               row,
             int                 column,
             const char         *message)
{
  ShanhaiTableProblem *problem;

  result->n_problems++;
  if (result->problems->len >= SHANHAI_TABLE_MAX_PROBLEMS)
    return;

  problem = g_new (ShanhaiTableProblem, 1);
  *problem = (ShanhaiTableProblem) { row, column, g_strdup (message) };
  g_ptr_array_add (result->problems, problem);
}

static const char *
get_title (void)
{
  return _("Import table");
}

/* -- tables that were exported -- */

static int
find_heading (const ShanhaiTable *table,
              const char         *heading)
{
  for (guint c = 0; c < shanhai_table_get_n_cells (table, 0); c++)
    if (strcmp (shanhai_table_get_cell (table, 0, c), heading) == 0)
      return (int) c;

  return -1;
}

bool
shanhai_table_is_exported (const ShanhaiTable *table)
{
  return find_heading (table, "record") >= 0 && find_heading (table, "id") >= 0;
}

static void
take_restored (Import        *self,
               ShanhaiRecord *record,
               guint          row)
{
  const char *id = shanhai_record_get_id (record);
  ShanhaiRecord *old = id != NULL ? shanhai_casebook_lookup (self->casebook, id) : NULL;

  if (id == NULL)
    add_problem (self->result, row, -1, _("“id” is missing; give the record one that no other has"));
  else if (shanhai_change_find (self->result->change, id) != NULL)
    add_problem (self->result, row, find_heading (self->table, "id"), _("the same id stands in an earlier row; give the record one that no other has"));
  else if (old != NULL && shanhai_record_get_record_type (old) != shanhai_record_get_record_type (record))
    add_problem (self->result, row, find_heading (self->table, "id"), _("the casebook has a record of another type with this id"));
  else if (old != NULL && shanhai_record_equal (old, record))
    self->result->n_same++;
  else
    {
      shanhai_change_put (self->result->change, record);
      self->result->n_added += old == NULL;
      self->result->n_changed += old != NULL;
    }
}

static bool
restore (Import               *self,
         GCancellable         *cancellable,
         ShanhaiProgressFunc   progress,
         gpointer              progress_data,
         GError              **error)
{
  const ShanhaiRecordType type = shanhai_table_columns_detect (self->table);
  g_autofree char *unknown = NULL;
  g_autoptr (ShanhaiTableColumns) columns = shanhai_table_columns_from_header (self->table, 0, type, &unknown);
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  const guint n_rows = shanhai_table_get_n_rows (self->table);

  if (unknown != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("no member is called “%s”; name the column as the export does, or remove it"), unknown);

      add_problem (self->result, 0, find_heading (self->table, unknown), message);
    }

  for (guint row = 1; row < n_rows && (self->options->max_rows == 0 || row <= self->options->max_rows); row++)
    {
      g_autoptr (ShanhaiRecord) record = NULL;
      g_autoptr (GError) cause = NULL;
      const guint before = self->result->n_problems;

      if (row % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return false;
          if (progress != NULL)
            progress ((double) row / n_rows, progress_data);
        }
      if (shanhai_table_is_row_empty (self->table, row))
        continue;

      self->result->n_rows++;
      record = shanhai_table_columns_read_record (columns, reader, self->table, row, &cause);
      if (record == NULL)
        add_problem (self->result, row, -1, cause->message);
      else
        take_restored (self, record, row);
      self->result->n_bad_rows += self->result->n_problems > before;
    }

  return true;
}

/* -- other tables -- */

static const ShanhaiTableTarget *
get_target (const ShanhaiTableMapping *mapping,
            guint                      column)
{
  return mapping->targets->pdata[column];
}

static int
find_column (const ShanhaiTableMapping *mapping,
             const char                *member)
{
  for (guint c = 0; c < mapping->targets->len; c++)
    if (g_strcmp0 (get_target (mapping, c)->member, member) == 0)
      return (int) c;

  return -1;
}

static const char *
get_text (const ShanhaiTable        *table,
          const ShanhaiTableMapping *mapping,
          guint                      row,
          const char                *member)
{
  const int column = find_column (mapping, member);
  const char *text = column >= 0 ? shanhai_table_get_cell (table, row, (guint) column) : g_hash_table_lookup (mapping->constants, member);

  return text != NULL && !shanhai_table_is_blank (text) ? text : NULL;
}

/* "amount.unit" says something about "amount"; it isn't a member itself */
static bool
is_member (const char *member)
{
  return member != NULL && strchr (member, '.') == NULL;
}

/* What the row's own column of units says, else the heading, else the table, else what the indicator is counted in, else what the type is. */
static ShanhaiTableUnit
find_figure_unit (ShanhaiCasebook           *casebook,
                  const ShanhaiTable        *table,
                  const ShanhaiTableMapping *mapping,
                  guint                      row,
                  const ShanhaiTableTarget  *target,
                  const char                *indicator)
{
  g_autofree char *member = g_strconcat (target->member, ".unit", NULL);
  const char *text = get_text (table, mapping, row, member);
  ShanhaiTableUnit unit = target->unit;
  ShanhaiTableUnit told;

  if (text != NULL && shanhai_table_read_unit (text, &told))
    unit = told;
  else if (unit.unit == NULL && unit.power == 0)
    unit = mapping->unit;

  if (unit.unit == NULL && indicator != NULL)
    {
      const ShanhaiTerm *term = shanhai_vocabulary_find ("indicators", indicator);
      ShanhaiRecordList *own = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_INDICATOR);

      unit.unit = term != NULL ? term->unit : NULL;
      for (guint i = 0; term == NULL && i < shanhai_record_list_get_n (own); i++)
        if (g_strcmp0 (shanhai_indicator_get_key (SHANHAI_INDICATOR (shanhai_record_list_peek (own, i))), indicator) == 0)
          unit.unit = shanhai_indicator_get_unit (SHANHAI_INDICATOR (shanhai_record_list_peek (own, i)));
    }
  /* a unit of the whole table that isn't the indicator's is another column's */
  else if (unit.unit == mapping->unit.unit && target->unit.unit == NULL && text == NULL && indicator != NULL)
    {
      const ShanhaiTerm *term = shanhai_vocabulary_find ("indicators", indicator);

      if (term != NULL && term->unit != NULL && g_strcmp0 (term->unit, unit.unit) != 0)
        unit = (ShanhaiTableUnit) { term->unit, 0 };
    }
  if (unit.unit == NULL && mapping->type == SHANHAI_RECORD_FLOW)
    unit.unit = "CNY";
  if (unit.unit == NULL && mapping->type == SHANHAI_RECORD_EXCHANGE)
    unit.unit = "person";

  return unit;
}

static const char *
find_code (const ShanhaiTable        *table,
           const ShanhaiTableMapping *mapping,
           guint                      row,
           const char                *member)
{
  return strcmp (member, "subject") == 0 ? get_text (table, mapping, row, "subject.code") : NULL;
}

static bool
set_cell (Import        *self,
          ShanhaiRecord *record,
          const char    *member,
          const char    *text,
          guint          row,
          int            column,
          ShanhaiTableUnit unit)
{
  g_autoptr (GError) cause = NULL;
  const ShanhaiTableContext context = { self->names, unit, find_code (self->table, self->mapping, row, member) };

  if (shanhai_table_set_field (record, member, text, &context, &cause))
    return true;

  add_problem (self->result, row, column, cause->message);
  return false;
}

/* all but the figures (transfer full) */
static ShanhaiRecord *
read_base (Import *self,
           guint   row,
           GString *key)
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
    if (is_member (member))
      good = set_cell (self, record, member, constant, row, -1, (ShanhaiTableUnit) { NULL, 0 }) && good;

  for (guint c = 0; c < mapping->targets->len; c++)
    {
      const ShanhaiTableTarget *target = get_target (mapping, c);
      const char *cell = shanhai_table_get_cell (self->table, row, c);

      if (target->member == NULL || g_strcmp0 (target->member, self->figure) == 0 || shanhai_table_is_blank (cell))
        continue;
      if (strcmp (target->member, "note") != 0)
        g_string_append_printf (key, "%s=%s\x1f", target->member, cell);
      if (is_member (target->member))
        {
          ShanhaiTableUnit unit = target->unit;

          /* an indicator that is new is counted in what its row says */
          if (strcmp (target->member, "indicator") == 0)
            {
              const char *told = get_text (self->table, mapping, row, "value.unit");

              unit = mapping->unit;
              if (told != NULL)
                shanhai_table_read_unit (told, &unit);
            }
          good = set_cell (self, record, target->member, cell, row, (int) c, unit) && good;
        }
    }

  return good ? g_steal_pointer (&record) : NULL;
}

/* what every record of the type must say, for a row to be one */
static const char *
get_needed (ShanhaiRecordType type)
{
  switch (type)
    {
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
      return "name";
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_PROGRAMME:
    case SHANHAI_RECORD_EVENT:
    case SHANHAI_RECORD_SOURCE:
      return "title";
    case SHANHAI_RECORD_PAIRING:
      return "assisted";
    case SHANHAI_RECORD_FLOW:
    case SHANHAI_RECORD_EXCHANGE:
    case SHANHAI_RECORD_OBSERVATION:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      return NULL;
    }
}

static ShanhaiCitations *
make_citations (Import *self,
                guint   row,
                guint   column)
{
  const char *printed = get_text (self->table, self->mapping, row, "citation.source");
  const char *other = printed != NULL ? shanhai_table_names_ensure (self->names, SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE), printed, NULL, NULL) : NULL;
  ShanhaiCitations *citations = shanhai_citations_new (other != NULL ? 2 : 1);

  citations->items[0].source = g_strdup (shanhai_record_get_id (self->source));
  shanhai_table_text_cite (self->text, row, column, &citations->items[0]);
  if (other != NULL)
    citations->items[1].source = g_strdup (other);

  return citations;
}

static void
set_citations (ShanhaiRecord    *record,
               ShanhaiCitations *citations)
{
  const ShanhaiField *field = shanhai_record_find_field (record, "citations");

  shanhai_field_clear (field, record);
  SHANHAI_FIELD_SLOT (ShanhaiCitations *, record, field) = citations;
}

/* The id that a record of this source, row and heading always gets; equal rows are told apart by their order. */
static void
identify (Import        *self,
          ShanhaiRecord *record,
          const char    *key,
          const char    *heading)
{
  g_autofree char *whole = g_strconcat (key, "\x1e", heading, NULL);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, whole));
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *id = shanhai_table_derive_id (self->mapping->type, shanhai_record_get_id (self->source), whole, number, NULL);

  g_hash_table_insert (self->keys, g_steal_pointer (&whole), GUINT_TO_POINTER (n + 1));
  shanhai_record_set_id (record, id);
}

static bool
read_value (Import         *self,
            ShanhaiRecord  *base,
            guint           row,
            guint           column,
            const char     *key)
{
  const ShanhaiTableTarget *target = get_target (self->mapping, column);
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
      add_problem (self->result, row, find_column (self->mapping, "indicator"), _("the row doesn’t say which indicator this is a figure of"));
      return false;
    }

  if (target->period != NULL && !set_cell (self, record, "period", target->period, row, (int) column, (ShanhaiTableUnit) { NULL, 0 }))
    return false;
  unit = find_figure_unit (self->casebook, self->table, self->mapping, row, target, indicator);
  if (!set_cell (self, record, target->member, shanhai_table_get_cell (self->table, row, column), row, (int) column, unit))
    return false;

  set_citations (record, make_citations (self, row, column));
  identify (self, record, key, shanhai_table_get_cell (self->table, self->mapping->header_row, column));
  g_ptr_array_add (self->drafts, g_steal_pointer (&record));

  return true;
}

/* a record without a figure: cites the cell that names it */
static bool
read_named (Import        *self,
            ShanhaiRecord *base,
            guint          row,
            const char    *key)
{
  const char *needed = get_needed (self->mapping->type);
  const int column = find_column (self->mapping, needed);
  g_autoptr (ShanhaiRecord) record = shanhai_record_copy (base);

  if (!shanhai_field_is_set (shanhai_record_find_field (base, needed), base))
    {
      add_problem (self->result, row, column, _("the cell is empty; fill it in, in merged cells in each row"));
      return false;
    }

  if (column >= 0 && self->mapping->type != SHANHAI_RECORD_SOURCE)
    set_citations (record, make_citations (self, row, (guint) column));
  identify (self, record, key, "");
  g_ptr_array_add (self->drafts, g_steal_pointer (&record));

  return true;
}

static bool
starts_with_any (const char         *text,
                 const char * const *words)
{
  while (g_ascii_isspace (*text))
    text++;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return true;

  return false;
}

/* 注：…, 数据来源：… under a table: one cell, and it says so */
static bool
is_note_row (Import *self,
             guint   row)
{
  static const char * const words[] = { "注", "备注", "说明", "数据来源", "资料来源", "来源", "Note", "Source", "单位", "填表", "制表", "审核", NULL };
  guint n = 0;
  const char *text = NULL;

  for (guint c = 0; c < shanhai_table_get_n_cells (self->table, row); c++)
    if (!shanhai_table_is_blank (shanhai_table_get_cell (self->table, row, c)))
      {
        text = shanhai_table_get_cell (self->table, row, c);
        n++;
      }

  return n == 1 && starts_with_any (text, words);
}

static int
find_total (Import *self,
            guint   row)
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
read_figures (Import        *self,
              ShanhaiRecord *base,
              guint          row,
              const char    *key)
{
  bool good = true;

  for (guint c = 0; c < self->mapping->targets->len; c++)
    if (g_strcmp0 (get_target (self->mapping, c)->member, self->figure) == 0 && !shanhai_table_is_blank (shanhai_table_get_cell (self->table, row, c)))
      good = read_value (self, base, row, c, key) && good;

  return good;
}

/* whose figure it is must be said where a column is there to say it */
static bool
check_subject (Import *self,
               guint   row)
{
  const int column = find_column (self->mapping, self->mapping->type == SHANHAI_RECORD_FLOW ? "to" : "subject");

  if (self->figure == NULL || column < 0 || !shanhai_table_is_blank (shanhai_table_get_cell (self->table, row, (guint) column)))
    return true;

  add_problem (self->result, row, column, _("the cell is empty; fill it in, in merged cells in each row"));
  return false;
}

static bool
read_row (Import *self,
          guint   row)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (ShanhaiRecord) base = NULL;
  bool good;

  g_ptr_array_set_size (self->drafts, 0);
  if (find_total (self, row) >= 0)
    {
      add_problem (self->result, row, find_total (self, row), _("this row adds up others; skip it"));
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
            const ShanhaiTableTarget *target = get_target (self->mapping, c);
            const char *cell = shanhai_table_get_cell (self->table, row, c);

            if (g_strcmp0 (target->member, self->figure) != 0 || shanhai_table_is_blank (cell))
              continue;
            if (bare == NULL)
              bare = shanhai_record_new (self->mapping->type, NULL);
            set_cell (self, bare, target->member, cell, row, (int) c,
                      find_figure_unit (self->casebook, self->table, self->mapping, row, target, target->indicator));
          }
      return false;
    }

  return self->figure != NULL ? read_figures (self, base, row, key->str) : read_named (self, base, row, key->str);
}

/* -- what is there already -- */

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
merge_again (Import        *self,
             ShanhaiRecord *old,
             ShanhaiRecord *draft)
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
  set_citations (merged, renew_citation (old, now));

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
merge_named (Import        *self,
             ShanhaiRecord *old,
             ShanhaiRecord *draft)
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
find_by_name (Import        *self,
              ShanhaiRecord *draft,
              guint          row)
{
  const ShanhaiRecordType type = self->mapping->type;
  const char *code = type == SHANHAI_RECORD_PLACE ? get_text (self->table, self->mapping, row, "code") : NULL;
  const ShanhaiName *name = shanhai_record_get_title (draft);
  const char *id = NULL;

  if (code != NULL)
    id = shanhai_table_names_find (self->names, SHANHAI_RECORD_MASK (type), code, NULL);
  else if (name != NULL && type != SHANHAI_RECORD_EVENT)
    id = shanhai_table_names_find (self->names, SHANHAI_RECORD_MASK (type), shanhai_name_get_nth (name, 0, NULL), NULL);

  return id != NULL ? shanhai_casebook_lookup (self->casebook, id) : NULL;
}

static void
take_drafts (Import *self,
             guint   row)
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

/* -- the source that stands for the table -- */

static ShanhaiRecord *
make_source (Import *self)
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

static void
take_source (Import *self)
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
static void
take_created (Import *self)
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

/* as read_value() will take the cell */
static char *
dup_suffix_cb (guint    row,
               guint    column,
               gpointer user_data)
{
  Import *self = user_data;
  const ShanhaiTableTarget *target;
  const char *told, *indicator = NULL;
  ShanhaiTableUnit unit;

  if (row <= self->mapping->header_row || self->figure == NULL || column >= self->mapping->targets->len)
    return NULL;
  target = get_target (self->mapping, column);
  if (g_strcmp0 (target->member, self->figure) != 0)
    return NULL;

  told = target->indicator != NULL ? target->indicator : get_text (self->table, self->mapping, row, "indicator");
  if (told != NULL && self->mapping->type == SHANHAI_RECORD_OBSERVATION)
    indicator = shanhai_table_names_find_indicator (self->names, told);
  unit = find_figure_unit (self->casebook, self->table, self->mapping, row, target, indicator);

  return shanhai_table_dup_unsaid (shanhai_table_get_cell (self->table, row, column), &unit,
                                   unit.unit != NULL ? shanhai_vocabulary_get_label ("units", unit.unit, SHANHAI_LANGUAGE_CHINESE) : NULL);
}

static bool
check_mapping (const ShanhaiTableMapping  *mapping,
               GError                    **error)
{
  const char *figure = shanhai_table_get_figure_member (mapping->type);
  const char *needed = figure != NULL ? figure : get_needed (mapping->type);
  bool has_indicator = g_hash_table_contains (mapping->constants, "indicator") || find_column (mapping, "indicator") >= 0;

  if (needed == NULL)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("a table can’t be read as records of the type “%s”"),
                   shanhai_record_type_get_name (mapping->type));
      return false;
    }
  if (find_column (mapping, needed) < 0 && !(figure == NULL && g_hash_table_contains (mapping->constants, needed)))
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("no column is the “%s” of a record of the type “%s”; say which one is"), needed,
                   shanhai_record_type_get_name (mapping->type));
      return false;
    }
  for (guint c = 0; !has_indicator && c < mapping->targets->len; c++)
    has_indicator = g_strcmp0 (get_target (mapping, c)->member, figure) == 0 && get_target (mapping, c)->indicator != NULL;
  if (mapping->type == SHANHAI_RECORD_OBSERVATION && !has_indicator)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER,
                           _("nothing says which indicator the figures are of; say which column is the “indicator”, or name one"));
      return false;
    }

  return true;
}

static bool
read_rows (Import               *self,
           GCancellable         *cancellable,
           ShanhaiProgressFunc   progress,
           gpointer              progress_data,
           GError              **error)
{
  const guint first = self->mapping->header_row + 1;
  const guint n_rows = shanhai_table_get_n_rows (self->table);
  const guint end = self->options->max_rows > 0 ? MIN (n_rows, first + self->options->max_rows) : n_rows;

  for (guint row = first; row < end; row++)
    {
      if (row % PROGRESS_ROWS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return false;
          if (progress != NULL)
            progress ((double) row / n_rows, progress_data);
        }
      if (shanhai_table_is_row_empty (self->table, row) || is_note_row (self, row))
        continue;

      self->result->n_rows++;
      if (read_row (self, row))
        take_drafts (self, row);
      else
        self->result->n_bad_rows++;
    }

  return true;
}

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->names, shanhai_table_names_free);
  g_clear_pointer (&self->text, shanhai_table_text_free);
  g_clear_pointer (&self->result, shanhai_table_import_free);
  g_clear_object (&self->source);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/**
 * shanhai_table_import:
 * @casebook: into which the table shall go; only read
 * @table: the table
 * @mapping: (nullable): what its columns become; NULL where shanhai_table_is_exported()
 * @options: how
 *
 * Errors: SHANHAI_STORE_ERROR_MEMBER where no column is what the type needs; G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the change, which isn't applied, and what is wrong with the rows
 */
ShanhaiTableImport *
shanhai_table_import (ShanhaiCasebook                  *casebook,
                      const ShanhaiTable               *table,
                      const ShanhaiTableMapping        *mapping,
                      const ShanhaiTableImportOptions  *options,
                      GCancellable                     *cancellable,
                      ShanhaiProgressFunc               progress,
                      gpointer                          progress_data,
                      GError                          **error)
{
  g_auto (Import) self = { casebook, table, mapping, options };

  self.result = result_new ();
  self.result->change = shanhai_change_new (get_title ());

  if (mapping == NULL)
    {
      if (!shanhai_table_is_exported (table))
        {
          g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("this isn’t a table that was exported from a casebook"));
          return NULL;
        }
      if (!restore (&self, cancellable, progress, progress_data, error))
        return NULL;
    }
  else
    {
      if (!check_mapping (mapping, error))
        return NULL;
      self.names = shanhai_table_names_new (casebook);
      self.figure = shanhai_table_get_figure_member (mapping->type);
      self.text = shanhai_table_text_new (table, dup_suffix_cb, &self);
      self.source = make_source (&self);
      self.drafts = g_ptr_array_new_with_free_func (g_object_unref);
      self.wanted = g_ptr_array_new_with_free_func (g_object_unref);
      self.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      if (!read_rows (&self, cancellable, progress, progress_data, error))
        return NULL;
      if (self.wanted->len > 0)
        take_source (&self);
      take_created (&self);
    }

  if (self.result->n_problems > 0 && !options->skip_bad_rows)
    g_clear_object (&self.result->change);

  return g_steal_pointer (&self.result);
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
  const ShanhaiTableTarget *target = get_target (mapping, column);
  const char *cell = shanhai_table_get_cell (table, row, column);
  const char *figure = shanhai_table_get_figure_member (mapping->type);
  g_autoptr (ShanhaiRecord) record = NULL;
  ShanhaiTableContext context = { names, target->unit, NULL };

  if (!is_member (target->member) || shanhai_table_is_blank (cell))
    return g_strdup ("");

  record = shanhai_record_new (mapping->type, NULL);
  if (g_strcmp0 (target->member, figure) == 0)
    {
      const char *told = target->indicator != NULL ? target->indicator : get_text (table, mapping, row, "indicator");
      const char *indicator = told != NULL && mapping->type == SHANHAI_RECORD_OBSERVATION ? shanhai_table_names_find_indicator (names, told) : NULL;

      context.unit = find_figure_unit (casebook, table, mapping, row, target, indicator);
    }
  context.code = find_code (table, mapping, row, target->member);
  if (!shanhai_table_set_field (record, target->member, cell, &context, error))
    return NULL;

  return shanhai_table_describe_field (casebook, names, record, target->member, language);
}

/* shanhai-table-import-mapping.c - what a mapping says of the cells of a row. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-indicator.h"
#include "shanhai-vocabulary.h"

const ShanhaiTableTarget *
shanhai_table_mapping_get_target (const ShanhaiTableMapping *mapping,
                                  guint                      column)
{
  return mapping->targets->pdata[column];
}

int
shanhai_table_mapping_find_column (const ShanhaiTableMapping *mapping,
                                   const char                *member)
{
  for (guint c = 0; c < mapping->targets->len; c++)
    if (g_strcmp0 (shanhai_table_mapping_get_target (mapping, c)->member, member) == 0)
      return (int) c;

  return -1;
}

const char *
shanhai_table_mapping_get_text (const ShanhaiTableMapping *mapping,
                                const ShanhaiTable        *table,
                                guint                      row,
                                const char                *member)
{
  const int column = shanhai_table_mapping_find_column (mapping, member);
  const char *text = column >= 0 ? shanhai_table_get_cell (table, row, (guint) column) : g_hash_table_lookup (mapping->constants, member);

  return text != NULL && !shanhai_table_is_blank (text) ? text : NULL;
}

/* "amount.unit" says something about "amount"; it isn't a member itself */
bool
shanhai_table_mapping_is_member (const char *member)
{
  return member != NULL && strchr (member, '.') == NULL;
}

/* What the row's own column of units says, else the heading, else the table, else what the indicator is counted in, else what the type is. */
ShanhaiTableUnit
shanhai_table_mapping_find_unit (const ShanhaiTableMapping *mapping,
                                 ShanhaiCasebook           *casebook,
                                 const ShanhaiTable        *table,
                                 guint                      row,
                                 const ShanhaiTableTarget  *target,
                                 const char                *indicator)
{
  g_autofree char *member = g_strconcat (target->member, ".unit", NULL);
  const char *text = shanhai_table_mapping_get_text (mapping, table, row, member);
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

/* what every record of the type must say, for a row to be one */
const char *
shanhai_table_mapping_get_needed (ShanhaiRecordType type)
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

bool
shanhai_table_mapping_check (const ShanhaiTableMapping  *mapping,
                             GError                    **error)
{
  const char *figure = shanhai_table_get_figure_member (mapping->type);
  const char *needed = figure != NULL ? figure : shanhai_table_mapping_get_needed (mapping->type);
  bool has_indicator = g_hash_table_contains (mapping->constants, "indicator") || shanhai_table_mapping_find_column (mapping, "indicator") >= 0;

  if (needed == NULL)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("a table can’t be read as records of the type “%s”"),
                   shanhai_record_type_get_name (mapping->type));
      return false;
    }
  if (shanhai_table_mapping_find_column (mapping, needed) < 0 && !(figure == NULL && g_hash_table_contains (mapping->constants, needed)))
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("no column is the “%s” of a record of the type “%s”; say which one is"), needed,
                   shanhai_record_type_get_name (mapping->type));
      return false;
    }
  for (guint c = 0; !has_indicator && c < mapping->targets->len; c++)
    {
      const ShanhaiTableTarget *target = shanhai_table_mapping_get_target (mapping, c);

      has_indicator = g_strcmp0 (target->member, figure) == 0 && target->indicator != NULL;
    }
  if (mapping->type == SHANHAI_RECORD_OBSERVATION && !has_indicator)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER,
                           _("nothing says which indicator the figures are of; say which column is the “indicator”, or name one"));
      return false;
    }

  return true;
}

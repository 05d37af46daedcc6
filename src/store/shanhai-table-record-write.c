/* shanhai-table-record-write.c - a record as a row of a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-columns-private.h"

#include <string.h>

#include "shanhai-record-private.h"
#include "shanhai-record-write.h"
#include "shanhai-vocabulary.h"

static char *
join_ids (const ShanhaiStrings *strings)
{
  return g_strjoinv (SHANHAI_TABLE_SEPARATOR, (char **) strings->items);
}

static char *
join_labels (ShanhaiCasebook      *casebook,
             const ShanhaiStrings *strings,
             ShanhaiLanguage       language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; strings->items[i] != NULL; i++)
    {
      g_autofree char *label = shanhai_casebook_dup_label (casebook, strings->items[i], language);

      g_string_append_printf (text, "%s%s", i > 0 ? SHANHAI_TABLE_SEPARATOR : "", label);
    }

  return g_string_free (text, FALSE);
}

/* the value of one member as it stands in the record's line */
static char *
dup_member_json (ShanhaiRecord      *record,
                 const ShanhaiField *field)
{
  g_autoptr (ShanhaiRecord) alone = shanhai_record_new (shanhai_record_get_record_type (record), "x");
  g_autofree char *line = NULL;
  g_autofree char *start = g_strdup_printf ("\"id\":\"x\",\"%s\":", field->member);
  const char *value;

  shanhai_field_copy (field, record, alone);
  line = shanhai_record_to_line (alone);
  value = strstr (line, start);

  return value != NULL ? g_strndup (value + strlen (start), strlen (value + strlen (start)) - 1) : g_strdup ("");
}

static char *
dup_ends (ShanhaiRecord      *record,
          const ShanhaiField *field)
{
  const ShanhaiEnds *ends = SHANHAI_FIELD_SLOT (ShanhaiEnds *, record, field);
  GString *ids;

  for (guint i = 0; i < ends->n; i++)
    if (ends->items[i].id == NULL)
      return dup_member_json (record, field);

  ids = g_string_new (NULL);
  for (guint i = 0; i < ends->n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? SHANHAI_TABLE_SEPARATOR : "", ends->items[i].id);

  return g_string_free (ids, FALSE);
}

static char *
dup_whole (ShanhaiRecord      *record,
           const ShanhaiField *field)
{
  gconstpointer value = SHANHAI_FIELD_SLOT (gconstpointer, record, field);

  switch (field->kind)
    {
    case SHANHAI_FIELD_NAME:
      return shanhai_name_is_plain (value) ? g_strdup (shanhai_name_get_nth (value, 0, NULL)) : NULL;
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_REFERENCE:
      return g_strdup (value);
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      return join_ids (value);
    case SHANHAI_FIELD_ENDS:
      return dup_ends (record, field);
    case SHANHAI_FIELD_PERIOD:
      return g_strdup (shanhai_period_get_text (value));
    case SHANHAI_FIELD_FLAG:
      return g_strdup ("true");
    case SHANHAI_FIELD_ABOUT:
      return ((const ShanhaiAbout *) value)->record != NULL ? g_strdup (((const ShanhaiAbout *) value)->record) : dup_member_json (record, field);
    case SHANHAI_FIELD_QUANTITY:
    case SHANHAI_FIELD_CITATIONS:
    default:
      return NULL;
    }
}

static char *
dup_label (ShanhaiCasebook    *casebook,
           ShanhaiRecord      *record,
           const ShanhaiField *field,
           ShanhaiLanguage     language)
{
  gconstpointer value = SHANHAI_FIELD_SLOT (gconstpointer, record, field);

  if (casebook == NULL)
    return NULL;

  if (field->kind == SHANHAI_FIELD_KEY && g_strcmp0 (field->scheme, "indicators") == 0)
    return g_strdup (shanhai_casebook_get_indicator_label (casebook, value, language));
  if (field->kind == SHANHAI_FIELD_KEY)
    return g_strdup (field->scheme != NULL ? shanhai_vocabulary_get_label (field->scheme, value, language) : value);
  if (field->kind == SHANHAI_FIELD_REFERENCE)
    return shanhai_casebook_dup_label (casebook, value, language);
  if (field->kind == SHANHAI_FIELD_REFERENCES)
    return join_labels (casebook, value, language);
  if (field->kind == SHANHAI_FIELD_ENDS)
    return shanhai_casebook_dup_ends_label (casebook, value, language);
  if (field->kind == SHANHAI_FIELD_PERIOD)
    return shanhai_period_format (value, language);
  if (field->kind == SHANHAI_FIELD_QUANTITY)
    return shanhai_vocabulary_format_quantity (value, language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL);

  return NULL;
}

static char *
dup_quantity_part (const ShanhaiQuantity *quantity,
                   ShanhaiTablePart       part)
{
  switch ((int) part)
    {
    case SHANHAI_PART_VALUE:
      return shanhai_decimal_to_string (&quantity->value);
    case SHANHAI_PART_VALUE_HI:
      return quantity->has_hi ? shanhai_decimal_to_string (&quantity->value_hi) : NULL;
    case SHANHAI_PART_PRECISION:
      return quantity->precision.digits != 1 || quantity->precision.scale != 0 ? shanhai_decimal_to_string (&quantity->precision) : NULL;
    case SHANHAI_PART_UNIT:
      return g_strdup (quantity->unit);
    case SHANHAI_PART_QUALIFIER:
      return quantity->qualifier != SHANHAI_QUALIFIER_EXACT ? g_strdup (shanhai_qualifier_to_key (quantity->qualifier)) : NULL;
    default:
      return quantity->planned ? g_strdup ("true") : NULL;
    }
}

static char *
dup_number (gint64 number,
            gint64 lowest)
{
  return number >= lowest ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

static char *
dup_citation_part (ShanhaiCasebook       *casebook,
                   const ShanhaiCitation *citation,
                   ShanhaiTablePart       part,
                   ShanhaiLanguage        language)
{
  switch ((int) part)
    {
    case SHANHAI_PART_SOURCE:
      return g_strdup (citation->source);
    case SHANHAI_PART_SOURCE_LABEL:
      return casebook != NULL ? shanhai_casebook_dup_label (casebook, citation->source, language) : NULL;
    case SHANHAI_PART_QUOTE:
      return g_strdup (citation->quote);
    case SHANHAI_PART_START:
      return dup_number (citation->start, 0);
    case SHANHAI_PART_LENGTH:
      return dup_number (citation->length, 0);
    case SHANHAI_PART_PARAGRAPH:
      return dup_number (citation->paragraph, 1);
    default:
      return g_strdup (citation->hash);
    }
}

char *
shanhai_table_column_dup_cell (const ShanhaiTableColumn *column,
                               ShanhaiCasebook          *casebook,
                               ShanhaiRecord            *record,
                               ShanhaiLanguage           language)
{
  if (column->part == SHANHAI_PART_RECORD)
    return g_strdup (shanhai_record_type_get_name (shanhai_record_get_record_type (record)));
  if (column->part == SHANHAI_PART_ID)
    return g_strdup (shanhai_record_get_id (record));
  if (column->field == NULL || !shanhai_field_is_set (column->field, record))
    return NULL;

  if (column->part == SHANHAI_PART_WHOLE)
    return dup_whole (record, column->field);
  if (column->part == SHANHAI_PART_LABEL)
    return dup_label (casebook, record, column->field, language);
  if (column->part == SHANHAI_PART_LANGUAGE)
    {
      const ShanhaiName *name = SHANHAI_FIELD_SLOT (ShanhaiName *, record, column->field);

      for (guint i = 0; !shanhai_name_is_plain (name) && i < shanhai_name_get_n (name); i++)
        {
          const char *in;
          const char *text = shanhai_name_get_nth (name, i, &in);

          if (strcmp (in, column->language) == 0)
            return g_strdup (text);
        }
      return NULL;
    }
  if (column->part <= SHANHAI_PART_PLANNED)
    return dup_quantity_part (SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, column->field), column->part);

  {
    const ShanhaiCitations *citations = SHANHAI_FIELD_SLOT (ShanhaiCitations *, record, column->field);

    return column->index < citations->n ? dup_citation_part (casebook, &citations->items[column->index], column->part, language) : NULL;
  }
}

static bool
is_number (ShanhaiTablePart part)
{
  return part == SHANHAI_PART_VALUE || part == SHANHAI_PART_VALUE_HI || part == SHANHAI_PART_PRECISION || part == SHANHAI_PART_START ||
         part == SHANHAI_PART_LENGTH || part == SHANHAI_PART_PARAGRAPH;
}

/* whether the cells bring back the record: tried, not guessed */
static bool
comes_back (ShanhaiTableColumns  *self,
            ShanhaiRecord        *record,
            char                **cells,
            ShanhaiRecordReader  *reader)
{
  g_autofree const char **given = g_new0 (const char *, self->columns->len);
  g_autoptr (ShanhaiRecord) back = NULL;
  ShanhaiTableRow row = { self, given };

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (cells[i] != NULL && strchr (cells[i], '\r') != NULL)
        return false;
      given[i] = cells[i] != NULL && *cells[i] != '\0' ? cells[i] : NULL;
    }
  back = shanhai_table_row_read (&row, reader, NULL);
  if (back == NULL || !shanhai_record_equal (record, back))
    return false;

  /* equal to the model isn't yet the same line: ["a"] and "a" */
  {
    g_autofree char *a = shanhai_record_to_line (record);
    g_autofree char *b = shanhai_record_to_line (back);

    return strcmp (a, b) == 0;
  }
}

void
shanhai_table_columns_write_record (ShanhaiTableColumns *self,
                                    ShanhaiCasebook     *casebook,
                                    ShanhaiRecord       *record,
                                    ShanhaiLanguage      language,
                                    ShanhaiCsvWriter    *writer)
{
  g_auto (GStrv) cells = g_new0 (char *, self->columns->len + 1);

  if (self->reader == NULL)
    self->reader = shanhai_record_reader_new ();
  for (guint i = 0; i < self->columns->len; i++)
    cells[i] = shanhai_table_column_dup_cell (shanhai_table_columns_get (self, i), casebook, record, language);
  if (self->type == SHANHAI_RECORD_OTHER || !comes_back (self, record, cells, self->reader))
    for (guint i = 0; i < self->columns->len; i++)
      if (shanhai_table_columns_get (self, i)->part == SHANHAI_PART_JSON)
        cells[i] = shanhai_record_to_line (record);

  for (guint i = 0; i < self->columns->len; i++)
    if (is_number (shanhai_table_columns_get (self, i)->part))
      shanhai_csv_writer_add_number (writer, cells[i]);
    else
      shanhai_csv_writer_add_text (writer, cells[i]);
  shanhai_csv_writer_end_row (writer);

  /* g_strfreev stops at the first NULL */
  for (guint i = 0; i < self->columns->len; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
}

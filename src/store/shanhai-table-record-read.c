/* shanhai-table-record-read.c - a row of a table back to a record. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back goes through the reader of casebook files: cells become the JSON of a line, so that a table can't bring in what a file
 * couldn't, and errors read the same. */

#include "shanhai-config.h"

#include "shanhai-table-columns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-record-private.h"

static void
append_json_text (GString    *json,
                  const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      {
        g_string_append_c (json, '\\');
        g_string_append_c (json, *text);
      }
    else if ((guint8) *text < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

static void
append_member (GString    *json,
               const char *member)
{
  if (json->str[json->len - 1] != '{')
    g_string_append_c (json, ',');
  append_json_text (json, member);
  g_string_append_c (json, ':');
}

static void
append_text_member (GString    *json,
                    const char *member,
                    const char *text)
{
  if (text == NULL)
    return;

  append_member (json, member);
  append_json_text (json, text);
}

/* what Excel makes of true and of a person's yes; anything else is for the reader to refuse */
static void
append_flag (GString    *json,
             const char *member,
             const char *text)
{
  static const char * const yes[] = { "true", "TRUE", "True", "1", "是", "yes", NULL };
  static const char * const no[] = { "false", "FALSE", "False", "0", "否", "no", NULL };

  if (text == NULL || g_strv_contains (no, text))
    return;
  append_member (json, member);
  if (g_strv_contains (yes, text))
    g_string_append (json, "true");
  else
    append_json_text (json, text);
}

static void
append_list (GString    *json,
             const char *text,
             bool        single)
{
  g_auto (GStrv) items = g_strsplit (text, ";", -1);
  guint n = 0;

  if (single && items[0] != NULL && items[1] == NULL)
    {
      append_json_text (json, g_strstrip (items[0]));
      return;
    }

  g_string_append_c (json, '[');
  for (guint i = 0; items[i] != NULL; i++)
    if (*g_strstrip (items[i]) != '\0')
      {
        if (n++ > 0)
          g_string_append_c (json, ',');
        append_json_text (json, items[i]);
      }
  g_string_append_c (json, ']');
}

static bool
is_json (const char *text)
{
  return text[0] == '{' || text[0] == '[';
}

/* a whole number as Excel may show it; else a text, which the reader will refuse with the member's name */
static void
append_whole (GString    *json,
              const char *member,
              const char *text)
{
  if (text == NULL)
    return;

  append_member (json, member);
  if (strspn (text, "0123456789") == strlen (text) && strlen (text) < 19 && (text[0] != '0' || text[1] == '\0'))
    g_string_append (json, text);
  else
    append_json_text (json, text);
}

static const char *
find_in_row (const ShanhaiTableRow *row,
             const ShanhaiField    *field,
             ShanhaiTablePart       part,
             guint                  index)
{
  for (guint i = 0; i < row->columns->columns->len; i++)
    {
      const ShanhaiTableColumn *column = shanhai_table_columns_get (row->columns, i);

      if (column->field == field && column->part == part && column->index == index)
        return row->cells[i];
    }

  return NULL;
}

static void
append_quantity (GString               *json,
                 const ShanhaiTableRow *row,
                 const ShanhaiField    *field)
{
  bool any = false;

  for (guint i = 0; i < row->columns->columns->len; i++)
    {
      const ShanhaiTableColumn *column = shanhai_table_columns_get (row->columns, i);

      any = any || (column->field == field && column->part >= SHANHAI_PART_VALUE && row->cells[i] != NULL);
    }
  if (!any)
    return;

  append_member (json, field->member);
  g_string_append_c (json, '{');
  for (ShanhaiTablePart part = SHANHAI_PART_VALUE; part < SHANHAI_PART_PLANNED; part++)
    append_text_member (json, shanhai_table_quantity_parts[part - SHANHAI_PART_VALUE], find_in_row (row, field, part, 0));
  append_flag (json, "planned", find_in_row (row, field, SHANHAI_PART_PLANNED, 0));
  g_string_append_c (json, '}');
}

static void
append_name (GString               *json,
             const ShanhaiTableRow *row,
             const ShanhaiField    *field)
{
  const char *plain = find_in_row (row, field, SHANHAI_PART_WHOLE, 0);
  bool any = false;

  for (guint i = 0; i < row->columns->columns->len; i++)
    {
      const ShanhaiTableColumn *column = shanhai_table_columns_get (row->columns, i);

      if (column->field != field || column->part != SHANHAI_PART_LANGUAGE || row->cells[i] == NULL)
        continue;
      if (!any)
        {
          append_member (json, field->member);
          g_string_append_c (json, '{');
        }
      any = true;
      append_text_member (json, column->language, row->cells[i]);
    }

  if (any)
    g_string_append_c (json, '}');
  else
    append_text_member (json, field->member, plain);
}

static void
append_citations (GString               *json,
                  const ShanhaiTableRow *row,
                  const ShanhaiField    *field)
{
  bool any = false;

  for (guint c = 0; c < row->columns->n_citations; c++)
    {
      const char *cells[SHANHAI_PART_HASH - SHANHAI_PART_SOURCE + 1];
      bool has = false;

      for (ShanhaiTablePart part = SHANHAI_PART_SOURCE; part <= SHANHAI_PART_HASH; part++)
        {
          cells[part - SHANHAI_PART_SOURCE] = part != SHANHAI_PART_SOURCE_LABEL ? find_in_row (row, field, part, c) : NULL;
          has = has || cells[part - SHANHAI_PART_SOURCE] != NULL;
        }
      if (!has)
        continue;

      if (!any)
        append_member (json, field->member);
      g_string_append (json, any ? ",{" : "[{");
      any = true;
      append_text_member (json, "source", cells[0]);
      append_text_member (json, "quote", cells[SHANHAI_PART_QUOTE - SHANHAI_PART_SOURCE]);
      append_whole (json, "start", cells[SHANHAI_PART_START - SHANHAI_PART_SOURCE]);
      append_whole (json, "length", cells[SHANHAI_PART_LENGTH - SHANHAI_PART_SOURCE]);
      append_whole (json, "paragraph", cells[SHANHAI_PART_PARAGRAPH - SHANHAI_PART_SOURCE]);
      append_text_member (json, "hash", cells[SHANHAI_PART_HASH - SHANHAI_PART_SOURCE]);
      g_string_append_c (json, '}');
    }

  if (any)
    g_string_append_c (json, ']');
}

static void
append_field (GString               *json,
              const ShanhaiTableRow *row,
              const ShanhaiField    *field,
              ShanhaiRecordType      type)
{
  const char *whole = find_in_row (row, field, SHANHAI_PART_WHOLE, 0);

  if (field->kind == SHANHAI_FIELD_QUANTITY)
    append_quantity (json, row, field);
  else if (field->kind == SHANHAI_FIELD_NAME)
    append_name (json, row, field);
  else if (field->kind == SHANHAI_FIELD_CITATIONS)
    append_citations (json, row, field);
  else if (whole == NULL)
    return;
  else if (field->kind == SHANHAI_FIELD_FLAG)
    append_flag (json, field->member, whole);
  else if (field->kind == SHANHAI_FIELD_REFERENCES || field->kind == SHANHAI_FIELD_STRINGS)
    {
      append_member (json, field->member);
      append_list (json, whole, false);
    }
  else if (field->kind == SHANHAI_FIELD_ENDS || field->kind == SHANHAI_FIELD_ABOUT)
    {
      append_member (json, field->member);
      if (is_json (whole))
        g_string_append (json, whole);
      else if (field->kind == SHANHAI_FIELD_ABOUT)
        append_json_text (json, whole);
      else
        append_list (json, whole, type == SHANHAI_RECORD_FLOW);
    }
  else
    append_text_member (json, field->member, whole);
}

static ShanhaiRecord *
read_cells (const ShanhaiTableRow  *row,
            ShanhaiRecordReader    *reader,
            const char             *id,
            GError                **error)
{
  g_autoptr (GString) json = g_string_new ("{");
  const ShanhaiTableColumns *self = row->columns;
  ShanhaiLineKind kind;
  ShanhaiRecord *record = NULL;

  append_text_member (json, "record", shanhai_record_type_get_name (self->type));
  append_text_member (json, "id", id);
  for (guint i = 0; i < self->n_fields; i++)
    append_field (json, row, &self->fields[i], self->type);
  g_string_append_c (json, '}');

  shanhai_record_reader_read (reader, json->str, json->len, &kind, &record, NULL, NULL, error);
  return record;
}

/* a table holds no carriage return and tells an empty text from none no more */
static bool
is_same_cell (const char *given,
              const char *found)
{
  return g_strcmp0 (given, found) == 0 || (given != NULL && *given == '\0' && found == NULL) || (given != NULL && strchr (given, '\r') != NULL);
}

/* Fields whose cells are still what the record gives are taken from it whole; the others a person has changed. */
static void
keep_unchanged (const ShanhaiTableRow *row,
                ShanhaiRecord         *from,
                ShanhaiRecord         *record)
{
  const ShanhaiTableColumns *self = row->columns;

  for (guint f = 0; f < self->n_fields; f++)
    {
      bool same = true;

      for (guint i = 0; same && i < self->columns->len; i++)
        {
          const ShanhaiTableColumn *column = shanhai_table_columns_get (self, i);

          if (column->field == &self->fields[f] && column->part != SHANHAI_PART_LABEL && column->part != SHANHAI_PART_SOURCE_LABEL)
            {
              g_autofree char *cell = shanhai_table_column_dup_cell (column, NULL, from, SHANHAI_LANGUAGE_ENGLISH);

              same = is_same_cell (cell, row->cells[i]);
            }
        }
      if (same)
        shanhai_field_copy (&self->fields[f], from, record);
    }
  shanhai_record_set_extra (record, shanhai_record_get_extra (from));
}

static const char *
find_special (const ShanhaiTableRow *row,
              ShanhaiTablePart       part)
{
  return find_in_row (row, NULL, part, 0);
}

ShanhaiRecord *
shanhai_table_row_read (const ShanhaiTableRow  *row,
                        ShanhaiRecordReader    *reader,
                        GError                **error)
{
  const char *json = find_special (row, SHANHAI_PART_JSON);
  const char *type = find_special (row, SHANHAI_PART_RECORD);
  const char *id = find_special (row, SHANHAI_PART_ID);
  g_autoptr (ShanhaiRecord) stored = NULL;
  g_autoptr (ShanhaiRecord) record = NULL;

  if (json != NULL)
    {
      ShanhaiLineKind kind;

      if (!shanhai_record_reader_read (reader, json, strlen (json), &kind, &stored, NULL, NULL, error))
        return NULL;
      if (shanhai_record_get_record_type (stored) == SHANHAI_RECORD_OTHER)
        return g_steal_pointer (&stored);
    }

  if (type != NULL && shanhai_record_type_from_name (type) != row->columns->type)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_VALUE, _("a record of the type “%s” in a table of the type “%s”"), type,
                   shanhai_record_type_get_name (row->columns->type));
      return NULL;
    }
  if (id == NULL)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("“id” is missing; give the record one that no other has"));
      return NULL;
    }

  record = read_cells (row, reader, id, error);
  if (record != NULL && stored != NULL && shanhai_record_get_record_type (stored) == row->columns->type)
    keep_unchanged (row, stored, record);

  return g_steal_pointer (&record);
}

ShanhaiRecord *
shanhai_table_columns_read_record (ShanhaiTableColumns  *self,
                                   ShanhaiRecordReader  *reader,
                                   const ShanhaiTable   *table,
                                   guint                 table_row,
                                   GError              **error)
{
  g_autofree const char **cells = g_new0 (const char *, self->columns->len);
  ShanhaiTableRow row = { self, cells };

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *cell = shanhai_csv_unmark (shanhai_table_get_cell (table, table_row, shanhai_table_columns_get (self, i)->place));

      cells[i] = *cell != '\0' ? cell : NULL;
    }

  return shanhai_table_row_read (&row, reader, error);
}

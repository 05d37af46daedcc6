/* shanhai-table-columns.c - the columns in which records of one type are exported and come back. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-columns-private.h"

#include <string.h>

#include "shanhai-record-private.h"

/* a record with more goes into the column `json` */
#define MAX_CITATIONS 9

const char * const shanhai_table_quantity_parts[6] = { "value", "value_hi", "precision", "unit", "qualifier", "planned" };
const char * const shanhai_table_citation_parts[7] = { "source", "source.label", "quote", "start", "length", "paragraph", "hash" };

static void
add (ShanhaiTableColumns *self,
     const ShanhaiField  *field,
     ShanhaiTablePart     part,
     guint                index,
     const char          *language)
{
  ShanhaiTableColumn column = { field, part, index, language, self->columns->len };

  g_array_append_val (self->columns, column);
  if (part >= SHANHAI_PART_SOURCE)
    self->n_citations = MAX (self->n_citations, index + 1);
}

static ShanhaiTableColumns *
columns_new (ShanhaiRecordType type)
{
  ShanhaiTableColumns *self = g_new0 (ShanhaiTableColumns, 1);
  g_autoptr (ShanhaiRecord) sample = shanhai_record_new (type, NULL);

  self->type = type;
  self->fields = shanhai_record_get_fields (sample, &self->n_fields);
  self->columns = g_array_new (false, true, sizeof (ShanhaiTableColumn));

  return self;
}

void
shanhai_table_columns_free (ShanhaiTableColumns *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_clear_pointer (&self->reader, shanhai_record_reader_free);
  g_free (self);
}

/* the languages in which any record has that name, en and zh always and first */
static void
add_name (ShanhaiTableColumns *self,
          ShanhaiRecordList   *list,
          const ShanhaiField  *field)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  g_ptr_array_add (languages, (gpointer) g_intern_static_string ("en"));
  g_ptr_array_add (languages, (gpointer) g_intern_static_string ("zh"));
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      const ShanhaiName *name = SHANHAI_FIELD_SLOT (ShanhaiName *, shanhai_record_list_peek (list, i), field);

      for (guint n = 0; name != NULL && !shanhai_name_is_plain (name) && n < shanhai_name_get_n (name); n++)
        {
          const char *language;

          shanhai_name_get_nth (name, n, &language);
          language = g_intern_string (language);
          if (!g_ptr_array_find (languages, language, NULL) && strchr (language, '.') == NULL)
            g_ptr_array_add (languages, (gpointer) language);
        }
    }

  add (self, field, SHANHAI_PART_WHOLE, 0, NULL);
  for (guint i = 0; i < languages->len; i++)
    add (self, field, SHANHAI_PART_LANGUAGE, 0, languages->pdata[i]);
}

static void
add_citations (ShanhaiTableColumns *self,
               ShanhaiRecordList   *list,
               const ShanhaiField  *field)
{
  guint most = 1;

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      const ShanhaiCitations *citations = shanhai_record_get_citations (shanhai_record_list_peek (list, i));

      if (citations != NULL)
        most = MAX (most, citations->n);
    }

  for (guint c = 0; c < MIN (most, MAX_CITATIONS); c++)
    for (ShanhaiTablePart part = SHANHAI_PART_SOURCE; part <= SHANHAI_PART_HASH; part++)
      add (self, field, part, c, NULL);
}

ShanhaiTableColumns *
shanhai_table_columns_new (ShanhaiCasebook   *casebook,
                           ShanhaiRecordType  type)
{
  ShanhaiTableColumns *self = columns_new (type);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

  add (self, NULL, SHANHAI_PART_RECORD, 0, NULL);
  add (self, NULL, SHANHAI_PART_ID, 0, NULL);
  for (guint i = 0; type != SHANHAI_RECORD_OTHER && i < self->n_fields; i++)
    {
      const ShanhaiField *field = &self->fields[i];

      switch (field->kind)
        {
        case SHANHAI_FIELD_NAME:
          add_name (self, list, field);
          break;
        case SHANHAI_FIELD_QUANTITY:
          for (ShanhaiTablePart part = SHANHAI_PART_VALUE; part <= SHANHAI_PART_PLANNED; part++)
            add (self, field, part, 0, NULL);
          add (self, field, SHANHAI_PART_LABEL, 0, NULL);
          break;
        case SHANHAI_FIELD_CITATIONS:
          add_citations (self, list, field);
          break;
        case SHANHAI_FIELD_KEY:
        case SHANHAI_FIELD_REFERENCE:
        case SHANHAI_FIELD_REFERENCES:
        case SHANHAI_FIELD_ENDS:
        case SHANHAI_FIELD_PERIOD:
          add (self, field, SHANHAI_PART_WHOLE, 0, NULL);
          add (self, field, SHANHAI_PART_LABEL, 0, NULL);
          break;
        case SHANHAI_FIELD_STRING:
        case SHANHAI_FIELD_FLAG:
        case SHANHAI_FIELD_STRINGS:
        case SHANHAI_FIELD_ABOUT:
        default:
          add (self, field, SHANHAI_PART_WHOLE, 0, NULL);
          break;
        }
    }
  add (self, NULL, SHANHAI_PART_JSON, 0, NULL);

  return self;
}

/* -- headings -- */

static char *
dup_heading (const ShanhaiTableColumn *column)
{
  g_autofree char *number = NULL;

  switch (column->part)
    {
    case SHANHAI_PART_RECORD:
      return g_strdup ("record");
    case SHANHAI_PART_ID:
      return g_strdup ("id");
    case SHANHAI_PART_JSON:
      return g_strdup ("json");
    case SHANHAI_PART_WHOLE:
      return g_strdup (column->field->member);
    case SHANHAI_PART_LABEL:
      return g_strconcat (column->field->member, ".label", NULL);
    case SHANHAI_PART_LANGUAGE:
      return g_strconcat (column->field->member, ".", column->language, NULL);
    case SHANHAI_PART_VALUE:
    case SHANHAI_PART_VALUE_HI:
    case SHANHAI_PART_PRECISION:
    case SHANHAI_PART_UNIT:
    case SHANHAI_PART_QUALIFIER:
    case SHANHAI_PART_PLANNED:
      return g_strconcat (column->field->member, ".", shanhai_table_quantity_parts[column->part - SHANHAI_PART_VALUE], NULL);
    case SHANHAI_PART_SOURCE:
    case SHANHAI_PART_SOURCE_LABEL:
    case SHANHAI_PART_QUOTE:
    case SHANHAI_PART_START:
    case SHANHAI_PART_LENGTH:
    case SHANHAI_PART_PARAGRAPH:
    case SHANHAI_PART_HASH:
    default:
      number = column->index > 0 ? g_strdup_printf ("%u", column->index + 1) : g_strdup ("");
      return g_strconcat ("citation", number, ".", shanhai_table_citation_parts[column->part - SHANHAI_PART_SOURCE], NULL);
    }
}

static bool
find_part (const char         *name,
           const char * const *parts,
           guint               n,
           ShanhaiTablePart    first,
           ShanhaiTablePart   *out)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (name, parts[i]) == 0)
      {
        *out = first + i;
        return true;
      }

  return false;
}

static bool
parse_citation_heading (const char         *heading,
                        ShanhaiTableColumn *column)
{
  char *rest;
  guint64 number = 1;

  if (!g_str_has_prefix (heading, "citation"))
    return false;
  heading += strlen ("citation");
  if (g_ascii_isdigit (*heading))
    number = g_ascii_strtoull (heading, &rest, 10);
  else
    rest = (char *) heading;
  if (*rest != '.' || number == 0 || number > MAX_CITATIONS)
    return false;
  column->index = (guint) number - 1;

  return find_part (rest + 1, shanhai_table_citation_parts, G_N_ELEMENTS (shanhai_table_citation_parts), SHANHAI_PART_SOURCE, &column->part);
}

static bool
parse_heading (const ShanhaiTableColumns *self,
               const char                *heading,
               ShanhaiTableColumn        *column)
{
  const char *dot = strchr (heading, '.');
  const gsize length = dot != NULL ? (gsize) (dot - heading) : strlen (heading);

  if (strcmp (heading, "record") == 0 || strcmp (heading, "id") == 0 || strcmp (heading, "json") == 0)
    {
      column->part = heading[0] == 'r' ? SHANHAI_PART_RECORD : heading[0] == 'i' ? SHANHAI_PART_ID : SHANHAI_PART_JSON;
      return true;
    }

  for (guint i = 0; i < self->n_fields; i++)
    {
      const ShanhaiField *field = &self->fields[i];

      column->field = field;
      if (field->kind == SHANHAI_FIELD_CITATIONS && parse_citation_heading (heading, column))
        return true;
      if (strncmp (field->member, heading, length) != 0 || field->member[length] != '\0')
        continue;

      if (dot == NULL)
        {
          column->part = SHANHAI_PART_WHOLE;
          return field->kind != SHANHAI_FIELD_QUANTITY && field->kind != SHANHAI_FIELD_CITATIONS;
        }
      if (strcmp (dot, ".label") == 0)
        {
          column->part = SHANHAI_PART_LABEL;
          return true;
        }
      if (field->kind == SHANHAI_FIELD_QUANTITY)
        return find_part (dot + 1, shanhai_table_quantity_parts, G_N_ELEMENTS (shanhai_table_quantity_parts), SHANHAI_PART_VALUE, &column->part);
      if (field->kind == SHANHAI_FIELD_NAME && dot[1] != '\0')
        {
          column->part = SHANHAI_PART_LANGUAGE;
          column->language = g_intern_string (dot + 1);
          return true;
        }
      return false;
    }

  return false;
}

ShanhaiTableColumns *
shanhai_table_columns_from_header (const ShanhaiTable  *table,
                                   guint                row,
                                   ShanhaiRecordType    type,
                                   char               **unknown)
{
  g_autoptr (ShanhaiTableColumns) self = columns_new (type);
  bool has_record = false, has_id = false;

  if (unknown != NULL)
    *unknown = NULL;
  for (guint c = 0; c < shanhai_table_get_n_cells (table, row); c++)
    {
      const char *heading = shanhai_table_get_cell (table, row, c);
      ShanhaiTableColumn column = { .place = c };

      if (parse_heading (self, heading, &column))
        {
          g_array_append_val (self->columns, column);
          if (column.part >= SHANHAI_PART_SOURCE)
            self->n_citations = MAX (self->n_citations, column.index + 1);
        }
      else if (unknown != NULL && *unknown == NULL && *heading != '\0')
        *unknown = g_strdup (heading);
      has_record = has_record || (column.field == NULL && column.part == SHANHAI_PART_RECORD && strcmp (heading, "record") == 0);
      has_id = has_id || strcmp (heading, "id") == 0;
    }

  return has_record && has_id ? g_steal_pointer (&self) : NULL;
}

ShanhaiRecordType
shanhai_table_columns_detect (const ShanhaiTable *table)
{
  const int place = shanhai_table_find_heading (table, "record");

  if (place < 0 || shanhai_table_find_heading (table, "id") < 0)
    return SHANHAI_RECORD_OTHER;
  for (guint row = 1; row < shanhai_table_get_n_rows (table); row++)
    if (*shanhai_table_get_cell (table, row, (guint) place) != '\0')
      return shanhai_record_type_from_name (shanhai_table_get_cell (table, row, (guint) place));

  return SHANHAI_RECORD_OTHER;
}

void
shanhai_table_columns_write_header (ShanhaiTableColumns *self,
                                    ShanhaiCsvWriter    *writer)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *heading = dup_heading (shanhai_table_columns_get (self, i));

      shanhai_csv_writer_add_text (writer, heading);
    }
  shanhai_csv_writer_end_row (writer);
}

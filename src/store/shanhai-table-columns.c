/* shanhai-table-columns.c - the columns in which records of one type are exported and come back. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back goes through the reader of casebook files: cells become the JSON of a line, so that a table can't bring in what a file
 * couldn't, and errors read the same. */

#include "shanhai-config.h"

#include "shanhai-table-columns.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "shanhai-record-private.h"
#include "shanhai-record-write.h"
#include "shanhai-vocabulary.h"

/* a record with more goes into the column `json` */
#define MAX_CITATIONS 9
#define SEPARATOR "; "

typedef enum
{
  PART_RECORD,
  PART_ID,
  PART_JSON,
  PART_WHOLE,
  PART_LABEL,
  PART_LANGUAGE,
  /* of a quantity, in the order of `quantity_parts` */
  PART_VALUE,
  PART_VALUE_HI,
  PART_PRECISION,
  PART_UNIT,
  PART_QUALIFIER,
  PART_PLANNED,
  /* of a citation, in the order of `citation_parts` */
  PART_SOURCE,
  PART_SOURCE_LABEL,
  PART_QUOTE,
  PART_START,
  PART_LENGTH,
  PART_PARAGRAPH,
  PART_HASH,
} Part;

static const char * const quantity_parts[] = { "value", "value_hi", "precision", "unit", "qualifier", "planned" };
static const char * const citation_parts[] = { "source", "source.label", "quote", "start", "length", "paragraph", "hash" };

typedef struct
{
  const ShanhaiField *field;  /* NULL for record, id, json */
  Part                part;
  guint               index;     /* which citation */
  const char         *language;  /* interned, of a name */
  guint               place;     /* column of the table */
} Column;

struct _ShanhaiTableColumns
{
  ShanhaiRecordType   type;
  const ShanhaiField *fields;
  guint               n_fields;
  GArray             *columns;  /* of Column */
  guint               n_citations;
  ShanhaiRecordReader *reader;  /* tries whether written cells come back; made when it is needed */
};

static const Column *
get_column (const ShanhaiTableColumns *self,
            guint                      index)
{
  return &g_array_index (self->columns, Column, index);
}

static void
add (ShanhaiTableColumns *self,
     const ShanhaiField  *field,
     Part                 part,
     guint                index,
     const char          *language)
{
  Column column = { field, part, index, language, self->columns->len };

  g_array_append_val (self->columns, column);
  if (part >= PART_SOURCE)
    self->n_citations = MAX (self->n_citations, index + 1);
}

static ShanhaiTableColumns *
columns_new (ShanhaiRecordType type)
{
  ShanhaiTableColumns *self = g_new0 (ShanhaiTableColumns, 1);
  g_autoptr (ShanhaiRecord) sample = shanhai_record_new (type, NULL);

  self->type = type;
  self->fields = shanhai_record_get_fields (sample, &self->n_fields);
  self->columns = g_array_new (false, true, sizeof (Column));

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

  add (self, field, PART_WHOLE, 0, NULL);
  for (guint i = 0; i < languages->len; i++)
    add (self, field, PART_LANGUAGE, 0, languages->pdata[i]);
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
    for (Part part = PART_SOURCE; part <= PART_HASH; part++)
      add (self, field, part, c, NULL);
}

ShanhaiTableColumns *
shanhai_table_columns_new (ShanhaiCasebook   *casebook,
                           ShanhaiRecordType  type)
{
  ShanhaiTableColumns *self = columns_new (type);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

  add (self, NULL, PART_RECORD, 0, NULL);
  add (self, NULL, PART_ID, 0, NULL);
  for (guint i = 0; type != SHANHAI_RECORD_OTHER && i < self->n_fields; i++)
    {
      const ShanhaiField *field = &self->fields[i];

      switch (field->kind)
        {
        case SHANHAI_FIELD_NAME:
          add_name (self, list, field);
          break;
        case SHANHAI_FIELD_QUANTITY:
          for (Part part = PART_VALUE; part <= PART_PLANNED; part++)
            add (self, field, part, 0, NULL);
          add (self, field, PART_LABEL, 0, NULL);
          break;
        case SHANHAI_FIELD_CITATIONS:
          add_citations (self, list, field);
          break;
        case SHANHAI_FIELD_KEY:
        case SHANHAI_FIELD_REFERENCE:
        case SHANHAI_FIELD_REFERENCES:
        case SHANHAI_FIELD_ENDS:
        case SHANHAI_FIELD_PERIOD:
          add (self, field, PART_WHOLE, 0, NULL);
          add (self, field, PART_LABEL, 0, NULL);
          break;
        case SHANHAI_FIELD_STRING:
        case SHANHAI_FIELD_FLAG:
        case SHANHAI_FIELD_STRINGS:
        case SHANHAI_FIELD_ABOUT:
        default:
          add (self, field, PART_WHOLE, 0, NULL);
          break;
        }
    }
  add (self, NULL, PART_JSON, 0, NULL);

  return self;
}

/* -- headings -- */

static char *
dup_heading (const Column *column)
{
  g_autofree char *number = NULL;

  switch (column->part)
    {
    case PART_RECORD:
      return g_strdup ("record");
    case PART_ID:
      return g_strdup ("id");
    case PART_JSON:
      return g_strdup ("json");
    case PART_WHOLE:
      return g_strdup (column->field->member);
    case PART_LABEL:
      return g_strconcat (column->field->member, ".label", NULL);
    case PART_LANGUAGE:
      return g_strconcat (column->field->member, ".", column->language, NULL);
    case PART_VALUE:
    case PART_VALUE_HI:
    case PART_PRECISION:
    case PART_UNIT:
    case PART_QUALIFIER:
    case PART_PLANNED:
      return g_strconcat (column->field->member, ".", quantity_parts[column->part - PART_VALUE], NULL);
    case PART_SOURCE:
    case PART_SOURCE_LABEL:
    case PART_QUOTE:
    case PART_START:
    case PART_LENGTH:
    case PART_PARAGRAPH:
    case PART_HASH:
    default:
      number = column->index > 0 ? g_strdup_printf ("%u", column->index + 1) : g_strdup ("");
      return g_strconcat ("citation", number, ".", citation_parts[column->part - PART_SOURCE], NULL);
    }
}

static bool
find_part (const char         *name,
           const char * const *parts,
           guint               n,
           Part                first,
           Part               *out)
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
parse_citation_heading (const char *heading,
                        Column     *column)
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

  return find_part (rest + 1, citation_parts, G_N_ELEMENTS (citation_parts), PART_SOURCE, &column->part);
}

static bool
parse_heading (const ShanhaiTableColumns *self,
               const char                *heading,
               Column                    *column)
{
  const char *dot = strchr (heading, '.');
  const gsize length = dot != NULL ? (gsize) (dot - heading) : strlen (heading);

  if (strcmp (heading, "record") == 0 || strcmp (heading, "id") == 0 || strcmp (heading, "json") == 0)
    {
      column->part = heading[0] == 'r' ? PART_RECORD : heading[0] == 'i' ? PART_ID : PART_JSON;
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
          column->part = PART_WHOLE;
          return field->kind != SHANHAI_FIELD_QUANTITY && field->kind != SHANHAI_FIELD_CITATIONS;
        }
      if (strcmp (dot, ".label") == 0)
        {
          column->part = PART_LABEL;
          return true;
        }
      if (field->kind == SHANHAI_FIELD_QUANTITY)
        return find_part (dot + 1, quantity_parts, G_N_ELEMENTS (quantity_parts), PART_VALUE, &column->part);
      if (field->kind == SHANHAI_FIELD_NAME && dot[1] != '\0')
        {
          column->part = PART_LANGUAGE;
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
      Column column = { .place = c };

      if (parse_heading (self, heading, &column))
        {
          g_array_append_val (self->columns, column);
          if (column.part >= PART_SOURCE)
            self->n_citations = MAX (self->n_citations, column.index + 1);
        }
      else if (unknown != NULL && *unknown == NULL && *heading != '\0')
        *unknown = g_strdup (heading);
      has_record = has_record || (column.field == NULL && column.part == PART_RECORD && strcmp (heading, "record") == 0);
      has_id = has_id || strcmp (heading, "id") == 0;
    }

  return has_record && has_id ? g_steal_pointer (&self) : NULL;
}

static int
find_cell (const ShanhaiTable *table,
           const char         *heading)
{
  for (guint c = 0; c < shanhai_table_get_n_cells (table, 0); c++)
    if (strcmp (shanhai_table_get_cell (table, 0, c), heading) == 0)
      return (int) c;

  return -1;
}

ShanhaiRecordType
shanhai_table_columns_detect (const ShanhaiTable *table)
{
  const int place = find_cell (table, "record");

  if (place < 0 || find_cell (table, "id") < 0)
    return SHANHAI_RECORD_OTHER;
  for (guint row = 1; row < shanhai_table_get_n_rows (table); row++)
    if (*shanhai_table_get_cell (table, row, (guint) place) != '\0')
      return shanhai_record_type_from_name (shanhai_table_get_cell (table, row, (guint) place));

  return SHANHAI_RECORD_OTHER;
}

/* -- records to cells -- */

static char *
join_ids (const ShanhaiStrings *strings)
{
  return g_strjoinv (SEPARATOR, (char **) strings->items);
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

      g_string_append_printf (text, "%s%s", i > 0 ? SEPARATOR : "", label);
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
    g_string_append_printf (ids, "%s%s", i > 0 ? SEPARATOR : "", ends->items[i].id);

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
                   Part                   part)
{
  switch ((int) part)
    {
    case PART_VALUE:
      return shanhai_decimal_to_string (&quantity->value);
    case PART_VALUE_HI:
      return quantity->has_hi ? shanhai_decimal_to_string (&quantity->value_hi) : NULL;
    case PART_PRECISION:
      return quantity->precision.digits != 1 || quantity->precision.scale != 0 ? shanhai_decimal_to_string (&quantity->precision) : NULL;
    case PART_UNIT:
      return g_strdup (quantity->unit);
    case PART_QUALIFIER:
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
                   Part                   part,
                   ShanhaiLanguage        language)
{
  switch ((int) part)
    {
    case PART_SOURCE:
      return g_strdup (citation->source);
    case PART_SOURCE_LABEL:
      return casebook != NULL ? shanhai_casebook_dup_label (casebook, citation->source, language) : NULL;
    case PART_QUOTE:
      return g_strdup (citation->quote);
    case PART_START:
      return dup_number (citation->start, 0);
    case PART_LENGTH:
      return dup_number (citation->length, 0);
    case PART_PARAGRAPH:
      return dup_number (citation->paragraph, 1);
    default:
      return g_strdup (citation->hash);
    }
}

/* (transfer full) (nullable): the cell; without a casebook, labels are left out */
static char *
dup_cell (const Column    *column,
          ShanhaiCasebook *casebook,
          ShanhaiRecord   *record,
          ShanhaiLanguage  language)
{
  if (column->part == PART_RECORD)
    return g_strdup (shanhai_record_type_get_name (shanhai_record_get_record_type (record)));
  if (column->part == PART_ID)
    return g_strdup (shanhai_record_get_id (record));
  if (column->field == NULL || !shanhai_field_is_set (column->field, record))
    return NULL;

  if (column->part == PART_WHOLE)
    return dup_whole (record, column->field);
  if (column->part == PART_LABEL)
    return dup_label (casebook, record, column->field, language);
  if (column->part == PART_LANGUAGE)
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
  if (column->part <= PART_PLANNED)
    return dup_quantity_part (SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, column->field), column->part);

  {
    const ShanhaiCitations *citations = SHANHAI_FIELD_SLOT (ShanhaiCitations *, record, column->field);

    return column->index < citations->n ? dup_citation_part (casebook, &citations->items[column->index], column->part, language) : NULL;
  }
}

static bool
is_number (Part part)
{
  return part == PART_VALUE || part == PART_VALUE_HI || part == PART_PRECISION || part == PART_START || part == PART_LENGTH || part == PART_PARAGRAPH;
}

/* -- cells to records -- */

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

/* the cells of one row, by column; NULL where empty */
typedef struct
{
  const ShanhaiTableColumns *columns;
  const char               **cells;
} Row;

static const char *
find_in_row (const Row          *row,
             const ShanhaiField *field,
             Part                part,
             guint               index)
{
  for (guint i = 0; i < row->columns->columns->len; i++)
    {
      const Column *column = get_column (row->columns, i);

      if (column->field == field && column->part == part && column->index == index)
        return row->cells[i];
    }

  return NULL;
}

static void
append_quantity (GString            *json,
                 const Row          *row,
                 const ShanhaiField *field)
{
  bool any = false;

  for (guint i = 0; i < row->columns->columns->len; i++)
    any = any || (get_column (row->columns, i)->field == field && get_column (row->columns, i)->part >= PART_VALUE && row->cells[i] != NULL);
  if (!any)
    return;

  append_member (json, field->member);
  g_string_append_c (json, '{');
  for (Part part = PART_VALUE; part < PART_PLANNED; part++)
    append_text_member (json, quantity_parts[part - PART_VALUE], find_in_row (row, field, part, 0));
  append_flag (json, "planned", find_in_row (row, field, PART_PLANNED, 0));
  g_string_append_c (json, '}');
}

static void
append_name (GString            *json,
             const Row          *row,
             const ShanhaiField *field)
{
  const char *plain = find_in_row (row, field, PART_WHOLE, 0);
  bool any = false;

  for (guint i = 0; i < row->columns->columns->len; i++)
    {
      const Column *column = get_column (row->columns, i);

      if (column->field != field || column->part != PART_LANGUAGE || row->cells[i] == NULL)
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
append_citations (GString            *json,
                  const Row          *row,
                  const ShanhaiField *field)
{
  bool any = false;

  for (guint c = 0; c < row->columns->n_citations; c++)
    {
      const char *cells[PART_HASH - PART_SOURCE + 1];
      bool has = false;

      for (Part part = PART_SOURCE; part <= PART_HASH; part++)
        {
          cells[part - PART_SOURCE] = part != PART_SOURCE_LABEL ? find_in_row (row, field, part, c) : NULL;
          has = has || cells[part - PART_SOURCE] != NULL;
        }
      if (!has)
        continue;

      if (!any)
        append_member (json, field->member);
      g_string_append (json, any ? ",{" : "[{");
      any = true;
      append_text_member (json, "source", cells[0]);
      append_text_member (json, "quote", cells[PART_QUOTE - PART_SOURCE]);
      append_whole (json, "start", cells[PART_START - PART_SOURCE]);
      append_whole (json, "length", cells[PART_LENGTH - PART_SOURCE]);
      append_whole (json, "paragraph", cells[PART_PARAGRAPH - PART_SOURCE]);
      append_text_member (json, "hash", cells[PART_HASH - PART_SOURCE]);
      g_string_append_c (json, '}');
    }

  if (any)
    g_string_append_c (json, ']');
}

static void
append_field (GString            *json,
              const Row          *row,
              const ShanhaiField *field,
              ShanhaiRecordType   type)
{
  const char *whole = find_in_row (row, field, PART_WHOLE, 0);

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
read_cells (const Row            *row,
            ShanhaiRecordReader  *reader,
            const char           *id,
            GError              **error)
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
keep_unchanged (const Row     *row,
                ShanhaiRecord *from,
                ShanhaiRecord *record)
{
  const ShanhaiTableColumns *self = row->columns;

  for (guint f = 0; f < self->n_fields; f++)
    {
      bool same = true;

      for (guint i = 0; same && i < self->columns->len; i++)
        {
          const Column *column = get_column (self, i);

          if (column->field == &self->fields[f] && column->part != PART_LABEL && column->part != PART_SOURCE_LABEL)
            {
              g_autofree char *cell = dup_cell (column, NULL, from, SHANHAI_LANGUAGE_ENGLISH);

              same = is_same_cell (cell, row->cells[i]);
            }
        }
      if (same)
        shanhai_field_copy (&self->fields[f], from, record);
    }
  shanhai_record_set_extra (record, shanhai_record_get_extra (from));
}

static const char *
find_special (const Row *row,
              Part       part)
{
  return find_in_row (row, NULL, part, 0);
}

static ShanhaiRecord *
read_row (const Row            *row,
          ShanhaiRecordReader  *reader,
          GError              **error)
{
  const char *json = find_special (row, PART_JSON);
  const char *type = find_special (row, PART_RECORD);
  const char *id = find_special (row, PART_ID);
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
  Row row = { self, cells };

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *cell = shanhai_csv_unmark (shanhai_table_get_cell (table, table_row, get_column (self, i)->place));

      cells[i] = *cell != '\0' ? cell : NULL;
    }

  return read_row (&row, reader, error);
}

/* -- a whole record -- */

void
shanhai_table_columns_write_header (ShanhaiTableColumns *self,
                                    ShanhaiCsvWriter    *writer)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *heading = dup_heading (get_column (self, i));

      shanhai_csv_writer_add_text (writer, heading);
    }
  shanhai_csv_writer_end_row (writer);
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
  Row row = { self, given };

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (cells[i] != NULL && strchr (cells[i], '\r') != NULL)
        return false;
      given[i] = cells[i] != NULL && *cells[i] != '\0' ? cells[i] : NULL;
    }
  back = read_row (&row, reader, NULL);
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
    cells[i] = dup_cell (get_column (self, i), casebook, record, language);
  if (self->type == SHANHAI_RECORD_OTHER || !comes_back (self, record, cells, self->reader))
    for (guint i = 0; i < self->columns->len; i++)
      if (get_column (self, i)->part == PART_JSON)
        cells[i] = shanhai_record_to_line (record);

  for (guint i = 0; i < self->columns->len; i++)
    if (is_number (get_column (self, i)->part))
      shanhai_csv_writer_add_number (writer, cells[i]);
    else
      shanhai_csv_writer_add_text (writer, cells[i]);
  shanhai_csv_writer_end_row (writer);

  /* g_strfreev stops at the first NULL */
  for (guint i = 0; i < self->columns->len; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
}

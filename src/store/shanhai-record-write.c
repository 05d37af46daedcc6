/* shanhai-record-write.c - a record becomes its canonical line. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A writer of our own, because json-glib's generator can't put out text that we keep without understanding it (unknown members), prints
 * numbers by way of binary floating point (38.74 becomes 38.740000000000002), and needs a tree of nodes first. */

#include "shanhai-config.h"

#include "shanhai-record-write.h"

#include <string.h>

#include "shanhai-other.h"
#include "shanhai-record-private.h"

/* characters that RFC 8785 writes with an escape; 'u' for \u00xx */
static const char escapes[256] = {
  'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'b', 't', 'n', 'u', 'f', 'r', 'u', 'u',
  'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u',
  ['"'] = '"', ['\\'] = '\\',
};

static void
append_text (GString    *string,
             const char *text)
{
  const char *p = text;

  g_string_append_c (string, '"');
  for (;;)
    {
      char escape;

      while (escapes[(guint8) *p] == 0)
        p++;
      g_string_append_len (string, text, p - text);
      if (*p == '\0')
        break;

      escape = escapes[(guint8) *p];
      if (escape == 'u')
        g_string_append_printf (string, "\\u%04x", (guint) *p);
      else
        {
          g_string_append_c (string, '\\');
          g_string_append_c (string, escape);
        }
      text = ++p;
    }
  g_string_append_c (string, '"');
}

static void
append_whole (GString *string,
              gint64   value)
{
  char digits[20];
  guint i = sizeof digits;

  do
    digits[--i] = (char) ('0' + value % 10);
  while ((value /= 10) > 0);
  g_string_append_len (string, digits + i, sizeof digits - i);
}

/* `"member":`, with a comma unless it is the first */
static void
append_member (GString    *string,
               const char *member)
{
  char last = string->len > 0 ? string->str[string->len - 1] : '\0';

  if (last != '{')
    g_string_append_c (string, ',');
  g_string_append_c (string, '"');
  g_string_append (string, member);
  g_string_append (string, "\":");
}

static void
append_text_member (GString    *string,
                    const char *member,
                    const char *text)
{
  if (text == NULL)
    return;

  append_member (string, member);
  append_text (string, text);
}

/* closes an object; its unknown members, if any, are text that begins with a comma */
static void
append_end (GString    *string,
            const char *extra)
{
  if (extra != NULL)
    g_string_append (string, string->str[string->len - 1] == '{' ? extra + 1 : extra);
  g_string_append_c (string, '}');
}

static void
append_name (GString           *string,
             const ShanhaiName *name)
{
  guint n = shanhai_name_get_n (name);
  const char *language;

  if (shanhai_name_is_plain (name))
    {
      append_text (string, shanhai_name_get_nth (name, 0, NULL));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      const char *text = shanhai_name_get_nth (name, i, &language);

      g_string_append_c (string, i == 0 ? '{' : ',');
      append_text (string, language);
      g_string_append_c (string, ':');
      append_text (string, text);
    }
  g_string_append_c (string, '}');
}

static void
append_list (GString            *string,
             const char * const *items)
{
  g_string_append_c (string, '[');
  for (guint i = 0; items[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (string, ',');
      append_text (string, items[i]);
    }
  g_string_append_c (string, ']');
}

static void
append_decimal_member (GString              *string,
                       const char           *member,
                       const ShanhaiDecimal *value)
{
  append_member (string, member);
  g_string_append_c (string, '"');
  shanhai_decimal_append (value, string);
  g_string_append_c (string, '"');
}

static void
append_quantity (GString               *string,
                 const ShanhaiQuantity *quantity)
{
  g_string_append_c (string, '{');
  append_decimal_member (string, "value", &quantity->value);
  if (quantity->has_hi)
    append_decimal_member (string, "value_hi", &quantity->value_hi);
  if (quantity->precision.digits != 1 || quantity->precision.scale != 0)
    append_decimal_member (string, "precision", &quantity->precision);
  append_text_member (string, "unit", quantity->unit);
  if (quantity->qualifier != SHANHAI_QUALIFIER_EXACT)
    append_text_member (string, "qualifier", shanhai_qualifier_to_key (quantity->qualifier));
  if (quantity->planned)
    {
      append_member (string, "planned");
      g_string_append (string, "true");
    }
  append_end (string, quantity->extra);
}

static void
append_ends (GString           *string,
             const ShanhaiEnds *ends)
{
  if (!ends->single)
    g_string_append_c (string, '[');

  for (guint i = 0; i < ends->n; i++)
    {
      const ShanhaiEnd *end = &ends->items[i];

      if (i > 0)
        g_string_append_c (string, ',');
      if (end->id != NULL)
        {
          append_text (string, end->id);
          continue;
        }

      g_string_append_c (string, '{');
      if (end->name != NULL)
        {
          append_member (string, "name");
          append_name (string, end->name);
        }
      append_text_member (string, "kind", end->kind);
      if (end->count != NULL)
        {
          append_member (string, "count");
          append_quantity (string, end->count);
        }
      append_end (string, end->extra);
    }

  if (!ends->single)
    g_string_append_c (string, ']');
}

static void
append_about (GString            *string,
              const ShanhaiAbout *about)
{
  if (about->record != NULL)
    {
      append_text (string, about->record);
      return;
    }

  g_string_append_c (string, '{');
  append_text_member (string, "check", about->check);
  if (about->records != NULL)
    {
      append_member (string, "records");
      append_list (string, (const char * const *) about->records);
    }
  if (about->seen != NULL)
    {
      append_member (string, "seen");
      append_list (string, (const char * const *) about->seen);
    }
  append_end (string, about->extra);
}

static void
append_citations (GString                *string,
                  const ShanhaiCitations *citations)
{
  g_string_append_c (string, '[');
  for (guint i = 0; i < citations->n; i++)
    {
      const ShanhaiCitation *citation = &citations->items[i];

      g_string_append (string, i > 0 ? ",{" : "{");
      append_text_member (string, "source", citation->source);
      append_text_member (string, "quote", citation->quote);
      if (citation->start >= 0)
        {
          append_member (string, "start");
          append_whole (string, citation->start);
        }
      if (citation->length >= 0)
        {
          append_member (string, "length");
          append_whole (string, citation->length);
        }
      if (citation->paragraph > 0)
        {
          append_member (string, "paragraph");
          append_whole (string, citation->paragraph);
        }
      append_text_member (string, "hash", citation->hash);
      append_end (string, citation->extra);
    }
  g_string_append_c (string, ']');
}

static void
append_field (GString            *string,
              const ShanhaiField *field,
              ShanhaiRecord      *record)
{
  gconstpointer value = SHANHAI_FIELD_SLOT (gconstpointer, record, field);

  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_REFERENCE:
      append_text (string, value);
      break;
    case SHANHAI_FIELD_NAME:
      append_name (string, value);
      break;
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      {
        const ShanhaiStrings *strings = value;

        if (strings->single && strings->items[0] != NULL && strings->items[1] == NULL)
          append_text (string, strings->items[0]);
        else
          append_list (string, (const char * const *) strings->items);
      }
      break;
    case SHANHAI_FIELD_ENDS:
      append_ends (string, value);
      break;
    case SHANHAI_FIELD_QUANTITY:
      append_quantity (string, value);
      break;
    case SHANHAI_FIELD_PERIOD:
      append_text (string, shanhai_period_get_text (value));
      break;
    case SHANHAI_FIELD_ABOUT:
      append_about (string, value);
      break;
    case SHANHAI_FIELD_CITATIONS:
      append_citations (string, value);
      break;
    case SHANHAI_FIELD_FLAG:
    default:
      g_string_append (string, "true");
      break;
    }
}

/* a list with nothing in it is a default too; a person may have emptied one */
static bool
is_written (const ShanhaiField *field,
            ShanhaiRecord      *record)
{
  if (!shanhai_field_is_set (field, record))
    return false;

  if (field->kind == SHANHAI_FIELD_REFERENCES || field->kind == SHANHAI_FIELD_STRINGS)
    return SHANHAI_FIELD_SLOT (ShanhaiStrings *, record, field)->items[0] != NULL;
  if (field->kind == SHANHAI_FIELD_ENDS)
    return SHANHAI_FIELD_SLOT (ShanhaiEnds *, record, field)->n > 0;
  if (field->kind == SHANHAI_FIELD_CITATIONS)
    return SHANHAI_FIELD_SLOT (ShanhaiCitations *, record, field)->n > 0;

  return true;
}

/**
 * shanhai_record_append_line:
 * @record: a record that has an id, unless it is of an unknown type
 * @string: where to
 */
void
shanhai_record_append_line (ShanhaiRecord *record,
                            GString       *string)
{
  ShanhaiRecordType type = shanhai_record_get_record_type (record);
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  if (type == SHANHAI_RECORD_OTHER)
    {
      g_string_append (string, shanhai_other_get_line (SHANHAI_OTHER (record)));
      return;
    }

  g_string_append_c (string, '{');
  append_text_member (string, "record", shanhai_record_type_get_name (type));
  append_text_member (string, "id", record->id);
  for (guint i = 0; i < n_fields; i++)
    if (is_written (&fields[i], record))
      {
        append_member (string, fields[i].member);
        append_field (string, &fields[i], record);
      }
  append_end (string, record->extra);
}

char *
shanhai_record_to_line (ShanhaiRecord *record)
{
  GString *string = g_string_new (NULL);

  shanhai_record_append_line (record, string);

  return g_string_free (string, FALSE);
}

void
shanhai_header_append_line (const ShanhaiHeader *header,
                            GString             *string)
{
  g_string_append_c (string, '{');
  append_text_member (string, "record", "casebook");
  if (header->format != 0)
    {
      append_member (string, "format");
      append_whole (string, header->format);
    }
  if (header->title != NULL)
    {
      append_member (string, "title");
      append_name (string, header->title);
    }
  append_text_member (string, "language", header->language);
  append_text_member (string, "created", header->created);
  append_end (string, header->extra);
}

void
shanhai_casebook_append_header (ShanhaiCasebook *casebook,
                                GString         *string)
{
  g_autoptr (ShanhaiHeader) header = shanhai_casebook_dup_header (casebook);

  shanhai_header_append_line (header, string);
}

void
shanhai_deleted_append_line (const char *id,
                             GString    *string)
{
  g_string_append_c (string, '{');
  append_text_member (string, "record", "deleted");
  append_text_member (string, "id", id);
  g_string_append_c (string, '}');
}

void
shanhai_text_append_json (const char *text,
                          GString    *string)
{
  append_text (string, text);
}

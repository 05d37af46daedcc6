/* shanhai-record-read.c - a line of a casebook file becomes a record. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib parses what the scan lets through; then the record's table of fields says what each member must be. The slots of the
 * struct are filled directly: a draft that nobody has seen needs no notifications. */

#include "shanhai-config.h"

#include "shanhai-record-read.h"

#include <glib/gi18n-lib.h>

#include "shanhai-line-scan.h"
#include "shanhai-other.h"
#include "shanhai-record-private.h"
#include "shanhai-value-read.h"

#define MAX_ID_BYTES 256

struct _ShanhaiRecordReader
{
  JsonParser         *parser;
  ShanhaiValueReader  value;
  ShanhaiRecord      *turned;       /* the last line's record, where it can't be read for a turned time alone … */
  char               *turned_time;  /* … which it doesn't have, and this is */
};

ShanhaiRecordReader *
shanhai_record_reader_new (void)
{
  ShanhaiRecordReader *self = g_new0 (ShanhaiRecordReader, 1);

  self->parser = json_parser_new ();

  return self;
}

void
shanhai_record_reader_free (ShanhaiRecordReader *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->parser);
  g_clear_object (&self->turned);
  g_free (self->turned_time);
  g_free (self);
}

static bool
read_id (ShanhaiValueReader  *value,
         JsonNode            *node,
         const char         **out,
         GError             **error)
{
  shanhai_value_push (value, "id", 0);
  if (!shanhai_value_read_word (value, node, out, error))
    return false;

  if (strlen (*out) > MAX_ID_BYTES)
    return shanhai_value_fail (value, error, SHANHAI_STORE_ERROR_VALUE, _("is longer than %d bytes; shorten it"), MAX_ID_BYTES);
  for (const char *p = *out; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || *p == ' ')
      return shanhai_value_fail (value, error, SHANHAI_STORE_ERROR_VALUE, _("must not hold spaces or control characters; remove them"));
  shanhai_value_pop (value);

  return true;
}

static bool
read_field (ShanhaiValueReader  *value,
            const ShanhaiField  *field,
            ShanhaiRecord       *record,
            JsonNode            *node,
            GError             **error)
{
  const char *text;

  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
      if (!shanhai_value_read_text (value, node, &text, error))
        return false;
      SHANHAI_FIELD_SLOT (char *, record, field) = g_strdup (text);
      return true;

    case SHANHAI_FIELD_REFERENCE:
      if (!shanhai_value_read_word (value, node, &text, error))
        return false;
      SHANHAI_FIELD_SLOT (char *, record, field) = g_strdup (text);
      return true;

    case SHANHAI_FIELD_KEY:
      if (!shanhai_value_read_word (value, node, &text, error))
        return false;
      SHANHAI_FIELD_SLOT (const char *, record, field) = shanhai_value_intern (value, text);
      return true;

    case SHANHAI_FIELD_NAME:
      return shanhai_value_read_name (value, node, &SHANHAI_FIELD_SLOT (ShanhaiName *, record, field), error);
    case SHANHAI_FIELD_REFERENCES:
      return shanhai_value_read_strings (value, node, true, &SHANHAI_FIELD_SLOT (ShanhaiStrings *, record, field), error);
    case SHANHAI_FIELD_STRINGS:
      return shanhai_value_read_strings (value, node, false, &SHANHAI_FIELD_SLOT (ShanhaiStrings *, record, field), error);
    case SHANHAI_FIELD_ENDS:
      return shanhai_value_read_ends (value, node, &SHANHAI_FIELD_SLOT (ShanhaiEnds *, record, field), error);
    case SHANHAI_FIELD_QUANTITY:
      return shanhai_value_read_quantity (value, node, &SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, field), error);
    case SHANHAI_FIELD_PERIOD:
      return shanhai_value_read_period (value, node, &SHANHAI_FIELD_SLOT (ShanhaiPeriod *, record, field), error);
    case SHANHAI_FIELD_FLAG:
      return shanhai_value_read_flag (value, node, &SHANHAI_FIELD_SLOT (bool, record, field), error);
    case SHANHAI_FIELD_ABOUT:
      return shanhai_value_read_about (value, node, &SHANHAI_FIELD_SLOT (ShanhaiAbout *, record, field), error);
    case SHANHAI_FIELD_CITATIONS:
      return shanhai_value_read_citations (value, node, &SHANHAI_FIELD_SLOT (ShanhaiCitations *, record, field), error);
    default:
      g_return_val_if_reached (false);
    }
}

static bool
is_record_member (const ShanhaiLineMember *member,
                  gpointer                 user_data)
{
  ShanhaiRecord *record = user_data;
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (shanhai_line_key_is (member, fields[i].member))
      return true;

  return shanhai_line_key_is (member, "record") || shanhai_line_key_is (member, "id");
}

static const ShanhaiField *
find_field (const ShanhaiField *fields,
            guint               n_fields,
            const char         *member)
{
  /* the first letter tells most of them apart without a call */
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].member[0] == member[0] && strcmp (fields[i].member, member) == 0)
      return &fields[i];

  return NULL;
}

static ShanhaiRecord *
read_record (ShanhaiRecordReader *self,
             ShanhaiRecordType    type,
             const char          *id,
             JsonObject          *object,
             GError             **error)
{
  ShanhaiValueReader *value = &self->value;
  g_autoptr (ShanhaiRecord) record = shanhai_record_new (type, id);
  g_autoptr (GError) turned = NULL;
  guint n_unknown = 0;
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &node))
    {
      const ShanhaiField *field = find_field (fields, n_fields, member);
      g_autoptr (GError) cause = NULL;

      if (field == NULL)
        {
          n_unknown++;
          continue;
        }

      shanhai_value_push (value, field->member, 0);
      if (!read_field (value, field, record, node, &cause))
        {
          /* whether a turned time is all that is wrong, the rest of the line tells */
          if (cause->code != SHANHAI_STORE_ERROR_ORDER)
            {
              g_propagate_error (error, g_steal_pointer (&cause));
              return NULL;
            }
          if (turned == NULL)
            {
              turned = g_steal_pointer (&cause);
              self->turned_time = g_strdup (json_node_get_string (node));
            }
        }
      shanhai_value_pop (value);
    }

  /* besides "record" and "id", which every record has */
  if (n_unknown > 2)
    record->extra = shanhai_value_dup_extra (value, is_record_member, record);
  if (turned != NULL)
    {
      self->turned = g_steal_pointer (&record);
      g_propagate_error (error, g_steal_pointer (&turned));
    }

  return g_steal_pointer (&record);
}

/* a type that we don't know: the whole line is kept; an id is used where it has one that we would take */
static ShanhaiRecord *
read_other (ShanhaiValueReader *value,
            JsonObject         *object)
{
  JsonNode *node = json_object_get_member (object, "id");
  const char *start = value->line;
  const char *end = value->line + value->length;
  const char *id = NULL;
  ShanhaiRecord *record;
  guint n_fields;

  if (node != NULL && !read_id (value, node, &id, NULL))
    {
      id = NULL;
      value->n_path = 0;
    }

  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;

  record = shanhai_record_new (SHANHAI_RECORD_OTHER, id);
  SHANHAI_FIELD_SLOT (char *, record, &shanhai_record_get_fields (record, &n_fields)[0]) = g_strndup (start, end - start);

  return record;
}

static bool
is_header_member (const ShanhaiLineMember *member,
                  gpointer                 user_data)
{
  return shanhai_line_key_is (member, "record") || shanhai_line_key_is (member, "format") || shanhai_line_key_is (member, "title") ||
         shanhai_line_key_is (member, "language") || shanhai_line_key_is (member, "created");
}

static bool
read_header_text (ShanhaiValueReader  *value,
                  JsonObject          *object,
                  const char          *member,
                  char               **out,
                  guint               *n_known,
                  GError             **error)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text;

  if (node == NULL)
    return true;

  ++*n_known;
  shanhai_value_push (value, member, 0);
  if (!shanhai_value_read_text (value, node, &text, error))
    return false;
  shanhai_value_pop (value);
  *out = g_strdup (text);

  return true;
}

static bool
read_header (ShanhaiValueReader  *value,
             JsonObject          *object,
             ShanhaiHeader       *out,
             GError             **error)
{
  g_auto (ShanhaiHeader) header = { 0 };
  JsonNode *node = json_object_get_member (object, "format");
  guint n_known = 1;

  if (node != NULL)
    {
      n_known++;
      shanhai_value_push (value, "format", 0);
      if (!shanhai_value_read_whole (value, node, 1, G_MAXINT32, &header.format, error))
        return false;
      shanhai_value_pop (value);
    }

  node = json_object_get_member (object, "title");
  if (node != NULL)
    {
      n_known++;
      shanhai_value_push (value, "title", 0);
      if (!shanhai_value_read_name (value, node, &header.title, error))
        return false;
      shanhai_value_pop (value);
    }

  if (!read_header_text (value, object, "language", &header.language, &n_known, error) ||
      !read_header_text (value, object, "created", &header.created, &n_known, error))
    return false;

  if (n_known < json_object_get_size (object))
    header.extra = shanhai_value_dup_extra (value, is_header_member, NULL);

  *out = header;
  header = (ShanhaiHeader) { 0 };

  return true;
}

static bool
parse (ShanhaiRecordReader  *self,
       const char           *line,
       gsize                 length,
       JsonObject          **out,
       GError              **error)
{
  g_autoptr (GError) cause = NULL;

  if (!shanhai_line_scan (line, length, error))
    return false;

  if (!json_parser_load_from_data (self->parser, line, (gssize) length, &cause))
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_SYNTAX, _("the line is not JSON: %s"), cause->message);
      return false;
    }
  *out = json_node_get_object (json_parser_get_root (self->parser));

  return true;
}

/**
 * shanhai_record_reader_read:
 * @self: a reader
 * @line: the line, without its line end
 * @length: its bytes
 * @out_kind: (out): what it is
 * @out_record: (out) (transfer full) (optional): a draft, or NULL where the line is no record
 * @out_header: (out caller-allocates) (optional): filled in where the line is the header
 * @out_deleted: (out) (transfer full) (optional): the id of a record that is to be deleted
 *
 * Errors: every code of ShanhaiStoreError that is about a line
 *
 * Returns: whether the line could be read
 */
bool
shanhai_record_reader_read (ShanhaiRecordReader  *self,
                            const char           *line,
                            gsize                 length,
                            ShanhaiLineKind      *out_kind,
                            ShanhaiRecord       **out_record,
                            ShanhaiHeader        *out_header,
                            char                **out_deleted,
                            GError              **error)
{
  ShanhaiValueReader *value = &self->value;
  ShanhaiRecordType type;
  const char *type_name, *id;
  JsonObject *object;
  JsonNode *node;

  *out_record = NULL;
  g_clear_object (&self->turned);
  g_clear_pointer (&self->turned_time, g_free);
  value->line = line;
  value->length = length;
  value->n_path = 0;

  if (!parse (self, line, length, &object, error))
    return false;

  node = json_object_get_member (object, "record");
  shanhai_value_push (value, "record", 0);
  if (node == NULL)
    return shanhai_value_fail (value, error, SHANHAI_STORE_ERROR_MEMBER, _("is missing; say what the line is, as \"record\":\"flow\""));
  if (!shanhai_value_read_word (value, node, &type_name, error))
    return false;
  shanhai_value_pop (value);

  if (strcmp (type_name, "casebook") == 0)
    {
      *out_kind = SHANHAI_LINE_HEADER;
      if (out_header != NULL)
        return read_header (value, object, out_header, error);

      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_DUPLICATE,
                           _("a second header; a casebook has one, on its first line: remove this one"));
      return false;
    }

  *out_kind = SHANHAI_LINE_RECORD;
  type = shanhai_record_type_from_name (type_name);
  if (type == SHANHAI_RECORD_OTHER && !(out_deleted != NULL && strcmp (type_name, "deleted") == 0))
    {
      *out_record = read_other (value, object);
      return true;
    }

  node = json_object_get_member (object, "id");
  if (node == NULL)
    {
      shanhai_value_push (value, "id", 0);
      return shanhai_value_fail (value, error, SHANHAI_STORE_ERROR_MEMBER, _("is missing; give the record one that no other has"));
    }
  if (!read_id (value, node, &id, error))
    return false;

  if (type == SHANHAI_RECORD_OTHER)
    {
      *out_kind = SHANHAI_LINE_DELETED;
      *out_deleted = g_strdup (id);
      return true;
    }

  *out_record = read_record (self, type, id, object, error);

  return *out_record != NULL;
}

/**
 * shanhai_record_reader_steal_turned:
 * @self: a reader whose last line failed with SHANHAI_STORE_ERROR_ORDER
 * @time: (out) (transfer full): the time that ends before it begins, as it is written
 *
 * Returns: (transfer full) (nullable): the line's record, a draft without that time
 */
ShanhaiRecord *
shanhai_record_reader_steal_turned (ShanhaiRecordReader  *self,
                                    char                **time)
{
  *time = g_steal_pointer (&self->turned_time);

  return g_steal_pointer (&self->turned);
}

/**
 * shanhai_record_from_line:
 * @line: one line, a record's
 *
 * Returns: (transfer full) (nullable): the record, a draft
 */
ShanhaiRecord *
shanhai_record_from_line (const char  *line,
                          GError     **error)
{
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  ShanhaiLineKind kind;
  ShanhaiRecord *record;

  if (!shanhai_record_reader_read (reader, line, strlen (line), &kind, &record, NULL, NULL, error))
    return NULL;

  return record;
}

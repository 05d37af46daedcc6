/* shanhai-value-read.c - values of a record's members, checked one by one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An error names the member with its whole path, as “citations[0].start”, because a line holds many of the same name. A list that is empty says
 * nothing and is read as no list. */

#include "shanhai-config.h"

#include "shanhai-value-read.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* more than that are not worth the stack */
#define FEW_LANGUAGES 4

void
shanhai_value_push (ShanhaiValueReader *self,
                    const char         *member,
                    guint               index)
{
  g_assert (self->n_path < SHANHAI_VALUE_MAX_PATH);

  self->path[self->n_path++] = (ShanhaiValueStep) { member, index };
}

void
shanhai_value_pop (ShanhaiValueReader *self)
{
  self->n_path--;
}

/**
 * shanhai_value_fail:
 * @self: the reader, standing at the member that is wrong
 * @code: what kind of error
 * @format: what is wrong and what to do, a sentence whose subject is the member
 *
 * Returns: false
 */
bool
shanhai_value_fail (ShanhaiValueReader  *self,
                    GError             **error,
                    ShanhaiStoreError    code,
                    const char          *format,
                    ...)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *what = NULL;
  va_list args;

  for (guint i = 0; i < self->n_path; i++)
    if (self->path[i].member == NULL)
      g_string_append_printf (path, "[%u]", self->path[i].index);
    else
      g_string_append_printf (path, "%s%s", i > 0 ? "." : "", self->path[i].member);

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  /* Translators: the first %s is the name of a member in a file, the second what is wrong with it */
  g_set_error (error, SHANHAI_STORE_ERROR, code, _("“%s” %s"), path->str, what);
  return false;
}

/* the text of the value where we are */
static const char *
find_text (ShanhaiValueReader *self)
{
  const char *end = self->line + self->length;
  const char *at = self->line;

  for (guint i = 0; i < self->n_path; i++)
    {
      const ShanhaiValueStep *step = &self->path[i];
      ShanhaiLineMember member;
      gsize length;

      if (step->member == NULL)
        {
          const char *item = NULL;

          for (guint n = 0; n <= step->index && shanhai_line_next_item (&at, end, &item, &length); n++)
            ;
          at = item;
        }
      else
        {
          while (shanhai_line_next_member (&at, end, &member) && !shanhai_line_key_is (&member, step->member))
            ;
          at = member.value;
        }
    }

  return at;
}

char *
shanhai_value_dup_extra (ShanhaiValueReader *self,
                         bool              (*is_known) (const ShanhaiLineMember *member, gpointer user_data),
                         gpointer            user_data)
{
  g_autoptr (GString) extra = g_string_new (NULL);
  const char *end = self->line + self->length;
  const char *at = find_text (self);
  ShanhaiLineMember member;

  while (shanhai_line_next_member (&at, end, &member))
    if (!is_known (&member, user_data))
      {
        g_string_append (extra, ",\"");
        g_string_append_len (extra, member.key, (gssize) member.key_length);
        g_string_append (extra, "\":");
        g_string_append_len (extra, member.value, (gssize) member.value_length);
      }

  return g_string_free (g_steal_pointer (&extra), FALSE);
}

static bool
is_listed (const ShanhaiLineMember *member,
           gpointer                 user_data)
{
  for (const char * const *name = user_data; *name != NULL; name++)
    if (shanhai_line_key_is (member, *name))
      return true;

  return false;
}

const char *
shanhai_value_intern (ShanhaiValueReader *self,
                      const char         *text)
{
  guint hash = g_str_hash (text) % SHANHAI_VALUE_N_INTERNED;

  if (self->interned[hash] == NULL || strcmp (self->interned[hash], text) != 0)
    self->interned[hash] = g_intern_string (text);

  return self->interned[hash];
}

static bool
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

bool
shanhai_value_read_text (ShanhaiValueReader  *self,
                         JsonNode            *node,
                         const char         **out,
                         GError             **error)
{
  if (!holds (node, G_TYPE_STRING))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a text in quotes; write it so or leave it out"));

  *out = json_node_get_string (node);
  return true;
}

/* an id or a key */
bool
shanhai_value_read_word (ShanhaiValueReader  *self,
                         JsonNode            *node,
                         const char         **out,
                         GError             **error)
{
  if (!shanhai_value_read_text (self, node, out, error))
    return false;
  if (**out == '\0')
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE, _("is empty; fill it in or leave it out"));

  return true;
}

bool
shanhai_value_read_flag (ShanhaiValueReader  *self,
                         JsonNode            *node,
                         bool                *out,
                         GError             **error)
{
  if (!holds (node, G_TYPE_BOOLEAN))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be true or false, without quotes"));

  *out = json_node_get_boolean (node);
  return true;
}

bool
shanhai_value_read_whole (ShanhaiValueReader  *self,
                          JsonNode            *node,
                          int                  lowest,
                          int                  highest,
                          gint64              *out,
                          GError             **error)
{
  if (!holds (node, G_TYPE_INT64))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a whole number, without quotes"));

  *out = json_node_get_int (node);
  if (*out < lowest || *out > highest)
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_RANGE, _("must be between %d and %d"), lowest, highest);

  return true;
}

bool
shanhai_value_read_name (ShanhaiValueReader  *self,
                         JsonNode            *node,
                         ShanhaiName        **out,
                         GError             **error)
{
  const char *few[2 * FEW_LANGUAGES];
  g_autofree const char **many = NULL;
  const char **languages = few;
  const char **texts = few + FEW_LANGUAGES;
  const char *language;
  JsonObjectIter iter;
  JsonNode *text;
  guint n;

  if (holds (node, G_TYPE_STRING))
    {
      *out = shanhai_name_new_plain (json_node_get_string (node));
      return true;
    }

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE,
                               _("must be a text in quotes, or an object of texts by language as {\"en\":\"…\",\"zh\":\"…\"}"));

  n = json_object_get_size (json_node_get_object (node));
  if (n == 0)
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE, _("holds no text; fill it in or leave it out"));

  if (n > FEW_LANGUAGES)
    {
      many = g_new (const char *, 2 * n);
      languages = many;
      texts = many + n;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  for (guint i = 0; json_object_iter_next_ordered (&iter, &language, &text); i++)
    {
      if (*language == '\0')
        return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE, _("has a text whose language is empty; name the language"));
      if (!holds (text, G_TYPE_STRING))
        return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must have a text in quotes for each language"));
      languages[i] = shanhai_value_intern (self, language);
      texts[i] = json_node_get_string (text);
    }
  *out = shanhai_name_new (languages, texts, n);

  return true;
}

bool
shanhai_value_read_period (ShanhaiValueReader  *self,
                           JsonNode            *node,
                           ShanhaiPeriod      **out,
                           GError             **error)
{
  g_autoptr (GError) cause = NULL;
  const char *text;

  if (!shanhai_value_read_text (self, node, &text, error))
    return false;

  *out = shanhai_period_parse (text, &cause);
  if (*out == NULL)
    {
      /* it quotes the text, which may be anything */
      g_autofree char *reason = shanhai_store_shorten (cause->message, strlen (cause->message), 100);

      /* Translators: the subject is a member of a record; %s says why, as “no such month: 2019-13” */
      return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE,
                                 _("can’t be read as a date or period: %s; write it as 2019, 2019-12-31 or 2014/2020"), reason);
    }

  return true;
}

bool
shanhai_value_read_strings (ShanhaiValueReader  *self,
                            JsonNode            *node,
                            bool                 are_ids,
                            ShanhaiStrings     **out,
                            GError             **error)
{
  g_auto (GStrv) texts = NULL;
  const char *text;
  JsonArray *array;
  guint n;

  if (holds (node, G_TYPE_STRING))
    {
      if (!(are_ids ? shanhai_value_read_word : shanhai_value_read_text) (self, node, &text, error))
        return false;
      *out = shanhai_strings_new ((const char * const []) { text, NULL }, true);
      return true;
    }

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE,
                               are_ids ? _("must be a list of ids, as [\"place-…\"]") : _("must be a list of texts, as [\"…\",\"…\"]"));

  *out = NULL;
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n == 0)
    return true;

  texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      shanhai_value_push (self, NULL, i);
      if (!(are_ids ? shanhai_value_read_word : shanhai_value_read_text) (self, json_array_get_element (array, i), &text, error))
        return false;
      shanhai_value_pop (self);
      texts[i] = g_strdup (text);
    }
  *out = shanhai_strings_new_take (texts, n, false);
  g_clear_pointer (&texts, g_free);

  return true;
}

static bool
read_decimal (ShanhaiValueReader  *self,
              JsonNode            *node,
              ShanhaiDecimal      *out,
              GError             **error)
{
  const char *text;

  if (!holds (node, G_TYPE_STRING))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a decimal number in quotes, as \"38.74\""));

  text = json_node_get_string (node);
  if (!shanhai_decimal_parse (text, -1, out))
    {
      g_autofree char *shown = shanhai_store_shorten (text, strlen (text), 40);
      bool is_number = *text != '\0' && strspn (text, "0123456789.-") == strlen (text) && strlen (text) > SHANHAI_DECIMAL_MAX_DIGITS;

      if (is_number)
        return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_RANGE, _("has more than %d digits; round it"), SHANHAI_DECIMAL_MAX_DIGITS);

      return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE,
                                 _("is “%s”, which is no decimal number; write digits and a point only, as \"38.74\""), shown);
    }

  return true;
}

/* Calls `read` for each member of an object that `names` lists; what isn't listed is kept as text in `extra`. Goes over the object, not over the
 * names: comparing a few short words is faster than hashing each. */
static bool
read_members (ShanhaiValueReader   *self,
              JsonObject           *object,
              const char * const   *names,
              bool                (*read) (ShanhaiValueReader *self, guint name, JsonNode *node, gpointer target, GError **error),
              gpointer              target,
              char                **extra,
              GError              **error)
{
  bool all_known = true;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &node))
    {
      guint name = 0;

      while (names[name] != NULL && (names[name][0] != member[0] || strcmp (names[name], member) != 0))
        name++;
      if (names[name] == NULL)
        {
          all_known = false;
          continue;
        }

      shanhai_value_push (self, names[name], 0);
      if (!read (self, name, node, target, error))
        return false;
      shanhai_value_pop (self);
    }

  if (!all_known)
    *extra = shanhai_value_dup_extra (self, is_listed, (gpointer) names);

  return true;
}

static bool
fail_missing (ShanhaiValueReader  *self,
              GError             **error,
              const char          *member)
{
  return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_MEMBER, _("has no “%s”; add it"), member);
}

static const char * const quantity_members[] = { "value", "value_hi", "precision", "unit", "qualifier", "planned", NULL };

typedef struct
{
  ShanhaiQuantity *quantity;
  bool            *has_value;
} QuantityTarget;

static bool
read_quantity_member (ShanhaiValueReader  *self,
                      guint                name,
                      JsonNode            *node,
                      gpointer             target,
                      GError             **error)
{
  ShanhaiQuantity *quantity = ((QuantityTarget *) target)->quantity;
  const char *text;

  switch (name)
    {
    case 0:
      *((QuantityTarget *) target)->has_value = true;
      return read_decimal (self, node, &quantity->value, error);

    case 1:
      quantity->has_hi = true;
      return read_decimal (self, node, &quantity->value_hi, error);

    case 2:
      if (!read_decimal (self, node, &quantity->precision, error))
        return false;
      if (shanhai_decimal_sign (&quantity->precision) <= 0)
        return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_RANGE, _("must be above 0; leave it out where it is 1"));
      return true;

    case 3:
      if (!shanhai_value_read_word (self, node, &text, error))
        return false;
      quantity->unit = shanhai_value_intern (self, text);
      return true;

    case 4:
      if (!shanhai_value_read_word (self, node, &text, error))
        return false;
      if (!shanhai_qualifier_from_key (text, &quantity->qualifier))
        return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE, _("must be one of exact, about, nearly, over, at-least, at-most"));
      return true;

    default:
      return shanhai_value_read_flag (self, node, &quantity->planned, error);
    }
}

bool
shanhai_value_read_quantity (ShanhaiValueReader  *self,
                             JsonNode            *node,
                             ShanhaiQuantity    **out,
                             GError             **error)
{
  ShanhaiQuantity read = { .precision = shanhai_decimal_from_int (1) };
  bool has_value = false;
  bool sound;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a quantity, as {\"value\":\"38.74\",\"unit\":\"percent\"}"));

  sound = read_members (self, json_node_get_object (node), quantity_members, read_quantity_member, &(QuantityTarget) { &read, &has_value }, &read.extra,
                        error);
  if (sound && !has_value)
    sound = fail_missing (self, error, "value");
  if (sound && read.unit == NULL)
    sound = fail_missing (self, error, "unit");
  if (sound && read.has_hi && shanhai_decimal_compare (&read.value, &read.value_hi) > 0)
    sound = shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE, _("is a range whose end lies below its start; swap them"));

  if (sound)
    *out = shanhai_quantity_copy (&read);
  g_free (read.extra);

  return sound;
}

static const char * const group_members[] = { "name", "kind", "count", NULL };

static bool
read_group_member (ShanhaiValueReader  *self,
                   guint                name,
                   JsonNode            *node,
                   gpointer             target,
                   GError             **error)
{
  ShanhaiEnd *end = target;
  const char *text;

  if (name == 0)
    return shanhai_value_read_name (self, node, &end->name, error);
  if (name == 2)
    return shanhai_value_read_quantity (self, node, &end->count, error);

  if (!shanhai_value_read_word (self, node, &text, error))
    return false;
  end->kind = shanhai_value_intern (self, text);

  return true;
}

static bool
read_end (ShanhaiValueReader  *self,
          JsonNode            *node,
          ShanhaiEnd          *end,
          GError             **error)
{
  const char *id;

  if (holds (node, G_TYPE_STRING))
    {
      if (!shanhai_value_read_word (self, node, &id, error))
        return false;
      end->id = g_strdup (id);
      return true;
    }

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE,
                               _("must be the id of a place or party, or a group as {\"kind\":\"enterprise\",\"count\":…}"));

  if (json_object_get_size (json_node_get_object (node)) == 0)
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_VALUE, _("is a group of nobody; give it a “name”, “kind” or “count”"));

  return read_members (self, json_node_get_object (node), group_members, read_group_member, end, &end->extra, error);
}

bool
shanhai_value_read_ends (ShanhaiValueReader  *self,
                         JsonNode            *node,
                         ShanhaiEnds        **out,
                         GError             **error)
{
  g_autoptr (ShanhaiEnds) ends = NULL;
  JsonArray *array;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      ends = shanhai_ends_new (1);
      ends->single = true;
      if (!read_end (self, node, &ends->items[0], error))
        return false;
      *out = g_steal_pointer (&ends);
      return true;
    }

  *out = NULL;
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n == 0)
    return true;

  ends = shanhai_ends_new (n);
  for (guint i = 0; i < n; i++)
    {
      shanhai_value_push (self, NULL, i);
      if (!read_end (self, json_array_get_element (array, i), &ends->items[i], error))
        return false;
      shanhai_value_pop (self);
    }
  *out = g_steal_pointer (&ends);

  return true;
}

static const char * const about_members[] = { "check", "records", "seen", NULL };

static bool
read_about_member (ShanhaiValueReader  *self,
                   guint                name,
                   JsonNode            *node,
                   gpointer             target,
                   GError             **error)
{
  ShanhaiAbout *about = target;
  g_autoptr (ShanhaiStrings) strings = NULL;
  const char *text;

  if (name == 0)
    {
      if (!shanhai_value_read_word (self, node, &text, error))
        return false;
      about->check = g_strdup (text);
      return true;
    }

  /* the model has no bare form for these lists */
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a list of texts, as [\"…\",\"…\"]"));
  if (!shanhai_value_read_strings (self, node, name == 1, &strings, error))
    return false;
  if (strings != NULL)
    *(name == 1 ? &about->records : &about->seen) = g_strdupv (strings->items);

  return true;
}

bool
shanhai_value_read_about (ShanhaiValueReader  *self,
                          JsonNode            *node,
                          ShanhaiAbout       **out,
                          GError             **error)
{
  g_autoptr (ShanhaiAbout) about = shanhai_about_new ();
  const char *id;

  if (holds (node, G_TYPE_STRING))
    {
      if (!shanhai_value_read_word (self, node, &id, error))
        return false;
      about->record = g_strdup (id);
    }
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE,
                               _("must be the id of a record, or a finding as {\"check\":\"…\",\"records\":[…]}"));
  else
    {
      if (!read_members (self, json_node_get_object (node), about_members, read_about_member, about, &about->extra, error))
        return false;
      if (about->check == NULL)
        return fail_missing (self, error, "check");
    }
  *out = g_steal_pointer (&about);

  return true;
}

static const char * const citation_members[] = { "source", "quote", "start", "length", "paragraph", "hash", NULL };

static bool
read_citation_member (ShanhaiValueReader  *self,
                      guint                name,
                      JsonNode            *node,
                      gpointer             target,
                      GError             **error)
{
  ShanhaiCitation *citation = target;
  const char *text;
  gint64 paragraph;

  switch (name)
    {
    case 0:
      if (!shanhai_value_read_word (self, node, &text, error))
        return false;
      citation->source = g_strdup (text);
      return true;

    case 2:
      return shanhai_value_read_whole (self, node, 0, G_MAXINT32, &citation->start, error);

    case 3:
      return shanhai_value_read_whole (self, node, 0, G_MAXINT32, &citation->length, error);

    case 4:
      if (!shanhai_value_read_whole (self, node, 1, G_MAXINT32, &paragraph, error))
        return false;
      citation->paragraph = (guint) paragraph;
      return true;

    default:
      if (!shanhai_value_read_text (self, node, &text, error))
        return false;
      *(name == 1 ? &citation->quote : &citation->hash) = g_strdup (text);
      return true;
    }
}

bool
shanhai_value_read_citations (ShanhaiValueReader  *self,
                              JsonNode            *node,
                              ShanhaiCitations   **out,
                              GError             **error)
{
  g_autoptr (ShanhaiCitations) citations = NULL;
  JsonArray *array;
  guint n;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a list of citations, as [{\"source\":\"source-…\"}]"));

  *out = NULL;
  array = json_node_get_array (node);
  n = json_array_get_length (array);
  if (n == 0)
    return true;

  citations = shanhai_citations_new (n);
  for (guint i = 0; i < n; i++)
    {
      ShanhaiCitation *citation = &citations->items[i];
      JsonNode *item = json_array_get_element (array, i);

      shanhai_value_push (self, NULL, i);
      if (!JSON_NODE_HOLDS_OBJECT (item))
        return shanhai_value_fail (self, error, SHANHAI_STORE_ERROR_TYPE, _("must be a citation, as {\"source\":\"source-…\"}"));
      if (!read_members (self, json_node_get_object (item), citation_members, read_citation_member, citation, &citation->extra, error))
        return false;
      if (citation->source == NULL)
        return fail_missing (self, error, "source");
      shanhai_value_pop (self);
    }
  *out = g_steal_pointer (&citations);

  return true;
}

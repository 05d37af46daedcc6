/* shanhai-value-read.c - values of a record's members, checked one by one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An error names the member with its whole path, as “citations[0].start”, because a line holds many of the same name. A list that is
 * empty says nothing and is read as no list. */

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

const char *
shanhai_value_intern (ShanhaiValueReader *self,
                      const char         *text)
{
  guint hash = g_str_hash (text) % SHANHAI_VALUE_N_INTERNED;

  if (self->interned[hash] == NULL || strcmp (self->interned[hash], text) != 0)
    self->interned[hash] = g_intern_string (text);

  return self->interned[hash];
}

bool
shanhai_value_holds (JsonNode *node,
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
  if (!shanhai_value_holds (node, G_TYPE_STRING))
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
  if (!shanhai_value_holds (node, G_TYPE_BOOLEAN))
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
  if (!shanhai_value_holds (node, G_TYPE_INT64))
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

  if (shanhai_value_holds (node, G_TYPE_STRING))
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
      if (!shanhai_value_holds (text, G_TYPE_STRING))
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
      return shanhai_value_fail (self, error, cause->code == SHANHAI_PERIOD_ERROR_ORDER ? SHANHAI_STORE_ERROR_ORDER : SHANHAI_STORE_ERROR_VALUE,
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

  if (shanhai_value_holds (node, G_TYPE_STRING))
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

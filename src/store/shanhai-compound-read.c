/* shanhai-compound-read.c - quantities, ends, findings and citations of a record. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values that are objects. Each has a short table of its members; what isn't in it is kept as text. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-value-read.h"

static bool
is_listed (const ShanhaiLineMember *member,
           gpointer                 user_data)
{
  for (const char * const *name = user_data; *name != NULL; name++)
    if (shanhai_line_key_is (member, *name))
      return true;

  return false;
}

static bool
read_decimal (ShanhaiValueReader  *self,
              JsonNode            *node,
              ShanhaiDecimal      *out,
              GError             **error)
{
  const char *text;

  if (!shanhai_value_holds (node, G_TYPE_STRING))
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

/* Calls `read` for each member of an object that `names` lists; what isn't listed is kept as text in `extra`. Goes over the object,
 * not over the names: comparing a few short words is faster than hashing each. */
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

  if (shanhai_value_holds (node, G_TYPE_STRING))
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

  if (shanhai_value_holds (node, G_TYPE_STRING))
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

/* shanhai-vocabulary.c - the words of the field, out of their data file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scheme is any array of objects with a "key" in the file; it is named by the members on the way to it, joined by dots. */

#include "shanhai-config.h"

#include "shanhai-vocabulary.h"

#include <json-glib/json-glib.h>

#include "shanhai-vocabulary-resources.h"

#define RESOURCE "/io/github/shanhai/Shanhai/vocabulary/vocabulary.json"

typedef struct
{
  GArray     *terms;   /* ShanhaiTerm */
  GHashTable *by_key;  /* char * → index + 1 */
} Scheme;

static const char *
intern_member (JsonObject *object,
               const char *member)
{
  return g_intern_string (json_object_get_string_member_with_default (object, member, NULL));
}

static Scheme *
scheme_new (JsonArray *array)
{
  Scheme *scheme = g_new (Scheme, 1);
  guint n = json_array_get_length (array);

  scheme->terms = g_array_sized_new (FALSE, TRUE, sizeof (ShanhaiTerm), n);
  scheme->by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      ShanhaiTerm term = {
        .key = intern_member (object, "key"),
        .en = intern_member (object, "en"),
        .zh = intern_member (object, "zh"),
        .en_plural = intern_member (object, "en_plural"),
        .unit = intern_member (object, "unit"),
        .sector = intern_member (object, "sector"),
        .direction = intern_member (object, "direction"),
        .formula = intern_member (object, "formula"),
        .part_of = intern_member (object, "part_of"),
        .stock = json_object_get_boolean_member_with_default (object, "stock", FALSE),
      };

      g_array_append_val (scheme->terms, term);
      g_hash_table_insert (scheme->by_key, (char *) term.key, GUINT_TO_POINTER (i + 1));
    }

  return scheme;
}

static void
collect_schemes (GHashTable *schemes,
                 const char *path,
                 JsonNode   *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    g_hash_table_insert (schemes, g_strdup (path), scheme_new (json_node_get_array (node)));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *member;
      JsonNode *child;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &member, &child))
        {
          g_autofree char *child_path = *path != '\0' ? g_strconcat (path, ".", member, NULL) : g_strdup (member);

          collect_schemes (schemes, child_path, child);
        }
    }
}

/* the file is part of the program, so a fault in it is a programmer's error */
static GHashTable *
load_schemes (void)
{
  GHashTable *schemes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (shanhai_vocabulary_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("The vocabulary can't be read: %s", error->message);

  collect_schemes (schemes, "", json_parser_get_root (parser));

  return schemes;
}

static const Scheme *
find_scheme (const char *name)
{
  static gsize once;
  static GHashTable *schemes;  /* immutable from here on, so every thread may read it */

  if (g_once_init_enter (&once))
    {
      schemes = load_schemes ();
      g_once_init_leave (&once, 1);
    }

  return g_hash_table_lookup (schemes, name);
}

const ShanhaiTerm *
shanhai_vocabulary_find (const char *scheme_name,
                         const char *key)
{
  const Scheme *scheme = find_scheme (scheme_name);
  guint index;

  if (scheme == NULL || key == NULL)
    return NULL;

  index = GPOINTER_TO_UINT (g_hash_table_lookup (scheme->by_key, key));

  return index > 0 ? &g_array_index (scheme->terms, ShanhaiTerm, index - 1) : NULL;
}

const ShanhaiTerm *
shanhai_vocabulary_list (const char *scheme_name,
                         guint      *n_terms)
{
  const Scheme *scheme = find_scheme (scheme_name);

  *n_terms = scheme != NULL ? scheme->terms->len : 0;

  return scheme != NULL ? (const ShanhaiTerm *) (void *) scheme->terms->data : NULL;
}

static const char *
pick (const ShanhaiTerm *term,
      ShanhaiLanguage    language)
{
  const char *text = language == SHANHAI_LANGUAGE_CHINESE ? term->zh : term->en;

  return text != NULL ? text : term->key;
}

const char *
shanhai_vocabulary_get_label (const char      *scheme,
                              const char      *key,
                              ShanhaiLanguage  language)
{
  const ShanhaiTerm *term = shanhai_vocabulary_find (scheme, key);

  if (term != NULL)
    return pick (term, language);

  return key != NULL ? key : "";
}

const char *
shanhai_vocabulary_get_unit_label (const ShanhaiQuantity *quantity,
                                   ShanhaiLanguage        language)
{
  const ShanhaiTerm *term = shanhai_vocabulary_find ("units", quantity->unit);
  const ShanhaiDecimal one = shanhai_decimal_from_int (1);

  if (term == NULL)
    return quantity->unit;
  if (language == SHANHAI_LANGUAGE_ENGLISH && term->en_plural != NULL &&
      (quantity->has_hi || !shanhai_decimal_equal (&quantity->value, &one)))
    return term->en_plural;

  return pick (term, language);
}

char *
shanhai_vocabulary_format_quantity (const ShanhaiQuantity *quantity,
                                    ShanhaiLanguage        language,
                                    ShanhaiNumberStyle     style,
                                    ShanhaiNumberForm      form)
{
  return shanhai_quantity_format (quantity, shanhai_vocabulary_get_unit_label (quantity, language), language, style, form,
                                  SHANHAI_QUALIFIER_WORDS);
}

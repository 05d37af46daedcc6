/* shanhai-merge-twins.c - the same thing, entered on both sides. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each record that one side alone has gets keys: texts that are equal for what is the same. A key that exactly one record of each side has makes a
 * pair. Keys name what the record refers to, so types are gone through after those that they refer to, and places from the top down. */

#include "shanhai-config.h"

#include "shanhai-merge-twins.h"

#include "shanhai-field.h"
#include "shanhai-record-private.h"
#include "shanhai-source.h"

typedef struct
{
  ShanhaiCasebook *mine, *theirs;
  ShanhaiBaseline *base;
  GHashTable      *map;  /* id of theirs → id of mine */
} Search;

/* a record of each side for one key; what is there twice is no pair */
typedef struct
{
  ShanhaiRecord *records[2];
  bool           many;
} Pair;

static const char *
map_id (Search     *self,
        bool        is_theirs,
        const char *id)
{
  const char *mapped = is_theirs && id != NULL ? g_hash_table_lookup (self->map, id) : NULL;

  return mapped != NULL ? mapped : id;
}

/* parts are told apart by a character that no text has */
static void
add_part (GString    *key,
          const char *part)
{
  g_string_append (key, part != NULL ? part : "\x02");
  g_string_append_c (key, '\x01');
}

static const char *
get_reference (Search        *self,
               bool           is_theirs,
               ShanhaiRecord *record,
               const char    *member)
{
  const ShanhaiField *field = shanhai_record_find_field (record, member);

  return field != NULL && field->kind == SHANHAI_FIELD_REFERENCE
           ? map_id (self, is_theirs, SHANHAI_FIELD_SLOT (char *, record, field)) : NULL;
}

static void
add_word (GString       *key,
          ShanhaiRecord *record,
          const char    *member)
{
  const ShanhaiField *field = shanhai_record_find_field (record, member);

  if (field != NULL && (field->kind == SHANHAI_FIELD_KEY || field->kind == SHANHAI_FIELD_STRING))
    add_part (key, SHANHAI_FIELD_SLOT (char *, record, field));
}

static void
add_period (GString       *key,
            ShanhaiRecord *record)
{
  const ShanhaiPeriod *period = shanhai_record_get_period (record);

  add_part (key, period != NULL ? shanhai_period_get_text (period) : NULL);
}

static void
add_figure (GString       *key,
            ShanhaiRecord *record)
{
  const ShanhaiQuantity *figure = shanhai_record_get_figure (record);

  if (figure == NULL)
    {
      add_part (key, NULL);
      return;
    }

  shanhai_decimal_append (&figure->value, key);
  g_string_append_c (key, '-');
  if (figure->has_hi)
    shanhai_decimal_append (&figure->value_hi, key);
  add_part (key, figure->unit);
}

static void
take (GPtrArray *keys,
      GString   *key)
{
  g_ptr_array_add (keys, g_string_free (key, FALSE));
}

static GString *
begin (const char *what)
{
  GString *key = g_string_new (NULL);

  add_part (key, what);

  return key;
}

/* one for each language, so that a name in one matches a name in two */
static void
add_names (Search        *self,
           bool           is_theirs,
           ShanhaiRecord *record,
           GPtrArray     *keys)
{
  static const char * const around[] = { "parent", "place", "case" };
  const ShanhaiName *name = shanhai_record_get_title (record);

  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    {
      GString *key = begin ("name");

      add_part (key, shanhai_name_get_nth (name, i, NULL));
      for (guint k = 0; k < G_N_ELEMENTS (around); k++)
        add_part (key, get_reference (self, is_theirs, record, around[k]));
      add_word (key, record, "level");
      add_word (key, record, "kind");
      add_word (key, record, "publisher");
      add_period (key, record);
      take (keys, key);
    }
}

/* a figure by the place where it was read */
static void
add_citations (Search        *self,
               bool           is_theirs,
               ShanhaiRecord *record,
               GPtrArray     *keys)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      const ShanhaiCitation *citation = &citations->items[i];
      g_autofree char *place = NULL;
      GString *key;

      if (citation->quote == NULL || (citation->start < 0 && citation->paragraph == 0))
        continue;

      place = citation->start >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, citation->start) : g_strdup_printf ("p%u", citation->paragraph);
      key = begin ("citation");
      add_part (key, map_id (self, is_theirs, citation->source));
      add_part (key, place);
      add_part (key, citation->quote);
      add_part (key, get_reference (self, is_theirs, record, "case"));
      add_figure (key, record);
      add_word (key, record, "indicator");
      add_word (key, record, "role");
      add_word (key, record, "kind");
      add_word (key, record, "level");
      take (keys, key);
    }
}

typedef struct
{
  Search  *self;
  bool     is_theirs;
  GString *key;
  guint    n;
} Named;

static void
add_named (const ShanhaiField *field,
           const char         *id,
           gpointer            user_data)
{
  Named *named = user_data;

  g_string_append (named->key, field->member);
  g_string_append_c (named->key, '=');
  add_part (named->key, map_id (named->self, named->is_theirs, id));
  named->n++;
}

/* What has neither a name nor a place where it was read: all that it says in words and numbers. A record that hardly says anything isn't like another. */
static void
add_whole (Search        *self,
           bool           is_theirs,
           ShanhaiRecord *record,
           GPtrArray     *keys)
{
  Named named = { self, is_theirs, begin ("whole"), shanhai_record_get_figure (record) != NULL };
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  shanhai_record_foreach_reference (record, add_named, &named);
  add_figure (named.key, record);
  add_period (named.key, record);
  for (guint i = 0; i < n_fields; i++)
    add_word (named.key, record, fields[i].member);
  if (named.n >= 2)
    take (keys, named.key);
  else
    g_string_free (named.key, TRUE);
}

static void
add_keys (Search        *self,
          bool           is_theirs,
          ShanhaiRecord *record,
          GPtrArray     *keys)
{
  static const char * const telling[] = { "url", "text", "code", "key" };

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      const ShanhaiField *field = shanhai_record_find_field (record, telling[i]);
      const char *text = field != NULL ? SHANHAI_FIELD_SLOT (char *, record, field) : NULL;

      if (text != NULL && *text != '\0')
        {
          GString *key = begin (telling[i]);

          add_part (key, text);
          take (keys, key);
        }
    }
  add_names (self, is_theirs, record, keys);
  add_citations (self, is_theirs, record, keys);
  if (SHANHAI_RECORD_GET_CLASS (record)->title_field == NULL && shanhai_record_get_citations (record) == NULL)
    add_whole (self, is_theirs, record, keys);
}

static bool
is_alone (Search        *self,
          bool           is_theirs,
          ShanhaiRecord *record)
{
  const char *id = shanhai_record_get_id (record);

  if (id == NULL || (is_theirs && g_hash_table_contains (self->map, id)))
    return false;

  return shanhai_casebook_lookup (is_theirs ? self->mine : self->theirs, id) == NULL &&
         (self->base == NULL || shanhai_baseline_lookup (self->base, id) == NULL);
}

static void
collect (Search            *self,
         bool               is_theirs,
         ShanhaiRecordType  type,
         GHashTable        *pairs)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (is_theirs ? self->theirs : self->mine, type);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (list, i);

      if (!is_alone (self, is_theirs, record))
        continue;

      g_ptr_array_set_size (keys, 0);
      add_keys (self, is_theirs, record, keys);
      for (guint k = 0; k < keys->len; k++)
        {
          Pair *pair = g_hash_table_lookup (pairs, keys->pdata[k]);

          if (pair == NULL)
            {
              /* nobody on the other side could have it */
              if (is_theirs)
                continue;
              pair = g_new0 (Pair, 1);
              g_hash_table_insert (pairs, g_strdup (keys->pdata[k]), pair);
            }
          /* the same record may say one thing twice */
          pair->many = pair->many || (pair->records[is_theirs] != NULL && pair->records[is_theirs] != record);
          pair->records[is_theirs] = record;
        }
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = *(Pair * const *) a;
  const Pair *y = *(Pair * const *) b;
  int order = strcmp (shanhai_record_get_id (x->records[1]), shanhai_record_get_id (y->records[1]));

  return order != 0 ? order : strcmp (shanhai_record_get_id (x->records[0]), shanhai_record_get_id (y->records[0]));
}

/* returns how many were found; a record is matched once */
static guint
match (Search            *self,
       ShanhaiRecordType  type)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  collect (self, false, type, pairs);
  if (g_hash_table_size (pairs) == 0)
    return 0;
  collect (self, true, type, pairs);

  g_hash_table_iter_init (&iter, self->map);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_add (taken, value);

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Pair *pair = value;

      if (!pair->many && pair->records[0] != NULL && pair->records[1] != NULL)
        g_ptr_array_add (found, pair);
    }
  g_ptr_array_sort (found, compare_pairs);
  for (guint i = 0; i < found->len; i++)
    {
      Pair *pair = found->pdata[i];
      const char *my_id = shanhai_record_get_id (pair->records[0]);
      const char *their_id = shanhai_record_get_id (pair->records[1]);

      if (g_hash_table_contains (taken, my_id) || g_hash_table_contains (self->map, their_id))
        continue;
      g_hash_table_insert (self->map, g_strdup (their_id), g_strdup (my_id));
      g_hash_table_add (taken, (char *) my_id);
      n++;
    }

  return n;
}

GHashTable *
shanhai_merge_find_twins (ShanhaiCasebook *mine,
                          ShanhaiCasebook *theirs,
                          ShanhaiBaseline *base)
{
  static const ShanhaiRecordType order[] = {
    SHANHAI_RECORD_INDICATOR, SHANHAI_RECORD_SOURCE, SHANHAI_RECORD_PLACE, SHANHAI_RECORD_PARTY, SHANHAI_RECORD_CASE,
    SHANHAI_RECORD_PROGRAMME, SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_OBSERVATION, SHANHAI_RECORD_EVENT,
    SHANHAI_RECORD_PAIRING,
  };
  Search self = { mine, theirs, base, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = match (&self, order[i]);

      /* a place matches by its name once its parent does */
      for (guint level = 0; order[i] == SHANHAI_RECORD_PLACE && n > 0 && level < 8; level++)
        n = match (&self, order[i]);
    }

  return self.map;
}

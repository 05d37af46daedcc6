/* shanhai-case-filter.c - which cases a search finds: by any word, place, party or source. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-case-filter.h"

#include "shanhai-case.h"
#include "shanhai-search.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiCaseFilter
{
  GtkFilter        parent_instance;

  ShanhaiCasebook *casebook;
  char            *query;
  ShanhaiSearch   *search;    /* NULL finds everything */
  GHashTable      *haystacks; /* case id → ShanhaiHaystack; NULL until asked */
};

G_DEFINE_FINAL_TYPE (ShanhaiCaseFilter, shanhai_case_filter, GTK_TYPE_FILTER)

typedef enum { PROP_CASEBOOK = 1, PROP_QUERY } ShanhaiCaseFilterProperty;
static GParamSpec *props[PROP_QUERY + 1];

/* the text of one case while it grows, and what it holds already */
typedef struct
{
  ShanhaiCasebook *casebook;
  GString         *text;
  GHashTable      *seen; /* of interned ids of records */
} Gathering;

static void
add_name (Gathering         *gathering,
          const ShanhaiName *name)
{
  if (name == NULL)
    return;

  for (guint i = 0; i < shanhai_name_get_n (name); i++)
    {
      g_string_append (gathering->text, shanhai_name_get_nth (name, i, NULL));
      g_string_append_c (gathering->text, '\n');
    }
}

/* a record that is named, by its own id: each only once for a case */
static void
add_named (Gathering  *gathering,
           const char *id)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (gathering->casebook, id);

  if (record == NULL || !g_hash_table_add (gathering->seen, record))
    return;

  add_name (gathering, shanhai_record_get_title (record));
  if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_PLACE)
    {
      g_autoptr (GPtrArray) path = shanhai_casebook_dup_place_path (gathering->casebook, id);

      for (guint i = 1; i < path->len; i++)
        add_named (gathering, shanhai_record_get_id (g_ptr_array_index (path, i)));
    }
}

static void
add_reference_cb (const ShanhaiField *field,
                  const char         *id,
                  gpointer            user_data)
{
  add_named (user_data, id);
}

static void
add_record (Gathering     *gathering,
            ShanhaiRecord *record)
{
  add_name (gathering, shanhai_record_get_title (record));
  shanhai_record_foreach_reference (record, add_reference_cb, gathering);
}

static void
gathering_free (Gathering *gathering)
{
  g_string_free (gathering->text, TRUE);
  g_hash_table_unref (gathering->seen);
  g_free (gathering);
}

/* the case's own words, which its records don't have */
static void
add_case (Gathering   *gathering,
          ShanhaiCase *the_case)
{
  const char *kind = shanhai_case_get_kind (the_case);

  add_name (gathering, shanhai_case_get_summary (the_case));
  add_name (gathering, shanhai_case_get_approach (the_case));
  for (guint language = SHANHAI_LANGUAGE_ENGLISH; language <= SHANHAI_LANGUAGE_CHINESE; language++)
    {
      g_string_append (gathering->text, shanhai_vocabulary_get_label ("kinds.case", kind, language));
      g_string_append_c (gathering->text, '\n');
    }
}

static GHashTable *
gather (ShanhaiCasebook *casebook)
{
  g_autoptr (GHashTable) gatherings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                             (GDestroyNotify) gathering_free);
  g_autoptr (GHashTable) haystacks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) shanhai_haystack_free);
  ShanhaiRecordList *cases = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);
  GHashTableIter iter;
  gpointer id, gathering;

  for (guint i = 0; i < shanhai_record_list_get_n (cases); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (cases, i);
      Gathering *fresh = g_new0 (Gathering, 1);

      fresh->casebook = casebook;
      fresh->text = g_string_new (NULL);
      fresh->seen = g_hash_table_new (NULL, NULL);
      add_case (fresh, SHANHAI_CASE (record));
      g_hash_table_insert (gatherings, (gpointer) shanhai_record_get_id (record), fresh);
    }

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, i);
          const char *case_id = shanhai_record_get_case_id (record);
          Gathering *its = case_id != NULL ? g_hash_table_lookup (gatherings, case_id) : NULL;

          if (its != NULL)
            add_record (its, record);
        }
    }

  g_hash_table_iter_init (&iter, gatherings);
  while (g_hash_table_iter_next (&iter, &id, &gathering))
    g_hash_table_insert (haystacks, g_strdup (id),
                         shanhai_haystack_new (((Gathering *) gathering)->text->str));
  return g_steal_pointer (&haystacks);
}

static void
casebook_changed_cb (ShanhaiCaseFilter *self)
{
  g_clear_pointer (&self->haystacks, g_hash_table_unref);
  if (self->search != NULL)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
shanhai_case_filter_match (GtkFilter *filter,
                           gpointer   item)
{
  ShanhaiCaseFilter *self = SHANHAI_CASE_FILTER (filter);
  const ShanhaiHaystack *haystack;

  if (self->search == NULL)
    return TRUE;
  if (self->casebook == NULL)
    return FALSE;

  if (self->haystacks == NULL)
    self->haystacks = gather (self->casebook);
  haystack = g_hash_table_lookup (self->haystacks, shanhai_record_get_id (item));
  return haystack != NULL && shanhai_search_matches (self->search, haystack);
}

static GtkFilterMatch
shanhai_case_filter_get_strictness (GtkFilter *filter)
{
  return SHANHAI_CASE_FILTER (filter)->search == NULL ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
shanhai_case_filter_dispose (GObject *object)
{
  ShanhaiCaseFilter *self = SHANHAI_CASE_FILTER (object);

  shanhai_case_filter_set_casebook (self, NULL);
  g_clear_pointer (&self->haystacks, g_hash_table_unref);
  g_clear_pointer (&self->search, shanhai_search_free);

  G_OBJECT_CLASS (shanhai_case_filter_parent_class)->dispose (object);
}

static void
shanhai_case_filter_finalize (GObject *object)
{
  ShanhaiCaseFilter *self = SHANHAI_CASE_FILTER (object);

  g_free (self->query);

  G_OBJECT_CLASS (shanhai_case_filter_parent_class)->finalize (object);
}

static void
shanhai_case_filter_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ShanhaiCaseFilter *self = SHANHAI_CASE_FILTER (object);

  switch ((ShanhaiCaseFilterProperty) prop_id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_case_filter_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ShanhaiCaseFilter *self = SHANHAI_CASE_FILTER (object);

  switch ((ShanhaiCaseFilterProperty) prop_id)
    {
    case PROP_CASEBOOK:
      shanhai_case_filter_set_casebook (self, g_value_get_object (value));
      break;
    case PROP_QUERY:
      shanhai_case_filter_set_query (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_case_filter_class_init (ShanhaiCaseFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_case_filter_dispose;
  object_class->finalize = shanhai_case_filter_finalize;
  object_class->get_property = shanhai_case_filter_get_property;
  object_class->set_property = shanhai_case_filter_set_property;
  filter_class->match = shanhai_case_filter_match;
  filter_class->get_strictness = shanhai_case_filter_get_strictness;

  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, flags);
  props[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_case_filter_init (ShanhaiCaseFilter *self)
{
  self->query = g_strdup ("");
}

ShanhaiCaseFilter *
shanhai_case_filter_new (void)
{
  return g_object_new (SHANHAI_TYPE_CASE_FILTER, NULL);
}

ShanhaiCasebook *
shanhai_case_filter_get_casebook (ShanhaiCaseFilter *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_FILTER (self), NULL);

  return self->casebook;
}

void
shanhai_case_filter_set_casebook (ShanhaiCaseFilter *self,
                                  ShanhaiCasebook   *casebook)
{
  g_return_if_fail (SHANHAI_IS_CASE_FILTER (self));
  g_return_if_fail (casebook == NULL || SHANHAI_IS_CASEBOOK (casebook));

  if (casebook == self->casebook)
    return;

  if (self->casebook != NULL)
    g_signal_handlers_disconnect_by_func (self->casebook, casebook_changed_cb, self);
  g_set_object (&self->casebook, casebook);
  if (casebook != NULL)
    g_signal_connect_object (casebook, "changed", G_CALLBACK (casebook_changed_cb), self, G_CONNECT_SWAPPED);

  casebook_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASEBOOK]);
}

const char *
shanhai_case_filter_get_query (ShanhaiCaseFilter *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_FILTER (self), NULL);

  return self->query;
}

void
shanhai_case_filter_set_query (ShanhaiCaseFilter *self,
                               const char        *query)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  g_return_if_fail (SHANHAI_IS_CASE_FILTER (self));

  if (query == NULL)
    query = "";
  if (g_str_equal (query, self->query))
    return;

  /* one letter more can only find less; but a first letter may be both the begin of a word and a word */
  if (g_str_has_prefix (query, self->query))
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (g_str_has_prefix (self->query, query))
    change = GTK_FILTER_CHANGE_LESS_STRICT;

  g_free (self->query);
  self->query = g_strdup (query);
  g_clear_pointer (&self->search, shanhai_search_free);
  self->search = shanhai_search_new (query);

  gtk_filter_changed (GTK_FILTER (self), change);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUERY]);
}

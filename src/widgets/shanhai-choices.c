/* shanhai-choices.c - what a picker offers for a member of a record, and the search through it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-choices.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-indicator.h"
#include "shanhai-place.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-search.h"
#include "shanhai-vocabulary.h"

typedef struct
{
  ShanhaiChoice   *choice;
  char            *names;     /* folded, each between line breaks: who begins so, or is called just that */
  ShanhaiHaystack *name;      /* what it is called */
  ShanhaiHaystack *haystack;  /* and what lies around it */
} Entry;

struct _ShanhaiChoices
{
  ShanhaiDrafts *drafts;
  guint          targets;  /* of records; 0: words */
  char          *case_id;  /* or NULL */
  char          *own_id;   /* the record that is edited, or NULL */
  const char    *scheme;   /* of words */
  char          *current;
  GPtrArray     *entries;  /* Entry; NULL: to be made */
  GHashTable    *taken;    /* set of the ShanhaiDivision that are places already */
};

/* the types that a picker makes on the spot */
#define MADE_HERE \
  (SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE) | SHANHAI_RECORD_MASK (SHANHAI_RECORD_PARTY) | SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE) \
   | SHANHAI_RECORD_MASK (SHANHAI_RECORD_PROGRAMME) | SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE) | SHANHAI_RECORD_MASK (SHANHAI_RECORD_INDICATOR))

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->choice);
  g_free (entry->names);
  shanhai_haystack_free (entry->name);
  g_clear_pointer (&entry->haystack, shanhai_haystack_free);
  g_free (entry);
}

/* @names: each on a line of its own; @around: (nullable): what it can be found by besides */
static void
add_entry (ShanhaiChoices *self,
           ShanhaiChoice  *choice,
           const char     *names,
           const char     *around)
{
  Entry *entry = g_new (Entry, 1);
  g_autofree char *folded = g_utf8_casefold (names, -1);
  g_autofree char *words = g_strconcat (names, " ", around, NULL);

  entry->choice = choice;
  entry->names = g_strconcat ("\n", folded, "\n", NULL);
  entry->name = shanhai_haystack_new (names);
  entry->haystack = around != NULL && *around != '\0' ? shanhai_haystack_new (words) : NULL;
  g_ptr_array_add (self->entries, entry);
}

static void
append_names (GString           *words,
              const ShanhaiName *name)
{
  for (guint i = 0; i < (name != NULL ? shanhai_name_get_n (name) : 0); i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", shanhai_name_get_nth (name, i, NULL));
}

/* a record's name, and what tells it from others of that name */
static void
add_record (ShanhaiChoices       *self,
            const ShanhaiWording *wording,
            ShanhaiRecord        *record)
{
  const char *id = shanhai_record_get_id (record);
  ShanhaiRecordType type = shanhai_record_get_record_type (record);
  bool draft = shanhai_casebook_lookup (wording->casebook, id) == NULL;
  g_autofree char *title = NULL;
  g_autofree char *around = NULL;
  g_autofree char *detail = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  if (g_strcmp0 (id, self->own_id) == 0)
    return;

  if (type == SHANHAI_RECORD_CASE)
    title = shanhai_wording_case_title (wording, (ShanhaiCase *) record);
  else if (shanhai_record_get_title (record) != NULL)
    title = shanhai_wording_name (wording, shanhai_record_get_title (record));
  else
    title = shanhai_wording_record (wording, record);

  if (type == SHANHAI_RECORD_SOURCE)
    around = shanhai_wording_source (wording, (ShanhaiSource *) record);
  else
    around = draft ? g_strdup ("") : shanhai_wording_around (wording, id);
  detail = *around != '\0' ? g_steal_pointer (&around)
           : (self->targets & (self->targets - 1)) != 0 || draft ? g_strdup (shanhai_record_type_get_title (type)) : g_strdup ("");

  append_names (names, shanhai_record_get_title (record));
  if (names->len == 0 || type == SHANHAI_RECORD_CASE)
    g_string_append_printf (names, "\n%s", title);
  g_string_append (words, detail);
  if (!draft && type != SHANHAI_RECORD_SOURCE)
    {
      /* 湖里 finds what lies in Huli District, too */
      ShanhaiWording other = *wording;
      g_autofree char *elsewhere = NULL;

      other.language = wording->language == SHANHAI_LANGUAGE_CHINESE ? SHANHAI_LANGUAGE_ENGLISH : SHANHAI_LANGUAGE_CHINESE;
      elsewhere = shanhai_wording_around (&other, id);
      g_string_append_printf (words, " %s", elsewhere);
    }
  if (SHANHAI_IS_PLACE (record) && shanhai_place_get_code (SHANHAI_PLACE (record)) != NULL)
    {
      const char *code = shanhai_place_get_code (SHANHAI_PLACE (record));

      g_string_append_printf (words, " %s", code);
      g_hash_table_add (self->taken, (gpointer) shanhai_gazetteer_find_code (code));
    }
  add_entry (self, shanhai_choice_new (SHANHAI_CHOICE_THERE, id, title, detail), names->str, words->str);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (shanhai_choice_get_title ((*(Entry **) a)->choice), shanhai_choice_get_title ((*(Entry **) b)->choice));
}

static void
add_records (ShanhaiChoices       *self,
             const ShanhaiWording *wording)
{
  g_autoptr (GPtrArray) drafts = shanhai_drafts_list (self->drafts, SHANHAI_RECORD_OTHER);

  for (guint type = 0; type < SHANHAI_RECORD_DECISION; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (wording->casebook, type);
      bool of_a_case = type != SHANHAI_RECORD_CASE && self->case_id != NULL;

      if ((self->targets & SHANHAI_RECORD_MASK (type)) == 0)
        continue;
      /* what a figure may be part of is a figure: names have their own members */
      if (self->targets == SHANHAI_RECORD_MASK_ANY && type != SHANHAI_RECORD_OBSERVATION && type != SHANHAI_RECORD_FLOW && type != SHANHAI_RECORD_EXCHANGE)
        continue;
      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, i);
          const char *case_id = of_a_case ? shanhai_record_get_case_id (record) : NULL;

          if (case_id == NULL || g_str_equal (case_id, self->case_id))
            add_record (self, wording, record);
        }
    }
  for (guint i = 0; i < drafts->len; i++)
    if ((self->targets & SHANHAI_RECORD_MASK (shanhai_record_get_record_type (drafts->pdata[i]))) != 0
        && shanhai_casebook_lookup (wording->casebook, shanhai_record_get_id (drafts->pdata[i])) == NULL)
      add_record (self, wording, drafts->pdata[i]);
  g_ptr_array_sort (self->entries, compare_titles);
}

static void
add_indicators (ShanhaiChoices       *self,
                const ShanhaiWording *wording,
                GPtrArray            *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      ShanhaiIndicator *indicator = records->pdata[i];
      const char *key = shanhai_indicator_get_key (indicator);
      g_autofree char *title = NULL;
      g_autoptr (GString) words = g_string_new (NULL);

      if (key == NULL)
        continue;
      title = shanhai_wording_name (wording, shanhai_record_get_title (SHANHAI_RECORD (indicator)));
      append_names (words, shanhai_record_get_title (SHANHAI_RECORD (indicator)));
      add_entry (self,
                 shanhai_choice_new (SHANHAI_CHOICE_THERE, key, title,
                                     shanhai_vocabulary_get_label ("units", shanhai_indicator_get_unit (indicator), wording->language)),
                 words->str, NULL);
    }
}

static void
add_terms (ShanhaiChoices       *self,
           const ShanhaiWording *wording)
{
  guint n = 0;
  const ShanhaiTerm *terms = shanhai_vocabulary_list (self->scheme, &n);
  bool indicators = g_str_equal (self->scheme, "indicators"), has_current = self->current == NULL;

  if (indicators)
    {
      ShanhaiRecordList *own = shanhai_casebook_get_list (wording->casebook, SHANHAI_RECORD_INDICATOR);
      g_autoptr (GPtrArray) records = shanhai_drafts_list (self->drafts, SHANHAI_RECORD_INDICATOR);

      for (guint i = 0; i < shanhai_record_list_get_n (own); i++)
        if (!g_ptr_array_find (records, shanhai_record_list_peek (own, i), NULL))
          g_ptr_array_add (records, shanhai_record_list_peek (own, i));
      add_indicators (self, wording, records);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *names = g_strjoin ("\n", terms[i].en, terms[i].zh, NULL);
      const char *detail = indicators ? shanhai_vocabulary_get_label ("units", terms[i].unit, wording->language) : "";

      has_current |= g_strcmp0 (terms[i].key, self->current) == 0;
      add_entry (self,
                 shanhai_choice_new (SHANHAI_CHOICE_THERE, terms[i].key,
                                     wording->language == SHANHAI_LANGUAGE_CHINESE ? terms[i].zh : terms[i].en, detail),
                 names, terms[i].key);
    }
  for (guint i = 0; i < self->entries->len && !has_current; i++)
    has_current = g_strcmp0 (shanhai_choice_get_id (((Entry *) self->entries->pdata[i])->choice), self->current) == 0;
  if (!has_current)
    add_entry (self, shanhai_choice_new (SHANHAI_CHOICE_THERE, self->current, self->current, ""), self->current, NULL);
}

static void
ensure_entries (ShanhaiChoices       *self,
                const ShanhaiWording *wording)
{
  if (self->entries != NULL)
    return;

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  g_hash_table_remove_all (self->taken);
  if (self->scheme != NULL)
    add_terms (self, wording);
  else
    add_records (self, wording);
}

/* -- the gazetteer: made ready once for the whole program -- */

typedef struct
{
  ShanhaiHaystack *name, *haystack;
} DivisionEntry;

static const DivisionEntry *
get_division_entries (void)
{
  static DivisionEntry *entries = NULL;

  if (g_once_init_enter (&entries))
    {
      guint n;
      const ShanhaiDivision *list = shanhai_gazetteer_list (&n);
      DivisionEntry *made = g_new (DivisionEntry, n);

      for (guint i = 0; i < n; i++)
        {
          const ShanhaiDivision *parent = list[i].parent, *above = parent != NULL ? parent->parent : NULL;
          /* 甘肃东乡, 甘肃临夏东乡, 东乡族自治县, Dongxiang County Linxia Gansu 622926 */
          g_autofree char *words = g_strconcat (list[i].name, " ", list[i].english, " ", list[i].code, " ",
                                                above != NULL ? above->brief : "", parent != NULL ? parent->brief : "", list[i].brief, " ",
                                                above != NULL ? above->brief : "", above != NULL ? list[i].brief : "", " ",
                                                parent != NULL ? parent->english : "", " ", above != NULL ? above->english : "", NULL);

          g_autofree char *names = g_strconcat (list[i].name, "\n", list[i].english, NULL);

          made[i] = (DivisionEntry) { shanhai_haystack_new (names), shanhai_haystack_new (words) };
        }
      g_once_init_leave (&entries, made);
    }
  return entries;
}

static gpointer
warm_up_in_thread (gpointer data)
{
  get_division_entries ();
  return NULL;
}

void
shanhai_choices_warm_up (void)
{
  static bool done;

  if (!done)
    g_thread_unref (g_thread_new ("gazetteer", warm_up_in_thread, NULL));
  done = true;
}

static char *
dup_division_around (const ShanhaiDivision *division,
                     ShanhaiLanguage        language)
{
  const ShanhaiDivision *parent = division->parent, *above = parent != NULL ? parent->parent : NULL;

  if (parent == NULL)
    return g_strdup (division->code);
  if (language == SHANHAI_LANGUAGE_CHINESE)
    return g_strconcat (above != NULL ? above->brief : "", parent->brief, " · ", division->code, NULL);
  return g_strconcat (parent->english, above != NULL ? ", " : "", above != NULL ? above->english : "", " · ", division->code, NULL);
}

/* -- finding -- */

/* smaller is better */
enum { CALLED_SO, BEGINS_SO, SAYS_SO, LIES_SO, N_RANKS };

/* @folded: the query */
static int
rank_entry (const Entry         *entry,
            const ShanhaiSearch *search,
            const char          *folded)
{
  g_autofree char *begin = g_strconcat ("\n", folded, NULL);
  g_autofree char *whole = g_strconcat (begin, "\n", NULL);

  if (strstr (entry->names, whole) != NULL)
    return CALLED_SO;
  if (strstr (entry->names, begin) != NULL)
    return BEGINS_SO;
  if (shanhai_search_matches (search, entry->name))
    return SAYS_SO;
  return entry->haystack != NULL && shanhai_search_matches (search, entry->haystack) ? LIES_SO : N_RANKS;
}

static int
rank_division (const ShanhaiDivision *division,
               const DivisionEntry   *entry,
               const ShanhaiSearch   *search,
               const char            *folded)
{
  g_autofree char *english = g_utf8_casefold (division->english, -1);

  if (g_str_equal (division->name, folded) || g_str_equal (division->brief, folded) || g_str_equal (english, folded))
    return CALLED_SO;
  if (g_str_has_prefix (division->name, folded) || g_str_has_prefix (english, folded))
    return BEGINS_SO;
  if (shanhai_search_matches (search, entry->name))
    return SAYS_SO;
  return shanhai_search_matches (search, entry->haystack) ? LIES_SO : N_RANKS;
}

/* @search: (nullable): all are found */
static void
find_entries (ShanhaiChoices      *self,
              const ShanhaiSearch *search,
              const char          *folded,
              GPtrArray           *found[N_RANKS])
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];
      int rank = search != NULL ? rank_entry (entry, search, folded) : CALLED_SO;

      if (rank < N_RANKS)
        g_ptr_array_add (found[rank], g_object_ref (entry->choice));
    }
}

static void
find_divisions (ShanhaiChoices       *self,
                const ShanhaiWording *wording,
                const ShanhaiSearch  *search,
                const char           *folded,
                GPtrArray            *found[N_RANKS])
{
  guint n;
  const ShanhaiDivision *list = shanhai_gazetteer_list (&n);
  const DivisionEntry *entries = get_division_entries ();
  bool chinese = wording->language == SHANHAI_LANGUAGE_CHINESE;

  for (guint i = 0; i < n; i++)
    {
      int rank = rank_division (&list[i], &entries[i], search, folded);
      g_autofree char *around = NULL;

      if (rank == N_RANKS || g_hash_table_contains (self->taken, &list[i]))
        continue;

      around = dup_division_around (&list[i], wording->language);
      g_ptr_array_add (found[rank], shanhai_choice_new_division (&list[i], chinese ? list[i].name : list[i].english, around));
    }
}

static void
add_makers (ShanhaiChoices *self,
            const char     *query,
            GListStore     *store)
{
  guint makes = self->scheme != NULL && g_str_equal (self->scheme, "indicators") ? SHANHAI_RECORD_MASK (SHANHAI_RECORD_INDICATOR) : self->targets & MADE_HERE;

  /* part of any figure: figures aren't made in passing */
  if (self->targets == SHANHAI_RECORD_MASK_ANY)
    return;

  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    if ((makes & SHANHAI_RECORD_MASK (type)) != 0)
      {
        g_autofree char *title = *query == '\0' ? g_strdup_printf ("%s…", shanhai_record_type_get_new_title (type))
                                                /* Translators: makes a new record of that name; %1$s is "New Party" */
                                                : g_strdup_printf (_("%1$s “%2$s”…"), shanhai_record_type_get_new_title (type), query);
        g_autoptr (ShanhaiChoice) choice = shanhai_choice_new (SHANHAI_CHOICE_NEW, shanhai_record_type_get_name (type), title, "");

        g_list_store_append (store, choice);
      }
}

GListStore *
shanhai_choices_find (ShanhaiChoices       *self,
                      const ShanhaiWording *wording,
                      const char           *query,
                      guint                 limit)
{
  GListStore *store = g_list_store_new (SHANHAI_TYPE_CHOICE);
  g_autoptr (ShanhaiSearch) search = shanhai_search_new (query);
  g_autofree char *plain = g_strstrip (g_strdup (query));
  g_autofree char *folded = g_utf8_casefold (plain, -1);
  GPtrArray *found[N_RANKS];

  ensure_entries (self, wording);
  for (guint i = 0; i < N_RANKS; i++)
    found[i] = g_ptr_array_new_with_free_func (g_object_unref);

  find_entries (self, search, folded, found);
  if (search != NULL && self->targets != SHANHAI_RECORD_MASK_ANY && (self->targets & SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)) != 0)
    find_divisions (self, wording, search, folded, found);

  for (guint i = 0; i < N_RANKS; i++)
    {
      for (guint j = 0; j < found[i]->len && g_list_model_get_n_items (G_LIST_MODEL (store)) < limit; j++)
        g_list_store_append (store, found[i]->pdata[j]);
      g_ptr_array_unref (found[i]);
    }
  add_makers (self, plain, store);
  return store;
}

ShanhaiChoices *
shanhai_choices_new_records (ShanhaiDrafts *drafts,
                             guint          targets,
                             ShanhaiRecord *context)
{
  ShanhaiChoices *self = g_new0 (ShanhaiChoices, 1);

  self->drafts = g_object_ref (drafts);
  self->taken = g_hash_table_new (NULL, NULL);
  self->targets = targets;
  if (context != NULL)
    {
      self->case_id = g_strdup (shanhai_record_get_case_id (context));
      self->own_id = g_strdup (shanhai_record_get_id (context));
    }
  return self;
}

ShanhaiChoices *
shanhai_choices_new_terms (ShanhaiDrafts *drafts,
                           const char    *scheme,
                           const char    *current)
{
  ShanhaiChoices *self = g_new0 (ShanhaiChoices, 1);

  self->drafts = g_object_ref (drafts);
  self->taken = g_hash_table_new (NULL, NULL);
  self->scheme = g_intern_string (scheme);
  self->current = g_strdup (current);
  return self;
}

void
shanhai_choices_free (ShanhaiChoices *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_hash_table_unref (self->taken);
  g_object_unref (self->drafts);
  g_free (self->case_id);
  g_free (self->own_id);
  g_free (self->current);
  g_free (self);
}

void
shanhai_choices_refresh (ShanhaiChoices *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
}

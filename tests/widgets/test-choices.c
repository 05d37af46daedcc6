/* test-choices.c - what pickers offer, and the search through it. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "shanhai-choices.h"

static ShanhaiCasebook *casebook;
static ShanhaiDrafts *drafts;
static ShanhaiWording wording = { NULL, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };

#define PLACES SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)

static ShanhaiRecord *
new_named (ShanhaiRecordType  type,
           const char        *id,
           const char        *zh,
           const char        *en)
{
  ShanhaiRecord *record = shanhai_record_new (type, id);
  g_autoptr (ShanhaiName) name = shanhai_name_new ((const char *[]) { "zh", "en" }, (const char *[]) { zh, en }, 2);

  g_object_set (record, "name", name, NULL);
  return record;
}

static void
make_casebook (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  ShanhaiRecord *record;

  g_ptr_array_add (records, record = new_named (SHANHAI_RECORD_PLACE, "place-xiamen", "厦门市", "Xiamen"));
  g_object_set (record, "code", "350200", NULL);
  g_ptr_array_add (records, record = new_named (SHANHAI_RECORD_PLACE, "place-huli", "湖里区", "Huli District"));
  g_object_set (record, "code", "350206", "parent", "place-xiamen", NULL);
  g_ptr_array_add (records, record = new_named (SHANHAI_RECORD_PARTY, "party-works", "恒国精机", "Hengguo Machinery"));
  g_object_set (record, "place", "place-huli", NULL);
  g_ptr_array_add (records, record = shanhai_record_new (SHANHAI_RECORD_FLOW, "flow-a"));
  g_object_set (record, "case", "case-a", NULL);
  g_ptr_array_add (records, record = shanhai_record_new (SHANHAI_RECORD_FLOW, "flow-b"));
  g_object_set (record, "case", "case-b", NULL);
  casebook = shanhai_casebook_new ();
  shanhai_casebook_fill (casebook, records, NULL, NULL);
  drafts = shanhai_drafts_new (casebook);
  wording.casebook = casebook;
}

static char *
dup_ids (ShanhaiChoices *choices,
         const char     *query,
         guint           limit)
{
  g_autoptr (GListStore) found = shanhai_choices_find (choices, &wording, query, limit);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (found)); i++)
    {
      g_autoptr (ShanhaiChoice) choice = g_list_model_get_item (G_LIST_MODEL (found), i);
      static const char marks[] = { '0', ' ', '+', '*' };

      g_string_append_printf (ids, "%s%c%s", i > 0 ? " " : "", marks[shanhai_choice_get_kind (choice)], shanhai_choice_get_id (choice));
    }
  return g_strstrip (g_string_free (g_steal_pointer (&ids), FALSE));
}

typedef struct
{
  const char *path;
  guint       targets;
  const char *query;
  const char *ids; /* "+" before one of the gazetteer, "*" before one to be made */
} Row;

static const Row rows[] = {
  { "all", PLACES, "", "place-huli  place-xiamen *place" },
  { "there-first", PLACES, "huli district", "place-huli +210503 *place" },
  { "pinyin", PLACES, "xiamen hlq", "place-huli *place" },
  { "case-makes-no-difference", SHANHAI_RECORD_MASK_PLACE_OR_PARTY, "HULI DISTRICT", "place-huli  party-works +210503 *place *party" },
  { "traditional", PLACES, "廈門市湖里區", "*place" },
  { "called-so-first", SHANHAI_RECORD_MASK_PLACE_OR_PARTY, "湖里区", "place-huli  party-works *place *party" },
  { "gazetteer-by-code", PLACES, "622926", "+622926 *place" },
  { "gazetteer-by-name", PLACES, "东乡族", "+622926 +622927 *place" },
  { "gazetteer-with-province", PLACES, "甘肃东乡", "+622926 *place" },
  { "gazetteer-short-first", PLACES, "东乡", "+361003 +622926 +622927 *place" },
  { "gazetteer-english", PLACES, "dongxiang county", "+622926 +431027 +622927 *place" },
  { "by-code", PLACES, "350206", "place-huli *place" },
  { "nothing", PLACES, "qqqq", "*place" },
  { "figures", SHANHAI_RECORD_MASK (SHANHAI_RECORD_FLOW), "", "flow-a" },
};

static void
test_records (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ShanhaiRecord) context = shanhai_record_new (SHANHAI_RECORD_FLOW, "flow-c");
  g_autoptr (ShanhaiChoices) choices = NULL;
  g_autofree char *ids = NULL;

  g_object_set (context, "case", "case-a", NULL);
  choices = shanhai_choices_new_records (drafts, row->targets, context);
  ids = dup_ids (choices, row->query, 50);
  g_assert_cmpstr (ids, ==, row->ids);
}

static void
test_limit (void)
{
  g_autoptr (ShanhaiChoices) choices = shanhai_choices_new_records (drafts, PLACES, NULL);
  g_autoptr (GListStore) found = shanhai_choices_find (choices, &wording, "县", 10);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 11);
}

/* the record that is edited can't be part of itself */
static void
test_not_itself (void)
{
  g_autoptr (ShanhaiChoices) choices = shanhai_choices_new_records (drafts, PLACES, shanhai_casebook_lookup (casebook, "place-huli"));
  g_autofree char *ids = dup_ids (choices, "", 50);

  g_assert_cmpstr (ids, ==, "place-xiamen *place");
}

static void
test_drafts (void)
{
  g_autoptr (ShanhaiDrafts) others = shanhai_drafts_new (casebook);
  g_autoptr (ShanhaiChoices) choices = shanhai_choices_new_records (others, PLACES, NULL);
  g_autofree char *before = dup_ids (choices, "622926", 50), *after = NULL, *expected = NULL;

  g_assert_cmpstr (before, ==, "+622926 *place");
  expected = g_strdup_printf ("%s *place", shanhai_drafts_add_division (others, shanhai_gazetteer_find_code ("622926")));
  shanhai_choices_refresh (choices);
  after = dup_ids (choices, "622926", 50);
  g_assert_cmpstr (after, ==, expected);
}

static void
test_terms (void)
{
  g_autoptr (ShanhaiChoices) kinds = shanhai_choices_new_terms (drafts, "kinds.flow", NULL);
  g_autoptr (ShanhaiChoices) unknown = shanhai_choices_new_terms (drafts, "kinds.flow", "barter");
  g_autoptr (ShanhaiChoices) indicators = shanhai_choices_new_terms (drafts, "indicators", NULL);
  g_autofree char *fiscal = dup_ids (kinds, "fiscal", 50), *pinyin = dup_ids (kinds, "juanz", 50), *kept = dup_ids (unknown, "barter", 50);
  g_autofree char *incidence = dup_ids (indicators, "贫困发生率", 1);

  g_assert_cmpstr (fiscal, ==, "fiscal");
  g_assert_cmpstr (pinyin, ==, "donation  in-kind");
  g_assert_cmpstr (kept, ==, "barter");
  g_assert_cmpstr (incidence, ==, "poverty-incidence *indicator");
}

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  make_casebook ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/choices/records/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_records);
    }
  g_test_add_func ("/choices/limit", test_limit);
  g_test_add_func ("/choices/not-itself", test_not_itself);
  g_test_add_func ("/choices/drafts", test_drafts);
  g_test_add_func ("/choices/terms", test_terms);

  result = g_test_run ();
  g_object_unref (drafts);
  g_object_unref (casebook);
  return result;
}

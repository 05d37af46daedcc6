/* test-merge.c - casebooks that were edited apart become one. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "model-test.h"
#include "shanhai-history.h"
#include "shanhai-merge.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define PLACE(id, rest) "{\"record\":\"place\",\"id\":\"" id "\"" rest "}\n"
#define CASE(id, rest) "{\"record\":\"case\",\"id\":\"" id "\"" rest "}\n"
#define FLOW(id, rest) "{\"record\":\"flow\",\"id\":\"" id "\"" rest "}\n"
#define EVENT(id, rest) "{\"record\":\"event\",\"id\":\"" id "\"" rest "}\n"
#define SOURCE(id, rest) "{\"record\":\"source\",\"id\":\"" id "\"" rest "}\n"
#define OBSERVATION(id, rest) "{\"record\":\"observation\",\"id\":\"" id "\"" rest "}\n"
#define CITED(source) ",\"citations\":[{\"source\":\"" source "\",\"quote\":\"two\",\"start\":4,\"length\":3}]"

typedef struct
{
  const char *name;
  const char *base;       /* NULL: none; the header is put before */
  const char *mine;
  const char *theirs;
  const char *merged;     /* with the conflicts open */
  const char *conflicts;  /* "id.member" each, separated by spaces */
  const char *taken;      /* with all conflicts taken from theirs; NULL: as merged */
} Row;

static const Row rows[] = {
  { "same", PLACE ("a", ""), PLACE ("a", ""), PLACE ("a", ""), PLACE ("a", ""), "", NULL },
  { "each-added", "", PLACE ("a", ""), PLACE ("b", ""), PLACE ("a", "") PLACE ("b", ""), "", NULL },
  { "each-altered", PLACE ("a", ",\"code\":\"1\"") PLACE ("b", ",\"code\":\"1\""), PLACE ("a", ",\"code\":\"2\"") PLACE ("b", ",\"code\":\"1\""),
    PLACE ("a", ",\"code\":\"1\"") PLACE ("b", ",\"code\":\"3\""), PLACE ("a", ",\"code\":\"2\"") PLACE ("b", ",\"code\":\"3\""), "", NULL },
  { "members", PLACE ("a", ""), PLACE ("a", ",\"level\":\"county\""), PLACE ("a", ",\"code\":\"3\""),
    PLACE ("a", ",\"level\":\"county\",\"code\":\"3\""), "", NULL },
  { "conflict", PLACE ("a", ",\"code\":\"1\""), PLACE ("a", ",\"code\":\"2\""), PLACE ("a", ",\"code\":\"3\""), PLACE ("a", ",\"code\":\"2\""),
    "a.code", PLACE ("a", ",\"code\":\"3\"") },
  { "unset-against-altered", PLACE ("a", ",\"code\":\"1\""), PLACE ("a", ""), PLACE ("a", ",\"code\":\"3\""), PLACE ("a", ""), "a.code",
    PLACE ("a", ",\"code\":\"3\"") },
  { "alike", PLACE ("a", ",\"code\":\"1\""), PLACE ("a", ",\"code\":\"2\""), PLACE ("a", ",\"code\":\"2\""), PLACE ("a", ",\"code\":\"2\""), "", NULL },
  { "languages", PLACE ("a", ",\"name\":{\"en\":\"A\"}"), PLACE ("a", ",\"name\":{\"en\":\"A\",\"zh\":\"甲\"}"), PLACE ("a", ",\"name\":{\"en\":\"B\"}"),
    PLACE ("a", ",\"name\":{\"en\":\"B\",\"zh\":\"甲\"}"), "", NULL },
  { "one-language", PLACE ("a", ",\"name\":{\"en\":\"A\"}"), PLACE ("a", ",\"name\":{\"en\":\"B\",\"zh\":\"甲\"}"), PLACE ("a", ",\"name\":{\"en\":\"C\"}"),
    PLACE ("a", ",\"name\":{\"en\":\"B\",\"zh\":\"甲\"}"), "a.name", PLACE ("a", ",\"name\":{\"en\":\"C\"}") },
  { "unknown-members", PLACE ("a", ",\"x\":1"), PLACE ("a", ",\"x\":2"), PLACE ("a", ",\"x\":3"), PLACE ("a", ",\"x\":2"), "a.…",
    PLACE ("a", ",\"x\":3") },
  { "tags", PLACE ("a", ",\"tags\":[\"b\",\"a\"]"), PLACE ("a", ",\"tags\":[\"b\",\"a\",\"d\"]"), PLACE ("a", ",\"tags\":[\"b\",\"c\"]"),
    PLACE ("a", ",\"tags\":[\"b\",\"c\",\"d\"]"), "", NULL },
  { "ends-of-a-flow", FLOW ("a", ""), FLOW ("a", ",\"from\":\"x\""), FLOW ("a", ",\"from\":\"y\""), FLOW ("a", ",\"from\":\"x\""), "a.from",
    FLOW ("a", ",\"from\":\"y\"") },
  { "citations", OBSERVATION ("a", "") SOURCE ("s", "") SOURCE ("t", ""), OBSERVATION ("a", CITED ("t")) SOURCE ("s", "") SOURCE ("t", ""),
    OBSERVATION ("a", CITED ("s")) SOURCE ("s", "") SOURCE ("t", ""),
    OBSERVATION ("a", ",\"citations\":[{\"source\":\"s\",\"quote\":\"two\",\"start\":4,\"length\":3},"
                      "{\"source\":\"t\",\"quote\":\"two\",\"start\":4,\"length\":3}]") SOURCE ("s", "") SOURCE ("t", ""), "", NULL },
  { "deleted", PLACE ("a", "") PLACE ("b", ""), PLACE ("a", "") PLACE ("b", ""), PLACE ("b", ""), PLACE ("b", ""), "", NULL },
  { "deleted-by-both", PLACE ("a", "") PLACE ("b", ""), PLACE ("b", ""), PLACE ("b", ""), PLACE ("b", ""), "", NULL },
  { "deleted-against-altered", PLACE ("a", ""), PLACE ("a", ",\"code\":\"1\""), "", PLACE ("a", ",\"code\":\"1\""), "a", "" },
  { "altered-against-deleted", PLACE ("a", ""), "", PLACE ("a", ",\"code\":\"1\""), "", "a", PLACE ("a", ",\"code\":\"1\"") },
  { "deleted-against-used", CASE ("c", ""), CASE ("c", "") EVENT ("e", ",\"case\":\"c\""), "", CASE ("c", "") EVENT ("e", ",\"case\":\"c\""), "c", "" },
  { "used-against-deleted", CASE ("c", ""), "", CASE ("c", "") EVENT ("e", ",\"case\":\"c\""), "", "c", CASE ("c", "") EVENT ("e", ",\"case\":\"c\"") },
  /* theirs dangles where mine doesn't: nothing of the result does */
  { "deleted-under-mine", PLACE ("p", "") PLACE ("q", ",\"parent\":\"p\""), PLACE ("p", "") PLACE ("q", ",\"parent\":\"p\""),
    PLACE ("q", ",\"parent\":\"p\""), PLACE ("q", ""), "", NULL },
  { "two-way", NULL, PLACE ("a", ",\"code\":\"1\"") PLACE ("b", ""), PLACE ("a", ",\"code\":\"2\"") PLACE ("c", ""),
    PLACE ("a", ",\"code\":\"1\"") PLACE ("b", "") PLACE ("c", ""), "a.code", PLACE ("a", ",\"code\":\"2\"") PLACE ("b", "") PLACE ("c", "") },
  { "two-way-unset", NULL, PLACE ("a", ",\"code\":\"1\""), PLACE ("a", ",\"level\":\"county\""), PLACE ("a", ",\"level\":\"county\",\"code\":\"1\""), "", NULL },
  { "two-way-tags", NULL, PLACE ("a", ",\"tags\":[\"b\",\"a\"]"), PLACE ("a", ",\"tags\":[\"c\",\"a\"]"), PLACE ("a", ",\"tags\":[\"a\",\"b\",\"c\"]"), "", NULL },
  { "dangling-stays", "", FLOW ("a", ",\"part_of\":\"gone\""), FLOW ("b", ",\"part_of\":\"lost\""),
    FLOW ("a", ",\"part_of\":\"gone\"") FLOW ("b", ",\"part_of\":\"lost\""), "", NULL },
  { "twin-places", "", PLACE ("a", ",\"name\":\"X\"") PLACE ("b", ",\"name\":\"Y\",\"parent\":\"a\""),
    PLACE ("m", ",\"name\":\"X\"") PLACE ("n", ",\"name\":\"Y\",\"code\":\"7\",\"parent\":\"m\"") FLOW ("f", ",\"to\":\"n\""),
    PLACE ("a", ",\"name\":\"X\"") PLACE ("b", ",\"name\":\"Y\",\"code\":\"7\",\"parent\":\"a\"") FLOW ("f", ",\"to\":\"b\""), "", NULL },
  { "twin-figures", "", OBSERVATION ("o", ",\"subject\":\"p\"" CITED ("s")) SOURCE ("s", ",\"url\":\"http://x\""),
    OBSERVATION ("q", ",\"indicator\":\"i\"" CITED ("t")) OBSERVATION ("r", CITED ("t")) SOURCE ("t", ",\"url\":\"http://x\""),
    OBSERVATION ("o", ",\"subject\":\"p\"" CITED ("s")) OBSERVATION ("q", ",\"indicator\":\"i\"" CITED ("s")) SOURCE ("s", ",\"url\":\"http://x\""), "", NULL },
  /* one id, two kinds of thing */
  { "types", NULL, PLACE ("a", ""), EVENT ("a", ""), PLACE ("a", ""), "a", EVENT ("a", "") },
  { "types-by-both", EVENT ("a", "") EVENT ("b", ""), PLACE ("a", "") EVENT ("b", ""), FLOW ("a", "") EVENT ("b", ""), PLACE ("a", "") EVENT ("b", ""), "a",
    FLOW ("a", "") EVENT ("b", "") },
  { "type-by-mine", EVENT ("a", ""), PLACE ("a", ""), EVENT ("a", ""), PLACE ("a", ""), "", NULL },
  { "type-by-theirs", EVENT ("a", ""), EVENT ("a", ""), PLACE ("a", ""), PLACE ("a", ""), "", NULL },
  { "type-by-both-alike", EVENT ("a", ""), PLACE ("a", ""), PLACE ("a", ",\"code\":\"1\""), PLACE ("a", ",\"code\":\"1\""), "", NULL },
  { "type-against-deleted", EVENT ("a", ""), "", PLACE ("a", ""), "", "a", PLACE ("a", "") },
  /* a case in the place of a place is nothing that a place could lie in, and the other way round */
  { "types-and-references", NULL, PLACE ("a", "") PLACE ("b", ",\"parent\":\"a\""), CASE ("a", "") EVENT ("e", ",\"case\":\"a\""),
    PLACE ("a", "") PLACE ("b", ",\"parent\":\"a\""), "a", PLACE ("b", "") CASE ("a", "") EVENT ("e", ",\"case\":\"a\"") },
  /* which of two would be the twin can't be known */
  { "twins-of-many", "", PLACE ("a", ",\"name\":\"X\"") PLACE ("b", ",\"name\":\"X\""), PLACE ("m", ",\"name\":\"X\""),
    PLACE ("a", ",\"name\":\"X\"") PLACE ("b", ",\"name\":\"X\"") PLACE ("m", ",\"name\":\"X\""), "", NULL },
};

static ShanhaiCasebook *
book (const char *records)
{
  g_autofree char *lines = g_strconcat (HEADER, records, NULL);

  return model_test_casebook (lines);
}

static char *
dup_conflicts (ShanhaiMerge *merge)
{
  GListModel *conflicts = shanhai_merge_get_conflicts (merge);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (conflicts, i);
      const char *id = shanhai_conflict_get_id (conflict);
      const char *member = shanhai_conflict_get_member (conflict);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", id != NULL ? id : "", member != NULL ? "." : "", member != NULL ? member : "");
    }

  return g_string_free (text, FALSE);
}

/* applies what the merge says and returns the file */
static char *
apply_merge (ShanhaiCasebook *mine,
             ShanhaiMerge    *merge)
{
  g_autoptr (ShanhaiChange) change = shanhai_merge_new_change (merge, "Merge", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (mine), change, &error));
  g_assert_no_error (error);

  return model_test_dup_file (mine);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ShanhaiCasebook) base = row->base != NULL ? book (row->base) : NULL;
  g_autoptr (ShanhaiCasebook) mine = book (row->mine);
  g_autoptr (ShanhaiCasebook) theirs = book (row->theirs);
  g_autofree char *before = model_test_dup_file (mine);

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (ShanhaiMerge) merge = shanhai_merge_new (mine, theirs, base, 0);
      g_autoptr (ShanhaiMerge) again = NULL;
      g_autoptr (ShanhaiChange) nothing = NULL;
      g_autofree char *conflicts = dup_conflicts (merge);
      const char *expected = round == 1 && row->taken != NULL ? row->taken : row->merged;
      g_autofree char *whole = g_strconcat (HEADER, expected, NULL);
      g_autofree char *merged = NULL;
      g_autofree char *undone = NULL;

      g_assert_cmpstr (conflicts, ==, row->conflicts);
      if (round == 1)
        shanhai_merge_choose_all (merge, SHANHAI_SIDE_THEIRS, true);
      merged = apply_merge (mine, merge);
      g_assert_cmpstr (merged, ==, whole);

      /* the same once more changes nothing */
      again = shanhai_merge_new (mine, theirs, base, 0);
      if (round == 1)
        shanhai_merge_choose_all (again, SHANHAI_SIDE_THEIRS, true);
      nothing = shanhai_merge_new_change (again, "Again", NULL);
      g_assert_true (shanhai_change_is_empty (nothing));

      /* one step back; where there was nothing to do there is none */
      shanhai_history_undo (shanhai_casebook_get_history (mine), NULL);
      undone = model_test_dup_file (mine);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
test_header (void)
{
  g_autoptr (ShanhaiCasebook) base = model_test_casebook ("{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"A\"},\"created\":\"2020\"}\n");
  g_autoptr (ShanhaiCasebook) mine = model_test_casebook ("{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"B\"},\"created\":\"2020\"}\n");
  g_autoptr (ShanhaiCasebook) theirs =
    model_test_casebook ("{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"C\",\"zh\":\"丙\"},\"language\":\"zh\",\"created\":\"2019\"}\n");
  g_autoptr (ShanhaiMerge) merge = shanhai_merge_new (mine, theirs, base, 0);
  g_autofree char *conflicts = dup_conflicts (merge);
  g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (shanhai_merge_get_conflicts (merge), 0);
  g_autofree char *kept = NULL;
  g_autofree char *taken = NULL;

  g_assert_cmpstr (conflicts, ==, ".title");
  g_assert_cmpstr (shanhai_name_get (shanhai_conflict_get_header (conflict, SHANHAI_SIDE_THEIRS)->title, SHANHAI_LANGUAGE_CHINESE), ==, "丙");
  kept = apply_merge (mine, merge);
  g_assert_cmpstr (kept, ==, "{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"B\",\"zh\":\"丙\"},\"language\":\"zh\",\"created\":\"2019\"}\n");

  shanhai_history_undo (shanhai_casebook_get_history (mine), NULL);
  shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_THEIRS);
  taken = apply_merge (mine, merge);
  g_assert_cmpstr (taken, ==, "{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"C\",\"zh\":\"丙\"},\"language\":\"zh\",\"created\":\"2019\"}\n");
}

static void
test_keep_twins (void)
{
  g_autoptr (ShanhaiCasebook) mine = book (PLACE ("a", ",\"code\":\"1\""));
  g_autoptr (ShanhaiCasebook) theirs = book (PLACE ("b", ",\"code\":\"1\""));
  g_autoptr (ShanhaiMerge) merge = shanhai_merge_new (mine, theirs, NULL, SHANHAI_MERGE_KEEP_TWINS);
  g_autofree char *merged = apply_merge (mine, merge);

  g_assert_cmpstr (merged, ==, HEADER PLACE ("a", ",\"code\":\"1\"") PLACE ("b", ",\"code\":\"1\""));
}

static void
test_summary (void)
{
  g_autoptr (ShanhaiCasebook) base = book (PLACE ("a", "") PLACE ("b", "") PLACE ("c", ""));
  g_autoptr (ShanhaiCasebook) mine = book (PLACE ("a", "") PLACE ("b", "") PLACE ("c", ",\"code\":\"1\"") PLACE ("x", ",\"code\":\"9\""));
  g_autoptr (ShanhaiCasebook) theirs = book (PLACE ("b", ",\"code\":\"2\"") PLACE ("c", ",\"code\":\"3\"") PLACE ("d", "") PLACE ("y", ",\"code\":\"9\"")
                                             "{\"record\":\"odd\"}\n");
  g_autoptr (ShanhaiMerge) merge = shanhai_merge_new (mine, theirs, base, 0);
  g_autoptr (ShanhaiChange) change = NULL;
  ShanhaiMergeSummary summary;

  change = shanhai_merge_new_change (merge, "Merge", &summary);
  g_assert_cmpuint (summary.n_added, ==, 1);
  g_assert_cmpuint (summary.n_altered, ==, 1);
  g_assert_cmpuint (summary.n_deleted, ==, 1);
  g_assert_cmpuint (summary.n_joined, ==, 1);
  g_assert_cmpuint (summary.n_conflicts, ==, 1);
  g_assert_cmpuint (summary.n_open, ==, 1);
  g_assert_cmpuint (summary.n_left_out, ==, 1);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  ++*(guint *) user_data;
}

static void
test_choice (void)
{
  g_autoptr (ShanhaiConflict) conflict = shanhai_conflict_new ("a", NULL, NULL, NULL, NULL, NULL);
  guint n = 0;

  g_signal_connect (conflict, "notify::choice", G_CALLBACK (count_cb), &n);
  shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_MINE);
  shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_MINE);
  g_assert_cmpuint (n, ==, 1);
  g_object_set (conflict, "choice", SHANHAI_SIDE_THEIRS, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (shanhai_conflict_get_choice (conflict), ==, SHANHAI_SIDE_THEIRS);
}

/* -- random edits on both sides -- */

/* gives notes to records of which only every second, from `first` on, is this side's; the note tells side and round */
static void
edit_half (ShanhaiCasebook *casebook,
           GRand           *rand,
           guint            first,
           guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, (guint) g_rand_int_range (rand, 0, SHANHAI_RECORD_OTHER));
      guint position = first + 2 * (guint) g_rand_int_range (rand, 0, 1 + (int) shanhai_record_list_get_n (list) / 2);
      g_autofree char *text = g_strdup_printf ("note %u of side %u", i, first);
      g_autoptr (ShanhaiName) note = shanhai_name_new_plain (text);
      g_autoptr (ShanhaiChange) change = shanhai_change_new ("note");
      g_autoptr (ShanhaiRecord) draft = NULL;

      if (position >= shanhai_record_list_get_n (list))
        continue;
      draft = shanhai_record_copy (shanhai_record_list_peek (list, position));
      g_object_set (draft, "note", note, NULL);
      shanhai_change_put (change, draft);
      g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
    }
}

static void
test_disjoint (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  g_autoptr (ShanhaiCasebook) base = model_test_generate (400, seed);
  g_autoptr (ShanhaiCasebook) mine = model_test_generate (400, seed);
  g_autoptr (ShanhaiCasebook) theirs = model_test_generate (400, seed);
  g_autoptr (ShanhaiCasebook) both = model_test_generate (400, seed);
  g_autoptr (ShanhaiMerge) merge = NULL;
  g_autoptr (ShanhaiMerge) other_way = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *merged_other_way = NULL;

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + side);
      g_autoptr (GRand) same = g_rand_new_with_seed (seed + side);

      edit_half (side == 0 ? mine : theirs, rand, side, 100);
      edit_half (both, same, side, 100);
    }

  expected = model_test_dup_file (both);
  merge = shanhai_merge_new (mine, theirs, base, 0);
  g_assert_cmpuint (g_list_model_get_n_items (shanhai_merge_get_conflicts (merge)), ==, 0);
  other_way = shanhai_merge_new (theirs, mine, base, 0);
  g_assert_cmpuint (g_list_model_get_n_items (shanhai_merge_get_conflicts (other_way)), ==, 0);
  merged = apply_merge (mine, merge);
  merged_other_way = apply_merge (theirs, other_way);
  g_assert_cmpstr (merged, ==, expected);
  g_assert_cmpstr (merged_other_way, ==, expected);
}

/* fields of one record become those of another of its type, records go with what can't stand without them, others come */
static void
edit_wildly (ShanhaiCasebook *casebook,
             guint32          seed,
             guint            n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      ShanhaiRecordType type = (guint) g_rand_int_range (rand, 0, SHANHAI_RECORD_OTHER);
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);
      guint n_records = shanhai_record_list_get_n (list);
      g_autoptr (ShanhaiChange) change = NULL;
      ShanhaiRecord *record, *other;

      if (n_records < 2)
        continue;
      record = shanhai_record_list_peek (list, (guint) g_rand_int_range (rand, 0, (int) n_records));
      other = shanhai_record_list_peek (list, (guint) g_rand_int_range (rand, 0, (int) n_records));
      change = shanhai_change_new ("edit");
      if (g_rand_int_range (rand, 0, 12) == 0 && type != SHANHAI_RECORD_CASE)
        {
          g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (casebook, shanhai_record_get_id (record));

          if (referrers->len > 0)
            continue;
          shanhai_change_delete (change, shanhai_record_get_id (record));
        }
      else
        {
          bool added = g_rand_int_range (rand, 0, 4) == 0;
          g_autoptr (ShanhaiRecord) draft = added ? shanhai_record_new (type, NULL) : shanhai_record_copy (record);
          guint n_fields;
          const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

          for (guint k = 0; k < (added ? n_fields : 2); k++)
            {
              const ShanhaiField *field = added ? &fields[k] : &fields[g_rand_int_range (rand, 0, (int) n_fields)];

              shanhai_field_copy (field, other, draft);
            }
          shanhai_change_put (change, draft);
        }
      g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
    }
}

/* whatever both sides did: the change can be applied, nothing dangles, it can be undone, and merging again does nothing; both ways there are as many conflicts */
static void
test_wild (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  bool has_base = seed % 3 != 0;
  g_autoptr (ShanhaiCasebook) base = model_test_generate (300, seed);
  g_autoptr (ShanhaiCasebook) mine = model_test_generate (300, seed);
  g_autoptr (ShanhaiCasebook) theirs = model_test_generate (300, seed);
  g_autofree char *before = NULL;

  edit_wildly (mine, seed * 2, 150);
  edit_wildly (theirs, seed * 2 + 1, 150);
  before = model_test_dup_file (mine);

  for (ShanhaiSide side = SHANHAI_SIDE_NONE; side <= SHANHAI_SIDE_THEIRS; side++)
    {
      g_autoptr (ShanhaiMerge) merge = shanhai_merge_new (mine, theirs, has_base ? base : NULL, 0);
      g_autoptr (ShanhaiMerge) other_way = shanhai_merge_new (theirs, mine, has_base ? base : NULL, 0);
      g_autoptr (ShanhaiMerge) again = NULL;
      g_autoptr (ShanhaiChange) nothing = NULL;
      g_autofree char *merged = NULL;
      g_autofree char *dangling = NULL;
      g_autofree char *undone = NULL;

      g_assert_cmpuint (g_list_model_get_n_items (shanhai_merge_get_conflicts (merge)), ==,
                        g_list_model_get_n_items (shanhai_merge_get_conflicts (other_way)));
      shanhai_merge_choose_all (merge, side, false);
      merged = apply_merge (mine, merge);
      dangling = model_test_dup_dangling (mine);
      g_assert_cmpstr (dangling, ==, "");

      again = shanhai_merge_new (mine, theirs, has_base ? base : NULL, 0);
      shanhai_merge_choose_all (again, side, false);
      nothing = shanhai_merge_new_change (again, "again", NULL);
      g_assert_true (shanhai_change_is_empty (nothing));

      shanhai_history_undo (shanhai_casebook_get_history (mine), NULL);
      undone = model_test_dup_file (mine);
      g_assert_cmpstr (undone, ==, before);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/merge/header", test_header);
  g_test_add_func ("/merge/keep-twins", test_keep_twins);
  g_test_add_func ("/merge/summary", test_summary);
  g_test_add_func ("/merge/choice", test_choice);
  for (guint seed = 1; seed <= (g_test_slow () ? 200 : 6); seed++)
    {
      g_autofree char *disjoint = g_strdup_printf ("/merge/disjoint/seed-%u", seed);
      g_autofree char *wild = g_strdup_printf ("/merge/wild/seed-%u", seed);

      g_test_add_data_func (disjoint, GUINT_TO_POINTER (seed), test_disjoint);
      g_test_add_data_func (wild, GUINT_TO_POINTER (seed), test_wild);
    }

  return g_test_run ();
}

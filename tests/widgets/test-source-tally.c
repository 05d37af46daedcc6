/* test-source-tally.c - which sources lists of records cite, counted at once or bit by bit. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-load.h"
#include "shanhai-source-tally.h"

#define N_SOURCES 50
/* more than can be counted at once, on any machine that there is */
#define MANY 400000

typedef struct
{
  guint   n_told;
  GArray *counts;  /* of guint, as told */
  char   *order;   /* "source-3:first source-1:first" of the first few */
} Told;

static void
told_cb (const GPtrArray *counts,
         gpointer         data)
{
  g_autoptr (GString) order = g_string_new (NULL);
  Told *told = data;

  told->n_told++;
  for (guint i = 0; i < counts->len; i++)
    {
      const ShanhaiSourceCount *count = g_ptr_array_index (counts, i);

      g_array_append_val (told->counts, count->n);
      if (i < 3)
        g_string_append_printf (order, "%s%s:%s", i > 0 ? " " : "", shanhai_record_get_id (SHANHAI_RECORD (count->source)), count->first);
    }
  told->order = g_string_free (g_steal_pointer (&order), FALSE);
}

static Told
told_new (void)
{
  return (Told) { 0, g_array_new (FALSE, FALSE, sizeof (guint)), NULL };
}

static void
told_clear (Told *told)
{
  g_array_unref (told->counts);
  g_free (told->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Told, told_clear)

static ShanhaiCasebook *
load (const char *lines)
{
  g_autofree char *text = g_strconcat ("{'record':'casebook','format':1}\n", lines, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ShanhaiLoad) read = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  read = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (read->casebook);
}

#define SOURCE(n) "{'record':'source','id':'source-" n "','title':'" n "'}\n"
#define CITES(n) "{'source':'source-" n "','quote':'q'}"
#define EVENT(n, citations) "{'record':'event','id':'event-" n "','title':'e','citations':[" citations "]}\n"
#define PROGRAMME(n, citations) "{'record':'programme','id':'programme-" n "','title':'p','citations':[" citations "]}\n"

/* the most cited first, then by id; each with the record that cites it first, in the order of the lists; what isn't there isn't counted */
static void
test_counts (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load (EVENT ("1", CITES ("b")) EVENT ("2", CITES ("b") "," CITES ("c")) EVENT ("3", "")
                                               PROGRAMME ("1", CITES ("c") "," CITES ("a") "," CITES ("gone"))
                                               PROGRAMME ("2", CITES ("b"))
                                               SOURCE ("a") SOURCE ("b") SOURCE ("c") SOURCE ("d"));
  GListModel *lists[] = { G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PROGRAMME)),
                          G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT)) };
  g_auto (Told) told = told_new ();
  ShanhaiSourceTally *tally = shanhai_source_tally_new (casebook, lists, G_N_ELEMENTS (lists), told_cb, &told);

  g_assert_cmpuint (told.n_told, ==, 1);
  g_assert_cmpuint (told.counts->len, ==, 3);
  g_assert_cmpuint (g_array_index (told.counts, guint, 0), ==, 3);
  g_assert_cmpuint (g_array_index (told.counts, guint, 1), ==, 2);
  g_assert_cmpuint (g_array_index (told.counts, guint, 2), ==, 1);
  g_assert_cmpstr (told.order, ==, "source-b:programme-2 source-c:programme-1 source-a:programme-1");
  shanhai_source_tally_free (tally);
}

static void
test_none (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load (SOURCE ("a"));
  GListModel *lists[] = { G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT)) };
  g_auto (Told) told = told_new ();
  ShanhaiSourceTally *tally = shanhai_source_tally_new (casebook, lists, G_N_ELEMENTS (lists), told_cb, &told);

  g_assert_cmpuint (told.n_told, ==, 1);
  g_assert_cmpuint (told.counts->len, ==, 0);
  shanhai_source_tally_free (tally);
}

/* a list of the same few records many times over */
static GListModel *
make_long_list (ShanhaiCasebook *casebook)
{
  GListModel *events = G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_EVENT));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list = g_list_store_new (SHANHAI_TYPE_RECORD);

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (items, g_list_model_get_item (events, i % N_SOURCES));
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (list);
}

static ShanhaiCasebook *
load_many_sources (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < N_SOURCES; i++)
    g_string_append_printf (lines, EVENT ("%02u", CITES ("%02u")), i, i);
  for (guint i = 0; i < N_SOURCES; i++)
    g_string_append_printf (lines, SOURCE ("%02u"), i, i);
  return load (lines->str);
}

/* what is long is told later, once, and all of it */
static void
test_bit_by_bit (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load_many_sources ();
  g_autoptr (GListModel) list = make_long_list (casebook);
  g_auto (Told) told = told_new ();
  ShanhaiSourceTally *tally = shanhai_source_tally_new (casebook, &list, 1, told_cb, &told);
  guint n_rounds = 0;

  g_assert_cmpuint (told.n_told, ==, 0);
  while (told.n_told == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      n_rounds++;
    }
  g_assert_cmpuint (n_rounds, >, 1);
  g_assert_cmpuint (told.counts->len, ==, N_SOURCES);
  for (guint i = 0; i < N_SOURCES; i++)
    g_assert_cmpuint (g_array_index (told.counts, guint, i), ==, MANY / N_SOURCES);
  g_assert_cmpstr (told.order, ==, "source-00:event-00 source-01:event-01 source-02:event-02");
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  shanhai_source_tally_free (tally);
}

/* one that is freed halfway tells nothing any more */
static void
test_freed (void)
{
  g_autoptr (ShanhaiCasebook) casebook = load_many_sources ();
  g_autoptr (GListModel) list = make_long_list (casebook);
  g_auto (Told) told = told_new ();
  ShanhaiSourceTally *tally = shanhai_source_tally_new (casebook, &list, 1, told_cb, &told);

  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (told.n_told, ==, 0);
  shanhai_source_tally_free (tally);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told.n_told, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-tally/counts", test_counts);
  g_test_add_func ("/source-tally/none", test_none);
  g_test_add_func ("/source-tally/bit-by-bit", test_bit_by_bit);
  g_test_add_func ("/source-tally/freed", test_freed);
  return g_test_run ();
}

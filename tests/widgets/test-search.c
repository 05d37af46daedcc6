/* test-search.c - words in any script. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "shanhai-search.h"

typedef struct
{
  const char *text, *query;
  bool        found;
} Row;

static const Row rows[] = {
  /* as it stands */
  { "Huli → Dongxiang 湖里→东乡", "dongxiang", true },
  { "Huli → Dongxiang 湖里→东乡", "ONGXI", true },
  { "Huli → Dongxiang 湖里→东乡", "东乡", true },
  { "Huli → Dongxiang 湖里→东乡", "湖里 东乡", true },
  { "Huli → Dongxiang 湖里→东乡", "东乡 湖里", true },
  { "Huli → Dongxiang 湖里→东乡", "东乡 平塘", false },
  { "Ürümqi", "urumqi", true },
  { "ＧＤＰ ３０", "gdp 30", true },
  /* both scripts, both ways */
  { "臨夏州東鄉縣", "东乡县", true },
  { "临夏州东乡县", "東鄉縣", true },
  { "后来", "後來", true },
  { "湖里区", "湖裡區", true },
  /* pinyin: whole, first letters, mixed, cut short */
  { "东乡族自治县", "dongxiang", true },
  { "东乡族自治县", "dongxiangzu", true },
  { "东乡族自治县", "dx", true },
  { "东乡族自治县", "dongx", true },
  { "东乡族自治县", "dxzu", true },
  { "东乡族自治县", "dongxi", true },
  { "东乡族自治县", "xiangzu", true },
  { "東鄉", "dongxiang", true },
  { "黔南布依族苗族自治州", "qiannan", true },
  { "黔南布依族苗族自治州", "qnbyz", true },
  /* begins at a character, doesn't leave one out, isn't cut short in the middle */
  { "东乡", "ongxiang", false },
  { "东乡族", "dongzu", false },
  { "东乡", "doxiang", false },
  { "东乡", "dongxiangs", false },
  /* characters that places read in another way */
  { "厦门市", "xiamen", true },
  { "厦门市", "shamen", true },
  { "长沙", "changsha", true },
  { "重庆", "chongqing", true },
  { "都匀市", "duyun", true },
  { "都市", "dushi", true },
  { "西藏", "xizang", true },
  /* no wild goose chase */
  { "aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", false },
  { "", "a", false },
  { "平塘", "pingtang 山", false },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ShanhaiHaystack) haystack = shanhai_haystack_new (row->text);
  g_autoptr (ShanhaiSearch) search = shanhai_search_new (row->query);

  g_assert_nonnull (search);
  g_assert_cmpint (shanhai_search_matches (search, haystack), ==, row->found);
}

static void
test_no_word (void)
{
  g_assert_null (shanhai_search_new (""));
  g_assert_null (shanhai_search_new (" \t "));
}

static void
test_not_utf8 (void)
{
  g_autoptr (ShanhaiHaystack) haystack = shanhai_haystack_new ("ab\xff" "cd");
  g_autoptr (ShanhaiSearch) search = shanhai_search_new ("cd");
  g_autoptr (ShanhaiSearch) broken = shanhai_search_new ("\xff");

  g_assert_true (shanhai_search_matches (search, haystack));
  g_assert_nonnull (broken);
}

static gpointer
search_in_thread (gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    test_row (&rows[i]);
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_in_thread, NULL);
  shanhai_search_warm_up ();
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/match/%02u-%s", i, rows[i].query);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/search/no-word", test_no_word);
  g_test_add_func ("/search/not-utf8", test_not_utf8);
  g_test_add_func ("/search/threads", test_threads);

  return g_test_run ();
}

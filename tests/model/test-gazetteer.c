/* test-gazetteer.c - divisions by code, by name, and in a text. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "shanhai-gazetteer.h"

typedef struct
{
  const char *path;
  const char *code;
  const char *name, *brief, *english;
  const char *parent; /* code, or NULL */
} Division;

static const Division divisions[] = {
  { "province", "620000", "甘肃省", "甘肃", "Gansu", NULL },
  { "prefecture", "350200", "厦门市", "厦门", "Xiamen", "350000" },
  { "peoples-alone", "622926", "东乡族自治县", "东乡", "Dongxiang County", "622900" },
  { "peoples", "622927", "积石山保安族东乡族撒拉族自治县", "积石山", "Jishishan County", "622900" },
  { "without-zu", "654000", "伊犁哈萨克自治州", "伊犁", "Ili Prefecture", "650000" },
  { "autonomous-region", "150000", "内蒙古自治区", "内蒙古", "Inner Mongolia", NULL },
  { "district-of-a-municipality", "110101", "东城区", "东城", "Dongcheng District", "110000" },
  { "county-under-a-province", "469001", "五指山市", "五指山", "Wuzhishan City", "460000" },
  { "one-character", "130726", "蔚县", "蔚县", "Yu County", "130700" },
  { "apostrophe", "610100", "西安市", "西安", "Xi'an", "610000" },
  { "own-reading", "330382", "乐清市", "乐清", "Yueqing City", "330300" },
  { "own-name", "610000", "陕西省", "陕西", "Shaanxi", NULL },
  { "zeros-behind", "350206000000", "湖里区", "湖里", "Huli District", "350200" },
};

static void
test_division (gconstpointer data)
{
  const Division *expected = data;
  const ShanhaiDivision *division = shanhai_gazetteer_find_code (expected->code);

  g_assert_nonnull (division);
  g_assert_cmpstr (division->name, ==, expected->name);
  g_assert_cmpstr (division->brief, ==, expected->brief);
  g_assert_cmpstr (division->english, ==, expected->english);
  g_assert_cmpstr (division->parent != NULL ? division->parent->code : NULL, ==, expected->parent);
}

static void
test_no_code (void)
{
  static const char * const codes[] = { "", "6229", "622999", "62292600000x", "110100", "六二", "999999" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_null (shanhai_gazetteer_find_code (codes[i]));
}

typedef struct
{
  const char *path;
  const char *name;
  const char *codes; /* of all that are called that, in the order given */
} Called;

static const Called called[] = {
  { "full", "东乡族自治县", "622926" },
  { "short", "厦门", "350200" },
  { "two-of-a-name", "东乡", "361003 622926" },
  { "levels", "临夏", "622900 622901 622921" },
  { "province-before", "甘肃东乡", "622926" },
  { "all-before", "福建省厦门市湖里区", "350206" },
  { "short-before", "福建厦门湖里", "350206" },
  { "not-within", "福建东乡", "" },
  { "half-a-name", "东乡族", "" },
  { "nothing", "", "" },
  { "latin", "Xiamen", "" },
  { "not-utf-8", "\xe5\x8e", "" },
};

static void
test_called (gconstpointer data)
{
  const Called *row = data;
  g_autoptr (GPtrArray) found = shanhai_gazetteer_find_name (row->name);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", ((const ShanhaiDivision *) found->pdata[i])->code);
  g_assert_cmpstr (codes->str, ==, row->codes);
}

typedef struct
{
  const char *path;
  const char *text;
  const char *matched; /* the name that begins there, or "" */
  guint       n;
} Match;

static const Match matches[] = {
  { "longest", "东乡族自治县的贫困发生率", "东乡族自治县", 1 },
  { "short", "东乡的土豆", "东乡", 2 },
  { "full-before-short", "临夏回族自治州", "临夏回族自治州", 1 },
  { "part-of-a-name", "甘肃", "甘肃", 1 },
  { "none", "贫困发生率", "", 0 },
  { "not-one-character", "单价", "", 0 },
  { "latin", "Gansu", "", 0 },
  { "end", "", "", 0 },
};

static void
test_match (gconstpointer data)
{
  const Match *row = data;
  const ShanhaiDivision *found[8];
  guint n = 99;
  gsize length = shanhai_gazetteer_match (row->text, found, G_N_ELEMENTS (found), &n);

  g_assert_cmpuint (length, ==, strlen (row->matched));
  g_assert_true (strncmp (row->text, row->matched, length) == 0);
  g_assert_cmpuint (n, ==, row->n);
}

static void
test_match_little_room (void)
{
  const ShanhaiDivision *found[1];
  guint n;

  g_assert_cmpuint (shanhai_gazetteer_match ("东乡", found, 1, &n), ==, strlen ("东乡"));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (found[0]->code, ==, "361003");
}

/* The list as a whole: sorted, complete, every county in something, every name found again. */
static void
test_list (void)
{
  guint n, by_level[3] = { 0 };
  const ShanhaiDivision *list = shanhai_gazetteer_list (&n);

  g_assert_cmpuint (n, >, 3000);
  for (guint i = 0; i < n; i++)
    {
      const ShanhaiDivision *division = &list[i], *found[32];
      guint n_found;
      bool is_there = false;

      by_level[division->level]++;
      g_assert_cmpuint (strlen (division->code), ==, 6);
      g_assert_true (i == 0 || strcmp (list[i - 1].code, division->code) < 0);
      g_assert_true (g_utf8_validate (division->name, -1, NULL));
      g_assert_cmpstr (division->english, !=, "");
      g_assert_true ((division->parent == NULL) == (division->level == SHANHAI_DIVISION_PROVINCE));
      if (division->parent != NULL)
        g_assert_true (division->parent->level < division->level && strncmp (division->code, division->parent->code, 2) == 0);

      g_assert_cmpuint (shanhai_gazetteer_match (division->brief, found, G_N_ELEMENTS (found), &n_found), ==, strlen (division->brief));
      for (guint k = 0; k < n_found; k++)
        is_there |= found[k] == division;
      g_assert_true (is_there);
    }
  g_assert_cmpuint (by_level[SHANHAI_DIVISION_PROVINCE], ==, 34);
  g_assert_cmpuint (by_level[SHANHAI_DIVISION_PREFECTURE], ==, 333);
}

static void
test_within (void)
{
  const ShanhaiDivision *gansu = shanhai_gazetteer_find_code ("620000"), *dongxiang = shanhai_gazetteer_find_code ("622926");
  const ShanhaiDivision *linxia = shanhai_gazetteer_find_code ("622900");
  g_autoptr (GPtrArray) counties = shanhai_gazetteer_list_within (linxia);
  g_autoptr (GPtrArray) provinces = shanhai_gazetteer_list_within (NULL);

  g_assert_true (shanhai_gazetteer_is_within (dongxiang, gansu));
  g_assert_true (shanhai_gazetteer_is_within (dongxiang, dongxiang));
  g_assert_false (shanhai_gazetteer_is_within (gansu, dongxiang));
  g_assert_cmpuint (counties->len, ==, 8);
  g_assert_true (g_ptr_array_find (counties, dongxiang, NULL));
  g_assert_cmpuint (provinces->len, ==, 34);
  g_assert_cmpstr (shanhai_division_level_get_key (linxia->level), ==, "prefecture");
}

#define ADD_ROWS(rows, prefix, test)                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                            \
    {                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].path, NULL);      \
      g_test_add_data_func (path, &rows[i], test);                           \
    }

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD_ROWS (divisions, "/gazetteer/division/", test_division)
  ADD_ROWS (called, "/gazetteer/called/", test_called)
  ADD_ROWS (matches, "/gazetteer/match/", test_match)
  g_test_add_func ("/gazetteer/no-code", test_no_code);
  g_test_add_func ("/gazetteer/match-little-room", test_match_little_room);
  g_test_add_func ("/gazetteer/list", test_list);
  g_test_add_func ("/gazetteer/within", test_within);

  return g_test_run ();
}

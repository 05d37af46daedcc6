/* test-name.c - names in several languages. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-name.h"

static const char * const languages[] = { "en", "zh" };
static const char * const texts[] = { "Dongxiang", "东乡" };

static void
test_plain (void)
{
  g_autoptr (ShanhaiName) name = shanhai_name_new_plain ("东乡");
  const char *language = "x";

  g_assert_true (shanhai_name_is_plain (name));
  g_assert_cmpuint (shanhai_name_get_n (name), ==, 1);
  g_assert_cmpstr (shanhai_name_get_nth (name, 0, &language), ==, "东乡");
  g_assert_null (language);
  g_assert_cmpstr (shanhai_name_get (name, SHANHAI_LANGUAGE_ENGLISH), ==, "东乡");
  g_assert_cmpstr (shanhai_name_get (name, SHANHAI_LANGUAGE_CHINESE), ==, "东乡");
}

static void
test_languages (void)
{
  static const char * const regions[] = { "fr", "zh_CN", "en-GB" };
  static const char * const regional[] = { "a", "b", "c" };
  static const char * const near_misses[] = { "english", "zho" };
  g_autoptr (ShanhaiName) name = shanhai_name_new (languages, texts, 2);
  g_autoptr (ShanhaiName) only_english = shanhai_name_new (languages, texts, 1);
  g_autoptr (ShanhaiName) region = shanhai_name_new (regions, regional, 3);
  g_autoptr (ShanhaiName) other = shanhai_name_new (near_misses, texts, 2);
  const char *language;

  g_assert_false (shanhai_name_is_plain (name));
  g_assert_cmpstr (shanhai_name_get (name, SHANHAI_LANGUAGE_ENGLISH), ==, "Dongxiang");
  g_assert_cmpstr (shanhai_name_get (name, SHANHAI_LANGUAGE_CHINESE), ==, "东乡");
  g_assert_cmpstr (shanhai_name_get_nth (name, 1, &language), ==, "东乡");
  g_assert_cmpstr (language, ==, "zh");
  g_assert_cmpstr (shanhai_name_get_nth (name, 0, NULL), ==, "Dongxiang");
  g_assert_cmpstr (shanhai_name_get (only_english, SHANHAI_LANGUAGE_CHINESE), ==, "Dongxiang");
  g_assert_cmpstr (shanhai_name_get (region, SHANHAI_LANGUAGE_CHINESE), ==, "b");
  g_assert_cmpstr (shanhai_name_get (region, SHANHAI_LANGUAGE_ENGLISH), ==, "c");
  g_assert_cmpstr (shanhai_name_get (other, SHANHAI_LANGUAGE_CHINESE), ==, "Dongxiang");
  g_assert_cmpstr (shanhai_name_get (NULL, SHANHAI_LANGUAGE_CHINESE), ==, "");
}

static void
test_equal (void)
{
  static const char * const turned_languages[] = { "zh", "en" };
  static const char * const turned_texts[] = { "东乡", "Dongxiang" };
  ShanhaiName *names[] = {
    NULL, shanhai_name_new_plain ("Dongxiang"), shanhai_name_new_plain ("东乡"), shanhai_name_new (languages, texts, 1),
    shanhai_name_new (languages, texts, 2), shanhai_name_new (turned_languages, turned_texts, 2),
  };
  g_autoptr (ShanhaiName) same = shanhai_name_new (languages, texts, 2);
  ShanhaiName *shared = shanhai_name_ref (same);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      g_assert_true (shanhai_name_equal (names[i], names[j]) == (i == j));
  g_assert_true (shanhai_name_equal (same, names[4]));
  g_assert_true (shared == same);

  shanhai_name_unref (shared);
  g_assert_cmpstr (shanhai_name_get (same, SHANHAI_LANGUAGE_ENGLISH), ==, "Dongxiang");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    shanhai_name_unref (names[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/plain", test_plain);
  g_test_add_func ("/name/languages", test_languages);
  g_test_add_func ("/name/equal", test_equal);
  return g_test_run ();
}

/* test-words.c - catalogues, their languages, and files that lie. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogues are written here, byte by byte, in both byte orders: msgfmt writes only the machine's own. */

#include "shanhai-words.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *key;     /* forms and contexts written with \0 and \4 */
  gsize       key_length;
  const char *text;
  gsize       text_length;
} Message;

#define M(key, text) { key, sizeof key - 1, text, sizeof text - 1 }

static const Message chinese[] = {
  M ("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=1; plural=0;\n"),
  M ("Sources", "来源"), M ("one place\0many places", "许多地区"), M ("chart\4Open", "打开"), M ("untranslated", ""),
};

static const Message french[] = {
  M ("", "Plural-Forms: nplurals=2; plural=(n > 1);\n"), M ("Sources", "Sources!"), M ("one place\0many places", "un lieu\0des lieux"),
  M ("only one\0many", "un seul"),
};

static void
append_word (GByteArray *bytes,
             gsize       word,
             bool        big_endian)
{
  guint32 value = big_endian ? GUINT32_TO_BE ((guint32) word) : GUINT32_TO_LE ((guint32) word);

  g_byte_array_append (bytes, (const guint8 *) &value, 4);
}

static GByteArray *
make_catalogue (const Message *messages,
                gsize          n,
                bool           big_endian)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize at = 28 + 16 * n;

  append_word (bytes, 0x950412de, big_endian);
  append_word (bytes, 0, big_endian);
  append_word (bytes, n, big_endian);
  append_word (bytes, 28, big_endian);
  append_word (bytes, 28 + 8 * n, big_endian);
  append_word (bytes, 0, big_endian);
  append_word (bytes, at, big_endian);
  for (gsize i = 0; i < n; i++)
    {
      append_word (bytes, messages[i].key_length, big_endian);
      append_word (bytes, at, big_endian);
      at += messages[i].key_length + 1;
    }
  for (gsize i = 0; i < n; i++)
    {
      append_word (bytes, messages[i].text_length, big_endian);
      append_word (bytes, at, big_endian);
      at += messages[i].text_length + 1;
    }
  for (gsize i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].key, (guint) messages[i].key_length + 1);
  for (gsize i = 0; i < n; i++)
    g_byte_array_append (bytes, (const guint8 *) messages[i].text, (guint) messages[i].text_length + 1);
  return bytes;
}

static void
install (const char *language,
         const void *bytes,
         gsize       length)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SHANHAI_LOCALEDIR"), language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, "shanhai.mo", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  /* no fsync for each of thousands of files; without it a shorter file wouldn't cut the longer one that was there */
  g_remove (path);
  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
uninstall (const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SHANHAI_LOCALEDIR"), language, NULL);
  g_autofree char *inner = g_build_filename (folder, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (inner, "shanhai.mo", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_english (void)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");

  g_assert_cmpint (shanhai_words_get_language (words), ==, SHANHAI_LANGUAGE_ENGLISH);
  g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, "Sources");
  g_assert_cmpstr (shanhai_words_context (words, "chart", "Open"), ==, "Open");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 1), ==, "one place");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 0), ==, "many places");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 2), ==, "many places");
}

static void
test_chinese (gconstpointer big_endian)
{
  g_autoptr (GByteArray) bytes = make_catalogue (chinese, G_N_ELEMENTS (chinese), GPOINTER_TO_INT (big_endian));
  g_autoptr (ShanhaiWords) words = NULL;

  install ("zh_CN", bytes->data, bytes->len);
  words = shanhai_words_open ("zh_CN.UTF-8");
  uninstall ("zh_CN");

  /* the catalogue lives on without its file */
  g_assert_cmpint (shanhai_words_get_language (words), ==, SHANHAI_LANGUAGE_CHINESE);
  g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, "来源");
  g_assert_cmpstr (shanhai_words_get (words, "not there"), ==, "not there");
  g_assert_cmpstr (shanhai_words_get (words, "untranslated"), ==, "untranslated");
  g_assert_cmpstr (shanhai_words_get (words, "Open"), ==, "Open");
  g_assert_cmpstr (shanhai_words_context (words, "chart", "Open"), ==, "打开");
  g_assert_cmpstr (shanhai_words_context (words, "window", "Open"), ==, "Open");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 1), ==, "许多地区");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 7), ==, "许多地区");
  g_assert_cmpstr (shanhai_words_plural (words, "one x", "many x", 7), ==, "many x");
  /* a header isn't a message */
  g_assert_cmpstr (shanhai_words_get (words, ""), ==, "");
}

static void
test_plural (void)
{
  g_autoptr (GByteArray) bytes = make_catalogue (french, G_N_ELEMENTS (french), false);
  g_autoptr (ShanhaiWords) words = NULL;

  install ("fr", bytes->data, bytes->len);
  words = shanhai_words_open ("fr_FR");
  uninstall ("fr");

  g_assert_cmpint (shanhai_words_get_language (words), ==, SHANHAI_LANGUAGE_ENGLISH);
  g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, "Sources!");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 1), ==, "un lieu");
  g_assert_cmpstr (shanhai_words_plural (words, "one place", "many places", 5), ==, "des lieux");
  /* a form that the file lacks */
  g_assert_cmpstr (shanhai_words_plural (words, "only one", "many", 5), ==, "un seul");
}

static void
set_or_unset (const char *name,
              const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_locales (void)
{
  static const struct { const char *locale, *lc_all, *lc_messages, *lang, *languages; bool chinese; } rows[] = {
    { "zh_CN", .chinese = true }, { "zh", .chinese = true }, { "zh-Hans", .chinese = true }, { "zh_Hans_SG", .chinese = true }, { "zh_SG", .chinese = true },
    { "zh_TW" }, { "zh_HK.UTF-8" }, { "en_US" }, { "de" }, { "" }, { "../../etc" },
    { NULL, "zh_CN.UTF-8", .chinese = true }, { NULL, NULL, "zh_CN.UTF-8", "en_US.UTF-8", .chinese = true }, { NULL, NULL, NULL, "zh_CN.UTF-8", .chinese = true },
    { NULL, "en_US.UTF-8", NULL, "zh_CN.UTF-8" }, { NULL, "C.UTF-8", NULL, NULL, "zh_CN:en", .chinese = true }, { NULL, "C.UTF-8", NULL, NULL, "en:zh_CN" },
    { NULL, "C.UTF-8", NULL, NULL, "de:zh_CN", .chinese = true }, { NULL, "C", NULL, NULL, "zh_CN" }, { NULL, NULL, NULL, NULL, "zh_CN" }, { NULL, "POSIX", NULL, NULL, "zh_CN" },
    { NULL, "zh_CN.UTF-8", NULL, NULL, "", .chinese = true }, { NULL, "zh_CN.UTF-8", NULL, NULL, "en" }, { NULL, "", NULL, "zh_CN", .chinese = true },
  };
  g_autoptr (GByteArray) bytes = make_catalogue (chinese, G_N_ELEMENTS (chinese), false);

  install ("zh_CN", bytes->data, bytes->len);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiWords) words = NULL;

      g_test_message ("%u: %s", i, rows[i].locale != NULL ? rows[i].locale : "(environment)");
      set_or_unset ("LC_ALL", rows[i].lc_all);
      set_or_unset ("LC_MESSAGES", rows[i].lc_messages);
      set_or_unset ("LANG", rows[i].lang);
      set_or_unset ("LANGUAGE", rows[i].languages);
      words = shanhai_words_open (rows[i].locale);
      g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, rows[i].chinese ? "来源" : "Sources");
      g_assert_cmpint (shanhai_words_get_language (words), ==, rows[i].chinese ? SHANHAI_LANGUAGE_CHINESE : SHANHAI_LANGUAGE_ENGLISH);
    }
  uninstall ("zh_CN");
}

/* numbers are Chinese where the catalogue is missing, and words English */
static void
test_missing (void)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("zh_CN");
  ShanhaiWords *shared = shanhai_words_ref (words);

  g_assert_cmpint (shanhai_words_get_language (words), ==, SHANHAI_LANGUAGE_CHINESE);
  g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, "Sources");
  g_assert_true (shared == words);
  shanhai_words_unref (shared);
}

/* every byte of a good file changed in turn, and every shorter file: no crash, and each word still comes out as something */
static void
test_hostile (void)
{
  static const guint8 values[] = { 0x00, 0x7f, 0xff };

  for (int big_endian = 0; big_endian < 2; big_endian++)
    {
      g_autoptr (GByteArray) bytes = make_catalogue (chinese, G_N_ELEMENTS (chinese), big_endian);

      for (guint i = 0; i < bytes->len; i++)
        {
          for (guint j = 0; j < G_N_ELEMENTS (values) + 1; j++)
            {
              g_autoptr (ShanhaiWords) words = NULL;
              guint8 *copy = g_memdup2 (bytes->data, bytes->len);

              if (j < G_N_ELEMENTS (values))
                copy[i] = values[j];
              install ("zh_CN", copy, j < G_N_ELEMENTS (values) ? bytes->len : i);
              g_free (copy);
              words = shanhai_words_open ("zh_CN");
              g_assert_nonnull (shanhai_words_get (words, "Sources"));
              g_assert_nonnull (shanhai_words_plural (words, "one place", "many places", 5));
              g_assert_nonnull (shanhai_words_context (words, "chart", "Open"));
              if (j == G_N_ELEMENTS (values))
                g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, "Sources");
              g_assert_true (g_utf8_validate (shanhai_words_get (words, "Sources"), -1, NULL));
            }
        }
    }
  uninstall ("zh_CN");
}

/* counts and places whose products or sums overflow 32 bits */
static void
test_overflow (void)
{
  static const guint32 words_of_head[] = { 0x1fffffff, 0x20000000, 0x20000001, 0x7fffffff, 0xfffffff0, 0xffffffff };

  for (guint field = 2; field <= 4; field++)
    for (guint i = 0; i < G_N_ELEMENTS (words_of_head); i++)
      {
        g_autoptr (GByteArray) bytes = make_catalogue (chinese, G_N_ELEMENTS (chinese), false);
        g_autoptr (ShanhaiWords) words = NULL;
        guint32 value = GUINT32_TO_LE (words_of_head[i]);

        memcpy (bytes->data + 4 * field, &value, 4);
        install ("zh_CN", bytes->data, bytes->len);
        words = shanhai_words_open ("zh_CN");
        g_assert_cmpstr (shanhai_words_get (words, "Sources"), ==, "Sources");
      }
  uninstall ("zh_CN");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("shanhai-words-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("SHANHAI_LOCALEDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/english", test_english);
  g_test_add_data_func ("/words/chinese/little-endian", GINT_TO_POINTER (false), test_chinese);
  g_test_add_data_func ("/words/chinese/big-endian", GINT_TO_POINTER (true), test_chinese);
  g_test_add_func ("/words/plural", test_plural);
  g_test_add_func ("/words/missing", test_missing);
  g_test_add_func ("/words/hostile", test_hostile);
  g_test_add_func ("/words/overflow", test_overflow);
  g_test_add_func ("/words/locales", test_locales);
  status = g_test_run ();
  g_rmdir (folder);
  return status;
}

/* test-vocabulary.c - the words of the field in both languages. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-vocabulary.h"

/* every scheme that a field of a record names is in the data file, and every term has both languages */
static void
test_schemes (void)
{
  for (guint t = 0; t < SHANHAI_RECORD_OTHER; t++)
    {
      g_autoptr (ShanhaiRecord) record = shanhai_record_new (t, NULL);
      guint n_fields;
      const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          guint n_terms;
          const ShanhaiTerm *terms;

          if (fields[i].scheme == NULL)
            continue;

          terms = shanhai_vocabulary_list (fields[i].scheme, &n_terms);
          g_assert_cmpuint (n_terms, >, 0);
          for (guint k = 0; k < n_terms; k++)
            {
              g_assert_nonnull (terms[k].key);
              g_assert_nonnull (terms[k].en);
              g_assert_nonnull (terms[k].zh);
              g_assert_true (shanhai_vocabulary_find (fields[i].scheme, terms[k].key) == &terms[k]);
            }
        }
    }
}

static void
test_indicators (void)
{
  guint n_terms;
  const ShanhaiTerm *terms = shanhai_vocabulary_list ("indicators", &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      g_assert_nonnull (shanhai_vocabulary_find ("units", terms[i].unit));
      g_assert_nonnull (shanhai_vocabulary_find ("indicator-directions", terms[i].direction));
    }
}

static void
test_unknown (void)
{
  g_assert_null (shanhai_vocabulary_find ("sectors", "spaceflight"));
  g_assert_null (shanhai_vocabulary_find ("no-such-scheme", "health"));
  g_assert_cmpstr (shanhai_vocabulary_get_label ("sectors", "spaceflight", SHANHAI_LANGUAGE_CHINESE), ==, "spaceflight");
  g_assert_cmpstr (shanhai_vocabulary_get_label ("sectors", NULL, SHANHAI_LANGUAGE_CHINESE), ==, "");
}

typedef struct
{
  const char *text;
  const char *unit;
  const char *en;
  const char *zh;
} Words;

static const Words words[] = {
  { "近4.7亿元", NULL, "nearly 470 M CNY", "近4.7亿元" },
  { "38.74%", NULL, "38.74%", "38.74%" },
  { "10.92万人", NULL, "109 200 people", "10.92万人" },
  { "1人", NULL, "1 person", "1人" },
};

/* spaces of all widths as one */
static char *
simplify (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (out, g_unichar_isspace (g_utf8_get_char (text)) ? ' ' : g_utf8_get_char (text));

  return g_string_free (out, FALSE);
}

static void
test_words (gconstpointer data)
{
  const Words *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_parse (row->text, row->unit, &error);
  g_autofree char *en = NULL;
  g_autofree char *en_simple = NULL;
  g_autofree char *zh = NULL;

  g_assert_no_error (error);
  en = shanhai_vocabulary_format_quantity (quantity, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_COMPACT);
  en_simple = simplify (en);
  zh = shanhai_vocabulary_format_quantity (quantity, SHANHAI_LANGUAGE_CHINESE, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_COMPACT);
  g_assert_cmpstr (en_simple, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/schemes", test_schemes);
  g_test_add_func ("/vocabulary/indicators", test_indicators);
  g_test_add_func ("/vocabulary/unknown", test_unknown);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strconcat ("/vocabulary/words/", words[i].text, NULL);

      g_test_add_data_func (path, &words[i], test_words);
    }

  return g_test_run ();
}

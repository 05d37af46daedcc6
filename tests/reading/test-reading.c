/* test-reading.c - sentences with their figures marked, and the example of every rule. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a sentence 【quote|name=value|…】 marks each figure that must be found, no more and no less; the names are those that `shanhai-cli read` prints,
 * period=null for none. Sentences are read as of 15 October 2020. Files: data/reading/… (third column), sentences/… (a line each). */

#include <locale.h>
#include <string.h>

#include "shanhai-reading-json.h"

#define PUBLISHED "2020-10-15"

typedef struct
{
  char      *where;
  char      *text;
  GPtrArray *marks;   /* char **: quote, then name=value … */
} Sentence;

static GPtrArray *sentences;

static const char *
find_close (const char *p)
{
  const char *close = strstr (p, "】");

  if (close == NULL)
    g_error ("“%s” has no end of its mark", p);

  return close;
}

static Sentence *
parse (const char *source,
       char       *where)
{
  Sentence *sentence = g_new0 (Sentence, 1);
  GString *text = g_string_new (NULL);
  const char *open;

  sentence->where = where;
  sentence->marks = g_ptr_array_new ();
  while ((open = strstr (source, "【")) != NULL)
    {
      const char *close = find_close (open);
      g_autofree char *inside = g_strndup (open + strlen ("【"), (gsize) (close - open) - strlen ("【"));
      char **fields = g_strsplit (inside, "|", -1);

      g_string_append_len (text, source, open - source);
      g_string_append (text, fields[0]);
      g_ptr_array_add (sentence->marks, fields);
      source = close + strlen ("】");
    }
  g_string_append (text, source);
  sentence->text = g_string_free (text, FALSE);

  return sentence;
}

static char *
dup_value (const ShanhaiReadFigure *figure,
           const char          *name)
{
  if (strcmp (name, "value") == 0)
    return shanhai_decimal_to_string (&figure->value);
  if (strcmp (name, "value_hi") == 0)
    return figure->has_hi ? shanhai_decimal_to_string (&figure->value_hi) : g_strdup ("null");
  if (strcmp (name, "precision") == 0)
    return shanhai_decimal_to_string (&figure->precision);
  if (strcmp (name, "unit") == 0)
    return g_strdup (figure->unit);
  if (strcmp (name, "qualifier") == 0)
    return g_strdup (shanhai_read_figure_get_qualifier (figure));
  if (strcmp (name, "kind") == 0)
    return g_strdup (shanhai_read_figure_kind_to_key (figure->kind));
  if (strcmp (name, "counted") == 0)
    return g_strdup (figure->counted);
  if (strcmp (name, "period") == 0)
    return g_strdup (figure->period != NULL ? figure->period : "null");

  g_error ("a figure has no “%s”", name);
}

static void
test_sentence (gconstpointer data)
{
  const Sentence *sentence = data;
  g_autoptr (ShanhaiPeriod) published = shanhai_period_parse (PUBLISHED, NULL);
  g_autoptr (ShanhaiReading) reading = shanhai_reading_new (sentence->text, -1, published);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < shanhai_reading_get_n (reading); i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, i);

      g_string_append_printf (found, "【%.*s", (int) figure->length_bytes, sentence->text + figure->start_byte);
      if (i < sentence->marks->len)
        for (char **field = (char **) sentence->marks->pdata[i] + 1; *field != NULL; field++)
          {
            g_autofree char *name = g_strndup (*field, strcspn (*field, "="));
            g_autofree char *value = dup_value (figure, name);

            g_string_append_printf (found, "|%s=%s", name, value);
          }
      g_string_append (found, "】");
    }
  for (guint i = 0; i < sentence->marks->len; i++)
    {
      g_autofree char *mark = g_strjoinv ("|", sentence->marks->pdata[i]);

      g_string_append_printf (wanted, "【%s】", mark);
    }

  /* all sentences are tried, so that one run shows what a change does */
  if (strcmp (found->str, wanted->str) != 0)
    g_test_fail_printf ("%s: “%s”: found %s, not %s", sentence->where, sentence->text, found->str, wanted->str);
}

/* what only several lines show: headlines, datelines, lines that were cut, an era that is told late */
static void
test_lines (void)
{
  static const struct { const char *text, *published, *quotes, *period; } rows[] = {
    { "两年投入近二十亿元帮扶山区\n海东日报2022年7月13日讯 近日，医疗队今年上半年3次进藏，查了近1300名儿童，截至6月底支出863.7万元。", "2022-07-13", "3次 近1300名 863.7万元", "2022-01/2022-06" },
    { "60名医护跨海巡诊\nLASA, Aug. 28, 2024 (Agency) -- More than 2,150 greenhouses in the county now turn out 58,000 tonnes a year.", "2024-08-28",
      "More than 2,150 greenhouses 58,000 tonnes", "2024-08-28" },
    { "全县惠及600人", NULL, "600人", NULL },
    { "全县惠及600人。\n去年全县各乡镇在东部城市的帮助下一共培训了村民。", NULL, "600人", NULL },
    { "去年底，各支援省市在库区一共投入的民生资金达到6.\n8亿元，实施项目542个。", NULL, "6.\n8亿元 542个", NULL },
    { "全县去年完成乡村道路建设，三年来各乡镇的道路硬化率由６\n１.５％提高到96.8％。", NULL, "６\n１.５％ 96.8％", NULL },
    { "2019年全县东西部协作工作情况报告\n一年来，全县落实各项部署。\n（一）资金投入。全年到位资金3672万元。", NULL, "3672万元", "2019" },
    { "结对三年间的变化\n2020-08-20 来 源：山区新闻网\n截至目前，东部区县累计投入资金600万元。", "2020-08-20", "600万元", "2020-08-20" },
    { "全县惠及600人。\n自97年起，各校都有午餐。\n民國108年派出教師12名。", NULL, "600人 12名", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiReading) reading = shanhai_reading_new (rows[i].text, -1, NULL);
      g_autoptr (GString) quotes = g_string_new (NULL);

      for (guint k = 0; k < shanhai_reading_get_n (reading); k++)
        {
          const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, k);

          g_string_append_printf (quotes, "%s%.*s", k > 0 ? " " : "", (int) figure->length_bytes, rows[i].text + figure->start_byte);
        }
      g_assert_cmpstr (quotes->str, ==, rows[i].quotes);
      g_assert_cmpstr (shanhai_reading_get_published (reading), ==, rows[i].published);
      if (rows[i].period != NULL)
        g_assert_cmpstr (shanhai_reading_get_nth (reading, 0)->period, ==, rows[i].period);
    }
}

static void
add_file (const char *folder,
          const char *name,
          bool        rules)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (contents, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *source = lines[i];
      g_autofree char *test = NULL;

      if (*source == '\0' || *source == '#')
        continue;
      if (rules)
        {
          g_auto (GStrv) columns = g_strsplit (source, "\t", 3);

          if (g_strv_length (columns) < 3 || *columns[2] == '\0')
            g_error ("%s:%u: a rule without an example", name, i + 1);
          g_ptr_array_add (sentences, parse (columns[2], g_strdup_printf ("%s:%u", name, i + 1)));
        }
      else
        g_ptr_array_add (sentences, parse (source, g_strdup_printf ("%s:%u", name, i + 1)));
      test = g_strdup_printf ("/reading/%s/%s/%u", rules ? "rules" : "sentences", name, i + 1);
      g_test_add_data_func (test, sentences->pdata[sentences->len - 1], test_sentence);
    }
}

static void
add_folder (const char *folder,
            bool        rules)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    /* spam.txt and proposals.txt have tests of their own: test-article.c, test-proposer.c */
    if (g_str_has_suffix (name, ".txt") && !g_strv_contains ((const char *[]) { "variants.txt", "spam.txt", "proposals.txt", NULL }, name))
      add_file (folder, name, rules);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (argc != 3)
    g_error ("test-reading RULES SENTENCES");

  g_test_add_func ("/reading/lines", test_lines);
  sentences = g_ptr_array_new ();
  add_folder (argv[1], true);
  add_folder (argv[2], false);

  return g_test_run ();
}

/* test-figure-draft.c - a figure read bit by bit and laid out in threads is the same as at once. SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"
#include "shanhai-case.h"
#include "shanhai-figure-draft.h"

#define N_THREADS 4
/* what a case of many figures has */
#define N_MANY 400

static const struct
{
  ShanhaiFigureKind  kind;
  const char        *by;
} figures[] = {
  { SHANHAI_FIGURE_POVERTY, "poverty-incidence" }, { SHANHAI_FIGURE_POVERTY, "poor-villages" }, { SHANHAI_FIGURE_FUNDS, "recipient" },
  { SHANHAI_FIGURE_FUNDS, "project" },             { SHANHAI_FIGURE_FUNDS, "sector" },          { SHANHAI_FIGURE_FUNDS, "year" },
};

static ShanhaiFigure *
new_figure (FigureFixture *fixture,
            guint          i)
{
  g_autoptr (GError) error = NULL;
  ShanhaiFigure *figure = shanhai_figure_new (figures[i].kind, fixture->load->casebook, NULL, figures[i].by, &error);

  g_assert_no_error (error);
  return figure;
}

/* with no time at all: as few records at a time as there can be */
static guint
read_in_bits (ShanhaiFigureDraft *draft)
{
  guint n = 1;

  while (!shanhai_figure_draft_read (draft, 0))
    n++;
  return n;
}

static char *
dup_json (ShanhaiMarks *marks)
{
  g_autoptr (ShanhaiMarks) owned = marks;

  return shanhai_marks_to_json (owned);
}

static void
test_in_bits (void)
{
  g_auto (FigureFixture) fixture = { 0 };

  fixture_open_example (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (ShanhaiFigure) figure = new_figure (&fixture, i);
      g_autoptr (ShanhaiFigureDraft) draft = shanhai_figure_draft_new (figure, fixture.options);
      g_autofree char *at_once = dup_json (shanhai_figure_layout (figure, fixture.options));
      g_autofree char *in_bits = NULL;
      guint n_bits = read_in_bits (draft);

      g_assert_cmpuint (n_bits, >, 1);
      g_assert_cmpuint (shanhai_figure_draft_get_n (draft), >, 0);
      in_bits = dup_json (shanhai_figure_draft_layout (draft, fixture.options));
      g_assert_cmpstr (in_bits, ==, at_once);
    }
}

/* another size, from what was read once */
static void
test_another_size (void)
{
  g_auto (FigureFixture) fixture = { 0 };

  fixture_open_example (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (ShanhaiFigure) figure = new_figure (&fixture, i);
      g_autoptr (ShanhaiFigureDraft) draft = shanhai_figure_draft_new (figure, fixture.options);
      g_autoptr (ShanhaiChartOptions) small = shanhai_chart_options_copy (fixture.options);
      g_autofree char *expected = NULL, *found = NULL;

      small->width = 420;
      small->height = 300;
      read_in_bits (draft);
      expected = dup_json (shanhai_figure_layout (figure, small));
      found = dup_json (shanhai_figure_draft_layout (draft, small));
      g_assert_cmpstr (found, ==, expected);
    }
}

typedef struct
{
  ShanhaiFigureDraft  *draft;
  ShanhaiChartOptions *options;
} Job;

static gpointer
layout_thread (gpointer data)
{
  Job *job = data;
  char *json = dup_json (shanhai_figure_draft_layout (job->draft, job->options));

  shanhai_figure_draft_unref (job->draft);
  return json;
}

/* in threads, when the casebook is gone */
static void
test_threads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      FigureFixture fixture = { 0 };
      g_autoptr (ShanhaiFigure) figure = NULL;
      g_autoptr (ShanhaiChartOptions) options = NULL;
      g_autofree char *expected = NULL;
      ShanhaiFigureDraft *draft;
      GThread *threads[N_THREADS];
      Job job;

      fixture_open_example (&fixture, NULL);
      figure = new_figure (&fixture, i);
      options = shanhai_chart_options_copy (fixture.options);
      expected = dup_json (shanhai_figure_layout (figure, options));
      draft = shanhai_figure_draft_new (figure, options);
      read_in_bits (draft);
      g_clear_object (&figure);
      fixture_clear (&fixture);

      job = (Job) { draft, options };
      for (guint k = 0; k < N_THREADS; k++)
        {
          shanhai_figure_draft_ref (draft);
          threads[k] = g_thread_new ("layout", layout_thread, &job);
        }
      shanhai_figure_draft_unref (draft);
      for (guint k = 0; k < N_THREADS; k++)
        {
          g_autofree char *found = g_thread_join (threads[k]);

          g_assert_cmpstr (found, ==, expected);
        }
    }
}

static char *
dup_many (void)
{
  GString *lines = g_string_new ("{'record':'place','id':'place-a','name':'Alba'}\n"
                                 "{'record':'case','id':'case-a','title':'First','assisted':['place-a']}\n");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (lines, "{'record':'observation','id':'observation-%04u','case':'case-a','subject':'place-a',"
                            "'indicator':'poverty-incidence','value':{'value':'%u.5','unit':'percent'},'period':'%u-%02u'}\n",
                            i, i % 60, 1990 + i / 12, i % 12 + 1);
  return g_string_free (lines, FALSE);
}

/* many are read in many bits; a draft that is thrown away halfway lets go of what it has, and another one shows what was edited meanwhile */
static void
test_thrown_away (void)
{
  g_auto (FigureFixture) fixture = { 0 };
  g_autofree char *lines = dup_many ();
  g_autoptr (ShanhaiFigure) figure = NULL;
  g_autoptr (ShanhaiFigureDraft) draft = NULL;
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("test");
  g_autoptr (GError) error = NULL;
  guint n_bits;

  fixture_open (&fixture, lines, NULL);
  figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, fixture.load->casebook, NULL, NULL, &error);
  g_assert_no_error (error);

  draft = shanhai_figure_draft_new (figure, fixture.options);
  n_bits = read_in_bits (draft);
  g_assert_cmpuint (n_bits, >=, 2 * N_MANY / SHANHAI_FIGURE_STRIDE);
  g_assert_cmpuint (shanhai_figure_draft_get_n (draft), ==, N_MANY);

  for (guint stop = 0; stop < n_bits; stop++)
    {
      g_autoptr (ShanhaiFigureDraft) dropped = shanhai_figure_draft_new (figure, fixture.options);

      for (guint i = 0; i < stop; i++)
        g_assert_false (shanhai_figure_draft_read (dropped, 0));
    }

  shanhai_change_delete (change, "observation-0007");
  g_assert_true (shanhai_casebook_apply (fixture.load->casebook, change, &error));
  g_assert_no_error (error);
  g_clear_pointer (&draft, shanhai_figure_draft_unref);
  draft = shanhai_figure_draft_new (figure, fixture.options);
  read_in_bits (draft);
  g_assert_cmpuint (shanhai_figure_draft_get_n (draft), ==, N_MANY - 1);
}

/* Bars too: a year's sum has thousands of flows behind it. */
static void
test_many_flows (void)
{
  static const char * const bys[] = { "sector", "year" };
  g_auto (FigureFixture) fixture = { 0 };
  g_autoptr (GString) lines = g_string_new ("{'record':'place','id':'place-a','name':'Alba'}\n{'record':'place','id':'place-b','name':'Berg'}\n"
                                            "{'record':'case','id':'case-a','title':'First','assisting':['place-b'],'assisted':['place-a']}\n");

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (lines, "{'record':'flow','id':'flow-%04u','case':'case-a','from':'place-b','to':'place-a','kind':'fiscal','status':'%s',"
                            "'amount':{'value':'%u','unit':'CNY'},'period':'%u'}\n", i, i % 3 != 0 ? "disbursed" : "planned", 1000 + i, 2010 + i % 9);
  fixture_open (&fixture, lines->str, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bys); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (SHANHAI_FIGURE_FUNDS, fixture.load->casebook, NULL, bys[i], &error);
      g_autoptr (ShanhaiFigureDraft) draft = NULL;
      g_autofree char *at_once = NULL, *in_bits = NULL;
      guint n_bits;

      g_assert_no_error (error);
      draft = shanhai_figure_draft_new (figure, fixture.options);
      n_bits = read_in_bits (draft);
      /* each flow is looked at, and then drawn */
      g_assert_cmpuint (n_bits, >=, 2 * N_MANY / SHANHAI_FIGURE_STRIDE);
      at_once = dup_json (shanhai_figure_layout (figure, fixture.options));
      in_bits = dup_json (shanhai_figure_draft_layout (draft, fixture.options));
      g_assert_cmpstr (in_bits, ==, at_once);

      for (guint stop = 0; stop < n_bits; stop += 7)
        {
          g_autoptr (ShanhaiFigureDraft) dropped = shanhai_figure_draft_new (figure, fixture.options);

          for (guint k = 0; k < stop; k++)
            g_assert_false (shanhai_figure_draft_read (dropped, 0));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-draft/in-bits", test_in_bits);
  g_test_add_func ("/figure-draft/another-size", test_another_size);
  g_test_add_func ("/figure-draft/threads", test_threads);
  g_test_add_func ("/figure-draft/thrown-away", test_thrown_away);
  g_test_add_func ("/figure-draft/many-flows", test_many_flows);
  return g_test_run ();
}

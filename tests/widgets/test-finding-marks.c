/* test-finding-marks.c - the mark of a finding wherever a figure stands: the same sign, what it says, where a click leads. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <string.h>

#include "find-widget.h"
#include "shanhai-case-card.h"
#include "shanhai-case-figures.h"
#include "shanhai-chart-view-private.h"
#include "shanhai-checks.h"
#include "shanhai-exchange.h"
#include "shanhai-finding-badge.h"
#include "shanhai-finding-decision.h"
#include "shanhai-history.h"
#include "shanhai-key-figure.h"
#include "shanhai-load.h"
#include "shanhai-people-bars-private.h"
#include "shanhai-totals-bar.h"

#define RECORDS                                                                                                                             \
  "{'record':'casebook','format':1}\n"                                                                                                      \
  "{'record':'place','id':'place-c','name':'C','level':'county'}\n{'record':'place','id':'place-d','name':'D','level':'county'}\n"           \
  "{'record':'source','id':'source-a','title':'A','published':'2020-07-01'}\n{'record':'source','id':'source-b','title':'B','published':'2020-08-01'}\n" \
  "{'record':'case','id':'case-1','title':'D to C','assisting':['place-d'],'assisted':['place-c']}\n"                                       \
  VALUE ("0", "9000", "2013-12-31", "a") VALUE ("1", "500", "2019-12-31", "a") VALUE ("2", "900", "2019-12-31", "b")                        \
  SENT ("1", "12", "east-to-west", "2019") SENT ("2", "30", "west-to-east", "2018") SENT ("3", "40", "east-to-west", "2030")
#define VALUE(id, value, period, source)                                                                                                    \
  "{'record':'observation','id':'observation-" id "','case':'case-1','subject':'place-c','indicator':'poverty-headcount','value':{'value':'" value \
  "','unit':'person'},'period':'" period "','citations':[{'source':'source-" source "','paragraph':1}]}\n"
/* what is told of the time after its source was published is a finding */
#define SENT(id, count, direction, period)                                                                                                  \
  "{'record':'exchange','id':'exchange-" id "','case':'case-1','direction':'" direction "','role':'doctor','purpose':'secondment','count':{'value':'" count \
  "','unit':'person'},'period':'" period "','citations':[{'source':'source-a','paragraph':2}]}\n"

typedef struct
{
  ShanhaiLoad     *load;
  ShanhaiCasebook *casebook;
  ShanhaiChecks   *checks;
  GtkWidget       *window;
  char            *shown;   /* the record whose finding was asked for last */
} Fixture;

static void
show_finding_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  Fixture *fixture = data;

  g_free (fixture->shown);
  fixture->shown = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *text = g_strdelimit (g_strdup (RECORDS), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const GActionEntry entry = { .name = "show-finding", .activate = show_finding_cb, .parameter_type = "s" };
  g_autoptr (GError) error = NULL;

  fixture->load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->load->damages->len, ==, 0);
  fixture->casebook = fixture->load->casebook;
  fixture->checks = shanhai_casebook_get_checks (fixture->casebook);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), &entry, 1, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  shanhai_load_free (fixture->load);
  g_free (fixture->shown);
}

static void
show (Fixture   *fixture,
      GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), widget);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* the finding that both figures of 2019 can't be true */
static ShanhaiFinding *
find_rivals (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = shanhai_checks_dup_for_record (fixture->checks, "observation-1");

  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpint (shanhai_finding_get_gravity (findings->pdata[0]), ==, SHANHAI_GRAVITY_CONTRADICTION);
  return g_object_ref (findings->pdata[0]);
}

static void
settle (Fixture *fixture)
{
  g_autoptr (ShanhaiFinding) finding = find_rivals (fixture);
  g_autoptr (ShanhaiChange) change = shanhai_finding_new_settling (finding, "accepted", "counted on two days");

  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (fixture->casebook), change, NULL));
}

/* hidden until the checks have run; then the sign of the gravest record, which a click leads to; hidden again when that is settled */
static void
test_badge (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *badge = shanhai_finding_badge_new ();
  const char * const records[] = { "observation-0", "observation-1", NULL };

  show (fixture, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_box_append (GTK_BOX (gtk_window_get_child (GTK_WINDOW (fixture->window))), badge);
  shanhai_finding_badge_show (SHANHAI_FINDING_BADGE (badge), fixture->casebook, records);
  /* they may have ended while the window came up */
  if (!shanhai_checks_is_ready (fixture->checks))
    {
      g_assert_false (gtk_widget_get_visible (badge));
      g_assert_null (shanhai_finding_badge_get_text (SHANHAI_FINDING_BADGE (badge)));
    }

  shanhai_checks_finish (fixture->checks);
  g_assert_true (gtk_widget_get_visible (badge));
  g_assert_true (gtk_widget_has_css_class (badge, "contradiction"));
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (badge)), ==, "dialog-error-symbolic");
  g_assert_nonnull (shanhai_finding_badge_get_text (SHANHAI_FINDING_BADGE (badge)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (badge), ==, shanhai_finding_badge_get_text (SHANHAI_FINDING_BADGE (badge)));
  g_signal_emit_by_name (badge, "clicked");
  g_assert_cmpstr (fixture->shown, ==, "observation-1");

  settle (fixture);
  g_assert_false (gtk_widget_get_visible (badge));
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (fixture->casebook), NULL));
  g_assert_true (gtk_widget_get_visible (badge));
  shanhai_finding_badge_show (SHANHAI_FINDING_BADGE (badge), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (badge));
}

/* the key figures of a case, on its page and on its card */
static void
test_key_figures (Fixture       *fixture,
                  gconstpointer  data)
{
  const ShanhaiWording wording = { fixture->casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (fixture->casebook, SHANHAI_RECORD_CASE, "case-1");
  g_autoptr (GPtrArray) figures = shanhai_case_figures_list (&wording, the_case);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *widgets[] = { shanhai_key_figure_new (), shanhai_case_card_new () };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_box_append (GTK_BOX (box), widgets[i]);
  shanhai_key_figure_show (SHANHAI_KEY_FIGURE (widgets[0]), fixture->casebook, figures->pdata[0]);
  shanhai_case_card_set_case (SHANHAI_CASE_CARD (widgets[1]), fixture->casebook, the_case);
  shanhai_checks_finish (fixture->checks);
  show (fixture, box);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      GtkWidget *badge = find_widget (widgets[i], SHANHAI_TYPE_FINDING_BADGE);

      g_assert_true (gtk_widget_get_mapped (badge));
      g_clear_pointer (&fixture->shown, g_free);
      g_signal_emit_by_name (badge, "clicked");
      /* of the two claims the later source's is shown */
      g_assert_cmpstr (fixture->shown, ==, "observation-2");
      settle (fixture);
      g_assert_false (gtk_widget_get_visible (badge));
      g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (fixture->casebook), NULL));
    }
}

/* the totals of Overview and Compare */
static void
test_totals (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *bar = shanhai_totals_bar_new ();
  GtkWidget *badge;

  shanhai_checks_finish (fixture->checks);
  shanhai_totals_bar_show (SHANHAI_TOTALS_BAR (bar), fixture->casebook, NULL, "poverty-headcount");
  show (fixture, bar);
  badge = find_widget (bar, SHANHAI_TYPE_FINDING_BADGE);
  g_assert_true (gtk_widget_get_mapped (badge));
  g_signal_emit_by_name (badge, "clicked");
  g_assert_cmpstr (fixture->shown, ==, "observation-2");
}

static Row *
find_row (ShanhaiPeopleBars *bars,
          const char        *id)
{
  for (guint i = 0; i < bars->rows->len; i++)
    if (g_strcmp0 (((Row *) bars->rows->pdata[i])->id, id) == 0)
      return bars->rows->pdata[i];
  g_assert_not_reached ();
}

/* the bars of people: marked are those that the table marks */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  const ShanhaiWording wording = { fixture->casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  g_autoptr (GListModel) exchanges = shanhai_casebook_list_case (fixture->casebook, SHANHAI_RECORD_EXCHANGE, "case-1");
  GtkWidget *widget = shanhai_people_bars_new ();
  ShanhaiPeopleBars *bars = SHANHAI_PEOPLE_BARS (widget);
  g_autoptr (GPtrArray) findings = NULL;
  Row *row;

  shanhai_people_bars_show (bars, &wording, exchanges);
  g_assert_false (find_row (bars, "exchange-3")->marked);
  shanhai_checks_finish (fixture->checks);
  findings = shanhai_checks_dup_for_record (fixture->checks, "exchange-3");
  g_assert_cmpuint (findings->len, >, 0);
  row = find_row (bars, "exchange-3");
  g_assert_true (row->marked);
  g_assert_cmpint (row->gravity, ==, shanhai_finding_get_gravity (findings->pdata[0]));
  g_assert_false (find_row (bars, "exchange-1")->marked);
  g_assert_false (find_row (bars, "exchange-2")->marked);

  show (fixture, widget);
  while (row->mark_x == 0)
    g_main_context_iteration (NULL, TRUE);
  /* behind its text, east of the axis */
  g_assert_cmpfloat (row->mark_x, >, gtk_widget_get_width (widget) / 2);
  g_assert_cmpfloat (row->mark_x, <, gtk_widget_get_width (widget));
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_SECONDARY)
        return controller;
    }
  g_assert_not_reached ();
}

/* a click on the sign in a chart, and on the bar of people; the menu's action */
static void
test_clicks (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, fixture->casebook, NULL, "poverty-headcount", NULL);
  GtkWidget *widget = shanhai_chart_view_new ();
  ShanhaiChartView *chart = SHANHAI_CHART_VIEW (widget);
  double x = 0, y = 0;
  bool found = false;

  shanhai_checks_finish (fixture->checks);
  shanhai_chart_view_set_figure (chart, figure);
  show (fixture, widget);
  while (shanhai_chart_view_get_marks (chart) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (x = 0; x < 700 && !found; x += 3)
    for (y = 0; y < 500 && !found; y += 3)
      found = g_strcmp0 (shanhai_chart_view_hit_flag (chart, x, y), "observation-1") == 0;
  g_assert_true (found);
  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_GESTURE_CLICK), "pressed", 1, x - 3, y - 3);
  g_assert_cmpstr (fixture->shown, ==, "observation-1");
  /* what has no sign is chosen, as before */
  g_clear_pointer (&fixture->shown, g_free);
  shanhai_chart_view_set_key (chart, &chart->walked, "observation-0");
  gtk_widget_activate_action (widget, "chart.show-finding", NULL);
  g_assert_null (fixture->shown);
  shanhai_chart_view_set_key (chart, &chart->walked, "observation-2");
  gtk_widget_activate_action (widget, "chart.show-finding", NULL);
  g_assert_cmpstr (fixture->shown, ==, "observation-2");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/widgets/finding-marks/badge", Fixture, NULL, set_up, test_badge, tear_down);
  g_test_add ("/widgets/finding-marks/key-figures", Fixture, NULL, set_up, test_key_figures, tear_down);
  g_test_add ("/widgets/finding-marks/totals", Fixture, NULL, set_up, test_totals, tear_down);
  g_test_add ("/widgets/finding-marks/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/widgets/finding-marks/clicks", Fixture, NULL, set_up, test_clicks, tear_down);

  return g_test_run ();
}

/* test-checks-page.c - the Checks page: groups, filters, settling, rivals; totals; marks beside figures. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <math.h>

#include "find-widget.h"
#include "shanhai-case-figures.h"
#include "shanhai-chart-view-private.h"
#include "shanhai-checks-page.h"
#include "shanhai-checks.h"
#include "shanhai-citation-button.h"
#include "shanhai-decision.h"
#include "shanhai-display.h"
#include "shanhai-finding-decision.h"
#include "shanhai-finding-group.h"
#include "shanhai-finding-row.h"
#include "shanhai-finding-view.h"
#include "shanhai-findings-button.h"
#include "shanhai-history.h"
#include "shanhai-page.h"
#include "shanhai-preference.h"
#include "shanhai-relation-list.h"
#include "shanhai-relation-window.h"
#include "shanhai-relation.h"
#include "shanhai-relations-button.h"
#include "shanhai-totals-bar.h"
#include "shanhai-totals.h"

#define PLACES                                                                                                   \
  "{'record':'place','id':'place-d','name':'D','level':'county'}\n{'record':'place','id':'place-c','name':'C','level':'county'}\n" \
  "{'record':'case','id':'case-1','title':'D to C','assisting':['place-d'],'assisted':['place-c']}\n"               \
  "{'record':'case','id':'case-2','title':'Other','assisting':['place-d'],'assisted':['place-c']}\n"                \
  "{'record':'source','id':'source-a','title':'A','published':'2020-07-01'}\n{'record':'source','id':'source-b','title':'B','published':'2020-08-01'}\n"
#define OBSERVATION(id, value, period, source)                                                                                                    \
  "{'record':'observation','id':'observation-" id "','case':'case-1','subject':'place-c','indicator':'poverty-headcount','value':{'value':'" value \
  "','unit':'person'},'period':'" period "','citations':[{'source':'source-" source "','paragraph':1}]}\n"
#define RIVALS OBSERVATION ("1", "500", "2019-12-31", "a") OBSERVATION ("2", "900", "2019-12-31", "b")
#define FLOW(id, in_case, amount, more)                                                                                                \
  "{'record':'flow','id':'flow-" id "','case':'case-" in_case "','from':'place-d','to':'place-c','kind':'fiscal','status':'disbursed','amount':{" amount \
  ",'unit':'CNY'}" more "}\n"

/* `lines`: with ' for " */
static ShanhaiDocument *
open_lines (const char *lines)
{
  static guint n;
  /* each is another casebook: what was changed in one that looked the same isn't brought back into it */
  g_autofree char *header = g_strdup_printf ("{'record':'casebook','format':1,'title':'%u'}\n", n++);
  g_autofree char *text = g_strdelimit (g_strconcat (header, lines, NULL), "'", '"');
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("checks-XXXXXX.shanhai", &stream, &error);
  ShanhaiDocument *document;

  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, &error));
  document = shanhai_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_delete (file, NULL, NULL));

  return document;
}

static ShanhaiDocument *
open_example (void)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document = shanhai_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static ShanhaiChecks *
get_checks (ShanhaiDocument *document)
{
  ShanhaiChecks *checks = shanhai_casebook_get_checks (shanhai_document_get_casebook (document));

  shanhai_checks_finish (checks);
  g_assert_true (shanhai_checks_is_ready (checks));

  return checks;
}

static GtkSingleSelection *
get_selection (GtkWidget *page)
{
  /* the drop-downs have lists as well */
  GtkListView *list = find_widget (find_widget (page, GTK_TYPE_FRAME), GTK_TYPE_LIST_VIEW);

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
}

/* what the list shows, a letter each: h a heading, f a finding */
static char *
dup_shown (GtkWidget *page)
{
  GListModel *model = G_LIST_MODEL (get_selection (page));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_string_append_c (text, SHANHAI_IS_FINDING_GROUP (item) ? 'h' : 'f');
    }
  return g_string_free (text, FALSE);
}

/* a page in a window of its own */
static GtkWidget *
show_page (ShanhaiDocument *document,
           GtkWidget      **window)
{
  GtkWidget *page = g_object_new (SHANHAI_TYPE_CHECKS_PAGE, "document", document, NULL);

  *window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (*window), page);
  gtk_window_present (GTK_WINDOW (*window));

  return page;
}

static GtkWidget *
find_labelled (GtkWidget  *root,
               GType       type,
               const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && g_object_class_find_property (G_OBJECT_GET_CLASS (root), "label") != NULL)
    {
      g_autofree char *text = NULL;

      g_object_get (root, "label", &text, NULL);
      if (g_strcmp0 (text, label) == 0)
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_built (void)
{
  const GType types[] = { SHANHAI_TYPE_CHECKS_PAGE, SHANHAI_TYPE_FINDING_ROW, SHANHAI_TYPE_FINDING_VIEW, SHANHAI_TYPE_FINDINGS_BUTTON, SHANHAI_TYPE_RELATIONS_BUTTON,
                          SHANHAI_TYPE_TOTALS_BAR };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_new (types[i], NULL);

      g_object_ref_sink (widget);
      g_assert_finalize_object (widget);
    }
}

static void
test_groups (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiChecks *checks = get_checks (document);
  GtkWidget *window;
  GtkWidget *page = show_page (document, &window);
  g_autofree char *shown = dup_shown (page);
  guint n_settled = g_list_model_get_n_items (G_LIST_MODEL (checks));

  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    n_settled -= shanhai_checks_count (checks, i);
  g_test_message ("%s", shown);
  /* one contradiction under its heading; what is settled is hidden */
  g_assert_true (g_str_has_prefix (shown, "hfhf"));
  g_assert_cmpuint (strlen (shown) - 2, ==, g_list_model_get_n_items (G_LIST_MODEL (checks)) - n_settled);
  g_assert_cmpuint (n_settled, >, 0);
  /* the gravest is selected, its heading isn't */
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (page)), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keys (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiChecks *checks = get_checks (document);
  GtkWidget *window;
  GtkWidget *page = show_page (document, &window);

  /* over the heading between the groups, and back */
  gtk_widget_activate_action (page, "checks.next", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (page)), ==, 3);
  gtk_widget_activate_action (page, "checks.previous", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (page)), ==, 1);
  gtk_widget_activate_action (page, "checks.previous", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (page)), ==, 1);

  /* by a record: the gravest finding that names it */
  {
    g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);

    gtk_widget_activate_action (page, "checks.next", NULL);
    g_assert_true (shanhai_page_show_record (SHANHAI_PAGE (page), shanhai_record_get_id (shanhai_finding_get_record (finding, 0))));
    g_assert_true (gtk_single_selection_get_selected_item (get_selection (page)) == finding);
    g_assert_false (shanhai_page_show_record (SHANHAI_PAGE (page), "nothing"));
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A heading is no finding: whatever comes to it goes on, the way it came. */
static void
test_headings (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *window;
  GtkWidget *page;
  GtkSingleSelection *selection;
  GtkListView *list;
  g_autofree char *shown = NULL;
  guint heading;

  get_checks (document);
  page = show_page (document, &window);
  selection = get_selection (page);
  list = find_widget (find_widget (page, GTK_TYPE_FRAME), GTK_TYPE_LIST_VIEW);
  shown = dup_shown (page);
  heading = (guint) (strchr (shown + 1, 'h') - shown);
  g_assert_cmpuint (heading, >, 1);

  gtk_single_selection_set_selected (selection, 0);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
  gtk_single_selection_set_selected (selection, heading - 1);
  gtk_single_selection_set_selected (selection, heading);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, heading + 1);
  gtk_single_selection_set_selected (selection, heading);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, heading - 1);
  g_assert_nonnull (shanhai_finding_view_get_finding (find_widget (page, SHANHAI_TYPE_FINDING_VIEW)));

  /* and the keyboard is on what is selected */
  while (gtk_widget_get_height (GTK_WIDGET (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_grab_focus (page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "checks.next", NULL));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, heading + 1);
  g_assert_true ((gtk_widget_get_state_flags (gtk_window_get_focus (GTK_WINDOW (window))) & GTK_STATE_FLAG_SELECTED) != 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* what stands further right than the window does */
static GtkWidget *
find_cut (GtkWidget *root,
          GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget))
    return NULL;
  if (gtk_widget_compute_bounds (widget, root, &bounds) && bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (root) + 1)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cut = find_cut (root, child);

      if (cut != NULL)
        return cut;
    }
  return NULL;
}

static void
test_narrow (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *cut;
  gint64 until = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  get_checks (document);
  page = g_object_new (SHANHAI_TYPE_CHECKS_PAGE, "document", document, NULL);
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  /* it turns after its first frame */
  while ((gtk_widget_get_width (page) == 0 || find_cut (page, page) != NULL) && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
  cut = find_cut (page, page);
  g_assert_cmpstr (cut != NULL ? G_OBJECT_TYPE_NAME (cut) : NULL, ==, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_settle (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  ShanhaiChecks *checks = get_checks (document);
  g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  g_autoptr (ShanhaiChange) change = shanhai_finding_new_settling (finding, "ignored", "  as both say  ");
  g_autoptr (ShanhaiChange) reopening = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiDecision *decision;
  GtkWidget *window;
  GtkWidget *page = show_page (document, &window);
  g_autofree char *before = dup_shown (page), *after = NULL, *again = NULL;

  g_assert_cmpstr (before, ==, "hf");
  g_assert_true (shanhai_history_apply (history, change, &error));
  g_assert_no_error (error);
  decision = SHANHAI_DECISION (shanhai_finding_get_settled (finding));
  g_assert_nonnull (decision);
  g_assert_cmpstr (shanhai_decision_get_verdict (decision), ==, "ignored");
  g_assert_cmpstr (shanhai_name_get (shanhai_decision_get_reason (decision), SHANHAI_LANGUAGE_ENGLISH), ==, "as both say");
  g_assert_nonnull (shanhai_decision_get_by (decision));
  g_assert_nonnull (shanhai_decision_get_on (decision));
  after = dup_shown (page);
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);

  /* undone, redone, reopened */
  g_assert_true (shanhai_history_undo (history, &error));
  g_assert_null (shanhai_finding_get_settled (finding));
  g_assert_true (shanhai_history_redo (history, &error));
  g_assert_nonnull (shanhai_finding_get_settled (finding));
  reopening = shanhai_finding_new_reopening (finding);
  g_assert_true (shanhai_history_apply (history, reopening, &error));
  g_assert_null (shanhai_finding_get_settled (finding));
  g_assert_null (shanhai_finding_new_reopening (finding));
  again = dup_shown (page);
  g_assert_cmpstr (again, ==, "hf");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* settled as it was seen; another figure is another finding */
static void
test_comes_back (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  ShanhaiChecks *checks = get_checks (document);
  g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  g_autoptr (ShanhaiChange) change = shanhai_finding_new_settling (finding, "accepted", NULL);
  g_autoptr (ShanhaiChange) edit = shanhai_change_new ("edit");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (shanhai_casebook_lookup (casebook, "observation-2"));
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_copy (shanhai_record_get_figure (draft));

  g_assert_true (shanhai_history_apply (history, change, NULL));
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);
  quantity->value = shanhai_decimal_from_int (901);
  g_object_set (draft, "value", quantity, NULL);
  shanhai_change_put (edit, draft);
  g_assert_true (shanhai_history_apply (history, edit, NULL));
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 1);
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);
}

static void
test_rivals (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS OBSERVATION ("0", "1000", "2013-12-31", "a"));
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  ShanhaiChecks *checks = get_checks (document);
  g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  const ShanhaiWording wording = { casebook, SHANHAI_LANGUAGE_ENGLISH, SHANHAI_NUMBER_STYLE_AUTO };
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, "case-1");

  g_assert_true (shanhai_finding_has_rivals (finding));
  g_assert_null (shanhai_casebook_get_preferred (casebook, "observation-1"));
  for (guint chosen = 0; chosen < 2; chosen++)
    {
      g_autoptr (ShanhaiChange) change = shanhai_finding_new_preference (finding, chosen, "the later report");
      g_autoptr (GPtrArray) figures = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (shanhai_history_apply (history, change, &error));
      g_assert_no_error (error);
      g_assert_nonnull (shanhai_finding_get_settled (finding));
      g_assert_cmpstr (shanhai_casebook_get_preferred (casebook, chosen == 0 ? "observation-2" : "observation-1"), ==, chosen == 0 ? "observation-1" : "observation-2");
      g_assert_null (shanhai_casebook_get_preferred (casebook, chosen == 0 ? "observation-1" : "observation-2"));
      /* one decision, the last */
      g_assert_cmpuint (shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_DECISION)), ==, 1);
      figures = shanhai_case_figures_list (&wording, the_case);
      g_assert_cmpuint (figures->len, >, 0);
      g_assert_nonnull (strstr (((ShanhaiCaseFigure *) figures->pdata[0])->value, chosen == 0 ? "500" : "900"));
    }
}

static void
test_totals (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES FLOW ("1", "1", "'value':'100'", ",'cumulative':true,'period':'2016/2019'")
                                                     FLOW ("2", "1", "'value':'40'", ",'part_of':'flow-1'")
                                                     FLOW ("3", "2", "'value':'30','qualifier':'over'", ",'period':'2019'")
                                                     FLOW ("4", "2", "'value':'7','planned':true", ",'period':'2020'")
                                                     FLOW ("5", "2", "'value':'9'", ",'part_of':'flow-1','period':'2018'"));
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (GPtrArray) totals = shanhai_casebook_dup_totals (casebook, NULL);
  g_autoptr (GPtrArray) one = shanhai_casebook_dup_totals (casebook, (const char * const[]) { "case-1", NULL });
  const ShanhaiCasebookTotal *aid;

  g_assert_cmpuint (totals->len, ==, 1);
  aid = totals->pdata[0];
  g_assert_cmpuint (aid->n_added, ==, 2);
  g_assert_cmpuint (aid->n_cases, ==, 2);
  g_assert_cmpuint (aid->n_left_out[SHANHAI_LEFT_OUT_PART], ==, 2);
  g_assert_cmpuint (aid->n_left_out[SHANHAI_LEFT_OUT_PLANNED], ==, 1);
  g_assert_cmpint (aid->quantity->qualifier, ==, SHANHAI_QUALIFIER_AT_LEAST);
  g_assert_true (aid->quantity->value.digits == 130 && aid->quantity->value.scale == 0);

  g_assert_cmpuint (one->len, ==, 1);
  aid = one->pdata[0];
  g_assert_cmpint (aid->quantity->qualifier, ==, SHANHAI_QUALIFIER_EXACT);
  g_assert_true (aid->quantity->value.digits == 100);
}

#define HEADCOUNT(id, in_case, subject, value, period, more)                                                                              \
  "{'record':'observation','id':'observation-" id "','case':'case-" in_case "','subject':'place-" subject "','indicator':'poverty-headcount','value':{'value':'" value \
  "','unit':'person'" more "},'period':'" period "'}\n"
#define COUNTIES                                                                                                                            \
  "{'record':'place','id':'place-p','name':'P','level':'prefecture'}\n{'record':'place','id':'place-x','name':'X','level':'county','parent':'place-p'}\n" \
  "{'record':'place','id':'place-y','name':'Y','level':'county'}\n"

/* of an indicator: the latest state, each place once, none beside what it lies in, no targets, no rates */
static void
test_indicator_total (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES COUNTIES
                                                     HEADCOUNT ("1", "1", "c", "500", "2019-12-31", "") HEADCOUNT ("2", "1", "c", "900", "2013-12-31", "")
                                                     HEADCOUNT ("3", "1", "c", "0", "2020-12-31", ",'planned':true")
                                                     HEADCOUNT ("4", "2", "c", "510", "2019-12-31", "")
                                                     HEADCOUNT ("5", "2", "p", "7000", "2019-12-31", ",'qualifier':'over'")
                                                     HEADCOUNT ("6", "2", "x", "3000", "2019-12-31", "") HEADCOUNT ("7", "2", "y", "40", "2018-12-31", "")
                                                     "{'record':'observation','id':'observation-8','case':'case-1','subject':'place-c','indicator':'poverty-incidence',"
                                                     "'value':{'value':'4','unit':'percent'},'period':'2019-12-31'}\n"
                                                     "{'record':'observation','id':'observation-9','case':'case-1','subject':'place-c','indicator':'rural-income',"
                                                     "'value':{'value':'8000','unit':'CNY'},'period':'2019'}\n");
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (ShanhaiCasebookTotal) total = shanhai_casebook_dup_indicator_total (casebook, NULL, "poverty-headcount");
  g_autoptr (ShanhaiCasebookTotal) one = shanhai_casebook_dup_indicator_total (casebook, (const char * const[]) { "case-2", NULL }, "poverty-headcount");
  g_autoptr (ShanhaiCasebookTotal) rate = shanhai_casebook_dup_indicator_total (casebook, NULL, "poverty-incidence");
  g_autoptr (ShanhaiCasebookTotal) income = shanhai_casebook_dup_indicator_total (casebook, NULL, "rural-income");
  GtkWidget *bar;

  /* 500 + over 7000 + 40 */
  g_assert_nonnull (total);
  g_assert_cmpint (total->quantity->qualifier, ==, SHANHAI_QUALIFIER_AT_LEAST);
  g_assert_cmpfloat (shanhai_decimal_to_double (&total->quantity->value), ==, 7540);
  g_assert_cmpuint (total->n_added, ==, 3);
  g_assert_cmpuint (total->n_left_out[SHANHAI_LEFT_OUT_EARLIER], ==, 1);
  g_assert_cmpuint (total->n_left_out[SHANHAI_LEFT_OUT_PLANNED], ==, 1);
  g_assert_cmpuint (total->n_left_out[SHANHAI_LEFT_OUT_UNSURE], ==, 1);
  g_assert_cmpuint (total->n_left_out[SHANHAI_LEFT_OUT_PART], ==, 1);
  g_assert_cmpstr (shanhai_record_get_id (total->left_out[SHANHAI_LEFT_OUT_PART]->pdata[0]), ==, "observation-6");
  /* alone, the other case has that place */
  g_assert_cmpuint (one->n_added, ==, 3);
  g_assert_cmpuint (one->n_left_out[SHANHAI_LEFT_OUT_UNSURE], ==, 0);

  /* a rate and an average have none, and say why */
  g_assert_null (rate->quantity);
  g_assert_true (g_str_has_prefix (rate->why_none, "Rates aren’t added"));
  g_assert_null (income->quantity);
  g_assert_true (g_str_has_prefix (income->why_none, "Averages aren’t added"));
  bar = g_object_ref_sink (shanhai_totals_bar_new ());
  shanhai_totals_bar_show (SHANHAI_TOTALS_BAR (bar), casebook, NULL, "poverty-incidence");
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (find_labelled (bar, GTK_TYPE_LABEL, rate->why_none));
  shanhai_totals_bar_show (SHANHAI_TOTALS_BAR (bar), casebook, NULL, "poverty-headcount");
  g_assert_null (find_labelled (bar, GTK_TYPE_LABEL, rate->why_none));
  g_assert_finalize_object (bar);
  g_assert_null (shanhai_casebook_dup_indicator_total (casebook, NULL, "nothing"));
}

static void
test_marks (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS OBSERVATION ("0", "1000", "2013-12-31", "a"));
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  GtkWidget *button = g_object_ref_sink (shanhai_citation_button_new ());
  ShanhaiChecks *checks;
  g_autoptr (ShanhaiFinding) finding = NULL;
  g_autoptr (ShanhaiChange) change = NULL;

  shanhai_citation_button_set_casebook (SHANHAI_CITATION_BUTTON (button), casebook);
  shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (button), shanhai_casebook_lookup (casebook, "observation-1"));
  g_assert_false (gtk_widget_has_css_class (button, "contradiction"));
  checks = get_checks (document);
  g_assert_true (gtk_widget_has_css_class (button, "contradiction"));
  shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (button), shanhai_casebook_lookup (casebook, "observation-0"));
  g_assert_false (gtk_widget_has_css_class (button, "contradiction"));
  shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (button), shanhai_casebook_lookup (casebook, "observation-2"));
  g_assert_true (gtk_widget_has_css_class (button, "contradiction"));

  finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  change = shanhai_finding_new_settling (finding, "accepted", "so it is");
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL));
  g_assert_false (gtk_widget_has_css_class (button, "contradiction"));

  g_assert_finalize_object (button);
}

/* whether a chart shows a mark at that record; lays it out */
static bool
has_flag (ShanhaiChartView *chart,
          const char       *id)
{
  ShanhaiMarks *marks;
  double x, y;

  while ((marks = shanhai_chart_view_get_marks (chart)) == NULL || shanhai_marks_find (marks, id) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (shanhai_marks_get_anchor (marks, id, &x, &y));
  for (double turn = 0; turn < 8; turn++)
    for (double distance = 9; distance < 30; distance++)
      {
        /* where the marks have nothing, but the view says the record: on its sign */
        double there_x = x + distance * cos (turn * G_PI / 4), there_y = y - distance * sin (turn * G_PI / 4);

        if (g_strcmp0 (shanhai_marks_hit (marks, there_x, there_y), id) != 0 && g_strcmp0 (shanhai_chart_view_hit (chart, there_x, there_y), id) == 0)
          return true;
      }
  return false;
}

/* the rivals are marked in the chart until somebody settles them; pictures of it never show that */
static void
test_chart_marks (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS OBSERVATION ("0", "1000", "2013-12-31", "a"));
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiChecks *checks = get_checks (document);
  g_autoptr (ShanhaiFigure) figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, casebook, NULL, "poverty-headcount", NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chart = shanhai_chart_view_new ();
  g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  g_autoptr (ShanhaiChange) change = shanhai_finding_new_settling (finding, "accepted", "both are printed");
  g_autofree char *tip = NULL, *message = NULL, *description = NULL, *settled = NULL;
  ShanhaiMarks *marks;

  shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (chart), figure);
  gtk_window_set_child (GTK_WINDOW (window), chart);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  gtk_window_present (GTK_WINDOW (window));

  g_assert_true (has_flag (SHANHAI_CHART_VIEW (chart), "observation-1"));
  g_assert_true (has_flag (SHANHAI_CHART_VIEW (chart), "observation-2"));
  g_assert_false (has_flag (SHANHAI_CHART_VIEW (chart), "observation-0"));
  message = shanhai_finding_dup_message (finding, casebook, shanhai_display_get_words (shanhai_display_get_default ()));
  tip = shanhai_chart_view_dup_tip (SHANHAI_CHART_VIEW (chart), "observation-1");
  g_assert_nonnull (strstr (tip, message));
  description = shanhai_chart_view_dup_description (SHANHAI_CHART_VIEW (chart));
  g_assert_nonnull (strstr (description, message));
  /* put into words once for both figures that it names */
  g_assert_cmpuint (g_hash_table_size (SHANHAI_CHART_VIEW (chart)->told), ==, 1);
  /* what is exported, copied and printed is made of the marks */
  marks = shanhai_chart_view_get_marks (SHANHAI_CHART_VIEW (chart));
  g_assert_null (strstr (shanhai_marks_describe (marks), message));
  g_assert_null (strstr (shanhai_marks_get_tip (marks, "observation-1"), message));

  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL));
  g_assert_false (has_flag (SHANHAI_CHART_VIEW (chart), "observation-1"));
  g_assert_null (SHANHAI_CHART_VIEW (chart)->told);
  settled = shanhai_chart_view_dup_tip (SHANHAI_CHART_VIEW (chart), "observation-1");
  g_assert_null (strstr (settled, message));
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (casebook), NULL));
  g_assert_true (has_flag (SHANHAI_CHART_VIEW (chart), "observation-1"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_findings (GtkWidget *page)
{
  g_autofree char *shown = dup_shown (page);
  guint n = 0;

  for (const char *c = shown; *c != '\0'; c++)
    n += *c == 'f';
  return n;
}

/* settled on the page, with a reason; another figure brings it back by itself, and undo its old self with the decision */
static void
test_comes_back_on_page (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS OBSERVATION ("3", "300", "2018-12-31", "a") OBSERVATION ("4", "310", "2018-12-31", "b"));
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  ShanhaiChecks *checks = get_checks (document);
  GtkWidget *window;
  GtkWidget *page = show_page (document, &window);
  GtkWidget *settled = find_labelled (page, GTK_TYPE_TOGGLE_BUTTON, "Settle_d");
  guint n = count_findings (page);
  ShanhaiFinding *selected = gtk_single_selection_get_selected_item (get_selection (page));
  g_autoptr (ShanhaiFinding) finding = g_object_ref (selected);
  g_autoptr (ShanhaiChange) change = shanhai_finding_new_settling (finding, "accepted", "counted on two days");
  g_autoptr (ShanhaiChange) edit = shanhai_change_new ("edit");
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (shanhai_finding_get_record (finding, 0));
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_copy (shanhai_record_get_figure (draft));

  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), >=, 2);
  g_assert_true (shanhai_history_apply (history, change, NULL));
  g_assert_cmpuint (count_findings (page), ==, n - 1);
  selected = gtk_single_selection_get_selected_item (get_selection (page));
  g_assert_true (SHANHAI_IS_FINDING (selected) && selected != finding);

  /* asked for, it is shown; then the page is again where it was */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (settled), TRUE);
  g_assert_cmpuint (count_findings (page), ==, n);
  g_assert_true (gtk_single_selection_get_selected_item (get_selection (page)) == finding);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (settled), FALSE);
  g_assert_true (gtk_single_selection_get_selected_item (get_selection (page)) == selected);

  quantity->value = shanhai_decimal_from_int (505);
  g_object_set (draft, "value", quantity, NULL);
  shanhai_change_put (edit, draft);
  g_assert_true (shanhai_history_apply (history, edit, NULL));
  g_assert_cmpuint (count_findings (page), ==, n);
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_cmpuint (count_findings (page), ==, n - 1);
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_cmpuint (count_findings (page), ==, n);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* by gravity, kind and case */
static void
test_filters (void)
{
  g_autoptr (ShanhaiDocument) document = open_example ();
  ShanhaiChecks *checks = get_checks (document);
  GtkWidget *window;
  GtkWidget *page = show_page (document, &window);
  GtkWidget *bar = gtk_widget_get_parent (find_labelled (page, GTK_TYPE_TOGGLE_BUTTON, "Settle_d"));
  GtkWidget *gravity = find_widget (bar, GTK_TYPE_DROP_DOWN);
  GtkWidget *kind = gtk_widget_get_next_sibling (gravity), *in_case = gtk_widget_get_next_sibling (kind);
  guint n = count_findings (page), n_kinds = 0, n_cases = 0;

  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (gravity), i + 1);
      g_assert_cmpuint (count_findings (page), ==, shanhai_checks_count (checks, i));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gravity), 0);
  for (guint i = 1; i < g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (kind))); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), i);
      n_kinds += count_findings (page);
    }
  g_assert_cmpuint (n_kinds, ==, n);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 0);
  for (guint i = 1; i < g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (in_case))); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (in_case), i);
      g_assert_cmpuint (count_findings (page), <, n);
      n_cases += count_findings (page);
    }
  /* what is told of two cases stands in both */
  g_assert_cmpuint (n_cases, >=, n);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* a mark leads to the gravest finding of its record, even where the filters hide that and show another */
static void
test_show_record (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS OBSERVATION ("3", "500", "2019-12-31", "b"));
  ShanhaiChecks *checks = get_checks (document);
  GtkWidget *window;
  GtkWidget *page = show_page (document, &window);
  GtkWidget *bar = gtk_widget_get_parent (find_labelled (page, GTK_TYPE_TOGGLE_BUTTON, "Settle_d"));
  GtkDropDown *gravity = find_widget (bar, GTK_TYPE_DROP_DOWN);
  g_autoptr (ShanhaiFinding) finding = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  ShanhaiFinding *selected;

  /* one and three agree, two and each of them don't */
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONFIRMED), >, 0);
  gtk_drop_down_set_selected (gravity, SHANHAI_GRAVITY_CONFIRMED + 1);
  selected = gtk_single_selection_get_selected_item (get_selection (page));
  g_assert_cmpint (shanhai_finding_get_gravity (selected), ==, SHANHAI_GRAVITY_CONFIRMED);
  g_assert_true (shanhai_finding_names (selected, "observation-1"));

  g_assert_true (shanhai_page_show_record (SHANHAI_PAGE (page), "observation-1"));
  selected = gtk_single_selection_get_selected_item (get_selection (page));
  g_assert_cmpint (shanhai_finding_get_gravity (selected), ==, SHANHAI_GRAVITY_CONTRADICTION);
  g_assert_true (shanhai_finding_names (selected, "observation-1"));
  g_assert_cmpuint (gtk_drop_down_get_selected (gravity), ==, 0);
  g_assert_false (shanhai_page_show_record (SHANHAI_PAGE (page), "place-c"));

  /* a decision is shown by what it settles */
  finding = g_object_ref (selected);
  change = shanhai_finding_new_settling (finding, "accepted", "so it is");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_labelled (page, GTK_TYPE_TOGGLE_BUTTON, "Settle_d")), FALSE);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (shanhai_document_get_casebook (document)), change, NULL));
  g_assert_true (gtk_single_selection_get_selected_item (get_selection (page)) != finding);
  g_assert_true (shanhai_page_show_record (SHANHAI_PAGE (page), shanhai_record_get_id (shanhai_finding_get_settled (finding))));
  g_assert_true (gtk_single_selection_get_selected_item (get_selection (page)) == finding);

  gtk_window_destroy (GTK_WINDOW (window));
}

#define PARTS                                                                                                                                                 \
  PLACES HEADCOUNT ("1", "1", "c", "500", "2019-12-31", "") HEADCOUNT ("2", "2", "c", "7", "2018-12-31", "") HEADCOUNT ("3", "1", "d", "400", "2019-12-31", "") \
  "{'record':'observation','id':'observation-4','case':'case-1','subject':'place-d','indicator':'people-employed','value':{'value':'900','unit':'person'},'period':'2019-12-31'}\n"  \
  "{'record':'observation','id':'observation-5','case':'case-1','subject':'place-d','indicator':'jobs-absorbed','value':{'value':'950','unit':'person'},'period':'2019-12-31'}\n"

static GPtrArray *
pick (ShanhaiCasebook *casebook,
      const char      *ids)
{
  GPtrArray *records = g_ptr_array_new ();

  for (; *ids != '\0'; ids++)
    {
      g_autofree char *id = g_strdup_printf ("observation-%c", *ids);

      g_ptr_array_add (records, shanhai_casebook_lookup (casebook, id));
    }
  return records;
}

/* a person says what adds up; it is checked, told, taken back, and all of that undone */
static void
test_stated_sum (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PARTS);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  ShanhaiChecks *checks = get_checks (document);
  g_autoptr (GPtrArray) two = pick (casebook, "13"), none = pick (casebook, "1"), three = pick (casebook, "143");
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (ShanhaiFinding) finding = NULL;
  g_autofree char *words = NULL;
  guint before = g_list_model_get_n_items (G_LIST_MODEL (checks));
  GtkWidget *page_window;
  GtkWidget *page = show_page (document, &page_window);
  GtkWidget *button = find_widget (page, SHANHAI_TYPE_RELATIONS_BUTTON);
  GtkWidget *window, *list;
  GtkSingleSelection *selection;

  g_assert_false (shanhai_relation_window_can_ask (none));
  g_assert_true (shanhai_relation_window_can_ask (two));

  /* of the figures of that case and unit, what agrees comes first */
  window = shanhai_relation_window_new (casebook, two);
  gtk_window_present (GTK_WINDOW (window));
  list = find_widget (window, GTK_TYPE_LIST_VIEW);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 2);
  g_assert_cmpstr (shanhai_record_get_id (gtk_single_selection_get_selected_item (selection)), ==, "observation-4");
  gtk_single_selection_set_selected (selection, 1);
  g_assert_cmpstr (shanhai_record_get_id (gtk_single_selection_get_selected_item (selection)), ==, "observation-5");
  g_signal_emit_by_name (find_labelled (window, GTK_TYPE_BUTTON, "_State"), "clicked");

  relations = shanhai_casebook_dup_relations (casebook, "observation-3");
  g_assert_cmpuint (relations->len, ==, 1);
  words = shanhai_relation_dup_words (casebook, relations->pdata[0], false);
  g_assert_cmpstr (words, ==, "950\302\240people = 500\302\240people + 400\302\240people");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, before + 1);
  finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  g_assert_cmpint (shanhai_finding_get_gravity (finding), ==, SHANHAI_GRAVITY_CONTRADICTION);
  g_assert_true (shanhai_finding_get_relation (finding, casebook) == relations->pdata[0]);
  g_assert_true (gtk_widget_get_visible (button));

  /* taken back from the list of them, and brought back */
  gtk_widget_activate_action (button, "relations.retract", "s", shanhai_record_get_id (relations->pdata[0]));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, before);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, before + 1);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (shanhai_history_undo (history, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, before);

  /* the sum may have been chosen with its parts */
  window = shanhai_relation_window_new (casebook, three);
  list = find_widget (window, GTK_TYPE_LIST_VIEW);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpstr (shanhai_record_get_id (gtk_single_selection_get_selected_item (selection)), ==, "observation-4");

  /* Escape in the search clears it, then closes */
  gtk_window_present (GTK_WINDOW (window));
  g_object_ref (window);
  list = find_widget (window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (list), "nowhere");
  g_signal_emit_by_name (list, "search-changed");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find_widget (window, GTK_TYPE_STACK))), ==, "not-found");
  g_signal_emit_by_name (list, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (list)), ==, "");
  g_assert_true (gtk_widget_get_visible (window));
  g_signal_emit_by_name (list, "stop-search");
  g_assert_false (gtk_widget_get_visible (window));
  g_object_unref (window);
  gtk_window_destroy (GTK_WINDOW (page_window));
}

/* bit by bit, after the first frames, and from the beginning when a record comes meanwhile */
/* more sums stated by hand than anybody reads: all are listed, found by words and figures, and each can be taken back */
static void
test_all_stated_sums (void)
{
  const guint n = 150;
  g_autoptr (GString) lines = g_string_new (PLACES);
  g_autoptr (ShanhaiDocument) document = NULL;
  ShanhaiCasebook *casebook;
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("sums");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list, *entry;
  GtkSelectionModel *model;

  for (guint i = 0; i < 2 * n; i++)
    g_string_append_printf (lines, "{'record':'observation','id':'observation-n%u','case':'case-1','subject':'place-c','indicator':'jobs-offered',"
                            "'value':{'value':'%u','unit':'job'},'period':'2019'}\n", i, 1000 + i);
  document = open_lines (lines->str);
  casebook = shanhai_document_get_casebook (document);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiRecord) decision = shanhai_record_new (SHANHAI_RECORD_DECISION, NULL);
      g_autofree char *result = g_strdup_printf ("observation-n%u", n + i), *term = g_strdup_printf ("observation-n%u", i);
      char *records[] = { result, term, (char *) "observation-n0", NULL };
      ShanhaiAbout about = { .check = (char *) "sum-of", .records = records };
      g_autoptr (ShanhaiName) reason = shanhai_name_new_plain (i == 97 ? "as the county counts" : "so told");

      g_object_set (decision, "about", &about, "verdict", "accepted", "reason", reason, NULL);
      shanhai_change_put (change, decision);
    }
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL));

  list = shanhai_relation_list_new (casebook);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  model = shanhai_relation_list_get_model (SHANHAI_RELATION_LIST (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n);

  entry = find_widget (list, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "county counts");
  g_signal_emit_by_name (entry, "search-changed");
  /* in slices, while there is time */
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) != 1)
    g_main_context_iteration (NULL, TRUE);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 0);
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (find_labelled (list, GTK_TYPE_BUTTON, "_Show"))), NULL), ==,
                   shanhai_relation_get_records (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)))[0]);
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (find_labelled (list, GTK_TYPE_BUTTON, "_Take Back"))), NULL), ==,
                   shanhai_record_get_id (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model))));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_signal_emit_by_name (entry, "search-changed");
  while (g_list_model_get_n_items (G_LIST_MODEL (model)) != n)
    g_main_context_iteration (NULL, TRUE);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_background (void)
{
  g_autoptr (ShanhaiDocument) document = open_lines (PLACES RIVALS);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiChecks *checks = shanhai_casebook_get_checks (casebook);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("delete");

  g_assert_true (checks == shanhai_casebook_get_checks (casebook));
  g_assert_false (shanhai_checks_is_ready (checks));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (shanhai_checks_is_ready (checks));
  shanhai_change_delete (change, "observation-2");
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL));
  while (!shanhai_checks_is_ready (checks))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (casebook), NULL));
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 1);

  /* a view can hold on to the checks of a casebook that is gone */
  g_object_ref (checks);
  g_clear_object (&document);
  g_assert_null (shanhai_checks_get_casebook (checks));
  g_assert_finalize_object (checks);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/checks/built", test_built);
  g_test_add_func ("/widgets/checks/groups", test_groups);
  g_test_add_func ("/widgets/checks/keys", test_keys);
  g_test_add_func ("/widgets/checks/headings", test_headings);
  g_test_add_func ("/widgets/checks/narrow", test_narrow);
  g_test_add_func ("/widgets/checks/settle", test_settle);
  g_test_add_func ("/widgets/checks/comes-back", test_comes_back);
  g_test_add_func ("/widgets/checks/rivals", test_rivals);
  g_test_add_func ("/widgets/checks/totals", test_totals);
  g_test_add_func ("/widgets/checks/indicator-total", test_indicator_total);
  g_test_add_func ("/widgets/checks/marks", test_marks);
  g_test_add_func ("/widgets/checks/chart-marks", test_chart_marks);
  g_test_add_func ("/widgets/checks/comes-back-on-page", test_comes_back_on_page);
  g_test_add_func ("/widgets/checks/filters", test_filters);
  g_test_add_func ("/widgets/checks/show-record", test_show_record);
  g_test_add_func ("/widgets/checks/stated-sum", test_stated_sum);
  g_test_add_func ("/widgets/checks/all-stated-sums", test_all_stated_sums);
  g_test_add_func ("/widgets/checks/background", test_background);

  return g_test_run ();
}

/* shanhai-summary-page.c - a case at a glance: what it is, what is recorded of it, from which sources. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-summary-page.h"

#include <glib/gi18n.h>

#include "shanhai-chart-view.h"
#include "shanhai-facts.h"
#include "shanhai-observation.h"
#include "shanhai-source-tally.h"

/* px: under this width the cards stand in one column */
#define NARROW 700
#define N_CARDS 4
#define N_LISTS 6
/* sources that are listed; a casebook may have thousands, and the Sources page is made for them */
#define MOST_SOURCES 30

struct _ShanhaiSummaryPage
{
  ShanhaiCaseSection  parent_instance;

  GListModel         *lists[N_LISTS];  /* of the case, live, as in `counted` */
  ShanhaiSourceTally *tally;
  ShanhaiFigure      *figure;
  guint               fit_id;
  bool                narrow;

  GtkScrolledWindow  *scrolled;
  GtkGrid            *grid;
  GtkWidget          *about_card;
  GtkWidget          *chart_card;
  GtkWidget          *recorded_card;
  GtkWidget          *sources_card;
  GtkLabel           *summary;
  GtkWidget          *no_facts;
  GtkGrid            *facts;
  ShanhaiChartView   *chart;
  GtkBox             *recorded;
  GtkWidget          *nothing_recorded;
  GtkBox             *sources;
  GtkLabel           *no_sources;
};

G_DEFINE_FINAL_TYPE (ShanhaiSummaryPage, shanhai_summary_page, SHANHAI_TYPE_CASE_SECTION)

/* what is counted, and the page that shows it */
static const struct
{
  ShanhaiRecordType type;
  const char       *page;
} counted[N_LISTS] = {
  { SHANHAI_RECORD_OBSERVATION, "outcomes" }, { SHANHAI_RECORD_FLOW, "funds" },
  { SHANHAI_RECORD_PAIRING, "pairings" },     { SHANHAI_RECORD_PROGRAMME, "programmes" },
  { SHANHAI_RECORD_EXCHANGE, "people" },      { SHANHAI_RECORD_EVENT, "timeline" },
};

static char *
word_count (ShanhaiRecordType type,
            guint             n)
{
  switch (type)
    {
    case SHANHAI_RECORD_OBSERVATION:
      return g_strdup_printf (g_dngettext (NULL, "%u observation", "%u observations", n), n);
    case SHANHAI_RECORD_FLOW:
      return g_strdup_printf (g_dngettext (NULL, "%u flow of money or goods", "%u flows of money or goods", n), n);
    case SHANHAI_RECORD_PAIRING:
      return g_strdup_printf (g_dngettext (NULL, "%u pairing", "%u pairings", n), n);
    case SHANHAI_RECORD_PROGRAMME:
      return g_strdup_printf (g_dngettext (NULL, "%u programme", "%u programmes", n), n);
    case SHANHAI_RECORD_EXCHANGE:
      return g_strdup_printf (g_dngettext (NULL, "%u exchange of people", "%u exchanges of people", n), n);
    case SHANHAI_RECORD_EVENT:
      return g_strdup_printf (g_dngettext (NULL, "%u event", "%u events", n), n);
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_SOURCE:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_fact (ShanhaiSummaryPage *self,
          int                *row,
          const char         *title,
          const char         *text)
{
  if (text == NULL || *text == '\0')
    return;

  gtk_widget_set_hexpand (GTK_WIDGET (shanhai_facts_add (self->facts, (*row)++, title, text)), TRUE);
}

static void
add_side (ShanhaiSummaryPage   *self,
          const ShanhaiWording *wording,
          int                  *row,
          const char           *title,
          const char * const   *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *name = shanhai_wording_reference (wording, ids[i]);
      g_autofree char *around = shanhai_wording_around (wording, ids[i]);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, name);
      if (*around != '\0')
        /* Translators: a place and what it lies in: “Huli District (Xiamen, Fujian)” */
        g_string_append_printf (text, _ (" (%s)"), around);
    }
  add_fact (self, row, title, text->str);
}

static void
fill_about (ShanhaiSummaryPage   *self,
            const ShanhaiWording *wording,
            ShanhaiCase          *record)
{
  g_autofree char *summary = shanhai_wording_name (wording, shanhai_case_get_summary (record));
  g_autofree char *kind = shanhai_wording_key (wording, "kinds.case", shanhai_case_get_kind (record));
  g_autofree char *approach = shanhai_wording_name (wording, shanhai_case_get_approach (record));
  g_autofree char *period = shanhai_wording_period (wording, shanhai_case_get_period (record));
  g_autofree char *note = shanhai_wording_name (wording, shanhai_record_get_note (SHANHAI_RECORD (record)));
  int row = 0;

  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');

  clear_box (GTK_WIDGET (self->facts));
  add_side (self, wording, &row, C_ ("column", "Assisting"), shanhai_case_get_assisting (record));
  add_side (self, wording, &row, C_ ("column", "Assisted"), shanhai_case_get_assisted (record));
  add_fact (self, &row, C_ ("column", "Kind"), kind);
  add_fact (self, &row, C_ ("column", "Approach"), approach);
  add_fact (self, &row, C_ ("column", "Period"), period);
  add_fact (self, &row, C_ ("column", "Note"), note);
  gtk_widget_set_visible (self->no_facts, row == 0 && *summary == '\0');
}

static void
fill_recorded (ShanhaiSummaryPage *self)
{
  clear_box (GTK_WIDGET (self->recorded));
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      guint n = g_list_model_get_n_items (self->lists[i]);
      g_autofree char *text = NULL;
      GtkWidget *button;

      if (n == 0)
        continue;
      text = word_count (counted[i].type, n);
      button = gtk_button_new_with_label (text);
      gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", counted[i].page);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "case.page");
      gtk_box_append (self->recorded, button);
    }
  gtk_widget_set_visible (self->nothing_recorded, gtk_widget_get_first_child (GTK_WIDGET (self->recorded)) == NULL);
}

static GtkWidget *
new_source (const ShanhaiWording     *wording,
            const ShanhaiSourceCount *cited)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = shanhai_wording_name (wording, shanhai_source_get_title (cited->source));
  g_autofree char *imprint = shanhai_wording_source (wording, cited->source);
  g_autofree char *figures = g_strdup_printf (g_dngettext (NULL, "%u figure", "%u figures", cited->n), cited->n);
  g_autofree char *line = shanhai_wording_join (" · ", (const char *[]) { imprint, figures }, 2);
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *line_label = gtk_label_new (line);

  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (line_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line_label, "dim-label");
  gtk_widget_add_css_class (line_label, "small");
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), line_label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-source");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)",
                                    shanhai_record_get_id (SHANHAI_RECORD (cited->source)), cited->first);
  return button;
}

static GtkWidget *
new_more_sources (guint n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u more source", "%u more sources", n), n);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "sources");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
  return button;
}

static void
show_sources (const GPtrArray *counts,
              gpointer         data)
{
  ShanhaiSummaryPage *self = data;
  ShanhaiWording wording = shanhai_case_section_get_wording (SHANHAI_CASE_SECTION (self));

  clear_box (GTK_WIDGET (self->sources));
  for (guint i = 0; i < MIN (counts->len, MOST_SOURCES); i++)
    gtk_box_append (self->sources, new_source (&wording, g_ptr_array_index (counts, i)));
  if (counts->len > MOST_SOURCES)
    gtk_box_append (self->sources, new_more_sources (counts->len - MOST_SOURCES));
  gtk_widget_set_visible (GTK_WIDGET (self->no_sources), counts->len == 0);
}

static void
fill_sources (ShanhaiSummaryPage *self)
{
  g_clear_pointer (&self->tally, shanhai_source_tally_free);
  self->tally = shanhai_source_tally_new (shanhai_case_section_get_casebook (SHANHAI_CASE_SECTION (self)), self->lists, N_LISTS,
                                          show_sources, self);
}

static void
draw (ShanhaiSummaryPage *self,
      ShanhaiCase        *record)
{
  /* the most telling first */
  static const char * const indicators[] = { "poverty-incidence", "poverty-headcount", "poor-villages" };
  GListModel *observations = self->lists[0];
  const char *cases[] = { shanhai_record_get_id (SHANHAI_RECORD (record)), NULL };
  guint best = G_N_ELEMENTS (indicators);
  const char *indicator;

  for (guint i = 0; i < g_list_model_get_n_items (observations) && best > 0; i++)
    {
      g_autoptr (ShanhaiObservation) observation = g_list_model_get_item (observations, i);

      for (guint k = 0; k < best; k++)
        if (g_strcmp0 (shanhai_observation_get_indicator (observation), indicators[k]) == 0)
          best = k;
    }
  indicator = best < G_N_ELEMENTS (indicators) ? indicators[best] : NULL;

  g_clear_object (&self->figure);
  if (indicator != NULL)
    self->figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, shanhai_case_section_get_casebook (SHANHAI_CASE_SECTION (self)),
                                       cases, indicator, NULL);
  shanhai_chart_view_set_figure (self->chart, self->figure);
  gtk_widget_set_visible (self->chart_card, self->figure != NULL);
}

/* Puts the cards that are there into one or two columns. */
static void
arrange (ShanhaiSummaryPage *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));
  GtkWidget *cards[N_CARDS] = { self->about_card, self->chart_card, self->recorded_card, self->sources_card };
  int columns = self->narrow ? 1 : 2;
  int n = 0;

  for (guint i = 0; i < N_CARDS; i++)
    {
      GtkGridLayoutChild *child = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, cards[i]));

      gtk_grid_layout_child_set_column (child, n % columns);
      gtk_grid_layout_child_set_row (child, n / columns);
      if (gtk_widget_get_visible (cards[i]))
        n++;
    }
}

static void
fill (ShanhaiSummaryPage *self)
{
  ShanhaiCaseSection *section = SHANHAI_CASE_SECTION (self);
  ShanhaiCase *record = shanhai_case_section_get_case (section);
  ShanhaiWording wording = shanhai_case_section_get_wording (section);

  gtk_widget_set_visible (GTK_WIDGET (self->grid), record != NULL);
  if (record == NULL)
    {
      g_clear_pointer (&self->tally, shanhai_source_tally_free);
      clear_box (GTK_WIDGET (self->sources));
      g_clear_object (&self->figure);
      shanhai_chart_view_set_figure (self->chart, NULL);
      return;
    }
  fill_about (self, &wording, record);
  fill_recorded (self);
  fill_sources (self);
  draw (self, record);
  arrange (self);
}

static gboolean
fit_cb (gpointer data)
{
  ShanhaiSummaryPage *self = data;

  self->fit_id = 0;
  arrange (self);
  return G_SOURCE_REMOVE;
}

static void
width_cb (ShanhaiSummaryPage *self)
{
  double width = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scrolled));
  bool narrow = width > 0 && width < NARROW;

  /* told during an allocation, when nothing may be arranged */
  if (narrow != self->narrow && self->fit_id == 0)
    self->fit_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_cb, self, NULL);
  self->narrow = narrow;
}

static void
shanhai_summary_page_load (ShanhaiCaseSection *section)
{
  ShanhaiSummaryPage *self = SHANHAI_SUMMARY_PAGE (section);

  for (guint i = 0; i < N_LISTS; i++)
    {
      g_clear_object (&self->lists[i]);
      self->lists[i] = shanhai_case_section_list (section, counted[i].type);
    }
  fill (self);
}

static void
shanhai_summary_page_refresh (ShanhaiCaseSection *section)
{
  fill (SHANHAI_SUMMARY_PAGE (section));
}

static ShanhaiFigure *
shanhai_summary_page_get_figure (ShanhaiCaseSection *section)
{
  return SHANHAI_SUMMARY_PAGE (section)->figure;
}

static bool
shanhai_summary_page_copy (ShanhaiCaseSection *section)
{
  ShanhaiSummaryPage *self = SHANHAI_SUMMARY_PAGE (section);

  return self->figure != NULL && shanhai_chart_view_copy (self->chart);
}

static void
shanhai_summary_page_dispose (GObject *object)
{
  ShanhaiSummaryPage *self = SHANHAI_SUMMARY_PAGE (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (gtk_scrolled_window_get_hadjustment (self->scrolled), width_cb, self);
  self->scrolled = NULL;
  g_clear_pointer (&self->tally, shanhai_source_tally_free);
  for (guint i = 0; i < N_LISTS; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->figure);

  G_OBJECT_CLASS (shanhai_summary_page_parent_class)->dispose (object);
}

static void
shanhai_summary_page_class_init (ShanhaiSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_summary_page_dispose;
  section_class->load = shanhai_summary_page_load;
  section_class->refresh = shanhai_summary_page_refresh;
  section_class->get_figure = shanhai_summary_page_get_figure;
  section_class->copy = shanhai_summary_page_copy;

  g_type_ensure (SHANHAI_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, grid);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, about_card);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, chart_card);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, recorded_card);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, sources_card);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, summary);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, no_facts);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, chart);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, recorded);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, nothing_recorded);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, sources);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSummaryPage, no_sources);
}

static void
shanhai_summary_page_init (ShanhaiSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (self->scrolled), "notify::page-size",
                            G_CALLBACK (width_cb), self);
}

GtkWidget *
shanhai_summary_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_SUMMARY_PAGE, NULL);
}

/* shanhai-case-card.c - a case at a glance: its title, its own key figures, its poverty rate as a small chart. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-case-card.h"

#include <glib/gi18n.h>

#include "shanhai-case-figures.h"
#include "shanhai-chart-view.h"
#include "shanhai-finding-badge.h"
#include "shanhai-observation.h"
#include "shanhai-wording.h"

#define INDICATOR "poverty-incidence"

/* the pages of a case whose figures a card has room for, the most telling first */
static const char * const wanted_pages[] = { "outcomes", "funds", "pairings" };
#define N_FIGURES 2

struct _ShanhaiCaseCard
{
  GtkWidget         parent_instance;

  ShanhaiCasebook  *casebook;
  ShanhaiCase      *the_case;

  GtkLabel         *title;
  GtkLabel         *subtitle;
  GtkLabel         *counts;
  GtkWidget        *figures[N_FIGURES];
  GtkLabel         *headings[N_FIGURES];
  GtkLabel         *values[N_FIGURES];
  GtkLabel         *captions[N_FIGURES];
  ShanhaiFindingBadge *badges[N_FIGURES];
  ShanhaiChartView *chart;
  GtkLabel         *summary;
};

G_DEFINE_FINAL_TYPE (ShanhaiCaseCard, shanhai_case_card, GTK_TYPE_WIDGET)

guint
shanhai_casebook_count_sources (ShanhaiCasebook *casebook,
                                const char      *case_id)
{
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (casebook, case_id);
  g_autoptr (GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < referrers->len; i++)
    {
      const ShanhaiCitations *citations = shanhai_record_get_citations (referrers->pdata[i]);

      if (g_strcmp0 (shanhai_record_get_case_id (referrers->pdata[i]), case_id) != 0)
        continue;
      for (guint k = 0; citations != NULL && k < citations->n; k++)
        g_hash_table_add (sources, citations->items[k].source);
    }
  return g_hash_table_size (sources);
}

/* two figures of it, or one: what a small chart can show */
static bool
has_rate (ShanhaiCasebook *casebook,
          const char      *case_id)
{
  g_autoptr (GListModel) observations = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_OBSERVATION, case_id);

  for (guint i = 0; i < g_list_model_get_n_items (observations); i++)
    {
      g_autoptr (ShanhaiObservation) observation = g_list_model_get_item (observations, i);

      if (g_strcmp0 (shanhai_observation_get_indicator (observation), INDICATOR) == 0
          && shanhai_observation_get_value (observation) != NULL && shanhai_observation_get_period (observation) != NULL)
        return true;
    }
  return false;
}

static void
show_chart (ShanhaiCaseCard *self,
            const char      *summary)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (self->the_case));
  const char * const cases[] = { id, NULL };
  g_autoptr (ShanhaiFigure) figure = NULL;

  if (has_rate (self->casebook, id))
    figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, self->casebook, cases, INDICATOR, NULL);
  shanhai_chart_view_set_figure (self->chart, figure);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), figure != NULL);
  /* where nothing can be drawn, a few words of what the case is about */
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), figure == NULL);
}

static const ShanhaiCaseFigure *
find_figure (GPtrArray  *figures,
             const char *page)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const ShanhaiCaseFigure *figure = figures->pdata[i];

      if (g_str_equal (figure->page, page))
        return figure;
    }
  return NULL;
}

static void
show_figures (ShanhaiCaseCard *self,
              GPtrArray       *figures)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wanted_pages) && n < N_FIGURES; i++)
    {
      const ShanhaiCaseFigure *figure = find_figure (figures, wanted_pages[i]);

      if (figure == NULL)
        continue;
      gtk_label_set_label (self->headings[n], figure->heading);
      gtk_label_set_label (self->values[n], figure->value);
      gtk_label_set_label (self->captions[n], figure->caption);
      gtk_widget_set_visible (GTK_WIDGET (self->captions[n]), *figure->caption != '\0');
      gtk_widget_set_tooltip_text (self->figures[n], figure->caption);
      shanhai_finding_badge_show (self->badges[n], self->casebook, (const char * const *) figure->records);
      n++;
    }
  for (guint i = 0; i < N_FIGURES; i++)
    {
      gtk_widget_set_visible (self->figures[i], i < n);
      if (i >= n)
        shanhai_finding_badge_show (self->badges[i], NULL, NULL);
    }
}

static char *
dup_counts (ShanhaiCasebook *casebook,
            const char      *case_id)
{
  static const ShanhaiRecordType with_figures[] = { SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_OBSERVATION };
  guint n_sources = shanhai_casebook_count_sources (casebook, case_id);
  guint n_figures = 0;
  g_autofree char *figures = NULL;
  g_autofree char *sources = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_figures); i++)
    {
      g_autoptr (GListModel) records = shanhai_casebook_list_case (casebook, with_figures[i], case_id);

      n_figures += g_list_model_get_n_items (records);
    }
  figures = g_strdup_printf (ngettext ("%u figure", "%u figures", n_figures), n_figures);
  sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  return shanhai_wording_join (" · ", (const char *[]) { n_figures > 0 ? figures : "", sources }, 2);
}

/* one name for the whole card, with what its marks say: the grid has the keyboard, not they */
static void
update_name (ShanhaiCaseCard *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) name = g_string_new (gtk_label_get_label (self->title));

  g_string_append_printf (name, ", %s", gtk_label_get_label (self->subtitle));
  for (guint i = 0; i < N_FIGURES; i++)
    if (gtk_widget_get_visible (self->figures[i]))
      g_string_append_printf (name, ", %s %s", gtk_label_get_label (self->headings[i]), gtk_label_get_label (self->values[i]));
  for (guint i = 0; i < N_FIGURES; i++)
    if (shanhai_finding_badge_get_text (self->badges[i]) != NULL)
      g_string_append_printf (name, ", %s", shanhai_finding_badge_get_text (self->badges[i]));
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
update (ShanhaiCaseCard *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  const char *title;
  g_autofree char *kind = NULL;
  g_autofree char *period = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (GPtrArray) figures = NULL;

  if (self->the_case == NULL)
    return;

  title = shanhai_name_get (shanhai_case_get_title (self->the_case), wording.language);
  kind = shanhai_wording_key (&wording, "kinds.case", shanhai_case_get_kind (self->the_case));
  period = shanhai_wording_period (&wording, shanhai_case_get_period (self->the_case));
  subtitle = shanhai_wording_join (" · ", (const char *[]) { kind, period }, 2);
  counts = dup_counts (self->casebook, shanhai_record_get_id (SHANHAI_RECORD (self->the_case)));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);

  figures = shanhai_case_figures_list (&wording, self->the_case);
  show_figures (self, figures);
  show_chart (self, shanhai_name_get (shanhai_case_get_summary (self->the_case), wording.language));

  update_name (self);
}

static void
shanhai_case_card_dispose (GObject *object)
{
  ShanhaiCaseCard *self = SHANHAI_CASE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook);
  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (shanhai_case_card_parent_class)->dispose (object);
}

static void
shanhai_case_card_class_init (ShanhaiCaseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_case_card_dispose;

  g_type_ensure (SHANHAI_TYPE_CHART_VIEW);
  g_type_ensure (SHANHAI_TYPE_FINDING_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-case-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseCard, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseCard, counts);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseCard, chart);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseCard, summary);
  gtk_widget_class_bind_template_callback (widget_class, update_name);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      static const char * const names[][5] = { { "figure_0", "heading_0", "value_0", "caption_0", "badge_0" },
                                               { "figure_1", "heading_1", "value_1", "caption_1", "badge_1" } };
      const gssize step = (gssize) (i * sizeof (gpointer));

      gtk_widget_class_bind_template_child_full (widget_class, names[i][0], FALSE, G_STRUCT_OFFSET (ShanhaiCaseCard, figures) + step);
      gtk_widget_class_bind_template_child_full (widget_class, names[i][1], FALSE, G_STRUCT_OFFSET (ShanhaiCaseCard, headings) + step);
      gtk_widget_class_bind_template_child_full (widget_class, names[i][2], FALSE, G_STRUCT_OFFSET (ShanhaiCaseCard, values) + step);
      gtk_widget_class_bind_template_child_full (widget_class, names[i][3], FALSE, G_STRUCT_OFFSET (ShanhaiCaseCard, captions) + step);
      gtk_widget_class_bind_template_child_full (widget_class, names[i][4], FALSE, G_STRUCT_OFFSET (ShanhaiCaseCard, badges) + step);
    }
}

static void
shanhai_case_card_init (ShanhaiCaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_case_card_new (void)
{
  return g_object_new (SHANHAI_TYPE_CASE_CARD, NULL);
}

ShanhaiCase *
shanhai_case_card_get_case (ShanhaiCaseCard *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_CARD (self), NULL);

  return self->the_case;
}

void
shanhai_case_card_set_case (ShanhaiCaseCard *self,
                            ShanhaiCasebook *casebook,
                            ShanhaiCase     *the_case)
{
  g_return_if_fail (SHANHAI_IS_CASE_CARD (self));
  g_return_if_fail (the_case == NULL || (SHANHAI_IS_CASE (the_case) && SHANHAI_IS_CASEBOOK (casebook)));

  g_set_object (&self->casebook, casebook);
  g_set_object (&self->the_case, the_case);
  if (the_case == NULL)
    {
      shanhai_chart_view_set_figure (self->chart, NULL);
      for (guint i = 0; i < N_FIGURES; i++)
        shanhai_finding_badge_show (self->badges[i], NULL, NULL);
    }
  update (self);
}

/* shanhai-outcomes-page.c - a case's indicators over time, and the observations behind them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart shows one indicator, the table all observations. Choosing a row of another indicator turns the chart to it. */

#include "shanhai-config.h"

#include "shanhai-outcomes-page.h"

#include "shanhai-chart-view.h"
#include "shanhai-empty-state.h"
#include "shanhai-observation.h"
#include "shanhai-record-table.h"
#include "shanhai-split.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiOutcomesPage
{
  ShanhaiCaseSection  parent_instance;

  GListModel         *observations;   /* live */
  GPtrArray          *indicators;     /* keys, interned, as in the drop-down */
  const char         *indicator;      /* interned */
  ShanhaiFigure      *figure;
  bool                filling;

  GtkStack           *stack;
  GtkDropDown        *chooser;
  ShanhaiChartView   *chart;
  ShanhaiRecordTable *table;
};

G_DEFINE_FINAL_TYPE (ShanhaiOutcomesPage, shanhai_outcomes_page, SHANHAI_TYPE_CASE_SECTION)

typedef enum { PROP_INDICATOR = 1 } ShanhaiOutcomesPageProperty;
static GParamSpec *props[PROP_INDICATOR + 1];

typedef struct
{
  const char *key;
  guint       n;       /* observations */
  guint       rank;    /* in the vocabulary */
} Choice;

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *choice_a = a, *choice_b = b;

  if (choice_a->rank != choice_b->rank)
    return choice_a->rank < choice_b->rank ? -1 : 1;
  return g_strcmp0 (choice_a->key, choice_b->key);
}

static guint
rank_indicator (const char *key)
{
  guint n_terms;
  const ShanhaiTerm *terms = shanhai_vocabulary_list ("indicators", &n_terms);
  const ShanhaiTerm *term = shanhai_vocabulary_find ("indicators", key);

  return term != NULL && terms != NULL ? (guint) (term - terms) : G_MAXUINT;
}

/* (transfer full) (element-type Choice): the indicators of the case, in the order of the vocabulary */
static GArray *
list_choices (ShanhaiOutcomesPage *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  GHashTableIter iter;
  gpointer key, count;

  for (guint i = 0; self->observations != NULL && i < g_list_model_get_n_items (self->observations); i++)
    {
      g_autoptr (ShanhaiObservation) observation = g_list_model_get_item (self->observations, i);
      const char *indicator = g_intern_string (shanhai_observation_get_indicator (observation));

      if (indicator != NULL)
        g_hash_table_insert (counts, (gpointer) indicator,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, indicator)) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      Choice choice = { key, GPOINTER_TO_UINT (count), rank_indicator (key) };

      g_array_append_val (choices, choice);
    }
  g_array_sort (choices, compare_choices);
  return choices;
}

/* the rate says more than the number: a county may be large or small */
static guint
find_default (ShanhaiOutcomesPage *self)
{
  guint position;

  return g_ptr_array_find (self->indicators, g_intern_static_string ("poverty-incidence"), &position) ? position : 0;
}

static void
draw (ShanhaiOutcomesPage *self)
{
  ShanhaiCaseSection *section = SHANHAI_CASE_SECTION (self);
  ShanhaiCase *record = shanhai_case_section_get_case (section);
  const char *cases[] = { record != NULL ? shanhai_record_get_id (SHANHAI_RECORD (record)) : NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->figure);
  if (record != NULL && self->indicator != NULL)
    self->figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, shanhai_case_section_get_casebook (section), cases,
                                       self->indicator, &error);
  if (error != NULL)
    g_debug ("No chart of %s: %s", self->indicator, error->message);
  shanhai_chart_view_set_figure (self->chart, self->figure);
  shanhai_case_section_changed (section);
}

static void
fill_chooser (ShanhaiOutcomesPage *self)
{
  ShanhaiWording wording = shanhai_case_section_get_wording (SHANHAI_CASE_SECTION (self));
  g_autoptr (GArray) choices = list_choices (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const char *before = self->indicator;
  guint selected = GTK_INVALID_LIST_POSITION;

  self->filling = true;
  g_ptr_array_set_size (self->indicators, 0);
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = &g_array_index (choices, Choice, i);
      g_autofree char *name = shanhai_wording_key (&wording, "indicators", choice->key);

      g_ptr_array_add (self->indicators, (gpointer) choice->key);
      if (choice->n > 1)
        gtk_string_list_take (labels, g_strdup_printf ("%s (%u)", name, choice->n));
      else
        gtk_string_list_append (labels, name);
      if (choice->key == self->indicator)
        selected = i;
    }
  if (selected == GTK_INVALID_LIST_POSITION && choices->len > 0)
    selected = find_default (self);
  self->indicator = choices->len > 0 ? g_ptr_array_index (self->indicators, selected) : NULL;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->filling = false;

  gtk_stack_set_visible_child_name (self->stack, choices->len > 0 ? "views" : "empty");
  if (self->indicator != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATOR]);
}

static void
chosen_cb (ShanhaiOutcomesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!self->filling && selected < self->indicators->len)
    shanhai_outcomes_page_set_indicator (self, g_ptr_array_index (self->indicators, selected));
}

static void
selected_cb (ShanhaiOutcomesPage *self)
{
  ShanhaiCasebook *casebook = shanhai_case_section_get_casebook (SHANHAI_CASE_SECTION (self));
  const char *id = shanhai_record_table_get_selected (self->table);
  ShanhaiObservation *observation = casebook != NULL && id != NULL
                                      ? shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_OBSERVATION, id) : NULL;

  if (observation != NULL)
    shanhai_outcomes_page_set_indicator (self, shanhai_observation_get_indicator (observation));
}

static void
shanhai_outcomes_page_load (ShanhaiCaseSection *section)
{
  ShanhaiOutcomesPage *self = SHANHAI_OUTCOMES_PAGE (section);

  g_clear_object (&self->observations);
  self->observations = shanhai_case_section_list (section, SHANHAI_RECORD_OBSERVATION);
  self->indicator = NULL;
  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_case_id (self->table, shanhai_case_section_get_case_id (section));
  shanhai_record_table_set_model (self->table, self->observations);
  fill_chooser (self);
  draw (self);
}

static void
shanhai_outcomes_page_refresh (ShanhaiCaseSection *section)
{
  ShanhaiOutcomesPage *self = SHANHAI_OUTCOMES_PAGE (section);
  const char *before = self->indicator;

  fill_chooser (self);
  if (self->indicator != before)
    draw (self);
}

static ShanhaiFigure *
shanhai_outcomes_page_get_figure (ShanhaiCaseSection *section)
{
  return SHANHAI_OUTCOMES_PAGE (section)->figure;
}

static bool
shanhai_outcomes_page_show_record (ShanhaiCaseSection *section,
                                   const char         *id)
{
  ShanhaiOutcomesPage *self = SHANHAI_OUTCOMES_PAGE (section);

  if (!shanhai_record_table_has (self->table, id))
    return false;
  shanhai_record_table_set_selected (self->table, id);
  return true;
}

static bool
shanhai_outcomes_page_copy (ShanhaiCaseSection *section)
{
  ShanhaiOutcomesPage *self = SHANHAI_OUTCOMES_PAGE (section);

  if (gtk_widget_has_focus (GTK_WIDGET (self->chart)))
    return shanhai_chart_view_copy (self->chart);
  return shanhai_record_table_copy (self->table, false);
}

static void
shanhai_outcomes_page_dispose (GObject *object)
{
  ShanhaiOutcomesPage *self = SHANHAI_OUTCOMES_PAGE (object);

  self->filling = true;
  g_clear_object (&self->figure);
  g_clear_object (&self->observations);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_outcomes_page_parent_class)->dispose (object);
}

static void
shanhai_outcomes_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((ShanhaiOutcomesPageProperty) prop_id)
    {
    case PROP_INDICATOR:
      g_value_set_string (value, SHANHAI_OUTCOMES_PAGE (object)->indicator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_outcomes_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch ((ShanhaiOutcomesPageProperty) prop_id)
    {
    case PROP_INDICATOR:
      shanhai_outcomes_page_set_indicator (SHANHAI_OUTCOMES_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_outcomes_page_class_init (ShanhaiOutcomesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  object_class->dispose = shanhai_outcomes_page_dispose;
  object_class->get_property = shanhai_outcomes_page_get_property;
  object_class->set_property = shanhai_outcomes_page_set_property;
  section_class->load = shanhai_outcomes_page_load;
  section_class->refresh = shanhai_outcomes_page_refresh;
  section_class->get_figure = shanhai_outcomes_page_get_figure;
  section_class->show_record = shanhai_outcomes_page_show_record;
  section_class->copy = shanhai_outcomes_page_copy;

  props[PROP_INDICATOR] = g_param_spec_string ("indicator", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_CHART_VIEW);
  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_RECORD_TABLE);
  g_type_ensure (SHANHAI_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-outcomes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOutcomesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOutcomesPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOutcomesPage, chart);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOutcomesPage, table);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
shanhai_outcomes_page_init (ShanhaiOutcomesPage *self)
{
  self->indicators = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_outcomes_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_OUTCOMES_PAGE, NULL);
}

const char *
shanhai_outcomes_page_get_indicator (ShanhaiOutcomesPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_OUTCOMES_PAGE (self), NULL);

  return self->indicator;
}

void
shanhai_outcomes_page_set_indicator (ShanhaiOutcomesPage *self,
                                     const char          *indicator)
{
  const char *interned = g_intern_string (indicator);
  guint position;

  g_return_if_fail (SHANHAI_IS_OUTCOMES_PAGE (self));

  if (interned == NULL || self->indicator == interned || !g_ptr_array_find (self->indicators, interned, &position))
    return;

  self->indicator = interned;
  self->filling = true;
  gtk_drop_down_set_selected (self->chooser, position);
  self->filling = false;
  draw (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATOR]);
}

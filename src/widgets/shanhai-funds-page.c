/* shanhai-funds-page.c - where a case's money came from and went, and the flows behind the drawing. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Planned, committed and disbursed money are kept apart: the table lists them one after the other, or one of them alone. */

#include "shanhai-config.h"

#include "shanhai-funds-page.h"

#include <glib/gi18n.h>

#include "shanhai-chart-view.h"
#include "shanhai-empty-state.h"
#include "shanhai-flow.h"
#include "shanhai-record-table.h"
#include "shanhai-split.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiFundsPage
{
  ShanhaiCaseSection  parent_instance;

  GListModel         *flows;       /* live, all of the case */
  GtkFilterListModel *listed;      /* those of the status */
  GtkCustomFilter    *filter;
  const char         *by;          /* interned */
  const char         *status;      /* interned; NULL: all */
  ShanhaiFigure      *figure;
  bool                filling;

  GtkStack           *stack;
  GtkDropDown        *by_chooser;
  GtkDropDown        *status_chooser;
  ShanhaiChartView   *chart;
  ShanhaiRecordTable *table;
};

G_DEFINE_FINAL_TYPE (ShanhaiFundsPage, shanhai_funds_page, SHANHAI_TYPE_CASE_SECTION)

typedef enum { PROP_BY = 1, PROP_STATUS } ShanhaiFundsPageProperty;
static GParamSpec *props[PROP_STATUS + 1];

/* in the order of the drop-downs */
static const char * const ways[] = { "recipient", "project", "sector", "year" };
static const char * const statuses[] = { NULL, "disbursed", "committed", "planned" };

static gboolean
is_listed (gpointer item,
           gpointer data)
{
  ShanhaiFundsPage *self = data;

  return self->status == NULL || g_strcmp0 (shanhai_flow_get_status (item), self->status) == 0;
}

static void
draw (ShanhaiFundsPage *self)
{
  ShanhaiCaseSection *section = SHANHAI_CASE_SECTION (self);
  ShanhaiCase *record = shanhai_case_section_get_case (section);
  const char *cases[] = { record != NULL ? shanhai_record_get_id (SHANHAI_RECORD (record)) : NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->figure);
  if (record != NULL && g_list_model_get_n_items (self->flows) > 0)
    self->figure = shanhai_figure_new (SHANHAI_FIGURE_FUNDS, shanhai_case_section_get_casebook (section), cases,
                                       self->by, &error);
  if (error != NULL)
    g_debug ("No chart of the funds: %s", error->message);
  shanhai_chart_view_set_figure (self->chart, self->figure);
  shanhai_case_section_changed (section);
}

/* "Disbursed (12)": how many flows there are of each */
static void
fill_statuses (ShanhaiFundsPage *self)
{
  ShanhaiWording wording = shanhai_case_section_get_wording (SHANHAI_CASE_SECTION (self));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint counts[G_N_ELEMENTS (statuses)] = { 0 };
  guint selected = 0;

  for (guint i = 0; self->flows != NULL && i < g_list_model_get_n_items (self->flows); i++)
    {
      g_autoptr (ShanhaiFlow) flow = g_list_model_get_item (self->flows, i);

      counts[0]++;
      for (guint s = 1; s < G_N_ELEMENTS (statuses); s++)
        if (g_strcmp0 (shanhai_flow_get_status (flow), statuses[s]) == 0)
          counts[s]++;
    }

  self->filling = true;
  for (guint s = 0; s < G_N_ELEMENTS (statuses); s++)
    {
      g_autofree char *name = s == 0 ? g_strdup (_ ("All flows")) : shanhai_wording_key (&wording, "status.flow", statuses[s]);

      gtk_string_list_take (labels, g_strdup_printf ("%s (%u)", name, counts[s]));
      if (g_strcmp0 (statuses[s], self->status) == 0)
        selected = s;
    }
  gtk_drop_down_set_model (self->status_chooser, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->status_chooser, selected);
  self->filling = false;
  gtk_stack_set_visible_child_name (self->stack, counts[0] > 0 ? "views" : "empty");
}

static void
by_chosen_cb (ShanhaiFundsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->by_chooser);

  if (!self->filling && selected < G_N_ELEMENTS (ways))
    shanhai_funds_page_set_by (self, ways[selected]);
}

static void
status_chosen_cb (ShanhaiFundsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->status_chooser);

  if (!self->filling && selected < G_N_ELEMENTS (statuses))
    shanhai_funds_page_set_status (self, statuses[selected]);
}

static void
shanhai_funds_page_load (ShanhaiCaseSection *section)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (section);

  g_clear_object (&self->flows);
  self->flows = shanhai_case_section_list (section, SHANHAI_RECORD_FLOW);
  shanhai_funds_page_set_status (self, NULL);
  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_case_id (self->table, shanhai_case_section_get_case_id (section));
  gtk_filter_list_model_set_model (self->listed, self->flows);
  shanhai_record_table_set_model (self->table, G_LIST_MODEL (self->listed));
  fill_statuses (self);
  draw (self);
}

static void
shanhai_funds_page_refresh (ShanhaiCaseSection *section)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (section);

  fill_statuses (self);
  if (self->figure == NULL)
    draw (self);
}

static ShanhaiFigure *
shanhai_funds_page_get_figure (ShanhaiCaseSection *section)
{
  return SHANHAI_FUNDS_PAGE (section)->figure;
}

static bool
shanhai_funds_page_show_record (ShanhaiCaseSection *section,
                                const char         *id)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (section);

  if (!shanhai_record_table_has (self->table, id))
    shanhai_funds_page_set_status (self, NULL);
  if (!shanhai_record_table_has (self->table, id))
    return false;
  shanhai_record_table_set_selected (self->table, id);
  return true;
}

static bool
shanhai_funds_page_copy (ShanhaiCaseSection *section)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (section);

  if (gtk_widget_has_focus (GTK_WIDGET (self->chart)))
    return shanhai_chart_view_copy (self->chart);
  return shanhai_record_table_copy (self->table, false);
}

static void
shanhai_funds_page_dispose (GObject *object)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (object);

  self->filling = true;
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->figure);
  g_clear_object (&self->listed);
  g_clear_object (&self->filter);
  g_clear_object (&self->flows);

  G_OBJECT_CLASS (shanhai_funds_page_parent_class)->dispose (object);
}

static void
shanhai_funds_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (object);

  switch ((ShanhaiFundsPageProperty) prop_id)
    {
    case PROP_BY:
      g_value_set_string (value, self->by);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_funds_page_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShanhaiFundsPage *self = SHANHAI_FUNDS_PAGE (object);

  switch ((ShanhaiFundsPageProperty) prop_id)
    {
    case PROP_BY:
      shanhai_funds_page_set_by (self, g_value_get_string (value));
      break;
    case PROP_STATUS:
      shanhai_funds_page_set_status (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_funds_page_class_init (ShanhaiFundsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_funds_page_dispose;
  object_class->get_property = shanhai_funds_page_get_property;
  object_class->set_property = shanhai_funds_page_set_property;
  section_class->load = shanhai_funds_page_load;
  section_class->refresh = shanhai_funds_page_refresh;
  section_class->get_figure = shanhai_funds_page_get_figure;
  section_class->show_record = shanhai_funds_page_show_record;
  section_class->copy = shanhai_funds_page_copy;

  props[PROP_BY] = g_param_spec_string ("by", NULL, NULL, "recipient", flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_CHART_VIEW);
  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_RECORD_TABLE);
  g_type_ensure (SHANHAI_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-funds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFundsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFundsPage, by_chooser);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFundsPage, status_chooser);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFundsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFundsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, by_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_chosen_cb);
}

static void
shanhai_funds_page_init (ShanhaiFundsPage *self)
{
  self->by = g_intern_static_string ("recipient");
  self->filter = gtk_custom_filter_new (is_listed, self, NULL);
  self->listed = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_funds_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_FUNDS_PAGE, NULL);
}

const char *
shanhai_funds_page_get_by (ShanhaiFundsPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_FUNDS_PAGE (self), NULL);

  return self->by;
}

void
shanhai_funds_page_set_by (ShanhaiFundsPage *self,
                           const char       *by)
{
  g_return_if_fail (SHANHAI_IS_FUNDS_PAGE (self));

  if (g_strcmp0 (self->by, by) == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i], by) == 0)
      {
        self->by = g_intern_string (by);
        self->filling = true;
        gtk_drop_down_set_selected (self->by_chooser, i);
        self->filling = false;
        draw (self);
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BY]);
      }
}

const char *
shanhai_funds_page_get_status (ShanhaiFundsPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_FUNDS_PAGE (self), NULL);

  return self->status;
}

void
shanhai_funds_page_set_status (ShanhaiFundsPage *self,
                               const char       *status)
{
  g_return_if_fail (SHANHAI_IS_FUNDS_PAGE (self));

  if (g_strcmp0 (self->status, status) == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_strcmp0 (statuses[i], status) == 0)
      {
        self->status = g_intern_string (status);
        self->filling = true;
        gtk_drop_down_set_selected (self->status_chooser, i);
        self->filling = false;
        gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
      }
}

/* shanhai-compare-page.c - one indicator in several cases: on one scale, as small multiples, in a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-compare-page.h"

#include <glib/gi18n.h>

#include "shanhai-case-picker.h"
#include "shanhai-chart-view.h"
#include "shanhai-comparison-table.h"
#include "shanhai-display.h"
#include "shanhai-empty-state.h"
#include "shanhai-page.h"
#include "shanhai-split.h"
#include "shanhai-totals-bar.h"
#include "shanhai-vocabulary.h"

/* of small charts side by side */
#define MAX_COLUMNS 4

struct _ShanhaiComparePage
{
  GtkWidget               parent_instance;

  ShanhaiDocument        *document;
  GSignalGroup           *casebook_signals;
  GArray                 *indicators;  /* of ShanhaiComparable, as in the drop-down */
  const char             *indicator;   /* interned */
  ShanhaiFigure          *figure;
  GListStore             *multiples;   /* of ShanhaiCase */
  bool                    filling;     /* the drop-down is being filled */
  bool                    is_gone;     /* the window may be going too: nothing is told any more */
  guint                   refresh_id;

  GtkStack               *stack;
  GtkDropDown            *drop_down;
  ShanhaiCasePicker      *picker;
  GtkToggleButton        *as_multiples;
  GtkStack               *chart_stack;
  ShanhaiChartView       *chart;
  GtkGridView            *multiples_grid;
  GtkNoSelection         *multiples_model;
  ShanhaiComparisonTable *table;
  ShanhaiTotalsBar       *totals;
};

static void page_init (ShanhaiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiComparePage, shanhai_compare_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SHANHAI_TYPE_PAGE, page_init))

typedef enum { PROP_DOCUMENT = 1, PROP_INDICATOR } ShanhaiComparePageProperty;
static GParamSpec *props[PROP_INDICATOR + 1];

static ShanhaiCasebook *
get_casebook (ShanhaiComparePage *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

/* the cases behind the rows, each once */
static char **
list_cases (GPtrArray *rows)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  const char *last = NULL;

  /* the rows of a case stand together */
  for (guint i = 0; i < rows->len; i++)
    {
      ShanhaiCase *of = shanhai_comparison_row_get_case (rows->pdata[i]);
      const char *id = of != NULL ? shanhai_record_get_id (SHANHAI_RECORD (of)) : NULL;

      if (id != NULL && g_strcmp0 (id, last) != 0)
        g_strv_builder_add (ids, id);
      last = id;
    }
  return g_strv_builder_end (ids);
}

static void
show_multiples (ShanhaiComparePage *self,
                char              **picked)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new ();

  for (guint i = 0; picked != NULL && picked[i] != NULL; i++)
    g_ptr_array_add (cases, shanhai_casebook_lookup (get_casebook (self), picked[i]));
  /* a few of them share the width */
  gtk_grid_view_set_max_columns (self->multiples_grid, CLAMP (cases->len, 1, MAX_COLUMNS));
  g_list_store_splice (self->multiples, 0, g_list_model_get_n_items (G_LIST_MODEL (self->multiples)), cases->pdata, cases->len);
}

static void
show_chart_page (ShanhaiComparePage *self)
{
  bool as_multiples = gtk_toggle_button_get_active (self->as_multiples);

  gtk_stack_set_visible_child_name (self->chart_stack, self->figure == NULL ? "none" : as_multiples ? "multiples" : "chart");
}

/* Other cases or another indicator: the chart, the small ones and the table. */
static void
show (ShanhaiComparePage *self)
{
  ShanhaiCasebook *casebook = get_casebook (self);
  g_auto (GStrv) picked = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_clear_object (&self->figure);
  if (casebook != NULL && self->indicator != NULL)
    {
      g_autoptr (GPtrArray) all = shanhai_comparison_list (casebook, NULL, self->indicator);
      g_auto (GStrv) offered = list_cases (all);

      shanhai_case_picker_set_offered (self->picker, (const char * const *) offered);
      picked = shanhai_case_picker_dup_picked (self->picker);
      rows = shanhai_comparison_list (casebook, (const char * const *) picked, self->indicator);
      if (picked[0] != NULL)
        self->figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, casebook, (const char * const *) picked, self->indicator, NULL);
    }

  shanhai_chart_view_set_figure (self->chart, self->figure);
  shanhai_comparison_table_set_rows (self->table, casebook, rows);
  shanhai_totals_bar_show (self->totals, picked != NULL && picked[0] != NULL ? casebook : NULL, (const char * const *) picked, self->indicator);
  show_multiples (self, picked);
  show_chart_page (self);
  if (!self->is_gone)
    shanhai_page_changed (SHANHAI_PAGE (self));
}

static void
set_indicator (ShanhaiComparePage *self,
               const char         *indicator)
{
  if (self->indicator == indicator)
    return;

  self->indicator = indicator;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATOR]);
}

static void
indicator_cb (ShanhaiComparePage *self)
{
  guint position = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling || position >= self->indicators->len)
    return;
  set_indicator (self, g_array_index (self->indicators, ShanhaiComparable, position).key);
  show (self);
}

static guint
find_indicator (ShanhaiComparePage *self,
                const char         *indicator)
{
  for (guint i = 0; i < self->indicators->len; i++)
    if (g_strcmp0 (g_array_index (self->indicators, ShanhaiComparable, i).key, indicator) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill_indicators (ShanhaiComparePage *self)
{
  ShanhaiCasebook *casebook = get_casebook (self);
  ShanhaiLanguage language = shanhai_display_get_language (shanhai_display_get_default ());
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint position;

  g_array_unref (self->indicators);
  self->indicators = casebook != NULL ? shanhai_comparison_list_indicators (casebook, language)
                                      : g_array_new (FALSE, FALSE, sizeof (ShanhaiComparable));
  for (guint i = 0; i < self->indicators->len; i++)
    {
      const ShanhaiComparable *comparable = &g_array_index (self->indicators, ShanhaiComparable, i);

      /* Translators: an indicator, and how many cases have figures of it */
      gtk_string_list_take (labels, g_strdup_printf (C_ ("indicator", "%s (%u)"),
                                                     shanhai_casebook_get_indicator_label (casebook, comparable->key, language),
                                                     comparable->n_cases));
    }

  position = find_indicator (self, self->indicator);
  if (position == GTK_INVALID_LIST_POSITION && self->indicators->len > 0)
    position = 0;
  self->filling = true;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->drop_down, position);
  self->filling = false;
  set_indicator (self, position < self->indicators->len ? g_array_index (self->indicators, ShanhaiComparable, position).key : NULL);
  gtk_stack_set_visible_child_name (self->stack, self->indicators->len > 0 ? "figures" : "empty");
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiComparePage *self = data;

  self->refresh_id = 0;
  fill_indicators (self);
  show (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiComparePage *self)
{
  if (self->refresh_id == 0 && self->document != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
picked_cb (ShanhaiComparePage *self)
{
  show (self);
}

static void
as_multiples_cb (ShanhaiComparePage *self)
{
  show_chart_page (self);
}

static void
setup_cb (ShanhaiComparePage *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  GtkWidget *view = shanhai_chart_view_new ();

  shanhai_chart_view_set_compact (SHANHAI_CHART_VIEW (view), true);
  gtk_widget_set_size_request (view, 230, 190);
  gtk_list_item_set_child (item, view);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (ShanhaiComparePage *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  ShanhaiCase *the_case = gtk_list_item_get_item (item);
  GtkWidget *view = gtk_list_item_get_child (item);
  const char * const cases[] = { shanhai_record_get_id (SHANHAI_RECORD (the_case)), NULL };
  g_autoptr (ShanhaiFigure) figure = NULL;
  GBinding *binding;

  if (self->indicator != NULL)
    figure = shanhai_figure_new (SHANHAI_FIGURE_POVERTY, get_casebook (self), cases, self->indicator, NULL);
  shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (view), figure);
  binding = g_object_bind_property (self->table, "selected", view, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (item), "binding", binding);
}

static void
unbind_cb (ShanhaiComparePage *self,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), "binding");

  g_binding_unbind (binding);
  shanhai_chart_view_set_figure (SHANHAI_CHART_VIEW (gtk_list_item_get_child (item)), NULL);
}

static ShanhaiFigure *
get_figure (ShanhaiPage *page)
{
  return SHANHAI_COMPARE_PAGE (page)->figure;
}

static bool
show_record (ShanhaiPage *page,
             const char  *id)
{
  ShanhaiComparePage *self = SHANHAI_COMPARE_PAGE (page);

  if (!shanhai_comparison_table_has (self->table, id))
    return false;
  shanhai_comparison_table_set_selected (self->table, id);
  return true;
}

/* the chart where the keyboard is on it, else the table */
static bool
copy (ShanhaiPage *page)
{
  ShanhaiComparePage *self = SHANHAI_COMPARE_PAGE (page);
  g_autofree char *text = NULL;

  if (self->figure == NULL)
    return false;
  if (gtk_widget_has_focus (GTK_WIDGET (self->chart)))
    return shanhai_chart_view_copy (self->chart);

  text = shanhai_comparison_table_dup_text (self->table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  return true;
}

static void
page_init (ShanhaiPageInterface *iface)
{
  iface->get_figure = get_figure;
  iface->show_record = show_record;
  iface->copy = copy;
}

static gboolean
shanhai_compare_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_COMPARE_PAGE (widget)->drop_down));
}

static void
shanhai_compare_page_dispose (GObject *object)
{
  ShanhaiComparePage *self = SHANHAI_COMPARE_PAGE (object);
  GtkWidget *child;

  self->is_gone = true;
  shanhai_compare_page_set_document (self, NULL);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->multiples);
  g_clear_object (&self->figure);
  g_clear_pointer (&self->indicators, g_array_unref);

  G_OBJECT_CLASS (shanhai_compare_page_parent_class)->dispose (object);
}

static void
shanhai_compare_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ShanhaiComparePage *self = SHANHAI_COMPARE_PAGE (object);

  switch ((ShanhaiComparePageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_INDICATOR:
      g_value_set_string (value, self->indicator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_compare_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ShanhaiComparePage *self = SHANHAI_COMPARE_PAGE (object);

  switch ((ShanhaiComparePageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      shanhai_compare_page_set_document (self, g_value_get_object (value));
      break;
    case PROP_INDICATOR:
      shanhai_compare_page_set_indicator (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_compare_page_class_init (ShanhaiComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_compare_page_dispose;
  object_class->get_property = shanhai_compare_page_get_property;
  object_class->set_property = shanhai_compare_page_set_property;
  widget_class->grab_focus = shanhai_compare_page_grab_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT, flags);
  props[PROP_INDICATOR] = g_param_spec_string ("indicator", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_CASE_PICKER);
  g_type_ensure (SHANHAI_TYPE_CHART_VIEW);
  g_type_ensure (SHANHAI_TYPE_COMPARISON_TABLE);
  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_SPLIT);
  g_type_ensure (SHANHAI_TYPE_TOTALS_BAR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, drop_down);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, picker);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, as_multiples);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, chart_stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, chart);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, multiples_model);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, multiples_grid);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, table);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparePage, totals);
  gtk_widget_class_bind_template_callback (widget_class, indicator_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_multiples_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
shanhai_compare_page_init (ShanhaiComparePage *self)
{
  g_autoptr (GtkExpression) words = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->indicators = g_array_new (FALSE, FALSE, sizeof (ShanhaiComparable));
  self->multiples = g_list_store_new (SHANHAI_TYPE_CASE);
  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "notify::number-style", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->drop_down, words);
  gtk_no_selection_set_model (self->multiples_model, G_LIST_MODEL (self->multiples));
  g_object_bind_property (self->table, "selected", self->chart, "selected", G_BINDING_BIDIRECTIONAL);
}

GtkWidget *
shanhai_compare_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_COMPARE_PAGE, NULL);
}

ShanhaiDocument *
shanhai_compare_page_get_document (ShanhaiComparePage *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARE_PAGE (self), NULL);

  return self->document;
}

void
shanhai_compare_page_set_document (ShanhaiComparePage *self,
                                   ShanhaiDocument    *document)
{
  g_return_if_fail (SHANHAI_IS_COMPARE_PAGE (self));
  g_return_if_fail (document == NULL || SHANHAI_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->casebook_signals, get_casebook (self));
  shanhai_comparison_table_set_selected (self->table, NULL);
  shanhai_case_picker_set_casebook (self->picker, get_casebook (self));
  fill_indicators (self);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

const char *
shanhai_compare_page_get_indicator (ShanhaiComparePage *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARE_PAGE (self), NULL);

  return self->indicator;
}

void
shanhai_compare_page_set_indicator (ShanhaiComparePage *self,
                                    const char         *indicator)
{
  guint position;

  g_return_if_fail (SHANHAI_IS_COMPARE_PAGE (self));

  position = find_indicator (self, indicator);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (self->drop_down, position);
}

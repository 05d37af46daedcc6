/* shanhai-comparison-table.c - one indicator in several cases as a table: first, latest, change. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-comparison-table.h"

#include <glib/gi18n.h>

#include "shanhai-case-figures.h"
#include "shanhai-citation-button.h"
#include "shanhai-column-heading.h"
#include "shanhai-wording.h"

typedef enum
{
  COLUMN_CASE,
  COLUMN_PLACE,
  COLUMN_FIRST,
  COLUMN_LAST,
  COLUMN_CHANGE,
  COLUMN_YEARS,
} Column;

typedef struct
{
  const char *title;
  bool        is_figure;  /* to the right, in bold numerals */
  bool        has_citation;
  bool        expands;
  guint       chars;
} ColumnKind;

/* how much farther the mark beside a figure reaches than the arrow beside a heading that is sorted by, px */
#define CITATION_WIDTH 10

static const ColumnKind kinds[] = {
  [COLUMN_CASE] = { NC_ ("column", "Case"), false, false, true, 10 },
  [COLUMN_PLACE] = { NC_ ("column", "Place"), false, false, true, 8 },
  [COLUMN_FIRST] = { NC_ ("column", "First"), true, true, false, 7 },
  [COLUMN_LAST] = { NC_ ("column", "Latest"), true, true, false, 7 },
  [COLUMN_CHANGE] = { NC_ ("column", "Change"), true, false, false, 10 },
  [COLUMN_YEARS] = { NC_ ("column", "Years"), false, false, false, 9 },
};

struct _ShanhaiComparisonTable
{
  GtkWidget           parent_instance;

  ShanhaiCasebook    *casebook;
  char               *selected;

  GtkColumnView      *view;
  GtkSingleSelection *selection;
  GtkSortListModel   *sorted;
  GListStore         *store;
};

G_DEFINE_FINAL_TYPE (ShanhaiComparisonTable, shanhai_comparison_table, GTK_TYPE_WIDGET)

typedef enum { PROP_SELECTED = 1 } ShanhaiComparisonTableProperty;
static GParamSpec *props[PROP_SELECTED + 1];

static const ShanhaiQuantity *
get_value (ShanhaiObservation *observation)
{
  return observation != NULL ? shanhai_observation_get_value (observation) : NULL;
}

static int
get_year (ShanhaiObservation *observation)
{
  return shanhai_period_get_year (shanhai_observation_get_period (observation));
}

static char *
dup_years (ShanhaiComparisonRow *row)
{
  ShanhaiObservation *first = shanhai_comparison_row_get_first (row);
  ShanhaiObservation *last = shanhai_comparison_row_get_last (row);

  if (first == NULL || get_year (first) == get_year (last))
    return g_strdup_printf ("%d", get_year (last));
  /* Translators: from year to year, in a narrow column */
  return g_strdup_printf (C_ ("years", "%d → %d"), get_year (first), get_year (last));
}

/* what a cell says; never NULL */
static char *
dup_text (ShanhaiComparisonTable *self,
          ShanhaiComparisonRow   *row,
          Column                  column)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  char *change;

  switch (column)
    {
    case COLUMN_CASE:
      if (shanhai_comparison_row_get_case (row) == NULL)
        return g_strdup ("");
      return shanhai_wording_name (&wording, shanhai_case_get_title (shanhai_comparison_row_get_case (row)));
    case COLUMN_PLACE:
      return shanhai_wording_reference (&wording, shanhai_comparison_row_get_subject (row));
    case COLUMN_FIRST:
      return shanhai_wording_quantity (&wording, get_value (shanhai_comparison_row_get_first (row)));
    case COLUMN_LAST:
      return shanhai_wording_quantity (&wording, get_value (shanhai_comparison_row_get_last (row)));
    case COLUMN_CHANGE:
      change = shanhai_case_figures_dup_change (&wording, get_value (shanhai_comparison_row_get_first (row)),
                                                get_value (shanhai_comparison_row_get_last (row)));
      return change != NULL ? change : g_strdup ("");
    case COLUMN_YEARS:
      return dup_years (row);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static ShanhaiObservation *
get_cited (ShanhaiComparisonRow *row,
           Column                column)
{
  return column == COLUMN_FIRST ? shanhai_comparison_row_get_first (row) : shanhai_comparison_row_get_last (row);
}

static Column
get_column (gpointer of)
{
  return (Column) GPOINTER_TO_UINT (g_object_get_data (of, "column"));
}

static void
setup_cb (ShanhaiComparisonTable *self,
          GtkListItem            *item,
          GtkListItemFactory     *factory)
{
  const ColumnKind *kind = &kinds[get_column (factory)];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), kind->is_figure ? 1 : 0);
  /* half a figure would be another one */
  if (!kind->is_figure)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) kind->chars);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (kind->is_figure)
    gtk_widget_add_css_class (label, "printed");
  gtk_box_append (GTK_BOX (box), label);
  if (kind->has_citation)
    gtk_box_append (GTK_BOX (box), shanhai_citation_button_new ());
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (ShanhaiComparisonTable *self,
         GtkListItem            *item,
         GtkListItemFactory     *factory)
{
  const Column column = get_column (factory);
  ShanhaiComparisonRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *text = dup_text (self, row, column);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  if (kinds[column].has_citation)
    {
      ShanhaiCitationButton *button = SHANHAI_CITATION_BUTTON (gtk_widget_get_next_sibling (label));
      ShanhaiObservation *cited = get_cited (row, column);

      shanhai_citation_button_set_casebook (button, self->casebook);
      shanhai_citation_button_set_record (button, (ShanhaiRecord *) cited);
      /* no figure, no mark; the room stays, so that the numerals stand in a column */
      gtk_widget_set_opacity (GTK_WIDGET (button), cited != NULL ? 1 : 0);
    }
}

static void
unbind_cb (ShanhaiComparisonTable *self,
           GtkListItem            *item,
           GtkListItemFactory     *factory)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  if (kinds[get_column (factory)].has_citation)
    shanhai_citation_button_set_record (SHANHAI_CITATION_BUTTON (gtk_widget_get_next_sibling (label)), NULL);
}

static int
compare_quantities (const ShanhaiQuantity *a,
                    const ShanhaiQuantity *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return shanhai_decimal_compare (&a->value, &b->value);
}

/* NULL where there is no change to tell */
static const ShanhaiDecimal *
get_change (ShanhaiComparisonRow *row,
            ShanhaiDecimal       *out)
{
  const ShanhaiQuantity *first = get_value (shanhai_comparison_row_get_first (row));
  const ShanhaiQuantity *last = get_value (shanhai_comparison_row_get_last (row));

  return first != NULL && shanhai_decimal_subtract (&last->value, &first->value, out) ? out : NULL;
}

static int
compare_changes (ShanhaiComparisonRow *a,
                 ShanhaiComparisonRow *b)
{
  ShanhaiDecimal x, y;
  const ShanhaiDecimal *change_a = get_change (a, &x), *change_b = get_change (b, &y);

  if (change_a == NULL || change_b == NULL)
    return (change_a == NULL) - (change_b == NULL);
  return shanhai_decimal_compare (change_a, change_b);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  GtkColumnViewColumn *column = user_data;
  ShanhaiComparisonTable *self = g_object_get_data (G_OBJECT (column), "table");
  ShanhaiComparisonRow *x = (ShanhaiComparisonRow *) a, *y = (ShanhaiComparisonRow *) b;
  g_autofree char *text_x = NULL;
  g_autofree char *text_y = NULL;

  switch (get_column (column))
    {
    case COLUMN_FIRST:
      return compare_quantities (get_value (shanhai_comparison_row_get_first (x)), get_value (shanhai_comparison_row_get_first (y)));
    case COLUMN_LAST:
      return compare_quantities (get_value (shanhai_comparison_row_get_last (x)), get_value (shanhai_comparison_row_get_last (y)));
    case COLUMN_CHANGE:
      return compare_changes (x, y);
    case COLUMN_CASE:
    case COLUMN_PLACE:
    case COLUMN_YEARS:
      text_x = dup_text (self, x, get_column (column));
      text_y = dup_text (self, y, get_column (column));
      return g_utf8_collate (text_x, text_y);
    default:
      g_return_val_if_reached (0);
    }
}

static void
add_column (ShanhaiComparisonTable *self,
            Column                  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made;
  GtkSorter *sorter;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  made = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", kinds[column].title), factory);
  gtk_column_view_column_set_expand (made, kinds[column].expands);
  gtk_column_view_column_set_resizable (made, TRUE);
  g_object_set_data (G_OBJECT (made), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (made), "table", self);
  /* the column lives as long as the table that it knows */
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, made, NULL));
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_append_column (self->view, made);
  if (kinds[column].is_figure)
    shanhai_column_heading_align_end (self->view, column, kinds[column].has_citation ? CITATION_WIDTH : 0);
  g_object_unref (sorter);
  g_object_unref (made);
}

static void
set_selected (ShanhaiComparisonTable *self,
              const char             *observation_id)
{
  if (g_strcmp0 (self->selected, observation_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (observation_id);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
selected_cb (ShanhaiComparisonTable *self)
{
  ShanhaiComparisonRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row == NULL || (self->selected != NULL && shanhai_comparison_row_has (row, self->selected)))
    return;
  set_selected (self, shanhai_record_get_id (SHANHAI_RECORD (shanhai_comparison_row_get_last (row))));
}

/* the position of the row behind which the observation stands */
static guint
find_row (ShanhaiComparisonTable *self,
          const char             *observation_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; observation_id != NULL && i < n; i++)
    {
      g_autoptr (ShanhaiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (shanhai_comparison_row_has (row, observation_id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* a row asks for more than a look: to its case */
static void
activate_cb (ShanhaiComparisonTable *self,
             guint                   position)
{
  g_autoptr (ShanhaiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s",
                                shanhai_record_get_id (SHANHAI_RECORD (shanhai_comparison_row_get_last (row))));
}

static void
shanhai_comparison_table_dispose (GObject *object)
{
  ShanhaiComparisonTable *self = SHANHAI_COMPARISON_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_comparison_table_parent_class)->dispose (object);
}

static void
shanhai_comparison_table_finalize (GObject *object)
{
  g_free (SHANHAI_COMPARISON_TABLE (object)->selected);

  G_OBJECT_CLASS (shanhai_comparison_table_parent_class)->finalize (object);
}

static void
shanhai_comparison_table_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  switch ((ShanhaiComparisonTableProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, SHANHAI_COMPARISON_TABLE (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_comparison_table_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  switch ((ShanhaiComparisonTableProperty) prop_id)
    {
    case PROP_SELECTED:
      shanhai_comparison_table_set_selected (SHANHAI_COMPARISON_TABLE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_comparison_table_class_init (ShanhaiComparisonTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_comparison_table_dispose;
  object_class->finalize = shanhai_comparison_table_finalize;
  object_class->get_property = shanhai_comparison_table_get_property;
  object_class->set_property = shanhai_comparison_table_set_property;

  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-comparison-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparisonTable, view);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparisonTable, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparisonTable, sorted);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiComparisonTable, store);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
shanhai_comparison_table_init (ShanhaiComparisonTable *self)
{
  g_type_ensure (SHANHAI_TYPE_COMPARISON_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_column (self, i);
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));
}

GtkWidget *
shanhai_comparison_table_new (void)
{
  return g_object_new (SHANHAI_TYPE_COMPARISON_TABLE, NULL);
}

void
shanhai_comparison_table_set_rows (ShanhaiComparisonTable *self,
                                   ShanhaiCasebook        *casebook,
                                   GPtrArray              *rows)
{
  g_return_if_fail (SHANHAI_IS_COMPARISON_TABLE (self));

  g_set_object (&self->casebook, casebook);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       rows != NULL ? rows->pdata : NULL, rows != NULL ? rows->len : 0);
  gtk_single_selection_set_selected (self->selection, find_row (self, self->selected));
}

const char *
shanhai_comparison_table_get_selected (ShanhaiComparisonTable *self)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_TABLE (self), NULL);

  return self->selected;
}

void
shanhai_comparison_table_set_selected (ShanhaiComparisonTable *self,
                                       const char             *observation_id)
{
  guint position;

  g_return_if_fail (SHANHAI_IS_COMPARISON_TABLE (self));

  if (g_strcmp0 (self->selected, observation_id) == 0)
    return;

  set_selected (self, observation_id);
  position = find_row (self, observation_id);
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

bool
shanhai_comparison_table_has (ShanhaiComparisonTable *self,
                              const char             *observation_id)
{
  g_return_val_if_fail (SHANHAI_IS_COMPARISON_TABLE (self), false);

  return find_row (self, observation_id) != GTK_INVALID_LIST_POSITION;
}

char *
shanhai_comparison_table_dup_text (ShanhaiComparisonTable *self)
{
  GString *text = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (SHANHAI_IS_COMPARISON_TABLE (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    g_string_append_printf (text, "%s%s", k > 0 ? "\t" : "", g_dpgettext2 (NULL, "column", kinds[k].title));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autofree char *cell = g_strdelimit (dup_text (self, row, k), "\t\n\r", ' ');

          g_string_append_printf (text, "%s%s", k > 0 ? "\t" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* shanhai-overview-page.c - all cases of a casebook at once, and its newest sources. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-overview-page.h"

#include <glib/gi18n.h>

#include "shanhai-case-card.h"
#include "shanhai-display.h"
#include "shanhai-empty-state.h"
#include "shanhai-findings-button.h"
#include "shanhai-page.h"
#include "shanhai-source-row.h"
#include "shanhai-totals-bar.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

/* the rest is a click away */
#define MAX_SOURCES 12

struct _ShanhaiOverviewPage
{
  GtkWidget        parent_instance;

  ShanhaiDocument *document;
  GSignalGroup    *casebook_signals;
  GtkSorter       *case_sorter;
  GtkSorter       *source_sorter;
  GHashTable      *cards;        /* set of ShanhaiCaseCard that are on the screen, borrowed */
  guint            refresh_id;

  GtkStack        *stack;
  GtkLabel        *title;
  GtkLabel        *counts;
  ShanhaiTotalsBar *totals;
  ShanhaiFindingsButton *findings;
  GtkBox          *panes;
  GtkGridView     *grid;
  GtkNoSelection  *cases;
  GtkWidget       *source_pane;
  GtkListView     *sources_list;
  GtkNoSelection  *sources;
};

static void page_init (ShanhaiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiOverviewPage, shanhai_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SHANHAI_TYPE_PAGE, page_init))

typedef enum { PROP_DOCUMENT = 1 } ShanhaiOverviewPageProperty;
static GParamSpec *props[PROP_DOCUMENT + 1];

static ShanhaiCasebook *
get_casebook (ShanhaiOverviewPage *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

static guint
count (ShanhaiCasebook   *casebook,
       ShanhaiRecordType  type)
{
  return shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, type));
}

/* "7 cases · 187 figures · 19 pairings · 6 sources": how many records there are, which is no total of anything in them */
static char *
dup_counts (ShanhaiCasebook *casebook)
{
  guint n_cases = count (casebook, SHANHAI_RECORD_CASE);
  guint n_figures = count (casebook, SHANHAI_RECORD_FLOW) + count (casebook, SHANHAI_RECORD_EXCHANGE)
                    + count (casebook, SHANHAI_RECORD_OBSERVATION);
  guint n_pairings = count (casebook, SHANHAI_RECORD_PAIRING);
  guint n_programmes = count (casebook, SHANHAI_RECORD_PROGRAMME);
  guint n_sources = count (casebook, SHANHAI_RECORD_SOURCE);
  g_autofree char *cases = g_strdup_printf (ngettext ("%u case", "%u cases", n_cases), n_cases);
  g_autofree char *figures = g_strdup_printf (ngettext ("%u figure", "%u figures", n_figures), n_figures);
  g_autofree char *pairings = g_strdup_printf (ngettext ("%u pairing", "%u pairings", n_pairings), n_pairings);
  g_autofree char *programmes = g_strdup_printf (ngettext ("%u programme", "%u programmes", n_programmes), n_programmes);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

  return shanhai_wording_join (" · ", (const char *[]) { cases, figures, pairings, programmes, sources }, 5);
}

static void
update_header (ShanhaiOverviewPage *self)
{
  ShanhaiCasebook *casebook = get_casebook (self);
  ShanhaiWording wording = shanhai_wording_now (casebook);
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;

  gtk_stack_set_visible_child_name (self->stack, casebook != NULL && count (casebook, SHANHAI_RECORD_CASE) > 0 ? "cases" : "empty");
  shanhai_totals_bar_show (self->totals, casebook, NULL, NULL);
  shanhai_findings_button_set_casebook (self->findings, casebook);
  if (casebook == NULL)
    return;

  title = shanhai_wording_name (&wording, shanhai_casebook_get_title (casebook));
  counts = dup_counts (casebook);
  gtk_label_set_label (self->title, *title != '\0' ? title : _ ("All cases"));
  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_visible (self->source_pane, count (casebook, SHANHAI_RECORD_SOURCE) > 0);
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiOverviewPage *self = data;
  GHashTableIter iter;
  gpointer card;

  self->refresh_id = 0;
  update_header (self);
  gtk_sorter_changed (self->case_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->source_sorter, GTK_SORTER_CHANGE_DIFFERENT);
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    shanhai_case_card_set_case (card, get_casebook (self), shanhai_case_card_get_case (card));
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiOverviewPage *self)
{
  if (self->refresh_id == 0 && self->document != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
setup_cb (ShanhaiOverviewPage *self,
          GtkListItem         *item,
          GtkListItemFactory  *factory)
{
  gtk_list_item_set_child (item, shanhai_case_card_new ());
}

static void
bind_cb (ShanhaiOverviewPage *self,
         GtkListItem         *item,
         GtkListItemFactory  *factory)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  g_hash_table_add (self->cards, card);
  shanhai_case_card_set_case (SHANHAI_CASE_CARD (card), get_casebook (self), gtk_list_item_get_item (item));
}

static void
unbind_cb (ShanhaiOverviewPage *self,
           GtkListItem         *item,
           GtkListItemFactory  *factory)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  g_hash_table_remove (self->cards, card);
  shanhai_case_card_set_case (SHANHAI_CASE_CARD (card), NULL, NULL);
}

static void
case_activated_cb (ShanhaiOverviewPage *self,
                   guint                position)
{
  g_autoptr (ShanhaiRecord) record = g_list_model_get_item (G_LIST_MODEL (self->cases), position);

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "s", shanhai_record_get_id (record));
}

static void
source_activated_cb (ShanhaiOverviewPage *self,
                     guint                position)
{
  g_autoptr (ShanhaiRecord) record = g_list_model_get_item (G_LIST_MODEL (self->sources), position);

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-source", "(ss)", shanhai_record_get_id (record), "");
}

/* the sources beside the cases while there is room, else under them */
static void
narrow_cb (ShanhaiOverviewPage *self,
           GParamSpec          *pspec,
           ShanhaiWidthBin     *bin)
{
  bool narrow = shanhai_width_bin_get_narrow (bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->source_pane, narrow ? -1 : 250, narrow ? 150 : -1);
  gtk_widget_set_vexpand (self->source_pane, !narrow);
  gtk_widget_set_margin_start (self->source_pane, narrow ? 20 : 8);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  ShanhaiLanguage language = shanhai_display_get_language (shanhai_display_get_default ());

  return g_utf8_collate (shanhai_name_get (shanhai_case_get_title ((ShanhaiCase *) a), language),
                         shanhai_name_get (shanhai_case_get_title ((ShanhaiCase *) b), language));
}

static void
fill (ShanhaiOverviewPage *self)
{
  ShanhaiCasebook *casebook = get_casebook (self);
  g_autoptr (GListModel) cases = NULL;
  g_autoptr (GListModel) sources = NULL;
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (casebook != NULL)
    {
      cases = g_object_ref (G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE)));
      cases = G_LIST_MODEL (gtk_sort_list_model_new (cases, g_object_ref (self->case_sorter)));
      sources = g_object_ref (G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE)));
      sources = G_LIST_MODEL (gtk_sort_list_model_new (sources, g_object_ref (self->source_sorter)));
      sources = G_LIST_MODEL (gtk_slice_list_model_new (sources, 0, MAX_SOURCES));
      factory = shanhai_source_row_new_factory (casebook);
    }
  /* the rows of the old casebook go before the factory of the new one comes */
  gtk_no_selection_set_model (self->sources, NULL);
  gtk_list_view_set_factory (self->sources_list, factory);
  gtk_no_selection_set_model (self->sources, sources);
  gtk_no_selection_set_model (self->cases, cases);
  update_header (self);
}

/* a case: puts the keyboard on its card */
static bool
show_record (ShanhaiPage *page,
             const char  *id)
{
  ShanhaiOverviewPage *self = SHANHAI_OVERVIEW_PAGE (page);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cases)); i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (G_LIST_MODEL (self->cases), i);

      if (g_strcmp0 (shanhai_record_get_id (record), id) == 0)
        {
          gtk_widget_activate_action (GTK_WIDGET (self->grid), "list.scroll-to-item", "u", i);
          return true;
        }
    }
  return false;
}

static void
page_init (ShanhaiPageInterface *iface)
{
  iface->show_record = show_record;
}

static gboolean
shanhai_overview_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_OVERVIEW_PAGE (widget)->grid));
}

static void
shanhai_overview_page_dispose (GObject *object)
{
  ShanhaiOverviewPage *self = SHANHAI_OVERVIEW_PAGE (object);
  GtkWidget *child;

  shanhai_overview_page_set_document (self, NULL);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->case_sorter);
  g_clear_object (&self->source_sorter);
  g_clear_pointer (&self->cards, g_hash_table_unref);

  G_OBJECT_CLASS (shanhai_overview_page_parent_class)->dispose (object);
}

static void
shanhai_overview_page_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((ShanhaiOverviewPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, SHANHAI_OVERVIEW_PAGE (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_overview_page_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch ((ShanhaiOverviewPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      shanhai_overview_page_set_document (SHANHAI_OVERVIEW_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_overview_page_class_init (ShanhaiOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_overview_page_dispose;
  object_class->get_property = shanhai_overview_page_get_property;
  object_class->set_property = shanhai_overview_page_set_property;
  widget_class->grab_focus = shanhai_overview_page_grab_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_FINDINGS_BUTTON);
  g_type_ensure (SHANHAI_TYPE_TOTALS_BAR);
  g_type_ensure (SHANHAI_TYPE_WIDTH_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, totals);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, findings);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, panes);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, grid);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, cases);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, source_pane);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, sources_list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiOverviewPage, sources);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
shanhai_overview_page_init (ShanhaiOverviewPage *self)
{
  self->cards = g_hash_table_new (NULL, NULL);
  self->case_sorter = GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL));
  self->source_sorter = shanhai_source_row_new_sorter ();
  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (self->casebook_signals, "notify::title", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "notify::number-style", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_overview_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_OVERVIEW_PAGE, NULL);
}

ShanhaiDocument *
shanhai_overview_page_get_document (ShanhaiOverviewPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_OVERVIEW_PAGE (self), NULL);

  return self->document;
}

void
shanhai_overview_page_set_document (ShanhaiOverviewPage *self,
                                    ShanhaiDocument     *document)
{
  g_return_if_fail (SHANHAI_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (document == NULL || SHANHAI_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->casebook_signals, get_casebook (self));
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

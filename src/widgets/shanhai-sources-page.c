/* shanhai-sources-page.c - the sources of a casebook, and what each of them is cited for. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-sources-page-private.h"

#include "shanhai-empty-state.h"
#include "shanhai-page.h"
#include "shanhai-pane-order.h"
#include "shanhai-search.h"
#include "shanhai-source-row.h"
#include "shanhai-source-view.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

struct _ShanhaiSourcesPage
{
  GtkWidget           parent_instance;

  ShanhaiDocument    *document;
  GSignalGroup       *casebook_signals;
  ShanhaiSearch      *search;
  GHashTable         *haystacks;     /* of a ShanhaiSource, borrowed; filled when they are searched */
  GtkFilter          *filter;
  GtkSorter          *sorter;
  char               *title;
  bool                is_gone;       /* the window may be going too: nothing is told any more */

  GtkStack           *stack;
  ShanhaiWidthBin    *bin;
  GtkWidget          *list_pane;
  GtkWidget          *source_pane;
  GtkWidget          *back;
  GtkSearchEntry     *entry;
  GtkStack           *list_stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  ShanhaiSourceView  *view;
};

static void page_init (ShanhaiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiSourcesPage, shanhai_sources_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SHANHAI_TYPE_PAGE, page_init))

typedef enum { PROP_DOCUMENT = 1 } ShanhaiSourcesPageProperty;
static GParamSpec *props[PROP_DOCUMENT + 1];

static ShanhaiCasebook *
get_casebook (ShanhaiSourcesPage *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

static void
append_name (GString           *text,
             const ShanhaiName *name)
{
  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    g_string_append_printf (text, "%s\n", shanhai_name_get_nth (name, i, NULL));
}

static const ShanhaiHaystack *
ensure_haystack (ShanhaiSourcesPage *self,
                 ShanhaiSource      *source)
{
  ShanhaiHaystack *haystack = g_hash_table_lookup (self->haystacks, source);

  if (haystack == NULL)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char * const *authors = shanhai_source_get_authors (source);
      const ShanhaiPeriod *published = shanhai_source_get_published (source);

      append_name (text, shanhai_source_get_title (source));
      append_name (text, shanhai_source_get_publisher (source));
      for (guint i = 0; authors != NULL && authors[i] != NULL; i++)
        g_string_append_printf (text, "%s\n", authors[i]);
      if (published != NULL)
        g_string_append_printf (text, "%s\n", shanhai_period_get_text (published));
      if (shanhai_source_get_url (source) != NULL)
        g_string_append (text, shanhai_source_get_url (source));
      haystack = shanhai_haystack_new (text->str);
      g_hash_table_insert (self->haystacks, source, haystack);
    }
  return haystack;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  ShanhaiSourcesPage *self = user_data;

  return self->search == NULL || shanhai_search_matches (self->search, ensure_haystack (self, item));
}

/* the list marks what is shown, if it has it; a search that doesn't find the source doesn't close it */
static void
select_shown (ShanhaiSourcesPage *self)
{
  ShanhaiSource *shown = shanhai_source_view_get_source (self->view);
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; shown != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ShanhaiSource) item = g_list_model_get_item (model, i);

      if (item == shown)
        position = i;
    }
  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
search_changed_cb (ShanhaiSourcesPage *self)
{
  g_clear_pointer (&self->search, shanhai_search_free);
  self->search = shanhai_search_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  select_shown (self);
}

static void
search_activate_cb (ShanhaiSourcesPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
stop_search_cb (ShanhaiSourcesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* In a narrow window one of the two is there, else both. */
static void
show_panes (ShanhaiSourcesPage *self,
            bool                prefer_list)
{
  bool narrow = shanhai_width_bin_get_narrow (self->bin);

  gtk_widget_set_visible (self->list_pane, !narrow || prefer_list);
  gtk_widget_set_visible (self->source_pane, !narrow || !prefer_list);
  gtk_widget_set_hexpand (self->list_pane, narrow);
  gtk_widget_set_visible (self->back, narrow);
  /* where a click has to open, a click opens; where the source is beside, walking through the list shows it */
  gtk_list_view_set_single_click_activate (self->list, narrow);
}

static void
narrow_cb (ShanhaiSourcesPage *self)
{
  show_panes (self, false);
}

static void
list_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiSourcesPage *self = SHANHAI_SOURCES_PAGE (widget);

  show_panes (self, true);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* from wherever the keyboard is on the page: the actions are the view's */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  const char *action;

  g_variant_get (arguments, "(&s)", &action);
  return gtk_widget_activate_action (GTK_WIDGET (SHANHAI_SOURCES_PAGE (widget)->view), action, NULL);
}

/* letters that nobody else on the page wanted: an entry takes its own */
static gboolean
key_cb (ShanhaiSourcesPage    *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->view)) && shanhai_source_view_press (self->view, key, state);
}

static void
activate_cb (ShanhaiSourcesPage *self)
{
  show_panes (self, false);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
update_title (ShanhaiSourcesPage *self)
{
  ShanhaiSource *source = shanhai_source_view_get_source (self->view);
  ShanhaiWording wording = shanhai_wording_now (get_casebook (self));
  g_autofree char *title = source != NULL ? shanhai_wording_name (&wording, shanhai_source_get_title (source)) : NULL;

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  if (!self->is_gone)
    shanhai_page_changed (SHANHAI_PAGE (self));
}

static void
show_source (ShanhaiSourcesPage *self,
             ShanhaiSource      *source)
{
  shanhai_source_view_set_source (self->view, get_casebook (self), source);
  gtk_widget_set_visible (GTK_WIDGET (self->view), source != NULL);
  update_title (self);
}

static void
selected_cb (ShanhaiSourcesPage *self)
{
  ShanhaiSource *source = gtk_single_selection_get_selected_item (self->selection);

  if (source != NULL)
    show_source (self, source);
}

static void
show_first (ShanhaiSourcesPage *self)
{
  g_autoptr (ShanhaiSource) first = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);

  show_source (self, first);
  select_shown (self);
}

static void
update_empty (ShanhaiSourcesPage *self)
{
  ShanhaiCasebook *casebook = get_casebook (self);
  guint n = casebook != NULL ? shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE)) : 0;
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "sources" : "empty");
  gtk_stack_set_visible_child_name (self->list_stack, n_found > 0 ? "list" : "none");
}

static void
changed_cb (ShanhaiSourcesPage *self,
            ShanhaiChange      *change)
{
  ShanhaiSource *shown = shanhai_source_view_get_source (self->view);
  bool other_sources = false;

  for (guint i = 0; i < shanhai_change_get_n (change) && !other_sources; i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      other_sources = SHANHAI_IS_SOURCE (entry->before) || SHANHAI_IS_SOURCE (entry->after);
    }
  if (!other_sources)
    return;

  g_hash_table_remove_all (self->haystacks);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  /* the one that was shown may have been deleted */
  if (shown != NULL && shanhai_casebook_lookup (get_casebook (self), shanhai_record_get_id (SHANHAI_RECORD (shown))) == NULL)
    show_first (self);
  select_shown (self);
  update_title (self);
  update_empty (self);
}

static void
fill (ShanhaiSourcesPage *self)
{
  ShanhaiCasebook *casebook = get_casebook (self);
  GListModel *model = NULL;

  g_hash_table_remove_all (self->haystacks);
  gtk_list_view_set_factory (self->list, NULL);
  if (casebook != NULL)
    {
      GListModel *sources = g_object_ref (G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE)));
      g_autoptr (GtkListItemFactory) factory = shanhai_source_row_new_factory (casebook);

      model = G_LIST_MODEL (gtk_filter_list_model_new (sources, g_object_ref (self->filter)));
      model = G_LIST_MODEL (gtk_sort_list_model_new (model, g_object_ref (self->sorter)));
      gtk_list_view_set_factory (self->list, factory);
    }
  gtk_single_selection_set_model (self->selection, model);
  g_clear_object (&model);
  show_first (self);
  update_empty (self);
}

static const char *
get_title (ShanhaiPage *page)
{
  return SHANHAI_SOURCES_PAGE (page)->title;
}

static bool
show_record (ShanhaiPage *page,
             const char  *id)
{
  ShanhaiSourcesPage *self = SHANHAI_SOURCES_PAGE (page);
  ShanhaiCasebook *casebook = get_casebook (self);

  if (casebook != NULL && shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, id) != NULL)
    return shanhai_sources_page_show (self, id, NULL);
  return shanhai_source_view_select_record (self->view, id);
}

static bool
copy (ShanhaiPage *page)
{
  return shanhai_source_view_copy (SHANHAI_SOURCES_PAGE (page)->view);
}

static void
page_init (ShanhaiPageInterface *iface)
{
  iface->get_title = get_title;
  iface->show_record = show_record;
  iface->copy = copy;
}

static gboolean
shanhai_sources_page_grab_focus (GtkWidget *widget)
{
  ShanhaiSourcesPage *self = SHANHAI_SOURCES_PAGE (widget);

  if (gtk_widget_get_visible (self->list_pane))
    return shanhai_pane_order_enter_list (self->list);
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
shanhai_sources_page_dispose (GObject *object)
{
  ShanhaiSourcesPage *self = SHANHAI_SOURCES_PAGE (object);
  GtkWidget *child;

  self->is_gone = true;
  shanhai_sources_page_set_document (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);

  G_OBJECT_CLASS (shanhai_sources_page_parent_class)->dispose (object);
}

static void
shanhai_sources_page_finalize (GObject *object)
{
  ShanhaiSourcesPage *self = SHANHAI_SOURCES_PAGE (object);

  g_clear_pointer (&self->search, shanhai_search_free);
  g_hash_table_unref (self->haystacks);
  g_free (self->title);

  G_OBJECT_CLASS (shanhai_sources_page_parent_class)->finalize (object);
}

static void
shanhai_sources_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((ShanhaiSourcesPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, SHANHAI_SOURCES_PAGE (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_sources_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((ShanhaiSourcesPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      shanhai_sources_page_set_document (SHANHAI_SOURCES_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_sources_page_class_init (ShanhaiSourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_sources_page_dispose;
  object_class->finalize = shanhai_sources_page_finalize;
  object_class->get_property = shanhai_sources_page_get_property;
  object_class->set_property = shanhai_sources_page_set_property;
  widget_class->grab_focus = shanhai_sources_page_grab_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "sources.list", NULL, list_action);
  shanhai_sources_page_class_install_taking (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "(s)", "source.next-figure");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "(s)", "source.previous-figure");

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_SOURCE_VIEW);
  g_type_ensure (SHANHAI_TYPE_WIDTH_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, bin);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, source_pane);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, back);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourcesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_empty);
}

static void
shanhai_sources_page_init (ShanhaiSourcesPage *self)
{
  self->haystacks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) shanhai_haystack_free);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->sorter = shanhai_source_row_new_sorter ();
  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  shanhai_sources_page_set_up_taking (self);
  {
    GtkEventController *keys = gtk_event_controller_key_new ();

    g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
    gtk_widget_add_controller (GTK_WIDGET (self), keys);
  }
}

GtkWidget *
shanhai_sources_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_SOURCES_PAGE, NULL);
}

ShanhaiDocument *
shanhai_sources_page_get_document (ShanhaiSourcesPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCES_PAGE (self), NULL);

  return self->document;
}

void
shanhai_sources_page_set_document (ShanhaiSourcesPage *self,
                                   ShanhaiDocument    *document)
{
  g_return_if_fail (SHANHAI_IS_SOURCES_PAGE (self));
  g_return_if_fail (document == NULL || SHANHAI_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  /* while there is still something to search */
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->casebook_signals, get_casebook (self));
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

ShanhaiSource *
shanhai_sources_page_get_source (ShanhaiSourcesPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCES_PAGE (self), NULL);

  return shanhai_source_view_get_source (self->view);
}

bool
shanhai_sources_page_show (ShanhaiSourcesPage *self,
                           const char         *source_id,
                           const char         *record_id)
{
  ShanhaiCasebook *casebook;
  ShanhaiSource *source;

  g_return_val_if_fail (SHANHAI_IS_SOURCES_PAGE (self), false);

  casebook = get_casebook (self);
  source = casebook != NULL ? shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, source_id) : NULL;
  if (source == NULL)
    return false;

  /* a search that hides it is over */
  if (!gtk_filter_match (self->filter, source))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      search_changed_cb (self);
    }
  show_source (self, source);
  select_shown (self);
  show_panes (self, false);
  if (record_id != NULL && *record_id != '\0')
    shanhai_source_view_select_record (self->view, record_id);
  shanhai_source_view_focus_figures (self->view);
  return true;
}

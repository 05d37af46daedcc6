/* shanhai-sidebar.c - the way to every page: fixed entries, then the cases, narrowed by a search. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lists, one mark: a row is selected in at most one of them. While the sidebar is told where the window is, what its lists select is not a wish
 * to go there ("telling"). */

#include "shanhai-sidebar.h"

#include <glib/gi18n.h>

#include "shanhai-case-filter.h"
#include "shanhai-case-row.h"
#include "shanhai-checks.h"
#include "shanhai-display.h"
#include "shanhai-pane-order.h"
#include "shanhai-search.h"

struct _ShanhaiSidebar
{
  GtkWidget           parent_instance;

  ShanhaiDocument    *document;
  char               *page;
  ShanhaiCase        *the_case;
  bool                telling;

  GtkEditable        *search;
  GtkListBox         *pages;
  GtkLabel           *sources_count;
  GtkLabel           *checks_count;
  GtkListView        *cases;
  GtkSortListModel   *sorted;
  GtkCustomSorter    *sorter;
  GtkFilterListModel *found;
  ShanhaiCaseFilter  *filter;
  GtkSingleSelection *selection;
  GtkWidget          *nothing;
};

G_DEFINE_FINAL_TYPE (ShanhaiSidebar, shanhai_sidebar, GTK_TYPE_WIDGET)

typedef enum { PROP_DOCUMENT = 1, PROP_PAGE, PROP_CASE } ShanhaiSidebarProperty;
static GParamSpec *props[PROP_CASE + 1];

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  ShanhaiLanguage language = shanhai_display_get_language (shanhai_display_get_default ());

  return g_utf8_collate (shanhai_name_get (shanhai_case_get_title ((ShanhaiCase *) a), language),
                         shanhai_name_get (shanhai_case_get_title ((ShanhaiCase *) b), language));
}

static guint
find_case (ShanhaiSidebar *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (ShanhaiCase) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (item == self->the_case)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Marks where the window is. */
static void
tell (ShanhaiSidebar *self)
{
  bool in_case = g_strcmp0 (self->page, "case") == 0;
  GtkListBoxRow *its_row = NULL;

  self->telling = true;
  for (int i = 0; !in_case; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->pages, i);

      if (row == NULL)
        break;
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), self->page) == 0)
        its_row = row;
    }
  gtk_list_box_select_row (self->pages, its_row);
  /* the keys don't stay behind on the page before */
  if (its_row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->pages)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (its_row));
  gtk_single_selection_set_selected (self->selection,
                                     in_case && self->the_case != NULL ? find_case (self)
                                                                       : GTK_INVALID_LIST_POSITION);
  self->telling = false;
}

static void
update_sources (ShanhaiSidebar *self)
{
  ShanhaiCasebook *casebook = self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
  guint n = 0;
  g_autofree char *text = NULL;

  if (casebook != NULL)
    n = shanhai_record_list_get_n (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_SOURCE));

  text = g_strdup_printf ("%u", n);
  gtk_label_set_text (self->sources_count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_count), n > 0);
}

/* "⚠ 1": contradictions that nobody has settled */
static void
update_checks (ShanhaiSidebar *self)
{
  ShanhaiChecks *checks = self->document != NULL ? shanhai_casebook_get_checks (shanhai_document_get_casebook (self->document)) : NULL;
  guint n = checks != NULL ? shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION) : 0;
  g_autofree char *text = g_strdup_printf ("⚠ %u", n);
  g_autofree char *tip = g_strdup_printf (ngettext ("%u contradiction that nobody has settled", "%u contradictions that nobody has settled", n), n);

  gtk_label_set_text (self->checks_count, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->checks_count), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks_count), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->checks_count), n > 0);
}

static void
casebook_changed_cb (ShanhaiSidebar *self)
{
  update_sources (self);
  /* a title may be another one */
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
found_changed_cb (ShanhaiSidebar *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  gtk_widget_set_visible (self->nothing, n == 0 && *shanhai_case_filter_get_query (self->filter) != '\0');
  tell (self);
}

static void
search_changed_cb (ShanhaiSidebar *self)
{
  shanhai_case_filter_set_query (self->filter, gtk_editable_get_text (self->search));
}

static void
search_activate_cb (ShanhaiSidebar *self)
{
  g_autoptr (ShanhaiCase) first = NULL;

  /* the entry waits a moment before it tells what was typed */
  search_changed_cb (self);
  first = shanhai_sidebar_dup_first_case (self);
  if (first != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "s",
                                shanhai_record_get_id (SHANHAI_RECORD (first)));
}

static void
stop_search_cb (ShanhaiSidebar *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->cases));
}

static gpointer
warm_up (gpointer data)
{
  shanhai_search_warm_up ();
  return NULL;
}

static void
search_focus_cb (ShanhaiSidebar *self)
{
  static bool done;

  if (!done)
    g_thread_unref (g_thread_new ("warm-up", warm_up, NULL));
  done = true;
}

static gboolean
search_key_cb (ShanhaiSidebar *self,
               guint           keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->cases), GTK_DIR_TAB_FORWARD);
}

static gboolean
cases_key_cb (ShanhaiSidebar  *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

      return SHANHAI_IS_CASE_ROW (row) && gtk_widget_activate_action (row, "case.menu", NULL);
    }

  /* above the first case are the pages */
  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && focus != NULL
      && gtk_widget_get_prev_sibling (focus) == NULL)
    {
      GtkListBoxRow *last = NULL;

      for (int i = 0; gtk_list_box_get_row_at_index (self->pages, i) != NULL; i++)
        last = gtk_list_box_get_row_at_index (self->pages, i);
      return last != NULL && gtk_widget_grab_focus (GTK_WIDGET (last));
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
pages_keynav_cb (ShanhaiSidebar   *self,
                 GtkDirectionType  direction)
{
  if (direction == GTK_DIR_DOWN)
    return gtk_widget_child_focus (GTK_WIDGET (self->cases), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_PROPAGATE;
}

static void
page_selected_cb (ShanhaiSidebar *self,
                  GtkListBoxRow  *row)
{
  if (row != NULL && !self->telling)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                                gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
case_selected_cb (ShanhaiSidebar *self)
{
  ShanhaiRecord *selected = gtk_single_selection_get_selected_item (self->selection);

  if (selected != NULL && !self->telling)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "s", shanhai_record_get_id (selected));
}

/* who has found the page with the arrows goes on in it with Enter */
static void
enter_page_cb (ShanhaiSidebar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-page", NULL);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, shanhai_case_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             ShanhaiSidebar           *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  ShanhaiCase *the_case = gtk_list_item_get_item (item);
  GtkWidget *parent = gtk_widget_get_parent (row);
  ShanhaiLanguage language = shanhai_display_get_language (shanhai_display_get_default ());

  shanhai_case_row_set_case (SHANHAI_CASE_ROW (row), shanhai_document_get_casebook (self->document), the_case);
  /* what has the keyboard is GTK's own widget around the row */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    shanhai_name_get (shanhai_case_get_title (the_case), language), -1);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  shanhai_case_row_set_case (SHANHAI_CASE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static gboolean
start_cb (GtkWidget *widget)
{
  shanhai_sidebar_focus (SHANHAI_SIDEBAR (widget));
  return TRUE;
}

static void
shanhai_sidebar_dispose (GObject *object)
{
  ShanhaiSidebar *self = SHANHAI_SIDEBAR (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, case_selected_cb, self);
  self->selection = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (shanhai_sidebar_parent_class)->dispose (object);
}

static void
shanhai_sidebar_finalize (GObject *object)
{
  ShanhaiSidebar *self = SHANHAI_SIDEBAR (object);

  g_free (self->page);

  G_OBJECT_CLASS (shanhai_sidebar_parent_class)->finalize (object);
}

static void
shanhai_sidebar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ShanhaiSidebar *self = SHANHAI_SIDEBAR (object);

  switch ((ShanhaiSidebarProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_CASE:
      g_value_set_object (value, self->the_case);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_sidebar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ShanhaiSidebar *self = SHANHAI_SIDEBAR (object);

  switch ((ShanhaiSidebarProperty) prop_id)
    {
    case PROP_DOCUMENT:
      shanhai_sidebar_set_document (self, g_value_get_object (value));
      break;
    case PROP_PAGE:
      shanhai_sidebar_set_page (self, g_value_get_string (value));
      break;
    case PROP_CASE:
      shanhai_sidebar_set_case (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_sidebar_class_init (ShanhaiSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_sidebar_dispose;
  object_class->finalize = shanhai_sidebar_finalize;
  object_class->get_property = shanhai_sidebar_get_property;
  object_class->set_property = shanhai_sidebar_set_property;


  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "", flags);
  props[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, SHANHAI_TYPE_CASE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_CASE_FILTER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, sources_count);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, checks_count);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, cases);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, sorted);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, sorter);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, found);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, filter);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSidebar, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_focus_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, cases_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pages_keynav_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
shanhai_sidebar_init (ShanhaiSidebar *self)
{
  self->page = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_pane_order_set_start (GTK_WIDGET (self), start_cb);

  gtk_custom_sorter_set_sort_func (self->sorter, compare_titles, NULL, NULL);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (found_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
shanhai_sidebar_new (void)
{
  return g_object_new (SHANHAI_TYPE_SIDEBAR, NULL);
}

ShanhaiDocument *
shanhai_sidebar_get_document (ShanhaiSidebar *self)
{
  g_return_val_if_fail (SHANHAI_IS_SIDEBAR (self), NULL);

  return self->document;
}

void
shanhai_sidebar_set_document (ShanhaiSidebar  *self,
                              ShanhaiDocument *document)
{
  ShanhaiCasebook *casebook;

  g_return_if_fail (SHANHAI_IS_SIDEBAR (self));
  g_return_if_fail (document == NULL || SHANHAI_IS_DOCUMENT (document));

  if (document == self->document)
    return;

  if (self->document != NULL)
    {
      ShanhaiCasebook *before = shanhai_document_get_casebook (self->document);

      g_signal_handlers_disconnect_by_func (before, casebook_changed_cb, self);
      g_signal_handlers_disconnect_by_func (shanhai_casebook_get_checks (before), update_checks, self);
    }

  /* rows still look into the old casebook while the list empties */
  gtk_sort_list_model_set_model (self->sorted, NULL);
  g_set_object (&self->document, document);
  casebook = document != NULL ? shanhai_document_get_casebook (document) : NULL;
  gtk_editable_set_text (self->search, "");
  shanhai_case_filter_set_query (self->filter, "");
  shanhai_case_filter_set_casebook (self->filter, casebook);
  if (casebook != NULL)
    {
      gtk_sort_list_model_set_model (self->sorted,
                                     G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE)));
      g_signal_connect_object (casebook, "changed", G_CALLBACK (casebook_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (shanhai_casebook_get_checks (casebook), "updated", G_CALLBACK (update_checks), self, G_CONNECT_SWAPPED);
    }
  update_checks (self);
  update_sources (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

const char *
shanhai_sidebar_get_page (ShanhaiSidebar *self)
{
  g_return_val_if_fail (SHANHAI_IS_SIDEBAR (self), NULL);

  return self->page;
}

void
shanhai_sidebar_set_page (ShanhaiSidebar *self,
                          const char     *page)
{
  g_return_if_fail (SHANHAI_IS_SIDEBAR (self));

  if (g_strcmp0 (page, self->page) == 0)
    return;

  g_free (self->page);
  self->page = g_strdup (page);
  tell (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

ShanhaiCase *
shanhai_sidebar_get_case (ShanhaiSidebar *self)
{
  g_return_val_if_fail (SHANHAI_IS_SIDEBAR (self), NULL);

  return self->the_case;
}

void
shanhai_sidebar_set_case (ShanhaiSidebar *self,
                          ShanhaiCase    *the_case)
{
  g_return_if_fail (SHANHAI_IS_SIDEBAR (self));
  g_return_if_fail (the_case == NULL || SHANHAI_IS_CASE (the_case));

  if (!g_set_object (&self->the_case, the_case))
    return;

  tell (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASE]);
}

void
shanhai_sidebar_search (ShanhaiSidebar *self)
{
  g_return_if_fail (SHANHAI_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

void
shanhai_sidebar_focus (ShanhaiSidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (SHANHAI_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->pages);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    shanhai_pane_order_enter_list (self->cases);
}

ShanhaiCase *
shanhai_sidebar_dup_first_case (ShanhaiSidebar *self)
{
  g_return_val_if_fail (SHANHAI_IS_SIDEBAR (self), NULL);

  return g_list_model_get_item (G_LIST_MODEL (self->found), 0);
}

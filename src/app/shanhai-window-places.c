/* shanhai-window-places.c - the pages of the window, and the ways between them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the window is, is a place: a page, the case that is chosen, and the spot on the page: which page of the case, which
 * source. Going somewhere puts the place before on a stack, for "back"; what was deleted since is passed over there. A page is
 * made when it is first shown. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include "shanhai-case-page.h"
#include "shanhai-checks-page.h"
#include "shanhai-compare-page.h"
#include "shanhai-display.h"
#include "shanhai-overview-page.h"
#include "shanhai-pane-order.h"
#include "shanhai-sources-page.h"

static const struct { const char *name; GType (*get_type) (void); } page_types[] = {
  { "overview", shanhai_overview_page_get_type },
  { "compare", shanhai_compare_page_get_type },
  { "sources", shanhai_sources_page_get_type },
  { "checks", shanhai_checks_page_get_type },
  { "case", shanhai_case_page_get_type },
};

/* as the settings name a place: a page of the window, or of the case */
static const char *
get_place_name (ShanhaiWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return SHANHAI_IS_CASE_PAGE (page) ? shanhai_case_page_get_page (SHANHAI_CASE_PAGE (page))
                                     : shanhai_window_get_page (self);
}

static const char *
get_case_id (ShanhaiWindow *self)
{
  ShanhaiCase *the_case = shanhai_sidebar_get_case (self->sidebar);

  return the_case != NULL ? shanhai_record_get_id (SHANHAI_RECORD (the_case)) : "";
}

static const char *
get_spot (ShanhaiWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  ShanhaiSource *source = NULL;

  if (SHANHAI_IS_CASE_PAGE (page))
    return shanhai_case_page_get_page (SHANHAI_CASE_PAGE (page));
  if (SHANHAI_IS_SOURCES_PAGE (page))
    source = shanhai_sources_page_get_source (SHANHAI_SOURCES_PAGE (page));
  return source != NULL ? shanhai_record_get_id (SHANHAI_RECORD (source)) : "";
}

static GVariant *
dup_place (ShanhaiWindow *self)
{
  return g_variant_ref_sink (g_variant_new ("(sss)", shanhai_window_get_page (self), get_case_id (self), get_spot (self)));
}

static void
remember_place (ShanhaiWindow *self)
{
  if (*shanhai_window_get_page (self) != '\0')
    g_ptr_array_add (self->back, dup_place (self));
}

static GtkWidget *
ensure_page (ShanhaiWindow *self,
             const char    *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (page_types); i++)
    if (g_str_equal (page_types[i].name, name))
      {
        page = g_object_new (page_types[i].get_type (), NULL);
        g_object_bind_property (self, "document", page, "document", G_BINDING_SYNC_CREATE);
        g_signal_connect_object (page, "changed", G_CALLBACK (shanhai_window_update), self, G_CONNECT_SWAPPED);
        gtk_stack_add_named (self->pages, page, name);
      }
  return page;
}

/* @the_case: (nullable): stays as it is */
static void
go (ShanhaiWindow *self,
    const char    *name,
    ShanhaiCase   *the_case)
{
  GtkWidget *page = ensure_page (self, name);

  if (page == NULL)
    return;

  if (the_case != NULL)
    shanhai_sidebar_set_case (self->sidebar, the_case);
  if (g_str_equal (name, "case"))
    g_object_set (page, "case", shanhai_sidebar_get_case (self->sidebar), NULL);
  gtk_stack_set_visible_child (self->pages, page);
  shanhai_sidebar_set_page (self->sidebar, name);
  shanhai_window_make_room (self);
  shanhai_window_update (self);
  shanhai_window_notify (self, PROP_PAGE);
}

static bool
go_to_case (ShanhaiWindow *self,
            const char    *id)
{
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (shanhai_window_get_casebook (self), SHANHAI_RECORD_CASE, id);

  if (the_case != NULL)
    go (self, "case", the_case);
  return the_case != NULL;
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);

  if (self->document == NULL || g_str_equal (page, shanhai_window_get_page (self)))
    return;

  remember_place (self);
  go (self, page, NULL);
}

/* Puts the keyboard into the page that is shown, unless it is there. */
static void
enter_page (ShanhaiWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (page == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, page)))
    return;
  if (shanhai_pane_order_enter (page))
    gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

/* for keys, which a person goes on with on the page; who browses the sidebar stays there */
static void
turn_to_page_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  show_page_action (widget, name, parameter);
  enter_page (SHANHAI_WINDOW (widget));
}

static void
enter_page_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  enter_page (SHANHAI_WINDOW (widget));
}

static void
move_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  if (self->document != NULL)
    shanhai_pane_order_move (gtk_stack_get_visible_child (self->state),
                             g_str_equal (name, "win.next-pane") ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

static void
show_case_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->document == NULL
      || (g_str_equal (shanhai_window_get_page (self), "case") && g_str_equal (id, get_case_id (self))))
    return;

  remember_place (self);
  go_to_case (self, id);
}

static void
show_source (ShanhaiWindow *self,
             const char    *source,
             const char    *record)
{
  remember_place (self);
  go (self, "sources", NULL);
  shanhai_page_show_record (shanhai_window_get_visible_page (self), source);
  if (*record != '\0')
    shanhai_page_show_record (shanhai_window_get_visible_page (self), record);
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *source, *record;

  g_variant_get (parameter, "(&s&s)", &source, &record);
  if (self->document != NULL)
    show_source (self, source, record);
}

static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);
  ShanhaiRecord *record = casebook != NULL ? shanhai_casebook_lookup (casebook, id) : NULL;
  const char *case_id = record != NULL ? shanhai_record_get_case_id (record) : NULL;

  if (record == NULL)
    return;

  if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_SOURCE)
    {
      show_source (self, id, "");
      return;
    }
  if (case_id == NULL)
    return;

  remember_place (self);
  if (go_to_case (self, case_id))
    shanhai_page_show_record (shanhai_window_get_visible_page (self), id);
}

static void
show_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  if (self->document == NULL)
    return;

  remember_place (self);
  go (self, "checks", NULL);
  shanhai_page_show_record (shanhai_window_get_visible_page (self), g_variant_get_string (parameter, NULL));
}

/* the newest place that is still there, and elsewhere than here */
static GVariant *
steal_place_before (ShanhaiWindow *self)
{
  g_autoptr (GVariant) here = dup_place (self);

  while (self->back->len > 0)
    {
      g_autoptr (GVariant) place = g_ptr_array_steal_index (self->back, self->back->len - 1);
      const char *page, *id, *spot;
      ShanhaiRecordType type;

      g_variant_get (place, "(&s&s&s)", &page, &id, &spot);
      type = g_str_equal (page, "case") ? SHANHAI_RECORD_CASE : SHANHAI_RECORD_SOURCE;
      if (g_str_equal (page, "sources"))
        id = spot;
      else if (!g_str_equal (page, "case"))
        id = "";
      if (!g_variant_equal (place, here)
          && (*id == '\0' || shanhai_casebook_lookup_as (shanhai_window_get_casebook (self), type, id) != NULL))
        return g_steal_pointer (&place);
    }
  return NULL;
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  g_autoptr (GVariant) place = self->document != NULL ? steal_place_before (self) : NULL;
  const char *page, *id, *spot;

  if (place == NULL)
    {
      shanhai_window_update (self);
      return;
    }

  g_variant_get (place, "(&s&s&s)", &page, &id, &spot);
  go (self, page, shanhai_casebook_lookup_as (shanhai_window_get_casebook (self), SHANHAI_RECORD_CASE, id));
  if (g_str_equal (page, "case"))
    shanhai_case_page_set_page (SHANHAI_CASE_PAGE (shanhai_window_get_visible_page (self)), spot);
  else if (g_str_equal (page, "sources") && *spot != '\0')
    shanhai_page_show_record (shanhai_window_get_visible_page (self), spot);
}

void
shanhai_window_install_places (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.show-page", "s", show_page_action },
    { "win.turn-to-page", "s", turn_to_page_action },
    { "win.enter-page", NULL, enter_page_action },
    { "win.next-pane", NULL, move_pane_action },
    { "win.previous-pane", NULL, move_pane_action },
    { "win.show-case", "s", show_case_action },
    { "win.show-source", "(ss)", show_source_action },
    { "win.show-record", "s", show_record_action },
    { "win.show-finding", "s", show_finding_action },
    { "win.back", NULL, back_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}

ShanhaiPage *
shanhai_window_get_visible_page (ShanhaiWindow *self)
{
  return (ShanhaiPage *) gtk_stack_get_visible_child (self->pages);
}

void
shanhai_window_restore_place (ShanhaiWindow *self)
{
  GSettings *settings = shanhai_display_get_settings (shanhai_display_get_default ());
  g_autofree char *page = g_settings_get_string (settings, "page");
  g_autofree char *id = g_settings_get_string (settings, "case");
  g_autoptr (ShanhaiCase) first = shanhai_sidebar_dup_first_case (self->sidebar);
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (shanhai_window_get_casebook (self), SHANHAI_RECORD_CASE, id);

  if (the_case == NULL)
    the_case = first;
  shanhai_sidebar_set_case (self->sidebar, the_case);

  if (the_case == NULL || g_str_equal (page, ""))
    go (self, "overview", NULL);
  else if (ensure_page (self, page) != NULL)
    go (self, page, NULL);
  else
    {
      go (self, "case", the_case);
      shanhai_case_page_set_page (SHANHAI_CASE_PAGE (shanhai_window_get_visible_page (self)), page);
    }
}

void
shanhai_window_store_place (ShanhaiWindow *self)
{
  GSettings *settings = shanhai_display_get_settings (shanhai_display_get_default ());
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      g_settings_set_int (settings, "window-width", MAX (width, 360));
      g_settings_set_int (settings, "window-height", MAX (height, 300));
    }
  if (self->document != NULL)
    {
      g_settings_set_string (settings, "page", get_place_name (self));
      g_settings_set_string (settings, "case", get_case_id (self));
      g_settings_set_boolean (settings, "sidebar-visible", self->is_sidebar_wanted);
    }
}

const char *
shanhai_window_get_page (ShanhaiWindow *self)
{
  const char *name;

  g_return_val_if_fail (SHANHAI_IS_WINDOW (self), "");

  name = self->document != NULL ? gtk_stack_get_visible_child_name (self->pages) : NULL;
  return name != NULL ? name : "";
}

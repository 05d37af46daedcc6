/* shanhai-window-room.c - what the window leaves out while it is narrow. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header keeps what has no other place: undoing stands in the main menu, too, and the search in the sidebar. The sidebar goes while there is no room
 * beside it, and comes back with the room; asked for in a narrow window it stands in place of the page, until a page is chosen. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-width-bin.h"

static bool
is_sidebar_visible (ShanhaiWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->sidebar));
}

static void
show_sidebar (ShanhaiWindow *self,
              bool           visible)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self->sidebar), self->is_narrow);
  gtk_widget_set_visible (self->page_pane, !visible || !self->is_narrow);
  if (visible == is_sidebar_visible (self))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), visible);
  shanhai_window_notify (self, PROP_SIDEBAR_VISIBLE);
}

/* for both bins: the header gets narrow later than what stands under it */
static void
narrow_cb (ShanhaiWindow   *self,
           GParamSpec      *pspec,
           ShanhaiWidthBin *bin)
{
  const bool narrow = shanhai_width_bin_get_narrow (bin);

  if (GTK_WIDGET (bin) == self->header_bin)
    {
      self->is_header_narrow = narrow;
      if (narrow)
        gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->export_button), "shanhai-export-symbolic");
      else
        gtk_menu_button_set_label (GTK_MENU_BUTTON (self->export_button), _("_Export"));
      gtk_label_set_width_chars (self->title, narrow ? 2 : 5);
      gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->export_button), !narrow);
      shanhai_window_update (self);
      return;
    }

  self->is_narrow = narrow;
  show_sidebar (self, !narrow && self->is_sidebar_wanted);
}

void
shanhai_window_install_room (GtkWidgetClass *widget_class)
{
  g_type_ensure (SHANHAI_TYPE_WIDTH_BIN);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, header_bin);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiWindow, page_pane);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

void
shanhai_window_set_sidebar_visible (ShanhaiWindow *self,
                                    bool           visible)
{
  if (!self->is_narrow)
    self->is_sidebar_wanted = visible;
  show_sidebar (self, visible);
}

void
shanhai_window_make_room (ShanhaiWindow *self)
{
  if (self->is_narrow && is_sidebar_visible (self))
    show_sidebar (self, false);
}

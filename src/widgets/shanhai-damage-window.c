/* shanhai-damage-window.c - the lines of a file that couldn't be read: number, what is wrong, text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-damage-window.h"

#include <glib/gi18n.h>

#include "shanhai-damage-list.h"
#include "shanhai-tab-order.h"

struct _ShanhaiDamageWindow
{
  GtkWindow        parent_instance;

  ShanhaiDocument *document;

  GtkLabel        *heading;
  GtkNoSelection  *selection;
};

G_DEFINE_FINAL_TYPE (ShanhaiDamageWindow, shanhai_damage_window, GTK_TYPE_WINDOW)

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *message = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_selectable (GTK_LABEL (message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  /* for the pointer only: else the first one would be selected from the start */
  gtk_widget_set_focusable (message, FALSE);
  gtk_widget_set_focusable (text, FALSE);
  gtk_widget_add_css_class (text, "monospace");
  gtk_widget_add_css_class (text, "small");
  gtk_widget_add_css_class (text, "secondary");
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "damage-row");
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

/* (transfer full) */
static char *
describe (const ShanhaiDamage *damage)
{
  /* Translators: number of a line in a file, and what is wrong with it */
  return g_strdup_printf (_("Line %u: %s"), damage->line, damage->message);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  const ShanhaiDamage *damage = shanhai_damage_item_get_damage (gtk_list_item_get_item (item));
  GtkWidget *message = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *text = gtk_widget_get_next_sibling (message);
  g_autofree char *description = describe (damage);

  gtk_label_set_text (GTK_LABEL (message), description);
  gtk_label_set_text (GTK_LABEL (text), damage->text);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiDamageWindow *self = SHANHAI_DAMAGE_WINDOW (widget);
  GPtrArray *damages = shanhai_document_get_damages (self->document);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < damages->len; i++)
    {
      const ShanhaiDamage *damage = g_ptr_array_index (damages, i);
      g_autofree char *description = describe (damage);

      g_string_append_printf (list, "%s: %s\n%s\n", shanhai_document_get_name (self->document), description,
                              damage->text);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), list->str);
}

static void
active_cb (GtkWindow *self)
{
  if (!gtk_window_is_active (self))
    gtk_window_close (self);
}

static void
save_readable_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent == NULL)
    return;

  /* goes when the dialog has the keyboard: a window that goes while it has it would give it to the parent */
  g_signal_connect (widget, "notify::is-active", G_CALLBACK (active_cb), NULL);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.save-readable", NULL);
}

static void
shanhai_damage_window_dispose (GObject *object)
{
  g_clear_object (&SHANHAI_DAMAGE_WINDOW (object)->document);

  G_OBJECT_CLASS (shanhai_damage_window_parent_class)->dispose (object);
}

static void
shanhai_damage_window_class_init (ShanhaiDamageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_damage_window_dispose;

  gtk_widget_class_install_action (widget_class, "damage.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "damage.save-readable", NULL, save_readable_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-damage-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDamageWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDamageWindow, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
shanhai_damage_window_init (ShanhaiDamageWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
}

GtkWidget *
shanhai_damage_window_new (ShanhaiDocument *document)
{
  ShanhaiDamageWindow *self = g_object_new (SHANHAI_TYPE_DAMAGE_WINDOW, NULL);
  g_autoptr (ShanhaiDamageList) list = shanhai_damage_list_new (document);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree char *heading = NULL;

  self->document = g_object_ref (document);
  /* Translators: %s is the name of a file */
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line of “%s” couldn’t be read and was left out.",
                                          "%u lines of “%s” couldn’t be read and were left out.", n),
                             n, shanhai_document_get_name (document));
  gtk_label_set_text (self->heading, heading);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (list));
  return GTK_WIDGET (self);
}

/* shanhai-case-row.c - a case in a list: its title, and its kind, years and number of figures. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-case-row.h"

#include <glib/gi18n.h>

#include "shanhai-delete.h"
#include "shanhai-display.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiCaseRow
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  ShanhaiCase     *the_case;
  GtkWidget       *menu; /* while it is open */
  guint            update_id;

  GtkLabel        *title;
  GtkLabel        *subtitle;
  GMenuModel      *menu_model;
};

G_DEFINE_FINAL_TYPE (ShanhaiCaseRow, shanhai_case_row, GTK_TYPE_WIDGET)

static guint
count_figures (ShanhaiCasebook *casebook,
               const char      *case_id)
{
  static const ShanhaiRecordType with_figures[] = { SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE,
                                                    SHANHAI_RECORD_OBSERVATION };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (with_figures); i++)
    {
      g_autoptr (GListModel) records = shanhai_casebook_list_case (casebook, with_figures[i], case_id);

      n += g_list_model_get_n_items (records);
    }
  return n;
}

static void
update (ShanhaiCaseRow *self)
{
  ShanhaiLanguage language = shanhai_display_get_language (shanhai_display_get_default ());
  g_autofree char *description = NULL;
  g_autofree char *tooltip = NULL;
  const char *title;

  if (self->the_case == NULL)
    return;

  title = shanhai_name_get (shanhai_case_get_title (self->the_case), language);
  description = shanhai_case_row_describe (self->casebook, self->the_case, language);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, description);
  tooltip = g_strjoin ("\n", title, description, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

static gboolean
update_cb (gpointer data)
{
  ShanhaiCaseRow *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Its figures are counted one by one, which a large case takes its time for: not before the change itself is on the screen. */
static void
queue_update (ShanhaiCaseRow *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
open_menu (ShanhaiCaseRow *self,
           double          x,
           double          y)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.edit", !shanhai_casebook_is_read_only (self->casebook));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.delete", !shanhai_casebook_is_read_only (self->casebook));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (ShanhaiCaseRow *self,
            int             n_press,
            double          x,
            double          y)
{
  open_menu (self, x, y);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiCaseRow *self = SHANHAI_CASE_ROW (widget);

  if (self->the_case != NULL)
    gtk_widget_activate_action (widget, "win.show-case", "s",
                                shanhai_record_get_id (SHANHAI_RECORD (self->the_case)));
}

static void
copy_title_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ShanhaiCaseRow *self = SHANHAI_CASE_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->title));
  gtk_widget_activate_action (widget, "win.show-message", "s", _("The title was copied."));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiCaseRow *self = SHANHAI_CASE_ROW (widget);

  if (self->the_case != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "s", shanhai_record_get_id (SHANHAI_RECORD (self->the_case)));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiCaseRow *self = SHANHAI_CASE_ROW (widget);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  /* the row may go with the case, and the message needs the window */
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (self->the_case == NULL || shanhai_casebook_is_read_only (self->casebook))
    return;
  g_ptr_array_add (records, self->the_case);
  shanhai_delete_records (window, self->casebook, records);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  open_menu (SHANHAI_CASE_ROW (widget), 12, gtk_widget_get_height (widget));
}

static void
shanhai_case_row_dispose (GObject *object)
{
  ShanhaiCaseRow *self = SHANHAI_CASE_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook);
  g_clear_object (&self->the_case);

  G_OBJECT_CLASS (shanhai_case_row_parent_class)->dispose (object);
}

static void
shanhai_case_row_class_init (ShanhaiCaseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_case_row_dispose;

  gtk_widget_class_install_action (widget_class, "case.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "case.copy-title", NULL, copy_title_action);
  gtk_widget_class_install_action (widget_class, "case.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "case.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "case.menu", NULL, menu_action);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseRow, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCaseRow, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
shanhai_case_row_init (ShanhaiCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_case_row_new (void)
{
  return g_object_new (SHANHAI_TYPE_CASE_ROW, NULL);
}

ShanhaiCase *
shanhai_case_row_get_case (ShanhaiCaseRow *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_ROW (self), NULL);

  return self->the_case;
}

void
shanhai_case_row_set_case (ShanhaiCaseRow  *self,
                           ShanhaiCasebook *casebook,
                           ShanhaiCase     *the_case)
{
  g_return_if_fail (SHANHAI_IS_CASE_ROW (self));
  g_return_if_fail (the_case == NULL || (SHANHAI_IS_CASE (the_case) && SHANHAI_IS_CASEBOOK (casebook)));

  if (self->casebook != NULL)
    g_signal_handlers_disconnect_by_func (self->casebook, queue_update, self);
  g_set_object (&self->casebook, casebook);
  g_set_object (&self->the_case, the_case);
  /* the case's own fields and the records that are counted */
  if (casebook != NULL)
    g_signal_connect_object (casebook, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update (self);
}

char *
shanhai_case_row_describe (ShanhaiCasebook *casebook,
                           ShanhaiCase     *the_case,
                           ShanhaiLanguage  language)
{
  const char *kind = shanhai_case_get_kind (the_case);
  const ShanhaiPeriod *period = shanhai_case_get_period (the_case);
  guint n = count_figures (casebook, shanhai_record_get_id (SHANHAI_RECORD (the_case)));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *years = NULL;
  g_autofree char *figures = NULL;

  if (period != NULL)
    {
      years = shanhai_period_format (period, language);
      g_strv_builder_add (parts, years);
    }
  if (n > 0)
    {
      /* Translators: how many figures a case has */
      figures = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure", "%u figures", n), n);
      g_strv_builder_add (parts, figures);
    }
  /* the longest last: a narrow row cuts it off */
  if (kind != NULL)
    g_strv_builder_add (parts, shanhai_vocabulary_get_label ("kinds.case", kind, language));

  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

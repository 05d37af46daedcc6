/* shanhai-recovered-window.c - the unsaved changes that came back. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-recovered-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-tab-order.h"

struct _ShanhaiRecoveredWindow
{
  GtkWindow       parent_instance;

  GtkLabel       *heading;
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (ShanhaiRecoveredWindow, shanhai_recovered_window, GTK_TYPE_WINDOW)

static int
count_days (GDateTime *time,
            GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autoptr (GDateTime) local_now = g_date_time_to_local (now);
  GDate day, today;

  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (local), (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (local_now), (GDateMonth) g_date_time_get_month (local_now),
                  (GDateYear) g_date_time_get_year (local_now));

  return g_date_days_between (&day, &today);
}

char *
shanhai_recovered_describe_day (GDateTime *time,
                                GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  switch (count_days (time, now))
    {
    case 0:
      return g_strdup (C_("day", "today"));
    case 1:
      return g_strdup (C_("day", "yesterday"));
    default:
      return g_date_time_format (local, "%Y-%m-%d");
    }
}

char *
shanhai_recovered_describe_time (GDateTime *time,
                                 GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autofree char *day = shanhai_recovered_describe_day (time, now);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");

  /* Translators: a day, as “today” or “2026-11-03”, and a time of it, as “09:30” */
  return g_strdup_printf (C_("time", "%s, %s"), day, clock);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *fate = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (fate), 0);
  gtk_label_set_wrap (GTK_LABEL (fate), TRUE);
  gtk_widget_add_css_class (fate, "small");
  gtk_widget_add_css_class (fate, "secondary");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), fate);
  gtk_widget_add_css_class (box, "damage-row");
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

/* a row is a text of two lines: no change's title has a line end */
static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *fate = gtk_widget_get_next_sibling (title);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  gtk_label_set_text (GTK_LABEL (title), parts[0]);
  gtk_label_set_text (GTK_LABEL (fate), parts[0] != NULL && parts[1] != NULL ? parts[1] : "");
}

static void
shanhai_recovered_window_class_init (ShanhaiRecoveredWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-recovered-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecoveredWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecoveredWindow, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
shanhai_recovered_window_init (ShanhaiRecoveredWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
}

/* (transfer full) */
static char *
describe (const ShanhaiRecoveredChange *change,
          GDateTime                    *now)
{
  g_autofree char *time = shanhai_recovered_describe_time (change->at, now);
  g_autofree char *title = g_strdelimit (g_strdup (change->title), "\n", ' ');

  switch (change->what)
    {
    case SHANHAI_RECOVERED_BEFORE:
      /* Translators: %s is a time */
      return g_strdup_printf (_("%s\n%s · the file has it already"), title, time);
    case SHANHAI_RECOVERED_NOT:
      /* Translators: a title, a time, and why */
      return g_strdup_printf (_("%s\n%s · left out: %s"), title, time, change->reason != NULL ? change->reason : "");
    case SHANHAI_RECOVERED:
    default:
      return g_strdup_printf ("%s\n%s", title, time);
    }
}

GtkWidget *
shanhai_recovered_window_new (const ShanhaiRecovery *recovery)
{
  ShanhaiRecoveredWindow *self = g_object_new (SHANHAI_TYPE_RECOVERED_WINDOW, NULL);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  for (guint i = 0; i < recovery->changes->len; i++)
    {
      g_autofree char *text = describe (recovery->changes->pdata[i], now);

      gtk_string_list_append (list, text);
    }
  gtk_label_set_text (self->heading, _("The oldest comes first. Those that came back can be undone one by one, like every other change."));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (list));

  return GTK_WIDGET (self);
}

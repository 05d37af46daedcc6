/* shanhai-chart-view-input.c - what the pointer, the keys and the menu do to a chart. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-chart-view-private.h"

#include "shanhai-chart-carry.h"

static void
motion_cb (ShanhaiChartView *self,
           double            x,
           double            y)
{
  shanhai_chart_view_set_key (self, &self->hovered, shanhai_chart_view_hit (self, x, y));
}

static void
leave_cb (ShanhaiChartView *self)
{
  shanhai_chart_view_set_key (self, &self->hovered, NULL);
}

static void
focus_cb (ShanhaiChartView *self)
{
  shanhai_chart_view_redraw (self);
  shanhai_chart_view_update_tip (self);
}

static void
activate_key (ShanhaiChartView *self,
              const char       *key)
{
  const char * const *records = key != NULL ? shanhai_marks_get_records (self->marks, key) : NULL;
  g_auto (GStrv) ids = NULL;

  /* copied first: whoever hears of the selection may have the chart laid out anew */
  ids = g_strdupv ((char **) records);
  shanhai_chart_view_set_selected (self, ids != NULL ? ids[0] : NULL);
  if (ids == NULL || ids[0] == NULL)
    return;

  shanhai_chart_view_activated (self, (const char * const *) ids);
}

/* a mark of the checks leads to its finding */
static void
clicked_cb (ShanhaiChartView *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  const char *key = shanhai_chart_view_hit (self, x, y);
  g_autofree char *flagged = g_strdup (shanhai_chart_view_hit_flag (self, x, y));

  if (gtk_widget_get_focusable (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  shanhai_chart_view_set_key (self, &self->walked, key);
  if (flagged != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-finding", "s", flagged);
  else if (self->marks != NULL)
    activate_key (self, key);
}

/* (transfer none) (nullable): what the menu and the keys speak of: where the keys are, else what is selected */
static const char *
get_flagged (ShanhaiChartView *self)
{
  return shanhai_chart_view_get_flagged (self, self->walked != NULL ? self->walked : self->selected);
}

static void
popup_menu (ShanhaiChartView *self,
            double            x,
            double            y)
{
  if (self->figure == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.show-finding", get_flagged (self) != NULL);
  if (self->menu == NULL)
    self->menu = shanhai_chart_carry_new_menu (GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_cb (ShanhaiChartView *self,
              int               n_press,
              double            x,
              double            y,
              GtkGesture       *gesture)
{
  const char *key = shanhai_chart_view_hit (self, x, y);

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* it is the menu of what was clicked */
  if (key != NULL)
    shanhai_chart_view_set_key (self, &self->walked, key);
  popup_menu (self, x, y);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);
  double x = gtk_widget_get_width (widget) / 2.;
  double y = gtk_widget_get_height (widget) / 2.;

  if (self->marks != NULL && self->walked != NULL)
    shanhai_marks_get_anchor (self->marks, self->walked, &x, &y);
  popup_menu (self, x, y);
}

static void
show_finding_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autofree char *flagged = g_strdup (get_flagged (SHANHAI_CHART_VIEW (widget)));

  if (flagged != NULL)
    gtk_widget_activate_action (widget, "win.show-finding", "s", flagged);
}

static gboolean
show_finding_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   data)
{
  if (get_flagged (SHANHAI_CHART_VIEW (widget)) == NULL)
    return GDK_EVENT_PROPAGATE;
  show_finding_action (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);

  if (self->marks == NULL)
    return;
  if (g_str_equal (name, "chart.copy-text"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), shanhai_marks_describe (self->marks));
  else
    shanhai_chart_view_copy (self);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);
  const char *current = self->walked != NULL ? self->walked : shanhai_chart_view_find_key (self, self->selected);
  const char * const *keys;
  int step = g_variant_get_int32 (args);
  int n, at = -1;

  if (self->marks == NULL)
    return GDK_EVENT_PROPAGATE;

  keys = shanhai_marks_get_keys (self->marks);
  for (n = 0; keys[n] != NULL; n++)
    if (g_strcmp0 (keys[n], current) == 0)
      at = n;
  if (n == 0)
    return GDK_EVENT_PROPAGATE;

  if (step == G_MININT32 || (at < 0 && step > 0))
    at = 0;
  else if (step == G_MAXINT32 || at < 0)
    at = n - 1;
  else
    at = CLAMP (at + step, 0, n - 1);

  shanhai_chart_view_set_key (self, &self->hovered, NULL);
  shanhai_chart_view_set_key (self, &self->walked, keys[at]);
  return GDK_EVENT_STOP;
}

static gboolean
choose_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);

  if (self->marks == NULL || self->walked == NULL)
    return GDK_EVENT_PROPAGATE;
  activate_key (self, self->walked);
  return GDK_EVENT_STOP;
}

static gboolean
unchoose_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);

  if (self->walked == NULL && self->selected == NULL)
    return GDK_EVENT_PROPAGATE;
  shanhai_chart_view_set_key (self, &self->walked, NULL);
  shanhai_chart_view_set_selected (self, NULL);
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
drag_prepare_cb (ShanhaiChartView *self,
                 double            x,
                 double            y)
{
  return self->marks != NULL ? shanhai_chart_carry_new_content (self->marks) : NULL;
}

static void
drag_begin_cb (ShanhaiChartView *self,
               GdkDrag          *drag,
               GtkDragSource    *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 24, 24);
}

static void
add_walk (GtkWidgetClass *widget_class,
          guint           keyval,
          guint           keypad_keyval,
          int             step)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, walk_cb, "i", step);
  gtk_widget_class_add_binding (widget_class, keypad_keyval, 0, walk_cb, "i", step);
}

void
shanhai_chart_view_install_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-text", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "chart.show-finding", NULL, show_finding_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);

  add_walk (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1);
  add_walk (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1);
  add_walk (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1);
  add_walk (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1);
  add_walk (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, G_MININT32);
  add_walk (widget_class, GDK_KEY_End, GDK_KEY_KP_End, G_MAXINT32);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, choose_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, choose_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, choose_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, show_finding_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, show_finding_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, unchoose_cb, NULL);
}

void
shanhai_chart_view_init_input (ShanhaiChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  /* a menu of its own takes the focus too, and is inside it */
  g_signal_connect_swapped (focus, "notify::is-focus", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  /* at the release, which else would go to the menu that has opened under the pointer */
  g_signal_connect_swapped (secondary, "released", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_swapped (drag, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* shanhai-chart-view.c - a figure on screen: drawn, pointed at, walked by keys, carried away. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, keys and menu are in shanhai-chart-view-input.c, where the marks come from in shanhai-chart-view-layout.c. Three things may be emphasised: what the
 * pointer is over, else what the keys have walked to, else what is selected. The marks are laid out lazily, at the first snapshot after they became stale, so
 * that a hundred changes and a window being dragged wider cost one layout a frame, and a hidden page none. */

#include "shanhai-config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "shanhai-chart-carry.h"
#include "shanhai-chart-view-private.h"
#include "shanhai-display.h"

/* room around the datum that its ring is drawn in, and between the datum and the tip */
#define RING_MARGIN 4
#define TIP_GAP 10

G_DEFINE_FINAL_TYPE (ShanhaiChartView, shanhai_chart_view, GTK_TYPE_WIDGET)

typedef enum { PROP_FIGURE = 1, PROP_SELECTED, PROP_COMPACT, PROP_SHOW_TITLE, PROP_TIP } ShanhaiChartViewProperty;
static GParamSpec *props[PROP_TIP + 1];

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

const char *
shanhai_chart_view_find_key (ShanhaiChartView *self,
                             const char       *key_or_record)
{
  return self->marks != NULL && key_or_record != NULL ? shanhai_marks_find (self->marks, key_or_record) : NULL;
}

/* what the tip speaks of */
static const char *
find_named (ShanhaiChartView *self)
{
  if (self->hovered != NULL)
    return self->hovered;
  return gtk_widget_has_focus (GTK_WIDGET (self)) ? self->walked : NULL;
}

void
shanhai_chart_view_redraw (ShanhaiChartView *self)
{
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe (ShanhaiChartView *self,
          const char       *tip)
{
  g_autofree char *label = NULL, *description = NULL;

  if (self->marks == NULL)
    return;

  /* a screen reader tells a new name of what has the focus: so the walk of the keys is heard */
  label = tip != NULL ? g_strdup_printf ("%s. %s", tip, shanhai_marks_get_title (self->marks))
                      : g_strdup (shanhai_marks_get_title (self->marks));
  description = shanhai_chart_view_dup_description (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, *label != '\0' ? label : _ ("Chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

void
shanhai_chart_view_update_tip (ShanhaiChartView *self)
{
  const char *key = find_named (self);
  g_autofree char *tip = shanhai_chart_view_dup_tip (self, key);

  if (g_strcmp0 (tip, shanhai_chart_view_get_tip (self)) != 0)
    {
      gtk_label_set_label (GTK_LABEL (self->tip), tip != NULL ? tip : "");
      gtk_widget_set_visible (self->tip, tip != NULL);
      describe (self, self->hovered == NULL ? tip : NULL);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIP]);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Not while it is drawn: a tip that comes or goes asks for another frame. */
static gboolean
tell_cb (gpointer data)
{
  ShanhaiChartView *self = data;

  self->tell_id = 0;
  shanhai_chart_view_update_tip (self);
  describe (self, self->hovered == NULL ? shanhai_chart_view_get_tip (self) : NULL);
  return G_SOURCE_REMOVE;
}

void
shanhai_chart_view_queue_tell (ShanhaiChartView *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, tell_cb, self, NULL);
}

bool
shanhai_chart_view_set_key (ShanhaiChartView *self,
                            char            **slot,
                            const char       *key)
{
  if (g_strcmp0 (*slot, key) == 0)
    return false;

  g_free (*slot);
  *slot = g_strdup (key);
  shanhai_chart_view_redraw (self);
  shanhai_chart_view_update_tip (self);
  return true;
}

void
shanhai_chart_view_activated (ShanhaiChartView   *self,
                              const char * const *records)
{
  g_signal_emit (self, signals[ACTIVATED], 0, records);
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiChartView *self = data;

  self->refresh_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A paste of a thousand records is a thousand changes: one layout, when they are over. But what is being read is let go of now: its records may go. */
static void
queue_refresh (ShanhaiChartView *self)
{
  shanhai_chart_view_drop_draft (self);
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
draw_ring (GtkSnapshot      *snapshot,
           ShanhaiMarks     *marks,
           const ShanhaiBox *box)
{
  ShanhaiColour ink = shanhai_palette_get_ink (shanhai_marks_get_theme (marks), SHANHAI_INK_TEXT);
  GdkRGBA colour = { (float) ((ink >> 16) & 0xff) / 255.f, (float) ((ink >> 8) & 0xff) / 255.f, (float) (ink & 0xff) / 255.f, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) floor (box->x) - RING_MARGIN,
                                                        (float) floor (box->y) - RING_MARGIN,
                                                        (float) ceil (box->width) + 2 * RING_MARGIN,
                                                        (float) ceil (box->height) + 2 * RING_MARGIN),
                                   RING_MARGIN);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
}

static GskRenderNode *
draw_marks (ShanhaiChartView *self,
            int               width,
            int               height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const char *emphasised = find_named (self) != NULL ? find_named (self) : shanhai_chart_view_find_key (self, self->selected);
  const char *highlighted[] = { emphasised, NULL };
  ShanhaiBox box;
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  shanhai_marks_draw (self->marks, cr, emphasised != NULL ? highlighted : NULL);
  shanhai_chart_view_draw_flags (self, cr);
  cairo_destroy (cr);

  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)) && self->walked != NULL
      && shanhai_marks_get_bounds (self->marks, self->walked, &box))
    draw_ring (snapshot, self->marks, &box);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
shanhai_chart_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->figure == NULL || width <= 0 || height <= 0)
    return;

  /* not while changes are still coming */
  if (self->refresh_id == 0)
    shanhai_chart_view_ensure_marks (self);
  if (self->drawing == NULL && self->marks != NULL)
    self->drawing = draw_marks (self, width, height);
  if (self->drawing != NULL)
    gtk_snapshot_append_node (snapshot, self->drawing);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
  gtk_widget_snapshot_child (widget, self->spinner, snapshot);
}

static void
shanhai_chart_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->compact ? 140 : 240;
      *natural = self->compact ? 220 : 640;
    }
  else
    {
      *minimum = self->compact ? 100 : 150;
      *natural = self->compact ? 150 : 420;
    }
}

/* Above the datum and in the middle of it; below where there is no room above; never over the edge. */
static void
allocate_tip (ShanhaiChartView *self,
              int               width,
              int               height)
{
  const char *key = find_named (self);
  GtkRequisition size;
  ShanhaiBox box;
  double x, y, tip_x, tip_y;

  if (!gtk_widget_get_visible (self->tip))
    return;

  gtk_widget_get_preferred_size (self->tip, NULL, &size);
  if (size.width > width)
    {
      size.width = width;
      gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, width, NULL, &size.height, NULL, NULL);
    }
  if (self->marks == NULL || key == NULL || !shanhai_marks_get_anchor (self->marks, key, &x, &y))
    x = y = 0;
  tip_x = CLAMP (x - size.width / 2., 0, width - size.width);
  tip_y = y - size.height - TIP_GAP;
  if (tip_y < 0)
    {
      tip_y = y + TIP_GAP;
      /* a tall band: rather on it than off the chart */
      if (shanhai_marks_get_bounds (self->marks, key, &box) && box.height < height / 3.)
        tip_y = box.y + box.height + TIP_GAP;
    }
  tip_y = CLAMP (tip_y, 0, MAX (0, height - size.height));

  gtk_widget_size_allocate (self->tip,
                            &(GtkAllocation) { (int) round (tip_x), (int) round (tip_y), size.width, size.height }, -1);
}

static void
shanhai_chart_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (widget);

  if (self->marks != NULL
      && ((int) shanhai_marks_get_width (self->marks) != width || (int) shanhai_marks_get_height (self->marks) != height))
    self->stale = true;
  allocate_tip (self, width, height);
  if (gtk_widget_get_visible (self->spinner))
    gtk_widget_size_allocate (self->spinner, &(GtkAllocation) { 0, 0, width, height }, -1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
shanhai_chart_view_dispose (GObject *object)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  shanhai_chart_view_drop_marks (self);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
  g_clear_object (&self->casebook_signals);
  shanhai_chart_view_follow_checks (self, NULL);
  g_clear_object (&self->figure);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);

  G_OBJECT_CLASS (shanhai_chart_view_parent_class)->dispose (object);
}

static void
shanhai_chart_view_finalize (GObject *object)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (object);

  g_free (self->selected);
  g_free (self->hovered);
  g_free (self->walked);

  G_OBJECT_CLASS (shanhai_chart_view_parent_class)->finalize (object);
}

static void
shanhai_chart_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (object);

  switch ((ShanhaiChartViewProperty) prop_id)
    {
    case PROP_FIGURE:
      g_value_set_object (value, self->figure);
      break;
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_SHOW_TITLE:
      g_value_set_boolean (value, self->show_title);
      break;
    case PROP_TIP:
      g_value_set_string (value, shanhai_chart_view_get_tip (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_chart_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShanhaiChartView *self = SHANHAI_CHART_VIEW (object);

  switch ((ShanhaiChartViewProperty) prop_id)
    {
    case PROP_FIGURE:
      shanhai_chart_view_set_figure (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      shanhai_chart_view_set_selected (self, g_value_get_string (value));
      break;
    case PROP_COMPACT:
      shanhai_chart_view_set_compact (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_TITLE:
      shanhai_chart_view_set_show_title (self, g_value_get_boolean (value));
      break;
    case PROP_TIP:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_chart_view_class_init (ShanhaiChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_chart_view_dispose;
  object_class->finalize = shanhai_chart_view_finalize;
  object_class->get_property = shanhai_chart_view_get_property;
  object_class->set_property = shanhai_chart_view_set_property;
  widget_class->snapshot = shanhai_chart_view_snapshot;
  widget_class->measure = shanhai_chart_view_measure;
  widget_class->size_allocate = shanhai_chart_view_size_allocate;

  props[PROP_FIGURE] = g_param_spec_object ("figure", NULL, NULL, SHANHAI_TYPE_FIGURE, flags);
  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  props[PROP_SHOW_TITLE] = g_param_spec_boolean ("show-title", NULL, NULL, TRUE, flags);
  props[PROP_TIP] = g_param_spec_string ("tip", NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ShanhaiChartView::activated:
   * @records: ids of the records behind the datum that was clicked
   *
   * A datum was clicked, or Enter was pressed on it.
   */
  signals[ACTIVATED] = g_signal_new ("activated", SHANHAI_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  shanhai_chart_view_install_input (widget_class);
}

static void
shanhai_chart_view_init (ShanhaiChartView *self)
{
  self->show_title = true;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->tip = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->tip), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tip), 44);
  gtk_widget_add_css_class (self->tip, "chart-tip");
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_halign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->spinner, 24, 24);
  gtk_widget_set_can_target (self->spinner, FALSE);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_parent (self->spinner, GTK_WIDGET (self));

  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  shanhai_chart_view_init_input (self);
}

GtkWidget *
shanhai_chart_view_new (void)
{
  return g_object_new (SHANHAI_TYPE_CHART_VIEW, NULL);
}

ShanhaiFigure *
shanhai_chart_view_get_figure (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), NULL);

  return self->figure;
}

void
shanhai_chart_view_set_figure (ShanhaiChartView *self,
                               ShanhaiFigure    *figure)
{
  g_return_if_fail (SHANHAI_IS_CHART_VIEW (self));
  g_return_if_fail (figure == NULL || SHANHAI_IS_FIGURE (figure));

  if (!g_set_object (&self->figure, figure))
    return;

  g_signal_group_set_target (self->casebook_signals, figure != NULL ? shanhai_figure_get_casebook (figure) : NULL);
  shanhai_chart_view_follow_checks (self, figure != NULL ? shanhai_figure_get_casebook (figure) : NULL);
  shanhai_chart_view_drop_marks (self);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_pointer (&self->walked, g_free);
  shanhai_chart_view_redraw (self);
  shanhai_chart_view_update_tip (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURE]);
}

const char *
shanhai_chart_view_get_selected (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), NULL);

  return self->selected;
}

void
shanhai_chart_view_set_selected (ShanhaiChartView *self,
                                 const char       *record_id)
{
  g_return_if_fail (SHANHAI_IS_CHART_VIEW (self));

  if (g_strcmp0 (self->selected, record_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (record_id);
  shanhai_chart_view_redraw (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

bool
shanhai_chart_view_get_compact (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), false);

  return self->compact;
}

void
shanhai_chart_view_set_compact (ShanhaiChartView *self,
                                bool              compact)
{
  g_return_if_fail (SHANHAI_IS_CHART_VIEW (self));

  if (self->compact == compact)
    return;

  self->compact = compact;
  self->stale = true;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
}

bool
shanhai_chart_view_get_show_title (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), false);

  return self->show_title;
}

void
shanhai_chart_view_set_show_title (ShanhaiChartView *self,
                                   bool              show_title)
{
  g_return_if_fail (SHANHAI_IS_CHART_VIEW (self));

  if (self->show_title == show_title)
    return;

  self->show_title = show_title;
  self->stale = true;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_TITLE]);
}

ShanhaiMarks *
shanhai_chart_view_get_marks (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), NULL);

  return self->marks;
}

const char *
shanhai_chart_view_get_tip (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), NULL);

  return gtk_widget_get_visible (self->tip) ? gtk_label_get_label (GTK_LABEL (self->tip)) : NULL;
}

bool
shanhai_chart_view_copy (ShanhaiChartView *self)
{
  g_autoptr (GdkContentProvider) content = NULL;

  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), false);

  content = self->marks != NULL ? shanhai_chart_carry_new_content (self->marks) : NULL;
  return content != NULL && gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

/* shanhai-split.c - a chart and its table: side by side, or one above the other where it is narrow. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-split.h"

#include "shanhai-display.h"

/* px: under this width a chart and a table side by side are both too narrow to read */
#define NARROW 780
/* how much of the room the chart has until a person moves the handle */
#define SHARE_BESIDE .50
#define SHARE_ABOVE .60

struct _ShanhaiSplit
{
  GtkWidget  parent_instance;

  GtkPaned  *paned;
  guint      turn_id;
  int        width, height;  /* that the handle was set for */
  int        natural;        /* height that what stands above asked for then; 0 side by side */
  bool       narrow;
  bool       upright;
  bool       setting;        /* the handle is being set by us */
};

G_DEFINE_FINAL_TYPE (ShanhaiSplit, shanhai_split, GTK_TYPE_WIDGET)

typedef enum { PROP_START_CHILD = 1, PROP_END_CHILD, PROP_NARROW, PROP_UPRIGHT } ShanhaiSplitProperty;
static GParamSpec *props[PROP_UPRIGHT + 1];

static GSettings *
get_settings (void)
{
  return shanhai_display_get_settings (shanhai_display_get_default ());
}

static bool
is_above (ShanhaiSplit *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL;
}

/* px that what stands above asks for; 0 when nothing does, and before there is a width */
static int
measure_above (ShanhaiSplit *self,
               int           width)
{
  int natural = 0;

  if (width > 0 && is_above (self) && gtk_paned_get_start_child (self->paned) != NULL)
    gtk_widget_measure (gtk_paned_get_start_child (self->paned), GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
place_handle (ShanhaiSplit *self,
              int           width,
              int           height)
{
  bool above = is_above (self);
  int kept = above ? -1 : g_settings_get_int (get_settings (), "pane-position");
  int position = above ? (int) (height * SHARE_ABOVE) : (int) (width * SHARE_BESIDE);

  if (kept > 0 && kept < width - 200)
    position = kept;
  /* what is small leaves the rest to the table below it */
  self->natural = measure_above (self, width);
  if (self->natural > 0)
    position = MIN (position, self->natural);
  self->setting = true;
  gtk_paned_set_position (self->paned, position);
  self->setting = false;
}

static void
turn (ShanhaiSplit *self,
      bool          tell)
{
  bool narrow = self->width < NARROW;
  GtkOrientation orientation = narrow || self->upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) != orientation)
    {
      self->setting = true;
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), orientation);
      /* else GTK takes the width it had for a height and stretches the handle's place by it */
      gtk_paned_set_resize_start_child (self->paned, orientation == GTK_ORIENTATION_HORIZONTAL);
      self->setting = false;
    }
  place_handle (self, self->width, self->height);
  if (tell && self->narrow != narrow)
    {
      self->narrow = narrow;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
    }
}

/* Not during an allocation: turning the pane asks for another one. */
static gboolean
turn_cb (gpointer data)
{
  ShanhaiSplit *self = data;

  self->turn_id = 0;
  turn (self, true);
  return G_SOURCE_REMOVE;
}

static void
position_cb (ShanhaiSplit *self)
{
  /* GTK moves the handle too, while it allocates: only a hand or a key counts */
  if (self->setting || self->turn_id != 0 || self->width == 0
      || is_above (self))
    return;
  g_settings_set_int (get_settings (), "pane-position", gtk_paned_get_position (self->paned));
}

static void
shanhai_split_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  ShanhaiSplit *self = SHANHAI_SPLIT (widget);
  int start = 0, end = 0;

  gtk_widget_measure (GTK_WIDGET (self->paned), orientation, -1, minimum, natural, NULL, NULL);
  /* side by side it would ask for more than it needs once it is turned */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      if (gtk_paned_get_start_child (self->paned) != NULL)
        gtk_widget_measure (gtk_paned_get_start_child (self->paned), orientation, -1, &start, NULL, NULL, NULL);
      if (gtk_paned_get_end_child (self->paned) != NULL)
        gtk_widget_measure (gtk_paned_get_end_child (self->paned), orientation, -1, &end, NULL, NULL, NULL);
      *minimum = MAX (start, end);
      *natural = MAX (*natural, *minimum);
    }
}

static void
shanhai_split_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ShanhaiSplit *self = SHANHAI_SPLIT (widget);

  /* At the first showing nothing stands anywhere yet, so the pane can be turned right away: else a chart would be laid out twice. */
  if (self->width == 0 && width > 0)
    {
      self->width = width;
      self->height = height;
      turn (self, false);
      if (self->narrow != (width < NARROW) && self->turn_id == 0)
        self->turn_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, turn_cb, self, NULL);
    }
  self->setting = true;
  gtk_widget_size_allocate (GTK_WIDGET (self->paned), &(GtkAllocation) { 0, 0, width, height }, -1);
  self->setting = false;
  /* what stands above may be filled after it was first shown */
  if (width == self->width && height == self->height && measure_above (self, width) == self->natural)
    return;

  self->width = width;
  self->height = height;
  if (self->turn_id == 0)
    self->turn_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, turn_cb, self, NULL);
}

static void
shanhai_split_dispose (GObject *object)
{
  ShanhaiSplit *self = SHANHAI_SPLIT (object);

  g_clear_handle_id (&self->turn_id, g_source_remove);
  if (self->paned != NULL)
    g_signal_handlers_disconnect_by_func (self->paned, position_cb, self);
  g_clear_pointer ((GtkWidget **) &self->paned, gtk_widget_unparent);

  G_OBJECT_CLASS (shanhai_split_parent_class)->dispose (object);
}

static void
shanhai_split_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ShanhaiSplit *self = SHANHAI_SPLIT (object);

  switch ((ShanhaiSplitProperty) prop_id)
    {
    case PROP_START_CHILD:
      g_value_set_object (value, shanhai_split_get_start_child (self));
      break;
    case PROP_END_CHILD:
      g_value_set_object (value, shanhai_split_get_end_child (self));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_UPRIGHT:
      g_value_set_boolean (value, self->upright);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_split_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ShanhaiSplit *self = SHANHAI_SPLIT (object);

  switch ((ShanhaiSplitProperty) prop_id)
    {
    case PROP_START_CHILD:
      shanhai_split_set_start_child (self, g_value_get_object (value));
      break;
    case PROP_END_CHILD:
      shanhai_split_set_end_child (self, g_value_get_object (value));
      break;
    case PROP_UPRIGHT:
      shanhai_split_set_upright (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_split_class_init (ShanhaiSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_split_dispose;
  object_class->get_property = shanhai_split_get_property;
  object_class->set_property = shanhai_split_set_property;
  widget_class->measure = shanhai_split_measure;
  widget_class->size_allocate = shanhai_split_size_allocate;

  props[PROP_START_CHILD] = g_param_spec_object ("start-child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_END_CHILD] = g_param_spec_object ("end-child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_UPRIGHT] = g_param_spec_boolean ("upright", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "split-pane");
}

static void
shanhai_split_init (ShanhaiSplit *self)
{
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_paned_set_resize_start_child (self->paned, TRUE);
  gtk_paned_set_resize_end_child (self->paned, TRUE);
  gtk_paned_set_shrink_start_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->paned), GTK_WIDGET (self));
  g_signal_connect_swapped (self->paned, "notify::position", G_CALLBACK (position_cb), self);
}

GtkWidget *
shanhai_split_new (void)
{
  return g_object_new (SHANHAI_TYPE_SPLIT, NULL);
}

GtkWidget *
shanhai_split_get_start_child (ShanhaiSplit *self)
{
  g_return_val_if_fail (SHANHAI_IS_SPLIT (self), NULL);

  return gtk_paned_get_start_child (self->paned);
}

void
shanhai_split_set_start_child (ShanhaiSplit *self,
                               GtkWidget    *child)
{
  g_return_if_fail (SHANHAI_IS_SPLIT (self));

  if (gtk_paned_get_start_child (self->paned) == child)
    return;
  gtk_paned_set_start_child (self->paned, child);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START_CHILD]);
}

GtkWidget *
shanhai_split_get_end_child (ShanhaiSplit *self)
{
  g_return_val_if_fail (SHANHAI_IS_SPLIT (self), NULL);

  return gtk_paned_get_end_child (self->paned);
}

void
shanhai_split_set_end_child (ShanhaiSplit *self,
                             GtkWidget    *child)
{
  g_return_if_fail (SHANHAI_IS_SPLIT (self));

  if (gtk_paned_get_end_child (self->paned) == child)
    return;
  gtk_paned_set_end_child (self->paned, child);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_END_CHILD]);
}

bool
shanhai_split_get_narrow (ShanhaiSplit *self)
{
  g_return_val_if_fail (SHANHAI_IS_SPLIT (self), false);

  return self->narrow;
}

bool
shanhai_split_get_upright (ShanhaiSplit *self)
{
  g_return_val_if_fail (SHANHAI_IS_SPLIT (self), false);

  return self->upright;
}

void
shanhai_split_set_upright (ShanhaiSplit *self,
                           bool          upright)
{
  g_return_if_fail (SHANHAI_IS_SPLIT (self));

  if (self->upright == upright)
    return;

  self->upright = upright;
  if (self->turn_id == 0)
    self->turn_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, turn_cb, self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UPRIGHT]);
}

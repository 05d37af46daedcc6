/* shanhai-width-bin.c - holds one widget and tells whether there is room for it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "narrow", which is a style class too, changes when the allocation is over, before the next frame: what follows from it (a box
 * that turns, a list that hides) wants an allocation of its own. For that one frame a child that needs more than there is, is cut off. */

#include "shanhai-width-bin.h"

/* the least that the bin asks for, px; a child that needs less gets along with that */
#define MIN_WIDTH 280

struct _ShanhaiWidthBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  int        narrow_below;
  bool       narrow;
  guint      update_id;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiWidthBin, shanhai_width_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

typedef enum { PROP_CHILD = 1, PROP_NARROW_BELOW, PROP_NARROW } ShanhaiWidthBinProperty;
static GParamSpec *props[PROP_NARROW + 1];

static GtkBuildableIface *parent_buildable;

static gboolean
update_cb (gpointer data)
{
  ShanhaiWidthBin *self = data;
  bool narrow = gtk_widget_get_width (GTK_WIDGET (self)) < self->narrow_below;

  self->update_id = 0;
  if (self->narrow != narrow)
    {
      self->narrow = narrow;
      if (narrow)
        gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

static int
get_child_minimum (ShanhaiWidthBin *self)
{
  int minimum = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static GtkSizeRequestMode
shanhai_width_bin_get_request_mode (GtkWidget *widget)
{
  ShanhaiWidthBin *self = SHANHAI_WIDTH_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
shanhai_width_bin_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  ShanhaiWidthBin *self = SHANHAI_WIDTH_BIN (widget);

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, get_child_minimum (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
shanhai_width_bin_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  ShanhaiWidthBin *self = SHANHAI_WIDTH_BIN (widget);

  if (self->narrow != (width < self->narrow_below) && self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
  if (self->child != NULL)
    {
      int child_width = MAX (width, get_child_minimum (self));
      int child_height;

      gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, child_width, MAX (height, child_height), -1, NULL);
    }
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    shanhai_width_bin_set_child (SHANHAI_WIDTH_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
shanhai_width_bin_dispose (GObject *object)
{
  ShanhaiWidthBin *self = SHANHAI_WIDTH_BIN (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (shanhai_width_bin_parent_class)->dispose (object);
}

static void
shanhai_width_bin_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ShanhaiWidthBin *self = SHANHAI_WIDTH_BIN (object);

  switch ((ShanhaiWidthBinProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW_BELOW:
      g_value_set_int (value, self->narrow_below);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_width_bin_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ShanhaiWidthBin *self = SHANHAI_WIDTH_BIN (object);

  switch ((ShanhaiWidthBinProperty) prop_id)
    {
    case PROP_CHILD:
      shanhai_width_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_NARROW_BELOW:
      shanhai_width_bin_set_narrow_below (self, g_value_get_int (value));
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_width_bin_class_init (ShanhaiWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_width_bin_dispose;
  object_class->get_property = shanhai_width_bin_get_property;
  object_class->set_property = shanhai_width_bin_set_property;
  widget_class->get_request_mode = shanhai_width_bin_get_request_mode;
  widget_class->measure = shanhai_width_bin_measure;
  widget_class->size_allocate = shanhai_width_bin_size_allocate;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  props[PROP_NARROW_BELOW] = g_param_spec_int ("narrow-below", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_width_bin_init (ShanhaiWidthBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
shanhai_width_bin_new (void)
{
  return g_object_new (SHANHAI_TYPE_WIDTH_BIN, NULL);
}

GtkWidget *
shanhai_width_bin_get_child (ShanhaiWidthBin *self)
{
  g_return_val_if_fail (SHANHAI_IS_WIDTH_BIN (self), NULL);

  return self->child;
}

void
shanhai_width_bin_set_child (ShanhaiWidthBin *self,
                             GtkWidget       *child)
{
  g_return_if_fail (SHANHAI_IS_WIDTH_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

int
shanhai_width_bin_get_narrow_below (ShanhaiWidthBin *self)
{
  g_return_val_if_fail (SHANHAI_IS_WIDTH_BIN (self), 0);

  return self->narrow_below;
}

void
shanhai_width_bin_set_narrow_below (ShanhaiWidthBin *self,
                                    int              width)
{
  g_return_if_fail (SHANHAI_IS_WIDTH_BIN (self));

  if (self->narrow_below == width)
    return;

  self->narrow_below = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW_BELOW]);
}

bool
shanhai_width_bin_get_narrow (ShanhaiWidthBin *self)
{
  g_return_val_if_fail (SHANHAI_IS_WIDTH_BIN (self), false);

  return self->narrow;
}

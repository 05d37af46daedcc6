/* shanhai-empty-state.c - what an empty page says: what goes there. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-empty-state.h"

struct _ShanhaiEmptyState
{
  GtkWidget  parent_instance;

  GtkImage  *image;
  GtkLabel  *title;
  GtkLabel  *text;
  GtkBox    *buttons;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiEmptyState, shanhai_empty_state, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

typedef enum { PROP_ICON_NAME = 1, PROP_TITLE, PROP_TEXT } ShanhaiEmptyStateProperty;
static GParamSpec *props[PROP_TEXT + 1];

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  ShanhaiEmptyState *self = SHANHAI_EMPTY_STATE (buildable);

  if (g_strcmp0 (type, "button") == 0)
    gtk_box_append (self->buttons, GTK_WIDGET (child));
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
shanhai_empty_state_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_empty_state_parent_class)->dispose (object);
}

static void
shanhai_empty_state_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ShanhaiEmptyState *self = SHANHAI_EMPTY_STATE (object);

  switch ((ShanhaiEmptyStateProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, shanhai_empty_state_get_icon_name (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, shanhai_empty_state_get_title (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, shanhai_empty_state_get_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_empty_state_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ShanhaiEmptyState *self = SHANHAI_EMPTY_STATE (object);

  switch ((ShanhaiEmptyStateProperty) prop_id)
    {
    case PROP_ICON_NAME:
      shanhai_empty_state_set_icon_name (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      shanhai_empty_state_set_title (self, g_value_get_string (value));
      break;
    case PROP_TEXT:
      shanhai_empty_state_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_empty_state_class_init (ShanhaiEmptyStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_empty_state_dispose;
  object_class->get_property = shanhai_empty_state_get_property;
  object_class->set_property = shanhai_empty_state_set_property;

  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiEmptyState, image);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiEmptyState, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiEmptyState, text);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiEmptyState, buttons);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
shanhai_empty_state_init (ShanhaiEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_empty_state_new (void)
{
  return g_object_new (SHANHAI_TYPE_EMPTY_STATE, NULL);
}

const char *
shanhai_empty_state_get_icon_name (ShanhaiEmptyState *self)
{
  g_return_val_if_fail (SHANHAI_IS_EMPTY_STATE (self), NULL);

  return gtk_image_get_icon_name (self->image);
}

void
shanhai_empty_state_set_icon_name (ShanhaiEmptyState *self,
                                   const char        *icon_name)
{
  g_return_if_fail (SHANHAI_IS_EMPTY_STATE (self));

  if (g_strcmp0 (gtk_image_get_icon_name (self->image), icon_name) == 0)
    return;

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->image), icon_name != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ICON_NAME]);
}

/* a label has no "nothing": an empty text is none */
static const char *
get_told (GtkLabel *label)
{
  const char *text = gtk_label_get_label (label);

  return *text != '\0' ? text : NULL;
}

const char *
shanhai_empty_state_get_title (ShanhaiEmptyState *self)
{
  g_return_val_if_fail (SHANHAI_IS_EMPTY_STATE (self), NULL);

  return get_told (self->title);
}

void
shanhai_empty_state_set_title (ShanhaiEmptyState *self,
                               const char        *title)
{
  g_return_if_fail (SHANHAI_IS_EMPTY_STATE (self));

  if (g_strcmp0 (get_told (self->title), title) == 0)
    return;

  gtk_label_set_label (self->title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
shanhai_empty_state_get_text (ShanhaiEmptyState *self)
{
  g_return_val_if_fail (SHANHAI_IS_EMPTY_STATE (self), NULL);

  return get_told (self->text);
}

void
shanhai_empty_state_set_text (ShanhaiEmptyState *self,
                              const char        *text)
{
  g_return_if_fail (SHANHAI_IS_EMPTY_STATE (self));

  if (g_strcmp0 (get_told (self->text), text) == 0)
    return;

  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

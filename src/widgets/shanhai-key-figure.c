/* shanhai-key-figure.c - a card with one figure that stands for a case; a click goes to its page. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-key-figure.h"

#include "shanhai-finding-badge.h"

struct _ShanhaiKeyFigure
{
  GtkWidget  parent_instance;

  GtkButton *button;
  ShanhaiFindingBadge *badge;  /* over the button: a button in a button can't be reached by the keyboard */
  GtkLabel  *heading;
  GtkLabel  *value;
  GtkLabel  *caption;
};

G_DEFINE_FINAL_TYPE (ShanhaiKeyFigure, shanhai_key_figure, GTK_TYPE_WIDGET)

typedef enum { PROP_HEADING = 1, PROP_VALUE, PROP_CAPTION } ShanhaiKeyFigureProperty;
static GParamSpec *props[PROP_CAPTION + 1];

/* one name for the whole card: else a screen reader reads three loose labels */
static void
update_name (ShanhaiKeyFigure *self)
{
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", gtk_label_get_label (self->heading),
                                           gtk_label_get_label (self->value), gtk_label_get_label (self->caption));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* what the checks say against the figure is heard with it, not only at the mark */
static void
update_description (ShanhaiKeyFigure *self)
{
  const char *text = shanhai_finding_badge_get_text (self->badge);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
set_text (ShanhaiKeyFigure         *self,
          GtkLabel                 *label,
          const char               *text,
          ShanhaiKeyFigureProperty  property)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_label_get_label (label), text))
    return;

  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), *text != '\0' ? text : NULL);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

static void
shanhai_key_figure_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ShanhaiKeyFigure *self = SHANHAI_KEY_FIGURE (object);

  switch ((ShanhaiKeyFigureProperty) prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, shanhai_key_figure_get_heading (self));
      break;
    case PROP_VALUE:
      g_value_set_string (value, shanhai_key_figure_get_value (self));
      break;
    case PROP_CAPTION:
      g_value_set_string (value, shanhai_key_figure_get_caption (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_key_figure_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ShanhaiKeyFigure *self = SHANHAI_KEY_FIGURE (object);

  switch ((ShanhaiKeyFigureProperty) prop_id)
    {
    case PROP_HEADING:
      shanhai_key_figure_set_heading (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      shanhai_key_figure_set_value (self, g_value_get_string (value));
      break;
    case PROP_CAPTION:
      shanhai_key_figure_set_caption (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_key_figure_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_key_figure_parent_class)->dispose (object);
}

static void
shanhai_key_figure_class_init (ShanhaiKeyFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_key_figure_dispose;
  object_class->get_property = shanhai_key_figure_get_property;
  object_class->set_property = shanhai_key_figure_set_property;

  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, "", flags);
  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, "", flags);
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (SHANHAI_TYPE_FINDING_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-key-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiKeyFigure, button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiKeyFigure, badge);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiKeyFigure, heading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiKeyFigure, value);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiKeyFigure, caption);
  gtk_widget_class_bind_template_callback (widget_class, update_description);
}

static void
shanhai_key_figure_init (ShanhaiKeyFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_key_figure_new (void)
{
  return g_object_new (SHANHAI_TYPE_KEY_FIGURE, NULL);
}

void
shanhai_key_figure_show (ShanhaiKeyFigure        *self,
                         ShanhaiCasebook         *casebook,
                         const ShanhaiCaseFigure *figure)
{
  g_return_if_fail (SHANHAI_IS_KEY_FIGURE (self));

  shanhai_key_figure_set_heading (self, figure->heading);
  shanhai_key_figure_set_value (self, figure->value);
  shanhai_key_figure_set_caption (self, figure->caption);
  shanhai_finding_badge_show (self->badge, casebook, (const char * const *) figure->records);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", figure->page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "case.page");
  /* the stripe at its side says which page */
  gtk_widget_set_css_classes (GTK_WIDGET (self->button), (const char *[]) { "card", "key-figure-card", figure->page, NULL });
}

const char *
shanhai_key_figure_get_heading (ShanhaiKeyFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_KEY_FIGURE (self), NULL);

  return gtk_label_get_label (self->heading);
}

void
shanhai_key_figure_set_heading (ShanhaiKeyFigure *self,
                                const char       *heading)
{
  g_return_if_fail (SHANHAI_IS_KEY_FIGURE (self));

  set_text (self, self->heading, heading, PROP_HEADING);
}

const char *
shanhai_key_figure_get_value (ShanhaiKeyFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_KEY_FIGURE (self), NULL);

  return gtk_label_get_label (self->value);
}

void
shanhai_key_figure_set_value (ShanhaiKeyFigure *self,
                              const char       *value)
{
  g_return_if_fail (SHANHAI_IS_KEY_FIGURE (self));

  set_text (self, self->value, value, PROP_VALUE);
}

const char *
shanhai_key_figure_get_caption (ShanhaiKeyFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_KEY_FIGURE (self), NULL);

  return gtk_label_get_label (self->caption);
}

void
shanhai_key_figure_set_caption (ShanhaiKeyFigure *self,
                                const char       *caption)
{
  g_return_if_fail (SHANHAI_IS_KEY_FIGURE (self));

  set_text (self, self->caption, caption, PROP_CAPTION);
}

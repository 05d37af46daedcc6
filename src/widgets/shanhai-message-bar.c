/* shanhai-message-bar.c - a sentence to the person: one that passes, or one that stays until it is closed. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-message-bar.h"

/* long enough to read it and reach for its button */
#define PASSING_SECONDS 6

struct _ShanhaiMessageBar
{
  GtkWidget    parent_instance;

  bool         passing;
  bool         error;
  char        *text;
  guint        timeout;

  GtkRevealer *revealer;
  GtkWidget   *frame;
  GtkImage    *icon;
  GtkLabel    *label;
  GtkButton   *button;
  GPtrArray   *more;   /* further buttons, borrowed from the frame */
  GtkEventController *motion;
  GtkEventController *focus;
};

G_DEFINE_FINAL_TYPE (ShanhaiMessageBar, shanhai_message_bar, GTK_TYPE_WIDGET)

typedef enum { PROP_PASSING = 1, PROP_ERROR, PROP_TEXT } ShanhaiMessageBarProperty;
static GParamSpec *props[PROP_TEXT + 1];

static gboolean
timeout_cb (gpointer user_data)
{
  ShanhaiMessageBar *self = SHANHAI_MESSAGE_BAR (user_data);

  if (gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->motion))
      || gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus)))
    return G_SOURCE_CONTINUE;

  self->timeout = 0;
  shanhai_message_bar_set_text (self, "");
  return G_SOURCE_REMOVE;
}

static void
set_text (ShanhaiMessageBar *self,
          const char        *text)
{
  bool speaks = *text != '\0';
  bool other = !g_str_equal (text, self->text);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (speaks && self->passing)
    self->timeout = g_timeout_add_seconds (PASSING_SECONDS, timeout_cb, self);

  if (other)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      /* while it slides away the old words stay */
      if (speaks)
        {
          gtk_label_set_text (self->label, text);
          gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
        }
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
    }

  if (speaks)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, speaks);
}

static void
remove_more (ShanhaiMessageBar *self)
{
  for (guint i = 0; i < self->more->len; i++)
    gtk_box_remove (GTK_BOX (self->frame), self->more->pdata[i]);
  g_ptr_array_set_size (self->more, 0);
}

static void
child_revealed_cb (ShanhaiMessageBar *self)
{
  /* nothing of it may stay in the way of the pointer, nor be read out */
  if (!gtk_revealer_get_child_revealed (self->revealer) && !gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
close_cb (ShanhaiMessageBar *self)
{
  shanhai_message_bar_set_text (self, "");
}

static void
button_clicked_cb (ShanhaiMessageBar *self)
{
  if (self->passing)
    shanhai_message_bar_set_text (self, "");
}

static void
update_looks (ShanhaiMessageBar *self)
{
  gtk_revealer_set_transition_type (self->revealer, self->passing ? GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP
                                                                  : GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  if (self->passing)
    gtk_widget_add_css_class (self->frame, "passing");
  else
    gtk_widget_remove_css_class (self->frame, "passing");
  if (self->error)
    gtk_widget_add_css_class (self->frame, "error");
  else
    gtk_widget_remove_css_class (self->frame, "error");

  gtk_widget_set_visible (GTK_WIDGET (self->icon), !self->passing);
  gtk_image_set_from_icon_name (self->icon, self->error ? "dialog-error-symbolic" : "dialog-information-symbolic");
}

static void
shanhai_message_bar_dispose (GObject *object)
{
  ShanhaiMessageBar *self = SHANHAI_MESSAGE_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timeout, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_message_bar_parent_class)->dispose (object);
}

static void
shanhai_message_bar_finalize (GObject *object)
{
  ShanhaiMessageBar *self = SHANHAI_MESSAGE_BAR (object);

  g_free (self->text);
  g_ptr_array_unref (self->more);

  G_OBJECT_CLASS (shanhai_message_bar_parent_class)->finalize (object);
}

static void
shanhai_message_bar_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ShanhaiMessageBar *self = SHANHAI_MESSAGE_BAR (object);

  switch ((ShanhaiMessageBarProperty) prop_id)
    {
    case PROP_PASSING:
      g_value_set_boolean (value, self->passing);
      break;
    case PROP_ERROR:
      g_value_set_boolean (value, self->error);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_message_bar_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ShanhaiMessageBar *self = SHANHAI_MESSAGE_BAR (object);

  switch ((ShanhaiMessageBarProperty) prop_id)
    {
    case PROP_PASSING:
      shanhai_message_bar_set_passing (self, g_value_get_boolean (value));
      break;
    case PROP_ERROR:
      shanhai_message_bar_set_error (self, g_value_get_boolean (value));
      break;
    case PROP_TEXT:
      shanhai_message_bar_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_message_bar_class_init (ShanhaiMessageBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_message_bar_dispose;
  object_class->finalize = shanhai_message_bar_finalize;
  object_class->get_property = shanhai_message_bar_get_property;
  object_class->set_property = shanhai_message_bar_set_property;

  props[PROP_PASSING] = g_param_spec_boolean ("passing", NULL, NULL, FALSE, flags);
  props[PROP_ERROR] = g_param_spec_boolean ("error", NULL, NULL, FALSE, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-message-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, frame);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, icon);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, motion);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMessageBar, focus);
  gtk_widget_class_bind_template_callback (widget_class, child_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
shanhai_message_bar_init (ShanhaiMessageBar *self)
{
  self->text = g_strdup ("");
  self->more = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  update_looks (self);
}

GtkWidget *
shanhai_message_bar_new (void)
{
  return g_object_new (SHANHAI_TYPE_MESSAGE_BAR, NULL);
}

bool
shanhai_message_bar_get_passing (ShanhaiMessageBar *self)
{
  g_return_val_if_fail (SHANHAI_IS_MESSAGE_BAR (self), false);

  return self->passing;
}

void
shanhai_message_bar_set_passing (ShanhaiMessageBar *self,
                                 bool               passing)
{
  g_return_if_fail (SHANHAI_IS_MESSAGE_BAR (self));

  if (passing == self->passing)
    return;

  self->passing = passing;
  update_looks (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PASSING]);
}

bool
shanhai_message_bar_get_error (ShanhaiMessageBar *self)
{
  g_return_val_if_fail (SHANHAI_IS_MESSAGE_BAR (self), false);

  return self->error;
}

void
shanhai_message_bar_set_error (ShanhaiMessageBar *self,
                               bool               error)
{
  g_return_if_fail (SHANHAI_IS_MESSAGE_BAR (self));

  if (error == self->error)
    return;

  self->error = error;
  update_looks (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

const char *
shanhai_message_bar_get_text (ShanhaiMessageBar *self)
{
  g_return_val_if_fail (SHANHAI_IS_MESSAGE_BAR (self), NULL);

  return self->text;
}

void
shanhai_message_bar_set_text (ShanhaiMessageBar *self,
                              const char        *text)
{
  g_return_if_fail (SHANHAI_IS_MESSAGE_BAR (self));

  if (text == NULL)
    text = "";
  if (*text != '\0')
    {
      gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
      remove_more (self);
    }
  set_text (self, text);
}

void
shanhai_message_bar_show (ShanhaiMessageBar *self,
                          const char        *text,
                          const char        *label,
                          const char        *action,
                          GVariant          *target)
{
  g_return_if_fail (SHANHAI_IS_MESSAGE_BAR (self));
  g_return_if_fail (text != NULL && label != NULL && action != NULL);

  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
  remove_more (self);
  set_text (self, text);
}

void
shanhai_message_bar_add_button (ShanhaiMessageBar *self,
                                const char        *label,
                                const char        *action,
                                GVariant          *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *last = self->more->len > 0 ? self->more->pdata[self->more->len - 1] : GTK_WIDGET (self->button);

  g_return_if_fail (SHANHAI_IS_MESSAGE_BAR (self));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_box_insert_child_after (GTK_BOX (self->frame), button, last);
  g_ptr_array_add (self->more, button);
}

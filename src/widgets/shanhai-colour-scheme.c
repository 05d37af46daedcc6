/* shanhai-colour-scheme.c - whether the desktop wants dark windows. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-colour-scheme.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"
#define KEY "color-scheme"

struct _ShanhaiColourScheme
{
  GObject                  parent_instance;

  GDBusConnection         *connection;
  GCancellable            *cancellable;
  guint                    subscription;
  ShanhaiColourSchemeWish  wish;
};

G_DEFINE_FINAL_TYPE (ShanhaiColourScheme, shanhai_colour_scheme, G_TYPE_OBJECT)

typedef enum { PROP_WISH = 1 } ShanhaiColourSchemeProperty;
static GParamSpec *props[PROP_WISH + 1];

static void
take_value (ShanhaiColourScheme *self,
            GVariant            *value)
{
  ShanhaiColourSchemeWish wish = SHANHAI_COLOUR_SCHEME_NONE;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32)
      && g_variant_get_uint32 (value) <= SHANHAI_COLOUR_SCHEME_LIGHT)
    wish = g_variant_get_uint32 (value);

  if (wish == self->wish)
    return;

  self->wish = wish;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WISH]);
}

static void
setting_changed_cb (GDBusConnection *connection,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  const char *namespace, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &namespace, &key, &value);
  if (g_str_equal (namespace, NAMESPACE) && g_str_equal (key, KEY))
    take_value (SHANHAI_COLOUR_SCHEME (user_data), value);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) outer = NULL;
  g_autoptr (GVariant) inner = NULL;

  /* no portal, no such setting, or the object went while it was asked */
  if (reply == NULL)
    return;

  /* Read () wraps its answer twice */
  g_variant_get (reply, "(v)", &outer);
  if (g_variant_is_of_type (outer, G_VARIANT_TYPE_VARIANT))
    inner = g_variant_get_variant (outer);
  take_value (SHANHAI_COLOUR_SCHEME (user_data), inner != NULL ? inner : outer);
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, NULL);
  ShanhaiColourScheme *self;

  if (connection == NULL)
    return;

  self = SHANHAI_COLOUR_SCHEME (user_data);
  self->connection = g_steal_pointer (&connection);
  self->subscription =
    g_dbus_connection_signal_subscribe (self->connection, PORTAL_NAME, PORTAL_INTERFACE,
                                        "SettingChanged", PORTAL_PATH, NAMESPACE,
                                        G_DBUS_SIGNAL_FLAGS_NONE, setting_changed_cb, self, NULL);
  g_dbus_connection_call (self->connection, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", NAMESPACE, KEY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, read_cb, self);
}

static void
shanhai_colour_scheme_dispose (GObject *object)
{
  ShanhaiColourScheme *self = SHANHAI_COLOUR_SCHEME (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->connection);

  G_OBJECT_CLASS (shanhai_colour_scheme_parent_class)->dispose (object);
}

static void
shanhai_colour_scheme_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ShanhaiColourScheme *self = SHANHAI_COLOUR_SCHEME (object);

  switch ((ShanhaiColourSchemeProperty) prop_id)
    {
    case PROP_WISH:
      g_value_set_uint (value, self->wish);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_colour_scheme_class_init (ShanhaiColourSchemeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shanhai_colour_scheme_dispose;
  object_class->get_property = shanhai_colour_scheme_get_property;

  props[PROP_WISH] = g_param_spec_uint ("wish", NULL, NULL, SHANHAI_COLOUR_SCHEME_NONE,
                                        SHANHAI_COLOUR_SCHEME_LIGHT, SHANHAI_COLOUR_SCHEME_NONE,
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_colour_scheme_init (ShanhaiColourScheme *self)
{
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, self);
}

ShanhaiColourScheme *
shanhai_colour_scheme_new (void)
{
  return g_object_new (SHANHAI_TYPE_COLOUR_SCHEME, NULL);
}

ShanhaiColourSchemeWish
shanhai_colour_scheme_get_wish (ShanhaiColourScheme *self)
{
  g_return_val_if_fail (SHANHAI_IS_COLOUR_SCHEME (self), SHANHAI_COLOUR_SCHEME_NONE);

  return self->wish;
}

/* shanhai-preferences.c - the window with the reader's choices: theme, numbers, size of charts. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-preferences.h"

#include "shanhai-display.h"

struct _ShanhaiPreferences
{
  GtkWindow    parent_instance;

  GtkDropDown *theme;
  GtkDropDown *number_style;
  GtkDropDown *chart_size;
};

G_DEFINE_FINAL_TYPE (ShanhaiPreferences, shanhai_preferences, GTK_TYPE_WINDOW)

static void
shanhai_preferences_class_init (ShanhaiPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPreferences, theme);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPreferences, number_style);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPreferences, chart_size);
}

static void
shanhai_preferences_init (ShanhaiPreferences *self)
{
  GSettings *settings = shanhai_display_get_settings (shanhai_display_get_default ());

  gtk_widget_init_template (GTK_WIDGET (self));

  shanhai_settings_bind_choice (settings, "theme", self->theme);
  shanhai_settings_bind_choice (settings, "number-style", self->number_style);
  shanhai_settings_bind_choice (settings, "chart-size", self->chart_size);
}

GtkWidget *
shanhai_preferences_new (void)
{
  return g_object_new (SHANHAI_TYPE_PREFERENCES, NULL);
}

/* The settings hold the nick of an enum, the drop-down a position. */
static gboolean
position_from_nick (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  const char * const *nicks = user_data;

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
nick_from_position (const GValue       *value,
                    const GVariantType *type,
                    gpointer            user_data)
{
  const char * const *nicks = user_data;
  guint position = g_value_get_uint (value);

  return position < g_strv_length ((char **) nicks) ? g_variant_new_string (nicks[position]) : NULL;
}

void
shanhai_settings_bind_choice (GSettings   *settings,
                              const char  *key,
                              GtkDropDown *drop_down)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) values = NULL;
  g_autofree char *kind = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (key != NULL);
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_object_get (settings, "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  range = g_settings_schema_key_get_range (schema_key);
  g_variant_get (range, "(sv)", &kind, &values);
  g_return_if_fail (g_str_equal (kind, "enum"));

  g_settings_bind_with_mapping (settings, key, drop_down, "selected", G_SETTINGS_BIND_DEFAULT,
                                position_from_nick, nick_from_position, g_variant_dup_strv (values, NULL),
                                (GDestroyNotify) g_strfreev);
}

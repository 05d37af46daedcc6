/* shanhai-display.c - how things are shown: language, number style, light or dark. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who decides on light or dark: GTK_THEME in the environment, which nothing overrides; else the preference; else ("system") the portal; else
 * GTK's own settings. The first three are written into GTK's settings, so that "theme" always follows from these alone. */

#include "shanhai-config.h"

#include "shanhai-display.h"

#include <gtk/gtk.h>

#include "shanhai-colour-scheme.h"

#define PREFER_DARK_THEME "gtk-application-prefer-dark-theme"
#define SCHEME "gtk-interface-color-scheme"

/* the values of "theme" in the schema */
typedef enum
{
  PREFER_SYSTEM,
  PREFER_LIGHT,
  PREFER_DARK,
} ThemePreference;

struct _ShanhaiDisplay
{
  GObject              parent_instance;

  GSettings           *settings;
  GtkSettings         *gtk_settings; /* NULL without a GdkDisplay */
  ShanhaiColourScheme *colour_scheme;

  ShanhaiWords        *words;
  ShanhaiNumberStyle   number_style;
  ShanhaiTheme         theme;
  double               text_scale;
};

G_DEFINE_FINAL_TYPE (ShanhaiDisplay, shanhai_display, G_TYPE_OBJECT)

typedef enum { PROP_LANGUAGE = 1, PROP_NUMBER_STYLE, PROP_THEME, PROP_TEXT_SCALE } ShanhaiDisplayProperty;
static GParamSpec *props[PROP_TEXT_SCALE + 1];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static bool
name_is_dark (const char *theme)
{
  return theme != NULL
         && (g_str_has_suffix (theme, "-dark") || g_str_has_suffix (theme, ":dark")
             || g_str_has_suffix (theme, "Dark") || g_str_has_suffix (theme, "Inverse"));
}

/* GTK 4.20 has a setting with three values, and warns of the one before it. -1 where GTK is older. */
static int
get_scheme (ShanhaiDisplay *self,
            const char     *nick)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self->gtk_settings), SCHEME);
  const GEnumValue *value = NULL;

  if (pspec != NULL && G_IS_PARAM_SPEC_ENUM (pspec))
    value = g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (pspec)->enum_class, nick);
  return value != NULL ? value->value : -1;
}

static const char *
get_dark_property (ShanhaiDisplay *self)
{
  return get_scheme (self, "dark") >= 0 ? SCHEME : PREFER_DARK_THEME;
}

static bool
prefers_dark (ShanhaiDisplay *self)
{
  int dark = get_scheme (self, "dark");
  gboolean prefer_dark = FALSE;
  int scheme = -1;

  if (dark >= 0)
    {
      g_object_get (self->gtk_settings, SCHEME, &scheme, NULL);
      return scheme == dark;
    }
  g_object_get (self->gtk_settings, PREFER_DARK_THEME, &prefer_dark, NULL);
  return prefer_dark;
}

static ShanhaiTheme
find_theme (ShanhaiDisplay *self)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;

  if (forced != NULL && *forced != '\0')
    return name_is_dark (forced) ? SHANHAI_THEME_DARK : SHANHAI_THEME_LIGHT;
  if (self->gtk_settings == NULL)
    return SHANHAI_THEME_LIGHT;

  g_object_get (self->gtk_settings, "gtk-theme-name", &name, NULL);
  return prefers_dark (self) || name_is_dark (name) ? SHANHAI_THEME_DARK : SHANHAI_THEME_LIGHT;
}

static double
find_text_scale (ShanhaiDisplay *self)
{
  /* in the order of "chart-size" in the schema */
  static const double sizes[] = { .88, 1, 1.25 };
  guint size = (guint) g_settings_get_enum (self->settings, "chart-size");
  double scale = size < G_N_ELEMENTS (sizes) ? sizes[size] : 1;
  int dpi = 0;

  if (self->gtk_settings != NULL)
    g_object_get (self->gtk_settings, "gtk-xft-dpi", &dpi, NULL);
  /* in 1024ths of a dot per inch; 96 dots are the natural size */
  if (dpi > 0)
    scale *= CLAMP (dpi / 1024. / 96., .5, 4);
  return scale;
}

/* Looks at everything again, and says so once if anything is different. */
static void
update (ShanhaiDisplay *self)
{
  ShanhaiNumberStyle number_style = (ShanhaiNumberStyle) g_settings_get_enum (self->settings, "number-style");
  ShanhaiTheme theme = find_theme (self);
  double text_scale = find_text_scale (self);
  bool other_style = number_style != self->number_style;
  bool other_theme = theme != self->theme;
  bool other_scale = ABS (text_scale - self->text_scale) > 1e-6;

  if (!other_style && !other_theme && !other_scale)
    return;

  self->number_style = number_style;
  self->theme = theme;
  self->text_scale = text_scale;

  if (other_style)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NUMBER_STYLE]);
  if (other_theme)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_THEME]);
  if (other_scale)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT_SCALE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_dark (ShanhaiDisplay *self,
          bool            dark)
{
  g_autofree char *name = NULL;

  if (get_scheme (self, "dark") >= 0)
    g_object_set (self->gtk_settings, SCHEME, get_scheme (self, dark ? "dark" : "light"), NULL);
  else
    g_object_set (self->gtk_settings, PREFER_DARK_THEME, (gboolean) dark, NULL);

  /* "Adwaita-dark" is dark whatever is preferred; its light half is called without the ending */
  g_object_get (self->gtk_settings, "gtk-theme-name", &name, NULL);
  if (!dark && name != NULL && g_str_has_suffix (name, "-dark"))
    {
      name[strlen (name) - strlen ("-dark")] = '\0';
      g_object_set (self->gtk_settings, "gtk-theme-name", name, NULL);
    }
}

static void
apply_theme (ShanhaiDisplay *self)
{
  ThemePreference preference = (ThemePreference) g_settings_get_enum (self->settings, "theme");

  if (self->gtk_settings == NULL)
    return;

  gtk_settings_reset_property (self->gtk_settings, "gtk-theme-name");
  switch (preference)
    {
    case PREFER_LIGHT:
      set_dark (self, false);
      break;
    case PREFER_DARK:
      set_dark (self, true);
      break;
    case PREFER_SYSTEM:
    default:
      switch (shanhai_colour_scheme_get_wish (self->colour_scheme))
        {
        case SHANHAI_COLOUR_SCHEME_DARK:
          set_dark (self, true);
          break;
        case SHANHAI_COLOUR_SCHEME_LIGHT:
          set_dark (self, false);
          break;
        case SHANHAI_COLOUR_SCHEME_NONE:
        default:
          gtk_settings_reset_property (self->gtk_settings, get_dark_property (self));
        }
    }
}

static void
theme_cb (ShanhaiDisplay *self)
{
  apply_theme (self);
  update (self);
}

static void
shanhai_display_constructed (GObject *object)
{
  ShanhaiDisplay *self = SHANHAI_DISPLAY (object);

  G_OBJECT_CLASS (shanhai_display_parent_class)->constructed (object);

  self->settings = g_settings_new (SHANHAI_APP_ID);
  self->gtk_settings = gtk_settings_get_default ();
  self->words = shanhai_words_open (NULL);
  self->colour_scheme = shanhai_colour_scheme_new ();

  apply_theme (self);
  update (self);

  g_signal_connect_object (self->settings, "changed::theme", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::number-style", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::chart-size", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->colour_scheme, "notify::wish", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);
  if (self->gtk_settings != NULL)
    {
      g_autofree char *dark = g_strconcat ("notify::", get_dark_property (self), NULL);
      const char *followed[] = { "notify::gtk-theme-name", dark, "notify::gtk-xft-dpi" };

      for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
        g_signal_connect_object (self->gtk_settings, followed[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
}

static void
shanhai_display_dispose (GObject *object)
{
  ShanhaiDisplay *self = SHANHAI_DISPLAY (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->colour_scheme);
  g_clear_pointer (&self->words, shanhai_words_unref);

  G_OBJECT_CLASS (shanhai_display_parent_class)->dispose (object);
}

static void
shanhai_display_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ShanhaiDisplay *self = SHANHAI_DISPLAY (object);

  switch ((ShanhaiDisplayProperty) prop_id)
    {
    case PROP_LANGUAGE:
      g_value_set_uint (value, shanhai_display_get_language (self));
      break;
    case PROP_NUMBER_STYLE:
      g_value_set_uint (value, self->number_style);
      break;
    case PROP_THEME:
      g_value_set_uint (value, self->theme);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_display_class_init (ShanhaiDisplayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = shanhai_display_constructed;
  object_class->dispose = shanhai_display_dispose;
  object_class->get_property = shanhai_display_get_property;

  /* ShanhaiLanguage; never changes while the program runs */
  props[PROP_LANGUAGE] = g_param_spec_uint ("language", NULL, NULL, SHANHAI_LANGUAGE_ENGLISH,
                                            SHANHAI_LANGUAGE_CHINESE, SHANHAI_LANGUAGE_ENGLISH, flags);
  /* ShanhaiNumberStyle */
  props[PROP_NUMBER_STYLE] = g_param_spec_uint ("number-style", NULL, NULL, SHANHAI_NUMBER_STYLE_AUTO,
                                                SHANHAI_NUMBER_STYLE_INTERNATIONAL,
                                                SHANHAI_NUMBER_STYLE_AUTO, flags);
  /* ShanhaiTheme */
  props[PROP_THEME] = g_param_spec_uint ("theme", NULL, NULL, SHANHAI_THEME_LIGHT, SHANHAI_THEME_DARK,
                                         SHANHAI_THEME_LIGHT, flags);
  props[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, .1, 10, 1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ShanhaiDisplay::changed:
   *
   * Something is shown otherwise from now on; emitted once, after the properties notified.
   */
  signals[CHANGED] = g_signal_new ("changed", SHANHAI_TYPE_DISPLAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
shanhai_display_init (ShanhaiDisplay *self)
{
  self->text_scale = 1;
}

ShanhaiDisplay *
shanhai_display_get_default (void)
{
  static ShanhaiDisplay *instance;

  if (instance == NULL)
    {
      instance = g_object_new (SHANHAI_TYPE_DISPLAY, NULL);
      /* a test that drops its reference gets a new one at the next call */
      g_object_add_weak_pointer (G_OBJECT (instance), (gpointer *) &instance);
    }
  return instance;
}

GSettings *
shanhai_display_get_settings (ShanhaiDisplay *self)
{
  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), NULL);

  return self->settings;
}

ShanhaiLanguage
shanhai_display_get_language (ShanhaiDisplay *self)
{
  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), SHANHAI_LANGUAGE_ENGLISH);

  return shanhai_words_get_language (self->words);
}

ShanhaiWords *
shanhai_display_get_words (ShanhaiDisplay *self)
{
  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), NULL);

  return self->words;
}

ShanhaiNumberStyle
shanhai_display_get_number_style (ShanhaiDisplay *self)
{
  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), SHANHAI_NUMBER_STYLE_AUTO);

  return self->number_style;
}

ShanhaiTheme
shanhai_display_get_theme (ShanhaiDisplay *self)
{
  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), SHANHAI_THEME_LIGHT);

  return self->theme;
}

double
shanhai_display_get_text_scale (ShanhaiDisplay *self)
{
  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), 1);

  return self->text_scale;
}

ShanhaiChartOptions *
shanhai_display_dup_options (ShanhaiDisplay *self)
{
  g_autoptr (ShanhaiChartOptions) options = NULL;

  g_return_val_if_fail (SHANHAI_IS_DISPLAY (self), NULL);

  options = shanhai_chart_options_new (self->words);
  options->theme = self->theme;
  options->number_style = self->number_style;
  options->text_scale = self->text_scale;
  return g_steal_pointer (&options);
}

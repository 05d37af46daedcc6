/* shanhai-colour-scheme.h - whether the desktop wants dark windows. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the settings portal (org.freedesktop.appearance, color-scheme), which GTK 4.8 doesn't do by itself. Where there is no portal the
 * answer stays "no preference", without a word: GTK's own settings decide then. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* the portal's numbers */
typedef enum
{
  SHANHAI_COLOUR_SCHEME_NONE,
  SHANHAI_COLOUR_SCHEME_DARK,
  SHANHAI_COLOUR_SCHEME_LIGHT,
} ShanhaiColourSchemeWish;

#define SHANHAI_TYPE_COLOUR_SCHEME (shanhai_colour_scheme_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiColourScheme, shanhai_colour_scheme, SHANHAI, COLOUR_SCHEME, GObject)

/* asks at once, without waiting for the answer */
ShanhaiColourScheme     *shanhai_colour_scheme_new      (void);
/* property "wish", which notifies when the answer comes and whenever it changes */
ShanhaiColourSchemeWish  shanhai_colour_scheme_get_wish (ShanhaiColourScheme *self);

G_END_DECLS

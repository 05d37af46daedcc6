/* shanhai-display.h - how things are shown: language, number style, light or dark. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One object for the whole program. Views that draw or format by themselves listen to "changed"; labels that are bound in a .ui file name its
 * properties in an expression. Belongs to the main thread; needs an open GdkDisplay only for the theme. */

#pragma once

#include <gio/gio.h>

#include "shanhai-chart-options.h"
#include "shanhai-palette.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_DISPLAY (shanhai_display_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiDisplay, shanhai_display, SHANHAI, DISPLAY, GObject)

/* (transfer none): made at the first call; lives as long as the program */
ShanhaiDisplay      *shanhai_display_get_default      (void);

/* (transfer none): the program's settings, the only GSettings that widgets need */
GSettings           *shanhai_display_get_settings     (ShanhaiDisplay *self);
ShanhaiLanguage      shanhai_display_get_language     (ShanhaiDisplay *self);
/* (transfer none): the words of that language */
ShanhaiWords        *shanhai_display_get_words        (ShanhaiDisplay *self);
ShanhaiNumberStyle   shanhai_display_get_number_style (ShanhaiDisplay *self);
/* light or dark as it is on the screen now, whatever the preference says */
ShanhaiTheme         shanhai_display_get_theme        (ShanhaiDisplay *self);
/* how much larger charts write on the screen than at their natural size: the preference "chart size" times the desktop's text scaling */
double               shanhai_display_get_text_scale   (ShanhaiDisplay *self);
/* (transfer full): options with the display's words, theme, number style and text scale; the caller sets the size and the rest */
ShanhaiChartOptions *shanhai_display_dup_options      (ShanhaiDisplay *self);

G_END_DECLS

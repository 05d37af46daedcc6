/* shanhai-palette.h - the colours of the charts, light and dark, and how far apart they look. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Eight hues a theme, each at least 3:1 against the background and at least CIEDE2000 10 from every other, for normal sight and for the three
 * dichromacies; the ninth entity and all later ones are grey. A hue as text is darkened (or lightened) until it reaches 4.5:1. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* 0xRRGGBB, sRGB */
typedef guint32 ShanhaiColour;

typedef enum
{
  SHANHAI_THEME_LIGHT,
  SHANHAI_THEME_DARK,
} ShanhaiTheme;

#define SHANHAI_N_HUES 8
#define SHANHAI_SLOT_GREY (-1)

typedef enum
{
  SHANHAI_SIGHT_NORMAL,
  SHANHAI_SIGHT_PROTANOPIA,
  SHANHAI_SIGHT_DEUTERANOPIA,
  SHANHAI_SIGHT_TRITANOPIA,
} ShanhaiSight;

typedef enum
{
  SHANHAI_INK_BACKGROUND,
  SHANHAI_INK_TEXT,       /* titles and values */
  SHANHAI_INK_SECONDARY,  /* subtitles, ticks, sources; still 4.5:1 */
  SHANHAI_INK_AXIS,       /* the zero line, leader lines, whiskers; 3:1 */
  SHANHAI_INK_GRID,       /* grid lines and rules: decoration */
  SHANHAI_INK_GREY,       /* data beyond the eighth entity; 3:1 */
} ShanhaiInk;

/* `slot`: 0 … 7, anything else is grey */
ShanhaiColour  shanhai_palette_get_hue       (ShanhaiTheme  theme,
                                              int           slot);
/* the hue of the slot, as a colour that small text can be read in (4.5:1) */
ShanhaiColour  shanhai_palette_get_text_hue  (ShanhaiTheme  theme,
                                              int           slot);
ShanhaiColour  shanhai_palette_get_ink       (ShanhaiTheme  theme,
                                              ShanhaiInk    ink);
/* the nearest colour to `colour`, on the way to black or white, with that contrast against the background */
ShanhaiColour  shanhai_palette_make_legible  (ShanhaiTheme  theme,
                                              ShanhaiColour colour,
                                              double        contrast);

/* WCAG 2 contrast ratio, 1 … 21 */
double         shanhai_colour_get_contrast   (ShanhaiColour a,
                                              ShanhaiColour b);
/* CIEDE2000 */
double         shanhai_colour_get_difference (ShanhaiColour a,
                                              ShanhaiColour b);
ShanhaiColour  shanhai_colour_simulate       (ShanhaiColour colour,
                                              ShanhaiSight  sight);
ShanhaiColour  shanhai_colour_mix            (ShanhaiColour a,
                                              ShanhaiColour b,
                                              double        share_of_b);

G_END_DECLS

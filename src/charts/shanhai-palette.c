/* shanhai-palette.c - the colours of the charts, light and dark. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hues were found by a search that holds contrast and distances, and tuned by eye; tests/charts/test-palette.c keeps them honest. */

#include "shanhai-palette.h"

static const ShanhaiColour hues[][SHANHAI_N_HUES] = {
  [SHANHAI_THEME_LIGHT] = { 0x361c9a, 0xd74289, 0x0b9ebf, 0x4d7551, 0x845c07, 0x692517, 0x2a62e6, 0x819610 },
  [SHANHAI_THEME_DARK] = { 0xb89ae9, 0xd26ca2, 0xcbe3f0, 0x3daf7d, 0xf3dcac, 0xec463a, 0x4f77dd, 0x6dd92c },
};

static const ShanhaiColour inks[][SHANHAI_INK_GREY + 1] = {
  [SHANHAI_THEME_LIGHT] = {
    [SHANHAI_INK_BACKGROUND] = 0xffffff,
    [SHANHAI_INK_TEXT] = 0x241f31,
    [SHANHAI_INK_SECONDARY] = 0x5e5c64,
    [SHANHAI_INK_AXIS] = 0x8b8891,
    [SHANHAI_INK_GRID] = 0xe6e4e1,
    [SHANHAI_INK_GREY] = 0x8f8c94,
  },
  [SHANHAI_THEME_DARK] = {
    [SHANHAI_INK_BACKGROUND] = 0x1e1e1e,
    [SHANHAI_INK_TEXT] = 0xf2f1f0,
    [SHANHAI_INK_SECONDARY] = 0xb2b0ad,
    [SHANHAI_INK_AXIS] = 0x86848a,
    [SHANHAI_INK_GRID] = 0x383838,
    [SHANHAI_INK_GREY] = 0x85838a,
  },
};

ShanhaiColour
shanhai_palette_get_hue (ShanhaiTheme theme,
                         int          slot)
{
  if (slot < 0 || slot >= SHANHAI_N_HUES)
    return inks[theme][SHANHAI_INK_GREY];

  return hues[theme][slot];
}

ShanhaiColour
shanhai_palette_get_text_hue (ShanhaiTheme theme,
                              int          slot)
{
  if (slot < 0 || slot >= SHANHAI_N_HUES)
    return inks[theme][SHANHAI_INK_SECONDARY];

  return shanhai_palette_make_legible (theme, hues[theme][slot], 4.5);
}

ShanhaiColour
shanhai_palette_get_ink (ShanhaiTheme theme,
                         ShanhaiInk   ink)
{
  return inks[theme][ink];
}

/**
 * shanhai_palette_make_legible:
 * @theme: whose background it stands on
 * @colour: a colour
 * @contrast: the WCAG contrast to reach, such as 4.5 for small text
 *
 * Returns: @colour, mixed with as little black (on a light background) or white as the contrast needs
 */
ShanhaiColour
shanhai_palette_make_legible (ShanhaiTheme  theme,
                              ShanhaiColour colour,
                              double        contrast)
{
  ShanhaiColour background = inks[theme][SHANHAI_INK_BACKGROUND];
  ShanhaiColour end = theme == SHANHAI_THEME_LIGHT ? 0x000000 : 0xffffff;

  for (int share = 0; share <= 100; share += 2)
    {
      ShanhaiColour mixed = shanhai_colour_mix (colour, end, share / 100.0);

      if (shanhai_colour_get_contrast (mixed, background) >= contrast)
        return mixed;
    }

  return end;
}

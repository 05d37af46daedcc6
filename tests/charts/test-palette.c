/* test-palette.c - can the colours be told apart, by every eye? SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-palette.h"

#include <math.h>

static const ShanhaiTheme themes[] = { SHANHAI_THEME_LIGHT, SHANHAI_THEME_DARK };

static void
test_contrast (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    {
      ShanhaiColour background = shanhai_palette_get_ink (themes[t], SHANHAI_INK_BACKGROUND);

      for (int slot = SHANHAI_SLOT_GREY; slot <= SHANHAI_N_HUES; slot++)
        {
          g_assert_cmpfloat (shanhai_colour_get_contrast (shanhai_palette_get_hue (themes[t], slot), background), >=, 3);
          g_assert_cmpfloat (shanhai_colour_get_contrast (shanhai_palette_get_text_hue (themes[t], slot), background), >=, 4.5);
        }
      g_assert_cmpfloat (shanhai_colour_get_contrast (shanhai_palette_get_ink (themes[t], SHANHAI_INK_TEXT), background), >=, 7);
      g_assert_cmpfloat (shanhai_colour_get_contrast (shanhai_palette_get_ink (themes[t], SHANHAI_INK_SECONDARY), background), >=, 4.5);
      g_assert_cmpfloat (shanhai_colour_get_contrast (shanhai_palette_get_ink (themes[t], SHANHAI_INK_AXIS), background), >=, 3);
    }
}

static void
test_distance (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (int a = 0; a < SHANHAI_N_HUES; a++)
      for (int b = a + 1; b < SHANHAI_N_HUES; b++)
        for (ShanhaiSight sight = SHANHAI_SIGHT_NORMAL; sight <= SHANHAI_SIGHT_TRITANOPIA; sight++)
          g_assert_cmpfloat (shanhai_colour_get_difference (
                               shanhai_colour_simulate (shanhai_palette_get_hue (themes[t], a), sight),
                               shanhai_colour_simulate (shanhai_palette_get_hue (themes[t], b), sight)),
                             >=, 10);
}

/* the grey of the ninth series is not one of the hues */
static void
test_grey (void)
{
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    for (int a = 0; a < SHANHAI_N_HUES; a++)
      g_assert_cmpfloat (shanhai_colour_get_difference (shanhai_palette_get_hue (themes[t], a),
                                                        shanhai_palette_get_hue (themes[t], SHANHAI_SLOT_GREY)),
                         >=, 10);
}

/* known answers: WCAG's extremes, sRGB primaries by CIEDE2000, a grey that all eyes see alike */
static void
test_formulas (void)
{
  g_assert_cmpfloat_with_epsilon (shanhai_colour_get_contrast (0x000000, 0xffffff), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (shanhai_colour_get_contrast (0x767676, 0xffffff), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (shanhai_colour_get_difference (0x000000, 0xffffff), 100, 0.01);
  g_assert_cmpfloat_with_epsilon (shanhai_colour_get_difference (0xff0000, 0x00ff00), 86.61, 0.05);
  g_assert_cmpfloat_with_epsilon (shanhai_colour_get_difference (0x0000ff, 0xff0000), 52.88, 0.05);
  g_assert_cmpfloat (shanhai_colour_get_difference (0x2364e7, 0x2364e7), ==, 0);
  g_assert_cmphex (shanhai_colour_mix (0x000000, 0xffffff, 0.5), ==, 0x808080);

  for (ShanhaiSight sight = SHANHAI_SIGHT_NORMAL; sight <= SHANHAI_SIGHT_TRITANOPIA; sight++)
    g_assert_cmpfloat (shanhai_colour_get_difference (shanhai_colour_simulate (0x808080, sight), 0x808080), <, 0.5);
  /* red and green of the same lightness come near to each other without the long or middle cones */
  g_assert_cmpfloat (shanhai_colour_get_difference (shanhai_colour_simulate (0xb06040, SHANHAI_SIGHT_DEUTERANOPIA),
                                                    shanhai_colour_simulate (0x808030, SHANHAI_SIGHT_DEUTERANOPIA)),
                     <, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/palette/formulas", test_formulas);
  g_test_add_func ("/charts/palette/contrast", test_contrast);
  g_test_add_func ("/charts/palette/distance", test_distance);
  g_test_add_func ("/charts/palette/grey", test_grey);

  return g_test_run ();
}

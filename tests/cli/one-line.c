/* one-line.c - the least that a program with text does: one line laid out and drawn. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the start of Pango, fontconfig and Cairo costs here; the benchmark of `shanhai-cli chart` compares with it. */

#include <pango/pangocairo.h>

int
main (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 60);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);

  pango_layout_set_text (layout, "Dongxiang 东乡: 38.74% → 4.25%", -1);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return 0;
}

/* shanhai-people-bars-draw.c - how the bars of people are drawn. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-people-bars-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "shanhai-display.h"
#include "shanhai-finding-mark.h"

/* px at either side of the axis that every figure's text finds room in */
#define TEXT_ROOM 130

int
shanhai_people_bars_get_row_height (ShanhaiPeopleBars *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return height + PEOPLE_GAP;
}

static void
set_colour (GdkRGBA       *out,
            ShanhaiColour  colour,
            float          alpha)
{
  *out = (GdkRGBA) { (float) ((colour >> 16) & 0xff) / 255.f, (float) ((colour >> 8) & 0xff) / 255.f,
                     (float) (colour & 0xff) / 255.f, alpha };
}

static ShanhaiColour
get_way_colour (ShanhaiTheme theme,
                Way          way)
{
  switch (way)
    {
    case WAY_LEFT:
      return shanhai_palette_get_hue (theme, 1);
    case WAY_RIGHT:
      return shanhai_palette_get_hue (theme, 0);
    case WAY_ACROSS:
    default:
      return shanhai_palette_get_ink (theme, SHANHAI_INK_GREY);
    }
}

/* @x: where the text begins, or ends when it goes to the left; returns how wide it is */
static int
draw_text (ShanhaiPeopleBars *self,
           GtkSnapshot       *snapshot,
           const char        *text,
           double             x,
           double             y,
           double             room,
           bool               to_the_left,
           bool               bold,
           const GdkRGBA     *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_width (layout, (int) (MAX (room, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, NULL);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (to_the_left ? x - width : x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return width;
}

double
shanhai_people_bars_get_radius (void)
{
  return SHANHAI_FLAG_RADIUS * shanhai_display_get_text_scale (shanhai_display_get_default ());
}

/* what the checks say against the figure, behind its words: as charts have it */
static void
draw_mark (GtkSnapshot  *snapshot,
           Row          *row,
           double        x,
           double        y,
           ShanhaiTheme  theme)
{
  double reach = shanhai_people_bars_get_radius () + SHANHAI_FLAG_RIM;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (x - reach), (float) (y - reach), 2 * (float) reach, 2 * (float) reach));

  shanhai_flag_kind_draw (shanhai_finding_mark_get_sign (row->gravity), cr, x, y, shanhai_people_bars_get_radius (), theme);
  cairo_destroy (cr);
  row->mark_x = x;
}

static void
draw_bar (ShanhaiPeopleBars *self,
          GtkSnapshot       *snapshot,
          Row               *row,
          double             y,
          int                row_height,
          int                width,
          ShanhaiTheme       theme,
          const GdkRGBA     *ink)
{
  double axis = floor (width / 2.);
  double room = MAX (20, width / 2. - PEOPLE_MARGIN - TEXT_ROOM);
  double length = MAX (2, round (room * row->length));
  double x = row->way == WAY_LEFT ? axis - length : row->way == WAY_RIGHT ? axis : axis - length / 2;
  double end = row->way == WAY_LEFT ? x : x + length;
  double reach = row->marked ? 2 * (shanhai_people_bars_get_radius () + SHANHAI_FLAG_RIM) + PEOPLE_GAP : 0;
  GdkRGBA colour;
  double text;
  graphene_rect_t bar = GRAPHENE_RECT_INIT ((float) floor (x), (float) y + 4, (float) length, (float) row_height - 8);

  set_colour (&colour, get_way_colour (theme, row->way), 1);
  if (row->hollow)
    {
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &bar, 0);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { colour, colour, colour, colour });
    }
  else
    gtk_snapshot_append_color (snapshot, &colour, &bar);

  if (row->way == WAY_LEFT)
    text = -draw_text (self, snapshot, row->text, end - PEOPLE_GAP, y + PEOPLE_GAP / 2., end - PEOPLE_GAP - PEOPLE_MARGIN - reach, true, false, ink);
  else
    text = draw_text (self, snapshot, row->text, end + PEOPLE_GAP, y + PEOPLE_GAP / 2., width - PEOPLE_MARGIN - end - PEOPLE_GAP - reach, false, false, ink);
  if (row->marked)
    draw_mark (snapshot, row, end + (text < 0 ? -1 : 1) * (2 * PEOPLE_GAP + shanhai_people_bars_get_radius ()) + text, y + row_height / 2., theme);
}

/* the line in the middle, between two heights */
static void
append_axis (GtkSnapshot   *snapshot,
             int            width,
             double         top,
             double         bottom,
             const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) floor (width / 2.), (float) top, 1, (float) (bottom - top)));
}

void
shanhai_people_bars_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (widget);
  ShanhaiTheme theme = shanhai_display_get_theme (shanhai_display_get_default ());
  int width = gtk_widget_get_width (widget);
  int row_height = shanhai_people_bars_get_row_height (self);
  double y = PEOPLE_MARGIN + row_height + PEOPLE_GAP;
  GdkRGBA ink, dim, axis, mark;

  if (self->rows->len == 0)
    return;

  set_colour (&ink, shanhai_palette_get_ink (theme, SHANHAI_INK_TEXT), 1);
  set_colour (&dim, shanhai_palette_get_ink (theme, SHANHAI_INK_SECONDARY), 1);
  set_colour (&axis, shanhai_palette_get_ink (theme, SHANHAI_INK_AXIS), 1);
  set_colour (&mark, shanhai_palette_get_hue (theme, 0), .14f);

  /* Translators: over the bars that point left, and over those that point right */
  draw_text (self, snapshot, _ ("← West to east"), floor (width / 2.) - PEOPLE_GAP, PEOPLE_MARGIN, width / 2. - PEOPLE_MARGIN, true, false, &dim);
  draw_text (self, snapshot, _ ("East to west →"), floor (width / 2.) + PEOPLE_GAP, PEOPLE_MARGIN, width / 2. - PEOPLE_MARGIN, false, false, &dim);

  append_axis (snapshot, width, PEOPLE_MARGIN, y, &axis);

  for (guint i = 0; i < self->rows->len; i++, y += row_height)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->id == NULL)
        {
          int end = PEOPLE_MARGIN + draw_text (self, snapshot, row->text, PEOPLE_MARGIN, y + PEOPLE_GAP / 2., width - 2 * PEOPLE_MARGIN, false, true, &ink);

          /* no line through a long heading */
          if (end < width / 2 - PEOPLE_GAP)
            append_axis (snapshot, width, y, y + row_height, &axis);
          continue;
        }
      if (g_strcmp0 (row->id, self->selected) == 0)
        gtk_snapshot_append_color (snapshot, &mark, &GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) row_height));
      draw_bar (self, snapshot, row, y, row_height, width, theme, &ink);
      append_axis (snapshot, width, y, y + row_height, &axis);
    }
}

/* shanhai-mark-look.c - how a marked figure looks: colours, and a line under it for those who don't see these. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mark-look.h"

/* px */
#define THICKNESS 2
#define DASH 5
#define DOT 2
#define GAP 2

/* every background is far enough from its text for 7:1; no two lines have the same style */
static const ShanhaiMarkLook looks[2][SHANHAI_N_MARK_LOOKS] = {
  [SHANHAI_THEME_LIGHT] = {
    [SHANHAI_MARK_RECORDED] = { "#d8f0e2", "#1f7a4d", SHANHAI_LINE_SOLID, NULL },
    [SHANHAI_MARK_PROPOSED] = { "#fdf0c8", "#8f5f00", SHANHAI_LINE_DASHED, NULL },
    [SHANHAI_MARK_IGNORED] = { "#ebebeb", "#5e5e5e", SHANHAI_LINE_DOTTED, NULL },
    [SHANHAI_MARK_LOOK_SELECTED] = { "#ffd568", "#7a4a00", SHANHAI_LINE_DOUBLE, "#1f1400" },
  },
  [SHANHAI_THEME_DARK] = {
    [SHANHAI_MARK_RECORDED] = { "#14432d", "#5cc48e", SHANHAI_LINE_SOLID, NULL },
    [SHANHAI_MARK_PROPOSED] = { "#4a3906", "#e3b341", SHANHAI_LINE_DASHED, NULL },
    [SHANHAI_MARK_IGNORED] = { "#3d3d3d", "#b0b0b0", SHANHAI_LINE_DOTTED, NULL },
    [SHANHAI_MARK_LOOK_SELECTED] = { "#efbe45", "#ffe3a3", SHANHAI_LINE_DOUBLE, "#1f1400" },
  },
};

const ShanhaiMarkLook *
shanhai_mark_look_get (ShanhaiTheme theme,
                       guint        kind)
{
  g_return_val_if_fail (theme < G_N_ELEMENTS (looks), NULL);
  g_return_val_if_fail (kind < SHANHAI_N_MARK_LOOKS, NULL);

  return &looks[theme][kind];
}

static void
draw_stripe (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             int            x,
             int            y,
             int            width,
             int            height)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
shanhai_mark_look_draw_line (const ShanhaiMarkLook *self,
                             GtkSnapshot           *snapshot,
                             int                    x,
                             int                    y,
                             int                    width)
{
  const int dash = self->line == SHANHAI_LINE_DASHED ? DASH : DOT;
  GdkRGBA colour;

  gdk_rgba_parse (&colour, self->line_colour);
  switch (self->line)
    {
    case SHANHAI_LINE_SOLID:
      draw_stripe (snapshot, &colour, x, y, width, THICKNESS);
      break;
    case SHANHAI_LINE_DOUBLE:
      draw_stripe (snapshot, &colour, x, y, width, 1);
      draw_stripe (snapshot, &colour, x, y + 2, width, 1);
      break;
    case SHANHAI_LINE_DASHED:
    case SHANHAI_LINE_DOTTED:
      for (int at = 0; at < width; at += dash + GAP)
        draw_stripe (snapshot, &colour, x + at, y, MIN (dash, width - at), THICKNESS);
      break;
    default:
      g_return_if_reached ();
    }
}

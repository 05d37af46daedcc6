/* shanhai-mark-look.h - how a marked figure looks: colours, and a line under it for those who don't see these. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-palette.h"
#include "shanhai-text-marks.h"

G_BEGIN_DECLS

/* beside the states: what is selected looks like none of them */
#define SHANHAI_MARK_LOOK_SELECTED SHANHAI_N_MARK_STATES
#define SHANHAI_N_MARK_LOOKS (SHANHAI_MARK_LOOK_SELECTED + 1)

typedef enum
{
  SHANHAI_LINE_SOLID,
  SHANHAI_LINE_DASHED,
  SHANHAI_LINE_DOTTED,
  SHANHAI_LINE_DOUBLE,
} ShanhaiLineStyle;

typedef struct
{
  const char       *background;
  const char       *line_colour;
  ShanhaiLineStyle  line;
  const char       *foreground;  /* NULL: as the rest of the text */
} ShanhaiMarkLook;

/* @kind: a ShanhaiMarkState or SHANHAI_MARK_LOOK_SELECTED */
const ShanhaiMarkLook *shanhai_mark_look_get       (ShanhaiTheme           theme,
                                                    guint                  kind);
/* px */
void                   shanhai_mark_look_draw_line (const ShanhaiMarkLook *self,
                                                    GtkSnapshot           *snapshot,
                                                    int                    x,
                                                    int                    y,
                                                    int                    width);

G_END_DECLS

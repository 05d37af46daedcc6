/* shanhai-marks-private.h - how marks are kept: for marks, builder, flags, export and their tests alone. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-marks-builder.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_MARK_RECT,
  SHANHAI_MARK_AREA,
  SHANHAI_MARK_LINE,
  SHANHAI_MARK_BAND,
  SHANHAI_MARK_MARKER,
  SHANHAI_MARK_TEXT,
  SHANHAI_MARK_HIT,
} ShanhaiMarkKind;

typedef struct
{
  ShanhaiMarkKind kind;
  ShanhaiLayer    layer;
  int             datum;   /* index into data, −1 for none */
  guint           order;   /* in which it was added */
  ShanhaiBox      box;     /* what it covers; of a text its box, see SHANHAI_TEXT_ASCENT */
  ShanhaiFill     fill;    /* rect, area, band, marker */

  /* area, line: x, y pairs; band: the centre line, eight numbers a piece; marker: x, y; text: where its baseline starts */
  double         *xy;
  guint           n;       /* doubles in xy */

  union
  {
    ShanhaiStroke stroke;  /* line */
    struct
    {
      double           thickness;
      ShanhaiBandShape shape;
    } band;
    struct
    {
      ShanhaiMarker shape;
      double        radius;
    } marker;
    struct
    {
      char            *string;
      ShanhaiTextLook  look;
    } text;
  };
} ShanhaiMark;

typedef struct
{
  char   *key;
  char   *tip;
  char  **records;
  int     group;  /* index into data, −1 for none */
  char   *group_key;
} ShanhaiDatum;

struct _ShanhaiMarks
{
  double           width, height;
  ShanhaiTheme     theme;
  ShanhaiLanguage  language;
  char            *title;
  char            *subtitle;
  char            *description;
  GPtrArray       *notes;    /* of char *, NULL-terminated */
  GPtrArray       *keys;     /* borrowed from data, NULL-terminated */
  GArray          *data;     /* of ShanhaiDatum */
  GArray          *marks;    /* of ShanhaiMark, in drawing order */
  GHashTable      *index;    /* key or record id → index into data + 1 */
};

ShanhaiTextStyle  shanhai_marks_get_text_style (const ShanhaiMarks *self,
                                                const ShanhaiMark  *mark);
/* draws everything, or everything but the texts, which an export then writes itself */
void              shanhai_marks_draw_parts     (const ShanhaiMarks *self,
                                                cairo_t            *cr,
                                                const char * const *highlighted,
                                                bool                with_texts);
/* distance of a point to a mark, 0 inside; G_MAXDOUBLE where it can't be hit */
double            shanhai_mark_get_distance    (const ShanhaiMark  *mark,
                                                double              x,
                                                double              y);
/* of a band: the point of its centre line at that share (0 … 1) of its pieces */
void              shanhai_mark_get_point       (const ShanhaiMark  *mark,
                                                double              share,
                                                double             *x,
                                                double             *y);
void              shanhai_mark_trace_marker    (const ShanhaiMark  *mark,
                                                cairo_t            *cr,
                                                double              radius);

G_END_DECLS

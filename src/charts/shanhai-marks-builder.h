/* shanhai-marks-builder.h - with which a layout makes its marks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is added belongs to the current datum (none at first; see shanhai_marks_builder_begin_datum()). Layers are drawn from the grid up; in
 * a layer, what was added first lies lowest. All text lies on top. Lengths are px. */

#pragma once

#include "shanhai-marks.h"
#include "shanhai-text-layout.h"

G_BEGIN_DECLS

typedef struct _ShanhaiMarksBuilder ShanhaiMarksBuilder;

typedef enum
{
  SHANHAI_LAYER_AUTO,  /* by kind: rect, area, band: AREA; line: LINE; marker: MARK */
  SHANHAI_LAYER_GRID,
  SHANHAI_LAYER_AREA,
  SHANHAI_LAYER_LINE,
  SHANHAI_LAYER_MARK,
  SHANHAI_LAYER_TEXT,  /* texts, whatever the builder's layer is */
} ShanhaiLayer;

typedef enum
{
  SHANHAI_TEXTURE_PLAIN,
  SHANHAI_TEXTURE_HATCHED,  /* a tint under diagonal lines: planned, or not told */
  SHANHAI_TEXTURE_HOLLOW,   /* only the outline */
} ShanhaiTexture;

typedef struct
{
  ShanhaiColour  colour;
  double         opacity;  /* of the fill, 0 … 1; 0 means 1, so that a struct literal can leave it out */
  ShanhaiTexture texture;
} ShanhaiFill;

typedef enum
{
  SHANHAI_DASH_NONE,
  SHANHAI_DASH_NO_DATA,  /* short and light */
  SHANHAI_DASH_PLANNED,  /* long */
} ShanhaiDash;

typedef struct
{
  ShanhaiColour colour;
  double        width;
  ShanhaiDash   dash;
} ShanhaiStroke;

typedef enum
{
  SHANHAI_MARKER_CIRCLE,
  SHANHAI_MARKER_SQUARE,
  SHANHAI_MARKER_DIAMOND,
  SHANHAI_MARKER_TRIANGLE,
  SHANHAI_MARKER_TRIANGLE_DOWN,
  SHANHAI_MARKER_PENTAGON,
  SHANHAI_MARKER_STAR,
  SHANHAI_MARKER_CROSS,
  SHANHAI_N_MARKERS,
} ShanhaiMarker;

typedef enum
{
  SHANHAI_ANCHOR_START,
  SHANHAI_ANCHOR_MIDDLE,
  SHANHAI_ANCHOR_END,
} ShanhaiAnchor;

typedef enum
{
  SHANHAI_ROLE_TITLE,
  SHANHAI_ROLE_SUBTITLE,
  SHANHAI_ROLE_TICK,
  SHANHAI_ROLE_LABEL,   /* a value, a name */
  SHANHAI_ROLE_KEY,     /* what a sign means, column heads, the scale */
  SHANHAI_ROLE_SOURCE,
  SHANHAI_ROLE_NOTE,
} ShanhaiTextRole;

typedef struct
{
  ShanhaiTextRole role;
  double          size;    /* px */
  bool            bold;
  bool            halo;    /* where it may lie over marks */
  ShanhaiColour   colour;
  ShanhaiAnchor   anchor;
} ShanhaiTextLook;

/* one cubic piece of a band's centre line; pieces follow each other: the end of one is the start of the next */
typedef struct
{
  double x0, y0, x1, y1, x2, y2, x3, y3;
} ShanhaiBezier;

typedef enum
{
  SHANHAI_BAND_VERTICAL,  /* thickness is measured along y, as flow diagrams do: edges are the centre line shifted by ± half */
  SHANHAI_BAND_NORMAL,    /* thickness is measured across the line, as a stroke: for arcs */
} ShanhaiBandShape;

/* @words_language: that of the texts (fonts, wrapping) */
ShanhaiMarksBuilder *shanhai_marks_builder_new             (double               width,
                                                            double               height,
                                                            ShanhaiTheme         theme,
                                                            ShanhaiLanguage      language);
void                 shanhai_marks_builder_free            (ShanhaiMarksBuilder *self);
/* makes the marks and frees the builder */
ShanhaiMarks        *shanhai_marks_builder_end             (ShanhaiMarksBuilder *self);

void                 shanhai_marks_builder_set_title       (ShanhaiMarksBuilder *self,
                                                            const char          *title,
                                                            const char          *subtitle);
void                 shanhai_marks_builder_set_description (ShanhaiMarksBuilder *self,
                                                            const char          *description);
void                 shanhai_marks_builder_add_note        (ShanhaiMarksBuilder *self,
                                                            const char          *note);

/* From here to end_datum() what is added belongs to this datum. Data are read out in the order in which they first begin; beginning a key that was
 * there before continues it (its other arguments are then ignored).
 * @group: (nullable): key of the series or node that it belongs to; @tip: (nullable): shown at the pointer; @records: (nullable): ids */
void                 shanhai_marks_builder_begin_datum     (ShanhaiMarksBuilder *self,
                                                            const char          *key,
                                                            const char          *group,
                                                            const char          *tip,
                                                            const char * const  *records);
void                 shanhai_marks_builder_end_datum       (ShanhaiMarksBuilder *self);
void                 shanhai_marks_builder_set_layer       (ShanhaiMarksBuilder *self,
                                                            ShanhaiLayer         layer);

void                 shanhai_marks_builder_add_rect        (ShanhaiMarksBuilder *self,
                                                            const ShanhaiBox    *box,
                                                            const ShanhaiFill   *fill);
/* a closed polygon: x, y, x, y …; `n` points */
void                 shanhai_marks_builder_add_area        (ShanhaiMarksBuilder *self,
                                                            const double        *xy,
                                                            guint                n,
                                                            const ShanhaiFill   *fill);
void                 shanhai_marks_builder_add_line        (ShanhaiMarksBuilder *self,
                                                            const double        *xy,
                                                            guint                n,
                                                            const ShanhaiStroke *stroke);
void                 shanhai_marks_builder_add_segment     (ShanhaiMarksBuilder *self,
                                                            double               x0,
                                                            double               y0,
                                                            double               x1,
                                                            double               y1,
                                                            const ShanhaiStroke *stroke);
void                 shanhai_marks_builder_add_band        (ShanhaiMarksBuilder *self,
                                                            const ShanhaiBezier *pieces,
                                                            guint                n,
                                                            double               thickness,
                                                            ShanhaiBandShape     shape,
                                                            const ShanhaiFill   *fill);
/* `radius`: of the circle; the other shapes have about its area. Plain or hollow */
void                 shanhai_marks_builder_add_marker      (ShanhaiMarksBuilder *self,
                                                            ShanhaiMarker        marker,
                                                            double               x,
                                                            double               y,
                                                            double               radius,
                                                            const ShanhaiFill   *fill);
/* one line; `x` is where the anchor is, `y` the baseline */
void                 shanhai_marks_builder_add_text        (ShanhaiMarksBuilder *self,
                                                            const char          *text,
                                                            double               x,
                                                            double               y,
                                                            const ShanhaiTextLook *look);
/* not drawn; can be pointed at */
void                 shanhai_marks_builder_add_hit_box     (ShanhaiMarksBuilder *self,
                                                            const ShanhaiBox    *box);

/* the box that the text would have */
ShanhaiBox           shanhai_marks_builder_measure         (ShanhaiMarksBuilder *self,
                                                            const char          *text,
                                                            double               x,
                                                            double               y,
                                                            const ShanhaiTextLook *look);
ShanhaiTheme         shanhai_marks_builder_get_theme       (ShanhaiMarksBuilder *self);
ShanhaiLanguage      shanhai_marks_builder_get_language    (ShanhaiMarksBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiMarksBuilder, shanhai_marks_builder_free)

G_END_DECLS

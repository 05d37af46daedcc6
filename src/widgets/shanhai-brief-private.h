/* shanhai-brief-private.h - the pieces of a brief, and how they come onto pages. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A brief is a row of pieces from top to bottom, each as wide as the page's text. shanhai-brief.c says which; shanhai-brief-pages.c knows how they
 * are broken into pages and drawn. shanhai-brief-work.c has its charts laid out beside the window. */

#pragma once

#include "shanhai-brief.h"
#include "shanhai-figure.h"
#include "shanhai-marks.h"
#include "shanhai-text-layout.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_PIECE_GAP,
  SHANHAI_PIECE_LINE,    /* one line of text */
  SHANHAI_PIECE_CELLS,   /* a row of a table, or of key figures */
  SHANHAI_PIECE_CHART,
  SHANHAI_PIECE_BREAK,   /* ends a table: its head isn't repeated any more */
} ShanhaiPieceKind;

typedef enum { SHANHAI_BRIEF_OUTCOMES, SHANHAI_BRIEF_FUNDS, SHANHAI_N_BRIEF_CHARTS } ShanhaiBriefChart;

typedef struct
{
  char            **lines;
  double            x, width;
  bool              is_end;   /* right-aligned */
  ShanhaiTextStyle  style;
  ShanhaiInk        ink;
} ShanhaiBriefCell;

typedef struct
{
  ShanhaiPieceKind  kind;
  double            height;
  bool              keep;      /* on one page with the next piece */
  bool              is_head;   /* of a table: repeated on the pages that follow */
  bool              rule;      /* a thin line under it */
  GArray           *cells;     /* of ShanhaiBriefCell, which own their lines: of LINE (one) and CELLS */
  ShanhaiMarks     *marks;     /* of CHART */
} ShanhaiPiece;

typedef struct
{
  guint  piece;
  double y;
} ShanhaiPlacedPiece;

struct _ShanhaiBrief
{
  double           width, height, margin;
  ShanhaiLanguage  language;
  char            *title;
  char            *footer;
  char            *date;       /* (nullable): of the newest source */
  ShanhaiWords    *words;
  GPtrArray       *pieces;     /* of ShanhaiPiece */
  GPtrArray       *pages;      /* of GArray of ShanhaiPlacedPiece */
};

/* (transfer full) (nullable): NULL where the case has nothing to draw */
ShanhaiFigure    *shanhai_brief_new_figure   (const ShanhaiWording   *wording,
                                              ShanhaiCase            *record,
                                              ShanhaiBriefChart       chart);
/* (transfer full): for the charts on pages of that size */
ShanhaiChartOptions *shanhai_brief_new_options (const ShanhaiWording *wording,
                                              ShanhaiWords           *words,
                                              double                  width,
                                              double                  height);
/* @charts: by ShanhaiBriefChart; each may be NULL */
ShanhaiBrief     *shanhai_brief_new_with     (const ShanhaiWording   *wording,
                                              ShanhaiWords           *words,
                                              ShanhaiCase            *record,
                                              double                  width,
                                              double                  height,
                                              ShanhaiMarks * const   *charts);

double            shanhai_brief_get_room     (ShanhaiBrief           *self);
ShanhaiPiece     *shanhai_brief_add_piece    (ShanhaiBrief           *self,
                                              ShanhaiPieceKind        kind);
/* Wraps the text into the cell; the piece grows to hold it. At most `max_lines`, 0 for any number. */
void              shanhai_brief_add_cell     (ShanhaiPiece           *piece,
                                              const char             *text,
                                              double                  x,
                                              double                  width,
                                              bool                    is_end,
                                              const ShanhaiTextStyle *style,
                                              ShanhaiInk              ink,
                                              int                     max_lines);
/* breaks the pieces into pages; once, at the end */
void              shanhai_brief_make_pages   (ShanhaiBrief           *self);

G_END_DECLS

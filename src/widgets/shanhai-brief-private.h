/* shanhai-brief-private.h - the pieces of a brief, and how they come onto pages. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A brief is a row of pieces from top to bottom, each as wide as the page's text. shanhai-brief.c says which; shanhai-brief-pages.c knows how they
 * are broken into pages and drawn. */

#pragma once

#include "shanhai-brief.h"
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

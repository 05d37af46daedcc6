/* shanhai-text-marks.h - where the figures of a source stand in its text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure: citations and a text in, spans out. A figure is marked only where it really stands: at the place that its citation names (offset, paragraph), in a
 * paragraph that is still the one it was cited from (hash). Spans may touch, overlap and coincide: one printed figure can be cited by several records. */

#pragma once

#include "shanhai-citation.h"

G_BEGIN_DECLS

/* what has become of a figure; "proposed" and "ignored" are for what the reader finds in a text */
typedef enum
{
  SHANHAI_MARK_RECORDED,
  SHANHAI_MARK_PROPOSED,
  SHANHAI_MARK_IGNORED,
} ShanhaiMarkState;

#define SHANHAI_N_MARK_STATES (SHANHAI_MARK_IGNORED + 1)

typedef enum
{
  SHANHAI_STANDING_NO_TEXT,   /* there is nothing to look into */
  SHANHAI_STANDING_FOUND,
  SHANHAI_STANDING_NO_PLACE,  /* the citation names none, or a paragraph in which the figure stands more than once */
  SHANHAI_STANDING_MISSING,   /* something else stands at that place */
  SHANHAI_STANDING_CHANGED,   /* the figure is there, but the paragraph isn't any more the one that was cited */
} ShanhaiStanding;

typedef struct
{
  const ShanhaiCitation *citation;    /* borrowed */
  ShanhaiMarkState       state;
  ShanhaiStanding        standing;
  guint                  paragraph;   /* from 1; 0 where nobody knows */
  gint64                 start, end;  /* code points of the text shown, [start, end); -1 where nothing is marked */
} ShanhaiTextMark;

/* Fills in `standing`, `paragraph`, `start` and `end` of each mark. @text: (nullable): its lines end in LF (shanhai_text_normalise_lines). Linear in the text. */
void   shanhai_text_marks_place   (const char            *text,
                                   ShanhaiTextMark       *marks,
                                   guint                  n_marks);
/* by paragraph, then by place in the text, the longer first; what isn't known comes last */
int    shanhai_text_mark_compare  (const ShanhaiTextMark *a,
                                   const ShanhaiTextMark *b);
/* (transfer full): for a source whose text isn't held: a line a paragraph, with the figures that are cited from it. Takes marks in order, and gives them
 * the places that they have in this text. */
char  *shanhai_text_marks_outline (ShanhaiTextMark       *marks,
                                   guint                  n_marks);

bool   shanhai_text_mark_covers   (const ShanhaiTextMark *self,
                                   gint64                 offset);
/* The innermost mark at an offset. Where @after covers it too: the next one after that, and so round; @after may be n_marks, for none. n_marks: there is none. */
guint  shanhai_text_marks_find    (const ShanhaiTextMark *marks,
                                   guint                  n_marks,
                                   gint64                 offset,
                                   guint                  after);

G_END_DECLS

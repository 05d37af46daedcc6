/* shanhai-text-layout.h - how wide a text is, and drawing it, the same on every surface. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pango with a private font map for each thread, 96 dpi, hinting off: what is measured here is drawn so on screen, in PNG, SVG and PDF. Sizes are
 * pixels. Chinese text carries the language zh-cn, so that it gets the mainland's glyphs. Boxes have a fixed height for a size, whatever font
 * a glyph falls back to: SHANHAI_TEXT_ASCENT × size over the baseline, SHANHAI_TEXT_DESCENT × size under it. */

#pragma once

#include <pango/pangocairo.h>
#include <stdbool.h>

#include "shanhai-number.h"

G_BEGIN_DECLS

#define SHANHAI_TEXT_ASCENT 0.90
#define SHANHAI_TEXT_DESCENT 0.24
#define SHANHAI_TEXT_LINE 1.30  /* from one baseline to the next */

typedef struct
{
  double          size;  /* px */
  bool            bold;
  ShanhaiLanguage language;
} ShanhaiTextStyle;

double   shanhai_text_layout_get_width (const char             *text,
                                        const ShanhaiTextStyle *style);
/* Lines of at most `width` px; at most `max_lines` (0: any number), the last one then ends in "…". Breaks where the language allows it. An empty
 * or NULL text has no lines. (transfer full) */
char   **shanhai_text_layout_wrap      (const char             *text,
                                        const ShanhaiTextStyle *style,
                                        double                  width,
                                        int                     max_lines);
/* the same, but no word is broken in two: where one is wider than a line, that line is the last and ends in "…" */
char   **shanhai_text_layout_wrap_words (const char            *text,
                                        const ShanhaiTextStyle *style,
                                        double                  width,
                                        int                     max_lines);
/* the text itself if it fits into `width` px, else its beginning and "…" (transfer full) */
char    *shanhai_text_layout_shorten   (const char             *text,
                                        const ShanhaiTextStyle *style,
                                        double                  width);
/* one line with its baseline starting at x, y, in the current source */
void     shanhai_text_layout_show      (cairo_t                *cr,
                                        const char             *text,
                                        const ShanhaiTextStyle *style,
                                        double                  x,
                                        double                  y);
/* the outlines of that line, added to the current path */
void     shanhai_text_layout_path      (cairo_t                *cr,
                                        const char             *text,
                                        const ShanhaiTextStyle *style,
                                        double                  x,
                                        double                  y);

G_END_DECLS

/* shanhai-brief.h - a whole case on paper: key figures, charts, tables, numbered citations. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laid out once for a page size; drawn page by page on any Cairo context, so that the PDF and the printer's pages are the same. Lengths are px of 1/96
 * inch. Says nothing that the casebook doesn't hold: no clock, no user. Needs no display. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "shanhai-case.h"
#include "shanhai-wording.h"

G_BEGIN_DECLS

/* A4 */
#define SHANHAI_BRIEF_WIDTH 793.7
#define SHANHAI_BRIEF_HEIGHT 1122.5

typedef struct _ShanhaiBrief ShanhaiBrief;

/* @wording: with a casebook, which holds the case; @words: of the same language
 * @width, @height: of a page, the margins included */
ShanhaiBrief *shanhai_brief_new         (const ShanhaiWording *wording,
                                         ShanhaiWords         *words,
                                         ShanhaiCase          *record,
                                         double                width,
                                         double                height);
/* The same while the window goes on. */
void          shanhai_brief_new_async   (const ShanhaiWording *wording,
                                         ShanhaiWords         *words,
                                         ShanhaiCase          *record,
                                         double                width,
                                         double                height,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
ShanhaiBrief *shanhai_brief_new_finish  (GAsyncResult         *result,
                                         GError              **error);
void          shanhai_brief_free        (ShanhaiBrief         *self);
guint         shanhai_brief_get_n_pages (ShanhaiBrief         *self);
/* Draws one page, counted from 0, at the origin, 1 px = 1 user unit. */
void          shanhai_brief_draw_page   (ShanhaiBrief         *self,
                                         cairo_t              *cr,
                                         guint                 page);
/* (transfer full) (nullable): the whole as PDF, with its title in the metadata and text that can be found and copied */
GBytes       *shanhai_brief_to_pdf      (ShanhaiBrief         *self,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiBrief, shanhai_brief_free)

G_END_DECLS

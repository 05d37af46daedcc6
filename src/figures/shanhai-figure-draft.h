/* shanhai-figure-draft.h - what a figure shows, read from the casebook and not laid out yet. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart of thousands of records takes longer than a frame: reading them, which only the casebook's own thread may do, goes bit by bit, and laying out what was
 * read, which needs no casebook, goes in any thread. What is edited while it is read isn't followed: whoever hears of a change throws the draft away, before
 * anything more is read, and starts another one. */

#pragma once

#include "shanhai-figure.h"

G_BEGIN_DECLS

typedef struct _ShanhaiFigureDraft ShanhaiFigureDraft;

/* @options: in whose words and numbers it is told; the size doesn't matter. Nothing is read yet. */
ShanhaiFigureDraft *shanhai_figure_draft_new    (ShanhaiFigure             *figure,
                                                 const ShanhaiChartOptions *options);
ShanhaiFigureDraft *shanhai_figure_draft_ref    (ShanhaiFigureDraft        *self);
/* once it is read, in any thread */
void                shanhai_figure_draft_unref  (ShanhaiFigureDraft        *self);
/* Reads until that time (monotonic, µs) or a little longer; returns whether everything is read. */
bool                shanhai_figure_draft_read   (ShanhaiFigureDraft        *self,
                                                 gint64                     until);
/* of one that is read: how many points, links or bars it has, which is what its layout costs */
guint               shanhai_figure_draft_get_n  (const ShanhaiFigureDraft  *self);
/* (transfer full) (nullable): of one that is read, of that casebook: the ISO 8601 day of the newest source it draws from */
char               *shanhai_figure_draft_dup_date (const ShanhaiFigureDraft *self,
                                                 ShanhaiCasebook           *casebook);
/* Of one that is read; in any thread, also in several at once. @options: may differ in what isn't words or numbers. (transfer full) */
ShanhaiMarks       *shanhai_figure_draft_layout (const ShanhaiFigureDraft  *self,
                                                 const ShanhaiChartOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFigureDraft, shanhai_figure_draft_unref)

G_END_DECLS

/* shanhai-baseline.h - what a casebook was at one moment, while it goes on changing. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Remembers of each record that has changed since what it was then, and nothing of the others: it costs what the changes cost, however large the casebook
 * is, and doesn't need the history's steps. The third side of a merge: what both casebooks come from. Of a casebook that nobody changes it is simply that
 * casebook. Belongs to the casebook's thread; may be read in another one while the casebook doesn't change. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_BASELINE (shanhai_baseline_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiBaseline, shanhai_baseline, SHANHAI, BASELINE, GObject)

/* (transfer full): the casebook as it is now; it is held */
ShanhaiBaseline *shanhai_baseline_new        (ShanhaiCasebook *casebook);
/* The casebook was otherwise than it is: as it stood before @change, which leads to what it is now. Before anything else has changed. */
void             shanhai_baseline_step_back  (ShanhaiBaseline *self,
                                              ShanhaiChange   *change);
/* (transfer none) (nullable): the record as it was then; the casebook's own where it hasn't changed */
ShanhaiRecord   *shanhai_baseline_lookup     (ShanhaiBaseline *self,
                                              const char      *id);
/* (transfer full): as it was then */
ShanhaiHeader   *shanhai_baseline_dup_header (ShanhaiBaseline *self);

G_END_DECLS

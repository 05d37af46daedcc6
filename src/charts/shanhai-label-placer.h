/* shanhai-label-placer.h - finds room for labels: away from texts, marks and edges. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-marks.h"

G_BEGIN_DECLS

typedef struct _ShanhaiLabelPlacer ShanhaiLabelPlacer;

/* `bounds`: no label leaves them */
ShanhaiLabelPlacer *shanhai_label_placer_new         (const ShanhaiBox         *bounds);
void                shanhai_label_placer_free        (ShanhaiLabelPlacer       *self);
void                shanhai_label_placer_add_box     (ShanhaiLabelPlacer       *self,
                                                      const ShanhaiBox         *box);
void                shanhai_label_placer_add_segment (ShanhaiLabelPlacer       *self,
                                                      double                    x0,
                                                      double                    y0,
                                                      double                    x1,
                                                      double                    y1);
/* whether a box, with `padding` px about it, touches nothing and lies within the bounds */
bool                shanhai_label_placer_is_free     (const ShanhaiLabelPlacer *self,
                                                      const ShanhaiBox         *box,
                                                      double                    padding);
/* whether a line touches no box */
bool                shanhai_label_placer_is_clear    (const ShanhaiLabelPlacer *self,
                                                      double                    x0,
                                                      double                    y0,
                                                      double                    x1,
                                                      double                    y1);
/* Moves labels that stand in a column apart, as little as possible (least squares), in the given order. `tops`: on entry where each would like to
 * begin, in ascending order of their middles; `heights` include the space between. They must fit: the sum of heights ≤ hi − lo. */
void                shanhai_label_placer_spread      (double                   *tops,
                                                      const double             *heights,
                                                      guint                     n,
                                                      double                    lo,
                                                      double                    hi);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiLabelPlacer, shanhai_label_placer_free)

G_END_DECLS

/* shanhai-flag-places.h - where the signs over a chart stand: beside their data, clear of the rest. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One look at laid-out marks, which must live as long. Each sign that takes a place is in the way of those that come later. Lengths are px. */

#pragma once

#include "shanhai-marks-private.h"

G_BEGIN_DECLS

typedef struct _ShanhaiFlagPlaces ShanhaiFlagPlaces;

/* @radius: of a sign; @rim: of the background about it */
ShanhaiFlagPlaces *shanhai_flag_places_new  (const ShanhaiMarks *marks,
                                             double              radius,
                                             double              rim);
void               shanhai_flag_places_free (ShanhaiFlagPlaces  *self);
/* A place for the sign of a datum: @x, @y: (out): its centre. False where the datum isn't drawn, in a crowded chart. */
bool               shanhai_flag_places_take (ShanhaiFlagPlaces  *self,
                                             int                 datum,
                                             double             *x,
                                             double             *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiFlagPlaces, shanhai_flag_places_free)

G_END_DECLS

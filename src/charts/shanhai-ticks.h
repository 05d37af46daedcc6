/* shanhai-ticks.h - where an axis has its ticks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values: Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes" (InfoVis 2010), with
 * Q = {1, 5, 2, 2.5, 4, 3} and weights .25, .2, .5, .05. Years: whole numbers only. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define SHANHAI_MAX_TICKS 6

/* n ticks: first, first + step, … Ask shanhai_ticks_get_nth() for a value: it is rounded to `decimals`, so 0.3 is 0.3. */
typedef struct
{
  double first;
  double step;
  int    n;
  int    decimals;  /* places that the values need, 0 … */
} ShanhaiTicks;

/* About `wanted` ticks (2 … 6) for data from `lo` to `hi`; never more than SHANHAI_MAX_TICKS. The ticks may end a little inside or outside the data.
 * lo = hi gives that one tick; values that aren't finite give none. */
void    shanhai_ticks_extended (double              lo,
                                double              hi,
                                double              wanted,
                                ShanhaiTicks       *out);
/* whole years from `lo` to `hi`, at most `most` (≥ 1) of them, in steps of 1, 2, 5, 10, 20, 25, 50, 100 … */
void    shanhai_ticks_years    (double              lo,
                                double              hi,
                                int                 most,
                                ShanhaiTicks       *out);
double  shanhai_ticks_get_nth  (const ShanhaiTicks *self,
                                int                 index);

G_END_DECLS

/* shanhai-rivals.h - of several claims to one figure, the one that stands until a person has chosen. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person has chosen (shanhai-preference.h) comes before all this: whoever asks here has passed over the records that somebody has decided against. Charts,
 * their titles, key figures, comparisons and totals all ask here, so that none of them shows another figure than the others do. Of two claims that one stands
 *
 * 1. which cites a source that isn't a reprint;
 * 2. which is exact, rather than "about", "over" or a range;
 * 3. which is printed to the finer place: 38.74 % rather than 38.7 %;
 * 4. whose source is nearer to who counts: statistics, an official report, a study, the press, anything else;
 * 5. whose source is the later one: it may correct the other;
 * 6. whose id is the lesser one: so that it is always the same.
 *
 * That is a rule for what is drawn, no judgement of what is true: the checks go on telling that both can't be. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

/* Negative where @a stands, positive where @b does; 0 for one and the same. Both have a figure. */
int            shanhai_casebook_compare_rivals (ShanhaiCasebook *self,
                                                ShanhaiRecord   *a,
                                                ShanhaiRecord   *b);
/* Whether two sources claim one figure: of observations the same indicator, subject, way of counting and day; of flows a total of the same kind between the same
 * ends over the same time. Neither plans nor parts are rivals of what was done or of wholes. */
bool           shanhai_records_are_rivals      (ShanhaiRecord   *a,
                                                ShanhaiRecord   *b);
/* (transfer none) (nullable): the first or the last in time of @records (element-type ShanhaiRecord): where several claim that day, the one that stands. Those
 * without a time come behind all others. NULL where there are none. */
gpointer       shanhai_casebook_find_end       (ShanhaiCasebook *self,
                                                GPtrArray       *records,
                                                bool             last);

G_END_DECLS

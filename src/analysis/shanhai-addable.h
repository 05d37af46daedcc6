/* shanhai-addable.h - which figures may be added up, and what is left out and why. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only what is disjoint may: no part beside its whole, no figure beside the cumulative one that holds it, nothing planned beside what was done, no reprint beside
 * what it reprints, and one unit. The total keeps its interval: "at least 4.7亿". */

#pragma once

#include "shanhai-claim.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_LEFT_OUT_UNIT,        /* another unit, or one that doesn't add up */
  SHANHAI_LEFT_OUT_PART,        /* part of one that is counted */
  SHANHAI_LEFT_OUT_WITHIN,      /* an earlier or shorter figure of a cumulative one that is counted */
  SHANHAI_LEFT_OUT_PLANNED,
  SHANHAI_LEFT_OUT_TOLD_TWICE,  /* the same from another source, or from a reprint */
  SHANHAI_LEFT_OUT_EARLIER,     /* a state at another time than the one that is counted */
  SHANHAI_LEFT_OUT_UNSURE,      /* may be within one that is counted; nothing says so */
  SHANHAI_LEFT_OUT_TOO_LARGE,   /* the sum would have more digits than there are */
} ShanhaiLeftOut;

#define SHANHAI_N_LEFT_OUT (SHANHAI_LEFT_OUT_TOO_LARGE + 1)

typedef struct
{
  const ShanhaiClaim *claim;
  ShanhaiLeftOut      reason;
  ShanhaiRecord      *beside;   /* the record that it would be counted beside, or NULL */
} ShanhaiLeftOutClaim;

typedef struct
{
  ShanhaiClaim       *owned;     /* the claims, where they were made for this */
  const ShanhaiClaim **claims;   /* what is added up */
  guint               n;
  GArray             *left_out;  /* of ShanhaiLeftOutClaim */
  const char         *unit;      /* interned, or NULL where nothing is added up */
  bool                has_total;
  ShanhaiDecimal      nominal;
  ShanhaiInterval     soft, hard;
} ShanhaiAddable;

/* Of records with a figure: flows, exchanges, observations of one indicator. `planned` asks for plans instead of what was done. */
ShanhaiAddable *shanhai_addable_new            (ShanhaiCasebook   *casebook,
                                                GPtrArray         *records,
                                                bool               planned);
/* the same of claims, which must live as long */
ShanhaiAddable *shanhai_addable_new_for_claims (ShanhaiCasebook   *casebook,
                                                ShanhaiClaim     **claims,
                                                guint              n);
void            shanhai_addable_free           (ShanhaiAddable    *self);
/* why, as a sentence fragment in the reader's words: "part of another figure" */
const char     *shanhai_left_out_get_label     (ShanhaiLeftOut     reason,
                                                const ShanhaiWords *words);
/* (transfer full) (nullable): the total as a quantity: its lowest value, "at least" where the bounds lie apart */
ShanhaiQuantity *shanhai_addable_dup_total     (ShanhaiAddable    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiAddable, shanhai_addable_free)

G_END_DECLS

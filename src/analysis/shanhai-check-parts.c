/* shanhai-check-parts.c - a part is no more than its whole, and counted as that is. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-flow.h"
#include "shanhai-parts.h"

#define MAX_SHARES 64

static const ShanhaiSentences part_of_whole = {
  N_("{w1}: {1}, within {2} ({w2})."),
  N_("{w1}: {1}, told as a part of {2} ({w2}), yet it seems more."),
  N_("{w1}: {1} can’t be a part of {2} ({w2}), for it is more."),
};

static const ShanhaiSentences planned_part = {
  NULL,
  N_("{w1}: {1} is agreed, not yet paid, but is counted as part of {2} that was ({w2})."),
  N_("{w1}: {1} is planned, but is counted as part of {2} that was done ({w2})."),
};

static const ShanhaiSentences part_of_other_time = {
  NULL,
  N_("{w1}: {1} ({t1}) is told as a part of {2} ({w2}), though not of that time ({t2})."),
  NULL,
};

static void
check_part (ShanhaiCheckScope  *scope,
            const ShanhaiClaim *part,
            const ShanhaiClaim *whole)
{
  ShanhaiAlikeness alike = SHANHAI_ALIKE_FULLY;

  /* what is told of a later time can have outgrown what it was a part of */
  if (part->has_time && whole->has_time && part->last > whole->last && part->spans)
    alike = SHANHAI_ALIKE_MAYBE;
  /* and more can be done than was planned */
  if (whole->planned && !part->planned)
    alike = SHANHAI_ALIKE_MAYBE;
  shanhai_check_tell (scope, SHANHAI_CHECK_PART, shanhai_compare_at_most (part->quantity, whole->quantity), alike, &part_of_whole, part, whole);

  /* what is there at a time, villages and beds, can be of what was there before */
  if (part->spans && whole->spans && !shanhai_claim_overlaps (part, whole))
    shanhai_check_tell (scope, SHANHAI_CHECK_PART, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &part_of_other_time, part, whole);
  if (part->planned && !whole->planned && part->type == SHANHAI_RECORD_FLOW)
    shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_CONTRADICT,
                        g_strcmp0 (shanhai_flow_get_status (SHANHAI_FLOW (part->record)), "committed") == 0 ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_FULLY,
                        &planned_part, part, whole);
  else if (part->planned && !whole->planned)
    shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_MAYBE, &planned_part, part, whole);
}

static bool
is_people_or_times (const char *unit)
{
  return strcmp (unit, "person") == 0 || strcmp (unit, "person-time") == 0;
}

/* households of people, meetings of a programme: what is a part is counted as its whole is */
static void
check_part_unit (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *part,
                 const ShanhaiClaim *whole)
{
  static const ShanhaiSentences times = {
    NULL,
    N_("{w1}: {1}, told as a part of {2} ({w2}). People and person-times aren’t the same."),
    NULL,
  };

  if (is_people_or_times (part->quantity->unit) && is_people_or_times (whole->quantity->unit))
    shanhai_check_tell (scope, SHANHAI_CHECK_PERSON_TIME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &times, part, whole);
}

/* "…, of these 2768 registered poor, or 29.4 %": the share that is told next to a part of the same whole */
static void
check_share (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *share,
             const ShanhaiClaim *whole)
{
  static const ShanhaiSentences sentences = {
    N_("{w1}: {2} ÷ {3} × 100 = {=}, as printed ({1})."),
    N_("{w1}: {2} ÷ {3} × 100 = {=}, but {1} is printed. It may be a share of something else."),
    NULL,
  };
  ShanhaiDecimal hundred = shanhai_decimal_from_int (100);
  ShanhaiInterval factor = shanhai_interval_point (&hundred), a, b, soft, hard;
  const ShanhaiClaim *part = NULL;
  ShanhaiFinding *finding;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];

      if (claim != whole && claim->quantity != NULL && shanhai_part_unit_fits (claim->quantity->unit, whole->quantity->unit) && shanhai_claim_is_same_place (claim, share) &&
          claim->citation->start >= 0 && claim->citation->start < share->citation->start &&
          (part == NULL || claim->citation->start > part->citation->start))
        part = claim;
    }
  if (part == NULL)
    return;

  shanhai_quantity_get_soft (part->quantity, &a);
  shanhai_quantity_get_soft (whole->quantity, &b);
  if (!shanhai_interval_divide (&a, &b, &soft) || !shanhai_interval_multiply (&soft, &factor, &soft))
    return;
  shanhai_quantity_get_hard (part->quantity, &a);
  shanhai_quantity_get_hard (whole->quantity, &b);
  if (!shanhai_interval_divide (&a, &b, &hard) || !shanhai_interval_multiply (&hard, &factor, &hard))
    return;
  a = shanhai_interval_point (&part->quantity->value);
  b = shanhai_interval_point (&whole->quantity->value);
  if (!shanhai_interval_divide (&a, &b, &a) || !shanhai_interval_multiply (&a, &factor, &a))
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_RATIO, MIN (shanhai_compare_interval (&soft, &hard, share->quantity), SHANHAI_AGREEMENT_DOUBTFUL),
                                SHANHAI_ALIKE_FULLY, &sentences, share, part);
  shanhai_finding_add (finding, whole->record, whole->quantity);
  shanhai_finding_set_computed (finding, &a.lo, &soft, "percent");
}

void
shanhai_check_parts (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *whole = shanhai_parts_find_whole (scope);
  guint n_shares = 0;

  for (guint i = 0; whole != NULL && i < scope->n; i++)
    if (scope->claims[i] == whole || scope->claims[i]->quantity == NULL)
      continue;
    else if (shanhai_part_unit_fits (scope->claims[i]->quantity->unit, whole->quantity->unit))
      check_part (scope, scope->claims[i], whole);
    else if (shanhai_unit_is_additive (scope->claims[i]->quantity->unit))
      check_part_unit (scope, scope->claims[i], whole);
    else if (strcmp (scope->claims[i]->quantity->unit, "percent") == 0 && n_shares++ < MAX_SHARES)
      check_share (scope, scope->claims[i], whole);
}

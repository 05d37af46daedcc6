/* shanhai-check-parts.c - a part is no more than its whole, and all parts together are the whole. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts that one paragraph tells are added. More than the whole they can't be, if they are parts of one kind; less they can: then it is a finding only when the
 * whole is said to be their total, and doubtful when they nearly make it up. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-exchange.h"
#include "shanhai-flow-within.h"
#include "shanhai-flow.h"
#include "shanhai-pairing.h"
#include "shanhai-quote-place.h"

/* parts that leave no more of the whole than this share seem meant to be all of it */
#define SHORT_SHARE 0.35
/* so many parts in one paragraph with the whole are a list of them, if they make up that share */
#define LISTED 3
#define LISTED_SHARE 0.3
#define MAX_PARTS 64

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

static const ShanhaiSentences sum_of_parts = {
  N_("{w1}: {+} = {=}, as printed ({1})."),
  N_("{w1}: {+} = {=}, but {1} is printed. A part may be missing, or a figure is wrong."),
  N_("{w1}: {+} = {=}, but {1} is printed."),
};

static const ShanhaiSentences more_than_whole = {
  NULL,
  N_("{w1}: {+} = {=}, more than {1}. Some of it may be counted twice."),
  N_("{w1}: {+} = {=}, more than the {1} they are parts of."),
};

static const ShanhaiSentences more_than_planned = {
  NULL,
  N_("{w1}: {+} = {=} were done, more than the {1} that were planned. Some of it may be counted twice."),
  NULL,
};

/* one can count villages as places, organisations or things: the key of the whole is the wider one */
static bool
unit_fits (const char *part,
           const char *whole)
{
  static const char * const bodies[] = { "village", "township", "county", "city", "prefecture", "province", "school", "hospital", "clinic", "company", "org",
                                         "item", NULL };

  if (part == whole)
    return true;

  return (strcmp (whole, "org") == 0 || strcmp (whole, "item") == 0) && g_strv_contains (bodies, part);
}

static const ShanhaiClaim *
find_whole (const ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    if (g_strcmp0 (shanhai_record_get_id (scope->claims[i]->record), scope->key) == 0)
      return scope->claims[i]->quantity != NULL ? scope->claims[i] : NULL;

  return NULL;
}

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

      if (claim != whole && claim->quantity != NULL && unit_fits (claim->quantity->unit, whole->quantity->unit) && shanhai_claim_is_same_place (claim, share) &&
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
  const ShanhaiClaim *whole = find_whole (scope);
  guint n_shares = 0;

  for (guint i = 0; whole != NULL && i < scope->n; i++)
    if (scope->claims[i] == whole || scope->claims[i]->quantity == NULL)
      continue;
    else if (unit_fits (scope->claims[i]->quantity->unit, whole->quantity->unit))
      check_part (scope, scope->claims[i], whole);
    else if (shanhai_unit_is_additive (scope->claims[i]->quantity->unit))
      check_part_unit (scope, scope->claims[i], whole);
    else if (strcmp (scope->claims[i]->quantity->unit, "percent") == 0 && n_shares++ < MAX_PARTS)
      check_share (scope, scope->claims[i], whole);
}

/* "9 towns, 19 enterprises and 1 village together", 合计 */
static bool
says_total (const ShanhaiName *name)
{
  static const char * const words[] = { "合计", "总计", "共计", "总共", "总和", "together", "in total", "altogether", "sum of", NULL };

  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    for (guint w = 0; words[w] != NULL; w++)
      if (strstr (shanhai_name_get_nth (name, i, NULL), words[w]) != NULL)
        return true;

  return false;
}

/* Whether two of the parts can't hold the same thing: money given twice is given twice, and a village isn't an enterprise; but poor people and women can be
 * the same persons. */
static bool
are_disjoint (const ShanhaiClaim **parts,
              guint                n)
{
  bool same_indicator = true, unlike_units = true;

  if (parts[0]->type == SHANHAI_RECORD_FLOW)
    return true;
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        same_indicator &= parts[i]->indicator != NULL && parts[i]->indicator == parts[k]->indicator &&
                          g_strcmp0 (parts[i]->subject, parts[k]->subject) != 0;
        unlike_units &= parts[i]->quantity->unit != parts[k]->quantity->unit ||
                        (parts[i]->indicator != NULL && g_str_has_prefix (parts[i]->indicator, "paired-"));
      }

  return same_indicator || unlike_units || strcmp (parts[0]->quantity->unit, "CNY") == 0;
}

/* each of a programme of its own: what one did, another didn't */
static bool
are_of_other_programmes (const ShanhaiClaim **parts,
                         guint                n)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i; k < n; k++)
      if (parts[i]->programme == NULL || (k > i && g_strcmp0 (parts[i]->programme, parts[k]->programme) == 0))
        return false;

  return true;
}

/* parts by giver and parts by purpose of one total each make it up by themselves */
static bool
may_cut_twice (const ShanhaiClaim **parts,
               guint                n)
{
  bool same_place = true;

  for (guint i = 1; i < n; i++)
    same_place &= shanhai_claim_is_same_place (parts[0], parts[i]);

  return !same_place;
}

/* With 万 put into one of the parts, or taken out, the sum would be right. */
static bool
add_up_with_slip (const ShanhaiClaim  *whole,
                  const ShanhaiClaim **parts,
                  guint                n,
                  guint               *slipped)
{
  for (guint s = 0; s < n; s++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
        ShanhaiQuantity shifted = *parts[s]->quantity;
        bool added = !shifted.has_hi && shifted.value.digits != 0 && shanhai_decimal_shift (&shifted.value, sign * 4, &shifted.value) &&
                     shanhai_decimal_shift (&shifted.precision, sign * 4, &shifted.precision);

        for (guint i = 0; i < n && added; i++)
          added = shanhai_total_add (&total, i == s ? &shifted : parts[i]->quantity);
        if (added && shanhai_compare_interval (&total.soft, &total.hard, whole->quantity) == SHANHAI_AGREEMENT_AGREE)
          {
            *slipped = s;
            return true;
          }
      }

  return false;
}

/* Without one of them the others are the whole: that one is told within another, not 10 000 times too large. */
static bool
is_one_too_many (const ShanhaiClaim  *whole,
                 const ShanhaiClaim **parts,
                 guint                n)
{
  for (guint s = 0; s < n && n > 2; s++)
    {
      ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
      bool added = shanhai_decimal_compare (&parts[s]->quantity->value, &whole->quantity->value) < 0;

      for (guint i = 0; i < n && added; i++)
        added = i == s || shanhai_total_add (&total, parts[i]->quantity);
      if (added && shanhai_compare_interval (&total.soft, &total.hard, whole->quantity) == SHANHAI_AGREEMENT_AGREE)
        return true;
    }

  return false;
}

static const ShanhaiSentences slipped_part = {
  NULL,
  N_("{w1}: with 10 000 times as much or as little as {1}, the parts would make {2}. 万 may be missing, or have been put in by mistake."),
  N_("{w1}: with 10 000 times as much or as little as {1}, the parts would make {2}. 万 is missing, or was put in by mistake."),
};

static const ShanhaiSentences slipped_whole = {
  NULL,
  N_("{w1}: {+} = {=}, but {1} is printed, 10 000 times as much or as little. 万 may be missing, or have been put in by mistake."),
  NULL,
};

/* 2591亿元，其中教育1574万元、医疗1017万元: the total itself has 万 too often, or too seldom */
static bool
is_whole_slipped (const ShanhaiClaim *whole,
                  const ShanhaiTotal *total)
{
  for (int sign = -1; sign <= 1; sign += 2)
    {
      ShanhaiQuantity shifted = *whole->quantity;

      if (!shifted.has_hi && shifted.value.digits != 0 && shanhai_decimal_shift (&shifted.value, sign * 4, &shifted.value) &&
          shanhai_decimal_shift (&shifted.precision, sign * 4, &shifted.precision) &&
          shanhai_compare_interval (&total->soft, &total->hard, &shifted) == SHANHAI_AGREEMENT_AGREE)
        return true;
    }

  return false;
}

static bool
stand_together (const ShanhaiClaim  *whole,
                const ShanhaiClaim **parts,
                guint                n)
{
  for (guint i = 0; i < n; i++)
    if (!shanhai_claim_is_same_place (whole, parts[i]))
      return false;

  return true;
}

static void
add_sum (ShanhaiCheckScope   *scope,
         const ShanhaiClaim  *whole,
         const ShanhaiClaim **parts,
         guint                n)
{
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
  bool told_whole = says_total (whole->basis) || says_total (shanhai_record_get_note (whole->record));
  const ShanhaiSentences *sentences = &sum_of_parts;
  ShanhaiAlikeness alike = SHANHAI_ALIKE_FULLY;
  ShanhaiAgreement agreement;
  ShanhaiInterval claim;
  ShanhaiFinding *finding;
  bool one_too_many;
  guint slipped;

  for (guint i = 0; i < n; i++)
    if (!shanhai_total_add (&total, parts[i]->quantity))
      return;

  agreement = shanhai_compare_interval (&total.soft, &total.hard, whole->quantity);
  one_too_many = agreement != SHANHAI_AGREEMENT_AGREE && is_one_too_many (whole, parts, n);
  if (agreement != SHANHAI_AGREEMENT_AGREE && !one_too_many && add_up_with_slip (whole, parts, n, &slipped))
    {
      shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, agreement, SHANHAI_ALIKE_FULLY, &slipped_part, parts[slipped], whole);
      return;
    }
  if (agreement != SHANHAI_AGREEMENT_AGREE && !one_too_many && is_whole_slipped (whole, &total))
    {
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &slipped_whole, whole, NULL);
      for (guint i = 0; i < n; i++)
        shanhai_finding_add (finding, parts[i]->record, parts[i]->quantity);
      shanhai_finding_set_computed (finding, &total.nominal, &total.soft, whole->quantity->unit);
      /* parts that are more than their whole are told as such, too */
      if (shanhai_decimal_compare (&total.nominal, &whole->quantity->value) < 0)
        return;
    }
  shanhai_quantity_get_hard (whole->quantity, &claim);
  if (agreement != SHANHAI_AGREEMENT_AGREE && shanhai_interval_order (&total.hard, &claim) >= 0 &&
      shanhai_decimal_compare (&total.nominal, &whole->quantity->value) > 0)
    {
      sentences = &more_than_whole;
      if (one_too_many || (!are_disjoint (parts, n) && !are_of_other_programmes (parts, n)) || may_cut_twice (parts, n))
        alike = SHANHAI_ALIKE_MAYBE;
    }
  else if (agreement != SHANHAI_AGREEMENT_AGREE)
    {
      double share = shanhai_decimal_to_double (&total.nominal) / MAX (shanhai_decimal_to_double (&whole->quantity->value), 1e-9);

      /* units that are paired are units of some kind, so the kinds make up all of them */
      bool of_units = whole->indicator == g_intern_static_string ("paired-units");

      /* who lists several parts beside the whole seems to list all of them */
      bool listed = n >= LISTED && share >= LISTED_SHARE && stand_together (whole, parts, n);

      if (!told_whole && !of_units && !listed && (share < 1 - SHORT_SHARE || (!are_disjoint (parts, n) && !stand_together (whole, parts, n))))
        return;
      alike = told_whole ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
    }

  finding = shanhai_check_tell (scope, SHANHAI_CHECK_SUM, agreement, alike, sentences, whole, NULL);
  if (finding == NULL)
    return;
  for (guint i = 0; i < n; i++)
    shanhai_finding_add (finding, parts[i]->record, parts[i]->quantity);
  shanhai_finding_set_computed (finding, &total.nominal, &total.soft, whole->quantity->unit);
}

/* what parts can differ in */
typedef const char *(*DimensionFunc) (const ShanhaiClaim *claim);

static const char *
get_programme (const ShanhaiClaim *claim)
{
  return claim->programme;
}

static const char *
get_subject (const ShanhaiClaim *claim)
{
  return claim->subject;
}

static const char *
get_sector (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_FLOW ? shanhai_flow_get_sector (SHANHAI_FLOW (claim->record)) : NULL;
}

static const char *
get_single_node (const ShanhaiEnds *ends)
{
  return ends != NULL && ends->n == 1 ? shanhai_end_get_node (&ends->items[0]) : NULL;
}

static const char *
get_giver (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_FLOW ? get_single_node (shanhai_flow_get_from (SHANHAI_FLOW (claim->record))) : NULL;
}

static const char *
get_taker (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_FLOW ? get_single_node (shanhai_flow_get_to (SHANHAI_FLOW (claim->record))) : NULL;
}

static const char *
get_role (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_EXCHANGE ? shanhai_exchange_get_role (SHANHAI_EXCHANGE (claim->record)) : NULL;
}

static bool
overlap (const ShanhaiClaim *a,
         const ShanhaiClaim *b)
{
  return !a->has_time || !b->has_time || a->open_start || b->open_start || (a->first <= b->last && b->first <= a->last);
}

/* Whether they cut the whole in one way: each is of another programme, of another place, of another year. Then none is told twice, whoever tells them. */
static bool
cut_one_way (const ShanhaiClaim **parts,
             guint                n)
{
  static const DimensionFunc dimensions[] = { get_programme, get_subject, get_sector, get_giver, get_taker, get_role };
  bool apart = true;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      apart &= !overlap (parts[i], parts[k]);
  for (guint d = 0; d < G_N_ELEMENTS (dimensions) && !apart; d++)
    {
      apart = true;
      for (guint i = 0; i < n && apart; i++)
        for (guint k = i; k < n && apart; k++)
          apart = dimensions[d] (parts[i]) != NULL && (k == i || g_strcmp0 (dimensions[d] (parts[i]), dimensions[d] (parts[k])) != 0);
    }

  return apart;
}

/* Parts of all the whole's time come first, those of some of it behind; how many the former are. */
static guint
divide_by_time (const ShanhaiClaim  *whole,
                const ShanhaiClaim **parts,
                guint                n)
{
  const ShanhaiClaim *shorter[MAX_PARTS];
  guint n_long = 0, n_short = 0;

  for (guint i = 0; i < n; i++)
    if (whole->has_time && parts[i]->has_time && !parts[i]->open_start && whole->spans && parts[i]->spans && parts[i]->last - parts[i]->first < whole->last - whole->first)
      shorter[n_short++] = parts[i];
    else
      parts[n_long++] = parts[i];
  memcpy (parts + n_long, shorter, n_short * sizeof *parts);

  return n_long;
}

/* parts of other times, none of which is told twice */
static bool
are_of_other_times (const ShanhaiClaim **parts,
                    guint                n)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      if (overlap (parts[i], parts[k]))
        return false;

  return true;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiClaim *x = *(const ShanhaiClaim * const *) a, *y = *(const ShanhaiClaim * const *) b;

  if (x->citation->paragraph != y->citation->paragraph)
    return x->citation->paragraph < y->citation->paragraph ? -1 : 1;

  return x->citation->start < y->citation->start ? -1 : x->citation->start > y->citation->start;
}

static ShanhaiAgreement
compare_sum (const ShanhaiClaim  *whole,
             const ShanhaiClaim **parts,
             guint                n)
{
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };

  for (guint i = 0; i < n; i++)
    if (!shanhai_total_add (&total, parts[i]->quantity))
      return SHANHAI_AGREEMENT_DOUBTFUL;

  return shanhai_compare_interval (&total.soft, &total.hard, whole->quantity);
}

/* whether what the parts leave of the whole is little enough that they are an account of all of it */
static bool
are_account (const ShanhaiClaim  *whole,
             const ShanhaiClaim **parts,
             guint                n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += shanhai_decimal_to_double (&parts[i]->quantity->value);

  return sum >= (1 - SHORT_SHARE) * shanhai_decimal_to_double (&whole->quantity->value);
}

/* whether all parts are more than the whole for certain */
static bool
are_too_many (const ShanhaiClaim  *whole,
              const ShanhaiClaim **parts,
              guint                n)
{
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
  ShanhaiInterval printed;

  for (guint i = 0; i < n; i++)
    if (!shanhai_total_add (&total, parts[i]->quantity))
      return false;
  shanhai_quantity_get_hard (whole->quantity, &printed);

  return shanhai_compare_interval (&total.soft, &total.hard, whole->quantity) != SHANHAI_AGREEMENT_AGREE && shanhai_interval_order (&total.hard, &printed) >= 0 &&
         shanhai_decimal_compare (&total.nominal, &whole->quantity->value) > 0;
}

/* Where the second account begins of a total that a text accounts for twice, by years and by purpose, or by purpose and by place; n where it does so once. In the order of the text, one of the two
 * makes up the total by itself. */
static guint
find_second_account (const ShanhaiClaim  *whole,
                     const ShanhaiClaim **parts,
                     guint                n)
{
  guint n_long = divide_by_time (whole, parts, n);

  if (n_long >= 2 && n_long + 2 <= n && are_of_other_times (parts + n_long, n - n_long))
    return n_long;
  for (guint i = 0; i < n; i++)
    if (parts[i]->citation == NULL || parts[i]->citation->start < 0)
      return n;
  qsort (parts, n, sizeof *parts, compare_places);
  for (guint k = 2; k + 2 <= n; k++)
    if ((compare_sum (whole, parts, k) == SHANHAI_AGREEMENT_AGREE && are_account (whole, parts + k, n - k)) ||
        (compare_sum (whole, parts + k, n - k) == SHANHAI_AGREEMENT_AGREE && are_account (whole, parts, k)))
      return k;

  return n;
}

/* Boys and girls are all pupils, and boarders are some of both: with the one left out that is told within the others, the parts make up the whole. False where there is none such, or where nothing can be told
 * twice. */
static bool
leave_out_one (const ShanhaiClaim  *whole,
               const ShanhaiClaim **parts,
               guint                n)
{
  if (n < 3 || whole->type != SHANHAI_RECORD_OBSERVATION || are_disjoint (parts, n))
    return false;
  for (guint i = n; i-- > 0;)
    {
      const ShanhaiClaim *one = parts[i];

      parts[i] = parts[n - 1];
      parts[n - 1] = one;
      if (compare_sum (whole, parts, n - 1) == SHANHAI_AGREEMENT_AGREE)
        return true;
      parts[n - 1] = parts[i];
      parts[i] = one;
    }

  return false;
}

/* Each account of the whole by itself */
static void
add_accounts (ShanhaiCheckScope   *scope,
              const ShanhaiClaim  *whole,
              const ShanhaiClaim **parts,
              guint                n)
{
  const ShanhaiClaim *ordered[MAX_PARTS];
  guint second;

  if (n < 3 || !are_too_many (whole, parts, n) || cut_one_way (parts, n))
    {
      add_sum (scope, whole, parts, n);
      return;
    }
  memcpy (ordered, parts, n * sizeof *parts);
  second = n >= 4 ? find_second_account (whole, ordered, n) : n;
  if (second < n)
    {
      add_sum (scope, whole, ordered, second);
      add_sum (scope, whole, ordered + second, n - second);
      return;
    }
  memcpy (ordered, parts, n * sizeof *parts);
  add_sum (scope, whole, ordered, leave_out_one (whole, ordered, n) ? n - 1 : n);
}

/* the same part, told again by another source */
static bool
is_told_already (const ShanhaiClaim  *part,
                 const ShanhaiClaim **parts,
                 guint                n)
{
  static const DimensionFunc dimensions[] = { get_programme, get_subject, get_sector, get_giver, get_taker, get_role };

  for (guint i = 0; i < n; i++)
    {
      bool same = g_strcmp0 (part->root, parts[i]->root) != 0 && part->indicator == parts[i]->indicator && shanhai_period_equal (part->period, parts[i]->period) &&
                  shanhai_claim_compare_kind (part, parts[i]) == SHANHAI_ALIKE_FULLY && shanhai_quantity_compare_claims (part->quantity, parts[i]->quantity) == SHANHAI_AGREEMENT_AGREE;

      for (guint d = 0; d < G_N_ELEMENTS (dimensions) && same; d++)
        same = g_strcmp0 (dimensions[d] (part), dimensions[d] (parts[i])) == 0;
      if (same)
        return true;
    }

  return false;
}

/* Whether the parts that several sources tell make up the whole together: one tells of 2018, another one of 2019. */
static bool
add_up_together (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *whole)
{
  const ShanhaiClaim *parts[MAX_PARTS];
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
  ShanhaiInterval printed;
  bool one_root = true;
  guint n = 0;

  for (guint i = 0; i < scope->n && n < MAX_PARTS; i++)
    {
      const ShanhaiClaim *part = scope->claims[i];

      if (part == whole || part->quantity == NULL || part->planned != whole->planned || !unit_fits (part->quantity->unit, whole->quantity->unit) || is_told_already (part, parts, n))
        continue;
      if (!shanhai_total_add (&total, part->quantity))
        return false;
      one_root &= n == 0 || g_strcmp0 (part->root, parts[0]->root) == 0;
      parts[n++] = part;
    }
  if (n < 2 || one_root)
    return false;
  /* more than the whole are those alone of which none can be told twice */
  shanhai_quantity_get_hard (whole->quantity, &printed);
  if (shanhai_compare_interval (&total.soft, &total.hard, whole->quantity) != SHANHAI_AGREEMENT_AGREE &&
      !(cut_one_way (parts, n) && shanhai_interval_order (&total.hard, &printed) > 0))
    return false;
  add_accounts (scope, whole, parts, n);

  return true;
}

/* What was done of a plan, against all that was planned: each single part is looked at by check_part(). */
static void
add_up_done (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *whole)
{
  const ShanhaiClaim *parts[MAX_PARTS];
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
  ShanhaiInterval planned;
  ShanhaiFinding *finding;
  guint n = 0;

  for (guint i = 0; i < scope->n && n < MAX_PARTS; i++)
    {
      const ShanhaiClaim *part = scope->claims[i];

      if (part == whole || part->quantity == NULL || part->planned || !unit_fits (part->quantity->unit, whole->quantity->unit) || is_told_already (part, parts, n))
        continue;
      if (!shanhai_total_add (&total, part->quantity))
        return;
      parts[n++] = part;
    }
  shanhai_quantity_get_soft (whole->quantity, &planned);
  if (n < 2 || shanhai_interval_order (&total.soft, &planned) <= 0)
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &more_than_planned, whole, NULL);
  for (guint i = 0; i < n; i++)
    shanhai_finding_add (finding, parts[i]->record, parts[i]->quantity);
  shanhai_finding_set_computed (finding, &total.nominal, &total.soft, whole->quantity->unit);
}

/* Parts of one source are one account of the whole. A figure told twice in it counts once. */
void
shanhai_check_sums (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *whole = find_whole (scope);
  g_autofree bool *done = g_new0 (bool, scope->n + 1);

  /* whose parts a person has named: shanhai_check_relation() adds those up */
  if (whole == NULL || scope->is_stated)
    return;

  if (whole->planned)
    add_up_done (scope, whole);
  if (add_up_together (scope, whole))
    return;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *parts[MAX_PARTS];
      guint n = 0;

      if (done[i] || scope->claims[i] == whole)
        continue;
      for (guint k = i; k < scope->n && n < MAX_PARTS; k++)
        {
          const ShanhaiClaim *part = scope->claims[k];

          if (done[k] || part == whole || g_strcmp0 (part->root, scope->claims[i]->root) != 0)
            continue;
          done[k] = true;
          if (part->quantity != NULL && part->planned == whole->planned && unit_fits (part->quantity->unit, whole->quantity->unit))
            parts[n++] = part;
        }
      if (n >= 2)
        add_accounts (scope, whole, parts, n);
    }
}

/* the counted groups of one side; false when it isn't made of them alone */
static bool
add_groups (const ShanhaiEnds *ends,
            ShanhaiTotal      *total,
            GString           *text)
{
  guint n = 0;

  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      if (ends->items[i].count == NULL || !shanhai_total_add (total, ends->items[i].count))
        return false;
      if (n++ > 0)
        g_string_append (text, " + ");
      shanhai_decimal_append (&ends->items[i].count->value, text);
    }

  return n >= 2;
}

static void
compare_pairing (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *units,
                 const ShanhaiClaim *pairing)
{
  const ShanhaiEnds *sides[] = { shanhai_pairing_get_assisting (SHANHAI_PAIRING (pairing->record)),
                                 shanhai_pairing_get_assisted (SHANHAI_PAIRING (pairing->record)) };
  static const ShanhaiSentences groups = {
    N_("{w1}: the paired groups make {e} = {=}, as printed ({1})."),
    N_("{w1}: the paired groups make {e} = {=}, but {1} is printed."),
    N_("{w1}: the paired groups make {e} = {=}, but {1} is printed."),
  };

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };
      ShanhaiFinding *finding;

      if (!add_groups (sides[s], &total, text))
        continue;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_SUM, shanhai_compare_interval (&total.soft, &total.hard, units->quantity), SHANHAI_ALIKE_FULLY,
                                    &groups, units, NULL);
      if (finding == NULL)
        continue;
      shanhai_finding_add (finding, pairing->record, NULL);
      shanhai_finding_set_computed (finding, &total.nominal, &total.soft, units->quantity->unit);
      shanhai_finding_take_arithmetic (finding, g_strdup (text->str));
    }
}

/* the one counted group of a side, where it is of the unit; or NULL */
static const ShanhaiQuantity *
find_group (const ShanhaiClaim *pairing,
            const char         *unit)
{
  const ShanhaiEnds *sides[] = { shanhai_pairing_get_assisting (SHANHAI_PAIRING (pairing->record)),
                                 shanhai_pairing_get_assisted (SHANHAI_PAIRING (pairing->record)) };

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    if (sides[s] != NULL && sides[s]->n == 1 && sides[s]->items[0].count != NULL && sides[s]->items[0].count->unit == unit)
      return sides[s]->items[0].count;

  return NULL;
}

/* 19 enterprises of the one pairing that has some, and the paired enterprises that another paper counts */
static void
check_group (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *counted)
{
  static const ShanhaiSentences sentences = {
    N_("{w1}: {s1} tells {1}, {s2} tells {2}; they agree."),
    N_("{w1}: {s1} tells {1}, {s2} tells {2}. They agree only if one of them is read widely, or they count unlike things."),
    NULL,
  };
  const ShanhaiClaim *found = NULL;
  ShanhaiClaim group;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *pairing = scope->claims[i];

      if (pairing->type != SHANHAI_RECORD_PAIRING || find_group (pairing, counted->quantity->unit) == NULL)
        continue;
      if (found != NULL)
        return;
      found = pairing;
    }
  if (found == NULL || !overlap (found, counted) || found->root == NULL || counted->root == NULL || strcmp (found->root, counted->root) == 0)
    return;
  group = *found;
  group.quantity = find_group (found, counted->quantity->unit);
  if (shanhai_quantity_compare_claims (group.quantity, counted->quantity) != SHANHAI_AGREEMENT_AGREE)
    shanhai_check_tell (scope, SHANHAI_CHECK_SAME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &sentences, counted, &group);
}

/* 9 towns, 19 enterprises and 1 village of a pairing are the 29 paired units of the same paragraph */
void
shanhai_check_pairings (ShanhaiCheckScope *scope)
{
  const char *paired_units = g_intern_static_string ("paired-units");

  for (guint i = 0; i < scope->n; i++)
    for (guint k = 0; scope->claims[i]->indicator == paired_units && scope->claims[i]->quantity != NULL && k < scope->n; k++)
      if (scope->claims[k]->type == SHANHAI_RECORD_PAIRING && shanhai_claim_is_same_place (scope->claims[i], scope->claims[k]))
        compare_pairing (scope, scope->claims[i], scope->claims[k]);
  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->type == SHANHAI_RECORD_OBSERVATION && scope->claims[i]->quantity != NULL && scope->claims[i]->indicator != paired_units && !scope->claims[i]->planned)
      check_group (scope, scope->claims[i]);
}

/* Two papers count the paired ends of one kind. */
void
shanhai_check_pairing_twins (ShanhaiCheckScope *scope)
{
  static const ShanhaiSentences sentences = {
    N_("{w1}: {s1} tells {1}, {s2} tells {2}; they agree."),
    N_("{w1}: {s1} tells {1}, {s2} tells {2}. They agree only if one of them is read widely, or they count unlike things."),
    NULL,
  };

  for (guint i = 1; i < scope->n; i++)
    {
      const ShanhaiClaim *a = scope->claims[i - 1], *b = scope->claims[i];
      const ShanhaiQuantity *x[SHANHAI_MAX_FIGURES], *y[SHANHAI_MAX_FIGURES];
      guint n = shanhai_record_collect_figures (a->record, x), m = shanhai_record_collect_figures (b->record, y);

      if (n != m || a->root == NULL || b->root == NULL || strcmp (a->root, b->root) == 0 || !shanhai_period_equal (a->period, b->period))
        continue;
      for (guint k = 0; k < n; k++)
        {
          ShanhaiClaim first = *a, second = *b;
          ShanhaiAgreement agreement = x[k]->unit == y[k]->unit ? shanhai_quantity_compare_claims (x[k], y[k]) : SHANHAI_AGREEMENT_AGREE;

          first.quantity = x[k];
          second.quantity = y[k];
          if (agreement != SHANHAI_AGREEMENT_AGREE)
            shanhai_check_tell (scope, SHANHAI_CHECK_SAME, agreement, SHANHAI_ALIKE_MAYBE, &sentences, &first, &second);
        }
    }
}

/* shanhai-check-sums.c - all parts together are the whole. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts that one paragraph tells are added. More than the whole they can't be, if they are parts of one kind; less they can: then it is a finding only when the
 * whole is said to be their total, and doubtful when they nearly make it up. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-parts.h"

/* parts that leave no more of the whole than this share seem meant to be all of it */
#define SHORT_SHARE 0.35
/* so many parts in one paragraph with the whole are a list of them, if they make up that share */
#define LISTED 3
#define LISTED_SHARE 0.3
#define MAX_PARTS 64

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

static const ShanhaiSentences slipped_whole_in_english = {
  NULL,
  N_("{w1}: {+} = {=}, but {1} is printed, a thousand or a million times as much or as little. “Thousand” or “million” may be missing, or have been put in by mistake."),
  NULL,
};

static bool
comes_out_with (const ShanhaiClaim *whole,
                const ShanhaiTotal *total,
                int                 power)
{
  ShanhaiQuantity shifted = *whole->quantity;

  return !shifted.has_hi && shifted.value.digits != 0 && shanhai_decimal_shift (&shifted.value, power, &shifted.value) && shanhai_decimal_shift (&shifted.precision, power, &shifted.precision) &&
         shanhai_compare_interval (&total->soft, &total->hard, &shifted) == SHANHAI_AGREEMENT_AGREE;
}

/* 2591亿元，其中教育1574万元、医疗1017万元: the total itself has 万 too often, or too seldom; "312 billion yuan", of parts in millions. What is said then, or NULL */
static const ShanhaiSentences *
get_slip_of_whole (const ShanhaiClaim *whole,
                   const ShanhaiTotal *total)
{
  static const int powers[] = { 3, 6, 9 };
  const char *language = whole->source != NULL ? shanhai_source_get_language (whole->source) : NULL;

  if (comes_out_with (whole, total, -4) || comes_out_with (whole, total, 4))
    return &slipped_whole;
  for (guint i = 0; i < G_N_ELEMENTS (powers) && language != NULL && g_str_has_prefix (language, "en"); i++)
    if (comes_out_with (whole, total, -powers[i]) || comes_out_with (whole, total, powers[i]))
      return &slipped_whole_in_english;

  return NULL;
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
  const ShanhaiSentences *sentences = &sum_of_parts, *slip;
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
  slip = agreement != SHANHAI_AGREEMENT_AGREE && !one_too_many ? get_slip_of_whole (whole, &total) : NULL;
  if (slip != NULL)
    {
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_UNIT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, slip, whole, NULL);
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
 * makes up the total by itself. One list isn't cut. */
static guint
find_second_account (ShanhaiCheckScope   *scope,
                     const ShanhaiClaim  *whole,
                     const ShanhaiClaim **parts,
                     guint                n)
{
  guint n_long = divide_by_time (whole, parts, n);

  if (n_long >= 2 && n_long + 2 <= n && shanhai_parts_are_of_other_times (parts + n_long, n - n_long))
    return n_long;
  for (guint i = 0; i < n; i++)
    if (parts[i]->citation == NULL || parts[i]->citation->start < 0)
      return n;
  qsort (parts, n, sizeof *parts, compare_places);
  for (guint k = 2; k + 2 <= n; k++)
    if (((compare_sum (whole, parts, k) == SHANHAI_AGREEMENT_AGREE && are_account (whole, parts + k, n - k)) ||
         (compare_sum (whole, parts + k, n - k) == SHANHAI_AGREEMENT_AGREE && are_account (whole, parts, k))) &&
        !shanhai_parts_are_listed (scope, parts[k - 1], parts[k]))
      return k;

  return n;
}

/* Boys and girls are all pupils, and boarders are some of both: with the one left out that is told within the others, the parts make up the whole. False where there is none such, or where nothing can be told
 * twice. The text must set it apart: that a list of three makes up the whole without one of them is chance. */
static bool
leave_out_one (ShanhaiCheckScope   *scope,
               const ShanhaiClaim  *whole,
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
      if (compare_sum (whole, parts, n - 1) == SHANHAI_AGREEMENT_AGREE && shanhai_parts_stand_apart (scope, one, parts, n - 1))
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

  if (n < 3 || !are_too_many (whole, parts, n) || shanhai_parts_cut_one_way (parts, n))
    {
      add_sum (scope, whole, parts, n);
      return;
    }
  memcpy (ordered, parts, n * sizeof *parts);
  second = n >= 4 ? find_second_account (scope, whole, ordered, n) : n;
  if (second < n)
    {
      add_sum (scope, whole, ordered, second);
      add_sum (scope, whole, ordered + second, n - second);
      return;
    }
  memcpy (ordered, parts, n * sizeof *parts);
  add_sum (scope, whole, ordered, leave_out_one (scope, whole, ordered, n) ? n - 1 : n);
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

      if (part == whole || part->quantity == NULL || part->planned != whole->planned || !shanhai_part_unit_fits (part->quantity->unit, whole->quantity->unit) || shanhai_part_is_told_already (part, parts, n))
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
      !(shanhai_parts_cut_one_way (parts, n) && shanhai_interval_order (&total.hard, &printed) > 0))
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

      if (part == whole || part->quantity == NULL || part->planned || !shanhai_part_unit_fits (part->quantity->unit, whole->quantity->unit) || shanhai_part_is_told_already (part, parts, n))
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
  const ShanhaiClaim *whole = shanhai_parts_find_whole (scope);
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
          if (part->quantity != NULL && part->planned == whole->planned && shanhai_part_unit_fits (part->quantity->unit, whole->quantity->unit))
            parts[n++] = part;
        }
      if (n >= 2)
        add_accounts (scope, whole, parts, n);
    }
}

/* shanhai-check-percents.c - 占22%, 稳岗率85.7%, 完成任务的114%, 涨了24%: a share or a change, against the figures of its paragraph. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which figure it is of, the words say, or a link between records: what stands right before it and is recorded as a part has its share of that whole; what grew is the one thing that the paragraph tells of two
 * times. Where they name something else nothing is told, and what doesn't come out is never sure. shanhai_check_sentences() has told what one sentence says by its words alone. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "shanhai-paragraph.h"
#include "shanhai-sentence-private.h"

/* shares are rounded: so far, in points, they still agree */
#define ROUNDED 0.06

static const ShanhaiSentences computed = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  NULL,
};

static const char * const share_words[] = { "占", "佔", NULL };
/* behind 占, no other object than the whole itself */
static const char * const all_words[] = { "总人数", "总户数", "总数", "总量", "总额", "總人數", "總數", "總量", "總額", "全部", "比例", "比重", "比", "其中", "其", "总", "了", "到", "达", "達", "为", "的", "约", "約", "近", "超过", "逾",
                                          NULL };
static const char * const rate_ends[] = { "率", "率为", "率达", "率达到", "率達", "比例", "比例为", "比例达", "比例達", "比重", "比重为", "rateof", "rateisabout", "shareof", "proportionof", "thatis", "thatisabout", "whichis", "or",
                                          "orabout", NULL };
static const char * const is_words[] = { "是", "为", "為", "相当于", "相當於", "占", "佔", NULL };
static const char * const goal_words[] = { "任务", "目标", "任務", "目標", "计划", "計劃", "指标", "target", "goal", NULL };
static const char * const change_words[] = { "增长", "增長", "增加", "提高", "上升", "提升", "涨", "漲", "增", "下降", "减少", "減少", "降低", "降", "多", "additionof", "increaseof", "riseof", "fallof", "dropof", "up", "down", "upby",
                                             "downby", "growing", "rising", "falling", "growingby", "risingby", "growthof", "additional", "gainof", NULL };
static const char * const change_tails[] = { "了", "达", "達", "约", "約", "近", "超过", "逾", "幅度为", "幅度达", "about", "nearly", "over", "some", NULL };
static const char * const last_year_words[] = { "同比", "比上年", "较上年", "較上年", "比去年", "较去年", "比前一年", "较前一年", "overthepreviousyear", NULL };
/* say nothing of whose change it is */
static const char * const plain_words[] = { "一年", "两年", "三年", "四年", "五年", "六年", "七年", "八年", "十年", "间", "来", "同比", "比上年", "较上年", "較上年", "比去年", "较去年", "比前一年", "较前一年", "同期", "年底", "年末", "年",
                                            "比", "较", "較", "的", "净", "淨", "又", "就", "an", "a", "the", "that", "is", "or", "with", "and", "net", NULL };
static const char * const each_words[] = { "均", "每年", "每月", "年化", "逐年", "annual", "ayear", "average", "yearly", NULL };

typedef enum
{
  OF_WHOLE,
  OF_CHANGE,
  OF_RISE,   /* in the unit of what has changed */
} Kind;

static const char *
get_unit (const ShanhaiParagraphFigure *figure)
{
  return figure->claim->quantity->unit;
}

static bool
is_percent (const ShanhaiParagraphFigure *figure)
{
  return strcmp (get_unit (figure), "percent") == 0;
}

/* the words that remain behind those of the list */
static const char *
skip_all (const char         *words,
          const char * const *list)
{
  for (gsize n; (n = shanhai_words_begin_with_any (words, list)) > 0;)
    words += n;

  return words;
}

static bool
compute (Kind                     kind,
         const ShanhaiClaim      *a,
         const ShanhaiClaim      *b,
         ShanhaiCheckValue       *out)
{
  ShanhaiCheckValue base = shanhai_check_value_of_quantity (b->quantity), hundred = shanhai_check_value_of_number (100), nought = shanhai_check_value_of_number (0);

  *out = shanhai_check_value_of_quantity (a->quantity);
  if (kind != OF_WHOLE)
    {
      if (!shanhai_check_value_combine (out, shanhai_interval_subtract, &base))
        return false;
      /* a fall is printed without a sign */
      if (shanhai_decimal_sign (&out->nominal.lo) < 0)
        {
          if (!shanhai_check_value_combine (&nought, shanhai_interval_subtract, out))
            return false;
          *out = nought;
        }
    }
  if (kind == OF_RISE)
    return true;

  return shanhai_decimal_sign (&b->quantity->value) > 0 && shanhai_check_value_combine (out, shanhai_interval_divide, &base) && shanhai_check_value_combine (out, shanhai_interval_multiply, &hundred);
}

static bool
comes_out (const ShanhaiCheckValue *value,
           const ShanhaiClaim      *printed,
           Kind                     kind)
{
  ShanhaiQuantity quantity = *printed->quantity;

  /* computed figures needn't be whole numbers */
  quantity.unit = g_intern_static_string ("ratio");
  if (quantity.value.digits < 0)
    quantity.value.digits = -quantity.value.digits;

  return shanhai_compare_interval (&value->soft, &value->hard, &quantity) == SHANHAI_AGREEMENT_AGREE ||
         (kind != OF_RISE && fabs (shanhai_decimal_to_double (&value->nominal.lo) - shanhai_decimal_to_double (&quantity.value)) <= ROUNDED);
}

static void
tell (ShanhaiCheckScope       *scope,
      Kind                     kind,
      const ShanhaiClaim      *result,
      const ShanhaiClaim      *a,
      const ShanhaiClaim      *b,
      const ShanhaiCheckValue *value)
{
  const char *arithmetic[] = { "{2} ÷ {3} × 100", "({2} − {3}) ÷ {3} × 100", "{2} − {3}" };
  const bool falls = kind != OF_WHOLE && shanhai_decimal_compare (&a->quantity->value, &b->quantity->value) < 0;
  ShanhaiFinding *finding = shanhai_check_tell (scope, kind == OF_RISE ? SHANHAI_CHECK_DIFFERENCE : SHANHAI_CHECK_RATIO,
                                                comes_out (value, result, kind) ? SHANHAI_AGREEMENT_AGREE : SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &computed, result, a);

  if (finding == NULL)
    return;
  shanhai_finding_add (finding, b->record, b->quantity);
  shanhai_finding_set_computed (finding, &value->nominal.lo, &value->soft, result->quantity->unit);
  shanhai_finding_take_arithmetic (finding, g_strdup (falls && kind == OF_RISE ? "{3} − {2}" : falls ? "({3} − {2}) ÷ {3} × 100" : arithmetic[kind]));
}

/* whether any two figures of the paragraph make the share: then the words speak of those */
static bool
is_share_of_others (const ShanhaiParagraph       *paragraph,
                    const ShanhaiParagraphFigure *share)
{
  for (guint i = 0; i < paragraph->n; i++)
    for (guint k = 0; k < paragraph->n; k++)
      {
        const ShanhaiParagraphFigure *a = &paragraph->figures[i], *b = &paragraph->figures[k];
        ShanhaiCheckValue value;

        if (i != k && get_unit (a) == get_unit (b) && shanhai_unit_is_additive (get_unit (a)) && compute (OF_WHOLE, a->claim, b->claim, &value) && comes_out (&value, share->claim, OF_WHOLE))
          return true;
      }

  return false;
}

/* 线上占: the figure that was told of 线上, in its own clause or by what it counts */
static int
find_named_part (const ShanhaiParagraph *paragraph,
                 guint                   index,
                 const char             *name)
{
  for (int i = (int) index - 1; i >= 0; i--)
    {
      const ShanhaiParagraphFigure *figure = &paragraph->figures[i];
      const ShanhaiName *basis = figure->claim->basis;
      bool named = strstr (figure->clause, name) != NULL;

      for (guint k = 0; basis != NULL && k < shanhai_name_get_n (basis) && !named; k++)
        named = strstr (shanhai_name_get_nth (basis, k, NULL), name) != NULL;
      if (named && shanhai_unit_is_additive (get_unit (figure)))
        return figure->sentence == paragraph->figures[index].sentence ? i : -1;
    }

  return -1;
}

/* The figure that the share is told of, or -1; `object`: of what it is one */
static int
find_part (const ShanhaiParagraph *paragraph,
           guint                   index,
           const char            **object)
{
  const ShanhaiParagraphFigure *share = &paragraph->figures[index];
  const char *at = NULL;

  *object = "";
  for (guint i = 0; share_words[i] != NULL && at == NULL; i++)
    at = strstr (share->clause, share_words[i]);
  if (at == NULL && !shanhai_words_end_with (share->clause, rate_ends))
    return -1;
  if (at != NULL)
    *object = skip_all (at + strlen ("占"), all_words);
  if (at != NULL && at > share->clause)
    {
      g_autofree char *name = g_strndup (share->clause, (gsize) (at - share->clause));
      const char *bare = skip_all (name, all_words);

      if (*bare != '\0')
        return find_named_part (paragraph, index, bare);
    }

  return index > 0 && paragraph->figures[index - 1].sentence == share->sentence && shanhai_unit_is_additive (get_unit (share - 1)) ? (int) index - 1 : -1;
}

/* 占全县农户的: the whole's own words have to say so */
static bool
is_named (const ShanhaiParagraphFigure *whole,
          const char                   *object)
{
  return *object == '\0' || (whole != NULL && strstr (whole->before, object) != NULL);
}

/* 稳岗率, 占: of the whole that the figure before is recorded as a part of, wherever that is told */
static void
check_share (ShanhaiCheckScope      *scope,
             const ShanhaiParagraph *paragraph,
             guint                   index)
{
  const ShanhaiParagraphFigure *share = &paragraph->figures[index], *whole = NULL;
  const char *object;
  int part = find_part (paragraph, index, &object);
  const ShanhaiClaim *claim = part >= 0 ? paragraph->figures[part].claim : NULL;
  ShanhaiRecord *record = claim != NULL && claim->part_of != NULL ? shanhai_casebook_lookup (scope->casebook, claim->part_of) : NULL;
  ShanhaiClaim of;
  ShanhaiCheckValue value;

  if (record == NULL || shanhai_words_contain (share->clause, change_words))
    return;
  for (guint i = 0; i < paragraph->n; i++)
    if (paragraph->figures[i].claim->record == record)
      whole = &paragraph->figures[i];
  shanhai_claim_init (&of, scope->casebook, record);
  if (of.quantity == NULL || of.quantity->unit != claim->quantity->unit || of.planned != claim->planned || share->claim->planned || !is_named (whole, object) ||
      shanhai_sentence_is_formula_of (scope, share->claim, claim) || !compute (OF_WHOLE, claim, &of, &value))
    return;
  if (comes_out (&value, share->claim, OF_WHOLE) || !is_share_of_others (paragraph, share))
    tell (scope, OF_WHOLE, share->claim, claim, &of, &value);
}

/* 是全县8400亩的四成多; 销售6840万元，完成年度任务6000万元的114% */
static void
check_share_of_before (ShanhaiCheckScope      *scope,
                       const ShanhaiParagraph *paragraph,
                       guint                   index)
{
  const ShanhaiParagraphFigure *share = &paragraph->figures[index], *whole = share - 1;
  const ShanhaiParagraphFigure *part = NULL;
  const bool is_goal = shanhai_words_contain (whole->clause, goal_words) && strstr (whole->clause, "完成") != NULL;
  const bool is_whole = !is_goal && shanhai_words_begin_with_any (whole->clause, is_words) > 0;
  ShanhaiCheckValue value;

  if (strcmp (share->before, "的") != 0 || whole->sentence != share->sentence || (!is_goal && !is_whole) || !shanhai_unit_is_additive (get_unit (whole)))
    return;
  for (int i = (int) index - 2; i >= 0 && part == NULL && paragraph->figures[i].sentence == share->sentence; i--)
    if (get_unit (&paragraph->figures[i]) == get_unit (whole))
      part = &paragraph->figures[i];
  if (part == NULL || part->claim->planned || part->claim->indicator != whole->claim->indicator || part->claim->type != whole->claim->type || shanhai_sentence_is_formula_of (scope, share->claim, part->claim) ||
      !compute (OF_WHOLE, part->claim, whole->claim, &value))
    return;
  if (comes_out (&value, share->claim, OF_WHOLE) || is_goal || !is_share_of_others (paragraph, share))
    tell (scope, OF_WHOLE, share->claim, part->claim, whole->claim, &value);
}

static int
get_year (const ShanhaiClaim *claim)
{
  return claim->has_time && claim->period != NULL ? shanhai_period_get_year (claim->period) : 0;
}

/* the year that is named behind 比 or 较, or 0 */
static int
get_named_year (const char *words)
{
  static const char * const than[] = { "比", "较", "較", NULL };

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize n = shanhai_words_begin_with_any (p, than);

      if (n > 0 && g_ascii_isdigit (p[n]))
        return (int) g_ascii_strtoull (p + n, NULL, 10);
    }

  return 0;
}

/* 涨了, 五年增加, "an addition of": nothing stands before the change but when, and with what it is compared */
static bool
tells_change (const ShanhaiParagraphFigure *figure)
{
  const char *words = figure->clause;

  if (shanhai_words_contain (words, each_words) || shanhai_words_begin_with_any (figure->behind, (const char * const[]) { " a year", " per year", " each year", " annually", NULL }) > 0)
    return false;
  for (;;)
    {
      gsize n = shanhai_words_begin_with_any (words, change_words);

      if (n > 0)
        return *skip_all (words + n, change_tails) == '\0' || *skip_all (skip_all (words + n, change_tails), change_words) == '\0';
      n = shanhai_words_begin_with_any (words, plain_words);
      if (n == 0 && g_ascii_isdigit (*words))
        n = 1;
      if (n == 0)
        return false;
      words += n;
    }
}

static bool
is_same_thing (const ShanhaiClaim *a,
               const ShanhaiClaim *b)
{
  return a->type == b->type && a->indicator != NULL && a->indicator == b->indicator && g_strcmp0 (a->about, b->about) == 0 && a->quantity->unit == b->quantity->unit && !a->planned && !b->planned &&
         a->part_of == b->part_of && a->spans == b->spans && shanhai_claim_compare_basis (a, b) == SHANHAI_ALIKE_FULLY;
}

/* how much it was, rather than how much more: 增加岗位500个, but 增加到500个 */
static bool
is_state (const ShanhaiParagraphFigure *figure)
{
  static const char * const to_words[] = { "到", "至", "为", "達", "达", "to", "from", "by", NULL };

  return !shanhai_words_contain (figure->clause, (const char * const[]) { "增", "减", "減", "多", "涨", "漲", "more", "addition", "increase", NULL }) || shanhai_words_end_with (figure->clause, to_words);
}

/* whether the change may be one from the one to the other, by the years that are told */
static bool
fits_times (const ShanhaiParagraphFigure *change,
            const ShanhaiClaim           *start,
            const ShanhaiClaim           *end)
{
  const int from = get_year (start), to = get_year (end), named = get_named_year (change->before);
  const ShanhaiClaim *claim = change->claim;

  if (from == 0 || to == 0 || from >= to)
    return false;
  if (named > 0 && named != from)
    return false;
  if (shanhai_words_contain (change->before, last_year_words) && to - from != 1)
    return false;

  return !claim->has_time || (claim->last == end->last || get_year (claim) == to || (claim->first <= start->last + 1 && claim->last >= end->first));
}

/* 2018年学生628人，五年增加115人, with those of now told before: of the one thing that is told of two times */
static void
check_change (ShanhaiCheckScope      *scope,
              const ShanhaiParagraph *paragraph,
              guint                   index)
{
  const ShanhaiParagraphFigure *change = &paragraph->figures[index];
  const ShanhaiClaim *start = NULL, *end = NULL;
  const Kind kind = is_percent (change) ? OF_CHANGE : OF_RISE;
  ShanhaiCheckValue value;
  guint n = 0;

  if (!tells_change (change) || change->claim->planned || (kind == OF_RISE && !shanhai_unit_is_additive (get_unit (change))))
    return;
  for (guint i = 0; i < paragraph->n; i++)
    for (guint k = 0; k < paragraph->n; k++)
      {
        const ShanhaiParagraphFigure *a = &paragraph->figures[i], *b = &paragraph->figures[k];

        /* one of them at least stands beside the change */
        if (i == index || k == index || i == k || !is_same_thing (a->claim, b->claim) || !is_state (a) || !is_state (b) || !shanhai_unit_is_additive (get_unit (a)) || (kind == OF_RISE && get_unit (a) != get_unit (change)) ||
            (a->sentence != change->sentence && b->sentence != change->sentence) || !fits_times (change, a->claim, b->claim))
          continue;
        if (n++ > 0)
          return;
        start = a->claim;
        end = b->claim;
      }
  if (n == 1 && !shanhai_sentence_is_formula_of (scope, change->claim, start) && compute (kind, end, start, &value))
    tell (scope, kind, change->claim, end, start, &value);
}

void
shanhai_paragraph_check_percents (ShanhaiCheckScope      *scope,
                                  const ShanhaiParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->n; i++)
    {
      const ShanhaiClaim *claim = paragraph->figures[i].claim;

      if (!shanhai_paragraph_is_told (scope, SHANHAI_CHECK_DIFFERENCE, claim) && !shanhai_paragraph_is_told (scope, SHANHAI_CHECK_RATIO, claim) && !shanhai_paragraph_is_told (scope, SHANHAI_CHECK_POINTS, claim))
        check_change (scope, paragraph, i);
      if (!is_percent (&paragraph->figures[i]) || shanhai_paragraph_is_told (scope, SHANHAI_CHECK_RATIO, claim) || shanhai_paragraph_is_told (scope, SHANHAI_CHECK_POINTS, claim))
        continue;
      if (i > 0)
        check_share_of_before (scope, paragraph, i);
      if (!shanhai_paragraph_is_told (scope, SHANHAI_CHECK_RATIO, claim))
        check_share (scope, paragraph, i);
    }
}

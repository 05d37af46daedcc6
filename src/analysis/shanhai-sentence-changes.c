/* shanhai-sentence-changes.c - 从…减少到…，减少…; 比2018年的…增加…: what a sentence says of a rise or a fall. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three figures: what it was, what it is, and by how much it has changed, in whatever order the words give them. A change that may be of something else only tells where it comes out. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-sentence-private.h"

/* 年均增长 is told of no more years than these */
#define MAX_YEARS 20

static const ShanhaiSentences per_cent_for_points = {
  NULL,
  N_("{w1}: {e} = {=}, but the text says “{q}”. Per cent and percentage points were taken for each other."),
  NULL,
};

/* Words are compared without spaces. */
static const char * const to_words[] = { "到", "至", "变为", "降为", "升为", "增为", "减为", "to", NULL };
static const char * const from_words[] = { "由", "从", "從", "自", "from", NULL };
static const char * const change_words[] = { "减少", "減少", "下降", "降低", "增加", "增长", "增長", "提高", "上升", "提升", "净增", "净减", "淨增", "淨減", "增幅", "降幅", "增长率", "减幅", "新增", "压减", "压缩", "多出", "高出",
                                             "fallof", "dropof", "riseof", "increaseof", "decreaseof", "growthof", "declineof", "reductionof", "gainof", "upby", "downby", "fellby", "roseby", "grewby", "fallingby", "risingby",
                                             "growingby", "droppedby", "dropping", "rising", "falling", "growing", "declinedby", "increasedby", "decreasedby", ",up", ",down", ",orup", ",ordown", NULL };
/* by which people and villages come out of poverty */
static const char * const leaving_words[] = { "减贫", "減貧", "退出", "出列", "摘帽", "脱贫", "脫貧", NULL };
/* between a change and its figure */
static const char * const tails[] = { "达", "達", "为", "為", NULL };
/* right behind the base that is named: 比2018年的2292万元多447万元 */
static const char * const short_words[] = { "多", "少", "高", "低", "增", "减", "升", "降", NULL };
static const char * const more_words[] = { " more", " fewer", " less", " higher", " lower", NULL };
static const char * const than_words[] = { "比", "较", "較", NULL };
static const char * const compare_words[] = { "比", "较", "較", "yearonyear", NULL };
static const char * const last_year_words[] = { "同比", "比上年", "较上年", "較上年", "比去年", "较去年", "比前一年", "较前一年", "yearonyear", NULL };
/* behind 比 and before the base itself */
static const char * const base_times[] = { "上年同期", "去年同期", "上一年度", "上一年", "上年度", "上年", "去年", "前一年", "同期", "年初", "全年", "期", NULL };
static const char * const english_bases[] = { "comparedwith", "comparedwiththe", "comparedto", "against", "againstthe", "upfrom", "downfrom", "upfromthe", "downfromthe", NULL };
/* whose change it is, and of which time, goes without saying */
static const char * const plain_words[] = { "同比", "比上年同期", "较上年同期", "比上年", "较上年", "比去年", "较去年", "比前一年", "累计", "累計", "共计", "共", "净", "淨", "实际", "总", "總", "增幅", "降幅", "增速", "幅度", "为",
                                            "達", "达", "，", "、", "也就是", "即", "整整", "合计", "五年", "四年", "三年", "两年", "一年", "六年", "五年间", "四年间", "三年间", "两年间", "间", "來", "来", "人数", "平均", "数量", "相比",
                                            "相较", "年均", "每年", "年平均", NULL };
static const char * const each_words[] = { "均", "每年", "每月", "年化", "逐年", "annual", "ayear", "average", "yearly", "monthly", NULL };
static const char * const yearly_words[] = { "年均", "平均每年", "每年平均", "averageannual", "annualaverage", NULL };
static const char * const yearly_behind[] = { " a year", " per year", " each year", " every year", " annually", NULL };

typedef struct
{
  const ShanhaiSentenceFigure *start, *end, *change;
  bool is_listed;  /* the times alone tell which is the start */
} Change;

bool
shanhai_sentence_tells_change (const char *words)
{
  return shanhai_words_contain (words, change_words);
}

static bool
ends_with_change (const ShanhaiSentenceFigure *figure)
{
  g_autofree char *words = g_strdup (figure->before);

  for (guint i = 0; tails[i] != NULL; i++)
    if (g_str_has_suffix (words, tails[i]))
      {
        words[strlen (words) - strlen (tails[i])] = '\0';
        break;
      }

  return shanhai_words_end_with (words, change_words);
}

/* ", 980 yuan more" */
static bool
is_more_behind (const ShanhaiSentenceFigure *figure)
{
  static const char * const before[] = { ",", ",or", ",thatis", ",whichis", NULL };
  /* " in 2019, 980 yuan more" */
  const char *words = g_str_has_prefix (figure->before, "in,") ? figure->before + strlen ("in") : figure->before;

  return shanhai_words_begin_with_any (figure->after, more_words) > 0 && g_strv_contains (before, words);
}

/* "growing by 13 percent a year" */
static bool
is_each (const ShanhaiSentenceFigure *figure)
{
  static const char * const behind[] = { " a year", " per year", " each year", " every year", " annually", " on average", " a month", " per month", " each month", " year by year", NULL };

  return shanhai_words_contain (shanhai_words_get_last_clause (figure->before), each_words) || shanhai_sentence_is_behind (figure, behind);
}

/* 比2018年的…, 较上年同期的…, "up from the …": the figure is what another one is compared with */
static bool
is_base (const ShanhaiSentenceFigure *figure)
{
  const char *clause = shanhai_words_get_last_clause (figure->before);
  gsize skip;

  if (g_strv_contains (english_bases, clause))
    return true;
  skip = shanhai_words_begin_with_any (clause, than_words);
  if (skip == 0)
    return false;
  for (clause += skip; (skip = shanhai_words_begin_with_any (clause, base_times)) > 0;)
    clause += skip;

  return *clause == '\0';
}

/* 与2018年的2292万元相比 */
static bool
is_base_between (const ShanhaiSentenceFigure *base,
                 const ShanhaiSentenceFigure *change)
{
  static const char * const with_words[] = { "与", "與", "和", "同", NULL };
  static const char * const compared[] = { "相比", "相较", "比较", NULL };

  return g_strv_contains (with_words, shanhai_words_get_last_clause (base->before)) && shanhai_words_begin_with (change->before, compared);
}

/* 同比增加820万元（上年同期为4300万元）; 较去年多25名，去年为61名 */
static bool
is_base_told_behind (const ShanhaiSentenceFigure *change,
                     const ShanhaiSentenceFigure *base)
{
  static const char * const is_words[] = { "为", "為", "是", "", NULL };
  const char *words = shanhai_words_skip_stops (base->before), *clause = shanhai_words_get_last_clause (change->before);
  gsize skip = shanhai_words_begin_with_any (words, base_times);

  if (skip == 0 || words == base->before || !(ends_with_change (change) || (shanhai_words_begin_with_any (clause, than_words) > 0 && shanhai_words_end_with (clause, short_words))))
    return false;
  for (; skip > 0; skip = shanhai_words_begin_with_any (words, base_times))
    words += skip;

  return g_strv_contains (is_words, words);
}

/* "up 4.47 million from 22.92 million", "4.47 million more than the 22.92 million of 2018" */
static bool
is_base_behind (const ShanhaiSentenceFigure *change,
                const ShanhaiSentenceFigure *base)
{
  static const char * const from_base[] = { " from ", " on ", " over ", " compared with ", " against ", NULL };
  static const char * const than_base[] = { " more than ", " fewer than ", " less than ", " higher than ", " lower than ", NULL };
  static const char * const bare[] = { "from", "fromthe", "on", "onthe", "the", "", "comparedwith", "comparedwiththe", "against", "againstthe", "fewerthan", "fewerthanthe", "lessthan", "lessthanthe",
                                       "higherthan", "higherthanthe", "lowerthan", "lowerthanthe", NULL };

  /* "35 more than in 2018, when it sent 61" */
  if (base->year > 0 && g_str_has_prefix (base->before, "in,when") && shanhai_words_begin_with_any (change->after, than_base) > 0)
    return true;
  if (!g_strv_contains (bare, base->before))
    return false;

  return shanhai_words_begin_with_any (change->after, than_base) > 0 || (ends_with_change (change) && shanhai_words_begin_with_any (change->after, from_base) > 0);
}

/* 2018年…，2019年…: the same thing at two times. But what was added in each of them, 累计增加 is of both together. */
static bool
are_of_two_times (const ShanhaiSentenceFigure *a,
                  const ShanhaiSentenceFigure *b,
                  const ShanhaiSentenceFigure *change)
{
  static const char * const together[] = { "累计", "累計", "共", "合计", "两年", "total", NULL };
  const ShanhaiClaim *x = a->claim, *y = b->claim;

  if (shanhai_sentence_tells_change (a->before) || shanhai_sentence_tells_change (b->before) || shanhai_words_contain (change->before, together) ||
      (change->claim->indicator == x->indicator && change->claim->quantity->unit == x->quantity->unit))
    return false;

  return x->indicator != NULL && x->indicator == y->indicator && g_strcmp0 (x->about, y->about) == 0 && x->has_time && y->has_time && x->last != y->last && x->planned == y->planned &&
         x->part_of == y->part_of && !shanhai_sentence_is_mean (a) && shanhai_claim_compare_basis (x, y) == SHANHAI_ALIKE_FULLY;
}

static bool
find_ends (const ShanhaiSentenceFigure *figures,
           guint                        index,
           Change                      *out)
{
  const ShanhaiSentenceFigure *a = &figures[index - 2], *b = &figures[index - 1], *c = &figures[index];
  bool changes = ends_with_change (c) || is_more_behind (c);
  bool later;

  if (shanhai_words_end_with (b->before, to_words) && (changes || shanhai_words_end_with (c->before, leaving_words)))
    *out = (Change) { a, b, c, false };
  else if ((is_base (b) && (changes || g_strv_contains (short_words, c->before))) || (is_base_between (b, c) && changes))
    *out = (Change) { b, a, c, false };
  else if (is_base_behind (b, c) || is_base_told_behind (b, c))
    *out = (Change) { c, a, b, false };
  else if (ends_with_change (a) && g_strv_contains (from_words, shanhai_words_get_last_clause (b->before)) && shanhai_words_end_with (c->before, to_words))
    *out = (Change) { b, c, a, false };
  else if (changes && are_of_two_times (a, b, c))
    {
      later = b->claim->last > a->claim->last;
      *out = (Change) { later ? a : b, later ? b : a, c, true };
    }
  else
    return false;

  return !b->is_broken && !c->is_broken;
}

/* Not 今年减少12个, nor 销售额由…增长到…，农民收入增长12.5%: words before the change are none, or those of what has changed. */
static bool
is_change_of_them (const Change *self)
{
  static const char * const english[] = { "", "a", "an", "the", "anet", "atotal", "or", "ora", "oran", "witha", "withan", "whichisa", "thatis", "anda", "andan", "thatisa", "up", "down", "orup", "ordown", NULL };
  const ShanhaiClaim *start = self->start->claim, *end = self->end->claim, *change = self->change->claim;
  const char *clause = shanhai_words_get_last_clause (self->change->before), *at = NULL;

  /* 参保群众增加1042人，由…增加到…: whose it is stands there for all three */
  if (self->change < self->start && self->change < self->end)
    return true;
  if (((guchar) *clause < 0x80 && *clause != '\0') || is_more_behind (self->change))
    {
      for (guint i = 0; english[i] != NULL; i++)
        if (g_str_has_prefix (clause, english[i]) && (clause[strlen (english[i])] == '\0' || g_strv_contains (change_words, clause + strlen (english[i]))))
          return true;

      return is_more_behind (self->change);
    }
  if (self->change->year > 0 && start->has_time && end->has_time && start->last < end->last && change->has_time && change->first > start->last + 1)
    return false;
  for (const char *p = clause; *p != '\0' && at == NULL; p = g_utf8_next_char (p))
    if ((guchar) *p < 0x80 || shanhai_words_begin_with_any (p, change_words) || shanhai_words_begin_with_any (p, leaving_words))
      at = p;
  while (at != NULL && clause < at)
    {
      gsize skip = shanhai_words_begin_with_any (clause, plain_words);
      g_autofree char *rest = NULL;

      if (skip == 0)
        {
          rest = g_strndup (clause, (gsize) (at - clause));
          return strstr (self->start->before, rest) != NULL || strstr (self->end->before, rest) != NULL;
        }
      clause += skip;
    }

  return true;
}

/* a fall is printed without a sign */
static bool
make_positive (ShanhaiCheckValue *value)
{
  ShanhaiCheckValue nought = shanhai_check_value_of_number (0), turned = nought;

  if (shanhai_decimal_sign (&value->nominal.lo) >= 0)
    return true;
  if (!shanhai_check_value_combine (&turned, shanhai_interval_subtract, value))
    return false;
  *value = turned;

  return true;
}

/* in per cent of what it was */
static bool
make_share_of (ShanhaiCheckValue           *value,
               const ShanhaiSentenceFigure *start)
{
  ShanhaiCheckValue first = shanhai_sentence_get_value (start), hundred = shanhai_check_value_of_number (100);

  return shanhai_check_value_combine (value, shanhai_interval_divide, &first) && shanhai_check_value_combine (value, shanhai_interval_multiply, &hundred);
}

static int
get_year (const ShanhaiSentenceFigure *figure)
{
  return figure->claim->has_time && figure->claim->period != NULL ? shanhai_period_get_year (figure->claim->period) : figure->year;
}

static bool
agrees (const ShanhaiCheckValue     *value,
        const ShanhaiSentenceFigure *printed)
{
  ShanhaiQuantity quantity = *printed->claim->quantity;

  /* computed figures needn't be whole numbers */
  quantity.unit = g_intern_static_string ("ratio");

  return shanhai_compare_interval (&value->soft, &value->hard, &quantity) == SHANHAI_AGREEMENT_AGREE;
}

/* what it was, so many times grown by so many per cent */
static bool
compound (const Change      *self,
          int                years,
          ShanhaiCheckValue *out)
{
  ShanhaiCheckValue factor = shanhai_sentence_get_value (self->change), hundred = shanhai_check_value_of_number (100), one = shanhai_check_value_of_number (1);

  *out = shanhai_sentence_get_value (self->start);
  if (!shanhai_check_value_combine (&factor, shanhai_interval_divide, &hundred) || !shanhai_check_value_combine (&factor, shanhai_interval_add, &one))
    return false;
  for (int i = 0; i < years; i++)
    if (!shanhai_check_value_combine (out, shanhai_interval_multiply, &factor))
      return false;

  return true;
}

/* 由2015年的140万元增加到2019年的228万元，年均增长13.0%, or 年均增加22万元. Some reckon with a year more or less, or share out the growth: what comes out so isn't accused. */
static void
check_yearly (ShanhaiCheckScope *scope,
              const Change      *self)
{
  const bool yearly = shanhai_words_contain (shanhai_words_get_last_clause (self->change->before), yearly_words) || shanhai_sentence_is_behind (self->change, yearly_behind);
  const bool growth = shanhai_sentence_is_percent (self->change) && shanhai_unit_is_additive (shanhai_sentence_get_unit (self->start));
  const int start_year = get_year (self->start), end_year = get_year (self->end), years = end_year - start_year;
  ShanhaiCheckValue first = shanhai_sentence_get_value (self->start), rise = shanhai_sentence_get_value (self->end), told = { 0 };
  bool comes_out = false;

  if (self->is_listed || start_year == 0 || end_year == 0 || years < 2 || years > MAX_YEARS || !yearly || !is_change_of_them (self) ||
      (!growth && shanhai_sentence_get_unit (self->change) != shanhai_sentence_get_unit (self->start)) || shanhai_decimal_compare (&self->end->claim->quantity->value, &self->start->claim->quantity->value) <= 0)
    return;
  if (!shanhai_check_value_combine (&rise, shanhai_interval_subtract, &first))
    return;
  for (int n = years - 1; n <= years + 1; n++)
    {
      ShanhaiCheckValue mean = rise, length = shanhai_check_value_of_number (n), grown;

      if (!shanhai_check_value_combine (&mean, shanhai_interval_divide, &length))
        return;
      if (growth && (!make_share_of (&mean, self->start) || !compound (self, n, &grown)))
        return;
      if (n == years)
        told = growth ? grown : mean;
      comes_out |= n != years && agrees (growth ? &grown : &mean, growth ? self->end : self->change);
      comes_out |= growth && agrees (&mean, self->change);
    }
  if (growth)
    {
      g_autofree char *arithmetic = g_strdup_printf ("{2} × (1 + {3})^%d", years);

      shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, self->end, &told, true, comes_out ? SHANHAI_ALIKE_NOT : SHANHAI_ALIKE_MAYBE, arithmetic,
                                      (const ShanhaiSentenceFigure *const[]) { self->start, self->change }, 2);
    }
  else
    {
      g_autofree char *arithmetic = g_strdup_printf ("({2} − {3}) ÷ %d", years);

      shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_AVERAGE, self->change, &told, true, comes_out ? SHANHAI_ALIKE_NOT : SHANHAI_ALIKE_FULLY, arithmetic,
                                      (const ShanhaiSentenceFigure *const[]) { self->end, self->start }, 2);
    }
}

/* Of other things than these two: 由…增长到…，比上年增长… */
static bool
is_compared_otherwise (const Change *self)
{
  const int start_year = get_year (self->start), end_year = get_year (self->end);

  if (self->is_listed && self->change->year > 0 && self->change->year != start_year && self->change->year != end_year)
    return true;
  if (is_base (self->start) || (self->start > self->change && is_base_told_behind (self->change, self->start)) || !shanhai_words_contain (self->change->before, compare_words) || strstr (self->change->before, "相比") != NULL || strstr (self->change->before, "相较") != NULL)
    return false;

  return !shanhai_words_contain (self->change->before, last_year_words) || start_year == 0 || end_year - start_year != 1;
}

/* A change of a rate that is printed in per cent: by so many points, or by such a share of what it was. True when it has been told. */
static bool
check_rate_change (ShanhaiCheckScope       *scope,
                   const Change            *self,
                   const ShanhaiCheckValue *points,
                   ShanhaiAlikeness         alike)
{
  const ShanhaiClaim *start = self->start->claim, *end = self->end->claim, *change = self->change->claim;
  const ShanhaiSentenceFigure *const terms[] = { self->end, self->start };
  ShanhaiCheckValue rate = *points;

  if (self->start->literal == NULL && self->end->literal == NULL && self->change->literal == NULL)
    {
      ShanhaiCheckScope quiet = *scope;
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

      /* a change over a span is told by shanhai_check_points() where it comes out, and is no difference then */
      if (change->period != NULL && shanhai_period_is_span (change->period))
        quiet.findings = findings;
      return shanhai_check_rate_change (&quiet, change, start, end, alike);
    }

  if (!make_share_of (&rate, self->start))
    return false;
  if (agrees (&rate, self->change))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, self->change, &rate, true, alike, "({2} − {3}) ÷ {3} × 100", terms, 2);
  else if (agrees (points, self->change))
    shanhai_sentence_tell (scope, SHANHAI_CHECK_POINTS, &per_cent_for_points, SHANHAI_AGREEMENT_DOUBTFUL, self->change, points, g_intern_static_string ("percentage-point"), "{2} − {3}", terms, 2);
  else
    return false;

  return true;
}

/* 从10.92万减少到1.28万，减少9.64万; 由…增长到…，增长12.5%; 比2018年的2292万元增加347万元 */
void
shanhai_sentence_check_change (ShanhaiCheckScope           *scope,
                               const ShanhaiSentenceFigure *figures,
                               guint                        index)
{
  ShanhaiCheckValue value, first;
  bool in_points, growth, rises;
  ShanhaiAlikeness alike;
  const ShanhaiClaim *start, *end, *claim;
  Change change;

  if (!find_ends (figures, index, &change))
    return;
  start = change.start->claim;
  end = change.end->claim;
  claim = change.change->claim;
  in_points = shanhai_sentence_is_percent (change.start) && strcmp (shanhai_sentence_get_unit (change.change), "percentage-point") == 0;
  growth = shanhai_unit_is_additive (shanhai_sentence_get_unit (change.start)) && shanhai_sentence_is_percent (change.change);
  if (shanhai_sentence_get_unit (change.start) != shanhai_sentence_get_unit (change.end) || shanhai_sentence_is_formula_of (scope, claim, start) || shanhai_words_contain (change.change->before, shanhai_including_words) ||
      (!in_points && !growth && shanhai_sentence_get_unit (change.change) != shanhai_sentence_get_unit (change.start)))
    return;
  /* 年均增长13%: from year to year, not from the first to the last */
  if (is_each (change.change))
    {
      check_yearly (scope, &change);
      return;
    }
  if (is_compared_otherwise (&change))
    return;

  alike = (start->indicator == end->indicator && start->type == end->type) || start->record == NULL || end->record == NULL ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
  if (!is_change_of_them (&change))
    alike = SHANHAI_ALIKE_NOT;
  /* recorded of the last year alone */
  else if (start->has_time && claim->has_time && claim->first < claim->last && claim->first > start->last + 1 && !is_base (change.start))
    alike = MIN (alike, SHANHAI_ALIKE_MAYBE);

  value = shanhai_sentence_get_value (change.end);
  first = shanhai_sentence_get_value (change.start);
  rises = shanhai_decimal_compare (&end->quantity->value, &start->quantity->value) > 0;
  if (!shanhai_check_value_combine (&value, shanhai_interval_subtract, &first) || !make_positive (&value))
    return;
  /* 由46%提高到61.7%，提高34.1%: of what it was */
  if (shanhai_sentence_is_percent (change.start) && shanhai_sentence_is_percent (change.change) && check_rate_change (scope, &change, &value, alike))
    return;
  if (growth && !make_share_of (&value, change.start))
    return;
  shanhai_sentence_tell_computed (scope, growth ? SHANHAI_CHECK_RATIO : SHANHAI_CHECK_DIFFERENCE, change.change, &value, growth, alike,
                                  growth ? "({2} − {3}) ÷ {3} × 100" : rises ? "{2} − {3}" : "{3} − {2}", (const ShanhaiSentenceFigure *const[]) { change.end, change.start }, 2);
}

/* 由2043元增长到8204元，是2015年的4.0倍 */
void
shanhai_sentence_check_times (ShanhaiCheckScope           *scope,
                              const ShanhaiSentenceFigure *figures,
                              guint                        index)
{
  static const char * const is_words[] = { "是", "为", "為", "达到", "相当于", "相當於", NULL };
  static const char * const real_to_words[] = { "到", "至", "to", NULL };
  static const char * const as_much[] = { " as many", " as much", " as high", " as large", " what it was", NULL };
  const ShanhaiSentenceFigure *times = &figures[index];
  /* 1797人次，是2016年817人次的2.2倍 */
  const bool is_named = g_strv_contains (is_words, shanhai_words_get_last_clause (figures[index - 1].before)) && *times->before == '\0';
  const ShanhaiSentenceFigure *start = &figures[is_named ? index - 1 : index - 2], *end = &figures[is_named ? index - 2 : index - 1];
  const ShanhaiClaim *a = start->claim, *b = end->claim;
  ShanhaiCheckValue value = shanhai_sentence_get_value (end), first = shanhai_sentence_get_value (start);
  const char *clause = shanhai_words_get_last_clause (times->before);
  bool grows = g_strv_contains (change_words, clause), is = g_strv_contains (is_words, clause) || is_named || (*clause == '\0' && shanhai_sentence_is_behind (times, as_much));

  if ((times->year > 0 && *clause != '\0' && is && a->has_time && times->year != shanhai_period_get_year (a->period)) || strcmp (shanhai_sentence_get_unit (times), "times") != 0 || shanhai_sentence_get_unit (start) != shanhai_sentence_get_unit (end) ||
      figures[index - 1].is_broken || times->is_broken || a->indicator == NULL || a->indicator != b->indicator || !a->has_time || !b->has_time || a->last >= b->last ||
      !(is_named || shanhai_words_end_with (end->before, real_to_words)) || (!is && !grows) || shanhai_sentence_is_formula_of (scope, times->claim, a))
    return;
  /* 增长2倍 is three times as much; but many write it so and mean twice, so that what doesn't come out is doubtful at most */
  if (grows && !shanhai_check_value_combine (&value, shanhai_interval_subtract, &first))
    return;
  if (shanhai_check_value_combine (&value, shanhai_interval_divide, &first))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_RATIO, times, &value, false, is ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, is ? "{2} ÷ {3}" : "({2} − {3}) ÷ {3}",
                                    (const ShanhaiSentenceFigure *const[]) { end, start }, 2);
}

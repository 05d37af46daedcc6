/* shanhai-check-quotients.c - 每箱800元, 户均增收2100元: so much of each, against the total and the number that stand near it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words say what is divided by: 箱 of 每箱 is what 1200箱 counts, whatever its unit is called. The total stands in the same sentence, before or behind, and
 * the number there or in the sentence before. What doesn't come out is told only where there is just one total and one number that it could be of, and is never sure: the total may be of others. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "shanhai-paragraph.h"
#include "shanhai-sentence-private.h"

/* means are rounded: so far from the quotient, as a share of it, they still agree */
#define ROUNDED 0.006
/* a total and its mean stand no further apart, in figures of one sentence */
#define MAX_APART 2
/* 4 of 10^4: 万 forgotten; thousand and million in English */
#define MAX_POWERS 6

static const ShanhaiSentences quotient_sentences = {
  N_("{w1}: {e} = {=}, as printed ({1})."),
  N_("{w1}: {e} = {=}, but {1} is printed. Both hold only if a figure is read widely, or they count unlike things."),
  NULL,
};

static const ShanhaiSentences slipped = {
  NULL,
  N_("{w1}: {e} = {=}, but {1} is printed, which is 万 or a million times as much or as little. A word for that may be missing in one of the three, or have been put in by mistake."),
  NULL,
};

/* a word of what is counted, the same in English, and units whose figures count it; a longer word stands before its own beginning */
static const struct
{
  const char *word;
  const char *english[3];
  const char *units[3];
} counted[] = {
  { "公斤", { "kilogram", "kilo", "kg" }, { "kg" } },
  { "千克", { NULL }, { "kg" } },
  { "斤", { "jin", "catty" }, { "jin" } },
  { "吨", { "tonne", "ton" }, { "ton" } },
  { "噸", { NULL }, { "ton" } },
  { "亩", { "mu" }, { "mu" } },
  { "畝", { NULL }, { "mu" } },
  { "户", { "household", "family" }, { "household" } },
  { "戶", { NULL }, { "household" } },
  { "人", { "person", "head", "student" }, { "person" } },
  { "名", { "teacher", "doctor" }, { "person" } },
  { "县", { "county" }, { "county" } },
  { "縣", { NULL }, { "county" } },
  { "乡镇", { "township", "town" }, { "township" } },
  { "镇", { NULL }, { "township" } },
  { "村", { "village" }, { "village" } },
  { "校", { "school" }, { "school" } },
  { "所", { "clinic", "hospital" }, { "school", "clinic", "hospital" } },
  { "家", { "company", "firm" }, { "company" } },
  { "套", { "house", "home", "dwelling" }, { "dwelling" } },
  { "间", { "room" }, { "room" } },
  { "箱", { "box", "carton" }, { NULL } },
  { "单", { "order" }, { NULL } },
  { "單", { NULL }, { NULL } },
  { "趟", { "trip" }, { "vehicle-trip" } },
  { "车", { "truck", "lorry" }, { NULL } },
  { "班", { "class" }, { NULL } },
  { "期", { "course", "session" }, { "session" } },
  { "场", { "event", "fair" }, { "session" } },
  { "場", { NULL }, { "session" } },
  { "次", { "visit" }, { "visit", "occurrence" } },
  { "批", { "batch" }, { "batch" } },
  { "座", { "greenhouse", "station" }, { NULL } },
  { "台", { "machine" }, { NULL } },
  { "盏", { "lamp" }, { NULL } },
  { "头", { "cow", "pig" }, { NULL } },
  { "只", { "sheep" }, { NULL } },
  { "株", { "tree" }, { NULL } },
  { "公里", { "kilometre", "kilometer", "km" }, { "km" } },
  { "个项目", { "project" }, { "project" } },
  { "个", { NULL }, { NULL } },
};

/* what is told of each */
typedef struct
{
  guint kind;     /* of `counted` */
  char *thing;    /* 增收 of 户均增收; empty where the words say no more than how much it is */
  bool  is_told_further;  /* " per person in cash": what of it there is so much of */
} Each;

/* 每公斤卖, 收购价: then the total is what was sold for it */
static const char * const price_words[] = { "卖", "賣", "售价", "售價", "单价", "單價", "收购价", "收購價", "价格", "價格", "价", "價", "均价", "约", "只", "就", "可", "能", "平均", "为", "達", "达", "达到", "到", NULL };
static const char * const change_words[] = { "增长", "提高", "增加了", "增加", "下降", "减少", "节约", "节省", "降低", "比", NULL };
static const char * const not_of_all[] = { "最高", "最低", "最多", "最少", "至少", "不低于", "不超过", "标准", "標準", "补贴", "補貼", "奖励", "獎勵", NULL };
static const char * const of_others[] = { "标准", "標準", "以上", "不等", "起", "至", "到", " to ", " or more", NULL };

/* of masses, so many jin; else 0 */
static int
get_mass (const char *unit)
{
  return strcmp (unit, "jin") == 0 ? 1 : strcmp (unit, "kg") == 0 ? 2 : strcmp (unit, "ton") == 0 ? 2000 : 0;
}

static bool
is_mass_word (guint kind)
{
  return counted[kind].units[0] != NULL && get_mass (counted[kind].units[0]) > 0;
}

/* which of `counted` the words begin with, and how long that word is; -1 where there is none */
static int
find_kind (const char *words,
           gsize      *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_str_has_prefix (words, counted[i].word))
      {
        *length = strlen (counted[i].word);
        return (int) i;
      }

  return -1;
}

static int
find_english_kind (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    for (guint k = 0; k < G_N_ELEMENTS (counted[i].english) && counted[i].english[k] != NULL; k++)
      {
        const gsize length = strlen (counted[i].english[k]);

        if (g_str_has_prefix (words, counted[i].english[k]) && !g_ascii_isalpha (words[length]))
          return (int) i;
      }

  return -1;
}

/* the word that ends right before 均, as in 户均; -1 where there is none */
static int
find_kind_before (const char *clause,
                  const char *mean)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      const gsize length = strlen (counted[i].word);

      if ((gsize) (mean - clause) >= length && strncmp (mean - length, counted[i].word, length) == 0)
        return (int) i;
    }

  return -1;
}

/* " in cash" behind " per person"; but " in 2019" and " in total" say nothing of what it is */
static bool
is_told_further (const char *behind)
{
  static const char * const general[] = { "total", "all", "the ", NULL };

  while (g_ascii_isalpha (*behind))
    behind++;
  if (!g_str_has_prefix (behind, " in "))
    return false;
  behind += strlen (" in ");

  return !g_ascii_isdigit (*behind) && shanhai_words_begin_with_any (behind, general) == 0;
}

static char *
dup_thing (const char *words)
{
  for (gsize skip; (skip = shanhai_words_begin_with_any (words, price_words)) > 0;)
    words += skip;

  return g_strdup (words);
}

/* 每箱, 户均增收, 亩产, " a mu"; false where the figure isn't told of each */
static bool
read_each (const ShanhaiParagraphFigure *figure,
           Each                         *out)
{
  static const char * const of_each[] = { " a ", " an ", " per ", " for each ", " for every ", " each ", NULL };
  const char *at = g_strrstr (figure->clause, "每"), *mean = g_strrstr (figure->clause, "均"), *behind = figure->behind;
  gsize length;
  int kind = -1;

  if (shanhai_words_contain (figure->clause, not_of_all) || shanhai_words_contain (figure->clause, change_words) || shanhai_words_begin_with_any (behind, of_others) > 0)
    return false;
  if (at != NULL && (kind = find_kind (at + strlen ("每"), &length)) >= 0)
    out->thing = dup_thing (at + strlen ("每") + length);
  else if (mean != NULL && (kind = find_kind_before (figure->clause, mean)) >= 0)
    out->thing = dup_thing (mean + strlen ("均"));
  else if (g_str_has_prefix (figure->clause, "亩产") || g_str_has_prefix (figure->clause, "畝產"))
    {
      kind = find_kind ("亩", &length);
      /* 亩产 by itself is of what grows there, 亩产值 of what it is worth */
      out->thing = dup_thing (figure->clause + strlen ("亩"));
    }
  else if ((length = shanhai_words_begin_with_any (behind, of_each)) > 0 && (kind = find_english_kind (behind + length)) >= 0)
    {
      out->thing = g_strdup ("");
      out->is_told_further = is_told_further (behind + length);
    }
  if (kind < 0)
    return false;
  out->kind = (guint) kind;

  return true;
}

/* whether the figure counts what the mean is of */
static bool
is_number_of (const ShanhaiParagraphFigure *figure,
              guint                         kind)
{
  const char *unit = figure->claim->quantity->unit;

  if (is_mass_word (kind))
    return get_mass (unit) > 0;
  for (guint i = 0; i < G_N_ELEMENTS (counted[kind].units) && counted[kind].units[i] != NULL; i++)
    if (strcmp (unit, counted[kind].units[i]) == 0)
      return true;

  return !shanhai_paragraph_figure_counts (figure, "人次") && shanhai_paragraph_figure_counts (figure, counted[kind].word) && strcmp (unit, "CNY") != 0;
}

static bool
is_each (const ShanhaiParagraphFigure *figure)
{
  Each each = { 0 };
  bool is = read_each (figure, &each);

  g_free (each.thing);

  return is || strstr (figure->clause, "均") != NULL;
}

/* of the same thing in another amount: money, or what is weighed */
static bool
can_be_total (const ShanhaiParagraphFigure *total,
              const ShanhaiParagraphFigure *mean)
{
  const char *a = total->claim->quantity->unit, *b = mean->claim->quantity->unit;

  return a == b || (get_mass (a) > 0 && get_mass (b) > 0) || (g_str_has_prefix (a, "person") && g_str_has_prefix (b, "person"));
}

/* no day in common, more years than the mean's, a plan beside what was done, other people's figures */
static bool
are_of_one_account (const ShanhaiClaim *a,
                    const ShanhaiClaim *b)
{
  if (a->planned != b->planned || g_strcmp0 (a->about, b->about) != 0)
    {
      if (a->planned != b->planned || (a->about != NULL && b->about != NULL && a->type == b->type))
        return false;
    }

  if (a->has_time && b->has_time && a->spans && !a->open_start && a->first < b->first - 1 && a->last == b->last)
    return false;

  return !a->has_time || !b->has_time || (a->first <= b->last && b->first <= a->last);
}

typedef struct
{
  const ShanhaiParagraphFigure *mean, *total, *number;
  ShanhaiCheckValue             value;
} Quotient;

static bool
compute (Quotient *self,
         guint     kind)
{
  ShanhaiCheckValue number = shanhai_check_value_of_quantity (self->number->claim->quantity);
  const int word = is_mass_word (kind) ? get_mass (counted[kind].units[0]) : 1;
  const int above = get_mass (self->total->claim->quantity->unit), below = is_mass_word (kind) ? get_mass (self->number->claim->quantity->unit) : 1, mean = get_mass (self->mean->claim->quantity->unit);
  ShanhaiCheckValue times, parts;

  if (shanhai_decimal_sign (&self->number->claim->quantity->value) <= 0)
    return false;
  times = shanhai_check_value_of_number ((gint64) word * MAX (above, 1));
  parts = shanhai_check_value_of_number ((gint64) below * MAX (mean, 1));
  self->value = shanhai_check_value_of_quantity (self->total->claim->quantity);

  return shanhai_check_value_combine (&self->value, shanhai_interval_multiply, &times) && shanhai_check_value_combine (&self->value, shanhai_interval_divide, &parts) &&
         shanhai_check_value_combine (&self->value, shanhai_interval_divide, &number);
}

/* times ten to the power */
static bool
comes_out (const Quotient *self,
           int             power)
{
  ShanhaiQuantity printed = *self->mean->claim->quantity;
  double nominal = shanhai_decimal_to_double (&self->value.nominal.lo), told;

  /* computed figures needn't be whole numbers */
  printed.unit = g_intern_static_string ("ratio");
  if (power != 0 && (printed.has_hi || !shanhai_decimal_shift (&printed.value, power, &printed.value) || !shanhai_decimal_shift (&printed.precision, power, &printed.precision)))
    return false;
  if (shanhai_compare_interval (&self->value.soft, &self->value.hard, &printed) == SHANHAI_AGREEMENT_AGREE)
    return true;
  told = shanhai_decimal_to_double (&printed.value);

  return fabs (nominal - told) <= ROUNDED * told;
}

static void
tell (ShanhaiCheckScope      *scope,
      const Quotient         *self,
      ShanhaiCheck            check,
      const ShanhaiSentences *sentences,
      ShanhaiAgreement        agreement)
{
  ShanhaiFinding *finding = shanhai_check_tell (scope, check, agreement, SHANHAI_ALIKE_FULLY, sentences, self->mean->claim, self->total->claim);

  if (finding == NULL)
    return;
  shanhai_finding_add (finding, self->number->claim->record, self->number->claim->quantity);
  shanhai_finding_set_computed (finding, &self->value.nominal.lo, &self->value.soft, self->mean->claim->quantity->unit);
  shanhai_finding_take_arithmetic (finding, g_strdup ("{2} ÷ {3}"));
}

/* 旅游收入 isn't 户均收入's total, unless the words speak of all of it */
static bool
is_all_of (const char *clause,
           const char *thing)
{
  static const char * const general[] = { "收入", "纯收入", "純收入", "支出", "产值", "產值", "利润", "利潤", "资金", "資金", "收益", "效益", "投入", NULL };
  static const char * const light[] = { "共", "总", "總", "合计", "累计", "实现", "實現", "全年", "年", "达", "为", "的", "额", "達", "获得", NULL };
  const char *found = strstr (clause, thing);

  if (found == NULL || !g_strv_contains (general, thing))
    return found != NULL;
  while (clause < found)
    {
      gsize skip = g_ascii_isdigit (*clause) ? 1 : shanhai_words_begin_with_any (clause, light);

      if (skip == 0)
        return false;
      clause += skip;
    }

  return true;
}

/* How well the total's own words fit: 2 where they name the thing, 1 where nothing is named and it stands near, 0 */
static int
rate_total (const ShanhaiParagraph *paragraph,
            guint                   mean,
            guint                   total,
            const char             *thing)
{
  const ShanhaiParagraphFigure *figure = &paragraph->figures[total];

  if (figure->sentence != paragraph->figures[mean].sentence)
    return 0;
  if (*thing != '\0')
    return is_all_of (figure->clause, thing) ? 2 : 0;

  return ABS ((int) total - (int) mean) <= MAX_APART;
}

static bool
is_slip (ShanhaiCheckScope *scope,
         const Quotient    *self)
{
  static const int powers[MAX_POWERS] = { -8, -6, -4, 4, 6, 8 };

  for (guint i = 0; i < MAX_POWERS; i++)
    if (comes_out (self, powers[i]))
      {
        tell (scope, self, SHANHAI_CHECK_UNIT, &slipped, SHANHAI_AGREEMENT_DOUBTFUL);
        return true;
      }

  return false;
}

/* one of several that could be meant; the same number told again is no other one */
static bool
is_another (const ShanhaiParagraphFigure *a,
            const ShanhaiParagraphFigure *b)
{
  return a != NULL && a != b && !shanhai_decimal_equal (&a->claim->quantity->value, &b->claim->quantity->value);
}

/* With the numbers of the mean's own sentence, or of the one before it. True when something is told, or may be meant. */
static bool
check_each (ShanhaiCheckScope      *scope,
            const ShanhaiParagraph *paragraph,
            guint                   index,
            const Each             *each,
            guint                   sentence)
{
  const ShanhaiParagraphFigure *mean = &paragraph->figures[index];
  Quotient named = { .mean = mean };
  int best = 0;
  bool several = false;

  for (guint t = 0; t < paragraph->n; t++)
    for (guint n = 0; n < paragraph->n; n++)
      {
        const ShanhaiParagraphFigure *total = &paragraph->figures[t], *number = &paragraph->figures[n];
        Quotient quotient = { .mean = mean, .total = total, .number = number };
        int rating;

        if (t == index || n == index || t == n || number->sentence != sentence || total->sentence != mean->sentence || !can_be_total (total, mean) || !is_number_of (number, each->kind) || is_each (total) ||
            is_each (number) || !are_of_one_account (total->claim, mean->claim) || !are_of_one_account (number->claim, mean->claim) ||
            shanhai_sentence_is_formula_of (scope, mean->claim, total->claim) || !compute (&quotient, each->kind))
          continue;
        rating = rate_total (paragraph, index, t, each->thing);
        /* two figures from anywhere may come out by chance */
        if (comes_out (&quotient, 0) && (rating > 0 || sentence == mean->sentence))
          {
            tell (scope, &quotient, SHANHAI_CHECK_AVERAGE, &quotient_sentences, SHANHAI_AGREEMENT_AGREE);
            return true;
          }
        if (rating == 0 || rating < best)
          continue;
        several = rating == best && (several || is_another (named.total, total) || is_another (named.number, number));
        best = rating;
        named = quotient;
      }
  if (best > 0 && !several && !is_slip (scope, &named) && !each->is_told_further)
    tell (scope, &named, SHANHAI_CHECK_AVERAGE, &quotient_sentences, SHANHAI_AGREEMENT_DOUBTFUL);

  return best > 0;
}

void
shanhai_paragraph_check_quotients (ShanhaiCheckScope      *scope,
                                   const ShanhaiParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->n; i++)
    {
      const ShanhaiParagraphFigure *figure = &paragraph->figures[i];
      Each each = { 0 };

      if (!shanhai_paragraph_is_told (scope, SHANHAI_CHECK_AVERAGE, figure->claim) && !shanhai_paragraph_is_told (scope, SHANHAI_CHECK_UNIT, figure->claim) && read_each (figure, &each) &&
          !check_each (scope, paragraph, i, &each, figure->sentence) && figure->sentence > 0)
        check_each (scope, paragraph, i, &each, figure->sentence - 1);
      g_free (each.thing);
    }
}

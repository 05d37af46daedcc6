/* shanhai-sentence-sums.c - 医生12人、教师30人，共42人: lists in a sentence, and the total that is told before or behind them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which words make a total is said by shanhai-sum-words.c. A part of one that is listed (其中…, or what a bracket tells of it) is no summand. The total stands behind what it is of, or before it; in front of a
 * list that may go on (其中…等) it isn't their sum. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-sentence-private.h"
#include "shanhai-sum-words.h"

/* a sum that is so many times another number isn't meant to be it */
#define MAX_UNLIKE 4
/* who lists so many parts of a whole, and so much of it, seems to list all of them */
#define LISTED 3
#define LISTED_SHARE 0.8

static const ShanhaiSentences counted_twice = {
  NULL,
  N_("{w1}: {1} seems to be {e}, but one of these is a part of another. It would count twice."),
  N_("{w1}: {1} is {e}, but one of these is a part of another. It is counted twice."),
};

static const ShanhaiSentences people_and_times = {
  NULL,
  N_("{w1}: {1} is {e}, of which some count people and some count times. They don’t add up to people."),
  NULL,
};

/* Words are compared without spaces. */
const char * const shanhai_including_words[] = { "其中", "当中", "當中", "包括", "含", "内含", "including", "ofwhich", "ofwhom", "ofthese", "amongthem", NULL };
static const char * const to_words[] = { "到", "至", "to", NULL };
/* women, members and the poor are counted among each other */
static const char * const attributes[] = { "女", "少数民族", "党员", "黨員", "贫困", "貧困", "脱贫", "脫貧", "建档立卡", "残疾", "低保", "老年", "老人", "高级职称", "本科", "women", "poor", "female", "disabled", "elderly", NULL };

static bool
is_of_like_size (const ShanhaiDecimal *a,
                 const ShanhaiDecimal *b)
{
  double x = shanhai_decimal_to_double (a), y = shanhai_decimal_to_double (b);

  return x < MAX_UNLIKE * y && y < MAX_UNLIKE * x;
}

/* towns and enterprises together are units */
static bool
is_counted_as (const char *unit,
               const char *total)
{
  static const char * const bodies[] = { "village", "township", "county", "city", "school", "hospital", "clinic", "company", "org", NULL };

  return unit == total || ((strcmp (total, "org") == 0 || strcmp (total, "item") == 0) && g_strv_contains (bodies, unit));
}

static bool
is_near (const ShanhaiSentenceFigure *figure)
{
  const bool is_english = (guchar) *shanhai_words_skip_stops (figure->before) < 0x80 && *shanhai_words_skip_stops (figure->before) != '\0';

  return shanhai_words_count (figure->before) <= (is_english ? SHANHAI_MAX_ENGLISH_LIST_GAP : SHANHAI_MAX_LIST_GAP) && !figure->is_broken && !shanhai_words_end_with (figure->before, to_words) &&
         !shanhai_words_end_with (figure->before, shanhai_sum_words);
}

static bool
is_in_list (const ShanhaiSentenceFigure *figure)
{
  return is_near (figure) && !shanhai_words_contain (figure->before, shanhai_including_words);
}

/* summands, in the order of the text */
typedef struct
{
  const ShanhaiSentenceFigure *terms[SHANHAI_MAX_TERMS];
  guint                        n;
  bool                         leaves_out;   /* parts of those that are listed */
  bool                         in_brackets;  /* all of these are told in brackets */
} List;

typedef enum
{
  PARTS_END,  /* a list of parts begins with 其中 */
  PARTS_OUT,  /* parts are told by the way */
  PARTS_IN,   /* parts are added up like the others */
} PartsMode;

typedef bool (*CountedFunc) (const char *unit,
                             const char *total);

static void
reverse (List *self)
{
  for (guint i = 0; i < self->n / 2; i++)
    {
      const ShanhaiSentenceFigure *first = self->terms[i];

      self->terms[i] = self->terms[self->n - 1 - i];
      self->terms[self->n - 1 - i] = first;
    }
}

/* what is listed before the total, from there backwards */
static void
walk_back (const ShanhaiSentenceFigure *figures,
           guint                        index,
           const int                   *wholes,
           PartsMode                    mode,
           CountedFunc                  counted,
           List                        *out)
{
  const ShanhaiSentenceFigure *behind = NULL;
  int depth = 0;  /* of brackets, less than at the total */

  out->n = 0;
  out->leaves_out = false;
  out->in_brackets = true;
  depth -= shanhai_words_count_brackets (figures[index].before);
  for (guint k = index; k > 0 && out->n < SHANHAI_MAX_TERMS; k--)
    {
      const ShanhaiSentenceFigure *figure = &figures[k - 1];
      const bool in_bracket = depth > 0, is_part = wholes[k - 1] >= 0;

      depth -= shanhai_words_count_brackets (figure->before);
      /* nor is a share, 农民1420人（占40%）、村干部207人 */
      if (mode == PARTS_OUT && (in_bracket || is_part || !shanhai_unit_is_additive (shanhai_sentence_get_unit (figure))))
        {
          out->leaves_out = true;
          out->in_brackets &= in_bracket;
          continue;
        }
      if (mode == PARTS_IN && !shanhai_unit_is_additive (shanhai_sentence_get_unit (figure)))
        continue;
      if (!counted (shanhai_sentence_get_unit (figure), shanhai_sentence_get_unit (&figures[index])))
        return;
      if (behind != NULL && !(mode == PARTS_END ? is_in_list (behind) : is_near (behind)))
        return;
      out->terms[out->n++] = behind = figure;
    }
}

static void
drop_first (List  *self,
            guint  n)
{
  self->n -= n;
  memmove (self->terms, self->terms + n, self->n * sizeof *self->terms);
}

/* 2020年11万，2021年12万，2022年13万，2023年16万，三年共41万: the year before the three stands there to compare with */
static void
leave_out_earlier_years (List                        *self,
                         const ShanhaiSentenceFigure *figure)
{
  const ShanhaiClaim *total = figure->claim;
  const guint years = shanhai_sentence_count_years (figure->before);
  bool each_of_a_year = true;

  while (self->n > 2 && total->has_time && total->spans && !total->open_start && self->terms[0]->claim->has_time && self->terms[0]->claim->last < total->first)
    drop_first (self, 1);
  for (guint i = 0; i < self->n; i++)
    each_of_a_year &= self->terms[i]->year > 0 && (i == 0 || self->terms[i]->year > self->terms[i - 1]->year);
  if (each_of_a_year && years > 1 && self->n > years)
    drop_first (self, self->n - years);
}

static void
collect (const ShanhaiSentenceFigure *figures,
         guint                        index,
         const int                   *wholes,
         PartsMode                    mode,
         CountedFunc                  counted,
         List                        *out)
{
  walk_back (figures, index, wholes, mode, counted, out);
  reverse (out);
  leave_out_earlier_years (out, &figures[index]);
}

static guint
count_own_parts (const List                  *self,
                 const ShanhaiSentenceFigure *total)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->terms[i]->claim->part_of != NULL && g_strcmp0 (self->terms[i]->claim->part_of, total->claim->id) == 0;

  return n;
}

/* The arithmetic of the list; false when there is none. What is recorded as so many parts of the total, shanhai_check_sums() adds up. */
static bool
add_up (const List                  *self,
        const ShanhaiSentenceFigure *total,
        guint                        own_parts,
        ShanhaiCheckValue           *value,
        GString                     *arithmetic)
{
  g_string_truncate (arithmetic, 0);
  if (self->n < 2 || shanhai_sum_goes_on_from_another (self->terms[0]) || count_own_parts (self, total) >= own_parts)
    return false;
  for (guint i = 0; i < self->n; i++)
    {
      ShanhaiCheckValue term = shanhai_sentence_get_value (self->terms[i]);

      if (i == 0)
        *value = term;
      else if (!shanhai_check_value_combine (value, shanhai_interval_add, &term))
        return false;
      g_string_append_printf (arithmetic, "%s{%u}", i > 0 ? " + " : "", i + 2);
    }

  return true;
}

/* not so with "3 doctors and 5 teachers, 200 people altogether gained" */
static bool
add_up_alike (const List                  *self,
              const ShanhaiSentenceFigure *total,
              ShanhaiCheckValue           *value,
              GString                     *arithmetic)
{
  return add_up (self, total, 1, value, arithmetic) && is_of_like_size (&value->nominal.lo, &total->claim->quantity->value);
}

static bool
comes_out (const ShanhaiCheckValue     *value,
           const ShanhaiSentenceFigure *total)
{
  return shanhai_compare_interval (&value->soft, &value->hard, total->claim->quantity) == SHANHAI_AGREEMENT_AGREE;
}

static bool
is_person_or_time (const char *unit,
                   const char *total)
{
  return strcmp (unit, "person") == 0 || strcmp (unit, "person-time") == 0;
}

/* whether one of them is a number that nobody has recorded: then nothing is sure */
static bool
is_of_text (const List                  *self,
            const ShanhaiSentenceFigure *total)
{
  bool is = total->literal != NULL;

  for (guint i = 0; i < self->n; i++)
    is |= self->terms[i]->literal != NULL;

  return is;
}

/* 干部108人次、带头人193人，共301人 */
static bool
check_mixed (ShanhaiCheckScope           *scope,
             const ShanhaiSentenceFigure *figures,
             guint                        index,
             const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value;
  guint people = 0;
  List list;

  if (strcmp (shanhai_sentence_get_unit (total), "person") != 0)
    return false;
  collect (figures, index, wholes, PARTS_OUT, is_person_or_time, &list);
  for (guint i = 0; i < list.n; i++)
    people += strcmp (shanhai_sentence_get_unit (list.terms[i]), "person") == 0;
  if (people == 0 || people == list.n || !add_up_alike (&list, total, &value, arithmetic) || !comes_out (&value, total))
    return false;
  /* told already, of the recorded ones alone */
  if (total->is_among_others && !is_of_text (&list, total))
    return true;
  shanhai_sentence_tell (scope, SHANHAI_CHECK_PERSON_TIME, &people_and_times, SHANHAI_AGREEMENT_DOUBTFUL, total, &value, shanhai_sentence_get_unit (total), arithmetic->str, list.terms, list.n);

  return true;
}

/* 全县1042套，其中甲镇312套、乙乡260套，合计1614套. The 1042 may be recorded as the only part of the total: then nothing else adds them up. */
static bool
check_counted_twice (ShanhaiCheckScope           *scope,
                     const ShanhaiSentenceFigure *figures,
                     guint                        index,
                     const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value;
  bool is_sure;
  List list;

  collect (figures, index, wholes, PARTS_IN, is_counted_as, &list);
  if (!add_up (&list, total, 2, &value, arithmetic) || !is_of_like_size (&value.nominal.lo, &total->claim->quantity->value) || !comes_out (&value, total))
    return false;
  if (total->is_among_others && !is_of_text (&list, total))
    return true;
  is_sure = total->claim->quantity->qualifier == SHANHAI_QUALIFIER_EXACT && !is_of_text (&list, total);
  shanhai_sentence_tell (scope, SHANHAI_CHECK_DOUBLE, &counted_twice, is_sure ? SHANHAI_AGREEMENT_CONTRADICT : SHANHAI_AGREEMENT_DOUBTFUL,
                         total, &value, shanhai_sentence_get_unit (total), arithmetic->str, list.terms, list.n);

  return true;
}

/* 2.3万人和1.9万人，合计4.2人: the sum comes out but for 万, or million */
static void
check_slipped_sum (ShanhaiCheckScope           *scope,
                   const ShanhaiSentenceFigure *total,
                   const List                  *list,
                   const ShanhaiCheckValue     *value,
                   const char                  *arithmetic)
{
  static const ShanhaiSentences slipped = {
    NULL,
    N_("{w1}: {e} = {=}, but {1} is printed, many times as much or as little. A word like 万 or “million” may be missing, or have been put in by mistake."),
    NULL,
  };
  static const int powers[] = { -8, -6, -4, -3, 3, 4, 6, 8 };

  if (total->is_among_others)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      ShanhaiQuantity shifted = *total->claim->quantity;

      shifted.unit = g_intern_static_string ("ratio");
      if (shanhai_decimal_shift (&shifted.value, powers[i], &shifted.value) && shanhai_decimal_shift (&shifted.precision, powers[i], &shifted.precision) && !shifted.has_hi &&
          shanhai_compare_interval (&value->soft, &value->hard, &shifted) == SHANHAI_AGREEMENT_AGREE)
        {
          shanhai_sentence_tell (scope, SHANHAI_CHECK_UNIT, &slipped, SHANHAI_AGREEMENT_DOUBTFUL, total, value, shanhai_sentence_get_unit (total), arithmetic, list->terms, list->n);
          return;
        }
    }
}

static void
tell_sum (ShanhaiCheckScope           *scope,
          const ShanhaiSentenceFigure *total,
          const List                  *list,
          const ShanhaiCheckValue     *value,
          ShanhaiAlikeness             alike,
          const char                  *arithmetic)
{
  ShanhaiAlikeness told;

  if (shanhai_sum_compare (total, list->terms, list->n, &told))
    shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, value, false, MIN (alike, told), arithmetic, list->terms, list->n);
}

void
shanhai_sentence_check_sum (ShanhaiCheckScope           *scope,
                            const ShanhaiSentenceFigure *figures,
                            guint                        index,
                            const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  g_autoptr (GString) of_parts = g_string_new (NULL);
  ShanhaiCheckValue value, part_value;
  List list, parts;
  bool adds_up, parts_add_up, have_sum;

  if (total->is_broken || !shanhai_unit_is_additive (shanhai_sentence_get_unit (total)) || !shanhai_sum_may_be_told (total))
    return;
  collect (figures, index, wholes, PARTS_END, is_counted_as, &parts);
  collect (figures, index, wholes, PARTS_OUT, is_counted_as, &list);
  have_sum = add_up (&parts, total, 1, &part_value, of_parts);
  parts_add_up = have_sum && is_of_like_size (&part_value.nominal.lo, &total->claim->quantity->value);
  if (!list.leaves_out)
    {
      if (parts_add_up)
        tell_sum (scope, total, &parts, &part_value, SHANHAI_ALIKE_FULLY, of_parts->str);
      else if (have_sum && shanhai_sum_is_told (total, parts.terms[0], parts.n) == SHANHAI_ALIKE_FULLY)
        check_slipped_sum (scope, total, &parts, &part_value, of_parts->str);
      else
        check_mixed (scope, figures, index, wholes);
      return;
    }

  adds_up = add_up_alike (&list, total, &value, arithmetic);
  if (adds_up && comes_out (&value, total))
    tell_sum (scope, total, &list, &value, SHANHAI_ALIKE_FULLY, arithmetic->str);
  else if (!(parts_add_up && comes_out (&part_value, total)) && check_counted_twice (scope, figures, index, wholes))
    return;
  else if (adds_up && (list.in_brackets || !(parts_add_up && comes_out (&part_value, total))))
    tell_sum (scope, total, &list, &value, list.in_brackets ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE, arithmetic->str);
  else if (parts_add_up)
    tell_sum (scope, total, &parts, &part_value, SHANHAI_ALIKE_FULLY, of_parts->str);
}

typedef enum
{
  LIST_NONE,
  LIST_NAMED,     /* 包括…, 其中…: maybe not all of them */
  LIST_COMPLETE,  /* behind a colon, or in brackets */
} ListKind;

/* How the list is told that begins right behind the total, and how sure it is that it is what the total consists of */
static ListKind
get_list_kind (const ShanhaiSentenceFigure *figures,
               guint                        index,
               const int                   *wholes,
               ShanhaiAlikeness            *alike)
{
  static const char * const colons[] = { ":", "：", NULL };
  static const char * const brackets[] = { "（", "(", NULL };
  static const char * const each[] = { "分别为", "分别是", "分別為", "分別是", NULL };
  static const char * const comprising[] = { ",comprising", NULL };
  const char *before = figures[index + 1].before;
  const bool is_sum = shanhai_words_contain (figures[index].before, shanhai_sum_words);

  *alike = SHANHAI_ALIKE_MAYBE;
  if (shanhai_words_contain (before, shanhai_including_words))
    return wholes[index + 1] == (int) index ? LIST_NAMED : LIST_NONE;
  if (shanhai_words_begin_with_any (before, colons) > 0 || (is_sum && strchr (before, ':') != NULL) || shanhai_words_begin_with (before, each))
    {
      *alike = is_sum ? SHANHAI_ALIKE_FULLY : SHANHAI_ALIKE_MAYBE;
      return LIST_COMPLETE;
    }

  return shanhai_words_begin_with_any (before, brackets) > 0 || shanhai_words_begin_with_any (before, comprising) > 0 ? LIST_COMPLETE : LIST_NONE;
}

/* 教师23名等; 教师23名，另有科技人员10名: there are others */
static bool
goes_on (const char *after)
{
  static const char * const others[] = { "等", "另", "还有", "還有", "以及", "其他", "其余", "其餘", "and others", "another", "and so on", "among others", "etc", "the rest", "as well as", NULL };
  static const char * const ends[] = { "。", "；", ";", "\n", NULL };

  for (; *after != '\0' && shanhai_words_begin_with_any (after, ends) == 0; after = g_utf8_next_char (after))
    if (shanhai_words_begin_with_any (after, others) > 0)
      return true;

  return false;
}

/* the total's bracket is closed behind the last one, or there is none */
static bool
is_closed (const ShanhaiSentenceFigure *first,
           const ShanhaiSentenceFigure *last)
{
  static const char * const closing[] = { "）", ")", NULL };

  return shanhai_words_count_brackets (first->before) <= 0 || shanhai_words_begin_with_any (last->after, closing) > 0;
}

void
shanhai_sentence_check_sum_behind (ShanhaiCheckScope           *scope,
                                   const ShanhaiSentenceFigure *figures,
                                   guint                        n,
                                   guint                        index,
                                   const int                   *wholes)
{
  const ShanhaiSentenceFigure *total = &figures[index];
  g_autoptr (GString) arithmetic = g_string_new (NULL);
  ShanhaiCheckValue value;
  ShanhaiAlikeness alike;
  List list = { .n = 0 };
  ListKind kind;
  bool overlaps = false;
  guint last;

  if (index + 2 >= n || !shanhai_unit_is_additive (shanhai_sentence_get_unit (total)) || shanhai_sentence_is_mean (total))
    return;
  kind = get_list_kind (figures, index, wholes, &alike);
  if (kind == LIST_NONE)
    return;
  for (last = index; last + 1 < n && list.n < SHANHAI_MAX_TERMS; last++)
    {
      const ShanhaiSentenceFigure *figure = &figures[last + 1];

      if (list.n > 0 && (!is_in_list (figure) || shanhai_words_count_brackets (figure->before) < 0))
        break;
      if (figure->is_broken || figure->year > 0 || shanhai_sentence_get_unit (figure) != shanhai_sentence_get_unit (total) || shanhai_sentence_is_of_other_time (figure))
        return;
      overlaps |= shanhai_words_contain (figure->before, attributes);
      list.terms[list.n++] = figure;
    }
  if (!add_up_alike (&list, total, &value, arithmetic) || !is_closed (&figures[index + 1], &figures[last]))
    return;
  /* what seems to be but some of them is no sum */
  if (!comes_out (&value, total) &&
      (overlaps || goes_on (figures[last].after) ||
       (kind == LIST_NAMED && (list.n < LISTED || shanhai_decimal_to_double (&value.nominal.lo) < LISTED_SHARE * shanhai_decimal_to_double (&total->claim->quantity->value)))))
    return;
  shanhai_sentence_tell_computed (scope, SHANHAI_CHECK_SUM, total, &value, false, alike, arithmetic->str, list.terms, list.n);
}

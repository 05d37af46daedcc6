/* shanhai-sentence-numbers.c - numbers of a text that nobody has recorded, with their units. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only units that leave no doubt. A measure word by itself (个, 盏) means what it meant at the figure before. */

#include "shanhai-config.h"

#include "shanhai-sentence-numbers.h"

#include <string.h>

/* letters that two measure words have to share, with what is counted: 个村 */
#define SAME_LETTERS 2
#define FIRST_YEAR 1949
#define LAST_YEAR 2100

static const struct
{
  const char *word;
  const char *unit;
} units[] = {
  { "个百分点", "percentage-point" }, { "個百分點", "percentage-point" }, { "百分点", "percentage-point" }, { "%", "percent" }, { "％", "percent" }, { "人次", "person-time" }, { "人", "person" },
  { "名", "person" }, { "户", "household" }, { "戶", "household" }, { "元", "CNY" }, { "倍", "times" }, { "个村", "village" }, { "个贫困村", "village" }, { "例", "case" },
  { " percentage point", "percentage-point" }, { " percent", "percent" }, { " per cent", "percent" }, { " yuan", "CNY" }, { " people", "person" }, { " persons", "person" }, { " households", "household" },
  { " families", "household" }, { " villages", "village" }, { " times", "times" }, { " person-times", "person-time" },
};

static const char * const qualifiers[] = { "约", "大约", "近", "将近", "超", "超过", "逾", "不到", "至少", "about ", "nearly ", "almost ", "over ", "more than ", "some ", "at least ", NULL };

static bool
begins_with_any (const char         *text,
                 const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (text, list[i]))
      return true;

  return false;
}

/* 2019年, 5月, "in 2019" */
static bool
is_date (const ShanhaiQuotedNumber *number,
         const char                *after)
{
  static const char * const parts[] = { "年", "月", "日", "号", "時", "时", "点", "分", "岁", "届", "级", NULL };

  if (begins_with_any (after, parts))
    return true;

  return number->end - number->start == 4 && number->value.scale == 0 && number->value.digits >= FIRST_YEAR && number->value.digits <= LAST_YEAR;
}

/* 第3期, A12 */
static bool
is_ordinal (const char *text,
            gsize       start)
{
  return (start >= strlen ("第") && strncmp (text + start - strlen ("第"), "第", strlen ("第")) == 0) || (start > 0 && (g_ascii_isalnum (text[start - 1]) || strchr ("-/.#$", text[start - 1]) != NULL));
}

static gsize
find_qualifier (const char *text,
                gsize       before,
                gsize       start)
{
  for (guint i = 0; qualifiers[i] != NULL; i++)
    {
      gsize length = strlen (qualifiers[i]);

      if (start - before >= length && strncmp (text + start - length, qualifiers[i], length) == 0)
        return start - length;
    }

  return start;
}

/* the letters of the measure word that both have, up to two; 0 when they differ */
static gsize
get_same_word (const char *a,
               const char *b)
{
  static const char * const ends[] = { "，", "、", "。", "；", "（", "）", "\n", NULL };
  const char *p = a, *q = b;
  guint n = 0;

  if ((guchar) *a < 0x80)
    {
      /* one English word */
      if (*a != ' ' || *b != ' ')
        return 0;
      for (p++, q++; g_ascii_isalpha (*p) && *p == *q; p++, q++)
        n++;
      return n > 2 && !g_ascii_isalpha (*p) && !g_ascii_isalpha (*q) ? (gsize) (p - a) : 0;
    }
  for (; n < SAME_LETTERS && *p != '\0' && *q != '\0' && !begins_with_any (p, ends) && g_utf8_get_char (p) == g_utf8_get_char (q); n++)
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }

  return n == SAME_LETTERS || (n == 1 && begins_with_any (p, ends) && strncmp (a, "个", strlen ("个")) != 0) ? (gsize) (g_utf8_next_char (a) - a) : 0;
}

static const char *
find_unit (const char *after,
           const char *previous,
           const char *previous_unit,
           gsize      *length)
{
  static const char * const stops[] = { ",", ".", ";", " in ", " at ", " by ", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (after, units[i].word))
      {
        *length = strlen (units[i].word);
        return g_intern_static_string (units[i].unit);
      }
  if (previous == NULL)
    return NULL;
  *length = get_same_word (after, previous);
  if (*length > 0)
    return previous_unit;

  /* "from 56 villages to 3, a fall of 53." */
  return begins_with_any (after, stops) && (guchar) *previous < 0x80 ? previous_unit : NULL;
}

ShanhaiQuantity *
shanhai_sentence_read_number (const char                *text,
                              gsize                      before,
                              const ShanhaiQuotedNumber *number,
                              const char                *previous,
                              const char                *previous_unit,
                              gsize                     *end)
{
  const char *after = text + number->end, *unit;
  g_autofree char *printed = NULL;
  gsize from, length = 0;

  if (is_date (number, after) || is_ordinal (text, number->start))
    return NULL;
  unit = find_unit (after, previous, previous_unit, &length);
  if (unit == NULL)
    return NULL;
  from = find_qualifier (text, before, number->start);
  printed = g_strndup (text + from, number->end - from);
  *end = number->end + length;

  return shanhai_quantity_parse (printed, unit, NULL);
}

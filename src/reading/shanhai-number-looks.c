/* shanhai-number-looks.c - what looks like a number and is none: other words, torn numbers, dates with spaces. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mention.h"

#define HAN_SOME 0x51e0    /* 几 */
#define HAN_POINT 0x70b9   /* 点 */
#define HAN_DAY 0x65e5     /* 日 */
#define HAN_HOUR 0x65f6    /* 时 */
#define HAN_MINUTE 0x5206  /* 分 */

/* characters of the beginning of a number that a space tore, and that space */
#define MAX_TORN 6

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

static bool
is_formal (guint16 c)
{
  static const guint16 formal[] = { 0x58f9, 0x8d30, 0x53c1, 0x8086, 0x4f0d, 0x9646, 0x67d2, 0x634c, 0x7396 };  /* 壹贰叁肆伍陆柒捌玖 */

  for (guint i = 0; i < G_N_ELEMENTS (formal); i++)
    if (formal[i] == c)
      return true;

  return false;
}

/* 大陆, 队伍: the formal digits are words of their own, where no formal magnitude stands beside them. 零部件: 零 alone counts nothing. */
bool
shanhai_numbers_is_other_word (const ShanhaiLine *line,
                               guint              at)
{
  guint16 c = line->chars[at], next = line->chars[at + 1], before = at > 0 ? line->chars[at - 1] : 0;

  if (c == 0x96f6)
    return !shanhai_is_han_number (next) && next != HAN_SOME && next != HAN_POINT;

  return is_formal (c) && next != 0x62fe && next != 0x4f70 && next != 0x4edf /* 拾佰仟 */ &&
         before != 0x62fe && before != 0x4f70 && before != 0x4edf && (shanhai_is_han (before) || !shanhai_is_han_magnitude (next));
}

/* 投入6 85.5万元, 惠及1 . 3万人: the rest of a number whose beginning stands before a space; rather none than a wrong one */
bool
shanhai_numbers_is_torn (const ShanhaiLine *line,
                         guint              at)
{
  guint i = at;

  if (!line->is_chinese || at < 3 || line->chars[at - 1] != ' ')
    return false;
  i--;
  if (line->chars[i - 1] == '.' && line->chars[i - 2] == ' ')
    i -= 2;
  if (!shanhai_is_digit (line->chars[i - 1]))
    return false;
  while (i > 0 && i + MAX_TORN > at && shanhai_is_digit (line->chars[i - 1]))
    i--;

  return i > 0 && shanhai_is_han (line->chars[i - 1]);
}

/* 17 日, 14 时 35 分: a date or a time of day that is set with spaces */
bool
shanhai_numbers_is_spaced_date (const ShanhaiRules   *rules,
                                const ShanhaiLine    *line,
                                const ShanhaiMention *mention)
{
  const guint start = mention->number, gap = mention->number_end;

  if (mention->measure == NULL || line->chars[gap] != ' ' || mention->measure->length != 1 || mention->value.scale != 0 || mention->value.digits > 59)
    return false;
  if (line->chars[gap + 1] == HAN_DAY)
    {
      const guint before = start > 0 && line->chars[start - 1] == ' ' ? start - 1 : start;

      return mention->value.digits <= 31 && shanhai_rules_match_before (rules, line->chars, line->chars + before, ROLE (LENGTH)) == NULL;
    }

  return line->chars[gap + 1] == HAN_MINUTE && start > 1 && line->chars[start - 1] == ' ' &&
         (line->chars[start - 2] == HAN_HOUR || line->chars[start - 2] == HAN_POINT);
}

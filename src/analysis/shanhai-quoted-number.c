/* shanhai-quoted-number.c - the numbers that a quote prints. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-quoted-number.h"

#include <string.h>

/* no number of a casebook is longer */
#define MAX_DIGITS 40

typedef struct
{
  const char *word;
  int         power;
} PowerWord;

/* a word stands before its own beginnings */
static const PowerWord powers[] = {
  { "万亿", 12 }, { "千万", 7 }, { "百万", 6 }, { "十万", 5 }, { "万", 4 }, { "萬", 4 }, { "千亿", 11 }, { "百亿", 10 }, { "亿", 8 }, { "億", 8 }, { "千", 3 }, { "百", 2 },
  { " trillion", 12 }, { " billion", 9 }, { " million", 6 }, { " thousand", 3 }, { " bn", 9 }, { "bn", 9 },
};

static const char * const more[] = { "余", "多", "几" };

/* the digit at `p`, plain or full-width, or -1 */
static int
get_digit (const char *p)
{
  if (g_ascii_isdigit (*p))
    return *p - '0';
  /* U+FF10 … U+FF19 */
  if ((guchar) p[0] == 0xef && (guchar) p[1] == 0xbc && (guchar) p[2] >= 0x90 && (guchar) p[2] <= 0x99)
    return (guchar) p[2] - 0x90;

  return -1;
}

static const char *
skip_digit (const char *p)
{
  return p + (g_ascii_isdigit (*p) ? 1 : 3);
}

static const char *
skip_prefix (const char *p,
             const char *prefix)
{
  return g_str_has_prefix (p, prefix) ? p + strlen (prefix) : NULL;
}

/* a sign between groups of three digits, with such a group behind it: where the group begins, or NULL */
static const char *
skip_separator (const char *p)
{
  static const char * const signs[] = { ",", "，", "\xe2\x80\x89", "\xe2\x80\xaf", "\xc2\xa0", " ", "'" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *group = skip_prefix (p, signs[i]);
      const char *q = group;
      guint n = 0;

      for (; group != NULL && get_digit (q) >= 0; q = skip_digit (q))
        n++;
      if (n == 3)
        return group;
    }

  return NULL;
}

static const char *
skip_more (const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (g_str_has_prefix (p, more[i]))
      return p + strlen (more[i]);

  return p;
}

/* “70 万元”, “170 多亿元”: many set a space between digits and letters. What stands behind the space stays a unit's where it is no such word. */
static const char *
skip_gap (const char *p)
{
  const char *q = skip_prefix (p, " ");

  if (q == NULL)
    return p;
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    if (*powers[i].word != ' ' && !g_ascii_isalpha (*powers[i].word) && g_str_has_prefix (skip_more (q), powers[i].word))
      return q;

  return p;
}

static const char *
read_number (const char          *start,
             ShanhaiQuotedNumber *out)
{
  char digits[MAX_DIGITS + 2];
  const char *p = start, *behind;
  guint n = 0, n_whole = 0;
  int places = 0, power = 0;
  bool grouped = false, too_long = false;

  for (;;)
    {
      const char *group;

      if (get_digit (p) >= 0)
        {
          too_long |= n >= MAX_DIGITS;
          if (!too_long)
            digits[n++] = (char) ('0' + get_digit (p));
          p = skip_digit (p);
          n_whole++;
          continue;
        }
      group = n_whole <= 3 || grouped ? skip_separator (p) : NULL;
      if (group == NULL)
        break;
      grouped = true;
      p = group;
    }
  behind = skip_prefix (p, ".");
  if (behind == NULL)
    behind = skip_prefix (p, "．");
  if (behind != NULL && get_digit (behind) >= 0)
    {
      if (!too_long)
        digits[n++] = '.';
      for (p = behind; get_digit (p) >= 0; p = skip_digit (p), places++)
        {
          too_long |= n > MAX_DIGITS;
          if (!too_long)
            digits[n++] = (char) ('0' + get_digit (p));
        }
    }
  digits[n] = '\0';

  p = skip_more (skip_gap (p));
  for (guint i = 0; i < G_N_ELEMENTS (powers); i++)
    {
      const char *q = skip_prefix (p, powers[i].word);

      if (q == NULL)
        continue;
      p = skip_more (q);
      power = powers[i].power;
      break;
    }

  *out = (ShanhaiQuotedNumber) { .precision = { 1, 0 } };
  if (too_long || !shanhai_decimal_parse (digits, -1, &out->value) || !shanhai_decimal_shift (&out->value, power, &out->value) ||
      !shanhai_decimal_shift (&out->precision, power - places, &out->precision))
    out->precision.digits = 0;

  return p;
}

guint
shanhai_quoted_numbers_read (const char          *quote,
                             ShanhaiQuotedNumber  out[SHANHAI_MAX_QUOTED_NUMBERS])
{
  guint n = 0;

  for (const char *p = quote; *p != '\0' && n < SHANHAI_MAX_QUOTED_NUMBERS;)
    {
      const char *end;

      if (get_digit (p) < 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      end = read_number (p, &out[n]);
      out[n].start = (gsize) (p - quote);
      out[n].end = (gsize) (end - quote);
      if (out[n].precision.digits != 0)
        n++;
      p = end;
    }

  return n;
}

bool
shanhai_quote_has_number_words (const char *quote)
{
  static const char words[] = "一二两三四五六七八九十百千零〇半成壹贰叁伍拾";

  for (const char *p = quote; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0xe3 && g_utf8_strchr (words, -1, g_utf8_get_char (p)) != NULL)
      return true;

  return false;
}

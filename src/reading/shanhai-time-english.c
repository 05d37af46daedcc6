/* shanhai-time-english.c - times as English says them: since 2016, October 15, 2020. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-time-point.h"

#include <string.h>

/* characters from since to the year that belongs to it */
#define MAX_SINCE 100

bool
shanhai_time_stands_behind (const ShanhaiLine *line,
                            guint              at,
                            const char        *words)
{
  gsize n = strlen (words);

  if (at < n)
    return false;
  for (gsize i = 0; i < n; i++)
    if (line->chars[at - n + i] != (guint16) words[i])
      return false;

  return true;
}

/* between 2017 and 2020, from 2017 to 2020 */
bool
shanhai_time_take_english_dash (const ShanhaiLine *line,
                                guint              start,
                                guint             *at)
{
  static const struct { const char *before, *between; } words[] = { { "between ", " and " }, { "from ", " to " } };

  for (guint k = 0; k < G_N_ELEMENTS (words) && !line->is_chinese; k++)
    {
      guint i = *at;
      const char *p = words[k].between;

      for (; *p != '\0' && line->chars[i] == (guint16) *p; p++)
        i++;
      if (*p == '\0' && shanhai_time_stands_behind (line, start, words[k].before))
        {
          *at = i;
          return true;
        }
    }

  return false;
}

/* since the beginning of the programme in 2016 */
static bool
begins_since (const ShanhaiLine *line,
              guint              at)
{
  guint start = MAX (line->clauses[at], at > MAX_SINCE ? at - MAX_SINCE : 0);

  if (!shanhai_time_stands_behind (line, at, " in ") && !shanhai_time_stands_behind (line, at, " in late ") && !shanhai_time_stands_behind (line, at, " in early "))
    return false;
  for (guint i = at; i > start; i--)
    {
      if (line->marks[i] & SHANHAI_MARK_TIME)
        return false;
      if (shanhai_time_stands_behind (line, i, "since "))
        return i == 6 || !shanhai_is_letter (line->chars[i - 7]);
    }

  return false;
}

/* Where it begins. since 2016, by the end of 2019: English says before a time what Chinese says behind it */
guint
shanhai_time_read_english_prefix (const ShanhaiLine *line,
                                  guint              at,
                                  ShanhaiTimePoint  *point,
                                  bool              *since)
{
  static const struct { const char *words; int first, last; } parts[] = {
    { "first half of ", 1, 6 }, { "second half of ", 7, 12 }, { "first quarter of ", 1, 3 }, { "second quarter of ", 4, 6 }, { "third quarter of ", 7, 9 },
    { "fourth quarter of ", 10, 12 }, { "first three quarters of ", 1, 9 }, { "first nine months of ", 1, 9 }, { "first six months of ", 1, 6 },
    { "first eight months of ", 1, 8 }, { "first ten months of ", 1, 10 }, { "first 10 months of ", 1, 10 }, { "first 11 months of ", 1, 11 },
    { "first eleven months of ", 1, 11 }, { "first three months of ", 1, 3 }, { "first five months of ", 1, 5 }, { "first seven months of ", 1, 7 },
    { "first two months of ", 1, 2 }, { "first four months of ", 1, 4 },
  };

  if (point->is_unknown || point->is_now)
    return at;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (shanhai_time_stands_behind (line, at, parts[i].words) && point->first.month == 0)
      {
        point->first.month = parts[i].first;
        point->last.month = parts[i].last;
        return at - (guint) strlen (parts[i].words);
      }
  if (shanhai_time_stands_behind (line, at, "since ") || begins_since (line, at))
    *since = true;
  else if (shanhai_time_stands_behind (line, at, "end of ") && point->last.day == 0)
    {
      if (point->last.month == 0)
        point->last.month = 12;
      point->last.day = shanhai_time_days_in_month (point->last.year, point->last.month);
      point->first = point->last;
    }

  return at;
}

/* in 2016: a bare year counts behind the words that dates stand behind */
bool
shanhai_time_take_english_year (const ShanhaiLine *line,
                                guint             *at,
                                int               *year)
{
  static const char * const words[] = { "in", "since", "by", "of", "from", "to", "until", "for", "late", "early", "between", "and", "during", "year", "mid", "through", "a" };
  guint i = *at, start = *at;
  char word[12];

  if (line->is_chinese || start < 3 || (line->chars[start - 1] != ' ' && line->chars[start - 1] != '-') || !shanhai_time_take_year_number (line, &i, year) ||
      shanhai_is_letter (line->chars[i]))
    return false;
  for (start -= 1; start > 0 && shanhai_is_letter (line->chars[start - 1]); start--)
    ;
  if (*at - 1 - start >= sizeof word)
    return false;
  for (guint k = start; k < *at - 1; k++)
    word[k - start] = line->chars[k] < 128 ? (char) line->chars[k] : '?';
  word[*at - 1 - start] = '\0';

  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    if (strcmp (words[k], word) == 0)
      {
        *at = i;
        return true;
      }

  return false;
}

/* 24 years, five years */
bool
shanhai_time_take_english_years (const ShanhaiTimes *self,
                                 const ShanhaiLine  *line,
                                 guint              *at,
                                 int                *years)
{
  static const char word[] = " years";
  guint i = *at;

  shanhai_time_skip_spaces (line, &i);
  if (!shanhai_time_take_digits (line, &i, 2, years))
    {
      const ShanhaiRule *rule = shanhai_rules_match (self->rules, line->chars + i, line->n - i, SHANHAI_ROLE_BIT (SHANHAI_ROLE_NUMBER));

      if (rule == NULL)
        return false;
      *years = rule->number;
      i += rule->length;
    }
  for (const char *p = word; *p != '\0'; p++, i++)
    if (line->chars[i] != (guint16) *p)
      return false;

  *at = i;
  return true;
}

/* October 2020; October 15, 2020; 15 October is left with its month alone */
void
shanhai_time_read_english_month (ShanhaiTimes      *self,
                                 const ShanhaiLine *line,
                                 guint             *at,
                                 int                month,
                                 ShanhaiTimePoint  *point)
{
  ShanhaiDay day = { 0, month, 0 };
  guint i = *at;
  int number, year, to = 0;

  if (line->chars[i] == '.')
    i++;
  shanhai_time_skip_spaces (line, &i);
  if (shanhai_time_take_digits (line, &i, 2, &number) && number >= 1 && number <= 31)
    {
      day.day = number;
      *at = i;
      /* November 1-3 */
      if ((line->chars[i] == '-' || line->chars[i] == 0x2014) && shanhai_is_digit (line->chars[i + 1]))
        {
          i++;
          if (shanhai_time_take_digits (line, &i, 2, &to))
            *at = i;
        }
      i = *at;
    }
  else
    i = *at;

  if (line->chars[i] == ',')
    i++;
  shanhai_time_skip_spaces (line, &i);
  if (shanhai_time_take_year_number (line, &i, &year))
    {
      day.year = year;
      *at = i;
      point->has_year = true;
    }
  else
    day.year = shanhai_time_guess_year (self, &day);

  if (day.day > 0 && day.year > 0 && !shanhai_time_is_day (&day))
    day.day = to = 0;
  shanhai_time_set_day (point, day);
  if (to > day.day && day.year > 0)
    {
      point->last.day = to;
      if (!shanhai_time_is_day (&point->last))
        point->last = point->first;
    }
}

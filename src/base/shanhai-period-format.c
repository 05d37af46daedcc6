/* shanhai-period-format.c - periods in the words of a language: end of 2019, 2019年底. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two languages differ in the order of words, not only in the words, so each has its own functions. What they write for a date, a
 * span or an open span, shanhai_period_parse_people() reads. */

#include "shanhai-period-private.h"

static const char * const english_months[] = {
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};
static const char * const english_seasons[] = { "spring", "summer", "autumn", "winter" };
static const char * const chinese_seasons[] = { "春季", "夏季", "秋季", "冬季" };

static bool
is_date (const ShanhaiMoment *moment)
{
  return moment->kind != SHANHAI_MOMENT_OPEN && moment->kind != SHANHAI_MOMENT_UNKNOWN;
}

/* A stock figure is as of the last day of a year so often that this day has words of its own. */
static bool
is_end_of_year (const ShanhaiMoment *moment)
{
  return moment->kind == SHANHAI_MOMENT_DAY && moment->month == 12 && moment->day == 31;
}

/* Year 0 of EDTF is 1 BC. */
static void
append_english_year (GString *text,
                     gint64   year)
{
  if (year > 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT " BC", 1 - year);
}

static void
append_chinese_year (GString *text,
                     gint64   year)
{
  if (year > 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, year);
  else
    g_string_append_printf (text, "公元前%" G_GINT64_FORMAT, 1 - year);
}

static void
append_english_moment (GString             *text,
                       const ShanhaiMoment *moment)
{
  if (moment->uncertain)
    g_string_append (text, "perhaps ");
  if (moment->approximate)
    g_string_append (text, "about ");

  switch (moment->kind)
    {
    case SHANHAI_MOMENT_DECADE:
      append_english_year (text, moment->year > 0 ? moment->year : moment->year + 9);
      g_string_append (text, moment->year > 0 ? "s" : " decade");
      return;

    case SHANHAI_MOMENT_CENTURY:
      append_english_year (text, moment->year);
      g_string_append (text, "–");
      append_english_year (text, moment->year + 99);
      return;

    case SHANHAI_MOMENT_SOME_MONTH:
      g_string_append (text, "a month of ");
      break;

    case SHANHAI_MOMENT_SOME_DAY:
      g_string_append_printf (text, "a day of %s ", english_months[moment->month - 1]);
      break;

    case SHANHAI_MOMENT_SOME_DAY_OF_YEAR:
      g_string_append (text, "a day of ");
      break;

    case SHANHAI_MOMENT_SEASON:
      g_string_append_printf (text, "%s ", english_seasons[moment->month - 21]);
      break;

    case SHANHAI_MOMENT_MONTH:
      g_string_append_printf (text, "%s ", english_months[moment->month - 1]);
      break;

    case SHANHAI_MOMENT_DAY:
    case SHANHAI_MOMENT_TIME:
      if (is_end_of_year (moment))
        g_string_append (text, "end of ");
      else
        g_string_append_printf (text, "%d %s ", moment->day, english_months[moment->month - 1]);
      break;

    case SHANHAI_MOMENT_OPEN:
    case SHANHAI_MOMENT_UNKNOWN:
    case SHANHAI_MOMENT_YEAR:
    default:
      break;
    }

  append_english_year (text, moment->year);
  if (moment->kind == SHANHAI_MOMENT_TIME)
    g_string_append_printf (text, ", %02d:%02d", moment->hour, moment->minute);
}

/* `bare` leaves out the 年 of a year, for 2014—2020年 */
static void
append_chinese_moment (GString             *text,
                       const ShanhaiMoment *moment,
                       bool                 bare)
{
  append_chinese_year (text, moment->kind == SHANHAI_MOMENT_DECADE && moment->year < 0 ? moment->year + 9 : moment->year);

  if (!bare && moment->kind != SHANHAI_MOMENT_DECADE && moment->kind != SHANHAI_MOMENT_CENTURY)
    g_string_append (text, "年");

  switch (moment->kind)
    {
    case SHANHAI_MOMENT_DECADE:
      g_string_append (text, "年代");
      break;

    case SHANHAI_MOMENT_CENTURY:
      g_string_append (text, "—");
      append_chinese_year (text, moment->year + 99);
      g_string_append (text, "年");
      break;

    case SHANHAI_MOMENT_SOME_MONTH:
      g_string_append (text, "某月");
      break;

    case SHANHAI_MOMENT_SOME_DAY:
      g_string_append_printf (text, "%d月某日", moment->month);
      break;

    case SHANHAI_MOMENT_SOME_DAY_OF_YEAR:
      g_string_append (text, "某日");
      break;

    case SHANHAI_MOMENT_SEASON:
      g_string_append (text, chinese_seasons[moment->month - 21]);
      break;

    case SHANHAI_MOMENT_MONTH:
      g_string_append_printf (text, "%d月", moment->month);
      break;

    case SHANHAI_MOMENT_DAY:
    case SHANHAI_MOMENT_TIME:
      if (is_end_of_year (moment))
        g_string_append (text, "底");
      else
        g_string_append_printf (text, "%d月%d日", moment->month, moment->day);
      if (moment->kind == SHANHAI_MOMENT_TIME)
        g_string_append_printf (text, "%02d:%02d", moment->hour, moment->minute);
      break;

    case SHANHAI_MOMENT_OPEN:
    case SHANHAI_MOMENT_UNKNOWN:
    case SHANHAI_MOMENT_YEAR:
    default:
      break;
    }

  if (moment->approximate)
    g_string_append (text, "前后");
  if (moment->uncertain)
    g_string_append (text, "（存疑）");
}

static void
append_english (GString             *text,
                const ShanhaiPeriod *self)
{
  const ShanhaiMoment *start = &self->start;
  const ShanhaiMoment *end = &self->end;

  if (!self->is_span)
    {
      append_english_moment (text, start);
    }
  else if (!is_date (start))
    {
      g_string_append (text, is_end_of_year (end) && !end->uncertain && !end->approximate ? "up to the " : "up to ");
      append_english_moment (text, end);
    }
  else if (!is_date (end))
    {
      g_string_append (text, is_end_of_year (start) && !start->uncertain && !start->approximate ? "since the " : "since ");
      append_english_moment (text, start);
    }
  else
    {
      append_english_moment (text, start);
      /* bare years stand close, anything with a space inside keeps its distance */
      g_string_append (text, start->kind == SHANHAI_MOMENT_YEAR && end->kind == SHANHAI_MOMENT_YEAR &&
                             !end->approximate && !end->uncertain ? "–" : " – ");
      append_english_moment (text, end);
    }
}

static void
append_chinese (GString             *text,
                const ShanhaiPeriod *self)
{
  const ShanhaiMoment *start = &self->start;
  const ShanhaiMoment *end = &self->end;

  if (!self->is_span)
    {
      append_chinese_moment (text, start, false);
    }
  else if (!is_date (start))
    {
      g_string_append (text, "截至");
      append_chinese_moment (text, end, false);
    }
  else if (!is_date (end))
    {
      append_chinese_moment (text, start, false);
      g_string_append (text, "以来");
    }
  else
    {
      bool years = start->kind == SHANHAI_MOMENT_YEAR && end->kind == SHANHAI_MOMENT_YEAR;

      append_chinese_moment (text, start, years && !start->approximate && !start->uncertain);
      g_string_append (text, "—");
      append_chinese_moment (text, end, false);
    }
}

/**
 * shanhai_period_format:
 *
 * Returns: (transfer full): the period as people of that language write it
 */
char *
shanhai_period_format (const ShanhaiPeriod *self,
                       ShanhaiLanguage      language)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  if (language == SHANHAI_LANGUAGE_CHINESE)
    append_chinese (text, self);
  else
    append_english (text, self);

  return g_string_free (text, FALSE);
}

/* shanhai-plan.c - whether a figure is planned. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word that plans (计划, 力争, will) speaks for all that follows it in its sentence, until another says that something is done. A few stand
 * behind the figure: 12 specialists are expected to come. Words are in data/reading/qualifiers.txt. */

#include "shanhai-plan.h"

/* characters before a figure in which a word may plan it, and behind it */
#define MAX_BEFORE 160
#define MAX_BEHIND 12
#define MAX_BEHIND_LATIN 40
/* times that are only compared with, one after the other */
#define MAX_COMPARED 8

static bool
is_over (const ShanhaiTimes *times,
         const ShanhaiDay   *day)
{
  const ShanhaiDay *today = &times->today;

  if (today->year == 0 || day->year == 0)
    return false;
  if (day->year != today->year)
    return day->year < today->year;

  return day->month > 0 && today->month > 0 && day->month < today->month;
}

/* 计划投资3亿元，去年完成1亿元: a time that is over, in a clause of its own, ends the plan */
static bool
is_past_between (const ShanhaiTimes *times,
                 const ShanhaiLine  *line,
                 guint               start,
                 guint               end)
{
  for (guint i = shanhai_times_count_before (times, end), n = 0; i > 0 && n < MAX_COMPARED; i--, n++)
    {
      const ShanhaiTime *time = &g_array_index (times->times, ShanhaiTime, i - 1);

      if (time->start < start)
        return false;
      if (!time->is_compared && !time->is_inner)
        return line->clauses[time->start] != line->clauses[start] && is_over (times, &time->last);
    }

  return false;
}

/* the word before the figure that plans it; G_MAXUINT for none */
static guint
find_before (const ShanhaiLine    *line,
             const ShanhaiMention *mention)
{
  guint start = MAX (line->sentences[mention->number], mention->number > MAX_BEFORE ? mention->number - MAX_BEFORE : 0);
  guint found = G_MAXUINT, denied = 0;

  for (guint i = shanhai_line_find_hit (line, start); i < line->hits->len; i++)
    {
      const ShanhaiHit *hit = &g_array_index (line->hits, ShanhaiHit, i);

      if (hit->start >= mention->number)
        break;
      if (hit->rule->role == SHANHAI_ROLE_NO_PLAN)
        {
          denied = hit->end;
          /* what is done ends every plan, the name of a plan only the word that it begins with: hits at one place are in order of length */
          if ((hit->rule->flags & SHANHAI_RULE_BARE) || found == hit->start)
            found = G_MAXUINT;
        }
      else if (hit->rule->role == SHANHAI_ROLE_PLAN && hit->start >= denied && hit->end <= mention->number && found == G_MAXUINT)
        found = hit->start;
    }

  return found;
}

/* 12 specialists are expected to come, 12名医生将于5月到岗 */
static bool
is_planned_behind (const ShanhaiLine    *line,
                   const ShanhaiMention *mention)
{
  guint end = mention->end + (line->is_chinese ? MAX_BEHIND : MAX_BEHIND_LATIN);

  for (guint i = shanhai_line_find_hit (line, mention->end); i < line->hits->len; i++)
    {
      const ShanhaiHit *hit = &g_array_index (line->hits, ShanhaiHit, i);

      if (hit->start >= end || hit->start >= line->n || line->clauses[hit->start] != line->clauses[mention->number])
        return false;
      if (hit->rule->role == SHANHAI_ROLE_PLAN && (hit->rule->flags & SHANHAI_RULE_NEXT))
        return true;
    }

  return false;
}

/* 到2025年底，265家企业…: what is dated later than the text is planned, whatever the words */
static bool
has_future (const ShanhaiTimes   *times,
            const ShanhaiLine    *line,
            const ShanhaiMention *mention)
{
  for (guint i = shanhai_times_count_before (times, mention->number), n = 0; i > 0 && n < MAX_COMPARED; i--, n++)
    {
      const ShanhaiTime *time = &g_array_index (times->times, ShanhaiTime, i - 1);

      if (time->start < line->sentences[mention->number])
        return false;
      if (!time->is_compared)
        return shanhai_times_is_to_come (times, time);
    }

  return false;
}

bool
shanhai_plan_holds (const ShanhaiTimes   *times,
                    const ShanhaiLine    *line,
                    const ShanhaiMention *mention,
                    bool                  has_words)
{
  guint before = has_words ? find_before (line, mention) : G_MAXUINT;

  if (before != G_MAXUINT)
    return !is_past_between (times, line, before, mention->number);

  return (has_words && is_planned_behind (line, mention)) || has_future (times, line, mention);
}

bool
shanhai_plan_has_words (const ShanhaiLine *line)
{
  for (guint i = 0; i < line->hits->len; i++)
    if (g_array_index (line->hits, ShanhaiHit, i).rule->role == SHANHAI_ROLE_PLAN)
      return true;

  return false;
}

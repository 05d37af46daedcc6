/* shanhai-when.c - gives each figure of a line its time. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time named last before it in its sentence; where none is, the one with which an earlier sentence of the paragraph began (2019年，…).
 * Two figures of a change, 从2013年底的A减少到2019年底的B, leave a pair of times behind for the changes that follow without dates. */

#include "shanhai-mention.h"
#include "shanhai-topic.h"

/* characters before a figure that are searched for a word */
#define REACH 40
/* characters behind an English figure in which its time stands */
#define REACH_BEHIND 90
/* times that share one sentence among its figures */
#define MAX_EACH 12
/* times that are only compared with, one after the other */
#define MAX_COMPARED 8

typedef struct
{
  ShanhaiTimes          *times;
  const ShanhaiLine     *line;
  guint                  n_times;    /* times that begin before the figure */
  guint                  sentence;   /* of the figure */
  ShanhaiTopic           topic;      /* what the paragraph speaks of */
  const char            *from;       /* the pair, and what lies between; NULL for none */
  const char            *to;
  const char            *between;
  const ShanhaiTime     *to_time;    /* (nullable): where `to` was named */
  const ShanhaiTime     *used;       /* by the figure before */
  const ShanhaiTime     *behind;     /* (nullable): that stood behind the figure before */
  const ShanhaiMention  *previous;
} When;

static const ShanhaiTime *
get_time (const When *self,
          guint       index)
{
  return &g_array_index (self->times->times, ShanhaiTime, index);
}

/* the last of the first `n` times that a figure of this sentence can have */
static const ShanhaiTime *
find_time (const When *self,
           guint       n,
           guint       at)
{
  for (guint steps = 0; n > 0 && steps < MAX_COMPARED; n--, steps++)
    {
      const ShanhaiTime *time = get_time (self, n - 1);

      if (self->line->sentences[time->start] != self->sentence)
        return NULL;
      if (!time->is_compared && (!time->is_inner || time->end + 2 >= at))
        return time;
    }

  return NULL;
}

static bool
clause_has_total (const When           *self,
                  const ShanhaiMention *mention,
                  bool                  changes)
{
  static const guint16 words[][2] = { { 0x7d2f, 0x8ba1 } /* 累计 */, { 0x5e74, 0x5747 } /* 年均 */, { 0x51cf, 0x5c11 } /* 减少 */,
                                      { 0x51cf, 0x8d2b } /* 减贫 */, { 0x589e, 0x52a0 } /* 增加 */,
                                      { 0x589e, 0x957f } /* 增长 */ };
  const guint16 *chars = self->line->chars;
  guint at = mention->number, start = self->line->clauses[at];

  if (at - start > REACH)
    start = at - REACH;
  for (guint i = start; i + 1 < at; i++)
    for (guint k = 0; k < (changes ? G_N_ELEMENTS (words) : 1); k++)
      if (chars[i] == words[k][0] && chars[i + 1] == words[k][1])
        return true;

  return false;
}

static void
begin_sentence (When                 *self,
                const ShanhaiMention *mention)
{
  self->sentence = self->line->sentences[mention->number];
  self->used = NULL;
  shanhai_topic_enter (&self->topic, self->sentence);

  /* 各单位累计…: a total has its own time, which isn't said */
  if (!(self->topic.n < self->times->times->len && get_time (self, self->topic.n)->start < mention->number) && clause_has_total (self, mention, false))
    self->topic.text = NULL;
}

/* (nullable): the time that is to come in the clause, where the sentence has no other: 15 doctors performed 412 operations last year */
static const ShanhaiTime *
get_only_time (const When           *self,
               const ShanhaiMention *mention)
{
  const ShanhaiTime *only = NULL;

  if (find_time (self, self->n_times, G_MAXUINT) != NULL)
    return NULL;
  for (guint i = self->n_times; i < self->times->times->len && i < self->n_times + MAX_COMPARED; i++)
    {
      const ShanhaiTime *time = get_time (self, i);

      if (self->line->sentences[time->start] != self->sentence)
        break;
      if (only != NULL && !time->is_compared)
        return NULL;
      if (!time->is_compared)
        only = time;
    }

  return only != NULL && self->line->clauses[only->start] == self->line->clauses[mention->number] ? only : NULL;
}

/* fell from 23.6 percent in 2016 to 0.8 percent in 2019: English says it behind the figure */
static const ShanhaiTime *
find_time_behind (const When           *self,
                  const ShanhaiMention *mention,
                  const ShanhaiMention *next)
{
  const ShanhaiTime *time;

  /* 12.8%（2014年） */
  if (self->n_times < self->times->times->len && self->line->chars[mention->end] == '(' && get_time (self, self->n_times)->start == mention->end + 1 &&
      !get_time (self, self->n_times)->is_compared)
    return get_time (self, self->n_times);
  if (self->line->is_chinese || self->n_times >= self->times->times->len)
    return NULL;
  time = get_only_time (self, mention);
  if (time != NULL)
    return time;
  time = get_time (self, self->n_times);
  if (time->is_compared || time->start > mention->end + REACH_BEHIND || self->line->sentences[time->start] != self->sentence ||
      self->line->clauses[time->start] != self->line->clauses[mention->number] || (next != NULL && next->start < time->start))
    return NULL;

  return time;
}

static void
set_pair (When              *self,
          const ShanhaiTime *from,
          const ShanhaiTime *to)
{
  self->from = from->text;
  self->to = to->text;
  self->between = shanhai_times_span (self->times, from, to);
  self->to_time = to;
}

/* 2013—2018年，收入由2146元提高到9872元: the first at the beginning, the second at the end */
static void
take_span (When              *self,
           const ShanhaiTime *time)
{
  if (!time->is_between || self->to_time == time)
    return;

  self->from = shanhai_times_day (self->times, &time->first);
  self->to = shanhai_times_day (self->times, &time->last);
  self->between = time->text;
  self->to_time = time;
}

/* 2200公里外: how far it is at all times */
static bool
is_lasting (const ShanhaiMention *mention)
{
  return mention->kind == SHANHAI_READ_FIGURE_OTHER && (g_strcmp0 (mention->unit, "km") == 0 || g_strcmp0 (mention->unit, "m") == 0);
}

static const char *
find_period (When                 *self,
             const ShanhaiMention *mention,
             const ShanhaiMention *next)
{
  bool starts_change = next != NULL && next->link == SHANHAI_LINK_CHANGE;
  const ShanhaiTime *behind = find_time_behind (self, mention, next);
  const ShanhaiTime *time = find_time (self, self->n_times, mention->start);
  const ShanhaiTime *used = self->used;

  if (is_lasting (mention))
    return NULL;
  /* 由2014年的3.2万户12.8万人 */
  if ((mention->link == SHANHAI_LINK_ABUT || mention->link == SHANHAI_LINK_SAME) && self->previous != NULL)
    return self->previous->period;

  self->used = time;
  if (behind != NULL)
    {
      if (mention->link == SHANHAI_LINK_CHANGE && self->behind != NULL)
        set_pair (self, self->behind, behind);
      self->behind = behind;
      return behind->text;
    }
  self->behind = NULL;
  if (starts_change && time != NULL)
    take_span (self, time);
  if (mention->link == SHANHAI_LINK_CHANGE && self->previous != NULL)
    {
      if (time != NULL && used != NULL && time != used)
        {
          set_pair (self, used, time);
          return time->text;
        }
      /* 2019年由上年的3.9%降到1.1%: the first figure's own date isn't the second's */
      if (time != NULL && time == used && time->end + 1 >= self->previous->start)
        {
          const ShanhaiTime *outer = find_time (self, self->n_times - 1, mention->start);

          if (outer != NULL)
            return outer->text;
        }
      if (self->to != NULL && (time == NULL || time == self->to_time))
        return self->to;
    }
  else if (self->to != NULL && (time == NULL || time == self->to_time))
    {
      if (starts_change)
        return self->from;
      if (clause_has_total (self, mention, true))
        return self->between;
    }

  return time != NULL ? time->text : self->topic.text;
}

/* whether nothing but commas stands between the two times */
static bool
follows_at_once (const ShanhaiLine *line,
                 const ShanhaiTime *first,
                 const ShanhaiTime *second)
{
  for (guint i = first->end; i < second->start; i++)
    if (line->chars[i] != 0x3001 && line->chars[i] != ' ' && line->chars[i] != 0x548c && line->chars[i] != 0x4e0e && line->chars[i] != 0x53ca)
      return false;

  return second->start <= first->end + 3 && second->start > first->end;
}

static bool
has_each (const ShanhaiLine *line,
          guint              start,
          guint              end)
{
  for (guint i = start; i + 1 < end; i++)
    if (line->chars[i] == 0x5206 && line->chars[i + 1] == 0x522b)  /* 分别 */
      return true;

  return false;
}

/* 2017年、2018年、2019年分别投入3亿元、4亿元、5亿元: the figures from *at on, up to `end`, take the `n` times in turn, as long as they count the same */
static void
deal_out (const When        *self,
          const ShanhaiTime *times,
          guint              n,
          GArray            *mentions,
          guint             *at,
          guint              end)
{
  const ShanhaiMention *leader = NULL;

  for (guint turn = 0; *at < mentions->len; ++*at)
    {
      ShanhaiMention *mention = &g_array_index (mentions, ShanhaiMention, *at);

      if (mention->is_dropped)
        continue;
      if (mention->number >= end || self->line->sentences[mention->number] != self->line->sentences[times->start])
        return;
      if (turn % n == 0)
        leader = mention;
      else if (mention->unit != leader->unit)
        return;
      mention->period = times[turn++ % n].text;
    }
}

static void
resolve_each (const When *self,
              GArray     *mentions)
{
  const GArray *all = self->times->times;

  for (guint i = 0, at = 0; i < all->len;)
    {
      const ShanhaiTime *times = get_time (self, i);
      guint n = 1, end;

      while (i + n < all->len && n < MAX_EACH && follows_at_once (self->line, &times[n - 1], &times[n]))
        n++;
      i += n;
      if (n < 2)
        continue;
      while (at < mentions->len && g_array_index (mentions, ShanhaiMention, at).number < times[n - 1].end)
        at++;
      end = i < all->len ? get_time (self, i)->start : self->line->n;
      if (at < mentions->len && has_each (self->line, times[n - 1].end, MIN (g_array_index (mentions, ShanhaiMention, at).start, times[n - 1].end + REACH)))
        deal_out (self, times, n, mentions, &at, end);
    }
}

/* (nullable): the figure that follows; the same amount in other money is none */
static const ShanhaiMention *
get_next (const GArray *mentions,
          guint         index)
{
  for (guint i = index + 1; i < mentions->len; i++)
    {
      const ShanhaiMention *mention = &g_array_index (mentions, ShanhaiMention, i);

      if (!mention->is_dropped && mention->link != SHANHAI_LINK_SAME)
        return mention;
    }

  return NULL;
}

void
shanhai_when_resolve (ShanhaiTimes      *times,
                      const ShanhaiLine *line,
                      GArray            *mentions)
{
  When self = { .times = times, .line = line, .sentence = G_MAXUINT };

  shanhai_topic_begin (&self.topic, times, line);

  for (guint i = 0; i < mentions->len; i++)
    {
      ShanhaiMention *mention = &g_array_index (mentions, ShanhaiMention, i);

      if (mention->is_dropped)
        continue;
      if (line->sentences[mention->number] != self.sentence)
        begin_sentence (&self, mention);
      while (self.n_times < times->times->len && get_time (&self, self.n_times)->start < mention->number)
        self.n_times++;
      mention->period = find_period (&self, mention, get_next (mentions, i));
      self.previous = mention;
    }
  resolve_each (&self, mentions);
}

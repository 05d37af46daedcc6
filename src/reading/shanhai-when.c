/* shanhai-when.c - gives each figure of a line its time. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The time named last before it in its sentence; where none is, the one with which an earlier sentence of the paragraph began (2019年，…).
 * Two figures of a change, 从2013年底的A减少到2019年底的B, leave a pair of times behind for the changes that follow without dates. */

#include "shanhai-mention.h"

/* characters before a figure that are searched for a word */
#define REACH 40
/* times that are only compared with, one after the other */
#define MAX_COMPARED 8

typedef struct
{
  ShanhaiTimes          *times;
  const ShanhaiLine     *line;
  guint                  n_times;    /* times that begin before the figure */
  guint                  n_topics;   /* times of earlier sentences, asked for the topic */
  guint                  sentence;   /* of the figure */
  const char            *topic;      /* what the paragraph speaks of */
  const ShanhaiTime     *from;       /* the pair */
  const ShanhaiTime     *to;
  const ShanhaiTime     *used;       /* by the figure before */
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
                                      { 0x51cf, 0x8d2b } /* 减贫 */, { 0x589e, 0x52a0 } /* 增加 */ };
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
  guint n = self->times->times->len;

  self->sentence = self->line->sentences[mention->number];
  self->used = NULL;
  while (self->n_topics < n && get_time (self, self->n_topics)->start < self->sentence)
    {
      const ShanhaiTime *time = get_time (self, self->n_topics++);

      /* 2016年，…实现“十三五”良好开局: a plan's name is no new time */
      if (!time->is_compared && (time->is_topic || !time->is_inner))
        self->topic = time->is_topic ? time->text : time->is_span ? self->topic : self->times->section;
    }

  /* 各单位累计…: a total has its own time, which isn't said */
  if (!(self->n_topics < n && get_time (self, self->n_topics)->start < mention->number) && clause_has_total (self, mention, false))
    self->topic = NULL;
}

/* fell from 23.6 percent in 2016 to 0.8 percent in 2019: English says it behind the figure */
static const ShanhaiTime *
find_time_behind (const When           *self,
                  const ShanhaiMention *mention,
                  const ShanhaiMention *next)
{
  const ShanhaiTime *time;

  /* 12.8%（2014年） */
  if (self->n_times < self->times->times->len && self->line->chars[mention->end] == '(' && get_time (self, self->n_times)->start == mention->end + 1)
    return get_time (self, self->n_times);
  if (self->line->is_chinese || self->n_times >= self->times->times->len)
    return NULL;
  time = get_time (self, self->n_times);
  if (time->start > mention->end + REACH || self->line->sentences[time->start] != self->sentence || self->line->clauses[time->start] != self->line->clauses[mention->number] ||
      (next != NULL && next->start < time->start))
    return NULL;

  return time;
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

  /* 由2014年的3.2万户12.8万人 */
  if (mention->link == SHANHAI_LINK_ABUT && self->previous != NULL)
    return self->previous->period;

  self->used = time;
  if (behind != NULL)
    return behind->text;
  if (mention->link == SHANHAI_LINK_CHANGE && self->previous != NULL)
    {
      if (time != NULL && used != NULL && time != used)
        {
          self->from = used;
          self->to = time;
          return time->text;
        }
      /* 2019年由上年的3.9%降到1.1%: the first figure's own date isn't the second's */
      if (time != NULL && time == used && time->end + 1 >= self->previous->start)
        {
          const ShanhaiTime *outer = find_time (self, self->n_times - 1, mention->start);

          if (outer != NULL)
            return outer->text;
        }
      if (self->to != NULL && (time == NULL || time == self->to))
        return self->to->text;
    }
  else if (self->to != NULL && (time == NULL || time == self->to))
    {
      if (starts_change)
        return self->from->text;
      if (clause_has_total (self, mention, true))
        return shanhai_times_span (self->times, self->from, self->to);
    }

  return time != NULL ? time->text : self->topic;
}

void
shanhai_when_resolve (ShanhaiTimes      *times,
                      const ShanhaiLine *line,
                      GArray            *mentions)
{
  When self = { .times = times, .line = line, .sentence = G_MAXUINT, .topic = times->section };
  ShanhaiMention *mention = NULL;

  /* one figure behind, so that it is known whether a change follows */
  for (guint i = 0; i <= mentions->len; i++)
    {
      ShanhaiMention *next = i < mentions->len ? &g_array_index (mentions, ShanhaiMention, i) : NULL;

      if (next != NULL && next->is_dropped)
        continue;
      if (mention != NULL)
        {
          if (line->sentences[mention->number] != self.sentence)
            begin_sentence (&self, mention);
          while (self.n_times < times->times->len && get_time (&self, self.n_times)->start < mention->number)
            self.n_times++;
          mention->period = find_period (&self, mention, next);
          self.previous = mention;
        }
      mention = next;
    }
}

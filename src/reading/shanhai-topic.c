/* shanhai-topic.c - the time that a paragraph speaks of. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time at the head of a sentence (2019年，…) speaks for the sentences that follow, until one names another or is about something that goes on now.
 * The items of a list (一是…二是…) return to the time with which the paragraph began. */

#include "shanhai-topic.h"

/* characters of a sentence that are searched for a word that ends the topic */
#define REACH 60

#define ROLE(role) SHANHAI_ROLE_BIT (SHANHAI_ROLE_ ## role)

static const ShanhaiTime *
get_time (const ShanhaiTopic *self,
          guint               index)
{
  return &g_array_index (self->times->times, ShanhaiTime, index);
}

void
shanhai_topic_begin (ShanhaiTopic       *self,
                     const ShanhaiTimes *times,
                     const ShanhaiLine  *line)
{
  *self = (ShanhaiTopic) { .times = times, .line = line, .text = times->section };
}

static void
drop (ShanhaiTopic *self)
{
  self->text = self->times->section;
  self->time = NULL;
}

/* a time that an earlier sentence names */
static void
pass (ShanhaiTopic      *self,
      const ShanhaiTime *time)
{
  if (time->is_compared)
    return;
  self->last = time;
  /* 截至目前，…: of this sentence alone; what comes next tells its own */
  if (time->is_topic && time->is_passing)
    drop (self);
  else if (time->is_topic)
    {
      self->text = time->text;
      self->time = time;
      if (self->opening == NULL && self->line->sentences[time->start] == 0 && !time->is_passing)
        self->opening = time->text;
    }
  /* a plan's name is no new time (2016年，…实现“十三五”良好开局), and 目前 in the middle of a sentence holds for its clause */
  else if (!time->is_inner && !time->is_span && !time->is_passing)
    drop (self);
}

static bool
has_word (const ShanhaiTopic *self,
          guint               start,
          guint64             roles)
{
  guint end = MIN (self->line->n, start + REACH);

  for (guint i = start; i < end && self->line->sentences[i] == start; i++)
    if ((shanhai_chars[self->line->chars[i]].roles & roles) && shanhai_rules_match (self->times->rules, self->line->chars + i, end - i, roles) != NULL)
      return true;

  return false;
}

static guint
skip_edge (const ShanhaiLine *line,
           guint              at)
{
  while (line->chars[at] == ' ' || line->chars[at] == 0x201d)
    at++;

  return at;
}

/* 一是, 第二, 其三 */
static bool
is_item (const ShanhaiLine *line,
         guint              at)
{
  const guint16 *c = line->chars + at;

  if (shanhai_is_han_digit (c[0]))
    return c[1] == 0x662f /* 是 */ || c[1] == 0x6765 /* 来 */;

  return (c[0] == 0x7b2c /* 第 */ || c[0] == 0x5176 /* 其 */) && shanhai_is_han_digit (c[1]) && (c[2] == ',' || c[2] == 0x3001 || c[2] == 0x662f);
}

/* 二是聚焦就业。帮助就业385人: the sentence, or the one before, begins an item, and no time was named since */
static bool
follows_item (const ShanhaiTopic *self,
              guint               sentence)
{
  guint before = sentence > 0 ? self->line->sentences[sentence - 1] : 0;

  return is_item (self->line, skip_edge (self->line, sentence)) ||
         (is_item (self->line, skip_edge (self->line, before)) && (self->last == NULL || self->last->start < before));
}

void
shanhai_topic_enter (ShanhaiTopic *self,
                     guint         sentence)
{
  const ShanhaiLine *line = self->line;
  guint start = skip_edge (line, sentence);
  const ShanhaiRule *rule;

  while (self->n < self->times->times->len && get_time (self, self->n)->start < sentence)
    pass (self, get_time (self, self->n++));

  if (self->opening != NULL && follows_item (self, sentence))
    self->text = self->opening;
  rule = shanhai_rules_match (self->times->rules, line->chars + start, line->n - start, ROLE (FOLLOWS));
  if (rule != NULL && self->last != NULL && sentence > 0 && line->sentences[self->last->start] == line->sentences[sentence - 1] && !self->last->is_passing)
    self->text = self->last->text;
  if (self->time != NULL && self->text == self->time->text &&
      (has_word (self, sentence, ROLE (ONGOING)) || shanhai_times_is_to_come (self->times, self->time)))
    drop (self);
}

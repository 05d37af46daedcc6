/* shanhai-reading.c - the figures that a text holds. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line by line: fold, mark times and traps, find numbers, find what they count, give each a time and a kind. */

#include "shanhai-reading.h"

#include <stdlib.h>
#include <string.h>

#include "shanhai-mention.h"
#include "shanhai-plan.h"

/* where a text says its date: in this many lines at its beginning, or in the last bytes */
#define HEAD_LINES 16
#define MAX_HEAD_BYTES 8000
#define TAIL_BYTES 400
/* characters of a line that is a heading, not a paragraph */
#define MAX_HEADING 90
/* characters before the date of a dateline */
#define MAX_DATELINE 40
/* characters of a headline */
#define MAX_HEADLINE 60

/* characters with which a figure can begin */
#define FIGURE_CLASSES (SHANHAI_CHAR_NUMBER | SHANHAI_CHAR_SHARE)

struct _ShanhaiReading
{
  GArray       *figures;   /* ShanhaiReadFigure */
  GStringChunk *strings;
  const char   *published;
};

typedef struct
{
  ShanhaiReading     *reading;
  const ShanhaiRules *rules;
  const char         *text;
  gsize               length;
  ShanhaiLine         line;
  ShanhaiTimes        times;
  GArray             *mentions;   /* ShanhaiMention */
  bool                has_plan;      /* a word of the line plans */
  bool                has_headline;  /* or the line where one would stand is read */
} Reader;

/* 海东日报2022年7月13日讯, LHASA, Aug. 28, 2024 (Xinhua) --: the first paragraph begins with where and when it was sent from */
static bool
is_dateline (const ShanhaiLine *line,
             const ShanhaiTime *time)
{
  guint at = time->end;

  if (time->start > MAX_DATELINE)
    return false;
  while (line->chars[at] == ' ')
    at++;
  if (line->is_chinese)
    return line->chars[at] == 0x8baf /* 讯 */ || line->chars[at] == 0x7535 /* 电 */ || (line->chars[at] == 0x516c && line->chars[at + 1] == 0x544a) /* 公告 */;

  return line->chars[at] == '(' || line->chars[at] == 0x2014 || (line->chars[at] == '-' && line->chars[at + 1] == '-');
}

/* a line that can say when the text was published: a heading, or a line of source and editor */
static bool
is_heading (const ShanhaiLine *line,
            const ShanhaiTime *time)
{
  static const guint16 words[][2] = { { 0x6765, 0x6e90 } /* 来源 */, { 0x53d1, 0x5e03 } /* 发布 */, { 0x7f16, 0x8f91 } /* 编辑 */,
                                      { 0x65e5, 0x671f } /* 日期 */, { 0x65f6, 0x95f4 } /* 时间 */ };
  guint from = time->start > MAX_HEADING ? time->start - MAX_HEADING : 0, to = MIN (line->n, time->end + MAX_HEADING);

  for (guint i = from; i + 1 < to; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      if (line->chars[i] == words[k][0] && line->chars[i + 1] == words[k][1])
        return true;

  if (line->n > MAX_HEADING)
    return false;
  for (guint i = 0; i < line->n; i++)
    if (line->chars[i] == 0x3002)
      return false;

  return true;
}

static bool
find_date_in (Reader *reader,
              gsize   byte,
              guint   max_lines)
{
  guint offset = 0;

  gsize end = MIN (reader->length, byte + MAX_HEAD_BYTES);

  while (end < reader->length && (reader->text[end] & 0xc0) == 0x80)
    end++;
  for (guint n = 0; byte < end && n < max_lines; n++)
    {
      shanhai_line_read (&reader->line, reader->rules, reader->text, end, &byte, &offset);
      shanhai_times_read (&reader->times, &reader->line);
      for (guint i = 0; i < reader->times.times->len; i++)
        {
          const ShanhaiTime *time = &g_array_index (reader->times.times, ShanhaiTime, i);

          if (time->is_full && time->first.day == time->last.day && (is_heading (&reader->line, time) || is_dateline (&reader->line, time)))
            {
              reader->times.today = time->first;
              reader->reading->published = time->text;
              return true;
            }
        }
    }

  return false;
}

static void
find_published (Reader              *reader,
                const ShanhaiPeriod *published)
{
  const char *text = published != NULL ? shanhai_period_get_text (published) : NULL;
  gsize tail = reader->length > TAIL_BYTES ? reader->length - TAIL_BYTES : 0;

  if (text != NULL)
    {
      ShanhaiDay *today = &reader->times.today;

      reader->reading->published = g_string_chunk_insert_const (reader->reading->strings, text);
      if (strlen (text) >= 4 && g_ascii_isdigit (text[3]))
        today->year = atoi (text);
      if (today->year > 0 && strlen (text) >= 7 && text[4] == '-')
        today->month = atoi (text + 5);
      if (today->month > 0 && strlen (text) >= 10 && text[7] == '-')
        today->day = atoi (text + 8);
      if (today->year < 1000 || today->month > 12 || today->day > 31)
        *today = (ShanhaiDay) { 0 };
      return;
    }

  if (find_date_in (reader, 0, HEAD_LINES))
    return;
  while (tail > 0 && tail < reader->length && reader->text[tail] != '\n')
    tail++;
  find_date_in (reader, tail, G_MAXUINT);
}

/* bytes of a soft line end right before the character, and code points, of which CRLF is one */
static gsize
count_line_end (Reader *reader,
                guint   at,
                guint  *code_points)
{
  gsize end = reader->line.bytes[at], n = 0;

  if (end > 0 && (reader->text[end - 1] == '\n' || reader->text[end - 1] == '\r'))
    n = end > 1 && reader->text[end - 1] == '\n' && reader->text[end - 2] == '\r' ? 2 : 1;
  if (code_points != NULL)
    *code_points = n > 0 ? 1 : 0;

  return n;
}

static const char *
insert_text (Reader *reader,
             guint   start,
             guint   end)
{
  const ShanhaiLine *line = &reader->line;

  while (start < end && line->chars[start] == ' ')
    start++;
  while (end > start && line->chars[end - 1] == ' ')
    end--;
  if (start >= end)
    return "";

  return g_string_chunk_insert_len (reader->reading->strings, reader->text + line->bytes[start],
                                    (gssize) (line->bytes[end] - line->bytes[start] - count_line_end (reader, end, NULL)));
}

static void
emit (Reader               *reader,
      const ShanhaiMention *mention)
{
  const ShanhaiLine *line = &reader->line;
  guint line_end;
  ShanhaiReadFigure figure = {
    .start = line->offsets[mention->start],
    .length = line->offsets[mention->end] - line->offsets[mention->start],
    .start_byte = line->bytes[mention->start],
    .length_bytes = line->bytes[mention->end] - line->bytes[mention->start],
    .value = mention->value,
    .value_hi = mention->value_hi,
    .precision = mention->precision,
    .unit = mention->unit,
    .period = mention->period,
    .qualifier = mention->qualifier,
    .kind = mention->kind,
    .has_hi = mention->has_hi,
    .planned = shanhai_plan_holds (&reader->times, line, mention, reader->has_plan),
  };

  figure.length_bytes -= count_line_end (reader, mention->end, &line_end);
  figure.length -= line_end;
  /* a space that isn't in the line any more: 12 户 脱 贫 */
  while (figure.length > 1 && reader->text[figure.start_byte + figure.length_bytes - 1] == ' ')
    {
      figure.length--;
      figure.length_bytes--;
    }
  figure.counted = insert_text (reader, mention->counted, mention->counted_end);
  g_array_append_val (reader->reading->figures, figure);
}

static void
find_mentions (Reader *reader)
{
  const ShanhaiLine *line = &reader->line;

  g_array_set_size (reader->mentions, 0);
  for (guint at = 0; at < line->n;)
    {
      ShanhaiMention mention;
      guint next = at + 1;
      bool found = false;

      if (!line->is_chinese && shanhai_english_starts (reader->rules, line, at))
        found = shanhai_english_read (reader->rules, line, at, &mention, &next);
      else if (line->classes[at] & FIGURE_CLASSES)
        found = shanhai_numbers_read (reader->rules, line, at, &mention, &next);
      if (found)
        {
          /* what a qualifier before it reaches over belongs to the figure before */
          if (reader->mentions->len > 0)
            {
              const ShanhaiMention *previous = &g_array_index (reader->mentions, ShanhaiMention, reader->mentions->len - 1);

              mention.start = MAX (mention.start, previous->end);
            }
          g_array_append_val (reader->mentions, mention);
        }
      at = MAX (next, at + 1);
    }
}

/* The first line of a text of several, short and no sentence: what it counts, the text counts again. */
static bool
is_headline (const Reader *reader,
             gsize         behind)
{
  const ShanhaiLine *line = &reader->line;
  guint end = line->n;

  if (line->n > MAX_HEADLINE || reader->has_headline || reader->length < behind + 3 * line->n)
    return false;
  for (guint i = 0; i < line->n; i++)
    if (line->chars[i] == 0x3002 || line->chars[i] == ';')
      return false;
  while (end > 0 && line->chars[end - 1] == ' ')
    end--;

  return end > 0 && line->chars[end - 1] != '.' && line->chars[end - 1] != ':' && line->chars[end - 1] != ',';
}

static void
read_line (Reader *reader,
           gsize  *byte,
           guint  *offset)
{
  bool is_title;

  shanhai_line_read (&reader->line, reader->rules, reader->text, reader->length, byte, offset);
  if (reader->line.n == 0)
    return;
  is_title = is_headline (reader, *byte);
  reader->has_headline = true;

  shanhai_times_read (&reader->times, &reader->line);
  if (is_title)
    return;
  find_mentions (reader);
  if (reader->mentions->len == 0)
    return;

  shanhai_context_resolve (reader->rules, &reader->line, reader->mentions);
  for (guint i = 0; i < reader->mentions->len && reader->times.currency != NULL; i++)
    {
      ShanhaiMention *mention = &g_array_index (reader->mentions, ShanhaiMention, i);

      /* 元 alone, or money that isn't named at all */
      if (g_strcmp0 (mention->unit, "CNY") == 0 && !mention->is_named_money && (mention->measure == NULL || mention->measure->length == 1))
        mention->unit = reader->times.currency;
    }
  shanhai_kind_resolve (reader->rules, &reader->line, reader->mentions);
  shanhai_when_resolve (&reader->times, &reader->line, reader->mentions);
  reader->has_plan = shanhai_plan_has_words (&reader->line);
  for (guint i = 0; i < reader->mentions->len; i++)
    {
      const ShanhaiMention *mention = &g_array_index (reader->mentions, ShanhaiMention, i);

      if (!mention->is_dropped)
        emit (reader, mention);
    }
}

/**
 * shanhai_reading_new:
 * @text: UTF-8
 * @length: bytes of it, -1 when it ends with NUL
 * @published: (nullable): the day of publication, from which 去年 and 截至目前 count; NULL asks the text's heading, then its end
 *
 * Figures are in the order of the text. Line ends aren't changed; an offset counts CRLF as one code point, as it is once the text is
 * normalised (shanhai_text_normalise_lines()).
 *
 * Returns: (transfer full): the figures of the text
 */
ShanhaiReading *
shanhai_reading_new (const char          *text,
                     gssize               length,
                     const ShanhaiPeriod *published)
{
  ShanhaiReading *self = g_new0 (ShanhaiReading, 1);
  Reader reader = { .reading = self, .rules = shanhai_rules_get (), .text = text };
  gsize byte = 0;
  guint offset = 0;

  reader.length = length < 0 ? strlen (text) : (gsize) length;
  self->figures = g_array_new (FALSE, FALSE, sizeof (ShanhaiReadFigure));
  self->strings = g_string_chunk_new (1024);
  shanhai_line_init (&reader.line);
  reader.times.rules = reader.rules;
  reader.times.strings = self->strings;
  reader.times.times = g_array_new (FALSE, FALSE, sizeof (ShanhaiTime));
  reader.mentions = g_array_new (FALSE, FALSE, sizeof (ShanhaiMention));

  find_published (&reader, published);
  shanhai_times_restart (&reader.times);
  while (byte < reader.length)
    {
      int era = reader.times.era;

      read_line (&reader, &byte, &offset);
      /* the word that tells another era may come late, and then what stands before it is read again, once */
      if (era == 0 && reader.times.era != 0)
        {
          byte = 0;
          offset = 0;
          g_array_set_size (self->figures, 0);
          reader.has_headline = false;
          shanhai_times_restart (&reader.times);
        }
    }

  g_array_unref (reader.mentions);
  g_array_unref (reader.times.times);
  shanhai_line_clear (&reader.line);
  return self;
}

void
shanhai_reading_free (ShanhaiReading *self)
{
  g_array_unref (self->figures);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
shanhai_reading_get_n (const ShanhaiReading *self)
{
  return self->figures->len;
}

const ShanhaiReadFigure *
shanhai_reading_get_nth (const ShanhaiReading *self,
                         guint                 index)
{
  g_return_val_if_fail (index < self->figures->len, NULL);

  return &g_array_index (self->figures, ShanhaiReadFigure, index);
}

const char *
shanhai_reading_get_published (const ShanhaiReading *self)
{
  return self->published;
}

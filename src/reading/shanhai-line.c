/* shanhai-line.c - one line of a text, folded, with the way back to the text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-line.h"

#include <string.h>

#include "shanhai-line-mend.h"

/* characters of a printed line that can have been cut to fit: shorter ones are headings and cells of tables */
#define MIN_WRAPPED 12
#define MIN_WRAPPED_PROSE 24
#define MIN_WRAPPED_LATIN 40
/* spaces of a line that may be set with one behind each character */
#define MIN_SPACES 6
/* set in the count of letters where one of them may have to be mended */
#define ODD_LETTER (1u << 31)
/* one character of so many is Traditional in a text that is: many are the same in both */
#define MIN_TRADITIONAL 25

void
shanhai_line_init (ShanhaiLine *self)
{
  *self = (ShanhaiLine) { .hits = g_array_new (FALSE, FALSE, sizeof (ShanhaiHit)) };
}

void
shanhai_line_clear (ShanhaiLine *self)
{
  g_free (self->chars);
  g_free (self->classes);
  g_free (self->offsets);
  g_free (self->bytes);
  g_free (self->marks);
  g_free (self->clauses);
  g_free (self->sentences);
  g_array_unref (self->hits);
}

static void
grow (ShanhaiLine *self)
{
  self->allocated = MAX (256, 2 * self->allocated);
  self->chars = g_renew (guint16, self->chars, self->allocated);
  self->classes = g_renew (guint16, self->classes, self->allocated);
  self->offsets = g_renew (guint32, self->offsets, self->allocated);
  self->bytes = g_renew (gsize, self->bytes, self->allocated);
  self->marks = g_renew (guint8, self->marks, self->allocated);
  self->clauses = g_renew (guint32, self->clauses, self->allocated);
  self->sentences = g_renew (guint32, self->sentences, self->allocated);
}

/* characters of a bracket at the end that holds nothing but a syllable of pinyin; it came with its last bracket */
static guint
get_pinyin (const ShanhaiLine *self)
{
  guint n = 1;

  while (n < SHANHAI_LINE_MAX_PINYIN && n < self->n && shanhai_is_letter (self->chars[self->n - 1 - n]))
    n++;
  if (n < 2 || n + 1 >= self->n || self->chars[self->n - 1 - n] != '(' || !shanhai_is_han (self->chars[self->n - 2 - n]))
    return 0;

  return n + 1;
}

/* 一、 （一） 1. 1、: the next point of a list, not the rest of this one */
static bool
begins_point (const char *p,
              const char *end)
{
  bool has_number = false;

  for (guint n = 0; n < 4 && p < end; n++, p = g_utf8_next_char (p))
    {
      guint16 c = shanhai_char_fold (g_utf8_get_char (p));

      if (c == '(' || c == '*' || c == 0x2022 || c == 0x25cf || c == 0x25c6 || c == 0x25a0)
        return true;
      if (has_number && (c == '.' || c == 0x3001 || c == ')'))
        {
          const char *behind = g_utf8_next_char (p);

          return c != '.' || behind >= end || !shanhai_is_digit (shanhai_char_fold (g_utf8_get_char (behind)));
        }
      if (!shanhai_is_digit (c) && !shanhai_is_han_number (c))
        return false;
      has_number = true;
    }

  return false;
}

/* a date or a time of day, with which a heading ends */
static bool
ends_clock (const ShanhaiLine *self)
{
  guint i = self->n;

  while (i > 0 && shanhai_is_digit (self->chars[i - 1]))
    i--;

  return i > 0 && (self->chars[i - 1] == ':' || self->chars[i - 1] == '-' || self->chars[i - 1] == '/');
}

/* 67 | 00元: a measure word or a magnitude comes behind the digits */
static bool
continues_number (const char *p,
                  const char *end)
{
  guint16 c = 0;

  for (guint n = 0; n < 6 && p < end; n++, p = g_utf8_next_char (p))
    {
      c = shanhai_char_fold (g_utf8_get_char (p));
      if (!shanhai_is_digit (c) && c != ',' && c != '.')
        break;
    }

  return c == '%' || shanhai_is_han_magnitude (c) || (shanhai_is_han (c) && (shanhai_chars[c].roles & SHANHAI_ROLE_BIT (SHANHAI_ROLE_MEASURE)));
}

/* A line end inside a sentence, as texts have that were copied out of a document of fixed width: what follows belongs to the line. `p` is behind it. */
static bool
is_soft_end (const ShanhaiLine  *self,
             guint               start,
             bool                has_comma,
             const char         *p,
             const char         *end)
{
  guint16 last, next;

  if (p >= end || self->n < start + MIN_WRAPPED || begins_point (p, end))
    return false;
  last = self->chars[self->n - 1];
  next = shanhai_char_fold (g_utf8_get_char (p));

  /* 4.7 | 亿元, but not 09:12 | 人们 */
  if ((shanhai_is_digit (last) || shanhai_is_han_number (last)) && (shanhai_is_han (next) || next == '%') && !ends_clock (self) &&
      (shanhai_is_han_magnitude (next) || shanhai_chars[next].roles & SHANHAI_ROLE_BIT (SHANHAI_ROLE_MEASURE)))
    return true;
  if (shanhai_is_letter (last) && *p != '\0' && (g_ascii_islower (*p) || g_ascii_isdigit (*p)))
    return has_comma && self->n >= start + MIN_WRAPPED_LATIN;
  /* 6 | .8亿元 */
  if (shanhai_is_digit (last) && *p == '.' && p + 1 < end && g_ascii_isdigit (p[1]))
    return true;
  /* 6. | 8亿元 */
  if (last == '.' && shanhai_is_digit (next) && self->n > 1 && shanhai_is_digit (self->chars[self->n - 2]) && !ends_clock (self))
    return true;
  if (!has_comma || self->n < start + MIN_WRAPPED_PROSE)
    return false;
  if (shanhai_is_digit (last) && shanhai_is_digit (next))
    return continues_number (p, end);

  return (shanhai_is_han (last) || last == 0x3001 || last == ',' || shanhai_is_digit (last)) && (shanhai_is_han (next) || (shanhai_is_digit (next) && !shanhai_is_digit (last)));
}

/* there is always place for one more, the end of the line */
static inline void
push (ShanhaiLine *self,
      guint16      folded,
      guint        offset,
      gsize        byte)
{
  if (self->n + 1 >= self->allocated)
    grow (self);
  self->chars[self->n] = folded;
  self->classes[self->n] = shanhai_chars[folded].classes;
  self->offsets[self->n] = offset;
  self->bytes[self->n] = byte;
  self->n++;
}

/* the character at `p`, whose validity is the caller's, and `p` behind it; most of a Chinese text has three bytes */
static inline gunichar
take_char (const char **p)
{
  const guchar *c = (const guchar *) *p;
  gunichar taken;

  if ((*c & 0xf0) == 0xe0)
    {
      *p += 3;
      return (gunichar) (c[0] & 0xf) << 12 | (gunichar) (c[1] & 0x3f) << 6 | (gunichar) (c[2] & 0x3f);
    }
  if (*c < 0x80)
    {
      ++*p;
      return *c;
    }

  taken = g_utf8_get_char (*p);
  *p = g_utf8_next_char (*p);
  return taken;
}

/* looks like a digit */
static bool
is_digit_letter (guint16 c)
{
  return c == 'o' || c == 'l';
}

static void
read_chars (ShanhaiLine *self,
            const char  *text,
            gsize        length,
            gsize       *byte,
            guint       *offset)
{
  const char *p = text + *byte, *end = text + length;
  guint at = *offset;
  guint han = 0, letters = 0, others;
  guint start = 0;          /* of the printed line */
  bool has_comma = false;   /* or another sign of a sentence, in the printed line */

  self->n = 0;
  while (p < end)
    {
      const char *here = p;
      guint16 folded, classes;

      if (*p == '\n' || *p == '\r')
        {
          const char *behind = p + (p[0] == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1);

          if (!is_soft_end (self, start, has_comma, behind, end))
            break;
          /* words are told apart by it where letters stand */
          if (shanhai_is_letter (self->chars[self->n - 1]))
            push (self, ' ', at, (gsize) (p - text));
          start = self->n;
          has_comma = false;
          at++;
          p = behind;
          continue;
        }

      folded = shanhai_char_fold (take_char (&p));
      push (self, folded, at++, (gsize) (here - text));
      classes = self->classes[self->n - 1];
      if (classes & SHANHAI_CHAR_HAN)
        han++;
      else if (classes & SHANHAI_CHAR_LETTER)
        {
          letters++;
          if (folded > 127 || (is_digit_letter (folded) && (self->n < 2 || !shanhai_is_letter (self->chars[self->n - 2])) && (p == end || !g_ascii_isalpha (*p))))
            letters |= ODD_LETTER;
        }
      else if (folded == ')')
        self->n -= get_pinyin (self);
      else if (folded == ',' || folded == 0x3002 || (folded == '.' && p < end && *p == ' '))
        has_comma = true;
      else if (folded == 0xb7)
        letters |= ODD_LETTER;
    }

  if (self->n >= self->allocated)
    grow (self);
  self->chars[self->n] = 0;
  self->classes[self->n] = 0;
  self->offsets[self->n] = at;
  self->bytes[self->n] = (gsize) (p - text);
  self->is_chinese = 4 * han >= (letters & ~ODD_LETTER);
  others = self->n - MIN (self->n, han + (letters & ~ODD_LETTER));
  if (self->is_chinese && (letters & ODD_LETTER))
    shanhai_line_mend_letters (self, text);
  if (others >= MIN_SPACES && 2 * others > han && shanhai_line_is_spaced (self))
    shanhai_line_close_up (self);

  /* CRLF is one line end */
  if (p < end)
    {
      p += p[0] == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
      at++;
    }
  *byte = (gsize) (p - text);
  *offset = at;
}

static bool
ends_sentence (const ShanhaiLine *self,
               guint              i)
{
  switch (self->chars[i])
    {
    case 0x3002: case '!': case '?':
      return true;
    case '.':
      return self->chars[i + 1] == 0 || (self->chars[i + 1] == ' ' && !self->is_chinese && i > 1 && self->chars[i - 2] != '.') ||
             self->chars[i + 1] == 0x201d || self->chars[i + 1] == '"';
    default:
      return false;
    }
}

static bool
ends_clause (const ShanhaiLine *self,
             guint              i)
{
  switch (self->chars[i])
    {
    case ',':
      return !(i > 0 && shanhai_is_digit (self->chars[i - 1]) && shanhai_is_digit (self->chars[i + 1]));
    case ';': case 0x2026: case 0x2014:
      return true;
    default:
      return ends_sentence (self, i);
    }
}

static void
find_clauses (ShanhaiLine *self)
{
  guint32 clause = 0, sentence = 0;

  for (guint i = 0; i <= self->n; i++)
    {
      self->clauses[i] = clause;
      self->sentences[i] = sentence;
      if ((self->classes[i] & SHANHAI_CHAR_CLAUSE) && ends_clause (self, i))
        {
          clause = i + 1;
          if (ends_sentence (self, i))
            sentence = i + 1;
        }
    }
}

typedef struct
{
  ShanhaiLine        *line;
  const ShanhaiRules *rules;
  const char         *text;
  guint               at;
  int                 is_traditional;  /* -1 as long as nobody asked */
} HitContext;

/* whether the line is set in Traditional characters, as far as they are others than the simplified ones */
static bool
is_traditional (HitContext *context)
{
  const ShanhaiLine *line = context->line;
  guint traditional = 0;

  if (context->is_traditional < 0)
    {
      for (guint i = 0; i < line->n; i++)
        if ((line->classes[i] & SHANHAI_CHAR_HAN) && g_utf8_get_char (context->text + line->bytes[i]) != line->chars[i])
          traditional++;
      context->is_traditional = traditional * MIN_TRADITIONAL > line->n;
    }

  return context->is_traditional;
}

/* A word of a place with an era of its own. Texts from elsewhere name such places, too, but not in Traditional characters; and 民国 stands in 全民国防, too. */
static bool
tells_era (HitContext       *context,
           const ShanhaiHit *hit)
{
  const ShanhaiLine *line = context->line;
  guint behind = line->chars[hit->end] == ' ' ? hit->end + 1 : hit->end;

  if ((hit->rule->flags & SHANHAI_RULE_DIGITS) && !shanhai_is_digit (line->chars[behind]) && !shanhai_is_han_number (line->chars[behind]))
    return false;

  return is_traditional (context);
}

/* 第一 of 第一百万 is no word: numbers aren't cut */
static bool
cuts_number (const ShanhaiLine *line,
             guint              start,
             guint              end)
{
  const guint16 *chars = line->chars;

  if ((start > 0 && shanhai_is_digit (chars[start]) && shanhai_is_digit (chars[start - 1])) || (shanhai_is_digit (chars[end - 1]) && shanhai_is_digit (chars[end])))
    return true;
  if (start > 0 && shanhai_is_han_number (chars[start]) &&
      (shanhai_is_han_number (chars[start - 1]) || shanhai_is_digit (chars[start - 1]) || chars[start - 1] == 0x4f59 || chars[start - 1] == 0x591a))
    return true;

  return end < line->n && shanhai_is_han_number (chars[end - 1]) && shanhai_is_han_magnitude (chars[end]);
}

static void
add_hit_cb (const ShanhaiRule *rule,
            gpointer           data)
{
  HitContext *context = data;
  ShanhaiLine *line = context->line;

  for (; rule != NULL; rule = shanhai_rules_next (context->rules, rule))
    {
      ShanhaiHit hit = { context->at, context->at + rule->length, rule };

      if ((rule->flags & SHANHAI_RULE_LATIN) &&
          ((hit.start > 0 && shanhai_is_letter (line->chars[hit.start - 1])) || shanhai_is_letter (line->chars[hit.end])))
        continue;
      if (rule->role == SHANHAI_ROLE_TRAP)
        {
          if (!cuts_number (line, hit.start, hit.end))
            memset (line->marks + hit.start, SHANHAI_MARK_TRAP, rule->length);
        }
      else if (rule->role == SHANHAI_ROLE_CUE || rule->role == SHANHAI_ROLE_PLAN || rule->role == SHANHAI_ROLE_NO_PLAN)
        g_array_append_val (line->hits, hit);
      else if (rule->role == SHANHAI_ROLE_ERA && line->era == NULL && tells_era (context, &hit))
        line->era = rule;
    }
}

void
shanhai_line_read (ShanhaiLine        *self,
                   const ShanhaiRules *rules,
                   const char         *text,
                   gsize               length,
                   gsize              *byte,
                   guint              *offset)
{
  HitContext context = { self, rules, text, 0, -1 };

  read_chars (self, text, length, byte, offset);
  memset (self->marks, 0, self->n + 1);
  find_clauses (self);
  g_array_set_size (self->hits, 0);
  self->era = NULL;
  for (; context.at < self->n; context.at++)
    if (self->classes[context.at] & SHANHAI_CHAR_HIT)
      shanhai_rules_match_hits (rules, self->chars + context.at, self->n - context.at, add_hit_cb, &context);
}

guint
shanhai_line_find_hit (const ShanhaiLine *self,
                       guint              start)
{
  guint low = 0, high = self->hits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->hits, ShanhaiHit, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

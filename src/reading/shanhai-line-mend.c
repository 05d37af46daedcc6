/* shanhai-line-mend.c - mends a folded line: spaces behind each character, letters for digits, pinyin without brackets. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-line-mend.h"

/* digits behind a point that stands high, and the point */
#define MAX_FRACTION 5

static inline void
keep_char (ShanhaiLine *self,
           guint        from,
           guint        to)
{
  self->chars[to] = self->chars[from];
  self->classes[to] = self->classes[from];
  self->offsets[to] = self->offsets[from];
  self->bytes[to] = self->bytes[from];
}

static bool
is_digit_sign (guint16 c)
{
  return shanhai_is_digit (c) || c == '.' || c == ',';
}

/* 2,O46 and l.6%: a letter that was read where a digit stood; what it is joined to is no word, and has a digit of its own */
static bool
is_digit_alike (const ShanhaiLine *self,
                const char        *text,
                guint              at)
{
  guint16 c = self->chars[at], before = at > 0 ? self->chars[at - 1] : 0, behind = self->chars[at + 1];
  guint16 next = behind == ' ' ? self->chars[at + 2] : behind;

  if (shanhai_is_letter (before) || shanhai_is_letter (behind))
    return false;
  if (c == 'o')
    return is_digit_sign (before) && shanhai_is_digit (behind);
  if (c != 'l' || text[self->bytes[at]] != 'l')
    return false;
  if (shanhai_is_digit (before))
    return shanhai_is_digit (behind) || next == 0x4eba || next == 0x540d || next == 0x4e2a || next == 0x6237 || next == 0x5e74 || next == '%';  /* 人名个户年 */

  return (shanhai_is_digit (behind) || (behind == '.' && shanhai_is_digit (self->chars[at + 2]))) && (at == 0 || !is_digit_sign (before));
}

/* 30zhāng张: pinyin that lost its brackets; behind it, or `at` where none is */
static guint
skip_pinyin (const ShanhaiLine *self,
             guint              at)
{
  bool is_toned = false;
  guint i = at;

  for (; shanhai_is_letter (self->chars[i]) && i < at + SHANHAI_LINE_MAX_PINYIN; i++)
    is_toned = is_toned || self->chars[i] > 127;

  return is_toned && at > 0 && (shanhai_is_digit (self->chars[at - 1]) || shanhai_is_han (self->chars[at - 1])) && shanhai_is_han (self->chars[i]) ? i : at;
}

/* 1·2万, 3·5%: the point of old papers; 5·12 is a day */
static bool
is_high_point (const ShanhaiLine *self,
               guint              at)
{
  static const guint16 units[] = { 0x5143, 0x4ea9, 0x516c, 0x5428, 0x7c73, 0x65a4, 0x500d, 0x5e73, 0x4e2a };  /* 元亩公吨米斤倍平个 */
  guint i = at + 1;
  guint16 c;

  if (at == 0 || !shanhai_is_digit (self->chars[at - 1]) || !shanhai_is_digit (self->chars[i]))
    return false;
  while (i < at + MAX_FRACTION && shanhai_is_digit (self->chars[i]))
    i++;
  c = self->chars[i];

  for (guint k = 0; k < G_N_ELEMENTS (units); k++)
    if (units[k] == c)
      return true;

  return c == '%' || shanhai_is_han_magnitude (c);
}

void
shanhai_line_mend_letters (ShanhaiLine *self,
                           const char  *text)
{
  guint to = 0;

  for (guint i = 0; i <= self->n; i++)
    {
      if (self->classes[i] & SHANHAI_CHAR_LETTER)
        {
          if (is_digit_alike (self, text, i))
            {
              self->chars[i] = self->chars[i] == 'o' ? '0' : '1';
              self->classes[i] = shanhai_chars[self->chars[i]].classes;
            }
          else if (i == 0 || !(self->classes[i - 1] & SHANHAI_CHAR_LETTER))
            i = skip_pinyin (self, i);
        }
      else if (self->chars[i] == 0xb7 && is_high_point (self, i))
        {
          self->chars[i] = '.';
          self->classes[i] = shanhai_chars['.'].classes;
        }
      keep_char (self, i, to++);
    }
  self->n = to - 1;
}

bool
shanhai_line_is_spaced (const ShanhaiLine *self)
{
  guint pairs = 0, apart = 0;

  for (guint i = 0; i + 2 < self->n; i++)
    if (self->classes[i] & SHANHAI_CHAR_HAN)
      {
        if (self->classes[i + 1] & SHANHAI_CHAR_HAN)
          pairs++;
        else if (self->chars[i + 1] == ' ' && (self->classes[i + 2] & SHANHAI_CHAR_HAN))
          apart++;
      }

  return apart > pairs;
}

/* not a letter, whose words need their spaces */
static bool
stands_alone (const ShanhaiLine *self,
              guint              at)
{
  return self->chars[at] != ' ' && !(self->classes[at] & SHANHAI_CHAR_LETTER);
}

void
shanhai_line_close_up (ShanhaiLine *self)
{
  guint to = 0;

  for (guint i = 0; i <= self->n; i++)
    {
      if (self->chars[i] == ' ' && i > 0 && self->offsets[i + 1] == self->offsets[i] + 1 && stands_alone (self, i - 1) && stands_alone (self, i + 1))
        continue;
      keep_char (self, i, to++);
    }
  self->n = to - 1;
}

/* shanhai-chars.c - what the reader knows of each character. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-chars.h"

#include <string.h>

#include "shanhai-numeral.h"

/* the ideographic one; no space of Unicode comes behind it */
#define LAST_SPACE 0x3000
/* Chinese characters and Korean syllables, most of the table: each is itself, but for what variants.txt says */
#define FIRST_PLAIN 0x3400
#define LAST_PLAIN 0xd7ff

ShanhaiChar shanhai_chars[65536];

static guint16
fold_alone (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (c < 128)
    return (guint16) g_ascii_tolower ((char) c);

  switch (c)
    {
    case 0x2212: return '-';                 /* minus */
    case 0x2010: case 0x2011: case 0x2012:   /* hyphens and dashes */
    case 0x2013: case 0x2014: case 0x2015:
    case 0x2500: return 0x2014;
    case 0x301c: case 0x223c: return '~';    /* wave dash */
    case 0x25cb: case 0x25ef: return 0x3007; /* circles that stand for 〇 */
    case 0x2236: return ':';                 /* ∶ */
    case 0xffe5: return 0xa5;                /* ￥ */
    case 0xff04: return '$';
    case 0x3003: return '"';
    case 0x300c: case 0x300e: return 0x201c; /* corner brackets are quotation marks */
    case 0x300d: case 0x300f: return 0x201d;
    case 0xff0e: return '.';
    case 0xfe6a: return '%';
    case 0xff61: return 0x3002;
    case 0xff64: return 0x3001;
    default: break;
    }

  if (c == 0xfeff || c == 0x200b || (c <= LAST_SPACE && g_unichar_isspace (c)))
    return ' ';
  if (c < 0x2e80)
    return (guint16) MIN (g_unichar_tolower (c), 0xfffd);

  return (guint16) c;
}

static void
add_classes (const char *characters,
             guint       classes)
{
  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = classes & SHANHAI_CHAR_HAN_DIGIT ? shanhai_numeral_digit (c) : 0;

      g_assert (digit >= 0);
      shanhai_chars[c].classes |= (guint16) (classes | (guint) digit << 12);
    }
}

static guint
get_classes (gunichar c)
{
  if (c >= '0' && c <= '9')
    return SHANHAI_CHAR_DIGIT;
  if ((c >= 'a' && c <= 'z') || (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7))
    return SHANHAI_CHAR_LETTER;

  return c >= 0x4e00 && c < 0xa000 && g_unichar_isdefined (c) ? SHANHAI_CHAR_HAN : 0;
}

void
shanhai_chars_init (const char *variants)
{
  for (guint c = 0; c < 65536; c++)
    {
      const bool is_plain = c >= FIRST_PLAIN && c <= LAST_PLAIN;

      shanhai_chars[c].folded = is_plain ? (guint16) c : fold_alone (c);
      shanhai_chars[c].classes = (guint16) get_classes (c);
    }
  add_classes ("〇零一壹二贰貳两三叁參叄四肆五伍六陆陸七柒八捌九玖", SHANHAI_CHAR_HAN_DIGIT | SHANHAI_CHAR_HAN);
  add_classes ("十拾百佰千仟万亿廿卅", SHANHAI_CHAR_HAN_MAGNITUDE | SHANHAI_CHAR_HAN);
  add_classes (",;…—。!?.", SHANHAI_CHAR_CLAUSE);
  add_classes ("年月日号学余多时点:-/.~—至到", SHANHAI_CHAR_DATE);

  for (const char *line = variants; line != NULL && *line != '\0';)
    {
      const char *end = strchr (line, '\n');

      for (const char *p = line; *line != '#' && *p != '\0' && *p != '\n'; p = g_utf8_next_char (g_utf8_next_char (p)))
        shanhai_chars[g_utf8_get_char (p)].folded = (guint16) g_utf8_get_char (g_utf8_next_char (p));
      line = end != NULL ? end + 1 : NULL;
    }
}

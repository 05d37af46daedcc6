/* shanhai-fold.c - what people type, folded to one form, and a cursor over it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-fold.h"

#include <string.h>

/* Pairs, traditional (or formal, or variant) before simplified; only characters that the readers of this room know. */
static const char variants[] =
  "萬万億亿餘余個个兩两負负點点約约將将過过計计劃划擬拟預预達达場场戶户戸户頭头隻只間间張张冊册畝亩噸吨鎮镇鄉乡縣县學学醫医療疗業业項项崗岗"
  "條条臺台盞盏輛辆員员圓元圆元塊块幣币後后來来號号從从開开貧贫衛卫總总於于門门診诊館馆車车數数會会養养書书設设備备僅仅遠远"
  "幾几倆两級级務务現现時时間间區区";

static gunichar
fold_char (gunichar c)
{
  /* full-width ASCII */
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;

  switch (c)
    {
    case 0xffe5: return 0xa5;    /* ￥ */
    case 0x2212: return '-';     /* minus */
    case 0x2010:                 /* hyphens and dashes */
    case 0x2011:
    case 0x2012:
    case 0x2014:
    case 0x2015: return 0x2013;
    case 0x301c: return '~';     /* wave dash */
    case 0x25cb:                 /* circles that stand for 〇 */
    case 0x25ef: return 0x3007;
    default: break;
    }

  if (c < 0x4e00)
    return g_unichar_isspace (c) || c == 0x202f ? ' ' : c;

  for (const char *p = variants; *p != '\0'; p = g_utf8_next_char (g_utf8_next_char (p)))
    if (g_utf8_get_char (p) == c)
      return g_utf8_get_char (g_utf8_next_char (p));

  return c;
}

/* bytes of a parenthesis that holds nothing but a syllable of pinyin: at most six letters and a tone */
static gsize
pinyin_length (const char *p)
{
  const char *start = p;
  int n = 0;

  if (*p != '(')
    return 0;
  for (p++; g_unichar_isalpha (g_utf8_get_char (p)) && g_unichar_islower (g_utf8_get_char (p)) && n <= 6; n++)
    p = g_utf8_next_char (p);

  return n > 0 && n <= 6 && *p == ')' ? (gsize) (p + 1 - start) : 0;
}

char *
shanhai_fold (const char *text)
{
  GString *folded;
  gunichar last = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  folded = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      gsize pinyin = last >= 0x4e00 ? pinyin_length (text) : 0;

      if (pinyin > 0)
        {
          text += pinyin;
          continue;
        }
      last = fold_char (g_utf8_get_char (text));
      g_string_append_unichar (folded, last);
      text = g_utf8_next_char (text);
    }

  return g_strstrip (g_string_free (folded, FALSE));
}

bool
shanhai_take (const char **p,
              const char  *word)
{
  gsize length = strlen (word);

  if (strncmp (*p, word, length) != 0)
    return false;

  *p += length;
  return true;
}

bool
shanhai_take_word (const char **p,
                   const char  *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*p, word, length) != 0 || g_ascii_isalpha ((*p)[length]))
    return false;

  *p += length;
  return true;
}

void
shanhai_skip_spaces (const char **p)
{
  while (**p == ' ')
    ++*p;
}

/* shanhai-told-source.c - （转载自某报）, 据某部简报, "originally published by …": where a text itself says that it comes from. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-told-source.h"

#include <string.h>

#include "shanhai-quoted-number.h"
#include "shanhai-sentence.h"

/* bytes of a text's beginning and of its end, where its origin is told */
#define MARGIN 240
/* bytes of a publisher's name */
#define MAX_NAME 72
/* letters of it, at least */
#define MIN_NAME 2
/* numbers that two texts have in common, at least */
#define MIN_NUMBERS 2

static const char * const origins[] = { "转载自", "轉載自", "转自", "轉自", "原载于", "原載於", "原载", "原載", "摘自", "摘编自", "摘編自", "来源：", "来源:", "來源：", "來源:", "originally published by ", "originally published in ",
                                        "Originally published by ", "Originally published in ", "reprinted from ", "Reprinted from ", "first published by ", "first published in ", "First published in ", NULL };
/* 据…简报, 据…报道: only where the name stands between */
static const char * const by_words[] = { "据", "據", NULL };
static const char * const reports[] = { "简报", "簡報", "报道", "報道", "報導", "消息", "通讯", "通報", "通报", "网站", "網站", "官网", "公众号", "客户端", NULL };
static const char * const opening[] = { "《", "“", "「", "\"", " ", "the ", "The ", NULL };
static const char * const closing[] = { "》", "”", "」", "\"", "）", ")", "，", "。", "；", "：", ", ", ". ", ".", "\n", "（", "(", "】", "]", " on ", " in ", " of ", " 20", "20", NULL };

static char *
squeeze (const char *name,
         gsize       length)
{
  GString *out = g_string_new (NULL);

  for (const char *p = name; p < name + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));

  return g_string_free (out, FALSE);
}

/* letters of the name without what kind of paper it is: 某部 of 某部简报; NULL where too few remain */
static char *
dup_key (const char *name,
         gsize       length)
{
  g_autofree char *key = squeeze (name, length);

  for (guint i = 0; reports[i] != NULL; i++)
    if (g_str_has_suffix (key, reports[i]))
      {
        key[strlen (key) - strlen (reports[i])] = '\0';
        break;
      }

  return g_utf8_strlen (key, -1) >= MIN_NAME ? g_steal_pointer (&key) : NULL;
}

char *
shanhai_source_dup_publisher_key (ShanhaiSource *self)
{
  const ShanhaiName *publisher = shanhai_source_get_publisher (self);
  const char *name = publisher != NULL ? shanhai_name_get (publisher, SHANHAI_LANGUAGE_CHINESE) : NULL;

  return name != NULL ? dup_key (name, strlen (name)) : NULL;
}

/* the name that stands there, up to what closes it */
static char *
dup_name_at (const char *text)
{
  const char *end;

  for (gsize n; (n = shanhai_words_begin_with_any (text, opening)) > 0;)
    text += n;
  for (end = text; *end != '\0' && shanhai_words_begin_with_any (end, closing) == 0; end = g_utf8_next_char (end))
    if (end - text > MAX_NAME)
      return NULL;

  return dup_key (text, (gsize) (end - text));
}

/* 据国家某部简报: the name up to the word for the paper, and no stop between */
static char *
dup_name_by (const char *text)
{
  for (const char *p = text; *p != '\0' && p - text <= MAX_NAME; p = g_utf8_next_char (p))
    if (p > text && shanhai_words_begin_with_any (p, reports) > 0)
      {
        for (gsize n; (n = shanhai_words_begin_with_any (text, opening)) > 0;)
          text += n;
        return p > text ? dup_key (text, (gsize) (p - text)) : NULL;
      }
    else if (shanhai_words_begin_with_any (p, (const char * const[]) { "，", "。", "；", "）", "\n", NULL }) > 0)
      return NULL;

  return NULL;
}

static char *
find_name (const char *text)
{
  bool begins = true;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = shanhai_words_begin_with_any (p, origins);
      char *name = NULL;

      if (length > 0)
        name = dup_name_at (p + length);
      else if (begins && (length = shanhai_words_begin_with_any (p, by_words)) > 0)
        name = dup_name_by (p + length);
      if (name != NULL)
        return name;
      begins = shanhai_words_begin_with_any (p, (const char * const[]) { "\n", "（", "(", "【", NULL }) > 0;
    }

  return NULL;
}

char *
shanhai_source_dup_told_publisher_key (ShanhaiSource *self)
{
  const ShanhaiName *title = shanhai_source_get_title (self);
  const char *text = shanhai_source_get_text (self);
  g_autofree char *margin = NULL;
  char *name = title != NULL ? find_name (shanhai_name_get (title, SHANHAI_LANGUAGE_CHINESE)) : NULL;
  gsize length;

  if (name != NULL || text == NULL)
    return name;
  length = strlen (text);
  margin = g_utf8_make_valid (text, (gssize) MIN (length, MARGIN));
  name = find_name (margin);
  if (name == NULL && length > MARGIN)
    {
      const char *from = text + length - MARGIN;

      while ((*from & 0xc0) == 0x80)
        from++;
      name = find_name (from);
    }

  return name;
}

/* as a number of its own */
static bool
prints (const char *text,
        const char *number,
        gsize       length)
{
  g_autofree char *printed = g_strndup (number, length);

  for (const char *at = text; (at = strstr (at, printed)) != NULL; at += length)
    if ((at == text || (!g_ascii_isdigit (at[-1]) && at[-1] != '.' && at[-1] != ',')) && !g_ascii_isdigit (at[length]) && !(at[length] == '.' && g_ascii_isdigit (at[length + 1])))
      return true;

  return false;
}

double
shanhai_source_get_shared_numbers (ShanhaiSource *self,
                                   ShanhaiSource *other)
{
  static const char * const dates[] = { "年", "月", "日", NULL };
  const char *text = shanhai_source_get_text (self), *others = shanhai_source_get_text (other);
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint n, told = 0, shared = 0;

  if (text == NULL || others == NULL)
    return 0;
  n = shanhai_quoted_numbers_read (text, numbers);
  for (guint i = 0; i < n; i++)
    {
      if (shanhai_words_begin_with_any (text + numbers[i].end, dates) > 0)
        continue;
      told++;
      shared += prints (others, text + numbers[i].start, numbers[i].end - numbers[i].start);
    }

  return shared >= MIN_NUMBERS ? (double) shared / told : 0;
}

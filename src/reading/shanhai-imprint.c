/* shanhai-imprint.c - what a text says of itself. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-imprint.h"

#include <stdbool.h>
#include <string.h>

#include "shanhai-blemish.h"
#include "shanhai-reading.h"
#include "shanhai-rules.h"

/* lines, and bytes, of a text's head; bytes of its end */
#define HEAD_LINES 16
#define HEAD_BYTES 6000
#define TAIL_BYTES 600
/* characters of a heading */
#define MIN_TITLE 4
#define MAX_TITLE 70

/* possessive: what is behind them has its say on whole names */
#define NAME "[\\p{Han}·]{2,5}+"
#define NAMES NAME "(?:[ 　、，,]+" NAME "){0,7}+"

static GRegex *
get_regex (gsize      *once,
           GRegex    **slot,
           const char *pattern)
{
  if (g_once_init_enter (once))
    {
      *slot = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
      g_once_init_leave (once, 1);
    }
  return *slot;
}

#define MATCH(text, pattern, out) \
  G_STMT_START { static gsize once; static GRegex *regex; \
                 out = match_first (get_regex (&once, &regex, pattern), text); } G_STMT_END

/* (transfer full) (nullable): the first group of the first match, without white space around it */
static char *
match_first (GRegex     *regex,
             const char *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  char *found;

  if (regex == NULL || !g_regex_match (regex, text, 0, &info))
    return NULL;
  found = g_match_info_fetch (info, 1);
  if (found != NULL && *g_strstrip (found) == '\0')
    g_clear_pointer (&found, g_free);
  return found;
}

static bool
is_imprint_line (const char *line)
{
  g_autofree char *found = NULL;

  MATCH (line, "((?:来源|來源|作者|记者|記者|编辑|編輯|发布时间|發布時間|发布日期|发布于|时间|日期|source|published)\\s*[:：]|^by\\s"
               "|(?:19|20)\\d\\d\\s*[-年/.]\\s*\\d{1,2}\\s*[-月/.]\\s*\\d{1,2})", found);
  return found != NULL;
}

static bool
is_furniture_line (const char *line)
{
  guint n_bars = 0;
  g_autofree char *found = NULL;

  for (const char *p = line; *p != '\0'; p++)
    n_bars += *p == '|' || *p == '>';
  MATCH (line, "(^(?:您?当前的?位置|您所在的|您的位置|首页|分享|打印|字号|图片|责任编辑|source\\s*:|http|www\\.))", found);
  return n_bars >= 2 || found != NULL;
}

static bool
may_be_title (const char *line)
{
  const glong n = g_utf8_strlen (line, -1);

  return n >= MIN_TITLE && n <= MAX_TITLE && !g_str_has_suffix (line, "。") && strstr (line, "。") == NULL && !is_furniture_line (line)
         && !is_imprint_line (line);
}

/* the heading stands right above the line that tells source and date; without such a line, it is the first that can be one */
static char *
find_title (char **lines,
            guint  n)
{
  const char *last = NULL, *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (is_imprint_line (lines[i]) && last != NULL)
        return g_strdup (last);
      if (may_be_title (lines[i]))
        {
          last = lines[i];
          if (first == NULL)
            first = last;
        }
      else if (g_utf8_strlen (lines[i], -1) > MAX_TITLE)
        break;
    }
  /* a text that begins with a paragraph has none */
  return first != NULL && (n == 0 || first == lines[0] || is_furniture_line (lines[0])) ? g_strdup (first) : NULL;
}

static char *
find_publisher (const char *head,
                const char *tail)
{
  char *found;

  MATCH (head, "(?:来源|來源|稿源|信息来源)\\s*[:：]\\s*([^\\s|，。；;:：)）?？]{2,30})", found);
  if (found == NULL)
    MATCH (head, "(?m)^source\\s*:\\s*([^\\n|;]{2,60}?)\\s*(?:[|;\\n]|$)", found);
  if (found == NULL)
    MATCH (tail, "[(（](?:来源|來源|稿源)\\s*[:：]\\s*([^\\s|，。；;)）]{2,30})", found);
  if (found == NULL)
    MATCH (head, "(新华社|中新社|中新网|人民网|新华网)\\p{Han}{0,8}\\d{1,2}月\\d{1,2}日[电讯]", found);
  /* (省卫生健康委) alone on the last line */
  if (found == NULL)
    MATCH (tail, "\\n\\s*[(（](\\p{Han}{3,20}(?:委|局|厅|办|部|会|社|报|网|中心|政府|台))[)）]\\s*$", found);
  return found;
}

static char **
find_authors (const char *head,
              const char *tail)
{
  g_autofree char *found = NULL;
  g_auto (GStrv) parts = NULL;
  GPtrArray *names;

  MATCH (head, "(?:作者|撰文|文)\\s*[:：]\\s*(" NAMES ")", found);
  if (found == NULL)
    MATCH (head, "(?:^|[\\s(（]|本报|全媒体|首席)(?:记者|記者|通讯员)\\s*[:：]?\\s*(" NAMES ")(?!\\s*[摄攝])", found);
  if (found == NULL)
    MATCH (tail, "[(（](?:[\\p{Han}]{0,12})(?:记者|記者|通讯员|作者)\\s*[:：]?\\s*(" NAMES ")(?!\\s*[摄攝])", found);
  if (found == NULL)
    MATCH (head, "(?:^|\\n)by\\s+([A-Z][^\\n|,;0-9]{2,60}?)\\s*(?:[|,;\\n]|$)", found);
  if (found == NULL)
    return NULL;

  parts = g_regex_split_simple ("[ 　、，,]+|\\s+and\\s+", found, G_REGEX_CASELESS, 0);
  names = g_ptr_array_new ();
  if ((guchar) *found < 0x80)
    {
      g_strfreev (g_steal_pointer (&parts));
      parts = g_regex_split_simple (",\\s*|\\s+and\\s+|\\s+&\\s+", found, G_REGEX_CASELESS, 0);
    }
  for (guint i = 0; parts[i] != NULL; i++)
    /* behind the names stand other words of the line */
    if (strstr ("来源 來源 责任编辑 責任編輯 编辑 通讯员 记者 日期 时间", parts[i]) == NULL)
      g_ptr_array_add (names, g_strdup (parts[i]));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static char *
find_language (const char *text)
{
  guint n_han = 0, n_traditional = 0, n_latin = 0, n = 0;

  shanhai_rules_get ();  /* folding needs them */
  for (const char *p = text; *p != '\0' && n < 4000; p = g_utf8_next_char (p), n++)
    {
      const gunichar c = g_utf8_get_char (p);

      if (c >= 0x4e00 && c <= 0x9fff)
        {
          n_han++;
          n_traditional += shanhai_char_fold (c) != c;
        }
      else if (c < 0x250 && g_unichar_isalpha (c))
        n_latin++;
    }
  if (n_han == 0 && n_latin == 0)
    return NULL;
  /* an English word has about five letters, a Chinese one two characters */
  if (n_latin > 3 * n_han)
    return g_strdup ("en");
  return g_strdup (n_traditional * 12 > n_han ? "zh-Hant" : "zh");
}

static const char *
find_end (const char *text,
          gsize       max_bytes,
          guint       max_lines)
{
  const char *end = text;

  for (guint n = 0; n < max_lines && *end != '\0'; n++)
    {
      end += strcspn (end, "\n");
      if (*end == '\n')
        end++;
    }
  if ((gsize) (end - text) > max_bytes)
    end = g_utf8_find_prev_char (text, text + max_bytes);
  return end;
}

static char *
dup_clean (const char *from,
           gsize       length)
{
  g_autofree char *text = g_strndup (from, length);
  g_autoptr (GArray) blemishes = shanhai_blemishes_find (text);

  return shanhai_blemishes_clean (text, blemishes, ~0u);
}

ShanhaiImprint *
shanhai_imprint_new (const char *text)
{
  ShanhaiImprint *self = g_new0 (ShanhaiImprint, 1);
  const gsize length = strlen (text);
  const char *end = find_end (text, HEAD_BYTES, HEAD_LINES);
  const char *from = length > TAIL_BYTES ? text + length - TAIL_BYTES : text;
  g_autofree char *head = dup_clean (text, (gsize) (end - text));
  g_autofree char *tail = NULL, *asked = NULL;
  g_auto (GStrv) lines = g_strsplit (head, "\n", HEAD_LINES + 1);
  g_autoptr (ShanhaiReading) reading = NULL;
  guint n = 0;

  while ((*from & 0xc0) == 0x80)
    from++;
  tail = dup_clean (from, strlen (from));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        char *line = lines[i];

        lines[i] = lines[n];
        lines[n++] = line;
      }

  self->title = find_title (lines, n);
  self->publisher = find_publisher (head, tail);
  self->authors = find_authors (head, tail);
  self->language = find_language (text);
  asked = from >= end ? g_strconcat (head, "\n", tail, NULL) : g_strdup (head);
  reading = shanhai_reading_new (asked, -1, NULL);
  self->published = g_strdup (shanhai_reading_get_published (reading));
  return self;
}

void
shanhai_imprint_free (ShanhaiImprint *self)
{
  g_free (self->title);
  g_free (self->publisher);
  g_strfreev (self->authors);
  g_free (self->published);
  g_free (self->language);
  g_free (self);
}

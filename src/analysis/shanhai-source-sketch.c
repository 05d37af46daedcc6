/* shanhai-source-sketch.c - what a source's title and text are known by when they stand elsewhere. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-sketch.h"

#include <string.h>

/* shorter sentences occur everywhere */
#define MIN_SENTENCE 12
/* sentences that two texts share before they are one */
#define MIN_SHARED 2
/* … or so many where none of them tells a figure */
#define MIN_SHARED_WORDS 4
/* a title shorter than that, "Report", is many reports' */
#define MIN_TITLE 6
/* longer than a site's name is a title of its own */
#define MAX_SITE 12
/* of a sentence's clauses, as many as make its shape its own */
#define MIN_CLAUSES 3
/* characters that are written one way or the other, before a text's script is known */
#define MIN_SCRIPT 3
/* of a sentence in two scripts, the share that is written alike */
#define MIN_SAME 0.45

static char *
squeeze (const char *text,
         gssize      length)
{
  GString *out = g_string_new (NULL);
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));

  return g_string_free (out, FALSE);
}

/* 【转载】, "Reprint:" and the like before a title */
static const char *
skip_label (const char *title)
{
  static const char * const labels[] = { "【", "［", "[", "（", "(" };
  static const char * const ends[] = { "】", "］", "]", "）", ")" };
  static const char * const words[] = { "转载", "转发", "转", "Reprint", "Repost" };

  while (*title == ' ')
    title++;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_has_prefix (title, labels[i]))
      {
        const char *end = strstr (title, ends[i]);

        /* a label is short; a bracket further on belongs to the title */
        if (end != NULL && end - title < 24 && end[strlen (ends[i])] != '\0')
          return end + strlen (ends[i]);
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (title, words[i]))
      {
        const char *rest = title + strlen (words[i]);

        if (g_str_has_prefix (rest, "：") || *rest == ':' || *rest == '|' || g_str_has_prefix (rest, "｜"))
          return rest;
      }

  return title;
}

/* whether it names a site, not what the report is about: a year or another place makes another report */
static bool
is_site (const char *tail)
{
  static const char * const words[] = { "网", "網", "频道", "頻道", "新闻", "新聞", "客户端", "日报", "晚报", "日報", "晚報", "在线", "门户", "澎湃", "搜狐", "新浪", "腾讯", ".com", ".cn", " News", " Daily", NULL };

  if (g_utf8_strlen (tail, -1) > MAX_SITE)
    return false;
  for (const char *p = tail; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return false;
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (tail, words[i]) != NULL)
      return true;

  return false;
}

/* 来源：厦门日报, 转自某网, 组图 */
static bool
is_remark (const char *text)
{
  static const char * const words[] = { "来源", "來源", "转自", "轉自", "转载", "轉載", "原载", "原載", "摘自", "原标题", "原標題", "图", "圖", "视频", "視頻", "source:", "Source:", "via ", "reprint", "Reprint", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return true;

  return false;
}

/* how much of a title stands before （来源：某报）, or the length as it is */
static gsize
get_length_without_remark (const char *title,
                           gsize       length)
{
  static const char * const opens[] = { "（", "(", "【", "[", " 来源：", " 来源:", " 來源：" };
  static const char * const ends[] = { "）", ")", "】", "]" };
  g_autofree char *text = g_strchomp (g_strndup (title, length));
  bool bracket = false;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    bracket |= g_str_has_suffix (text, ends[i]);
  for (guint i = 0; i < G_N_ELEMENTS (opens); i++)
    {
      const char *at = g_strrstr (text, opens[i]);

      if (at != NULL && at > text && (bracket || *opens[i] == ' ') && is_remark (at))
        return (gsize) (at - text);
    }

  return length;
}

/* how much of a title stands before "_新闻频道", " - 某网", "|…", and remarks in brackets */
static gsize
get_length_without_site (const char *title)
{
  static const char * const marks[] = { "_", "|", "｜", " - ", " – ", " — ", "-", "－" };
  gsize length = strlen (title);
  bool found = true;

  while (found)
    {
      gsize bare = get_length_without_remark (title, length);

      found = bare < length;
      length = bare;
      for (guint i = 0; i < G_N_ELEMENTS (marks) && !found; i++)
        {
          const char *at = g_strrstr_len (title, (gssize) length, marks[i]);
          g_autofree char *tail = at != NULL ? g_strndup (at + strlen (marks[i]), length - (gsize) (at - title) - strlen (marks[i])) : NULL;

          if (tail != NULL && at > title && is_site (tail))
            {
              length = (gsize) (at - title);
              found = true;
            }
        }
    }

  return length;
}

/* 某某日报： before a title */
static const char *
skip_paper (const char *title)
{
  const char *colon = strstr (title, "：");
  g_autofree char *paper = colon != NULL ? g_strndup (title, (gsize) (colon - title)) : NULL;

  return paper != NULL && is_site (paper) ? colon + strlen ("：") : title;
}

char *
shanhai_source_dup_title_key (ShanhaiSource *self)
{
  const ShanhaiName *name = shanhai_source_get_title (self);
  const char *title = name != NULL ? skip_paper (skip_label (shanhai_name_get (name, SHANHAI_LANGUAGE_CHINESE))) : NULL;
  g_autofree char *key = title != NULL ? squeeze (title, (gssize) get_length_without_site (title)) : NULL;

  return key != NULL && g_utf8_strlen (key, -1) >= MIN_TITLE ? g_steal_pointer (&key) : NULL;
}

char *
shanhai_source_dup_address_key (ShanhaiSource *self)
{
  static const char * const hosts[] = { "www.", "m.", "wap.", "mobile.", "3g." };
  static const char * const pages[] = { ".html", ".htm", ".shtml", ".pdf" };
  const char *address = shanhai_source_get_url (self);
  g_autofree char *bare = NULL;
  char *end;

  if (address == NULL || *address == '\0')
    return NULL;
  if (strstr (address, "://") != NULL)
    address = strstr (address, "://") + strlen ("://");
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_str_has_prefix (address, hosts[i]))
      {
        address += strlen (hosts[i]);
        break;
      }
  bare = g_strdup (address);
  bare[strcspn (bare, "#")] = '\0';
  /* what follows a page of its own says how it was come to; else it may say which page it is */
  end = bare + strcspn (bare, "?");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (end - bare > (gssize) strlen (pages[i]) && strncmp (end - strlen (pages[i]), pages[i], strlen (pages[i])) == 0)
      *end = '\0';
  if (g_str_has_suffix (bare, "/"))
    bare[strlen (bare) - 1] = '\0';

  return *bare != '\0' ? g_steal_pointer (&bare) : NULL;
}

bool
shanhai_source_is_titled_alike (ShanhaiSource *a,
                                ShanhaiSource *b)
{
  g_autofree char *x = shanhai_source_dup_title_key (a);
  g_autofree char *y = shanhai_source_dup_title_key (b);

  return x != NULL && g_strcmp0 (x, y) == 0;
}

/* `sentence`: letters and figures alone; `shape`: how long its clauses are, and its figures */
typedef void (*SentenceFunc) (const char *sentence,
                              const char *shape,
                              gpointer    user_data);

static bool
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b || c == '\n' || c == '.' || c == '!' || c == '?' || c == ';';
}

/* Simplified and traditional characters stand one for one, so that a sentence has its shape in both. */
static char *
dup_shape (const char *text,
           gsize       length)
{
  GString *shape = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && g_unichar_isalnum (c))
        {
          n++;
          continue;
        }
      if (n > 0)
        g_string_append_printf (shape, "%u,", n);
      n = 0;
      if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (shape, (char) c);
    }
  g_string_append_printf (shape, "%u", n);

  return g_string_free (shape, FALSE);
}

/* 18.4万人 */
static bool
is_decimal_point (const char *text,
                  const char *p)
{
  return *p == '.' && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
}

static void
foreach_sentence (const char   *text,
                  SentenceFunc  func,
                  gpointer      user_data)
{
  const char *start = text;

  if (text == NULL)
    return;
  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && (!ends_sentence (g_utf8_get_char (p)) || is_decimal_point (text, p)))
        continue;
      if (p > start)
        {
          g_autofree char *sentence = squeeze (start, p - start);

          if (g_utf8_strlen (sentence, -1) >= MIN_SENTENCE)
            {
              g_autofree char *shape = dup_shape (start, (gsize) (p - start));

              func (sentence, shape, user_data);
            }
        }
      if (*p == '\0')
        return;
      start = g_utf8_next_char (p);
    }
}

static char *
dup_without_digits (const char *key)
{
  GString *out = g_string_new (NULL);

  for (const char *p = key; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (out, *p);

  return g_string_free (out, FALSE);
}

/* "2018年工作总结" and "2019年工作总结" */
bool
shanhai_source_is_of_series (ShanhaiSource *a,
                             ShanhaiSource *b)
{
  g_autofree char *x = shanhai_source_dup_title_key (a);
  g_autofree char *y = shanhai_source_dup_title_key (b);
  g_autofree char *bare_x = dup_without_digits (x);
  g_autofree char *bare_y = dup_without_digits (y);

  return x != NULL && y != NULL && strcmp (x, y) != 0 && strcmp (bare_x, bare_y) == 0;
}

typedef struct
{
  guint *hashes;
  guint  n;
} Sketch;

/* the smallest hashes: the same sentences whatever else the text holds */
static void
add_hash (Sketch *self,
          guint   hash)
{
  guint at = self->n;

  for (guint i = 0; i < self->n; i++)
    if (self->hashes[i] == hash)
      return;
  while (at > 0 && self->hashes[at - 1] > hash)
    at--;
  if (at == SHANHAI_SKETCH_SIZE)
    return;
  if (self->n < SHANHAI_SKETCH_SIZE)
    self->n++;
  memmove (self->hashes + at + 1, self->hashes + at, (self->n - at - 1) * sizeof *self->hashes);
  self->hashes[at] = hash;
}

static void
add_to_sketch (const char *sentence,
               const char *shape,
               gpointer    user_data)
{
  add_hash (user_data, g_str_hash (sentence));
}

/* a shape that says something: several clauses, or figures among them */
static void
add_to_shapes (const char *sentence,
               const char *shape,
               gpointer    user_data)
{
  guint clauses = 1;

  for (const char *p = shape; *p != '\0'; p++)
    clauses += *p == ',';
  if (clauses >= MIN_CLAUSES)
    add_hash (user_data, g_str_hash (shape));
}

guint
shanhai_source_get_sketch (ShanhaiSource *self,
                           guint          hashes[SHANHAI_SKETCH_SIZE])
{
  Sketch sketch = { hashes, 0 };

  foreach_sentence (shanhai_source_get_text (self), add_to_sketch, &sketch);

  return sketch.n;
}

guint
shanhai_source_get_shapes (ShanhaiSource *self,
                           guint          hashes[SHANHAI_SKETCH_SIZE])
{
  Sketch sketch = { hashes, 0 };

  if (shanhai_source_get_script (self) != SHANHAI_SCRIPT_OTHER)
    foreach_sentence (shanhai_source_get_text (self), add_to_shapes, &sketch);

  return sketch.n;
}

/* with whether a figure is told in it */
static void
add_to_set (const char *sentence,
            const char *shape,
            gpointer    user_data)
{
  bool tells_figure = strpbrk (sentence, "0123456789") != NULL;

  g_hash_table_insert (user_data, GUINT_TO_POINTER (g_str_hash (sentence)), GINT_TO_POINTER (tells_figure));
}

double
shanhai_source_get_shared_text (ShanhaiSource *a,
                                ShanhaiSource *b)
{
  g_autoptr (GHashTable) x = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) y = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer hash, tells_figure;
  guint shared = 0, figures = 0;

  foreach_sentence (shanhai_source_get_text (a), add_to_set, x);
  foreach_sentence (shanhai_source_get_text (b), add_to_set, y);
  if (g_hash_table_size (x) == 0 || g_hash_table_size (y) == 0)
    return 0;

  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &hash, &tells_figure))
    if (g_hash_table_contains (y, hash))
      {
        shared++;
        figures += GPOINTER_TO_INT (tells_figure);
      }

  /* One sentence can stand in two reports: "won the award …". Two that tell nothing are how an office begins and ends all of its reports. */
  if (shared < MIN_SHARED || (figures == 0 && shared < MIN_SHARED_WORDS))
    return 0;

  return (double) shared / MIN (g_hash_table_size (x), g_hash_table_size (y));
}

/* which of two sets of common characters the text is written in */
ShanhaiScript
shanhai_source_get_script (ShanhaiSource *self)
{
  static const char simplified[] = "们个这来对区县万亿为与学业农产贫务国发员协设项术购两时进实现长关开医亲";
  static const char traditional[] = "們個這來對區縣萬億為與學業農產貧務國發員協設項術購兩時進實現長關開醫親";
  const char *text = shanhai_source_get_text (self);
  guint n[2] = { 0, 0 };

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x3000)
        continue;
      n[0] += g_utf8_strchr (simplified, -1, c) != NULL;
      n[1] += g_utf8_strchr (traditional, -1, c) != NULL;
    }

  return n[0] + n[1] < MIN_SCRIPT ? SHANHAI_SCRIPT_OTHER : n[0] > n[1] ? SHANHAI_SCRIPT_SIMPLIFIED : SHANHAI_SCRIPT_TRADITIONAL;
}

static void
add_to_table (const char *sentence,
              const char *shape,
              gpointer    user_data)
{
  g_hash_table_replace (user_data, g_strdup (shape), g_strdup (sentence));
}

/* whether they could be one sentence in two scripts: most characters are the same in both */
static bool
is_same_in_scripts (const char *a,
                    const char *b)
{
  guint same = 0, n = 0;

  for (; *a != '\0' && *b != '\0'; a = g_utf8_next_char (a), b = g_utf8_next_char (b), n++)
    same += g_utf8_get_char (a) == g_utf8_get_char (b);

  return *a == *b && same >= n * MIN_SAME;
}

double
shanhai_source_get_shared_shapes (ShanhaiSource *a,
                                  ShanhaiSource *b)
{
  g_autoptr (GHashTable) x = NULL;
  g_autoptr (GHashTable) y = NULL;
  ShanhaiScript scripts[2] = { shanhai_source_get_script (a), shanhai_source_get_script (b) };
  GHashTableIter iter;
  gpointer shape, sentence;
  guint shared = 0;

  if (scripts[0] == scripts[1] || scripts[0] == SHANHAI_SCRIPT_OTHER || scripts[1] == SHANHAI_SCRIPT_OTHER)
    return 0;
  x = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  y = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  foreach_sentence (shanhai_source_get_text (a), add_to_table, x);
  foreach_sentence (shanhai_source_get_text (b), add_to_table, y);
  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &shape, &sentence))
    {
      const char *other = g_hash_table_lookup (y, shape);

      shared += other != NULL && is_same_in_scripts (sentence, other);
    }
  if (shared < MIN_SHARED)
    return 0;

  return (double) shared / MIN (g_hash_table_size (x), g_hash_table_size (y));
}

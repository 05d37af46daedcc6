/* shanhai-source-sketch.c - what a source's title and text are known by when they stand elsewhere. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-sketch.h"

#include <string.h>

/* shorter sentences occur everywhere */
#define MIN_SENTENCE 12
/* sentences that two texts share before they are one */
#define MIN_SHARED 2
/* a title shorter than that, "Report", is many reports' */
#define MIN_TITLE 6
/* longer than a site's name is a title of its own */
#define MAX_SITE 12

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

/* how much of a title stands before "_新闻频道", " - 某网", "|…" */
static gsize
get_length_without_site (const char *title)
{
  static const char * const marks[] = { "_", "|", "｜", " - ", " – ", " — " };
  gsize length = strlen (title);
  bool found = true;

  while (found)
    {
      found = false;
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

char *
shanhai_source_dup_title_key (ShanhaiSource *self)
{
  const ShanhaiName *name = shanhai_source_get_title (self);
  const char *title = name != NULL ? skip_label (shanhai_name_get (name, SHANHAI_LANGUAGE_CHINESE)) : NULL;
  g_autofree char *key = title != NULL ? squeeze (title, (gssize) get_length_without_site (title)) : NULL;

  return key != NULL && g_utf8_strlen (key, -1) >= MIN_TITLE ? g_steal_pointer (&key) : NULL;
}

bool
shanhai_source_is_titled_alike (ShanhaiSource *a,
                                ShanhaiSource *b)
{
  g_autofree char *x = shanhai_source_dup_title_key (a);
  g_autofree char *y = shanhai_source_dup_title_key (b);

  return x != NULL && g_strcmp0 (x, y) == 0;
}

typedef void (*SentenceFunc) (guint    hash,
                              gpointer user_data);

static bool
ends_sentence (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b || c == '\n' || c == '.' || c == '!' || c == '?' || c == ';';
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
      if (*p != '\0' && !ends_sentence (g_utf8_get_char (p)))
        continue;
      if (p > start)
        {
          g_autofree char *sentence = squeeze (start, p - start);

          if (g_utf8_strlen (sentence, -1) >= MIN_SENTENCE)
            func (g_str_hash (sentence), user_data);
        }
      if (*p == '\0')
        return;
      start = g_utf8_next_char (p);
    }
}

typedef struct
{
  guint *hashes;
  guint  n;
} Sketch;

/* the smallest hashes: the same sentences whatever else the text holds */
static void
add_to_sketch (guint    hash,
               gpointer user_data)
{
  Sketch *self = user_data;
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

guint
shanhai_source_get_sketch (ShanhaiSource *self,
                           guint          hashes[SHANHAI_SKETCH_SIZE])
{
  Sketch sketch = { hashes, 0 };

  foreach_sentence (shanhai_source_get_text (self), add_to_sketch, &sketch);

  return sketch.n;
}

static void
add_to_set (guint    hash,
            gpointer user_data)
{
  g_hash_table_add (user_data, GUINT_TO_POINTER (hash));
}

double
shanhai_source_get_shared_text (ShanhaiSource *a,
                                ShanhaiSource *b)
{
  g_autoptr (GHashTable) x = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) y = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer hash;
  guint shared = 0;

  foreach_sentence (shanhai_source_get_text (a), add_to_set, x);
  foreach_sentence (shanhai_source_get_text (b), add_to_set, y);
  if (g_hash_table_size (x) == 0 || g_hash_table_size (y) == 0)
    return 0;

  g_hash_table_iter_init (&iter, x);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    shared += g_hash_table_contains (y, hash);

  /* one sentence can stand in two reports: "won the award …" */
  if (shared < MIN_SHARED)
    return 0;

  return (double) shared / MIN (g_hash_table_size (x), g_hash_table_size (y));
}

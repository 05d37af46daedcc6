/* shanhai-article.c - an article as it came. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-article.h"

#include <string.h>

#include "shanhai-encoding.h"
#include "shanhai-page-text.h"
#include "shanhai-period.h"
#include "shanhai-text.h"

G_DEFINE_QUARK (shanhai-article-error-quark, shanhai_article_error)

static bool
has_ending (const char *name,
            const char *endings)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *lower = dot != NULL ? g_ascii_strdown (dot, -1) : NULL;
  g_autofree char *key = g_strconcat (" ", lower, " ", NULL);

  return lower != NULL && strstr (endings, key) != NULL;
}

/* blank lines at the ends go, white space at the ends of lines, too; runs of blank lines become one */
static char *
tidy (const char *text)
{
  g_autofree char *lines = shanhai_text_normalise_lines (text);
  GString *tidy = g_string_sized_new (strlen (lines));
  guint n_blank = 0;

  for (const char *p = lines;;)
    {
      const char *end = p + strcspn (p, "\n");
      gsize n = (gsize) (end - p);

      while (n > 0 && (p[n - 1] == ' ' || p[n - 1] == '\t'))
        n--;
      if (n == 0)
        n_blank++;
      else
        {
          if (tidy->len > 0)
            g_string_append (tidy, n_blank > 0 ? "\n\n" : "\n");
          g_string_append_len (tidy, p, (gssize) n);
          n_blank = 0;
        }
      if (*end == '\0')
        break;
      p = end + 1;
    }
  return g_string_free (tidy, FALSE);
}

/* Markdown's marks at the heads of lines, and those of links and stress; the words stay as they are printed */
static char *
strip_markdown (const char *text)
{
  static gsize once;
  static GRegex *heads, *links, *stress;
  g_autofree char *without_heads = NULL, *without_links = NULL;

  if (g_once_init_enter (&once))
    {
      heads = g_regex_new ("^[ \\t]*(?:#{1,6}|>|[-*+])[ \\t]+", G_REGEX_MULTILINE | G_REGEX_OPTIMIZE, 0, NULL);
      links = g_regex_new ("!?\\[([^\\]\\n]{0,200})\\]\\([^)\\n]{0,500}\\)", G_REGEX_OPTIMIZE, 0, NULL);
      stress = g_regex_new ("(\\*\\*|__)([^*_\\n]{1,400})\\1", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  without_heads = g_regex_replace_literal (heads, text, -1, 0, "", 0, NULL);
  if (without_heads == NULL)
    return g_strdup (text);
  without_links = g_regex_replace (links, without_heads, -1, 0, "\\1", 0, NULL);
  if (without_links == NULL)
    return g_steal_pointer (&without_heads);
  {
    char *plain = g_regex_replace (stress, without_links, -1, 0, "\\2", 0, NULL);

    return plain != NULL ? plain : g_steal_pointer (&without_links);
  }
}

static void
take_if_missing (char       **slot,
                 const char  *value)
{
  if (*slot == NULL && value != NULL && *value != '\0')
    *slot = g_strdup (value);
}

/* 2020-10-15T08:00:00+08:00, 2020年10月15日: the day */
static char *
dup_day (const char *date)
{
  g_autofree char *head = date != NULL ? g_strndup (date, 10) : NULL;
  g_autoptr (ShanhaiPeriod) period = head != NULL && g_utf8_validate (head, -1, NULL) ? shanhai_period_parse (head, NULL) : NULL;

  if (period == NULL && date != NULL)
    period = shanhai_period_parse_people (date, NULL, NULL);
  return period != NULL ? g_strdup (shanhai_period_get_text (period)) : NULL;
}

static ShanhaiArticle *
new_from_page (const char *html)
{
  ShanhaiArticle *self = g_new0 (ShanhaiArticle, 1);
  g_autoptr (ShanhaiPageText) page = shanhai_page_text_new (html);
  g_autofree char *head = g_strconcat (page->title != NULL ? page->title : "", "\n", page->imprint, page->text, NULL);
  g_autofree char *day = dup_day (page->published);
  ShanhaiImprint *imprint = shanhai_imprint_new (head);

  if (page->title != NULL && *page->title != '\0')
    {
      g_free (imprint->title);
      imprint->title = g_strdup (page->title);
    }
  if (day != NULL)
    {
      g_free (imprint->published);
      imprint->published = g_steal_pointer (&day);
    }
  take_if_missing (&imprint->publisher, page->publisher);
  if (imprint->authors == NULL && page->author != NULL)
    imprint->authors = g_regex_split_simple ("[、，,;；\\s]+", page->author, 0, 0);
  self->imprint = imprint;
  self->url = g_strdup (page->url);
  /* the heading belongs to the text: figures stand in it, too */
  if (page->title != NULL && *page->text != '\0' && !g_str_has_prefix (page->text, page->title))
    {
      g_autofree char *whole = g_strconcat (page->title, "\n", page->text, NULL);

      self->text = tidy (whole);
    }
  else
    self->text = tidy (page->text);
  return self;
}

static ShanhaiArticle *
finish (ShanhaiArticle *self,
        GError        **error)
{
  if (*self->text != '\0')
    return self;
  g_set_error_literal (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_EMPTY, "there is no text");
  shanhai_article_free (self);
  return NULL;
}

ShanhaiArticle *
shanhai_article_new_from_text (const char  *text,
                               GError     **error)
{
  ShanhaiArticle *self;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > SHANHAI_ARTICLE_MAX)
    {
      g_set_error_literal (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_TOO_BIG, "too big");
      return NULL;
    }
  valid = g_utf8_make_valid (text, -1);
  if (shanhai_page_text_is_html (valid))
    self = new_from_page (valid);
  else
    {
      self = g_new0 (ShanhaiArticle, 1);
      self->text = tidy (valid);
      self->imprint = shanhai_imprint_new (self->text);
    }
  self->encoding = "UTF-8";
  return finish (self, error);
}

/* pictures, archives and the like begin with a few bytes of their own; what has no letters at all isn't text either */
static bool
is_binary (const char *bytes,
           gsize       length)
{
  static const struct { const char *magic; gsize length; } magics[] = {
    { "\x89PNG", 4 }, { "\xff\xd8\xff", 3 }, { "GIF8", 4 }, { "PK\x03\x04", 4 }, { "%PDF-", 5 }, { "\xd0\xcf\x11\xe0", 4 }, { "\x1f\x8b", 2 },
    { "RIFF", 4 }, { "\x7f" "ELF", 4 }, { "7z\xbc\xaf", 4 }, { "Rar!", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].length && memcmp (bytes, magics[i].magic, magics[i].length) == 0)
      return true;
  return false;
}

ShanhaiArticle *
shanhai_article_new_from_bytes (GBytes      *bytes,
                                const char  *name,
                                GError     **error)
{
  ShanhaiArticle *self;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *declared = NULL, *text = NULL;
  const char *encoding;

  if (length == 0)
    data = "";
  if (length > SHANHAI_ARTICLE_MAX)
    {
      g_set_error_literal (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_TOO_BIG, "too big");
      return NULL;
    }
  if (is_binary (data, length))
    {
      g_set_error_literal (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_BINARY, "no text");
      return NULL;
    }

  declared = length > 0 ? shanhai_encoding_find_declared (data, length) : NULL;
  text = shanhai_encoding_decode (data, length, declared, &encoding);
  if (has_ending (name, " .html .htm .xhtml .shtml ") || shanhai_page_text_is_html (text))
    self = new_from_page (text);
  else
    {
      g_autofree char *plain = has_ending (name, " .md .markdown ") ? strip_markdown (text) : g_strdup (text);

      self = g_new0 (ShanhaiArticle, 1);
      self->text = tidy (plain);
      self->imprint = shanhai_imprint_new (self->text);
    }
  self->encoding = encoding;
  return finish (self, error);
}

void
shanhai_article_free (ShanhaiArticle *self)
{
  g_free (self->text);
  g_free (self->url);
  g_clear_pointer (&self->imprint, shanhai_imprint_free);
  g_free (self);
}

/* shanhai-article.h - an article as it came: its text and what it says of itself. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a file's bytes (a saved page, Markdown, plain text, in any encoding), or from text that was pasted or dropped. */

#pragma once

#include <gio/gio.h>

#include "shanhai-imprint.h"

G_BEGIN_DECLS

typedef struct
{
  char           *text;      /* UTF-8, lines end in LF, without blank lines at the ends */
  char           *url;       /* (nullable) */
  ShanhaiImprint *imprint;
  const char     *encoding;  /* static */
} ShanhaiArticle;

typedef enum
{
  SHANHAI_ARTICLE_ERROR_EMPTY,    /* there is no text in it */
  SHANHAI_ARTICLE_ERROR_BINARY,   /* a picture, an archive, a document of a word processor */
  SHANHAI_ARTICLE_ERROR_TOO_BIG,
} ShanhaiArticleError;

#define SHANHAI_ARTICLE_ERROR (shanhai_article_error_quark ())
/* bytes */
#define SHANHAI_ARTICLE_MAX (16 * 1024 * 1024)

GQuark          shanhai_article_error_quark    (void);

/* @name: (nullable): the file's name, whose ending says what it is where the bytes don't. Errors carry a code only: who shows them has the words. */
ShanhaiArticle *shanhai_article_new_from_bytes (GBytes          *bytes,
                                                const char      *name,
                                                GError         **error);
/* text out of a clipboard; HTML is recognised */
ShanhaiArticle *shanhai_article_new_from_text  (const char      *text,
                                                GError         **error);
void            shanhai_article_free           (ShanhaiArticle  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiArticle, shanhai_article_free)

G_END_DECLS

/* shanhai-page-text.h - the article in a saved web page. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scripts, styles, menus, link lists and footers go; of the rest the part that holds the running text is kept, a paragraph a line. libxml2 reads the page, as a
 * stream: no tree is built, and a page that is nested deeper than any real one is read as far as that. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;       /* paragraphs, LF between them; "" where the page has none */
  char *title;      /* (nullable): from the page's headings, else its title without the site's name */
  char *imprint;    /* lines that stand between the heading and the text: source, author, date */
  char *author;     /* (nullable): from the page's meta elements, as are the following */
  char *published;
  char *publisher;
  char *url;
} ShanhaiPageText;

bool             shanhai_page_text_is_html (const char      *text);
/* @html: UTF-8 (what the page says of its encoding is passed over) */
ShanhaiPageText *shanhai_page_text_new     (const char      *html);
void             shanhai_page_text_free    (ShanhaiPageText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiPageText, shanhai_page_text_free)

G_END_DECLS

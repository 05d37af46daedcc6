/* shanhai-imprint.h - what a text says of itself: title, publisher, authors, date, language. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Proposed, for a person to correct: from the head of the text (the heading, 来源：, 作者：, 记者, 发布时间, "By …"), else its end ("(记者 …)"). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char  *title;      /* (nullable), as is the rest */
  char  *publisher;
  char **authors;
  char  *published;  /* EDTF */
  char  *language;   /* "zh", "zh-Hant" or "en" */
} ShanhaiImprint;

/* @text: UTF-8, line ends as LF. However long it is, only its head and its end are read. */
ShanhaiImprint *shanhai_imprint_new  (const char     *text);
void            shanhai_imprint_free (ShanhaiImprint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiImprint, shanhai_imprint_free)

G_END_DECLS

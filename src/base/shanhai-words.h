/* shanhai-words.h - the program's words in a chosen language. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gettext speaks one language a process; a chart can be exported in another. So charts and figures take their words from here: a
 * catalogue opened for a language, read from the same .mo files that gettext uses. English is the source and needs no file; a word
 * that a catalogue lacks comes out in English. Immutable and reference counted; safe to share among threads.
 *
 * Strings are marked for xgettext by the names of these functions. */

#pragma once

#include "shanhai-number.h"

G_BEGIN_DECLS

typedef struct _ShanhaiWords ShanhaiWords;

/* `locale`: "zh_CN", "zh", "en", "zh_CN.UTF-8"; NULL asks LANGUAGE, LC_ALL, LC_MESSAGES and LANG as gettext does. The folder is the installed
 * one, or what SHANHAI_LOCALEDIR says. */
ShanhaiWords    *shanhai_words_open         (const char         *locale);
ShanhaiWords    *shanhai_words_ref          (ShanhaiWords       *self);
void             shanhai_words_unref        (ShanhaiWords       *self);
ShanhaiLanguage  shanhai_words_get_language (const ShanhaiWords *self);
const char      *shanhai_words_get          (const ShanhaiWords *self,
                                             const char         *message) G_GNUC_FORMAT (2);
const char      *shanhai_words_context      (const ShanhaiWords *self,
                                             const char         *context,
                                             const char         *message) G_GNUC_FORMAT (3);
const char      *shanhai_words_plural       (const ShanhaiWords *self,
                                             const char         *one,
                                             const char         *many,
                                             gulong              n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiWords, shanhai_words_unref)

G_END_DECLS

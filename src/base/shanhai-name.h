/* shanhai-name.h - a name or a text in one or more languages. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Either plain (one text, language not said) or by language ({"en": …, "zh": …}), in the order in which the file gives them. Immutable and
 * reference counted, so that records share it. */

#pragma once

#include "shanhai-number.h"

G_BEGIN_DECLS

typedef struct _ShanhaiName ShanhaiName;

#define SHANHAI_TYPE_NAME (shanhai_name_get_type ())

GType         shanhai_name_get_type    (void) G_GNUC_CONST;

ShanhaiName  *shanhai_name_new_plain   (const char         *text);
/* `languages` and `texts` have `n` elements; n ≥ 1; a language occurs once */
ShanhaiName  *shanhai_name_new         (const char * const *languages,
                                        const char * const *texts,
                                        guint               n);
ShanhaiName  *shanhai_name_ref         (ShanhaiName        *self);
void          shanhai_name_unref       (ShanhaiName        *self);
bool          shanhai_name_equal       (const ShanhaiName  *a,
                                        const ShanhaiName  *b);
bool          shanhai_name_is_plain    (const ShanhaiName  *self);
guint         shanhai_name_get_n       (const ShanhaiName  *self);
const char   *shanhai_name_get_nth     (const ShanhaiName  *self,
                                        guint               index,
                                        const char        **language);
/* the text in that language, else in the first one that is there; "" for NULL */
const char   *shanhai_name_get         (const ShanhaiName  *self,
                                        ShanhaiLanguage     language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiName, shanhai_name_unref)

G_END_DECLS

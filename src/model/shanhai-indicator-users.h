/* shanhai-indicator-users.h - what names an indicator: by its key, not by a record's id. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures name it as what they count, formulas of other indicators as what they are computed of. There is no index: each question looks at all figures. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-indicator.h"

G_BEGIN_DECLS

/* (transfer container) (element-type ShanhaiRecord): the figures, and the indicators whose formulas have the key, in file order */
GPtrArray *shanhai_casebook_dup_indicator_users (ShanhaiCasebook  *self,
                                                 const char       *key);
/* Whether somebody else says what the key is: the vocabulary, or another record. `gone` (nullable) (element-type utf8): ids of records that don't count. */
bool       shanhai_casebook_has_indicator       (ShanhaiCasebook  *self,
                                                 const char       *key,
                                                 GHashTable       *gone);
/* The draft of a figure or of an indicator names another one instead. */
void       shanhai_record_replace_indicator     (ShanhaiRecord    *draft,
                                                 const char       *key,
                                                 const char       *by);

G_END_DECLS

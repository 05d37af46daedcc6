/* shanhai-link.h - how a figure goes on from the one before it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files of this room. */

#pragma once

#include "shanhai-mention.h"

G_BEGIN_DECLS

/* from the one before (nullable) in its sentence to the figure */
ShanhaiLink shanhai_link_find     (const ShanhaiRules   *rules,
                                   const ShanhaiLine    *line,
                                   const ShanhaiMention *previous,
                                   const ShanhaiMention *mention);
/* whether the key of a unit (nullable) is that of a currency */
bool        shanhai_link_is_money (const char           *unit);

G_END_DECLS

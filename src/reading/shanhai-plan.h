/* shanhai-plan.h - whether a figure is planned. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files of this room. */

#pragma once

#include "shanhai-mention.h"

G_BEGIN_DECLS

/* whether any word of the line plans; most lines have none */
bool shanhai_plan_has_words (const ShanhaiLine    *line);
/* whether the sentence speaks of what is to come, not of what is; `times` are those of the line, `has_words` what shanhai_plan_has_words() says of it */
bool shanhai_plan_holds     (const ShanhaiTimes   *times,
                             const ShanhaiLine    *line,
                             const ShanhaiMention *mention,
                             bool                  has_words);

G_END_DECLS

/* shanhai-topic.h - the time that a paragraph speaks of. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the files of this room. */

#pragma once

#include "shanhai-times.h"

G_BEGIN_DECLS

typedef struct
{
  const ShanhaiTimes *times;
  const ShanhaiLine  *line;
  guint               n;          /* times of earlier sentences, asked already */
  const char         *text;       /* (nullable): EDTF, for the figures of a sentence that names no time itself */
  const ShanhaiTime  *time;       /* (nullable): that named it; NULL where the section did */
  const char         *opening;    /* (nullable): with which the paragraph began; the items of a list return to it */
  const ShanhaiTime  *last;       /* (nullable): named last in an earlier sentence */
} ShanhaiTopic;

void shanhai_topic_begin (ShanhaiTopic       *self,
                          const ShanhaiTimes *times,
                          const ShanhaiLine  *line);
/* Call it with the beginning of each sentence that has figures, in order. */
void shanhai_topic_enter (ShanhaiTopic       *self,
                          guint               sentence);

G_END_DECLS

/* shanhai-sentence-numbers.h - numbers of a text that nobody has recorded, with their units. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-quantity.h"
#include "shanhai-quoted-number.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the figure that the number of `text` is, by the words around it; NULL for a year, a day, an ordinal, and where the unit isn't known. `before`: where the words begin that
 * may qualify it. `previous` is the text behind the figure before it, and `previous_unit` that one's unit: 39盏、30盏, "from 56 villages to 3"; or NULL. `end` is set to where the figure ends, in bytes. */
ShanhaiQuantity *shanhai_sentence_read_number (const char                *text,
                                               gsize                      before,
                                               const ShanhaiQuotedNumber *number,
                                               const char                *previous,
                                               const char                *previous_unit,
                                               gsize                     *end);

G_END_DECLS

/* shanhai-quantity-entry.h - figures as people type them: reading, showing and saying what was understood. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure functions around shanhai_quantity_parse(), for entries of every kind. They need no display. */

#pragma once

#include "shanhai-wording.h"

G_BEGIN_DECLS

/* (nullable): the unit that a record's figure is most likely in: what its indicator is counted in, yuan for a flow, people for an exchange */
const char      *shanhai_quantity_entry_get_unit  (ShanhaiCasebook        *casebook,
                                                   ShanhaiRecord          *record,
                                                   const char             *member);
/* As shanhai_quantity_parse(), but another unit than the likely one is taken where the text names it; errors say what would be right. */
ShanhaiQuantity *shanhai_quantity_entry_parse     (const char             *text,
                                                   const char             *unit,
                                                   GError                **error);
/* (transfer full): a text that parses back to the quantity, the plan aside; "" for NULL */
char            *shanhai_quantity_entry_dup_text  (const ShanhaiWording   *wording,
                                                   const ShanhaiQuantity  *quantity,
                                                   const char             *unit);
/* (transfer full): "nearly 470 M CNY · 470 000 000, to ten millions" */
char            *shanhai_quantity_entry_dup_reading (const ShanhaiWording  *wording,
                                                     const ShanhaiQuantity *quantity,
                                                     const char            *unit);

G_END_DECLS

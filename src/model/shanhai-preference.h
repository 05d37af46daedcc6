/* shanhai-preference.h - of two claims to one figure, the one that a person has chosen. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A `decision` about a record that `prefers` another: charts, key figures and comparisons pass over the first. Both stay in the casebook and in its tables. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the id of the record that stands for this one; NULL where nobody has chosen, or where what was chosen isn't there */
const char *shanhai_casebook_get_preferred (ShanhaiCasebook *self,
                                            const char      *id);

G_END_DECLS

/* shanhai-change-read.h - lines of records become one change: apply, journal, clipboard. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line is a record, added or replaced whole by its id, or `{"record":"deleted","id":…}`. A later line for the same id wins.
 * `{"record":"casebook",…}` without a format sets what the casebook says of itself, whole. The header of a file, which says its format, is skipped,
 * so that a casebook file can be applied to another; one of a newer format is refused, since what its lines mean isn't
 * known here. As in a casebook file, one empty line at the end is what editors leave, and no fault. One bad line refuses them all. */

#pragma once

#include "shanhai-change.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

/* (transfer full): `name` is for messages, `title` is the change's; NULL with "NAME:LINE: …" */
ShanhaiChange  *shanhai_change_from_bytes  (GBytes          *bytes,
                                            const char      *name,
                                            const char      *title,
                                            GError         **error);
/* (transfer full): the lines that make the same change, each with its line end */
char           *shanhai_change_to_lines    (ShanhaiChange   *change);

G_END_DECLS

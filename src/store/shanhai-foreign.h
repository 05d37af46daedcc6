/* shanhai-foreign.h - what a file is that is no casebook. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sentence for people about a file of some other kind, with what to do: “this is a picture …”. NULL where the bytes could be text. */
const char *shanhai_foreign_describe (const char *data,
                                      gsize       size);

G_END_DECLS

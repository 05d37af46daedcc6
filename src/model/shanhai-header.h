/* shanhai-header.h - what the first line of a casebook says. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain value. In a change it stands for the casebook's own record, and `format` means nothing there: an edit never changes the format. */

#pragma once

#include "shanhai-name.h"

G_BEGIN_DECLS

typedef struct
{
  gint64       format;    /* 0: not said */
  ShanhaiName *title;     /* or NULL, as all that follows */
  char        *language;  /* of its plain texts: "zh" */
  char        *created;   /* an EDTF date */
  char        *extra;     /* unknown members, as JSON text that begins with a comma */
} ShanhaiHeader;

ShanhaiHeader *shanhai_header_copy  (const ShanhaiHeader *self);
void           shanhai_header_free  (ShanhaiHeader       *self);
/* frees what it holds; it can be used again */
void           shanhai_header_clear (ShanhaiHeader       *self);
/* but for the format */
bool           shanhai_header_equal (const ShanhaiHeader *a,
                                     const ShanhaiHeader *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiHeader, shanhai_header_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShanhaiHeader, shanhai_header_clear)

G_END_DECLS

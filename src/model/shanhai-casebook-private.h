/* shanhai-casebook-private.h - what the parts of the casebook share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-references.h"

G_BEGIN_DECLS

struct _ShanhaiCasebook
{
  GObject            parent_instance;

  gint64             format;
  ShanhaiName       *title;
  const char        *language;  /* interned */
  char              *created;
  char              *extra;
  bool               read_only;

  GHashTable        *by_id;
  ShanhaiRecordList *lists[SHANHAI_N_RECORD_TYPES];
  ShanhaiReferences *references;  /* NULL until somebody asks */
};

void shanhai_casebook_emit_changed (ShanhaiCasebook  *self,
                                    ShanhaiChange    *change);
/* Applies a change that leads to a state in which the casebook has been, for undo and redo. References aren't asked after: if any dangle then,
 * they did so before. */
bool shanhai_casebook_restore      (ShanhaiCasebook  *self,
                                    ShanhaiChange    *change,
                                    GError          **error);

G_END_DECLS

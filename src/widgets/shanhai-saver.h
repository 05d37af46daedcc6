/* shanhai-saver.h - saves a document, asking where when need be. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Belongs to a window: one save at a time; a second wish while one runs does nothing. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SAVER (shanhai_saver_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSaver, shanhai_saver, SHANHAI, SAVER, GObject)

/* Signals: "saved" (ShanhaiDocument), "copied" (ShanhaiDocument, GFile: where to, int: ShanhaiCopyKind), "failed" (ShanhaiDocument, GError) */
/* @parent: of the dialogs; not held */
ShanhaiSaver *shanhai_saver_new     (GtkWindow       *parent);

/* to the document's file, or where the person says if it has none */
void          shanhai_saver_save    (ShanhaiSaver    *self,
                                     ShanhaiDocument *document,
                                     bool             overwrite);
/* A read-only document can't be saved: what it came from is copied as it is. */
void          shanhai_saver_save_as (ShanhaiSaver    *self,
                                     ShanhaiDocument *document);
/* of a damaged one: what can be read, as a casebook of its own */
void          shanhai_saver_save_readable (ShanhaiSaver    *self,
                                           ShanhaiDocument *document);

G_END_DECLS

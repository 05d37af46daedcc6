/* shanhai-record-editor-private.h - what the parts of the form know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window and its rows are in shanhai-record-editor.c, what becomes of them in shanhai-record-editor-saving.c. */

#pragma once

#include "shanhai-field-editor.h"
#include "shanhai-message-bar.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-record-editor.h"

G_BEGIN_DECLS

typedef struct
{
  const ShanhaiFormField *form;
  ShanhaiFieldEditor     *editor;
} ShanhaiRecordEditorRow;

struct _ShanhaiRecordEditor
{
  GtkWindow          parent_instance;

  ShanhaiDrafts     *drafts;
  ShanhaiRecordType  type;
  ShanhaiRecord     *base;      /* what the form began with; a draft of our own where it is a new record */
  GPtrArray         *records;   /* of the casebook, that are edited; empty for a new one */
  bool               in_drafts; /* what is made becomes a draft */
  bool               following; /* editors are told of each other right now */
  GArray            *rows;      /* ShanhaiRecordEditorRow */

  ShanhaiMessageBar *errors;
  GtkLabel          *heading;
  GtkLabel          *subject;
  GtkLabel          *many;
  GtkGrid           *grid;
  GtkGrid           *more_grid;
  GtkExpander       *more;
  GtkBox            *citations_box;
  GtkLabel          *citations_title;
  GtkSizeGroup      *labels;    /* of both grids */
};

/* for shanhai_record_editor_save(), which emits it */
void shanhai_record_editor_saved (ShanhaiRecordEditor *self,
                                  const char          *id);

G_END_DECLS

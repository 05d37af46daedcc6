/* shanhai-export-dialog.h - a figure becomes a file: format, size, language, parts, seen beforehand. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preview is the very chart that is written. Choices are remembered in the settings; the reader's own title isn't. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-figure.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_EXPORT_DIALOG (shanhai_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiExportDialog, shanhai_export_dialog, SHANHAI, EXPORT_DIALOG, GtkWindow)

/* Signal "exported" (GFile): written; the dialog closes after it. */
GtkWidget    *shanhai_export_dialog_new       (ShanhaiFigure       *figure);

/* (transfer none) (nullable): the chart as it would be written now; NULL, or as it was before the last choice, while it is laid out */
ShanhaiMarks *shanhai_export_dialog_get_marks (ShanhaiExportDialog *self);

G_END_DECLS

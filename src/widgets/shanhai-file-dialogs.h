/* shanhai-file-dialogs.h - asks which file to open or to write. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desktop's own dialogs (portals), which remember their folder. Nothing waits for them, and the windows stay usable. In a sandbox without a portal
 * a message says so instead. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @file: (nullable) (transfer none): NULL when the person thought better of it */
typedef void (*ShanhaiFileChosen) (GFile    *file,
                                   gpointer  user_data);

/* what kind of file is meant, for the filter and the folder that is remembered */
typedef enum
{
  SHANHAI_FILE_CASEBOOK,
  SHANHAI_FILE_PICTURE,
  SHANHAI_FILE_TABLE,     /* CSV to import */
  SHANHAI_FILE_ARTICLE,   /* text, saved page or Markdown */
  SHANHAI_FILE_EXPORT,    /* tables, JSON, IATI */
} ShanhaiFileKind;

/* @owner: an object that the answer is for: when it is gone, nobody is told. One dialog for each owner: a second call brings the first one up. */
void  shanhai_file_dialogs_open (GtkWindow         *parent,
                                 ShanhaiFileKind    kind,
                                 gpointer           owner,
                                 ShanhaiFileChosen  chosen);
/* @name: that the dialog proposes; @ending: (nullable): added where the person leaves it out (".png") */
void  shanhai_file_dialogs_save (GtkWindow         *parent,
                                 ShanhaiFileKind    kind,
                                 const char        *title,
                                 const char        *name,
                                 const char        *ending,
                                 gpointer           owner,
                                 ShanhaiFileChosen  chosen);
/* a folder that is there; for exports */
void  shanhai_file_dialogs_folder (GtkWindow         *parent,
                                   const char        *title,
                                   gpointer           owner,
                                   ShanhaiFileChosen  chosen);

G_END_DECLS

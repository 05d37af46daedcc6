/* shanhai-load-page.h - a casebook is being read: how far, and a way to stop. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stays blank for the first moment, so that a file that opens at once doesn't flicker. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_LOAD_PAGE (shanhai_load_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiLoadPage, shanhai_load_page, SHANHAI, LOAD_PAGE, GtkWidget)

/* Signals: "loaded" (ShanhaiDocument), "failed" (GFile, GError; G_IO_ERROR_CANCELLED when the person stopped it). Exactly one of them for each
 * file, unless the page is disposed of before; always after shanhai_load_page_open() has returned. */
GtkWidget *shanhai_load_page_new     (void);

/* (nullable) (transfer none): what is being read */
GFile     *shanhai_load_page_get_file (ShanhaiLoadPage *self);
/* one file at a time: stops the one before, silently */
void       shanhai_load_page_open    (ShanhaiLoadPage *self,
                                      GFile           *file);
/* the same without what isn't saved, which stays where it is */
void       shanhai_load_page_read_again (ShanhaiLoadPage *self,
                                         GFile           *file);
/* a casebook that has no file, from its journal; until then the page's file is the journal */
void       shanhai_load_page_recover (ShanhaiLoadPage *self,
                                      const char      *path);
void       shanhai_load_page_cancel  (ShanhaiLoadPage *self);

G_END_DECLS

/* shanhai-checks-page.h - the findings of a casebook, gravest first, and one of them in full. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys, besides those of every list: J and K to the next and the one before, Enter to the first record, O to its source, S to settle, R to reopen. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CHECKS_PAGE (shanhai_checks_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiChecksPage, shanhai_checks_page, SHANHAI, CHECKS_PAGE, GtkWidget)

/* Property: "document" (read and write). As a ShanhaiPage it shows a record by the gravest finding that names it. */
GtkWidget       *shanhai_checks_page_new          (void);
ShanhaiDocument *shanhai_checks_page_get_document (ShanhaiChecksPage *self);
void             shanhai_checks_page_set_document (ShanhaiChecksPage *self,
                                                   ShanhaiDocument   *document);

G_END_DECLS

/* shanhai-overview-page.h - all cases of a casebook at once, and its newest sources. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Implements ShanhaiPage. Each case shows its own figures; nothing is added up across cases. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_OVERVIEW_PAGE (shanhai_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiOverviewPage, shanhai_overview_page, SHANHAI, OVERVIEW_PAGE, GtkWidget)

/* Properties: "document" (read and write) */
GtkWidget       *shanhai_overview_page_new          (void);

ShanhaiDocument *shanhai_overview_page_get_document (ShanhaiOverviewPage *self);
/* @document: (nullable) */
void             shanhai_overview_page_set_document (ShanhaiOverviewPage *self,
                                                     ShanhaiDocument     *document);

G_END_DECLS

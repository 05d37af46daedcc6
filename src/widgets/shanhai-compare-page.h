/* shanhai-compare-page.h - one indicator in several cases: on one scale, as small multiples, in a table. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Implements ShanhaiPage; the figure that it exports has all picked cases on one scale. Nothing is added up. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-document.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_COMPARE_PAGE (shanhai_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiComparePage, shanhai_compare_page, SHANHAI, COMPARE_PAGE, GtkWidget)

/* Properties: "document", "indicator" (read and write) */
GtkWidget       *shanhai_compare_page_new           (void);

ShanhaiDocument *shanhai_compare_page_get_document  (ShanhaiComparePage *self);
/* @document: (nullable) */
void             shanhai_compare_page_set_document  (ShanhaiComparePage *self,
                                                     ShanhaiDocument    *document);
/* the key of the indicator shown; NULL where no case has figures */
const char      *shanhai_compare_page_get_indicator (ShanhaiComparePage *self);
/* an indicator without figures changes nothing */
void             shanhai_compare_page_set_indicator (ShanhaiComparePage *self,
                                                     const char         *indicator);

G_END_DECLS

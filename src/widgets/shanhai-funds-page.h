/* shanhai-funds-page.h - where a case's money came from and went, and the flows behind the drawing. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FUNDS_PAGE (shanhai_funds_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFundsPage, shanhai_funds_page, SHANHAI, FUNDS_PAGE, ShanhaiCaseSection)

/* Properties (read and write): "by" ("recipient" or "project"): what the drawing ends in; "status" ("disbursed", "committed", "planned" or NULL for
 * all): which flows the table lists */
GtkWidget  *shanhai_funds_page_new        (void);

const char *shanhai_funds_page_get_by     (ShanhaiFundsPage *self);
void        shanhai_funds_page_set_by     (ShanhaiFundsPage *self,
                                           const char       *by);
const char *shanhai_funds_page_get_status (ShanhaiFundsPage *self);
void        shanhai_funds_page_set_status (ShanhaiFundsPage *self,
                                           const char       *status);

G_END_DECLS

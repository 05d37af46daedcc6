/* shanhai-summary-page.h - a case at a glance: what it is, what is recorded of it, from which sources. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SUMMARY_PAGE (shanhai_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSummaryPage, shanhai_summary_page, SHANHAI, SUMMARY_PAGE, ShanhaiCaseSection)

GtkWidget *shanhai_summary_page_new (void);

G_END_DECLS

/* shanhai-timeline-page.h - what happened when: events and what lasted. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_TIMELINE_PAGE (shanhai_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiTimelinePage, shanhai_timeline_page, SHANHAI, TIMELINE_PAGE, ShanhaiCaseSection)

GtkWidget *shanhai_timeline_page_new (void);

G_END_DECLS

/* shanhai-pairings-page.h - who is paired with whom, level by level. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PAIRINGS_PAGE (shanhai_pairings_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPairingsPage, shanhai_pairings_page, SHANHAI, PAIRINGS_PAGE, ShanhaiCaseSection)

GtkWidget *shanhai_pairings_page_new (void);

G_END_DECLS

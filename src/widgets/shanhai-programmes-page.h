/* shanhai-programmes-page.h - what was done, by sector, and what came of it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PROGRAMMES_PAGE (shanhai_programmes_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiProgrammesPage, shanhai_programmes_page, SHANHAI, PROGRAMMES_PAGE, ShanhaiCaseSection)

GtkWidget *shanhai_programmes_page_new (void);

G_END_DECLS

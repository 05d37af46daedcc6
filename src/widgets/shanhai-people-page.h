/* shanhai-people-page.h - who was sent, trained or employed, in which direction. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PEOPLE_PAGE (shanhai_people_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPeoplePage, shanhai_people_page, SHANHAI, PEOPLE_PAGE, ShanhaiCaseSection)

GtkWidget *shanhai_people_page_new (void);

G_END_DECLS

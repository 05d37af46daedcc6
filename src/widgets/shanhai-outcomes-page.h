/* shanhai-outcomes-page.h - a case's indicators over time, and the observations behind them. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-case-section.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_OUTCOMES_PAGE (shanhai_outcomes_page_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiOutcomesPage, shanhai_outcomes_page, SHANHAI, OUTCOMES_PAGE, ShanhaiCaseSection)

/* Property "indicator" (read and write): the key of the indicator that is drawn; one the case doesn't have changes nothing */
GtkWidget  *shanhai_outcomes_page_new           (void);

const char *shanhai_outcomes_page_get_indicator (ShanhaiOutcomesPage *self);
void        shanhai_outcomes_page_set_indicator (ShanhaiOutcomesPage *self,
                                                 const char          *indicator);

G_END_DECLS

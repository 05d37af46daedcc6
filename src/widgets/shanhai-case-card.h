/* shanhai-case-card.h - a case at a glance: its title, its own key figures, its poverty rate as a small chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a grid that recycles its cells. Shows the case's own figures; nothing is added up. It can't be clicked: the cell around it can. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-case.h"
#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_CARD (shanhai_case_card_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCaseCard, shanhai_case_card, SHANHAI, CASE_CARD, GtkWidget)

GtkWidget   *shanhai_case_card_new            (void);

ShanhaiCase *shanhai_case_card_get_case       (ShanhaiCaseCard *self);
/* @the_case: (nullable): of @casebook. Says everything again when it is the same. */
void         shanhai_case_card_set_case       (ShanhaiCaseCard *self,
                                               ShanhaiCasebook *casebook,
                                               ShanhaiCase     *the_case);

/* how many sources the records of a case cite */
guint        shanhai_casebook_count_sources   (ShanhaiCasebook *casebook,
                                               const char      *case_id);

G_END_DECLS

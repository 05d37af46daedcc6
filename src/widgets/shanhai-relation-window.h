/* shanhai-relation-window.h - a dialog in which a person says that some figures add up to another. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures that the sum may be are offered, those that agree with it first; what it comes to is told before it is said. One change of the casebook. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"
#include "shanhai-decision.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RELATION_WINDOW (shanhai_relation_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRelationWindow, shanhai_relation_window, SHANHAI, RELATION_WINDOW, GtkWindow)

/* @records: (element-type ShanhaiRecord): two at least with a figure; one that is the sum of the others is taken for the total */
GtkWidget *shanhai_relation_window_new        (ShanhaiCasebook *casebook,
                                               GPtrArray       *records);
/* whether such a dialog has something to ask about them */
bool       shanhai_relation_window_can_ask    (GPtrArray       *records);

/* (transfer full): "900 people = 500 people + 400 people", each term with what it is about where `long_form` */
char      *shanhai_relation_dup_words         (ShanhaiCasebook *casebook,
                                               ShanhaiRecord   *relation,
                                               bool             long_form);

/* (transfer full): "Stated by hand · Li Lei · 22 Nov 2026 · as the report adds them" */
char      *shanhai_decision_dup_relation_words (ShanhaiCasebook *casebook,
                                                ShanhaiDecision *relation);

G_END_DECLS

/* shanhai-citation-card.h - one citation: the figure as printed, its sentence, its source. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CITATION_CARD (shanhai_citation_card_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCitationCard, shanhai_citation_card, SHANHAI, CITATION_CARD, GtkWidget)

/* @index: of the record's citations. Shows them as they are now; made anew when it is asked for again. */
GtkWidget *shanhai_citation_card_new (ShanhaiCasebook *casebook,
                                      ShanhaiRecord   *record,
                                      guint            index);
/* What goes into a popover around @content, which shows @n_citations: itself, or where these are many, a window to scroll it in. (A scrolled window
 * asks for the height that its content has at its narrowest, so it isn't put around a few lines.) */
GtkWidget *shanhai_citation_card_new_holder (GtkWidget *content,
                                             guint      n_citations);

G_END_DECLS

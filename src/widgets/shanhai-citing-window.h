/* shanhai-citing-window.h - a dialog in which a person chooses the record that a passage is cited for. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The likeliest records come first (shanhai-cite-matches.h); typing searches all of them. It changes nothing: its owner hears of the choice. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-cite-matches.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CITING_WINDOW (shanhai_citing_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCitingWindow, shanhai_citing_window, SHANHAI, CITING_WINDOW, GtkWindow)

/* Signal: "picked" (ShanhaiRecord *); the window closes behind it. @quote: the passage, as it is shown */
GtkWidget *shanhai_citing_window_new (ShanhaiCasebook      *casebook,
                                      const char           *quote,
                                      const ShanhaiPassage *passage);

G_END_DECLS

/* shanhai-recovered-window.h - the unsaved changes that came back: what each is called, when it was made, what became of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-recovery.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECOVERED_WINDOW (shanhai_recovered_window_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRecoveredWindow, shanhai_recovered_window, SHANHAI, RECOVERED_WINDOW, GtkWindow)

/* @recovery: read at once, not held */
GtkWidget *shanhai_recovered_window_new       (const ShanhaiRecovery *recovery);

/* (transfer full): a time as people say it: "today, 09:30", "yesterday, 17:05", "2026-11-03 08:00" */
char      *shanhai_recovered_describe_time    (GDateTime             *time,
                                               GDateTime             *now);
/* (transfer full): the day alone: "today", "yesterday", "2026-11-03" */
char      *shanhai_recovered_describe_day     (GDateTime             *time,
                                               GDateTime             *now);

G_END_DECLS

/* shanhai-application.h - the program: its windows, and what isn't a window's. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One process for a person's desktop: starting it again brings a window up, or opens the files in the one that runs. Actions: new-window,
 * preferences, about, quit. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_APPLICATION (shanhai_application_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiApplication, shanhai_application, SHANHAI, APPLICATION, GtkApplication)

ShanhaiApplication *shanhai_application_new (void);

G_END_DECLS

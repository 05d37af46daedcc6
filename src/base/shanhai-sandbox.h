/* shanhai-sandbox.h - what is different inside a Flatpak. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the person's come through portals there, under paths that nobody should see or remember; what the program keeps
 * for itself has to lie in folders that outlive the sandbox. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Called first of all in main(), before anybody asks GLib for a folder or starts a thread. */
void  shanhai_sandbox_prepare     (void);
bool  shanhai_sandbox_is_active   (void);
bool  shanhai_sandbox_is_document (const char *path);
/* (transfer full) (nullable): where a document of the portal really lies. NULL: an older portal doesn't tell, or it's no document */
char *shanhai_sandbox_dup_origin  (const char *path);

G_END_DECLS

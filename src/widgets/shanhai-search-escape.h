/* shanhai-search-escape.h - Escape in the search of a dialog. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* for "stop-search" in templates */
void shanhai_search_escape_cb (GtkSearchEntry *entry);

G_END_DECLS

/* shanhai-sources-page-private.h - what the parts of the page of sources know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page itself is its list, its search and the source that is shown (shanhai-sources-page.c). How articles come to it is in shanhai-sources-page-taking.c, which
 * knows no more of the page than everybody does. */

#pragma once

#include "shanhai-sources-page.h"

G_BEGIN_DECLS

/* "sources.add", "sources.paste" and their keys */
void shanhai_sources_page_class_install_taking (GtkWidgetClass     *widget_class);
/* lets files and texts be dropped */
void shanhai_sources_page_set_up_taking        (ShanhaiSourcesPage *self);

G_END_DECLS

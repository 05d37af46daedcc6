/* shanhai-facts.h - a grid of facts: a name, and what is so called, row by row. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts both into the row of the grid, the name dim, the text wrapped and labelled by it. (transfer none): the text's label, for whatever else is wanted of it. */
GtkLabel *shanhai_facts_add (GtkGrid    *grid,
                             int         row,
                             const char *title,
                             const char *text);

G_END_DECLS

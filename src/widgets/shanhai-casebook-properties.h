/* shanhai-casebook-properties.h - a dialog for what a casebook says of itself: its title, its language. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASEBOOK_PROPERTIES (shanhai_casebook_properties_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCasebookProperties, shanhai_casebook_properties, SHANHAI, CASEBOOK_PROPERTIES, GtkWindow)

GtkWidget   *shanhai_casebook_properties_new   (ShanhaiCasebook   *casebook);

/* (transfer full) (nullable): the title with those texts in place of its own; "" takes one away. What there is in other languages stays, and a plain
 * title stays plain where only the text of its own language (that of the casebook: "en", or else Chinese) is given. */
ShanhaiName *shanhai_casebook_properties_title (const ShanhaiName *title,
                                                const char        *language,
                                                const char        *chinese,
                                                const char        *english);

G_END_DECLS

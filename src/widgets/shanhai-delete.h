/* shanhai-delete.h - records are deleted by a person: one change, and a passing message that says what went with them. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

/* Asks nothing, since it can be undone: the message has a button for that. @widget: in the window that tells; @records: (element-type ShanhaiRecord).
 * Returns whether they are gone. */
bool shanhai_delete_records (GtkWidget       *widget,
                             ShanhaiCasebook *casebook,
                             GPtrArray       *records);

G_END_DECLS

/* shanhai-span.h - when something was, as a bar on a line of years; one cell of a timeline. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-period.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SPAN (shanhai_span_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSpan, shanhai_span, SHANHAI, SPAN, GtkWidget)

GtkWidget *shanhai_span_new  (void);
/* @period: (nullable); the line goes from day @first to day @last (as in shanhai_period_get_first_day()). A time that isn't bounded goes to the line's end. */
void       shanhai_span_show (ShanhaiSpan         *self,
                              const ShanhaiPeriod *period,
                              gint32               first,
                              gint32               last);

G_END_DECLS

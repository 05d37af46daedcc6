/* shanhai-people-bars.h - people exchanged, as bars to both sides: west to east left, east to west right. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar a record; nothing is added up. Local exchanges have no direction: their bars lie across the axis. A figure that isn't exact is a hollow bar. Persons and
 * attendances have a scale each. What the checks say against a figure is marked behind it; a click on the mark, and Shift+Enter, lead there. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-wording.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PEOPLE_BARS (shanhai_people_bars_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiPeopleBars, shanhai_people_bars, SHANHAI, PEOPLE_BARS, GtkWidget)

/* Property "selected" (read and write): a record's id */
GtkWidget  *shanhai_people_bars_new          (void);

/* Shows the exchanges as they are now; to be called at each change. @exchanges: (nullable) */
void        shanhai_people_bars_show         (ShanhaiPeopleBars    *self,
                                              const ShanhaiWording *wording,
                                              GListModel           *exchanges);
const char *shanhai_people_bars_get_selected (ShanhaiPeopleBars    *self);
void        shanhai_people_bars_set_selected (ShanhaiPeopleBars    *self,
                                              const char           *record_id);

G_END_DECLS

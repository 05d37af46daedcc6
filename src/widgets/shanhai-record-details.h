/* shanhai-record-details.h - all that a record says: each of its fields, and its citations. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECORD_DETAILS (shanhai_record_details_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRecordDetails, shanhai_record_details, SHANHAI, RECORD_DETAILS, GtkWidget)

/* Shows the record as it is now. */
GtkWidget *shanhai_record_details_new         (ShanhaiCasebook *casebook,
                                               ShanhaiRecord   *record);
/* the same in a popover, not yet parented */
GtkWidget *shanhai_record_details_new_popover (ShanhaiCasebook *casebook,
                                               ShanhaiRecord   *record);

G_END_DECLS

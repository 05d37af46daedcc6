/* shanhai-record-filter.h - which records a search finds: by the words of their line. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a GtkFilterListModel of ShanhaiRecord, in a dialog that asks for one of them. The line of a record is that of shanhai_wording_record(); it is put together
 * when the record is first searched, and kept as long as the filter. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECORD_FILTER (shanhai_record_filter_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRecordFilter, shanhai_record_filter, SHANHAI, RECORD_FILTER, GtkFilter)

/* (transfer full) */
ShanhaiRecordFilter *shanhai_record_filter_new       (ShanhaiCasebook     *casebook);
/* as it was typed; "" finds everything */
void                 shanhai_record_filter_set_query (ShanhaiRecordFilter *self,
                                                      const char          *query);

G_END_DECLS

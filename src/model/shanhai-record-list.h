/* shanhai-record-list.h - all records of one type, as a GListModel. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorted by id (bytes), the order of a canonical file; records of unknown types stay in the order of the file. Only the casebook changes it. */

#pragma once

#include <gio/gio.h>

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECORD_LIST (shanhai_record_list_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiRecordList, shanhai_record_list, SHANHAI, RECORD_LIST, GObject)

ShanhaiRecordList *shanhai_record_list_new         (ShanhaiRecordType  type);
ShanhaiRecordType  shanhai_record_list_get_record_type (ShanhaiRecordList *self);
guint              shanhai_record_list_get_n       (ShanhaiRecordList *self);
/* (transfer none): without the reference that g_list_model_get_item takes */
ShanhaiRecord     *shanhai_record_list_peek        (ShanhaiRecordList *self,
                                                    guint              position);
/* where the record stands; false when it isn't in the list */
bool               shanhai_record_list_find        (ShanhaiRecordList *self,
                                                    ShanhaiRecord     *record,
                                                    guint             *position);

/* (transfer none) (nullable): by bisection; never of unknown types, which aren't sorted */
ShanhaiRecord     *shanhai_record_list_lookup      (ShanhaiRecordList *self,
                                                    const char        *id);

/* For the casebook and for lists that follow it: records that come and go at once, in any order; either may be NULL. A few are told of one by one, many as one
 * stretch of the list, so that no view hears of each. */
void               shanhai_record_list_update      (ShanhaiRecordList *self,
                                                    GPtrArray         *added,
                                                    GPtrArray         *removed);
/* many at once, in any order, into an empty list */
void               shanhai_record_list_fill        (ShanhaiRecordList *self,
                                                    GPtrArray         *records);

G_END_DECLS

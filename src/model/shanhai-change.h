/* shanhai-change.h - one titled edit: for each record it touches, before and after. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only way to change a casebook. A change is built of drafts, then applied once; applying fills in what was there before, so that the
 * change can be reversed. The drafts become the change's own and must not be altered afterwards. */

#pragma once

#include "shanhai-header.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CHANGE (shanhai_change_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiChange, shanhai_change, SHANHAI, CHANGE, GObject)

typedef struct
{
  char          *id;
  ShanhaiRecord *before;  /* NULL: the record is added */
  ShanhaiRecord *after;   /* NULL: the record is deleted */
} ShanhaiChangeEntry;

/* `title` is what undo shows ("Set amount of …"), translated */
ShanhaiChange            *shanhai_change_new       (const char    *title);
const char               *shanhai_change_get_title (ShanhaiChange *self);
/* adds or replaces; a second call for the same id replaces the first. A draft without an id gets one. */
void                      shanhai_change_put       (ShanhaiChange *self,
                                                    ShanhaiRecord *draft);
void                      shanhai_change_delete    (ShanhaiChange *self,
                                                    const char    *id);
/* sets what the casebook says of itself: title, language, created, unknown members; copied. A second call replaces the first. */
void                      shanhai_change_put_header (ShanhaiChange       *self,
                                                     const ShanhaiHeader *header);
/* (nullable): what put_header was given */
const ShanhaiHeader      *shanhai_change_get_header (ShanhaiChange       *self);
/* (nullable): what the header was before; after the change has been applied */
const ShanhaiHeader      *shanhai_change_get_header_before (ShanhaiChange *self);
/* whether it touches nothing, neither records nor the header */
bool                      shanhai_change_is_empty  (ShanhaiChange *self);
/* of records */
guint                     shanhai_change_get_n     (ShanhaiChange *self);
const ShanhaiChangeEntry *shanhai_change_get_entry (ShanhaiChange *self,
                                                    guint          index);
const ShanhaiChangeEntry *shanhai_change_find      (ShanhaiChange *self,
                                                    const char    *id);
/* The id of the record that a person would say the change is about, for a view that goes there: what was told, else the first that was put or
 * deleted; NULL for a change without records. */
const char               *shanhai_change_get_subject (ShanhaiChange *self);
void                      shanhai_change_set_subject (ShanhaiChange *self,
                                                      const char    *id);
/* A record may become one of another type: what a merge takes, an earlier version or the journal says. No editor does that. */
void                      shanhai_change_allow_other_types (ShanhaiChange *self);
bool                      shanhai_change_allows_other_types (ShanhaiChange *self);
/* the change that undoes this one (which must have been applied) */
ShanhaiChange            *shanhai_change_reverse   (ShanhaiChange *self);

G_END_DECLS

/* shanhai-conflict.h - something that two casebooks say differently, and which of them is right. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * About one member of one record, or about the record as a whole where one side deleted what the other needs. The values are read from the records:
 * shanhai_conflict_get_record() of a side, and the field. Of the casebook's own header, the headers take their place. Property "choice" (read and write,
 * notifies); all else is fixed. */

#pragma once

#include "shanhai-header.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_SIDE_NONE,    /* not settled; mine stands meanwhile */
  SHANHAI_SIDE_MINE,
  SHANHAI_SIDE_THEIRS,
  SHANHAI_SIDE_BASE,    /* for asking, never a choice */
} ShanhaiSide;

#define SHANHAI_TYPE_CONFLICT (shanhai_conflict_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiConflict, shanhai_conflict, SHANHAI, CONFLICT, GObject)

/* (nullable): the record's id in mine; NULL for the header */
const char          *shanhai_conflict_get_id     (ShanhaiConflict *self);
/* (nullable): the member's name as in the file; "…" for members that this version doesn't know; NULL when it is about the whole record */
const char          *shanhai_conflict_get_member (ShanhaiConflict *self);
/* (nullable): the member's field; NULL for the header, for unknown members and for whole records */
const ShanhaiField  *shanhai_conflict_get_field  (ShanhaiConflict *self);
/* (nullable) (transfer none): as that side has it; theirs names mine's ids where both made the same thing. NULL: not there, or the header. */
ShanhaiRecord       *shanhai_conflict_get_record (ShanhaiConflict *self,
                                                  ShanhaiSide      side);
/* (nullable): of a conflict about the header */
const ShanhaiHeader *shanhai_conflict_get_header (ShanhaiConflict *self,
                                                  ShanhaiSide      side);
ShanhaiSide          shanhai_conflict_get_choice (ShanhaiConflict *self);
void                 shanhai_conflict_set_choice (ShanhaiConflict *self,
                                                  ShanhaiSide      choice);

/* for the merge: each may be NULL; records and headers are held or copied, `member` is static or interned */
ShanhaiConflict     *shanhai_conflict_new        (const char          *id,
                                                  const char          *member,
                                                  const ShanhaiField  *field,
                                                  ShanhaiRecord       *base,
                                                  ShanhaiRecord       *mine,
                                                  ShanhaiRecord       *theirs);
ShanhaiConflict     *shanhai_conflict_new_of_header (const char          *member,
                                                     const ShanhaiHeader *base,
                                                     const ShanhaiHeader *mine,
                                                     const ShanhaiHeader *theirs);

G_END_DECLS

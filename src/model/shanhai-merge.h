/* shanhai-merge.h - two casebooks become one: what each side added, altered and deleted, and where they disagree. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three-way by record and member over mine, theirs and the base that both come from (shanhai-merge-members.h). A record that only one side has was added
 * by it, or deleted by the other where the base has it; to delete what the other side altered, or newly refers to, is a conflict. Without a base nothing
 * counts as deleted, and members that differ are conflicts unless one side leaves them out. An id that means a record of another type on each side is a
 * conflict about the whole record. What both sides made alike under ids of their own can be joined (shanhai-merge-twins.h): mine's id stands.
 *
 * The result is one change to mine. Nothing in it refers to a record that the merge lets go of; a conflict that isn't settled leaves mine as it is. Merging the
 * same casebook again changes nothing more. The casebooks must not change while a merge of them is made; making one only reads them, so that it can be done in
 * a thread while nobody else writes. */

#pragma once

#include <gio/gio.h>

#include "shanhai-baseline.h"
#include "shanhai-conflict.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_MERGE (shanhai_merge_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiMerge, shanhai_merge, SHANHAI, MERGE, GObject)

typedef enum
{
  SHANHAI_MERGE_KEEP_TWINS = 1 << 0,  /* what both sides made alike stays twice */
} ShanhaiMergeFlags;

/* what the change would do to mine if it was made now */
typedef struct
{
  guint n_added;
  guint n_altered;
  guint n_deleted;
  guint n_joined;     /* records of theirs that are one of mine */
  guint n_conflicts;
  guint n_open;       /* conflicts without a choice */
  guint n_left_out;   /* lines of unknown types without an id, which can't be told apart */
} ShanhaiMergeSummary;

/* (transfer full): `base` is nullable. All are held. */
ShanhaiMerge    *shanhai_merge_new           (ShanhaiCasebook     *mine,
                                              ShanhaiCasebook     *theirs,
                                              ShanhaiCasebook     *base,
                                              ShanhaiMergeFlags    flags);
/* (transfer full): the same where the base isn't a casebook of its own: mine as it was when both were one. It is read here, and not held. */
ShanhaiMerge    *shanhai_merge_new_since     (ShanhaiCasebook     *mine,
                                              ShanhaiCasebook     *theirs,
                                              ShanhaiBaseline     *base,
                                              ShanhaiMergeFlags    flags);
/* (transfer none) (element-type ShanhaiConflict): in file order, the header's first */
GListModel      *shanhai_merge_get_conflicts (ShanhaiMerge        *self);
/* every conflict that isn't settled, or all of them, is taken from that side */
void             shanhai_merge_choose_all    (ShanhaiMerge        *self,
                                              ShanhaiSide          side,
                                              bool                 only_open);
/* (transfer full): for mine's history, as it was when the merge was made; empty when there is nothing to do. `summary` (out, optional). */
ShanhaiChange   *shanhai_merge_new_change    (ShanhaiMerge        *self,
                                              const char          *title,
                                              ShanhaiMergeSummary *summary);

G_END_DECLS

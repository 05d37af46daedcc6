/* shanhai-deletion.h - deleting records without leaving a dangling reference. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change that deletes records, and with them whatever can't stand without them; what can stand no longer names them. Which is which is said
 * next to each field (ShanhaiFieldLoss). Or all that names them names another record instead. References that dangled before stay as they were. Figures name
 * an indicator by its key: they go with the last record that says what it is, unless the vocabulary does. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_DELETION_ERROR_MISSING,      /* one of the records isn't in the casebook */
  SHANHAI_DELETION_ERROR_REPLACEMENT,  /* the replacement isn't there, is of another type, or is itself to be deleted */
  SHANHAI_DELETION_ERROR_UNIT,         /* the indicators count in other units: no figure of one is a figure of the other */
} ShanhaiDeletionError;

#define SHANHAI_DELETION_ERROR (shanhai_deletion_error_quark ())

/* what a deletion does, to be told in a passing message */
typedef struct
{
  guint n_asked;                         /* the records that were named, each once */
  guint n_with[SHANHAI_N_RECORD_TYPES];  /* those that go with them, by type */
  guint n_altered;                       /* those that stay, and name them no longer, or name the replacement */
  bool  replaced;
} ShanhaiDeletion;

GQuark         shanhai_deletion_error_quark (void);

/* (transfer full): to be handed to shanhai_history_apply(). `ids` ends with NULL; `replace_by` is nullable. `title` (nullable) is the change's,
 * e.g. from shanhai_deletion_dup_title(); NULL for "Delete N records". `summary` (out, optional) is filled in. */
ShanhaiChange *shanhai_deletion_new_change  (ShanhaiCasebook        *casebook,
                                             const char * const     *ids,
                                             const char             *replace_by,
                                             const char             *title,
                                             ShanhaiDeletion        *summary,
                                             GError                **error);

/* "Delete Dongxiang County"; `what` (nullable) is what the view calls the one record, or else "Delete 3 records" */
char          *shanhai_deletion_dup_title   (const char             *what,
                                             guint                   n);
/* "Deleted Dongxiang County; also 3 pairings and 14 figures; 2 records no longer name it" */
char          *shanhai_deletion_dup_message (const ShanhaiDeletion  *summary,
                                             const char             *what);

G_END_DECLS

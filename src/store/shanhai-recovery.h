/* shanhai-recovery.h - unsaved changes of an earlier time come back into the casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each comes back as a change of the casebook's history, with its own title, and can be undone. Where the file is what the journal belongs to,
 * they all come back. Where somebody else has changed it meanwhile, a change comes back if every record that it touches is what it was when the
 * change was made; one that the file holds already is passed over, and one that would overwrite somebody else's work is left out and said. */

#pragma once

#include "shanhai-journal-text.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_RECOVERED,          /* it is in the history */
  SHANHAI_RECOVERED_BEFORE,   /* the file holds it already */
  SHANHAI_RECOVERED_NOT,      /* somebody else has changed the same records */
} ShanhaiRecovered;

typedef struct
{
  char             *title;
  GDateTime        *at;
  ShanhaiRecovered  what;
  char             *reason;  /* of NOT: translated */
  bool              is_undo; /* it takes back what was saved before */
  bool              is_sum;  /* it stands for many */
} ShanhaiRecoveredChange;

typedef struct
{
  GPtrArray *changes;      /* of ShanhaiRecoveredChange, those that weren't undone again, oldest first */
  guint      n_recovered;  /* among them: in the history */
  guint      n_left_out;   /* among them: NOT */
  bool       other_base;   /* somebody else has changed the file meanwhile */
  bool       torn;         /* the journal ends in the middle of a change, which is lost */
} ShanhaiRecovery;

/* Which of its changes a file of that checksum holds already: so many from the start; -1: it isn't a file that the journal knows. */
int               shanhai_recovery_find_start  (const ShanhaiJournalText *left,
                                                const char               *sha256);
/* (transfer full): @first: from shanhai_recovery_find_start(); the history must be empty */
ShanhaiRecovery  *shanhai_recovery_replay      (const ShanhaiJournalText *left,
                                                int                       first,
                                                ShanhaiCasebook          *casebook);
/* (transfer full): what the journal would bring, each change as if it came back; nothing is done */
ShanhaiRecovery  *shanhai_recovery_describe    (const ShanhaiJournalText *left);
void              shanhai_recovery_free        (ShanhaiRecovery          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiRecovery, shanhai_recovery_free)

G_END_DECLS

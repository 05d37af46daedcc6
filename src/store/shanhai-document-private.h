/* shanhai-document-private.h - what the parts of the document know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The object itself is in shanhai-document.c, how it comes about in shanhai-document-open.c, how it is saved in shanhai-document-save.c, and what
 * others do to its file in shanhai-document-disk.c. */

#pragma once

#include "shanhai-document.h"

G_BEGIN_DECLS

/* no state of a history has that number */
#define SHANHAI_STATE_NEVER G_MAXUINT64

typedef enum
{
  PROP_CASEBOOK = 1,
  PROP_FILE,
  PROP_NAME,
  PROP_MODIFIED,
  PROP_SAVING,
  PROP_READ_ONLY_REASON,
  PROP_DISK_STATE,
  PROP_JOURNAL_STATE,
} ShanhaiDocumentProperty;

struct _ShanhaiDocument
{
  GObject                parent_instance;

  ShanhaiCasebook       *casebook;
  GFile                 *file;
  char                  *name;
  char                  *etag;
  GPtrArray             *damages;
  ShanhaiReadOnlyReason  read_only_reason;

  guint64                state;        /* of the history, as it was told last */
  guint64                saved_state;
  ShanhaiBaseline       *baseline;     /* the casebook as the file has it, as far as we know */
  bool                   saving;

  ShanhaiDiskState       disk_state;
  char                  *disk_etag;    /* of somebody else's version that was told, or NULL */
  bool                   looking;

  ShanhaiJournal        *journal;      /* NULL: read-only, or nothing has happened yet to a casebook without a file */
  bool                   replaying;    /* the journal's own changes come back: it isn't told of them */
  ShanhaiRecovery       *recovery;     /* or NULL */
};

/* (transfer full): of a casebook whose history is where the file is */
ShanhaiDocument *shanhai_document_new_for         (ShanhaiCasebook          *casebook);
/* From now on the journal is told of every step. (transfer full): the journal */
void             shanhai_document_take_journal    (ShanhaiDocument          *self,
                                                   ShanhaiJournal           *journal);
void             shanhai_document_set_file        (ShanhaiDocument          *self,
                                                   GFile                    *file);
void             shanhai_document_set_states      (ShanhaiDocument          *self,
                                                   guint64                   state,
                                                   guint64                   saved_state);
void             shanhai_document_set_saving      (ShanhaiDocument          *self,
                                                   bool                      saving);
/* @etag: (nullable): of what is there. Notifies of each version once. */
void             shanhai_document_set_disk_state  (ShanhaiDocument          *self,
                                                   ShanhaiDiskState          disk_state,
                                                   const char               *etag);

G_END_DECLS

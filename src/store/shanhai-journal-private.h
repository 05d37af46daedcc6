/* shanhai-journal-private.h - what the parts of the journal know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two threads share what stands under the lock: texts that wait to be written, and at most one wish to begin the file anew, which comes before
 * them. What stands under "disk" is the writing thread's alone. The object is in shanhai-journal.c, its thread in shanhai-journal-writer.c, and what that does to
 * files in shanhai-journal-disk.c. */

#pragma once

#include <sys/types.h>

#include "shanhai-journal.h"

G_BEGIN_DECLS

/* the file shall begin anew */
typedef struct
{
  ShanhaiJournalBase  base;
  GString            *text;      /* what it holds then; nothing: no file */
  bool                keep_old;  /* under a name of its own, instead of dropping it */
  guint64             serial;    /* of the last text it stands for */
} ShanhaiJournalRestart;

struct _ShanhaiJournal
{
  GObject              parent_instance;

  /* the main thread's alone */
  GHashTable          *met;        /* ids that the journal has met */

  GMutex               lock;
  GCond                work;       /* something to do for the writing thread */
  GCond                done;       /* it has done something */
  GThread             *thread;

  /* under the lock */
  ShanhaiJournalBase   base;
  GBytes              *unhashed;   /* of the file that was read, until it has its checksum */
  GString             *pending;
  GString             *since_mark; /* what came after begin_saving(), or NULL */
  guint64              mark;       /* serial of the last text before it */
  guint                n_changes;  /* in the file and in what is pending */
  guint                n_at_mark;
  ShanhaiJournalRestart             *restart;
  guint64              last_serial;
  guint64              durable_serial;
  guint64              n_attempts; /* writes that were tried */
  bool                 held;       /* nothing is written until the file begins anew */
  bool                 hurry;
  bool                 aside;      /* shall be set aside */
  bool                 closing;
  bool                 discard;
  ShanhaiJournalState  state;
  char                *message;
  char                *path;       /* of the file, or of the one to be made */
  bool                 exists;     /* whether the file is there */

  /* disk */
  int                  fd;         /* -1: no file yet */
  off_t                good_size;  /* up to here it is as it should be */
  bool                 shared;     /* another program has the name that is ours */
};

void      shanhai_journal_restart_free   (ShanhaiJournalRestart       *restart);
void      shanhai_journal_base_copy      (ShanhaiJournalBase          *to,
                                          const ShanhaiJournalBase    *from);
/* under the lock, in any thread */
void      shanhai_journal_set_state      (ShanhaiJournal              *self,
                                          ShanhaiJournalState          state,
                                          const char                  *message);

/* -- the writing thread -- */

/* under the lock */
bool      shanhai_journal_has_work       (ShanhaiJournal              *self);
gpointer  shanhai_journal_write_thread   (gpointer                     data);

/* -- files: without the lock; each fails with errno -- */

/* behind what is there, or into a new file under that path; on the disk when it returns */
bool      shanhai_journal_append_to_file (ShanhaiJournal              *self,
                                          const ShanhaiJournalBase    *base,
                                          const char                  *path,
                                          GString                     *text);
bool      shanhai_journal_rename_aside   (ShanhaiJournal              *self,
                                          const char                  *path);
bool      shanhai_journal_begin_anew     (ShanhaiJournal              *self,
                                          const ShanhaiJournalRestart *restart,
                                          const char                  *old_path);

G_END_DECLS

/* shanhai-journal.h - each change of a document goes to the disk at once, into a file of its own. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal of a document holds what isn't in the document's file. It lies in the state directory, never beside the document, is made at the
 * first change and goes when there is nothing unsaved. A thread of its own writes it and syncs it to the disk: the first change at once, those
 * that follow within a second. The file is locked while a program writes to it; a second program that edits the same document writes to another
 * one, and its state says so. When the state directory is full or can't be written to, what wasn't written stays in memory, the state says so,
 * and it is tried again. Belongs to the main thread, unless said otherwise.
 *
 * Saving takes three steps: shanhai_journal_begin_saving() where the document's lines are made, shanhai_journal_note_saving() in the thread that
 * writes, before it replaces the file, and shanhai_journal_end_saving() when that is done. A crash anywhere between leaves a journal that tells
 * which of its changes the file holds. */

#pragma once

#include "shanhai-journal-text.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_JOURNAL (shanhai_journal_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiJournal, shanhai_journal, SHANHAI, JOURNAL, GObject)

typedef enum
{
  SHANHAI_JOURNAL_SAFE,     /* what was changed is on the disk, or will be within a second */
  SHANHAI_JOURNAL_SHARED,   /* the same, but another program edits the document too */
  SHANHAI_JOURNAL_FAILING,  /* what was changed last is only in memory */
} ShanhaiJournalState;

#define SHANHAI_TYPE_JOURNAL_STATE (shanhai_journal_state_get_type ())

GType                shanhai_journal_state_get_type   (void) G_GNUC_CONST;

/* Property "state" (ShanhaiJournalState), read-only, notifies in the main thread. */

/* (transfer full): of a document that was read from @file: @bytes with @etag. In any thread. @left (out) (transfer full) (nullable) (optional):
 * what an earlier program left, which the journal goes on with; without it that isn't looked for. */
ShanhaiJournal      *shanhai_journal_new_for_file     (GFile                *file,
                                                       GBytes               *bytes,
                                                       const char           *etag,
                                                       ShanhaiJournalText  **left);
/* (transfer full): of a document that has no file yet and began with this header line */
ShanhaiJournal      *shanhai_journal_new_without_file (const char           *header);
/* (transfer full): goes on with the journal of a document without a file; fails where another program has it */
ShanhaiJournal      *shanhai_journal_new_from_left    (const char           *path,
                                                       ShanhaiJournalText  **left,
                                                       GError              **error);
/* Writes what is left to write and lets go of the file, waiting for the disk. @discard: there is nothing unsaved, so the file goes. */
void                 shanhai_journal_close            (ShanhaiJournal       *self,
                                                       bool                  discard);

ShanhaiJournalState  shanhai_journal_get_state        (ShanhaiJournal       *self);
/* (transfer full) (nullable): translated: what the state's reason is */
char                *shanhai_journal_dup_message      (ShanhaiJournal       *self);
/* (transfer full): SHA-256 of the document's file as it was read or saved, or NULL; waits for it */
char                *shanhai_journal_dup_sha256       (ShanhaiJournal       *self);
/* (transfer full) (nullable): the file, where there is one */
char                *shanhai_journal_dup_path         (ShanhaiJournal       *self);

/* Costs what the change costs, and doesn't wait. */
void                 shanhai_journal_append           (ShanhaiJournal       *self,
                                                       ShanhaiChange        *change,
                                                       ShanhaiHistoryMove    move);
/* Waits until the disk has all that was appended; false when it can't be written. */
bool                 shanhai_journal_flush            (ShanhaiJournal       *self);
/* the same, without waiting: writes at once what would else wait for more */
void                 shanhai_journal_hurry            (ShanhaiJournal       *self);

void                 shanhai_journal_begin_saving     (ShanhaiJournal       *self);
/* In the thread that saves. */
void                 shanhai_journal_note_saving      (ShanhaiJournal       *self,
                                                       const char           *sha256);
/* @base: of the file as it is now, or NULL: it wasn't saved. */
void                 shanhai_journal_end_saving       (ShanhaiJournal           *self,
                                                       const ShanhaiJournalBase *base);
/* The document was merged with another version of its file: the journal starts from that one, and @change (nullable: there is none) is all that isn't in it. */
void                 shanhai_journal_rebase           (ShanhaiJournal           *self,
                                                       const ShanhaiJournalBase *base,
                                                       ShanhaiChange            *change);
/* The changes of an earlier journal are made anew, on a file that isn't the one they belong to: afterwards the journal goes on with what was
 * appended between these two. Nothing is written before the end. */
void                 shanhai_journal_begin_rebasing   (ShanhaiJournal       *self);
/* @keep_old: the earlier one is set aside; else it goes. */
void                 shanhai_journal_end_rebasing     (ShanhaiJournal       *self,
                                                       bool                  keep_old);
/* The file becomes one that is set aside: it is kept, but doesn't come back by itself. Waits for the disk. */
bool                 shanhai_journal_set_aside        (ShanhaiJournal       *self,
                                                       GError              **error);

G_END_DECLS

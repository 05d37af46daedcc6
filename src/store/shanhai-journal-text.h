/* shanhai-journal-text.h - what a journal file holds: changes that aren't in the document's file yet. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON Lines, as everything else. The first line names the document and the bytes that the changes belong to; then come frames. The frame of
 * a change says what it is called, when and how it was made and how many lines follow; its lines are those of a change file
 * (shanhai-change-read.h): first the records that the journal meets for the first time, as they were before, then the records as they are.
 * The frame "saving" says that the first so many changes are about to be written into a file of those bytes. Every frame ends in a
 * checksum of itself and its lines, so that whatever a crash leaves of the last one counts as not written: changes come back whole or
 * not at all. Plain structs, which belong to whoever made them. */

#pragma once

#include "shanhai-history.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

#define SHANHAI_JOURNAL_FORMAT 1
#define SHANHAI_JOURNAL_MAX_BYTES (512 * 1024 * 1024)

/* the document, and the bytes of its file that the changes start from */
typedef struct
{
  char    *uri;       /* of the file; NULL: it has none yet */
  char    *name;      /* as messages show it, or NULL */
  char    *casebook;  /* without a file: the header line that it began with */
  char    *etag;      /* or NULL */
  char    *sha256;    /* NULL without a file */
  guint64  size;      /* in bytes */
} ShanhaiJournalBase;

typedef enum
{
  SHANHAI_JOURNAL_CHANGE,
  SHANHAI_JOURNAL_SAVING,
} ShanhaiJournalEntryKind;

typedef struct
{
  ShanhaiJournalEntryKind  kind;
  /* of a change */
  ShanhaiHistoryMove       move;
  char                    *title;
  char                    *subject;       /* what shows it best, or NULL */
  GDateTime               *at;
  bool                     is_sum;        /* of many changes: undoing one of those isn't undoing it */
  const char              *lines;         /* in the journal's bytes: those before, then those after */
  gsize                    before_bytes;
  gsize                    after_bytes;
  /* of a saving */
  guint                    n_changes;     /* of the journal, from its start, that the saved bytes hold */
  char                    *sha256;
} ShanhaiJournalEntry;

typedef struct
{
  GBytes             *bytes;
  ShanhaiJournalBase  base;
  GPtrArray          *entries;     /* of ShanhaiJournalEntry */
  guint               n_changes;   /* among them */
  gsize               valid_size;  /* in bytes; what is behind was never finished */
  bool                torn;        /* whether there is anything behind */
} ShanhaiJournalText;

void                 shanhai_journal_base_clear      (ShanhaiJournalBase         *self);

/* -- writing: each appends whole lines -- */

void                 shanhai_journal_append_base     (GString                    *string,
                                                      const ShanhaiJournalBase   *base);
/* @change: just applied to its casebook. @met: (element-type utf8): ids that the journal has met before; those of the change are added.
 * Costs what the change's own lines cost. */
void                 shanhai_journal_append_change   (GString                    *string,
                                                      ShanhaiChange              *change,
                                                      ShanhaiHistoryMove          move,
                                                      GDateTime                  *at,
                                                      GHashTable                 *met);
/* The same for a change that stands for many, which the history knows one by one. */
void                 shanhai_journal_append_sum      (GString                    *string,
                                                      ShanhaiChange              *change,
                                                      GDateTime                  *at,
                                                      GHashTable                 *met);
void                 shanhai_journal_append_saving   (GString                    *string,
                                                      guint                       n_changes,
                                                      const char                 *sha256);

/* -- reading -- */

/* (transfer full): as much as is whole. SHANHAI_STORE_ERROR_FORMAT: not a journal, or a newer one; _TRUNCATED: not even its first line is
 * whole, so there was nothing in it; _LIMIT. */
ShanhaiJournalText  *shanhai_journal_text_parse      (GBytes                     *bytes,
                                                      GError                    **error);
void                 shanhai_journal_text_free       (ShanhaiJournalText         *self);
/* (transfer full): what the change makes; for one that was undone, its taking back */
ShanhaiChange       *shanhai_journal_entry_to_change (const ShanhaiJournalEntry  *entry,
                                                      GError                    **error);
/* (transfer full): a change that would bring the records back that the entry met first; empty where it met none */
ShanhaiChange       *shanhai_journal_entry_to_before (const ShanhaiJournalEntry  *entry,
                                                      GError                    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShanhaiJournalBase, shanhai_journal_base_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiJournalText, shanhai_journal_text_free)

G_END_DECLS

/* shanhai-journal-folder.h - where journals lie, what they are called, and which there are. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `NAME-HASH.journal` belongs to the document whose URI has that hash and comes back when it is opened; `new-RANDOM.journal` to one that has
 * no file yet. `….TIME.kept` was set aside, or written by a second program at the same time: it is kept until a person deletes it. */

#pragma once

#include "shanhai-journal-text.h"

G_BEGIN_DECLS

typedef struct
{
  char      *path;
  char      *uri;        /* of the document's file, or NULL */
  char      *name;       /* of the document's file; without one, its title, or NULL where it has none either */
  guint      n_changes;  /* that stand: not those that were undone again */
  GDateTime *at;         /* of the last change */
  bool       kept;       /* set aside */
  bool       lost;       /* the document's file isn't where it was: moved, deleted, or on a disk that isn't there */
  bool       in_use;     /* a program writes to it */
} ShanhaiJournalInfo;

/* (transfer full) */
char       *shanhai_journal_folder_get          (void);
char       *shanhai_journal_path_for_file       (GFile                *file);
char       *shanhai_journal_path_for_new        (void);
/* a name for what is set aside, that no file has yet */
char       *shanhai_journal_path_for_kept       (const char           *path);
bool        shanhai_journal_path_is_kept        (const char           *path);

/* Opens and locks a journal. -1 with errno; EWOULDBLOCK: another program has it. */
int         shanhai_journal_open_locked         (const char           *path,
                                                 int                   flags);
/* (transfer full) (nullable): what an open file holds */
GBytes     *shanhai_journal_read_fd             (int                   fd,
                                                 GError              **error);

/* (transfer full) (element-type ShanhaiJournalInfo): newest first, those without a change left out. @document: only its own, or NULL. Reads
 * them: for a thread. */
GPtrArray  *shanhai_journal_list                (GFile                *document);
void        shanhai_journal_list_async          (GFile                *document,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray  *shanhai_journal_list_finish         (GAsyncResult         *result,
                                                 GError              **error);
/* (transfer full) (nullable): of the journal that belongs to a file of these bytes that isn't where it was: the document was moved or renamed. Not one that was
 * set aside. Asks the disk about the files of all journals. */
char       *shanhai_journal_find_moved          (GBytes               *document);
/* Throws one away, with what is in it. Fails while a program writes to it. */
bool        shanhai_journal_delete              (const char           *path,
                                                 GError              **error);
/* (transfer full): one of them, read */
ShanhaiJournalText *shanhai_journal_read        (const char           *path,
                                                 GError              **error);
void        shanhai_journal_info_free           (ShanhaiJournalInfo   *self);

G_END_DECLS

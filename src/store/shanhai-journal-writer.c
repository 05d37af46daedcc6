/* shanhai-journal-writer.c - the thread that brings the journal to the disk. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text leaves the queue when the disk has it, not before; a write that failed is done again at the same offset, and what it left behind is cut off by then or by
 * whoever reads the journal. */

#include "shanhai-config.h"

#include "shanhai-journal-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "shanhai-journal-folder.h"

/* what comes within that time of the last write waits, so that a burst of changes costs one sync a second */
#define BATCH_US (G_USEC_PER_SEC)
/* until a write that failed is tried again */
#define RETRY_US (4 * G_USEC_PER_SEC)

/* under the lock; the lock is given away meanwhile */
static void
hash_document (ShanhaiJournal *self)
{
  g_autoptr (GBytes) bytes = g_bytes_ref (self->unhashed);
  char *sha256;

  g_mutex_unlock (&self->lock);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_mutex_lock (&self->lock);

  /* it may have been saved meanwhile, and be another base then */
  if (self->unhashed == bytes)
    {
      g_free (self->base.sha256);
      self->base.sha256 = g_steal_pointer (&sha256);
      g_clear_pointer (&self->unhashed, g_bytes_unref);
    }
  g_free (sha256);
  g_cond_broadcast (&self->done);
}

static void
tell_result (ShanhaiJournal *self,
             bool            written,
             int             number)
{
  self->n_attempts++;
  if (!written)
    {
      g_autofree char *message =
        number == ENOSPC || number == EDQUOT
          ? g_strdup (_("The disk is full. The changes since then are only in memory: make room, or save the casebook to another disk."))
          /* Translators: %s is what the system says, as “Permission denied” */
          : g_strdup_printf (_("Unsaved changes can’t be kept for the case of a crash: %s. Save often until that is mended."), g_strerror (number));

      shanhai_journal_set_state (self, SHANHAI_JOURNAL_FAILING, message);
    }
  else if (self->shared)
    shanhai_journal_set_state (self, SHANHAI_JOURNAL_SHARED,
               _("This casebook is open in another program as well. Unsaved changes are kept apart; whoever saves last is asked."));
  else
    shanhai_journal_set_state (self, SHANHAI_JOURNAL_SAFE, NULL);
  g_cond_broadcast (&self->done);
}

/* under the lock; the lock is given away meanwhile */
static bool
do_restart (ShanhaiJournal *self)
{
  ShanhaiJournalRestart *restart = g_steal_pointer (&self->restart);
  g_autofree char *path = g_strdup (self->path);
  bool written;
  int number;

  g_mutex_unlock (&self->lock);
  written = shanhai_journal_begin_anew (self, restart, path);
  number = errno;
  g_mutex_lock (&self->lock);

  if (written)
    self->durable_serial = MAX (self->durable_serial, restart->serial);
  if (!written && self->restart == NULL)
    self->restart = g_steal_pointer (&restart);
  else if (!written && restart->keep_old)
    self->restart->keep_old = true;
  shanhai_journal_restart_free (restart);
  tell_result (self, written, number);

  return written;
}

/* under the lock; the lock is given away meanwhile */
static bool
do_append (ShanhaiJournal *self)
{
  g_autoptr (GString) text = self->pending;
  guint64 serial = self->last_serial;
  g_auto (ShanhaiJournalBase) base = { 0 };
  g_autofree char *path = g_strdup (self->path);
  bool written;
  int number;

  self->pending = g_string_new (NULL);
  shanhai_journal_base_copy (&base, &self->base);

  g_mutex_unlock (&self->lock);
  written = shanhai_journal_append_to_file (self, &base, path, text);
  number = errno;
  g_mutex_lock (&self->lock);

  if (written)
    self->durable_serial = MAX (self->durable_serial, serial);
  else if (self->restart == NULL || self->restart->serial < serial)
    g_string_prepend_len (self->pending, text->str, (gssize) text->len);
  tell_result (self, written, number);

  return written;
}

/* under the lock; the lock is given away meanwhile */
static void
do_aside (ShanhaiJournal *self)
{
  g_autofree char *path = g_strdup (self->path);
  bool renamed = true;
  int number;

  g_mutex_unlock (&self->lock);
  if (self->fd >= 0 && !shanhai_journal_path_is_kept (path))
    renamed = shanhai_journal_rename_aside (self, path);
  number = errno;
  g_mutex_lock (&self->lock);

  self->aside = false;
  tell_result (self, renamed, number);
}

bool
shanhai_journal_has_work (ShanhaiJournal *self)
{
  return self->unhashed != NULL || (!self->held && (self->restart != NULL || self->pending->len > 0 || self->aside));
}

gpointer
shanhai_journal_write_thread (gpointer data)
{
  ShanhaiJournal *self = data;
  gint64 not_before = 0;

  g_mutex_lock (&self->lock);
  for (;;)
    {
      bool written;

      if (!shanhai_journal_has_work (self))
        {
          if (self->closing)
            break;
          g_cond_wait (&self->work, &self->lock);
          continue;
        }
      if (self->unhashed != NULL)
        {
          hash_document (self);
          continue;
        }
      if (!self->hurry && !self->closing && g_get_monotonic_time () < not_before)
        {
          g_cond_wait_until (&self->work, &self->lock, not_before);
          continue;
        }

      if (self->restart != NULL)
        written = do_restart (self);
      else if (self->pending->len > 0)
        written = do_append (self);
      else
        {
          do_aside (self);
          written = true;
        }
      not_before = g_get_monotonic_time () + (written ? BATCH_US : RETRY_US);
      if (!written || !shanhai_journal_has_work (self))
        self->hurry = false;
      if (!written && self->closing)
        break;
    }

  if (self->discard && self->fd >= 0)
    g_unlink (self->path);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  self->exists = false;
  g_mutex_unlock (&self->lock);

  return NULL;
}

/* shanhai-journal.c - each change of a document goes to the disk at once, into a file of its own. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main thread's side: what is to be written is put under the lock (shanhai-journal-private.h), and the thread is waited for where somebody wants to know. */

#include "shanhai-config.h"

#include "shanhai-journal-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "shanhai-journal-folder.h"

G_DEFINE_FINAL_TYPE (ShanhaiJournal, shanhai_journal, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (ShanhaiJournalState, shanhai_journal_state,
  G_DEFINE_ENUM_VALUE (SHANHAI_JOURNAL_SAFE, "safe"),
  G_DEFINE_ENUM_VALUE (SHANHAI_JOURNAL_SHARED, "shared"),
  G_DEFINE_ENUM_VALUE (SHANHAI_JOURNAL_FAILING, "failing"))

typedef enum { PROP_STATE = 1 } ShanhaiJournalProperty;
static GParamSpec *props[PROP_STATE + 1];

void
shanhai_journal_restart_free (ShanhaiJournalRestart *restart)
{
  if (restart == NULL)
    return;

  shanhai_journal_base_clear (&restart->base);
  g_string_free (restart->text, TRUE);
  g_free (restart);
}

void
shanhai_journal_base_copy (ShanhaiJournalBase       *to,
                           const ShanhaiJournalBase *from)
{
  *to = (ShanhaiJournalBase) { g_strdup (from->uri), g_strdup (from->name), g_strdup (from->casebook), g_strdup (from->etag),
                               g_strdup (from->sha256), from->size };
}

static gboolean
notify_cb (gpointer user_data)
{
  g_autoptr (ShanhaiJournal) self = g_weak_ref_get (user_data);

  if (self != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);

  return G_SOURCE_REMOVE;
}

static void
weak_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* under the lock, in any thread */
void
shanhai_journal_set_state (ShanhaiJournal      *self,
                           ShanhaiJournalState  state,
                           const char          *message)
{
  GWeakRef *weak;

  if (state == self->state && g_strcmp0 (message, self->message) == 0)
    return;

  self->state = state;
  g_free (self->message);
  self->message = g_strdup (message);
  if (self->closing)
    return;

  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  g_idle_add_full (G_PRIORITY_DEFAULT, notify_cb, weak, weak_free);
}

static void
shanhai_journal_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((ShanhaiJournalProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, shanhai_journal_get_state (SHANHAI_JOURNAL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_journal_dispose (GObject *object)
{
  shanhai_journal_close (SHANHAI_JOURNAL (object), false);

  G_OBJECT_CLASS (shanhai_journal_parent_class)->dispose (object);
}

static void
shanhai_journal_finalize (GObject *object)
{
  ShanhaiJournal *self = SHANHAI_JOURNAL (object);

  g_hash_table_unref (self->met);
  shanhai_journal_base_clear (&self->base);
  g_clear_pointer (&self->unhashed, g_bytes_unref);
  g_string_free (self->pending, TRUE);
  if (self->since_mark != NULL)
    g_string_free (self->since_mark, TRUE);
  shanhai_journal_restart_free (self->restart);
  g_free (self->message);
  g_free (self->path);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->work);
  g_cond_clear (&self->done);

  G_OBJECT_CLASS (shanhai_journal_parent_class)->finalize (object);
}

static void
shanhai_journal_class_init (ShanhaiJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shanhai_journal_get_property;
  object_class->dispose = shanhai_journal_dispose;
  object_class->finalize = shanhai_journal_finalize;

  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SHANHAI_TYPE_JOURNAL_STATE, SHANHAI_JOURNAL_SAFE,
                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_journal_init (ShanhaiJournal *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->work);
  g_cond_init (&self->done);
  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending = g_string_new (NULL);
  self->fd = -1;
}

static ShanhaiJournal *
begin (ShanhaiJournal *self)
{
  self->thread = g_thread_new ("journal", shanhai_journal_write_thread, self);

  return self;
}

/* What was met in an earlier life needn't be told again. Ids are all that is wanted, but only whole records can be read. */
static void
meet_left (ShanhaiJournal           *self,
           const ShanhaiJournalText *left)
{
  for (guint i = 0; i < left->entries->len; i++)
    {
      const ShanhaiJournalEntry *entry = left->entries->pdata[i];
      g_autoptr (ShanhaiChange) before = entry->kind == SHANHAI_JOURNAL_CHANGE ? shanhai_journal_entry_to_before (entry, NULL) : NULL;

      for (guint k = 0; before != NULL && k < shanhai_change_get_n (before); k++)
        g_hash_table_add (self->met, g_strdup (shanhai_change_get_entry (before, k)->id));
    }
}

/* Takes over the file at its path; what can't be understood is set aside. (transfer full) (nullable) */
static ShanhaiJournalText *
take_left (ShanhaiJournal  *self,
           GError         **error)
{
  g_autoptr (ShanhaiJournalText) left = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  int fd = shanhai_journal_open_locked (self->path, 0);

  if (fd < 0)
    {
      int saved_errno = errno;

      self->shared = saved_errno == EWOULDBLOCK;
      g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_errno (saved_errno), g_strerror (saved_errno));
      return NULL;
    }

  bytes = shanhai_journal_read_fd (fd, &cause);
  if (bytes != NULL)
    left = shanhai_journal_text_parse (bytes, &cause);
  if (left == NULL || left->n_changes == 0)
    {
      /* a file without a change may go; one that isn't understood may not */
      if (left != NULL || g_error_matches (cause, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TRUNCATED))
        g_unlink (self->path);
      else if (bytes != NULL)
        {
          g_autofree char *kept = shanhai_journal_path_for_kept (self->path);

          if (g_rename (self->path, kept) != 0)
            g_debug ("a journal that can't be read stays in the way");
        }
      close (fd);
      if (cause != NULL)
        g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }

  self->fd = fd;
  self->good_size = (off_t) left->valid_size;
  self->exists = true;
  self->n_changes = left->n_changes;
  meet_left (self, left);

  return g_steal_pointer (&left);
}

/* under the lock */
static void
wish_restart (ShanhaiJournal           *self,
              const ShanhaiJournalBase *base,
              bool                      keep_old)
{
  ShanhaiJournalRestart *restart = g_new0 (ShanhaiJournalRestart, 1);

  shanhai_journal_base_copy (&restart->base, base);
  restart->text = g_steal_pointer (&self->since_mark);
  restart->keep_old = keep_old || (self->restart != NULL && self->restart->keep_old);
  restart->serial = self->last_serial;
  shanhai_journal_restart_free (self->restart);
  self->restart = restart;

  /* what waits is in the file now, or in the text */
  g_string_truncate (self->pending, 0);
  self->n_changes -= self->n_at_mark;
  self->hurry = true;
  g_cond_broadcast (&self->work);
}

/* The same document under another name left a journal, which goes on as ours. (transfer full) (nullable) */
static ShanhaiJournalText *
take_moved (ShanhaiJournal *self,
            GBytes         *bytes)
{
  char *moved = shanhai_journal_find_moved (bytes);
  char *own = self->path;
  ShanhaiJournalText *left;

  if (moved == NULL)
    return NULL;

  self->path = moved;
  left = take_left (self, NULL);
  if (left == NULL)
    {
      self->path = own;
      self->shared = false;
      g_free (moved);
    }
  else
    g_free (own);

  return left;
}

/* The journal begins anew under the document's name as it is now, with the changes and the bytes that it had: only the address is another. */
static void
tell_address (ShanhaiJournal           *self,
              const ShanhaiJournalText *left)
{
  const char *start = g_bytes_get_data (left->bytes, NULL);
  const char *rest = memchr (start, '\n', left->valid_size);
  gsize first = rest != NULL ? (gsize) (rest - start) + 1 : left->valid_size;
  g_auto (ShanhaiJournalBase) base = { 0 };

  shanhai_journal_base_copy (&base, &left->base);
  g_free (base.uri);
  g_free (base.name);
  base.uri = g_strdup (self->base.uri);
  base.name = g_strdup (self->base.name);

  g_mutex_lock (&self->lock);
  self->since_mark = g_string_new_len (start + first, (gssize) (left->valid_size - first));
  self->n_at_mark = 0;
  /* something that can be waited for */
  self->last_serial++;
  wish_restart (self, &base, false);
  g_mutex_unlock (&self->lock);
}

/**
 * shanhai_journal_new_for_file:
 * @file: the document's file
 * @bytes: what was read from it
 * @etag: (nullable): of that
 * @left: (out) (optional) (nullable) (transfer full): changes that an earlier program left, from whichever base; the journal goes on with its
 *   file
 *
 * Returns: (transfer full): its journal
 */
ShanhaiJournal *
shanhai_journal_new_for_file (GFile               *file,
                              GBytes              *bytes,
                              const char          *etag,
                              ShanhaiJournalText **left)
{
  ShanhaiJournal *self = g_object_new (SHANHAI_TYPE_JOURNAL, NULL);

  self->base.uri = g_file_get_uri (file);
  self->base.name = shanhai_store_dup_name (file);
  self->base.etag = g_strdup (etag);
  self->base.size = g_bytes_get_size (bytes);
  self->unhashed = g_bytes_ref (bytes);
  self->path = shanhai_journal_path_for_file (file);
  if (left != NULL)
    *left = take_left (self, NULL);
  if (left != NULL && *left == NULL && !self->shared)
    *left = take_moved (self, bytes);

  begin (self);
  if (left != NULL && *left != NULL && g_strcmp0 ((*left)->base.uri, self->base.uri) != 0)
    tell_address (self, *left);

  return self;
}

ShanhaiJournal *
shanhai_journal_new_without_file (const char *header)
{
  ShanhaiJournal *self = g_object_new (SHANHAI_TYPE_JOURNAL, NULL);

  self->base.casebook = g_strdup (header);
  self->path = shanhai_journal_path_for_new ();

  return begin (self);
}

/**
 * shanhai_journal_new_from_left:
 * @path: of a journal whose document has no file
 * @left: (out) (transfer full): what it holds
 *
 * Errors: those of shanhai_journal_text_parse(); G_IO_ERROR_WOULD_BLOCK: another program has it
 *
 * Returns: (transfer full) (nullable): the journal, which goes on with that file
 */
ShanhaiJournal *
shanhai_journal_new_from_left (const char          *path,
                               ShanhaiJournalText **left,
                               GError             **error)
{
  g_autoptr (ShanhaiJournal) self = g_object_new (SHANHAI_TYPE_JOURNAL, NULL);

  self->path = g_strdup (path);
  *left = take_left (self, error);
  if (*left == NULL)
    return NULL;
  shanhai_journal_base_copy (&self->base, &(*left)->base);

  return begin (g_steal_pointer (&self));
}

void
shanhai_journal_close (ShanhaiJournal *self,
                       bool            discard)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  if (self->thread == NULL)
    {
      if (self->fd >= 0)
        close (self->fd);
      self->fd = -1;
      return;
    }

  g_mutex_lock (&self->lock);
  self->closing = true;
  self->discard = discard;
  g_cond_broadcast (&self->work);
  g_mutex_unlock (&self->lock);
  g_thread_join (g_steal_pointer (&self->thread));
}

ShanhaiJournalState
shanhai_journal_get_state (ShanhaiJournal *self)
{
  ShanhaiJournalState state;

  g_return_val_if_fail (SHANHAI_IS_JOURNAL (self), SHANHAI_JOURNAL_SAFE);

  g_mutex_lock (&self->lock);
  state = self->state;
  g_mutex_unlock (&self->lock);

  return state;
}

char *
shanhai_journal_dup_message (ShanhaiJournal *self)
{
  char *message;

  g_return_val_if_fail (SHANHAI_IS_JOURNAL (self), NULL);

  g_mutex_lock (&self->lock);
  message = g_strdup (self->message);
  g_mutex_unlock (&self->lock);

  return message;
}

char *
shanhai_journal_dup_sha256 (ShanhaiJournal *self)
{
  char *sha256;

  g_return_val_if_fail (SHANHAI_IS_JOURNAL (self), NULL);

  g_mutex_lock (&self->lock);
  while (self->unhashed != NULL && self->thread != NULL)
    g_cond_wait (&self->done, &self->lock);
  sha256 = g_strdup (self->base.sha256);
  g_mutex_unlock (&self->lock);

  return sha256;
}

char *
shanhai_journal_dup_path (ShanhaiJournal *self)
{
  char *path;

  g_return_val_if_fail (SHANHAI_IS_JOURNAL (self), NULL);

  g_mutex_lock (&self->lock);
  path = self->exists ? g_strdup (self->path) : NULL;
  g_mutex_unlock (&self->lock);

  return path;
}

static void
append_text (ShanhaiJournal *self,
             const GString  *text)
{
  g_mutex_lock (&self->lock);
  self->last_serial++;
  self->n_changes++;
  g_string_append_len (self->pending, text->str, (gssize) text->len);
  if (self->since_mark != NULL)
    g_string_append_len (self->since_mark, text->str, (gssize) text->len);
  g_cond_broadcast (&self->work);
  g_mutex_unlock (&self->lock);
}

void
shanhai_journal_append (ShanhaiJournal     *self,
                        ShanhaiChange      *change,
                        ShanhaiHistoryMove  move)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  shanhai_journal_append_change (text, change, move, now, self->met);
  append_text (self, text);
}

void
shanhai_journal_hurry (ShanhaiJournal *self)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  g_mutex_lock (&self->lock);
  if (shanhai_journal_has_work (self))
    {
      self->hurry = true;
      g_cond_broadcast (&self->work);
    }
  g_mutex_unlock (&self->lock);
}

/* under the lock */
static bool
wait_for (ShanhaiJournal *self,
          guint64         serial)
{
  guint64 n_attempts = self->n_attempts;

  while (self->thread != NULL && (self->durable_serial < serial || self->restart != NULL))
    {
      /* an attempt that began before may not have had it all, so the second failure counts */
      if (self->state == SHANHAI_JOURNAL_FAILING && self->n_attempts >= n_attempts + 2)
        return false;
      self->hurry = true;
      g_cond_broadcast (&self->work);
      g_cond_wait (&self->done, &self->lock);
    }

  return self->durable_serial >= serial;
}

bool
shanhai_journal_flush (ShanhaiJournal *self)
{
  bool written;

  g_return_val_if_fail (SHANHAI_IS_JOURNAL (self), false);

  g_mutex_lock (&self->lock);
  written = wait_for (self, self->last_serial);
  g_mutex_unlock (&self->lock);

  return written;
}

void
shanhai_journal_begin_saving (ShanhaiJournal *self)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  g_hash_table_remove_all (self->met);
  g_mutex_lock (&self->lock);
  if (self->since_mark == NULL)
    self->since_mark = g_string_new (NULL);
  g_string_truncate (self->since_mark, 0);
  self->mark = self->last_serial;
  self->n_at_mark = self->n_changes;
  g_mutex_unlock (&self->lock);
}

void
shanhai_journal_note_saving (ShanhaiJournal *self,
                             const char     *sha256)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  g_mutex_lock (&self->lock);
  if (self->n_changes > 0)
    {
      self->last_serial++;
      shanhai_journal_append_saving (self->pending, self->n_at_mark, sha256);
      wait_for (self, self->last_serial);
    }
  g_mutex_unlock (&self->lock);
}

void
shanhai_journal_end_saving (ShanhaiJournal           *self,
                            const ShanhaiJournalBase *base)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  g_mutex_lock (&self->lock);
  if (base == NULL && self->since_mark != NULL)
    {
      g_string_free (self->since_mark, TRUE);
      self->since_mark = NULL;
    }
  if (self->since_mark != NULL)
    {
      shanhai_journal_base_clear (&self->base);
      shanhai_journal_base_copy (&self->base, base);
      g_clear_pointer (&self->unhashed, g_bytes_unref);
      wish_restart (self, base, false);
    }
  g_mutex_unlock (&self->lock);
}

void
shanhai_journal_rebase (ShanhaiJournal           *self,
                        const ShanhaiJournalBase *base,
                        ShanhaiChange            *change)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  shanhai_journal_begin_saving (self);
  if (change != NULL)
    {
      shanhai_journal_append_sum (text, change, now, self->met);
      append_text (self, text);
    }
  shanhai_journal_end_saving (self, base);
}

void
shanhai_journal_begin_rebasing (ShanhaiJournal *self)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  shanhai_journal_begin_saving (self);
  g_mutex_lock (&self->lock);
  self->held = true;
  g_mutex_unlock (&self->lock);
}

void
shanhai_journal_end_rebasing (ShanhaiJournal *self,
                              bool            keep_old)
{
  g_auto (ShanhaiJournalBase) base = { 0 };

  g_return_if_fail (SHANHAI_IS_JOURNAL (self));

  g_free (shanhai_journal_dup_sha256 (self));
  g_mutex_lock (&self->lock);
  if (self->since_mark != NULL)
    {
      shanhai_journal_base_copy (&base, &self->base);
      wish_restart (self, &base, keep_old);
    }
  self->held = false;
  g_mutex_unlock (&self->lock);
}

bool
shanhai_journal_set_aside (ShanhaiJournal  *self,
                           GError         **error)
{
  bool done;

  g_return_val_if_fail (SHANHAI_IS_JOURNAL (self), false);

  g_mutex_lock (&self->lock);
  done = wait_for (self, self->last_serial);
  if (done)
    {
      self->aside = true;
      self->hurry = true;
      g_cond_broadcast (&self->work);
      while (self->aside && self->thread != NULL)
        g_cond_wait (&self->done, &self->lock);
      done = !self->exists || shanhai_journal_path_is_kept (self->path);
    }
  if (!done)
    g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FAILED,
                         self->message != NULL ? self->message : _("The unsaved changes couldn’t be set aside."));
  g_mutex_unlock (&self->lock);

  return done;
}

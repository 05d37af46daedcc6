/* shanhai-document.c - a casebook and the file it lives in. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether it is modified follows from the history: the state that the casebook is in, and the one that it was in when its lines were last
 * written. So a change that is made while the disk is still busy isn't forgotten when the save is done, and undoing back to what was saved
 * leaves nothing to save. */

#include "shanhai-config.h"

#include "shanhai-document-private.h"

#include <glib/gi18n-lib.h>

#include "shanhai-history.h"
#include "shanhai-record-write.h"

G_DEFINE_FINAL_TYPE (ShanhaiDocument, shanhai_document, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (ShanhaiDiskState, shanhai_disk_state,
  G_DEFINE_ENUM_VALUE (SHANHAI_DISK_SAME, "same"),
  G_DEFINE_ENUM_VALUE (SHANHAI_DISK_CHANGED, "changed"),
  G_DEFINE_ENUM_VALUE (SHANHAI_DISK_GONE, "gone"))

static GParamSpec *props[PROP_JOURNAL_STATE + 1];

void
shanhai_document_set_states (ShanhaiDocument *self,
                             guint64          state,
                             guint64          saved_state)
{
  bool was_modified = shanhai_document_is_modified (self);

  self->state = state;
  self->saved_state = saved_state;
  if (was_modified != shanhai_document_is_modified (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

/* after a step of the history, and after a change that was made past it */
static void
changed_cb (ShanhaiDocument *self)
{
  shanhai_document_set_states (self, shanhai_history_get_state (shanhai_casebook_get_history (self->casebook)), self->saved_state);
}

/* what a casebook without a file began with; (transfer full) */
static char *
dup_first_header (ShanhaiDocument *self,
                  ShanhaiChange   *change)
{
  const ShanhaiHeader *before = shanhai_change_get_header_before (change);
  g_autoptr (ShanhaiHeader) header = before != NULL ? shanhai_header_copy (before) : shanhai_casebook_dup_header (self->casebook);
  g_autoptr (GString) line = g_string_new (NULL);

  header->format = SHANHAI_CASEBOOK_FORMAT;
  shanhai_header_append_line (header, line);

  return g_strdup (line->str);
}

static void
moved_cb (ShanhaiHistory     *history,
          ShanhaiChange      *change,
          ShanhaiHistoryMove  move,
          ShanhaiDocument    *self)
{
  if (self->journal == NULL && self->file == NULL && !self->replaying)
    {
      g_autofree char *header = dup_first_header (self, change);

      shanhai_document_take_journal (self, shanhai_journal_new_without_file (header));
    }
  if (self->journal != NULL && !self->replaying)
    shanhai_journal_append (self->journal, change, move);
  changed_cb (self);
}

static void
journal_state_cb (ShanhaiDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_JOURNAL_STATE]);
}

void
shanhai_document_take_journal (ShanhaiDocument *self,
                               ShanhaiJournal  *journal)
{
  g_clear_object (&self->journal);
  self->journal = journal;
  g_signal_connect_object (journal, "notify::state", G_CALLBACK (journal_state_cb), self, G_CONNECT_SWAPPED);
}

void
shanhai_document_set_disk_state (ShanhaiDocument  *self,
                                 ShanhaiDiskState  disk_state,
                                 const char       *etag)
{
  if (disk_state == self->disk_state && g_strcmp0 (etag, self->disk_etag) == 0)
    return;

  self->disk_state = disk_state;
  g_free (self->disk_etag);
  self->disk_etag = g_strdup (etag);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISK_STATE]);
}

void
shanhai_document_set_saving (ShanhaiDocument *self,
                             bool             saving)
{
  if (self->saving == saving)
    return;

  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVING]);
}

void
shanhai_document_set_file (ShanhaiDocument *self,
                           GFile           *file)
{
  if (file == self->file || (file != NULL && self->file != NULL && g_file_equal (file, self->file)))
    return;

  g_set_object (&self->file, file);
  g_free (self->name);
  self->name = shanhai_store_dup_name (file);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAME]);
}

static void
shanhai_document_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (object);

  switch ((ShanhaiDocumentProperty) prop_id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_NAME:
      g_value_set_string (value, shanhai_document_get_name (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, shanhai_document_is_modified (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_READ_ONLY_REASON:
      g_value_set_enum (value, self->read_only_reason);
      break;
    case PROP_DISK_STATE:
      g_value_set_enum (value, self->disk_state);
      break;
    case PROP_JOURNAL_STATE:
      g_value_set_enum (value, shanhai_document_get_journal_state (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_document_dispose (GObject *object)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (object);

  /* what isn't saved waits there for the next time */
  if (self->journal != NULL)
    shanhai_journal_close (self->journal, !shanhai_document_is_modified (self));
  g_clear_object (&self->journal);
  g_clear_object (&self->baseline);
  g_clear_object (&self->casebook);
  g_clear_object (&self->file);
  g_clear_pointer (&self->damages, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_document_parent_class)->dispose (object);
}

static void
shanhai_document_finalize (GObject *object)
{
  ShanhaiDocument *self = SHANHAI_DOCUMENT (object);

  g_free (self->name);
  g_free (self->etag);
  g_free (self->disk_etag);
  g_clear_pointer (&self->recovery, shanhai_recovery_free);

  G_OBJECT_CLASS (shanhai_document_parent_class)->finalize (object);
}

static void
shanhai_document_class_init (ShanhaiDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = shanhai_document_get_property;
  object_class->dispose = shanhai_document_dispose;
  object_class->finalize = shanhai_document_finalize;

  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_SAVING] = g_param_spec_boolean ("saving", NULL, NULL, FALSE, flags);
  props[PROP_READ_ONLY_REASON] =
    g_param_spec_enum ("read-only-reason", NULL, NULL, SHANHAI_TYPE_READ_ONLY_REASON, SHANHAI_READ_ONLY_NO, flags);
  props[PROP_DISK_STATE] = g_param_spec_enum ("disk-state", NULL, NULL, SHANHAI_TYPE_DISK_STATE, SHANHAI_DISK_SAME, flags);
  props[PROP_JOURNAL_STATE] =
    g_param_spec_enum ("journal-state", NULL, NULL, SHANHAI_TYPE_JOURNAL_STATE, SHANHAI_JOURNAL_SAFE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_document_init (ShanhaiDocument *self)
{
}

ShanhaiDocument *
shanhai_document_new_for (ShanhaiCasebook *casebook)
{
  ShanhaiDocument *self = g_object_new (SHANHAI_TYPE_DOCUMENT, NULL);
  ShanhaiHistory *history;

  self->casebook = g_object_ref (casebook);
  self->baseline = shanhai_baseline_new (casebook);
  history = shanhai_casebook_get_history (casebook);
  self->state = self->saved_state = shanhai_history_get_state (history);
  g_signal_connect_object (history, "moved", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * shanhai_document_new:
 *
 * Returns: (transfer full): an empty casebook, made today, that has no file yet
 */
ShanhaiDocument *
shanhai_document_new (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  ShanhaiDocument *self;

  shanhai_casebook_set_header (casebook, SHANHAI_CASEBOOK_FORMAT, NULL, NULL, today, NULL);
  self = shanhai_document_new_for (casebook);
  self->damages = g_ptr_array_new ();

  return self;
}

ShanhaiCasebook *
shanhai_document_get_casebook (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->casebook;
}

GFile *
shanhai_document_get_file (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
shanhai_document_get_name (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  /* Translators: name of a casebook that wasn't saved yet */
  return self->name != NULL ? self->name : _("New Casebook");
}

bool
shanhai_document_is_modified (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  return self->state != self->saved_state;
}

bool
shanhai_document_is_saving (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  return self->saving;
}

ShanhaiReadOnlyReason
shanhai_document_get_read_only_reason (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), SHANHAI_READ_ONLY_NO);

  return self->read_only_reason;
}

GPtrArray *
shanhai_document_get_damages (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->damages;
}

const ShanhaiRecovery *
shanhai_document_get_recovery (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->recovery;
}

ShanhaiBaseline *
shanhai_document_get_baseline (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->baseline;
}

ShanhaiDiskState
shanhai_document_get_disk_state (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), SHANHAI_DISK_SAME);

  return self->disk_state;
}

ShanhaiJournalState
shanhai_document_get_journal_state (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), SHANHAI_JOURNAL_SAFE);

  return self->journal != NULL ? shanhai_journal_get_state (self->journal) : SHANHAI_JOURNAL_SAFE;
}

char *
shanhai_document_dup_journal_message (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), NULL);

  return self->journal != NULL ? shanhai_journal_dup_message (self->journal) : NULL;
}

bool
shanhai_document_flush_journal (ShanhaiDocument *self)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  return self->journal == NULL || shanhai_journal_flush (self->journal);
}

void
shanhai_document_hurry_journal (ShanhaiDocument *self)
{
  g_return_if_fail (SHANHAI_IS_DOCUMENT (self));

  if (self->journal != NULL)
    shanhai_journal_hurry (self->journal);
}

bool
shanhai_document_set_changes_aside (ShanhaiDocument  *self,
                                    GError          **error)
{
  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (self), false);

  return self->journal == NULL || !shanhai_document_is_modified (self) || shanhai_journal_set_aside (self->journal, error);
}

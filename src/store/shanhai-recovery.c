/* shanhai-recovery.c - unsaved changes of an earlier time come back into the casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal's moves are those of a history that began before it, so an "undone" may take back what the journal never told. A row of marks
 * remembers what became of each change that stands: only the last of them can be undone, and where there is none, what the undoing did is
 * done as a change of its own. */

#include "shanhai-config.h"

#include "shanhai-recovery.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-record-write.h"

typedef struct
{
  const ShanhaiJournalText *left;
  ShanhaiCasebook          *casebook;
  ShanhaiHistory           *history;
  bool                      careful;   /* the file isn't the one that the changes belong to */
  GHashTable               *expected;  /* careful: id → the line that the journal's next change starts from; "" where there is no record */
  GPtrArray                *done;      /* of ShanhaiRecoveredChange: they stand */
  GPtrArray                *undone;    /* the same: they can be redone */
} Replay;

static void
recovered_change_free (gpointer data)
{
  ShanhaiRecoveredChange *change = data;

  g_free (change->title);
  g_date_time_unref (change->at);
  g_free (change->reason);
  g_free (change);
}

int
shanhai_recovery_find_start (const ShanhaiJournalText *left,
                             const char               *sha256)
{
  /* the last one: the same bytes may have been saved before and after other changes */
  for (guint i = left->entries->len; i > 0; i--)
    {
      const ShanhaiJournalEntry *entry = left->entries->pdata[i - 1];

      if (entry->kind == SHANHAI_JOURNAL_SAVING && g_strcmp0 (entry->sha256, sha256) == 0)
        return (int) entry->n_changes;
    }

  return g_strcmp0 (left->base.sha256, sha256) == 0 ? 0 : -1;
}

/* (transfer full): "" where there is none */
static char *
to_line (ShanhaiRecord *record)
{
  return record != NULL ? shanhai_record_to_line (record) : g_strdup ("");
}

/* (transfer full): "" where there is none */
static char *
to_header_line (const ShanhaiHeader *header)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (ShanhaiHeader) copy = header != NULL ? shanhai_header_copy (header) : NULL;

  if (copy != NULL)
    {
      copy->format = 0;
      shanhai_header_append_line (copy, line);
    }

  return g_strdup (line->str);
}

static void
expect (Replay        *replay,
        ShanhaiChange *change)
{
  /* the header goes by the id that no record has */
  if (change != NULL && shanhai_change_get_header (change) != NULL)
    g_hash_table_replace (replay->expected, g_strdup (""), to_header_line (shanhai_change_get_header (change)));
  for (guint i = 0; change != NULL && i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      g_hash_table_replace (replay->expected, g_strdup (entry->id), to_line (entry->after));
    }
}

/* What of the change is still to be done; (transfer full) (nullable): NULL where it would overwrite what somebody else did */
static ShanhaiChange *
make_rest (Replay        *replay,
           ShanhaiChange *change)
{
  g_autoptr (ShanhaiChange) rest = shanhai_change_new (shanhai_change_get_title (change));

  if (shanhai_change_get_header (change) != NULL)
    {
      g_autoptr (ShanhaiHeader) header = shanhai_casebook_dup_header (replay->casebook);
      g_autofree char *now = to_header_line (header);
      g_autofree char *after = to_header_line (shanhai_change_get_header (change));

      if (strcmp (now, after) != 0)
        {
          if (g_strcmp0 (now, g_hash_table_lookup (replay->expected, "")) != 0)
            return NULL;
          shanhai_change_put_header (rest, shanhai_change_get_header (change));
        }
    }
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);
      g_autofree char *now = to_line (shanhai_casebook_lookup (replay->casebook, entry->id));
      g_autofree char *after = to_line (entry->after);

      if (strcmp (now, after) == 0)
        continue;
      if (g_strcmp0 (now, g_hash_table_lookup (replay->expected, entry->id)) != 0)
        return NULL;
      if (entry->after != NULL)
        shanhai_change_put (rest, entry->after);
      else
        shanhai_change_delete (rest, entry->id);
    }

  return g_steal_pointer (&rest);
}

static ShanhaiRecoveredChange *
recovered_change_new (const ShanhaiJournalEntry *entry,
                      const char                *title)
{
  ShanhaiRecoveredChange *recovered = g_new0 (ShanhaiRecoveredChange, 1);

  recovered->title = g_strdup (title);
  recovered->at = g_date_time_ref (entry->at);

  return recovered;
}

/* As a new step of the history. False with the reason in `recovered`. */
static bool
do_change (Replay                    *replay,
           const ShanhaiJournalEntry *entry,
           ShanhaiRecoveredChange    *recovered)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiChange) before = NULL;
  g_autoptr (ShanhaiChange) read = shanhai_journal_entry_to_change (entry, &error);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (ShanhaiChange) titled = NULL;
  guint64 state;

  recovered->what = SHANHAI_RECOVERED_NOT;
  if (read == NULL)
    {
      recovered->reason = g_strdup (error->message);
      return false;
    }
  if (replay->careful)
    {
      before = shanhai_journal_entry_to_before (entry, NULL);
      expect (replay, before);
      change = make_rest (replay, read);
      expect (replay, read);
      if (change == NULL)
        {
          recovered->reason = g_strdup (_("somebody else has changed the same record"));
          return false;
        }
      if (shanhai_change_is_empty (change))
        {
          recovered->what = SHANHAI_RECOVERED_BEFORE;
          return true;
        }
    }
  else
    change = g_steal_pointer (&read);

  /* what an undoing did is called after what it took back */
  titled = shanhai_change_new (recovered->title);
  shanhai_change_allow_other_types (titled);
  shanhai_change_set_subject (titled, entry->subject);
  if (shanhai_change_get_header (change) != NULL)
    shanhai_change_put_header (titled, shanhai_change_get_header (change));
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *part = shanhai_change_get_entry (change, i);

      if (part->after != NULL)
        shanhai_change_put (titled, part->after);
      else
        shanhai_change_delete (titled, part->id);
    }

  state = shanhai_history_get_state (replay->history);
  if (!shanhai_history_apply (replay->history, titled, &error))
    {
      recovered->reason = g_strdup (error->message);
      return false;
    }
  recovered->what = shanhai_history_get_state (replay->history) != state ? SHANHAI_RECOVERED : SHANHAI_RECOVERED_BEFORE;

  return true;
}

/* what the journal's records are after a step that the history did by itself */
static void
follow (Replay                    *replay,
        const ShanhaiJournalEntry *entry)
{
  g_autoptr (ShanhaiChange) change = replay->careful ? shanhai_journal_entry_to_change (entry, NULL) : NULL;

  expect (replay, change);
}

/* (nullable): the change that an undoing takes back; what lies under an undoing that is a change of its own isn't the journal's */
static ShanhaiRecoveredChange *
get_undoable (Replay *replay)
{
  ShanhaiRecoveredChange *last = replay->done->len > 0 ? g_ptr_array_index (replay->done, replay->done->len - 1) : NULL;

  return last != NULL && !last->is_undo && !last->is_sum ? last : NULL;
}

static bool
replay_entry (Replay                    *replay,
              const ShanhaiJournalEntry *entry)
{
  ShanhaiRecoveredChange *recovered = NULL;
  g_autofree char *title = NULL;
  bool sound = true;

  if (entry->move == SHANHAI_HISTORY_UNDONE && get_undoable (replay) != NULL)
    {
      recovered = get_undoable (replay);
      /* what the file holds already is taken back by a change of its own, below */
      if (recovered->what != SHANHAI_RECOVERED_BEFORE)
        {
          g_ptr_array_add (replay->undone, g_ptr_array_steal_index (replay->done, replay->done->len - 1));
          follow (replay, entry);
          return recovered->what != SHANHAI_RECOVERED || shanhai_history_undo (replay->history, NULL);
        }
      g_ptr_array_set_size (replay->done, (int) replay->done->len - 1);
    }
  if (entry->move == SHANHAI_HISTORY_REDONE && replay->undone->len > 0)
    {
      recovered = g_ptr_array_steal_index (replay->undone, replay->undone->len - 1);
      g_ptr_array_add (replay->done, recovered);
      follow (replay, entry);
      return recovered->what != SHANHAI_RECOVERED || shanhai_history_redo (replay->history, NULL);
    }

  /* Translators: %s is the title of a change that was taken back, as “Set amount of …” */
  title = entry->move == SHANHAI_HISTORY_UNDONE ? g_strdup_printf (_("Undo: %s"), entry->title) : g_strdup (entry->title);
  recovered = recovered_change_new (entry, title);
  recovered->is_undo = entry->move == SHANHAI_HISTORY_UNDONE;
  recovered->is_sum = entry->is_sum;
  sound = do_change (replay, entry, recovered);
  g_ptr_array_set_size (replay->undone, 0);
  g_ptr_array_add (replay->done, recovered);

  return sound;
}

static bool
replay_all (Replay *replay,
            int     first)
{
  int n = 0;

  for (guint i = 0; i < replay->left->entries->len; i++)
    {
      const ShanhaiJournalEntry *entry = replay->left->entries->pdata[i];

      if (entry->kind == SHANHAI_JOURNAL_CHANGE && n++ >= first && !replay_entry (replay, entry) && !replay->careful)
        return false;
    }

  return true;
}

/**
 * shanhai_recovery_replay:
 * @left: what an earlier program left
 * @first: how many of its changes the casebook holds already; -1: not known
 * @casebook: as its file is now, with an empty history
 *
 * Returns: (transfer full): what came back and what didn't
 */
ShanhaiRecovery *
shanhai_recovery_replay (const ShanhaiJournalText *left,
                         int                       first,
                         ShanhaiCasebook          *casebook)
{
  ShanhaiRecovery *self = g_new0 (ShanhaiRecovery, 1);
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (recovered_change_free);
  g_autoptr (GPtrArray) undone = g_ptr_array_new_with_free_func (recovered_change_free);
  Replay replay = { left, casebook, shanhai_casebook_get_history (casebook), first < 0, expected, done, undone };

  if (!replay_all (&replay, first))
    {
      /* not as it should be after all: begin again, looking at every record */
      while (shanhai_history_undo (replay.history, NULL))
        ;
      g_ptr_array_set_size (done, 0);
      g_ptr_array_set_size (undone, 0);
      replay.careful = true;
      replay_all (&replay, first);
    }

  self->changes = g_steal_pointer (&done);
  self->other_base = first < 0;
  self->torn = left->torn;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const ShanhaiRecoveredChange *change = self->changes->pdata[i];

      self->n_recovered += change->what == SHANHAI_RECOVERED;
      self->n_left_out += change->what == SHANHAI_RECOVERED_NOT;
    }

  return self;
}

ShanhaiRecovery *
shanhai_recovery_describe (const ShanhaiJournalText *left)
{
  ShanhaiRecovery *self = g_new0 (ShanhaiRecovery, 1);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (recovered_change_free);
  g_autoptr (GPtrArray) undone = g_ptr_array_new_with_free_func (recovered_change_free);
  Replay replay = { .left = left, .done = done, .undone = undone };

  for (guint i = 0; i < left->entries->len; i++)
    {
      const ShanhaiJournalEntry *entry = left->entries->pdata[i];

      if (entry->kind != SHANHAI_JOURNAL_CHANGE)
        continue;
      if (entry->move == SHANHAI_HISTORY_UNDONE && get_undoable (&replay) != NULL)
        g_ptr_array_add (undone, g_ptr_array_steal_index (done, done->len - 1));
      else if (entry->move == SHANHAI_HISTORY_REDONE && undone->len > 0)
        g_ptr_array_add (done, g_ptr_array_steal_index (undone, undone->len - 1));
      else
        {
          ShanhaiRecoveredChange *change = recovered_change_new (entry, entry->title);

          change->is_undo = entry->move == SHANHAI_HISTORY_UNDONE;
          g_ptr_array_add (done, change);
        }
    }
  self->n_recovered = done->len;
  self->torn = left->torn;
  self->changes = g_steal_pointer (&done);

  return self;
}

void
shanhai_recovery_free (ShanhaiRecovery *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* shanhai-finding-list.c - findings in their order, and by the records that they name. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: the `place` of each finding in `sorted` is its own there; `by_record`, where it is made, lists for each id the findings that name it. */

#include "shanhai-config.h"

#include "shanhai-finding-list.h"

#include "shanhai-finding-private.h"

struct _ShanhaiFindingList
{
  GSequence  *sorted;
  GHashTable *by_record;                        /* id → GPtrArray of ShanhaiFinding, or NULL until somebody asks */
  guint       unsettled[SHANHAI_N_GRAVITIES];   /* of `sorted` */
};

static GHashTable *
new_by_record (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

ShanhaiFindingList *
shanhai_finding_list_new (bool indexed)
{
  ShanhaiFindingList *self = g_new0 (ShanhaiFindingList, 1);

  self->sorted = g_sequence_new (g_object_unref);
  self->by_record = indexed ? new_by_record () : NULL;

  return self;
}

void
shanhai_finding_list_free (ShanhaiFindingList *self)
{
  if (self == NULL)
    return;

  g_sequence_free (self->sorted);
  g_clear_pointer (&self->by_record, g_hash_table_unref);
  g_free (self);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return shanhai_finding_compare ((ShanhaiFinding *) a, (ShanhaiFinding *) b);
}

static void
list_by_record (GHashTable     *by_record,
                ShanhaiFinding *finding)
{
  for (guint i = 0; i < finding->n; i++)
    {
      const char *id = shanhai_record_get_id (finding->figures[i].record);
      GPtrArray *findings = g_hash_table_lookup (by_record, id);

      if (findings == NULL)
        {
          findings = g_ptr_array_new ();
          g_hash_table_insert (by_record, g_strdup (id), findings);
        }
      /* a record that it names twice has it last */
      if (findings->len == 0 || findings->pdata[findings->len - 1] != finding)
        g_ptr_array_add (findings, finding);
    }
}

static void
unlist_by_record (GHashTable     *by_record,
                  ShanhaiFinding *finding)
{
  for (guint i = 0; i < finding->n; i++)
    {
      const char *id = shanhai_record_get_id (finding->figures[i].record);
      GPtrArray *findings = g_hash_table_lookup (by_record, id);

      if (findings == NULL)
        continue;
      g_ptr_array_remove_fast (findings, finding);
      if (findings->len == 0)
        g_hash_table_remove (by_record, id);
    }
}

guint
shanhai_finding_list_get_n (ShanhaiFindingList *self)
{
  return (guint) g_sequence_get_length (self->sorted);
}

ShanhaiFinding *
shanhai_finding_list_get (ShanhaiFindingList *self,
                          guint               position)
{
  return position < shanhai_finding_list_get_n (self) ? g_sequence_get (g_sequence_get_iter_at_pos (self->sorted, (int) position)) : NULL;
}

/* once it has its place */
static void
take_in (ShanhaiFindingList *self,
         ShanhaiFinding     *finding)
{
  self->unsettled[finding->gravity] += finding->settled == NULL;
  if (self->by_record != NULL)
    list_by_record (self->by_record, finding);
}

guint
shanhai_finding_list_add (ShanhaiFindingList *self,
                          ShanhaiFinding     *finding)
{
  finding->place = g_sequence_insert_sorted (self->sorted, g_object_ref (finding), compare_findings, NULL);
  take_in (self, finding);

  return (guint) g_sequence_iter_get_position (finding->place);
}

void
shanhai_finding_list_append (ShanhaiFindingList *self,
                             ShanhaiFinding     *finding)
{
  finding->place = g_sequence_append (self->sorted, g_object_ref (finding));
  take_in (self, finding);
}

guint
shanhai_finding_list_remove (ShanhaiFindingList *self,
                             ShanhaiFinding     *finding)
{
  GSequenceIter *place = finding->place;
  guint position = (guint) g_sequence_iter_get_position (place);

  if (self->by_record != NULL)
    unlist_by_record (self->by_record, finding);
  self->unsettled[finding->gravity] -= finding->settled == NULL;
  /* the list may have been the last to hold it */
  finding->place = NULL;
  g_sequence_remove (place);

  return position;
}

void
shanhai_finding_list_settle (ShanhaiFindingList *self,
                             ShanhaiFinding     *finding,
                             ShanhaiRecord      *decision)
{
  bool was_settled = finding->settled != NULL;

  shanhai_finding_set_settled (finding, decision);
  /* one that is in the list has been counted */
  if (finding->place != NULL && was_settled != (finding->settled != NULL))
    self->unsettled[finding->gravity] += was_settled ? 1 : -1;
}

GPtrArray *
shanhai_finding_list_find (ShanhaiFindingList *self,
                           const char         *id)
{
  if (self->by_record == NULL)
    {
      self->by_record = new_by_record ();
      for (GSequenceIter *iter = g_sequence_get_begin_iter (self->sorted); !g_sequence_iter_is_end (iter); iter = g_sequence_iter_next (iter))
        list_by_record (self->by_record, g_sequence_get (iter));
    }

  return g_hash_table_lookup (self->by_record, id);
}

guint
shanhai_finding_list_count (ShanhaiFindingList *self,
                            ShanhaiGravity      gravity)
{
  return self->unsettled[gravity];
}

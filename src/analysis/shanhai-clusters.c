/* shanhai-clusters.c - which claims are checked together. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: an entry's claim lies in exactly the clusters that the entry lists; a cluster without claims is gone; `dirty` lists each cluster whose `is_dirty` is
 * set. A record by itself is a cluster of its entry, so that the many that are in no other cost little.
 *
 * The table of clusters is in shards by their keys' hashes, so that several threads fill it: each shard is one thread's, and takes the claims in the records' order. */

#include "shanhai-config.h"

#include "shanhai-clusters-private.h"

#include <string.h>

#include "shanhai-parallel.h"
#include "shanhai-relation.h"
#include "shanhai-source.h"

/* what makes one task for a thread */
#define TASK 256
/* parts of one whole whose sentences are looked at again with it */
#define MAX_PARTS_LOOKED 64

typedef ShanhaiClustersEntry Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->own.findings, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  g_free (self->text);
  g_object_unref (self->record);
  g_free (self);
}

ShanhaiClusters *
shanhai_clusters_new (ShanhaiCasebook    *casebook,
                      ShanhaiDefinitions *definitions)
{
  ShanhaiClusters *self = g_new0 (ShanhaiClusters, 1);

  self->casebook = casebook;
  self->definitions = definitions;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  for (guint i = 0; i < SHANHAI_N_SHARDS; i++)
    self->clusters[i] = g_hash_table_new_full (shanhai_cluster_key_hash, shanhai_cluster_key_equal, NULL, (GDestroyNotify) shanhai_cluster_free);
  self->texts = g_hash_table_new (NULL, NULL);
  self->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->dirty = g_ptr_array_new ();
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->come = g_ptr_array_new ();
  shanhai_cluster_keys_init (&self->keys, casebook, definitions);

  return self;
}

void
shanhai_clusters_free (ShanhaiClusters *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->decisions);
  g_hash_table_unref (self->entries);
  for (guint i = 0; i < SHANHAI_N_SHARDS; i++)
    g_hash_table_unref (self->clusters[i]);
  g_ptr_array_unref (self->dirty);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->come);
  shanhai_cluster_keys_clear (&self->keys);
  g_free (self);
}

static void
mark_dirty (GPtrArray      *dirty,
            ShanhaiCluster *cluster)
{
  if (cluster->is_dirty)
    return;

  cluster->is_dirty = true;
  g_ptr_array_add (dirty, cluster);
}

/* (transfer full): the record, with the keys of its clusters; it isn't in any yet */
static Entry *
entry_new (ShanhaiCasebook    *casebook,
           ShanhaiRecord      *record,
           ShanhaiClusterKeys *keys)
{
  ShanhaiClaim claim;
  const char *text = NULL;
  Entry *self;
  guint n;

  shanhai_claim_init (&claim, casebook, record);
  n = shanhai_cluster_keys_collect (keys, &claim);
  self = g_malloc (sizeof *self + n * sizeof *self->clusters);
  *self = (Entry) { .record = g_object_ref (record), .claim = claim, .n = n };
  self->own.claims = &self->own.only;
  self->own.only = &self->claim;
  self->own.n = 1;
  if (claim.type == SHANHAI_RECORD_DECISION && shanhai_relation_get_kind (record, NULL))
    self->own.kind = SHANHAI_CLUSTER_RELATION;
  if (claim.type == SHANHAI_RECORD_SOURCE && (text = shanhai_source_get_text (SHANHAI_SOURCE (record))) != NULL)
    self->text = shanhai_held_text_new (text);

  return self;
}

static ShanhaiCluster *
join (GHashTable                *shard,
      const ShanhaiClusterKeys  *keys,
      const ShanhaiCollectedKey *collected,
      Entry                     *entry,
      GPtrArray                 *dirty)
{
  ShanhaiClusterKey key = { keys->texts->str + collected->offset, collected->hash };
  ShanhaiCluster *cluster = g_hash_table_lookup (shard, &key);

  if (cluster == NULL)
    {
      cluster = shanhai_cluster_new (&key, collected->id);
      g_hash_table_insert (shard, &cluster->key, cluster);
    }
  shanhai_cluster_insert (cluster, &entry->claim);
  mark_dirty (dirty, cluster);

  return cluster;
}

static void
forget_cluster (ShanhaiClusters *self,
                ShanhaiCluster  *cluster)
{
  if (cluster->findings != NULL)
    g_ptr_array_extend_and_steal (self->gone, g_steal_pointer (&cluster->findings));
  if (cluster->is_dirty)
    g_ptr_array_remove_fast (self->dirty, cluster);
}

static void
leave (ShanhaiClusters *self,
       Entry           *entry,
       ShanhaiCluster  *cluster)
{
  shanhai_cluster_remove (cluster, &entry->claim);
  if (cluster->n > 0)
    {
      mark_dirty (self->dirty, cluster);
      return;
    }

  forget_cluster (self, cluster);
  g_hash_table_remove (self->clusters[cluster->key.hash % SHANHAI_N_SHARDS], &cluster->key);
}

/* what a sentence says of a part is held against its whole, wherever that is told */
static void
mark_sentences_of_parts (ShanhaiClusters      *self,
                         const ShanhaiCluster *whole)
{
  for (guint i = 0; i < MIN (whole->n, MAX_PARTS_LOOKED); i++)
    {
      Entry *entry = g_hash_table_lookup (self->entries, whole->claims[i]->id);

      for (guint k = 0; entry != NULL && k < entry->n; k++)
        if (entry->clusters[k]->kind == SHANHAI_CLUSTER_SENTENCES)
          mark_dirty (self->dirty, entry->clusters[k]);
    }
}

static void
mark_whole (ShanhaiClusters *self,
            const char      *id)
{
  const ShanhaiCollectedKey *collected;
  ShanhaiClusterKey key;
  ShanhaiCluster *cluster;

  shanhai_cluster_keys_reset (&self->keys);
  shanhai_cluster_keys_add_whole (&self->keys, id);
  collected = &g_array_index (self->keys.keys, ShanhaiCollectedKey, 0);
  key = (ShanhaiClusterKey) { self->keys.texts->str, collected->hash };
  cluster = g_hash_table_lookup (self->clusters[key.hash % SHANHAI_N_SHARDS], &key);
  if (cluster == NULL)
    return;
  mark_dirty (self->dirty, cluster);
  mark_sentences_of_parts (self, cluster);
}

/* what decisions say of a record is looked at again with it */
static void
mark_decisions (ShanhaiClusters *self,
                const char      *id)
{
  GPtrArray *entries = g_hash_table_lookup (self->decisions, id);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    mark_dirty (self->dirty, &((Entry *) entries->pdata[i])->own);
}

static void
name_one (const ShanhaiField *field,
          const char         *id,
          gpointer            user_data)
{
  g_ptr_array_add (user_data, g_strdup (id));
}

/* The records that a decision is about, as they are now: when it changes, those that it named before are looked for. */
static void
list_decision (ShanhaiClusters *self,
               Entry           *entry)
{
  entry->named = g_ptr_array_new_with_free_func (g_free);
  shanhai_record_foreach_reference (entry->record, name_one, entry->named);
  for (guint i = 0; i < entry->named->len; i++)
    {
      GPtrArray *entries = g_hash_table_lookup (self->decisions, entry->named->pdata[i]);

      if (entries == NULL)
        {
          entries = g_ptr_array_new ();
          g_hash_table_insert (self->decisions, g_strdup (entry->named->pdata[i]), entries);
        }
      g_ptr_array_add (entries, entry);
    }
}

static void
unlist_decision (ShanhaiClusters *self,
                 Entry           *entry)
{
  for (guint i = 0; i < entry->named->len; i++)
    {
      GPtrArray *entries = g_hash_table_lookup (self->decisions, entry->named->pdata[i]);

      g_ptr_array_remove_fast (entries, entry);
      if (entries->len == 0)
        g_hash_table_remove (self->decisions, entry->named->pdata[i]);
    }
}

/* A sum that is stated goes before the one that is found; and of rivals, and of a sum and its terms, one is added up. */
static void
mark_named (ShanhaiClusters *self,
            Entry           *entry)
{
  for (guint i = 0; i < entry->named->len; i++)
    {
      Entry *named = g_hash_table_lookup (self->entries, entry->named->pdata[i]);

      mark_whole (self, entry->named->pdata[i]);
      for (guint k = 0; named != NULL && k < named->n; k++)
        if (named->clusters[k]->kind == SHANHAI_CLUSTER_NODE)
          mark_dirty (self->dirty, named->clusters[k]);
    }
}

/* what isn't in the clusters themselves */
static void
register_entry (ShanhaiClusters *self,
                Entry           *entry)
{
  if (entry->text != NULL)
    g_hash_table_insert (self->texts, entry->record, entry->text);
  if (entry->claim.type == SHANHAI_RECORD_DECISION)
    list_decision (self, entry);
}

void
shanhai_clusters_remove (ShanhaiClusters *self,
                         const char      *id)
{
  Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL)
    return;

  mark_whole (self, id);
  mark_decisions (self, id);
  if (entry->named != NULL)
    {
      mark_named (self, entry);
      unlist_decision (self, entry);
    }
  if (entry->text != NULL)
    g_hash_table_remove (self->texts, entry->record);
  for (guint i = 0; i < entry->n; i++)
    leave (self, entry, entry->clusters[i]);
  forget_cluster (self, &entry->own);
  g_hash_table_remove (self->entries, id);
}

void
shanhai_clusters_add (ShanhaiClusters *self,
                      ShanhaiRecord   *record)
{
  const char *id = shanhai_record_get_id (record);
  Entry *entry;

  shanhai_clusters_remove (self, id);

  shanhai_cluster_keys_reset (&self->keys);
  entry = entry_new (self->casebook, record, &self->keys);
  g_hash_table_insert (self->entries, (char *) id, entry);
  mark_dirty (self->dirty, &entry->own);
  for (guint i = 0; i < entry->n; i++)
    {
      const ShanhaiCollectedKey *key = &g_array_index (self->keys.keys, ShanhaiCollectedKey, i);

      entry->clusters[i] = join (self->clusters[key->hash % SHANHAI_N_SHARDS], &self->keys, key, entry, self->dirty);
    }
  register_entry (self, entry);
  mark_whole (self, id);
  mark_decisions (self, id);
  if (entry->named != NULL)
    mark_named (self, entry);
}

void
shanhai_clusters_prepare_model (ShanhaiClusters *self)
{
  if (shanhai_record_list_get_n (shanhai_casebook_get_list (self->casebook, SHANHAI_RECORD_DECISION)) > 0)
    g_ptr_array_unref (shanhai_casebook_dup_referrers (self->casebook, ""));
}

typedef struct
{
  ShanhaiClusters     *clusters;
  ShanhaiRecord      **records;
  guint                n;
  Entry              **entries;
  ShanhaiClusterKeys  *keys;   /* of each task of records */
  guint                n_keys; /* how many those are */
  GPtrArray           *dirty[SHANHAI_N_SHARDS];
} Crowd;

/* a task's records become entries, with their keys: `user` of each is the entry */
static void
make_entries (guint    task,
              gpointer user_data)
{
  Crowd *crowd = user_data;
  ShanhaiClusterKeys *keys;

  /* it takes longest, so that it comes first */
  if (task == 0)
    {
      shanhai_clusters_prepare_model (crowd->clusters);
      return;
    }

  task--;
  keys = &crowd->keys[task];
  shanhai_cluster_keys_init (keys, crowd->clusters->casebook, crowd->clusters->definitions);
  for (guint i = task * TASK; i < MIN (crowd->n, (task + 1) * TASK); i++)
    {
      crowd->entries[i] = entry_new (crowd->clusters->casebook, crowd->records[i], keys);
      for (guint k = keys->first; k < keys->keys->len; k++)
        g_array_index (keys->keys, ShanhaiCollectedKey, k).user = i;
    }
}

/* all that belongs to one shard; after the shards, the table of entries is a task of its own */
static void
fill_shard (guint    shard,
            gpointer user_data)
{
  Crowd *crowd = user_data;

  if (shard == SHANHAI_N_SHARDS)
    {
      for (guint i = 0; i < crowd->n; i++)
        g_hash_table_insert (crowd->clusters->entries, (char *) crowd->entries[i]->claim.id, crowd->entries[i]);
      return;
    }

  crowd->dirty[shard] = g_ptr_array_new ();
  for (guint t = 0; t < crowd->n_keys; t++)
    {
      const ShanhaiClusterKeys *keys = &crowd->keys[t];
      guint slot = 0;

      for (guint k = 0; k < keys->keys->len; k++)
        {
          const ShanhaiCollectedKey *key = &g_array_index (keys->keys, ShanhaiCollectedKey, k);

          slot = k > 0 && key[-1].user == key->user ? slot + 1 : 0;
          if (key->hash % SHANHAI_N_SHARDS == shard)
            crowd->entries[key->user]->clusters[slot] = join (crowd->clusters->clusters[shard], keys, key, crowd->entries[key->user], crowd->dirty[shard]);
        }
    }
}

void
shanhai_clusters_add_many (ShanhaiClusters  *self,
                           ShanhaiRecord   **records,
                           guint             n)
{
  Crowd crowd = { self, records, n, g_new (Entry *, n), NULL, (n + TASK - 1) / TASK, { NULL } };

  crowd.keys = g_new (ShanhaiClusterKeys, crowd.n_keys);
  shanhai_parallel_run (crowd.n_keys + 1, make_entries, &crowd);
  shanhai_parallel_run (SHANHAI_N_SHARDS + 1, fill_shard, &crowd);

  for (guint i = 0; i < n; i++)
    {
      mark_dirty (self->dirty, &crowd.entries[i]->own);
      register_entry (self, crowd.entries[i]);
    }
  for (guint i = 0; i < SHANHAI_N_SHARDS; i++)
    {
      g_ptr_array_extend (self->dirty, crowd.dirty[i], NULL, NULL);
      g_ptr_array_unref (crowd.dirty[i]);
    }
  for (guint i = 0; i < crowd.n_keys; i++)
    shanhai_cluster_keys_clear (&crowd.keys[i]);
  g_free (crowd.keys);
  g_free (crowd.entries);
}

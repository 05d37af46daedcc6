/* shanhai-clusters.c - which claims are checked together. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: an entry's claim lies in exactly the clusters that the entry lists; a cluster without claims is gone; `dirty` lists each cluster whose `is_dirty` is
 * set. A record by itself is a cluster of its entry, so that the many that are in no other cost little.
 *
 * The table of clusters is in shards by their keys' hashes, so that several threads fill it: each shard is one thread's, and takes the claims in the records' order.
 * While threads check, they read the model, entries and texts, and write only to the clusters that are theirs. */

#include "shanhai-config.h"

#include "shanhai-clusters.h"

#include <string.h>

#include "shanhai-cluster.h"
#include "shanhai-parallel.h"
#include "shanhai-relation.h"
#include "shanhai-source.h"

#define N_SHARDS 8
/* what makes one task for a thread */
#define TASK 256
#define CHECK_TASK 32
/* so many claims to be checked again are worth a thread */
#define MUCH 400

typedef struct
{
  ShanhaiRecord   *record;
  ShanhaiClaim     claim;
  ShanhaiCluster   own;      /* the record by itself; its claim is this one */
  ShanhaiHeldText *text;     /* of a source; or NULL */
  GPtrArray       *named;    /* ids that a decision is about; or NULL */
  guint            n;
  ShanhaiCluster  *clusters[];
} Entry;

struct _ShanhaiClusters
{
  ShanhaiCasebook    *casebook;
  ShanhaiDefinitions *definitions;
  GHashTable         *entries;      /* the record's own id → Entry */
  GHashTable         *clusters[N_SHARDS];  /* ShanhaiClusterKey → ShanhaiCluster */
  GHashTable         *texts;        /* ShanhaiSource → ShanhaiHeldText of its entry */
  GHashTable         *decisions;    /* id of a record → GPtrArray of the Entry of each decision about it */
  GPtrArray          *dirty;
  GPtrArray          *gone;         /* findings of clusters that are gone */
  GPtrArray          *come;         /* by the cluster that was checked; not owned */
  ShanhaiClusterKeys  keys;         /* for making some */
};

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

static Entry *
get_entry_of_own (ShanhaiCluster *own)
{
  return (Entry *) (void *) ((char *) own - G_STRUCT_OFFSET (Entry, own));
}

ShanhaiClusters *
shanhai_clusters_new (ShanhaiCasebook    *casebook,
                      ShanhaiDefinitions *definitions)
{
  ShanhaiClusters *self = g_new0 (ShanhaiClusters, 1);

  self->casebook = casebook;
  self->definitions = definitions;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  for (guint i = 0; i < N_SHARDS; i++)
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
  for (guint i = 0; i < N_SHARDS; i++)
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
  g_hash_table_remove (self->clusters[cluster->key.hash % N_SHARDS], &cluster->key);
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
  cluster = g_hash_table_lookup (self->clusters[key.hash % N_SHARDS], &key);
  if (cluster != NULL)
    mark_dirty (self->dirty, cluster);
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

      entry->clusters[i] = join (self->clusters[key->hash % N_SHARDS], &self->keys, key, entry, self->dirty);
    }
  register_entry (self, entry);
  mark_whole (self, id);
  mark_decisions (self, id);
  if (entry->named != NULL)
    mark_named (self, entry);
}

/* what threads ask the model, made before they start: it is made at the first question */
static void
prepare_model (ShanhaiClusters *self)
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
  GPtrArray           *dirty[N_SHARDS];
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
      prepare_model (crowd->clusters);
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

  if (shard == N_SHARDS)
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
          if (key->hash % N_SHARDS == shard)
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
  shanhai_parallel_run (N_SHARDS + 1, fill_shard, &crowd);

  for (guint i = 0; i < n; i++)
    {
      mark_dirty (self->dirty, &crowd.entries[i]->own);
      register_entry (self, crowd.entries[i]);
    }
  for (guint i = 0; i < N_SHARDS; i++)
    {
      g_ptr_array_extend (self->dirty, crowd.dirty[i], NULL, NULL);
      g_ptr_array_unref (crowd.dirty[i]);
    }
  for (guint i = 0; i < crowd.n_keys; i++)
    shanhai_cluster_keys_clear (&crowd.keys[i]);
  g_free (crowd.keys);
  g_free (crowd.entries);
}

/* the result and the terms, where all of them are there */
static void
check_relation (ShanhaiClusters   *self,
                ShanhaiCheckScope *scope,
                Entry             *entry)
{
  const char * const *records = shanhai_relation_get_records (entry->record);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  for (guint i = 0; records[i] != NULL && i <= SHANHAI_RELATION_MAX_TERMS; i++)
    {
      Entry *named = g_hash_table_lookup (self->entries, records[i]);

      if (named == NULL)
        return;
      g_ptr_array_add (claims, &named->claim);
    }
  scope->claims = (ShanhaiClaim **) claims->pdata;
  scope->n = claims->len;
  scope->key = entry->claim.id;
  shanhai_check_relation (scope);
}

/* whether somebody has said which figures it is the sum of */
static bool
is_stated_sum (ShanhaiClusters *self,
               const char      *id)
{
  GPtrArray *entries = g_hash_table_lookup (self->decisions, id);
  ShanhaiRelationKind kind;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      ShanhaiRecord *decision = ((Entry *) entries->pdata[i])->record;

      if (shanhai_relation_get_kind (decision, &kind) && kind == SHANHAI_RELATION_SUM && strcmp (shanhai_relation_get_records (decision)[0], id) == 0)
        return true;
    }

  return false;
}

static void
check (ShanhaiClusters *self,
       ShanhaiCluster  *cluster,
       GPtrArray       *before,
       GPtrArray       *findings)
{
  ShanhaiCheckScope scope = { .casebook = self->casebook, .definitions = self->definitions, .texts = self->texts, .findings = findings, .before = before };
  Entry *whole;

  if (cluster->key.text == NULL)
    {
      shanhai_cluster_check_alone (cluster->only, &scope);
      if (cluster->kind == SHANHAI_CLUSTER_RELATION)
        check_relation (self, &scope, get_entry_of_own (cluster));
      return;
    }
  if (!shanhai_cluster_has_anything_to_check (cluster))
    {
      cluster->is_checked = false;
      return;
    }

  /* a whole isn't its own part, so it is only there while its parts are looked at */
  whole = cluster->kind == SHANHAI_CLUSTER_WHOLE ? g_hash_table_lookup (self->entries, cluster->id) : NULL;
  if (whole != NULL)
    {
      scope.is_stated = is_stated_sum (self, cluster->id);
      shanhai_cluster_insert (cluster, &whole->claim);
    }
  shanhai_cluster_check (cluster, &scope);
  if (whole != NULL)
    shanhai_cluster_remove (cluster, &whole->claim);
}

/* what the cluster's checks say now, and what of it is news: `come`; (transfer full) (nullable): what they no longer say */
static GPtrArray *
check_anew (ShanhaiClusters *self,
            ShanhaiCluster  *cluster,
            GPtrArray       *come)
{
  GPtrArray *before = g_steal_pointer (&cluster->findings);
  GPtrArray *after = g_ptr_array_new_with_free_func (g_object_unref);

  cluster->is_dirty = false;
  check (self, cluster, before, after);
  if (after->len > 0)
    shanhai_cluster_take_findings (cluster, before, after, come);
  else
    g_ptr_array_unref (after);

  return before;
}

typedef struct
{
  ShanhaiClusters *clusters;
  GPtrArray      **gone, **come;  /* of each cluster that is dirty */
} Round;

static void
check_one (guint    task,
           gpointer user_data)
{
  Round *turn = user_data;

  turn->come[task] = g_ptr_array_new ();
  turn->gone[task] = check_anew (turn->clusters, turn->clusters->dirty->pdata[task], turn->come[task]);
}

static bool
is_much (ShanhaiClusters *self)
{
  guint n = 0;

  for (guint i = 0; i < self->dirty->len; i++)
    n += ((ShanhaiCluster *) self->dirty->pdata[i])->n;

  return self->dirty->len > 1 && n > MUCH;
}

/* An edit of a crowded subject: its clusters are checked at once, and told in their order. */
static void
run_at_once (ShanhaiClusters     *self,
             ShanhaiFindingsFunc  func,
             gpointer             user_data)
{
  guint n = self->dirty->len;
  g_autofree GPtrArray **gone = g_new0 (GPtrArray *, n);
  g_autofree GPtrArray **come = g_new0 (GPtrArray *, n);
  Round turn = { self, gone, come };

  prepare_model (self);
  shanhai_parallel_run (n, check_one, &turn);
  for (guint i = 0; i < n; i++)
    {
      if ((gone[i] != NULL && gone[i]->len > 0) || come[i]->len > 0)
        func (gone[i], come[i], user_data);
      g_clear_pointer (&gone[i], g_ptr_array_unref);
      g_ptr_array_unref (come[i]);
    }
  g_ptr_array_set_size (self->dirty, 0);
}

/* for the first time: all that is found is new */
static void
check_first (guint    task,
             gpointer user_data)
{
  ShanhaiClusters *self = user_data;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = task * CHECK_TASK; i < MIN (self->dirty->len, (task + 1) * CHECK_TASK); i++)
    {
      ShanhaiCluster *cluster = self->dirty->pdata[i];

      check (self, cluster, NULL, found);
      if (found->len == 0)
        continue;
      cluster->findings = g_ptr_array_new_full (found->len, g_object_unref);
      g_ptr_array_extend (cluster->findings, found, NULL, NULL);
      g_ptr_array_set_size (found, 0);
    }
}

bool
shanhai_clusters_run (ShanhaiClusters     *self,
                      gint64               deadline,
                      ShanhaiFindingsFunc  func,
                      gpointer             user_data)
{
  if (deadline == G_MAXINT64 && is_much (self))
    run_at_once (self, func, user_data);
  for (guint i = 0; i < self->dirty->len; i++)
    {
      ShanhaiCluster *cluster = self->dirty->pdata[i];
      g_autoptr (GPtrArray) gone = NULL;

      if (i > 0 && deadline < G_MAXINT64 && g_get_monotonic_time () >= deadline)
        {
          g_ptr_array_remove_range (self->dirty, 0, i);
          return false;
        }
      gone = check_anew (self, cluster, self->come);
      if ((gone != NULL && gone->len > 0) || self->come->len > 0)
        func (gone, self->come, user_data);
      g_ptr_array_set_size (self->come, 0);
    }
  g_ptr_array_set_size (self->dirty, 0);
  /* while nobody waits for it: the first edit needs it */
  if (deadline < G_MAXINT64)
    prepare_model (self);

  if (self->gone->len > 0)
    {
      func (self->gone, NULL, user_data);
      g_ptr_array_set_size (self->gone, 0);
    }

  return true;
}

GPtrArray *
shanhai_clusters_run_first (ShanhaiClusters *self)
{
  GPtrArray *found = g_ptr_array_new ();

  shanhai_parallel_run ((self->dirty->len + CHECK_TASK - 1) / CHECK_TASK, check_first, self);
  for (guint i = 0; i < self->dirty->len; i++)
    {
      ShanhaiCluster *cluster = self->dirty->pdata[i];

      cluster->is_dirty = false;
      if (cluster->findings != NULL)
        g_ptr_array_extend (found, cluster->findings, NULL, NULL);
    }
  g_ptr_array_set_size (self->dirty, 0);

  return found;
}

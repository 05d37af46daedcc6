/* shanhai-clusters-run.c - the clusters that changed are checked, at once or bit by bit. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While threads check, they read the model, entries and texts, and write only to the clusters that are theirs. */

#include "shanhai-config.h"

#include "shanhai-clusters-private.h"

#include <string.h>

#include "shanhai-parallel.h"
#include "shanhai-relation.h"

#define CHECK_TASK 32
/* so many claims to be checked again are worth a thread */
#define MUCH 400

typedef ShanhaiClustersEntry Entry;

static Entry *
get_entry_of_own (ShanhaiCluster *own)
{
  return (Entry *) (void *) ((char *) own - G_STRUCT_OFFSET (Entry, own));
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

  shanhai_clusters_prepare_model (self);
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
    shanhai_clusters_prepare_model (self);

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

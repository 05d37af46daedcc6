/* shanhai-clusters-private.h - the members of the clusters, for the files shanhai-clusters*.c. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-cluster.h"
#include "shanhai-clusters.h"

G_BEGIN_DECLS

#define SHANHAI_N_SHARDS 8

typedef struct
{
  ShanhaiRecord   *record;
  ShanhaiClaim     claim;
  ShanhaiCluster   own;      /* the record by itself; its claim is this one */
  ShanhaiHeldText *text;     /* of a source; or NULL */
  GPtrArray       *named;    /* ids that a decision is about; or NULL */
  guint            n;
  ShanhaiCluster  *clusters[];
} ShanhaiClustersEntry;

struct _ShanhaiClusters
{
  ShanhaiCasebook    *casebook;
  ShanhaiDefinitions *definitions;
  GHashTable         *entries;      /* the record's own id → ShanhaiClustersEntry */
  GHashTable         *clusters[SHANHAI_N_SHARDS];  /* ShanhaiClusterKey → ShanhaiCluster */
  GHashTable         *texts;        /* ShanhaiSource → ShanhaiHeldText of its entry */
  GHashTable         *decisions;    /* id of a record → GPtrArray of the entry of each decision about it */
  GPtrArray          *dirty;
  GPtrArray          *gone;         /* findings of clusters that are gone */
  GPtrArray          *come;         /* by the cluster that was checked; not owned */
  ShanhaiClusterKeys  keys;         /* for making some */
};

/* What threads ask the model, made before they start: it is made at the first question. */
void shanhai_clusters_prepare_model (ShanhaiClusters *self);

G_END_DECLS

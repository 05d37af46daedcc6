/* shanhai-cluster.h - claims that are checked together, and what the checks said of them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Without a key it is a record by itself, and part of its ShanhaiClusterEntry. Its claims are in the order of their ids. Owned by ShanhaiClusters. */

#pragma once

#include "shanhai-check.h"
#include "shanhai-cluster-keys.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiClusterKey   key;       /* its text is NULL of a record by itself, else it stands behind the cluster */
  const char         *id;        /* what the checks know of the key: its last part */
  ShanhaiClusterKind  kind;
  bool                is_dirty;
  bool                is_checked;  /* `findings` is what its claims said, but for `changed` */
  guint               n, size;
  ShanhaiClaim      **claims;
  ShanhaiClaim       *only;      /* most have but one: `claims` is the address of this */
  GPtrArray          *findings;  /* in their order; NULL while there are none */
  GArray             *changed;   /* of ShanhaiChangedTime, since it was checked; NULL while there are none, or nobody asks */
} ShanhaiCluster;

/* `key`: its text is copied; `id`: where in the text its last part begins */
ShanhaiCluster *shanhai_cluster_new    (const ShanhaiClusterKey *key,
                                        guint                    id);
void            shanhai_cluster_free   (ShanhaiCluster          *self);
void            shanhai_cluster_insert (ShanhaiCluster          *self,
                                        ShanhaiClaim            *claim);
void            shanhai_cluster_remove (ShanhaiCluster          *self,
                                        ShanhaiClaim            *claim);
/* one claim alone says nothing but of itself */
bool            shanhai_cluster_has_anything_to_check (const ShanhaiCluster *self);
/* the checks of its kind, whose findings are added to the scope's; a record by itself is for shanhai_cluster_check_alone() */
void            shanhai_cluster_check  (ShanhaiCluster          *self,
                                        ShanhaiCheckScope       *scope);
void            shanhai_cluster_check_alone (ShanhaiClaim       *claim,
                                             ShanhaiCheckScope  *scope);
/* What is said again is the same finding: a list of them doesn't stir. `after` becomes the cluster's. Then `before` (or NULL) holds what is gone, and what is new is added to
 * `come`. */
void            shanhai_cluster_take_findings (ShanhaiCluster   *self,
                                               GPtrArray        *before,
                                               GPtrArray        *after,
                                               GPtrArray        *come);

G_END_DECLS

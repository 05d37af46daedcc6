/* shanhai-clusters.h - which claims are checked together. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cluster is all claims that share a key: one subject, one series, one whole. A record lies in a few clusters; when it changes these alone are checked again.
 * Owned by ShanhaiChecks. */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

typedef struct _ShanhaiClusters ShanhaiClusters;
typedef struct _ShanhaiCluster ShanhaiCluster;

/* tells of findings that no longer hold (`gone`, may be NULL) and of new ones (`come`, may be NULL) */
typedef void (*ShanhaiFindingsFunc) (GPtrArray *gone,
                                     GPtrArray *come,
                                     gpointer   user_data);

ShanhaiClusters *shanhai_clusters_new    (ShanhaiCasebook     *casebook,
                                          ShanhaiDefinitions  *definitions);
void             shanhai_clusters_free   (ShanhaiClusters     *self);
/* a record that is in the casebook; one that is known is taken anew */
void             shanhai_clusters_add    (ShanhaiClusters     *self,
                                          ShanhaiRecord       *record);
void             shanhai_clusters_remove (ShanhaiClusters     *self,
                                          const char          *id);
/* Checks what has changed since the last time. false: the monotonic time `deadline` has come before all was checked; the next call goes on. */
bool             shanhai_clusters_run    (ShanhaiClusters     *self,
                                          gint64               deadline,
                                          ShanhaiFindingsFunc  func,
                                          gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiClusters, shanhai_clusters_free)

G_END_DECLS

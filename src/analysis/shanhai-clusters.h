/* shanhai-clusters.h - which claims are checked together. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cluster is all claims that share a key: one subject, one series, one whole. A record lies in a few clusters; when it changes these alone are checked again.
 * Owned by ShanhaiChecks. */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

typedef struct _ShanhaiClusters ShanhaiClusters;

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
/* Records of which none is known yet, on all processors; what the clusters are then is the same as if they were added one by one. Only while nobody edits. */
void             shanhai_clusters_add_many (ShanhaiClusters   *self,
                                            ShanhaiRecord    **records,
                                            guint              n);
void             shanhai_clusters_remove (ShanhaiClusters     *self,
                                          const char          *id);
/* Checks what has changed since the last time; much of it on all processors, where there is no deadline (G_MAXINT64). false: the monotonic time `deadline` has come before all was checked; the next call goes on. */
bool             shanhai_clusters_run    (ShanhaiClusters     *self,
                                          gint64               deadline,
                                          ShanhaiFindingsFunc  func,
                                          gpointer             user_data);

/* (transfer container): The first time, on all processors, only while nobody edits: all that is found. In the order of the records and clusters, whatever the number of
 * threads. */
GPtrArray       *shanhai_clusters_run_first (ShanhaiClusters  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiClusters, shanhai_clusters_free)

G_END_DECLS

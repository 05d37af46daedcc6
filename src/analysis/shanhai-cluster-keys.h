/* shanhai-cluster-keys.h - by what a claim is checked together with others. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key is a text: the kind's letter and parts, the last of which is what the checks are told (a subject, a whole, a node). All claims with one key are one cluster. */

#pragma once

#include "shanhai-claim.h"
#include "shanhai-definitions.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_CLUSTER_RECORD,      /* a record by itself; it has no key */
  SHANHAI_CLUSTER_SERIES,
  SHANHAI_CLUSTER_FORMULAS,    /* of one subject: what formulas join */
  SHANHAI_CLUSTER_RATES,       /* … in per cent and percentage points */
  SHANHAI_CLUSTER_BASES,       /* … poverty, in people and per cent */
  SHANHAI_CLUSTER_PEOPLE,
  SHANHAI_CLUSTER_WITHIN,      /* … an indicator and those that are counted within it */
  SHANHAI_CLUSTER_HOUSEHOLDS,
  SHANHAI_CLUSTER_INVESTMENT,
  SHANHAI_CLUSTER_WHOLE,
  SHANHAI_CLUSTER_NODE,
  SHANHAI_CLUSTER_GIVER,
  SHANHAI_CLUSTER_NOBODY,      /* flows that nobody gives, and the totals of their case */
  SHANHAI_CLUSTER_PARAGRAPH,
  SHANHAI_CLUSTER_SENTENCES,
  SHANHAI_CLUSTER_PLACE,
  SHANHAI_CLUSTER_COUNTERPARTS, /* observations of a case, and the flows and exchanges that tell of the same */
  SHANHAI_CLUSTER_PAIRINGS,
  SHANHAI_CLUSTER_TWINS,       /* pairings of the same kinds */
  SHANHAI_CLUSTER_EVENTS,
  SHANHAI_CLUSTER_WORKS,       /* the beginning and the opening of what bears one name */
  SHANHAI_CLUSTER_SOURCES,
  SHANHAI_CLUSTER_ADDRESS,
  SHANHAI_CLUSTER_PUBLISHER,   /* its sources, and those that say that they come from it */
  SHANHAI_CLUSTER_RELATION,    /* a decision by itself that says how figures belong together */
  SHANHAI_N_CLUSTER_KINDS
} ShanhaiClusterKind;

/* a flow between parties that hand it on: series, from, to, several via, giver, whole */
#define SHANHAI_MAX_CLUSTERS 20

/* the address of a key's text, for a table of them */
typedef struct
{
  const char *text;
  guint       hash;
} ShanhaiClusterKey;

typedef struct
{
  guint hash;
  guint offset;  /* of the text, in `texts` */
  guint id;      /* in the text: where its last part begins */
  guint user;    /* for whoever collects */
} ShanhaiCollectedKey;

typedef struct
{
  ShanhaiCasebook    *casebook;
  ShanhaiDefinitions *definitions;
  GString            *texts;
  GArray             *keys;   /* of ShanhaiCollectedKey */
  guint               first;  /* the claim's own ones begin there */
} ShanhaiClusterKeys;

void  shanhai_cluster_keys_init    (ShanhaiClusterKeys  *self,
                                    ShanhaiCasebook     *casebook,
                                    ShanhaiDefinitions  *definitions);
void  shanhai_cluster_keys_clear   (ShanhaiClusterKeys  *self);
/* adds the claim's keys, each once; how many there are, at most SHANHAI_MAX_CLUSTERS */
guint shanhai_cluster_keys_collect (ShanhaiClusterKeys  *self,
                                    const ShanhaiClaim  *claim);
/* adds the key of the parts of a whole */
void  shanhai_cluster_keys_add_whole (ShanhaiClusterKeys *self,
                                      const char         *whole);
/* forgets all keys */
void  shanhai_cluster_keys_reset   (ShanhaiClusterKeys  *self);

guint              shanhai_cluster_key_hash     (gconstpointer key);
gboolean           shanhai_cluster_key_equal    (gconstpointer a,
                                                 gconstpointer b);
ShanhaiClusterKind shanhai_cluster_key_get_kind (const char   *text);

G_END_DECLS

/* shanhai-clusters.c - which claims are checked together. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: an entry's claim lies in exactly the clusters that the entry lists; a cluster's claims are in the order of their ids, and one without claims is
 * gone; `dirty` lists each cluster whose `is_dirty` is set. A record by itself is a cluster without a key and without a list of claims, so that the many that are in no other cost little. */

#include "shanhai-config.h"

#include "shanhai-clusters.h"

#include <string.h>

#include "shanhai-event.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-flow-within.h"
#include "shanhai-pairing.h"
#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-relation.h"
#include "shanhai-source-sketch.h"

/* a flow between parties that hand it on: series, from, to, several via, giver, whole */
#define MAX_CLUSTERS 20
/* stands between the parts of a key; no id holds it */
#define SEPARATOR '\x1f'

typedef enum
{
  CLUSTER_RECORD,
  CLUSTER_SERIES,
  CLUSTER_FORMULAS,    /* of one subject: what formulas join */
  CLUSTER_RATES,       /* … in per cent and percentage points */
  CLUSTER_BASES,       /* … poverty, in people and per cent */
  CLUSTER_PEOPLE,
  CLUSTER_WITHIN,      /* … an indicator and those that are counted within it */
  CLUSTER_HOUSEHOLDS,
  CLUSTER_INVESTMENT,
  CLUSTER_WHOLE,
  CLUSTER_NODE,
  CLUSTER_GIVER,
  CLUSTER_NOBODY,   /* flows that nobody gives, and the totals of their case */
  CLUSTER_PARAGRAPH,
  CLUSTER_SENTENCES,
  CLUSTER_PLACE,
  CLUSTER_PAIRINGS,
  CLUSTER_TWINS,    /* pairings of the same kinds */
  CLUSTER_EVENTS,
  CLUSTER_WORKS,    /* the beginning and the opening of what bears one name */
  CLUSTER_SOURCES,
  CLUSTER_ADDRESS,
  CLUSTER_RELATION,  /* a decision by itself that says how figures belong together */
  N_CLUSTER_KINDS
} ClusterKind;

static const ShanhaiCheckFunc checks[N_CLUSTER_KINDS][8] = {
  [CLUSTER_RECORD] = { shanhai_check_dates, shanhai_check_citations, shanhai_check_quotes, shanhai_check_plan_words, shanhai_check_record_unit },
  [CLUSTER_SERIES] = { shanhai_check_same, shanhai_check_trend, shanhai_check_years, shanhai_check_unit_slips, shanhai_check_baselines },
  [CLUSTER_FORMULAS] = { shanhai_check_formulas },
  [CLUSTER_RATES] = { shanhai_check_points },
  [CLUSTER_BASES] = { shanhai_check_bases },
  [CLUSTER_PEOPLE] = { shanhai_check_population },
  [CLUSTER_WITHIN] = { shanhai_check_within },
  [CLUSTER_HOUSEHOLDS] = { shanhai_check_households },
  [CLUSTER_INVESTMENT] = { shanhai_check_investment },
  [CLUSTER_WHOLE] = { shanhai_check_parts, shanhai_check_sums },
  [CLUSTER_NODE] = { shanhai_check_flows },
  [CLUSTER_GIVER] = { shanhai_check_doubles, shanhai_check_planned },
  [CLUSTER_NOBODY] = { shanhai_check_doubles_of_nobody },
  [CLUSTER_PARAGRAPH] = { shanhai_check_breakdowns },
  [CLUSTER_SENTENCES] = { shanhai_check_sentences },
  [CLUSTER_PLACE] = { shanhai_check_places, shanhai_check_sibling_slips },
  [CLUSTER_PAIRINGS] = { shanhai_check_pairings },
  [CLUSTER_TWINS] = { shanhai_check_pairing_twins },
  [CLUSTER_EVENTS] = { shanhai_check_events },
  [CLUSTER_WORKS] = { shanhai_check_works },
  [CLUSTER_SOURCES] = { shanhai_check_reprints },
  [CLUSTER_ADDRESS] = { shanhai_check_addresses },
};

struct _ShanhaiCluster
{
  ClusterKind  kind;
  char        *key;       /* NULL of a record by itself */
  const char  *id;        /* what the checks know of the key: a part of it */
  GPtrArray   *claims;
  GPtrArray   *findings;  /* NULL while there are none */
  bool         is_dirty;
};

typedef struct
{
  ShanhaiRecord  *record;
  ShanhaiClaim    claim;
  ShanhaiCluster  own;       /* the record by itself; its claims are this one */
  guint8          n;
  ShanhaiCluster *clusters[MAX_CLUSTERS];
} Entry;

struct _ShanhaiClusters
{
  ShanhaiCasebook    *casebook;
  ShanhaiDefinitions *definitions;
  GHashTable         *entries;   /* the record's own id → Entry */
  GHashTable         *clusters;  /* key → ShanhaiCluster */
  guint               n_decisions;  /* among the entries */
  GPtrArray          *dirty;
  GPtrArray          *gone;      /* findings of clusters that are gone */
  GPtrArray          *found;     /* by the cluster that is being checked; not owned */
  GString            *key;       /* for making one */
};

static void
cluster_free (gpointer data)
{
  ShanhaiCluster *self = data;

  g_ptr_array_unref (self->claims);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->key);
  g_free (self);
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->own.findings, g_ptr_array_unref);
  g_object_unref (self->record);
  g_free (self);
}

static ShanhaiCluster *
cluster_new (ClusterKind  kind,
             const char  *key)
{
  ShanhaiCluster *self = g_new0 (ShanhaiCluster, 1);

  self->kind = kind;
  self->key = g_strdup (key);
  self->claims = g_ptr_array_new ();
  self->id = strrchr (self->key, SEPARATOR) + 1;

  return self;
}

ShanhaiClusters *
shanhai_clusters_new (ShanhaiCasebook    *casebook,
                      ShanhaiDefinitions *definitions)
{
  ShanhaiClusters *self = g_new0 (ShanhaiClusters, 1);

  self->casebook = casebook;
  self->definitions = definitions;
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  self->clusters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, cluster_free);
  self->dirty = g_ptr_array_new ();
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
  self->found = g_ptr_array_new ();
  self->key = g_string_new (NULL);

  return self;
}

void
shanhai_clusters_free (ShanhaiClusters *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->clusters);
  g_ptr_array_unref (self->dirty);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->found);
  g_string_free (self->key, TRUE);
  g_free (self);
}

static void
mark_dirty (ShanhaiClusters *self,
            ShanhaiCluster  *cluster)
{
  if (cluster->is_dirty)
    return;

  cluster->is_dirty = true;
  g_ptr_array_add (self->dirty, cluster);
}

static int
compare_claims (const ShanhaiClaim *a,
                const ShanhaiClaim *b)
{
  return strcmp (shanhai_record_get_id (a->record), shanhai_record_get_id (b->record));
}

/* the place of a claim in the cluster, or the one that it would have */
static guint
find_place (const ShanhaiCluster *cluster,
            const ShanhaiClaim   *claim)
{
  guint low = 0, high = cluster->claims->len;

  /* a casebook lists its records by id, so that the next one mostly comes last */
  if (high > 0 && compare_claims (cluster->claims->pdata[high - 1], claim) < 0)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_claims (cluster->claims->pdata[middle], claim) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
insert_claim (ShanhaiCluster *cluster,
              ShanhaiClaim   *claim)
{
  g_ptr_array_insert (cluster->claims, (int) find_place (cluster, claim), claim);
}

static void
remove_claim (ShanhaiCluster *cluster,
              ShanhaiClaim   *claim)
{
  g_ptr_array_remove_index (cluster->claims, find_place (cluster, claim));
}

static void
join_cluster (ShanhaiClusters *self,
              Entry           *entry,
              ShanhaiCluster  *cluster)
{
  for (guint i = 0; i < entry->n; i++)
    if (entry->clusters[i] == cluster)
      return;
  if (entry->n == MAX_CLUSTERS)
    return;

  entry->clusters[entry->n++] = cluster;
  insert_claim (cluster, &entry->claim);
  mark_dirty (self, cluster);
}

/* by a key that begins with the kind's letter; NULL ends the parts. The last part is what the checks are told. */
static void
join (ShanhaiClusters *self,
      Entry           *entry,
      ClusterKind      kind,
      const char      *part,
      ...)
{
  ShanhaiCluster *cluster;
  va_list parts;

  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, (char) ('A' + kind));
  va_start (parts, part);
  for (; part != NULL; part = va_arg (parts, const char *))
    {
      g_string_append_c (self->key, SEPARATOR);
      g_string_append (self->key, part);
    }
  va_end (parts);

  cluster = g_hash_table_lookup (self->clusters, self->key->str);
  if (cluster == NULL)
    {
      cluster = cluster_new (kind, self->key->str);
      g_hash_table_insert (self->clusters, cluster->key, cluster);
    }
  join_cluster (self, entry, cluster);
}

#define OR_EMPTY(text) ((text) != NULL ? (text) : "")

static bool
is_one_of (const char         *indicator,
           const char * const *list)
{
  return g_strv_contains (list, indicator);
}

/* figures of the same subject that say something of each other: few of all that are told of it */
static void
join_kin (ShanhaiClusters *self,
          Entry           *entry)
{
  const ShanhaiClaim *claim = &entry->claim;
  const ShanhaiDefinition *definition = shanhai_definitions_get (self->definitions, claim->indicator);
  const char *population = "population", *unit = claim->quantity->unit;
  const char *households;

  if (definition->family != NULL)
    join (self, entry, CLUSTER_FORMULAS, definition->family, claim->about, NULL);
  if (strcmp (unit, "percent") == 0 || strcmp (unit, "percentage-point") == 0)
    join (self, entry, CLUSTER_RATES, claim->about, NULL);
  if (is_one_of (claim->indicator, (const char * const[]) { "poverty-incidence", "poverty-headcount", "population", NULL }))
    join (self, entry, CLUSTER_BASES, claim->about, NULL);
  if (strcmp (unit, "person") == 0)
    join (self, entry, CLUSTER_PEOPLE, claim->about, NULL);
  if (definition->part_of != NULL && strcmp (definition->part_of, population) != 0)
    join (self, entry, CLUSTER_WITHIN, claim->about, definition->part_of, NULL);
  if (definition->has_parts && strcmp (claim->indicator, population) != 0)
    join (self, entry, CLUSTER_WITHIN, claim->about, claim->indicator, NULL);
  households = shanhai_check_get_households (claim->indicator);
  if (households != NULL)
    join (self, entry, CLUSTER_HOUSEHOLDS, claim->about, households, NULL);
  if (g_str_has_prefix (claim->indicator, "investment-"))
    join (self, entry, CLUSTER_INVESTMENT, claim->about, NULL);
}

static void
join_observation (ShanhaiClusters *self,
                  Entry           *entry)
{
  ShanhaiClaim *claim = &entry->claim;
  ShanhaiPlace *place;

  if (claim->indicator == NULL)
    return;
  if (claim->indicator == g_intern_static_string ("paired-units"))
    join (self, entry, CLUSTER_PAIRINGS, OR_EMPTY (claim->case_id), NULL);
  if (claim->about == NULL)
    return;

  join (self, entry, CLUSTER_SERIES, claim->indicator, claim->about, NULL);
  if (claim->quantity != NULL)
    join_kin (self, entry);
  if (claim->subject == NULL)
    return;
  place = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PLACE, claim->subject);
  if (place == NULL || claim->quantity == NULL || !shanhai_unit_is_counted (claim->quantity->unit))
    return;
  join (self, entry, CLUSTER_PLACE, claim->indicator, claim->subject, NULL);
  if (shanhai_place_get_parent (place) != NULL)
    join (self, entry, CLUSTER_PLACE, claim->indicator, shanhai_place_get_parent (place), NULL);
}

/* one text for the same ends: ids, or the names of groups */
static char *
dup_ends_key (const ShanhaiEnds *ends)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      const ShanhaiEnd *end = &ends->items[i];

      g_string_append (key, end->id != NULL ? end->id : end->name != NULL ? shanhai_name_get (end->name, SHANHAI_LANGUAGE_CHINESE) : OR_EMPTY (end->kind));
      g_string_append_c (key, '+');
    }

  return g_string_free (key, FALSE);
}

static void
join_nodes (ShanhaiClusters   *self,
            Entry             *entry,
            const ShanhaiEnds *ends)
{
  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      const char *node = shanhai_end_get_node (&ends->items[i]);

      if (node != NULL)
        join (self, entry, CLUSTER_NODE, OR_EMPTY (entry->claim.case_id), node, NULL);
    }
}

/* Who gives for a district gives with it: its offices, its schools. What has no giver may be within any total of the case. */
static void
join_givers (ShanhaiClusters   *self,
             Entry             *entry,
             const ShanhaiEnds *from)
{
  const ShanhaiClaim *claim = &entry->claim;
  const char *case_id = OR_EMPTY (claim->case_id);
  const char *id = from != NULL && from->n == 1 ? from->items[0].id : NULL;
  ShanhaiParty *party = id != NULL ? shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PARTY, id) : NULL;
  bool has_place = party != NULL && shanhai_party_get_place (party) != NULL;
  g_autofree char *others = id == NULL && from != NULL && from->n > 0 ? dup_ends_key (from) : NULL;

  if (has_place || id != NULL || others != NULL)
    join (self, entry, CLUSTER_GIVER, case_id, has_place ? shanhai_party_get_place (party) : id != NULL ? id : others, NULL);
  if (from == NULL || from->n == 0 || (claim->cumulative && claim->part_of == NULL))
    join (self, entry, CLUSTER_NOBODY, case_id, NULL);
}

static void
join_flow (ShanhaiClusters *self,
           Entry           *entry)
{
  ShanhaiFlow *flow = SHANHAI_FLOW (entry->record);
  const ShanhaiEnds *from_ends = shanhai_flow_get_from (flow);
  g_autofree char *from = dup_ends_key (from_ends);
  g_autofree char *to = dup_ends_key (shanhai_flow_get_to (flow));
  const char *case_id = OR_EMPTY (entry->claim.case_id);

  if (*from != '\0' || *to != '\0')
    join (self, entry, CLUSTER_SERIES, case_id, from, to, OR_EMPTY (shanhai_flow_get_kind (flow)), NULL);
  join_givers (self, entry, from_ends);
  if (entry->claim.citation != NULL && entry->claim.citation->paragraph > 0)
    {
      char paragraph[16];

      g_snprintf (paragraph, sizeof paragraph, "%u", entry->claim.citation->paragraph);
      join (self, entry, CLUSTER_PARAGRAPH, case_id, entry->claim.citation->source, paragraph, NULL);
    }
  join_nodes (self, entry, from_ends);
  join_nodes (self, entry, shanhai_flow_get_via (flow));
  join_nodes (self, entry, shanhai_flow_get_to (flow));
}

static void
join_exchange (ShanhaiClusters *self,
               Entry           *entry)
{
  ShanhaiExchange *exchange = SHANHAI_EXCHANGE (entry->record);

  join (self, entry, CLUSTER_SERIES, OR_EMPTY (entry->claim.case_id), OR_EMPTY (shanhai_exchange_get_direction (exchange)),
        OR_EMPTY (shanhai_exchange_get_role (exchange)), OR_EMPTY (shanhai_exchange_get_purpose (exchange)), NULL);
}

/* pairings of the same kinds of ends */
static void
join_twins (ShanhaiClusters *self,
            Entry           *entry)
{
  ShanhaiPairing *pairing = SHANHAI_PAIRING (entry->record);
  g_autofree char *assisting = dup_ends_key (shanhai_pairing_get_assisting (pairing));
  g_autofree char *assisted = dup_ends_key (shanhai_pairing_get_assisted (pairing));

  join (self, entry, CLUSTER_TWINS, OR_EMPTY (entry->claim.case_id), OR_EMPTY (shanhai_pairing_get_level (pairing)), assisting, assisted, NULL);
}

/* what organisations begin and open; of two places everything begins at some time */
static void
join_event (ShanhaiClusters *self,
            Entry           *entry)
{
  const char * const *parties = shanhai_event_get_parties (SHANHAI_EVENT (entry->record));
  const char *kind = OR_EMPTY (shanhai_event_get_kind (SHANHAI_EVENT (entry->record)));
  g_autofree char *work = NULL;

  if (strcmp (kind, "start") != 0 && strcmp (kind, "opening") != 0)
    return;
  work = shanhai_event_dup_work (SHANHAI_EVENT (entry->record));
  if (work != NULL)
    join (self, entry, CLUSTER_WORKS, OR_EMPTY (entry->claim.case_id), work, NULL);
  for (guint i = 0; parties != NULL && parties[i] != NULL; i++)
    if (shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PARTY, parties[i]) != NULL)
      join (self, entry, CLUSTER_EVENTS, OR_EMPTY (entry->claim.case_id), parties[i], NULL);
}

static void
join_source (ShanhaiClusters *self,
             Entry           *entry)
{
  ShanhaiSource *source = SHANHAI_SOURCE (entry->record);
  g_autofree char *title = shanhai_source_dup_title_key (source);
  guint hashes[SHANHAI_SKETCH_SIZE];
  guint n = shanhai_source_get_sketch (source, hashes);

  if (title != NULL)
    join (self, entry, CLUSTER_SOURCES, title, NULL);
  if (shanhai_source_get_url (source) != NULL && *shanhai_source_get_url (source) != '\0')
    join (self, entry, CLUSTER_ADDRESS, shanhai_source_get_url (source), NULL);
  for (guint i = 0; i < n; i++)
    {
      char hash[16];

      g_snprintf (hash, sizeof hash, "#%08x", hashes[i]);
      join (self, entry, CLUSTER_SOURCES, hash, NULL);
    }
}

/* figures of one paragraph of a text that is held */
static void
join_sentences (ShanhaiClusters *self,
                Entry           *entry)
{
  const ShanhaiCitation *citation = entry->claim.citation;
  ShanhaiSource *source;
  char paragraph[16];

  if (entry->claim.quantity == NULL || citation == NULL || citation->paragraph == 0 || citation->start < 0 || citation->quote == NULL || *citation->quote == '\0')
    return;
  source = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, citation->source);
  if (source == NULL || shanhai_source_get_text (source) == NULL)
    return;
  g_snprintf (paragraph, sizeof paragraph, "%u", citation->paragraph);
  join (self, entry, CLUSTER_SENTENCES, citation->source, paragraph, NULL);
}

static void
join_clusters (ShanhaiClusters *self,
               Entry           *entry)
{
  switch (entry->claim.type)
    {
    case SHANHAI_RECORD_OBSERVATION:
      join_observation (self, entry);
      break;
    case SHANHAI_RECORD_FLOW:
      join_flow (self, entry);
      break;
    case SHANHAI_RECORD_EXCHANGE:
      join_exchange (self, entry);
      break;
    case SHANHAI_RECORD_PAIRING:
      join (self, entry, CLUSTER_PAIRINGS, OR_EMPTY (entry->claim.case_id), NULL);
      join_twins (self, entry);
      break;
    case SHANHAI_RECORD_EVENT:
      join_event (self, entry);
      break;
    case SHANHAI_RECORD_SOURCE:
      join_source (self, entry);
      break;
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_PROGRAMME:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      break;
    }

  join_sentences (self, entry);
  if (entry->claim.part_of != NULL)
    join (self, entry, CLUSTER_WHOLE, entry->claim.part_of, NULL);
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
leave_cluster (ShanhaiClusters *self,
               Entry           *entry,
               ShanhaiCluster  *cluster)
{
  remove_claim (cluster, &entry->claim);
  if (cluster->claims->len > 0)
    {
      mark_dirty (self, cluster);
      return;
    }

  forget_cluster (self, cluster);
  g_hash_table_remove (self->clusters, cluster->key);
}

static void
mark_whole (ShanhaiClusters *self,
            const char      *id)
{
  ShanhaiCluster *cluster;

  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, 'A' + CLUSTER_WHOLE);
  g_string_append_c (self->key, SEPARATOR);
  g_string_append (self->key, id);
  cluster = g_hash_table_lookup (self->clusters, self->key->str);
  if (cluster != NULL)
    mark_dirty (self, cluster);
}

/* what decisions say of a record is looked at again with it */
static void
mark_decisions (ShanhaiClusters *self,
                const char      *id)
{
  g_autoptr (GPtrArray) decisions = NULL;

  if (self->n_decisions == 0)
    return;
  decisions = shanhai_casebook_dup_referrers_of_type (self->casebook, SHANHAI_RECORD_DECISION, id);
  for (guint i = 0; i < decisions->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->entries, shanhai_record_get_id (decisions->pdata[i]));

      if (entry != NULL)
        mark_dirty (self, &entry->own);
    }
}

/* a sum that is stated goes before the one that is found */
static void
mark_stated_whole (ShanhaiClusters *self,
                   ShanhaiRecord   *record)
{
  const char * const *records = shanhai_relation_get_records (record);

  if (records != NULL)
    mark_whole (self, records[0]);
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
  if (entry->claim.type == SHANHAI_RECORD_DECISION)
    {
      mark_stated_whole (self, entry->record);
      self->n_decisions--;
    }
  for (guint i = 0; i < entry->n; i++)
    leave_cluster (self, entry, entry->clusters[i]);
  forget_cluster (self, &entry->own);
  g_hash_table_remove (self->entries, id);
}

void
shanhai_clusters_add (ShanhaiClusters *self,
                      ShanhaiRecord   *record)
{
  Entry *entry;

  shanhai_clusters_remove (self, shanhai_record_get_id (record));

  entry = g_new0 (Entry, 1);
  entry->record = g_object_ref (record);
  shanhai_claim_init (&entry->claim, self->casebook, record);
  g_hash_table_insert (self->entries, (char *) shanhai_record_get_id (record), entry);
  mark_dirty (self, &entry->own);
  join_clusters (self, entry);
  mark_whole (self, shanhai_record_get_id (record));
  mark_decisions (self, shanhai_record_get_id (record));
  if (entry->claim.type == SHANHAI_RECORD_DECISION)
    {
      self->n_decisions++;
      if (shanhai_relation_get_kind (record, NULL))
        entry->own.kind = CLUSTER_RELATION;
      mark_stated_whole (self, record);
    }
}

/* the result and the terms, where all of them are there */
static void
run_relation (ShanhaiClusters   *self,
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
  scope->key = shanhai_record_get_id (entry->record);
  shanhai_check_relation (scope);
}

static void
run_own_checks (ShanhaiClusters   *self,
                ShanhaiCheckScope *scope,
                Entry             *entry)
{
  ShanhaiClaim *alone = &entry->claim;

  scope->claims = &alone;
  scope->n = 1;
  for (guint i = 0; checks[CLUSTER_RECORD][i] != NULL; i++)
    checks[CLUSTER_RECORD][i] (scope);
  if (entry->own.kind == CLUSTER_RELATION)
    run_relation (self, scope, entry);
}

static void
run_checks (ShanhaiClusters *self,
            ShanhaiCluster  *cluster)
{
  ShanhaiCheckScope scope = { self->casebook, self->definitions, cluster->id, NULL, 0, self->found };
  Entry *whole = cluster->kind == CLUSTER_WHOLE ? g_hash_table_lookup (self->entries, cluster->id) : NULL;

  if (cluster->claims == NULL)
    {
      run_own_checks (self, &scope, (Entry *) (void *) ((char *) cluster - G_STRUCT_OFFSET (Entry, own)));
      return;
    }

  /* a whole isn't its own part, so it is only there while its parts are looked at */
  if (whole != NULL)
    insert_claim (cluster, &whole->claim);
  scope.claims = (ShanhaiClaim **) cluster->claims->pdata;
  scope.n = cluster->claims->len;
  for (guint i = 0; checks[cluster->kind][i] != NULL; i++)
    checks[cluster->kind][i] (&scope);
  if (whole != NULL)
    remove_claim (cluster, &whole->claim);
}

/* one claim alone says nothing but of itself */
static bool
has_anything_to_check (const ShanhaiCluster *cluster)
{
  return cluster->claims == NULL || cluster->kind == CLUSTER_WHOLE || cluster->kind == CLUSTER_RATES || cluster->claims->len > 1;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  return shanhai_finding_compare (*(ShanhaiFinding **) a, *(ShanhaiFinding **) b);
}

/* What is said again is the same finding: a list of them doesn't stir. Afterwards `before` holds what is gone, `self->found` what is new. */
static void
keep_what_is_said_again (ShanhaiClusters *self,
                         GPtrArray       *before,
                         GPtrArray       *after)
{
  guint b = 0, gone = 0;

  g_ptr_array_sort (before, compare_findings);
  g_ptr_array_sort (after, compare_findings);
  for (guint a = 0; a < after->len; a++)
    {
      while (b < before->len && shanhai_finding_compare (before->pdata[b], after->pdata[a]) < 0)
        before->pdata[gone++] = before->pdata[b++];
      if (b < before->len && shanhai_finding_equal (before->pdata[b], after->pdata[a]))
        {
          g_object_unref (after->pdata[a]);
          after->pdata[a] = before->pdata[b++];
        }
      else
        g_ptr_array_add (self->found, after->pdata[a]);
    }
  while (b < before->len)
    before->pdata[gone++] = before->pdata[b++];
  before->len = gone;
}

static GPtrArray *
take_found (ShanhaiClusters *self)
{
  GPtrArray *findings = g_ptr_array_new_full (self->found->len, g_object_unref);

  g_ptr_array_extend (findings, self->found, NULL, NULL);
  g_ptr_array_set_size (self->found, 0);

  return findings;
}

bool
shanhai_clusters_run (ShanhaiClusters     *self,
                      gint64               deadline,
                      ShanhaiFindingsFunc  func,
                      gpointer             user_data)
{
  for (guint i = 0; i < self->dirty->len; i++)
    {
      ShanhaiCluster *cluster = self->dirty->pdata[i];
      g_autoptr (GPtrArray) before = NULL;

      if (i > 0 && deadline < G_MAXINT64 && g_get_monotonic_time () >= deadline)
        {
          g_ptr_array_remove_range (self->dirty, 0, i);
          return false;
        }
      before = g_steal_pointer (&cluster->findings);
      cluster->is_dirty = false;
      if (has_anything_to_check (cluster))
        run_checks (self, cluster);
      if (self->found->len > 0)
        cluster->findings = take_found (self);

      if (before == NULL && cluster->findings == NULL)
        continue;
      if (before != NULL && cluster->findings != NULL)
        keep_what_is_said_again (self, before, cluster->findings);
      else if (cluster->findings != NULL)
        g_ptr_array_extend (self->found, cluster->findings, NULL, NULL);
      func (before, self->found, user_data);
      g_ptr_array_set_size (self->found, 0);
    }
  g_ptr_array_set_size (self->dirty, 0);

  if (self->gone->len > 0)
    {
      func (self->gone, NULL, user_data);
      g_ptr_array_set_size (self->gone, 0);
    }

  return true;
}

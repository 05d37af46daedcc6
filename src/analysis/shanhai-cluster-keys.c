/* shanhai-cluster-keys.c - by what a claim is checked together with others. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says nothing of other claims: what a claim is checked by depends on itself and on the records that it names, so that the keys of many can be found at once. */

#include "shanhai-config.h"

#include "shanhai-cluster-keys.h"

#include <string.h>

#include "shanhai-case.h"
#include "shanhai-check.h"
#include "shanhai-event.h"
#include "shanhai-exchange.h"
#include "shanhai-flow-within.h"
#include "shanhai-flow.h"
#include "shanhai-pairing.h"
#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-sentence-spots.h"
#include "shanhai-source-sketch.h"
#include "shanhai-told-source.h"

/* stands between the parts of a key; no id holds it */
#define SEPARATOR '\x1f'

void
shanhai_cluster_keys_init (ShanhaiClusterKeys *self,
                           ShanhaiCasebook    *casebook,
                           ShanhaiDefinitions *definitions)
{
  *self = (ShanhaiClusterKeys) { casebook, definitions, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (ShanhaiCollectedKey)), 0 };
}

void
shanhai_cluster_keys_clear (ShanhaiClusterKeys *self)
{
  g_string_free (self->texts, TRUE);
  g_array_unref (self->keys);
}

void
shanhai_cluster_keys_reset (ShanhaiClusterKeys *self)
{
  g_string_truncate (self->texts, 0);
  g_array_set_size (self->keys, 0);
}

guint
shanhai_cluster_key_hash (gconstpointer key)
{
  return ((const ShanhaiClusterKey *) key)->hash;
}

gboolean
shanhai_cluster_key_equal (gconstpointer a,
                           gconstpointer b)
{
  const ShanhaiClusterKey *x = a, *y = b;

  return x->hash == y->hash && strcmp (x->text, y->text) == 0;
}

ShanhaiClusterKind
shanhai_cluster_key_get_kind (const char *text)
{
  return (ShanhaiClusterKind) (*text - 'A');
}

/* eight bytes at a time: a casebook has hundreds of thousands of keys */
static guint
hash_text (const char *text,
           gsize       length)
{
  guint64 hash = length, word;

  for (; length > 0; text += MIN (length, sizeof word), length -= MIN (length, sizeof word))
    {
      word = 0;
      memcpy (&word, text, MIN (length, sizeof word));
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }

  return (guint) hash;
}

/* as the last one, unless the claim has it already */
static void
end_key (ShanhaiClusterKeys *self,
         guint               offset,
         guint               id)
{
  const char *text = self->texts->str + offset;
  ShanhaiCollectedKey key = { hash_text (text, self->texts->len - offset), offset, id, 0 };

  for (guint i = self->first; i < self->keys->len; i++)
    {
      const ShanhaiCollectedKey *other = &g_array_index (self->keys, ShanhaiCollectedKey, i);

      if (other->hash == key.hash && strcmp (self->texts->str + other->offset, text) == 0)
        {
          g_string_truncate (self->texts, offset);
          return;
        }
    }
  /* the next one begins behind the end of this text */
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->keys, key);
}

/* NULL ends the parts */
static void
add_key (ShanhaiClusterKeys *self,
         ShanhaiClusterKind  kind,
         const char         *part,
         ...)
{
  guint offset = (guint) self->texts->len, id = 0;
  va_list parts;

  if (self->keys->len - self->first == SHANHAI_MAX_CLUSTERS)
    return;
  g_string_append_c (self->texts, (char) ('A' + kind));
  va_start (parts, part);
  for (; part != NULL; part = va_arg (parts, const char *))
    {
      g_string_append_c (self->texts, SEPARATOR);
      id = (guint) self->texts->len - offset;
      g_string_append (self->texts, part);
    }
  va_end (parts);
  end_key (self, offset, id);
}

void
shanhai_cluster_keys_add_whole (ShanhaiClusterKeys *self,
                                const char         *whole)
{
  self->first = self->keys->len;
  add_key (self, SHANHAI_CLUSTER_WHOLE, whole, NULL);
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
add_kin (ShanhaiClusterKeys *self,
         const ShanhaiClaim *claim)
{
  const ShanhaiDefinition *definition = shanhai_definitions_get (self->definitions, claim->indicator);
  const char *population = "population", *unit = claim->quantity->unit;
  const char *households;

  if (definition->family != NULL)
    add_key (self, SHANHAI_CLUSTER_FORMULAS, definition->family, claim->about, NULL);
  if (strcmp (unit, "percent") == 0 || strcmp (unit, "percentage-point") == 0)
    add_key (self, SHANHAI_CLUSTER_RATES, claim->about, NULL);
  if (is_one_of (claim->indicator, (const char * const[]) { "poverty-incidence", "poverty-headcount", "population", NULL }))
    add_key (self, SHANHAI_CLUSTER_BASES, claim->about, NULL);
  if (strcmp (unit, "person") == 0)
    add_key (self, SHANHAI_CLUSTER_PEOPLE, claim->about, NULL);
  if (definition->part_of != NULL && strcmp (definition->part_of, population) != 0)
    add_key (self, SHANHAI_CLUSTER_WITHIN, claim->about, definition->part_of, NULL);
  if (definition->has_parts && strcmp (claim->indicator, population) != 0)
    add_key (self, SHANHAI_CLUSTER_WITHIN, claim->about, claim->indicator, NULL);
  households = shanhai_check_get_households (claim->indicator);
  if (households != NULL)
    add_key (self, SHANHAI_CLUSTER_HOUSEHOLDS, claim->about, households, NULL);
  if (g_str_has_prefix (claim->indicator, "investment-"))
    add_key (self, SHANHAI_CLUSTER_INVESTMENT, claim->about, NULL);
}

static void
add_observation (ShanhaiClusterKeys *self,
                 const ShanhaiClaim *claim)
{
  ShanhaiPlace *place;

  if (claim->indicator == NULL)
    return;
  if (g_str_has_prefix (claim->indicator, "paired-"))
    add_key (self, SHANHAI_CLUSTER_PAIRINGS, OR_EMPTY (claim->case_id), NULL);
  if (claim->about == NULL)
    return;

  add_key (self, SHANHAI_CLUSTER_SERIES, claim->indicator, claim->about, NULL);
  /* what is told of a case alone is told of the one place that it assists */
  if (claim->about == claim->case_id && claim->programme == NULL)
    {
      ShanhaiCase *record = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_CASE, claim->case_id);
      const char * const *assisted = record != NULL ? shanhai_case_get_assisted (record) : NULL;

      if (assisted != NULL && assisted[0] != NULL && assisted[1] == NULL)
        add_key (self, SHANHAI_CLUSTER_SERIES, claim->indicator, assisted[0], NULL);
    }
  if (claim->quantity != NULL)
    add_kin (self, claim);
  if (claim->subject == NULL)
    return;
  place = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PLACE, claim->subject);
  if (place == NULL || claim->quantity == NULL ||
      (!shanhai_unit_is_counted (claim->quantity->unit) && !shanhai_definitions_get (self->definitions, claim->indicator)->adds_up))
    return;
  add_key (self, SHANHAI_CLUSTER_PLACE, claim->indicator, claim->subject, NULL);
  if (shanhai_place_get_parent (place) == NULL)
    return;
  add_key (self, SHANHAI_CLUSTER_PLACE, claim->indicator, shanhai_place_get_parent (place), NULL);
  /* a village lies in a town, of which less is told than of its county */
  if (g_strcmp0 (shanhai_place_get_level (place), "village") == 0)
    {
      ShanhaiPlace *town = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PLACE, shanhai_place_get_parent (place));

      if (town != NULL && shanhai_place_get_parent (town) != NULL)
        add_key (self, SHANHAI_CLUSTER_PLACE, claim->indicator, shanhai_place_get_parent (town), NULL);
    }
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
add_nodes (ShanhaiClusterKeys *self,
           const ShanhaiClaim *claim,
           const ShanhaiEnds  *ends)
{
  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      const char *node = shanhai_end_get_node (&ends->items[i]);

      if (node != NULL)
        add_key (self, SHANHAI_CLUSTER_NODE, OR_EMPTY (claim->case_id), node, NULL);
    }
}

/* Who gives for a district gives with it: its offices, its schools. What has no giver may be within any total of the case. */
static void
add_givers (ShanhaiClusterKeys *self,
            const ShanhaiClaim *claim,
            const ShanhaiEnds  *from)
{
  const char *case_id = OR_EMPTY (claim->case_id);
  const char *id = from != NULL && from->n == 1 ? from->items[0].id : NULL;
  ShanhaiParty *party = id != NULL ? shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PARTY, id) : NULL;
  bool has_place = party != NULL && shanhai_party_get_place (party) != NULL;
  g_autofree char *others = id == NULL && from != NULL && from->n > 0 ? dup_ends_key (from) : NULL;

  if (has_place || id != NULL || others != NULL)
    add_key (self, SHANHAI_CLUSTER_GIVER, case_id, has_place ? shanhai_party_get_place (party) : id != NULL ? id : others, NULL);
  if (from == NULL || from->n == 0 || (claim->cumulative && claim->part_of == NULL))
    add_key (self, SHANHAI_CLUSTER_NOBODY, case_id, NULL);
}

static void
add_flow (ShanhaiClusterKeys *self,
          const ShanhaiClaim *claim)
{
  ShanhaiFlow *flow = SHANHAI_FLOW (claim->record);
  const ShanhaiEnds *from_ends = shanhai_flow_get_from (flow);
  g_autofree char *from = dup_ends_key (from_ends);
  g_autofree char *to = dup_ends_key (shanhai_flow_get_to (flow));
  const char *case_id = OR_EMPTY (claim->case_id);

  if (*from != '\0' || *to != '\0')
    add_key (self, SHANHAI_CLUSTER_SERIES, case_id, from, to, OR_EMPTY (shanhai_flow_get_kind (flow)), NULL);
  add_givers (self, claim, from_ends);
  if (claim->citation != NULL && claim->citation->paragraph > 0)
    {
      char paragraph[16];

      g_snprintf (paragraph, sizeof paragraph, "%u", claim->citation->paragraph);
      add_key (self, SHANHAI_CLUSTER_PARAGRAPH, case_id, claim->citation->source, paragraph, NULL);
    }
  add_nodes (self, claim, from_ends);
  add_nodes (self, claim, shanhai_flow_get_via (flow));
  add_nodes (self, claim, shanhai_flow_get_to (flow));
}

static void
add_exchange (ShanhaiClusterKeys *self,
              const ShanhaiClaim *claim)
{
  ShanhaiExchange *exchange = SHANHAI_EXCHANGE (claim->record);

  add_key (self, SHANHAI_CLUSTER_SERIES, OR_EMPTY (claim->case_id), OR_EMPTY (shanhai_exchange_get_direction (exchange)),
        OR_EMPTY (shanhai_exchange_get_role (exchange)), OR_EMPTY (shanhai_exchange_get_purpose (exchange)), NULL);
}

/* pairings of the same kinds of ends */
static void
add_twins (ShanhaiClusterKeys *self,
           const ShanhaiClaim *claim)
{
  ShanhaiPairing *pairing = SHANHAI_PAIRING (claim->record);
  g_autofree char *assisting = dup_ends_key (shanhai_pairing_get_assisting (pairing));
  g_autofree char *assisted = dup_ends_key (shanhai_pairing_get_assisted (pairing));

  add_key (self, SHANHAI_CLUSTER_TWINS, OR_EMPTY (claim->case_id), OR_EMPTY (shanhai_pairing_get_level (pairing)), assisting, assisted, NULL);
}

/* what organisations begin and open; of two places everything begins at some time */
static void
add_event (ShanhaiClusterKeys *self,
           const ShanhaiClaim *claim)
{
  const char * const *parties = shanhai_event_get_parties (SHANHAI_EVENT (claim->record));
  const char *kind = OR_EMPTY (shanhai_event_get_kind (SHANHAI_EVENT (claim->record)));
  g_autofree char *work = NULL;
  bool begins;

  begins = strcmp (kind, "start") == 0 || strcmp (kind, "opening") == 0;
  /* meetings and visits come again; agreements and awards of one name are mostly one */
  if (!begins && strcmp (kind, "agreement") != 0 && strcmp (kind, "award") != 0)
    return;
  work = shanhai_event_dup_work (SHANHAI_EVENT (claim->record));
  if (work != NULL)
    add_key (self, SHANHAI_CLUSTER_WORKS, OR_EMPTY (claim->case_id), begins ? "" : kind, work, NULL);
  if (!begins)
    return;
  for (guint i = 0; parties != NULL && parties[i] != NULL; i++)
    if (shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PARTY, parties[i]) != NULL)
      add_key (self, SHANHAI_CLUSTER_EVENTS, OR_EMPTY (claim->case_id), parties[i], NULL);
}

static void
add_source (ShanhaiClusterKeys *self,
            const ShanhaiClaim *claim)
{
  ShanhaiSource *source = SHANHAI_SOURCE (claim->record);
  g_autofree char *title = shanhai_source_dup_title_key (source);
  g_autofree char *address = shanhai_source_dup_address_key (source);
  g_autofree char *publisher = shanhai_source_get_text (source) != NULL ? shanhai_source_dup_publisher_key (source) : NULL;
  g_autofree char *told = shanhai_source_dup_told_publisher_key (source);
  guint hashes[SHANHAI_SKETCH_SIZE];
  guint n = shanhai_source_get_sketch (source, hashes);

  if (title != NULL)
    add_key (self, SHANHAI_CLUSTER_SOURCES, title, NULL);
  if (address != NULL)
    add_key (self, SHANHAI_CLUSTER_ADDRESS, address, NULL);
  if (publisher != NULL)
    add_key (self, SHANHAI_CLUSTER_PUBLISHER, publisher, NULL);
  if (told != NULL)
    add_key (self, SHANHAI_CLUSTER_PUBLISHER, told, NULL);
  for (guint i = 0; i < n; i++)
    {
      char hash[16];

      g_snprintf (hash, sizeof hash, "#%08x", hashes[i]);
      add_key (self, SHANHAI_CLUSTER_SOURCES, hash, NULL);
    }
  n = shanhai_source_get_shapes (source, hashes);
  for (guint i = 0; i < n; i++)
    {
      char hash[16];

      g_snprintf (hash, sizeof hash, "~%08x", hashes[i]);
      add_key (self, SHANHAI_CLUSTER_SOURCES, hash, NULL);
    }
}

/* figures of one paragraph of a text that is held, or of one sentence that is quoted */
static void
add_sentences (ShanhaiClusterKeys *self,
               const ShanhaiClaim *claim)
{
  const ShanhaiCitation *citation = claim->citation;
  char paragraph[16];

  if (claim->quantity == NULL || citation == NULL || citation->source == NULL || citation->quote == NULL || *citation->quote == '\0')
    return;
  if (shanhai_claim_is_in_held_text (claim))
    {
      g_snprintf (paragraph, sizeof paragraph, "%u", citation->paragraph);
      add_key (self, SHANHAI_CLUSTER_SENTENCES, citation->source, paragraph, NULL);
    }
  else if (shanhai_quote_is_sentence (citation->quote))
    {
      g_autofree char *quote = g_strndup (citation->quote, shanhai_quote_get_length (citation->quote));

      add_key (self, SHANHAI_CLUSTER_SENTENCES, citation->source, quote, NULL);
    }
}

static void
add_all (ShanhaiClusterKeys *self,
         const ShanhaiClaim *claim)
{
  const char *counterpart;

  switch (claim->type)
    {
    case SHANHAI_RECORD_OBSERVATION:
      add_observation (self, claim);
      break;
    case SHANHAI_RECORD_FLOW:
      add_flow (self, claim);
      break;
    case SHANHAI_RECORD_EXCHANGE:
      add_exchange (self, claim);
      break;
    case SHANHAI_RECORD_PAIRING:
      add_key (self, SHANHAI_CLUSTER_PAIRINGS, OR_EMPTY (claim->case_id), NULL);
      add_twins (self, claim);
      break;
    case SHANHAI_RECORD_EVENT:
      add_event (self, claim);
      break;
    case SHANHAI_RECORD_SOURCE:
      add_source (self, claim);
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

  add_sentences (self, claim);
  counterpart = claim->case_id != NULL && claim->quantity != NULL ? shanhai_check_get_counterpart (claim) : NULL;
  if (counterpart != NULL)
    add_key (self, SHANHAI_CLUSTER_COUNTERPARTS, claim->case_id, counterpart, NULL);
  if (claim->part_of != NULL)
    add_key (self, SHANHAI_CLUSTER_WHOLE, claim->part_of, NULL);
}

guint
shanhai_cluster_keys_collect (ShanhaiClusterKeys *self,
                              const ShanhaiClaim *claim)
{
  self->first = self->keys->len;
  add_all (self, claim);

  return self->keys->len - self->first;
}

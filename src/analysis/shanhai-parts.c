/* shanhai-parts.c - what the checks of parts and of their sums share. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-parts.h"

#include <string.h>

#include "shanhai-exchange.h"
#include "shanhai-flow-within.h"
#include "shanhai-flow.h"
#include "shanhai-held-text.h"

bool
shanhai_part_unit_fits (const char *part,
                        const char *whole)
{
  static const char * const bodies[] = { "village", "township", "county", "city", "prefecture", "province", "school", "hospital", "clinic", "company", "org",
                                         "item", NULL };

  if (part == whole)
    return true;

  return (strcmp (whole, "org") == 0 || strcmp (whole, "item") == 0) && g_strv_contains (bodies, part);
}

const ShanhaiClaim *
shanhai_parts_find_whole (const ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    if (g_strcmp0 (shanhai_record_get_id (scope->claims[i]->record), scope->key) == 0)
      return scope->claims[i]->quantity != NULL ? scope->claims[i] : NULL;

  return NULL;
}

/* what parts can differ in */
typedef const char *(*DimensionFunc) (const ShanhaiClaim *claim);

static const char *
get_programme (const ShanhaiClaim *claim)
{
  return claim->programme;
}

static const char *
get_subject (const ShanhaiClaim *claim)
{
  return claim->subject;
}

static const char *
get_sector (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_FLOW ? shanhai_flow_get_sector (SHANHAI_FLOW (claim->record)) : NULL;
}

static const char *
get_single_node (const ShanhaiEnds *ends)
{
  return ends != NULL && ends->n == 1 ? shanhai_end_get_node (&ends->items[0]) : NULL;
}

static const char *
get_giver (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_FLOW ? get_single_node (shanhai_flow_get_from (SHANHAI_FLOW (claim->record))) : NULL;
}

static const char *
get_taker (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_FLOW ? get_single_node (shanhai_flow_get_to (SHANHAI_FLOW (claim->record))) : NULL;
}

static const char *
get_role (const ShanhaiClaim *claim)
{
  return claim->type == SHANHAI_RECORD_EXCHANGE ? shanhai_exchange_get_role (SHANHAI_EXCHANGE (claim->record)) : NULL;
}

static const DimensionFunc dimensions[] = { get_programme, get_subject, get_sector, get_giver, get_taker, get_role };

bool
shanhai_parts_are_of_other_times (const ShanhaiClaim **parts,
                                  guint                n)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      if (shanhai_claim_overlaps (parts[i], parts[k]))
        return false;

  return true;
}

bool
shanhai_parts_cut_one_way (const ShanhaiClaim **parts,
                           guint                n)
{
  bool apart = shanhai_parts_are_of_other_times (parts, n);

  for (guint d = 0; d < G_N_ELEMENTS (dimensions) && !apart; d++)
    {
      apart = true;
      for (guint i = 0; i < n && apart; i++)
        for (guint k = i; k < n && apart; k++)
          apart = dimensions[d] (parts[i]) != NULL && (k == i || g_strcmp0 (dimensions[d] (parts[i]), dimensions[d] (parts[k])) != 0);
    }

  return apart;
}

bool
shanhai_part_is_told_already (const ShanhaiClaim  *part,
                              const ShanhaiClaim **parts,
                              guint                n)
{
  for (guint i = 0; i < n; i++)
    {
      bool same = g_strcmp0 (part->root, parts[i]->root) != 0 && part->indicator == parts[i]->indicator && shanhai_period_equal (part->period, parts[i]->period) &&
                  shanhai_claim_compare_kind (part, parts[i]) == SHANHAI_ALIKE_FULLY && shanhai_quantity_compare_claims (part->quantity, parts[i]->quantity) == SHANHAI_AGREEMENT_AGREE;

      for (guint d = 0; d < G_N_ELEMENTS (dimensions) && same; d++)
        same = g_strcmp0 (dimensions[d] (part), dimensions[d] (parts[i])) == 0;
      if (same)
        return true;
    }

  return false;
}

typedef enum
{
  GAP_LIST,     /* 、 and 和; a comma in English, where it parts the items of a list */
  GAP_COMMA,
  GAP_STOP,     /* another sentence, a bracket, 其中 */
  GAP_UNKNOWN,
} Gap;

static bool
is_placed (const ShanhaiClaim *claim)
{
  return shanhai_claim_is_in_held_text (claim) && claim->citation->quote != NULL;
}

/* what parts two figures of one text, in either order */
static Gap
get_gap (const ShanhaiCheckScope *scope,
         const ShanhaiClaim      *a,
         const ShanhaiClaim      *b)
{
  static const char * const stops[] = { "。", "；", "（", "）", "其中", "当中", "當中", ";", "(", ")", ". ", "\n", "of whom", "of them", "of these", NULL };
  const ShanhaiHeldText *held;
  gsize start, end;
  g_autofree char *words = NULL;

  if (!is_placed (a) || !is_placed (b) || a->source != b->source)
    return GAP_UNKNOWN;
  held = g_hash_table_lookup (scope->texts, a->source);
  if (held == NULL)
    return GAP_UNKNOWN;
  if (a->citation->start > b->citation->start)
    {
      const ShanhaiClaim *first = b;

      b = a;
      a = first;
    }
  start = shanhai_held_text_get_byte (held, a->citation->start + g_utf8_strlen (a->citation->quote, -1));
  end = shanhai_held_text_get_byte (held, b->citation->start);
  /* a quote of both tells nothing of what is between them */
  if (start >= end)
    return GAP_UNKNOWN;
  words = g_strndup (held->text + start, end - start);
  for (guint i = 0; stops[i] != NULL; i++)
    if (strstr (words, stops[i]) != NULL)
      return GAP_STOP;

  return strstr (words, "，") != NULL ? GAP_COMMA : GAP_LIST;
}

/* what parts one from the nearest of the others */
static Gap
get_nearest_gap (const ShanhaiCheckScope *scope,
                 const ShanhaiClaim      *one,
                 const ShanhaiClaim     **others,
                 guint                    n)
{
  Gap nearest = GAP_UNKNOWN;

  for (guint i = 0; i < n; i++)
    if (others[i] != one)
      nearest = MIN (nearest, get_gap (scope, one, others[i]));

  return nearest;
}

bool
shanhai_parts_stand_apart (const ShanhaiCheckScope *scope,
                           const ShanhaiClaim      *one,
                           const ShanhaiClaim     **others,
                           guint                    n)
{
  const Gap own = get_nearest_gap (scope, one, others, n);

  if (own == GAP_UNKNOWN)
    return false;
  for (guint i = 0; i < n; i++)
    {
      const Gap gap = get_nearest_gap (scope, others[i], others, n);

      if (gap == GAP_UNKNOWN || gap >= own)
        return false;
    }

  return true;
}

bool
shanhai_parts_are_listed (const ShanhaiCheckScope *scope,
                          const ShanhaiClaim      *a,
                          const ShanhaiClaim      *b)
{
  return get_gap (scope, a, b) == GAP_LIST;
}

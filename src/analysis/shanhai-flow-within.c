/* shanhai-flow-within.c - may one flow be counted in another, though nothing says so? SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-flow-within.h"

#include "shanhai-party.h"
#include "shanhai-place.h"

static const char *
get_single_id (const ShanhaiEnds *ends)
{
  return ends != NULL && ends->n == 1 ? ends->items[0].id : NULL;
}

/* whether a party or place lies in another */
static bool
lies_in (ShanhaiCasebook *casebook,
         const char      *id,
         const char      *outer)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (casebook, id);

  for (guint i = 0; record != NULL && i < 8; i++)
    {
      if (g_strcmp0 (shanhai_record_get_id (record), outer) == 0)
        return true;
      record = shanhai_casebook_lookup (casebook, SHANHAI_IS_PARTY (record) ? shanhai_party_get_place (SHANHAI_PARTY (record))
                                                         : SHANHAI_IS_PLACE (record) ? shanhai_place_get_parent (SHANHAI_PLACE (record))
                                                                                     : NULL);
    }

  return false;
}

const char *
shanhai_end_get_node (const ShanhaiEnd *end)
{
  if (end->id != NULL)
    return end->id;

  return end->name != NULL ? shanhai_name_get (end->name, SHANHAI_LANGUAGE_CHINESE) : NULL;
}

bool
shanhai_flow_is_handed_on (ShanhaiFlow *flow,
                           ShanhaiFlow *given)
{
  const ShanhaiEnds *from = shanhai_flow_get_from (flow), *to = shanhai_flow_get_to (given);
  const char *giver = from != NULL && from->n == 1 ? shanhai_end_get_node (&from->items[0]) : NULL;

  for (guint i = 0; giver != NULL && to != NULL && i < to->n; i++)
    if (g_strcmp0 (giver, shanhai_end_get_node (&to->items[i])) == 0)
      return true;

  return false;
}

/* what an enterprise gives is its own */
bool
shanhai_record_is_public (ShanhaiRecord *record)
{
  const char *kind = SHANHAI_IS_PARTY (record) ? shanhai_party_get_kind (SHANHAI_PARTY (record)) : NULL;

  return SHANHAI_IS_PLACE (record) || (kind != NULL && g_strv_contains ((const char * const[]) { "government", "department", "school", "hospital", NULL }, kind));
}

static bool
gives_for (ShanhaiCasebook   *casebook,
           const ShanhaiEnds *part,
           const ShanhaiEnds *whole)
{
  const char *id = get_single_id (part);
  const char *outer = get_single_id (whole);

  if (part == NULL || part->n == 0 || shanhai_ends_equal (part, whole))
    return true;

  return id != NULL && outer != NULL && shanhai_record_is_public (shanhai_casebook_lookup (casebook, id)) && lies_in (casebook, id, outer);
}

bool
shanhai_flow_may_be_within (ShanhaiCasebook    *casebook,
                            const ShanhaiClaim *small,
                            const ShanhaiClaim *great)
{
  ShanhaiFlow *part = SHANHAI_FLOW (small->record);
  ShanhaiFlow *whole = SHANHAI_FLOW (great->record);
  const char *whole_to = get_single_id (shanhai_flow_get_to (whole));
  const char *part_to = get_single_id (shanhai_flow_get_to (part));
  bool narrower;

  if (small->planned != great->planned || !great->cumulative || small->part_of != NULL || great->part_of != NULL ||
      (shanhai_flow_get_kind (whole) != NULL && shanhai_flow_get_kind (part) != shanhai_flow_get_kind (whole)) || !small->has_time || !great->has_time ||
      small->first < great->first || small->last > great->last || (great->programme != NULL && g_strcmp0 (small->programme, great->programme) != 0))
    return false;
  if (shanhai_flow_get_sector (whole) != NULL && shanhai_flow_get_sector (whole) != shanhai_flow_get_sector (part))
    return false;
  if (!gives_for (casebook, shanhai_flow_get_from (part), shanhai_flow_get_from (whole)))
    return false;
  /* one of the same thing of another time or source: shanhai_check_same() and shanhai_check_trend() have it */
  narrower = g_strcmp0 (small->programme, great->programme) != 0 || shanhai_flow_get_sector (part) != shanhai_flow_get_sector (whole) ||
             !shanhai_ends_equal (shanhai_flow_get_to (part), shanhai_flow_get_to (whole));
  if (!narrower || whole_to == NULL)
    return false;

  return part_to == NULL || lies_in (casebook, part_to, whole_to);
}

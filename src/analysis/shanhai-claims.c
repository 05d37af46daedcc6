/* shanhai-claims.c - lists of claims in the order of their times, so that those of one time are found at once. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-claims.h"

GPtrArray *
shanhai_claims_new_timed (const ShanhaiCheckScope *scope)
{
  GPtrArray *claims = g_ptr_array_sized_new (scope->n);

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->has_time && scope->claims[i]->quantity != NULL)
      g_ptr_array_add (claims, scope->claims[i]);
  shanhai_claims_sort (claims);

  return claims;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const ShanhaiClaim *x = *(ShanhaiClaim * const *) a;
  const ShanhaiClaim *y = *(ShanhaiClaim * const *) b;

  if (x->has_time != y->has_time)
    return x->has_time ? 1 : -1;

  return x->has_time && x->last != y->last ? (x->last < y->last ? -1 : 1) : 0;
}

/* GLib's sort is stable: what is of one time keeps its order */
void
shanhai_claims_sort (GPtrArray *claims)
{
  if (claims->len > 1)
    g_ptr_array_sort (claims, compare_times);
}

/* the first one whose last day isn't before `day` */
static guint
find_day (GPtrArray *claims,
          gint64     day)
{
  guint low = 0, high = claims->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const ShanhaiClaim *claim = claims->pdata[middle];

      if (!claim->has_time || claim->last < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
shanhai_claims_count_timeless (GPtrArray *claims)
{
  return find_day (claims, G_MININT64);
}

guint
shanhai_claims_find (GPtrArray *claims,
                     gint64     first,
                     gint64     last,
                     guint     *end)
{
  *end = find_day (claims, last + 1);

  return find_day (claims, first);
}

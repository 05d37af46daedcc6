/* shanhai-check-reprints.c - two sources that are one report. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Alike are sources that bear one title within some weeks, or whose texts share most of their sentences. Which reprints which isn't guessed. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-source.h"
#include "shanhai-source-sketch.h"
#include "shanhai-told-source.h"

#define NEAR_DAYS 92
#define SHARED 0.5
/* of the numbers of a text that says where it comes from */
#define SHARED_NUMBERS 0.6
/* of more reports of one publisher, nothing is said */
#define MAX_REPORTS 256
/* sources of one key are held against so many that follow them, by their ids: an office's reports may all end alike */
#define MAX_FOLLOWING 64

static const ShanhaiSentences one_title = {
  NULL,
  N_("“{w1}” and “{w2}” bear one title. If one reprints the other, they are one witness, not two; say so in the source."),
  NULL,
};

static const ShanhaiSentences one_text = {
  NULL,
  N_("“{w1}” and “{w2}” share most of their text. If one reprints the other, they are one witness, not two; say so in the source."),
  NULL,
};

static const ShanhaiSentences told_origin = {
  NULL,
  N_("“{w1}” says itself where it comes from, and tells the figures of “{w2}”. They are one witness, not two; say so in the source."),
  NULL,
};

static const ShanhaiSentences one_address = {
  NULL,
  N_("“{w1}” and “{w2}” have one address. If they are one report, they are one witness, not two."),
  NULL,
};

static bool
is_linked (ShanhaiCheckScope  *scope,
           const ShanhaiClaim *a,
           const ShanhaiClaim *b)
{
  const char *roots[2] = { shanhai_record_get_id (a->record), shanhai_record_get_id (b->record) };

  for (guint i = 0; i < 2; i++)
    for (guint steps = 0; steps < 8; steps++)
      {
        ShanhaiSource *source = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_SOURCE, roots[i]);

        if (source == NULL || shanhai_source_get_reprint_of (source) == NULL)
          break;
        roots[i] = shanhai_source_get_reprint_of (source);
      }

  return strcmp (roots[0], roots[1]) == 0;
}

/* the same heading every year, "work report", isn't the same report */
static bool
is_near (const ShanhaiClaim *a,
         const ShanhaiClaim *b)
{
  const ShanhaiPeriod *x = shanhai_source_get_published (SHANHAI_SOURCE (a->record));
  const ShanhaiPeriod *y = shanhai_source_get_published (SHANHAI_SOURCE (b->record));

  return x == NULL || y == NULL || ABS ((gint64) shanhai_period_get_first_day (x) - shanhai_period_get_first_day (y)) <= NEAR_DAYS;
}

/* of the hashes that both have, whether the first is the key's */
static bool
is_first_in_common (const char  *key,
                    const guint *x,
                    guint        n,
                    const guint *y,
                    guint        m,
                    bool        *any)
{
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < m; k++)
      if (x[i] == y[k])
        {
          char first[16];

          *any = true;
          g_snprintf (first, sizeof first, "%c%08x", *key, x[i]);
          return strcmp (first, key) == 0;
        }

  return false;
}

/* Two sources can share more than one key; the title, else the first sentence that both have, else the first shape of one, speaks for all. */
static bool
speaks_for (const char    *key,
            ShanhaiSource *a,
            ShanhaiSource *b)
{
  guint x[SHANHAI_SKETCH_SIZE], y[SHANHAI_SKETCH_SIZE];
  guint n, m;
  bool any = false, first;

  if (shanhai_source_is_titled_alike (a, b))
    return *key != '#' && *key != '~';

  n = shanhai_source_get_sketch (a, x);
  m = shanhai_source_get_sketch (b, y);
  first = is_first_in_common (*key == '#' ? key : "#", x, n, y, m, &any);
  if (any || *key != '~')
    return first;

  n = shanhai_source_get_shapes (a, x);
  m = shanhai_source_get_shapes (b, y);

  return is_first_in_common (key, x, n, y, m, &any);
}

void
shanhai_check_reprints (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    for (guint k = i + 1; k < scope->n && k - i <= MAX_FOLLOWING; k++)
      {
        const ShanhaiClaim *a = scope->claims[i], *b = scope->claims[k];
        ShanhaiSource *x = SHANHAI_SOURCE (a->record), *y = SHANHAI_SOURCE (b->record);

        if (is_linked (scope, a, b) || !speaks_for (scope->key, x, y))
          continue;
        if (shanhai_source_is_titled_alike (x, y))
          {
            if (is_near (a, b))
              shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &one_title, a, b);
          }
        else if (!shanhai_source_is_of_series (x, y) && (shanhai_source_get_shared_text (x, y) >= SHARED || shanhai_source_get_shared_shapes (x, y) >= SHARED))
          shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &one_text, a, b);
      }
}

/* Two records of one page: what they tell is told once. One title or one text is told by shanhai_check_reprints() already. */
void
shanhai_check_addresses (ShanhaiCheckScope *scope)
{
  for (guint i = 1; i < scope->n; i++)
    {
      const ShanhaiClaim *a = scope->claims[i - 1], *b = scope->claims[i];
      ShanhaiSource *x = SHANHAI_SOURCE (a->record), *y = SHANHAI_SOURCE (b->record);

      if (!is_linked (scope, a, b) && !shanhai_source_is_titled_alike (x, y) && shanhai_source_get_shared_text (x, y) < SHARED)
        shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &one_address, a, b);
    }
}

/* the report of the publisher (`key`) whose figures the source tells, not long before it; or NULL */
static const ShanhaiClaim *
find_origin (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *copy)
{
  const ShanhaiClaim *best = NULL;
  double most = 0;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      g_autofree char *publisher = claim != copy ? shanhai_source_dup_publisher_key (SHANHAI_SOURCE (claim->record)) : NULL;
      const ShanhaiPeriod *x = shanhai_source_get_published (SHANHAI_SOURCE (claim->record)), *y = shanhai_source_get_published (SHANHAI_SOURCE (copy->record));
      double shared;

      if (g_strcmp0 (publisher, scope->key) != 0 || !is_near (claim, copy) || (x != NULL && y != NULL && shanhai_period_get_first_day (x) > shanhai_period_get_last_day (y)))
        continue;
      shared = shanhai_source_get_shared_numbers (SHANHAI_SOURCE (copy->record), SHANHAI_SOURCE (claim->record));
      if (shared >= SHARED_NUMBERS && shared > most)
        {
          most = shared;
          best = claim;
        }
    }

  return best;
}

/* （转载自某报）, 据某部简报: what a text says of itself. Those that share a title or most of their text are told by shanhai_check_reprints() already. */
void
shanhai_check_told_origins (ShanhaiCheckScope *scope)
{
  if (scope->n < 2 || scope->n > MAX_REPORTS)
    return;
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *copy = scope->claims[i], *origin;
      ShanhaiSource *source = SHANHAI_SOURCE (copy->record);
      g_autofree char *told = shanhai_source_get_reprint_of (source) == NULL ? shanhai_source_dup_told_publisher_key (source) : NULL;

      if (told == NULL || g_strcmp0 (told, scope->key) != 0)
        continue;
      origin = find_origin (scope, copy);
      if (origin != NULL && !is_linked (scope, copy, origin) && !shanhai_source_is_titled_alike (source, SHANHAI_SOURCE (origin->record)) &&
          shanhai_source_get_shared_text (source, SHANHAI_SOURCE (origin->record)) < SHARED)
        shanhai_check_tell (scope, SHANHAI_CHECK_REPRINT, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &told_origin, copy, origin);
    }
}

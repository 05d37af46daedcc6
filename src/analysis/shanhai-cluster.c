/* shanhai-cluster.c - claims that are checked together, and what the checks said of them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-cluster.h"

#include <string.h>

static const ShanhaiCheckFunc checks[SHANHAI_N_CLUSTER_KINDS][10] = {
  [SHANHAI_CLUSTER_RECORD] = { shanhai_check_dates, shanhai_check_citations, shanhai_check_quotes, shanhai_check_plan_words, shanhai_check_record_unit },
  [SHANHAI_CLUSTER_SERIES] = { shanhai_check_same, shanhai_check_trend, shanhai_check_years, shanhai_check_unit_slips, shanhai_check_baselines, shanhai_check_changes,
                               shanhai_check_yearly_means, shanhai_check_counted_twice },
  [SHANHAI_CLUSTER_FORMULAS] = { shanhai_check_formulas, shanhai_check_costs },
  [SHANHAI_CLUSTER_RATES] = { shanhai_check_points },
  [SHANHAI_CLUSTER_BASES] = { shanhai_check_bases },
  [SHANHAI_CLUSTER_PEOPLE] = { shanhai_check_population },
  [SHANHAI_CLUSTER_WITHIN] = { shanhai_check_within },
  [SHANHAI_CLUSTER_HOUSEHOLDS] = { shanhai_check_households },
  [SHANHAI_CLUSTER_INVESTMENT] = { shanhai_check_investment },
  [SHANHAI_CLUSTER_WHOLE] = { shanhai_check_parts, shanhai_check_sums },
  [SHANHAI_CLUSTER_NODE] = { shanhai_check_flows },
  [SHANHAI_CLUSTER_GIVER] = { shanhai_check_doubles, shanhai_check_planned },
  [SHANHAI_CLUSTER_NOBODY] = { shanhai_check_doubles_of_nobody },
  [SHANHAI_CLUSTER_PARAGRAPH] = { shanhai_check_breakdowns },
  [SHANHAI_CLUSTER_SENTENCES] = { shanhai_check_sentences, shanhai_check_mean_slips, shanhai_check_paragraphs },
  [SHANHAI_CLUSTER_PLACE] = { shanhai_check_places, shanhai_check_sibling_slips },
  [SHANHAI_CLUSTER_COUNTERPARTS] = { shanhai_check_counterparts },
  [SHANHAI_CLUSTER_PAIRINGS] = { shanhai_check_pairings },
  [SHANHAI_CLUSTER_TWINS] = { shanhai_check_pairing_twins },
  [SHANHAI_CLUSTER_EVENTS] = { shanhai_check_events },
  [SHANHAI_CLUSTER_WORKS] = { shanhai_check_works },
  [SHANHAI_CLUSTER_SOURCES] = { shanhai_check_reprints },
  [SHANHAI_CLUSTER_ADDRESS] = { shanhai_check_addresses },
  [SHANHAI_CLUSTER_PUBLISHER] = { shanhai_check_told_origins },
};

ShanhaiCluster *
shanhai_cluster_new (const ShanhaiClusterKey *key,
                     guint                    id)
{
  gsize length = strlen (key->text);
  ShanhaiCluster *self = g_malloc (sizeof *self + length + 1);
  char *text = (char *) (self + 1);

  memcpy (text, key->text, length + 1);
  *self = (ShanhaiCluster) {
    .key = { text, key->hash },
    .id = text + id,
    .kind = shanhai_cluster_key_get_kind (text),
  };

  return self;
}

void
shanhai_cluster_free (ShanhaiCluster *self)
{
  if (self->claims != &self->only)
    g_free (self->claims);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_array_unref);
  g_free (self);
}

/* the place of a claim, or the one that it would have */
static guint
find_place (const ShanhaiCluster *self,
            const ShanhaiClaim   *claim)
{
  guint low = 0, high = self->n;

  /* a casebook lists its records by id, so that the next one mostly comes last */
  if (high > 0 && strcmp (self->claims[high - 1]->id, claim->id) < 0)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (self->claims[middle]->id, claim->id) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
make_room (ShanhaiCluster *self)
{
  if (self->n == 0)
    self->claims = self->claims != NULL ? self->claims : &self->only;
  else if (self->claims == &self->only)
    {
      self->size = 4;
      self->claims = g_new (ShanhaiClaim *, self->size);
      self->claims[0] = self->only;
    }
  else if (self->n == self->size)
    {
      self->size *= 2;
      self->claims = g_renew (ShanhaiClaim *, self->claims, self->size);
    }
}

/* for the checks that can do with less than all claims of a crowded subject */
static void
note_change (ShanhaiCluster     *self,
             const ShanhaiClaim *claim)
{
  ShanhaiChangedTime time = { claim->last, claim->has_time };

  if (self->kind != SHANHAI_CLUSTER_FORMULAS || !self->is_checked)
    return;
  if (self->changed == NULL)
    self->changed = g_array_new (FALSE, FALSE, sizeof time);
  g_array_append_val (self->changed, time);
}

void
shanhai_cluster_insert (ShanhaiCluster *self,
                        ShanhaiClaim   *claim)
{
  guint place = find_place (self, claim);

  make_room (self);
  memmove (self->claims + place + 1, self->claims + place, (self->n - place) * sizeof *self->claims);
  self->claims[place] = claim;
  self->n++;
  note_change (self, claim);
}

void
shanhai_cluster_remove (ShanhaiCluster *self,
                        ShanhaiClaim   *claim)
{
  guint place = find_place (self, claim);

  self->n--;
  memmove (self->claims + place, self->claims + place + 1, (self->n - place) * sizeof *self->claims);
  note_change (self, claim);
}

bool
shanhai_cluster_has_anything_to_check (const ShanhaiCluster *self)
{
  return self->n > 1 || self->kind == SHANHAI_CLUSTER_WHOLE || self->kind == SHANHAI_CLUSTER_RATES;
}

void
shanhai_cluster_check (ShanhaiCluster    *self,
                       ShanhaiCheckScope *scope)
{
  scope->key = self->id;
  scope->claims = self->claims;
  scope->n = self->n;
  scope->changed = self->changed;
  for (guint i = 0; checks[self->kind][i] != NULL; i++)
    checks[self->kind][i] (scope);
  self->is_checked = true;
  g_clear_pointer (&self->changed, g_array_unref);
}

void
shanhai_cluster_check_alone (ShanhaiClaim      *claim,
                             ShanhaiCheckScope *scope)
{
  scope->key = NULL;
  scope->claims = &claim;
  scope->n = 1;
  for (guint i = 0; checks[SHANHAI_CLUSTER_RECORD][i] != NULL; i++)
    checks[SHANHAI_CLUSTER_RECORD][i] (scope);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  return shanhai_finding_compare (*(ShanhaiFinding **) a, *(ShanhaiFinding **) b);
}

void
shanhai_cluster_take_findings (ShanhaiCluster *self,
                               GPtrArray      *before,
                               GPtrArray      *after,
                               GPtrArray      *come)
{
  guint b = 0, gone = 0;

  if (after->len > 1)
    g_ptr_array_sort (after, compare_findings);
  for (guint a = 0; a < after->len; a++)
    {
      while (before != NULL && b < before->len && shanhai_finding_compare (before->pdata[b], after->pdata[a]) < 0)
        before->pdata[gone++] = before->pdata[b++];
      if (before != NULL && b < before->len && shanhai_finding_equal (before->pdata[b], after->pdata[a]))
        {
          g_object_unref (after->pdata[a]);
          after->pdata[a] = before->pdata[b++];
        }
      else
        g_ptr_array_add (come, after->pdata[a]);
    }
  while (before != NULL && b < before->len)
    before->pdata[gone++] = before->pdata[b++];
  if (before != NULL)
    before->len = gone;
  self->findings = after;
}

/* shanhai-flow-order.c - an order of items in layers with little crossing. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Minimises the sum of weight × weight over all pairs of edges that cross. From several starts: barycentre
 * sweeps bring neighbours together, then sifting moves one item at a time to the best place in its layer
 * (shanhai-flow-sift.h). Then the best order is disturbed a little and sifted
 * again where it was disturbed, as long as that helps (iterated local search); and all that several times,
 * as far as the effort reaches.
 *
 * Effort is counted in steps, never in time, and chance comes from a generator of our own with a fixed
 * seed: the same graph always gets the same order. */

#include "shanhai-flow-order.h"

#include "shanhai-flow-sift.h"

#include <string.h>

/* A way down begins with the best of many starts or, every other time, of few: many find the broad valleys,
 * few the odd ones beside them. */
#define MANY_STARTS 32
#define FEW_STARTS 2

/* The search is over when so many ways down have come to the same end. */
#define ENOUGH 6

/* A way down is over after so many disturbances for every item without a gain. */
#define PATIENCE 5

#define MAX_SWEEPS 12

typedef struct
{
  ShanhaiFlowSift *sift;      /* the order at hand */
  double          *key;       /* item → its barycentre */
  int             *kept;      /* the best order on this way down */
  double           kept_cost;
  guint64          chance;
} Search;

static guint64
draw (Search *search)
{
  guint64 z = search->chance += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static int
draw_below (Search *search,
            int     n)
{
  return (int) (draw (search) % (guint64) n);
}

static gboolean
keep_if_better (Search *search)
{
  if (search->sift->cost >= search->kept_cost - SHANHAI_FLOW_SIFT_TINY * search->sift->scale)
    return FALSE;

  search->kept_cost = search->sift->cost;
  memcpy (search->kept, search->sift->order, sizeof (int) * (gsize) search->sift->layers->n_items);
  return TRUE;
}

static void
return_to_kept (Search *search)
{
  memcpy (search->sift->order, search->kept, sizeof (int) * (gsize) search->sift->layers->n_items);
  search->sift->cost = search->kept_cost;
  shanhai_flow_sift_index (search->sift);
}

/* --- starts --- */

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Search *search = data;
  int           x = *(const int *) a, y = *(const int *) b;

  if (search->key[x] != search->key[y])
    return search->key[x] < search->key[y] ? -1 : 1;
  return search->sift->place[x] - search->sift->place[y];
}

static double
get_height (const Search *search,
            int           item)
{
  const int *at = &search->sift->layers->layer_at[search->sift->layers->layer[item]];

  return (search->sift->place[item] - at[0] + 0.5) / (at[1] - at[0]);
}

/* Sorts a layer by where its items' neighbours stand: those on the left, on the right, or (side 0) all. */
static void
sort_layer (Search *search,
            int     layer,
            int     side)
{
  const ShanhaiFlowLayers *layers = search->sift->layers;
  int                      first = layers->layer_at[layer];
  int                      last = layers->layer_at[layer + 1];

  for (int p = first; p < last; p++)
    {
      int    v = search->sift->order[p];
      int    begin = side > 0 ? layers->middle[v] : layers->near_at[v];
      int    end = side < 0 ? layers->middle[v] : layers->near_at[v + 1];
      double sum = 0, weight = 0;

      for (int k = begin; k < end; k++)
        {
          double w = MAX (layers->near[k].weight, 1e-30);

          sum += w * get_height (search, layers->near[k].item);
          weight += w;
        }
      search->key[v] = weight > 0 ? sum / weight : get_height (search, v);
      search->sift->effort -= 6 * (end - begin) + 60;
    }
  g_qsort_with_data (search->sift->order + first, last - first, sizeof (int), compare_keys, search);
  for (int p = first; p < last; p++)
    search->sift->place[search->sift->order[p]] = p;
}

static void
sweep (Search *search)
{
  const ShanhaiFlowLayers *layers = search->sift->layers;
  g_autofree int          *kept = g_memdup2 (search->sift->order, sizeof (int) * (gsize) layers->n_items);
  double                   kept_cost;
  int                      since = 0;

  shanhai_flow_sift_count (search->sift);
  kept_cost = search->sift->cost;
  for (int round = 0; round < MAX_SWEEPS && since < 4 && (round < 2 || search->sift->effort > 0); round++)
    {
      int side = round >= MAX_SWEEPS - 4 ? 0 : round % 2 == 0 ? -1 : 1;

      for (int k = 0; k < layers->n_layers; k++)
        sort_layer (search, round % 2 == 0 ? k : layers->n_layers - 1 - k, side);
      shanhai_flow_sift_count (search->sift);
      since++;
      if (search->sift->cost < kept_cost)
        {
          kept_cost = search->sift->cost;
          memcpy (kept, search->sift->order, sizeof (int) * (gsize) layers->n_items);
          since = 0;
        }
    }
  memcpy (search->sift->order, kept, sizeof (int) * (gsize) layers->n_items);
  search->sift->cost = kept_cost;
  shanhai_flow_sift_index (search->sift);
}

/* A walk along the edges, from the top left on: a tree comes out without a crossing. */
static void
start_by_walk (Search *search)
{
  const ShanhaiFlowLayers *layers = search->sift->layers;
  g_autofree int          *next = g_memdup2 (layers->near_at, sizeof (int) * (gsize) (layers->n_items + 1));
  g_autofree int          *end = g_memdup2 (layers->layer_at, sizeof (int) * (gsize) (layers->n_layers + 1));
  g_autofree int          *stack = g_new (int, layers->n_items + 1);
  g_autofree gboolean     *seen = g_new0 (gboolean, layers->n_items + 1);
  g_autofree int          *by_layer = g_memdup2 (search->sift->order, sizeof (int) * (gsize) layers->n_items);

  for (int r = 0; r < layers->n_items; r++)
    {
      int depth = 0;

      if (seen[by_layer[r]])
        continue;
      stack[depth++] = by_layer[r];
      seen[by_layer[r]] = TRUE;
      search->sift->order[end[layers->layer[by_layer[r]]]++] = by_layer[r];
      while (depth > 0)
        {
          int v = stack[depth - 1];
          int to;

          if (next[v] == layers->near_at[v + 1])
            {
              depth--;
              continue;
            }
          to = layers->near[next[v]++].item;
          if (seen[to])
            continue;
          seen[to] = TRUE;
          search->sift->order[end[layers->layer[to]]++] = to;
          stack[depth++] = to;
        }
    }
  shanhai_flow_sift_index (search->sift);
}

static void
start_by_chance (Search *search)
{
  const ShanhaiFlowLayers *layers = search->sift->layers;

  for (int l = 0; l < layers->n_layers; l++)
    for (int p = layers->layer_at[l + 1] - 1; p > layers->layer_at[l]; p--)
      {
        int q = layers->layer_at[l] + draw_below (search, p - layers->layer_at[l] + 1);
        int item = search->sift->order[p];

        search->sift->order[p] = search->sift->order[q];
        search->sift->order[q] = item;
      }
  shanhai_flow_sift_index (search->sift);
}

/* --- disturbing --- */

static int
draw_layer (Search *search)
{
  const ShanhaiFlowLayers *layers = search->sift->layers;

  /* by a random item, so that long layers get their share; a layer of one has nothing to change */
  for (int k = 0; k < 50; k++)
    {
      int l = layers->layer[draw_below (search, layers->n_items)];

      if (layers->layer_at[l + 1] - layers->layer_at[l] > 1)
        return l;
    }
  return -1;
}

/* Moves a random item, or turns a short stretch of a layer around; the surroundings answer before what was
 * disturbed is itself sifted. */
static gboolean
disturb (Search *search)
{
  int      l = draw_layer (search), first, n, from, to;
  gboolean turn = draw_below (search, 3) == 0;

  if (l < 0)
    return FALSE;
  first = search->sift->layers->layer_at[l];
  n = search->sift->layers->layer_at[l + 1] - first;
  from = draw_below (search, n);
  to = 1 + draw_below (search, turn ? 6 : MAX (n / 2, 2));
  to = draw_below (search, 2) == 0 ? MIN (from + to, n - 1) : MAX (from - to, 0);

  if (turn)
    for (int a = MIN (from, to), b = MAX (from, to); a < b; a++)
      shanhai_flow_sift_push (search->sift, first + b, first + a);
  else
    shanhai_flow_sift_push (search->sift, first + from, first + to);

  search->sift->held = l;
  shanhai_flow_sift_settle (search->sift, 0);
  shanhai_flow_sift_release (search->sift);
  for (int p = MIN (from, to); p <= MAX (from, to); p++)
    shanhai_flow_sift_unsettle (search->sift, search->sift->order[first + p]);
  shanhai_flow_sift_settle (search->sift, 0);
  return TRUE;
}

static void
try_start (Search  *search,
           gboolean walk,
           gint64   reserve)
{
  if (walk)
    start_by_walk (search);
  else
    start_by_chance (search);
  sweep (search);
  keep_if_better (search);
  for (int i = 0; i < search->sift->layers->n_items; i++)
    shanhai_flow_sift_unsettle (search->sift, i);
  shanhai_flow_sift_settle (search->sift, reserve);
  shanhai_flow_sift_count (search->sift); /* the kept-up cost has gathered rounding */
  keep_if_better (search);
}

/* One way down: the best of some starts, disturbed until that has brought nothing for long. */
static void
descend (Search *search,
         int     number,
         double  nothing)
{
  gint64 share = search->sift->effort / 3;
  int    n_starts = number % 2 == 0 ? MANY_STARTS : FEW_STARTS;
  int    patience = PATIENCE * (search->sift->layers->n_items + 10);

  search->kept_cost = G_MAXDOUBLE;
  for (int start = 0; start < n_starts && search->kept_cost > nothing; start++)
    {
      if (start > 0 && search->sift->effort < 2 * share)
        break;
      try_start (search, number == 0 && start == 0, share / 4);
    }

  for (int since = 0; since < patience && search->kept_cost > nothing && search->sift->effort > 0; since++)
    {
      return_to_kept (search);
      search->sift->effort -= search->sift->layers->n_items;
      if (!disturb (search))
        break;
      if (keep_if_better (search))
        since = 0;
    }
}

/* Several ways down, until the effort is spent or the same end was reached so often that it may well be
 * the best. */
static void
search_order (Search *search,
              int    *best)
{
  double nothing = SHANHAI_FLOW_SIFT_TINY * search->sift->scale;
  double best_cost = G_MAXDOUBLE;
  int    same = 0;

  for (int number = 0; number == 0 || (search->sift->effort > 0 && best_cost > nothing && same < ENOUGH); number++)
    {
      descend (search, number, nothing);
      if (search->kept_cost < best_cost - nothing)
        {
          best_cost = search->kept_cost;
          memcpy (best, search->kept, sizeof (int) * (gsize) search->sift->layers->n_items);
          same = 1;
        }
      else if (search->kept_cost <= best_cost + nothing)
        same++;
    }
}

static void
solve_core (const ShanhaiFlowLayers *layers,
            gint64                   effort,
            int                     *order)
{
  g_autoptr (ShanhaiFlowSift) sift = shanhai_flow_sift_new (layers, effort);
  g_autofree double          *key = g_new (double, layers->n_items + 1);
  g_autofree int             *kept = g_new (int, layers->n_items + 1);
  Search                      search = { sift, key, kept, 0, 1 };

  search_order (&search, order);
}

/**
 * shanhai_flow_order_solve:
 * @layers: a layered graph
 * @effort: how much work to spend, in steps of about a nanosecond; the least is done whatever it is
 * @order: (out caller-allocates): all items, layer after layer, from the top down
 *
 * Finds an order in which little weight crosses.
 *
 * Returns: the sum of weight × weight over all crossings
 */
double
shanhai_flow_order_solve (const ShanhaiFlowLayers *layers,
                          gint64                   effort,
                          int                     *order)
{
  g_autofree int               *item_from = NULL;
  g_autoptr (ShanhaiFlowLayers) core = shanhai_flow_layers_new_core (layers, &item_from);
  g_autofree int               *core_order = g_new (int, core->n_items + 1);
  double                        crossings, weight = 0;

  if (layers->n_items == 0)
    return 0;

  solve_core (core, effort, core_order);
  shanhai_flow_layers_extend_order (layers, core, item_from, core_order, order);

  crossings = shanhai_flow_layers_count_crossings (layers, order);
  for (int k = 0; k < 2 * layers->n_edges; k++)
    weight += layers->near[k].weight / 2;
  return crossings > SHANHAI_FLOW_SIFT_TINY * weight * weight ? crossings : 0;
}

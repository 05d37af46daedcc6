/* shanhai-flow-order.c - an order of items in layers with little crossing. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Minimises the sum of weight × weight over all pairs of edges that cross. From several starts: barycentre
 * sweeps bring neighbours together, then sifting moves one item at a time to the best place in its layer
 * (after Matuszewski, Schönfeld and Molitor, 1999). Then the best order is disturbed a little and sifted
 * again where it was disturbed, as long as that helps (iterated local search); and all that several times,
 * as far as the effort reaches.
 *
 * Effort is counted in steps, never in time, and chance comes from a generator of our own with a fixed
 * seed: the same graph always gets the same order. */

#include "shanhai-flow-order.h"

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

/* A gain under this share of the cost is rounding, and following it could go in circles. */
#define TINY 1e-12

typedef struct
{
  const ShanhaiFlowLayers *layers;
  int      *order;   /* the order at hand */
  int      *place;   /* item → its index in order */
  double   *pull;    /* item → see weigh_neighbours() */
  double   *key;     /* item → its barycentre */
  gboolean *restless;/* item → may have a better place since its surroundings changed */
  int      *queue;   /* a ring of the restless items, those of the held layer aside */
  int       queue_first;
  int       n_queued;
  int       held;    /* a layer that isn't sifted for now, or -1 */
  double    cost;    /* of the order at hand, kept up to date by sifting */
  int      *kept;    /* the best order on this way down */
  double    kept_cost;
  double    scale;   /* of all weights: (sum of weights)², for TINY */
  gint64    effort;  /* what is left to spend */
  int      *layer_effort; /* of weighing one item against its whole layer */
  guint64   chance;
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

static void
index_places (Search *search)
{
  for (int p = 0; p < search->layers->n_items; p++)
    search->place[search->order[p]] = p;
}

static void
count_cost (Search *search)
{
  search->cost = shanhai_flow_layers_count_crossings (search->layers, search->order);
  search->effort -= 15 * (search->layers->n_edges + search->layers->n_items);
}

static gboolean
keep_if_better (Search *search)
{
  if (search->cost >= search->kept_cost - TINY * search->scale)
    return FALSE;

  search->kept_cost = search->cost;
  memcpy (search->kept, search->order, sizeof (int) * (gsize) search->layers->n_items);
  return TRUE;
}

static void
return_to_kept (Search *search)
{
  memcpy (search->order, search->kept, sizeof (int) * (gsize) search->layers->n_items);
  search->cost = search->kept_cost;
  index_places (search);
}

/* --- sifting --- */

/* For every item b of a layer beside v's sets pull[b] to the weight of v's edges that end below b, less the
 * weight of those that end above b. An edge of weight w from another item u of v's layer to b costs
 * w × pull[b] more when v stands above u than when it stands below. */
static void
weigh_side (Search                     *search,
            int                         layer,
            const ShanhaiFlowNeighbour *begin,
            const ShanhaiFlowNeighbour *end)
{
  const ShanhaiFlowLayers *layers = search->layers;
  int                      first = layers->layer_at[layer];
  int                      last = layers->layer_at[layer + 1];
  double                   total = 0, above = 0;

  for (int p = first; p < last; p++)
    search->pull[search->order[p]] = 0;
  for (const ShanhaiFlowNeighbour *to = begin; to < end; to++)
    {
      search->pull[to->item] = to->weight;
      total += to->weight;
    }
  for (int p = first; p < last; p++)
    {
      double own = search->pull[search->order[p]];

      search->pull[search->order[p]] = total - own - 2 * above;
      above += own;
    }
}

static void
weigh_neighbours (Search *search,
                  int     v)
{
  const ShanhaiFlowLayers    *layers = search->layers;
  int                         layer = layers->layer[v];
  const ShanhaiFlowNeighbour *begin = &layers->near[layers->near_at[v]];
  const ShanhaiFlowNeighbour *middle = &layers->near[layers->middle[v]];
  const ShanhaiFlowNeighbour *end = &layers->near[layers->near_at[v + 1]];

  if (layer > 0)
    weigh_side (search, layer - 1, begin, middle);
  if (layer + 1 < layers->n_layers)
    weigh_side (search, layer + 1, middle, end);
  search->effort -= search->layer_effort[layer];
}

static inline double
weigh_against (const Search *search,
               int           u)
{
  const ShanhaiFlowNeighbour *to = &search->layers->near[search->layers->near_at[u]];
  const ShanhaiFlowNeighbour *end = &search->layers->near[search->layers->near_at[u + 1]];
  const double               *pull = search->pull;
  double                      sum = 0;

  for (; to < end; to++)
    sum += to->weight * pull[to->item];
  return sum;
}

/* Notes that an item may have a better place. What stands in the held layer has to wait for release(). */
static void
unsettle (Search *search,
          int     item)
{
  if (search->restless[item])
    return;

  search->restless[item] = TRUE;
  if (search->layers->layer[item] != search->held)
    search->queue[(search->queue_first + search->n_queued++) % search->layers->n_items] = item;
}

static void
release (Search *search)
{
  const int *at = &search->layers->layer_at[search->held];

  search->held = -1;
  for (int p = at[0]; p < at[1]; p++)
    if (search->restless[search->order[p]])
      {
        search->restless[search->order[p]] = FALSE;
        unsettle (search, search->order[p]);
      }
}

static int
take_restless (Search *search)
{
  int item = search->queue[search->queue_first];

  search->queue_first = (search->queue_first + 1) % search->layers->n_items;
  search->n_queued--;
  search->restless[item] = FALSE;
  return item;
}

static void
move (Search *search,
      int     from,
      int     to)
{
  int item = search->order[from];
  int step = from < to ? 1 : -1;

  for (int p = from; p != to; p += step)
    {
      search->order[p] = search->order[p + step];
      search->place[search->order[p]] = p;
    }
  search->order[to] = item;
  search->place[item] = to;
  search->effort -= 2 * ABS (to - from);
}

/* Puts v on the best place of its layer, if that is better than where it stands; its neighbours, and those
 * that it passed, may then want to move as well. */
static void
sift (Search *search,
      int     v)
{
  const ShanhaiFlowLayers *layers = search->layers;
  int                      from = search->place[v], to = from;
  int                      first = layers->layer_at[layers->layer[v]];
  int                      last = layers->layer_at[layers->layer[v] + 1];
  double                   gain, best = -TINY * search->scale;

  if (layers->near_at[v] == layers->near_at[v + 1])
    return;

  weigh_neighbours (search, v);
  gain = 0;
  for (int p = from + 1; p < last; p++)
    {
      gain -= weigh_against (search, search->order[p]);
      if (gain < best)
        {
          best = gain;
          to = p;
        }
    }
  gain = 0;
  for (int p = from - 1; p >= first; p--)
    {
      gain += weigh_against (search, search->order[p]);
      if (gain < best)
        {
          best = gain;
          to = p;
        }
    }
  if (to == from)
    return;

  move (search, from, to);
  search->cost += best;
  for (int k = layers->near_at[v]; k < layers->near_at[v + 1]; k++)
    unsettle (search, layers->near[k].item);
  for (int p = MIN (from, to); p <= MAX (from, to); p++)
    if (search->order[p] != v)
      unsettle (search, search->order[p]);
}

/* Sifts whatever is restless until nothing is, or only the reserve of effort is left. */
static void
sift_restless (Search *search,
               gint64  reserve)
{
  while (search->n_queued > 0)
    {
      int v = take_restless (search);

      if (search->effort > reserve)
        sift (search, v);
    }
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
  return search->place[x] - search->place[y];
}

static double
get_height (const Search *search,
            int           item)
{
  const int *at = &search->layers->layer_at[search->layers->layer[item]];

  return (search->place[item] - at[0] + 0.5) / (at[1] - at[0]);
}

/* Sorts a layer by where its items' neighbours stand: those on the left, on the right, or (side 0) all. */
static void
sort_layer (Search *search,
            int     layer,
            int     side)
{
  const ShanhaiFlowLayers *layers = search->layers;
  int                      first = layers->layer_at[layer];
  int                      last = layers->layer_at[layer + 1];

  for (int p = first; p < last; p++)
    {
      int    v = search->order[p];
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
      search->effort -= 6 * (end - begin) + 60;
    }
  g_qsort_with_data (search->order + first, last - first, sizeof (int), compare_keys, search);
  for (int p = first; p < last; p++)
    search->place[search->order[p]] = p;
}

static void
sweep (Search *search)
{
  const ShanhaiFlowLayers *layers = search->layers;
  g_autofree int          *kept = g_memdup2 (search->order, sizeof (int) * (gsize) layers->n_items);
  double                   kept_cost;
  int                      since = 0;

  count_cost (search);
  kept_cost = search->cost;
  for (int round = 0; round < MAX_SWEEPS && since < 4 && (round < 2 || search->effort > 0); round++)
    {
      int side = round >= MAX_SWEEPS - 4 ? 0 : round % 2 == 0 ? -1 : 1;

      for (int k = 0; k < layers->n_layers; k++)
        sort_layer (search, round % 2 == 0 ? k : layers->n_layers - 1 - k, side);
      count_cost (search);
      since++;
      if (search->cost < kept_cost)
        {
          kept_cost = search->cost;
          memcpy (kept, search->order, sizeof (int) * (gsize) layers->n_items);
          since = 0;
        }
    }
  memcpy (search->order, kept, sizeof (int) * (gsize) layers->n_items);
  search->cost = kept_cost;
  index_places (search);
}

/* A walk along the edges, from the top left on: a tree comes out without a crossing. */
static void
start_by_walk (Search *search)
{
  const ShanhaiFlowLayers *layers = search->layers;
  g_autofree int          *next = g_memdup2 (layers->near_at, sizeof (int) * (gsize) (layers->n_items + 1));
  g_autofree int          *end = g_memdup2 (layers->layer_at, sizeof (int) * (gsize) (layers->n_layers + 1));
  g_autofree int          *stack = g_new (int, layers->n_items + 1);
  g_autofree int          *by_layer = g_memdup2 (search->order, sizeof (int) * (gsize) layers->n_items);

  for (int i = 0; i < layers->n_items; i++)
    search->restless[i] = TRUE; /* lent: not visited yet */
  for (int r = 0; r < layers->n_items; r++)
    {
      int depth = 0;

      if (!search->restless[by_layer[r]])
        continue;
      stack[depth++] = by_layer[r];
      search->restless[by_layer[r]] = FALSE;
      search->order[end[layers->layer[by_layer[r]]]++] = by_layer[r];
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
          if (!search->restless[to])
            continue;
          search->restless[to] = FALSE;
          search->order[end[layers->layer[to]]++] = to;
          stack[depth++] = to;
        }
    }
  index_places (search);
}

static void
start_by_chance (Search *search)
{
  const ShanhaiFlowLayers *layers = search->layers;

  for (int l = 0; l < layers->n_layers; l++)
    for (int p = layers->layer_at[l + 1] - 1; p > layers->layer_at[l]; p--)
      {
        int q = layers->layer_at[l] + draw_below (search, p - layers->layer_at[l] + 1);
        int item = search->order[p];

        search->order[p] = search->order[q];
        search->order[q] = item;
      }
  index_places (search);
}

/* --- disturbing --- */

static int
draw_layer (Search *search)
{
  const ShanhaiFlowLayers *layers = search->layers;

  /* by a random item, so that long layers get their share; a layer of one has nothing to change */
  for (int k = 0; k < 50; k++)
    {
      int l = layers->layer[draw_below (search, layers->n_items)];

      if (layers->layer_at[l + 1] - layers->layer_at[l] > 1)
        return l;
    }
  return -1;
}

/* Moves an item wherever that leads, and lets its neighbours answer. */
static void
push (Search *search,
      int     from,
      int     to)
{
  const ShanhaiFlowLayers *layers = search->layers;
  int                      v = search->order[from];

  weigh_neighbours (search, v);
  for (int p = from + 1; p <= to; p++)
    search->cost -= weigh_against (search, search->order[p]);
  for (int p = from - 1; p >= to; p--)
    search->cost += weigh_against (search, search->order[p]);
  move (search, from, to);
  for (int k = layers->near_at[v]; k < layers->near_at[v + 1]; k++)
    unsettle (search, layers->near[k].item);
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
  first = search->layers->layer_at[l];
  n = search->layers->layer_at[l + 1] - first;
  from = draw_below (search, n);
  to = 1 + draw_below (search, turn ? 6 : MAX (n / 2, 2));
  to = draw_below (search, 2) == 0 ? MIN (from + to, n - 1) : MAX (from - to, 0);

  if (turn)
    for (int a = MIN (from, to), b = MAX (from, to); a < b; a++)
      push (search, first + b, first + a);
  else
    push (search, first + from, first + to);

  search->held = l;
  sift_restless (search, 0);
  release (search);
  for (int p = MIN (from, to); p <= MAX (from, to); p++)
    unsettle (search, search->order[first + p]);
  sift_restless (search, 0);
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
  for (int i = 0; i < search->layers->n_items; i++)
    unsettle (search, i);
  sift_restless (search, reserve);
  count_cost (search); /* the kept-up cost has gathered rounding */
  keep_if_better (search);
}

/* One way down: the best of some starts, disturbed until that has brought nothing for long. */
static void
descend (Search *search,
         int     number,
         double  nothing)
{
  gint64 share = search->effort / 3;
  int    n_starts = number % 2 == 0 ? MANY_STARTS : FEW_STARTS;
  int    patience = PATIENCE * (search->layers->n_items + 10);

  search->kept_cost = G_MAXDOUBLE;
  for (int start = 0; start < n_starts && search->kept_cost > nothing; start++)
    {
      if (start > 0 && search->effort < 2 * share)
        break;
      try_start (search, number == 0 && start == 0, share / 4);
    }

  for (int since = 0; since < patience && search->kept_cost > nothing && search->effort > 0; since++)
    {
      return_to_kept (search);
      search->effort -= search->layers->n_items;
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
  double nothing = TINY * search->scale;
  double best_cost = G_MAXDOUBLE;
  int    same = 0;

  for (int number = 0; number == 0 || (search->effort > 0 && best_cost > nothing && same < ENOUGH); number++)
    {
      descend (search, number, nothing);
      if (search->kept_cost < best_cost - nothing)
        {
          best_cost = search->kept_cost;
          memcpy (best, search->kept, sizeof (int) * (gsize) search->layers->n_items);
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
  int                  n = layers->n_items;
  g_autofree int      *at_hand = g_new (int, n + 1);
  g_autofree int      *queue = g_new (int, n + 1);
  g_autofree int      *kept = g_new (int, n + 1);
  g_autofree int      *layer_effort = g_new0 (int, layers->n_layers + 1);
  g_autofree int      *place = g_new (int, n + 1);
  g_autofree double   *pull = g_new0 (double, n + 1);
  g_autofree double   *key = g_new (double, n + 1);
  g_autofree gboolean *restless = g_new0 (gboolean, n + 1);
  g_autofree int      *end = g_memdup2 (layers->layer_at, sizeof (int) * (gsize) (layers->n_layers + 1));
  double               weight = 0;
  Search               search = {
    .layers = layers, .order = at_hand, .place = place, .pull = pull, .key = key, .restless = restless,
    .queue = queue, .held = -1, .kept = kept, .effort = effort, .layer_effort = layer_effort, .chance = 1
  };

  for (int i = 0; i < n; i++)
    {
      int l = layers->layer[i];

      at_hand[end[l]++] = i;
      layer_effort[l] += 2 + layers->near_at[i + 1] - layers->near_at[i];
      if (l > 0)
        layer_effort[l - 1] += 2;
      if (l + 1 < layers->n_layers)
        layer_effort[l + 1] += 2;
    }
  for (int k = 0; k < 2 * layers->n_edges; k++)
    weight += layers->near[k].weight / 2;
  search.scale = weight * weight;
  memcpy (order, at_hand, sizeof (int) * (gsize) n);
  index_places (&search);
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
  return crossings > TINY * weight * weight ? crossings : 0;
}

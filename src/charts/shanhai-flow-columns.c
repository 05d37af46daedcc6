/* shanhai-flow-columns.c - which column a node stands in, which links go back. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A node's stage is its column, whatever its links say: a county that is paid directly stands among the
 * counties. Only nodes without a stage follow the flow. Stages that no node has take no room. */

#include "shanhai-flow-columns.h"

#include "shanhai-flow-cycles.h"

typedef struct
{
  const ShanhaiFlowLink *links;
  int                    n_nodes;
  int                    n_links;
  const gboolean        *back;
  const int             *order;   /* nodes, each before those that it leads to */
  gboolean              *fixed;   /* nodes whose column is their stage */
  int                   *column;
  int                   *out_at;  /* node → where its links begin in the sorted list */
  int                   *in_at;   /* node → where its links begin in in_link */
  int                   *in_link;
} Work;

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return (x > y) - (x < y);
}

static void
index_links (Work *work)
{
  work->out_at = g_new0 (int, work->n_nodes + 2);
  work->in_at = g_new0 (int, work->n_nodes + 2);
  work->in_link = g_new (int, work->n_links + 1);

  for (int i = 0; i < work->n_links; i++)
    {
      work->out_at[work->links[i].source + 1]++;
      work->in_at[work->links[i].target + 2]++;
    }
  for (int v = 0; v < work->n_nodes; v++)
    {
      work->out_at[v + 1] += work->out_at[v];
      work->in_at[v + 2] += work->in_at[v + 1];
    }
  for (int i = 0; i < work->n_links; i++)
    work->in_link[work->in_at[work->links[i].target + 1]++] = i;
}

static gboolean
leads (const Work *work,
       int         link)
{
  return !work->back[link] && work->links[link].source != work->links[link].target;
}

/* The columns that v's neighbours leave to it: right of all that give to it, left of all that it gives
 * to. Without a neighbour on a side that side is open: -1. The amounts on both sides come along. */
static void
get_room (const Work *work,
          int         v,
          int        *low,
          int        *high,
          double     *in,
          double     *out)
{
  *low = *high = -1;
  *in = *out = 0;
  for (int i = work->in_at[v]; i < work->in_at[v + 1]; i++)
    if (leads (work, work->in_link[i]))
      {
        const ShanhaiFlowLink *link = &work->links[work->in_link[i]];

        *low = MAX (*low, work->column[link->source] + 1);
        *in += link->value;
      }
  for (int i = work->out_at[v]; i < work->out_at[v + 1]; i++)
    if (leads (work, i))
      {
        int column = work->column[work->links[i].target] - 1;

        *high = *high < 0 ? MAX (column, 0) : MIN (*high, MAX (column, 0));
        *out += work->links[i].value;
      }
}

static int
push_right (Work *work)
{
  int last = 0;

  for (int i = 0; i < work->n_nodes; i++)
    {
      int    v = work->order[i], low, high;
      double in, out;

      get_room (work, v, &low, &high, &in, &out);
      if (!work->fixed[v])
        work->column[v] = MAX (low, 0);
      last = MAX (last, work->column[v]);
    }
  return last;
}

/* Among stages, a node that nobody gives to stands just before the first that it gives to. */
static void
pull_heads (Work *work)
{
  for (int i = work->n_nodes - 1; i >= 0; i--)
    {
      int    v = work->order[i], low, high;
      double in, out;

      get_room (work, v, &low, &high, &in, &out);
      if (!work->fixed[v] && low < 0 && high >= 0)
        work->column[v] = high;
    }
}

static void
justify (Work    *work,
         int      last,
         gboolean everything)
{
  for (int i = work->n_nodes - 1; i >= 0; i--)
    {
      int    v = work->order[i], low, high;
      double in, out;

      get_room (work, v, &low, &high, &in, &out);
      if (high < 0 && low < 0)
        continue;
      if (high < 0)
        work->column[v] = last;
      else if (everything)
        work->column[v] = high;
    }
}

/* Every node goes to the side that it exchanges more with, until nothing moves; each step shortens the
 * sum of amount × length, so it ends, and some rounds are enough. */
static void
tighten (Work *work)
{
  for (int round = 0; round < 20; round++)
    {
      gboolean moved = FALSE;

      for (int i = 0; i < work->n_nodes; i++)
        {
          int    v = work->order[round % 2 == 0 ? work->n_nodes - 1 - i : i], low, high, to;
          double in, out;

          get_room (work, v, &low, &high, &in, &out);
          to = work->column[v];
          if (out > in && high >= 0)
            to = high;
          else if (in > out && low >= 0)
            to = low;
          moved |= to != work->column[v];
          work->column[v] = to;
        }
      if (!moved)
        return;
    }
}

static void
drop_empty_columns (const ShanhaiFlowGraph *graph,
                    ShanhaiFlowColumns     *self)
{
  int             n = shanhai_flow_graph_get_n_nodes (graph), last = -1;
  g_autofree int *renamed = NULL;

  for (int v = 0; v < n; v++)
    last = MAX (last, self->column[v]);
  renamed = g_new0 (int, last + 2);
  for (int v = 0; v < n; v++)
    renamed[self->column[v]] = 1;
  for (int c = 0; c <= last; c++)
    renamed[c] = renamed[c] ? self->n_columns++ : -1;

  self->stage = g_new (int, self->n_columns + 1);
  for (int c = 0; c < self->n_columns; c++)
    self->stage[c] = -1;
  for (int v = 0; v < n; v++)
    {
      self->column[v] = renamed[self->column[v]];
      if (shanhai_flow_graph_get_node (graph, v).stage >= 0)
        self->stage[self->column[v]] = shanhai_flow_graph_get_node (graph, v).stage;
    }
}

/* Stages become columns without holes, so that a stage number of a million makes no million columns. */
static int
compress_stages (const ShanhaiFlowGraph *graph,
                 Work                   *work)
{
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) rank = g_hash_table_new (NULL, NULL);

  for (int v = 0; v < work->n_nodes; v++)
    {
      int stage = shanhai_flow_graph_get_node (graph, v).stage;

      work->fixed[v] = stage >= 0;
      if (stage >= 0 && g_hash_table_add (rank, GINT_TO_POINTER (stage)))
        g_array_append_val (stages, stage);
    }
  for (int v = 0; v < work->n_nodes; v++)
    work->column[v] = 0;
  if (stages->len == 0)
    return 0;

  g_array_sort (stages, compare_ints);
  for (guint k = 0; k < stages->len; k++)
    g_hash_table_insert (rank, GINT_TO_POINTER (g_array_index (stages, int, k)), GINT_TO_POINTER (k));
  for (int v = 0; v < work->n_nodes; v++)
    if (work->fixed[v])
      {
        int stage = shanhai_flow_graph_get_node (graph, v).stage;

        work->column[v] = GPOINTER_TO_INT (g_hash_table_lookup (rank, GINT_TO_POINTER (stage)));
      }
  return (int) stages->len;
}

/**
 * shanhai_flow_columns_are_given:
 * @graph: a graph
 *
 * Returns: whether some node has a stage; then there is one choice of columns only
 */
gboolean
shanhai_flow_columns_are_given (const ShanhaiFlowGraph *graph)
{
  for (int v = 0; v < shanhai_flow_graph_get_n_nodes (graph); v++)
    if (shanhai_flow_graph_get_node (graph, v).stage >= 0)
      return TRUE;
  return FALSE;
}

/**
 * shanhai_flow_columns_new:
 * @graph: a sorted graph
 * @align: what to do with nodes that have no stage; where some have one, it makes no difference
 *
 * Chooses every node's column and every link's course.
 *
 * Returns: (transfer full): the columns
 */
ShanhaiFlowColumns *
shanhai_flow_columns_new (const ShanhaiFlowGraph *graph,
                          ShanhaiFlowAlign        align)
{
  ShanhaiFlowColumns *self = g_new0 (ShanhaiFlowColumns, 1);
  Work                work = { 0, };
  g_autofree int     *order = NULL;
  g_autofree gboolean *back = shanhai_flow_cycles_find_back_links (graph, &order);
  int                 last;

  work.links = shanhai_flow_graph_get_links (graph);
  work.n_nodes = shanhai_flow_graph_get_n_nodes (graph);
  work.n_links = shanhai_flow_graph_get_n_links (graph);
  work.back = back;
  work.order = order;
  work.fixed = g_new0 (gboolean, work.n_nodes + 1);
  work.column = self->column = g_new0 (int, work.n_nodes + 1);
  index_links (&work);

  if (compress_stages (graph, &work) > 0)
    {
      push_right (&work);
      pull_heads (&work);
    }
  else
    {
      last = push_right (&work);
      if (align == SHANHAI_FLOW_ALIGN_JUSTIFY || align == SHANHAI_FLOW_ALIGN_RIGHT)
        justify (&work, last, align == SHANHAI_FLOW_ALIGN_RIGHT);
      else if (align == SHANHAI_FLOW_ALIGN_TIGHT)
        tighten (&work);
    }
  drop_empty_columns (graph, self);

  self->course = g_new (ShanhaiFlowCourse, work.n_links + 1);
  for (int i = 0; i < work.n_links; i++)
    {
      int source = work.links[i].source, target = work.links[i].target;

      if (source == target)
        self->course[i] = SHANHAI_FLOW_COURSE_LOOP;
      else if (self->column[source] < self->column[target])
        self->course[i] = SHANHAI_FLOW_COURSE_FORWARD;
      else
        self->course[i] = SHANHAI_FLOW_COURSE_ARC;
    }

  g_free (work.fixed);
  g_free (work.out_at);
  g_free (work.in_at);
  g_free (work.in_link);
  return self;
}

void
shanhai_flow_columns_free (ShanhaiFlowColumns *self)
{
  if (self == NULL)
    return;

  g_free (self->column);
  g_free (self->stage);
  g_free (self->course);
  g_free (self);
}

/* bench-flow-layout.c - how long a flow diagram's layout takes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fastest of some runs for each size; fails when one is over its limit, SHANHAI_BENCH_SLACK times it on
 * a slow machine. */

#include "flow-generator.h"
#include "shanhai-flow-layout.h"

#include <stdio.h>
#include <stdlib.h>

#define N_RUNS 5

static const struct
{
  int    n_links;
  double limit;   /* milliseconds */
} sizes[] = {
  { 20, 20 },
  { 200, 20 },
  { 2000, 300 },
  { 20000, 3000 },
};

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
time_layout (const ShanhaiFlowGraph *graph)
{
  ShanhaiFlowOptions options = SHANHAI_FLOW_OPTIONS_INIT;
  double             ms[N_RUNS];

  for (int run = 0; run < N_RUNS; run++)
    {
      gint64                        start = g_get_monotonic_time ();
      g_autoptr (ShanhaiFlowLayout) layout = shanhai_flow_layout_new (graph, &options);

      ms[run] = (double) (g_get_monotonic_time () - start) / 1000;
      g_assert_nonnull (layout);
    }
  qsort (ms, N_RUNS, sizeof (double), compare_doubles);
  return ms[0];
}

int
main (void)
{
  const char *env = g_getenv ("SHANHAI_BENCH_SLACK");
  double      slack = env != NULL ? MAX (g_ascii_strtod (env, NULL), 1) : 1;
  int         result = EXIT_SUCCESS;

  for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (int stages = 1; stages >= 0; stages--)
      {
        FlowShape                    shape = { sizes[k].n_links, 7, 0.08, 0, stages };
        g_autoptr (ShanhaiFlowGraph) graph = flow_generator_new_graph (&shape);
        double                       ms = time_layout (graph);

        printf ("%6d links %-14s %9.2f ms (limit %g)\n", shanhai_flow_graph_get_n_links (graph),
                stages ? "with stages" : "without stages", ms, sizes[k].limit);
        if (ms > sizes[k].limit * slack)
          result = EXIT_FAILURE;
      }
  return result;
}

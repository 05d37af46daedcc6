/* test-flow-layout.c - invariants and known answers of the flow layout. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random graphs of many shapes are held to what a reader relies on: one scale, no overlap, nothing behind a
 * foreign node, nothing lost. Small graphs whose best picture is known have to come out that way. */

#include "flow-generator.h"
#include "shanhai-flow-fold.h"
#include "shanhai-flow-layout.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-6

typedef struct
{
  const char *text;   /* "a b 3": a link; "a": a node; "a@2": a node of a stage */
  int         n_arcs;
  int         n_loops;
  double      crossings; /* with the greatest amount counting as 1 */
} Known;

static ShanhaiFlowGraph *
parse_graph (const char *text)
{
  ShanhaiFlowGraph *graph = shanhai_flow_graph_new ();
  g_auto (GStrv)    items = g_strsplit (text, ",", -1);

  for (int i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (items[i]), " ", -1);
      int            ends[2];

      for (int k = 0; k < 2 && words[k] != NULL; k++)
        {
          char *at = strchr (words[k], '@');
          int   stage = -1;

          if (at != NULL)
            {
              stage = (int) g_ascii_strtoll (at + 1, NULL, 10);
              *at = '\0';
            }
          ends[k] = shanhai_flow_graph_add_node (graph, words[k], words[k], stage);
        }
      if (g_strv_length (words) == 3)
        shanhai_flow_graph_add_link (graph, ends[0], ends[1], g_ascii_strtod (words[2], NULL));
    }
  return graph;
}

static ShanhaiFlowLayout *
lay_out (const ShanhaiFlowGraph *graph)
{
  ShanhaiFlowOptions options = SHANHAI_FLOW_OPTIONS_INIT;

  return shanhai_flow_layout_new (graph, &options);
}

/* --- invariants --- */

static void
check_boxes (const ShanhaiFlowGraph  *graph,
             const ShanhaiFlowLayout *layout)
{
  const ShanhaiFlowBox *boxes = shanhai_flow_layout_get_boxes (layout);
  int                   n = shanhai_flow_graph_get_n_nodes (graph);
  double                scale = shanhai_flow_layout_get_scale (layout), x0, y0, x1, y1;
  g_autofree double    *in = g_new (double, n + 1);
  g_autofree double    *out = g_new (double, n + 1);

  shanhai_flow_layout_get_extent (layout, &x0, &y0, &x1, &y1);
  shanhai_flow_graph_sum (graph, in, out);
  g_assert_cmpint (shanhai_flow_layout_get_n_nodes (layout), ==, n);
  for (int v = 0; v < n; v++)
    {
      const ShanhaiFlowBox *box = &boxes[v];

      g_assert_true (isfinite (box->x0) && isfinite (box->x1) && isfinite (box->y0) && isfinite (box->y1));
      g_assert_cmpfloat (box->x0, >=, x0 - EPSILON);
      g_assert_cmpfloat (box->x1, <=, x1 + EPSILON);
      g_assert_cmpfloat (box->y0, >=, y0 - EPSILON);
      g_assert_cmpfloat (box->y1, <=, y1 + EPSILON);
      g_assert_cmpfloat_with_epsilon (box->y1 - box->y0, MAX (in[v], out[v]) * scale, EPSILON);
      for (int u = 0; u < v; u++)
        if (boxes[u].column == box->column)
          g_assert_true (boxes[u].y1 <= box->y0 + EPSILON || box->y1 <= boxes[u].y0 + EPSILON);
    }
}

typedef struct
{
  int    node;
  double y0;
  double y1;
} Port;

static int
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const Port *x = a, *y = b;

  if (x->node != y->node)
    return x->node - y->node;
  if (x->y0 != y->y0)
    return x->y0 < y->y0 ? -1 : 1;
  return (x->y1 > y->y1) - (x->y1 < y->y1);
}

/* Bands leave and enter within their nodes and beside one another. */
static void
check_ports (const ShanhaiFlowGraph  *graph,
             const ShanhaiFlowLayout *layout,
             gboolean                 at_source)
{
  const ShanhaiFlowBox  *boxes = shanhai_flow_layout_get_boxes (layout);
  const ShanhaiFlowBand *bands = shanhai_flow_layout_get_bands (layout);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  g_autoptr (GArray)     ports = g_array_new (FALSE, FALSE, sizeof (Port));

  for (int i = 0; i < shanhai_flow_graph_get_n_links (graph); i++)
    {
      double y = at_source ? bands[i].y0 : bands[i].y1;
      Port   port = { at_source ? links[i].source : links[i].target, y - bands[i].width / 2, y + bands[i].width / 2 };

      g_assert_cmpfloat_with_epsilon (bands[i].width, links[i].value * shanhai_flow_layout_get_scale (layout), EPSILON);
      g_assert_cmpfloat (port.y0, >=, boxes[port.node].y0 - EPSILON);
      g_assert_cmpfloat (port.y1, <=, boxes[port.node].y1 + EPSILON);
      g_array_append_val (ports, port);
    }
  g_array_sort (ports, compare_ports);
  for (guint k = 1; k < ports->len; k++)
    {
      const Port *above = &g_array_index (ports, Port, k - 1), *below = &g_array_index (ports, Port, k);

      if (above->node == below->node)
        g_assert_cmpfloat (above->y1, <=, below->y0 + EPSILON);
    }
}

/* A band's line is without a break, goes from end to end, and where it passes a column it is level and has
 * no node of that column behind it. */
static void
check_lines (const ShanhaiFlowGraph  *graph,
             const ShanhaiFlowLayout *layout)
{
  const ShanhaiFlowBox  *boxes = shanhai_flow_layout_get_boxes (layout);
  const ShanhaiFlowBand *bands = shanhai_flow_layout_get_bands (layout);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  int                    n = shanhai_flow_graph_get_n_nodes (graph);

  for (int i = 0; i < shanhai_flow_graph_get_n_links (graph); i++)
    {
      const ShanhaiFlowBand *band = &bands[i];
      const ShanhaiFlowBox  *source = &boxes[links[i].source], *target = &boxes[links[i].target];

      g_assert_cmpfloat (band->pieces[0].xa, ==, source->x1);
      g_assert_cmpfloat (band->pieces[0].ya, ==, band->y0);
      g_assert_cmpfloat (band->pieces[band->n_pieces - 1].xb, ==, target->x0);
      g_assert_cmpfloat (band->pieces[band->n_pieces - 1].yb, ==, band->y1);
      for (int k = 1; k < band->n_pieces; k++)
        {
          g_assert_cmpfloat (band->pieces[k].xa, ==, band->pieces[k - 1].xb);
          g_assert_cmpfloat (band->pieces[k].ya, ==, band->pieces[k - 1].yb);
        }
      if (band->course != SHANHAI_FLOW_COURSE_FORWARD)
        continue;

      g_assert_cmpint (source->column, <, target->column);
      g_assert_cmpint (band->n_pieces, ==, 2 * (target->column - source->column) - 1);
      for (int k = 1; k < band->n_pieces; k += 2)
        {
          const ShanhaiFlowPiece *piece = &band->pieces[k];

          g_assert_cmpfloat (piece->ya, ==, piece->yb);
          for (int v = 0; v < n; v++)
            if (boxes[v].column == source->column + (k + 1) / 2)
              {
                g_assert_cmpfloat_with_epsilon (boxes[v].x0, piece->xa, EPSILON);
                g_assert_true (piece->ya + band->width / 2 <= boxes[v].y0 + EPSILON
                               || piece->ya - band->width / 2 >= boxes[v].y1 - EPSILON);
              }
        }
    }
}

/* Between any two columns flows, on the picture, what flows in the table. */
static void
check_sums (const ShanhaiFlowGraph  *graph,
            const ShanhaiFlowLayout *layout)
{
  const ShanhaiFlowBox  *boxes = shanhai_flow_layout_get_boxes (layout);
  const ShanhaiFlowBand *bands = shanhai_flow_layout_get_bands (layout);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  double                 scale = shanhai_flow_layout_get_scale (layout);

  for (int column = 0; column + 1 < shanhai_flow_layout_get_n_columns (layout); column++)
    {
      double table = 0, picture = 0;

      for (int i = 0; i < shanhai_flow_graph_get_n_links (graph); i++)
        if (boxes[links[i].source].column <= column && boxes[links[i].target].column > column)
          {
            table += links[i].value;
            picture += bands[i].width;
          }
      g_assert_cmpfloat_with_epsilon (picture, table * scale, 1e-3);
    }
}

/* Crossings counted on the picture, gap by gap and pair by pair. */
static double
count_crossings (const ShanhaiFlowGraph  *graph,
                 const ShanhaiFlowLayout *layout)
{
  const ShanhaiFlowBox  *boxes = shanhai_flow_layout_get_boxes (layout);
  const ShanhaiFlowBand *bands = shanhai_flow_layout_get_bands (layout);
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  int                    n = shanhai_flow_graph_get_n_links (graph);
  double                 sum = 0, unit = 0;

  for (int i = 0; i < n; i++)
    unit = MAX (unit, links[i].value);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++)
      for (int c = 0; c < shanhai_flow_layout_get_n_columns (layout); c++)
        {
          int p = 2 * (c - boxes[links[i].source].column), q = 2 * (c - boxes[links[j].source].column);

          if (bands[i].course == SHANHAI_FLOW_COURSE_FORWARD && bands[j].course == SHANHAI_FLOW_COURSE_FORWARD
              && p >= 0 && q >= 0 && p < bands[i].n_pieces && q < bands[j].n_pieces)
            {
              double before = bands[i].pieces[p].ya - bands[j].pieces[q].ya;
              double after = bands[i].pieces[p].yb - bands[j].pieces[q].yb;

              if (before * after < 0)
                sum += links[i].value / unit * links[j].value / unit;
            }
        }
  return sum;
}

static void
check_all (const ShanhaiFlowGraph  *graph,
           const ShanhaiFlowLayout *layout)
{
  check_boxes (graph, layout);
  check_ports (graph, layout, TRUE);
  check_ports (graph, layout, FALSE);
  check_lines (graph, layout);
  check_sums (graph, layout);
  if (shanhai_flow_graph_get_n_links (graph) <= 250)
    {
      double crossings = shanhai_flow_layout_get_crossings (layout);

      g_assert_cmpfloat_with_epsilon (count_crossings (graph, layout), crossings, 1e-6 * (1 + crossings));
    }
}

static const FlowShape shapes[] = {
  { 20, 1, 0, 0, TRUE },     { 20, 2, 0.5, 3, TRUE },   { 60, 3, 0.1, 0, FALSE },   { 60, 4, 0.3, 5, FALSE },
  { 200, 5, 0.08, 0, TRUE }, { 200, 6, 0.4, 12, TRUE }, { 200, 7, 0.4, 12, FALSE }, { 1000, 8, 0.2, 20, TRUE },
};

static void
test_shape (gconstpointer data)
{
  g_autoptr (ShanhaiFlowGraph)  graph = flow_generator_new_graph (data);
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (graph);

  check_all (graph, layout);
}

static void
test_input_order (gconstpointer data)
{
  g_autoptr (ShanhaiFlowGraph)  graph = flow_generator_new_graph (data);
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (graph);
  g_autofree char              *json = shanhai_flow_layout_to_json (layout, graph);

  for (guint32 seed = 0; seed < 3; seed++)
    {
      g_autoptr (ShanhaiFlowGraph)  shuffled = flow_generator_new_shuffled (graph, seed);
      g_autoptr (ShanhaiFlowLayout) again = lay_out (shuffled);
      g_autofree char              *same = shanhai_flow_layout_to_json (again, shuffled);

      g_assert_cmpstr (json, ==, same);
    }
}

/* --- known answers --- */

static const Known known[] = {
  { "", 0, 0, 0 },
  { "a", 0, 0, 0 },
  { "a,b,c,a d 3", 0, 0, 0 },
  { "a b 0,b c 0", 0, 0, 0 },
  { "a d 1,b c 1", 0, 0, 0 },
  { "a x 1,a y 1,b x 1,b y 1", 0, 0, 1 },
  { "a x 4,a y 1,b x 1,b y 2", 0, 0, 0.0625 },
  { "a x 4,a y 4,a z 4,b x 1,b y 1,b z 1", 0, 0, 0.75 },
  { "r a 3,r b 2,a c 1,a d 1,b e 1,b f 1", 0, 0, 0 },
  { "a b 5,b c 5,a c 2", 0, 0, 0 },
  { "a b 10,b c 9,c a 3", 1, 0, 0 },
  { "a b 4,b a 10", 1, 0, 0 },
  { "a b 3,a b 3,b a 5", 1, 0, 0 },
  { "a b 3,b b 2,b c 1", 0, 1, 0 },
  { "a a 3", 0, 1, 0 },
  { "a a 3,a a 1", 0, 2, 0 },
  { "d@0 c@3 5,d@0 s@2 1,s@2 c@3 1", 0, 0, 0 },
  { "a@1 b@1 2,a@1 c@2 3", 1, 0, 0 },
  { "a@2 b@0 2,b@0 c@2 3", 1, 0, 0 },
  { "a b 1e-6,a c 1,a d 1e6,c d 0.5", 0, 0, 0 },
  { "a b 1e308,b c 1e308,a c 1e308", 0, 0, 0 },
  { "a b 2,a b 2,a b 2,b c 6", 0, 0, 0 },
};

static void
test_known (gconstpointer data)
{
  const Known                  *expected = data;
  g_autoptr (ShanhaiFlowGraph)  graph = parse_graph (expected->text);
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (graph);
  const ShanhaiFlowBand        *bands = shanhai_flow_layout_get_bands (layout);
  int                           n_arcs = 0, n_loops = 0;

  for (int i = 0; i < shanhai_flow_layout_get_n_links (layout); i++)
    {
      n_arcs += bands[i].course == SHANHAI_FLOW_COURSE_ARC;
      n_loops += bands[i].course == SHANHAI_FLOW_COURSE_LOOP;
    }
  g_assert_cmpint (n_arcs, ==, expected->n_arcs);
  g_assert_cmpint (n_loops, ==, expected->n_loops);
  g_assert_cmpfloat_with_epsilon (shanhai_flow_layout_get_crossings (layout), expected->crossings, 1e-9);
  check_all (graph, layout);
}

/* The lightest link goes back, whatever the names suggest. */
static void
test_lightest_goes_back (void)
{
  g_autoptr (ShanhaiFlowGraph)  graph = parse_graph ("c a 9,a b 2,b c 7");
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (graph);
  const ShanhaiFlowBand        *bands = shanhai_flow_layout_get_bands (layout);

  g_assert_cmpint (bands[0].course, ==, SHANHAI_FLOW_COURSE_FORWARD);
  g_assert_cmpint (bands[1].course, ==, SHANHAI_FLOW_COURSE_ARC);
  g_assert_cmpint (bands[2].course, ==, SHANHAI_FLOW_COURSE_FORWARD);
}

static void
test_stages_are_columns (void)
{
  g_autoptr (ShanhaiFlowGraph)  graph = parse_graph ("d@0 h@1 5,h@1 c@7 5,d@0 e@7 2,x@7");
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (graph);
  const ShanhaiFlowBox         *boxes = shanhai_flow_layout_get_boxes (layout);

  g_assert_cmpint (shanhai_flow_layout_get_n_columns (layout), ==, 3);
  g_assert_cmpint (shanhai_flow_layout_get_stage (layout, 2), ==, 7);
  g_assert_cmpint (boxes[shanhai_flow_graph_find_node (graph, "e")].column, ==, 2);
  g_assert_cmpint (boxes[shanhai_flow_graph_find_node (graph, "x")].column, ==, 2);
  g_assert_cmpint (shanhai_flow_layout_get_bands (layout)[2].n_pieces, ==, 3);
}

static void
test_stub (void)
{
  g_autoptr (ShanhaiFlowGraph)  graph = parse_graph ("a b 10,b c 4,x c 6,c d 10");
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (graph);
  const ShanhaiFlowBox         *boxes = shanhai_flow_layout_get_boxes (layout);
  double                        scale = shanhai_flow_layout_get_scale (layout);
  const double                  expected[] = { 0, 6, 0, 0, 0 };

  for (int v = 0; v < 5; v++)
    g_assert_cmpfloat_with_epsilon (boxes[v].stub, expected[v], 1e-9);
  g_assert_cmpfloat_with_epsilon (boxes[1].stub_y0, boxes[1].y0 + 4 * scale, EPSILON);
  g_assert_cmpfloat_with_epsilon (boxes[1].stub_y1, boxes[1].y1, EPSILON);
}

static void
test_star (void)
{
  g_autoptr (ShanhaiFlowGraph)  graph = shanhai_flow_graph_new ();
  g_autoptr (ShanhaiFlowLayout) layout = NULL;
  double                        x0, y0, x1, y1;

  shanhai_flow_graph_add_node (graph, "hub", NULL, -1);
  for (int i = 1; i <= 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);
      int              node = shanhai_flow_graph_add_node (graph, id, NULL, -1);

      shanhai_flow_graph_add_link (graph, i % 2 == 0 ? 0 : node, i % 2 == 0 ? node : 0, i);
    }
  layout = lay_out (graph);
  check_all (graph, layout);
  g_assert_cmpfloat (shanhai_flow_layout_get_crossings (layout), ==, 0);
  shanhai_flow_layout_get_extent (layout, &x0, &y0, &x1, &y1);
  g_assert_cmpfloat (y1 - y0, ==, 14 * 250);
}

/* A chain with a thousand columns on a thousand pixels. */
static void
test_chain (void)
{
  g_autoptr (ShanhaiFlowGraph)  graph = shanhai_flow_graph_new ();
  g_autoptr (ShanhaiFlowLayout) layout = NULL;
  const ShanhaiFlowBox         *boxes;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      shanhai_flow_graph_add_node (graph, id, NULL, -1);
      if (i > 0)
        shanhai_flow_graph_add_link (graph, i - 1, i, 2);
    }
  shanhai_flow_graph_add_link (graph, 0, 999, 1);
  layout = lay_out (graph);
  check_all (graph, layout);
  boxes = shanhai_flow_layout_get_boxes (layout);
  for (int i = 1; i < 1000; i++)
    g_assert_cmpfloat (boxes[i - 1].x1, <, boxes[i].x0);
}

static void
test_labels (void)
{
  FlowShape                        shape = { 200, 9, 0.1, 4, TRUE };
  g_autoptr (ShanhaiFlowGraph)     graph = flow_generator_new_graph (&shape);
  int                              n = shanhai_flow_graph_get_n_nodes (graph), n_shown = 0;
  g_autofree ShanhaiFlowLabelSize *sizes = g_new (ShanhaiFlowLabelSize, n);
  ShanhaiFlowOptions               options = SHANHAI_FLOW_OPTIONS_INIT;
  g_autoptr (ShanhaiFlowLayout)    layout = NULL;
  const ShanhaiFlowBox            *boxes;

  for (int v = 0; v < n; v++)
    {
      sizes[v].width = 30 + 40 * (v % 5);
      sizes[v].height = 14;
    }
  options.y1 = 900;
  options.labels = sizes;
  layout = shanhai_flow_layout_new (graph, &options);
  check_all (graph, layout);

  boxes = shanhai_flow_layout_get_boxes (layout);
  for (int v = 0; v < n; v++)
    {
      const ShanhaiFlowBox *a = &boxes[v];

      if (!a->has_label)
        continue;
      n_shown++;
      g_assert_cmpfloat (a->label_x0, >=, 0);
      g_assert_cmpfloat (a->label_x1, <=, 1200);
      g_assert_cmpfloat (a->label_y0, >=, 0);
      g_assert_cmpfloat (a->label_y1, <=, 900);
      for (int u = 0; u < n; u++)
        {
          const ShanhaiFlowBox *b = &boxes[u];

          g_assert_false (a->label_x0 < b->x1 && b->x0 < a->label_x1 && a->label_y0 < b->y1 && b->y0 < a->label_y1);
          if (u != v && b->has_label)
            g_assert_false (a->label_x0 < b->label_x1 && b->label_x0 < a->label_x1
                            && a->label_y0 < b->label_y1 && b->label_y0 < a->label_y1);
        }
    }
  g_assert_cmpint (n_shown, >, n / 3);
}

static void
test_json (void)
{
  g_autoptr (ShanhaiFlowGraph)  graph = parse_graph ("b\"1 c\\2 0.1");
  ShanhaiFlowOptions            options = { 0, 0, 100, 50, 10, 8, NULL };
  g_autoptr (ShanhaiFlowLayout) layout = shanhai_flow_layout_new (graph, &options);
  g_autofree char              *json = shanhai_flow_layout_to_json (layout, graph);

  g_assert_cmpstr (json, ==,
                   "{\"extent\":[0,0,100,50],\n\"nodes\":[\n"
                   "{\"id\":\"b\\\"1\",\"x0\":0,\"x1\":10,\"y0\":0,\"y1\":50},\n"
                   "{\"id\":\"c\\\\2\",\"x0\":90,\"x1\":100,\"y0\":0,\"y1\":50}],\n\"links\":[\n"
                   "{\"source\":\"b\\\"1\",\"target\":\"c\\\\2\",\"value\":0.1,\"width\":50,\"y0\":25,\"y1\":25}]}\n");
}

/* --- folding --- */

static void
check_fold (const ShanhaiFlowGraph *graph,
            const ShanhaiFlowGraph *folded,
            const int              *node_to,
            const int              *link_to)
{
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);
  const ShanhaiFlowLink *merged = shanhai_flow_graph_get_links (folded);
  int                    n_merged = shanhai_flow_graph_get_n_links (folded), count = 0;
  g_autofree double     *sum = g_new0 (double, n_merged + 1);

  for (int i = 0; i < shanhai_flow_graph_get_n_links (graph); i++)
    {
      g_assert_cmpint (merged[link_to[i]].source, ==, node_to[links[i].source]);
      g_assert_cmpint (merged[link_to[i]].target, ==, node_to[links[i].target]);
      sum[link_to[i]] += links[i].value;
    }
  for (int i = 0; i < n_merged; i++)
    g_assert_cmpfloat_with_epsilon (sum[i], merged[i].value, 1e-9 * sum[i]);
  for (int v = 0; v < shanhai_flow_graph_get_n_nodes (folded); v++)
    {
      int stands_for = shanhai_flow_graph_get_node (folded, v).folded;

      g_assert_cmpint (stands_for, !=, 1);
      count += MAX (stands_for, 1);
    }
  g_assert_cmpint (count, ==, shanhai_flow_graph_get_n_nodes (graph));
}

static void
test_fold_count (gconstpointer data)
{
  g_autoptr (ShanhaiFlowGraph)  graph = flow_generator_new_graph (data);
  g_autofree int               *node_to = NULL;
  g_autofree int               *link_to = NULL;
  g_autoptr (ShanhaiFlowGraph)  folded = shanhai_flow_graph_fold (graph, 60, 1, 700, 8, &node_to, &link_to);
  g_autoptr (ShanhaiFlowLayout) layout = lay_out (folded);

  g_assert_cmpint (shanhai_flow_graph_get_n_nodes (folded), <=, 60);
  check_fold (graph, folded, node_to, link_to);
  check_all (folded, layout);
}

static void
test_fold_thin (void)
{
  g_autoptr (ShanhaiFlowGraph) graph = parse_graph ("a@0 b@1 1000,a@0 c@1 0.1,a@0 d@1 0.1,a@0 e@1 50,x@0 b@1 0.1,z@1");
  g_autofree int              *node_to = NULL;
  g_autofree int              *link_to = NULL;
  g_autoptr (ShanhaiFlowGraph) folded = shanhai_flow_graph_fold (graph, 60, 1, 700, 8, &node_to, &link_to);
  ShanhaiFlowNode              rest;

  check_fold (graph, folded, node_to, link_to);
  g_assert_cmpint (shanhai_flow_graph_get_n_nodes (folded), ==, 6);
  g_assert_cmpint (node_to[2], ==, node_to[3]);
  rest = shanhai_flow_graph_get_node (folded, node_to[2]);
  g_assert_cmpint (rest.folded, ==, 2);
  g_assert_cmpint (rest.stage, ==, 1);
  g_assert_null (rest.label);
  /* x is as thin, but alone in its column; z is empty, not thin */
  g_assert_cmpint (shanhai_flow_graph_find_node (folded, "x"), >=, 0);
  g_assert_cmpint (shanhai_flow_graph_find_node (folded, "z"), >=, 0);
}

static void
test_fold_nothing (void)
{
  g_autoptr (ShanhaiFlowGraph) graph = parse_graph ("a b 5,a b 5,b c 9");
  g_autofree int              *node_to = NULL;
  g_autofree int              *link_to = NULL;
  g_autoptr (ShanhaiFlowGraph) folded = shanhai_flow_graph_fold (graph, 60, 1, 700, 8, &node_to, &link_to);

  check_fold (graph, folded, node_to, link_to);
  g_assert_cmpint (shanhai_flow_graph_get_n_nodes (folded), ==, 3);
  g_assert_cmpint (shanhai_flow_graph_get_n_links (folded), ==, 3);
  g_assert_cmpint (shanhai_flow_graph_get_node (folded, 0).stage, ==, -1);
}

static void
add_shape_tests (const char    *name,
                 GTestDataFunc  test,
                 gsize          first)
{
  for (gsize k = first; k < G_N_ELEMENTS (shapes); k++)
    {
      g_autofree char *path = g_strdup_printf ("/flow-layout/%s/%d-links-%u", name, shapes[k].n_links, shapes[k].seed);

      g_test_add_data_func (path, &shapes[k], test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_shape_tests ("shape", test_shape, 0);
  add_shape_tests ("input-order", test_input_order, 0);
  for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
    {
      g_autofree char *path = g_strdup_printf ("/flow-layout/known/%" G_GSIZE_FORMAT, k);

      g_test_add_data_func (path, &known[k], test_known);
    }
  g_test_add_func ("/flow-layout/lightest-goes-back", test_lightest_goes_back);
  g_test_add_func ("/flow-layout/stages-are-columns", test_stages_are_columns);
  g_test_add_func ("/flow-layout/stub", test_stub);
  g_test_add_func ("/flow-layout/star", test_star);
  g_test_add_func ("/flow-layout/chain", test_chain);
  g_test_add_func ("/flow-layout/labels", test_labels);
  g_test_add_func ("/flow-layout/json", test_json);
  add_shape_tests ("fold", test_fold_count, 4);
  g_test_add_func ("/flow-layout/fold/thin", test_fold_thin);
  g_test_add_func ("/flow-layout/fold/nothing", test_fold_nothing);

  return g_test_run ();
}

/* test-flow-chart.c - the drawn flow chart: no text touches another or leaves the page, what is bent is told, words tell it all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "flow-generator.h"
#include "sample-charts.h"
#include "shanhai-flow-chart.h"
#include "shanhai-marks-private.h"

static const double sizes[][2] = { { 800, 600 }, { 1600, 900 }, { 320, 200 }, { 640, 360 }, { 420, 560 }, { 1200, 500 } };

static const char * const names[] = {
  "Huli District", "Dongxiang Autonomous County", "Education", "A", "东乡族自治县", "厦门市、湖里区两级财政及社会各界", "Use not told in the sources",
  "Paired towns, villages, schools and hospitals in Dongxiang", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", "63个县、101个受帮扶村", "", "Roads",
};

static const ShanhaiQualifier qualifiers[] = {
  SHANHAI_QUALIFIER_EXACT, SHANHAI_QUALIFIER_EXACT, SHANHAI_QUALIFIER_ABOUT, SHANHAI_QUALIFIER_NEARLY, SHANHAI_QUALIFIER_OVER,
};

static ShanhaiMarks *
lay_out (const ShanhaiFlowChart *chart,
         double                  width,
         double                  height,
         double                  text_scale,
         bool                    chinese)
{
  g_autoptr (ShanhaiWords) words = sample_words (chinese);
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (words);

  options->width = width;
  options->height = height;
  options->text_scale = text_scale;
  return shanhai_flow_chart_layout (chart, options);
}

static char *
dup_node_key (int node)
{
  return g_strdup_printf ("node-%d", node);
}

/* a graph with names, doubts, plans, sources and notes; @order: where each node and link of it comes in the chart */
static ShanhaiFlowChart *
make_chart (const ShanhaiFlowGraph *graph,
            guint32                 seed,
            const guint            *node_order,
            const guint            *link_order)
{
  static const char * const stages[] = { "Donor", "Channel", "Sector", "Recipient", "Project", NULL };
  static const char * const sources[] = { "[1] Xiamen Daily, 15 Oct 2020, ¶ 11,19", "[2] 云南网, 2020年5月25日", NULL };
  static const char * const notes[] = { "Not aid given, so not drawn: investment (planned) about 7 B CNY; purchase 12.36 M CNY, over 20 M CNY.", NULL };
  ShanhaiFlowChart *chart = shanhai_flow_chart_new ();
  const ShanhaiFlowLink *links = shanhai_flow_graph_get_links (graph);

  chart->title = g_strdup ("Of nearly 470 M CNY, 130 M CNY went to education; where about 340 M CNY went isn’t told");
  chart->subtitle = g_strdup ("Funds (disbursed), CNY, 2014–2020");
  chart->unit_label = g_strdup ("CNY");
  chart->stage_titles = g_strdupv ((char **) stages);
  chart->sources = g_strdupv ((char **) sources);
  chart->notes = seed % 2 == 0 ? g_strdupv ((char **) notes) : NULL;

  for (guint k = 0; k < (guint) shanhai_flow_graph_get_n_nodes (graph); k++)
    {
      const guint i = node_order != NULL ? node_order[k] : k;
      g_autofree char *key = dup_node_key ((int) i);

      shanhai_flow_chart_add_node (chart, key, names[(i * 7 + seed) % G_N_ELEMENTS (names)], shanhai_flow_graph_get_node (graph, (int) i).stage,
                                   (int) (i % SHANHAI_N_HUES));
    }
  for (guint k = 0; k < (guint) shanhai_flow_graph_get_n_links (graph); k++)
    {
      const guint i = link_order != NULL ? link_order[k] : k;
      g_autofree char *key = g_strdup_printf ("link-%u", i);
      g_autofree char *source = dup_node_key (links[i].source), *target = dup_node_key (links[i].target);
      ShanhaiFlowChartLink *link = shanhai_flow_chart_add_link (chart, key, source, target, links[i].value);

      link->qualifier = qualifiers[(i + seed) % G_N_ELEMENTS (qualifiers)];
      link->planned = (i + seed) % 11 == 0;
      link->untold = (i + seed) % 13 == 0;
    }

  return chart;
}

static ShanhaiFlowGraph *
make_graph (guint32 seed)
{
  const FlowShape shape = {
    .n_links = (int) (1 + (seed * 37) % 90),
    .seed = seed,
    .skip = seed % 3 * 0.1,
    .n_back = (int) (seed % 4),
    .stages = seed % 5 != 0,
  };

  return flow_generator_new_graph (&shape);
}

/* ---- nothing touches ------------------------------------------------------------------------ */

static bool
overlap (const ShanhaiBox *a,
         const ShanhaiBox *b)
{
  /* a rounding is no touch */
  const double slack = 0.01;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height &&
         b->y + slack < a->y + a->height;
}

static void
check_text (const ShanhaiMarks *marks,
            guint               index)
{
  const ShanhaiMark *text = &g_array_index (marks->marks, ShanhaiMark, index);
  const ShanhaiBox *box = &text->box;

  g_assert_true (isfinite (box->x) && isfinite (box->y));
  g_assert_true (g_utf8_validate (text->text.string, -1, NULL));
  if (box->x < -0.01 || box->y < -0.01 || box->x + box->width > marks->width + 0.01 || box->y + box->height > marks->height + 0.01)
    g_error ("“%s” leaves the page: %.1f, %.1f, %.1f × %.1f", text->text.string, box->x, box->y, box->width, box->height);
  g_assert_cmpfloat (text->text.look.size, >=, 9);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *other = &g_array_index (marks->marks, ShanhaiMark, i);

      if (other->kind == SHANHAI_MARK_TEXT && i > index && overlap (box, &other->box))
        g_error ("“%s” overlaps “%s”", text->text.string, other->text.string);
      /* nodes; a name may lie on the bands, with its halo */
      if (other->kind == SHANHAI_MARK_RECT && other->datum >= 0 && other->fill.texture == SHANHAI_TEXTURE_PLAIN && overlap (box, &other->box))
        g_error ("“%s” lies on a node", text->text.string);
      if (other->kind == SHANHAI_MARK_BAND && !text->text.look.halo && shanhai_mark_get_distance (other, box->x + box->width / 2, box->y + box->height / 2) == 0)
        g_error ("“%s” lies on a band without a halo", text->text.string);
    }
}

static void
check_marks (const ShanhaiMarks *marks)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_TEXT)
        check_text (marks, i);
      for (guint k = 0; k < mark->n; k++)
        g_assert_true (isfinite (mark->xy[k]));
      if (mark->kind == SHANHAI_MARK_BAND)
        g_assert_cmpfloat (mark->band.thickness, >=, 1);
    }
}

static void
test_random (void)
{
  const guint32 n = g_test_slow () ? 1500 : 60;

  for (guint32 seed = 1; seed <= n; seed++)
    {
      g_autoptr (ShanhaiFlowGraph) graph = make_graph (seed);
      g_autoptr (ShanhaiFlowChart) chart = make_chart (graph, seed, NULL, NULL);
      const double *size = sizes[seed % G_N_ELEMENTS (sizes)];
      g_autoptr (ShanhaiMarks) marks = lay_out (chart, size[0], size[1], seed % 7 == 0 ? 1.4 : 1, seed % 2 == 0);

      g_test_message ("seed %u, %.0f×%.0f, %u links", seed, size[0], size[1], chart->links->len);
      check_marks (marks);
    }
}

/* pages and amounts that nobody means give a chart, not a crash */
static void
test_absurd (void)
{
  static const double pages[][2] = { { 1, 1 }, { 40, 30 }, { 2000, 20 }, { 20, 2000 }, { 20000, 60 } };
  static const double values[] = { 0, 1e-300, 1e30, 1, 1e15, 0.001 };
  g_autoptr (ShanhaiFlowChart) chart = shanhai_flow_chart_new ();

  shanhai_flow_chart_add_node (chart, "a", "A", -1, 0);
  shanhai_flow_chart_add_node (chart, "b", "", -1, SHANHAI_SLOT_GREY);
  shanhai_flow_chart_add_node (chart, "c", "C", 5, 1);
  shanhai_flow_chart_add_node (chart, "alone", "Alone", -1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *key = g_strdup_printf ("l%u", i);

      shanhai_flow_chart_add_link (chart, key, i % 2 == 0 ? "a" : "b", i % 3 == 0 ? "b" : "c", values[i]);
    }
  shanhai_flow_chart_add_link (chart, "back", "c", "a", 3);
  shanhai_flow_chart_add_link (chart, "self", "b", "b", 3);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (ShanhaiMarks) marks = lay_out (chart, pages[i][0], pages[i][1], 1, false);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 50, 50);
      cairo_t *cr = cairo_create (surface);

      shanhai_marks_draw (marks, cr, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* ---- what is drawn and told ----------------------------------------------------------------- */

static const ShanhaiMark *
find_text (const ShanhaiMarks *marks,
           const char         *string)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_TEXT && strstr (mark->text.string, string) != NULL)
        return mark;
    }

  return NULL;
}

static const ShanhaiMark *
find_band (const ShanhaiMarks *marks,
           const char         *key)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_BAND && mark->datum >= 0 && strcmp (g_array_index (marks->data, ShanhaiDatum, mark->datum).key, key) == 0)
        return mark;
    }

  return NULL;
}

static ShanhaiFlowChart *
make_small (void)
{
  ShanhaiFlowChart *chart = shanhai_flow_chart_new ();
  ShanhaiFlowChartLink *link;

  chart->title = g_strdup ("Title");
  chart->unit_label = g_strdup ("CNY");
  shanhai_flow_chart_add_node (chart, "donor", "Donor", 0, 0)->stub = g_strdup ("use not told");
  shanhai_flow_chart_add_node (chart, "school", "Schools", 1, 1)->stub = g_strdup ("use not told");
  shanhai_flow_chart_add_node (chart, "village", "Village", 2, 2);
  link = shanhai_flow_chart_add_link (chart, "one", "donor", "school", 4.7e9);
  link->qualifier = SHANHAI_QUALIFIER_NEARLY;
  link->words = g_strdup ("nearly 4.7 B CNY");
  shanhai_flow_chart_add_link (chart, "two", "school", "village", 1.3e9)->planned = true;
  shanhai_flow_chart_add_link (chart, "three", "donor", "village", 1000)->label = g_strdup ("1000");

  return chart;
}

/* 1 000 beside 4.7 billion: 1 px wide, named, and the chart says that it is too wide */
static void
test_thin (void)
{
  g_autoptr (ShanhaiFlowChart) chart = make_small ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);
  const ShanhaiMark *wide = find_band (marks, "one"), *thin = find_band (marks, "three");

  g_assert_nonnull (wide);
  g_assert_nonnull (thin);
  g_assert_cmpfloat (thin->band.thickness, ==, 1);
  g_assert_cmpfloat (wide->band.thickness, >, 100);
  g_assert_nonnull (find_text (marks, "1 thin band is drawn wider than its amount."));
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), "1 thin band is drawn wider than its amount."));

  /* what isn't thin isn't told to be */
  g_free (((ShanhaiFlowChartLink *) chart->links->pdata[2])->label);
  ((ShanhaiFlowChartLink *) chart->links->pdata[2])->label = NULL;
  ((ShanhaiFlowChartLink *) chart->links->pdata[2])->value = 2e9;
  g_clear_pointer (&marks, shanhai_marks_unref);
  marks = lay_out (chart, 800, 600, 1, false);
  g_assert_null (find_text (marks, "thin band"));
}

/* one scale, printed as a key; widths are in proportion */
static void
test_scale (void)
{
  g_autoptr (ShanhaiFlowChart) chart = make_small ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);

  g_assert_cmpfloat_with_epsilon (find_band (marks, "one")->band.thickness / find_band (marks, "two")->band.thickness, 4.7 / 1.3, 1e-6);
  g_assert_nonnull (find_text (marks, "1 mm = "));
}

/* a plan is hatched, what doesn't go on is a hatched stub with its amount */
static void
test_doubt (void)
{
  g_autoptr (ShanhaiFlowChart) chart = make_small ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);
  bool has_stub = false;

  g_assert_cmpint (find_band (marks, "one")->fill.texture, ==, SHANHAI_TEXTURE_PLAIN);
  g_assert_cmpint (find_band (marks, "two")->fill.texture, ==, SHANHAI_TEXTURE_HATCHED);
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      has_stub = has_stub || (mark->kind == SHANHAI_MARK_RECT && mark->fill.texture == SHANHAI_TEXTURE_HATCHED);
    }
  g_assert_true (has_stub);
  g_assert_nonnull (find_text (marks, "use not told"));
}

/* the words name each band, its amount and its qualifier, largest first */
static void
test_describe (void)
{
  g_autoptr (ShanhaiFlowChart) chart = make_small ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);
  const char *words = shanhai_marks_describe (marks);
  const char *one = strstr (words, "Donor → Schools: nearly 4.7 B CNY"), *two = strstr (words, "Schools → Village: ");
  const char *three = strstr (words, "Donor → Village: 1000");

  g_assert_true (g_str_has_prefix (words, "Title\n"));
  g_assert_nonnull (one);
  g_assert_nonnull (two);
  g_assert_nonnull (three);
  g_assert_true (one < two && two < three);
  g_assert_nonnull (strstr (two, "planned"));
}

/* up to forty links, each is told */
static void
test_describe_random (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      const FlowShape shape = { .n_links = 20, .seed = seed, .stages = TRUE };
      g_autoptr (ShanhaiFlowGraph) graph = flow_generator_new_graph (&shape);
      g_autoptr (ShanhaiFlowChart) chart = make_chart (graph, seed, NULL, NULL);
      g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);

      for (guint i = 0; i < chart->links->len && chart->links->len <= 40; i++)
        {
          const ShanhaiFlowChartLink *link = chart->links->pdata[i];
          const int source = (int) g_ascii_strtoll (link->source + strlen ("node-"), NULL, 10);
          const int target = (int) g_ascii_strtoll (link->target + strlen ("node-"), NULL, 10);
          g_autofree char *line = g_strdup_printf ("%s → %s: ", ((ShanhaiFlowChartNode *) chart->nodes->pdata[source])->label,
                                                   ((ShanhaiFlowChartNode *) chart->nodes->pdata[target])->label);

          g_test_message ("seed %u: %s", seed, line);
          g_assert_nonnull (strstr (shanhai_marks_describe (marks), line));
        }
    }
}

static void
test_hit (void)
{
  g_autoptr (ShanhaiFlowChart) chart = make_small ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);
  static const char * const keys[] = { "donor", "school", "village", "one", "two" };
  double x, y;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_test_message ("%s", keys[i]);
      g_assert_true (shanhai_marks_get_anchor (marks, keys[i], &x, &y));
      g_assert_cmpstr (shanhai_marks_hit (marks, x, y), ==, keys[i]);
    }
  g_assert_nonnull (strstr (shanhai_marks_get_tip (marks, "one"), "nearly 4.7 B CNY"));
}

static void
test_empty (void)
{
  g_autoptr (ShanhaiFlowChart) chart = shanhai_flow_chart_new ();
  g_autoptr (ShanhaiMarks) marks = lay_out (chart, 800, 600, 1, false);
  g_autofree char *json = shanhai_flow_chart_to_layout_json (chart, 0, 0);

  g_assert_nonnull (find_text (marks, "No flows yet"));
  g_assert_nonnull (strstr (shanhai_marks_describe (marks), "No flows yet"));
  g_assert_null (shanhai_marks_get_keys (marks)[0]);
  g_assert_nonnull (strstr (json, "\"nodes\":["));

  shanhai_flow_chart_add_node (chart, "a", "A", -1, 0);
  shanhai_flow_chart_add_link (chart, "zero", "a", "a", 0);
  g_clear_pointer (&marks, shanhai_marks_unref);
  marks = lay_out (chart, 800, 600, 1, false);
  check_marks (marks);
}

/* the same chart, whatever the order of nodes and links */
static void
test_order (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (ShanhaiFlowGraph) graph = make_graph (seed);
      const guint n_nodes = (guint) shanhai_flow_graph_get_n_nodes (graph), n_links = (guint) shanhai_flow_graph_get_n_links (graph);
      g_autofree guint *nodes = g_new (guint, n_nodes), *links = g_new (guint, n_links);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ShanhaiFlowChart) chart = NULL, other = NULL;
      g_autoptr (ShanhaiMarks) a = NULL, b = NULL;
      g_autofree char *json_a = NULL, *json_b = NULL, *layout_a = NULL, *layout_b = NULL;

      for (guint i = 0; i < n_nodes; i++)
        {
          const guint k = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

          nodes[i] = nodes[k];
          nodes[k] = i;
        }
      for (guint i = 0; i < n_links; i++)
        {
          const guint k = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

          links[i] = links[k];
          links[k] = i;
        }
      chart = make_chart (graph, seed, NULL, NULL);
      other = make_chart (graph, seed, nodes, links);
      a = lay_out (chart, 800, 600, 1, false);
      b = lay_out (other, 800, 600, 1, false);
      json_a = shanhai_marks_to_json (a);
      json_b = shanhai_marks_to_json (b);
      layout_a = shanhai_flow_chart_to_layout_json (chart, 0, 0);
      layout_b = shanhai_flow_chart_to_layout_json (other, 0, 0);
      g_test_message ("seed %u", seed);
      g_assert_cmpstr (json_a, ==, json_b);
      g_assert_cmpstr (layout_a, ==, layout_b);
    }
}

/* a crowded chart folds its tail: the total stays, and the fold is told */
static void
test_fold (void)
{
  g_autoptr (ShanhaiFlowChart) chart = shanhai_flow_chart_new ();
  g_autoptr (ShanhaiMarks) marks = NULL;
  guint n_bands = 0;

  shanhai_flow_chart_add_node (chart, "hub", "Hub", 0, 0);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *node = g_strdup_printf ("n%03u", i), *link = g_strdup_printf ("l%03u", i);

      shanhai_flow_chart_add_node (chart, node, node, 1, (int) (i % SHANHAI_N_HUES));
      shanhai_flow_chart_add_link (chart, link, "hub", node, 1 + i);
    }
  marks = lay_out (chart, 800, 600, 1, false);
  check_marks (marks);
  for (guint i = 0; i < marks->marks->len; i++)
    n_bands += g_array_index (marks->marks, ShanhaiMark, i).kind == SHANHAI_MARK_BAND;
  g_assert_cmpuint (n_bands, <=, 60);
  g_assert_nonnull (find_text (marks, "Others ("));
  /* 1 + 2 + … + 500 */
  g_assert_nonnull (strstr (shanhai_marks_get_tip (marks, "hub"), "125"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/flow/thin", test_thin);
  g_test_add_func ("/charts/flow/scale", test_scale);
  g_test_add_func ("/charts/flow/doubt", test_doubt);
  g_test_add_func ("/charts/flow/describe", test_describe);
  g_test_add_func ("/charts/flow/describe-random", test_describe_random);
  g_test_add_func ("/charts/flow/hit", test_hit);
  g_test_add_func ("/charts/flow/empty", test_empty);
  g_test_add_func ("/charts/flow/order", test_order);
  g_test_add_func ("/charts/flow/fold", test_fold);
  g_test_add_func ("/charts/flow/random", test_random);
  g_test_add_func ("/charts/flow/absurd", test_absurd);

  return g_test_run ();
}

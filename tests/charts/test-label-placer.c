/* test-label-placer.c - room for labels. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-label-placer.h"

#include <math.h>

static const ShanhaiBox page = { 0, 0, 100, 100 };

static void
test_free (void)
{
  g_autoptr (ShanhaiLabelPlacer) placer = shanhai_label_placer_new (&page);
  const ShanhaiBox taken = { 40, 40, 20, 20 };
  static const struct
  {
    ShanhaiBox box;
    double     padding;
    bool       is_free;
  } cases[] = {
    { { 0, 0, 10, 10 }, 0, true },
    { { -1, 0, 10, 10 }, 0, false },  /* over the edge */
    { { 95, 0, 10, 10 }, 0, false },
    { { 30, 40, 10, 10 }, 0, true },  /* touches without padding */
    { { 30, 40, 10, 10 }, 1, false },
    { { 45, 45, 5, 5 }, 0, false },   /* inside */
    { { 20, 20, 60, 60 }, 0, false }, /* around */
    { { 10, 84, 10, 4 }, 0, false },  /* the segment runs through */
    { { 30, 84, 10, 4 }, 0, true },   /* beside it */
    { { 5, 70, 30, 10 }, 0, true },   /* its box is crossed, not the segment */
  };

  shanhai_label_placer_add_box (placer, &taken);
  shanhai_label_placer_add_segment (placer, 5, 80, 25, 92);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (shanhai_label_placer_is_free (placer, &cases[i].box, cases[i].padding), ==, cases[i].is_free);

  g_assert_true (shanhai_label_placer_is_clear (placer, 0, 0, 100, 20));
  g_assert_false (shanhai_label_placer_is_clear (placer, 0, 50, 100, 50));
  g_assert_false (shanhai_label_placer_is_clear (placer, 50, 0, 50, 100));
}

/* labels that fit stay; two that want the same place share the way */
static void
test_spread (void)
{
  const double heights[] = { 10, 10, 10 };
  double apart[] = { 5, 30, 60 }, same[] = { 40, 40, 40 }, high[] = { -50, -50, 20 };

  shanhai_label_placer_spread (apart, heights, 3, 0, 100);
  g_assert_cmpfloat (apart[0], ==, 5);
  g_assert_cmpfloat (apart[1], ==, 30);
  g_assert_cmpfloat (apart[2], ==, 60);

  shanhai_label_placer_spread (same, heights, 3, 0, 100);
  g_assert_cmpfloat (same[0], ==, 30);
  g_assert_cmpfloat (same[1], ==, 40);
  g_assert_cmpfloat (same[2], ==, 50);

  shanhai_label_placer_spread (high, heights, 3, 0, 100);
  g_assert_cmpfloat (high[0], ==, 0);
  g_assert_cmpfloat (high[1], ==, 10);
  g_assert_cmpfloat (high[2], ==, 20);
}

static void
test_spread_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 500; round++)
    {
      double tops[20], heights[20], total = 0;
      guint n = (guint) g_rand_int_range (rand, 1, 21);

      for (guint i = 0; i < n; i++)
        {
          heights[i] = g_rand_double_range (rand, 5, 30);
          tops[i] = (i > 0 ? tops[i - 1] : -20) + g_rand_double_range (rand, 0, 40);
          total += heights[i];
        }
      shanhai_label_placer_spread (tops, heights, n, 10, 10 + total + 50);
      g_assert_cmpfloat (tops[0], >=, 10 - 1e-9);
      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (tops[i], >=, tops[i - 1] + heights[i - 1] - 1e-9);
      g_assert_cmpfloat (tops[n - 1] + heights[n - 1], <=, 10 + total + 50 + 1e-9);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/label-placer/free", test_free);
  g_test_add_func ("/charts/label-placer/spread", test_spread);
  g_test_add_func ("/charts/label-placer/spread-any", test_spread_any);

  return g_test_run ();
}

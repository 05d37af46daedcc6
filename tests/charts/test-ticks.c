/* test-ticks.c - ticks of values and years. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-ticks.h"

#include <math.h>

typedef struct
{
  const char *name;
  double      lo, hi, wanted;
  const char *expected;  /* as printed with the ticks' own decimals */
} Case;

static const Case values[] = {
  { "paper", 8.1, 14.1, 4, "8 10 12 14" },
  { "rate", 0, 38.74, 5, "0 10 20 30 40" },
  { "share", 0, 1, 5, "0.00 0.25 0.50 0.75 1.00" },
  { "hundred", 0, 100, 5, "0 25 50 75 100" },
  { "people", 0, 109200, 5, "0 25000 50000 75000 100000" },
  { "money", 0, 4.7e8, 5, "0 100000000 200000000 300000000 400000000 500000000" },
  { "dozen", 0, 12, 5, "0 3 6 9 12" },
  { "negative", -5, 3, 5, "-5.0 -2.5 0.0 2.5" },
  { "small", 0, 0.003, 5, "0.000 0.001 0.002 0.003" },
  { "cut", 20, 21, 5, "20.00 20.25 20.50 20.75 21.00" },
  { "one", 7, 7, 5, "7.000000000000000" },
  { "nan", NAN, 1, 5, "" },
  { "infinite", 0, INFINITY, 5, "" },
  { "reversed", 2, 1, 5, "" },
};

static const Case years[] = {
  { "each", 2013, 2019, 10, "2013 2014 2015 2016 2017 2018 2019" },
  { "second", 2013, 2019, 5, "2014 2016 2018" },
  { "fraction", 2012.5, 2019.25, 10, "2013 2014 2015 2016 2017 2018 2019" },
  { "decades", 1949, 2020, 8, "1950 1960 1970 1980 1990 2000 2010 2020" },
  { "one-year", 2019, 2019, 5, "2019" },
  { "one-label", 2013, 2019, 1, "2015" },
  { "none", 2018.25, 2018.75, 5, "" },
  { "nan", NAN, 2019, 5, "" },
};

static char *
print (const ShanhaiTicks *ticks)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < ticks->n; i++)
    g_string_append_printf (out, "%s%.*f", i > 0 ? " " : "", ticks->decimals, shanhai_ticks_get_nth (ticks, i));
  return g_string_free (out, FALSE);
}

static void
test_values (gconstpointer data)
{
  const Case *c = data;
  ShanhaiTicks ticks;
  g_autofree char *printed = NULL;

  shanhai_ticks_extended (c->lo, c->hi, c->wanted, &ticks);
  printed = print (&ticks);
  g_assert_cmpstr (printed, ==, c->expected);
}

static void
test_years (gconstpointer data)
{
  const Case *c = data;
  ShanhaiTicks ticks;
  g_autofree char *printed = NULL;

  shanhai_ticks_years (c->lo, c->hi, (int) c->wanted, &ticks);
  printed = print (&ticks);
  g_assert_cmpstr (printed, ==, c->expected);
}

/* any range: two to six ticks, ascending, that reach over most of the data */
static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 3000; i++)
    {
      double scale = pow (10, g_rand_double_range (rand, -12, 15));
      double lo = scale * g_rand_double_range (rand, -1, 1);
      double hi = lo + scale * g_rand_double_range (rand, 0.001, 2);
      ShanhaiTicks ticks;
      double last;

      shanhai_ticks_extended (lo, hi, g_rand_double_range (rand, 2, 6), &ticks);
      g_assert_cmpint (ticks.n, >=, 2);
      g_assert_cmpint (ticks.n, <=, SHANHAI_MAX_TICKS);
      g_assert_cmpfloat (ticks.step, >, 0);
      last = shanhai_ticks_get_nth (&ticks, ticks.n - 1);
      g_assert_cmpfloat (last - ticks.first, >, 0.4 * (hi - lo));
      g_assert_cmpfloat (ticks.first, <, hi);
      g_assert_cmpfloat (last, >, lo);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *path = g_strconcat ("/charts/ticks/values/", values[i].name, NULL);

      g_test_add_data_func (path, &values[i], test_values);
    }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *path = g_strconcat ("/charts/ticks/years/", years[i].name, NULL);

      g_test_add_data_func (path, &years[i], test_years);
    }
  g_test_add_func ("/charts/ticks/any", test_any);

  return g_test_run ();
}

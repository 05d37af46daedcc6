/* shanhai-ticks.c - where an axis has its ticks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search runs from simple and coarse to fine and stops as soon as no later step, count or offset can beat the best score: each
 * term has an upper bound that is cheap to compute. Names follow the paper: j is how many steps are skipped, q the nice number, k the
 * number of labels, z the power of ten. */

#include "shanhai-ticks.h"

#include <math.h>

static const double nice[] = { 1, 5, 2, 2.5, 4, 3 };

#define W_SIMPLICITY 0.25
#define W_COVERAGE 0.20
#define W_DENSITY 0.50
#define W_LEGIBILITY 0.05

/* Labels are all upright, of one size and form: the paper's legibility is constant. */
static double
score (double simplicity,
       double coverage,
       double density)
{
  return W_SIMPLICITY * simplicity + W_COVERAGE * coverage + W_DENSITY * density + W_LEGIBILITY;
}

static double
get_simplicity (guint  index,
                int    j,
                bool   has_zero)
{
  return 1 - (double) index / (double) (G_N_ELEMENTS (nice) - 1) - j + (has_zero ? 1 : 0);
}

static double
square (double x)
{
  return x * x;
}

static double
get_coverage (double lo,
              double hi,
              double first,
              double last)
{
  return 1 - 0.5 * (square (hi - last) + square (lo - first)) / square (0.1 * (hi - lo));
}

/* the best coverage that labels over a length of `span` can have: centred on the data */
static double
get_coverage_bound (double lo,
                    double hi,
                    double span)
{
  double range = hi - lo;

  return span > range ? 1 - square ((span - range) / 2) / square (0.1 * range) : 1;
}

static double
get_density (int    k,
             double wanted,
             double lo,
             double hi,
             double first,
             double last)
{
  double density = (k - 1) / (last - first);
  double target = (wanted - 1) / (MAX (last, hi) - MIN (first, lo));

  return 2 - MAX (density / target, target / density);
}

static double
get_density_bound (int    k,
                   double wanted)
{
  return k >= wanted ? 2 - (k - 1) / (wanted - 1) : 1;
}

/* places after the point that multiples of q × 10^z need; 2.5 needs one more */
static int
count_decimals (double q,
                int    z)
{
  int decimals = q == 2.5 ? 1 - z : -z;

  return CLAMP (decimals, 0, 15);
}

typedef struct
{
  double       lo, hi, wanted;
  double       best;
  ShanhaiTicks ticks;
} Search;

/* all offsets of k labels that lie j × q × 10^z apart */
static void
try_offsets (Search *self,
             guint   index,
             int     j,
             int     k,
             int     z)
{
  double unit = nice[index] * pow (10, z);
  double step = j * unit;
  double from = (floor (self->hi / step) - (k - 1)) * j;
  double to = ceil (self->lo / step) * j;

  for (double start = from; start <= to; start++)
    {
      double first = start * unit;
      double last = first + step * (k - 1);
      bool has_zero = fmod (start, j) == 0 && first <= 0 && last >= 0;
      double s = score (get_simplicity (index, j, has_zero),
                        get_coverage (self->lo, self->hi, first, last),
                        get_density (k, self->wanted, self->lo, self->hi, first, last));

      if (s > self->best)
        {
          self->best = s;
          self->ticks = (ShanhaiTicks) { first, step, k, count_decimals (nice[index], z) };
        }
    }
}

static void
try_powers (Search *self,
            guint   index,
            int     j,
            int     k)
{
  double range = self->hi - self->lo;
  double density = get_density_bound (k, self->wanted);
  double simplicity = get_simplicity (index, j, true);
  double delta = range / (k + 1) / j / nice[index];

  for (int z = (int) ceil (log10 (delta)); z < 308; z++)
    {
      double span = j * nice[index] * pow (10, z) * (k - 1);

      if (score (simplicity, get_coverage_bound (self->lo, self->hi, span), density) < self->best)
        break;
      try_offsets (self, index, j, k, z);
    }
}

/**
 * shanhai_ticks_extended:
 * @lo: the least value of the data
 * @hi: the greatest; not less than @lo
 * @wanted: how many ticks would be best, 2 … SHANHAI_MAX_TICKS
 * @out: (out): the ticks
 *
 * Talbot, Lin and Hanrahan's extended algorithm, with at most SHANHAI_MAX_TICKS labels.
 */
void
shanhai_ticks_extended (double        lo,
                        double        hi,
                        double        wanted,
                        ShanhaiTicks *out)
{
  Search self = { lo, hi, CLAMP (wanted, 2, SHANHAI_MAX_TICKS), -2, { 0, 0, 0, 0 } };

  if (!isfinite (lo) || !isfinite (hi) || hi < lo || !isfinite (hi - lo))
    {
      *out = self.ticks;
      return;
    }

  /* too near to each other for doubles to count between them */
  if (hi - lo <= 1e-10 * MAX (fabs (lo), fabs (hi)) || hi - lo < 1e-290)
    {
      *out = (ShanhaiTicks) { lo, 0, 1, 15 };
      return;
    }

  for (int j = 1; ; j++)
    {
      bool hopeless = true;

      for (guint i = 0; i < G_N_ELEMENTS (nice); i++)
        {
          if (score (get_simplicity (i, j, true), 1, 1) < self.best)
            continue;
          hopeless = false;

          for (int k = 2; k <= SHANHAI_MAX_TICKS; k++)
            {
              if (score (get_simplicity (i, j, true), 1, get_density_bound (k, self.wanted)) < self.best)
                break;
              try_powers (&self, i, j, k);
            }
        }

      if (hopeless)
        break;
    }

  *out = self.ticks;
}

/**
 * shanhai_ticks_years:
 * @lo: the first year, may have a fraction
 * @hi: the last year
 * @most: how many ticks there is room for, at least 1
 * @out: (out): the ticks; none where no whole year lies between @lo and @hi
 *
 * Whole years in the finest round step that has room. Steps over one year start at a multiple of the step.
 */
void
shanhai_ticks_years (double        lo,
                     double        hi,
                     int           most,
                     ShanhaiTicks *out)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 25, 50 };

  *out = (ShanhaiTicks) { 0, 0, 0, 0 };
  if (!isfinite (lo) || !isfinite (hi) || hi < lo || hi - lo > 1e6)
    return;

  most = MAX (most, 1);
  for (double scale = 1; ; scale *= 100)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        double step = steps[i] * scale;
        double first = ceil (lo / step) * step;
        double n = floor (hi / step) - ceil (lo / step) + 1;

        if (n <= most)
          {
            *out = (ShanhaiTicks) { first, step, (int) MAX (n, 0), 0 };
            return;
          }
      }
}

/**
 * shanhai_ticks_get_nth:
 * @self: ticks
 * @index: 0 … n − 1
 *
 * Returns: the value, without the dust of binary fractions
 */
double
shanhai_ticks_get_nth (const ShanhaiTicks *self,
                       int                 index)
{
  double value = self->first + index * self->step;
  double power = pow (10, self->decimals);
  double rounded = round (value * power) / power;

  if (fabs (value) < 1e-9 * self->step)
    return 0;
  return isfinite (rounded) && self->decimals < 15 ? rounded : value;
}

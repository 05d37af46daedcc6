/* shanhai-colour.c - contrast of colours, and how far apart eyes see them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contrast: WCAG 2.1. Difference: CIEDE2000 (Sharma, Wu and Dalal, 2005), D65. Dichromacies: the matrices of Machado, Oliveira and Fernandes (2009)
 * at severity 1, in linear RGB. */

#include "shanhai-palette.h"

#include <math.h>

typedef struct
{
  double r, g, b;  /* linear, 0 … 1 */
} Linear;

typedef struct
{
  double l, a, b;
} Lab;

static double
to_linear (guint channel)
{
  double c = channel / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static guint
from_linear (double value)
{
  double v = CLAMP (value, 0, 1);
  double c = v <= 0.0031308 ? v * 12.92 : 1.055 * pow (v, 1 / 2.4) - 0.055;

  return (guint) lround (c * 255);
}

static Linear
linearise (ShanhaiColour colour)
{
  return (Linear) {
    to_linear (colour >> 16 & 0xff),
    to_linear (colour >> 8 & 0xff),
    to_linear (colour & 0xff),
  };
}

static double
get_luminance (ShanhaiColour colour)
{
  Linear c = linearise (colour);

  return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

double
shanhai_colour_get_contrast (ShanhaiColour a,
                             ShanhaiColour b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* CIE 1976, the curve of L*a*b* */
static double
bend (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Lab
to_lab (ShanhaiColour colour)
{
  Linear c = linearise (colour);
  double x = bend ((0.4124564 * c.r + 0.3575761 * c.g + 0.1804375 * c.b) / 0.95047);
  double y = bend (0.2126729 * c.r + 0.7151522 * c.g + 0.0721750 * c.b);
  double z = bend ((0.0193339 * c.r + 0.1191920 * c.g + 0.9503041 * c.b) / 1.08883);

  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
get_hue (double a,
         double b)
{
  double hue = a == 0 && b == 0 ? 0 : atan2 (b, a) * 180 / G_PI;

  return hue < 0 ? hue + 360 : hue;
}

/* √(c⁷ / (c⁷ + 25⁷)) */
static double
seventh (double c)
{
  double c7 = pow (c, 7);

  return sqrt (c7 / (c7 + 6103515625.0));
}

static double
get_mean_hue (double h1,
              double h2)
{
  if (fabs (h1 - h2) <= 180)
    return (h1 + h2) / 2;

  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

static double
get_hue_step (double h1,
              double h2)
{
  double step = h2 - h1;

  if (step > 180)
    return step - 360;
  return step < -180 ? step + 360 : step;
}

/**
 * shanhai_colour_get_difference:
 *
 * CIEDE2000 with kL = kC = kH = 1.
 *
 * Returns: 0 for equal colours; about 1 is just seen, 10 is told apart at a glance
 */
double
shanhai_colour_get_difference (ShanhaiColour a,
                               ShanhaiColour b)
{
  Lab p = to_lab (a), q = to_lab (b);
  double g = 0.5 * (1 - seventh ((hypot (p.a, p.b) + hypot (q.a, q.b)) / 2));
  double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = get_hue (a1, p.b), h2 = get_hue (a2, q.b);
  bool coloured = c1 * c2 != 0;
  double dl = q.l - p.l, dc = c2 - c1;
  double dh = coloured ? 2 * sqrt (c1 * c2) * sin (to_radians (get_hue_step (h1, h2)) / 2) : 0;
  double l = (p.l + q.l) / 2, c = (c1 + c2) / 2;
  double h = coloured ? get_mean_hue (h1, h2) : h1 + h2;
  double t = 1 - 0.17 * cos (to_radians (h - 30)) + 0.24 * cos (to_radians (2 * h))
             + 0.32 * cos (to_radians (3 * h + 6)) - 0.20 * cos (to_radians (4 * h - 63));
  double sl = 1 + 0.015 * (l - 50) * (l - 50) / sqrt (20 + (l - 50) * (l - 50));
  double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
  double turn = 60 * exp (-((h - 275) / 25) * ((h - 275) / 25));
  double rt = -sin (to_radians (turn)) * 2 * seventh (c);

  dl /= sl;
  dc /= sc;
  dh /= sh;
  return sqrt (dl * dl + dc * dc + dh * dh + rt * dc * dh);
}

ShanhaiColour
shanhai_colour_simulate (ShanhaiColour colour,
                         ShanhaiSight  sight)
{
  static const double matrices[][3][3] = {
    [SHANHAI_SIGHT_NORMAL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    [SHANHAI_SIGHT_PROTANOPIA] = {
      { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 },
    },
    [SHANHAI_SIGHT_DEUTERANOPIA] = {
      { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 },
    },
    [SHANHAI_SIGHT_TRITANOPIA] = {
      { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 },
    },
  };
  Linear c = linearise (colour);
  guint out = 0;

  for (int i = 0; i < 3; i++)
    {
      const double *row = matrices[sight][i];

      out = out << 8 | from_linear (row[0] * c.r + row[1] * c.g + row[2] * c.b);
    }

  return out;
}

ShanhaiColour
shanhai_colour_mix (ShanhaiColour a,
                    ShanhaiColour b,
                    double        share_of_b)
{
  guint out = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double ca = a >> shift & 0xff;
      double cb = b >> shift & 0xff;

      out = out << 8 | (guint) lround (ca + (cb - ca) * CLAMP (share_of_b, 0, 1));
    }

  return out;
}

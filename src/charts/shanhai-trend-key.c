/* shanhai-trend-key.c - a row that tells what the signs of a trend chart mean. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only signs that the chart uses are in it; most charts have none. */

#include "shanhai-trend-private.h"

#define MAX_SHARE 0.25

typedef enum
{
  SIGN_NO_DATA,
  SIGN_PLANNED,
  SIGN_ABOUT,
  SIGN_OVER,
  SIGN_NEARLY,
  SIGN_BASELINE,
  SIGN_TARGET,
  SIGN_RANGE,
  N_SIGNS,
} Sign;

static void
find_signs (const Trend *self,
            bool         used[N_SIGNS])
{
  used[SIGN_NO_DATA] = self->key_for_gaps;
  for (guint i = 0; i < self->n_lines; i++)
    for (guint k = 0; k < self->lines[i].n; k++)
      {
        const ShanhaiTrendPoint *point = self->lines[i].dots[k].point;

        used[SIGN_PLANNED] |= point->planned && point->role != SHANHAI_POINT_TARGET;
        used[SIGN_ABOUT] |= point->qualifier == SHANHAI_QUALIFIER_ABOUT;
        used[SIGN_OVER] |= point->qualifier == SHANHAI_QUALIFIER_OVER || point->qualifier == SHANHAI_QUALIFIER_AT_LEAST;
        used[SIGN_NEARLY] |= point->qualifier == SHANHAI_QUALIFIER_NEARLY || point->qualifier == SHANHAI_QUALIFIER_AT_MOST;
        used[SIGN_BASELINE] |= point->role == SHANHAI_POINT_BASELINE;
        used[SIGN_TARGET] |= point->role == SHANHAI_POINT_TARGET;
        used[SIGN_RANGE] |= point->has_interval;
      }
}

static const char *
get_meaning (const Trend *self,
             Sign         sign)
{
  const ShanhaiWords *words = self->options->words;

  switch (sign)
    {
    case SIGN_NO_DATA:
      return shanhai_words_get (words, "no data");

    case SIGN_PLANNED:
      return shanhai_words_context (words, "key", "planned");

    case SIGN_ABOUT:
      return shanhai_words_context (words, "key", "about");

    case SIGN_OVER:
      return shanhai_words_context (words, "key", "more than shown");

    case SIGN_NEARLY:
      return shanhai_words_context (words, "key", "less than shown");

    case SIGN_BASELINE:
      return shanhai_words_context (words, "key", "baseline");

    case SIGN_TARGET:
      return shanhai_words_context (words, "key", "target");

    case SIGN_RANGE:
      return shanhai_words_context (words, "key", "possible range");

    case N_SIGNS:
    default:
      g_return_val_if_reached ("");
    }
}

/* the sign, `width` px wide, about its middle */
static void
add_sign (Trend  *self,
          Sign    sign,
          double  x,
          double  y,
          double  width)
{
  ShanhaiColour ink = shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY);
  double unit = self->unit, middle = x + width / 2, tip = sign == SIGN_OVER ? y - 5 * unit : y + 5 * unit;
  double wing = sign == SIGN_OVER ? 3 * unit : -3 * unit;
  const ShanhaiStroke thin = { ink, 1.5 * unit, SHANHAI_DASH_NONE };
  const ShanhaiStroke no_data = { ink, 1.5 * unit, SHANHAI_DASH_NO_DATA };
  const ShanhaiStroke planned = { ink, 2 * unit, SHANHAI_DASH_PLANNED };
  const ShanhaiStroke bar = { ink, 3 * unit, SHANHAI_DASH_NONE };
  const ShanhaiFill hollow = { .colour = ink, .texture = SHANHAI_TEXTURE_HOLLOW };
  const ShanhaiFill full = { .colour = ink };
  const double head[] = { middle - 3 * unit, tip + wing, middle, tip, middle + 3 * unit, tip + wing };

  switch (sign)
    {
    case SIGN_NO_DATA:
      shanhai_marks_builder_add_segment (self->builder, x, y, x + width, y, &no_data);
      break;

    case SIGN_PLANNED:
      shanhai_marks_builder_add_segment (self->builder, x, y, x + width, y, &planned);
      break;

    case SIGN_ABOUT:
      shanhai_marks_builder_add_marker (self->builder, SHANHAI_MARKER_CIRCLE, middle, y, 4 * unit, &hollow);
      break;

    case SIGN_OVER:
    case SIGN_NEARLY:
      shanhai_marks_builder_add_segment (self->builder, middle, y - 5 * unit, middle, y + 5 * unit, &thin);
      shanhai_marks_builder_add_line (self->builder, head, 3, &thin);
      break;

    case SIGN_BASELINE:
      shanhai_marks_builder_add_marker (self->builder, SHANHAI_MARKER_CIRCLE, middle, y, 5.5 * unit, &hollow);
      shanhai_marks_builder_add_marker (self->builder, SHANHAI_MARKER_CIRCLE, middle, y, 2.5 * unit, &full);
      break;

    case SIGN_TARGET:
      shanhai_marks_builder_add_segment (self->builder, middle - 7 * unit, y, middle + 7 * unit, y, &bar);
      break;

    case SIGN_RANGE:
      shanhai_marks_builder_add_segment (self->builder, middle, y - 5 * unit, middle, y + 5 * unit, &thin);
      shanhai_marks_builder_add_segment (self->builder, middle - 3 * unit, y - 5 * unit, middle + 3 * unit, y - 5 * unit, &thin);
      shanhai_marks_builder_add_segment (self->builder, middle - 3 * unit, y + 5 * unit, middle + 3 * unit, y + 5 * unit, &thin);
      break;

    case N_SIGNS:
    default:
      break;
    }
}

double
shanhai_trend_add_key (Trend *self)
{
  bool used[N_SIGNS] = { false };
  ShanhaiTextLook look = shanhai_trend_make_look (self, SHANHAI_ROLE_KEY, SHANHAI_SIZE_TICK,
                                                  shanhai_palette_get_ink (self->options->theme, SHANHAI_INK_SECONDARY));
  double row = look.size * 1.6, x = self->area.x, y = self->area.y + row / 2;
  bool any = false;

  if (!self->options->show_legend || self->options->compact || row > MAX_SHARE * self->area.height)
    return 0;

  find_signs (self, used);
  for (Sign sign = 0; sign < N_SIGNS; sign++)
    {
      double width = (sign == SIGN_NO_DATA || sign == SIGN_PLANNED ? 28 : 14) * self->unit;
      const char *meaning;
      double text;

      if (!used[sign])
        continue;

      meaning = get_meaning (self, sign);
      text = shanhai_marks_builder_measure (self->builder, meaning, 0, 0, &look).width;
      if (any && x + width + 5 * self->unit + text > self->area.x + self->area.width)
        {
          x = self->area.x;
          y += row;
          /* on a tiny page the signs go without */
          if (y > self->area.y + MAX_SHARE * self->area.height)
            {
              y -= row;
              break;
            }
        }
      add_sign (self, sign, x, y, width);
      x += width + 5 * self->unit;
      shanhai_trend_add_text (self, meaning, x, y + (SHANHAI_TEXT_ASCENT - SHANHAI_TEXT_DESCENT) / 2 * look.size, &look);
      x += text + 16 * self->unit;
      any = true;
    }

  return any ? y + row / 2 - self->area.y + 4 * self->unit : 0;
}

/* shanhai-chart-flags.c - small signs beside a chart's data that ask for a second look. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record gets one sign, at the datum that stands for the fewest records besides: at its point, not at the sum that it is part of. Where the sign goes is decided
 * by what it would cover: each place about the datum has a price, and the cheapest is taken. */

#include "shanhai-chart-flags.h"

#include <math.h>
#include <string.h>

#include "shanhai-marks-private.h"

#define RADIUS 5.5
/* of background around a sign, so that it stands out from what runs under it */
#define RIM 1.5
#define GAP 2.0
/* rings of places about a point, and places on each */
#define N_RINGS 3
#define N_AROUND 8
/* so many look for room; the chart is full then, and the rest stand where they belong */
#define MAX_PLACED 200
/* a datum that stands for many records needn't tell of each */
#define MAX_TEXTS 2

/* what it costs to cover something; the order of the places decides among equals */
#define COST_OUTSIDE 1e6
#define COST_TEXT 1e4
#define COST_FLAG 1e4
#define COST_OWN_MARKER 900
#define COST_MARKER 400
#define COST_LINE 30
#define COST_SHAPE 20
#define COST_RING 60

typedef struct
{
  int             datum;
  ShanhaiFlagKind kind;
  GPtrArray      *texts;   /* of char *: the gravest first */
  guint           n_grave; /* of them, those of the flag's kind */
  bool            shown;   /* false where the datum isn't drawn, in a crowded chart */
  double          x, y;    /* its centre */
} Flag;

struct _ShanhaiChartFlags
{
  ShanhaiMarks *marks;
  double        radius;
  GArray       *flags;  /* of Flag, in the order of the data */
};

/* what a sign of a datum stands beside; either may be NULL */
typedef struct
{
  const ShanhaiMark *marker;
  const ShanhaiMark *shape;  /* a band or a bar */
} Base;

ShanhaiColour
shanhai_flag_kind_get_colour (ShanhaiFlagKind kind,
                              ShanhaiTheme    theme)
{
  static const ShanhaiColour colours[][SHANHAI_N_FLAG_KINDS] = {
    [SHANHAI_THEME_LIGHT] = { [SHANHAI_FLAG_ALERT] = 0xb3141f, [SHANHAI_FLAG_CAUTION] = 0x8f5f00, [SHANHAI_FLAG_NOTE] = 0x5e5c64 },
    [SHANHAI_THEME_DARK] = { [SHANHAI_FLAG_ALERT] = 0xff7a6b, [SHANHAI_FLAG_CAUTION] = 0xf5c84b, [SHANHAI_FLAG_NOTE] = 0xb2b0ad },
  };

  return colours[theme][kind];
}

/* ---- which data ----------------------------------------------------------------------------- */

static void
clear_flag (gpointer data)
{
  g_ptr_array_unref (((Flag *) data)->texts);
}

/* id of a record → index + 1 of the datum that stands for it and for the fewest others; both borrowed from the marks */
static GHashTable *
index_records (const ShanhaiMarks *marks)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *lengths = g_new (guint, marks->data->len + 1);

  for (guint i = 0; i < marks->data->len; i++)
    lengths[i] = g_strv_length (g_array_index (marks->data, ShanhaiDatum, i).records);
  for (guint i = 0; i < marks->data->len; i++)
    {
      char **records = g_array_index (marks->data, ShanhaiDatum, i).records;

      for (char **record = records; *record != NULL; record++)
        {
          guint known = GPOINTER_TO_UINT (g_hash_table_lookup (index, *record));

          if (known == 0 || lengths[i] < lengths[known - 1])
            g_hash_table_insert (index, *record, GUINT_TO_POINTER (i + 1));
        }
    }

  return index;
}

static bool
has_text (const Flag *flag,
          const char *text)
{
  for (guint i = 0; i < flag->texts->len; i++)
    if (strcmp (flag->texts->pdata[i], text) == 0)
      return true;

  return false;
}

/* of that kind or graver, one more is known than is ever told */
static bool
is_full (const Flag      *flag,
         ShanhaiFlagKind  kind)
{
  return kind >= flag->kind && (kind > flag->kind ? flag->texts->len : flag->n_grave) > MAX_TEXTS;
}

/* two figures of a sum are told the same */
static void
add_reason (Flag            *flag,
            ShanhaiFlagKind  kind,
            char            *text)
{
  if (is_full (flag, kind) || has_text (flag, text))
    {
      g_free (text);
      return;
    }

  if (kind < flag->kind)
    {
      flag->kind = kind;
      flag->n_grave = 0;
    }
  g_ptr_array_insert (flag->texts, kind == flag->kind ? (int) flag->n_grave++ : -1, text);
}

static void
collect (ShanhaiChartFlags *self,
         ShanhaiFlagFunc    func,
         gpointer           user_data)
{
  g_autoptr (GHashTable) index = index_records (self->marks);

  for (guint i = 0; i < self->marks->data->len; i++)
    {
      const ShanhaiDatum *datum = &g_array_index (self->marks->data, ShanhaiDatum, i);
      Flag flag = { .datum = (int) i, .kind = SHANHAI_N_FLAG_KINDS };

      for (char **record = datum->records; *record != NULL; record++)
        {
          ShanhaiFlagKind kind;
          char *text = NULL;

          if (GPOINTER_TO_UINT (g_hash_table_lookup (index, *record)) != i + 1 || !func (*record, &kind, &text, user_data))
            continue;
          if (flag.texts == NULL)
            flag.texts = g_ptr_array_new_with_free_func (g_free);
          add_reason (&flag, kind, text);
        }
      if (flag.texts != NULL)
        g_array_append_val (self->flags, flag);
    }
}

/* ---- where ---------------------------------------------------------------------------------- */

static bool
meet (const ShanhaiBox *a,
      const ShanhaiBox *b,
      double            gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap && a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

static ShanhaiBox
get_box (const ShanhaiChartFlags *self,
         double                   x,
         double                   y)
{
  double reach = self->radius + RIM;

  return (ShanhaiBox) { x - reach, y - reach, 2 * reach, 2 * reach };
}

/* of having one mark under the sign */
static double
get_cost_over (const ShanhaiChartFlags *self,
               const ShanhaiMark       *mark,
               const Flag              *flag,
               const ShanhaiBox        *box,
               double                   x,
               double                   y)
{
  double reach = self->radius + RIM;

  if (mark->kind == SHANHAI_MARK_HIT || mark->layer == SHANHAI_LAYER_GRID || !meet (&mark->box, box, 1))
    return 0;

  switch (mark->kind)
    {
    case SHANHAI_MARK_TEXT:
      return COST_TEXT;

    case SHANHAI_MARK_MARKER:
      return mark->datum == flag->datum ? COST_OWN_MARKER : COST_MARKER;

    case SHANHAI_MARK_LINE:
      return shanhai_mark_get_distance (mark, x, y) < reach ? COST_LINE : 0;

    case SHANHAI_MARK_RECT:
    case SHANHAI_MARK_AREA:
    case SHANHAI_MARK_BAND:
      /* on its own band or bar it belongs */
      return mark->datum != flag->datum && shanhai_mark_get_distance (mark, x, y) < reach ? COST_SHAPE : 0;

    case SHANHAI_MARK_HIT:
    default:
      return 0;
    }
}

static double
get_cost (const ShanhaiChartFlags *self,
          const Flag              *flag,
          guint                    n_placed,
          double                   x,
          double                   y)
{
  ShanhaiBox box = get_box (self, x, y);
  double cost = 0;

  if (box.x < 0 || box.y < 0 || box.x + box.width > self->marks->width || box.y + box.height > self->marks->height)
    cost += COST_OUTSIDE;
  for (guint i = 0; i < n_placed; i++)
    {
      const Flag *other = &g_array_index (self->flags, Flag, i);
      ShanhaiBox taken = get_box (self, other->x, other->y);

      if (other->shown && meet (&box, &taken, 0))
        cost += COST_FLAG;
    }
  for (guint i = 0; i < self->marks->marks->len; i++)
    cost += get_cost_over (self, &g_array_index (self->marks->marks, ShanhaiMark, i), flag, &box, x, y);

  return cost;
}

typedef struct
{
  double x, y, cost;
} Place;

static void
try_place (const ShanhaiChartFlags *self,
           const Flag              *flag,
           guint                    n_placed,
           double                   x,
           double                   y,
           double                   extra,
           Place                   *best)
{
  double cost;

  if (extra >= best->cost)
    return;
  cost = extra + (n_placed < MAX_PLACED ? get_cost (self, flag, n_placed, x, y) : 0);
  if (cost < best->cost)
    *best = (Place) { x, y, cost };
}

/* about a point: up and to the right first, as footnotes stand */
static void
try_around (const ShanhaiChartFlags *self,
            const Flag              *flag,
            guint                    n_placed,
            double                   x,
            double                   y,
            double                   nearest,
            Place                   *best)
{
  static const double turns[N_AROUND] = { 1, 3, 7, 5, 2, 6, 0, 4 };

  for (guint ring = 0; ring < N_RINGS; ring++)
    for (guint i = 0; i < N_AROUND; i++)
      {
        double angle = turns[i] * G_PI / 4;
        double distance = nearest + ring * self->radius;

        try_place (self, flag, n_placed, x + distance * cos (angle), y - distance * sin (angle), ring * COST_RING + i, best);
      }
}

/* on its band or bar, where that is wide enough to carry it; the middle first */
static void
try_along (const ShanhaiChartFlags *self,
           const Flag              *flag,
           guint                    n_placed,
           const ShanhaiMark       *mark,
           Place                   *best)
{
  static const double shares[] = { .5, .4, .6, .3, .7, .2, .8, .1, .9 };
  double room = mark->kind == SHANHAI_MARK_BAND ? mark->band.thickness : mark->box.height;
  double aside = room < 2 * (self->radius + RIM) ? room / 2 + self->radius + GAP : 0;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double x = mark->box.x + shares[i] * mark->box.width, y = mark->box.y + mark->box.height / 2;

      if (mark->kind == SHANHAI_MARK_BAND)
        shanhai_mark_get_point (mark, shares[i], &x, &y);
      try_place (self, flag, n_placed, x, y - aside, i, best);
      if (aside > 0)
        try_place (self, flag, n_placed, x, y + aside, i + .5, best);
    }
}

/* (transfer full): of all data in one go, for there may be as many signs */
static Base *
find_bases (const ShanhaiMarks *marks)
{
  Base *bases = g_new0 (Base, marks->data->len + 1);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->datum < 0)
        continue;
      if (mark->kind == SHANHAI_MARK_MARKER)
        bases[mark->datum].marker = mark;
      else if (bases[mark->datum].shape == NULL && (mark->kind == SHANHAI_MARK_BAND || mark->kind == SHANHAI_MARK_RECT))
        bases[mark->datum].shape = mark;
    }

  return bases;
}

static void
place (ShanhaiChartFlags *self,
       guint              index,
       const Base        *bases)
{
  Flag *flag = &g_array_index (self->flags, Flag, index);
  const ShanhaiDatum *datum = &g_array_index (self->marks->data, ShanhaiDatum, flag->datum);
  const ShanhaiMark *marker = bases[flag->datum].marker, *shape = bases[flag->datum].shape;
  Place best = { 0, 0, G_MAXDOUBLE };

  if (marker == NULL && shape != NULL)
    try_along (self, flag, index, shape, &best);
  else
    {
      double x, y;

      if (marker != NULL)
        {
          x = marker->xy[0];
          y = marker->xy[1];
        }
      else if (!shanhai_marks_get_anchor (self->marks, datum->key, &x, &y))
        return;
      try_around (self, flag, index, x, y, (marker != NULL ? 1.2 * marker->marker.radius : 0) + self->radius + GAP, &best);
      /* rather over its own marker than over a text */
      try_place (self, flag, index, x, y, N_RINGS * COST_RING, &best);
    }
  flag->shown = true;
  flag->x = best.x;
  flag->y = best.y;
}

ShanhaiChartFlags *
shanhai_chart_flags_new (ShanhaiMarks    *marks,
                         double           scale,
                         ShanhaiFlagFunc  func,
                         gpointer         user_data)
{
  ShanhaiChartFlags *self = g_new0 (ShanhaiChartFlags, 1);
  g_autofree Base *bases = find_bases (marks);

  self->marks = shanhai_marks_ref (marks);
  self->radius = RADIUS * scale;
  self->flags = g_array_new (FALSE, FALSE, sizeof (Flag));
  g_array_set_clear_func (self->flags, clear_flag);
  collect (self, func, user_data);
  for (guint i = 0; i < self->flags->len; i++)
    place (self, i, bases);

  return self;
}

void
shanhai_chart_flags_free (ShanhaiChartFlags *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->flags);
  shanhai_marks_unref (self->marks);
  g_free (self);
}

/* ---- asking --------------------------------------------------------------------------------- */

guint
shanhai_chart_flags_get_n (const ShanhaiChartFlags *self)
{
  return self->flags->len;
}

static const char *
get_key (const ShanhaiChartFlags *self,
         const Flag              *flag)
{
  return g_array_index (self->marks->data, ShanhaiDatum, flag->datum).key;
}

static const Flag *
find (const ShanhaiChartFlags *self,
      const char              *key)
{
  const char *found = shanhai_marks_find (self->marks, key);

  for (guint i = 0; found != NULL && i < self->flags->len; i++)
    if (strcmp (get_key (self, &g_array_index (self->flags, Flag, i)), found) == 0)
      return &g_array_index (self->flags, Flag, i);

  return NULL;
}

const char *
shanhai_chart_flags_hit (const ShanhaiChartFlags *self,
                         double                   x,
                         double                   y)
{
  for (guint i = 0; i < self->flags->len; i++)
    {
      const Flag *flag = &g_array_index (self->flags, Flag, i);

      if (flag->shown && hypot (x - flag->x, y - flag->y) <= self->radius + RIM)
        return get_key (self, flag);
    }

  return NULL;
}

bool
shanhai_chart_flags_get (const ShanhaiChartFlags *self,
                         const char              *key,
                         ShanhaiFlagKind         *kind,
                         ShanhaiBox              *box)
{
  const Flag *flag = find (self, key);

  if (flag == NULL || !flag->shown)
    return false;
  if (kind != NULL)
    *kind = flag->kind;
  if (box != NULL)
    *box = get_box (self, flag->x, flag->y);

  return true;
}

/* the gravest reasons, a line each */
static void
append_texts (GString    *into,
              const Flag *flag)
{
  for (guint i = 0; i < MIN (flag->texts->len, MAX_TEXTS); i++)
    g_string_append_printf (into, "\n%s", (const char *) flag->texts->pdata[i]);
  if (flag->texts->len > MAX_TEXTS)
    g_string_append (into, " …");
}

char *
shanhai_chart_flags_dup_tip (const ShanhaiChartFlags *self,
                             const char              *key)
{
  const char *tip = shanhai_marks_get_tip (self->marks, key);
  const Flag *flag = find (self, key);
  GString *text;

  if (flag == NULL)
    return g_strdup (tip);

  text = g_string_new (tip);
  append_texts (text, flag);
  if (tip == NULL)
    g_string_erase (text, 0, 1);

  return g_string_free (text, FALSE);
}

char *
shanhai_chart_flags_describe (const ShanhaiChartFlags *self)
{
  GString *text = g_string_new (shanhai_marks_describe (self->marks));

  for (guint i = 0; i < self->flags->len; i++)
    append_texts (text, &g_array_index (self->flags, Flag, i));

  return g_string_free (text, FALSE);
}

/* ---- drawing -------------------------------------------------------------------------------- */

static void
set_colour (cairo_t       *cr,
            ShanhaiColour  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
trace (cairo_t    *cr,
       const Flag *flag,
       double      radius)
{
  cairo_new_path (cr);
  if (flag->kind != SHANHAI_FLAG_CAUTION)
    {
      cairo_arc (cr, flag->x, flag->y, radius, 0, 2 * G_PI);
    }
  else
    {
      cairo_move_to (cr, flag->x, flag->y - radius);
      cairo_line_to (cr, flag->x + radius, flag->y + .85 * radius);
      cairo_line_to (cr, flag->x - radius, flag->y + .85 * radius);
    }
  cairo_close_path (cr);
}

/* in the background's colour: an alert has a bar across; a caution a stroke with a dot under it; a note is hollow, with a dot of its own */
static void
draw_glyph (cairo_t       *cr,
            const Flag    *flag,
            double         radius,
            ShanhaiColour  colour)
{
  switch (flag->kind)
    {
    case SHANHAI_FLAG_ALERT:
      cairo_rectangle (cr, flag->x - .58 * radius, flag->y - .2 * radius, 1.16 * radius, .4 * radius);
      break;

    case SHANHAI_FLAG_CAUTION:
      cairo_rectangle (cr, flag->x - .16 * radius, flag->y - .36 * radius, .32 * radius, .62 * radius);
      cairo_rectangle (cr, flag->x - .16 * radius, flag->y + .4 * radius, .32 * radius, .26 * radius);
      break;

    case SHANHAI_FLAG_NOTE:
    default:
      cairo_arc (cr, flag->x, flag->y, .72 * radius, 0, 2 * G_PI);
      cairo_fill (cr);
      set_colour (cr, colour);
      cairo_arc (cr, flag->x, flag->y, .26 * radius, 0, 2 * G_PI);
      break;
    }
  cairo_fill (cr);
}

void
shanhai_chart_flags_draw (const ShanhaiChartFlags *self,
                          cairo_t                 *cr)
{
  ShanhaiColour background = shanhai_palette_get_ink (self->marks->theme, SHANHAI_INK_BACKGROUND);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->flags->len; i++)
    {
      const Flag *flag = &g_array_index (self->flags, Flag, i);
      ShanhaiColour colour = shanhai_flag_kind_get_colour (flag->kind, self->marks->theme);

      if (!flag->shown)
        continue;
      trace (cr, flag, self->radius);
      set_colour (cr, background);
      cairo_set_line_width (cr, 2 * RIM);
      cairo_stroke_preserve (cr);
      set_colour (cr, colour);
      cairo_fill (cr);
      set_colour (cr, background);
      draw_glyph (cr, flag, self->radius, colour);
    }
  cairo_restore (cr);
}

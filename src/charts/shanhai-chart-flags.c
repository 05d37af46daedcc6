/* shanhai-chart-flags.c - small signs beside a chart's data that ask for a second look. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a record asks for one is looked up for each of them, so that must be quick; what it says is put into words only for those that somebody reads of. A record gets one
 * sign, at the datum that stands for the fewest records besides: at its point, not at the sum that it is part of. Where the sign goes is in shanhai-flag-places.c. */

#include "shanhai-chart-flags.h"

#include <math.h>
#include <string.h>

#include "shanhai-flag-places.h"
#include "shanhai-marks-private.h"

#define RADIUS SHANHAI_FLAG_RADIUS
/* of background around a sign, so that it stands out from what runs under it */
#define RIM SHANHAI_FLAG_RIM
/* a datum that stands for many records needn't tell of each … */
#define MAX_TEXTS 2
/* … nor look for another text in all of them */
#define MAX_LOOKED 8
/* the text alternative names so many; the others are told where the keys walk */
#define MAX_DESCRIBED 3

typedef struct
{
  int             datum;
  ShanhaiFlagKind kind;
  GPtrArray      *records; /* of char *, borrowed from the marks: those of the flag's kind first, and not more of a kind than are looked at */
  guint           n_grave; /* of them, those of the flag's kind */
  bool            shown;   /* false where the datum isn't drawn, in a crowded chart */
  double          x, y;    /* its centre */
} Flag;

struct _ShanhaiChartFlags
{
  ShanhaiMarks *marks;
  double        radius;
  GArray       *flags;  /* of Flag, in the order of the data */
  guint         n_records, n_flagged;
  ShanhaiFlagTextFunc tell;
  gpointer      user_data;
};

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
  g_ptr_array_unref (((Flag *) data)->records);
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

static void
add_record (Flag            *flag,
            ShanhaiFlagKind  kind,
            char            *record)
{
  if (kind < flag->kind)
    {
      flag->kind = kind;
      flag->n_grave = 0;
    }
  if (kind == flag->kind && flag->n_grave < MAX_LOOKED)
    g_ptr_array_insert (flag->records, (int) flag->n_grave++, record);
  else if (kind > flag->kind && flag->records->len < flag->n_grave + MAX_LOOKED)
    g_ptr_array_add (flag->records, record);
}

static void
collect (ShanhaiChartFlags *self,
         ShanhaiFlagFunc    ask)
{
  g_autoptr (GHashTable) index = index_records (self->marks);

  self->n_records = g_hash_table_size (index);
  for (guint i = 0; i < self->marks->data->len; i++)
    {
      const ShanhaiDatum *datum = &g_array_index (self->marks->data, ShanhaiDatum, i);
      Flag flag = { .datum = (int) i, .kind = SHANHAI_N_FLAG_KINDS };

      for (char **record = datum->records; *record != NULL; record++)
        {
          ShanhaiFlagKind kind;

          if (GPOINTER_TO_UINT (g_hash_table_lookup (index, *record)) != i + 1 || !ask (*record, &kind, self->user_data))
            continue;
          if (flag.records == NULL)
            flag.records = g_ptr_array_new ();
          add_record (&flag, kind, *record);
          self->n_flagged++;
        }
      if (flag.records != NULL)
        g_array_append_val (self->flags, flag);
    }
}

static ShanhaiBox
get_box (const ShanhaiChartFlags *self,
         double                   x,
         double                   y)
{
  double reach = self->radius + RIM;

  return (ShanhaiBox) { x - reach, y - reach, 2 * reach, 2 * reach };
}

ShanhaiChartFlags *
shanhai_chart_flags_new (ShanhaiMarks    *marks,
                         double           scale,
                         ShanhaiFlagFunc  ask,
                         ShanhaiFlagTextFunc tell,
                         gpointer         user_data)
{
  ShanhaiChartFlags *self = g_new0 (ShanhaiChartFlags, 1);
  g_autoptr (ShanhaiFlagPlaces) places = NULL;

  self->marks = shanhai_marks_ref (marks);
  self->radius = RADIUS * scale;
  self->flags = g_array_new (FALSE, FALSE, sizeof (Flag));
  g_array_set_clear_func (self->flags, clear_flag);
  self->tell = tell;
  self->user_data = user_data;
  collect (self, ask);
  places = shanhai_flag_places_new (marks, self->radius, RIM);
  for (guint i = 0; i < self->flags->len; i++)
    {
      Flag *flag = &g_array_index (self->flags, Flag, i);

      flag->shown = shanhai_flag_places_take (places, flag->datum, &flag->x, &flag->y);
    }

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

const char *
shanhai_chart_flags_get_record (const ShanhaiChartFlags *self,
                                const char              *key)
{
  const Flag *flag = find (self, key);

  return flag != NULL ? flag->records->pdata[0] : NULL;
}

/* Adds what is said of a record, unless that is said already: two figures of a sum are told the same. */
static void
add_text (const ShanhaiChartFlags *self,
          GPtrArray               *texts,
          const char              *record)
{
  g_autofree char *text = self->tell (record, self->user_data);

  if (text != NULL && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_steal_pointer (&text));
}

/* a line each */
static void
append_texts (GString         *into,
              const GPtrArray *texts,
              guint            max)
{
  for (guint i = 0; i < MIN (texts->len, max); i++)
    g_string_append_printf (into, "%s%s", into->len > 0 ? "\n" : "", (const char *) texts->pdata[i]);
  if (texts->len > max)
    g_string_append (into, " …");
}

char *
shanhai_chart_flags_dup_tip (const ShanhaiChartFlags *self,
                             const char              *key)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *tip = shanhai_marks_get_tip (self->marks, key);
  const Flag *flag = find (self, key);
  GString *text;

  if (flag == NULL)
    return g_strdup (tip);

  for (guint i = 0; i < flag->records->len && texts->len <= MAX_TEXTS; i++)
    add_text (self, texts, flag->records->pdata[i]);
  text = g_string_new (tip);
  append_texts (text, texts, MAX_TEXTS);

  return g_string_free (text, FALSE);
}

/* (transfer full) (element-type utf8): of the gravest flags, in the order of the data; one more than are told, where there are more */
static GPtrArray *
dup_gravest (const ShanhaiChartFlags *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < SHANHAI_N_FLAG_KINDS; kind++)
    for (guint i = 0; i < self->flags->len; i++)
      {
        const Flag *flag = &g_array_index (self->flags, Flag, i);

        for (guint k = 0; flag->kind == kind && k < flag->n_grave && texts->len <= MAX_DESCRIBED; k++)
          add_text (self, texts, flag->records->pdata[k]);
      }

  return texts;
}

char *
shanhai_chart_flags_describe (const ShanhaiChartFlags *self,
                              const ShanhaiWords      *words)
{
  GString *text = g_string_new (shanhai_marks_describe (self->marks));
  g_autoptr (GPtrArray) texts = NULL;

  if (self->flags->len == 0)
    return g_string_free (text, FALSE);

  texts = dup_gravest (self);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: in the text alternative of a chart, before what is found, a line each: "12 of 40 figures have findings; the first:" */
  g_string_append_printf (text,
                          texts->len > MAX_DESCRIBED
                            ? shanhai_words_plural (words, "%u of %u figures has findings; the first:", "%u of %u figures have findings; the first:", self->n_flagged)
                            : shanhai_words_plural (words, "%u of %u figures has a finding:", "%u of %u figures have findings:", self->n_flagged),
                          self->n_flagged, self->n_records);
  append_texts (text, texts, MAX_DESCRIBED);

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
trace (cairo_t         *cr,
       ShanhaiFlagKind  kind,
       double           x,
       double           y,
       double           radius)
{
  cairo_new_path (cr);
  if (kind != SHANHAI_FLAG_CAUTION)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
  else
    {
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius, y + .85 * radius);
      cairo_line_to (cr, x - radius, y + .85 * radius);
    }
  cairo_close_path (cr);
}

/* in the background's colour: an alert has a bar across; a caution a stroke with a dot under it; a note is hollow, with a dot of its own */
static void
draw_glyph (cairo_t         *cr,
            ShanhaiFlagKind  kind,
            double           x,
            double           y,
            double           radius,
            ShanhaiColour    colour)
{
  switch (kind)
    {
    case SHANHAI_FLAG_ALERT:
      cairo_rectangle (cr, x - .58 * radius, y - .2 * radius, 1.16 * radius, .4 * radius);
      break;

    case SHANHAI_FLAG_CAUTION:
      cairo_rectangle (cr, x - .16 * radius, y - .36 * radius, .32 * radius, .62 * radius);
      cairo_rectangle (cr, x - .16 * radius, y + .4 * radius, .32 * radius, .26 * radius);
      break;

    case SHANHAI_FLAG_NOTE:
    default:
      cairo_arc (cr, x, y, .72 * radius, 0, 2 * G_PI);
      cairo_fill (cr);
      set_colour (cr, colour);
      cairo_arc (cr, x, y, .26 * radius, 0, 2 * G_PI);
      break;
    }
  cairo_fill (cr);
}

void
shanhai_flag_kind_draw (ShanhaiFlagKind  kind,
                        cairo_t         *cr,
                        double           x,
                        double           y,
                        double           radius,
                        ShanhaiTheme     theme)
{
  ShanhaiColour background = shanhai_palette_get_ink (theme, SHANHAI_INK_BACKGROUND);
  ShanhaiColour colour = shanhai_flag_kind_get_colour (kind, theme);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace (cr, kind, x, y, radius);
  set_colour (cr, background);
  cairo_set_line_width (cr, 2 * RIM);
  cairo_stroke_preserve (cr);
  set_colour (cr, colour);
  cairo_fill (cr);
  set_colour (cr, background);
  draw_glyph (cr, kind, x, y, radius, colour);
  cairo_restore (cr);
}

void
shanhai_chart_flags_draw (const ShanhaiChartFlags *self,
                          cairo_t                 *cr)
{
  for (guint i = 0; i < self->flags->len; i++)
    {
      const Flag *flag = &g_array_index (self->flags, Flag, i);

      if (flag->shown)
        shanhai_flag_kind_draw (flag->kind, cr, flag->x, flag->y, self->radius, self->marks->theme);
    }
}

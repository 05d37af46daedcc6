/* test-chart-flags.c - the small signs over a chart: where they stand, what they say, that they move nothing. SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "sample-charts.h"
#include "shanhai-chart-flags.h"
#include "shanhai-marks-builder.h"
#include "shanhai-marks-private.h"

static const ShanhaiFill fill = { .colour = 0x204080 };

/* a point with its label up and to the right of it, a wide and a narrow band, a bar that stands for three records */
static ShanhaiMarks *
make_marks (ShanhaiTheme theme)
{
  ShanhaiMarksBuilder *builder = shanhai_marks_builder_new (300, 200, theme, SHANHAI_LANGUAGE_ENGLISH);
  const ShanhaiBezier wide = { 20, 100, 60, 100, 100, 120, 140, 120 }, narrow = { 160, 100, 200, 100, 240, 120, 280, 120 };
  const ShanhaiBox bar = { 20, 160, 200, 24 };
  const ShanhaiTextLook look = { .role = SHANHAI_ROLE_LABEL, .size = 12 };
  const char * const point[] = { "p", NULL }, * const first[] = { "f1", NULL }, * const second[] = { "f2", NULL };
  const char * const three[] = { "a", "b", "p", NULL };

  shanhai_marks_builder_set_description (builder, "What it shows.");
  shanhai_marks_builder_begin_datum (builder, "sum", NULL, "Sum", three);
  shanhai_marks_builder_add_rect (builder, &bar, &fill);
  shanhai_marks_builder_begin_datum (builder, "p", NULL, "Point", point);
  shanhai_marks_builder_add_marker (builder, SHANHAI_MARKER_CIRCLE, 60, 50, 4, &fill);
  shanhai_marks_builder_add_text (builder, "38.74%", 66, 46, &look);
  shanhai_marks_builder_begin_datum (builder, "wide", NULL, "Wide", first);
  shanhai_marks_builder_add_band (builder, &wide, 1, 30, SHANHAI_BAND_VERTICAL, &fill);
  shanhai_marks_builder_begin_datum (builder, "narrow", NULL, NULL, second);
  shanhai_marks_builder_add_band (builder, &narrow, 1, 2, SHANHAI_BAND_VERTICAL, &fill);
  shanhai_marks_builder_end_datum (builder);

  return shanhai_marks_builder_end (builder);
}

/* `user_data`: "p! f1? a? b?": ids with the sign that they ask for; any other sign is a note */
static bool
ask (const char       *record,
     ShanhaiFlagKind  *kind,
     gpointer          user_data)
{
  g_auto (GStrv) words = g_strsplit (user_data, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gsize length = strlen (*word) - 1;

      if (strlen (record) != length || strncmp (*word, record, length) != 0)
        continue;
      *kind = (*word)[length] == '!' ? SHANHAI_FLAG_ALERT : (*word)[length] == '?' ? SHANHAI_FLAG_CAUTION : SHANHAI_FLAG_NOTE;
      return true;
    }
  return false;
}

static char *
tell (const char *record,
      gpointer    user_data)
{
  ShanhaiFlagKind kind;

  g_assert_true (ask (record, &kind, user_data));
  return g_strdup (kind == SHANHAI_FLAG_ALERT ? "It can’t be so." : "It may not be so.");
}

static char *
tell_id (const char *record,
         gpointer    user_data)
{
  return g_strdup (record);
}

typedef struct
{
  guint step;
  guint n;
} Every;

/* every so many-th */
static bool
ask_every (const char       *record,
           ShanhaiFlagKind  *kind,
           gpointer          user_data)
{
  Every *every = user_data;

  if (every->n++ % every->step != 0)
    return false;
  *kind = strlen (record) % 2 ? SHANHAI_FLAG_ALERT : SHANHAI_FLAG_CAUTION;
  return true;
}

static bool
meet (const ShanhaiBox *a,
      const ShanhaiBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
test_none (void)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  g_autoptr (ShanhaiMarks) marks = make_marks (SHANHAI_THEME_LIGHT);
  g_autoptr (ShanhaiChartFlags) flags = shanhai_chart_flags_new (marks, 1, ask, tell, (char *) "x! y?");
  g_autofree char *description = shanhai_chart_flags_describe (flags, words), *tip = shanhai_chart_flags_dup_tip (flags, "p");

  g_assert_cmpuint (shanhai_chart_flags_get_n (flags), ==, 0);
  g_assert_cmpstr (description, ==, "What it shows.");
  g_assert_cmpstr (tip, ==, "Point");
  g_assert_null (shanhai_chart_flags_hit (flags, 60, 50));
  g_assert_false (shanhai_chart_flags_get (flags, "p", NULL, NULL));
}

static void
test_words (void)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  g_autoptr (ShanhaiMarks) marks = make_marks (SHANHAI_THEME_LIGHT);
  g_autoptr (ShanhaiChartFlags) flags = shanhai_chart_flags_new (marks, 1, ask, tell, (char *) "p! a? b! f2?");
  g_autofree char *description = shanhai_chart_flags_describe (flags, words);
  g_autofree char *point = shanhai_chart_flags_dup_tip (flags, "p"), *sum = shanhai_chart_flags_dup_tip (flags, "b");
  g_autofree char *narrow = shanhai_chart_flags_dup_tip (flags, "narrow"), *wide = shanhai_chart_flags_dup_tip (flags, "wide");
  ShanhaiFlagKind kind;

  /* the point is told at the point, not at the sum that it is part of; the sum has its own, the gravest first */
  g_assert_cmpuint (shanhai_chart_flags_get_n (flags), ==, 3);
  g_assert_cmpstr (point, ==, "Point\nIt can’t be so.");
  g_assert_cmpstr (sum, ==, "Sum\nIt can’t be so.\nIt may not be so.");
  g_assert_cmpstr (narrow, ==, "It may not be so.");
  g_assert_cmpstr (wide, ==, "Wide");
  g_assert_true (shanhai_chart_flags_get (flags, "sum", &kind, NULL));
  g_assert_cmpint (kind, ==, SHANHAI_FLAG_ALERT);
  g_assert_cmpstr (description, ==, "What it shows.\n4 of 5 figures have findings:\nIt can’t be so.\nIt may not be so.");
  /* what a sign leads to is the gravest of its records */
  g_assert_cmpstr (shanhai_chart_flags_get_record (flags, "sum"), ==, "b");
  g_assert_null (shanhai_chart_flags_get_record (flags, "wide"));
}

/* @user_data: how often something was put into words */
static char *
tell_counted (const char *record,
              gpointer    user_data)
{
  (*(guint *) user_data)++;
  return g_strdup (record);
}

/* the 5000th is an alert, the others are cautions */
static bool
ask_one (const char       *record,
         ShanhaiFlagKind  *kind,
         gpointer          user_data)
{
  *kind = strcmp (record, "r5000") == 0 ? SHANHAI_FLAG_ALERT : SHANHAI_FLAG_CAUTION;
  return true;
}

/* a bar that stands for more records than anybody reads of: the gravest are told, and that there are more */
static void
test_many (void)
{
  const guint n = 50000;
  ShanhaiMarksBuilder *builder = shanhai_marks_builder_new (300, 200, SHANHAI_THEME_LIGHT, SHANHAI_LANGUAGE_ENGLISH);
  const ShanhaiBox bar = { 20, 160, 200, 24 };
  g_auto (GStrv) records = g_new0 (char *, n + 1);
  g_autoptr (ShanhaiMarks) marks = NULL;
  g_autoptr (ShanhaiChartFlags) flags = NULL;
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  g_autofree char *tip = NULL, *description = NULL;
  ShanhaiFlagKind kind;
  guint n_told = 0;

  for (guint i = 0; i < n; i++)
    records[i] = g_strdup_printf ("r%u", i);
  shanhai_marks_builder_begin_datum (builder, "sum", NULL, "Sum", (const char * const *) records);
  shanhai_marks_builder_add_rect (builder, &bar, &fill);
  shanhai_marks_builder_end_datum (builder);
  marks = shanhai_marks_builder_end (builder);
  flags = shanhai_chart_flags_new (marks, 1, ask_one, tell_counted, &n_told);
  /* nothing is put into words that nobody reads */
  g_assert_cmpuint (n_told, ==, 0);
  tip = shanhai_chart_flags_dup_tip (flags, "sum");
  g_assert_cmpuint (n_told, <, 20);

  g_assert_true (shanhai_chart_flags_get (flags, "sum", &kind, NULL));
  g_assert_cmpint (kind, ==, SHANHAI_FLAG_ALERT);
  g_assert_cmpstr (tip, ==, "Sum\nr5000\nr0 …");
  g_assert_cmpstr (shanhai_chart_flags_get_record (flags, "sum"), ==, "r5000");
  description = shanhai_chart_flags_describe (flags, words);
  g_assert_cmpstr (description, ==, "50000 of 50000 figures have findings:\nr5000");
}

/* so many points, each with a sign: the text alternative sums them up */
static void
test_summed_up (void)
{
  ShanhaiMarksBuilder *builder = shanhai_marks_builder_new (300, 200, SHANHAI_THEME_LIGHT, SHANHAI_LANGUAGE_ENGLISH);
  g_autoptr (ShanhaiWords) words = shanhai_words_open ("en");
  g_autoptr (ShanhaiMarks) marks = NULL;
  g_autoptr (ShanhaiChartFlags) flags = NULL;
  g_autofree char *description = NULL;
  Every every = { .step = 3 };
  guint n_told = 0;

  for (guint i = 0; i < 36; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      const char * const records[] = { id, NULL };

      shanhai_marks_builder_begin_datum (builder, id, NULL, id, records);
      shanhai_marks_builder_add_marker (builder, SHANHAI_MARKER_CIRCLE, 8 * i, 100, 2, &fill);
    }
  shanhai_marks_builder_end_datum (builder);
  shanhai_marks_builder_set_description (builder, "What it shows.");
  marks = shanhai_marks_builder_end (builder);
  flags = shanhai_chart_flags_new (marks, 1, ask_every, tell_id, &every);
  description = shanhai_chart_flags_describe (flags, words);
  /* ids of three letters are alerts: these come first */
  g_assert_cmpstr (description, ==, "What it shows.\n12 of 36 figures have findings; the first:\np12\np15\np18 …");
  shanhai_chart_flags_free (g_steal_pointer (&flags));

  flags = shanhai_chart_flags_new (marks, 1, ask_one, tell_counted, &n_told);
  g_free (description);
  description = shanhai_chart_flags_describe (flags, words);
  g_assert_true (g_str_has_prefix (description, "What it shows.\n36 of 36 figures have findings; the first:\np0\n"));
  g_assert_cmpuint (n_told, <, 6);
}

static void
test_places (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks (SHANHAI_THEME_LIGHT);
  g_autoptr (ShanhaiChartFlags) flags = shanhai_chart_flags_new (marks, 1, ask, tell, (char *) "p! a? f1! f2?");
  const ShanhaiBox marker = { 56, 46, 8, 8 };
  ShanhaiBox box, label;

  /* beside the point, on none of its label */
  g_assert_true (shanhai_chart_flags_get (flags, "p", NULL, &box));
  g_assert_false (meet (&box, &marker));
  g_assert_cmpfloat (hypot (box.x + box.width / 2 - 60, box.y + box.height / 2 - 50), <, 25);
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      label = mark->box;
      g_assert_false (mark->kind == SHANHAI_MARK_TEXT && meet (&box, &label));
    }
  g_assert_cmpstr (shanhai_chart_flags_hit (flags, box.x + box.width / 2, box.y + box.height / 2), ==, "p");
  /* on the wide band, beside the narrow one */
  g_assert_true (shanhai_chart_flags_get (flags, "f1", NULL, &box));
  g_assert_cmpstr (shanhai_marks_hit (marks, box.x + box.width / 2, box.y + box.height / 2), ==, "wide");
  g_assert_true (shanhai_chart_flags_get (flags, "f2", NULL, &box));
  g_assert_cmpfloat (fabs (box.y + box.height / 2 - 110), >, 1 + 5);
}

/* two dozen figures of every sample have a sign: none over the edge, none on a text or on another */
static void
test_samples (void)
{
  guint n_signs = 0, n_touching = 0;

  for (guint s = 0; s < n_sample_charts; s++)
    {
      g_autoptr (ShanhaiTrendChart) chart = sample_charts[s].make (false);
      g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (NULL);
      g_autoptr (ShanhaiMarks) marks = shanhai_trend_chart_layout (chart, options);
      g_autofree char *before = shanhai_marks_to_json (marks), *after = NULL;
      const char * const *keys = shanhai_marks_get_keys (marks);
      Every every = { .step = 1 + g_strv_length ((char **) keys) / 24 };
      g_autoptr (ShanhaiChartFlags) flags = shanhai_chart_flags_new (marks, 1, ask_every, tell_id, &every);

      after = shanhai_marks_to_json (marks);
      g_assert_cmpstr (before, ==, after);
      for (guint i = 0; keys[i] != NULL; i++)
        {
          ShanhaiBox box, other;

          if (!shanhai_chart_flags_get (flags, keys[i], NULL, &box))
            continue;
          n_signs++;
          g_assert_cmpfloat (box.x, >=, 0);
          g_assert_cmpfloat (box.y, >=, 0);
          g_assert_cmpfloat (box.x + box.width, <=, 800);
          g_assert_cmpfloat (box.y + box.height, <=, 600);
          for (guint k = 0; k < marks->marks->len; k++)
            {
              const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, k);

              if (mark->kind == SHANHAI_MARK_TEXT && meet (&mark->box, &box))
                {
                  g_test_message ("%s: the sign of %s lies on “%s”", sample_charts[s].name, keys[i], mark->text.string);
                  n_touching++;
                  break;
                }
            }
          for (guint k = i + 1; keys[k] != NULL; k++)
            if (shanhai_chart_flags_get (flags, keys[k], NULL, &other) && meet (&box, &other))
              n_touching++;
        }
    }

  g_test_message ("%u signs, %u touch something", n_signs, n_touching);
  g_assert_cmpuint (n_signs, >, 20);
  g_assert_cmpuint (n_touching * 50, <=, n_signs);
}

/* where the sign is opaque, and where its own colour shows (1) rather than the background's */
static GBytes *
draw (ShanhaiTheme theme,
      const char  *wanted,
      guint       *n_ink)
{
  g_autoptr (ShanhaiMarks) marks = make_marks (theme);
  g_autoptr (ShanhaiChartFlags) flags = shanhai_chart_flags_new (marks, 1, ask, tell, (char *) wanted);
  ShanhaiColour background = shanhai_palette_get_ink (theme, SHANHAI_INK_BACKGROUND);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 200);
  cairo_t *cr = cairo_create (surface);
  guint8 *grey = g_malloc (300 * 200);

  cairo_set_source_rgb (cr, (background >> 16 & 0xff) / 255., (background >> 8 & 0xff) / 255., (background & 0xff) / 255.);
  cairo_paint (cr);
  shanhai_chart_flags_draw (flags, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *n_ink = 0;
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 300; x++)
      {
        ShanhaiColour pixel = *(guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;

        grey[300 * y + x] = shanhai_colour_get_contrast (pixel, background) > 2;
        *n_ink += grey[300 * y + x];
      }
  cairo_surface_destroy (surface);

  return g_bytes_new_take (grey, 300 * 200);
}

/* in shades of grey, too, the kinds are told apart, and each is strong enough to be seen */
static void
test_looks (void)
{
  static const char * const wanted[SHANHAI_N_FLAG_KINDS] = { "f1!", "f1?", "f1." };

  for (ShanhaiTheme theme = SHANHAI_THEME_LIGHT; theme <= SHANHAI_THEME_DARK; theme++)
    {
      ShanhaiColour background = shanhai_palette_get_ink (theme, SHANHAI_INK_BACKGROUND);
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      guint n_ink;
      g_autoptr (GBytes) none = draw (theme, "", &n_ink);

      g_assert_cmpuint (n_ink, ==, 0);
      for (guint kind = 0; kind < SHANHAI_N_FLAG_KINDS; kind++)
        {
          g_ptr_array_add (pictures, draw (theme, wanted[kind], &n_ink));
          g_assert_cmpuint (n_ink, >, 40);
          g_assert_cmpfloat (shanhai_colour_get_contrast (shanhai_flag_kind_get_colour (kind, theme), background), >=, 4.5);
          for (guint other = 0; other < kind; other++)
            g_assert_false (g_bytes_equal (pictures->pdata[other], pictures->pdata[kind]));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/flags/none", test_none);
  g_test_add_func ("/charts/flags/words", test_words);
  g_test_add_func ("/charts/flags/many", test_many);
  g_test_add_func ("/charts/flags/summed-up", test_summed_up);
  g_test_add_func ("/charts/flags/places", test_places);
  g_test_add_func ("/charts/flags/samples", test_samples);
  g_test_add_func ("/charts/flags/looks", test_looks);

  return g_test_run ();
}

/* test-marks.c - data of marks: keys, records, pointing, highlighting. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-marks-builder.h"

static const ShanhaiFill fill = { .colour = 0x204080 };

/* a node, two bands one on the other, a line with a marker, a thin line, a text */
static ShanhaiMarks *
make_marks (void)
{
  ShanhaiMarksBuilder *builder = shanhai_marks_builder_new (200, 100, SHANHAI_THEME_LIGHT, SHANHAI_LANGUAGE_ENGLISH);
  const ShanhaiBezier low = { 20, 60, 60, 60, 60, 80, 100, 80 }, arc = { 120, 60, 120, 20, 180, 20, 180, 60 };
  const ShanhaiBox node = { 10, 10, 10, 80 };
  const ShanhaiStroke stroke = { 0x204080, 1, SHANHAI_DASH_NONE };
  const ShanhaiTextLook look = { .role = SHANHAI_ROLE_LABEL, .size = 12, .colour = 0 };
  const char * const records[] = { "f1", "f2", NULL };

  shanhai_marks_builder_set_title (builder, "Title", NULL);
  shanhai_marks_builder_set_description (builder, "What “it” shows:\n<all>");
  shanhai_marks_builder_add_note (builder, "A note.");
  shanhai_marks_builder_begin_datum (builder, "node", NULL, "Node", NULL);
  shanhai_marks_builder_add_rect (builder, &node, &fill);
  shanhai_marks_builder_begin_datum (builder, "band", "node", "Band", records);
  shanhai_marks_builder_add_band (builder, &low, 1, 10, SHANHAI_BAND_VERTICAL, &fill);
  shanhai_marks_builder_begin_datum (builder, "arc", NULL, NULL, NULL);
  shanhai_marks_builder_add_band (builder, &arc, 1, 4, SHANHAI_BAND_NORMAL, &fill);
  shanhai_marks_builder_begin_datum (builder, "line", NULL, NULL, NULL);
  shanhai_marks_builder_add_segment (builder, 100, 90, 190, 90, &stroke);
  shanhai_marks_builder_begin_datum (builder, "dot", "line", NULL, NULL);
  shanhai_marks_builder_add_marker (builder, SHANHAI_MARKER_CIRCLE, 150, 90, 4, &fill);
  shanhai_marks_builder_end_datum (builder);
  shanhai_marks_builder_add_text (builder, "free", 30, 20, &look);

  return shanhai_marks_builder_end (builder);
}

static void
test_hit (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks ();
  static const struct
  {
    double      x, y;
    const char *key;
  } cases[] = {
    { 15, 50, "node" },
    { 40, 62, "band" },   /* the middle of the band is at 63 there */
    { 60, 70, "band" },   /* half way */
    { 60, 76, "band" },   /* just out, within reach */
    { 60, 88, NULL },     /* out of reach */
    { 150, 30, "arc" },
    { 150, 45, NULL },    /* under the arc, in its box */
    { 110, 87, "line" },  /* 3 px off a line 1 px thin */
    { 150, 87, "dot" },
    { 153, 91, "dot" },   /* on the line too, but the marker wins */
    { 32, 16, NULL },     /* a text without a datum */
    { -50, -50, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (shanhai_marks_hit (marks, cases[i].x, cases[i].y), ==, cases[i].key);
}

static void
test_data (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks ();
  const char * const keys[] = { "node", "band", "arc", "line", "dot", NULL };
  ShanhaiBox box;
  double x, y;

  g_assert_true (g_strv_equal (shanhai_marks_get_keys (marks), keys));
  g_assert_cmpstr (shanhai_marks_find (marks, "f2"), ==, "band");
  g_assert_cmpstr (shanhai_marks_find (marks, "band"), ==, "band");
  g_assert_null (shanhai_marks_find (marks, "nobody"));
  g_assert_null (shanhai_marks_find (marks, NULL));
  g_assert_cmpstr (shanhai_marks_get_tip (marks, "f1"), ==, "Band");
  g_assert_cmpstr (shanhai_marks_get_group (marks, "band"), ==, "node");
  g_assert_null (shanhai_marks_get_group (marks, "node"));
  g_assert_cmpuint (g_strv_length ((char **) shanhai_marks_get_records (marks, "band")), ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) shanhai_marks_get_records (marks, "node")), ==, 0);
  g_assert_null (shanhai_marks_get_records (marks, "nobody"));
  g_assert_cmpstr (shanhai_marks_get_title (marks), ==, "Title");
  g_assert_cmpstr (shanhai_marks_get_subtitle (marks), ==, "");
  g_assert_cmpstr (shanhai_marks_get_notes (marks)[0], ==, "A note.");

  g_assert_true (shanhai_marks_get_bounds (marks, "node", &box));
  g_assert_cmpfloat (box.x, ==, 10);
  g_assert_cmpfloat (box.height, ==, 80);
  g_assert_false (shanhai_marks_get_bounds (marks, "nobody", &box));

  g_assert_true (shanhai_marks_get_anchor (marks, "band", &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 70, 1e-6);
  g_assert_true (shanhai_marks_get_anchor (marks, "dot", &x, &y));
  g_assert_cmpfloat (x, ==, 150);
}

static guint32
get_pixel (const ShanhaiMarks *marks,
           const char         *highlighted,
           int                 x,
           int                 y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100);
  cairo_t *cr = cairo_create (surface);
  const char * const keys[] = { highlighted, NULL };
  guint32 pixel;

  shanhai_marks_draw (marks, cr, highlighted != NULL ? keys : NULL);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixel & 0xffffff;
}

/* what is named keeps its colour, its group too, the rest fades; an unknown name changes nothing */
static void
test_highlight (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks ();

  g_assert_cmphex (get_pixel (marks, NULL, 190, 10), ==, 0xffffff);
  g_assert_cmphex (get_pixel (marks, NULL, 15, 50), ==, 0x204080);
  g_assert_cmphex (get_pixel (marks, NULL, 60, 70), ==, 0x204080);
  g_assert_cmphex (get_pixel (marks, "f1", 60, 70), ==, 0x204080);
  g_assert_cmphex (get_pixel (marks, "f1", 15, 50), ==, 0x204080);
  g_assert_cmphex (get_pixel (marks, "f1", 150, 30), !=, get_pixel (marks, NULL, 150, 30));
  g_assert_cmphex (get_pixel (marks, "dot", 60, 70), !=, 0x204080);
  g_assert_cmphex (get_pixel (marks, "nobody", 60, 70), ==, 0x204080);
}

static void
test_json (void)
{
  g_autoptr (ShanhaiMarks) marks = make_marks ();
  g_autofree char *json = shanhai_marks_to_json (marks);

  g_assert_true (g_str_has_prefix (json, "{\"extent\":[0,0,200,100],\"theme\":\"light\",\"language\":\"en\",\"title\":\"Title\""));
  g_assert_nonnull (strstr (json, "What “it” shows:\\n<all>"));
  g_assert_nonnull (strstr (json, "{\"key\":\"band\",\"group\":\"node\",\"tip\":\"Band\",\"records\":[\"f1\",\"f2\"]}"));
  g_assert_nonnull (strstr (json, "{\"kind\":\"rect\",\"datum\":\"node\",\"colour\":\"#204080\",\"box\":[10,10,20,90]}"));
  g_assert_true (g_str_has_suffix (json, "]}\n"));
}

/* every kind of texture and shape can be drawn, highlighted or not, without an error */
static void
test_shapes (void)
{
  ShanhaiMarksBuilder *builder = shanhai_marks_builder_new (200, 100, SHANHAI_THEME_DARK, SHANHAI_LANGUAGE_CHINESE);
  g_autoptr (ShanhaiMarks) marks = NULL;
  const double area[] = { 10, 10, 60, 10, 30, 40 };
  const ShanhaiBezier piece = { 0, 0, 10, 10, 20, 20, 30, 10 };
  const ShanhaiBox box = { 100, 50, 30, 30 };

  for (ShanhaiTexture texture = SHANHAI_TEXTURE_PLAIN; texture <= SHANHAI_TEXTURE_HOLLOW; texture++)
    {
      const ShanhaiFill some = { .colour = 0x808000, .opacity = 0.5, .texture = texture };
      g_autofree char *key = g_strdup_printf ("texture%d", texture);

      shanhai_marks_builder_begin_datum (builder, key, NULL, NULL, NULL);
      shanhai_marks_builder_add_area (builder, area, 3, &some);
      shanhai_marks_builder_add_rect (builder, &box, &some);
      shanhai_marks_builder_add_band (builder, &piece, 1, 5, SHANHAI_BAND_VERTICAL, &some);
      shanhai_marks_builder_add_band (builder, &piece, 1, 5, SHANHAI_BAND_NORMAL, &some);
      for (ShanhaiMarker marker = SHANHAI_MARKER_CIRCLE; marker < SHANHAI_N_MARKERS; marker++)
        shanhai_marks_builder_add_marker (builder, marker, 20 * marker, 70, 5, &some);
    }
  marks = shanhai_marks_builder_end (builder);

  g_assert_cmphex (get_pixel (marks, NULL, 190, 10), ==, shanhai_palette_get_ink (SHANHAI_THEME_DARK, SHANHAI_INK_BACKGROUND));
  g_assert_cmphex (get_pixel (marks, "texture1", 115, 65), !=, get_pixel (marks, NULL, 190, 10));
  g_assert_cmpstr (shanhai_marks_hit (marks, 30, 20), !=, NULL);
  g_assert_cmpstr (shanhai_marks_hit (marks, 60, 40), ==, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/marks/hit", test_hit);
  g_test_add_func ("/charts/marks/data", test_data);
  g_test_add_func ("/charts/marks/highlight", test_highlight);
  g_test_add_func ("/charts/marks/json", test_json);
  g_test_add_func ("/charts/marks/shapes", test_shapes);

  return g_test_run ();
}

/* shanhai-marks-builder.c - with which a layout makes its marks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The builder fills a ShanhaiMarks that nobody else sees yet; end() sorts the layers and hands it over. */

#include "shanhai-marks-private.h"

#include <math.h>

/* px around a text in which something may come to lie under its halo, a lit marker for one */
#define HALO_REACH 8.0

struct _ShanhaiMarksBuilder
{
  ShanhaiMarks *marks;
  ShanhaiLayer  layer;
  int           datum;
};

static void
clear_mark (void *data)
{
  ShanhaiMark *mark = data;

  g_free (mark->xy);
  if (mark->kind == SHANHAI_MARK_TEXT)
    g_free (mark->text.string);
}

static void
clear_datum (void *data)
{
  ShanhaiDatum *datum = data;

  g_free (datum->key);
  g_free (datum->tip);
  g_free (datum->group_key);
  g_strfreev (datum->records);
}

ShanhaiMarksBuilder *
shanhai_marks_builder_new (double           width,
                           double           height,
                           ShanhaiTheme     theme,
                           ShanhaiLanguage  language)
{
  ShanhaiMarksBuilder *self = g_new0 (ShanhaiMarksBuilder, 1);
  ShanhaiMarks *marks = g_atomic_rc_box_new0 (ShanhaiMarks);

  marks->width = width;
  marks->height = height;
  marks->theme = theme;
  marks->language = language;
  marks->title = g_strdup ("");
  marks->subtitle = g_strdup ("");
  marks->description = g_strdup ("");
  marks->notes = g_ptr_array_new_with_free_func (g_free);
  marks->keys = g_ptr_array_new ();
  marks->data = g_array_new (FALSE, TRUE, sizeof (ShanhaiDatum));
  g_array_set_clear_func (marks->data, clear_datum);
  marks->marks = g_array_new (FALSE, TRUE, sizeof (ShanhaiMark));
  g_array_set_clear_func (marks->marks, clear_mark);
  marks->index = g_hash_table_new (g_str_hash, g_str_equal);

  self->marks = marks;
  self->datum = -1;
  return self;
}

void
shanhai_marks_builder_free (ShanhaiMarksBuilder *self)
{
  g_clear_pointer (&self->marks, shanhai_marks_unref);
  g_free (self);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const ShanhaiMark *x = a, *y = b;

  if (x->layer != y->layer)
    return x->layer < y->layer ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

/* Keys come before record ids: a point that is a record of its own is found before the band that it is also counted in. */
static void
index_data (ShanhaiMarks *marks)
{
  for (guint i = 0; i < marks->data->len; i++)
    {
      ShanhaiDatum *datum = &g_array_index (marks->data, ShanhaiDatum, i);

      g_ptr_array_add (marks->keys, datum->key);
      datum->group = -1;
      if (datum->group_key != NULL)
        datum->group = (int) GPOINTER_TO_UINT (g_hash_table_lookup (marks->index, datum->group_key)) - 1;
    }

  for (guint i = 0; i < marks->data->len; i++)
    {
      ShanhaiDatum *datum = &g_array_index (marks->data, ShanhaiDatum, i);

      for (char **record = datum->records; *record != NULL; record++)
        if (!g_hash_table_contains (marks->index, *record))
          g_hash_table_insert (marks->index, *record, GUINT_TO_POINTER (i + 1));
    }
}

static bool
has_company (const ShanhaiMarks *marks,
             const ShanhaiBox   *box)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind != SHANHAI_MARK_TEXT && mark->kind != SHANHAI_MARK_HIT &&
          mark->box.x < box->x + box->width + HALO_REACH && box->x < mark->box.x + mark->box.width + HALO_REACH &&
          mark->box.y < box->y + box->height + HALO_REACH && box->y < mark->box.y + mark->box.height + HALO_REACH)
        return true;
    }

  return false;
}

/* A halo on the bare page can't be seen, but its outlines fill most of an SVG. */
static void
drop_idle_halos (ShanhaiMarks *marks)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_TEXT && mark->text.look.halo)
        mark->text.look.halo = has_company (marks, &mark->box);
    }
}

/**
 * shanhai_marks_builder_end:
 * @self: (transfer full): the builder
 *
 * Returns: (transfer full): the finished marks
 */
ShanhaiMarks *
shanhai_marks_builder_end (ShanhaiMarksBuilder *self)
{
  ShanhaiMarks *marks = g_steal_pointer (&self->marks);

  g_array_sort (marks->marks, compare_marks);
  drop_idle_halos (marks);
  index_data (marks);
  g_ptr_array_add (marks->keys, NULL);
  g_ptr_array_add (marks->notes, NULL);

  shanhai_marks_builder_free (self);
  return marks;
}

void
shanhai_marks_builder_set_title (ShanhaiMarksBuilder *self,
                                 const char          *title,
                                 const char          *subtitle)
{
  g_free (self->marks->title);
  g_free (self->marks->subtitle);
  self->marks->title = g_strdup (title != NULL ? title : "");
  self->marks->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
}

void
shanhai_marks_builder_set_description (ShanhaiMarksBuilder *self,
                                       const char          *description)
{
  g_free (self->marks->description);
  self->marks->description = g_strdup (description);
}

void
shanhai_marks_builder_add_note (ShanhaiMarksBuilder *self,
                                const char          *note)
{
  g_ptr_array_add (self->marks->notes, g_strdup (note));
}

void
shanhai_marks_builder_begin_datum (ShanhaiMarksBuilder *self,
                                   const char          *key,
                                   const char          *group,
                                   const char          *tip,
                                   const char * const  *records)
{
  static const char * const none[] = { NULL };
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks->index, key));
  ShanhaiDatum datum = { 0 };

  if (known != 0)
    {
      self->datum = (int) known - 1;
      return;
    }

  datum.key = g_strdup (key);
  datum.group_key = g_strdup (group);
  datum.tip = g_strdup (tip);
  datum.records = g_strdupv ((char **) (records != NULL ? records : none));
  g_array_append_val (self->marks->data, datum);
  g_hash_table_insert (self->marks->index, datum.key, GUINT_TO_POINTER (self->marks->data->len));
  self->datum = (int) self->marks->data->len - 1;
}

void
shanhai_marks_builder_end_datum (ShanhaiMarksBuilder *self)
{
  self->datum = -1;
}

void
shanhai_marks_builder_set_layer (ShanhaiMarksBuilder *self,
                                 ShanhaiLayer         layer)
{
  self->layer = layer;
}

/* `xy` is copied; the box is that of the points, grown by `reach` */
static ShanhaiMark *
add_mark (ShanhaiMarksBuilder *self,
          ShanhaiMarkKind      kind,
          ShanhaiLayer         usual,
          const double        *xy,
          guint                n,
          double               reach)
{
  ShanhaiMark mark = { .kind = kind, .datum = self->datum };
  double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;

  for (guint i = 0; i + 1 < n; i += 2)
    {
      x0 = MIN (x0, xy[i]);
      x1 = MAX (x1, xy[i]);
      y0 = MIN (y0, xy[i + 1]);
      y1 = MAX (y1, xy[i + 1]);
    }

  mark.layer = self->layer == SHANHAI_LAYER_AUTO || kind == SHANHAI_MARK_TEXT ? usual : self->layer;
  mark.order = self->marks->marks->len;
  mark.xy = g_memdup2 (xy, n * sizeof *xy);
  mark.n = n;
  if (n >= 2)
    mark.box = (ShanhaiBox) { x0 - reach, y0 - reach, x1 - x0 + 2 * reach, y1 - y0 + 2 * reach };
  g_array_append_val (self->marks->marks, mark);

  return &g_array_index (self->marks->marks, ShanhaiMark, mark.order);
}

static ShanhaiFill
complete (const ShanhaiFill *fill)
{
  ShanhaiFill full = *fill;

  if (full.opacity <= 0)
    full.opacity = 1;
  return full;
}

static void
add_box (ShanhaiMarksBuilder *self,
         ShanhaiMarkKind      kind,
         const ShanhaiBox    *box,
         const ShanhaiFill   *fill)
{
  const double xy[] = { box->x, box->y, box->x + box->width, box->y + box->height };
  ShanhaiMark *mark = add_mark (self, kind, SHANHAI_LAYER_AREA, xy, 4, 0);

  if (fill != NULL)
    mark->fill = complete (fill);
}

void
shanhai_marks_builder_add_rect (ShanhaiMarksBuilder *self,
                                const ShanhaiBox    *box,
                                const ShanhaiFill   *fill)
{
  add_box (self, SHANHAI_MARK_RECT, box, fill);
}

void
shanhai_marks_builder_add_hit_box (ShanhaiMarksBuilder *self,
                                   const ShanhaiBox    *box)
{
  add_box (self, SHANHAI_MARK_HIT, box, NULL);
}

void
shanhai_marks_builder_add_area (ShanhaiMarksBuilder *self,
                                const double        *xy,
                                guint                n,
                                const ShanhaiFill   *fill)
{
  g_return_if_fail (n >= 3);

  add_mark (self, SHANHAI_MARK_AREA, SHANHAI_LAYER_AREA, xy, 2 * n, 0)->fill = complete (fill);
}

void
shanhai_marks_builder_add_line (ShanhaiMarksBuilder *self,
                                const double        *xy,
                                guint                n,
                                const ShanhaiStroke *stroke)
{
  g_return_if_fail (n >= 2);

  add_mark (self, SHANHAI_MARK_LINE, SHANHAI_LAYER_LINE, xy, 2 * n, stroke->width / 2)->stroke = *stroke;
}

void
shanhai_marks_builder_add_segment (ShanhaiMarksBuilder *self,
                                   double               x0,
                                   double               y0,
                                   double               x1,
                                   double               y1,
                                   const ShanhaiStroke *stroke)
{
  const double xy[] = { x0, y0, x1, y1 };

  shanhai_marks_builder_add_line (self, xy, 2, stroke);
}

void
shanhai_marks_builder_add_band (ShanhaiMarksBuilder *self,
                                const ShanhaiBezier *pieces,
                                guint                n,
                                double               thickness,
                                ShanhaiBandShape     shape,
                                const ShanhaiFill   *fill)
{
  ShanhaiMark *mark;

  g_return_if_fail (n >= 1);

  /* control points bound the curve; good enough for a box, and exact for the bands of a flow diagram */
  mark = add_mark (self, SHANHAI_MARK_BAND, SHANHAI_LAYER_AREA, &pieces[0].x0, 8 * n, 0);
  mark->fill = complete (fill);
  mark->band.thickness = thickness;
  mark->band.shape = shape;
  mark->box.y -= thickness / 2;
  mark->box.height += thickness;
  if (shape == SHANHAI_BAND_NORMAL)
    {
      mark->box.x -= thickness / 2;
      mark->box.width += thickness;
    }
}

void
shanhai_marks_builder_add_marker (ShanhaiMarksBuilder *self,
                                  ShanhaiMarker        marker,
                                  double               x,
                                  double               y,
                                  double               radius,
                                  const ShanhaiFill   *fill)
{
  const double xy[] = { x, y };
  ShanhaiMark *mark = add_mark (self, SHANHAI_MARK_MARKER, SHANHAI_LAYER_MARK, xy, 2, radius * 1.3);

  mark->fill = complete (fill);
  mark->marker.shape = marker;
  mark->marker.radius = radius;
}

ShanhaiBox
shanhai_marks_builder_measure (ShanhaiMarksBuilder   *self,
                               const char            *text,
                               double                 x,
                               double                 y,
                               const ShanhaiTextLook *look)
{
  ShanhaiTextStyle style = { look->size, look->bold, self->marks->language };
  double width = shanhai_text_layout_get_width (text, &style);

  if (look->anchor == SHANHAI_ANCHOR_MIDDLE)
    x -= width / 2;
  else if (look->anchor == SHANHAI_ANCHOR_END)
    x -= width;

  return (ShanhaiBox) {
    x,
    y - SHANHAI_TEXT_ASCENT * look->size,
    width,
    (SHANHAI_TEXT_ASCENT + SHANHAI_TEXT_DESCENT) * look->size,
  };
}

void
shanhai_marks_builder_add_text (ShanhaiMarksBuilder   *self,
                                const char            *text,
                                double                 x,
                                double                 y,
                                const ShanhaiTextLook *look)
{
  ShanhaiBox box;
  double xy[2];
  ShanhaiMark *mark;

  if (text == NULL || *text == '\0')
    return;

  box = shanhai_marks_builder_measure (self, text, x, y, look);
  xy[0] = box.x;
  xy[1] = y;
  mark = add_mark (self, SHANHAI_MARK_TEXT, SHANHAI_LAYER_TEXT, xy, 2, 0);
  mark->box = box;
  mark->text.string = g_strdup (text);
  mark->text.look = *look;
}

ShanhaiTheme
shanhai_marks_builder_get_theme (ShanhaiMarksBuilder *self)
{
  return self->marks->theme;
}

ShanhaiLanguage
shanhai_marks_builder_get_language (ShanhaiMarksBuilder *self)
{
  return self->marks->language;
}

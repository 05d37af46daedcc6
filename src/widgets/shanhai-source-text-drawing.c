/* shanhai-source-text-drawing.c - the grounds and lines of the figures in a source's text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures aren't tagged: thirty thousand tags in a megabyte take the buffer seconds. Their ground and their line are drawn under and over the text, for those
 * alone that can be seen. Where they are in a line of the buffer GTK tells by walking the line, which takes half a frame for one of two thousand characters; so
 * that is asked once for each line, and kept until the text is laid out otherwise. */

#include "shanhai-config.h"

#include "shanhai-source-text-private.h"

#include "shanhai-display.h"
#include "shanhai-mark-look.h"

/* px: how far under the figure its line is */
#define LINE_GAP 1
/* lines that are kept: more than are on a screen */
#define MAX_LINES 128

/* a figure that is broken over lines of the screen has one for each of them */
typedef struct
{
  guint        mark;
  GdkRectangle box;   /* px, in the buffer, from the top of its line */
} Part;

static const ShanhaiMarkLook *
get_look (guint kind)
{
  return shanhai_mark_look_get (shanhai_display_get_theme (shanhai_display_get_default ()), kind);
}

void
shanhai_source_text_set_looks (ShanhaiSourceText *self)
{
  const ShanhaiMarkLook *look = get_look (SHANHAI_MARK_LOOK_SELECTED);

  if (self->selected_tag != NULL)
    g_object_set (self->selected_tag, "background", look->background, "foreground", look->foreground, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const ShanhaiTextMark *
shanhai_source_text_get_marks (ShanhaiSourceText *self,
                               guint             *n_marks)
{
  *n_marks = 0;
  return self->figures != NULL ? shanhai_source_figures_get_marks (self->figures, n_marks) : NULL;
}

/* the parts of a mark that are in the line of the buffer between those offsets */
static void
add_parts (ShanhaiSourceText     *self,
           GArray                *parts,
           guint                  index,
           const ShanhaiTextMark *mark,
           int                    top)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start, end;

  shanhai_source_text_get_span (self, mark->start, mark->end, &start, &end);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter stop = start, last;
      GdkRectangle from, to;
      Part part = { .mark = index };

      if (!gtk_text_view_forward_display_line (view, &stop) || gtk_text_iter_compare (&stop, &end) > 0)
        stop = end;
      last = stop;
      gtk_text_iter_backward_char (&last);
      gtk_text_view_get_iter_location (view, &start, &from);
      gtk_text_view_get_iter_location (view, &last, &to);
      part.box = (GdkRectangle) { from.x, from.y - top, to.x + to.width - from.x, from.height };
      g_array_append_val (parts, part);
      start = stop;
    }
}

/* (transfer none) (element-type Part): of the line that begins at @iter; @top: its y */
static GArray *
ensure_parts (ShanhaiSourceText *self,
              const GtkTextIter *iter,
              int                top)
{
  gpointer line = GINT_TO_POINTER (gtk_text_iter_get_line (iter));
  GArray *parts = g_hash_table_lookup (self->parts, line);
  GtkTextIter next = *iter;
  gint64 begin, end;
  guint n_marks;
  const ShanhaiTextMark *marks = shanhai_source_text_get_marks (self, &n_marks);

  if (parts != NULL)
    return parts;

  if (g_hash_table_size (self->parts) >= MAX_LINES)
    g_hash_table_remove_all (self->parts);
  parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_hash_table_insert (self->parts, line, parts);
  begin = shanhai_source_text_to_text (self, gtk_text_iter_get_offset (iter));
  if (!gtk_text_iter_forward_line (&next))
    gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &next);
  end = shanhai_source_text_to_text (self, gtk_text_iter_get_offset (&next));
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].start >= begin && marks[i].start < end)
      add_parts (self, parts, i, &marks[i], top);
  return parts;
}

static void
draw_part (GtkTextViewLayer       layer,
           GtkSnapshot           *snapshot,
           const GdkRectangle    *box,
           int                    top,
           const ShanhaiMarkLook *look)
{
  const int y = top + box->y;

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      GdkRGBA colour;

      gdk_rgba_parse (&colour, look->background);
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT ((float) box->x, (float) y, (float) box->width, (float) box->height));
    }
  else
    shanhai_mark_look_draw_line (look, snapshot, box->x, y + box->height + LINE_GAP, box->width);
}

/* the figures of one line of the buffer, that which is selected or all others */
static void
draw_line (ShanhaiSourceText  *self,
           GtkTextViewLayer    layer,
           GtkSnapshot        *snapshot,
           const GtkTextIter  *iter,
           int                 top,
           const GdkRectangle *visible,
           bool                selected)
{
  GArray *parts = ensure_parts (self, iter, top);
  guint n_marks;
  const ShanhaiTextMark *marks = shanhai_source_text_get_marks (self, &n_marks);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const int y = top + part->box.y;

      if ((part->mark == self->selected) == selected && y <= visible->y + visible->height && y + part->box.height + 4 >= visible->y)
        draw_part (layer, snapshot, &part->box, top, get_look (selected ? SHANHAI_MARK_LOOK_SELECTED : marks[part->mark].state));
    }
}

/* Pango's own underlines jump between the fonts of figures and characters, and know no dashes. */
void
shanhai_source_text_snapshot_layer (GtkTextView      *view,
                                    GtkTextViewLayer  layer,
                                    GtkSnapshot      *snapshot)
{
  ShanhaiSourceText *self = SHANHAI_SOURCE_TEXT (view);
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (view, &visible);
  /* the selected figure over those that it stands among */
  for (int selected = 0; selected < 2; selected++)
    {
      GtkTextIter iter;

      gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
      do
        {
          int top, height;

          gtk_text_view_get_line_yrange (view, &iter, &top, &height);
          /* Those below the screen may have no height yet, and would get it by being asked: while the window is drawn nothing may move. */
          if (top >= visible.y + visible.height || height == 0)
            break;
          draw_line (self, layer, snapshot, &iter, top, &visible, selected == 1);
        }
      while (gtk_text_iter_forward_line (&iter));
    }
}

void
shanhai_source_text_drop_parts (ShanhaiSourceText *self)
{
  g_hash_table_remove_all (self->parts);
}

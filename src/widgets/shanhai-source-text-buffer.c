/* shanhai-source-text-buffer.c - the text of a source in the buffer: lines that aren't too long, slice by slice. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line as long as a book would be laid out as one paragraph, and the window would stand still for that long. So the buffer breaks long lines at ends of
 * sentences, and offsets of the text and of the buffer are told apart. And it gets a long text in slices, between frames: what is beyond the last one isn't drawn
 * yet, and comes at once when the selection goes there. */

#include "shanhai-config.h"

#include "shanhai-source-text-private.h"

#include <string.h>

#include "shanhai-pango-language.h"

/* characters of a line from which on it is broken, at the next end of a sentence or anywhere soon */
#define LONG_LINE 1500
#define LONGEST_LINE 2000
/* bytes that the buffer gets at once */
#define SLICE (64 * 1024)

static char *
break_lines (ShanhaiSourceText *self,
             const char        *text)
{
  GString *broken = g_string_sized_new (strlen (text) + 1);
  const char *copied = text;  /* up to here */
  gint64 offset = 0;
  guint n = 0;

  g_array_set_size (self->breaks, 0);
  for (const char *p = text; *p != '\0'; offset++, n++)
    {
      const char *next = g_utf8_next_char (p);

      if (*p == '\n')
        n = 0;
      if (n >= LONG_LINE && (n >= LONGEST_LINE || *p == '.' || g_str_has_prefix (p, "。") || g_str_has_prefix (p, "；")))
        {
          const gint64 at = offset + 1;

          g_array_append_val (self->breaks, at);
          g_string_append_len (broken, copied, next - copied);
          g_string_append_c (broken, '\n');
          copied = next;
          n = 0;
        }
      p = next;
    }
  g_string_append (broken, copied);
  return g_string_free (broken, FALSE);
}

/* of @count breaks the first at which the text, or the buffer, is behind @offset */
static guint
count_breaks (ShanhaiSourceText *self,
              gint64             offset,
              bool               of_buffer)
{
  guint low = 0, high = self->breaks->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const gint64 at = g_array_index (self->breaks, gint64, middle);

      if (of_buffer ? at + middle < offset : at <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gint64
shanhai_source_text_to_text (ShanhaiSourceText *self,
                             gint64             offset)
{
  return offset - count_breaks (self, offset, true);
}

/* both ends of a span of the text; it holds at least a character */
void
shanhai_source_text_get_span (ShanhaiSourceText *self,
                              gint64             start,
                              gint64             end,
                              GtkTextIter       *from,
                              GtkTextIter       *to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, from, (int) (start + count_breaks (self, start, false)));
  gtk_text_buffer_get_iter_at_offset (buffer, to, (int) (end + count_breaks (self, end - 1, false)));
}

/* the next slice, at the end of the buffer */
static void
fill (ShanhaiSourceText *self,
      GtkTextBuffer     *buffer)
{
  const char *from = self->broken + self->n_filled;
  gsize length = strlen (from);
  GtkTextIter end, cursor;
  int place;

  if (length > SLICE)
    {
      length = SLICE;
      while ((from[length] & 0xc0) == 0x80)
        length++;
    }
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  place = gtk_text_iter_is_end (&cursor) && !gtk_text_buffer_get_has_selection (buffer) ? gtk_text_iter_get_offset (&cursor) : -1;
  gtk_text_buffer_get_end_iter (buffer, &end);
  self->is_selecting = true;
  gtk_text_buffer_insert_with_tags (buffer, &end, from, (int) length, self->whole_tag, NULL);
  /* a cursor at the end would go along */
  if (place >= 0)
    {
      gtk_text_buffer_get_iter_at_offset (buffer, &cursor, place);
      gtk_text_buffer_place_cursor (buffer, &cursor);
    }
  self->is_selecting = false;
  /* its last line may go on */
  shanhai_source_text_drop_parts (self);
  self->n_filled += length;
  if (self->broken[self->n_filled] == '\0')
    g_clear_pointer (&self->broken, g_free);
}

static gboolean
fill_cb (gpointer data)
{
  ShanhaiSourceText *self = data;

  fill (self, gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->broken != NULL)
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

void
shanhai_source_text_stop_filling (ShanhaiSourceText *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->broken, g_free);
}

/* @end: of the text */
void
shanhai_source_text_fill_up_to (ShanhaiSourceText *self,
                                gint64             end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  while (self->broken != NULL && gtk_text_buffer_get_char_count (buffer) < end + count_breaks (self, end, false) + 1)
    fill (self, buffer);
  if (self->broken == NULL)
    shanhai_source_text_stop_filling (self);
}

GtkTextBuffer *
shanhai_source_text_new_buffer (ShanhaiSourceText *self)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start;
  PangoLanguage *language;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  self->whole_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->selected_tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  shanhai_source_text_set_looks (self);
  if (self->figures == NULL)
    return buffer;

  self->broken = break_lines (self, shanhai_source_figures_get_text (self->figures));
  self->n_filled = 0;
  language = shanhai_pango_language_for_source (shanhai_source_get_language (shanhai_source_figures_get_source (self->figures)));
  if (language != NULL)
    g_object_set (self->whole_tag, "language", pango_language_to_string (language), NULL);
  fill (self, buffer);
  if (self->broken != NULL)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  return buffer;
}

/* shanhai-brief-pages.c - breaks a brief into pages and draws them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heading stays with what follows it, and the head of a table is there again on each page that the table goes on to. */

#include "shanhai-config.h"

#include "shanhai-brief-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#define POINTS_PER_PX 0.75
#define FOOTER_SIZE 10.0
/* pieces that are looked ahead at for a page break */
#define MAX_KEPT 4

static void
piece_free (gpointer data)
{
  ShanhaiPiece *self = data;

  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->marks, shanhai_marks_unref);
  g_free (self);
}

static void
clear_cell (gpointer data)
{
  g_strfreev (((ShanhaiBriefCell *) data)->lines);
}

double
shanhai_brief_get_room (ShanhaiBrief *self)
{
  return self->width - 2 * self->margin;
}

ShanhaiPiece *
shanhai_brief_add_piece (ShanhaiBrief     *self,
                         ShanhaiPieceKind  kind)
{
  ShanhaiPiece *piece = g_new0 (ShanhaiPiece, 1);

  if (self->pieces == NULL)
    self->pieces = g_ptr_array_new_with_free_func (piece_free);
  piece->kind = kind;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

void
shanhai_brief_add_cell (ShanhaiPiece           *piece,
                        const char             *text,
                        double                  x,
                        double                  width,
                        bool                    is_end,
                        const ShanhaiTextStyle *style,
                        ShanhaiInk              ink,
                        int                     max_lines)
{
  ShanhaiBriefCell cell = {
    .lines = shanhai_text_layout_wrap (text, style, width, max_lines), .x = x, .width = width, .is_end = is_end, .style = *style, .ink = ink,
  };

  if (piece->cells == NULL)
    {
      piece->cells = g_array_new (false, false, sizeof (ShanhaiBriefCell));
      g_array_set_clear_func (piece->cells, clear_cell);
    }
  g_array_append_val (piece->cells, cell);
  piece->height = MAX (piece->height, g_strv_length (cell.lines) * style->size * SHANHAI_TEXT_LINE);
}

/* ---- pages ---------------------------------------------------------------------------------- */

static const ShanhaiPiece *
get_piece (ShanhaiBrief *self,
           guint         index)
{
  return g_ptr_array_index (self->pieces, index);
}

/* of a piece and those that must stay with it */
static double
get_kept_height (ShanhaiBrief *self,
                 guint         index)
{
  double height = get_piece (self, index)->height;

  for (guint n = 0; n < MAX_KEPT && get_piece (self, index)->keep && index + 1 < self->pieces->len; n++)
    height += get_piece (self, ++index)->height;

  return height;
}

static void
place (GArray *page,
       guint   piece,
       double *y,
       double  height)
{
  ShanhaiPlacedPiece placed = { piece, *y };

  g_array_append_val (page, placed);
  *y += height;
}

void
shanhai_brief_make_pages (ShanhaiBrief *self)
{
  const double top = self->margin, bottom = self->height - self->margin - 2 * FOOTER_SIZE;
  GArray *page = g_array_new (false, false, sizeof (ShanhaiPlacedPiece));
  double y = top;
  int head = -1;

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->pages, page);
  for (guint i = 0; self->pieces != NULL && i < self->pieces->len; i++)
    {
      const ShanhaiPiece *piece = get_piece (self, i);

      if (piece->kind == SHANHAI_PIECE_BREAK)
        {
          head = -1;
          continue;
        }
      if (y > top && y + get_kept_height (self, i) > bottom)
        {
          page = g_array_new (false, false, sizeof (ShanhaiPlacedPiece));
          g_ptr_array_add (self->pages, page);
          y = top;
          if (head >= 0 && !piece->is_head)
            place (page, (guint) head, &y, get_piece (self, (guint) head)->height);
        }
      /* no page begins with a gap */
      if (piece->kind == SHANHAI_PIECE_GAP && y == top)
        continue;
      if (piece->is_head)
        head = (int) i;
      place (page, i, &y, piece->height);
    }
}

guint
shanhai_brief_get_n_pages (ShanhaiBrief *self)
{
  return self->pages->len;
}

/* ---- drawing -------------------------------------------------------------------------------- */

static void
set_ink (cairo_t    *cr,
         ShanhaiInk  ink)
{
  const ShanhaiColour colour = shanhai_palette_get_ink (SHANHAI_THEME_LIGHT, ink);

  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
draw_text (cairo_t                *cr,
           const char             *text,
           const ShanhaiTextStyle *style,
           double                  x,
           double                  width,
           bool                    is_end,
           double                  top)
{
  if (is_end)
    x += width - shanhai_text_layout_get_width (text, style);
  shanhai_text_layout_show (cr, text, style, x, top + style->size);
}

static void
draw_piece (ShanhaiBrief       *self,
            cairo_t            *cr,
            const ShanhaiPiece *piece,
            double              y)
{
  if (piece->kind == SHANHAI_PIECE_CHART)
    {
      cairo_save (cr);
      cairo_translate (cr, self->margin, y);
      shanhai_marks_draw (piece->marks, cr, NULL);
      cairo_restore (cr);
    }

  for (guint i = 0; piece->cells != NULL && i < piece->cells->len; i++)
    {
      const ShanhaiBriefCell *cell = &g_array_index (piece->cells, ShanhaiBriefCell, i);
      double top = y;

      set_ink (cr, cell->ink);
      for (char **line = cell->lines; *line != NULL; line++, top += cell->style.size * SHANHAI_TEXT_LINE)
        draw_text (cr, *line, &cell->style, self->margin + cell->x, cell->width, cell->is_end, top);
    }

  if (piece->rule)
    {
      set_ink (cr, piece->is_head ? SHANHAI_INK_AXIS : SHANHAI_INK_GRID);
      cairo_set_line_width (cr, 0.75);
      cairo_move_to (cr, self->margin, y + piece->height - 2);
      cairo_rel_line_to (cr, shanhai_brief_get_room (self), 0);
      cairo_stroke (cr);
    }
}

void
shanhai_brief_draw_page (ShanhaiBrief *self,
                         cairo_t      *cr,
                         guint         page)
{
  const ShanhaiTextStyle style = { FOOTER_SIZE, false, self->language };
  const double foot = self->height - self->margin - FOOTER_SIZE;
  g_autofree char *number = NULL;
  GArray *placed;

  g_return_if_fail (page < self->pages->len);

  placed = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < placed->len; i++)
    {
      const ShanhaiPlacedPiece *one = &g_array_index (placed, ShanhaiPlacedPiece, i);

      draw_piece (self, cr, get_piece (self, one->piece), one->y);
    }

  /* Translators: number of a page, and how many there are */
  number = g_strdup_printf (shanhai_words_context (self->words, "page", "%u of %u"), page + 1, self->pages->len);
  set_ink (cr, SHANHAI_INK_SECONDARY);
  draw_text (cr, number, &style, self->margin, shanhai_brief_get_room (self), true, foot);
  draw_text (cr, self->footer, &style, self->margin, shanhai_brief_get_room (self), false, foot);
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         n)
{
  g_byte_array_append (data, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
shanhai_brief_to_pdf (ShanhaiBrief  *self,
                      GError       **error)
{
  const char *date = self->date != NULL ? self->date : "1970-01-01T00:00:00Z";
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, raw, self->width * POINTS_PER_PX, self->height * POINTS_PER_PX);
  cairo_status_t status;
  cairo_t *cr;

  /* without a date Cairo would take the clock's */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Shanhai");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);

  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PX, POINTS_PER_PX);
  for (guint i = 0; i < self->pages->len; i++)
    {
      shanhai_brief_draw_page (self, cr, i);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages couldn’t be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&raw));
}

void
shanhai_brief_free (ShanhaiBrief *self)
{
  g_free (self->title);
  g_free (self->footer);
  g_free (self->date);
  g_clear_pointer (&self->words, shanhai_words_unref);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self);
}

/* shanhai-chart-export.c - marks as SVG, PNG or PDF. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is made in memory first: what fails leaves no file behind. */

#include "shanhai-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "shanhai-chart-svg.h"
#include "shanhai-marks-private.h"

/* Cairo's pictures end at 32 767 px a side; 400 million pixels are 1.6 GB */
#define MAX_SIDE 32767.0
#define MAX_PIXELS 4e8
#define POINTS_PER_PX 0.75

static const struct
{
  const char *ending;
  const char *mime;
} formats[] = {
  [SHANHAI_CHART_FORMAT_SVG] = { "svg", "image/svg+xml" },
  [SHANHAI_CHART_FORMAT_PNG] = { "png", "image/png" },
  [SHANHAI_CHART_FORMAT_PDF] = { "pdf", "application/pdf" },
};

G_DEFINE_QUARK (shanhai-chart-export-error-quark, shanhai_chart_export_error)

/**
 * shanhai_chart_format_from_name:
 * @name: a file's name or just an ending
 * @out: (out): the format
 * @error: SHANHAI_CHART_EXPORT_ERROR_FORMAT when the ending isn't known
 *
 * Returns: whether the ending is known
 */
bool
shanhai_chart_format_from_name (const char          *name,
                                ShanhaiChartFormat  *out,
                                GError             **error)
{
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot + 1 : name;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (ending, formats[i].ending) == 0)
      {
        *out = (ShanhaiChartFormat) i;
        return true;
      }

  g_set_error (error,
               SHANHAI_CHART_EXPORT_ERROR,
               SHANHAI_CHART_EXPORT_ERROR_FORMAT,
               /* Translators: %s is the name of a file */
               _("“%s” is not the name of a chart file: let it end in .svg, .png or .pdf"),
               name);
  return false;
}

const char *
shanhai_chart_format_get_ending (ShanhaiChartFormat format)
{
  return formats[format].ending;
}

const char *
shanhai_chart_format_get_mime (ShanhaiChartFormat format)
{
  return formats[format].mime;
}

static cairo_status_t
append_cb (void                *data,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static bool
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return true;

  g_set_error (error,
               SHANHAI_CHART_EXPORT_ERROR,
               SHANHAI_CHART_EXPORT_ERROR_DRAWING,
               /* Translators: %s is Cairo's message */
               _("The chart can’t be drawn: %s"),
               cairo_status_to_string (status));
  return false;
}

static bool
check_size (double    width,
            double    height,
            GError  **error)
{
  if (width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS)
    return true;

  g_set_error (error,
               SHANHAI_CHART_EXPORT_ERROR,
               SHANHAI_CHART_EXPORT_ERROR_SIZE,
               _("A chart of %.0f × %.0f pixels can’t be made: each side must be 1 to %.0f, and both together at most %.0f million pixels"),
               width,
               height,
               MAX_SIDE,
               MAX_PIXELS / 1e6);
  return false;
}

/* draws, closes the surface and takes it over */
static bool
draw_and_finish (const ShanhaiMarks  *marks,
                 cairo_surface_t     *surface,
                 double               scale,
                 bool                 with_texts,
                 GError             **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  shanhai_marks_draw_parts (marks, cr, NULL, with_texts);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return check_status (status, error);
}

static GBytes *
export_svg (const ShanhaiMarks        *marks,
            const ShanhaiChartExport  *export_as,
            GError                   **error)
{
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, raw, marks->width, marks->height);
  GString *svg;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (!draw_and_finish (marks, surface, 1, !export_as->text_as_text, error))
    return NULL;

  svg = shanhai_chart_svg_finish (marks, (const char *) raw->data, raw->len, export_as->text_as_text);
  return g_string_free_to_bytes (svg);
}

static GBytes *
export_png (const ShanhaiMarks        *marks,
            const ShanhaiChartExport  *export_as,
            GError                   **error)
{
  double scale = export_as->scale > 0 ? export_as->scale : 1;
  double width = round (marks->width * scale), height = round (marks->height * scale);
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (!check_size (width, height, error))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, width / marks->width, height / marks->height);
  shanhai_marks_draw (marks, cr, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, raw);
  cairo_surface_destroy (surface);

  if (!check_status (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&raw));
}

/* Without a date Cairo would take the clock's. */
static void
set_metadata (cairo_surface_t          *surface,
              const ShanhaiMarks       *marks,
              const ShanhaiChartExport *export_as)
{
  const char *date = export_as->date != NULL ? export_as->date : "1970-01-01T00:00:00Z";

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, marks->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, marks->subtitle);
  if (export_as->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, export_as->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Shanhai");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static GBytes *
export_pdf (const ShanhaiMarks        *marks,
            const ShanhaiChartExport  *export_as,
            GError                   **error)
{
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, raw, marks->width * POINTS_PER_PX,
                                                                  marks->height * POINTS_PER_PX);

  set_metadata (surface, marks, export_as);
  if (!draw_and_finish (marks, surface, POINTS_PER_PX, true, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&raw));
}

/**
 * shanhai_chart_export_to_bytes:
 * @marks: a chart
 * @export_as: format and what goes with it
 * @error: SHANHAI_CHART_EXPORT_ERROR
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *
shanhai_chart_export_to_bytes (const ShanhaiMarks        *marks,
                               const ShanhaiChartExport  *export_as,
                               GError                   **error)
{
  if (!check_size (marks->width, marks->height, error))
    return NULL;

  switch (export_as->format)
    {
    case SHANHAI_CHART_FORMAT_SVG:
      return export_svg (marks, export_as, error);

    case SHANHAI_CHART_FORMAT_PNG:
      return export_png (marks, export_as, error);

    case SHANHAI_CHART_FORMAT_PDF:
      return export_pdf (marks, export_as, error);

    default:
      g_return_val_if_reached (NULL);
    }
}

bool
shanhai_chart_export_to_stream (const ShanhaiMarks        *marks,
                                const ShanhaiChartExport  *export_as,
                                GOutputStream             *stream,
                                GCancellable              *cancellable,
                                GError                   **error)
{
  g_autoptr (GBytes) bytes = shanhai_chart_export_to_bytes (marks, export_as, error);

  return bytes != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                       cancellable, error)
         && g_output_stream_flush (stream, cancellable, error);
}

/* A rename would put a file in the place of a device or of a link; so links are followed first. */
static bool
write_path (const char    *path,
            GBytes        *bytes,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *target = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      char *real = realpath (path, NULL);

      target = g_strdup (real != NULL ? real : path);
      free (real);
    }
  else
    target = g_strdup (path);

  if (g_file_test (target, G_FILE_TEST_EXISTS) && !g_file_test (target, G_FILE_TEST_IS_REGULAR))
    {
      g_autoptr (GFile) file = g_file_new_for_path (target);
      g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);

      return stream != NULL
             && g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error)
             && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return false;
  return g_file_set_contents_full (target, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/**
 * shanhai_chart_export_to_file:
 * @marks: a chart
 * @export_as: format and what goes with it
 * @file: where to; replaced as a whole
 * @cancellable: (nullable): a cancellable
 * @error: SHANHAI_CHART_EXPORT_ERROR, G_FILE_ERROR or G_IO_ERROR
 *
 * Returns: whether the whole file was written; if not, what was there before is still there
 */
bool
shanhai_chart_export_to_file (const ShanhaiMarks        *marks,
                              const ShanhaiChartExport  *export_as,
                              GFile                     *file,
                              GCancellable              *cancellable,
                              GError                   **error)
{
  g_autoptr (GBytes) bytes = shanhai_chart_export_to_bytes (marks, export_as, error);

  if (bytes == NULL)
    return false;
  if (g_file_peek_path (file) != NULL)
    return write_path (g_file_peek_path (file), bytes, cancellable, error);

  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, cancellable, error);
}

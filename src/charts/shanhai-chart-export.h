/* shanhai-chart-export.h - marks as SVG, PNG or PDF. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same marks, fonts and library versions give the same bytes: dates come from the caller, never from the clock. A file is there whole or not at
 * all. */

#pragma once

#include <gio/gio.h>

#include "shanhai-marks.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_CHART_FORMAT_SVG,
  SHANHAI_CHART_FORMAT_PNG,
  SHANHAI_CHART_FORMAT_PDF,
} ShanhaiChartFormat;

typedef enum
{
  SHANHAI_CHART_EXPORT_ERROR_FORMAT,  /* the name doesn't end in .svg, .png or .pdf */
  SHANHAI_CHART_EXPORT_ERROR_SIZE,    /* nothing, or more pixels than a picture may have */
  SHANHAI_CHART_EXPORT_ERROR_DRAWING, /* Cairo failed */
} ShanhaiChartExportError;

#define SHANHAI_CHART_EXPORT_ERROR (shanhai_chart_export_error_quark ())

/* Strings borrowed. {.format = SHANHAI_CHART_FORMAT_SVG} is enough. */
typedef struct
{
  ShanhaiChartFormat  format;
  double              scale;         /* PNG: pixels a px; 0 means 1. SVG and PDF: not used */
  bool                text_as_text;  /* SVG: real <text> instead of outlines */
  const char         *author;        /* (nullable) PDF metadata */
  const char         *date;          /* (nullable) ISO 8601 ("2020-10-15", "2020-10-15T08:00:00Z"): of the data; PDF metadata */
} ShanhaiChartExport;

GQuark      shanhai_chart_export_error_quark (void);

/* by the ending of a name, in any case: "F.svg", "svg" */
bool        shanhai_chart_format_from_name   (const char                *name,
                                              ShanhaiChartFormat        *out,
                                              GError                   **error);
const char *shanhai_chart_format_get_ending  (ShanhaiChartFormat         format);
const char *shanhai_chart_format_get_mime    (ShanhaiChartFormat         format);

/* (transfer full) */
GBytes     *shanhai_chart_export_to_bytes    (const ShanhaiMarks        *marks,
                                              const ShanhaiChartExport  *export_as,
                                              GError                   **error);
bool        shanhai_chart_export_to_stream   (const ShanhaiMarks        *marks,
                                              const ShanhaiChartExport  *export_as,
                                              GOutputStream             *stream,
                                              GCancellable              *cancellable,
                                              GError                   **error);
/* Through a temporary file beside it and a rename. What isn't a regular file (a device, a pipe) is written to directly. Also G_FILE_ERROR, G_IO_ERROR. */
bool        shanhai_chart_export_to_file     (const ShanhaiMarks        *marks,
                                              const ShanhaiChartExport  *export_as,
                                              GFile                     *file,
                                              GCancellable              *cancellable,
                                              GError                   **error);

G_END_DECLS

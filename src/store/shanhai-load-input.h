/* shanhai-load-input.h - the bytes of a casebook file. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "shanhai-progress.h"

G_BEGIN_DECLS

/* Reads to the end. `expected` is a guess, or 0. A first line that is too long ends it early: it can't be a casebook, and it may be a
 * device without end. `progress` is told parts of the way from 0 to `last`. Errors are GIO's. */
GBytes *shanhai_load_read_stream (GInputStream         *stream,
                                  goffset               expected,
                                  GCancellable         *cancellable,
                                  double                last,
                                  ShanhaiProgressFunc   progress,
                                  gpointer              progress_data,
                                  GError              **error);
/* `etag`: of what was read */
GBytes *shanhai_load_read_file   (GFile                *file,
                                  char                **etag,
                                  GCancellable         *cancellable,
                                  double                last,
                                  ShanhaiProgressFunc   progress,
                                  gpointer              progress_data,
                                  GError              **error);
/* The end without an empty last line: editors leave one, and it holds nothing. */
const char *shanhai_load_drop_final_empty_line (const char *start,
                                                const char *end);

G_END_DECLS

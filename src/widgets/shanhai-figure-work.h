/* shanhai-figure-work.h - lays a figure out while the window goes on: for what is exported or printed. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The casebook is read in idle moments, from the beginning again when it is edited meanwhile; what was read is laid out in a thread. */

#pragma once

#include <gio/gio.h>

#include "shanhai-figure.h"

G_BEGIN_DECLS

void          shanhai_figure_work_start    (ShanhaiFigure             *figure,
                                            const ShanhaiChartOptions *options,
                                            GCancellable              *cancellable,
                                            GAsyncReadyCallback        callback,
                                            gpointer                   user_data);
ShanhaiMarks *shanhai_figure_work_finish   (GAsyncResult              *result,
                                            char                     **date,
                                            GError                   **error);
ShanhaiMarks *shanhai_figure_work_try      (ShanhaiFigure             *figure,
                                            const ShanhaiChartOptions *options,
                                            char                     **date);

G_END_DECLS

/* shanhai-parallel.h - work in pieces that don't depend on each other, on all processors. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*ShanhaiTaskFunc) (guint    task,
                                 gpointer user_data);

/* Calls `func` once for each task 0 … n_tasks − 1, in any order, from several threads at once, and returns when all are done. A task may read what all share, and write
 * only what is its own. */
void shanhai_parallel_run           (guint           n_tasks,
                                     ShanhaiTaskFunc func,
                                     gpointer        user_data);
/* for tests: so many threads from now on, or 0 for as many as there are processors */
void shanhai_parallel_set_n_threads (guint           n);

G_END_DECLS

/* shanhai-progress.h - how far long work has come, told in the thread that asked. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called in the thread that started the work, with 0 … 1, never less than the time before. */
typedef void (*ShanhaiProgressFunc) (double   fraction,
                                     gpointer user_data);

/* Carries progress from a worker thread to the main context that was the thread's default when the relay was made. A relay belongs to
 * one piece of work; what it has sent arrives before the GTask that ends the work, since both have the default priority. */
typedef struct _ShanhaiProgressRelay ShanhaiProgressRelay;

ShanhaiProgressRelay *shanhai_progress_relay_new  (ShanhaiProgressFunc   func,
                                                   gpointer              user_data);
/* a ShanhaiProgressFunc, with the relay as `user_data` */
void                  shanhai_progress_relay_send (double                fraction,
                                                   gpointer              relay);
void                  shanhai_progress_relay_free (ShanhaiProgressRelay *self);

G_END_DECLS

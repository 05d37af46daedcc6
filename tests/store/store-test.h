/* store-test.h - directories of their own for tests that write. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In place of G_TEST_OPTION_ISOLATE_DIRS, which leaks a dozen strings for each test (GLib 2.74). */

#pragma once

#include <gio/gio.h>

/* g_test_init() with state, cache and runtime directories under a fresh folder; call first in main() */
void store_test_init     (int    *argc,
                          char ***argv);
/* g_test_run(), then removes that folder */
int  store_test_run      (void);

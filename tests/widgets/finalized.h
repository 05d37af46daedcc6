/* finalized.h - an object that must go once nobody needs it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/*
 * Drops the caller's reference and asserts that OBJECT is finalized. A thread that still works for it (an export, a
 * reading of a text) may hold it until it has told its result: that much is waited for, a forgotten reference is not.
 */
static inline void
assert_finalized (gpointer object)
{
  gint64 patience = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL && g_get_monotonic_time () < patience)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  g_assert_null (object);
}

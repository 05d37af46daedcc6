/* gdk-frame-warning.c - lets one warning of GDK's be no more than a line of the log. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.24 under X11, without a compositor, calls a frame submitted once for each surface of a window: with a popover there are two, and the
 * second is warned about (“gdk_frame_timings_submitted() called on submitted frame.”), whatever the program does. Every other warning
 * still ends a test. Loaded before the program under test (LD_PRELOAD), and only built where GTK is of that age. */

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define DOMAIN "Gdk"
#define MESSAGE "gdk_frame_timings_submitted() called on submitted frame"

static bool
has_field (const GLogField *fields,
           gsize            n_fields,
           const char      *key,
           const char      *begins)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, key) == 0)
      return fields[i].length < 0 ? g_str_has_prefix (fields[i].value, begins)
                                  : (gsize) fields[i].length >= strlen (begins) && memcmp (fields[i].value, begins, strlen (begins)) == 0;

  return false;
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  if (has_field (fields, n_fields, "GLIB_DOMAIN", DOMAIN) && has_field (fields, n_fields, "MESSAGE", MESSAGE))
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void __attribute__ ((constructor))
install (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

/* shanhai-bar-chart.c - the numbers and labels of a bar chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout is in shanhai-bar-layout.c. */

#include "shanhai-bar-chart.h"

static void
clear_bar (void *data)
{
  ShanhaiBar *bar = data;

  g_free (bar->key);
  g_free (bar->label);
  g_free (bar->words);
  g_free (bar->state);
  g_strfreev (bar->records);
}

static void
row_free (void *data)
{
  ShanhaiBarRow *self = data;

  g_free (self->label);
  g_array_unref (self->bars);
  g_free (self);
}

ShanhaiBarChart *
shanhai_bar_chart_new (void)
{
  ShanhaiBarChart *self = g_new0 (ShanhaiBarChart, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
shanhai_bar_chart_free (ShanhaiBarChart *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->description);
  g_strfreev (self->sources);
  g_strfreev (self->notes);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

ShanhaiBarRow *
shanhai_bar_chart_add_row (ShanhaiBarChart *self,
                           const char      *label)
{
  ShanhaiBarRow *row = g_new0 (ShanhaiBarRow, 1);

  row->label = g_strdup (label);
  row->bars = g_array_new (FALSE, TRUE, sizeof (ShanhaiBar));
  g_array_set_clear_func (row->bars, clear_bar);
  g_ptr_array_add (self->rows, row);

  return row;
}

ShanhaiBar *
shanhai_bar_row_add (ShanhaiBarRow *self,
                     const char    *key,
                     double         value,
                     int            slot)
{
  ShanhaiBar bar = { .key = g_strdup (key), .value = value, .lo = value, .hi = value, .slot = slot };

  g_array_append_val (self->bars, bar);
  return &g_array_index (self->bars, ShanhaiBar, self->bars->len - 1);
}

/* shanhai-chart-view-flags.c - the marks of the checks on a chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are on the screen alone: an exported, copied or printed chart goes to people who can't look the finding up, and what it shows is settled, or not, by then. */

#include "shanhai-config.h"

#include "shanhai-chart-view-private.h"

#include "shanhai-display.h"
#include "shanhai-finding-mark.h"

static bool
ask (const char       *record,
     ShanhaiFlagKind  *kind,
     gpointer          user_data)
{
  ShanhaiChartView *self = user_data;
  ShanhaiGravity gravity;

  if (!shanhai_finding_mark_get (self->checks, record, &gravity))
    return false;

  *kind = shanhai_finding_mark_get_sign (gravity);
  return true;
}

/* All the figures of a sum have one finding, and a chart asks for each of them. */
static char *
tell (const char *record,
      gpointer    user_data)
{
  ShanhaiChartView *self = user_data;
  g_autoptr (ShanhaiFinding) finding = shanhai_finding_mark_dup_finding (self->checks, record);
  const char *text;

  if (finding == NULL)
    return NULL;
  if (self->told == NULL)
    self->told = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  text = g_hash_table_lookup (self->told, finding);
  if (text == NULL)
    {
      char *message = shanhai_finding_dup_message (finding, shanhai_checks_get_casebook (self->checks),
                                                   shanhai_display_get_words (shanhai_display_get_default ()));

      text = message;
      g_hash_table_insert (self->told, g_object_ref (finding), message);
    }
  return g_strdup (text);
}

/* (transfer none) (nullable): made when they are asked for; NULL while nothing has been found */
static ShanhaiChartFlags *
get_flags (ShanhaiChartView *self)
{
  if (self->flags == NULL && self->marks != NULL && self->checks != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->checks)) > 0)
    self->flags = shanhai_chart_flags_new (self->marks, shanhai_display_get_text_scale (shanhai_display_get_default ()), ask, tell, self);

  return self->flags;
}

static void
updated_cb (ShanhaiChartView *self)
{
  shanhai_chart_view_drop_flags (self);
  shanhai_chart_view_redraw (self);
  shanhai_chart_view_queue_tell (self);
}

void
shanhai_chart_view_drop_flags (ShanhaiChartView *self)
{
  g_clear_pointer (&self->flags, shanhai_chart_flags_free);
  g_clear_pointer (&self->told, g_hash_table_unref);
}

void
shanhai_chart_view_follow_checks (ShanhaiChartView *self,
                                  ShanhaiCasebook  *casebook)
{
  ShanhaiChecks *checks = casebook != NULL ? shanhai_casebook_get_checks (casebook) : NULL;

  shanhai_chart_view_drop_flags (self);
  shanhai_checks_follow (&self->checks, checks, self, G_CALLBACK (updated_cb));
}

void
shanhai_chart_view_draw_flags (ShanhaiChartView *self,
                               cairo_t          *cr)
{
  ShanhaiChartFlags *flags = get_flags (self);

  if (flags != NULL)
    shanhai_chart_flags_draw (flags, cr);
}

const char *
shanhai_chart_view_hit (ShanhaiChartView *self,
                        double            x,
                        double            y)
{
  ShanhaiChartFlags *flags = get_flags (self);
  const char *key = flags != NULL ? shanhai_chart_flags_hit (flags, x, y) : NULL;

  return key != NULL || self->marks == NULL ? key : shanhai_marks_hit (self->marks, x, y);
}

const char *
shanhai_chart_view_hit_flag (ShanhaiChartView *self,
                             double            x,
                             double            y)
{
  ShanhaiChartFlags *flags = get_flags (self);
  const char *key = flags != NULL ? shanhai_chart_flags_hit (flags, x, y) : NULL;

  return key != NULL ? shanhai_chart_flags_get_record (flags, key) : NULL;
}

const char *
shanhai_chart_view_get_flagged (ShanhaiChartView *self,
                                const char       *key)
{
  ShanhaiChartFlags *flags = get_flags (self);

  return flags != NULL && key != NULL ? shanhai_chart_flags_get_record (flags, key) : NULL;
}

char *
shanhai_chart_view_dup_tip (ShanhaiChartView *self,
                            const char       *key)
{
  ShanhaiChartFlags *flags = get_flags (self);

  if (key == NULL || self->marks == NULL)
    return NULL;

  return flags != NULL ? shanhai_chart_flags_dup_tip (flags, key) : g_strdup (shanhai_marks_get_tip (self->marks, key));
}

char *
shanhai_chart_view_dup_description (ShanhaiChartView *self)
{
  ShanhaiChartFlags *flags = get_flags (self);

  return flags != NULL ? shanhai_chart_flags_describe (flags, shanhai_display_get_words (shanhai_display_get_default ())) : g_strdup (shanhai_marks_describe (self->marks));
}

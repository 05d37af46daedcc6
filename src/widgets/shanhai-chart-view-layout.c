/* shanhai-chart-view-layout.c - the marks of a chart on screen: read between frames, laid out in a thread where that is long. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart of a few hundred data is laid out in the frame that needs it. One of thousands takes longer than a frame: it is read in idle moments and laid out in
 * a thread, and until then what was drawn before stays, or, after a while of nothing, a spinner says that something is coming. What has been read is kept, so
 * that another size asks the casebook nothing. */

#include "shanhai-config.h"

#include "shanhai-chart-view-private.h"

#include "shanhai-display.h"

/* µs: what is read in the frame that asks for it, and in each idle moment */
#define AT_ONCE 8000
#define SLICE 6000
/* points, links or bars whose layout fits into a frame */
#define FEW 250
/* ms without a chart */
#define PATIENCE 200

typedef struct
{
  ShanhaiFigureDraft  *draft;
  ShanhaiChartOptions *options;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  shanhai_figure_draft_unref (job->draft);
  shanhai_chart_options_free (job->options);
  g_free (job);
}

/* (transfer full) */
static ShanhaiChartOptions *
dup_options (ShanhaiChartView *self)
{
  ShanhaiChartOptions *options = shanhai_display_dup_options (shanhai_display_get_default ());

  options->width = gtk_widget_get_width (GTK_WIDGET (self));
  options->height = gtk_widget_get_height (GTK_WIDGET (self));
  options->compact = self->compact;
  options->show_title = self->show_title;
  return options;
}

static void
show_spinner (ShanhaiChartView *self,
              bool              busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

static gboolean
patience_cb (gpointer data)
{
  ShanhaiChartView *self = data;

  self->patience_id = 0;
  show_spinner (self, self->marks == NULL);
  return G_SOURCE_REMOVE;
}

static bool
fits (ShanhaiChartView *self)
{
  return (int) shanhai_marks_get_width (self->marks) == gtk_widget_get_width (GTK_WIDGET (self))
         && (int) shanhai_marks_get_height (self->marks) == gtk_widget_get_height (GTK_WIDGET (self));
}

/* @marks: (transfer full) */
static void
take_marks (ShanhaiChartView *self,
            ShanhaiMarks     *marks)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (gtk_widget_get_visible (self->spinner))
    show_spinner (self, false);
  g_clear_pointer (&self->marks, shanhai_marks_unref);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  shanhai_chart_view_drop_flags (self);
  self->marks = marks;

  /* what was pointed at may be gone */
  if (shanhai_chart_view_find_key (self, self->hovered) == NULL)
    g_clear_pointer (&self->hovered, g_free);
  if (shanhai_chart_view_find_key (self, self->walked) == NULL)
    g_clear_pointer (&self->walked, g_free);
  shanhai_chart_view_queue_tell (self);
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Job *job = task_data;

  g_task_return_pointer (task, shanhai_figure_draft_layout (job->draft, job->options), (GDestroyNotify) shanhai_marks_unref);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  ShanhaiMarks *marks = g_task_propagate_pointer (G_TASK (result), NULL);
  ShanhaiChartView *self = data;

  /* called off: the view may be gone */
  if (marks == NULL)
    return;

  g_clear_object (&self->laying_out);
  take_marks (self, marks);
  /* the window may have been dragged meanwhile */
  if (!fits (self))
    self->stale = true;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* what has been read */
static void
lay_out (ShanhaiChartView *self)
{
  ShanhaiChartOptions *options = dup_options (self);
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->stale = false;
  if (shanhai_figure_draft_get_n (self->draft) <= FEW)
    {
      take_marks (self, shanhai_figure_draft_layout (self->draft, options));
      shanhai_chart_options_free (options);
      return;
    }

  job = g_new (Job, 1);
  job->draft = shanhai_figure_draft_ref (self->draft);
  job->options = options;
  self->laying_out = g_cancellable_new ();
  task = g_task_new (NULL, self->laying_out, laid_out_cb, self);
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, layout_thread);
}

static gboolean
read_cb (gpointer data)
{
  ShanhaiChartView *self = data;

  if (!shanhai_figure_draft_read (self->draft, g_get_monotonic_time () + SLICE))
    return G_SOURCE_CONTINUE;

  self->read_id = 0;
  lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
shanhai_chart_view_ensure_marks (ShanhaiChartView *self)
{
  g_autoptr (ShanhaiChartOptions) options = NULL;

  /* what goes on comes to an end first: else a window that is dragged would show nothing new until it is let go */
  if ((!self->stale && self->marks != NULL) || self->read_id != 0 || self->laying_out != NULL)
    return;

  if (self->patience_id == 0 && self->marks == NULL)
    self->patience_id = g_timeout_add (PATIENCE, patience_cb, self);
  if (self->draft == NULL)
    {
      options = dup_options (self);
      self->draft = shanhai_figure_draft_new (self->figure, options);
    }
  if (shanhai_figure_draft_read (self->draft, g_get_monotonic_time () + AT_ONCE))
    lay_out (self);
  else
    self->read_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, read_cb, self, NULL);
}

void
shanhai_chart_view_drop_draft (ShanhaiChartView *self)
{
  self->stale = true;
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_pointer (&self->draft, shanhai_figure_draft_unref);
}

void
shanhai_chart_view_drop_marks (ShanhaiChartView *self)
{
  shanhai_chart_view_drop_draft (self);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  if (self->spinner != NULL && gtk_widget_get_visible (self->spinner))
    show_spinner (self, false);
  g_clear_pointer (&self->marks, shanhai_marks_unref);
}

bool
shanhai_chart_view_is_busy (ShanhaiChartView *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHART_VIEW (self), false);

  return self->read_id != 0 || self->laying_out != NULL;
}

/* shanhai-figure-work.c - lays a figure out while the window goes on: for what is exported or printed. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-work.h"

#include "shanhai-figure-draft.h"

/* µs: what is read in each idle moment */
#define SLICE 6000
/* points, links or bars whose layout fits into a frame */
#define FEW 250

typedef struct
{
  ShanhaiFigure       *figure;     /* until everything is read: nothing of the casebook goes into the thread */
  ShanhaiChartOptions *options;
  ShanhaiFigureDraft  *draft;
  char                *date;
  gulong               changed_id;
} Work;

static void
stop_reading (Work *work)
{
  if (work->changed_id != 0)
    g_signal_handler_disconnect (shanhai_figure_get_casebook (work->figure), work->changed_id);
  work->changed_id = 0;
  g_clear_object (&work->figure);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  stop_reading (work);
  g_clear_pointer (&work->draft, shanhai_figure_draft_unref);
  shanhai_chart_options_free (work->options);
  g_free (work->date);
  g_free (work);
}

/* what was read may be gone */
static void
changed_cb (Work *work)
{
  shanhai_figure_draft_unref (work->draft);
  work->draft = shanhai_figure_draft_new (work->figure, work->options);
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Work *work = task_data;

  g_task_return_pointer (task, shanhai_figure_draft_layout (work->draft, work->options), (GDestroyNotify) shanhai_marks_unref);
}

static gboolean
read_cb (gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    {
      stop_reading (work);
      return G_SOURCE_REMOVE;
    }
  if (!shanhai_figure_draft_read (work->draft, g_get_monotonic_time () + SLICE))
    return G_SOURCE_CONTINUE;

  work->date = shanhai_figure_draft_dup_date (work->draft, shanhai_figure_get_casebook (work->figure));
  stop_reading (work);
  g_task_run_in_thread (task, layout_thread);
  return G_SOURCE_REMOVE;
}

/**
 * shanhai_figure_work_start:
 * @figure: a figure
 * @options: in whose words, how large
 * @cancellable: (nullable): the callback comes all the same
 * @callback: called from the main loop, never at once
 * @user_data: for it
 */
void
shanhai_figure_work_start (ShanhaiFigure             *figure,
                           const ShanhaiChartOptions *options,
                           GCancellable              *cancellable,
                           GAsyncReadyCallback        callback,
                           gpointer                   user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (SHANHAI_IS_FIGURE (figure));

  work = g_new0 (Work, 1);
  work->figure = g_object_ref (figure);
  work->options = shanhai_chart_options_copy (options);
  work->draft = shanhai_figure_draft_new (figure, options);
  work->changed_id = g_signal_connect_swapped (shanhai_figure_get_casebook (figure), "changed", G_CALLBACK (changed_cb), work);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, shanhai_figure_work_start);
  g_task_set_task_data (task, work, work_free);
  /* one that is called off meanwhile has let go of the casebook already */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, read_cb, task, g_object_unref);
}

/**
 * shanhai_figure_work_finish:
 * @result: as the callback got it
 * @date: (out) (optional) (nullable) (transfer full): ISO 8601 day of the newest source that the figure draws from
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the marks
 */
ShanhaiMarks *
shanhai_figure_work_finish (GAsyncResult  *result,
                            char         **date,
                            GError       **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  work = g_task_get_task_data (G_TASK (result));
  if (date != NULL)
    *date = g_strdup (work->date);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * shanhai_figure_work_try:
 * @figure: a figure
 * @options: in whose words, how large
 * @date: (out) (nullable) (transfer full): ISO 8601 day of the newest source, set only where there are marks
 *
 * Most charts are read and laid out within a frame: for them nobody need wait.
 *
 * Returns: (transfer full) (nullable): the marks; %NULL where it takes longer than that
 */
ShanhaiMarks *
shanhai_figure_work_try (ShanhaiFigure             *figure,
                         const ShanhaiChartOptions *options,
                         char                     **date)
{
  g_autoptr (ShanhaiFigureDraft) draft = NULL;

  g_return_val_if_fail (SHANHAI_IS_FIGURE (figure), NULL);

  draft = shanhai_figure_draft_new (figure, options);
  if (!shanhai_figure_draft_read (draft, g_get_monotonic_time () + SLICE) || shanhai_figure_draft_get_n (draft) > FEW)
    return NULL;
  *date = shanhai_figure_draft_dup_date (draft, shanhai_figure_get_casebook (figure));
  return shanhai_figure_draft_layout (draft, options);
}

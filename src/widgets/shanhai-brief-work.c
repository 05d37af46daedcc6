/* shanhai-brief-work.c - makes a brief while the window goes on: its charts first, one after the other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts may be of thousands of data; words and tables aren't that long, and are put together at once in the end. What is edited
 * meanwhile is made anew, so that charts and tables say the same; a case that is deleted meanwhile has no brief. */

#include "shanhai-config.h"

#include "shanhai-brief-private.h"

#include "shanhai-figure-work.h"

typedef struct
{
  ShanhaiWording     wording;     /* its casebook is referenced */
  ShanhaiWords      *words;
  ShanhaiCase       *record;      /* replaced when it is edited */
  double             width, height;
  ShanhaiMarks      *charts[SHANHAI_N_BRIEF_CHARTS];
  guint              n;           /* of the charts, those that are there, or aren't needed */
  bool               is_stale;    /* the casebook was edited */
  gulong             changed_id;
} Work;

static void
drop_charts (Work *work)
{
  for (guint i = 0; i < SHANHAI_N_BRIEF_CHARTS; i++)
    g_clear_pointer (&work->charts[i], shanhai_marks_unref);
  work->n = 0;
}

static void
changed_cb (Work *work)
{
  work->is_stale = true;
}

/* from the beginning; false where the case is gone */
static bool
begin_again (Work *work)
{
  ShanhaiCase *record = shanhai_casebook_lookup_as (work->wording.casebook, SHANHAI_RECORD_CASE, shanhai_record_get_id (SHANHAI_RECORD (work->record)));

  drop_charts (work);
  work->is_stale = false;
  if (record == NULL)
    return false;
  g_set_object (&work->record, record);
  return true;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  drop_charts (work);
  g_clear_signal_handler (&work->changed_id, work->wording.casebook);
  g_clear_object (&work->record);
  g_clear_object (&work->wording.casebook);
  g_clear_pointer (&work->words, shanhai_words_unref);
  g_free (work);
}

static void go_on (GTask *task);

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;
  ShanhaiMarks *marks = shanhai_figure_work_finish (result, NULL, &error);

  if (marks == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->charts[work->n++] = marks;
  go_on (task);
}

static void
go_on (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (work->is_stale && !begin_again (work))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the case was deleted");
      return;
    }
  for (; work->n < SHANHAI_N_BRIEF_CHARTS; work->n++)
    {
      g_autoptr (ShanhaiFigure) figure = shanhai_brief_new_figure (&work->wording, work->record, work->n);
      g_autoptr (ShanhaiChartOptions) options = NULL;

      if (figure == NULL)
        continue;
      options = shanhai_brief_new_options (&work->wording, work->words, work->width, work->height);
      shanhai_figure_work_start (figure, options, g_task_get_cancellable (task), laid_out_cb, g_object_ref (task));
      return;
    }

  g_task_return_pointer (task, shanhai_brief_new_with (&work->wording, work->words, work->record, work->width, work->height, work->charts),
                         (GDestroyNotify) shanhai_brief_free);
}

/**
 * shanhai_brief_new_async:
 * @wording: a manner of speaking, with a casebook
 * @words: of the same language, for the charts
 * @record: a case of that casebook
 * @width: of a page, px
 * @height: of a page, px
 * @cancellable: (nullable)
 * @callback: called from the main loop
 * @user_data: for it
 */
void
shanhai_brief_new_async (const ShanhaiWording *wording,
                         ShanhaiWords         *words,
                         ShanhaiCase          *record,
                         double                width,
                         double                height,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ShanhaiCasebook *casebook = wording->casebook;
  Work *work = g_new0 (Work, 1);

  work->wording = *wording;
  g_object_ref (casebook);
  work->words = shanhai_words_ref (words);
  work->record = g_object_ref (record);
  work->width = width;
  work->height = height;
  work->changed_id = g_signal_connect_swapped (casebook, "changed", G_CALLBACK (changed_cb), work);
  g_task_set_source_tag (task, shanhai_brief_new_async);
  g_task_set_task_data (task, work, work_free);
  go_on (task);
}

/**
 * shanhai_brief_new_finish:
 * @result: as the callback got it
 * @error: %G_IO_ERROR_CANCELLED, also where the case was deleted meanwhile
 *
 * Returns: (transfer full) (nullable): the brief
 */
ShanhaiBrief *
shanhai_brief_new_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

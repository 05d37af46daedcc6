/* shanhai-parallel.c - work in pieces that don't depend on each other, on all processors. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-parallel.h"

/* more than these wait for memory, not for a processor */
#define MAX_THREADS 8

typedef struct
{
  ShanhaiTaskFunc func;
  gpointer        user_data;
  guint           n_tasks;
  int             next;  /* atomic */
} Work;

static guint wanted_threads;  /* atomic */

void
shanhai_parallel_set_n_threads (guint n)
{
  g_atomic_int_set (&wanted_threads, n);
}

static gpointer
take_tasks (gpointer data)
{
  Work *work = data;

  for (;;)
    {
      guint task = (guint) g_atomic_int_add (&work->next, 1);

      if (task >= work->n_tasks)
        return NULL;
      work->func (task, work->user_data);
    }
}

void
shanhai_parallel_run (guint           n_tasks,
                      ShanhaiTaskFunc func,
                      gpointer        user_data)
{
  Work work = { func, user_data, n_tasks, 0 };
  guint wanted = g_atomic_int_get (&wanted_threads);
  guint n = MIN (MIN (wanted > 0 ? wanted : g_get_num_processors (), MAX_THREADS), n_tasks);
  GThread *threads[MAX_THREADS];
  guint n_threads = 0;

  /* this one works, too; where no other can be had, it does all */
  while (n_threads + 1 < n && (threads[n_threads] = g_thread_try_new ("checks", take_tasks, &work, NULL)) != NULL)
    n_threads++;
  take_tasks (&work);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
}

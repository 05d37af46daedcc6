/* shanhai-progress.c - how far long work has come, told in the thread that asked. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-progress.h"

/* nobody sees smaller steps, and each one wakes the main loop */
#define LEAST_STEP 0.01

struct _ShanhaiProgressRelay
{
  GMainContext        *context;
  ShanhaiProgressFunc  func;
  gpointer             user_data;
  double               sent;
};

typedef struct
{
  ShanhaiProgressFunc func;
  gpointer            user_data;
  double              fraction;
} Message;

ShanhaiProgressRelay *
shanhai_progress_relay_new (ShanhaiProgressFunc func,
                            gpointer            user_data)
{
  ShanhaiProgressRelay *self = g_new0 (ShanhaiProgressRelay, 1);

  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;

  return self;
}

void
shanhai_progress_relay_free (ShanhaiProgressRelay *self)
{
  if (self == NULL)
    return;

  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
deliver_cb (gpointer user_data)
{
  Message *message = user_data;

  message->func (message->fraction, message->user_data);

  return G_SOURCE_REMOVE;
}

void
shanhai_progress_relay_send (double   fraction,
                             gpointer relay)
{
  ShanhaiProgressRelay *self = relay;
  g_autoptr (GSource) source = NULL;
  Message *message;

  if (self->func == NULL || (fraction < 1 && fraction - self->sent < LEAST_STEP))
    return;

  self->sent = fraction;
  message = g_new (Message, 1);
  *message = (Message) { self->func, self->user_data, fraction };

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, message, g_free);
  g_source_attach (source, self->context);
}

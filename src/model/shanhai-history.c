/* shanhai-history.c - undo and redo of a casebook, without limit. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of steps with a mark in it: the steps before the mark can be undone, those after it redone. Every step knows the number of the state
 * that it leads to; numbers are never given twice, so that equal numbers mean equal records. Should somebody change the casebook past us, the
 * steps would no longer fit: they are dropped, and the state gets a number of its own. */

#include "shanhai-config.h"

#include "shanhai-history.h"

#include "shanhai-casebook-private.h"

typedef struct
{
  ShanhaiChange *change;  /* as it was applied last, or its reverse's reverse */
  guint64        state;   /* the state after it */
} Step;

struct _ShanhaiHistory
{
  GObject          parent_instance;

  ShanhaiCasebook *casebook;  /* owns us; NULL once it is gone */
  GArray          *steps;     /* of Step */
  guint            n_done;    /* how many of them stand */
  guint64          base_state;  /* before the first step */
  guint64          last_state;  /* the highest number given */
  bool             moving;      /* the casebook is being changed by us */
};

G_DEFINE_FINAL_TYPE (ShanhaiHistory, shanhai_history, G_TYPE_OBJECT)

typedef enum { PROP_CAN_UNDO = 1, PROP_CAN_REDO, PROP_UNDO_TITLE, PROP_REDO_TITLE } ShanhaiHistoryProperty;
static GParamSpec *props[PROP_REDO_TITLE + 1];

enum { SIGNAL_MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
step_clear (gpointer data)
{
  g_clear_object (&((Step *) data)->change);
}

static const Step *
get_step (ShanhaiHistory *self,
          guint           index)
{
  return &g_array_index (self->steps, Step, index);
}

/* what the properties were, to notify of those alone that are another */
typedef struct
{
  bool  can_undo, can_redo;
  char *undo_title, *redo_title;
} Shown;

static Shown
shown_now (ShanhaiHistory *self)
{
  return (Shown) {
    shanhai_history_can_undo (self),
    shanhai_history_can_redo (self),
    g_strdup (shanhai_history_get_undo_title (self)),
    g_strdup (shanhai_history_get_redo_title (self)),
  };
}

static void
shown_clear (Shown *shown)
{
  g_free (shown->undo_title);
  g_free (shown->redo_title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static void
notify_since (ShanhaiHistory *self,
              const Shown    *before)
{
  g_auto (Shown) now = shown_now (self);

  if (now.can_undo != before->can_undo)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  if (now.can_redo != before->can_redo)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  if (g_strcmp0 (now.undo_title, before->undo_title) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_TITLE]);
  if (g_strcmp0 (now.redo_title, before->redo_title) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_TITLE]);
}

/* The casebook emits "changed" while we are within: whoever asks us then still gets the state before, and must not move us. */
static bool
change_casebook (ShanhaiHistory  *self,
                 ShanhaiChange   *change,
                 bool             again,
                 GError         **error)
{
  bool done;

  g_return_val_if_fail (self->casebook != NULL && !self->moving, false);

  self->moving = true;
  done = again ? shanhai_casebook_restore (self->casebook, change, error) : shanhai_casebook_apply (self->casebook, change, error);
  self->moving = false;

  return done;
}

static void
changed_cb (ShanhaiHistory *self)
{
  g_auto (Shown) before = { 0 };

  if (self->moving)
    return;

  before = shown_now (self);
  self->n_done = 0;
  g_array_set_size (self->steps, 0);
  self->base_state = ++self->last_state;
  notify_since (self, &before);
}

static void
shanhai_history_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ShanhaiHistory *self = SHANHAI_HISTORY (object);

  switch ((ShanhaiHistoryProperty) prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, shanhai_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, shanhai_history_can_redo (self));
      break;
    case PROP_UNDO_TITLE:
      g_value_set_string (value, shanhai_history_get_undo_title (self));
      break;
    case PROP_REDO_TITLE:
      g_value_set_string (value, shanhai_history_get_redo_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_history_finalize (GObject *object)
{
  ShanhaiHistory *self = SHANHAI_HISTORY (object);

  g_clear_weak_pointer (&self->casebook);
  g_array_unref (self->steps);

  G_OBJECT_CLASS (shanhai_history_parent_class)->finalize (object);
}

static void
shanhai_history_class_init (ShanhaiHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = shanhai_history_get_property;
  object_class->finalize = shanhai_history_finalize;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_TITLE] = g_param_spec_string ("undo-title", NULL, NULL, NULL, flags);
  props[PROP_REDO_TITLE] = g_param_spec_string ("redo-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", SHANHAI_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, SHANHAI_TYPE_CHANGE, G_TYPE_INT);
}

static void
shanhai_history_init (ShanhaiHistory *self)
{
  self->steps = g_array_new (false, false, sizeof (Step));
  g_array_set_clear_func (self->steps, step_clear);
}

static ShanhaiHistory *
history_new (ShanhaiCasebook *casebook)
{
  ShanhaiHistory *self = g_object_new (SHANHAI_TYPE_HISTORY, NULL);

  g_set_weak_pointer (&self->casebook, casebook);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

ShanhaiHistory *
shanhai_casebook_get_history (ShanhaiCasebook *self)
{
  static const char *const key = "shanhai-history";
  ShanhaiHistory *history;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  history = g_object_get_data (G_OBJECT (self), key);
  if (history == NULL)
    {
      history = history_new (self);
      g_object_set_data_full (G_OBJECT (self), key, history, g_object_unref);
    }

  return history;
}

/**
 * shanhai_history_apply:
 * @self: a history
 * @change: what shall be done; not applied yet
 * @error: return location of a #ShanhaiCasebookError
 *
 * Returns: false when the casebook refuses the change: then nothing has happened
 */
bool
shanhai_history_apply (ShanhaiHistory  *self,
                       ShanhaiChange   *change,
                       GError         **error)
{
  g_auto (Shown) before = { 0 };
  Step step;

  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), false);
  g_return_val_if_fail (SHANHAI_IS_CHANGE (change), false);

  if (shanhai_change_is_empty (change))
    return true;

  before = shown_now (self);
  if (!change_casebook (self, change, false, error))
    return false;

  g_array_set_size (self->steps, self->n_done);
  step.change = g_object_ref (change);
  step.state = ++self->last_state;
  g_array_append_val (self->steps, step);
  self->n_done++;
  notify_since (self, &before);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, change, (int) SHANHAI_HISTORY_APPLIED);

  return true;
}

bool
shanhai_history_undo (ShanhaiHistory  *self,
                      GError         **error)
{
  g_autoptr (ShanhaiChange) reverse = NULL;
  g_auto (Shown) before = { 0 };

  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), false);

  if (self->n_done == 0)
    return false;

  reverse = shanhai_change_reverse (get_step (self, self->n_done - 1)->change);
  before = shown_now (self);
  if (!change_casebook (self, reverse, true, error))
    return false;

  self->n_done--;
  notify_since (self, &before);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, reverse, (int) SHANHAI_HISTORY_UNDONE);

  return true;
}

bool
shanhai_history_redo (ShanhaiHistory  *self,
                      GError         **error)
{
  g_autoptr (ShanhaiChange) change = NULL;
  g_auto (Shown) before = { 0 };

  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), false);

  if (self->n_done == self->steps->len)
    return false;

  change = g_object_ref (get_step (self, self->n_done)->change);
  before = shown_now (self);
  if (!change_casebook (self, change, true, error))
    return false;

  self->n_done++;
  notify_since (self, &before);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, change, (int) SHANHAI_HISTORY_REDONE);

  return true;
}

bool
shanhai_history_can_undo (ShanhaiHistory *self)
{
  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), false);

  return self->n_done > 0;
}

bool
shanhai_history_can_redo (ShanhaiHistory *self)
{
  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), false);

  return self->n_done < self->steps->len;
}

const char *
shanhai_history_get_undo_title (ShanhaiHistory *self)
{
  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), NULL);

  return self->n_done > 0 ? shanhai_change_get_title (get_step (self, self->n_done - 1)->change) : NULL;
}

const char *
shanhai_history_get_redo_title (ShanhaiHistory *self)
{
  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), NULL);

  return shanhai_history_can_redo (self) ? shanhai_change_get_title (get_step (self, self->n_done)->change) : NULL;
}

guint64
shanhai_history_get_state (ShanhaiHistory *self)
{
  g_return_val_if_fail (SHANHAI_IS_HISTORY (self), 0);

  return self->n_done > 0 ? get_step (self, self->n_done - 1)->state : self->base_state;
}

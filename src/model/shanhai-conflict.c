/* shanhai-conflict.c - something that two casebooks say differently. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-conflict.h"

#define N_SIDES (SHANHAI_SIDE_BASE + 1)

struct _ShanhaiConflict
{
  GObject             parent_instance;

  char               *id;
  const char         *member;
  const ShanhaiField *field;
  ShanhaiRecord      *records[N_SIDES];
  ShanhaiHeader      *headers[N_SIDES];
  ShanhaiSide         choice;
};

G_DEFINE_FINAL_TYPE (ShanhaiConflict, shanhai_conflict, G_TYPE_OBJECT)

typedef enum { PROP_CHOICE = 1 } ShanhaiConflictProperty;
static GParamSpec *props[PROP_CHOICE + 1];

static void
shanhai_conflict_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((ShanhaiConflictProperty) prop_id)
    {
    case PROP_CHOICE:
      g_value_set_uint (value, SHANHAI_CONFLICT (object)->choice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_conflict_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((ShanhaiConflictProperty) prop_id)
    {
    case PROP_CHOICE:
      shanhai_conflict_set_choice (SHANHAI_CONFLICT (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_conflict_finalize (GObject *object)
{
  ShanhaiConflict *self = SHANHAI_CONFLICT (object);

  for (guint i = 0; i < N_SIDES; i++)
    {
      g_clear_object (&self->records[i]);
      shanhai_header_free (self->headers[i]);
    }
  g_free (self->id);

  G_OBJECT_CLASS (shanhai_conflict_parent_class)->finalize (object);
}

static void
shanhai_conflict_class_init (ShanhaiConflictClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shanhai_conflict_get_property;
  object_class->set_property = shanhai_conflict_set_property;
  object_class->finalize = shanhai_conflict_finalize;

  props[PROP_CHOICE] = g_param_spec_uint ("choice", NULL, NULL, SHANHAI_SIDE_NONE, SHANHAI_SIDE_THEIRS, SHANHAI_SIDE_NONE,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_conflict_init (ShanhaiConflict *self)
{
}

static void
set_record (ShanhaiConflict *self,
            ShanhaiSide      side,
            ShanhaiRecord   *record)
{
  g_set_object (&self->records[side], record);
}

ShanhaiConflict *
shanhai_conflict_new (const char         *id,
                      const char         *member,
                      const ShanhaiField *field,
                      ShanhaiRecord      *base,
                      ShanhaiRecord      *mine,
                      ShanhaiRecord      *theirs)
{
  ShanhaiConflict *self = g_object_new (SHANHAI_TYPE_CONFLICT, NULL);

  self->id = g_strdup (id);
  self->member = member;
  self->field = field;
  set_record (self, SHANHAI_SIDE_BASE, base);
  set_record (self, SHANHAI_SIDE_MINE, mine);
  set_record (self, SHANHAI_SIDE_THEIRS, theirs);

  return self;
}

ShanhaiConflict *
shanhai_conflict_new_of_header (const char          *member,
                                const ShanhaiHeader *base,
                                const ShanhaiHeader *mine,
                                const ShanhaiHeader *theirs)
{
  ShanhaiConflict *self = g_object_new (SHANHAI_TYPE_CONFLICT, NULL);

  self->member = member;
  self->headers[SHANHAI_SIDE_BASE] = shanhai_header_copy (base);
  self->headers[SHANHAI_SIDE_MINE] = shanhai_header_copy (mine);
  self->headers[SHANHAI_SIDE_THEIRS] = shanhai_header_copy (theirs);

  return self;
}

const char *
shanhai_conflict_get_id (ShanhaiConflict *self)
{
  g_return_val_if_fail (SHANHAI_IS_CONFLICT (self), NULL);

  return self->id;
}

const char *
shanhai_conflict_get_member (ShanhaiConflict *self)
{
  g_return_val_if_fail (SHANHAI_IS_CONFLICT (self), NULL);

  return self->member;
}

const ShanhaiField *
shanhai_conflict_get_field (ShanhaiConflict *self)
{
  g_return_val_if_fail (SHANHAI_IS_CONFLICT (self), NULL);

  return self->field;
}

ShanhaiRecord *
shanhai_conflict_get_record (ShanhaiConflict *self,
                             ShanhaiSide      side)
{
  g_return_val_if_fail (SHANHAI_IS_CONFLICT (self), NULL);
  g_return_val_if_fail (side < N_SIDES, NULL);

  return self->records[side];
}

const ShanhaiHeader *
shanhai_conflict_get_header (ShanhaiConflict *self,
                             ShanhaiSide      side)
{
  g_return_val_if_fail (SHANHAI_IS_CONFLICT (self), NULL);
  g_return_val_if_fail (side < N_SIDES, NULL);

  return self->headers[side];
}

ShanhaiSide
shanhai_conflict_get_choice (ShanhaiConflict *self)
{
  g_return_val_if_fail (SHANHAI_IS_CONFLICT (self), SHANHAI_SIDE_NONE);

  return self->choice;
}

void
shanhai_conflict_set_choice (ShanhaiConflict *self,
                             ShanhaiSide      choice)
{
  g_return_if_fail (SHANHAI_IS_CONFLICT (self));
  g_return_if_fail (choice <= SHANHAI_SIDE_THEIRS);

  if (self->choice == choice)
    return;

  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOICE]);
}

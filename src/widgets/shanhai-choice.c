/* shanhai-choice.c - one of the things that a picker offers. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-choice.h"

struct _ShanhaiChoice
{
  GObject                parent_instance;

  ShanhaiChoiceKind      kind;
  char                  *id;
  char                  *title;
  char                  *detail;
  const ShanhaiDivision *division;
};

G_DEFINE_FINAL_TYPE (ShanhaiChoice, shanhai_choice, G_TYPE_OBJECT)

static void
shanhai_choice_finalize (GObject *object)
{
  ShanhaiChoice *self = SHANHAI_CHOICE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (shanhai_choice_parent_class)->finalize (object);
}

static void
shanhai_choice_class_init (ShanhaiChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_choice_finalize;
}

static void
shanhai_choice_init (ShanhaiChoice *self)
{
}

ShanhaiChoice *
shanhai_choice_new (ShanhaiChoiceKind  kind,
                    const char        *id,
                    const char        *title,
                    const char        *detail)
{
  ShanhaiChoice *self = g_object_new (SHANHAI_TYPE_CHOICE, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  return self;
}

ShanhaiChoice *
shanhai_choice_new_division (const ShanhaiDivision *division,
                             const char            *title,
                             const char            *detail)
{
  ShanhaiChoice *self = shanhai_choice_new (SHANHAI_CHOICE_DIVISION, division->code, title, detail);

  self->division = division;
  return self;
}

ShanhaiChoiceKind
shanhai_choice_get_kind (ShanhaiChoice *self)
{
  return self->kind;
}

const char *
shanhai_choice_get_id (ShanhaiChoice *self)
{
  return self->id;
}

const char *
shanhai_choice_get_title (ShanhaiChoice *self)
{
  return self->title;
}

const char *
shanhai_choice_get_detail (ShanhaiChoice *self)
{
  return self->detail;
}

const ShanhaiDivision *
shanhai_choice_get_division (ShanhaiChoice *self)
{
  return self->division;
}

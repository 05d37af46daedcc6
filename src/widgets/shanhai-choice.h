/* shanhai-choice.h - one of the things that a picker offers. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "shanhai-gazetteer.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CHOICE (shanhai_choice_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiChoice, shanhai_choice, SHANHAI, CHOICE, GObject)

typedef enum
{
  SHANHAI_CHOICE_NOTHING,    /* take away what was chosen */
  SHANHAI_CHOICE_THERE,      /* a record, a draft, a word of the vocabulary */
  SHANHAI_CHOICE_DIVISION,   /* of the gazetteer, not yet a place */
  SHANHAI_CHOICE_NEW,        /* a record to be made; its id is what was searched for */
} ShanhaiChoiceKind;

/* all fixed at construction */
ShanhaiChoice         *shanhai_choice_new          (ShanhaiChoiceKind      kind,
                                                    const char            *id,
                                                    const char            *title,
                                                    const char            *detail);
ShanhaiChoice         *shanhai_choice_new_division (const ShanhaiDivision *division,
                                                    const char            *title,
                                                    const char            *detail);
ShanhaiChoiceKind      shanhai_choice_get_kind     (ShanhaiChoice         *self);
/* a record's id, a key, a division's code */
const char            *shanhai_choice_get_id       (ShanhaiChoice         *self);
const char            *shanhai_choice_get_title    (ShanhaiChoice         *self);
const char            *shanhai_choice_get_detail   (ShanhaiChoice         *self);
/* (nullable) */
const ShanhaiDivision *shanhai_choice_get_division (ShanhaiChoice         *self);

G_END_DECLS

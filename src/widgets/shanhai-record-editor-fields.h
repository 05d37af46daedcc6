/* shanhai-record-editor-fields.h - which members of a record its form shows, in which order, by which names. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data. A member that no row names (a newer one) comes last, among what few need. Needs no display. */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_FORM_PLAIN    = 0,
  SHANHAI_FORM_REQUIRED = 1 << 0,
  SHANHAI_FORM_MORE     = 1 << 1,  /* what few need: shown when it is set, or asked for */
  SHANHAI_FORM_LONG     = 1 << 2,  /* a text of several lines */
  SHANHAI_FORM_HIDDEN   = 1 << 3,  /* not to be edited as a field of a form */
} ShanhaiFormFlags;

typedef struct
{
  const char       *member;
  const char       *title;  /* with a mnemonic, to be translated: shanhai_form_field_get_title() */
  ShanhaiFormFlags  flags;
} ShanhaiFormField;

/* (transfer none): in the order of the form */
const ShanhaiFormField *shanhai_form_fields_get            (ShanhaiRecordType  type,
                                                            guint             *n_fields);
/* (nullable) */
const ShanhaiFormField *shanhai_form_fields_find           (ShanhaiRecordType  type,
                                                            const char        *member);
/* translated, with its mnemonic ("_Amount") */
const char             *shanhai_form_field_get_title       (const ShanhaiFormField *self);
/* (transfer full): the same in the middle of a sentence: "amount" */
char                   *shanhai_form_dup_noun              (ShanhaiRecordType  type,
                                                            const char        *member);
/* translated: "Flow of money" */
const char             *shanhai_record_type_get_title      (ShanhaiRecordType  type);
/* translated: "New flow of money", "Edit flow of money" */
const char             *shanhai_record_type_get_new_title  (ShanhaiRecordType  type);
const char             *shanhai_record_type_get_edit_title (ShanhaiRecordType  type);

G_END_DECLS

/* shanhai-record-private.h - what a record type needs to define itself. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-about.h"
#include "shanhai-ends.h"
#include "shanhai-period.h"
#include "shanhai-record.h"

G_BEGIN_DECLS

struct _ShanhaiRecord
{
  GObject           parent_instance;

  char             *id;
  ShanhaiName      *note;
  ShanhaiStrings   *tags;
  ShanhaiCitations *citations;
  char             *extra;
  bool              sealed;
};

#define SHANHAI_RECORD_CLASS(klass) G_TYPE_CHECK_CLASS_CAST ((klass), SHANHAI_TYPE_RECORD, ShanhaiRecordClass)
#define SHANHAI_RECORD_GET_CLASS(record) G_TYPE_INSTANCE_GET_CLASS ((record), SHANHAI_TYPE_RECORD, ShanhaiRecordClass)

void shanhai_record_class_install  (ShanhaiRecordClass *klass,
                                    ShanhaiRecordType   type,
                                    const ShanhaiField *own_fields,
                                    guint               n_own_fields);
void shanhai_record_set_id         (ShanhaiRecord      *self,
                                    const char         *id);
void shanhai_record_seal           (ShanhaiRecord      *self);
/* gives a sealed record the fields of `from` (same type and id) and notifies each that differs */
void shanhai_record_assign         (ShanhaiRecord      *self,
                                    ShanhaiRecord      *from);

/* whether both (of one type) refer to the same records, in the same words */
bool shanhai_record_refers_alike   (ShanhaiRecord      *a,
                                    ShanhaiRecord      *b);

/* a whole record type but for its struct, its field table `fields` and its getters */
#define SHANHAI_DEFINE_RECORD(Type, type_name, TYPE)                                                        \
  G_DEFINE_FINAL_TYPE (Type, type_name, SHANHAI_TYPE_RECORD)                                                \
  static void type_name##_class_init (Type##Class *klass)                                                   \
  {                                                                                                         \
    shanhai_record_class_install (SHANHAI_RECORD_CLASS (klass), SHANHAI_RECORD_##TYPE, fields, G_N_ELEMENTS (fields)); \
  }                                                                                                         \
  static void type_name##_init (Type *self)                                                                 \
  {                                                                                                         \
  }

#define SHANHAI_RECORD_GETTER(Type, type_name, TYPE, CType, member)  \
  CType type_name##_get_##member (Type *self)                        \
  {                                                                  \
    g_return_val_if_fail (SHANHAI_IS_##TYPE (self), 0);              \
    return self->member;                                             \
  }

#define SHANHAI_RECORD_STRINGS_GETTER(Type, type_name, TYPE, member)        \
  const char * const *type_name##_get_##member (Type *self)                 \
  {                                                                         \
    g_return_val_if_fail (SHANHAI_IS_##TYPE (self), NULL);                  \
    return self->member ? (const char * const *) self->member->items : NULL; \
  }

G_END_DECLS

/* shanhai-field.h - one member of a record: its name, kind and place in the struct. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record type is a table of fields. The same table makes its GObject properties, its order in the file, its comparison and copying, and
 * the list of what it refers to; nothing about a member is written down twice. */

#pragma once

#include "shanhai-record-type.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_FIELD_STRING,     /* char *                    plain text: url, code, formula */
  SHANHAI_FIELD_NAME,       /* ShanhaiName *             plain text or by language */
  SHANHAI_FIELD_KEY,        /* const char *, interned    a word of the vocabulary */
  SHANHAI_FIELD_REFERENCE,  /* char *                    a record's id */
  SHANHAI_FIELD_REFERENCES, /* ShanhaiStrings *          records' ids */
  SHANHAI_FIELD_ENDS,       /* ShanhaiEnds * */
  SHANHAI_FIELD_QUANTITY,   /* ShanhaiQuantity * */
  SHANHAI_FIELD_PERIOD,     /* ShanhaiPeriod * */
  SHANHAI_FIELD_FLAG,       /* bool                      false is left out of the file */
  SHANHAI_FIELD_STRINGS,    /* ShanhaiStrings * */
  SHANHAI_FIELD_ABOUT,      /* ShanhaiAbout * */
  SHANHAI_FIELD_CITATIONS,  /* ShanhaiCitations * */
} ShanhaiFieldKind;

/* what becomes of a field when a record that it names is deleted */
typedef enum
{
  SHANHAI_FIELD_CLEARED,    /* the record can stand without: the field lets go of it */
  SHANHAI_FIELD_ESSENTIAL,  /* the record goes too, once the field names nothing any more (an `about`: once it lacks one of its records) */
  SHANHAI_FIELD_PASSED_ON,  /* names what the deleted one named in the same field: a part of a part is still a part of the whole */
} ShanhaiFieldLoss;

typedef struct
{
  const char       *member;   /* its name in the file; the property is the same with '-' for '_' */
  ShanhaiFieldKind  kind;
  guint             offset;   /* in the record's struct */
  guint             targets;  /* SHANHAI_RECORD_MASK of what it may refer to; 0 where it refers to nothing */
  const char       *scheme;   /* of a KEY: its list in the vocabulary, e.g. "kinds.flow"; or NULL */
  ShanhaiFieldLoss  loss;     /* of what refers to something */
} ShanhaiField;

typedef void (*ShanhaiReferenceFunc) (const ShanhaiField *field,
                                      const char         *id,
                                      gpointer            user_data);

#define SHANHAI_FIELD(Type, member_name, KIND, struct_member) \
  { member_name, SHANHAI_FIELD_##KIND, G_STRUCT_OFFSET (Type, struct_member), 0, NULL, SHANHAI_FIELD_CLEARED }
#define SHANHAI_FIELD_OF_KEY(Type, member_name, struct_member, scheme_name) \
  { member_name, SHANHAI_FIELD_KEY, G_STRUCT_OFFSET (Type, struct_member), 0, scheme_name, SHANHAI_FIELD_CLEARED }
#define SHANHAI_FIELD_TO(Type, member_name, KIND, struct_member, mask) \
  { member_name, SHANHAI_FIELD_##KIND, G_STRUCT_OFFSET (Type, struct_member), mask, NULL, SHANHAI_FIELD_CLEARED }
/* without what it names there the record makes no sense */
#define SHANHAI_FIELD_OF(Type, member_name, KIND, struct_member, mask) \
  { member_name, SHANHAI_FIELD_##KIND, G_STRUCT_OFFSET (Type, struct_member), mask, NULL, SHANHAI_FIELD_ESSENTIAL }
/* names something of its own kind that is greater, or came before */
#define SHANHAI_FIELD_UP(Type, member_name, struct_member, mask) \
  { member_name, SHANHAI_FIELD_REFERENCE, G_STRUCT_OFFSET (Type, struct_member), mask, NULL, SHANHAI_FIELD_PASSED_ON }

#define SHANHAI_FIELD_SLOT(CType, record, field) (*(CType *) G_STRUCT_MEMBER_P ((record), (field)->offset))

GParamSpec *shanhai_field_new_pspec          (const ShanhaiField   *field);
void        shanhai_field_get_value          (const ShanhaiField   *field,
                                              gconstpointer         record,
                                              GValue               *value);
/* replaces what the slot holds with a copy of the value; returns whether it is another */
bool        shanhai_field_set_value          (const ShanhaiField   *field,
                                              gpointer              record,
                                              const GValue         *value);
bool        shanhai_field_is_set             (const ShanhaiField   *field,
                                              gconstpointer         record);
bool        shanhai_field_equal              (const ShanhaiField   *field,
                                              gconstpointer         a,
                                              gconstpointer         b);
void        shanhai_field_copy               (const ShanhaiField   *field,
                                              gconstpointer         from,
                                              gpointer              to);
void        shanhai_field_clear              (const ShanhaiField   *field,
                                              gpointer              record);
void        shanhai_field_foreach_reference  (const ShanhaiField   *field,
                                              gconstpointer         record,
                                              ShanhaiReferenceFunc  func,
                                              gpointer              user_data);

G_END_DECLS

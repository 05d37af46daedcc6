/* shanhai-record-type.h - the kinds of record a casebook holds. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the order in which a canonical file lists them. OTHER stands for types that this version doesn't know; they are kept as they were. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_RECORD_PLACE,
  SHANHAI_RECORD_PARTY,
  SHANHAI_RECORD_CASE,
  SHANHAI_RECORD_PAIRING,
  SHANHAI_RECORD_PROGRAMME,
  SHANHAI_RECORD_FLOW,
  SHANHAI_RECORD_EXCHANGE,
  SHANHAI_RECORD_OBSERVATION,
  SHANHAI_RECORD_EVENT,
  SHANHAI_RECORD_SOURCE,
  SHANHAI_RECORD_INDICATOR,
  SHANHAI_RECORD_DECISION,
  SHANHAI_RECORD_OTHER,
} ShanhaiRecordType;

#define SHANHAI_N_RECORD_TYPES (SHANHAI_RECORD_OTHER + 1)

/* a set of record types, for what a reference may point at */
#define SHANHAI_RECORD_MASK(type) (1u << (type))
#define SHANHAI_RECORD_MASK_PLACE_OR_PARTY \
  (SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE) | SHANHAI_RECORD_MASK (SHANHAI_RECORD_PARTY))
#define SHANHAI_RECORD_MASK_ANY ((1u << SHANHAI_N_RECORD_TYPES) - 1)

/* "flow" for SHANHAI_RECORD_FLOW; NULL for OTHER */
const char        *shanhai_record_type_get_name  (ShanhaiRecordType  type);
/* OTHER for a name that isn't known */
ShanhaiRecordType  shanhai_record_type_from_name (const char        *name);
GType              shanhai_record_type_get_gtype (ShanhaiRecordType  type);
/* a fresh id: the type's name and ten random base32 characters; `casebook` ids are checked by the casebook */
char              *shanhai_record_type_new_id    (ShanhaiRecordType  type);

G_END_DECLS

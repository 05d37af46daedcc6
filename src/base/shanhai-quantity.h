/* shanhai-quantity.h - a number as a source prints it: value, precision, unit, qualifier. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `10.92万人` is value 109200, precision 100, unit "person". Values are in the base unit (yuan, not 万元). A quantity is immutable once it
 * hangs on a record; copies are cheap. `unit` is an interned string (g_intern_string), so units compare by pointer. `extra` holds unknown
 * members of the stored object, as JSON text that begins with a comma, or NULL; only the store reads and writes it. */

#pragma once

#include "shanhai-interval.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_QUALIFIER_EXACT,
  SHANHAI_QUALIFIER_ABOUT,     /* 约 左右 大约 */
  SHANHAI_QUALIFIER_NEARLY,    /* 近 将近 接近 */
  SHANHAI_QUALIFIER_OVER,      /* 余 多 逾 超 超过 突破 上千 */
  SHANHAI_QUALIFIER_AT_LEAST,  /* 以上 不少于 至少 */
  SHANHAI_QUALIFIER_AT_MOST,   /* 以内 不超过 */
} ShanhaiQualifier;

typedef enum
{
  SHANHAI_AGREEMENT_AGREE,       /* the soft intervals meet */
  SHANHAI_AGREEMENT_DOUBTFUL,    /* only the hard ones do */
  SHANHAI_AGREEMENT_CONTRADICT,
} ShanhaiAgreement;

typedef struct
{
  ShanhaiDecimal    value;
  ShanhaiDecimal    value_hi;   /* upper end of a range; meaningful when has_hi */
  ShanhaiDecimal    precision;  /* place value of the last printed digit, > 0; 1 where the file leaves it out */
  const char       *unit;       /* interned key, never NULL */
  ShanhaiQualifier  qualifier;
  bool              has_hi;
  bool              planned;
  char             *extra;
} ShanhaiQuantity;

#define SHANHAI_TYPE_QUANTITY (shanhai_quantity_get_type ())

typedef enum
{
  SHANHAI_QUANTITY_ERROR_SYNTAX,  /* no number is there, or something stands behind it */
  SHANHAI_QUANTITY_ERROR_RANGE,   /* more digits than a decimal holds, or an empty range */
  SHANHAI_QUANTITY_ERROR_UNIT,    /* the unit given and the unit written differ */
} ShanhaiQuantityError;

#define SHANHAI_QUANTITY_ERROR (shanhai_quantity_error_quark ())

GType             shanhai_quantity_get_type       (void) G_GNUC_CONST;
GQuark            shanhai_quantity_error_quark    (void);

ShanhaiQuantity  *shanhai_quantity_new            (const ShanhaiDecimal   *value,
                                                   const char             *unit);
ShanhaiQuantity  *shanhai_quantity_copy           (const ShanhaiQuantity  *self);
void              shanhai_quantity_free           (ShanhaiQuantity        *self);
bool              shanhai_quantity_equal          (const ShanhaiQuantity  *a,
                                                   const ShanhaiQuantity  *b);
int               shanhai_quantity_compare        (const ShanhaiQuantity  *a,
                                                   const ShanhaiQuantity  *b);

/* As a person writes it: 近4.7亿元, 10.92万人, 2000余人次, 13余万人, 一百万元以上, 470 million yuan, 38.74%, 3–5万, 1,012.71. `unit_hint` is used
 * where the text names no unit; when it names another, that is an error. */
ShanhaiQuantity  *shanhai_quantity_parse          (const char             *text,
                                                   const char             *unit_hint,
                                                   GError                **error);

void              shanhai_quantity_get_hard       (const ShanhaiQuantity  *self,
                                                   ShanhaiInterval        *out);
void              shanhai_quantity_get_soft       (const ShanhaiQuantity  *self,
                                                   ShanhaiInterval        *out);
ShanhaiAgreement  shanhai_quantity_compare_claims (const ShanhaiQuantity  *a,
                                                   const ShanhaiQuantity  *b);

const char       *shanhai_qualifier_to_key        (ShanhaiQualifier        qualifier);
bool              shanhai_qualifier_from_key      (const char             *key,
                                                   ShanhaiQualifier       *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiQuantity, shanhai_quantity_free)

G_END_DECLS

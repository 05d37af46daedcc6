/* shanhai-definitions.h - what the vocabulary and the casebook say of each indicator. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A casebook's own `indicator` record goes before the vocabulary. Made for one state of those records; made anew when one of them changes. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-formula.h"

G_BEGIN_DECLS

typedef struct _ShanhaiDefinitions ShanhaiDefinitions;

typedef struct
{
  const char     *unit;      /* interned, or NULL */
  const char     *part_of;   /* the indicator that it is counted within, interned, or NULL */
  const char     *direction; /* or NULL */
  const ShanhaiName *name;   /* of an indicator of the casebook's own, or NULL */
  ShanhaiFormula *formula;   /* or NULL */
  const char     *family;    /* one of the indicators that formulas join with this one, the same for all of them; interned, or NULL */
  bool            average;   /* per head, per year: such figures don't add up */
  bool            adds_up;   /* what a year brought, be it said to be a total or not */
  bool            has_parts; /* others are counted within it */
} ShanhaiDefinition;

ShanhaiDefinitions      *shanhai_definitions_new  (ShanhaiCasebook          *casebook);
void                     shanhai_definitions_free (ShanhaiDefinitions       *self);
/* (transfer none): never NULL; of an unknown key every member is empty */
const ShanhaiDefinition *shanhai_definitions_get  (ShanhaiDefinitions       *self,
                                                   const char               *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiDefinitions, shanhai_definitions_free)

G_END_DECLS

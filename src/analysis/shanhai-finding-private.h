/* shanhai-finding-private.h - a finding's own members, for the files shanhai-finding*.c. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-finding.h"

G_BEGIN_DECLS

typedef struct
{
  ShanhaiRecord   *record;
  ShanhaiQuantity *quantity;  /* or NULL */
} ShanhaiFindingFigure;

struct _ShanhaiFinding
{
  GObject               parent_instance;

  ShanhaiCheck          check;
  ShanhaiGravity        gravity;
  const char           *sentence;
  ShanhaiFindingFigure *figures;
  guint                 n;
  char                 *arithmetic;   /* with {1}, {2} … for figures, or NULL */
  bool                  has_computed;
  ShanhaiDecimal        nominal;
  ShanhaiInterval       interval;
  const char           *unit;         /* of what was computed, interned */
  ShanhaiDecimal        number;
  char                 *quote;
  ShanhaiRecord        *settled;
  GSequenceIter        *place;        /* in the list of the checks that made it, or NULL */
};

/* (transfer full): "nearly 470000000 CNY", the same in every language */
char *shanhai_quantity_dup_plain (const ShanhaiQuantity *quantity);

G_END_DECLS

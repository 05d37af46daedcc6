/* shanhai-figure.h - one figure that was found in a text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Borrowed from the reading that found it (shanhai-reading.h), which owns its strings. */

#pragma once

#include "shanhai-quantity.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_FIGURE_FUND,       /* money of the aid: paid, given, invested */
  SHANHAI_FIGURE_OUTPUT,     /* what the aid did, sales that it brought */
  SHANHAI_FIGURE_INDICATOR,  /* the state of a place: rates, incomes, people lifted out */
  SHANHAI_FIGURE_PAIRING,    /* units that were paired, on either side */
  SHANHAI_FIGURE_EXCHANGE,   /* people sent, visits */
  SHANHAI_FIGURE_EVENT,      /* meetings, campaigns, courses */
  SHANHAI_FIGURE_OTHER,
} ShanhaiFigureKind;

#define SHANHAI_N_FIGURE_KINDS 7

typedef struct
{
  guint              start;        /* code points from the start of the text */
  guint              length;       /* code points */
  gsize              start_byte;
  gsize              length_bytes;
  ShanhaiDecimal     value;        /* in the unit's base unit */
  ShanhaiDecimal     value_hi;     /* upper end, where `has_hi` */
  ShanhaiDecimal     precision;    /* place of the last printed digit */
  const char        *unit;         /* interned key of the thing counted */
  const char        *counted;      /* words of the text around it that say what is counted; never NULL, may be "" */
  const char        *period;       /* (nullable): EDTF */
  ShanhaiQualifier   qualifier;
  ShanhaiFigureKind  kind;
  bool               has_hi;
  bool               planned;      /* the sentence speaks of a plan */
} ShanhaiFigure;

const char      *shanhai_figure_kind_to_key    (ShanhaiFigureKind    kind);
bool             shanhai_figure_kind_from_key  (const char          *key,
                                                gssize               length,
                                                ShanhaiFigureKind   *out);
/* (transfer full) */
ShanhaiQuantity *shanhai_figure_dup_quantity   (const ShanhaiFigure *self);

G_END_DECLS

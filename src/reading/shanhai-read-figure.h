/* shanhai-read-figure.h - one figure that was found in a text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Borrowed from the reading that found it (shanhai-reading.h), which owns its strings. */

#pragma once

#include "shanhai-quantity.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_READ_FIGURE_FUND,       /* money of the aid: paid, given, invested */
  SHANHAI_READ_FIGURE_OUTPUT,     /* what the aid did, sales that it brought */
  SHANHAI_READ_FIGURE_INDICATOR,  /* the state of a place: rates, incomes, people lifted out */
  SHANHAI_READ_FIGURE_PAIRING,    /* units that were paired, on either side */
  SHANHAI_READ_FIGURE_EXCHANGE,   /* people sent, visits */
  SHANHAI_READ_FIGURE_EVENT,      /* meetings, campaigns, courses */
  SHANHAI_READ_FIGURE_OTHER,
} ShanhaiReadFigureKind;

#define SHANHAI_N_READ_FIGURE_KINDS 7

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
  ShanhaiReadFigureKind  kind;
  bool               has_hi;
  bool               planned;      /* the sentence speaks of a plan */
} ShanhaiReadFigure;

const char      *shanhai_read_figure_kind_to_key    (ShanhaiReadFigureKind    kind);
bool             shanhai_read_figure_kind_from_key  (const char          *key,
                                                gssize               length,
                                                ShanhaiReadFigureKind   *out);
/* (transfer full) */
ShanhaiQuantity *shanhai_read_figure_dup_quantity   (const ShanhaiReadFigure *self);

G_END_DECLS

/* shanhai-read-figure.c - one figure that was found in a text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-read-figure.h"

#include <string.h>

static const char * const kind_keys[SHANHAI_N_READ_FIGURE_KINDS] = {
  "fund", "output", "indicator", "pairing", "exchange", "event", "other",
};

/**
 * shanhai_read_figure_kind_to_key:
 * @kind: a kind
 *
 * Returns: (transfer none): the word that the command line prints
 */
const char *
shanhai_read_figure_kind_to_key (ShanhaiReadFigureKind kind)
{
  g_return_val_if_fail ((guint) kind < SHANHAI_N_READ_FIGURE_KINDS, "other");

  return kind_keys[kind];
}

/**
 * shanhai_read_figure_kind_from_key:
 * @key: a word, which need not end at @length
 * @length: bytes of it, -1 when it ends with NUL
 * @out: (out): the kind
 *
 * Returns: whether there is such a kind
 */
bool
shanhai_read_figure_kind_from_key (const char        *key,
                              gssize             length,
                              ShanhaiReadFigureKind *out)
{
  gsize n = length < 0 ? strlen (key) : (gsize) length;

  for (guint i = 0; i < SHANHAI_N_READ_FIGURE_KINDS; i++)
    if (strlen (kind_keys[i]) == n && memcmp (kind_keys[i], key, n) == 0)
      {
        *out = i;
        return true;
      }

  return false;
}

/**
 * shanhai_read_figure_dup_quantity:
 * @self: a figure
 *
 * Returns: (transfer full): it as the model stores it
 */
ShanhaiQuantity *
shanhai_read_figure_dup_quantity (const ShanhaiReadFigure *self)
{
  ShanhaiQuantity *quantity = shanhai_quantity_new (&self->value, self->unit);

  quantity->value_hi = self->value_hi;
  quantity->has_hi = self->has_hi;
  quantity->precision = self->precision;
  quantity->qualifier = self->qualifier;
  quantity->planned = self->planned;

  return quantity;
}

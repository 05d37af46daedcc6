/* shanhai-check-value.c - arithmetic in all readings of a figure at once. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-check-value.h"

ShanhaiCheckValue
shanhai_check_value_of_quantity (const ShanhaiQuantity *quantity)
{
  ShanhaiCheckValue value = { .nominal = shanhai_interval_point (&quantity->value) };

  shanhai_quantity_get_soft (quantity, &value.soft);
  shanhai_quantity_get_hard (quantity, &value.hard);

  return value;
}

ShanhaiCheckValue
shanhai_check_value_of_number (gint64 number)
{
  ShanhaiDecimal decimal = shanhai_decimal_from_int (number);
  ShanhaiInterval point = shanhai_interval_point (&decimal);

  return (ShanhaiCheckValue) { point, point, point };
}

bool
shanhai_check_value_combine (ShanhaiCheckValue       *self,
                             ShanhaiOperation         operation,
                             const ShanhaiCheckValue *other)
{
  return operation (&self->soft, &other->soft, &self->soft) && operation (&self->hard, &other->hard, &self->hard) &&
         operation (&self->nominal, &other->nominal, &self->nominal);
}

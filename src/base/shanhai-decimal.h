/* shanhai-decimal.h - exact decimal numbers, as sources print them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A decimal is digits × 10^-scale. It is always normal: no trailing zeros after the point, zero has no sign and no scale. So two equal
 * decimals have equal members. Arithmetic is exact or fails; it never rounds unless the function says so, and it never goes through
 * binary floating point. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* 36 decimal digits fit in 127 bits with room for one carry */
#define SHANHAI_DECIMAL_MAX_DIGITS 36

__extension__ typedef __int128 ShanhaiWide;

typedef struct
{
  ShanhaiWide digits;  /* |digits| < 10^36 */
  int         scale;   /* places after the point, 0 … 36 */
} ShanhaiDecimal;

typedef enum
{
  SHANHAI_ROUND_HALF_UP,   /* away from zero on a tie, as people round */
  SHANHAI_ROUND_FLOOR,
  SHANHAI_ROUND_CEILING,
} ShanhaiRounding;

#define SHANHAI_DECIMAL_INIT ((ShanhaiDecimal) { 0, 0 })

bool           shanhai_decimal_parse       (const char           *text,
                                            gssize                length,
                                            ShanhaiDecimal       *out);
ShanhaiDecimal shanhai_decimal_from_int    (gint64                value);
bool           shanhai_decimal_from_parts  (ShanhaiWide           digits,
                                            int                   scale,
                                            ShanhaiDecimal       *out);
char          *shanhai_decimal_to_string   (const ShanhaiDecimal *value);
void           shanhai_decimal_append      (const ShanhaiDecimal *value,
                                            GString              *string);
double         shanhai_decimal_to_double   (const ShanhaiDecimal *value);

int            shanhai_decimal_compare     (const ShanhaiDecimal *a,
                                            const ShanhaiDecimal *b);
bool           shanhai_decimal_equal       (const ShanhaiDecimal *a,
                                            const ShanhaiDecimal *b);
int            shanhai_decimal_sign        (const ShanhaiDecimal *value);
bool           shanhai_decimal_is_integer  (const ShanhaiDecimal *value);

bool           shanhai_decimal_add         (const ShanhaiDecimal *a,
                                            const ShanhaiDecimal *b,
                                            ShanhaiDecimal       *out);
bool           shanhai_decimal_subtract    (const ShanhaiDecimal *a,
                                            const ShanhaiDecimal *b,
                                            ShanhaiDecimal       *out);
bool           shanhai_decimal_multiply    (const ShanhaiDecimal *a,
                                            const ShanhaiDecimal *b,
                                            ShanhaiDecimal       *out);
bool           shanhai_decimal_divide      (const ShanhaiDecimal *a,
                                            const ShanhaiDecimal *b,
                                            int                   places,
                                            ShanhaiRounding       rounding,
                                            ShanhaiDecimal       *out);
bool           shanhai_decimal_shift       (const ShanhaiDecimal *value,
                                            int                   power_of_ten,
                                            ShanhaiDecimal       *out);
bool           shanhai_decimal_round       (const ShanhaiDecimal *value,
                                            int                   places,
                                            ShanhaiRounding       rounding,
                                            ShanhaiDecimal       *out);

G_END_DECLS

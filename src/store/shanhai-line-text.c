/* shanhai-line-text.c - characters and escapes of JSON texts. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-line-text.h"

#include <string.h>

int
shanhai_line_check_utf8 (const char *text,
                         const char *text_end)
{
  const guint8 *p = (const guint8 *) text;
  gsize left = text_end - text;
  guint8 lo = 0x80, hi = 0xbf;
  int n;

  if (*p >= 0xc2 && *p <= 0xdf)
    n = 2;
  else if (*p >= 0xe0 && *p <= 0xef)
    {
      n = 3;
      if (*p == 0xe0)
        lo = 0xa0;   /* no overlong forms */
      else if (*p == 0xed)
        hi = 0x9f;   /* no surrogates */
    }
  else if (*p >= 0xf0 && *p <= 0xf4)
    {
      n = 4;
      if (*p == 0xf0)
        lo = 0x90;
      else if (*p == 0xf4)
        hi = 0x8f;
    }
  else
    return 0;

  for (int i = 1; i < n; i++)
    {
      if ((gsize) i >= left)
        return -1;
      if (p[i] < lo || p[i] > hi)
        return 0;
      lo = 0x80;
      hi = 0xbf;
    }

  return n;
}

bool
shanhai_line_read_hex4 (const char *p,
                        guint      *out)
{
  *out = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return false;
      *out = *out << 4 | (guint) digit;
    }

  return true;
}

/* p stands behind the backslash of an escape that was checked; appends what it means, returns where it ends */
static const char *
read_escape (const char *p,
             GString    *string)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  guint unit, low;

  if (*p != 'u')
    {
      g_string_append_c (string, to[strchr (from, *p) - from]);
      return p + 1;
    }

  shanhai_line_read_hex4 (p + 1, &unit);
  p += 5;
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      shanhai_line_read_hex4 (p + 2, &low);
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      p += 6;
    }
  g_string_append_unichar (string, unit);

  return p;
}

char *
shanhai_line_read_escapes (const char *text,
                           gsize       length,
                           gsize      *out_length)
{
  GString *string = g_string_sized_new (length);
  const char *end = text + length;

  while (text < end)
    {
      if (*text == '\\')
        text = read_escape (text + 1, string);
      else
        g_string_append_c (string, *text++);
    }
  *out_length = string->len;

  return g_string_free (string, FALSE);
}

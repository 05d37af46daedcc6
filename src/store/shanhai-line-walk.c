/* shanhai-line-walk.c - the raw text of members of a line that was scanned. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is checked here: the brackets are known to match and the texts to end. */

#include "shanhai-config.h"

#include "shanhai-line-walk.h"

#include <string.h>

#include "shanhai-line-text.h"

static void
skip_trusted_space (const char **p)
{
  while (**p == ' ' || **p == '\t' || **p == '\r')
    (*p)++;
}

/* behind the value at p, in text that was scanned */
static const char *
skip_trusted_value (const char *p,
                    const char *end)
{
  int depth = 0;

  do
    {
      if (*p == '"')
        {
          for (p++; *p != '"'; p++)
            if (*p == '\\')
              p++;
          p++;
        }
      else if (*p == '{' || *p == '[')
        {
          depth++;
          p++;
        }
      else if (*p == '}' || *p == ']')
        {
          depth--;
          p++;
        }
      else if (depth > 0)
        p++;
      else
        while (p < end && strchr (",}] \t\r", *p) == NULL)
          p++;
    }
  while (depth > 0);

  return p;
}

/* To the next element: behind the opening bracket or the comma. False before the closing bracket. */
static bool
step (const char **position)
{
  skip_trusted_space (position);
  if (**position == '{' || **position == '[' || **position == ',')
    (*position)++;
  skip_trusted_space (position);

  return **position != '}' && **position != ']';
}

/**
 * shanhai_line_next_member:
 * @position: (inout): an object's text at first, then what this left
 * @end: the end of the line
 * @out: (out caller-allocates): the member
 *
 * Returns: false when there are no more
 */
bool
shanhai_line_next_member (const char        **position,
                          const char         *end,
                          ShanhaiLineMember  *out)
{
  const char *p;

  if (!step (position))
    return false;

  p = skip_trusted_value (*position, end);
  out->key = *position + 1;
  out->key_length = p - out->key - 1;
  skip_trusted_space (&p);
  p++;
  skip_trusted_space (&p);
  out->value = p;
  *position = skip_trusted_value (p, end);
  out->value_length = *position - p;

  return true;
}

/**
 * shanhai_line_next_item:
 * @position: (inout): an array's text at first, then what this left
 * @end: the end of the line
 * @item: (out): the text of the item
 * @item_length: (out): its bytes
 *
 * Returns: false when there are no more
 */
bool
shanhai_line_next_item (const char **position,
                        const char  *end,
                        const char **item,
                        gsize       *item_length)
{
  if (!step (position))
    return false;

  *item = *position;
  *position = skip_trusted_value (*position, end);
  *item_length = *position - *item;

  return true;
}

bool
shanhai_line_key_is (const ShanhaiLineMember *member,
                     const char              *name)
{
  g_autofree char *read = NULL;
  gsize length;

  if (memchr (member->key, '\\', member->key_length) == NULL)
    return strlen (name) == member->key_length && memcmp (member->key, name, member->key_length) == 0;

  read = shanhai_line_read_escapes (member->key, member->key_length, &length);
  return strcmp (read, name) == 0;
}

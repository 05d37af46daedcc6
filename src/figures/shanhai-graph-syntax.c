/* shanhai-graph-syntax.c - strict look at a JSON text before json-glib sees it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recursion is as deep as the nesting, which ends at SHANHAI_GRAPH_MAX_DEPTH. */

#include "shanhai-graph-syntax.h"

#include <stdbool.h>
#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
  guint       depth;
  bool        is_deep;
} Cursor;

static bool check_value (Cursor *self);

static void
skip_space (Cursor *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\t' || *self->p == '\r' || *self->p == '\n'))
    self->p++;
}

static bool
take (Cursor *self,
      char    c)
{
  if (self->p >= self->end || *self->p != c)
    return false;

  self->p++;
  return true;
}

static bool
take_word (Cursor     *self,
           const char *word)
{
  const gsize length = strlen (word);

  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return false;

  self->p += length;
  return true;
}

static bool
take_digits (Cursor *self)
{
  const char *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return self->p > start;
}

static bool
check_number (Cursor *self)
{
  take (self, '-');
  if (!take (self, '0') && !take_digits (self))
    return false;
  if (take (self, '.') && !take_digits (self))
    return false;
  if (take (self, 'e') || take (self, 'E'))
    {
      if (!take (self, '+'))
        take (self, '-');
      return take_digits (self);
    }

  return true;
}

static bool
check_escape (Cursor *self)
{
  if (take (self, 'u'))
    {
      for (int i = 0; i < 4; i++, self->p++)
        if (self->p >= self->end || !g_ascii_isxdigit (*self->p))
          return false;
      return true;
    }
  if (self->p >= self->end || *self->p == '\0' || strchr ("\"\\/bfnrt", *self->p) == NULL)
    return false;

  self->p++;
  return true;
}

static bool
check_string (Cursor *self)
{
  if (!take (self, '"'))
    return false;

  while (self->p < self->end)
    {
      if (take (self, '"'))
        return true;
      if ((guint8) *self->p < 0x20)
        return false;
      if (take (self, '\\'))
        {
          if (!check_escape (self))
            return false;
        }
      else
        self->p++;
    }

  return false;
}

/* behind the opening bracket */
static bool
check_items (Cursor *self,
             bool    is_object)
{
  const char close = is_object ? '}' : ']';

  skip_space (self);
  if (take (self, close))
    return true;

  for (;;)
    {
      skip_space (self);
      if (is_object)
        {
          if (!check_string (self))
            return false;
          skip_space (self);
          if (!take (self, ':'))
            return false;
        }
      if (!check_value (self))
        return false;
      skip_space (self);
      if (take (self, close))
        return true;
      if (!take (self, ','))
        return false;
    }
}

static bool
check_value (Cursor *self)
{
  skip_space (self);
  if (self->p >= self->end)
    return false;

  if (*self->p == '{' || *self->p == '[')
    {
      bool is_sound;

      if (self->depth == SHANHAI_GRAPH_MAX_DEPTH)
        {
          self->is_deep = true;
          return false;
        }
      self->depth++;
      is_sound = check_items (self, *self->p++ == '{');
      self->depth--;
      return is_sound;
    }
  if (*self->p == '"')
    return check_string (self);
  if (*self->p == '-' || g_ascii_isdigit (*self->p))
    return check_number (self);

  return take_word (self, "null") || take_word (self, "true") || take_word (self, "false");
}

/*< private > */
ShanhaiGraphSyntax
shanhai_graph_check_syntax (const char *text,
                            gsize       length,
                            guint      *line)
{
  Cursor self = { text, text + length, 0, false };
  bool is_sound = check_value (&self);

  if (is_sound)
    {
      skip_space (&self);
      is_sound = self.p == self.end;
    }

  *line = 1;
  for (const char *p = text; p < self.p; p++)
    *line += *p == '\n';

  return is_sound ? SHANHAI_GRAPH_SYNTAX_SOUND : self.is_deep ? SHANHAI_GRAPH_SYNTAX_DEEP : SHANHAI_GRAPH_SYNTAX_BROKEN;
}

/* shanhai-line-scan.c - strict look at a line of JSON before json-glib sees it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass without recursion; the kinds of the open brackets are the bits of one word, since there are at most 64. The keys of the
 * open objects stand on one stack. Nothing is allocated for lines as the program writes them. */

#include "shanhai-config.h"

#include "shanhai-line-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "shanhai-line-text.h"

/* objects up to this many members look for duplicates pairwise, larger ones by sorting */
#define FEW_KEYS 24
#define N_KEYS_ON_STACK 64

typedef struct
{
  const char *text;    /* escapes read */
  guint32     length;
  guint32     hash;
  char       *owned;   /* text, where there were escapes to read */
} Key;

typedef struct
{
  const char *start;
  const char *p;
  const char *end;

  guint64     in_object;                           /* bit d: whether level d + 1 is an object */
  guint       depth;
  guint       first_key[SHANHAI_LINE_MAX_DEPTH];   /* of each open object, in keys */

  Key        *keys;
  guint       n_keys;
  guint       n_allocated;
  Key         few[N_KEYS_ON_STACK];
} Scan;

static bool fail (const Scan *scan, const char *at, GError **error, ShanhaiStoreError code, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* `at` tells the person where; characters, since that is what an editor shows */
static bool
fail (const Scan         *scan,
      const char         *at,
      GError            **error,
      ShanhaiStoreError   code,
      const char         *format,
      ...)
{
  g_autofree char *what = NULL;
  glong column = 1;
  va_list args;

  for (const char *p = scan->start; p < at && p < scan->end; p++)
    if ((*p & 0xc0) != 0x80)
      column++;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  /* Translators: the first %s says what is wrong with a line and what to do, %ld counts characters from 1 */
  g_set_error (error, SHANHAI_STORE_ERROR, code, _("%s (character %ld)"), what, column);
  return false;
}

static bool
fail_truncated (const Scan  *scan,
                GError     **error)
{
  return fail (scan, scan->end, error, SHANHAI_STORE_ERROR_TRUNCATED,
               _("the line breaks off in the middle; restore it from a backup or remove it"));
}

static void
skip_space (Scan *scan)
{
  while (scan->p < scan->end && (*scan->p == ' ' || *scan->p == '\t' || *scan->p == '\r'))
    scan->p++;
}

static bool
check_escape (Scan    *scan,
              GError **error)
{
  const char *at = scan->p++;
  guint unit, low;

  if (scan->p >= scan->end)
    return fail_truncated (scan, error);

  if (*scan->p != 'u')
    {
      if (*scan->p == '\0' || strchr ("\"\\/bfnrt", *scan->p) == NULL)
        return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("a backslash with a letter that JSON doesn’t know; write \\\\ for a backslash"));
      scan->p++;
      return true;
    }

  scan->p++;
  if (scan->end - scan->p < 4)
    return fail_truncated (scan, error);
  if (!shanhai_line_read_hex4 (scan->p, &unit))
    return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("four hexadecimal digits must follow \\u"));
  if (unit == 0)
    return fail (scan, at, error, SHANHAI_STORE_ERROR_ENCODING, _("the character NUL can’t stand in a text; remove it"));
  scan->p += 4;

  if (unit >= 0xdc00 && unit < 0xe000)
    return fail (scan, at, error, SHANHAI_STORE_ERROR_ENCODING, _("half of a surrogate pair; write the whole character"));
  if (unit >= 0xd800 && unit < 0xdc00)
    {
      if (scan->end - scan->p < 6 && (scan->p == scan->end || (*scan->p == '\\' && (scan->p + 1 == scan->end || scan->p[1] == 'u'))))
        return fail_truncated (scan, error);
      if (scan->end - scan->p < 6 || scan->p[0] != '\\' || scan->p[1] != 'u' || !shanhai_line_read_hex4 (scan->p + 2, &low) ||
          low < 0xdc00 || low >= 0xe000)
        return fail (scan, at, error, SHANHAI_STORE_ERROR_ENCODING, _("half of a surrogate pair; write the whole character"));
      scan->p += 6;
    }

  return true;
}

static bool
check_non_ascii (Scan    *scan,
                 GError **error)
{
  int n = shanhai_line_check_utf8 (scan->p, scan->end);

  if (n < 0)
    return fail_truncated (scan, error);
  if (n == 0)
    return fail (scan, scan->p, error, SHANHAI_STORE_ERROR_ENCODING, _("not UTF-8; save the file as UTF-8"));
  scan->p += n;

  return true;
}

/* bytes that stand for themselves in a text: ASCII from the space up, without the quote and the backslash */
static const bool is_plain[256] = { [' ' ... '!'] = true, ['#' ... '['] = true, [']' ... 0x7f] = true };

/* p stands on the opening quote; afterwards behind the closing one */
static bool
check_string (Scan    *scan,
              bool    *has_escapes,
              GError **error)
{
  *has_escapes = false;
  scan->p++;

  for (;;)
    {
      guint8 c;

      while (scan->p < scan->end && is_plain[(guint8) *scan->p])
        scan->p++;
      if (scan->p >= scan->end)
        return fail_truncated (scan, error);

      c = (guint8) *scan->p;
      if (c == '"')
        {
          scan->p++;
          return true;
        }
      if (c == '\\')
        {
          *has_escapes = true;
          if (!check_escape (scan, error))
            return false;
        }
      else if (c == 0)
        return fail (scan, scan->p, error, SHANHAI_STORE_ERROR_ENCODING, _("the character NUL can’t stand in a text; remove it"));
      else if (c < 0x20)
        return fail (scan, scan->p, error, SHANHAI_STORE_ERROR_SYNTAX, _("a control character in a text; write it as \\u%04x"), c);
      /* most Chinese characters: no special lead byte, so any two continuation bytes do */
      else if (c > 0xe0 && c < 0xed && scan->end - scan->p > 2 && (scan->p[1] & 0xc0) == 0x80 && (scan->p[2] & 0xc0) == 0x80)
        scan->p += 3;
      else if (!check_non_ascii (scan, error))
        return false;
    }
}

static bool
check_number (Scan    *scan,
              GError **error)
{
  const char *at = scan->p;
  const char *digits;
  bool is_double = false;

  if (*scan->p == '-')
    scan->p++;

  digits = scan->p;
  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  if (scan->p == digits)
    return scan->p == scan->end ? fail_truncated (scan, error)
                                : fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("digits must follow the minus sign"));
  if (*digits == '0' && scan->p - digits > 1)
    return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("a number can’t begin with 0; remove the zero or put the number in quotes"));

  if (scan->p < scan->end && *scan->p == '.')
    {
      is_double = true;
      digits = ++scan->p;
      while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
        scan->p++;
      if (scan->p == digits)
        return scan->p == scan->end ? fail_truncated (scan, error)
                                    : fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("digits must follow the decimal point"));
    }

  if (scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E'))
    {
      is_double = true;
      scan->p++;
      if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-'))
        scan->p++;
      digits = scan->p;
      while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
        scan->p++;
      if (scan->p == digits)
        return scan->p == scan->end ? fail_truncated (scan, error)
                                    : fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("digits must follow the exponent’s e"));
    }

  /* 18 digits always fit */
  if (is_double || scan->p - at > 18)
    {
      g_autofree char *copy = g_strndup (at, scan->p - at);

      errno = 0;
      if (is_double ? !isfinite (g_ascii_strtod (copy, NULL)) : (g_ascii_strtoll (copy, NULL, 10), errno == ERANGE))
        return fail (scan, at, error, SHANHAI_STORE_ERROR_RANGE, _("a number too large to hold; put it in quotes"));
    }

  return true;
}

static bool
check_word (Scan    *scan,
            GError **error)
{
  static const char * const words[] = { "true", "false", "null" };
  const char *at = scan->p;
  gsize length;

  while (scan->p < scan->end && g_ascii_isalpha (*scan->p))
    scan->p++;
  length = scan->p - at;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (length == strlen (words[i]) && memcmp (at, words[i], length) == 0)
        return true;
      if (scan->p == scan->end && length > 0 && length < strlen (words[i]) && memcmp (at, words[i], length) == 0)
        return fail_truncated (scan, error);
    }

  /* a byte that no character begins with is a matter of encoding before it is one of syntax */
  scan->p = at;
  if ((*at & 0x80) != 0 && !check_non_ascii (scan, error))
    return false;
  if (*at == '\0')
    return fail (scan, at, error, SHANHAI_STORE_ERROR_ENCODING, _("the character NUL can’t stand in a text; remove it"));

  if (*at == '/' || *at == '#')
    return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("JSON has no comments; remove it or make it a “note”"));
  if (*at == '\'')
    return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("texts stand in double quotes (\")"));
  if (length > 0)
    return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("a word that is no JSON value; texts stand in double quotes (\")"));

  return fail (scan, at, error, SHANHAI_STORE_ERROR_SYNTAX, _("a value is missing here, or there is a comma too many"));
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;

  return memcmp (x->text, y->text, x->length);
}

static bool
fail_duplicate (const Scan  *scan,
                const Key   *key,
                GError     **error)
{
  g_autofree char *name = shanhai_store_shorten (key->text, key->length, 40);

  return fail (scan, key->owned != NULL ? scan->p : key->text, error, SHANHAI_STORE_ERROR_DUPLICATE,
               _("“%s” stands twice in one object; keep one of them"), name);
}

static bool
push_key (Scan        *scan,
          const char  *text,
          gsize        length,
          bool         has_escapes,
          GError     **error)
{
  guint first = scan->first_key[scan->depth - 1];
  guint32 hash = 5381;
  Key *key;

  if (scan->n_keys == scan->n_allocated)
    {
      scan->n_allocated *= 2;
      if (scan->keys == scan->few)
        {
          scan->keys = g_new (Key, scan->n_allocated);
          memcpy (scan->keys, scan->few, sizeof scan->few);
        }
      else
        scan->keys = g_renew (Key, scan->keys, scan->n_allocated);
    }

  key = &scan->keys[scan->n_keys++];
  key->owned = has_escapes ? shanhai_line_read_escapes (text, length, &length) : NULL;
  key->text = has_escapes ? key->owned : text;
  key->length = (guint32) length;
  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guint8) key->text[i];
  key->hash = hash;

  if (scan->n_keys - first <= FEW_KEYS)
    for (const Key *other = &scan->keys[first]; other < key; other++)
      if (other->hash == hash && compare_keys (other, key) == 0)
        return fail_duplicate (scan, key, error);

  return true;
}

static bool
pop_keys (Scan    *scan,
          GError **error)
{
  guint first = scan->first_key[scan->depth - 1];
  guint n = scan->n_keys - first;
  bool unique = true;

  if (n > FEW_KEYS)
    {
      qsort (&scan->keys[first], n, sizeof (Key), compare_keys);
      for (guint i = first + 1; i < scan->n_keys && unique; i++)
        if (compare_keys (&scan->keys[i - 1], &scan->keys[i]) == 0)
          unique = fail_duplicate (scan, &scan->keys[i], error);
    }

  for (guint i = first; i < scan->n_keys; i++)
    g_free (scan->keys[i].owned);
  scan->n_keys = first;

  return unique;
}

static bool
open_level (Scan    *scan,
            GError **error)
{
  if (scan->depth == SHANHAI_LINE_MAX_DEPTH)
    return fail (scan, scan->p, error, SHANHAI_STORE_ERROR_DEPTH, _("more than %d levels of brackets; make it flatter"), SHANHAI_LINE_MAX_DEPTH);

  if (*scan->p == '{')
    scan->in_object |= G_GUINT64_CONSTANT (1) << scan->depth;
  else
    scan->in_object &= ~(G_GUINT64_CONSTANT (1) << scan->depth);
  scan->first_key[scan->depth] = scan->n_keys;
  scan->depth++;
  scan->p++;

  return true;
}

static bool
check_key (Scan    *scan,
           GError **error)
{
  const char *at;
  bool has_escapes;

  skip_space (scan);
  if (scan->p >= scan->end)
    return fail_truncated (scan, error);
  if (*scan->p != '"')
    return (*scan->p & 0x80) != 0 && !check_non_ascii (scan, error)
             ? false
             : fail (scan, scan->p, error, SHANHAI_STORE_ERROR_SYNTAX, _("the name of a member in double quotes must stand here"));

  at = scan->p;
  if (!check_string (scan, &has_escapes, error) || !push_key (scan, at + 1, scan->p - at - 2, has_escapes, error))
    return false;

  skip_space (scan);
  if (scan->p >= scan->end)
    return fail_truncated (scan, error);
  if (*scan->p != ':')
    return fail (scan, scan->p, error, SHANHAI_STORE_ERROR_SYNTAX, _("a colon must stand between a member’s name and its value"));
  scan->p++;

  return true;
}

/* After a value: the comma, or the brackets that close here. True with depth 0 at the end of the object; else p stands before the next
 * value. */
static bool
check_after_value (Scan    *scan,
                   GError **error)
{
  for (;;)
    {
      bool is_object = (scan->in_object >> (scan->depth - 1)) & 1;

      skip_space (scan);
      if (scan->p >= scan->end)
        return fail_truncated (scan, error);

      if (*scan->p == ',')
        {
          scan->p++;
          return !is_object || check_key (scan, error);
        }

      if (*scan->p != (is_object ? '}' : ']'))
        return fail (scan, scan->p, error, SHANHAI_STORE_ERROR_SYNTAX,
                     is_object ? _("a comma or “}” must stand here") : _("a comma or “]” must stand here"));

      scan->p++;
      if (is_object && !pop_keys (scan, error))
        return false;
      if (--scan->depth == 0)
        return true;
    }
}

/* true when the line's object is complete */
static bool
check_object (Scan    *scan,
              GError **error)
{
  bool has_escapes;

  if (!open_level (scan, error))
    return false;

  /* p stands behind an opening bracket, or before a value */
  for (bool opened = true;;)
    {
      if (opened)
        {
          bool is_object = (scan->in_object >> (scan->depth - 1)) & 1;

          skip_space (scan);
          if (scan->p >= scan->end)
            return fail_truncated (scan, error);

          opened = false;
          if (*scan->p == (is_object ? '}' : ']'))
            {
              scan->p++;
              if (--scan->depth == 0)
                return true;
              if (!check_after_value (scan, error))
                return false;
              if (scan->depth == 0)
                return true;
            }
          else if (is_object && !check_key (scan, error))
            return false;
        }

      skip_space (scan);
      if (scan->p >= scan->end)
        return fail_truncated (scan, error);

      if (*scan->p == '{' || *scan->p == '[')
        {
          if (!open_level (scan, error))
            return false;
          opened = true;
          continue;
        }

      if (*scan->p == '"')
        {
          if (!check_string (scan, &has_escapes, error))
            return false;
        }
      else if (*scan->p == '-' || g_ascii_isdigit (*scan->p))
        {
          if (!check_number (scan, error))
            return false;
        }
      else if (!check_word (scan, error))
        return false;

      if (!check_after_value (scan, error))
        return false;
      if (scan->depth == 0)
        return true;
    }
}

/**
 * shanhai_line_scan:
 * @line: a line of a casebook file, without its line end; a carriage return at its end is white space
 * @length: its bytes
 *
 * Errors: every code of ShanhaiStoreError from SYNTAX to RANGE
 *
 * Returns: whether it is one sound object
 */
bool
shanhai_line_scan (const char  *line,
                   gsize        length,
                   GError     **error)
{
  Scan scan;
  bool sound;

  if (length > SHANHAI_LINE_MAX_BYTES)
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TOO_LONG,
                   _("the line is longer than %d bytes; split its texts up"), SHANHAI_LINE_MAX_BYTES);
      return false;
    }
  /* nothing has no address */
  if (length == 0)
    line = "";

  scan.start = scan.p = line;
  scan.end = line + length;
  scan.in_object = 0;
  scan.depth = 0;
  scan.keys = scan.few;
  scan.n_keys = 0;
  scan.n_allocated = N_KEYS_ON_STACK;

  skip_space (&scan);
  if (scan.p >= scan.end)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_SYNTAX, _("the line is empty; remove it"));
      return false;
    }

  if (*scan.p != '{')
    {
      sound = *scan.p == '[' || *scan.p == '"' || *scan.p == '-' || g_ascii_isdigit (*scan.p) || check_word (&scan, error);
      if (sound)
        sound = fail (&scan, scan.start, error, SHANHAI_STORE_ERROR_SYNTAX, _("the line must be one object in { }"));
      return sound;
    }

  sound = check_object (&scan, error);
  if (sound)
    {
      skip_space (&scan);
      if (scan.p < scan.end)
        sound = fail (&scan, scan.p, error, *scan.p == '\0' ? SHANHAI_STORE_ERROR_ENCODING : SHANHAI_STORE_ERROR_SYNTAX,
                      _("something stands behind the object; put each object on a line of its own"));
    }

  for (guint i = 0; i < scan.n_keys; i++)
    g_free (scan.keys[i].owned);
  if (scan.keys != scan.few)
    g_free (scan.keys);

  return sound;
}

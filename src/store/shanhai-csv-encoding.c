/* shanhai-csv-encoding.c - in which encoding a table's bytes are. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-csv-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* bytes that are weighed; a table says early what it is */
#define SAMPLE_BYTES (256 * 1024)

static const char * const names[SHANHAI_N_CSV_ENCODINGS] = { "auto", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5" };

const char *
shanhai_csv_encoding_get_name (ShanhaiCsvEncoding encoding)
{
  g_return_val_if_fail ((guint) encoding < SHANHAI_N_CSV_ENCODINGS, names[0]);

  return names[encoding];
}

bool
shanhai_csv_encoding_from_name (const char         *name,
                                ShanhaiCsvEncoding *out)
{
  static const struct { const char *name; ShanhaiCsvEncoding encoding; } others[] = {
    { "utf8", SHANHAI_CSV_ENCODING_UTF_8 }, { "utf-16", SHANHAI_CSV_ENCODING_UTF_16LE }, { "gbk", SHANHAI_CSV_ENCODING_GB18030 },
    { "gb2312", SHANHAI_CSV_ENCODING_GB18030 }, { "cp936", SHANHAI_CSV_ENCODING_GB18030 }, { "cp950", SHANHAI_CSV_ENCODING_BIG5 },
  };

  for (guint i = 0; i < SHANHAI_N_CSV_ENCODINGS; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      {
        *out = (ShanhaiCsvEncoding) i;
        return true;
      }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (name, others[i].name) == 0)
      {
        *out = others[i].encoding;
        return true;
      }

  return false;
}

/* UTF-8 but for a sequence that the end of the sample cuts off */
static bool
is_utf8 (const guint8 *data,
         gsize         length,
         bool          cut)
{
  const char *end;

  if (g_utf8_validate_len ((const char *) data, length, &end))
    return true;

  return cut && (gsize) ((const guint8 *) end - data) + 4 > length && *end != '\0';
}

/* without a mark: half of the bytes of Latin text and of digits are NUL, on one side */
static ShanhaiCsvEncoding
detect_utf16 (const guint8 *data,
              gsize         length)
{
  gsize nul[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    if (data[i] == 0)
      nul[i % 2]++;

  if (nul[0] + nul[1] == 0 || nul[0] == nul[1])
    return SHANHAI_CSV_ENCODING_AUTO;

  return nul[1] > nul[0] ? SHANHAI_CSV_ENCODING_UTF_16LE : SHANHAI_CSV_ENCODING_UTF_16BE;
}

typedef struct
{
  gsize pairs;
  gsize common;
  gsize bad;
} Weight;

/* The first level of GB 2312 (leads B0–D7) holds the 3755 characters that nearly all text is made of, A1–A3 its punctuation. */
static Weight
weigh_gb18030 (const guint8 *data,
               gsize         length)
{
  Weight weight = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      const guint8 lead = data[i];

      if (lead < 0x80)
        continue;
      if (i + 1 == length)
        break;
      weight.pairs++;
      i++;
      if (lead == 0x80 || lead == 0xff || data[i] < 0x30 || data[i] == 0x7f || data[i] == 0xff)
        weight.bad++;
      else if (data[i] <= 0x39)
        i += 2;  /* four bytes: rare */
      else if (data[i] < 0x40)
        weight.bad++;
      else if (data[i] >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)))
        weight.common++;
    }

  return weight;
}

/* Big5's first level has the leads A4–C6, its punctuation A1–A3. */
static Weight
weigh_big5 (const guint8 *data,
            gsize         length)
{
  Weight weight = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      const guint8 lead = data[i];

      if (lead < 0x80)
        continue;
      if (i + 1 == length)
        break;
      weight.pairs++;
      i++;
      if (lead < 0x81 || lead == 0xff || data[i] < 0x40 || (data[i] > 0x7e && data[i] < 0xa1) || data[i] == 0xff)
        weight.bad++;
      else if (lead >= 0xa1 && lead <= 0xc6)
        weight.common++;
    }

  return weight;
}

/**
 * shanhai_csv_encoding_detect:
 * @data: (array length=length): the bytes of a table, or their beginning
 *
 * Returns: the likely encoding, never AUTO
 */
ShanhaiCsvEncoding
shanhai_csv_encoding_detect (const guint8 *data,
                             gsize         length)
{
  const gsize n = MIN (length, SAMPLE_BYTES);
  ShanhaiCsvEncoding utf16;
  Weight gb, big5;

  if (n >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return SHANHAI_CSV_ENCODING_UTF_8;
  if (n >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return SHANHAI_CSV_ENCODING_UTF_16LE;
  if (n >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return SHANHAI_CSV_ENCODING_UTF_16BE;

  utf16 = detect_utf16 (data, n);
  if (utf16 != SHANHAI_CSV_ENCODING_AUTO)
    return utf16;
  if (is_utf8 (data, n, n < length))
    return SHANHAI_CSV_ENCODING_UTF_8;

  /* Big5 bytes read as GB18030 are pairs with small second bytes or rare leads; the other way round, leads beyond C6 */
  gb = weigh_gb18030 (data, n);
  big5 = weigh_big5 (data, n);
  if (gb.bad != big5.bad)
    return gb.bad < big5.bad ? SHANHAI_CSV_ENCODING_GB18030 : SHANHAI_CSV_ENCODING_BIG5;

  return big5.common > gb.common ? SHANHAI_CSV_ENCODING_BIG5 : SHANHAI_CSV_ENCODING_GB18030;
}

/* A mark of another encoding than the one asked for is no mark but text, and will fail as such. */
static gsize
get_mark_length (const guint8       *data,
                 gsize               length,
                 ShanhaiCsvEncoding  encoding)
{
  if (encoding == SHANHAI_CSV_ENCODING_UTF_8 && length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return 3;
  if (encoding == SHANHAI_CSV_ENCODING_UTF_16LE && length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return 2;
  if (encoding == SHANHAI_CSV_ENCODING_UTF_16BE && length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return 2;
  if (encoding == SHANHAI_CSV_ENCODING_GB18030 && length >= 4 && memcmp (data, "\x84\x31\x95\x33", 4) == 0)
    return 4;

  return 0;
}

static char *
fail (GError             **error,
      ShanhaiCsvEncoding   encoding,
      guint                line)
{
  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_ENCODING, _("line %u is not %s text; choose the encoding the table was saved in"), line,
               names[encoding]);
  return NULL;
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    line += *text == '\n';

  return line;
}

/**
 * shanhai_csv_decode:
 * @data: (array length=length): the bytes of a table
 * @encoding: what they are; AUTO to guess
 * @out_length: (out): bytes of the text, without the NUL behind it
 *
 * Errors: SHANHAI_STORE_ERROR_ENCODING, with the line; NUL counts as wrong
 *
 * Returns: (transfer full) (nullable): the text as UTF-8
 */
char *
shanhai_csv_decode (const guint8        *data,
                    gsize                length,
                    ShanhaiCsvEncoding   encoding,
                    gsize               *out_length,
                    GError             **error)
{
  g_autofree char *text = NULL;
  const char *end;
  gsize skip, written = 0;

  if (encoding == SHANHAI_CSV_ENCODING_AUTO)
    encoding = shanhai_csv_encoding_detect (data, length);

  skip = get_mark_length (data, length, encoding);
  data += skip;
  length -= skip;

  if (encoding == SHANHAI_CSV_ENCODING_UTF_8)
    {
      text = g_malloc (length + 1);
      if (length > 0)
        memcpy (text, data, length);
      text[length] = '\0';
      written = length;
    }
  else
    {
      gsize read = 0;

      text = g_convert ((const char *) data, (gssize) length, "UTF-8", names[encoding], &read, &written, NULL);
      if (text == NULL)
        {
          /* as far as it went, to tell the line */
          g_autofree char *good = g_convert ((const char *) data, (gssize) read, "UTF-8", names[encoding], NULL, &written, NULL);

          return fail (error, encoding, good != NULL ? count_lines (good, good + written) : 1);
        }
      /* half a character at the end is no error to g_convert() when it may tell how far it came */
      if (read < length)
        return fail (error, encoding, count_lines (text, text + written));
    }

  if (!g_utf8_validate_len (text, written, &end))
    return fail (error, encoding, count_lines (text, end));

  *out_length = written;
  return g_steal_pointer (&text);
}

/* fuzz-line.c - any bytes as a line of a casebook file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold: a line is read or refused with one clear error, and never more than that. What passes the scan, json-glib reads too.
 * A line that is read comes out in canonical form, which is read as an equal record and comes out as the same bytes again. */

#include <json-glib/json-glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "shanhai-line-scan.h"
#include "shanhai-record-read.h"
#include "shanhai-record-write.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == SHANHAI_STORE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

static void
check_scan (const char *line,
            gsize       length)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) error = NULL;

  if (!shanhai_line_scan (line, length, &error))
    {
      check_error (error);
      return;
    }

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, line, (gssize) length, &error))
    g_error ("passes the scan, but json-glib says: %s", error->message);
}

static void
check_record (ShanhaiRecordReader *reader,
              ShanhaiRecord       *record)
{
  g_autofree char *line = shanhai_record_to_line (record);
  g_autofree char *second = NULL;
  g_autoptr (ShanhaiRecord) again = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiLineKind kind;

  /* what a reader takes away from white space it may put back elsewhere, so a canonical line may be the longer one */
  if (strlen (line) > SHANHAI_LINE_MAX_BYTES)
    return;

  if (!shanhai_record_reader_read (reader, line, strlen (line), &kind, &again, NULL, NULL, &error))
    g_error ("the canonical line can't be read: %s", error->message);
  g_assert_true (shanhai_record_equal (record, again));
  second = shanhai_record_to_line (again);
  g_assert_cmpstr (line, ==, second);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  /* of its own length, so that a sanitizer sees a step beyond it */
  g_autofree char *line = g_malloc (size);
  g_autoptr (ShanhaiRecordReader) reader = shanhai_record_reader_new ();
  g_autoptr (ShanhaiRecord) record = NULL;
  g_auto (ShanhaiHeader) header = { 0 };
  g_autofree char *deleted = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiLineKind kind;

  if (size > 0)
    memcpy (line, data, size);
  check_scan (line, size);

  if (!shanhai_record_reader_read (reader, line, size, &kind, &record, &header, &deleted, &error))
    {
      check_error (error);
      g_assert_null (record);
    }
  else if (kind == SHANHAI_LINE_RECORD)
    check_record (reader, record);
  else if (kind == SHANHAI_LINE_HEADER)
    g_assert_cmpint (header.format, >=, 0);
  else
    g_assert_cmpstr (deleted, !=, "");

  return 0;
}

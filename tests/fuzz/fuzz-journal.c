/* fuzz-journal.c - fuzz target: any bytes as a journal. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No mutation would ever hit a checksum, so the target first puts the right ones in: whatever the frames then say must be read or refused, and
 * never more than that. What is read comes back into a casebook, with or without knowing the file, and can be described. */

#include <gio/gio.h>
#include <stdint.h>
#include <string.h>

#include "shanhai-recovery.h"

#define MARK ",\"sum\":\""
#define SUM_DIGITS 16

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* (nullable): the digits of the checksum at the line's end */
static char *
find_sum (char *line,
          char *end)
{
  gsize tail = strlen (MARK) + SUM_DIGITS + 2;

  return (gsize) (end - line) >= tail && memcmp (end - tail, MARK, strlen (MARK)) == 0 ? end - SUM_DIGITS - 2 : NULL;
}

/* A frame takes in the lines behind it up to the next frame. */
static void
mend_sums (char *text,
           gsize size)
{
  char *end = text + size;

  for (char *line = text; line < end;)
    {
      char *line_end = memchr (line, '\n', end - line);
      char *sum = line_end != NULL ? find_sum (line, line_end) : NULL;
      char *next = line_end != NULL ? line_end + 1 : end;

      if (sum != NULL)
        {
          g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
          char *lines = next;

          while (next < end)
            {
              char *next_end = memchr (next, '\n', end - next);

              if (next_end == NULL || find_sum (next, next_end) != NULL)
                break;
              next = next_end + 1;
            }
          g_checksum_update (checksum, (const guchar *) line, sum - (gssize) strlen (MARK) - line);
          g_checksum_update (checksum, (const guchar *) lines, next - lines);
          memcpy (sum, g_checksum_get_string (checksum), SUM_DIGITS);
        }
      line = next;
    }
}

static void
check (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiJournalText) text = shanhai_journal_text_parse (bytes, &error);
  g_autoptr (ShanhaiRecovery) described = NULL;

  if (text == NULL)
    {
      g_assert_true (error->domain == SHANHAI_STORE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_cmpuint (text->valid_size, <=, g_bytes_get_size (bytes));
  g_assert_true (text->torn == (text->valid_size < g_bytes_get_size (bytes)));
  described = shanhai_recovery_describe (text);
  g_assert_cmpuint (described->changes->len, <=, text->n_changes);

  for (int first = -1; first <= 1; first++)
    {
      g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
      g_autoptr (ShanhaiRecovery) recovery = shanhai_recovery_replay (text, first, casebook);
      guint n_undone = 0;

      g_assert_cmpuint (recovery->n_recovered + recovery->n_left_out, <=, recovery->changes->len);
      /* each that came back is a step that can be undone */
      while (shanhai_history_undo (shanhai_casebook_get_history (casebook), NULL))
        n_undone++;
      g_assert_cmpuint (n_undone, ==, recovery->n_recovered);
      g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *copy = g_malloc (MAX (size, 1));
  g_autoptr (GBytes) raw = NULL;
  g_autoptr (GBytes) mended = NULL;

  if (size > 0)
    memcpy (copy, data, size);
  raw = g_bytes_new_static (data, size);
  check (raw);
  mend_sums (copy, size);
  mended = g_bytes_new_static (copy, size);
  check (mended);

  return 0;
}

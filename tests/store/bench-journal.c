/* bench-journal.c - what a change costs the journal, in a large casebook and in a small one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cost must follow the change, not the casebook: the time that the main thread spends on a change of one record may not be more than
 * thrice as long in a casebook that is a thousand times as large. Prints the time until the disk has it as well, which is the disk's matter. */

#include <gio/gio.h>
#include <stdlib.h>

#include "casebook-generator.h"
#include "shanhai-document.h"
#include "shanhai-history.h"

#define N_CHANGES 2000
#define RATIO_LIMIT 3.0
/* of the 16 ms of a frame, this is the journal's part at most */
#define MICROSECONDS_LIMIT 500.0

static ShanhaiDocument *
open_generated (guint n_records)
{
  g_autofree char *name = g_strdup_printf ("journal-%u.shanhai", n_records);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = generate_casebook (n_records, 1);
  g_autoptr (GError) error = NULL;
  ShanhaiDocument *document;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
  document = shanhai_document_open (file, NULL, &error);
  if (document == NULL)
    g_error ("%s", error->message);

  return document;
}

static ShanhaiChange *
new_change (ShanhaiCasebook *casebook,
            guint            n)
{
  ShanhaiRecordList *flows = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW);
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (shanhai_record_list_peek (flows, n % shanhai_record_list_get_n (flows)));
  g_autofree char *sector = g_strdup_printf ("sector-%u", n);
  ShanhaiChange *change = shanhai_change_new ("Set sector");

  g_object_set (draft, "sector", sector, NULL);
  shanhai_change_put (change, draft);

  return change;
}

/* microseconds of the main thread for each change, the journal's part: with it less without it */
static double
measure (guint n_records)
{
  g_autoptr (ShanhaiDocument) document = open_generated (n_records);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  g_autoptr (ShanhaiJournal) journal = shanhai_journal_new_without_file ("{\"record\":\"casebook\",\"format\":1}");
  gint64 spent = 0;
  gint64 began;

  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autoptr (ShanhaiChange) change = new_change (casebook, i);

      if (!shanhai_casebook_apply (casebook, change, NULL))
        g_error ("a change was refused");
      began = g_get_monotonic_time ();
      shanhai_journal_append (journal, change, SHANHAI_HISTORY_APPLIED);
      spent += g_get_monotonic_time () - began;
    }
  began = g_get_monotonic_time ();
  if (!shanhai_journal_flush (journal))
    g_error ("the journal can't be written");
  g_print ("# %u records: %.1f us a change, then %.1f ms until the disk has %d of them\n", n_records, (double) spent / N_CHANGES,
           (double) (g_get_monotonic_time () - began) / 1e3, N_CHANGES);
  shanhai_journal_close (journal, true);

  return (double) spent / N_CHANGES;
}

int
main (int    argc,
      char **argv)
{
  guint n_records = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100000;
  double few = measure (100);
  double many = measure (n_records);
  bool sound = many <= RATIO_LIMIT * MAX (few, 1) && many <= MICROSECONDS_LIMIT;

  g_print ("%s a change in %u records / in 100: %.2f (limit %.2f), %.1f us (limit %.0f)\n", sound ? "ok" : "NOT OK", n_records, many / few, RATIO_LIMIT,
           many, MICROSECONDS_LIMIT);

  return sound ? 0 : 1;
}

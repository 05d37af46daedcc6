/* crash-editor.c - a program that edits and saves until it is killed, and one that looks what is left. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * crash-editor edit FILE SEED: makes one edit after the other, as a person's would be made. Prints "did N" after the Nth, "ack N" when the journal
 * says that the disk has it, "saved N" when a file that holds the first N was written.
 *
 * crash-editor leave FILE N: makes N edits and is gone, as if it had been killed, when the journal has them.
 *
 * crash-editor check FILE SEED ORIGINAL ACKNOWLEDGED DONE SAVED: opens what is left. The edits follow from the seed, so all states that can be
 * are known: the casebook must be in one from ACKNOWLEDGED to DONE + 1 (a crash may come between an edit and its word), and the file itself
 * must be a sound one from SAVED on. Exit status 1 and a line that says why, if not. */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shanhai-document.h"
#include "shanhai-history.h"

#define N_PLACES 40
#define OPS_PER_SAVE 17

static ShanhaiRecord *
new_draft (ShanhaiCasebook *casebook,
           const char      *id)
{
  ShanhaiRecord *live = shanhai_casebook_lookup (casebook, id);

  return live != NULL ? shanhai_record_copy (live) : shanhai_record_new (SHANHAI_RECORD_PLACE, id);
}

/* The Nth edit. The same numbers are drawn whatever the casebook is like. */
static void
edit (ShanhaiCasebook *casebook,
      GRand           *rand,
      guint            n)
{
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  int dice = g_rand_int_range (rand, 0, 100);
  int which = g_rand_int_range (rand, 0, N_PLACES);
  guint n_records = (guint) g_rand_int_range (rand, 1, 6);
  g_autofree char *title = g_strdup_printf ("Edit %u", n);
  g_autoptr (ShanhaiChange) change = shanhai_change_new (title);
  g_autoptr (GError) error = NULL;

  if (dice < 12)
    {
      shanhai_history_undo (history, NULL);
      return;
    }
  if (dice < 18)
    {
      shanhai_history_redo (history, NULL);
      return;
    }
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *id = g_strdup_printf ("place-%02u", ((guint) which + i) % N_PLACES);
      g_autofree char *code = g_strdup_printf ("%u", n);
      g_autoptr (ShanhaiRecord) draft = NULL;

      if (dice < 25 && shanhai_casebook_lookup (casebook, id) != NULL)
        {
          shanhai_change_delete (change, id);
          continue;
        }
      draft = new_draft (casebook, id);
      g_object_set (draft, "code", code, NULL);
      shanhai_change_put (change, draft);
    }
  if (!shanhai_history_apply (history, change, &error))
    g_error ("%s", error->message);
}

static char *
to_sum (ShanhaiCasebook *casebook)
{
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (casebook, NULL, NULL, NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

typedef struct
{
  guint n;
  bool  busy;
} Saving;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;

  if (!shanhai_document_save_finish (SHANHAI_DOCUMENT (source), result, &error))
    g_error ("%s", error->message);
  saving->busy = false;
  printf ("saved %u\n", saving->n);
  fflush (stdout);
}

static int
run_edit (const char *path,
          guint32     seed)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiDocument) document = shanhai_document_open (file, NULL, &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GRand) pace = g_rand_new_with_seed (seed + 1);
  Saving saving = { 0, false };

  if (document == NULL)
    g_error ("%s", error->message);
  printf ("ready\n");
  fflush (stdout);
  for (guint n = 1;; n++)
    {
      edit (shanhai_document_get_casebook (document), rand, n);
      printf ("did %u\n", n);
      fflush (stdout);
      if (g_rand_boolean (pace))
        {
          if (!shanhai_document_flush_journal (document))
            g_error ("the journal can't be written");
          printf ("ack %u\n", n);
          fflush (stdout);
        }
      if (n % OPS_PER_SAVE == 0 && !saving.busy)
        {
          saving = (Saving) { n, true };
          shanhai_document_save_async (document, NULL, false, NULL, NULL, NULL, saved_cb, &saving);
        }
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep ((gulong) g_rand_int_range (pace, 0, 3000));
    }

  return 0;
}

static int
run_leave (const char *path,
           guint       n)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ShanhaiDocument *document = shanhai_document_open (file, NULL, NULL);
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);

  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Edit %u", i);
      g_autofree char *id = g_strdup_printf ("place-left-%u", i);
      g_autoptr (ShanhaiChange) change = shanhai_change_new (title);
      g_autoptr (ShanhaiRecord) draft = new_draft (casebook, id);

      shanhai_change_put (change, draft);
      if (!shanhai_history_apply (shanhai_casebook_get_history (casebook), change, NULL))
        return 1;
    }
  if (!shanhai_document_flush_journal (document))
    return 1;
  _exit (0);
}

/* the last of the states that has that checksum, or -1 */
static int
find_state (GPtrArray  *sums,
            const char *sum,
            guint       from,
            guint       to)
{
  for (guint i = MIN (to + 1, sums->len); i > from; i--)
    if (strcmp (sums->pdata[i - 1], sum) == 0)
      return (int) i - 1;

  return -1;
}

static int
run_check (const char *path,
           guint32     seed,
           const char *original,
           guint       n_acknowledged,
           guint       n_done,
           guint       n_saved)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) first = g_file_new_for_path (original);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ShanhaiLoad) model = shanhai_load_file (first, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) load = shanhai_load_file (file, NULL, NULL, NULL, &error);
  g_autoptr (ShanhaiDocument) document = NULL;
  g_autofree char *file_sum = NULL;
  g_autofree char *sum = NULL;
  const ShanhaiRecovery *recovery;

  g_ptr_array_add (sums, to_sum (model->casebook));
  for (guint n = 1; n <= n_done + 1; n++)
    {
      edit (model->casebook, rand, n);
      g_ptr_array_add (sums, to_sum (model->casebook));
    }

  if (load == NULL || load->damages->len > 0)
    {
      printf ("the file is torn: %s\n", error != NULL ? error->message : "damaged lines");
      return 1;
    }
  file_sum = to_sum (load->casebook);
  if (find_state (sums, file_sum, n_saved, n_done + 1) < 0)
    {
      printf ("the file isn't what was saved at %u or later\n", n_saved);
      return 1;
    }

  document = shanhai_document_open (file, NULL, &error);
  if (document == NULL)
    {
      printf ("it can't be opened: %s\n", error->message);
      return 1;
    }
  sum = to_sum (shanhai_document_get_casebook (document));
  recovery = shanhai_document_get_recovery (document);
  if (find_state (sums, sum, n_acknowledged, n_done + 1) < 0 || (recovery != NULL && (recovery->other_base || recovery->n_left_out > 0)))
    {
      printf ("what came back isn't a state from %u to %u (it is %d), the file's is %d\n", n_acknowledged, n_done + 1,
              find_state (sums, sum, 0, n_done + 1), find_state (sums, file_sum, 0, n_done + 1));
      return 1;
    }
  printf ("recovered %u, file at %d, casebook at %d\n", recovery != NULL ? recovery->n_recovered : 0,
          find_state (sums, file_sum, 0, n_done + 1), find_state (sums, sum, 0, n_done + 1));

  return 0;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  if (argc == 4 && strcmp (argv[1], "edit") == 0)
    return run_edit (argv[2], (guint32) strtoul (argv[3], NULL, 10));
  if (argc == 4 && strcmp (argv[1], "leave") == 0)
    return run_leave (argv[2], (guint) strtoul (argv[3], NULL, 10));
  if (argc == 8 && strcmp (argv[1], "check") == 0)
    return run_check (argv[2], (guint32) strtoul (argv[3], NULL, 10), argv[4], (guint) strtoul (argv[5], NULL, 10),
                      (guint) strtoul (argv[6], NULL, 10), (guint) strtoul (argv[7], NULL, 10));

  fprintf (stderr, "usage: crash-editor edit FILE SEED | leave FILE N | check FILE SEED ORIGINAL ACKNOWLEDGED DONE SAVED\n");
  return 2;
}

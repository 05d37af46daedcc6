/* replay.c - runs a fuzz target without a fuzzer, as an ordinary test. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * replay [CORPUS…]: gives the target each file of the folders, then a fixed number of mutations of them, from a fixed seed: so every run
 * of the tests tries the same inputs, and a failure comes again. SHANHAI_FUZZ_RUNS asks for more mutations, SHANHAI_FUZZ_SEED for others.
 * A failing target aborts; the input that did it is then in the test's log. */

#include <glib.h>
#include <locale.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define RUNS 20000
#define SEED 20201015
#define MAX_BYTES 4096

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static const guint8 *current;
static gsize current_size;

/* nothing but write() is safe here, and g_printerr() is close enough for a test that dies anyway */
static void
report_cb (int signal)
{
  g_printerr ("# input of %" G_GSIZE_FORMAT " bytes:", current_size);
  for (gsize i = 0; i < current_size; i++)
    g_printerr (" %02x", current[i]);
  g_printerr ("\n");
  _Exit (128 + signal);
}

static void
run_target (const guint8 *data,
            gsize         size)
{
  /* its own block, so that a sanitizer sees a read behind the end */
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  current = copy;
  current_size = size;
  LLVMFuzzerTestOneInput (copy, size);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
load_corpus (const char *folder,
             GPtrArray  *corpus)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *bytes;
      gsize size;

      if (!g_file_get_contents (names->pdata[i], &bytes, &size, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (corpus, g_bytes_new_take (bytes, size));
    }
}

static void
mutate (GByteArray      *input,
        const GPtrArray *corpus,
        GRand           *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) input->len + 1);
  guint rest = input->len - at;
  guint8 byte = (guint8) g_rand_int_range (rand, 0, 256);
  gsize size;
  const guint8 *other;
  guint from, n;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:  /* change a byte */
      if (rest > 0)
        input->data[at] = byte;
      break;
    case 1:  /* flip a bit */
      if (rest > 0)
        input->data[at] ^= (guint8) (1 << (byte % 8));
      break;
    case 2:  /* take a piece out */
      if (rest > 0)
        g_byte_array_remove_range (input, at, (guint) g_rand_int_range (rand, 1, (gint32) MIN (rest, 8) + 1));
      break;
    case 3:  /* cut */
      g_byte_array_set_size (input, at);
      break;
    default:  /* a piece of another input, in the middle or at the end */
      other = g_bytes_get_data (corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)], &size);
      if (size == 0 || input->len + size > MAX_BYTES)
        break;
      from = (guint) g_rand_int_range (rand, 0, (gint32) size);
      n = (guint) g_rand_int_range (rand, 1, (gint32) (size - from) + 1);
      g_byte_array_set_size (input, input->len + n);
      memmove (input->data + at + n, input->data + at, rest);
      memcpy (input->data + at, other + from, n);
      break;
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *runs_asked = g_getenv ("SHANHAI_FUZZ_RUNS");
  const char *seed_asked = g_getenv ("SHANHAI_FUZZ_SEED");
  guint64 runs = runs_asked != NULL ? g_ascii_strtoull (runs_asked, NULL, 10) : RUNS;
  guint32 seed = seed_asked != NULL ? (guint32) g_ascii_strtoull (seed_asked, NULL, 10) : SEED;
  g_autoptr (GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (int i = 1; i < argc; i++)
    load_corpus (argv[i], corpus);
  if (corpus->len == 0)
    g_error ("no corpus");

  setlocale (LC_CTYPE, "");
  signal (SIGABRT, report_cb);
  signal (SIGTRAP, report_cb);
  g_print ("1..2\n");

  for (guint i = 0; i < corpus->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (corpus->pdata[i], &size);

      run_target (data, size);
    }
  g_print ("ok 1 corpus of %u inputs\n", corpus->len);

  for (guint64 i = 0; i < runs; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (corpus->pdata[g_rand_int_range (rand, 0, (gint32) corpus->len)], &size);
      g_autoptr (GByteArray) input = g_byte_array_new ();

      if (size > 0)
        g_byte_array_append (input, data, (guint) MIN (size, MAX_BYTES));
      for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        mutate (input, corpus, rand);
      run_target (input->data, input->len);
    }
  g_print ("ok 2 %" G_GUINT64_FORMAT " mutations from seed %u\n", runs, seed);

  return 0;
}

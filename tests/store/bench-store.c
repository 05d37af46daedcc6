/* bench-store.c - loading and saving beside what json-glib alone needs. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the ratios of one run on one machine, since seconds say nothing on another. Each measure is the best of several rounds,
 * because whatever else the machine does can only add to it; while a ratio is over its limit there are more rounds, and where it stays
 * there the benchmark fails. */

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casebook-generator.h"
#include "shanhai-load.h"
#include "shanhai-save.h"

#define LOAD_LIMIT 1.5
#define SAVE_LIMIT 2.0
#define MEMORY_LIMIT 1.2e3
#define MORE_ROUNDS 4

static gsize
get_resident_bytes (void)
{
  g_autofree char *text = NULL;
  unsigned long size, resident;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) || sscanf (text, "%lu %lu", &size, &resident) != 2)
    return 0;

  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

typedef struct
{
  const char *start;
  const char *end;
} Span;

static void
parse_span_cb (gpointer data,
               gpointer user_data)
{
  Span *span = data;
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (const char *line = span->start; line < span->end;)
    {
      const char *end = memchr (line, '\n', span->end - line);

      if (!json_parser_load_from_data (parser, line, end - line, NULL))
        g_error ("the generated lines are not JSON");
      line = end + 1;
    }
}

/* every line through json-glib and nothing else, in as many threads as the loader has */
static double
parse_with_json_glib (GBytes *bytes)
{
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  const char *end = start + size;
  g_autofree Span *spans = g_new (Span, size / (512 * 1024) + 1);
  guint n_spans = 0;
  gint64 began = g_get_monotonic_time ();
  GThreadPool *pool = g_thread_pool_new (parse_span_cb, NULL, (int) g_get_num_processors (), FALSE, NULL);

  while (start < end)
    {
      const char *cut = end - start > 512 * 1024 ? memchr (start + 512 * 1024, '\n', end - start - 512 * 1024) : end - 1;

      spans[n_spans] = (Span) { start, cut + 1 };
      start = cut + 1;
      g_thread_pool_push (pool, &spans[n_spans++], NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);

  return (double) (g_get_monotonic_time () - began) / 1e6;
}

static double
load (GBytes *bytes,
      gsize  *resident)
{
  g_autoptr (GError) error = NULL;
  gsize before = get_resident_bytes ();
  gint64 began = g_get_monotonic_time ();
  g_autoptr (ShanhaiLoad) result = shanhai_load_bytes (bytes, "bench", NULL, NULL, NULL, &error);
  double seconds = (double) (g_get_monotonic_time () - began) / 1e6;

  g_assert_no_error (error);
  g_assert_cmpuint (result->damages->len, ==, 0);
  if (resident != NULL)
    *resident = get_resident_bytes () - before;

  return seconds;
}

/* what a saver made of json-glib would do: the trees are there, their lines are made and written */
static double
write_with_json_glib (GBytes     *bytes,
                      const char *path)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gsize size;
  const char *line = g_bytes_get_data (bytes, &size);
  const char *end = line + size;
  gint64 began;

  while (line < end)
    {
      const char *line_end = memchr (line, '\n', end - line);

      if (!json_parser_load_from_data (parser, line, line_end - line, NULL))
        g_error ("the generated lines are not JSON");
      g_ptr_array_add (nodes, json_parser_steal_root (parser));
      line = line_end + 1;
    }

  began = g_get_monotonic_time ();
  for (guint i = 0; i < nodes->len; i++)
    {
      json_generator_set_root (generator, nodes->pdata[i]);
      json_generator_to_gstring (generator, text);
      g_string_append_c (text, '\n');
    }
  if (!g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, NULL))
    g_error ("%s can't be written", path);

  return (double) (g_get_monotonic_time () - began) / 1e6;
}

static double
save (ShanhaiCasebook *casebook,
      const char      *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  shanhai_save_file (casebook, file, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return (double) (g_get_monotonic_time () - began) / 1e6;
}

static bool
report (const char *what,
        double      value,
        double      limit)
{
  g_print ("%s %s: %.2f (limit %.2f)\n", value <= limit ? "ok" : "NOT OK", what, value, limit);
  return value <= limit;
}

static bool
bench_load (GBytes *bytes,
            guint   n_records,
            int     n_rounds)
{
  double best_load = G_MAXDOUBLE, best_json = G_MAXDOUBLE;
  gsize resident = 0;
  bool sound = true;

  /* memory first, while nothing that was freed lies about */
  load (bytes, &resident);
  for (int i = 0; i < n_rounds || (i < MORE_ROUNDS * n_rounds && best_load > LOAD_LIMIT * best_json); i++)
    {
      best_json = MIN (best_json, parse_with_json_glib (bytes));
      best_load = MIN (best_load, load (bytes, NULL));
    }

  g_print ("# %u records, %.1f MB: load %.3f s, json-glib alone %.3f s, %u threads\n", n_records, (double) g_bytes_get_size (bytes) / 1e6, best_load,
           best_json, g_get_num_processors ());
  sound &= report ("load / json-glib alone", best_load / best_json, LOAD_LIMIT);
  sound &= report ("bytes of memory a record", (double) resident / n_records, MEMORY_LIMIT);

  return sound;
}

static bool
bench_save (GBytes *bytes,
            int     n_rounds)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "bench.shanhai", NULL);
  g_autoptr (ShanhaiLoad) loaded = shanhai_load_bytes (bytes, "bench", NULL, NULL, NULL, NULL);
  g_autofree char *saved = NULL;
  double best_save = G_MAXDOUBLE, best_json = G_MAXDOUBLE;
  gsize size;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  for (int i = 0; i < n_rounds || (i < MORE_ROUNDS * n_rounds && best_save > SAVE_LIMIT * best_json); i++)
    {
      best_json = MIN (best_json, write_with_json_glib (bytes, path));
      best_save = MIN (best_save, save (loaded->casebook, path));
    }

  g_assert_true (g_file_get_contents (path, &saved, &size, NULL));
  if (size != g_bytes_get_size (bytes) || memcmp (saved, g_bytes_get_data (bytes, NULL), size) != 0)
    {
      g_print ("NOT OK saved unchanged, but not byte-identical\n");
      return false;
    }

  g_print ("# save with backup %.3f s, json_generator and writing %.3f s\n", best_save, best_json);

  return report ("save / json_generator and writing", best_save / best_json, SAVE_LIMIT);
}

int
main (int    argc,
      char **argv)
{
  guint n_records = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100000;
  int n_rounds = n_records > 200000 ? 1 : 5;
  g_autoptr (GBytes) bytes = generate_casebook (n_records, 1);
  bool sound;

  malloc_trim (0);
  sound = bench_load (bytes, n_records, n_rounds);
  sound = bench_save (bytes, n_rounds) && sound;

  return sound ? 0 : 1;
}

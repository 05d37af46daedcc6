/* test-load.c - files are read, whole or damaged, and come out as they went in. SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "casebook-generator.h"
#include "shanhai-load.h"
#include "shanhai-other.h"
#include "shanhai-save.h"
#include "store-test.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define PLACE(id, rest) "{\"record\":\"place\",\"id\":\"" id "\"" rest "}\n"

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static ShanhaiLoad *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = bytes_of (text);
  g_autoptr (GError) error = NULL;
  ShanhaiLoad *load = shanhai_load_bytes (bytes, "a.shanhai", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return load;
}

static void
assert_saves_as (ShanhaiLoad *load,
                 const char  *text)
{
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (load->casebook, NULL, NULL, NULL, NULL);
  g_autofree char *written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (written, ==, text);
}

static void
test_round_trip (gconstpointer data)
{
  guint n_records = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = generate_casebook (n_records, n_records);
  g_autoptr (ShanhaiLoad) load = shanhai_load_bytes (bytes, "a.shanhai", NULL, NULL, NULL, NULL);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_nonnull (load);
  g_assert_cmpuint (load->damages->len, ==, 0);
  g_assert_cmpint (load->read_only, ==, SHANHAI_READ_ONLY_NO);
  g_assert_false (shanhai_casebook_is_read_only (load->casebook));
  g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, MAX (n_records, 12));

  written = shanhai_casebook_to_bytes (load->casebook, NULL, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (bytes, written));

  findings = shanhai_load_verify (load);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "example.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_test_skip ("there is no example casebook");
      return;
    }

  load = shanhai_load_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (load->damages->len, ==, 0);
  findings = shanhai_load_verify (load);
  g_assert_cmpuint (findings->len, ==, 0);
  written = shanhai_casebook_to_bytes (load->casebook, NULL, NULL, NULL, NULL);
  g_assert_cmpmem (text, length, g_bytes_get_data (written, NULL), g_bytes_get_size (written));
}

/* unknown types stay where they were among themselves, behind what is known */
static void
test_unknown_types (void)
{
  static const char text[] =
    HEADER PLACE ("place-a", ",\"z\":{\"y\":38.740}")
    "{\"record\":\"survey\",\"id\":\"survey-b\",\"x\" : 1}\n"
    "{\"record\":\"survey\"}\n"
    "{\"record\":\"survey\",\"id\":\"survey-a\"}\n"
    "{\"record\":\"survey\"}\n";
  g_autoptr (ShanhaiLoad) load = load_text (text);

  g_assert_cmpuint (load->damages->len, ==, 0);
  g_assert_true (SHANHAI_IS_OTHER (shanhai_casebook_lookup (load->casebook, "survey-a")));
  assert_saves_as (load, text);
}

static void
test_order (void)
{
  g_autoptr (ShanhaiLoad) load = load_text (HEADER "{\"record\":\"event\",\"id\":\"e\"}\n{\"record\":\"x\"}\n" PLACE ("b", "") PLACE ("a", "") PLACE ("B", ""));

  assert_saves_as (load, HEADER PLACE ("B", "") PLACE ("a", "") PLACE ("b", "") "{\"record\":\"event\",\"id\":\"e\"}\n{\"record\":\"x\"}\n");
}

/* what editors and other systems make of the same file */
static void
test_generous (void)
{
  static const char * const texts[] = {
    "\xef\xbb\xbf" HEADER PLACE ("a", ""),
    "{\"record\":\"casebook\",\"format\":1}\r\n{\"record\":\"place\",\"id\":\"a\"}\r\n",
    HEADER "{\"record\":\"place\",\"id\":\"a\"}",
    HEADER PLACE ("a", "") "\n",
    HEADER PLACE ("a", "") "\r\n",
    HEADER PLACE ("a", "") "  ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ShanhaiLoad) load = load_text (texts[i]);

      g_assert_cmpuint (load->damages->len, ==, 0);
      assert_saves_as (load, HEADER PLACE ("a", ""));
    }
}

static void
test_header_only (void)
{
  static const char * const texts[] = { "{\"record\":\"casebook\",\"format\":1}", HEADER, HEADER "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ShanhaiLoad) load = load_text (texts[i]);

      g_assert_cmpuint (load->damages->len, ==, 0);
      g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, 0);
      assert_saves_as (load, HEADER);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  guint       line;  /* of the only damage */
  int         code;
} Damaged;

static const Damaged damaged[] = {
  { "truncated-last-line", HEADER PLACE ("a", "") PLACE ("b", "") "{\"record\":\"place\",\"id\":\"c\",\"na", 4, SHANHAI_STORE_ERROR_TRUNCATED },
  { "truncated-in-character", HEADER PLACE ("a", "") PLACE ("b", "") "{\"record\":\"place\",\"id\":\"c\",\"name\":\"\xe6\xb9", 4, SHANHAI_STORE_ERROR_TRUNCATED },
  { "empty-line", HEADER PLACE ("a", "") "\n" PLACE ("b", ""), 3, SHANHAI_STORE_ERROR_SYNTAX },
  { "two-empty-lines", HEADER PLACE ("a", "") PLACE ("b", "") "\n\n", 4, SHANHAI_STORE_ERROR_SYNTAX },
  { "garbage", HEADER PLACE ("a", "") "<<<<<<< HEAD\n" PLACE ("b", ""), 3, SHANHAI_STORE_ERROR_SYNTAX },
  { "utf-8", HEADER PLACE ("a", "") PLACE ("c", ",\"name\":\"\xba\xfe\"") PLACE ("b", ""), 3, SHANHAI_STORE_ERROR_ENCODING },
  { "wrong-type", HEADER PLACE ("c", ",\"name\":5") PLACE ("a", "") PLACE ("b", ""), 2, SHANHAI_STORE_ERROR_TYPE },
  { "duplicate-id", HEADER PLACE ("a", "") PLACE ("b", "") PLACE ("a", ",\"level\":\"county\""), 4, SHANHAI_STORE_ERROR_DUPLICATE },
  { "duplicate-id-of-another-type", HEADER PLACE ("a", "") PLACE ("b", "") "{\"record\":\"party\",\"id\":\"a\"}\n", 4, SHANHAI_STORE_ERROR_DUPLICATE },
  { "duplicate-id-of-unknown-type", HEADER PLACE ("a", "") PLACE ("b", "") "{\"record\":\"x\",\"id\":\"a\"}\n", 4, SHANHAI_STORE_ERROR_DUPLICATE },
  { "turned-time", HEADER PLACE ("a", "") "{\"record\":\"event\",\"id\":\"e\",\"period\":\"2020/2016\"}\n" PLACE ("b", ""), 3, SHANHAI_STORE_ERROR_ORDER },
  { "turned-time-and-more", HEADER PLACE ("a", "") "{\"record\":\"event\",\"id\":\"e\",\"period\":\"2020/2016\",\"parties\":7}\n" PLACE ("b", ""), 3,
    SHANHAI_STORE_ERROR_TYPE },
  { "second-header", HEADER PLACE ("a", "") HEADER PLACE ("b", ""), 3, SHANHAI_STORE_ERROR_DUPLICATE },
};

static void
test_damaged (gconstpointer data)
{
  const Damaged *row = data;
  g_autoptr (ShanhaiLoad) load = load_text (row->text);
  const ShanhaiDamage *damage;
  g_autofree char *told = NULL;
  g_autofree char *prefix = g_strdup_printf ("a.shanhai:%u: ", row->line);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpuint (load->damages->len, ==, 1);
  damage = load->damages->pdata[0];
  g_assert_cmpuint (damage->line, ==, row->line);
  g_assert_cmpint (damage->code, ==, row->code);
  g_assert_true (g_utf8_validate (damage->text, -1, NULL));
  /* only where nothing else is wrong is there a record */
  g_assert_true ((damage->turned != NULL) == (row->code == SHANHAI_STORE_ERROR_ORDER));
  g_assert_cmpstr (damage->turned_time, ==, row->code == SHANHAI_STORE_ERROR_ORDER ? "2020/2016" : NULL);
  if (damage->turned != NULL)
    g_assert_cmpstr (shanhai_record_get_id (damage->turned), ==, "e");

  told = shanhai_load_format_damage (load, damage);
  g_assert_true (g_str_has_prefix (told, prefix));
  g_assert_null (strchr (told, '\n'));

  /* the rest can be read, the first of two with one id stays */
  g_assert_nonnull (shanhai_casebook_lookup (load->casebook, "a"));
  g_assert_nonnull (shanhai_casebook_lookup (load->casebook, "b"));
  g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, 2);
  g_assert_cmpuint (load->records->len, ==, 2);
  g_assert_cmpuint (load->lines->len, ==, 2);

  /* and can't be saved */
  g_assert_cmpint (load->read_only, ==, SHANHAI_READ_ONLY_DAMAGED);
  g_assert_nonnull (shanhai_read_only_reason_describe (load->read_only));
  g_assert_true (shanhai_casebook_is_read_only (load->casebook));
  path = g_build_filename (g_get_user_cache_dir (), "never.shanhai", NULL);
  file = g_file_new_for_path (path);
  g_assert_false (shanhai_save_file (load->casebook, file, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_READ_ONLY);
  g_assert_false (g_file_query_exists (file, NULL));
}

/* damages of a large file have the line numbers that an editor shows, though threads read it in chunks */
static void
test_damages_in_chunks (void)
{
  g_autoptr (GBytes) bytes = generate_casebook (8000, 3);
  g_auto (GStrv) lines = NULL;
  g_autofree char *copy = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *text = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  guint n = 0;

  lines = g_strsplit (copy, "\n", -1);
  for (guint i = 1; i < 8000; i += 97)
    {
      lines[i][0] = '!';
      n++;
    }
  text = g_strjoinv ("\n", lines);
  load = load_text (text);

  g_assert_cmpuint (load->damages->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (((ShanhaiDamage *) load->damages->pdata[i])->line, ==, 2 + i * 97);
  for (guint i = 0; i < load->records->len; i += 131)
    {
      const char *line = lines[g_array_index (load->lines, guint32, i) - 1];

      g_assert_nonnull (strstr (line, shanhai_record_get_id (load->records->pdata[i])));
    }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *begins;
} NoCasebook;

static const NoCasebook no_casebooks[] = {
  { "empty", "", "a.shanhai: " },
  { "byte-order-mark", "\xef\xbb\xbf", "a.shanhai: " },
  { "blank", "\n", "a.shanhai:1: " },
  { "text", "Hello\n", "a.shanhai:1: " },
  { "png", "\x89PNG\r\n\x1a\n", "a.shanhai: this is a picture, " },
  { "page", " <!DOCTYPE HTML>\n", "a.shanhai: this is a web page, " },
  { "json", "[1,2]\n", "a.shanhai:1: " },
  { "no-header", PLACE ("a", ""), "a.shanhai:1: " },
  { "truncated-header", "{\"record\":\"casebook\",\"form", "a.shanhai:1: " },
  { "no-format", "{\"record\":\"casebook\"}\n", "a.shanhai:1: " },
  { "format-text", "{\"record\":\"casebook\",\"format\":\"1\"}\n", "a.shanhai:1: " },
  { "format-zero", "{\"record\":\"casebook\",\"format\":0}\n", "a.shanhai:1: " },
  { "format-fraction", "{\"record\":\"casebook\",\"format\":1.5}\n", "a.shanhai:1: " },
  { "title-number", "{\"record\":\"casebook\",\"format\":1,\"title\":1}\n", "a.shanhai:1: " },
};

static void
test_no_casebook (gconstpointer data)
{
  const NoCasebook *row = data;
  g_autoptr (GBytes) bytes = bytes_of (row->text);
  g_autoptr (GError) error = NULL;

  g_assert_null (shanhai_load_bytes (bytes, "a.shanhai", NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, row->begins));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_newer_format (void)
{
  static const char text[] = "{\"record\":\"casebook\",\"format\":2,\"mood\":\"new\"}\n" PLACE ("a", "") "{\"record\":\"place\",\"id\":\"b\",\"name\":7}\n";
  g_autoptr (ShanhaiLoad) load = load_text (text);

  g_assert_cmpint (load->read_only, ==, SHANHAI_READ_ONLY_NEWER_FORMAT);
  g_assert_nonnull (shanhai_read_only_reason_describe (load->read_only));
  g_assert_true (shanhai_casebook_is_read_only (load->casebook));
  g_assert_cmpint (shanhai_casebook_get_format (load->casebook), ==, 2);
  g_assert_nonnull (shanhai_casebook_lookup (load->casebook, "a"));
  g_assert_cmpuint (load->damages->len, ==, 1);
}

static void
test_findings (void)
{
  static const struct
  {
    guint               line;
    ShanhaiFindingKind  kind;
    const char         *id, *target;
  } wanted[] = {
    { 2, SHANHAI_FINDING_DANGLING, "c", "nowhere" },
    { 3, SHANHAI_FINDING_DANGLING, "f", "gone" },
    { 3, SHANHAI_FINDING_DANGLING, "f", "source-x" },
    { 4, SHANHAI_FINDING_WRONG_TARGET, "g", "p1" },
    { 5, SHANHAI_FINDING_PLACE_CYCLE, "p1", "p2" },
    { 8, SHANHAI_FINDING_PLACE_CYCLE, "self", "self" },
  };
  g_autoptr (ShanhaiLoad) load = load_text (
    HEADER
    "{\"record\":\"case\",\"id\":\"c\",\"assisting\":[\"p1\",\"nowhere\"]}\n"
    "{\"record\":\"flow\",\"id\":\"f\",\"case\":\"c\",\"from\":[\"p1\",{\"kind\":\"household\"},\"gone\"],\"to\":\"other\",\"citations\":[{\"source\":\"source-x\"}]}\n"
    "{\"record\":\"event\",\"id\":\"g\",\"case\":\"p1\"}\n"
    PLACE ("p1", ",\"parent\":\"p2\"")
    PLACE ("p2", ",\"parent\":\"p3\"")
    PLACE ("p3", ",\"parent\":\"p1\"")
    PLACE ("self", ",\"parent\":\"self\"")
    PLACE ("leaf", ",\"parent\":\"p2\"")
    "{\"record\":\"unknown\",\"id\":\"other\"}\n");
  g_autoptr (GPtrArray) findings = shanhai_load_verify (load);

  g_assert_cmpuint (load->damages->len, ==, 0);
  g_assert_cmpint (load->read_only, ==, SHANHAI_READ_ONLY_NO);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < findings->len; i++)
    {
      const ShanhaiLoadFinding *finding = findings->pdata[i];
      g_autofree char *told = shanhai_load_format_finding (load, finding);

      g_test_message ("%s", told);
      g_assert_cmpuint (finding->line, ==, wanted[i].line);
      g_assert_cmpint (finding->kind, ==, wanted[i].kind);
      g_assert_cmpstr (finding->id, ==, wanted[i].id);
      g_assert_cmpstr (finding->target, ==, wanted[i].target);
      g_assert_true (g_str_has_prefix (told, "a.shanhai:"));
    }
}

/* a long chain of places is walked over once, not once for each place */
static void
test_long_chain (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "{\"record\":\"place\",\"id\":\"p%05u\",\"parent\":\"p%05u\"}\n", i, (i + 1) % 20000);
  load = load_text (text->str);
  findings = shanhai_load_verify (load);
  g_assert_cmpuint (findings->len, ==, 1);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("store-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.shanhai", NULL);
  g_autofree char *secret = g_build_filename (folder, "secret.shanhai", NULL);
  g_autofree char *below = g_build_filename (secret, "below.shanhai", NULL);
  struct
  {
    const char *path;
    int         code;
  } rows[] = {
    { folder, SHANHAI_STORE_ERROR_FOLDER },
    { missing, SHANHAI_STORE_ERROR_NOT_FOUND },
    { below, SHANHAI_STORE_ERROR_NOT_FOUND },
    { secret, SHANHAI_STORE_ERROR_PERMISSION },
  };

  g_assert_true (g_file_set_contents (secret, HEADER, -1, NULL));
  g_assert_cmpint (g_chmod (secret, 0), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (rows[i].path);
      g_autofree char *name = g_path_get_basename (rows[i].path);
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiLoad) load = shanhai_load_file (file, NULL, NULL, NULL, &error);

      /* root may read everything */
      if (rows[i].code == SHANHAI_STORE_ERROR_PERMISSION && geteuid () == 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, SHANHAI_STORE_ERROR, rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, name));
      g_assert_null (strchr (error->message, '\n'));
    }

  g_unlink (secret);
  g_rmdir (folder);
}

/* a device that never ends and never has a line */
static void
test_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (shanhai_load_file (file, NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT);
}

static void
test_long_line (void)
{
  g_autofree char *note = g_strnfill (SHANHAI_LINE_MAX_BYTES, 'x');
  g_autofree char *text = g_strdup_printf (HEADER PLACE ("a", "") "{\"record\":\"place\",\"id\":\"b\",\"note\":\"%s\"}\n" PLACE ("c", ""), note);
  g_autoptr (ShanhaiLoad) load = load_text (text);
  const ShanhaiDamage *damage;

  g_assert_cmpuint (load->damages->len, ==, 1);
  damage = load->damages->pdata[0];
  g_assert_cmpuint (damage->line, ==, 3);
  g_assert_cmpint (damage->code, ==, SHANHAI_STORE_ERROR_TOO_LONG);
  g_assert_cmpuint (g_utf8_strlen (damage->text, -1), <, 100);
  g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, 2);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_slow ())
    {
      g_test_skip ("more than a million records take a while");
      return;
    }

  for (guint i = 0; i <= SHANHAI_CASEBOOK_MAX_RECORDS; i++)
    g_string_append_printf (text, "{\"record\":\"place\",\"id\":\"p%07u\"}\n", i);
  bytes = bytes_of (text->str);
  g_assert_null (shanhai_load_bytes (bytes, "a.shanhai", NULL, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT);
}

typedef struct
{
  double        last;
  guint         n;
  GCancellable *cancel;  /* cancelled halfway, where there is one */
  GThread      *thread;
} Progress;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_true (g_thread_self () == progress->thread);
  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n++;
  if (progress->cancel != NULL && fraction > 0.3)
    g_cancellable_cancel (progress->cancel);
}

static void
test_progress (void)
{
  g_autoptr (GBytes) bytes = generate_casebook (10000, 5);
  Progress progress = { 0, 0, NULL, g_thread_self () };
  g_autoptr (ShanhaiLoad) load = shanhai_load_bytes (bytes, "a", NULL, progress_cb, &progress, NULL);

  g_assert_nonnull (load);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n, >=, 3);
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = generate_casebook (20000, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0, 0, cancellable, g_thread_self () };

  g_assert_null (shanhai_load_bytes (bytes, "a", cancellable, progress_cb, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (progress.last, <, 1);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
test_async (void)
{
  g_autofree char *folder = g_dir_make_tmp ("store-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.shanhai", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = generate_casebook (10000, 7);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (GError) error = NULL;
  Progress progress = { 0, 0, NULL, g_thread_self () };

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  shanhai_load_file_async (file, NULL, progress_cb, &progress, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  load = shanhai_load_file_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, 10000);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_nonnull (load->etag);
  g_assert_cmpstr (load->name, ==, "a.shanhai");

  g_clear_object (&result);
  g_unlink (path);
  shanhai_load_file_async (file, NULL, NULL, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (shanhai_load_file_finish (result, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND);

  g_rmdir (folder);
}

static void
test_stream (void)
{
  g_autoptr (GBytes) bytes = generate_casebook (1000, 7);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) load = shanhai_load_stream (stream, "-", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_casebook_get_n_records (load->casebook), ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  store_test_init (&argc, &argv);

  g_test_add_data_func ("/load/round-trip/few", GUINT_TO_POINTER (12), test_round_trip);
  g_test_add_data_func ("/load/round-trip/some", GUINT_TO_POINTER (500), test_round_trip);
  g_test_add_data_func ("/load/round-trip/many", GUINT_TO_POINTER (20000), test_round_trip);
  g_test_add_func ("/load/example", test_example);
  g_test_add_func ("/load/unknown-types", test_unknown_types);
  g_test_add_func ("/load/order", test_order);
  g_test_add_func ("/load/generous", test_generous);
  g_test_add_func ("/load/header-only", test_header_only);
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *path = g_strconcat ("/load/damaged/", damaged[i].name, NULL);

      g_test_add_data_func (path, &damaged[i], test_damaged);
    }
  g_test_add_func ("/load/damages-in-chunks", test_damages_in_chunks);
  for (guint i = 0; i < G_N_ELEMENTS (no_casebooks); i++)
    {
      g_autofree char *path = g_strconcat ("/load/no-casebook/", no_casebooks[i].name, NULL);

      g_test_add_data_func (path, &no_casebooks[i], test_no_casebook);
    }
  g_test_add_func ("/load/newer-format", test_newer_format);
  g_test_add_func ("/load/findings", test_findings);
  g_test_add_func ("/load/long-chain", test_long_chain);
  g_test_add_func ("/load/files", test_files);
  g_test_add_func ("/load/endless", test_endless);
  g_test_add_func ("/load/long-line", test_long_line);
  g_test_add_func ("/load/too-many", test_too_many);
  g_test_add_func ("/load/progress", test_progress);
  g_test_add_func ("/load/cancel", test_cancel);
  g_test_add_func ("/load/async", test_async);
  g_test_add_func ("/load/stream", test_stream);

  return store_test_run ();
}

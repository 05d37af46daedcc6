/* test-change-read.c - lines of records become one change. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-casebook.h"
#include "shanhai-change-read.h"
#include "shanhai-save.h"

#define HEADER "{\"record\":\"casebook\",\"format\":1}\n"
#define PLACE_A "{\"record\":\"place\",\"id\":\"a\",\"level\":\"county\"}\n"
#define PLACE_B "{\"record\":\"place\",\"id\":\"b\"}\n"

static ShanhaiChange *
read_change (const char  *text,
             GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return shanhai_change_from_bytes (bytes, "c.jsonl", "Apply", error);
}

static char *
to_text (ShanhaiCasebook *casebook)
{
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (casebook, NULL, NULL, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_apply (void)
{
  static const struct
  {
    const char *lines, *after;
  } steps[] = {
    { PLACE_B PLACE_A, HEADER PLACE_A PLACE_B },
    { "{\"record\":\"deleted\",\"id\":\"b\"}\n{\"record\":\"place\",\"id\":\"a\",\"x\":1.50}", HEADER "{\"record\":\"place\",\"id\":\"a\",\"x\":1.50}\n" },
    /* the later line wins */
    { PLACE_A "{\"record\":\"place\",\"id\":\"a\"}\n", HEADER "{\"record\":\"place\",\"id\":\"a\"}\n" },
    /* a whole casebook file */
    { HEADER PLACE_A PLACE_B, HEADER PLACE_A PLACE_B },
    { "", HEADER PLACE_A PLACE_B },
    /* an empty last line is what editors leave, as in a casebook */
    { PLACE_A "\n", HEADER PLACE_A PLACE_B },
    { PLACE_A " \t\r\n", HEADER PLACE_A PLACE_B },
    { "\n", HEADER PLACE_A PLACE_B },
    /* without a format it is what the casebook says of itself, whole, wherever it stands */
    { PLACE_A "{\"record\":\"casebook\",\"title\":{\"zh\":\"书\"},\"created\":\"2026\",\"mood\":1.50}\n",
      "{\"record\":\"casebook\",\"format\":1,\"title\":{\"zh\":\"书\"},\"created\":\"2026\",\"mood\":1.50}\n" PLACE_A PLACE_B },
    { HEADER PLACE_A, "{\"record\":\"casebook\",\"format\":1,\"title\":{\"zh\":\"书\"},\"created\":\"2026\",\"mood\":1.50}\n" PLACE_A PLACE_B },
    { "{\"record\":\"casebook\",\"language\":\"zh\"}\n", "{\"record\":\"casebook\",\"format\":1,\"language\":\"zh\"}\n" PLACE_A PLACE_B },
    { "{\"record\":\"casebook\"}", HEADER PLACE_A PLACE_B },
  };
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ShanhaiChange) change = read_change (steps[i].lines, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (shanhai_change_get_title (change), ==, "Apply");
      shanhai_casebook_apply (casebook, change, &error);
      g_assert_no_error (error);
      text = to_text (casebook);
      g_assert_cmpstr (text, ==, steps[i].after);
    }
}

static void
test_lines (void)
{
  static const char lines[] = "{\"record\":\"casebook\",\"title\":\"T\"}\n" PLACE_A "{\"record\":\"deleted\",\"id\":\"b\\\"\"}\n{\"record\":\"survey\",\"id\":\"s\",\"x\" : 1}\n";
  g_autoptr (ShanhaiChange) change = read_change (lines, NULL);
  g_autofree char *written = shanhai_change_to_lines (change);

  g_assert_cmpuint (shanhai_change_get_n (change), ==, 3);
  g_assert_cmpstr (written, ==, lines);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *lines;
    int         code;
    const char *begins;
  } rows[] = {
    { PLACE_A "{\"record\":\"place\",\"id\":\"b\",\"name\":5}\n", SHANHAI_STORE_ERROR_TYPE, "c.jsonl:2: " },
    { PLACE_A "\n" PLACE_B, SHANHAI_STORE_ERROR_SYNTAX, "c.jsonl:2: " },
    { PLACE_A "{\"record\":\"deleted\"}\n", SHANHAI_STORE_ERROR_MEMBER, "c.jsonl:2: " },
    { "{\"record\":\"survey\"}\n", SHANHAI_STORE_ERROR_MEMBER, "c.jsonl:1: " },
    { PLACE_A HEADER, SHANHAI_STORE_ERROR_DUPLICATE, "c.jsonl:2: " },
    { PLACE_A "\n\n", SHANHAI_STORE_ERROR_SYNTAX, "c.jsonl:2: " },
    { "{\"record\":\"casebook\",\"format\":2}\n" PLACE_A, SHANHAI_STORE_ERROR_FORMAT, "c.jsonl:1: a newer version of Shanhai" },
    { PLACE_A PLACE_B "{\"record\":\"pla", SHANHAI_STORE_ERROR_TRUNCATED, "c.jsonl:3: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_change (rows[i].lines, &error));
      g_assert_error (error, SHANHAI_STORE_ERROR, rows[i].code);
      g_assert_true (g_str_has_prefix (error->message, rows[i].begins));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-read/apply", test_apply);
  g_test_add_func ("/change-read/lines", test_lines);
  g_test_add_func ("/change-read/bad", test_bad);

  return g_test_run ();
}

/* generate-casebook.c - writes a generated casebook: generate-casebook N [SEED] > FILE. SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "casebook-generator.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  guint64 n_records, seed = 1;
  gsize size;
  const char *data;

  if (argc < 2 || argc > 3 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 2000000, &n_records, NULL) ||
      (argc == 3 && !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXUINT32, &seed, NULL)))
    {
      fprintf (stderr, "usage: generate-casebook N [SEED] > FILE\n");
      return 2;
    }

  bytes = generate_casebook ((guint) n_records, (guint32) seed);
  data = g_bytes_get_data (bytes, &size);

  return fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0 ? 0 : 1;
}

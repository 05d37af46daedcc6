/* read-figures.c - prints the figures of standard input, for tests and measurements. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `shanhai-cli read -` prints, without the rest of the program. With a number as its argument it reads the text so many times and prints how long
 * one reading took. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "shanhai-reading-json.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[65536];
  size_t n;
  int runs = argc > 1 ? atoi (argv[argc - 1]) : 0;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, (gssize) n);

  if (runs > 0)
    {
      clock_t start;
      guint figures = 0;

      shanhai_reading_free (shanhai_reading_new ("", 0, NULL));
      start = clock ();
      for (int i = 0; i < runs; i++)
        {
          g_autoptr (ShanhaiReading) reading = shanhai_reading_new (text->str, (gssize) text->len, NULL);

          figures = shanhai_reading_get_n (reading);
        }
      {
        double seconds = (double) (clock () - start) / CLOCKS_PER_SEC / runs;

        printf ("%.6f s, %.1f MB/s, %u figures\n", seconds, (double) text->len / 1e6 / seconds, figures);
      }
    }
  else
    {
      g_autoptr (ShanhaiReading) reading = shanhai_reading_new (text->str, (gssize) text->len, NULL);
      g_autofree char *json = shanhai_reading_to_json (reading, text->str);

      fputs (json, stdout);
    }

  return 0;
}

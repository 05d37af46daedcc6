/* figure-fixture.c - a small casebook and what a figure of it is asked for. SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include <string.h>

#define HEADER "{\"record\":\"casebook\",\"format\":1,\"title\":\"T\",\"language\":\"en\",\"created\":\"2026-11-21\"}\n"

static void
open_bytes (FigureFixture *self,
            GBytes        *bytes,
            const char    *by)
{
  g_autoptr (GError) error = NULL;

  self->load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < self->load->damages->len; i++)
    g_error ("line %u: %s", ((ShanhaiDamage *) self->load->damages->pdata[i])->line, ((ShanhaiDamage *) self->load->damages->pdata[i])->message);

  self->words = shanhai_words_open ("en");
  self->options = shanhai_chart_options_new (self->words);
  self->context = (ShanhaiFigureContext) {
    .casebook = self->load->casebook,
    .by = by,
    .options = self->options,
    .words = self->options->words,
    .language = SHANHAI_LANGUAGE_ENGLISH,
    .cited = shanhai_cited_new (),
  };
}

void
fixture_open (FigureFixture *self,
              const char    *lines,
              const char    *by)
{
  g_autofree char *records = g_strdelimit (g_strdup (lines), "'", '"');
  char *text = g_strconcat (HEADER, records, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  open_bytes (self, bytes, by);
}

void
fixture_open_example (FigureFixture *self,
                      const char    *by)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  open_bytes (self, bytes, by);
}

void
fixture_clear (FigureFixture *self)
{
  g_clear_pointer (&self->context.cited, shanhai_cited_free);
  g_clear_pointer (&self->options, shanhai_chart_options_free);
  g_clear_pointer (&self->words, shanhai_words_unref);
  g_clear_pointer (&self->load, shanhai_load_free);
}

char *
fixture_dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  g_string_replace (plain, "\342\200\257", " ", 0);
  g_string_replace (plain, "\342\200\211", " ", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

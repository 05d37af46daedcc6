/* check-rows.c - rows of figures and what the checks say of them: a table is a test. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#include <string.h>

/* a citation of the quote where it stands, or of nothing where there is no text; a quote that doesn't stand there is cited at the beginning */
static void
append_citation (GString    *lines,
                 const char *text,
                 const char *quote,
                 gsize      *from)
{
  const char *at = text != NULL && quote != NULL ? strstr (text + *from, quote) : NULL;

  g_string_append (lines, ",\"citations\":[{\"source\":\"source-1\"");
  if (quote != NULL)
    g_string_append_printf (lines, ",\"quote\":\"%s\",\"start\":%ld,\"length\":%ld", quote, at != NULL ? g_utf8_pointer_to_offset (text, at) : 0, g_utf8_strlen (quote, -1));
  g_string_append (lines, ",\"paragraph\":1}]}\n");
  if (at != NULL)
    *from = (gsize) (at - text) + strlen (quote);
}

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) lines = g_string_new (WORLD);
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (ShanhaiChecks) checks = NULL;
  g_autofree char *found = NULL;
  gsize from = 0;

  g_string_append (lines, row->more != NULL ? row->more : "");
  g_string_append (lines, "{\"record\":\"source\",\"id\":\"source-1\",\"title\":\"First\",\"published\":\"2020-09-15\"");
  if (row->text != NULL)
    g_string_append_printf (lines, ",\"text\":\"%s\"", row->text);
  g_string_append (lines, "}\n");
  for (guint i = 0; i < MAX_FIGURES && row->figures[i].id != NULL; i++)
    {
      g_string_append_printf (lines, "{\"id\":\"%s\",%s", row->figures[i].id, row->figures[i].members);
      append_citation (lines, row->text, row->figures[i].quote, &from);
    }

  load = load_lines (lines->str);
  checks = shanhai_checks_new (load->casebook);
  found = list_findings (checks);
  g_assert_cmpstr (found, ==, row->found);
}

void
check_rows_add (const Row *rows,
                guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/rules/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], check_row);
    }
}

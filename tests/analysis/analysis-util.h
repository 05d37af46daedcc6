/* analysis-util.h - casebooks for the tests of the checks, a line a record. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-checks.h"
#include "shanhai-load.h"

/* `lines`: records without the header line */
static inline ShanhaiLoad *
load_lines (const char *lines)
{
  g_autofree char *text = g_strconcat ("{\"record\":\"casebook\",\"format\":1}\n", lines, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ShanhaiLoad *load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (load->damages->len, ==, 0);

  return load;
}

/* each finding on a line: gravity, check, ids; in their order */
static inline char *
list_findings (ShanhaiChecks *checks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      g_string_append_printf (out, "%s %s", shanhai_gravity_get_key (shanhai_finding_get_gravity (finding)),
                              shanhai_check_get_key (shanhai_finding_get_check (finding)));
      for (guint k = 0; k < shanhai_finding_get_n (finding); k++)
        g_string_append_printf (out, " %s", shanhai_record_get_id (shanhai_finding_get_record (finding, k)));
      if (shanhai_finding_get_settled (finding) != NULL)
        g_string_append (out, " settled");
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* shanhai-delete.c - records are deleted by a person: one change, and a passing message that says what went with them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-delete.h"

#include "shanhai-deletion.h"
#include "shanhai-history.h"
#include "shanhai-wording.h"

bool
shanhai_delete_records (GtkWidget       *widget,
                        ShanhaiCasebook *casebook,
                        GPtrArray       *records)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *what = records->len == 1 ? shanhai_wording_subject (&wording, g_ptr_array_index (records, 0)) : NULL;
  g_autofree char *title = shanhai_deletion_dup_title (what, records->len);
  g_autofree char *message = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiDeletion summary;

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (ids, g_strdup (shanhai_record_get_id (g_ptr_array_index (records, i))));
  g_ptr_array_add (ids, NULL);

  change = shanhai_deletion_new_change (casebook, (const char * const *) ids->pdata, NULL, title, &summary, &error);
  if (change == NULL || !shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error))
    {
      gtk_widget_activate_action (widget, "win.show-message", "s", error->message);
      return false;
    }
  message = shanhai_deletion_dup_message (&summary, what);
  gtk_widget_activate_action (widget, "win.show-done", "s", message);
  return true;
}

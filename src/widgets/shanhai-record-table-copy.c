/* shanhai-record-table-copy.c - rows of a table as text and as records, for the clipboard. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-table-private.h"

#include <string.h>

#include "shanhai-record-clip.h"

/* (transfer container): what a copy takes: what is selected, else everything */
static GPtrArray *
list_copied (ShanhaiRecordTable *self,
             bool                all)
{
  GPtrArray *records = shanhai_record_table_dup_selected (self);
  guint n;

  if (!all && records->len > 0)
    return records;
  shanhai_record_table_show_rows (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_ptr_array_set_size (records, 0);
  for (guint i = 0; i < n; i++)
    {
      ShanhaiRecord *record = shanhai_record_table_peek (self, i);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static char *
dup_text_of (ShanhaiRecordTable *self,
             GPtrArray          *records)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autofree char *heading = shanhai_record_columns_dup_heading (self->columns, self->n_columns);
  GString *text = g_string_new (heading);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *line = shanhai_record_columns_dup_line (self->columns, self->n_columns, &wording, g_ptr_array_index (records, i));

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

char *
shanhai_record_table_dup_text (ShanhaiRecordTable *self,
                               bool                all)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), NULL);

  records = list_copied (self, all);
  return dup_text_of (self, records);
}

bool
shanhai_record_table_copy (ShanhaiRecordTable *self,
                           bool                all)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) lines = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  GdkContentProvider *forms[2];
  char *json;

  g_return_val_if_fail (SHANHAI_IS_RECORD_TABLE (self), false);

  records = list_copied (self, all);
  if (records->len == 0 || self->casebook == NULL)
    return false;
  text = dup_text_of (self, records);
  json = shanhai_clip_to_lines (self->casebook, records);
  lines = g_bytes_new_take (json, strlen (json));
  forms[0] = gdk_content_provider_new_for_bytes (SHANHAI_CLIP_MIME_TYPE, lines);
  forms[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  content = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

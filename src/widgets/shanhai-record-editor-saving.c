/* shanhai-record-editor-saving.c - what becomes of a form: one change, or a draft. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-editor-private.h"

#include <glib/gi18n.h>

#include "shanhai-history.h"
#include "shanhai-indicator.h"
#include "shanhai-wording.h"

static ShanhaiRecordEditorRow *
get_row (ShanhaiRecordEditor *self,
         guint                index)
{
  return &g_array_index (self->rows, ShanhaiRecordEditorRow, index);
}

/* what has to be in an indicator, and nobody wants to think of */
static void
complete_indicator (ShanhaiIndicator *draft)
{
  const char *name = shanhai_name_get (shanhai_record_get_title (SHANHAI_RECORD (draft)), SHANHAI_LANGUAGE_ENGLISH);
  g_autoptr (GString) key = g_string_new (NULL);

  if (shanhai_indicator_get_key (draft) != NULL)
    return;

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
    else if (key->len > 0 && key->str[key->len - 1] != '-')
      g_string_append_c (key, '-');
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  /* a Chinese name has no letters to make a key of */
  if (key->len == 0)
    g_string_assign (key, shanhai_record_get_id (SHANHAI_RECORD (draft)));
  g_object_set (draft, "key", key->str, NULL);
}

static void
show_row (ShanhaiRecordEditor    *self,
          ShanhaiRecordEditorRow *row)
{
  if (gtk_widget_is_ancestor (GTK_WIDGET (row->editor), GTK_WIDGET (self->more)))
    gtk_expander_set_expanded (self->more, TRUE);
  shanhai_field_editor_focus (row->editor);
}

/* Puts what is typed into a draft; an error is shown where it belongs, and the focus goes to the first. */
static bool
store_all (ShanhaiRecordEditor *self,
           ShanhaiRecord       *draft)
{
  ShanhaiRecordEditorRow *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      ShanhaiRecordEditorRow *row = get_row (self, i);
      g_autoptr (GError) error = NULL;

      if (shanhai_field_editor_store (row->editor, draft, &error))
        continue;
      shanhai_field_editor_show_error (row->editor, error);
      if (first == NULL)
        first = row;
    }
  if (first != NULL)
    show_row (self, first);
  return first == NULL;
}

static char *
dup_change_title (ShanhaiRecordEditor *self,
                  ShanhaiRecord       *draft)
{
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (self->drafts));
  g_autofree char *subject = self->records->len > 1 ? NULL : shanhai_wording_subject (&wording, draft);

  if (self->records->len > 1)
    /* Translators: what undo names: "Undo: edit 3 records" */
    return g_strdup_printf (ngettext ("Edit %u record", "Edit %u records", self->records->len), self->records->len);
  if (self->records->len == 0)
    /* Translators: what undo names: %s is a record: "Undo: add Poverty rate, Dongxiang County" */
    return g_strdup_printf (_("Add %s"), subject);
  /* Translators: what undo names: %s is a record: "Undo: edit Poverty rate, Dongxiang County" */
  return g_strdup_printf (_("Edit %s"), subject);
}

static bool
apply (ShanhaiRecordEditor *self,
       ShanhaiChange       *change)
{
  ShanhaiCasebook *casebook = shanhai_drafts_get_casebook (self->drafts);
  g_autoptr (GError) error = NULL;

  if (shanhai_change_get_n (change) == 0)
    return true;

  shanhai_drafts_complete (self->drafts, change);
  if (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error))
    return true;
  shanhai_message_bar_set_text (self->errors, error->message);
  return false;
}

static bool
save_new (ShanhaiRecordEditor *self)
{
  g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (self->base);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autofree char *title = NULL;

  if (!store_all (self, draft))
    return false;
  if (SHANHAI_IS_INDICATOR (draft))
    complete_indicator (SHANHAI_INDICATOR (draft));

  if (self->in_drafts)
    {
      shanhai_drafts_take (self->drafts, draft);
      shanhai_record_editor_saved (self, shanhai_record_get_id (draft));
      return true;
    }

  title = dup_change_title (self, draft);
  change = shanhai_change_new (title);
  shanhai_change_put (change, draft);
  shanhai_change_set_subject (change, shanhai_record_get_id (draft));
  if (!apply (self, change))
    return false;
  shanhai_record_editor_saved (self, shanhai_record_get_id (draft));
  return true;
}

/* gives a record of maybe another type what was touched */
static void
copy_touched (ShanhaiRecordEditor *self,
              ShanhaiRecord       *from,
              ShanhaiRecord       *to)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (shanhai_field_editor_is_touched (get_row (self, i)->editor))
      {
        const char *member = get_row (self, i)->form->member;
        g_auto (GValue) value = G_VALUE_INIT;

        g_object_get_property (G_OBJECT (from), member, &value);
        g_object_set_property (G_OBJECT (to), member, &value);
      }
}

static bool
save_edited (ShanhaiRecordEditor *self)
{
  g_autoptr (ShanhaiRecord) typed = shanhai_record_copy (self->base);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autofree char *title = NULL;

  if (!store_all (self, typed))
    return false;

  title = dup_change_title (self, typed);
  change = shanhai_change_new (title);
  for (guint i = 0; i < self->records->len; i++)
    {
      g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (self->records->pdata[i]);

      copy_touched (self, typed, draft);
      if (!shanhai_record_equal (draft, self->records->pdata[i]))
        shanhai_change_put (change, draft);
    }
  if (self->records->len == 1)
    shanhai_change_set_subject (change, shanhai_record_get_id (self->records->pdata[0]));
  if (!apply (self, change))
    return false;
  for (guint i = 0; i < self->records->len; i++)
    shanhai_record_editor_saved (self, shanhai_record_get_id (self->records->pdata[i]));
  return true;
}

gboolean
shanhai_record_editor_save (ShanhaiRecordEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD_EDITOR (self), FALSE);

  return self->records->len == 0 ? save_new (self) : save_edited (self);
}

/* shanhai-field-editor-flag.c - edits what is so or isn't. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-field-editor-kinds.h"
#include "shanhai-record-editor-fields.h"

#define SHANHAI_TYPE_FIELD_EDITOR_FLAG (shanhai_field_editor_flag_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorFlag, shanhai_field_editor_flag, SHANHAI, FIELD_EDITOR_FLAG, ShanhaiFieldEditor)

struct _ShanhaiFieldEditorFlag
{
  ShanhaiFieldEditor  parent_instance;

  GtkCheckButton     *check;
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorFlag, shanhai_field_editor_flag, SHANHAI_TYPE_FIELD_EDITOR)

static void
shanhai_field_editor_flag_show (ShanhaiFieldEditor *editor,
                                ShanhaiRecord      *record)
{
  gtk_check_button_set_active (SHANHAI_FIELD_EDITOR_FLAG (editor)->check,
                               SHANHAI_FIELD_SLOT (bool, record, shanhai_field_editor_get_field (editor)));
}

static bool
shanhai_field_editor_flag_store (ShanhaiFieldEditor  *editor,
                                 ShanhaiRecord       *draft,
                                 GError             **error)
{
  g_object_set (draft, shanhai_field_editor_get_field (editor)->member,
                gtk_check_button_get_active (SHANHAI_FIELD_EDITOR_FLAG (editor)->check), NULL);
  return true;
}

static void
shanhai_field_editor_flag_focus (ShanhaiFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_FIELD_EDITOR_FLAG (editor)->check));
}

static void
shanhai_field_editor_flag_constructed (GObject *object)
{
  ShanhaiFieldEditorFlag *self = SHANHAI_FIELD_EDITOR_FLAG (object);
  const ShanhaiFormField *form;
  guint type;

  G_OBJECT_CLASS (shanhai_field_editor_flag_parent_class)->constructed (object);

  g_object_get (self, "record-type", &type, NULL);
  form = shanhai_form_fields_find ((ShanhaiRecordType) type, shanhai_field_editor_get_field (SHANHAI_FIELD_EDITOR (self))->member);
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  if (form != NULL)
    {
      gtk_check_button_set_label (self->check, shanhai_form_field_get_title (form));
      gtk_check_button_set_use_underline (self->check, TRUE);
    }
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);
  shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), GTK_WIDGET (self->check), GTK_WIDGET (self->check));
}

static void
shanhai_field_editor_flag_class_init (ShanhaiFieldEditorFlagClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_flag_constructed;
  editor_class->show = shanhai_field_editor_flag_show;
  editor_class->store = shanhai_field_editor_flag_store;
  editor_class->focus = shanhai_field_editor_flag_focus;
}

static void
shanhai_field_editor_flag_init (ShanhaiFieldEditorFlag *self)
{
}

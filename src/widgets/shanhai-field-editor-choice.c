/* shanhai-field-editor-choice.c - edits a word of the vocabulary or a reference to one record. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-choice-picker.h"
#include "shanhai-field-editor-kinds.h"
#include "shanhai-indicator.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-record-editor.h"
#include "shanhai-vocabulary.h"

#define SHANHAI_TYPE_FIELD_EDITOR_CHOICE (shanhai_field_editor_choice_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorChoice, shanhai_field_editor_choice, SHANHAI, FIELD_EDITOR_CHOICE, ShanhaiFieldEditor)

struct _ShanhaiFieldEditorChoice
{
  ShanhaiFieldEditor   parent_instance;

  char                *value; /* a key or an id, or NULL */
  ShanhaiChoicePicker *picker;
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorChoice, shanhai_field_editor_choice, SHANHAI_TYPE_FIELD_EDITOR)

static bool
is_key (ShanhaiFieldEditorChoice *self)
{
  return shanhai_field_editor_get_field (SHANHAI_FIELD_EDITOR (self))->kind == SHANHAI_FIELD_KEY;
}

/* an indicator that is being made here has its name in its draft alone */
static char *
dup_key_text (ShanhaiFieldEditorChoice *self,
              const ShanhaiWording     *wording)
{
  ShanhaiFieldEditor *editor = SHANHAI_FIELD_EDITOR (self);
  const char *scheme = shanhai_field_editor_get_field (editor)->scheme;
  g_autoptr (GPtrArray) made = shanhai_drafts_list (shanhai_field_editor_get_drafts (editor), SHANHAI_RECORD_INDICATOR);

  for (guint i = 0; g_str_equal (scheme, "indicators") && i < made->len; i++)
    if (g_strcmp0 (shanhai_indicator_get_key (made->pdata[i]), self->value) == 0)
      return shanhai_wording_name (wording, shanhai_record_get_title (made->pdata[i]));
  return shanhai_wording_key (wording, scheme, self->value);
}

static char *
dup_reference_text (ShanhaiFieldEditorChoice *self,
                    const ShanhaiWording     *wording)
{
  ShanhaiDrafts *drafts = shanhai_field_editor_get_drafts (SHANHAI_FIELD_EDITOR (self));

  if (shanhai_casebook_lookup (wording->casebook, self->value) != NULL)
    return shanhai_wording_reference (wording, self->value);
  return shanhai_drafts_dup_label (drafts, self->value, wording->language);
}

static void
update_text (ShanhaiFieldEditorChoice *self)
{
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (shanhai_field_editor_get_drafts (SHANHAI_FIELD_EDITOR (self))));
  g_autofree char *text = NULL;

  if (self->value != NULL)
    text = is_key (self) ? dup_key_text (self, &wording) : dup_reference_text (self, &wording);
  shanhai_choice_picker_set_text (self->picker, text);
}

static void
update_choices (ShanhaiFieldEditorChoice *self)
{
  ShanhaiFieldEditor *editor = SHANHAI_FIELD_EDITOR (self);
  const ShanhaiField *field = shanhai_field_editor_get_field (editor);
  ShanhaiDrafts *drafts = shanhai_field_editor_get_drafts (editor);
  ShanhaiChoices *choices = is_key (self) ? shanhai_choices_new_terms (drafts, field->scheme, self->value)
                                          : shanhai_choices_new_records (drafts, field->targets, shanhai_field_editor_get_context (editor));

  shanhai_choice_picker_set_choices (self->picker, choices, shanhai_drafts_get_casebook (drafts));
}

static void
take_value (ShanhaiFieldEditorChoice *self,
            const char               *value)
{
  g_free (self->value);
  self->value = g_strdup (value);
  update_text (self);
  shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
  /* over a cell, a choice is the whole edit */
  if (shanhai_field_editor_is_compact (SHANHAI_FIELD_EDITOR (self)))
    shanhai_field_editor_activate (SHANHAI_FIELD_EDITOR (self));
}

static void
made_cb (ShanhaiFieldEditorChoice *self,
         const char               *id)
{
  ShanhaiRecord *made = shanhai_drafts_lookup (shanhai_field_editor_get_drafts (SHANHAI_FIELD_EDITOR (self)), id);

  take_value (self, is_key (self) && made != NULL ? shanhai_indicator_get_key (SHANHAI_INDICATOR (made)) : id);
}

static void
form_closed_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, false);
  shanhai_field_editor_focus (editor);
}

static void
picked_cb (ShanhaiFieldEditorChoice *self,
           ShanhaiChoice            *choice)
{
  ShanhaiFieldEditor *editor = SHANHAI_FIELD_EDITOR (self);

  switch (shanhai_choice_get_kind (choice))
    {
    case SHANHAI_CHOICE_NOTHING:
      take_value (self, NULL);
      break;
    case SHANHAI_CHOICE_THERE:
      take_value (self, shanhai_choice_get_id (choice));
      break;
    case SHANHAI_CHOICE_DIVISION:
      take_value (self, shanhai_drafts_add_division (shanhai_field_editor_get_drafts (editor), shanhai_choice_get_division (choice)));
      break;
    case SHANHAI_CHOICE_NEW:
      {
        GtkWidget *form = shanhai_record_editor_new_in (shanhai_field_editor_get_drafts (editor),
                                                        shanhai_record_type_from_name (shanhai_choice_get_id (choice)),
                                                        shanhai_choice_picker_get_query (self->picker), shanhai_field_editor_get_context (editor));

        shanhai_field_editor_set_busy (editor, true);
        gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
        g_signal_connect_object (form, "saved", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
        g_signal_connect_object (form, "unmap", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
        gtk_window_present (GTK_WINDOW (form));
        break;
      }
    default:
      g_return_if_reached ();
    }
}

static void
shanhai_field_editor_choice_show (ShanhaiFieldEditor *editor,
                                  ShanhaiRecord      *record)
{
  ShanhaiFieldEditorChoice *self = SHANHAI_FIELD_EDITOR_CHOICE (editor);

  g_free (self->value);
  self->value = g_strdup (SHANHAI_FIELD_SLOT (const char *, record, shanhai_field_editor_get_field (editor)));
  update_text (self);
  update_choices (self);
}

static bool
shanhai_field_editor_choice_store (ShanhaiFieldEditor  *editor,
                                   ShanhaiRecord       *draft,
                                   GError             **error)
{
  g_object_set (draft, shanhai_field_editor_get_field (editor)->member, SHANHAI_FIELD_EDITOR_CHOICE (editor)->value, NULL);
  return true;
}

static void
shanhai_field_editor_choice_focus (ShanhaiFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_FIELD_EDITOR_CHOICE (editor)->picker));
}

static void
shanhai_field_editor_choice_type (ShanhaiFieldEditor *editor,
                                  const char         *text)
{
  shanhai_choice_picker_open (SHANHAI_FIELD_EDITOR_CHOICE (editor)->picker, text);
}

static void
shanhai_field_editor_choice_context_changed (ShanhaiFieldEditor *editor)
{
  update_choices (SHANHAI_FIELD_EDITOR_CHOICE (editor));
}

static void
opened_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, true);
}

static void
closed_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, false);
}

static void
shanhai_field_editor_choice_constructed (GObject *object)
{
  ShanhaiFieldEditorChoice *self = SHANHAI_FIELD_EDITOR_CHOICE (object);
  g_autofree char *noun = NULL;
  guint type;

  G_OBJECT_CLASS (shanhai_field_editor_choice_parent_class)->constructed (object);

  g_object_get (self, "record-type", &type, NULL);
  noun = shanhai_form_dup_noun ((ShanhaiRecordType) type, shanhai_field_editor_get_field (SHANHAI_FIELD_EDITOR (self))->member);
  self->picker = SHANHAI_CHOICE_PICKER (shanhai_choice_picker_new ());
  shanhai_choice_picker_set_name (self->picker, noun);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), GTK_WIDGET (self->picker), GTK_WIDGET (self->picker));
  update_choices (self);
}

static void
shanhai_field_editor_choice_finalize (GObject *object)
{
  g_free (SHANHAI_FIELD_EDITOR_CHOICE (object)->value);

  G_OBJECT_CLASS (shanhai_field_editor_choice_parent_class)->finalize (object);
}

static void
shanhai_field_editor_choice_class_init (ShanhaiFieldEditorChoiceClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_choice_constructed;
  G_OBJECT_CLASS (klass)->finalize = shanhai_field_editor_choice_finalize;
  editor_class->show = shanhai_field_editor_choice_show;
  editor_class->store = shanhai_field_editor_choice_store;
  editor_class->focus = shanhai_field_editor_choice_focus;
  editor_class->type = shanhai_field_editor_choice_type;
  editor_class->context_changed = shanhai_field_editor_choice_context_changed;
}

static void
shanhai_field_editor_choice_init (ShanhaiFieldEditorChoice *self)
{
}

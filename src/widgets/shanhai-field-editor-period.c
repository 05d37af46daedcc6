/* shanhai-field-editor-period.c - edits a time, typed as people write it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-field-editor-kinds.h"
#include "shanhai-period-entry.h"

#define SHANHAI_TYPE_FIELD_EDITOR_PERIOD (shanhai_field_editor_period_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorPeriod, shanhai_field_editor_period, SHANHAI, FIELD_EDITOR_PERIOD, ShanhaiFieldEditor)

struct _ShanhaiFieldEditorPeriod
{
  ShanhaiFieldEditor  parent_instance;

  GtkEditable        *entry;
  ShanhaiPeriod      *today;
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorPeriod, shanhai_field_editor_period, SHANHAI_TYPE_FIELD_EDITOR)

/* (transfer full) (nullable): NULL without an error where nothing is typed. `reference`, `source`: (out) (optional): where it is relative */
static ShanhaiPeriod *
read_period (ShanhaiFieldEditorPeriod  *self,
             ShanhaiPeriod            **reference,
             ShanhaiRecord            **source,
             GError                   **error)
{
  ShanhaiFieldEditor *editor = SHANHAI_FIELD_EDITOR (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (ShanhaiPeriod) counted_from = NULL;
  ShanhaiPeriod *period;
  bool relative;

  if (*text == '\0')
    return NULL;

  counted_from = shanhai_period_entry_dup_reference (shanhai_field_editor_get_drafts (editor), shanhai_field_editor_get_context (editor),
                                                     self->today, source);
  period = shanhai_period_entry_parse (text, counted_from, &relative, error);
  if (period != NULL && relative && reference != NULL)
    *reference = g_steal_pointer (&counted_from);
  return period;
}

static void
shanhai_field_editor_period_show (ShanhaiFieldEditor *editor,
                                  ShanhaiRecord      *record)
{
  const ShanhaiPeriod *period = SHANHAI_FIELD_SLOT (ShanhaiPeriod *, record, shanhai_field_editor_get_field (editor));
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (shanhai_field_editor_get_drafts (editor)));
  g_autofree char *text = shanhai_period_entry_dup_text (&wording, period);

  gtk_editable_set_text (SHANHAI_FIELD_EDITOR_PERIOD (editor)->entry, text);
}

static bool
shanhai_field_editor_period_store (ShanhaiFieldEditor  *editor,
                                   ShanhaiRecord       *draft,
                                   GError             **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (ShanhaiPeriod) period = read_period (SHANHAI_FIELD_EDITOR_PERIOD (editor), NULL, NULL, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return false;
    }
  g_object_set (draft, shanhai_field_editor_get_field (editor)->member, period, NULL);
  return true;
}

static char *
shanhai_field_editor_period_read (ShanhaiFieldEditor *editor)
{
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (shanhai_field_editor_get_drafts (editor)));
  g_autoptr (ShanhaiPeriod) reference = NULL;
  ShanhaiRecord *source = NULL;
  g_autoptr (ShanhaiPeriod) period = read_period (SHANHAI_FIELD_EDITOR_PERIOD (editor), &reference, &source, NULL);

  return shanhai_period_entry_dup_reading (&wording, period, reference, source);
}

static void
shanhai_field_editor_period_focus (ShanhaiFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_FIELD_EDITOR_PERIOD (editor)->entry));
}

static void
shanhai_field_editor_period_type (ShanhaiFieldEditor *editor,
                                  const char         *text)
{
  ShanhaiFieldEditorPeriod *self = SHANHAI_FIELD_EDITOR_PERIOD (editor);

  shanhai_field_editor_period_focus (editor);
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

static void
shanhai_field_editor_period_constructed (GObject *object)
{
  ShanhaiFieldEditorPeriod *self = SHANHAI_FIELD_EDITOR_PERIOD (object);

  G_OBJECT_CLASS (shanhai_field_editor_period_parent_class)->constructed (object);

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  /* Translators: how a time may be typed; in an entry that is still empty */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("2014–2020, Dec 2019, 2019年底 or last year"));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (shanhai_field_editor_activate), self, G_CONNECT_SWAPPED);
  shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), GTK_WIDGET (self->entry), GTK_WIDGET (self->entry));
}

static void
shanhai_field_editor_period_finalize (GObject *object)
{
  shanhai_period_free (SHANHAI_FIELD_EDITOR_PERIOD (object)->today);

  G_OBJECT_CLASS (shanhai_field_editor_period_parent_class)->finalize (object);
}

static void
shanhai_field_editor_period_class_init (ShanhaiFieldEditorPeriodClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_period_constructed;
  G_OBJECT_CLASS (klass)->finalize = shanhai_field_editor_period_finalize;
  editor_class->show = shanhai_field_editor_period_show;
  editor_class->store = shanhai_field_editor_period_store;
  editor_class->read = shanhai_field_editor_period_read;
  editor_class->focus = shanhai_field_editor_period_focus;
  editor_class->type = shanhai_field_editor_period_type;
}

static void
shanhai_field_editor_period_init (ShanhaiFieldEditorPeriod *self)
{
  self->today = shanhai_period_entry_dup_today ();
}

/* shanhai-field-editor-quantity.c - edits a figure, typed as people write it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-field-editor-kinds.h"
#include "shanhai-quantity-entry.h"

#define SHANHAI_TYPE_FIELD_EDITOR_QUANTITY (shanhai_field_editor_quantity_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorQuantity, shanhai_field_editor_quantity, SHANHAI, FIELD_EDITOR_QUANTITY, ShanhaiFieldEditor)

struct _ShanhaiFieldEditorQuantity
{
  ShanhaiFieldEditor  parent_instance;

  GtkEditable        *entry;
  GtkCheckButton     *planned;
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorQuantity, shanhai_field_editor_quantity, SHANHAI_TYPE_FIELD_EDITOR)

static ShanhaiWording
get_wording (ShanhaiFieldEditor *editor)
{
  return shanhai_wording_now (shanhai_drafts_get_casebook (shanhai_field_editor_get_drafts (editor)));
}

/* (nullable) */
static const char *
get_unit (ShanhaiFieldEditor *editor)
{
  ShanhaiRecord *context = shanhai_field_editor_get_context (editor);

  return context != NULL ? shanhai_quantity_entry_get_unit (shanhai_drafts_get_casebook (shanhai_field_editor_get_drafts (editor)), context,
                                                            shanhai_field_editor_get_field (editor)->member)
                         : NULL;
}

/* (transfer full) (nullable): NULL without an error where nothing is typed */
static ShanhaiQuantity *
read_quantity (ShanhaiFieldEditorQuantity  *self,
               GError                     **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  ShanhaiQuantity *quantity;

  if (*text == '\0')
    return NULL;

  quantity = shanhai_quantity_entry_parse (text, get_unit (SHANHAI_FIELD_EDITOR (self)), error);
  if (quantity != NULL)
    quantity->planned = quantity->planned || gtk_check_button_get_active (self->planned);
  return quantity;
}

static void
shanhai_field_editor_quantity_show (ShanhaiFieldEditor *editor,
                                    ShanhaiRecord      *record)
{
  ShanhaiFieldEditorQuantity *self = SHANHAI_FIELD_EDITOR_QUANTITY (editor);
  const ShanhaiQuantity *quantity = SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, shanhai_field_editor_get_field (editor));
  ShanhaiWording wording = get_wording (editor);
  g_autofree char *text = shanhai_quantity_entry_dup_text (&wording, quantity, get_unit (editor));

  gtk_editable_set_text (self->entry, text);
  gtk_check_button_set_active (self->planned, quantity != NULL && quantity->planned);
}

static bool
shanhai_field_editor_quantity_store (ShanhaiFieldEditor  *editor,
                                     ShanhaiRecord       *draft,
                                     GError             **error)
{
  ShanhaiFieldEditorQuantity *self = SHANHAI_FIELD_EDITOR_QUANTITY (editor);
  const ShanhaiField *field = shanhai_field_editor_get_field (editor);
  const ShanhaiQuantity *before = SHANHAI_FIELD_SLOT (ShanhaiQuantity *, draft, field);
  g_autoptr (GError) reason = NULL;
  g_autoptr (ShanhaiQuantity) quantity = read_quantity (self, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return false;
    }
  /* what this version doesn't know stays */
  if (quantity != NULL && before != NULL && before->extra != NULL)
    quantity->extra = g_strdup (before->extra);
  g_object_set (draft, field->member, quantity, NULL);
  return true;
}

static char *
shanhai_field_editor_quantity_read (ShanhaiFieldEditor *editor)
{
  g_autoptr (ShanhaiQuantity) quantity = read_quantity (SHANHAI_FIELD_EDITOR_QUANTITY (editor), NULL);
  ShanhaiWording wording = get_wording (editor);

  return shanhai_quantity_entry_dup_reading (&wording, quantity, get_unit (editor));
}

static void
shanhai_field_editor_quantity_focus (ShanhaiFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_FIELD_EDITOR_QUANTITY (editor)->entry));
}

static void
shanhai_field_editor_quantity_type (ShanhaiFieldEditor *editor,
                                    const char         *text)
{
  ShanhaiFieldEditorQuantity *self = SHANHAI_FIELD_EDITOR_QUANTITY (editor);

  shanhai_field_editor_quantity_focus (editor);
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
}

/* over a cell there is no room for it; a plan is still read from the words (拟投入4.7亿元) */
static void
map_cb (ShanhaiFieldEditorQuantity *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->planned), !shanhai_field_editor_is_compact (SHANHAI_FIELD_EDITOR (self)));
}

static void
shanhai_field_editor_quantity_constructed (GObject *object)
{
  ShanhaiFieldEditorQuantity *self = SHANHAI_FIELD_EDITOR_QUANTITY (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  G_OBJECT_CLASS (shanhai_field_editor_quantity_parent_class)->constructed (object);

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  /* Translators: how an amount or a number may be typed; in an entry that is still empty */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("As printed: nearly 470 million, 近4.7亿, 1200余"));
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  self->planned = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (C_ ("figure", "Planned")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->planned));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (shanhai_field_editor_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->planned, "toggled", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), box, GTK_WIDGET (self->entry));
}

static void
shanhai_field_editor_quantity_class_init (ShanhaiFieldEditorQuantityClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_quantity_constructed;
  editor_class->show = shanhai_field_editor_quantity_show;
  editor_class->store = shanhai_field_editor_quantity_store;
  editor_class->read = shanhai_field_editor_quantity_read;
  editor_class->focus = shanhai_field_editor_quantity_focus;
  editor_class->type = shanhai_field_editor_quantity_type;
}

static void
shanhai_field_editor_quantity_init (ShanhaiFieldEditorQuantity *self)
{
}

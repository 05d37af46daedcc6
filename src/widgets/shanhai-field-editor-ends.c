/* shanhai-field-editor-ends.c - edits who stands at one end: places, parties, and groups that are only counted. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each, and below them a picker that adds one. A group ("19家企业") is a figure, what it is called, and its kind; it has entries of its own. */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-choice-picker.h"
#include "shanhai-ends.h"
#include "shanhai-field-editor-kinds.h"
#include "shanhai-quantity-entry.h"
#include "shanhai-record-editor.h"
#include "shanhai-vocabulary.h"

#define SHANHAI_TYPE_FIELD_EDITOR_ENDS (shanhai_field_editor_ends_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorEnds, shanhai_field_editor_ends, SHANHAI, FIELD_EDITOR_ENDS, ShanhaiFieldEditor)

typedef struct
{
  char            *id;     /* or NULL: a group */
  ShanhaiName     *name;   /* of a group, as it was */
  ShanhaiQuantity *before; /* its count, as it was */
  const char      *kind;
  char            *extra;
  GtkWidget       *row;
  GtkEditable     *count_entry, *name_entry;
  ShanhaiChoicePicker *kind_picker;
} Item;

struct _ShanhaiFieldEditorEnds
{
  ShanhaiFieldEditor   parent_instance;

  GPtrArray           *items;
  GtkBox              *rows;
  ShanhaiChoicePicker *picker;
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorEnds, shanhai_field_editor_ends, SHANHAI_TYPE_FIELD_EDITOR)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->id);
  g_clear_pointer (&item->name, shanhai_name_unref);
  g_clear_pointer (&item->before, shanhai_quantity_free);
  g_free (item->extra);
  g_free (item);
}

static ShanhaiDrafts *
get_drafts (ShanhaiFieldEditorEnds *self)
{
  return shanhai_field_editor_get_drafts (SHANHAI_FIELD_EDITOR (self));
}

static ShanhaiWording
get_wording (ShanhaiFieldEditorEnds *self)
{
  return shanhai_wording_now (shanhai_drafts_get_casebook (get_drafts (self)));
}

static bool
takes_groups (ShanhaiFieldEditorEnds *self)
{
  return shanhai_field_editor_get_field (SHANHAI_FIELD_EDITOR (self))->kind == SHANHAI_FIELD_ENDS;
}

/* -- rows -- */

/* an empty box would still take its spacing */
static void
update_rows (ShanhaiFieldEditorEnds *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->items->len > 0);
}

static void
remove_cb (ShanhaiFieldEditorEnds *self,
           GtkButton              *button)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));

  for (guint i = 0; i < self->items->len; i++)
    if (((Item *) self->items->pdata[i])->row == row)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->picker));
        gtk_box_remove (self->rows, row);
        g_ptr_array_remove_index (self->items, i);
        update_rows (self);
        shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
        return;
      }
}

static GtkWidget *
new_remove_button (ShanhaiFieldEditorEnds *self,
                   const char             *what)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: takes a place or party out of a list; %s is its name */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), what);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill_named_row (ShanhaiFieldEditorEnds *self,
                Item                   *item)
{
  ShanhaiWording wording = get_wording (self);
  g_autofree char *title = shanhai_drafts_dup_label (get_drafts (self), item->id, wording.language);
  g_autofree char *around = shanhai_casebook_lookup (wording.casebook, item->id) != NULL ? shanhai_wording_around (&wording, item->id) : g_strdup ("");
  GtkWidget *name = gtk_label_new (title), *detail = gtk_label_new (around);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  /* the name comes first when there is little room */
  gtk_label_set_max_width_chars (GTK_LABEL (detail), 16);
  gtk_label_set_width_chars (GTK_LABEL (detail), 4);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_add_css_class (detail, "secondary");
  gtk_widget_add_css_class (detail, "small");
  gtk_box_append (GTK_BOX (item->row), name);
  gtk_box_append (GTK_BOX (item->row), detail);
  gtk_box_append (GTK_BOX (item->row), new_remove_button (self, title));
}

static void
kind_picked_cb (ShanhaiFieldEditorEnds *self,
                ShanhaiChoice          *choice,
                ShanhaiChoicePicker    *picker)
{
  ShanhaiWording wording = get_wording (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = self->items->pdata[i];

      if (item->kind_picker == picker)
        {
          g_autofree char *text = NULL;

          item->kind = shanhai_choice_get_kind (choice) == SHANHAI_CHOICE_THERE ? g_intern_string (shanhai_choice_get_id (choice)) : NULL;
          text = shanhai_wording_key (&wording, "kinds.party", item->kind);
          shanhai_choice_picker_set_text (picker, text);
          shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
        }
    }
}

static GtkEditable *
new_group_entry (ShanhaiFieldEditorEnds *self,
                 const char             *prompt,
                 const char             *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), prompt);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (shanhai_field_editor_activate), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (entry, "numeric");
  return GTK_EDITABLE (entry);
}

static void
fill_group_row (ShanhaiFieldEditorEnds *self,
                Item                   *item)
{
  ShanhaiWording wording = get_wording (self);
  g_autofree char *count = shanhai_quantity_entry_dup_text (&wording, item->before, NULL);
  g_autofree char *kind = shanhai_wording_key (&wording, "kinds.party", item->kind);

  item->count_entry = new_group_entry (self, _("How many"), count);
  item->name_entry = new_group_entry (self, C_ ("group", "Called"), shanhai_name_get (item->name, wording.language));
  item->kind_picker = SHANHAI_CHOICE_PICKER (shanhai_choice_picker_new ());
  shanhai_choice_picker_set_prompt (item->kind_picker, C_ ("group", "Kind"));
  shanhai_choice_picker_set_name (item->kind_picker, C_ ("group", "Kind"));
  shanhai_choice_picker_set_text (item->kind_picker, kind);
  shanhai_choice_picker_set_choices (item->kind_picker, shanhai_choices_new_terms (get_drafts (self), "kinds.party", item->kind), wording.casebook);
  g_signal_connect_object (item->kind_picker, "picked", G_CALLBACK (kind_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (item->row), GTK_WIDGET (item->count_entry));
  gtk_box_append (GTK_BOX (item->row), GTK_WIDGET (item->name_entry));
  gtk_box_append (GTK_BOX (item->row), GTK_WIDGET (item->kind_picker));
  gtk_box_append (GTK_BOX (item->row), new_remove_button (self, _("the group")));
}

static Item *
add_item (ShanhaiFieldEditorEnds *self,
          const ShanhaiEnd       *end)
{
  Item *item = g_new0 (Item, 1);

  item->id = g_strdup (end->id);
  item->name = end->name != NULL ? shanhai_name_ref (end->name) : NULL;
  item->before = end->count != NULL ? shanhai_quantity_copy (end->count) : NULL;
  item->kind = end->kind;
  item->extra = g_strdup (end->extra);
  item->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  if (item->id != NULL)
    {
      gtk_widget_add_css_class (item->row, "end-row");
      fill_named_row (self, item);
    }
  else
    fill_group_row (self, item);
  g_ptr_array_add (self->items, item);
  gtk_box_append (self->rows, item->row);
  update_rows (self);
  return item;
}

static void
add_id (ShanhaiFieldEditorEnds *self,
        const char             *id)
{
  ShanhaiEnd end = { .id = (char *) id };

  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (((Item *) self->items->pdata[i])->id, id) == 0)
      return;
  add_item (self, &end);
  shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
}

static void
add_group_cb (ShanhaiFieldEditorEnds *self)
{
  ShanhaiEnd end = { .id = NULL };
  Item *item = add_item (self, &end);

  gtk_widget_grab_focus (GTK_WIDGET (item->count_entry));
}

static void
made_cb (ShanhaiFieldEditorEnds *self,
         const char             *id)
{
  add_id (self, id);
}

static void
form_closed_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, false);
  shanhai_field_editor_focus (editor);
}

static void
picked_cb (ShanhaiFieldEditorEnds *self,
           ShanhaiChoice          *choice)
{
  GtkWidget *form;

  switch (shanhai_choice_get_kind (choice))
    {
    case SHANHAI_CHOICE_NOTHING:
      /* Backspace takes the last one away */
      if (self->items->len > 0)
        {
          gtk_box_remove (self->rows, ((Item *) self->items->pdata[self->items->len - 1])->row);
          g_ptr_array_set_size (self->items, (int) self->items->len - 1);
          update_rows (self);
          shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
        }
      break;
    case SHANHAI_CHOICE_THERE:
      add_id (self, shanhai_choice_get_id (choice));
      break;
    case SHANHAI_CHOICE_DIVISION:
      add_id (self, shanhai_drafts_add_division (get_drafts (self), shanhai_choice_get_division (choice)));
      break;
    case SHANHAI_CHOICE_NEW:
      form = shanhai_record_editor_new_in (get_drafts (self), shanhai_record_type_from_name (shanhai_choice_get_id (choice)),
                                           shanhai_choice_picker_get_query (self->picker), shanhai_field_editor_get_context (SHANHAI_FIELD_EDITOR (self)));
      shanhai_field_editor_set_busy (SHANHAI_FIELD_EDITOR (self), true);
      gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
      g_signal_connect_object (form, "saved", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (form, "unmap", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (form));
      break;
    default:
      g_return_if_reached ();
    }
}

/* -- the value -- */

static void
shanhai_field_editor_ends_show (ShanhaiFieldEditor *editor,
                                ShanhaiRecord      *record)
{
  ShanhaiFieldEditorEnds *self = SHANHAI_FIELD_EDITOR_ENDS (editor);
  const ShanhaiField *field = shanhai_field_editor_get_field (editor);
  GtkWidget *child;

  g_ptr_array_set_size (self->items, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  update_rows (self);

  if (field->kind == SHANHAI_FIELD_ENDS)
    {
      const ShanhaiEnds *ends = SHANHAI_FIELD_SLOT (ShanhaiEnds *, record, field);

      for (guint i = 0; i < (ends != NULL ? ends->n : 0); i++)
        add_item (self, &ends->items[i]);
    }
  else
    {
      const ShanhaiStrings *ids = SHANHAI_FIELD_SLOT (ShanhaiStrings *, record, field);

      for (guint i = 0; ids != NULL && ids->items[i] != NULL; i++)
        add_item (self, &(ShanhaiEnd) { .id = ids->items[i] });
    }
  shanhai_choice_picker_set_choices (self->picker, shanhai_choices_new_records (get_drafts (self), field->targets, record),
                                     shanhai_drafts_get_casebook (get_drafts (self)));
}

/* (nullable) (transfer full): a group's name, changed in the language of the display alone */
static ShanhaiName *
dup_group_name (ShanhaiFieldEditorEnds *self,
                const Item             *item)
{
  ShanhaiWording wording = get_wording (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (item->name_entry)));

  if (item->name != NULL && g_str_equal (shanhai_name_get (item->name, wording.language), text))
    return shanhai_name_ref (item->name);
  return *text != '\0' ? shanhai_name_new_plain (text) : NULL;
}

static bool
fill_group (ShanhaiFieldEditorEnds  *self,
            const Item              *item,
            ShanhaiEnd              *end,
            GError                 **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (item->count_entry)));

  end->name = dup_group_name (self, item);
  end->kind = item->kind;
  if (*text != '\0')
    {
      end->count = shanhai_quantity_entry_parse (text, item->before != NULL ? item->before->unit : NULL, error);
      if (end->count == NULL)
        return false;
      if (item->before != NULL)
        end->count->extra = g_strdup (item->before->extra);
    }
  if (end->count == NULL && end->name == NULL && end->kind == NULL)
    {
      g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID, _("Say how many there are in the group, or what it is called."));
      return false;
    }
  return true;
}

static bool
store_ends (ShanhaiFieldEditorEnds  *self,
            ShanhaiRecord           *draft,
            const ShanhaiField      *field,
            GError                 **error)
{
  const ShanhaiEnds *before = SHANHAI_FIELD_SLOT (ShanhaiEnds *, draft, field);
  g_autoptr (ShanhaiEnds) ends = shanhai_ends_new (self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = self->items->pdata[i];

      ends->items[i].id = g_strdup (item->id);
      ends->items[i].extra = g_strdup (item->extra);
      if (item->id == NULL && !fill_group (self, item, &ends->items[i], error))
        return false;
    }
  /* money has one giver as a rule, and is written so */
  ends->single = ends->n == 1
                 && (before != NULL && before->n == 1 ? before->single : shanhai_record_get_record_type (draft) == SHANHAI_RECORD_FLOW);
  g_object_set (draft, field->member, ends->n > 0 ? ends : NULL, NULL);
  return true;
}

static bool
shanhai_field_editor_ends_store (ShanhaiFieldEditor  *editor,
                                 ShanhaiRecord       *draft,
                                 GError             **error)
{
  ShanhaiFieldEditorEnds *self = SHANHAI_FIELD_EDITOR_ENDS (editor);
  const ShanhaiField *field = shanhai_field_editor_get_field (editor);

  if (field->kind == SHANHAI_FIELD_ENDS)
    return store_ends (self, draft, field, error);

  {
    const ShanhaiStrings *before = SHANHAI_FIELD_SLOT (ShanhaiStrings *, draft, field);
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_auto (GStrv) ids = NULL;
    g_autoptr (ShanhaiStrings) strings = NULL;

    for (guint i = 0; i < self->items->len; i++)
      g_strv_builder_add (builder, ((Item *) self->items->pdata[i])->id);
    ids = g_strv_builder_end (builder);
    if (ids[0] != NULL)
      strings = shanhai_strings_new ((const char * const *) ids, before != NULL && before->single && ids[1] == NULL);
    g_object_set (draft, field->member, strings, NULL);
    return true;
  }
}

static void
shanhai_field_editor_ends_focus (ShanhaiFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_FIELD_EDITOR_ENDS (editor)->picker));
}

static void
shanhai_field_editor_ends_type (ShanhaiFieldEditor *editor,
                                const char         *text)
{
  shanhai_choice_picker_open (SHANHAI_FIELD_EDITOR_ENDS (editor)->picker, text);
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
shanhai_field_editor_ends_constructed (GObject *object)
{
  ShanhaiFieldEditorEnds *self = SHANHAI_FIELD_EDITOR_ENDS (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  G_OBJECT_CLASS (shanhai_field_editor_ends_parent_class)->constructed (object);

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->picker = SHANHAI_CHOICE_PICKER (shanhai_choice_picker_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->picker), TRUE);
  shanhai_choice_picker_set_prompt (self->picker, takes_groups (self) ? _("Add a place or party…") : _("Add…"));
  shanhai_choice_picker_set_name (self->picker, _("Add a place or party"));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->picker));
  if (takes_groups (self))
    {
      GtkWidget *group = gtk_button_new_with_label (C_ ("end", "Group"));

      gtk_widget_set_tooltip_text (group, _("Add a group that is only counted, such as 19 enterprises"));
      g_signal_connect_object (group, "clicked", G_CALLBACK (add_group_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), group);
    }
  update_rows (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), line);
  shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), box, GTK_WIDGET (self->picker));
}

static void
shanhai_field_editor_ends_finalize (GObject *object)
{
  g_ptr_array_unref (SHANHAI_FIELD_EDITOR_ENDS (object)->items);

  G_OBJECT_CLASS (shanhai_field_editor_ends_parent_class)->finalize (object);
}

static void
shanhai_field_editor_ends_class_init (ShanhaiFieldEditorEndsClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_ends_constructed;
  G_OBJECT_CLASS (klass)->finalize = shanhai_field_editor_ends_finalize;
  editor_class->show = shanhai_field_editor_ends_show;
  editor_class->store = shanhai_field_editor_ends_store;
  editor_class->focus = shanhai_field_editor_ends_focus;
  editor_class->type = shanhai_field_editor_ends_type;
}

static void
shanhai_field_editor_ends_init (ShanhaiFieldEditorEnds *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
}

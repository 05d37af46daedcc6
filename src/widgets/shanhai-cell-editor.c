/* shanhai-cell-editor.c - a field editor over one cell of a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-cell-editor.h"

#include "shanhai-field-editor.h"

struct _ShanhaiCellEditor
{
  GtkWidget           parent_instance;

  ShanhaiFieldEditor *editor;
  GPtrArray          *records;
  bool                over;     /* "done" was told */
};

G_DEFINE_FINAL_TYPE (ShanhaiCellEditor, shanhai_cell_editor, GTK_TYPE_WIDGET)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
finish (ShanhaiCellEditor *self,
        ShanhaiCellMove    move)
{
  if (self->over)
    return;
  self->over = true;
  g_signal_emit (self, signals[DONE], 0, (int) move);
}

static void
activate_cb (ShanhaiCellEditor *self)
{
  if (shanhai_cell_editor_commit (self))
    finish (self, SHANHAI_CELL_STAY);
}

static void
cancel_cb (ShanhaiCellEditor *self)
{
  finish (self, SHANHAI_CELL_STAY);
}

static gboolean
key_cb (ShanhaiCellEditor *self,
        guint              keyval,
        guint              keycode,
        GdkModifierType    state)
{
  bool back = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_KP_Tab && keyval != GDK_KEY_ISO_Left_Tab)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || shanhai_field_editor_is_busy (self->editor))
    return GDK_EVENT_PROPAGATE;

  if (shanhai_cell_editor_commit (self))
    finish (self, back ? SHANHAI_CELL_BEFORE : SHANHAI_CELL_NEXT);
  return GDK_EVENT_STOP;
}

/* Whoever clicks elsewhere means what was typed. What can't be read stays where it is, with its error. */
static void
leave_cb (ShanhaiCellEditor *self)
{
  if (self->over || shanhai_field_editor_is_busy (self->editor) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (shanhai_cell_editor_commit (self))
    finish (self, SHANHAI_CELL_LEAVE);
}

static void
shanhai_cell_editor_dispose (GObject *object)
{
  ShanhaiCellEditor *self = SHANHAI_CELL_EDITOR (object);

  self->over = true;
  g_clear_pointer ((GtkWidget **) &self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_cell_editor_parent_class)->dispose (object);
}

static void
shanhai_cell_editor_class_init (ShanhaiCellEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_cell_editor_dispose;

  /**
   * ShanhaiCellEditor::done:
   * @move: a ShanhaiCellMove
   *
   * The editor has done its work and can go.
   */
  signals[DONE] = g_signal_new ("done", SHANHAI_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "celleditor");
}

static void
shanhai_cell_editor_init (ShanhaiCellEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
shanhai_cell_editor_new (ShanhaiCasebook *casebook,
                         GPtrArray       *records,
                         const char      *member)
{
  ShanhaiCellEditor *self;
  ShanhaiRecord *first;

  g_return_val_if_fail (records->len > 0, NULL);

  self = g_object_new (SHANHAI_TYPE_CELL_EDITOR, NULL);
  first = g_ptr_array_index (records, 0);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (records, i)));

  self->editor = SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, shanhai_record_get_record_type (first), member));
  shanhai_field_editor_set_compact (self->editor, true);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  shanhai_field_editor_set_record (self->editor, first);
  g_signal_connect_object (self->editor, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
shanhai_cell_editor_start (ShanhaiCellEditor *self)
{
  g_return_if_fail (SHANHAI_IS_CELL_EDITOR (self));

  shanhai_field_editor_focus (self->editor);
}

void
shanhai_cell_editor_type (ShanhaiCellEditor *self,
                          const char        *text)
{
  g_return_if_fail (SHANHAI_IS_CELL_EDITOR (self));

  shanhai_field_editor_type (self->editor, text);
}

bool
shanhai_cell_editor_commit (ShanhaiCellEditor *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (SHANHAI_IS_CELL_EDITOR (self), false);

  if (!shanhai_field_editor_is_touched (self->editor)
      || shanhai_field_editor_apply (self->editor, (ShanhaiRecord **) self->records->pdata, self->records->len, &error))
    return true;
  shanhai_field_editor_show_error (self->editor, error);
  return false;
}

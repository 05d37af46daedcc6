/* shanhai-field-editor.c - edits one member of a record: alone over a cell of a table, or in a form. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all kinds share: what was touched, and the line below that says how an entry is understood or what is wrong with it. */

#include "shanhai-config.h"

#include "shanhai-field-editor.h"

#include <glib/gi18n.h>

#include "shanhai-record-editor-fields.h"

typedef struct
{
  ShanhaiDrafts      *drafts;
  ShanhaiRecordType   type;
  char               *member;
  ShanhaiRecord      *blank;    /* an empty record of the type: its fields are this editor's */
  const ShanhaiField *field;
  ShanhaiRecord      *record;   /* that is shown, or NULL */
  ShanhaiRecord      *context;  /* or NULL */
  bool                touched;
  bool                showing;  /* the kind is being told a value */
  bool                required;
  bool                compact;
  bool                busy;

  GtkWidget          *target;   /* that has the keyboard */
  GtkLabel           *note;
  GtkPopover         *bubble;   /* around the note, where it is compact; else NULL */
} ShanhaiFieldEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ShanhaiFieldEditor, shanhai_field_editor, GTK_TYPE_WIDGET)
G_DEFINE_QUARK (shanhai-field-editor-error-quark, shanhai_field_editor_error)

typedef enum { PROP_DRAFTS = 1, PROP_RECORD_TYPE, PROP_MEMBER } ShanhaiFieldEditorProperty;
static GParamSpec *props[PROP_MEMBER + 1];

enum { CHANGED, ACTIVATE, CANCEL, N_SIGNALS };
static guint signals[N_SIGNALS];

static ShanhaiFieldEditorPrivate *
get_private (ShanhaiFieldEditor *self)
{
  return shanhai_field_editor_get_instance_private (self);
}

/* -- the line below -- */

static void
set_note (ShanhaiFieldEditor *self,
          const char         *text,
          bool                is_error)
{
  ShanhaiFieldEditorPrivate *priv = get_private (self);
  bool empty = text == NULL || *text == '\0';

  gtk_label_set_label (priv->note, empty ? "" : text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (priv->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (priv->note), "error");

  if (priv->bubble != NULL)
    {
      if (empty)
        gtk_popover_popdown (priv->bubble);
      else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        gtk_popover_popup (priv->bubble);
    }
  else
    /* where it speaks while one types, its line is kept free, so that nothing below jumps */
    gtk_widget_set_visible (GTK_WIDGET (priv->note), !empty || SHANHAI_FIELD_EDITOR_GET_CLASS (self)->read != NULL);

  if (priv->target != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_STATE_INVALID,
                                 is_error && !empty ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static ShanhaiRecord *
dup_scratch (ShanhaiFieldEditor *self)
{
  ShanhaiFieldEditorPrivate *priv = get_private (self);

  return shanhai_record_copy (priv->record != NULL ? priv->record : priv->blank);
}

static void
update_note (ShanhaiFieldEditor *self)
{
  ShanhaiFieldEditorClass *klass = SHANHAI_FIELD_EDITOR_GET_CLASS (self);
  g_autoptr (ShanhaiRecord) scratch = dup_scratch (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;

  if (!klass->store (self, scratch, &error))
    {
      set_note (self, error->message, true);
      return;
    }
  read = klass->read != NULL ? klass->read (self) : NULL;
  set_note (self, read, false);
}

static void
mapped_cb (ShanhaiFieldEditor *self)
{
  ShanhaiFieldEditorPrivate *priv = get_private (self);

  if (priv->bubble != NULL && *gtk_label_get_label (priv->note) != '\0')
    gtk_popover_popup (priv->bubble);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  g_signal_emit (widget, signals[CANCEL], 0);
  /* in a form, the window is closed by it */
  return get_private (SHANHAI_FIELD_EDITOR (widget))->compact;
}

/* -- the class -- */

static void
shanhai_field_editor_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ShanhaiFieldEditorPrivate *priv = get_private (SHANHAI_FIELD_EDITOR (object));

  switch ((ShanhaiFieldEditorProperty) prop_id)
    {
    case PROP_DRAFTS:
      g_value_set_object (value, priv->drafts);
      break;
    case PROP_RECORD_TYPE:
      g_value_set_uint (value, priv->type);
      break;
    case PROP_MEMBER:
      g_value_set_string (value, priv->member);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_field_editor_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ShanhaiFieldEditorPrivate *priv = get_private (SHANHAI_FIELD_EDITOR (object));

  switch ((ShanhaiFieldEditorProperty) prop_id)
    {
    case PROP_DRAFTS:
      priv->drafts = g_value_dup_object (value);
      break;
    case PROP_RECORD_TYPE:
      priv->type = g_value_get_uint (value);
      break;
    case PROP_MEMBER:
      priv->member = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_field_editor_constructed (GObject *object)
{
  ShanhaiFieldEditorPrivate *priv = get_private (SHANHAI_FIELD_EDITOR (object));

  /* the fields are known before the kind fills itself in its own constructed() */
  priv->blank = shanhai_record_new (priv->type, NULL);
  priv->field = shanhai_record_find_field (priv->blank, priv->member);
  g_assert (priv->field != NULL);

  G_OBJECT_CLASS (shanhai_field_editor_parent_class)->constructed (object);
}

static void
shanhai_field_editor_dispose (GObject *object)
{
  ShanhaiFieldEditorPrivate *priv = get_private (SHANHAI_FIELD_EDITOR (object));
  GtkWidget *child;

  priv->target = NULL;
  priv->bubble = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->drafts);
  g_clear_object (&priv->blank);
  g_clear_object (&priv->record);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (shanhai_field_editor_parent_class)->dispose (object);
}

static void
shanhai_field_editor_finalize (GObject *object)
{
  g_free (get_private (SHANHAI_FIELD_EDITOR (object))->member);

  G_OBJECT_CLASS (shanhai_field_editor_parent_class)->finalize (object);
}

static gboolean
shanhai_field_editor_grab_focus (GtkWidget *widget)
{
  shanhai_field_editor_focus (SHANHAI_FIELD_EDITOR (widget));
  return TRUE;
}

static void
shanhai_field_editor_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  ShanhaiFieldEditorPrivate *priv = get_private (SHANHAI_FIELD_EDITOR (widget));

  GTK_WIDGET_CLASS (shanhai_field_editor_parent_class)->size_allocate (widget, width, height, baseline);
  if (priv->bubble != NULL)
    gtk_popover_present (priv->bubble);
}

static void
shanhai_field_editor_class_init (ShanhaiFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = shanhai_field_editor_get_property;
  object_class->set_property = shanhai_field_editor_set_property;
  object_class->constructed = shanhai_field_editor_constructed;
  object_class->dispose = shanhai_field_editor_dispose;
  object_class->finalize = shanhai_field_editor_finalize;
  widget_class->grab_focus = shanhai_field_editor_grab_focus;
  widget_class->size_allocate = shanhai_field_editor_size_allocate;

  props[PROP_DRAFTS] = g_param_spec_object ("drafts", NULL, NULL, SHANHAI_TYPE_DRAFTS, flags);
  props[PROP_RECORD_TYPE] = g_param_spec_uint ("record-type", NULL, NULL, 0, SHANHAI_N_RECORD_TYPES - 1, 0, flags);
  props[PROP_MEMBER] = g_param_spec_string ("member", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[CHANGED] = g_signal_new ("changed", SHANHAI_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", SHANHAI_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", SHANHAI_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field-editor");
}

static void
shanhai_field_editor_init (ShanhaiFieldEditor *self)
{
  ShanhaiFieldEditorPrivate *priv = get_private (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);

  priv->note = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (priv->note, 0);
  gtk_label_set_wrap (priv->note, TRUE);
  gtk_label_set_wrap_mode (priv->note, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (priv->note, 40);
  gtk_widget_add_css_class (GTK_WIDGET (priv->note), "small");
  gtk_widget_add_css_class (GTK_WIDGET (priv->note), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (priv->note), "field-note");
  gtk_widget_set_visible (GTK_WIDGET (priv->note), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (priv->note), GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

/* -- for everybody -- */

ShanhaiDrafts *
shanhai_field_editor_get_drafts (ShanhaiFieldEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), NULL);

  return get_private (self)->drafts;
}

const ShanhaiField *
shanhai_field_editor_get_field (ShanhaiFieldEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), NULL);

  return get_private (self)->field;
}

ShanhaiRecord *
shanhai_field_editor_get_record (ShanhaiFieldEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), NULL);

  return get_private (self)->record;
}

void
shanhai_field_editor_set_record (ShanhaiFieldEditor *self,
                                 ShanhaiRecord      *record)
{
  ShanhaiFieldEditorPrivate *priv;
  ShanhaiFieldEditorClass *klass;
  g_autofree char *read = NULL;

  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));
  priv = get_private (self);
  g_return_if_fail (SHANHAI_IS_RECORD (record) && shanhai_record_get_record_type (record) == priv->type);

  klass = SHANHAI_FIELD_EDITOR_GET_CLASS (self);
  g_set_object (&priv->record, record);
  g_set_object (&priv->context, record);
  priv->showing = true;
  klass->show (self, record);
  priv->showing = false;
  priv->touched = false;

  /* over a cell, what the cell said already needs no bubble */
  read = klass->read != NULL && !priv->compact ? klass->read (self) : NULL;
  set_note (self, read, false);
}

void
shanhai_field_editor_set_context (ShanhaiFieldEditor *self,
                                  ShanhaiRecord      *context)
{
  ShanhaiFieldEditorPrivate *priv;
  ShanhaiFieldEditorClass *klass;

  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));
  priv = get_private (self);

  if (!g_set_object (&priv->context, context))
    return;

  klass = SHANHAI_FIELD_EDITOR_GET_CLASS (self);
  if (klass->context_changed != NULL)
    {
      priv->showing = true;
      klass->context_changed (self);
      priv->showing = false;
    }
  if (klass->read != NULL && !gtk_widget_has_css_class (GTK_WIDGET (priv->note), "error"))
    update_note (self);
}

ShanhaiRecord *
shanhai_field_editor_get_context (ShanhaiFieldEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), NULL);

  return get_private (self)->context;
}

/**
 * shanhai_field_editor_store:
 * @draft: of the editor's type, not sealed
 *
 * Errors: SHANHAI_FIELD_EDITOR_ERROR_INVALID, _MISSING.
 *
 * Returns: whether the draft has the value now, or keeps the one it had since nobody touched it
 */
bool
shanhai_field_editor_store (ShanhaiFieldEditor  *self,
                            ShanhaiRecord       *draft,
                            GError             **error)
{
  ShanhaiFieldEditorPrivate *priv;

  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), false);
  priv = get_private (self);
  g_return_val_if_fail (SHANHAI_IS_RECORD (draft) && shanhai_record_get_record_type (draft) == priv->type, false);

  if (priv->touched && !SHANHAI_FIELD_EDITOR_GET_CLASS (self)->store (self, draft, error))
    return false;
  if (priv->required && !shanhai_field_is_set (priv->field, draft))
    {
      g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_MISSING, _("This has to be filled in."));
      return false;
    }
  return true;
}

bool
shanhai_field_editor_is_valid (ShanhaiFieldEditor *self)
{
  g_autoptr (ShanhaiRecord) scratch = NULL;

  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), false);

  scratch = dup_scratch (self);
  return shanhai_field_editor_store (self, scratch, NULL);
}

bool
shanhai_field_editor_is_touched (ShanhaiFieldEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), false);

  return get_private (self)->touched;
}

void
shanhai_field_editor_focus (ShanhaiFieldEditor *self)
{
  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));

  SHANHAI_FIELD_EDITOR_GET_CLASS (self)->focus (self);
}

void
shanhai_field_editor_type (ShanhaiFieldEditor *self,
                           const char         *text)
{
  ShanhaiFieldEditorClass *klass;

  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));
  g_return_if_fail (text != NULL);

  klass = SHANHAI_FIELD_EDITOR_GET_CLASS (self);
  if (klass->type != NULL)
    klass->type (self, text);
}

void
shanhai_field_editor_set_compact (ShanhaiFieldEditor *self,
                                  bool                compact)
{
  ShanhaiFieldEditorPrivate *priv;

  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));
  priv = get_private (self);

  /* there and not back: nothing needs that */
  if (!compact || priv->compact)
    return;

  priv->compact = true;
  priv->bubble = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_autohide (priv->bubble, FALSE);
  gtk_popover_set_position (priv->bubble, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (priv->bubble), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (priv->bubble), "field-bubble");
  g_object_ref (priv->note);
  gtk_widget_unparent (GTK_WIDGET (priv->note));
  gtk_widget_set_visible (GTK_WIDGET (priv->note), TRUE);
  gtk_popover_set_child (priv->bubble, GTK_WIDGET (priv->note));
  g_object_unref (priv->note);
  gtk_widget_set_parent (GTK_WIDGET (priv->bubble), GTK_WIDGET (self));
  /* what may be typed has no room in a cell */
  if (GTK_IS_ENTRY (priv->target))
    gtk_entry_set_placeholder_text (GTK_ENTRY (priv->target), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
}

bool
shanhai_field_editor_is_compact (ShanhaiFieldEditor *self)
{
  return get_private (self)->compact;
}

void
shanhai_field_editor_set_required (ShanhaiFieldEditor *self,
                                   bool                required)
{
  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));

  get_private (self)->required = required;
}

void
shanhai_field_editor_show_error (ShanhaiFieldEditor *self,
                                 const GError       *error)
{
  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));

  if (error != NULL)
    set_note (self, error->message, true);
  else
    update_note (self);
}

bool
shanhai_field_editor_is_busy (ShanhaiFieldEditor *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), false);

  return get_private (self)->busy;
}

void
shanhai_field_editor_set_busy (ShanhaiFieldEditor *self,
                               bool                busy)
{
  get_private (self)->busy = busy;
}

void
shanhai_field_editor_set_label (ShanhaiFieldEditor *self,
                                GtkWidget          *label)
{
  ShanhaiFieldEditorPrivate *priv;

  g_return_if_fail (SHANHAI_IS_FIELD_EDITOR (self));
  priv = get_private (self);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

/* -- for the kinds -- */

void
shanhai_field_editor_set_child (ShanhaiFieldEditor *self,
                                GtkWidget          *child,
                                GtkWidget          *target)
{
  ShanhaiFieldEditorPrivate *priv = get_private (self);
  const ShanhaiFormField *form = shanhai_form_fields_find (priv->type, priv->member);

  priv->target = target;
  gtk_widget_insert_before (child, GTK_WIDGET (self), GTK_WIDGET (priv->note));
  if (form != NULL)
    {
      g_autofree char *noun = shanhai_form_dup_noun (priv->type, priv->member);

      gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL, noun, -1);
    }
}

void
shanhai_field_editor_changed (ShanhaiFieldEditor *self)
{
  ShanhaiFieldEditorPrivate *priv = get_private (self);

  if (priv->showing)
    return;

  priv->touched = true;
  update_note (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
shanhai_field_editor_activate (ShanhaiFieldEditor *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

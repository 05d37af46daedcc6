/* shanhai-field-editor-text.c - edits a text, a name in two languages, or a list of texts. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name that is plain stays plain until its other language is filled in; languages beside Chinese and English are kept as they are. A list is written with
 * commas of either script, or one a line. */

#include "shanhai-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-display.h"
#include "shanhai-field-editor-kinds.h"
#include "shanhai-record-editor-fields.h"

#define SHANHAI_TYPE_FIELD_EDITOR_TEXT (shanhai_field_editor_text_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorText, shanhai_field_editor_text, SHANHAI, FIELD_EDITOR_TEXT, ShanhaiFieldEditor)

struct _ShanhaiFieldEditorText
{
  ShanhaiFieldEditor  parent_instance;

  GtkEditable        *entry;     /* or NULL, where it has several lines */
  GtkTextView        *view;
  GtkEditable        *other;     /* of a name: in the other language */
  GtkToggleButton    *reveal;
  const char         *language;  /* of the first entry: "zh" or "en" or what else the name has */
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorText, shanhai_field_editor_text, SHANHAI_TYPE_FIELD_EDITOR)

static ShanhaiFieldKind
get_kind (ShanhaiFieldEditorText *self)
{
  return shanhai_field_editor_get_field (SHANHAI_FIELD_EDITOR (self))->kind;
}

static bool
has_chinese (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return true;
  return false;
}

static const char *
get_other_language (const char *language)
{
  return g_strcmp0 (language, "zh") == 0 ? "en" : "zh";
}

static char *
dup_text (ShanhaiFieldEditorText *self)
{
  char *text;

  if (self->entry != NULL)
    text = g_strdup (gtk_editable_get_text (self->entry));
  else
    g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  return text;
}

static void
set_text (ShanhaiFieldEditorText *self,
          const char             *text)
{
  if (self->entry != NULL)
    gtk_editable_set_text (self->entry, text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static void
update_placeholder (ShanhaiFieldEditorText *self)
{
  bool in_chinese = g_str_equal (get_other_language (self->language), "zh");

  if (self->other == NULL)
    return;

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->other), in_chinese ? _("In Chinese") : _("In English"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  in_chinese ? _("In Chinese") : _("In English"), -1);
}

static void
show_name (ShanhaiFieldEditorText *self,
           const ShanhaiName      *name)
{
  ShanhaiLanguage display = shanhai_display_get_language (shanhai_display_get_default ());
  const char *text = name != NULL ? shanhai_name_get (name, display) : "";
  const char *other = "";

  self->language = shanhai_language_get_code (display);
  if (name != NULL && shanhai_name_is_plain (name))
    self->language = has_chinese (text) ? "zh" : "en";
  else if (name != NULL)
    for (guint i = 0; i < shanhai_name_get_n (name); i++)
      {
        const char *language;

        if (shanhai_name_get_nth (name, i, &language) == text)
          self->language = g_intern_string (language);
      }
  if (name != NULL && !shanhai_name_is_plain (name))
    for (guint i = 0; i < shanhai_name_get_n (name); i++)
      {
        const char *language, *said = shanhai_name_get_nth (name, i, &language);

        if (g_strcmp0 (language, get_other_language (self->language)) == 0)
          other = said;
      }

  set_text (self, text);
  if (self->other != NULL)
    {
      gtk_editable_set_text (self->other, other);
      gtk_toggle_button_set_active (self->reveal, *other != '\0');
      update_placeholder (self);
    }
}

static void
shanhai_field_editor_text_show (ShanhaiFieldEditor *editor,
                                ShanhaiRecord      *record)
{
  ShanhaiFieldEditorText *self = SHANHAI_FIELD_EDITOR_TEXT (editor);
  const ShanhaiField *field = shanhai_field_editor_get_field (editor);
  gpointer value = SHANHAI_FIELD_SLOT (gpointer, record, field);

  switch (get_kind (self))
    {
    case SHANHAI_FIELD_NAME:
      show_name (self, value);
      break;
    case SHANHAI_FIELD_STRINGS:
      {
        const ShanhaiStrings *strings = value;
        bool chinese = strings != NULL && strings->items[0] != NULL && has_chinese (strings->items[0]);
        g_autofree char *joined = strings != NULL ? g_strjoinv (chinese ? "，" : ", ", (char **) strings->items) : g_strdup ("");

        set_text (self, joined);
        break;
      }
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_KEY:
      set_text (self, value != NULL ? value : "");
      break;
    case SHANHAI_FIELD_REFERENCE:
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_ENDS:
    case SHANHAI_FIELD_QUANTITY:
    case SHANHAI_FIELD_PERIOD:
    case SHANHAI_FIELD_FLAG:
    case SHANHAI_FIELD_ABOUT:
    case SHANHAI_FIELD_CITATIONS:
    default:
      set_text (self, "");
      break;
    }
}

/* (transfer full) (nullable): what was typed, in the form that the name had before, as far as it goes */
static ShanhaiName *
make_name (ShanhaiFieldEditorText *self,
           const ShanhaiName      *before,
           const char             *text)
{
  g_autofree char *other = self->other != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (self->other))) : g_strdup ("");
  const char *typed[2] = { text, other };
  const char *language = self->language;
  g_autoptr (GPtrArray) languages = g_ptr_array_new (), texts = g_ptr_array_new ();

  if (before == NULL || shanhai_name_is_plain (before))
    {
      if (*other == '\0')
        return *text != '\0' ? shanhai_name_new_plain (text) : NULL;
      language = *text != '\0' && has_chinese (text) != has_chinese (other) ? (has_chinese (text) ? "zh" : "en") : self->language;
    }
  else
    for (guint i = 0; i < shanhai_name_get_n (before); i++)
      {
        const char *kept, *said = shanhai_name_get_nth (before, i, &kept);

        if (g_str_equal (kept, language))
          said = typed[0], typed[0] = "";
        else if (self->other != NULL && g_str_equal (kept, get_other_language (language)))
          said = typed[1], typed[1] = "";
        if (*said != '\0')
          {
            g_ptr_array_add (languages, (gpointer) kept);
            g_ptr_array_add (texts, (gpointer) said);
          }
      }

  for (guint i = 0; i < 2; i++)
    if (*typed[i] != '\0')
      {
        g_ptr_array_add (languages, (gpointer) (i == 0 ? language : get_other_language (language)));
        g_ptr_array_add (texts, (gpointer) typed[i]);
      }
  if (texts->len == 0)
    return NULL;
  return shanhai_name_new ((const char * const *) languages->pdata, (const char * const *) texts->pdata, texts->len);
}

/* (transfer full) (nullable) */
static ShanhaiStrings *
split_strings (const char           *text,
               const ShanhaiStrings *before)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  g_autoptr (GString) item = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && c != ',' && c != ';' && c != '\n' && c != 0xff0c && c != 0x3001 && c != 0xff1b)
        {
          g_string_append_unichar (item, c);
          continue;
        }
      g_strstrip (item->str);
      if (*item->str != '\0')
        g_strv_builder_add (builder, item->str);
      g_string_set_size (item, 0);
      if (c == 0)
        break;
    }
  items = g_strv_builder_end (builder);
  if (items[0] == NULL)
    return NULL;
  return shanhai_strings_new ((const char * const *) items, before != NULL && before->single && items[1] == NULL);
}

static bool
shanhai_field_editor_text_store (ShanhaiFieldEditor  *editor,
                                 ShanhaiRecord       *draft,
                                 GError             **error)
{
  ShanhaiFieldEditorText *self = SHANHAI_FIELD_EDITOR_TEXT (editor);
  const ShanhaiField *field = shanhai_field_editor_get_field (editor);
  g_autofree char *text = dup_text (self);
  gpointer before = SHANHAI_FIELD_SLOT (gpointer, draft, field);

  /* citations count from the start of a source's text, and its hash is of each letter: it stays as it is */
  if (self->view == NULL)
    g_strstrip (text);
  else if (field->kind == SHANHAI_FIELD_NAME)
    g_strchomp (text);

  switch (field->kind)
    {
    case SHANHAI_FIELD_NAME:
      {
        g_autoptr (ShanhaiName) name = make_name (self, before, text);

        g_object_set (draft, field->member, name, NULL);
        return true;
      }
    case SHANHAI_FIELD_STRINGS:
      {
        g_autoptr (ShanhaiStrings) strings = split_strings (text, before);

        g_object_set (draft, field->member, strings, NULL);
        return true;
      }
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_KEY:
      g_object_set (draft, field->member, *text != '\0' ? text : NULL, NULL);
      return true;
    case SHANHAI_FIELD_REFERENCE:
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_ENDS:
    case SHANHAI_FIELD_QUANTITY:
    case SHANHAI_FIELD_PERIOD:
    case SHANHAI_FIELD_FLAG:
    case SHANHAI_FIELD_ABOUT:
    case SHANHAI_FIELD_CITATIONS:
    default:
      return true;
    }
}

static void
shanhai_field_editor_text_focus (ShanhaiFieldEditor *editor)
{
  ShanhaiFieldEditorText *self = SHANHAI_FIELD_EDITOR_TEXT (editor);

  gtk_widget_grab_focus (self->entry != NULL ? GTK_WIDGET (self->entry) : GTK_WIDGET (self->view));
}

static void
shanhai_field_editor_text_type (ShanhaiFieldEditor *editor,
                                const char         *text)
{
  ShanhaiFieldEditorText *self = SHANHAI_FIELD_EDITOR_TEXT (editor);

  shanhai_field_editor_text_focus (editor);
  set_text (self, text);
  if (self->entry != NULL)
    gtk_editable_set_position (self->entry, -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                ShanhaiFieldEditor    *editor)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return FALSE;

  shanhai_field_editor_activate (editor);
  return TRUE;
}

static GtkWidget *
new_view (ShanhaiFieldEditorText *self,
          bool                    tall)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), tall ? 140 : 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  return scroller;
}

static GtkEditable *
new_entry (ShanhaiFieldEditorText *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (shanhai_field_editor_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (shanhai_field_editor_activate), self, G_CONNECT_SWAPPED);
  return GTK_EDITABLE (entry);
}

static void
reveal_cb (ShanhaiFieldEditorText *self)
{
  if (!gtk_toggle_button_get_active (self->reveal))
    return;
  if (*gtk_editable_get_text (self->other) == '\0' && gtk_widget_has_focus (GTK_WIDGET (self->reveal)))
    gtk_widget_grab_focus (GTK_WIDGET (self->other));
}

/* the entry, and below it the one for the other language, which a button shows */
static GtkWidget *
new_name_box (ShanhaiFieldEditorText *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->entry = new_entry (self);
  self->other = new_entry (self);
  self->reveal = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal), "preferences-desktop-locale-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reveal), _("In the other language as well"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal), GTK_ACCESSIBLE_PROPERTY_LABEL, _("In the other language as well"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->reveal), "flat");
  g_object_bind_property (self->reveal, "active", self->other, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->reveal, "notify::active", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->reveal));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->other));
  return box;
}

static void
shanhai_field_editor_text_constructed (GObject *object)
{
  ShanhaiFieldEditorText *self = SHANHAI_FIELD_EDITOR_TEXT (object);
  const ShanhaiFormField *form;
  const ShanhaiField *field;
  guint type;

  G_OBJECT_CLASS (shanhai_field_editor_text_parent_class)->constructed (object);

  g_object_get (self, "record-type", &type, NULL);
  field = shanhai_field_editor_get_field (SHANHAI_FIELD_EDITOR (self));
  form = shanhai_form_fields_find ((ShanhaiRecordType) type, field->member);
  if (form != NULL && (form->flags & SHANHAI_FORM_LONG))
    {
      GtkWidget *scroller = new_view (self, g_str_equal (field->member, "text"));

      shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), scroller, GTK_WIDGET (self->view));
    }
  else if (field->kind == SHANHAI_FIELD_NAME)
    {
      GtkWidget *box = new_name_box (self);

      shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), box, GTK_WIDGET (self->entry));
    }
  else
    {
      self->entry = new_entry (self);
      shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), GTK_WIDGET (self->entry), GTK_WIDGET (self->entry));
    }
}

static void
shanhai_field_editor_text_class_init (ShanhaiFieldEditorTextClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_text_constructed;
  editor_class->show = shanhai_field_editor_text_show;
  editor_class->store = shanhai_field_editor_text_store;
  editor_class->focus = shanhai_field_editor_text_focus;
  editor_class->type = shanhai_field_editor_text_type;
}

static void
shanhai_field_editor_text_init (ShanhaiFieldEditorText *self)
{
  self->language = "zh";
}

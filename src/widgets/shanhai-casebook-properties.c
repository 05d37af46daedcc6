/* shanhai-casebook-properties.c - a dialog for what a casebook says of itself. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change when it is applied; what wasn't touched stays as the file has it. */

#include "shanhai-config.h"

#include "shanhai-casebook-properties.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-history.h"
#include "shanhai-message-bar.h"

struct _ShanhaiCasebookProperties
{
  GtkWindow          parent_instance;

  ShanhaiCasebook   *casebook;

  GtkEntry          *chinese;
  GtkEntry          *english;
  GtkDropDown       *language;
  GtkWidget         *apply;
  ShanhaiMessageBar *errors;
};

G_DEFINE_FINAL_TYPE (ShanhaiCasebookProperties, shanhai_casebook_properties, GTK_TYPE_WINDOW)

/* in the order of the drop-down */
static const char * const languages[] = { NULL, "zh", "en" };

/* the text in that very language, or "" */
static const char *
get_text (const ShanhaiName *title,
          const char        *plain_language,
          const char        *language)
{
  const char *its_language;

  for (guint i = 0; title != NULL && i < shanhai_name_get_n (title); i++)
    {
      const char *text = shanhai_name_get_nth (title, i, &its_language);

      if (g_strcmp0 (shanhai_name_is_plain (title) ? plain_language : its_language, language) == 0)
        return text;
    }

  return "";
}

static const char *
get_plain_language (const char *language)
{
  return g_strcmp0 (language, "en") == 0 ? "en" : "zh";
}

ShanhaiName *
shanhai_casebook_properties_title (const ShanhaiName *title,
                                   const char        *language,
                                   const char        *chinese,
                                   const char        *english)
{
  const char *plain_language = get_plain_language (language);
  bool was_plain = title == NULL || shanhai_name_is_plain (title);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const char * const own[] = { "zh", "en" };

  if (was_plain && (*chinese == '\0' || *english == '\0'))
    {
      const char *only = *chinese != '\0' ? chinese : english;

      if (*only == '\0')
        return NULL;
      if ((only == chinese) == (*plain_language == 'z'))
        return shanhai_name_new_plain (only);
    }

  for (guint i = 0; !was_plain && i < shanhai_name_get_n (title); i++)
    {
      const char *key;
      const char *text = shanhai_name_get_nth (title, i, &key);

      if (strcmp (key, "zh") == 0)
        text = chinese;
      else if (strcmp (key, "en") == 0)
        text = english;
      if (*text == '\0')
        continue;
      g_ptr_array_add (keys, (char *) key);
      g_ptr_array_add (texts, (char *) text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      const char *text = i == 0 ? chinese : english;

      if (*text == '\0' || g_ptr_array_find_with_equal_func (keys, own[i], g_str_equal, NULL))
        continue;
      g_ptr_array_add (keys, (char *) own[i]);
      g_ptr_array_add (texts, (char *) text);
    }

  return keys->len > 0 ? shanhai_name_new ((const char * const *) keys->pdata, (const char * const *) texts->pdata, keys->len) : NULL;
}

static char *
dup_stripped (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static const char *
choose_language (ShanhaiCasebookProperties *self,
                 const char                *before)
{
  guint selected = gtk_drop_down_get_selected (self->language);

  /* one that isn't offered stays as it was until another is chosen */
  if (selected >= G_N_ELEMENTS (languages))
    return before;

  return languages[selected];
}

static void
apply_cb (ShanhaiCasebookProperties *self)
{
  g_autoptr (ShanhaiHeader) before = shanhai_casebook_dup_header (self->casebook);
  g_autoptr (ShanhaiHeader) header = shanhai_header_copy (before);
  g_autofree char *chinese = dup_stripped (self->chinese);
  g_autofree char *english = dup_stripped (self->english);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&header->title, shanhai_name_unref);
  header->title = shanhai_casebook_properties_title (before->title, before->language, chinese, english);
  g_free (header->language);
  header->language = g_strdup (choose_language (self, before->language));

  if (!shanhai_header_equal (header, before))
    {
      change = shanhai_change_new (shanhai_name_equal (header->title, before->title) ? _("Set the casebook’s language")
                                                                                     : _("Set the casebook’s title"));
      shanhai_change_put_header (change, header);
      if (!shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
        {
          shanhai_message_bar_set_text (self->errors, error->message);
          return;
        }
    }

  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (ShanhaiCasebookProperties *self)
{
  const ShanhaiName *title = shanhai_casebook_get_title (self->casebook);
  const char *language = shanhai_casebook_get_language (self->casebook);
  const char *plain_language = get_plain_language (language);
  bool writable = !shanhai_casebook_is_read_only (self->casebook);
  guint selected = GTK_INVALID_LIST_POSITION;

  gtk_editable_set_text (GTK_EDITABLE (self->chinese), get_text (title, plain_language, "zh"));
  gtk_editable_set_text (GTK_EDITABLE (self->english), get_text (title, plain_language, "en"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_strcmp0 (languages[i], language) == 0)
      selected = i;
  gtk_drop_down_set_selected (self->language, selected);

  gtk_editable_set_editable (GTK_EDITABLE (self->chinese), writable);
  gtk_editable_set_editable (GTK_EDITABLE (self->english), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->language), writable);
  gtk_widget_set_sensitive (self->apply, writable);
}

static void
shanhai_casebook_properties_dispose (GObject *object)
{
  g_clear_object (&SHANHAI_CASEBOOK_PROPERTIES (object)->casebook);

  G_OBJECT_CLASS (shanhai_casebook_properties_parent_class)->dispose (object);
}

static void
shanhai_casebook_properties_class_init (ShanhaiCasebookPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_casebook_properties_dispose;

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-casebook-properties.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasebookProperties, chinese);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasebookProperties, english);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasebookProperties, language);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasebookProperties, apply);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasebookProperties, errors);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
shanhai_casebook_properties_init (ShanhaiCasebookProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * shanhai_casebook_properties_new:
 * @casebook: what is edited; held
 *
 * Returns: (transfer none): a window; give it a parent
 */
GtkWidget *
shanhai_casebook_properties_new (ShanhaiCasebook *casebook)
{
  ShanhaiCasebookProperties *self;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SHANHAI_TYPE_CASEBOOK_PROPERTIES, NULL);
  self->casebook = g_object_ref (casebook);
  fill (self);

  return GTK_WIDGET (self);
}

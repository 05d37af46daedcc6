/* shanhai-window-editing.c - the forms that the window opens, and what it deletes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   win.edit-record     s     a record's id
 *   win.edit-records    as    several: what they have in common
 *   win.new-record      (ss)  a type ("flow"), and the case it belongs to, or ""
 *   win.new-case              a form; then goes to the case
 *   win.delete-records  as    with what can't stand without them; can be undone
 *   win.show-directory  s     the window of places, parties, indicators and sources; a type to begin with, or "" */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-deletion.h"
#include "shanhai-directory-window.h"
#include "shanhai-record-editor.h"
#include "shanhai-wording.h"

/* (nullable): NULL where nothing can be written */
static ShanhaiCasebook *
get_writable (ShanhaiWindow *self)
{
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (self);

  return casebook != NULL && !shanhai_casebook_is_read_only (casebook) ? casebook : NULL;
}

static void
saved_cb (ShanhaiWindow *self,
          const char    *id)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (shanhai_window_get_casebook (self), id);
  ShanhaiPage *page = shanhai_window_get_visible_page (self);

  if (record == NULL)
    return;
  if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_CASE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-case", "s", id);
  else if (page == NULL || !shanhai_page_show_record (page, id))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

/* @show: whether to go to what was saved */
static void
present (ShanhaiWindow *self,
         GtkWidget     *form,
         bool           show)
{
  gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (self));
  if (show)
    g_signal_connect_object (form, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

static void
edit (ShanhaiWindow      *self,
      const char * const *ids)
{
  ShanhaiCasebook *casebook = get_writable (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; casebook != NULL && ids[i] != NULL; i++)
    {
      ShanhaiRecord *record = shanhai_casebook_lookup (casebook, ids[i]);

      if (record != NULL && shanhai_record_get_record_type (record) != SHANHAI_RECORD_OTHER)
        g_ptr_array_add (records, record);
    }
  if (records->len > 0)
    present (self, shanhai_record_editor_new_for (casebook, (ShanhaiRecord **) records->pdata, records->len), false);
}

static void
edit_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  edit (SHANHAI_WINDOW (widget), (const char *[]) { g_variant_get_string (parameter, NULL), NULL });
}

static void
edit_records_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);

  edit (SHANHAI_WINDOW (widget), ids);
}

static void
new_record_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ShanhaiCasebook *casebook = get_writable (SHANHAI_WINDOW (widget));
  const char *type_name, *case_id;
  ShanhaiRecordType type;

  g_variant_get (parameter, "(&s&s)", &type_name, &case_id);
  type = shanhai_record_type_from_name (type_name);
  if (casebook != NULL && type != SHANHAI_RECORD_OTHER)
    present (SHANHAI_WINDOW (widget), shanhai_record_editor_new (casebook, type, *case_id != '\0' ? case_id : NULL), true);
}

static void
new_case_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ShanhaiCasebook *casebook = get_writable (SHANHAI_WINDOW (widget));

  if (casebook != NULL)
    present (SHANHAI_WINDOW (widget), shanhai_record_editor_new (casebook, SHANHAI_RECORD_CASE, NULL), true);
}

static void
delete_records_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiCasebook *casebook = get_writable (self);
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);
  ShanhaiWording wording;
  ShanhaiRecord *first;
  ShanhaiDeletion summary;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (casebook == NULL || ids[0] == NULL)
    return;

  wording = shanhai_wording_now (casebook);
  first = shanhai_casebook_lookup (casebook, ids[0]);
  if (first != NULL && ids[1] == NULL)
    what = shanhai_wording_subject (&wording, first);
  title = shanhai_deletion_dup_title (what, g_strv_length ((char **) ids));
  change = shanhai_deletion_new_change (casebook, ids, NULL, title, &summary, &error);
  if (change == NULL || !shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error))
    {
      shanhai_window_show_error (self, error->message);
      return;
    }
  message = shanhai_deletion_dup_message (&summary, what);
  shanhai_message_bar_show (self->messages, message, _("_Undo"), "win.undo", NULL);
}

static void
show_directory_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ShanhaiCasebook *casebook = shanhai_window_get_casebook (SHANHAI_WINDOW (widget));
  const char *type = g_variant_get_string (parameter, NULL);

  if (casebook != NULL)
    present (SHANHAI_WINDOW (widget), shanhai_directory_window_new (casebook, shanhai_record_type_from_name (type)), false);
}

void
shanhai_window_install_editing (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.edit-record", "s", edit_record_action },
    { "win.edit-records", "as", edit_records_action },
    { "win.new-record", "(ss)", new_record_action },
    { "win.new-case", NULL, new_case_action },
    { "win.delete-records", "as", delete_records_action },
    { "win.show-directory", "s", show_directory_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}

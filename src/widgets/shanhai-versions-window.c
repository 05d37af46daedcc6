/* shanhai-versions-window.c - earlier versions of a casebook, and changes that were set aside. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is there at once; what each version holds is found out one after the other, so that a large casebook isn't in memory ten times. */

#include "shanhai-versions-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "shanhai-button-name.h"
#include "shanhai-history.h"
#include "shanhai-journal-row.h"
#include "shanhai-message-bar.h"
#include "shanhai-past-version.h"
#include "shanhai-recovered-window.h"
#include "shanhai-tab-order.h"

struct _ShanhaiVersionsWindow
{
  GtkWindow          parent_instance;

  ShanhaiDocument   *document;
  GListStore        *list;         /* of ShanhaiPastVersion */
  GCancellable      *cancellable;

  ShanhaiMessageBar *errors;
  GtkLabel          *no_versions;
  GtkListBox        *versions;
  GtkWidget         *kept_box;
  GtkListBox        *kept;
};

G_DEFINE_FINAL_TYPE (ShanhaiVersionsWindow, shanhai_versions_window, GTK_TYPE_WINDOW)

static void examine_next (ShanhaiVersionsWindow *self,
                          guint                  index);

/* in the window that it belongs to, where the person goes on */
static void
say (ShanhaiVersionsWindow *self,
     const char            *text)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", text);
}

static void
append_effect (GString    *effect,
               const char *format,
               guint       n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);

  if (n == 0)
    return;

  if (effect->len > 0)
    /* Translators: between the parts of a list */
    g_string_append (effect, C_("restoring", ", "));
  g_string_append (effect, parts[0]);
  g_string_append (effect, number);
  if (parts[1] != NULL)
    g_string_append (effect, parts[1]);
}

/* (transfer full) */
static char *
describe_version (ShanhaiPastVersion *version)
{
  g_autofree char *size = g_format_size (shanhai_past_version_get_size (version));
  g_autofree char *records = NULL;
  guint n = shanhai_past_version_get_n_records (version);
  guint n_added = shanhai_past_version_get_n_added (version);
  guint n_changed = shanhai_past_version_get_n_changed (version);
  guint n_deleted = shanhai_past_version_get_n_deleted (version);

  if (!shanhai_past_version_is_examined (version))
    return g_steal_pointer (&size);

  records = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", n), n);
  if (!shanhai_past_version_is_whole (version))
    /* Translators: size of a file, and how many records it has */
    return g_strdup_printf (_("%s · %s · not all of it can be read"), size, records);
  if (n_added + n_changed + n_deleted == 0)
    return g_strdup_printf (_("%s · %s · the same records as now"), size, records);

  {
    g_autoptr (GString) effect = g_string_new (NULL);

    append_effect (effect, C_("restoring", "adds %u"), n_added);
    append_effect (effect, C_("restoring", "changes %u"), n_changed);
    append_effect (effect, C_("restoring", "deletes %u"), n_deleted);

    /* Translators: size of a file, how many records it has, and what going back to it would do to records: “adds 2, changes 1” */
    return g_strdup_printf (_("%s · %s · restoring it %s"), size, records, effect->str);
  }
}

static GtkWidget *
new_row (const char *title,
         const char *details)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (details);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_widget_add_css_class (first, "numeric");
  gtk_widget_add_css_class (second, "small");
  gtk_widget_add_css_class (second, "secondary");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_box_append (GTK_BOX (texts), second);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "details", second);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *label,
            const char *name,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  /* Translators: what a button does, and to what: “Restore: yesterday, 17:05” */
  g_autofree char *full = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  plain = g_strjoinv ("", parts);
  full = g_strdup_printf (C_("button", "%s: %s"), plain, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  shanhai_button_set_name (button, full);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), button);

  return button;
}

static bool
is_writable (ShanhaiVersionsWindow *self)
{
  return shanhai_document_get_read_only_reason (self->document) == SHANHAI_READ_ONLY_NO;
}

static void
examined_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ShanhaiPastVersion *version = SHANHAI_PAST_VERSION (source);
  g_autoptr (ShanhaiVersionsWindow) self = SHANHAI_VERSIONS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  bool examined = shanhai_past_version_examine_finish (version, result, &error);
  guint index;

  if (g_cancellable_is_cancelled (self->cancellable) || !g_list_store_find (self->list, version, &index))
    return;

  {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->versions, (int) index);
    g_autofree char *details = examined ? describe_version (version) : g_strdup (error->message);

    if (row != NULL)
      gtk_label_set_text (GTK_LABEL (g_object_get_data (G_OBJECT (row), "details")), details);
  }
  examine_next (self, index + 1);
}

static void
examine_next (ShanhaiVersionsWindow *self,
              guint                  index)
{
  g_autoptr (ShanhaiPastVersion) version = g_list_model_get_item (G_LIST_MODEL (self->list), index);

  if (version != NULL)
    shanhai_past_version_examine_async (version, shanhai_document_get_casebook (self->document), self->cancellable, examined_cb, g_object_ref (self));
}

static void
fill_versions (ShanhaiVersionsWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiPastVersion) version = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      GDateTime *at = shanhai_past_version_get_time (version);
      g_autofree char *time = at != NULL ? shanhai_recovered_describe_time (at, now) : g_strdup ("?");
      /* Translators: %s is a time, as “yesterday, 17:05” */
      g_autofree char *title = g_strdup_printf (_("Until %s"), time);
      g_autofree char *details = describe_version (version);
      g_autofree char *uri = g_file_get_uri (shanhai_past_version_get_file (version));
      GtkWidget *row = new_row (title, details);
      GtkWidget *look = add_button (row, _("_Look"), title, "versions.look", g_variant_new_string (uri));

      gtk_widget_set_tooltip_text (look, _("Opens it in a window of its own, for reading only"));
      if (is_writable (self))
        add_button (row, _("_Restore"), title, "versions.restore", g_variant_new_uint32 (i));
      gtk_list_box_append (self->versions, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->versions), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_versions), n == 0);
}

static void
look_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-file", "s", g_variant_get_string (parameter, NULL));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiVersionsWindow *self = SHANHAI_VERSIONS_WINDOW (widget);
  g_autoptr (ShanhaiPastVersion) version = g_list_model_get_item (G_LIST_MODEL (self->list), g_variant_get_uint32 (parameter));
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (self->document);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = NULL;
  g_autofree char *title = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    return;

  time = shanhai_past_version_get_time (version) != NULL ? shanhai_recovered_describe_time (shanhai_past_version_get_time (version), now) : g_strdup ("?");
  /* Translators: a change, named in undo; %s is a time, as “2026-11-03, 17:05” */
  title = g_strdup_printf (_("Restore the version of %s"), time);
  change = shanhai_past_version_to_change (version, casebook, title, &error);
  if (change == NULL)
    shanhai_message_bar_set_text (self->errors, error->message);
  else if (shanhai_change_is_empty (change))
    shanhai_message_bar_set_text (self->errors, _("The casebook has the same records as that version: there is nothing to restore."));
  else if (!shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error))
    shanhai_message_bar_set_text (self->errors, error->message);
  else
    {
      say (self, _("The version was restored. Save to write it into the file."));
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ShanhaiVersionsWindow *self = SHANHAI_VERSIONS_WINDOW (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiJournalText) left = shanhai_journal_read (path, &error);
  g_autoptr (ShanhaiRecovery) recovery = NULL;
  g_autofree char *text = NULL;

  if (left == NULL)
    {
      shanhai_message_bar_set_text (self->errors, error->message);
      return;
    }

  recovery = shanhai_recovery_replay (left, -1, shanhai_document_get_casebook (self->document));
  if (recovery->n_left_out == 0)
    {
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change was brought back.", "%u changes were brought back.", recovery->n_recovered),
                              recovery->n_recovered);
      /* all of it is in the casebook's own journal now */
      if (!left->torn && shanhai_document_flush_journal (self->document))
        g_unlink (path);
      say (self, text);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  /* Translators: the numbers are numbers of changes */
  text = g_strdup_printf (_("%u came back; %u were left out, since the same records were changed otherwise. They stay here."), recovery->n_recovered,
                          recovery->n_left_out);
  shanhai_message_bar_set_text (self->errors, text);
}

static void
kept_deleted_cb (ShanhaiVersionsWindow *self,
                 GtkWidget             *row)
{
  shanhai_message_bar_set_text (self->errors, "");
  gtk_list_box_remove (self->kept, row);
  gtk_widget_set_visible (self->kept_box, gtk_list_box_get_row_at_index (self->kept, 0) != NULL);
}

static void
kept_failed_cb (ShanhaiVersionsWindow *self,
                const char            *message)
{
  shanhai_message_bar_set_text (self->errors, message);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ShanhaiVersionsWindow) self = SHANHAI_VERSIONS_WINDOW (user_data);
  g_autoptr (GPtrArray) infos = shanhai_journal_list_finish (result, NULL);
  g_autofree char *own = NULL;

  if (infos == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  own = shanhai_journal_path_for_file (shanhai_document_get_file (self->document));
  for (guint i = 0; i < infos->len; i++)
    {
      const ShanhaiJournalInfo *info = infos->pdata[i];
      bool is_own = g_str_has_prefix (info->path, own) && info->kept;
      GtkWidget *row;

      /* what belongs to a file that is gone may belong to this one, which was moved and changed since: the person knows */
      if (info->in_use || info->n_changes == 0 || !(is_own || info->lost))
        continue;

      row = shanhai_journal_row_new (info, !is_own);
      if (is_writable (self))
        shanhai_journal_row_add_button (SHANHAI_JOURNAL_ROW (row), _("_Bring Back"), "versions.bring-back", info->path);
      g_signal_connect_object (row, "deleted", G_CALLBACK (kept_deleted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "failed", G_CALLBACK (kept_failed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->kept, row);
      gtk_widget_set_visible (self->kept_box, TRUE);
    }
}

static void
shanhai_versions_window_dispose (GObject *object)
{
  ShanhaiVersionsWindow *self = SHANHAI_VERSIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (shanhai_versions_window_parent_class)->dispose (object);
}

static void
shanhai_versions_window_finalize (GObject *object)
{
  g_object_unref (SHANHAI_VERSIONS_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (shanhai_versions_window_parent_class)->finalize (object);
}

static void
shanhai_versions_window_class_init (ShanhaiVersionsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_versions_window_dispose;
  object_class->finalize = shanhai_versions_window_finalize;

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_install_action (widget_class, "versions.look", "s", look_action);
  gtk_widget_class_install_action (widget_class, "versions.restore", "u", restore_action);
  gtk_widget_class_install_action (widget_class, "versions.bring-back", "s", bring_back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiVersionsWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiVersionsWindow, no_versions);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiVersionsWindow, versions);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiVersionsWindow, kept_box);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiVersionsWindow, kept);
}

static void
shanhai_versions_window_init (ShanhaiVersionsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
}

GtkWidget *
shanhai_versions_window_new (ShanhaiDocument *document)
{
  ShanhaiVersionsWindow *self = g_object_new (SHANHAI_TYPE_VERSIONS_WINDOW, NULL);

  g_return_val_if_fail (shanhai_document_get_file (document) != NULL, GTK_WIDGET (self));

  self->document = g_object_ref (document);
  self->list = shanhai_past_version_list (shanhai_document_get_file (document));
  fill_versions (self);
  examine_next (self, 0);
  shanhai_journal_list_async (NULL, self->cancellable, listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

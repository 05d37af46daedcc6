/* shanhai-window-recovery.c - the window and what could be lost: unsaved changes, files that others change, earlier versions.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each matter has a bar of its own above the pages, which comes when something happens, goes when it is settled, and isn't shown again once
 * the person has closed it. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-damage-window.h"
#include "shanhai-history.h"
#include "shanhai-recovered-window.h"
#include "shanhai-unsaved-window.h"
#include "shanhai-versions-window.h"

#define KEY "shanhai-window-recovery"

/* of one window */
typedef struct
{
  ShanhaiMessageBar *disk;       /* what others did to the file */
  ShanhaiMessageBar *journal;    /* unsaved changes can't be kept */
  ShanhaiMessageBar *recovered;  /* unsaved changes came back */
  bool               reading_again;
  bool               close_asked; /* closing would lose something, and it was said */
  GtkWidget         *versions;   /* weak */
} Recovery;

static Recovery *
get_recovery (ShanhaiWindow *self)
{
  return g_object_get_data (G_OBJECT (self), KEY);
}

static void
recovery_free (gpointer data)
{
  g_clear_weak_pointer (&((Recovery *) data)->versions);
  g_free (data);
}

static void
disk_state_cb (ShanhaiWindow   *self,
               GParamSpec      *pspec,
               ShanhaiDocument *document)
{
  Recovery *recovery = get_recovery (self);
  bool modified = shanhai_document_is_modified (document);

  if (document != self->document)
    return;

  switch (shanhai_document_get_disk_state (document))
    {
    case SHANHAI_DISK_CHANGED:
      /* what a save has said about it, this says better */
      shanhai_message_bar_set_text (self->errors, "");
      shanhai_message_bar_show (recovery->disk, modified ? _("Another program has changed this file, and you have changes of your own. Reading it again sets yours aside; keeping yours writes over the other’s at the next save.")
                                                         : _("Another program has changed this file."),
                                _("_Read Again"), "win.reload", NULL);
      if (modified)
        shanhai_message_bar_add_button (recovery->disk, _("_Merge…"), "win.merge-disk", NULL);
      shanhai_message_bar_add_button (recovery->disk, _("_Keep Mine"), "win.keep-mine", NULL);
      break;
    case SHANHAI_DISK_GONE:
      shanhai_message_bar_show (recovery->disk, _("The file isn’t there any more: it was moved or deleted, or its disk or permission was taken away. Everything is still in this window."),
                                _("_Write It Again"), "win.save-anyway", NULL);
      shanhai_message_bar_add_button (recovery->disk, _("Save _As…"), "win.save-as", NULL);
      break;
    case SHANHAI_DISK_SAME:
    default:
      shanhai_message_bar_set_text (recovery->disk, "");
      break;
    }
}

/* what closing warned of is over, and the next time it is asked anew */
static void
forget_close (ShanhaiWindow *self)
{
  Recovery *recovery = get_recovery (self);

  if (!recovery->close_asked)
    return;

  recovery->close_asked = false;
  shanhai_message_bar_set_text (self->errors, "");
}

static void
journal_state_cb (ShanhaiWindow   *self,
                  GParamSpec      *pspec,
                  ShanhaiDocument *document)
{
  Recovery *recovery = get_recovery (self);
  g_autofree char *message = shanhai_document_dup_journal_message (document);

  if (document != self->document)
    return;

  shanhai_message_bar_set_text (recovery->journal, message);
  if (shanhai_document_get_journal_state (document) != SHANHAI_JOURNAL_FAILING)
    forget_close (self);
}

/* (transfer full) */
static char *
describe_recovery (const ShanhaiRecovery *came)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  const ShanhaiRecoveredChange *last = came->changes->len > 0 ? came->changes->pdata[came->changes->len - 1] : NULL;
  g_autofree char *day = last != NULL ? shanhai_recovered_describe_day (last->at, now) : g_strdup ("");
  GString *text = g_string_new (NULL);

  if (came->n_recovered > 0)
    /* Translators: the second is a day: “today”, “yesterday”, “2026-11-03” */
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u unsaved change from %s was brought back.",
                                               "%u unsaved changes from %s were brought back.", came->n_recovered),
                            came->n_recovered, day);
  if (came->n_left_out > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "%u unsaved change was left out, since another program has changed the same record meanwhile; it is kept under Versions.",
                                                 "%u unsaved changes were left out, since another program has changed the same records meanwhile; they are kept under Versions.",
                                                 came->n_left_out),
                              came->n_left_out);
    }
  if (came->torn)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, _("The program ended in the middle of the last change, which is not among them."));
    }

  return g_string_free (text, FALSE);
}

static void
show_recovered (ShanhaiWindow *self)
{
  Recovery *recovery = get_recovery (self);
  const ShanhaiRecovery *came = shanhai_document_get_recovery (self->document);
  g_autofree char *text = NULL;

  if (came == NULL)
    {
      shanhai_message_bar_set_text (recovery->recovered, "");
      return;
    }

  text = describe_recovery (came);
  shanhai_message_bar_show (recovery->recovered, text, _("S_how"), "win.show-recovered", NULL);
  if (came->n_recovered > 0 && shanhai_document_get_file (self->document) != NULL)
    shanhai_message_bar_add_button (recovery->recovered, _("_Don’t Use"), "win.refuse-recovered", NULL);
  if (came->n_left_out > 0)
    shanhai_message_bar_add_button (recovery->recovered, _("_Versions"), "win.show-versions", NULL);
}

/* whoever goes on working has taken what came back, and has more to lose than closing warned of */
static void
moved_cb (ShanhaiWindow *self)
{
  shanhai_message_bar_set_text (get_recovery (self)->recovered, "");
  forget_close (self);
}

void
shanhai_window_watch_document (ShanhaiWindow *self)
{
  Recovery *recovery = get_recovery (self);

  shanhai_message_bar_set_text (recovery->disk, "");
  shanhai_message_bar_set_text (recovery->journal, "");
  forget_close (self);
  if (recovery->versions != NULL)
    gtk_window_close (GTK_WINDOW (recovery->versions));
  if (self->document == NULL)
    {
      shanhai_message_bar_set_text (recovery->recovered, "");
      return;
    }

  show_recovered (self);
  journal_state_cb (self, NULL, self->document);
  g_signal_connect_object (self->document, "notify::disk-state", G_CALLBACK (disk_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::journal-state", G_CALLBACK (journal_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shanhai_casebook_get_history (shanhai_document_get_casebook (self->document)), "moved", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
}

void
shanhai_window_read_again (ShanhaiWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->document == NULL || shanhai_document_get_file (self->document) == NULL || shanhai_document_is_saving (self->document))
    return;

  file = g_object_ref (shanhai_document_get_file (self->document));
  get_recovery (self)->reading_again = true;
  shanhai_window_store_place (self);
  shanhai_message_bar_set_text (self->errors, "");
  gtk_stack_set_visible_child_name (self->state, "loading");
  shanhai_load_page_read_again (self->loading, file);
}

bool
shanhai_window_leave_old (ShanhaiWindow *self,
                          bool           loaded)
{
  Recovery *recovery = get_recovery (self);
  bool aside = false;
  g_autoptr (GError) error = NULL;

  if (recovery->reading_again && loaded && self->document != NULL && shanhai_document_is_modified (self->document))
    {
      aside = shanhai_document_set_changes_aside (self->document, &error);
      if (!aside)
        shanhai_window_show_error (self, error->message);
    }
  recovery->reading_again = false;

  return aside;
}

static void
keep_mine_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  if (self->document != NULL)
    shanhai_document_keep_mine (self->document);
}

static void
read_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  shanhai_window_read_again (SHANHAI_WINDOW (widget));
}

static void
show_recovered_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  const ShanhaiRecovery *came = self->document != NULL ? shanhai_document_get_recovery (self->document) : NULL;
  GtkWidget *window;

  if (came == NULL)
    return;

  window = shanhai_recovered_window_new (came);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_versions_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  Recovery *recovery = get_recovery (self);

  if (self->document == NULL || shanhai_document_get_file (self->document) == NULL)
    {
      shanhai_message_bar_set_text (self->messages, _("A casebook has earlier versions once it has been saved."));
      return;
    }

  if (recovery->versions == NULL)
    {
      g_set_weak_pointer (&recovery->versions, shanhai_versions_window_new (self->document));
      gtk_window_set_transient_for (GTK_WINDOW (recovery->versions), GTK_WINDOW (self));
    }
  gtk_window_present (GTK_WINDOW (recovery->versions));
}

static void
show_unsaved_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  GtkWidget *window = shanhai_unsaved_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
}

static void
recover_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  shanhai_message_bar_set_text (self->errors, "");
  gtk_stack_set_visible_child_name (self->state, "loading");
  shanhai_load_page_recover (self->loading, g_variant_get_string (parameter, NULL));
}

static void
save_readable_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);

  if (self->document != NULL)
    shanhai_saver_save_readable (self->saver, self->document);
}

static void
copied_cb (ShanhaiWindow   *self,
           ShanhaiDocument *document,
           GFile           *to,
           int              kind)
{
  g_autofree char *name = shanhai_store_dup_name (to);
  g_autofree char *uri = g_file_get_uri (to);
  g_autofree char *text = NULL;
  guint n = shanhai_document_get_damages (document)->len;

  if (kind == SHANHAI_COPY_READABLE)
    /* Translators: a number of lines that couldn't be read, and the name of a file */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Saved “%2$s” without the %1$u line that can’t be read.",
                                         "Saved “%2$s” without the %1$u lines that can’t be read.", n), n, name);
  else
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("Copied to “%s”, as it is."), name);
  shanhai_message_bar_set_text (self->errors, "");
  shanhai_message_bar_show (self->messages, text, _("_Open"), "win.open-file", g_variant_new_string (uri));
}

/* Nothing is asked: what isn't saved is on the disk before the window goes. */
static gboolean
close_request_cb (ShanhaiWindow *self)
{
  if (self->document != NULL && shanhai_document_is_modified (self->document) && !shanhai_document_flush_journal (self->document)
      && !get_recovery (self)->close_asked)
    {
      /* The one case in which closing would lose something: it is said, and the second time it is done. */
      get_recovery (self)->close_asked = true;
      shanhai_message_bar_show (self->errors, _("Closing now would lose the last changes: they are only in memory."), _("Save _As…"), "win.save-as", NULL);
      shanhai_message_bar_add_button (self->errors, _("_Close Anyway"), "window.close", NULL);
      return TRUE;
    }

  return FALSE;
}

static void
unmap_cb (ShanhaiWindow *self)
{
  if (self->document != NULL)
    shanhai_document_hurry_journal (self->document);
}

static ShanhaiMessageBar *
add_bar (ShanhaiWindow *self)
{
  GtkWidget *bar = shanhai_message_bar_new ();
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->notice));

  gtk_box_insert_child_after (GTK_BOX (box), bar, GTK_WIDGET (self->notice));

  return SHANHAI_MESSAGE_BAR (bar);
}

void
shanhai_window_install_recovery (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.keep-mine", NULL, keep_mine_action },
    { "win.recover", "s", recover_action },
    { "win.refuse-recovered", NULL, read_again_action },
    { "win.reload", NULL, read_again_action },
    { "win.save-readable", NULL, save_readable_action },
    { "win.show-recovered", NULL, show_recovered_action },
    { "win.show-unsaved", NULL, show_unsaved_action },
    { "win.show-versions", NULL, show_versions_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}

void
shanhai_window_init_recovery (ShanhaiWindow *self)
{
  Recovery *recovery = g_new0 (Recovery, 1);

  g_object_set_data_full (G_OBJECT (self), KEY, recovery, recovery_free);
  recovery->recovered = add_bar (self);
  recovery->journal = add_bar (self);
  shanhai_message_bar_set_error (recovery->journal, TRUE);
  recovery->disk = add_bar (self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
  g_signal_connect_object (self->saver, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
}

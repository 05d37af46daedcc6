/* shanhai-journal-row.c - unsaved changes in a list. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-journal-row.h"

#include <glib/gi18n.h>

#include "shanhai-button-name.h"
#include "shanhai-recent.h"
#include "shanhai-recovered-window.h"

struct _ShanhaiJournalRow
{
  GtkListBoxRow  parent_instance;

  char          *path;
  char          *title;
  GtkWidget     *buttons;  /* what can be done … */
  GtkWidget     *asking;   /* … or whether it shall be */
  GtkWidget     *delete;
};

G_DEFINE_FINAL_TYPE (ShanhaiJournalRow, shanhai_journal_row, GTK_TYPE_LIST_BOX_ROW)

enum { SIGNAL_DELETED, SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiJournalRow *self = SHANHAI_JOURNAL_ROW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiJournalText) left = shanhai_journal_read (self->path, &error);
  g_autoptr (ShanhaiRecovery) recovery = NULL;
  GtkWidget *window;

  if (left == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  recovery = shanhai_recovery_describe (left);
  window = shanhai_recovered_window_new (recovery);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

/* the keyboard stays where the question is, and on what loses nothing */
static void
ask (ShanhaiJournalRow *self,
     bool               asking)
{
  gtk_widget_set_visible (self->buttons, !asking);
  gtk_widget_set_visible (self->asking, asking);
  gtk_widget_grab_focus (asking ? gtk_widget_get_last_child (self->asking) : self->delete);
}

static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ask (SHANHAI_JOURNAL_ROW (widget), g_str_equal (name, "journal-row.ask"));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiJournalRow *self = SHANHAI_JOURNAL_ROW (widget);
  g_autoptr (GError) error = NULL;

  ask (self, false);
  if (shanhai_journal_delete (self->path, &error))
    g_signal_emit (self, signals[SIGNAL_DELETED], 0);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
shanhai_journal_row_finalize (GObject *object)
{
  ShanhaiJournalRow *self = SHANHAI_JOURNAL_ROW (object);

  g_free (self->path);
  g_free (self->title);

  G_OBJECT_CLASS (shanhai_journal_row_parent_class)->finalize (object);
}

static void
shanhai_journal_row_class_init (ShanhaiJournalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = shanhai_journal_row_finalize;

  signals[SIGNAL_DELETED] = g_signal_new ("deleted", SHANHAI_TYPE_JOURNAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SHANHAI_TYPE_JOURNAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "journal-row.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "journal-row.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "journal-row.keep", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "journal-row.delete", NULL, delete_action);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* @target: a text, or NULL */
static GtkWidget *
new_button (ShanhaiJournalRow *self,
            const char        *label,
            const char        *action,
            const char        *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  /* Translators: what a button does, and to what: “Restore: yesterday, 17:05” */
  g_autofree char *full = g_strdup_printf (C_("button", "%s: %s"), plain, self->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  shanhai_button_set_name (button, full);

  return button;
}

static void
shanhai_journal_row_init (ShanhaiJournalRow *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->asking = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_visible (self->asking, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/* (transfer full) */
static char *
describe (const ShanhaiJournalInfo *info,
          const char               *time)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GFile) file = info->uri != NULL ? g_file_new_for_uri (info->uri) : NULL;

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u unsaved change", "%u unsaved changes", info->n_changes), info->n_changes);
  if (time != NULL)
    g_string_append_printf (text, " · %s", time);
  if (info->kept)
    g_string_append_printf (text, " · %s", _("set aside"));
  if (info->lost)
    {
      g_autofree char *folder = shanhai_recent_dup_folder (file);

      /* Translators: %s is a folder in which a file used to lie */
      g_string_append_printf (text, " · ");
      g_string_append_printf (text, _("its file isn’t in %s any more"), folder);
    }

  return g_strdup (text->str);
}

GtkWidget *
shanhai_journal_row_new (const ShanhaiJournalInfo *info,
                         bool                      named)
{
  ShanhaiJournalRow *self = g_object_new (SHANHAI_TYPE_JOURNAL_ROW, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = shanhai_recovered_describe_time (info->at, now);
  const char *name = info->name != NULL ? info->name : _("New Casebook");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *details = describe (info, named ? time : NULL);
  GtkWidget *keep, *sure;

  self->path = g_strdup (info->path);
  self->title = g_strdup (named ? name : time);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (self->title, "numeric"));
  gtk_box_append (GTK_BOX (texts), new_label (details, "secondary"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "small");
  gtk_box_append (GTK_BOX (box), texts);

  gtk_box_append (GTK_BOX (self->buttons), new_button (self, _("_Show"), "journal-row.show", NULL));
  self->delete = new_button (self, _("_Delete…"), "journal-row.ask", NULL);
  gtk_box_append (GTK_BOX (self->buttons), self->delete);
  gtk_box_append (GTK_BOX (box), self->buttons);

  sure = new_button (self, _("_Delete"), "journal-row.delete", NULL);
  keep = new_button (self, _("_Keep"), "journal-row.keep", NULL);
  gtk_widget_add_css_class (sure, "destructive-action");
  gtk_box_append (GTK_BOX (self->asking), gtk_label_new (_("Delete for good?")));
  gtk_box_append (GTK_BOX (self->asking), sure);
  gtk_box_append (GTK_BOX (self->asking), keep);
  gtk_box_append (GTK_BOX (box), self->asking);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);

  return GTK_WIDGET (self);
}

void
shanhai_journal_row_add_button (ShanhaiJournalRow *self,
                                const char        *label,
                                const char        *action,
                                const char        *target)
{
  g_return_if_fail (SHANHAI_IS_JOURNAL_ROW (self));

  gtk_box_insert_child_after (GTK_BOX (self->buttons), new_button (self, label, action, target), gtk_widget_get_prev_sibling (self->delete));
}

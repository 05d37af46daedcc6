/* shanhai-directory-window.c - what cases have in common: places, parties, indicators, sources; to search, edit and merge. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merging asks which of those that are selected stays, and points the rest at it: one change, by the same means as a deletion. The one that most others name
 * is proposed. */

#include "shanhai-config.h"

#include "shanhai-directory-window.h"

#include <glib/gi18n.h>

#include "shanhai-choices.h"
#include "shanhai-deletion.h"
#include "shanhai-history.h"
#include "shanhai-indicator-users.h"
#include "shanhai-message-bar.h"
#include "shanhai-record-editor.h"
#include "shanhai-search-escape.h"
#include "shanhai-tab-order.h"
#include "shanhai-wording.h"

#define MAX_LISTED 5000
#define MAX_CANDIDATES 12

static const struct { ShanhaiRecordType type; const char *title; } types[] = {
  { SHANHAI_RECORD_PLACE, N_ ("Places") },
  { SHANHAI_RECORD_PARTY, N_ ("Parties") },
  { SHANHAI_RECORD_INDICATOR, N_ ("Indicators") },
  { SHANHAI_RECORD_SOURCE, N_ ("Sources") },
};

struct _ShanhaiDirectoryWindow
{
  GtkWindow           parent_instance;

  ShanhaiCasebook    *casebook;
  ShanhaiMessageBar  *messages;
  GtkDropDown        *types;
  GtkEditable        *search;
  GtkListView        *list;
  GtkMultiSelection  *selection;
  GtkLabel           *uses;
  GtkMenuButton      *merge;
  GtkPopover         *merge_popover;
  GtkBox             *candidates;  /* of what is selected: which one stays */
};

G_DEFINE_FINAL_TYPE (ShanhaiDirectoryWindow, shanhai_directory_window, GTK_TYPE_WINDOW)

static ShanhaiRecordType
get_record_type (ShanhaiDirectoryWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->types);

  return types[selected < G_N_ELEMENTS (types) ? selected : 0].type;
}

/* (transfer container) (element-type ShanhaiRecord): those that are selected and still there */
static GPtrArray *
list_selected (ShanhaiDirectoryWindow *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *records = g_ptr_array_new ();

  for (guint64 i = 0; i < gtk_bitset_get_size (bits); i++)
    {
      g_autoptr (ShanhaiChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (bits, (guint) i));
      ShanhaiRecord *record = choice != NULL ? shanhai_casebook_lookup (self->casebook, shanhai_choice_get_id (choice)) : NULL;

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static guint
count_uses (ShanhaiDirectoryWindow *self,
            ShanhaiRecord          *record)
{
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (self->casebook, shanhai_record_get_id (record));
  const char *key = SHANHAI_IS_INDICATOR (record) ? shanhai_indicator_get_key (SHANHAI_INDICATOR (record)) : NULL;
  g_autoptr (GPtrArray) users = key != NULL ? shanhai_casebook_dup_indicator_users (self->casebook, key) : NULL;

  return referrers->len + (users != NULL ? users->len : 0);
}

static void
update_cb (ShanhaiDirectoryWindow *self)
{
  g_autoptr (GPtrArray) records = list_selected (self);
  bool writable = !shanhai_casebook_is_read_only (self->casebook);
  g_autofree char *text = NULL;

  if (records->len == 1)
    {
      guint n = count_uses (self, records->pdata[0]);

      text = n == 0 ? g_strdup (_("No record names it.")) : g_strdup_printf (ngettext ("%u record names it.", "%u records name it.", n), n);
    }
  else if (records->len > 1)
    text = g_strdup_printf (ngettext ("%u selected", "%u selected", records->len), records->len);
  gtk_label_set_label (self->uses, text != NULL ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directory.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directory.edit", writable && records->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "directory.delete", writable && records->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), writable && records->len > 1);
}

static void
fill_cb (ShanhaiDirectoryWindow *self)
{
  g_autoptr (ShanhaiDrafts) drafts = NULL;
  g_autoptr (ShanhaiChoices) choices = NULL;
  g_autoptr (GListStore) found = NULL;
  ShanhaiWording wording;

  if (self->casebook == NULL)
    return;

  drafts = shanhai_drafts_new (self->casebook);
  wording = shanhai_wording_now (self->casebook);
  choices = shanhai_choices_new_records (drafts, SHANHAI_RECORD_MASK (get_record_type (self)), NULL);
  found = shanhai_choices_find (choices, &wording, gtk_editable_get_text (self->search), MAX_LISTED);
  /* what the casebook hasn't got is for pickers */
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (found)); i-- > 0;)
    {
      g_autoptr (ShanhaiChoice) choice = g_list_model_get_item (G_LIST_MODEL (found), i);

      if (shanhai_choice_get_kind (choice) != SHANHAI_CHOICE_THERE)
        g_list_store_remove (found, i);
    }
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (found));
  update_cb (self);
}

static void
present (ShanhaiDirectoryWindow *self,
         GtkWidget              *form)
{
  gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (form));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiDirectoryWindow *self = SHANHAI_DIRECTORY_WINDOW (widget);
  g_autoptr (GPtrArray) records = list_selected (self);

  if (records->len > 0)
    present (self, shanhai_record_editor_new_for (self->casebook, (ShanhaiRecord **) records->pdata, records->len));
}

static void
activate_cb (ShanhaiDirectoryWindow *self,
             guint                   position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "directory.edit", NULL);
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ShanhaiDirectoryWindow *self = SHANHAI_DIRECTORY_WINDOW (widget);

  present (self, shanhai_record_editor_new (self->casebook, get_record_type (self), NULL));
}

/* Deletes them all, or all but @keep, at which those that name them then point. */
static void
delete (ShanhaiDirectoryWindow *self,
        GPtrArray              *records,
        ShanhaiRecord          *keep)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  g_autofree char *kept = keep != NULL ? g_strdup (shanhai_record_get_id (keep)) : NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;
  ShanhaiDeletion summary;

  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != keep)
      g_ptr_array_add (ids, g_strdup (shanhai_record_get_id (records->pdata[i])));
  g_ptr_array_add (ids, NULL);

  if (keep != NULL || ids->len == 2)
    what = shanhai_wording_subject (&wording, keep != NULL ? keep : records->pdata[0]);
  /* Translators: what undo names: several places or parties become one; %s is its name */
  title = keep != NULL ? g_strdup_printf (_("Merge into %s"), what) : shanhai_deletion_dup_title (what, ids->len - 1);
  change = shanhai_deletion_new_change (self->casebook, (const char * const *) ids->pdata, kept, title, &summary, &error);
  if (change == NULL || !shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
    {
      shanhai_message_bar_set_error (self->messages, true);
      shanhai_message_bar_set_text (self->messages, error->message);
      return;
    }
  message = keep != NULL ? g_strdup_printf (_("Merged into %s"), what) : shanhai_deletion_dup_message (&summary, what);
  shanhai_message_bar_set_error (self->messages, false);
  shanhai_message_bar_show (self->messages, message, _("_Undo"), "directory.undo", NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiDirectoryWindow *self = SHANHAI_DIRECTORY_WINDOW (widget);
  g_autoptr (GPtrArray) records = list_selected (self);

  if (records->len > 0)
    delete (self, records, NULL);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiDirectoryWindow *self = SHANHAI_DIRECTORY_WINDOW (widget);
  g_autoptr (GPtrArray) records = list_selected (self);
  ShanhaiRecord *keep = shanhai_casebook_lookup (self->casebook, g_variant_get_string (parameter, NULL));

  gtk_popover_popdown (self->merge_popover);
  if (records->len > 1 && g_ptr_array_find (records, keep, NULL))
    delete (self, records, keep);
}

typedef struct
{
  ShanhaiRecord *record;
  guint          n_uses;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;

  return x->n_uses != y->n_uses ? (x->n_uses < y->n_uses ? 1 : -1) : strcmp (shanhai_record_get_id (x->record), shanhai_record_get_id (y->record));
}

/* which one stays: a button each, with what tells it from the others; the keyboard begins at the first */
static void
fill_merge_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  ShanhaiDirectoryWindow *self = SHANHAI_DIRECTORY_WINDOW (user_data);
  g_autoptr (GPtrArray) records = list_selected (self);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->candidates))) != NULL)
    gtk_box_remove (self->candidates, child);
  for (guint i = 0; i < records->len; i++)
    {
      Candidate candidate = { records->pdata[i], count_uses (self, records->pdata[i]) };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < MIN (candidates->len, MAX_CANDIDATES); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      g_autofree char *name = shanhai_wording_subject (&wording, candidate->record);
      g_autofree char *uses = g_strdup_printf (ngettext ("%u record names it.", "%u records name it.", candidate->n_uses), candidate->n_uses);
      /* Translators: one of several like things, and how much it is used */
      g_autofree char *label = g_strdup_printf (C_("merge", "%s · %s"), name, candidate->n_uses > 0 ? uses : _("No record names it."));
      GtkWidget *choice = gtk_button_new_with_label (label);

      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (choice))), 0);
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (choice))), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (choice, "flat");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (choice), "s", shanhai_record_get_id (candidate->record));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (choice), "directory.merge");
      gtk_box_append (self->candidates, choice);
    }
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiDirectoryWindow *self = SHANHAI_DIRECTORY_WINDOW (widget);

  shanhai_history_undo (shanhai_casebook_get_history (self->casebook), NULL);
  shanhai_message_bar_set_text (self->messages, "");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (""), *detail = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "secondary");
  gtk_widget_add_css_class (detail, "small");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), detail);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ShanhaiChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), shanhai_choice_get_title (choice));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), shanhai_choice_get_detail (choice));
}

static void
shanhai_directory_window_dispose (GObject *object)
{
  g_clear_object (&SHANHAI_DIRECTORY_WINDOW (object)->casebook);

  G_OBJECT_CLASS (shanhai_directory_window_parent_class)->dispose (object);
}

static void
shanhai_directory_window_class_init (ShanhaiDirectoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_directory_window_dispose;

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_install_action (widget_class, "directory.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "directory.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "directory.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "directory.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "directory.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "directory.new", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-directory-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, types);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, uses);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, merge);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, merge_popover);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiDirectoryWindow, candidates);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);
  gtk_widget_class_bind_template_callback (widget_class, shanhai_search_escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
shanhai_directory_window_init (ShanhaiDirectoryWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->merge, fill_merge_cb, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_string_list_append (titles, _(types[i].title));
  gtk_drop_down_set_model (self->types, G_LIST_MODEL (titles));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  shanhai_tab_order_install (GTK_WINDOW (self));
}

/**
 * shanhai_directory_window_new:
 *
 * Returns: (transfer none): a window
 */
GtkWidget *
shanhai_directory_window_new (ShanhaiCasebook   *casebook,
                              ShanhaiRecordType  type)
{
  ShanhaiDirectoryWindow *self = g_object_new (SHANHAI_TYPE_DIRECTORY_WINDOW, NULL);

  self->casebook = g_object_ref (casebook);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      gtk_drop_down_set_selected (self->types, i);
  g_signal_connect_object (casebook, "changed", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  fill_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}

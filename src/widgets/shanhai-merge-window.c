/* shanhai-merge-window.c - another casebook's edits are taken into this one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys, while the list has the keyboard: 1 or Left takes mine, 2 or Right theirs, 0 or Delete opens the conflict again. */

#include "shanhai-config.h"

#include "shanhai-merge-window.h"

#include <glib/gi18n.h>

#include "shanhai-conflict-row.h"
#include "shanhai-empty-state.h"
#include "shanhai-fold.h"
#include "shanhai-history.h"
#include "shanhai-merge.h"
#include "shanhai-message-bar.h"
#include "shanhai-search-escape.h"
#include "shanhai-tab-order.h"

struct _ShanhaiMergeWindow
{
  GtkWindow           parent_instance;

  ShanhaiDocument    *document;
  ShanhaiCasebook    *theirs;
  ShanhaiBaseline    *base;     /* or NULL */
  ShanhaiMerge       *merge;    /* NULL while it is worked out */
  GCancellable       *working;
  guint               n_readers; /* threads that read the casebooks; what was cancelled reads on to its end */
  bool                closing;  /* as soon as there are none */
  guint               counting; /* timeout */

  GtkStack           *state;    /* "working", "conflicts" or "clear" */
  GtkLabel           *summary;
  GtkLabel           *open;
  GtkWidget          *search;
  GtkCheckButton     *join;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkFilterListModel *found;
  GtkCustomFilter    *filter;
  ShanhaiMessageBar  *errors;
};

G_DEFINE_FINAL_TYPE (ShanhaiMergeWindow, shanhai_merge_window, GTK_TYPE_WINDOW)

enum { SIGNAL_MERGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static ShanhaiCasebook *
get_mine (ShanhaiMergeWindow *self)
{
  return shanhai_document_get_casebook (self->document);
}

/* what the change would be called in the history */
static const char *
get_title (void)
{
  return _("Merge another casebook");
}

/* takes the part; what is none isn't told */
static void
append_part (GString *text,
             guint    n,
             char    *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

static void
update_open (ShanhaiMergeWindow *self)
{
  GListModel *conflicts = shanhai_merge_get_conflicts (self->merge);
  guint n = g_list_model_get_n_items (conflicts);
  g_autofree char *text = NULL;
  guint n_open = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (conflicts, i);

      n_open += shanhai_conflict_get_choice (conflict) == SHANHAI_SIDE_NONE;
    }
  if (n_open > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u conflict is open; mine stays there",
                                         "%u of %u conflicts are open; mine stays there", n), n_open, n);
  else if (n > 0)
    text = g_strdup (_("All conflicts are settled"));
  gtk_label_set_label (self->open, text != NULL ? text : "");
}

static void
update (ShanhaiMergeWindow *self)
{
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  ShanhaiMergeSummary summary;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", self->merge != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take-all", self->merge != NULL);
  if (self->merge == NULL)
    return;

  change = shanhai_merge_new_change (self->merge, get_title (), &summary);
  append_part (text, summary.n_added,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record is added", "%u records are added", summary.n_added),
                                summary.n_added));
  append_part (text, summary.n_altered,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record is altered", "%u records are altered", summary.n_altered),
                                summary.n_altered));
  append_part (text, summary.n_deleted,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record is deleted", "%u records are deleted", summary.n_deleted),
                                summary.n_deleted));
  append_part (text, summary.n_joined,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record was entered on both sides", "%u records were entered on both sides", summary.n_joined),
                                summary.n_joined));
  append_part (text, summary.n_left_out,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line of an unknown kind is left out", "%u lines of unknown kinds are left out", summary.n_left_out),
                                summary.n_left_out));
  if (shanhai_change_is_empty (change))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _("Nothing changes here"));
  gtk_label_set_label (self->summary, text->str);

  update_open (self);
  gtk_stack_set_visible_child_name (self->state, summary.n_conflicts > 0 ? "conflicts" : "clear");
}

static gboolean
count_cb (gpointer user_data)
{
  ShanhaiMergeWindow *self = SHANHAI_MERGE_WINDOW (user_data);

  self->counting = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* What the merge comes to takes a while to count in a big casebook; keys must not wait for it. */
static void
choice_changed_cb (ShanhaiMergeWindow *self)
{
  update_open (self);
  if (self->counting == 0)
    self->counting = g_timeout_add (200, count_cb, self);
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  ShanhaiMergeWindow *self = user_data;
  g_autofree char *wanted = shanhai_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *title = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (*wanted == '\0')
    return TRUE;

  title = shanhai_conflict_dup_title (item, get_mine (self), self->theirs);
  mine = shanhai_conflict_dup_value (item, SHANHAI_SIDE_MINE, get_mine (self));
  theirs = shanhai_conflict_dup_value (item, SHANHAI_SIDE_THEIRS, self->theirs);
  all = g_strjoin ("\n", title, mine, theirs, NULL);
  folded = shanhai_fold (all);

  return strstr (folded, wanted) != NULL;
}

static void
search_changed_cb (ShanhaiMergeWindow *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, shanhai_conflict_row_new ());
}

static void
bind_row_cb (ShanhaiMergeWindow *self,
             GtkListItem        *item)
{
  shanhai_conflict_row_set_conflict (SHANHAI_CONFLICT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), get_mine (self),
                                     self->theirs);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  shanhai_conflict_row_set_conflict (SHANHAI_CONFLICT_ROW (gtk_list_item_get_child (item)), NULL, NULL, NULL);
}

static gboolean
key_cb (ShanhaiMergeWindow *self,
        guint               keyval)
{
  ShanhaiConflict *conflict = gtk_single_selection_get_selected_item (self->selection);

  if (conflict == NULL)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
    case GDK_KEY_Left:
      shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_MINE);
      return TRUE;
    case GDK_KEY_2:
    case GDK_KEY_KP_2:
    case GDK_KEY_Right:
      shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_THEIRS);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_Delete:
      shanhai_conflict_set_choice (conflict, SHANHAI_SIDE_NONE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
take_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ShanhaiMergeWindow *self = SHANHAI_MERGE_WINDOW (widget);
  ShanhaiSide side = g_str_equal (g_variant_get_string (parameter, NULL), "theirs") ? SHANHAI_SIDE_THEIRS : SHANHAI_SIDE_MINE;
  GListModel *shown = G_LIST_MODEL (self->found);

  if (self->merge == NULL)
    return;

  /* those that the filter shows; each choice alone would count anew */
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (shown, i);

      g_signal_handlers_block_by_func (conflict, choice_changed_cb, self);
      shanhai_conflict_set_choice (conflict, side);
      g_signal_handlers_unblock_by_func (conflict, choice_changed_cb, self);
    }
  update (self);
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiMergeWindow *self = SHANHAI_MERGE_WINDOW (widget);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (self->merge == NULL || self->n_readers > 0)
    return;

  change = shanhai_merge_new_change (self->merge, get_title (), NULL);
  if (!shanhai_history_apply (shanhai_casebook_get_history (get_mine (self)), change, &error))
    {
      shanhai_message_bar_set_text (self->errors, error->message);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_MERGED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* -- working it out -- */

typedef struct
{
  ShanhaiCasebook   *mine, *theirs;
  ShanhaiBaseline   *base;
  ShanhaiMergeFlags  flags;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->mine);
  g_object_unref (work->theirs);
  g_clear_object (&work->base);
  g_free (work);
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;

  g_task_return_pointer (task, shanhai_merge_new_since (work->mine, work->theirs, work->base, work->flags), g_object_unref);
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ShanhaiMergeWindow *self = SHANHAI_MERGE_WINDOW (source);
  g_autoptr (ShanhaiMerge) merge = g_task_propagate_pointer (G_TASK (result), NULL);
  GListModel *conflicts;

  self->n_readers--;
  if (self->closing && self->n_readers == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  /* cancelled: the window went, or another way was asked for */
  if (merge == NULL)
    return;

  g_clear_object (&self->working);
  g_set_object (&self->merge, merge);
  conflicts = shanhai_merge_get_conflicts (merge);
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (conflicts, i);

      g_signal_connect_object (conflict, "notify::choice", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_filter_list_model_set_model (self->found, conflicts);
  update (self);
  if (g_list_model_get_n_items (conflicts) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Reads the casebooks in a thread. Nobody writes to them meanwhile: theirs and base are ours, and of mine this window is in the way. */
static void
work_out (ShanhaiMergeWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  g_clear_object (&self->merge);
  self->working = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->state, "working");
  update (self);

  work->mine = g_object_ref (get_mine (self));
  work->theirs = g_object_ref (self->theirs);
  work->base = self->base != NULL ? g_object_ref (self->base) : NULL;
  work->flags = gtk_check_button_get_active (self->join) ? 0 : SHANHAI_MERGE_KEEP_TWINS;
  self->n_readers++;
  task = g_task_new (self, self->working, worked_cb, NULL);
  g_task_set_source_tag (task, work_out);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_thread);
}

static void
join_toggled_cb (ShanhaiMergeWindow *self)
{
  /* not while the window is being made */
  if (self->document != NULL)
    work_out (self);
}

/* Without the window the person could write to what the thread reads. */
static gboolean
shanhai_merge_window_close_request (GtkWindow *window)
{
  ShanhaiMergeWindow *self = SHANHAI_MERGE_WINDOW (window);

  if (self->n_readers == 0)
    return GTK_WINDOW_CLASS (shanhai_merge_window_parent_class)->close_request (window);

  self->closing = true;
  g_cancellable_cancel (self->working);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  return TRUE;
}

static void
shanhai_merge_window_dispose (GObject *object)
{
  ShanhaiMergeWindow *self = SHANHAI_MERGE_WINDOW (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  g_cancellable_cancel (self->working);
  g_clear_object (&self->working);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->merge);
  g_clear_object (&self->theirs);
  g_clear_object (&self->base);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (shanhai_merge_window_parent_class)->dispose (object);
}

static void
shanhai_merge_window_class_init (ShanhaiMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_merge_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = shanhai_merge_window_close_request;

  signals[SIGNAL_MERGED] = g_signal_new ("merged", SHANHAI_TYPE_MERGE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_install_action (widget_class, "merge.take-all", "s", take_all_action);
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "merge.apply", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, state);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, open);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, search);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, join);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, found);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, filter);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiMergeWindow, errors);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shanhai_search_escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, join_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
shanhai_merge_window_init (ShanhaiMergeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
  gtk_custom_filter_set_filter_func (self->filter, filter_cb, self, NULL);
}

/**
 * shanhai_merge_window_new:
 * @document: what is merged into; may have edits that aren't saved
 * @theirs: the other casebook
 * @base: (nullable): what both come from
 *
 * Returns: (transfer none): a modal window; give it a parent
 */
GtkWidget *
shanhai_merge_window_new (ShanhaiDocument *document,
                          ShanhaiCasebook *theirs,
                          ShanhaiBaseline *base)
{
  ShanhaiMergeWindow *self;

  g_return_val_if_fail (SHANHAI_IS_DOCUMENT (document) && SHANHAI_IS_CASEBOOK (theirs), NULL);

  self = g_object_new (SHANHAI_TYPE_MERGE_WINDOW, NULL);
  self->document = g_object_ref (document);
  self->theirs = g_object_ref (theirs);
  self->base = base != NULL ? g_object_ref (base) : NULL;
  work_out (self);

  return GTK_WIDGET (self);
}

bool
shanhai_merge_window_is_ready (ShanhaiMergeWindow *self)
{
  g_return_val_if_fail (SHANHAI_IS_MERGE_WINDOW (self), false);

  return self->merge != NULL;
}

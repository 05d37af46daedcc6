/* shanhai-source-view.c - one source: its imprint, its text with the figures marked, and the list of these. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is read anew when it, or its date, has changed: a long one in a thread, and until that has ended the view shows what is recorded alone.
 * The list of figures is made anew when the casebook changes in something that cites the source; what was selected stays so, and the text where it was. */

#include "shanhai-config.h"

#include "shanhai-source-view-private.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-history.h"
#include "shanhai-quotes.h"
#include "shanhai-source-window.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

/* px: of the list of figures, beside the text and under it */
#define LIST_WIDTH 300
#define LIST_HEIGHT 210
/* bytes of a text that is read at once: within a frame */
#define SHORT_TEXT (48 * 1024)

G_DEFINE_FINAL_TYPE (ShanhaiSourceView, shanhai_source_view, GTK_TYPE_WIDGET)

static void
show_figures (ShanhaiSourceView *self)
{
  g_autoptr (ShanhaiSourceFigures) figures = self->source != NULL ? shanhai_source_figures_new (self->casebook, self->source, self->reading) : NULL;

  /* rows of figures that say the same as before stay as they are */
  if (figures != NULL && self->figures != NULL && self->touched != NULL && shanhai_source_figures_get_source (self->figures) == self->source)
    shanhai_source_figures_reuse (figures, self->figures, self->touched);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_clear_object (&self->proposals);
  if (self->reading != NULL && !shanhai_casebook_is_read_only (self->casebook))
    self->proposals = shanhai_proposals_new (self->casebook, self->source, self->reading);

  /* the text first: its selection is one of its own figures at every moment */
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  shanhai_source_text_set_figures (self->text, self->casebook, figures);
  shanhai_source_view_list_figures (self, figures);
  g_set_object (&self->figures, figures);
  shanhai_source_view_show_head (self);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiSourceReading) reading = shanhai_source_reading_new_finish (result, &error);
  ShanhaiSourceView *self = data;

  /* cancelled: the view may be gone */
  if (reading == NULL)
    return;
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->reading_bar, FALSE);
  g_set_object (&self->reading, reading);
  shanhai_source_view_queue_refresh (self);
}

static void
read_text (ShanhaiSourceView *self)
{
  const char *text = self->source != NULL ? shanhai_source_get_text (self->source) : NULL;
  const ShanhaiPeriod *published = self->source != NULL ? shanhai_source_get_published (self->source) : NULL;
  const char *id = self->source != NULL ? shanhai_record_get_id (SHANHAI_RECORD (self->source)) : NULL;

  if (text != NULL && *text != '\0' && self->reading != NULL && shanhai_source_reading_is_of (self->reading, id, text, published))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  gtk_widget_set_visible (self->reading_bar, FALSE);
  if (text == NULL || *text == '\0')
    return;
  if (strlen (text) <= SHORT_TEXT)
    {
      self->reading = shanhai_source_reading_new (id, text, published);
      return;
    }
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->reading_bar, TRUE);
  shanhai_source_reading_new_async (id, text, published, self->cancellable, read_cb, self);
}

static void
refresh (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *selected = gtk_single_selection_get_selected_item (self->selection);
  ShanhaiRecord *record = selected != NULL ? shanhai_source_figure_get_record (selected) : NULL;
  g_autofree char *record_id = record != NULL ? g_strdup (shanhai_record_get_id (record)) : NULL;
  const gint64 start = selected != NULL ? shanhai_source_figure_get_citation (selected)->start : -1;
  const bool was_selected = selected != NULL;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  read_text (self);
  show_figures (self);
  if (self->figures == NULL)
    return;
  if (self->is_settling)
    {
      const guint next = shanhai_source_figures_find_state (self->figures, SHANHAI_MARK_PROPOSED, start);

      self->is_settling = false;
      if (next != G_MAXUINT)
        {
          shanhai_source_view_select (self, next);
          return;
        }
      if (shanhai_source_figures_get_n_read (self->figures) > 0
          && shanhai_source_figures_get_n_settled (self->figures) == shanhai_source_figures_get_n_read (self->figures))
        {
          self->finished_at = g_get_monotonic_time ();
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", _ ("All figures of this text are settled."));
        }
    }
  if (was_selected)
    shanhai_source_view_select_again (self, record_id, start);
  else
    shanhai_source_view_select_first (self);
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiSourceView *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

void
shanhai_source_view_queue_refresh (ShanhaiSourceView *self)
{
  if (self->refresh_id == 0 && self->source != NULL)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static bool
cites (ShanhaiRecord *record,
       const char    *source_id)
{
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    if (g_str_equal (citations->items[i].source, source_id))
      return true;
  return false;
}

static void
changed_cb (ShanhaiSourceView *self,
            ShanhaiChange     *change)
{
  const char *id = self->source != NULL ? shanhai_record_get_id (SHANHAI_RECORD (self->source)) : NULL;

  for (guint i = 0; id != NULL && i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      if (self->touched != NULL)
        g_hash_table_add (self->touched, g_strdup (entry->id));
      if (g_str_equal (entry->id, id) || cites (entry->before, id) || cites (entry->after, id))
        shanhai_source_view_queue_refresh (self);
    }
}

/* the words of the rows: those on the screen are bound again */
static void
display_cb (ShanhaiSourceView *self)
{
  g_clear_pointer (&self->touched, g_hash_table_unref);
  shanhai_source_view_queue_refresh (self);
}

static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiRecord *record = shanhai_source_view_get_record (SHANHAI_SOURCE_VIEW (widget));

  if (record != NULL)
    gtk_widget_activate_action (widget, "win.show-record", "s", shanhai_record_get_id (record));
}

static void
copy_quote_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  shanhai_source_view_copy (SHANHAI_SOURCE_VIEW (widget));
}

void
shanhai_source_view_apply (ShanhaiSourceView *self,
                           ShanhaiChange     *change)
{
  g_autoptr (GError) error = NULL;

  self->is_settling = true;
  if (shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
    {
      /* at once: the next key is for the next figure */
      refresh (self);
      if (!gtk_widget_is_focus (GTK_WIDGET (self->text)))
        gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
  else
    {
      self->is_settling = false;
      shanhai_source_view_warn (self, error->message);
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
}

/* -- the text itself -- */

static void
set_text_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  GtkWidget *window;

  if (self->source == NULL)
    return;
  window = shanhai_source_window_new_for (self->casebook, self->source);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

static gint64
map_cleaned (gint64   offset,
             gpointer user_data)
{
  return shanhai_blemishes_map (user_data, ~0u, offset);
}

static void
clean_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  GArray *blemishes = self->reading != NULL ? shanhai_source_reading_get_blemishes (self->reading) : NULL;
  g_autofree char *clean = NULL;
  g_autoptr (ShanhaiChange) change = NULL;

  if (blemishes == NULL || blemishes->len == 0 || self->proposals == NULL)
    return;
  clean = shanhai_blemishes_clean (shanhai_source_reading_get_text (self->reading), blemishes, ~0u);
  change = shanhai_quotes_new_change (self->casebook, self->source, clean, _ ("Clean the Text"), map_cleaned, blemishes, NULL);
  shanhai_source_view_apply (self, change);
}

/* side by side while there is room, else the list under the text */
static void
narrow_cb (ShanhaiSourceView *self,
           GParamSpec        *pspec,
           ShanhaiWidthBin   *bin)
{
  bool narrow = shanhai_width_bin_get_narrow (bin);

  self->is_narrow = narrow;
  shanhai_source_view_show_room (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->head, narrow ? 6 : 18);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->list_pane, narrow ? -1 : LIST_WIDTH, narrow ? LIST_HEIGHT : -1);
  /* what is left is the text's */
  gtk_widget_set_vexpand (self->list_pane, !narrow);
}

static void
shanhai_source_view_dispose (GObject *object)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  shanhai_source_view_clear_list (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->figures);
  g_clear_object (&self->proposals);
  g_clear_object (&self->reading);
  g_clear_object (&self->source);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_source_view_parent_class)->dispose (object);
}

static void
shanhai_source_view_class_init (ShanhaiSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_source_view_dispose;

  gtk_widget_class_install_action (widget_class, "source.show-record", NULL, show_record_action);
  gtk_widget_class_install_action (widget_class, "source.copy-quote", NULL, copy_quote_action);
  gtk_widget_class_install_action (widget_class, "source.set-text", NULL, set_text_action);
  gtk_widget_class_install_action (widget_class, "blemishes.clean", NULL, clean_action);

  g_type_ensure (SHANHAI_TYPE_SOURCE_BLEMISHES);
  g_type_ensure (SHANHAI_TYPE_SOURCE_TEXT);
  g_type_ensure (SHANHAI_TYPE_WIDTH_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, imprint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, url);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, note);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, count);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, warning);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, panes);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, head);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, not_held);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, legend);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, progress_box);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, progress);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, list_title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, left);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, accept_all);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, replace);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, blemishes);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, cite);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, cite_menu);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, text);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, selection);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  shanhai_source_view_class_install_list (widget_class);
  shanhai_source_view_class_install_settling (widget_class);
  shanhai_source_view_class_install_citing (widget_class);
}

static void
shanhai_source_view_init (ShanhaiSourceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  shanhai_source_view_set_up_settling (self);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->text), self->cite_menu);
  shanhai_source_view_set_up_citing (self);

  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (shanhai_display_get_default (), "notify::number-style", G_CALLBACK (display_cb), self,
                           G_CONNECT_SWAPPED);
  shanhai_source_view_set_up_list (self);
}

GtkWidget *
shanhai_source_view_new (void)
{
  return g_object_new (SHANHAI_TYPE_SOURCE_VIEW, NULL);
}

ShanhaiSource *
shanhai_source_view_get_source (ShanhaiSourceView *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), NULL);

  return self->source;
}

void
shanhai_source_view_set_source (ShanhaiSourceView *self,
                                ShanhaiCasebook   *casebook,
                                ShanhaiSource     *source)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_VIEW (self));
  g_return_if_fail (source == NULL || (SHANHAI_IS_SOURCE (source) && SHANHAI_IS_CASEBOOK (casebook)));

  if (self->source == source && self->casebook == casebook)
    return;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_set_object (&self->casebook, casebook);
  g_set_object (&self->source, source);
  g_signal_group_set_target (self->casebook_signals, casebook);
  read_text (self);
  show_figures (self);
  shanhai_source_view_select_first (self);
}

ShanhaiRecord *
shanhai_source_view_get_record (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *figure;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), NULL);

  figure = gtk_single_selection_get_selected_item (self->selection);
  return figure != NULL && shanhai_source_figure_get_state (figure) == SHANHAI_MARK_RECORDED ? shanhai_source_figure_get_record (figure) : NULL;
}

void
shanhai_source_view_focus_figures (ShanhaiSourceView *self)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_VIEW (self));

  if (!gtk_widget_grab_focus (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

bool
shanhai_source_view_select_record (ShanhaiSourceView *self,
                                   const char        *record_id)
{
  guint position;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), false);

  position = self->figures != NULL ? shanhai_source_figures_find_record (self->figures, record_id) : G_MAXUINT;
  /* one that has just come isn't in the list yet; one that has just gone still is, and its place stays selected when the list is made anew */
  if (position == G_MAXUINT && self->refresh_id != 0)
    {
      refresh (self);
      position = self->figures != NULL ? shanhai_source_figures_find_record (self->figures, record_id) : G_MAXUINT;
    }
  if (position == G_MAXUINT)
    return false;

  shanhai_source_view_select (self, position);
  return true;
}

bool
shanhai_source_view_copy (ShanhaiSourceView *self)
{
  GtkTextBuffer *buffer;
  GdkClipboard *clipboard;
  ShanhaiSourceFigure *figure;
  ShanhaiWording wording;
  g_autofree char *imprint = NULL;
  g_autofree char *copied = NULL;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), false);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (gtk_text_buffer_get_has_selection (buffer))
    {
      gtk_text_buffer_copy_clipboard (buffer, clipboard);
      return true;
    }

  figure = gtk_single_selection_get_selected_item (self->selection);
  if (figure == NULL || self->source == NULL || shanhai_source_figure_get_citation (figure)->quote == NULL)
    return false;

  wording = shanhai_wording_now (self->casebook);
  imprint = shanhai_wording_source (&wording, self->source);
  copied = shanhai_wording_join (" — ", (const char *[]) { shanhai_source_figure_get_citation (figure)->quote, imprint }, 2);
  gdk_clipboard_set_text (clipboard, copied);
  return true;
}

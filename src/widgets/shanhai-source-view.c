/* shanhai-source-view.c - one source: its imprint, its text with the figures marked, and the list of these. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is read anew when it, or its date, has changed: a long one in a thread, and until that has ended the view shows what is recorded alone.
 * The list of figures is made anew when the casebook changes in something that cites the source; what was selected stays so, and the text where it was. */

#include "shanhai-config.h"

#include "shanhai-source-view-private.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-finding-mark.h"
#include "shanhai-history.h"
#include "shanhai-pango-language.h"
#include "shanhai-quotes.h"
#include "shanhai-source-figure-row.h"
#include "shanhai-source-window.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

/* px: of the list of figures, beside the text and under it */
#define LIST_WIDTH 300
#define LIST_HEIGHT 210
/* bytes of a text that is read at once: within a frame */
#define SHORT_TEXT (48 * 1024)

G_DEFINE_FINAL_TYPE (ShanhaiSourceView, shanhai_source_view, GTK_TYPE_WIDGET)

static const char *
get_language_label (const char *language)
{
  if (language == NULL)
    return "";
  if (g_ascii_strncasecmp (language, "zh-hant", 7) == 0)
    return C_ ("language", "Traditional Chinese");
  if (g_ascii_strncasecmp (language, "zh", 2) == 0)
    return C_ ("language", "Chinese");
  if (g_ascii_strncasecmp (language, "en", 2) == 0)
    return C_ ("language", "English");
  return language;
}

static char *
dup_length (const ShanhaiWording *wording,
            ShanhaiSource        *source)
{
  const char *text = shanhai_source_get_text (source);
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;
  ShanhaiDecimal decimal = shanhai_decimal_from_int (length);
  g_autofree char *number = NULL;

  if (length == 0)
    return g_strdup ("");
  number = shanhai_number_format (&decimal, wording->language, wording->number_style, SHANHAI_NUMBER_FULL, SHANHAI_DECIMALS_ALL);
  /* Translators: how long a text is */
  return g_strdup_printf (ngettext ("%s character", "%s characters", (gulong) length), number);
}

char *
shanhai_source_view_describe (ShanhaiCasebook *casebook,
                              ShanhaiSource   *source)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  const char * const *authors = shanhai_source_get_authors (source);
  g_autofree char *publisher = shanhai_wording_name (&wording, shanhai_source_get_publisher (source));
  g_autofree char *names = authors != NULL ? g_strjoinv (wording.language == SHANHAI_LANGUAGE_CHINESE ? "、" : ", ", (char **) authors) : NULL;
  g_autofree char *published = shanhai_wording_period (&wording, shanhai_source_get_published (source));
  g_autofree char *kind = shanhai_wording_key (&wording, "kinds.source", shanhai_source_get_kind (source));
  g_autofree char *length = dup_length (&wording, source);
  const char *language = get_language_label (shanhai_source_get_language (source));

  return shanhai_wording_join (" · ", (const char *[]) { publisher, names, published, kind, length, language }, 6);
}

static void
set_told (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_url (ShanhaiSourceView *self)
{
  const char *url = shanhai_source_get_url (self->source);
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;
  g_autofree char *markup = NULL;

  /* a casebook may come from anybody: only what a browser opens becomes a link */
  if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
    markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, url);
  else if (url != NULL)
    markup = g_markup_escape_text (url, -1);
  gtk_label_set_markup (self->url, markup != NULL ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (self->url), markup != NULL && *markup != '\0');
}

static void
show_count (ShanhaiSourceView *self)
{
  const guint n_read = shanhai_source_figures_get_n_read (self->figures), n_settled = shanhai_source_figures_get_n_settled (self->figures);
  guint n_marks, n = 0, n_astray = 0, n_proposed = 0;
  const ShanhaiTextMark *marks = shanhai_source_figures_get_marks (self->figures, &n_marks);
  g_autofree char *count = NULL;
  g_autofree char *left = NULL;
  g_autofree char *warning = NULL;

  for (guint i = 0; i < n_marks; i++)
    {
      n += marks[i].state == SHANHAI_MARK_RECORDED;
      n_proposed += marks[i].state == SHANHAI_MARK_PROPOSED;
      n_astray += marks[i].state != SHANHAI_MARK_PROPOSED && shanhai_standing_get_warning (marks[i].standing) != NULL;
    }

  if (n_read > 0)
    /* Translators: of the figures in a text, how many are recorded or ignored */
    count = g_strdup_printf (ngettext ("%u of %u figure settled", "%u of %u figures settled", n_read), n_settled, n_read);
  else
    count = g_strdup_printf (ngettext ("%u figure recorded", "%u figures recorded", n), n);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), n_read > 0);
  gtk_progress_bar_set_fraction (self->progress, n_read > 0 ? (double) n_settled / n_read : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);

  /* Translators: figures that wait to be settled */
  left = n_proposed > 0 ? g_strdup_printf (ngettext ("%u left", "%u left", n_proposed), n_proposed) : NULL;
  gtk_label_set_label (self->left, left != NULL ? left : "");
  gtk_widget_set_visible (GTK_WIDGET (self->accept_all), n_proposed > 0 && self->proposals != NULL);
  if (n_astray > 0)
    /* Translators: of the figures that are recorded from a source */
    warning = g_strdup_printf (ngettext ("%u isn't marked in the text", "%u aren't marked in the text", n_astray), n_astray);
  set_told (self->warning, warning);
}

/* in a narrow window the text and the figures need the room more than what is said about them does */
static void
show_room (ShanhaiSourceView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->note), !self->is_narrow && *gtk_label_get_label (self->note) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->url), !self->is_narrow && *gtk_label_get_label (self->url) != '\0');
  gtk_widget_set_visible (self->legend, !self->is_narrow && self->figures != NULL && shanhai_source_figures_is_held (self->figures));
}

static void
show_source (ShanhaiSourceView *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autofree char *imprint = NULL;

  if (self->source == NULL)
    return;

  imprint = shanhai_source_view_describe (self->casebook, self->source);
  gtk_label_set_label (self->title, shanhai_name_get (shanhai_source_get_title (self->source), wording.language));
  set_told (self->imprint, imprint);
  set_told (self->note, shanhai_name_get (shanhai_record_get_note (SHANHAI_RECORD (self->source)), wording.language));
  show_url (self);
  show_count (self);
  gtk_widget_set_visible (self->not_held, !shanhai_source_figures_is_held (self->figures));
  show_room (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.set-text", !shanhai_casebook_is_read_only (self->casebook));
  shanhai_source_blemishes_show (self->blemishes, shanhai_source_figures_get_text (self->figures),
                                 self->proposals != NULL ? shanhai_source_reading_get_blemishes (self->reading) : NULL);
}

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
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (figures));
  g_set_object (&self->figures, figures);
  show_source (self);
}

/* the first figure that waits to be settled; a reader who has chosen one already stays there */
static void
select_first (ShanhaiSourceView *self)
{
  const guint first = self->figures != NULL && self->proposals != NULL ? shanhai_source_figures_find_state (self->figures, SHANHAI_MARK_PROPOSED, 0) : G_MAXUINT;

  if (first != G_MAXUINT && gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, first);
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

/* the same record and place as before the list was made anew, else what stands at that place now */
static void
select_again (ShanhaiSourceView *self,
              const char        *record_id,
              gint64             start)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));
  guint same_place = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);
      ShanhaiRecord *record = shanhai_source_figure_get_record (figure);

      if (shanhai_source_figure_get_citation (figure)->start != start)
        continue;
      if (g_strcmp0 (record != NULL ? shanhai_record_get_id (record) : NULL, record_id) == 0)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
      same_place = MIN (same_place, i);
    }
  if (same_place != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, same_place);
  else if (record_id != NULL)
    shanhai_source_view_select_record (self, record_id);
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
          gtk_single_selection_set_selected (self->selection, next);
          return;
        }
    }
  if (was_selected)
    select_again (self, record_id, start);
  else
    select_first (self);
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

/* a list that has no size yet scrolls nowhere */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (gtk_widget_get_height (GTK_WIDGET (self->list)) == 0)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
selected_cb (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *figure = gtk_single_selection_get_selected_item (self->selection);
  ShanhaiRecord *record = figure != NULL ? shanhai_source_figure_get_record (figure) : NULL;
  const char *case_id = record != NULL ? shanhai_record_get_case_id (record) : NULL;
  const bool is_open = figure != NULL && self->proposals != NULL && shanhai_source_figure_get_index (figure) != G_MAXUINT
                       && shanhai_source_figure_get_state (figure) != SHANHAI_MARK_RECORDED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.show-record", case_id != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.accept", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.change", is_open && shanhai_source_figure_get_state (figure) == SHANHAI_MARK_PROPOSED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.ignore", is_open && shanhai_source_figure_get_state (figure) == SHANHAI_MARK_PROPOSED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.copy-quote", figure != NULL);
  if (figure != NULL && self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
move_selection (ShanhaiSourceView *self,
                int                step)
{
  guint n = self->figures != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->figures)) : 0;
  guint position = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = step > 0 ? 0 : n - 1;
  else if ((step > 0 && position + 1 < n) || (step < 0 && position > 0))
    position = step > 0 ? position + 1 : position - 1;
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  gtk_single_selection_set_selected (self->selection, position);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move_selection (SHANHAI_SOURCE_VIEW (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  move_selection (SHANHAI_SOURCE_VIEW (widget), -1);
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
      set_told (self->warning, error->message);
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

/* what the checks say of the chosen figure; false where they say nothing */
static bool
show_finding (ShanhaiSourceView *self)
{
  ShanhaiRecord *record = shanhai_source_view_get_record (self);
  ShanhaiGravity gravity;

  if (record == NULL || !shanhai_finding_mark_get (shanhai_casebook_get_checks (self->casebook), shanhai_record_get_id (record), &gravity))
    return false;

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.show-finding", "s", shanhai_record_get_id (record));
}

static void
activate_cb (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *figure = gtk_single_selection_get_selected_item (self->selection);
  const bool is_recorded = figure == NULL || shanhai_source_figure_get_state (figure) == SHANHAI_MARK_RECORDED;

  gtk_widget_activate_action (GTK_WIDGET (self), is_recorded ? "source.show-record" : "source.accept", NULL);
}

/* in a row, not on one of its buttons: these have their own Enter */
static bool
is_in_list (ShanhaiSourceView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && !GTK_IS_BUTTON (focus) && (focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)));
}

bool
shanhai_source_view_press (ShanhaiSourceView *self,
                           guint              key,
                           GdkModifierType    state)
{
  const char *action = NULL;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), false);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return false;
  switch (key)
    {
    case GDK_KEY_j: case GDK_KEY_J:
      action = "source.next-figure";
      break;
    case GDK_KEY_k: case GDK_KEY_K:
      action = "source.previous-figure";
      break;
    case GDK_KEY_e: case GDK_KEY_E:
      action = "source.change";
      break;
    case GDK_KEY_Delete: case GDK_KEY_KP_Delete:
      action = "source.ignore";
      break;
    /* The list is made anew after each change, and its own idea of where the keyboard is with it: the selection knows better. */
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      action = is_in_list (self) ? "source.next-figure" : NULL;
      break;
    case GDK_KEY_Up: case GDK_KEY_KP_Up:
      action = is_in_list (self) ? "source.previous-figure" : NULL;
      break;
    case GDK_KEY_Return: case GDK_KEY_KP_Enter: case GDK_KEY_ISO_Enter:
      if (!gtk_widget_is_focus (GTK_WIDGET (self->text)) && !is_in_list (self))
        return false;
      if ((state & GDK_SHIFT_MASK) != 0)
        return show_finding (self);
      activate_cb (self);
      return true;
    default:
      return false;
    }
  if (action == NULL)
    return false;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return true;
}

/* No text is typed in this view: letters are commands, wherever the keyboard is in it. */
static gboolean
key_cb (ShanhaiSourceView     *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  return shanhai_source_view_press (self, key, state);
}

static void
item_selected_cb (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    shanhai_source_figure_row_set_open (SHANHAI_SOURCE_FIGURE_ROW (row), gtk_list_item_get_selected (item));
}

static void
setup_cb (ShanhaiSourceView  *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, shanhai_source_figure_row_new ());
  g_signal_connect (item, "notify::selected", G_CALLBACK (item_selected_cb), NULL);
}

static void
bind_cb (ShanhaiSourceView  *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  shanhai_source_figure_row_set_figure (SHANHAI_SOURCE_FIGURE_ROW (gtk_list_item_get_child (item)), self->casebook, self->proposals,
                                        gtk_list_item_get_item (item));
  item_selected_cb (item);
}

/* side by side while there is room, else the list under the text */
static void
narrow_cb (ShanhaiSourceView *self,
           GParamSpec        *pspec,
           ShanhaiWidthBin   *bin)
{
  bool narrow = shanhai_width_bin_get_narrow (bin);

  self->is_narrow = narrow;
  show_room (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->head, narrow ? 6 : 18);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->list_pane, narrow ? -1 : LIST_WIDTH, narrow ? LIST_HEIGHT : -1);
}

static void
shanhai_source_view_dispose (GObject *object)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
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

  gtk_widget_class_install_action (widget_class, "source.next-figure", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "source.previous-figure", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "source.show-record", NULL, show_record_action);
  gtk_widget_class_install_action (widget_class, "source.copy-quote", NULL, copy_quote_action);
  gtk_widget_class_install_action (widget_class, "source.set-text", NULL, set_text_action);
  gtk_widget_class_install_action (widget_class, "blemishes.clean", NULL, clean_action);
  shanhai_source_view_class_install_settling (widget_class);
  shanhai_source_view_class_install_citing (widget_class);

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
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, reading_bar);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, blemishes);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, cite);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, cite_menu);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, text);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
shanhai_source_view_init (ShanhaiSourceView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* before the text's own bindings: Delete is one of them, though nothing can be deleted there */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  shanhai_source_view_set_up_settling (self);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->text), self->cite_menu);
  shanhai_source_view_set_up_citing (self);

  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_object (shanhai_display_get_default (), "notify::number-style", G_CALLBACK (display_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->selection, "selected", self->text, "selected", G_BINDING_BIDIRECTIONAL);
  selected_cb (self);
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
  select_first (self);
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

  gtk_single_selection_set_selected (self->selection, position);
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

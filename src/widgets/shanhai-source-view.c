/* shanhai-source-view.c - one source: its imprint, its text with the figures marked, and the list of these. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of figures is made anew when the casebook changes in something that cites the source; what was selected stays so, and the text where it was. */

#include "shanhai-config.h"

#include "shanhai-source-view.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-pango-language.h"
#include "shanhai-source-figure-row.h"
#include "shanhai-source-text.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

/* px: of the list of figures, beside the text and under it */
#define LIST_WIDTH 290
#define LIST_HEIGHT 190

struct _ShanhaiSourceView
{
  GtkWidget             parent_instance;

  ShanhaiCasebook      *casebook;
  ShanhaiSource        *source;
  ShanhaiSourceFigures *figures;
  GSignalGroup         *casebook_signals;
  guint                 refresh_id;
  guint                 scroll_id;

  GtkLabel             *title;
  GtkLabel             *imprint;
  GtkLabel             *url;
  GtkLabel             *note;
  GtkLabel             *count;
  GtkLabel             *warning;
  GtkBox               *panes;
  GtkWidget            *not_held;
  GtkWidget            *legend;
  ShanhaiSourceText    *text;
  GtkWidget            *list_pane;
  GtkListView          *list;
  GtkSingleSelection   *selection;
};

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
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));
  guint n_astray = n - shanhai_source_figures_count (self->figures, SHANHAI_STANDING_FOUND)
                   - shanhai_source_figures_count (self->figures, SHANHAI_STANDING_NO_TEXT);
  g_autofree char *count = g_strdup_printf (ngettext ("%u figure recorded", "%u figures recorded", n), n);
  g_autofree char *warning = NULL;

  gtk_label_set_label (self->count, count);
  if (n_astray > 0)
    /* Translators: of the figures that are recorded from a source */
    warning = g_strdup_printf (ngettext ("%u isn't marked in the text", "%u aren't marked in the text", n_astray), n_astray);
  set_told (self->warning, warning);
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
  gtk_widget_set_visible (self->legend, shanhai_source_figures_is_held (self->figures));
}

static void
show_figures (ShanhaiSourceView *self)
{
  g_autoptr (ShanhaiSourceFigures) figures = self->source != NULL ? shanhai_source_figures_new (self->casebook, self->source) : NULL;

  /* the text first: its selection is one of its own figures at every moment */
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  shanhai_source_text_set_figures (self->text, self->casebook, figures);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (figures));
  g_set_object (&self->figures, figures);
  show_source (self);
}

/* the same record and place as before the list was made anew; the place may have gone, then the record's first */
static void
select_again (ShanhaiSourceView *self,
              const char        *record_id,
              gint64             start)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->figures));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiSourceFigure) figure = g_list_model_get_item (G_LIST_MODEL (self->figures), i);

      if (shanhai_source_figure_get_citation (figure)->start == start
          && g_str_equal (shanhai_record_get_id (shanhai_source_figure_get_record (figure)), record_id))
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
  shanhai_source_view_select_record (self, record_id);
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiSourceView *self = data;
  ShanhaiSourceFigure *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *record_id = NULL;
  gint64 start = -1;

  self->refresh_id = 0;
  if (selected != NULL)
    {
      record_id = g_strdup (shanhai_record_get_id (shanhai_source_figure_get_record (selected)));
      start = shanhai_source_figure_get_citation (selected)->start;
    }
  show_figures (self);
  if (record_id != NULL && self->figures != NULL)
    select_again (self, record_id, start);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiSourceView *self)
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

      if (g_str_equal (entry->id, id) || cites (entry->before, id) || cites (entry->after, id))
        {
          queue_refresh (self);
          return;
        }
    }
}

/* the words of the rows: those on the screen are bound again */
static void
display_cb (ShanhaiSourceView *self)
{
  queue_refresh (self);
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
  const char *case_id = figure != NULL ? shanhai_record_get_case_id (shanhai_source_figure_get_record (figure)) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.show-record", case_id != NULL);
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

static void
activate_cb (ShanhaiSourceView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "source.show-record", NULL);
}

static void
setup_cb (ShanhaiSourceView  *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, shanhai_source_figure_row_new ());
}

static void
bind_cb (ShanhaiSourceView  *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  shanhai_source_figure_row_set_figure (SHANHAI_SOURCE_FIGURE_ROW (gtk_list_item_get_child (item)), self->casebook,
                                        gtk_list_item_get_item (item));
}

/* side by side while there is room, else the list under the text */
static void
narrow_cb (ShanhaiSourceView *self,
           GParamSpec        *pspec,
           ShanhaiWidthBin   *bin)
{
  bool narrow = shanhai_width_bin_get_narrow (bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->list_pane, narrow ? -1 : LIST_WIDTH, narrow ? LIST_HEIGHT : -1);
}

static void
shanhai_source_view_dispose (GObject *object)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->figures);
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
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, not_held);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceView, legend);
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
  gtk_widget_init_template (GTK_WIDGET (self));

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
  show_figures (self);
}

ShanhaiRecord *
shanhai_source_view_get_record (ShanhaiSourceView *self)
{
  ShanhaiSourceFigure *figure;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), NULL);

  figure = gtk_single_selection_get_selected_item (self->selection);
  return figure != NULL ? shanhai_source_figure_get_record (figure) : NULL;
}

bool
shanhai_source_view_select_record (ShanhaiSourceView *self,
                                   const char        *record_id)
{
  guint position;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_VIEW (self), false);

  position = self->figures != NULL ? shanhai_source_figures_find_record (self->figures, record_id) : G_MAXUINT;
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

/* shanhai-source-window.c - takes an article in. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A short text stands in the box, and can be edited. A long one would be laid out there for seconds: of it the box shows the beginning, and what is stored is kept
 * aside. Fields that the person has typed in are left alone when the text changes. */

#include "shanhai-config.h"

#include "shanhai-source-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-article.h"
#include "shanhai-blemish.h"
#include "shanhai-drafts.h"
#include "shanhai-file-dialogs.h"
#include "shanhai-history.h"
#include "shanhai-message-bar.h"
#include "shanhai-period-entry.h"
#include "shanhai-proposer.h"
#include "shanhai-quotes.h"
#include "shanhai-source-blemishes.h"
#include "shanhai-wording.h"

/* bytes of a text that stands in the box whole, and of the beginning of one that doesn't */
#define LONG_TEXT (64 * 1024)
#define BEGINNING 4000
/* ms between the last key and a new look at the text */
#define PATIENCE 250

typedef enum { MODE_ADD, MODE_TEXT, MODE_CASE } Mode;

struct _ShanhaiSourceWindow
{
  GtkWindow          parent_instance;

  Mode               mode;
  ShanhaiCasebook   *casebook;
  ShanhaiSource     *source;       /* whose text it is; NULL for a new one */
  char              *long_text;    /* NULL: the box has it */
  char              *url;
  char              *language;
  GCancellable      *cancellable;
  guint              look_id;
  bool               is_filling;   /* the entries are being filled in, not typed in */

  /* of a case that is proposed */
  ShanhaiDrafts     *drafts;
  ShanhaiRecord     *draft_case;
  ShanhaiRecord     *draft_source;
  ShanhaiReading    *reading;
  char              *read_text;

  ShanhaiMessageBar *errors;
  GtkLabel          *heading;
  GtkLabel          *subject;
  GtkButton         *add;
  GtkTextView       *text;
  GtkLabel          *hint;
  GtkWidget         *long_bar;
  GtkLabel          *long_label;
  GtkWidget         *imprint;
  GtkEditable       *title;
  GtkEditable       *publisher;
  GtkEditable       *authors;
  GtkEditable       *published;
  GtkLabel          *found;
  ShanhaiSourceBlemishes *blemishes;
  GtkWidget         *case_box;
  GtkEditable       *case_title;
  GtkLabel          *case_sides;
  GtkLabel          *case_kind;
  GtkCheckButton    *case_figures;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceWindow, shanhai_source_window, GTK_TYPE_WINDOW)

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* (transfer full): what would be stored */
static char *
dup_text (ShanhaiSourceWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  if (self->long_text != NULL)
    return g_strdup (self->long_text);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
fill_in (ShanhaiSourceWindow *self,
         GtkEditable         *entry,
         const char          *text)
{
  if (g_object_get_data (G_OBJECT (entry), "typed") != NULL)
    return;
  self->is_filling = true;
  gtk_editable_set_text (entry, text != NULL ? text : "");
  self->is_filling = false;
}

static void
typed_cb (ShanhaiSourceWindow *self,
          GtkEditable         *entry)
{
  if (!self->is_filling)
    g_object_set_data (G_OBJECT (entry), "typed", GINT_TO_POINTER (*gtk_editable_get_text (entry) != '\0'));
}

static void
show_imprint (ShanhaiSourceWindow  *self,
              const ShanhaiImprint *imprint)
{
  g_autofree char *authors = imprint->authors != NULL ? g_strjoinv (" ", imprint->authors) : NULL;

  fill_in (self, self->title, imprint->title);
  fill_in (self, self->publisher, imprint->publisher);
  fill_in (self, self->authors, authors);
  fill_in (self, self->published, imprint->published);
  g_free (self->language);
  self->language = g_strdup (imprint->language);
}

static void
show_blemishes (ShanhaiSourceWindow *self,
                const char          *text)
{
  g_autoptr (GArray) blemishes = shanhai_blemishes_find (text);

  shanhai_source_blemishes_show (self->blemishes, text, blemishes);
}

/* -- a case that the text proposes -- */

static void
clear_case (ShanhaiSourceWindow *self)
{
  g_clear_object (&self->draft_case);
  g_clear_object (&self->draft_source);
  g_clear_object (&self->drafts);
}

static char *
dup_label (ShanhaiSourceWindow *self,
           const char * const  *ids)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);

  return ids != NULL && ids[0] != NULL ? shanhai_drafts_dup_label (self->drafts, ids[0], wording.language) : NULL;
}

static void
show_case (ShanhaiSourceWindow *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autoptr (ShanhaiProposer) proposer = NULL;

  clear_case (self);
  self->drafts = shanhai_drafts_new (self->casebook);
  self->draft_source = shanhai_record_new (SHANHAI_RECORD_SOURCE, NULL);
  {
    g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_SOURCE);

    g_object_set (self->draft_source, "id", id, NULL);
  }
  proposer = shanhai_proposer_new (self->drafts, SHANHAI_SOURCE (self->draft_source), self->read_text, self->reading);
  self->draft_case = shanhai_proposer_propose_case (proposer, gtk_editable_get_text (self->title));
  gtk_widget_set_visible (self->case_box, *self->read_text != '\0');
  if (self->draft_case == NULL)
    {
      gtk_label_set_label (self->case_sides, _ ("The text names no place that is assisted. The case can be filled in later."));
      gtk_widget_set_visible (GTK_WIDGET (self->case_kind), FALSE);
      fill_in (self, self->case_title, gtk_editable_get_text (self->title));
      return;
    }
  {
    g_autofree char *assisting = dup_label (self, shanhai_case_get_assisting (SHANHAI_CASE (self->draft_case)));
    g_autofree char *assisted = dup_label (self, shanhai_case_get_assisted (SHANHAI_CASE (self->draft_case)));
    /* Translators: who assists → who is assisted */
    g_autofree char *sides = g_strdup_printf (_ ("%s → %s"), assisting != NULL ? assisting : "?", assisted != NULL ? assisted : "?");
    g_autofree char *kind = shanhai_wording_key (&wording, "kinds.case", shanhai_case_get_kind (SHANHAI_CASE (self->draft_case)));
    g_autofree char *period = shanhai_wording_period (&wording, shanhai_case_get_period (SHANHAI_CASE (self->draft_case)));
    g_autofree char *told = shanhai_wording_join (" · ", (const char *[]) { kind, period }, 2);
    const char *title = shanhai_name_get (shanhai_case_get_title (SHANHAI_CASE (self->draft_case)), wording.language);

    gtk_label_set_label (self->case_sides, sides);
    gtk_label_set_label (self->case_kind, told);
    gtk_widget_set_visible (GTK_WIDGET (self->case_kind), TRUE);
    fill_in (self, self->case_title, title);
  }
}

/* -- looking at the text -- */

static void
show_found (ShanhaiSourceWindow *self,
            const char          *text)
{
  g_autoptr (ShanhaiPeriod) published = shanhai_period_parse_people (gtk_editable_get_text (self->published), NULL, NULL);
  guint n;
  g_autofree char *told = NULL;

  g_clear_pointer (&self->reading, shanhai_reading_free);
  g_free (self->read_text);
  self->read_text = g_strdup (text);
  self->reading = shanhai_reading_new (self->read_text, -1, published);
  n = shanhai_reading_get_n (self->reading);
  told = g_strdup_printf (ngettext ("%u figure found in the text", "%u figures found in the text", n), n);
  gtk_label_set_label (self->found, *text != '\0' ? told : "");
}

static void
look (ShanhaiSourceWindow *self)
{
  g_autofree char *text = dup_text (self);
  const bool has_text = *text != '\0';

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (has_text && self->long_text == NULL && self->mode != MODE_TEXT)
    {
      g_autoptr (ShanhaiImprint) imprint = shanhai_imprint_new (text);

      show_imprint (self, imprint);
    }
  show_blemishes (self, text);
  show_found (self, text);
  if (self->mode == MODE_CASE)
    show_case (self);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !has_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), has_text || (self->mode == MODE_ADD && *gtk_editable_get_text (self->title) != '\0'));
}

static gboolean
look_cb (gpointer data)
{
  ShanhaiSourceWindow *self = data;

  self->look_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (ShanhaiSourceWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_widget_set_visible (GTK_WIDGET (self->hint), gtk_text_buffer_get_char_count (buffer) == 0);
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (PATIENCE, look_cb, self);
}

static void
title_changed_cb (ShanhaiSourceWindow *self)
{
  if (self->mode == MODE_ADD && !self->is_filling)
    gtk_widget_set_sensitive (GTK_WIDGET (self->add), self->long_text != NULL || *gtk_editable_get_text (self->title) != '\0'
                                                        || gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text)) > 0);
}

static void
set_text (ShanhaiSourceWindow *self,
          const char          *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const bool is_long = strlen (text) > LONG_TEXT;

  g_clear_pointer (&self->long_text, g_free);
  if (is_long)
    {
      const char *end = g_utf8_find_prev_char (text, text + BEGINNING);
      g_autofree char *told = g_strdup_printf (_ ("The text has %ld characters; this is its beginning."), g_utf8_strlen (text, -1));

      self->long_text = g_strdup (text);
      gtk_text_buffer_set_text (buffer, text, (int) (end - text));
      gtk_label_set_label (self->long_label, told);
    }
  else
    gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_view_set_editable (self->text, !is_long);
  gtk_widget_set_visible (self->long_bar, is_long);
}

static void
take_article (ShanhaiSourceWindow  *self,
              const ShanhaiArticle *article)
{
  shanhai_message_bar_set_text (self->errors, "");
  set_text (self, article->text);
  if (self->mode != MODE_TEXT)
    show_imprint (self, article->imprint);
  g_free (self->url);
  self->url = g_strdup (article->url);
  look (self);
  /* what came with the page is better than what its text alone tells */
  if (self->mode != MODE_TEXT)
    show_imprint (self, article->imprint);
}

static void
tell_error (ShanhaiSourceWindow *self,
            const char          *name,
            const GError        *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_EMPTY))
    text = g_strdup_printf (_ ("There is no text in %s."), name);
  else if (g_error_matches (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_BINARY))
    text = g_strdup_printf (_ ("%s isn't text. Copy the article's words where you read it, and paste them here."), name);
  else if (g_error_matches (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_TOO_BIG))
    text = g_strdup_printf (_ ("%s is too long for a source. Paste the part that matters."), name);
  else
    text = g_strdup_printf ("%s: %s", name, error->message);
  shanhai_message_bar_set_text (self->errors, text);
}

void
shanhai_source_window_take_text (ShanhaiSourceWindow *self,
                                 const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiArticle) article = NULL;

  g_return_if_fail (SHANHAI_IS_SOURCE_WINDOW (self));

  article = shanhai_article_new_from_text (text, &error);
  if (article != NULL)
    take_article (self, article);
  else
    tell_error (self, _ ("the clipboard"), error);
}

static void
read_file_in_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  ShanhaiArticle *article = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &error);
  if (info != NULL && g_file_info_get_size (info) > SHANHAI_ARTICLE_MAX)
    g_set_error_literal (&error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_TOO_BIG, "too big");
  else if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &error);
  if (bytes != NULL)
    article = shanhai_article_new_from_bytes (bytes, name, &error);
  if (article != NULL)
    g_task_return_pointer (task, article, (GDestroyNotify) shanhai_article_free);
  else
    g_task_return_error (task, error);
}

static void
file_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiArticle) article = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));

  if (article != NULL)
    take_article (self, article);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (self, name, error);
}

void
shanhai_source_window_take_file (ShanhaiSourceWindow *self,
                                 GFile               *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SHANHAI_IS_SOURCE_WINDOW (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, file_read_cb, NULL);
  g_task_set_source_tag (task, shanhai_source_window_take_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file_in_thread);
}

bool
shanhai_source_window_is_article (GFile *file)
{
  static const char * const endings[] = { ".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return true;
  return false;
}

/* -- what comes in -- */

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (ShanhaiSourceWindow) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  if (text == NULL || *text == '\0')
    return;
  /* into what is written already, unless that is all of it */
  if (strlen (text) <= LONG_TEXT && gtk_text_buffer_get_char_count (buffer) > 0 && self->long_text == NULL)
    {
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, text, -1);
    }
  else
    shanhai_source_window_take_text (self, text);
}

/* before the text view's own: that would lay out a book as one line */
static void
paste_cb (ShanhaiSourceWindow *self,
          GtkTextView         *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

static gboolean
drop_cb (ShanhaiSourceWindow *self,
         const GValue        *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

      if (files != NULL)
        shanhai_source_window_take_file (self, files->data);
    }
  else if (G_VALUE_HOLDS_STRING (value))
    shanhai_source_window_take_text (self, g_value_get_string (value));
  return TRUE;
}

static void
chosen_cb (GFile    *file,
           gpointer  data)
{
  if (file != NULL)
    shanhai_source_window_take_file (SHANHAI_SOURCE_WINDOW (data), file);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  shanhai_file_dialogs_open (GTK_WINDOW (widget), SHANHAI_FILE_ARTICLE, widget, chosen_cb);
}

static void
clean_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (widget);
  g_autofree char *text = dup_text (self);
  g_autoptr (GArray) blemishes = shanhai_blemishes_find (text);
  g_autofree char *clean = shanhai_blemishes_clean (text, blemishes, ~0u);

  set_text (self, clean);
  look (self);
}

/* -- storing -- */

static ShanhaiName *
new_name (ShanhaiSourceWindow *self,
          const char          *text)
{
  const char *language = self->language != NULL && g_str_has_prefix (self->language, "en") ? "en" : "zh";

  return *text != '\0' ? shanhai_name_new (&language, &text, 1) : NULL;
}

static bool
set_imprint (ShanhaiSourceWindow *self,
             ShanhaiRecord       *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->published)));
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  g_autofree char *names = g_strstrip (g_strdup (gtk_editable_get_text (self->authors)));
  g_autofree char *office = g_strstrip (g_strdup (gtk_editable_get_text (self->publisher)));
  g_autoptr (ShanhaiPeriod) today = shanhai_period_entry_dup_today ();
  g_autoptr (ShanhaiPeriod) published = *typed != '\0' ? shanhai_period_entry_parse (typed, today, NULL, &error) : NULL;
  g_autoptr (ShanhaiName) title = NULL, publisher = NULL;
  g_auto (GStrv) parts = *names != '\0' ? g_regex_split_simple ("\\s*[、，,;；]\\s*|(?<=\\p{Han})\\s+(?=\\p{Han})", names, 0, 0) : NULL;
  g_autoptr (ShanhaiStrings) authors = parts != NULL ? shanhai_strings_new ((const char * const *) parts, false) : NULL;

  if (error != NULL)
    {
      shanhai_message_bar_set_text (self->errors, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->published));
      return false;
    }
  if (*words == '\0')
    {
      shanhai_message_bar_set_text (self->errors, _ ("Give the source a title."));
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      return false;
    }
  title = new_name (self, words);
  publisher = new_name (self, office);
  g_object_set (draft,
                "title", title,
                "publisher", publisher,
                "authors", authors,
                "published", published,
                "url", self->url,
                "language", self->language,
                "kind", "press",
                NULL);
  return true;
}

static bool
apply (ShanhaiSourceWindow *self,
       ShanhaiChange       *change)
{
  g_autoptr (GError) error = NULL;

  if (shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
    return true;
  shanhai_message_bar_set_text (self->errors, error->message);
  return false;
}

static bool
add_text (ShanhaiSourceWindow *self,
          const char          *text)
{
  g_autoptr (ShanhaiChange) change = shanhai_quotes_new_change (self->casebook, self->source, text, _ ("Set the Text of a Source"), NULL, NULL, NULL);

  if (!apply (self, change))
    return false;
  g_signal_emit (self, signals[ADDED], 0, shanhai_record_get_id (SHANHAI_RECORD (self->source)), NULL);
  return true;
}

static bool
add_source (ShanhaiSourceWindow *self,
            const char          *text)
{
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_SOURCE, NULL);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_SOURCE);
  g_autofree char *named = NULL;

  if (!set_imprint (self, draft))
    return false;
  g_object_set (draft, "id", id, "text", *text != '\0' ? text : NULL, NULL);
  /* Translators: what undo names: %s is a title */
  named = g_strdup_printf (_ ("Add Source “%s”"), gtk_editable_get_text (self->title));
  change = shanhai_change_new (named);
  shanhai_change_put (change, draft);
  if (!apply (self, change))
    return false;
  g_signal_emit (self, signals[ADDED], 0, id, NULL);
  return true;
}

/* source, case, and the figures where that is wanted: one change */
static bool
add_case (ShanhaiSourceWindow *self)
{
  g_autoptr (ShanhaiRecord) source = shanhai_record_copy (self->draft_source);
  g_autoptr (ShanhaiRecord) the_case = self->draft_case != NULL ? shanhai_record_copy (self->draft_case) : shanhai_record_new (SHANHAI_RECORD_CASE, NULL);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (ShanhaiName) title = new_name (self, gtk_editable_get_text (self->case_title));
  g_autofree char *named = g_strdup_printf (_ ("Add Case “%s”"), gtk_editable_get_text (self->case_title));

  if (!set_imprint (self, source))
    return false;
  if (title == NULL)
    {
      shanhai_message_bar_set_text (self->errors, _ ("Give the case a title."));
      gtk_widget_grab_focus (GTK_WIDGET (self->case_title));
      return false;
    }
  g_object_set (source, "text", self->read_text, NULL);
  g_object_set (the_case, "title", title, NULL);
  if (shanhai_record_get_id (the_case) == NULL)
    {
      g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_CASE);

      g_object_set (the_case, "id", id, NULL);
    }

  change = shanhai_change_new (named);
  shanhai_change_put (change, source);
  shanhai_change_put (change, the_case);
  if (gtk_check_button_get_active (self->case_figures))
    {
      g_autoptr (ShanhaiProposer) proposer = shanhai_proposer_new (self->drafts, SHANHAI_SOURCE (self->draft_source), self->read_text, self->reading);

      shanhai_proposer_set_case (proposer, SHANHAI_CASE (the_case));
      for (guint i = 0; i < shanhai_reading_get_n (self->reading); i++)
        {
          g_autoptr (ShanhaiRecord) record = shanhai_proposer_propose (proposer, i);

          shanhai_change_put (change, record);
        }
    }
  shanhai_drafts_complete (self->drafts, change);
  if (!apply (self, change))
    return false;
  g_signal_emit (self, signals[ADDED], 0, shanhai_record_get_id (source), shanhai_record_get_id (the_case));
  return true;
}

bool
shanhai_source_window_add (ShanhaiSourceWindow *self)
{
  g_autofree char *text = NULL;
  bool done;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_WINDOW (self), false);

  if (self->look_id != 0)
    look (self);
  text = dup_text (self);
  done = self->mode == MODE_TEXT ? add_text (self, text) : self->mode == MODE_CASE ? add_case (self) : add_source (self, text);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  return done;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  shanhai_source_window_add (SHANHAI_SOURCE_WINDOW (widget));
}

static void
shanhai_source_window_dispose (GObject *object)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clear_case (self);
  g_clear_object (&self->source);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_source_window_parent_class)->dispose (object);
}

static void
shanhai_source_window_finalize (GObject *object)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (object);

  g_clear_pointer (&self->reading, shanhai_reading_free);
  g_free (self->read_text);
  g_free (self->long_text);
  g_free (self->url);
  g_free (self->language);

  G_OBJECT_CLASS (shanhai_source_window_parent_class)->finalize (object);
}

static void
shanhai_source_window_class_init (ShanhaiSourceWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_source_window_dispose;
  object_class->finalize = shanhai_source_window_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "article.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "blemishes.clean", NULL, clean_action);
  gtk_widget_class_install_action (widget_class, "article.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "article.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  g_type_ensure (SHANHAI_TYPE_SOURCE_BLEMISHES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-source-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, add);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, text);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, long_bar);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, long_label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, imprint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, publisher);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, authors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, published);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, found);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, blemishes);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, case_box);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, case_title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, case_sides);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, case_kind);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceWindow, case_figures);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
}

static void
shanhai_source_window_init (ShanhaiSourceWindow *self)
{
  GType dropped[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (drop, dropped, G_N_ELEMENTS (dropped));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  {
    GtkEventController *shortcuts = gtk_shortcut_controller_new ();

    /* before the text, which would begin a new line */
    gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"), gtk_named_action_new ("article.add")));
    gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
  }
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), FALSE);
}

static GtkWidget *
new_window (ShanhaiCasebook *casebook,
            Mode             mode)
{
  ShanhaiSourceWindow *self = g_object_new (SHANHAI_TYPE_SOURCE_WINDOW, NULL);

  self->casebook = g_object_ref (casebook);
  self->mode = mode;
  gtk_widget_set_visible (self->imprint, mode != MODE_TEXT);
  return GTK_WIDGET (self);
}

GtkWidget *
shanhai_source_window_new (ShanhaiCasebook *casebook)
{
  GtkWidget *self = new_window (casebook, MODE_ADD);

  gtk_label_set_label (SHANHAI_SOURCE_WINDOW (self)->heading, _ ("Add a Source"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add a Source"));
  return self;
}

GtkWidget *
shanhai_source_window_new_for (ShanhaiCasebook *casebook,
                               ShanhaiSource   *source)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (new_window (casebook, MODE_TEXT));
  ShanhaiWording wording = shanhai_wording_now (casebook);
  const char *text = shanhai_source_get_text (source);

  self->source = g_object_ref (source);
  gtk_label_set_label (self->heading, _ ("Text of the Source"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Text of the Source"));
  gtk_label_set_label (self->subject, shanhai_name_get (shanhai_source_get_title (source), wording.language));
  gtk_widget_set_visible (GTK_WIDGET (self->subject), TRUE);
  gtk_button_set_label (self->add, _ ("_Keep This Text"));
  if (text != NULL && *text != '\0')
    {
      set_text (self, text);
      look (self);
    }
  return GTK_WIDGET (self);
}

GtkWidget *
shanhai_source_window_new_case (ShanhaiCasebook *casebook)
{
  GtkWidget *self = new_window (casebook, MODE_CASE);

  gtk_label_set_label (SHANHAI_SOURCE_WINDOW (self)->heading, _ ("New Case from an Article"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("New Case from an Article"));
  gtk_button_set_label (SHANHAI_SOURCE_WINDOW (self)->add, _ ("_Make the Case"));
  return self;
}

/* shanhai-source-window.c - takes an article in. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What comes in, and how it is read, is in shanhai-source-window-taking.c; what is stored, in shanhai-source-window-storing.c.
 *
 * A short text stands in the box, and can be edited. A long one would be laid out there for seconds: of it the box shows the beginning, and what is stored is kept
 * aside. Fields that the person has typed in are left alone when the text changes. */

#include "shanhai-config.h"

#include "shanhai-source-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-blemish.h"
#include "shanhai-proposer.h"
#include "shanhai-wording.h"

/* bytes of the beginning of a text that is too long for the box */
#define BEGINNING 4000
/* ms between the last key and a new look at the text */
#define PATIENCE 250

G_DEFINE_FINAL_TYPE (ShanhaiSourceWindow, shanhai_source_window, GTK_TYPE_WINDOW)

enum { ADDED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* (transfer full): what would be stored */
char *
shanhai_source_window_dup_text (ShanhaiSourceWindow *self)
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

void
shanhai_source_window_show_imprint (ShanhaiSourceWindow  *self,
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

void
shanhai_source_window_look (ShanhaiSourceWindow *self)
{
  g_autofree char *text = shanhai_source_window_dup_text (self);
  const bool has_text = *text != '\0';

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (has_text && self->long_text == NULL && self->mode != SHANHAI_SOURCE_WINDOW_TEXT)
    {
      g_autoptr (ShanhaiImprint) imprint = shanhai_imprint_new (text);

      shanhai_source_window_show_imprint (self, imprint);
    }
  show_blemishes (self, text);
  show_found (self, text);
  if (self->mode == SHANHAI_SOURCE_WINDOW_CASE)
    show_case (self);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !has_text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), has_text || (self->mode == SHANHAI_SOURCE_WINDOW_ADD && *gtk_editable_get_text (self->title) != '\0'));
}

static gboolean
look_cb (gpointer data)
{
  ShanhaiSourceWindow *self = data;

  self->look_id = 0;
  shanhai_source_window_look (self);
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
  if (self->mode == SHANHAI_SOURCE_WINDOW_ADD && !self->is_filling)
    gtk_widget_set_sensitive (GTK_WIDGET (self->add), self->long_text != NULL || *gtk_editable_get_text (self->title) != '\0'
                                                        || gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text)) > 0);
}

void
shanhai_source_window_set_text (ShanhaiSourceWindow *self,
                                const char          *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const bool is_long = strlen (text) > SHANHAI_SOURCE_WINDOW_LONG_TEXT;

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
clean_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (widget);
  g_autofree char *text = shanhai_source_window_dup_text (self);
  g_autoptr (GArray) blemishes = shanhai_blemishes_find (text);
  g_autofree char *clean = shanhai_blemishes_clean (text, blemishes, ~0u);

  shanhai_source_window_set_text (self, clean);
  shanhai_source_window_look (self);
}

void
shanhai_source_window_added (ShanhaiSourceWindow *self,
                             const char          *source,
                             const char          *the_case)
{
  g_signal_emit (self, signals[ADDED], 0, source, the_case);
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
  shanhai_source_window_class_install_taking (widget_class);
}

static void
shanhai_source_window_init (ShanhaiSourceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_source_window_set_up_taking (self);
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
new_window (ShanhaiCasebook         *casebook,
            ShanhaiSourceWindowMode  mode)
{
  ShanhaiSourceWindow *self = g_object_new (SHANHAI_TYPE_SOURCE_WINDOW, NULL);

  self->casebook = g_object_ref (casebook);
  self->mode = mode;
  gtk_widget_set_visible (self->imprint, mode != SHANHAI_SOURCE_WINDOW_TEXT);
  return GTK_WIDGET (self);
}

GtkWidget *
shanhai_source_window_new (ShanhaiCasebook *casebook)
{
  GtkWidget *self = new_window (casebook, SHANHAI_SOURCE_WINDOW_ADD);

  gtk_label_set_label (SHANHAI_SOURCE_WINDOW (self)->heading, _ ("Add a Source"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add a Source"));
  return self;
}

GtkWidget *
shanhai_source_window_new_for (ShanhaiCasebook *casebook,
                               ShanhaiSource   *source)
{
  ShanhaiSourceWindow *self = SHANHAI_SOURCE_WINDOW (new_window (casebook, SHANHAI_SOURCE_WINDOW_TEXT));
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
      shanhai_source_window_set_text (self, text);
      shanhai_source_window_look (self);
    }
  return GTK_WIDGET (self);
}

GtkWidget *
shanhai_source_window_new_case (ShanhaiCasebook *casebook)
{
  GtkWidget *self = new_window (casebook, SHANHAI_SOURCE_WINDOW_CASE);

  gtk_label_set_label (SHANHAI_SOURCE_WINDOW (self)->heading, _ ("New Case from an Article"));
  gtk_window_set_title (GTK_WINDOW (self), _ ("New Case from an Article"));
  gtk_button_set_label (SHANHAI_SOURCE_WINDOW (self)->add, _ ("_Make the Case"));
  return self;
}

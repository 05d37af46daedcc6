/* shanhai-source-view-head.c - what is said of a source above its text: imprint, address, how many figures are settled. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing of it can be changed here. In a narrow window what is only good to know gives its room to the text and the figures. */

#include "shanhai-config.h"

#include "shanhai-source-view-private.h"

#include <glib/gi18n.h>

#include "shanhai-source-figure-row.h"
#include "shanhai-wording.h"

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
void
shanhai_source_view_show_room (ShanhaiSourceView *self)
{
  const bool is_held = self->figures != NULL && shanhai_source_figures_is_held (self->figures);

  gtk_widget_set_visible (GTK_WIDGET (self->note), !self->is_narrow && *gtk_label_get_label (self->note) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->url), !self->is_narrow && *gtk_label_get_label (self->url) != '\0');
  gtk_widget_set_visible (self->legend, !self->is_narrow && is_held);
  gtk_widget_set_visible (self->replace, self->is_narrow && is_held);
}

void
shanhai_source_view_show_head (ShanhaiSourceView *self)
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
  shanhai_source_view_show_room (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.set-text", !shanhai_casebook_is_read_only (self->casebook));
  shanhai_source_blemishes_show (self->blemishes, shanhai_source_figures_get_text (self->figures),
                                 self->proposals != NULL ? shanhai_source_reading_get_blemishes (self->reading) : NULL);
}

void
shanhai_source_view_warn (ShanhaiSourceView *self,
                          const char        *text)
{
  set_told (self->warning, text);
}

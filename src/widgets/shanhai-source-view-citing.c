/* shanhai-source-view-citing.c - cites what a person has selected in the text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-view-private.h"

#include "shanhai-citing-window.h"
#include "shanhai-quotes.h"
#include "shanhai-record-editor.h"
#include "shanhai-wording.h"

/* a record of that type with the selection as its citation, and as its figure where it is one */
static ShanhaiRecord *
new_cited (ShanhaiSourceView *self,
           ShanhaiRecordType  type,
           gint64             start,
           gint64             end)
{
  ShanhaiRecord *draft = shanhai_record_new (type, NULL);
  g_autoptr (ShanhaiQuotes) quotes = shanhai_quotes_new (shanhai_source_figures_get_text (self->figures));
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);
  g_autofree char *id = shanhai_record_type_new_id (type);
  const char *case_id = shanhai_proposals_get_case_id (self->proposals);
  g_autoptr (ShanhaiQuantity) quantity = NULL;
  const char *member = type == SHANHAI_RECORD_FLOW ? "amount" : type == SHANHAI_RECORD_EXCHANGE ? "count" : type == SHANHAI_RECORD_OBSERVATION ? "value" : NULL;

  citations->items[0].source = g_strdup (shanhai_record_get_id (SHANHAI_RECORD (self->source)));
  shanhai_quotes_cite (quotes, start, end - start, &citations->items[0]);
  g_object_set (draft, "id", id, "citations", citations, NULL);
  if (shanhai_record_find_field (draft, "case") != NULL)
    g_object_set (draft, "case", case_id, NULL);
  quantity = member != NULL ? shanhai_quantity_parse (citations->items[0].quote, NULL, NULL) : NULL;
  if (quantity != NULL)
    g_object_set (draft, member, quantity, NULL);
  return draft;
}

static void
cite_new_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  g_autoptr (ShanhaiRecord) draft = NULL;
  gint64 start, end;
  GtkWidget *window;

  if (self->proposals == NULL || !shanhai_source_text_get_selection (self->text, &start, &end))
    return;
  draft = new_cited (self, shanhai_record_type_from_name (g_variant_get_string (parameter, NULL)), start, end);
  window = shanhai_record_editor_new_from (shanhai_proposals_get_drafts (self->proposals), draft);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

/* for the record that is selected in the list */
static void
cite_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  ShanhaiRecord *record = shanhai_source_view_get_record (self);
  g_autoptr (ShanhaiChange) change = NULL;
  gint64 start, end;

  if (self->proposals == NULL || record == NULL || !shanhai_source_text_get_selection (self->text, &start, &end))
    return;
  change = shanhai_proposals_new_cite (self->proposals, record, start, end - start);
  shanhai_source_view_apply (self, change);
}

static void
picked_cb (ShanhaiSourceView *self,
           ShanhaiRecord     *record)
{
  g_autoptr (ShanhaiChange) change = NULL;
  gint64 start, end;

  if (self->proposals == NULL || !shanhai_source_text_get_selection (self->text, &start, &end))
    return;
  change = shanhai_proposals_new_cite (self->proposals, record, start, end - start);
  shanhai_source_view_apply (self, change);
}

/* (nullable) (transfer full): the time of what the reader found in the selection */
static ShanhaiPeriod *
dup_period (ShanhaiSourceView *self,
            gint64             start,
            gint64             end)
{
  const ShanhaiReading *reading = shanhai_source_reading_get_reading (self->reading);

  for (guint i = 0; i < shanhai_reading_get_n (reading); i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (reading, i);

      if (figure->start >= end)
        break;
      if (figure->start + figure->length > start && figure->period != NULL)
        return shanhai_period_parse (figure->period, NULL);
    }
  return NULL;
}

/* for any record: those that tell the like come first */
static void
cite_other_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ShanhaiSourceView *self = SHANHAI_SOURCE_VIEW (widget);
  g_autoptr (ShanhaiRecord) draft = NULL;
  g_autoptr (ShanhaiQuantity) figure = NULL;
  g_autoptr (ShanhaiPeriod) period = NULL;
  g_autofree char *sentence = NULL;
  const ShanhaiCitation *citation;
  const char *text;
  gsize from, to, quote_from, quote_to;
  gint64 start, end;
  GtkWidget *window;

  if (self->proposals == NULL || !shanhai_source_text_get_selection (self->text, &start, &end))
    return;
  draft = new_cited (self, SHANHAI_RECORD_OBSERVATION, start, end);
  citation = &shanhai_record_get_citations (draft)->items[0];
  text = shanhai_source_figures_get_text (self->figures);
  if (shanhai_wording_excerpt (text, citation, &from, &to, &quote_from, &quote_to))
    sentence = g_strndup (text + from, to - from);
  figure = shanhai_quantity_parse (citation->quote, NULL, NULL);
  period = dup_period (self, start, end);
  window = shanhai_citing_window_new (self->casebook, citation->quote,
                                      &(ShanhaiPassage) { figure, period, sentence, shanhai_proposals_get_case_id (self->proposals) });
  g_signal_connect_object (window, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
selection_cb (ShanhaiSourceView *self)
{
  gint64 start, end;
  const bool has_selection = self->proposals != NULL && shanhai_source_text_get_selection (self->text, &start, &end);
  ShanhaiRecord *record = shanhai_source_view_get_record (self);

  gtk_widget_set_visible (self->cite, has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.cite-new", has_selection);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.cite-record", has_selection && record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.cite-other", has_selection);
}

/* each text has a buffer of its own */
static void
buffer_cb (ShanhaiSourceView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

  g_signal_connect_object (buffer, "notify::has-selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

void
shanhai_source_view_class_install_citing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "source.cite-new", "s", cite_new_action);
  gtk_widget_class_install_action (widget_class, "source.cite-record", NULL, cite_record_action);
  gtk_widget_class_install_action (widget_class, "source.cite-other", NULL, cite_other_action);
}

/* each text has a buffer of its own */
void
shanhai_source_view_set_up_citing (ShanhaiSourceView *self)
{
  g_signal_connect_object (self->text, "notify::buffer", G_CALLBACK (buffer_cb), self, G_CONNECT_SWAPPED);
}

/* shanhai-citation-card.c - one citation: the figure as printed, its sentence, its source. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-citation-card.h"
#include "shanhai-wording.h"

/* more citations than this are scrolled through, in so many px */
#define MANY 3
#define MAX_HEIGHT 440

struct _ShanhaiCitationCard
{
  GtkWidget  parent_instance;

  GtkLabel  *quote;
  GtkLabel  *excerpt;
  GtkLabel  *title;
  GtkLabel  *imprint;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (ShanhaiCitationCard, shanhai_citation_card, GTK_TYPE_WIDGET)

/* the printed figure, marked as with a highlighter: legible on light and on dark */
static char *
mark_up (const char *text,
         gsize       start,
         gsize       end,
         gsize       quote_start,
         gsize       quote_end)
{
  g_autofree char *before = g_markup_escape_text (text + start, (gssize) (quote_start - start));
  g_autofree char *quote = g_markup_escape_text (text + quote_start, (gssize) (quote_end - quote_start));
  g_autofree char *after = g_markup_escape_text (text + quote_end, (gssize) (end - quote_end));

  return g_strdup_printf ("%s<span weight='bold' background='#fbe6a2' foreground='#2b2200'>%s</span>%s",
                          before, quote, after);
}

/* Outside a Chinese locale, Pango takes Japanese glyphs for Chinese text unless it is told. */
static void
set_language (GtkLabel      *label,
              ShanhaiSource *source)
{
  const char *language = source != NULL ? shanhai_source_get_language (source) : NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (g_strcmp0 (language, "zh") == 0)
    language = "zh-cn";
  if (language == NULL)
    return;
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (language)));
  gtk_label_set_attributes (label, attributes);
}

static void
show (ShanhaiCitationCard   *self,
      ShanhaiCasebook       *casebook,
      ShanhaiRecord         *record,
      const ShanhaiCitation *citation)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  ShanhaiSource *source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, citation->source);
  const char *text = source != NULL ? shanhai_source_get_text (source) : NULL;
  g_autofree char *imprint = NULL;
  g_autofree char *paragraph = NULL;
  gsize start, end, quote_start, quote_end;

  if (citation->quote != NULL)
    gtk_label_set_label (self->quote, citation->quote);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->quote)), citation->quote != NULL);
  set_language (self->quote, source);

  if (shanhai_wording_excerpt (text, citation, &start, &end, &quote_start, &quote_end))
    {
      g_autofree char *markup = mark_up (text, start, end, quote_start, quote_end);

      gtk_label_set_markup (self->excerpt, markup);
      set_language (self->excerpt, source);
    }
  else
    gtk_widget_set_visible (GTK_WIDGET (self->excerpt), FALSE);

  if (source == NULL)
    {
      gtk_label_set_label (self->title, _ ("The source is not in this casebook."));
      gtk_widget_set_visible (GTK_WIDGET (self->imprint), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->open), FALSE);
      return;
    }

  gtk_label_set_label (self->title, shanhai_name_get (shanhai_source_get_title (source), wording.language));
  imprint = shanhai_wording_source (&wording, source);
  if (citation->paragraph > 0)
    paragraph = g_strdup_printf (_ ("paragraph %u"), citation->paragraph);
  {
    g_autofree char *whole = shanhai_wording_join (" · ", (const char *[]) { imprint, paragraph }, 2);

    gtk_label_set_label (self->imprint, whole);
  }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "(ss)", citation->source, shanhai_record_get_id (record));
}

/* the popover around it has done its work when the source opens */
static void
open_cb (ShanhaiCitationCard *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
shanhai_citation_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_citation_card_parent_class)->dispose (object);
}

static void
shanhai_citation_card_class_init (ShanhaiCitationCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_citation_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-citation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitationCard, quote);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitationCard, excerpt);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitationCard, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitationCard, imprint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCitationCard, open);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
shanhai_citation_card_init (ShanhaiCitationCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_citation_card_new (ShanhaiCasebook *casebook,
                           ShanhaiRecord   *record,
                           guint            index)
{
  ShanhaiCitationCard *self = g_object_new (SHANHAI_TYPE_CITATION_CARD, NULL);
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  g_return_val_if_fail (citations != NULL && index < citations->n, GTK_WIDGET (self));

  show (self, casebook, record, &citations->items[index]);
  return GTK_WIDGET (self);
}

GtkWidget *
shanhai_citation_card_new_holder (GtkWidget *content,
                                  guint      n_citations)
{
  GtkWidget *scrolled;

  g_return_val_if_fail (GTK_IS_WIDGET (content), NULL);

  if (n_citations <= MANY)
    return content;

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  return scrolled;
}

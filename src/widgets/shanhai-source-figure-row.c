/* shanhai-source-figure-row.c - one figure of a source in a list: as printed, and what is recorded of it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-figure-row.h"

#include <glib/gi18n.h>

#include "shanhai-pango-language.h"
#include "shanhai-wording.h"

struct _ShanhaiSourceFigureRow
{
  GtkWidget  parent_instance;

  GtkLabel  *type;
  GtkLabel  *quote;
  GtkLabel  *subject;
  GtkLabel  *place;
  GtkWidget *warning;
  GtkLabel  *warning_label;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceFigureRow, shanhai_source_figure_row, GTK_TYPE_WIDGET)

static const char *
get_type_label (ShanhaiRecordType type)
{
  switch (type)
    {
    case SHANHAI_RECORD_PLACE:
      return C_ ("type of record", "Place");
    case SHANHAI_RECORD_PARTY:
      return C_ ("type of record", "Organisation");
    case SHANHAI_RECORD_CASE:
      return C_ ("type of record", "Case");
    case SHANHAI_RECORD_PAIRING:
      return C_ ("type of record", "Pairing");
    case SHANHAI_RECORD_PROGRAMME:
      return C_ ("type of record", "Programme");
    case SHANHAI_RECORD_FLOW:
      return C_ ("type of record", "Funds");
    case SHANHAI_RECORD_EXCHANGE:
      return C_ ("type of record", "People");
    case SHANHAI_RECORD_OBSERVATION:
      return C_ ("type of record", "Indicator");
    case SHANHAI_RECORD_EVENT:
      return C_ ("type of record", "Event");
    case SHANHAI_RECORD_SOURCE:
      return C_ ("type of record", "Source");
    case SHANHAI_RECORD_INDICATOR:
      return C_ ("type of record", "Definition");
    case SHANHAI_RECORD_DECISION:
      return C_ ("type of record", "Decision");
    case SHANHAI_RECORD_OTHER:
      return C_ ("type of record", "Other");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
shanhai_standing_get_warning (ShanhaiStanding standing)
{
  switch (standing)
    {
    case SHANHAI_STANDING_NO_TEXT:
    case SHANHAI_STANDING_FOUND:
      return NULL;
    case SHANHAI_STANDING_NO_PLACE:
      return _ ("Where it stands isn't recorded");
    case SHANHAI_STANDING_MISSING:
      return _ ("Not at this place in the text");
    case SHANHAI_STANDING_CHANGED:
      return _ ("Its paragraph has changed since");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show (ShanhaiSourceFigureRow *self,
      ShanhaiCasebook        *casebook,
      ShanhaiSourceFigure    *figure)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  ShanhaiRecord *record = shanhai_source_figure_get_record (figure);
  const ShanhaiCitation *citation = shanhai_source_figure_get_citation (figure);
  ShanhaiSource *source = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_SOURCE, citation->source);
  const char *quote = citation->quote != NULL ? citation->quote : "";
  const char *type = get_type_label (shanhai_record_get_record_type (record));
  const char *warning = shanhai_standing_get_warning (shanhai_source_figure_get_standing (figure));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *subject = shanhai_wording_subject (&wording, record);
  g_autofree char *period = shanhai_wording_period (&wording, shanhai_record_get_period (record));
  g_autofree char *paragraph = NULL;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  if (shanhai_source_figure_get_paragraph (figure) > 0)
    paragraph = g_strdup_printf (_ ("paragraph %u"), shanhai_source_figure_get_paragraph (figure));
  place = shanhai_wording_join (" · ", (const char *[]) { paragraph, period }, 2);
  name = shanhai_wording_join (", ", (const char *[]) { quote, subject, type, paragraph, period, warning }, 6);
  attributes = shanhai_pango_attributes_new (
    shanhai_pango_language_for_source (source != NULL ? shanhai_source_get_language (source) : NULL));

  gtk_label_set_label (self->type, type);
  gtk_label_set_attributes (self->quote, attributes);
  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->quote), quote);
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
shanhai_source_figure_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_source_figure_row_parent_class)->dispose (object);
}

static void
shanhai_source_figure_row_class_init (ShanhaiSourceFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_source_figure_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-source-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, type);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, quote);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, subject);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, place);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, warning);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, warning_label);
}

static void
shanhai_source_figure_row_init (ShanhaiSourceFigureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_source_figure_row_new (void)
{
  return g_object_new (SHANHAI_TYPE_SOURCE_FIGURE_ROW, NULL);
}

void
shanhai_source_figure_row_set_figure (ShanhaiSourceFigureRow *self,
                                      ShanhaiCasebook        *casebook,
                                      ShanhaiSourceFigure    *figure)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURE_ROW (self));
  g_return_if_fail (figure == NULL || (SHANHAI_IS_SOURCE_FIGURE (figure) && SHANHAI_IS_CASEBOOK (casebook)));

  if (figure != NULL)
    show (self, casebook, figure);
}

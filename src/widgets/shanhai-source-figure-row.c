/* shanhai-source-figure-row.c - one figure of a source in a list: as printed, and what is recorded or proposed of it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A proposal that is selected opens: it shows the record as it would be, and what can be done with it. */

#include "shanhai-config.h"

#include "shanhai-source-figure-row.h"

#include <glib/gi18n.h>

#include "shanhai-figure-details.h"
#include "shanhai-finding-badge.h"
#include "shanhai-pango-language.h"
#include "shanhai-wording.h"

struct _ShanhaiSourceFigureRow
{
  GtkWidget  parent_instance;

  GtkLabel  *type;
  GtkLabel  *quote;
  ShanhaiFindingBadge *badge;  /* of what is recorded */
  GtkLabel  *subject;
  GtkLabel  *place;
  GtkWidget *warning;
  GtkLabel  *warning_label;
  GtkWidget *details;     /* of a proposal that is selected; NULL until it is */
  char      *name;        /* what the row is called, without what the badge says */

  ShanhaiCasebook     *casebook;
  ShanhaiProposals    *proposals;
  ShanhaiSourceFigure *figure;
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

/* (nullable): what is recorded, else what is proposed */
static ShanhaiRecord *
get_record (ShanhaiSourceFigureRow *self)
{
  const guint index = shanhai_source_figure_get_index (self->figure);

  if (shanhai_source_figure_get_state (self->figure) == SHANHAI_MARK_RECORDED || self->proposals == NULL || index == G_MAXUINT)
    return shanhai_source_figure_get_record (self->figure);
  return shanhai_proposals_get_record (self->proposals, index);
}

static char *
name_drafts (ShanhaiSourceFigureRow *self,
             const ShanhaiWording   *wording,
             char                   *text)
{
  g_autofree char *taken = text;

  return self->proposals != NULL ? shanhai_proposals_name_drafts (self->proposals, wording, taken) : g_steal_pointer (&taken);
}

static const char *
get_state_label (ShanhaiMarkState state)
{
  switch (state)
    {
    case SHANHAI_MARK_RECORDED:
      return NULL;
    case SHANHAI_MARK_PROPOSED:
      return C_ ("figure", "proposed");
    case SHANHAI_MARK_IGNORED:
      return C_ ("figure", "ignored");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show_state (ShanhaiSourceFigureRow *self)
{
  static const char * const classes[SHANHAI_N_MARK_STATES] = { "figure-recorded", "figure-proposed", "figure-ignored" };
  const ShanhaiMarkState state = shanhai_source_figure_get_state (self->figure);

  for (guint i = 0; i < SHANHAI_N_MARK_STATES; i++)
    if (i == state)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}

/* @record: what stands in the casebook; a proposal has no findings yet */
static void
show_badge (ShanhaiSourceFigureRow *self,
            ShanhaiRecord          *record)
{
  bool recorded = record != NULL && shanhai_source_figure_get_state (self->figure) == SHANHAI_MARK_RECORDED;
  const char *ids[] = { recorded ? shanhai_record_get_id (record) : NULL, NULL };

  shanhai_finding_badge_show (self->badge, recorded ? self->casebook : NULL, ids);
}

/* with what the mark says: the list has the keyboard, not the mark */
static void
update_name (ShanhaiSourceFigureRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = shanhai_wording_join (", ", (const char *[]) { self->name, shanhai_finding_badge_get_text (self->badge) }, 2);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show (ShanhaiSourceFigureRow *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  ShanhaiRecord *record = get_record (self);
  const ShanhaiCitation *citation = shanhai_source_figure_get_citation (self->figure);
  ShanhaiSource *source = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, citation->source);
  const char *quote = citation->quote != NULL ? citation->quote : "";
  const char *type = record != NULL ? get_type_label (shanhai_record_get_record_type (record)) : "";
  const char *state = get_state_label (shanhai_source_figure_get_state (self->figure));
  const char *warning = shanhai_standing_get_warning (shanhai_source_figure_get_standing (self->figure));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *subject = record != NULL ? name_drafts (self, &wording, shanhai_wording_subject (&wording, record)) : g_strdup ("");
  g_autofree char *period = record != NULL ? shanhai_wording_period (&wording, shanhai_record_get_period (record)) : NULL;
  g_autofree char *paragraph = NULL;
  g_autofree char *place = NULL;
  g_autofree char *kind = NULL;

  if (shanhai_source_figure_get_paragraph (self->figure) > 0)
    paragraph = g_strdup_printf (_ ("paragraph %u"), shanhai_source_figure_get_paragraph (self->figure));
  place = shanhai_wording_join (" · ", (const char *[]) { paragraph, period }, 2);
  kind = shanhai_wording_join (" · ", (const char *[]) { type, state }, 2);
  g_free (self->name);
  self->name = shanhai_wording_join (", ", (const char *[]) { quote, subject, type, state, paragraph, period, warning }, 7);
  attributes = shanhai_pango_attributes_new (
    shanhai_pango_language_for_source (source != NULL ? shanhai_source_get_language (source) : NULL));

  gtk_label_set_label (self->type, kind);
  gtk_label_set_attributes (self->quote, attributes);
  gtk_label_set_label (self->quote, quote);
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  show_state (self);
  show_badge (self, record);
  update_name (self);
}

/* asked when it is needed: a text that is set asks the server where the pointer is, for each row */
static gboolean
tooltip_cb (ShanhaiSourceFigureRow *self,
            int                     x,
            int                     y,
            gboolean                by_keyboard,
            GtkTooltip             *tooltip)
{
  const char *quote = gtk_label_get_label (self->quote);

  if (*quote == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, quote);
  return TRUE;
}

static void
shanhai_source_figure_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SHANHAI_SOURCE_FIGURE_ROW (object)->casebook);
  g_clear_object (&SHANHAI_SOURCE_FIGURE_ROW (object)->proposals);
  g_clear_object (&SHANHAI_SOURCE_FIGURE_ROW (object)->figure);

  G_OBJECT_CLASS (shanhai_source_figure_row_parent_class)->dispose (object);
}

static void
shanhai_source_figure_row_finalize (GObject *object)
{
  g_free (SHANHAI_SOURCE_FIGURE_ROW (object)->name);

  G_OBJECT_CLASS (shanhai_source_figure_row_parent_class)->finalize (object);
}

static void
shanhai_source_figure_row_class_init (ShanhaiSourceFigureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_source_figure_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_source_figure_row_finalize;

  g_type_ensure (SHANHAI_TYPE_FINDING_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-source-figure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, type);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, quote);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, badge);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, subject);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, place);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, warning);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceFigureRow, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_name);
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
                                      ShanhaiProposals       *proposals,
                                      ShanhaiSourceFigure    *figure)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURE_ROW (self));
  g_return_if_fail (figure == NULL || (SHANHAI_IS_SOURCE_FIGURE (figure) && SHANHAI_IS_CASEBOOK (casebook)));

  g_set_object (&self->casebook, casebook);
  g_set_object (&self->proposals, proposals);
  g_set_object (&self->figure, figure);
  if (figure != NULL)
    show (self);
}

void
shanhai_source_figure_row_set_open (ShanhaiSourceFigureRow *self,
                                    bool                    is_open)
{
  bool shown;

  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURE_ROW (self));

  shown = is_open && self->figure != NULL && self->proposals != NULL && shanhai_source_figure_get_index (self->figure) != G_MAXUINT
          && shanhai_source_figure_get_state (self->figure) != SHANHAI_MARK_RECORDED;
  if (shown && self->details == NULL)
    {
      self->details = shanhai_figure_details_new ();
      gtk_widget_set_parent (self->details, GTK_WIDGET (self));
    }
  if (shown)
    shanhai_figure_details_show (SHANHAI_FIGURE_DETAILS (self->details), self->casebook, self->proposals, self->figure);
  if (self->details != NULL)
    gtk_widget_set_visible (self->details, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->place), !shown && *gtk_label_get_label (self->place) != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->subject), !shown);
  if (shown)
    gtk_widget_add_css_class (GTK_WIDGET (self), "figure-open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "figure-open");
}

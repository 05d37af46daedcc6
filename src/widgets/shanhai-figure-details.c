/* shanhai-figure-details.c - a proposal in full: the record as it would be, and what can be done with it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-details.h"

#include <glib/gi18n.h>

#include "shanhai-button-name.h"
#include "shanhai-facts.h"
#include "shanhai-record-columns.h"
#include "shanhai-wording.h"

struct _ShanhaiFigureDetails
{
  GtkWidget  parent_instance;

  GtkGrid   *fields;
  GtkLabel  *second;
  GtkWidget *ignore;
};

G_DEFINE_FINAL_TYPE (ShanhaiFigureDetails, shanhai_figure_details, GTK_TYPE_WIDGET)

static void
shanhai_figure_details_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_figure_details_parent_class)->dispose (object);
}

static void
shanhai_figure_details_class_init (ShanhaiFigureDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_figure_details_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-figure-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFigureDetails, fields);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFigureDetails, second);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFigureDetails, ignore);
}

static void
shanhai_figure_details_init (ShanhaiFigureDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* their texts have the keys in them */
  for (GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_parent (self->ignore)); button != NULL; button = gtk_widget_get_next_sibling (button))
    shanhai_button_keep_name (button);
}

GtkWidget *
shanhai_figure_details_new (void)
{
  return g_object_new (SHANHAI_TYPE_FIGURE_DETAILS, NULL);
}

static void
add_field (ShanhaiFigureDetails *self,
           int                   row,
           const char           *title,
           const char           *text)
{
  GtkLabel *value = shanhai_facts_add (self->fields, row, title, text);

  gtk_label_set_width_chars (value, 12);
  gtk_label_set_max_width_chars (value, 20);
  gtk_widget_set_hexpand (GTK_WIDGET (value), TRUE);
}

void
shanhai_figure_details_show (ShanhaiFigureDetails *self,
                             ShanhaiCasebook      *casebook,
                             ShanhaiProposals     *proposals,
                             ShanhaiSourceFigure  *figure)
{
  ShanhaiWording wording;
  ShanhaiRecord *record, *recorded;
  const ShanhaiField *fields;
  guint n_fields;
  int row = 0;

  g_return_if_fail (SHANHAI_IS_FIGURE_DETAILS (self));

  wording = shanhai_wording_now (casebook);
  record = shanhai_proposals_get_record (proposals, shanhai_source_figure_get_index (figure));
  recorded = shanhai_proposals_get_recorded (proposals, shanhai_source_figure_get_index (figure));

  while (gtk_grid_get_child_at (self->fields, 0, 0) != NULL)
    gtk_grid_remove_row (self->fields, 0);

  fields = shanhai_record_get_fields (record, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      if (fields[i].kind == SHANHAI_FIELD_CITATIONS || !shanhai_field_is_set (&fields[i], record))
        continue;
      words = shanhai_wording_field (&wording, record, &fields[i]);
      text = shanhai_proposals_name_drafts (proposals, &wording, words);
      if (*text != '\0')
        add_field (self, row++, shanhai_record_get_member_title (record, fields[i].member), text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->second), recorded != NULL);
  if (recorded != NULL)
    {
      g_autofree char *words = shanhai_wording_record (&wording, recorded);
      /* Translators: %s is a record in one line */
      g_autofree char *told = g_strdup_printf (_ ("Recorded already: %s. Accepting adds this place as a further source."), words);

      gtk_label_set_label (self->second, told);
    }
  gtk_widget_set_visible (self->ignore, shanhai_source_figure_get_state (figure) == SHANHAI_MARK_PROPOSED);
}

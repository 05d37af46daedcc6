/* shanhai-record-details.c - all that a record says: each of its fields, and its citations. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-citation-card.h"
#include "shanhai-facts.h"
#include "shanhai-record-columns.h"
#include "shanhai-record-details.h"

struct _ShanhaiRecordDetails
{
  GtkWidget  parent_instance;

  GtkLabel  *title;
  GtkGrid   *fields;
  GtkLabel  *citations_title;
  GtkBox    *citations;
};

G_DEFINE_FINAL_TYPE (ShanhaiRecordDetails, shanhai_record_details, GTK_TYPE_WIDGET)

static bool
is_shown_otherwise (ShanhaiRecord      *record,
                    const ShanhaiField *field)
{
  if (field->kind == SHANHAI_FIELD_CITATIONS || g_str_equal (field->member, "case"))
    return true;
  /* the heading says it */
  return shanhai_record_get_title (record) != NULL
         && (g_str_equal (field->member, "title") || g_str_equal (field->member, "name"));
}

static void
add_field (ShanhaiRecordDetails *self,
           int                   row,
           const char           *title,
           const char           *text,
           bool                  figure)
{
  GtkLabel *value = shanhai_facts_add (self->fields, row, title, text);

  gtk_label_set_max_width_chars (value, 40);
  gtk_label_set_selectable (value, TRUE);
  /* else the first value takes the focus and shows itself selected; a label that is merely not focusable stops Tab */
  gtk_widget_set_can_focus (GTK_WIDGET (value), FALSE);
  if (figure)
    gtk_widget_add_css_class (GTK_WIDGET (value), "figure");
}

static void
show (ShanhaiRecordDetails *self,
      ShanhaiCasebook      *casebook,
      ShanhaiRecord        *record)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);
  g_autofree char *title = shanhai_wording_subject (&wording, record);
  const ShanhaiField *fields;
  guint n_fields, n_citations = citations != NULL ? citations->n : 0;
  int row = 0;

  gtk_label_set_label (self->title, title);

  fields = shanhai_record_get_fields (record, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (is_shown_otherwise (record, &fields[i]) || !shanhai_field_is_set (&fields[i], record))
        continue;
      text = shanhai_wording_field (&wording, record, &fields[i]);
      if (*text != '\0')
        add_field (self, row++, shanhai_record_get_member_title (record, fields[i].member), text,
                   fields[i].kind == SHANHAI_FIELD_QUANTITY);
    }

  for (guint i = 0; i < n_citations; i++)
    gtk_box_append (self->citations, shanhai_citation_card_new (casebook, record, i));
  if (n_citations == 0)
    gtk_label_set_label (self->citations_title, _ ("No source is recorded"));
}

static void
shanhai_record_details_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_record_details_parent_class)->dispose (object);
}

static void
shanhai_record_details_class_init (ShanhaiRecordDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_record_details_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-record-details.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordDetails, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordDetails, fields);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordDetails, citations_title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordDetails, citations);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
shanhai_record_details_init (ShanhaiRecordDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_record_details_new (ShanhaiCasebook *casebook,
                            ShanhaiRecord   *record)
{
  ShanhaiRecordDetails *self = g_object_new (SHANHAI_TYPE_RECORD_DETAILS, NULL);

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), GTK_WIDGET (self));
  g_return_val_if_fail (SHANHAI_IS_RECORD (record), GTK_WIDGET (self));

  show (self, casebook, record);
  return GTK_WIDGET (self);
}

GtkWidget *
shanhai_record_details_new_popover (ShanhaiCasebook *casebook,
                                    ShanhaiRecord   *record)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover),
                         shanhai_citation_card_new_holder (shanhai_record_details_new (casebook, record),
                                                           citations != NULL ? citations->n : 0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Details"), -1);
  return popover;
}

/* shanhai-citation-button.c - the mark ❝ beside a figure: shows where it was printed. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-citation-button.h"
#include "shanhai-citation-card.h"
#include "shanhai-wording.h"

struct _ShanhaiCitationButton
{
  GtkButton         parent_instance;

  ShanhaiCasebook  *casebook;
  ShanhaiRecord    *record;
  GtkWidget        *popover;   /* only while it is open */
  guint             drop_id;
};

G_DEFINE_FINAL_TYPE (ShanhaiCitationButton, shanhai_citation_button, GTK_TYPE_BUTTON)

typedef enum { PROP_CASEBOOK = 1, PROP_RECORD } ShanhaiCitationButtonProperty;
static GParamSpec *props[PROP_RECORD + 1];

static gboolean
drop_cb (gpointer data)
{
  ShanhaiCitationButton *self = data;

  self->drop_id = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Not from inside the signal: the popover is still on its way out, and its button may be activating an action. */
static void
closed_cb (ShanhaiCitationButton *self)
{
  if (self->drop_id == 0)
    self->drop_id = g_idle_add (drop_cb, self);
}

static void
drop_popover (ShanhaiCitationButton *self)
{
  g_clear_handle_id (&self->drop_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static GtkWidget *
new_popover (ShanhaiCitationButton *self)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (self->record);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint i = 0; i < citations->n; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), shanhai_citation_card_new (self->casebook, self->record, i));
    }
  gtk_popover_set_child (GTK_POPOVER (popover), shanhai_citation_card_new_holder (box, citations->n));
  gtk_widget_add_css_class (popover, "citation-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where it was printed"), -1);
  return popover;
}

static void
update (ShanhaiCitationButton *self)
{
  const ShanhaiCitations *citations = self->record != NULL ? shanhai_record_get_citations (self->record) : NULL;
  guint n = citations != NULL ? citations->n : 0;
  const char *tooltip = n > 0 ? _ ("Where it was printed") : _ ("No source is recorded");

  gtk_widget_set_sensitive (GTK_WIDGET (self), n > 0);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), tooltip) != 0)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }
}

static void
shanhai_citation_button_clicked (GtkButton *button)
{
  shanhai_citation_button_popup (SHANHAI_CITATION_BUTTON (button));
}

static void
shanhai_citation_button_dispose (GObject *object)
{
  ShanhaiCitationButton *self = SHANHAI_CITATION_BUTTON (object);

  drop_popover (self);
  g_clear_object (&self->casebook);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (shanhai_citation_button_parent_class)->dispose (object);
}

static void
shanhai_citation_button_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ShanhaiCitationButton *self = SHANHAI_CITATION_BUTTON (object);

  switch ((ShanhaiCitationButtonProperty) prop_id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_citation_button_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ShanhaiCitationButton *self = SHANHAI_CITATION_BUTTON (object);

  switch ((ShanhaiCitationButtonProperty) prop_id)
    {
    case PROP_CASEBOOK:
      shanhai_citation_button_set_casebook (self, g_value_get_object (value));
      break;
    case PROP_RECORD:
      shanhai_citation_button_set_record (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_citation_button_class_init (ShanhaiCitationButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_citation_button_dispose;
  object_class->get_property = shanhai_citation_button_get_property;
  object_class->set_property = shanhai_citation_button_set_property;
  GTK_BUTTON_CLASS (klass)->clicked = shanhai_citation_button_clicked;

  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SHANHAI_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_citation_button_init (ShanhaiCitationButton *self)
{
  gtk_button_set_icon_name (GTK_BUTTON (self), "shanhai-citation-symbolic");
  gtk_button_set_has_frame (GTK_BUTTON (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "citation-button");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update (self);
}

GtkWidget *
shanhai_citation_button_new (void)
{
  return g_object_new (SHANHAI_TYPE_CITATION_BUTTON, NULL);
}

ShanhaiCasebook *
shanhai_citation_button_get_casebook (ShanhaiCitationButton *self)
{
  g_return_val_if_fail (SHANHAI_IS_CITATION_BUTTON (self), NULL);

  return self->casebook;
}

void
shanhai_citation_button_set_casebook (ShanhaiCitationButton *self,
                                      ShanhaiCasebook       *casebook)
{
  g_return_if_fail (SHANHAI_IS_CITATION_BUTTON (self));

  if (!g_set_object (&self->casebook, casebook))
    return;
  drop_popover (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASEBOOK]);
}

ShanhaiRecord *
shanhai_citation_button_get_record (ShanhaiCitationButton *self)
{
  g_return_val_if_fail (SHANHAI_IS_CITATION_BUTTON (self), NULL);

  return self->record;
}

void
shanhai_citation_button_set_record (ShanhaiCitationButton *self,
                                    ShanhaiRecord         *record)
{
  g_return_if_fail (SHANHAI_IS_CITATION_BUTTON (self));

  if (self->record == record)
    {
      /* its citations may be others now */
      update (self);
      return;
    }
  g_set_object (&self->record, record);
  drop_popover (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

void
shanhai_citation_button_popup (ShanhaiCitationButton *self)
{
  const ShanhaiCitations *citations;

  g_return_if_fail (SHANHAI_IS_CITATION_BUTTON (self));

  citations = self->record != NULL ? shanhai_record_get_citations (self->record) : NULL;
  if (citations == NULL || citations->n == 0)
    return;

  drop_popover (self);
  self->popover = new_popover (self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

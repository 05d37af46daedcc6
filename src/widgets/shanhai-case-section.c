/* shanhai-case-section.c - what the pages of a case have in common. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-case-section.h"

#include "shanhai-display.h"

typedef struct
{
  ShanhaiCasebook *casebook;
  ShanhaiCase     *record;
  GSignalGroup    *casebook_signals;
  guint            refresh_id;
} ShanhaiCaseSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ShanhaiCaseSection, shanhai_case_section, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiCaseSection *self = data;
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);
  ShanhaiCaseSectionClass *klass = SHANHAI_CASE_SECTION_GET_CLASS (self);

  priv->refresh_id = 0;
  if (priv->record != NULL && klass->refresh != NULL)
    klass->refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiCaseSection *self)
{
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);

  if (priv->refresh_id == 0)
    priv->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static void
shanhai_case_section_dispose (GObject *object)
{
  ShanhaiCaseSection *self = SHANHAI_CASE_SECTION (object);
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);
  GtkWidget *child;

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->casebook_signals);
  g_clear_object (&priv->casebook);
  g_clear_object (&priv->record);

  G_OBJECT_CLASS (shanhai_case_section_parent_class)->dispose (object);
}

static void
shanhai_case_section_class_init (ShanhaiCaseSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_case_section_dispose;

  /**
   * ShanhaiCaseSection::changed:
   *
   * shanhai_case_section_get_figure() gives another figure.
   */
  signals[CHANGED] = g_signal_new ("changed", SHANHAI_TYPE_CASE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
shanhai_case_section_init (ShanhaiCaseSection *self)
{
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);

  priv->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (priv->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

ShanhaiCasebook *
shanhai_case_section_get_casebook (ShanhaiCaseSection *self)
{
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);

  g_return_val_if_fail (SHANHAI_IS_CASE_SECTION (self), NULL);

  return priv->casebook;
}

ShanhaiCase *
shanhai_case_section_get_case (ShanhaiCaseSection *self)
{
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);

  g_return_val_if_fail (SHANHAI_IS_CASE_SECTION (self), NULL);

  return priv->record;
}

const char *
shanhai_case_section_get_case_id (ShanhaiCaseSection *self)
{
  ShanhaiCase *record = shanhai_case_section_get_case (self);

  return record != NULL ? shanhai_record_get_id (SHANHAI_RECORD (record)) : NULL;
}

GListModel *
shanhai_case_section_list (ShanhaiCaseSection *self,
                           ShanhaiRecordType   type)
{
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);

  g_return_val_if_fail (SHANHAI_IS_CASE_SECTION (self), NULL);

  if (priv->record == NULL)
    return NULL;
  return shanhai_casebook_list_case (priv->casebook, type, shanhai_record_get_id (SHANHAI_RECORD (priv->record)));
}

ShanhaiWording
shanhai_case_section_get_wording (ShanhaiCaseSection *self)
{
  return shanhai_wording_now (shanhai_case_section_get_casebook (self));
}

void
shanhai_case_section_set_case (ShanhaiCaseSection *self,
                               ShanhaiCasebook    *casebook,
                               ShanhaiCase        *record)
{
  ShanhaiCaseSectionPrivate *priv = shanhai_case_section_get_instance_private (self);
  ShanhaiCaseSectionClass *klass;

  g_return_if_fail (SHANHAI_IS_CASE_SECTION (self));
  g_return_if_fail ((casebook == NULL) == (record == NULL));

  if (priv->casebook == casebook && priv->record == record)
    return;

  g_set_object (&priv->casebook, casebook);
  g_set_object (&priv->record, record);
  g_signal_group_set_target (priv->casebook_signals, casebook);
  klass = SHANHAI_CASE_SECTION_GET_CLASS (self);
  if (klass->load != NULL)
    klass->load (self);
  shanhai_case_section_changed (self);
}

void
shanhai_case_section_changed (ShanhaiCaseSection *self)
{
  g_return_if_fail (SHANHAI_IS_CASE_SECTION (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

ShanhaiFigure *
shanhai_case_section_get_figure (ShanhaiCaseSection *self)
{
  ShanhaiCaseSectionClass *klass;

  g_return_val_if_fail (SHANHAI_IS_CASE_SECTION (self), NULL);

  klass = SHANHAI_CASE_SECTION_GET_CLASS (self);
  return klass->get_figure != NULL ? klass->get_figure (self) : NULL;
}

bool
shanhai_case_section_show_record (ShanhaiCaseSection *self,
                                  const char         *id)
{
  ShanhaiCaseSectionClass *klass;

  g_return_val_if_fail (SHANHAI_IS_CASE_SECTION (self), false);

  klass = SHANHAI_CASE_SECTION_GET_CLASS (self);
  return klass->show_record != NULL && klass->show_record (self, id);
}

bool
shanhai_case_section_copy (ShanhaiCaseSection *self)
{
  ShanhaiCaseSectionClass *klass;

  g_return_val_if_fail (SHANHAI_IS_CASE_SECTION (self), false);

  klass = SHANHAI_CASE_SECTION_GET_CLASS (self);
  return klass->copy != NULL && klass->copy (self);
}

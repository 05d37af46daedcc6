/* shanhai-timeline-page.c - what happened when: events and what lasted. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events, and of the programmes, exchanges and pairings those whose time is told, in one list by date. */

#include "shanhai-timeline-page.h"

#include "shanhai-record-table.h"

struct _ShanhaiTimelinePage
{
  ShanhaiCaseSection  parent_instance;

  ShanhaiRecordTable *table;
};

G_DEFINE_FINAL_TYPE (ShanhaiTimelinePage, shanhai_timeline_page, SHANHAI_TYPE_CASE_SECTION)

static const ShanhaiRecordType lasting[] = { SHANHAI_RECORD_PROGRAMME, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_PAIRING };

static gboolean
is_dated (gpointer item,
          gpointer data)
{
  return shanhai_record_get_period (item) != NULL;
}

/* (transfer full) */
static GListModel *
new_model (ShanhaiCaseSection *section)
{
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) events = shanhai_case_section_list (section, SHANHAI_RECORD_EVENT);

  g_list_store_append (models, events);
  for (guint i = 0; i < G_N_ELEMENTS (lasting); i++)
    {
      GListModel *list = shanhai_case_section_list (section, lasting[i]);
      g_autoptr (GtkFilterListModel) dated = gtk_filter_list_model_new (list, GTK_FILTER (gtk_custom_filter_new (is_dated, NULL, NULL)));

      g_list_store_append (models, dated);
    }
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
}

static void
shanhai_timeline_page_load (ShanhaiCaseSection *section)
{
  ShanhaiTimelinePage *self = SHANHAI_TIMELINE_PAGE (section);
  g_autoptr (GListModel) model = shanhai_case_section_get_case (section) != NULL ? new_model (section) : NULL;

  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_model (self->table, model);
}

static bool
shanhai_timeline_page_show_record (ShanhaiCaseSection *section,
                                   const char         *id)
{
  ShanhaiTimelinePage *self = SHANHAI_TIMELINE_PAGE (section);

  if (!shanhai_record_table_has (self->table, id))
    return false;
  shanhai_record_table_set_selected (self->table, id);
  return true;
}

static bool
shanhai_timeline_page_copy (ShanhaiCaseSection *section)
{
  return shanhai_record_table_copy (SHANHAI_TIMELINE_PAGE (section)->table, false);
}

static void
shanhai_timeline_page_class_init (ShanhaiTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  section_class->load = shanhai_timeline_page_load;
  section_class->show_record = shanhai_timeline_page_show_record;
  section_class->copy = shanhai_timeline_page_copy;

  g_type_ensure (SHANHAI_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiTimelinePage, table);
}

static void
shanhai_timeline_page_init (ShanhaiTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_timeline_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_TIMELINE_PAGE, NULL);
}

/* shanhai-people-page.c - who was sent, trained or employed, in which direction. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-people-page.h"

#include "shanhai-empty-state.h"
#include "shanhai-people-bars.h"
#include "shanhai-record-table.h"
#include "shanhai-split.h"

struct _ShanhaiPeoplePage
{
  ShanhaiCaseSection  parent_instance;

  GListModel         *exchanges;
  gulong              exchanges_handler;

  GtkStack           *stack;
  ShanhaiPeopleBars  *bars;
  ShanhaiRecordTable *table;
};

G_DEFINE_FINAL_TYPE (ShanhaiPeoplePage, shanhai_people_page, SHANHAI_TYPE_CASE_SECTION)

static void
fill (ShanhaiPeoplePage *self)
{
  ShanhaiWording wording = shanhai_case_section_get_wording (SHANHAI_CASE_SECTION (self));

  shanhai_people_bars_show (self->bars, &wording, self->exchanges);
  gtk_stack_set_visible_child_name (self->stack, self->exchanges != NULL && g_list_model_get_n_items (self->exchanges) > 0
                                                   ? "views" : "empty");
}

static void
shanhai_people_page_load (ShanhaiCaseSection *section)
{
  ShanhaiPeoplePage *self = SHANHAI_PEOPLE_PAGE (section);

  if (self->exchanges != NULL)
    g_clear_signal_handler (&self->exchanges_handler, self->exchanges);
  g_clear_object (&self->exchanges);
  self->exchanges = shanhai_case_section_list (section, SHANHAI_RECORD_EXCHANGE);
  if (self->exchanges != NULL)
    self->exchanges_handler = g_signal_connect_swapped (self->exchanges, "items-changed", G_CALLBACK (fill), self);
  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_case_id (self->table, shanhai_case_section_get_case_id (section));
  shanhai_record_table_set_model (self->table, self->exchanges);
  fill (self);
}

static void
shanhai_people_page_refresh (ShanhaiCaseSection *section)
{
  fill (SHANHAI_PEOPLE_PAGE (section));
}

static bool
shanhai_people_page_show_record (ShanhaiCaseSection *section,
                                 const char         *id)
{
  ShanhaiPeoplePage *self = SHANHAI_PEOPLE_PAGE (section);

  if (!shanhai_record_table_has (self->table, id))
    return false;
  shanhai_record_table_set_selected (self->table, id);
  return true;
}

static bool
shanhai_people_page_copy (ShanhaiCaseSection *section)
{
  return shanhai_record_table_copy (SHANHAI_PEOPLE_PAGE (section)->table, false);
}

static void
shanhai_people_page_dispose (GObject *object)
{
  ShanhaiPeoplePage *self = SHANHAI_PEOPLE_PAGE (object);

  if (self->exchanges != NULL)
    g_clear_signal_handler (&self->exchanges_handler, self->exchanges);
  g_clear_object (&self->exchanges);

  G_OBJECT_CLASS (shanhai_people_page_parent_class)->dispose (object);
}

static void
shanhai_people_page_class_init (ShanhaiPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_people_page_dispose;
  section_class->load = shanhai_people_page_load;
  section_class->refresh = shanhai_people_page_refresh;
  section_class->show_record = shanhai_people_page_show_record;
  section_class->copy = shanhai_people_page_copy;

  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_PEOPLE_BARS);
  g_type_ensure (SHANHAI_TYPE_RECORD_TABLE);
  g_type_ensure (SHANHAI_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPeoplePage, bars);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiPeoplePage, table);
}

static void
shanhai_people_page_init (ShanhaiPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_people_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_PEOPLE_PAGE, NULL);
}

/* shanhai-timeline-page.c - what happened when: events and what lasted. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events, and of the programmes, exchanges and pairings those whose time is told, in one list by date. */

#include "shanhai-timeline-page.h"

#include "shanhai-record-table.h"

struct _ShanhaiTimelinePage
{
  ShanhaiCaseSection  parent_instance;

  GPtrArray          *lists;   /* (nullable): of GListModel, live: what the model is made of, whether its time is told or not */
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

/* (transfer full): also puts down its parts */
static GListModel *
new_model (ShanhaiTimelinePage *self)
{
  ShanhaiCaseSection *section = SHANHAI_CASE_SECTION (self);
  GListStore *models = g_list_store_new (G_TYPE_LIST_MODEL);

  self->lists = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->lists, shanhai_case_section_list (section, SHANHAI_RECORD_EVENT));
  g_list_store_append (models, g_ptr_array_index (self->lists, 0));
  for (guint i = 0; i < G_N_ELEMENTS (lasting); i++)
    {
      GListModel *list = shanhai_case_section_list (section, lasting[i]);
      g_autoptr (GtkFilterListModel) dated = gtk_filter_list_model_new (g_object_ref (list), GTK_FILTER (gtk_custom_filter_new (is_dated, NULL, NULL)));

      g_ptr_array_add (self->lists, list);
      g_list_store_append (models, dated);
    }
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (models)));
}

static void
stretch (GListModel *list,
         int        *from,
         int        *to)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (list, i);
      const ShanhaiPeriod *period = shanhai_record_get_period (record);

      if (period == NULL)
        continue;
      if (!shanhai_period_is_open_start (period))
        *from = MIN (*from, shanhai_period_get_first_year (period));
      *to = MAX (*to, shanhai_period_get_year (period));
    }
}

/* whole years, from the first to the last that is told */
static void
set_range (ShanhaiTimelinePage *self)
{
  int from = G_MAXINT, to = G_MININT;
  g_autofree char *text = NULL;
  g_autoptr (ShanhaiPeriod) years = NULL;
  g_autofree char *heading = NULL;

  for (guint i = 0; self->lists != NULL && i < self->lists->len; i++)
    stretch (g_ptr_array_index (self->lists, i), &from, &to);
  from = MIN (from, to);
  if (to == G_MININT || from < 0 || to > 9999)
    return;

  text = from == to ? g_strdup_printf ("%04d", from) : g_strdup_printf ("%04d/%04d", from, to);
  years = shanhai_period_parse (text, NULL);
  heading = from == to ? g_strdup_printf ("%d", from) : g_strdup_printf ("%d–%d", from, to);
  if (years != NULL)
    shanhai_record_table_set_range (self->table, shanhai_period_get_first_day (years),
                                    shanhai_period_get_last_day (years), heading);
}

static void
shanhai_timeline_page_load (ShanhaiCaseSection *section)
{
  ShanhaiTimelinePage *self = SHANHAI_TIMELINE_PAGE (section);
  g_autoptr (GListModel) model = NULL;

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  if (shanhai_case_section_get_case (section) != NULL)
    model = new_model (self);
  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_case_id (self->table, shanhai_case_section_get_case_id (section));
  set_range (self);
  shanhai_record_table_set_model (self->table, model);
}

static void
shanhai_timeline_page_refresh (ShanhaiCaseSection *section)
{
  set_range (SHANHAI_TIMELINE_PAGE (section));
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
shanhai_timeline_page_dispose (GObject *object)
{
  g_clear_pointer (&SHANHAI_TIMELINE_PAGE (object)->lists, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_timeline_page_parent_class)->dispose (object);
}

static void
shanhai_timeline_page_class_init (ShanhaiTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_timeline_page_dispose;
  section_class->load = shanhai_timeline_page_load;
  section_class->refresh = shanhai_timeline_page_refresh;
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

/* shanhai-programmes-page.c - what was done, by sector, and what came of it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-programmes-page.h"

#include "shanhai-programme-tree.h"
#include "shanhai-record-table.h"

/* rows that take longer than a frame to be put in order */
#define MANY 1000

struct _ShanhaiProgrammesPage
{
  ShanhaiCaseSection    parent_instance;

  ShanhaiProgrammeTree *tree;
  guint                 rows_id;  /* the table is to get the tree's rows */
  ShanhaiRecordTable   *table;
};

G_DEFINE_FINAL_TYPE (ShanhaiProgrammesPage, shanhai_programmes_page, SHANHAI_TYPE_CASE_SECTION)

static void
shanhai_programmes_page_refresh (ShanhaiCaseSection *section)
{
  ShanhaiProgrammesPage *self = SHANHAI_PROGRAMMES_PAGE (section);
  ShanhaiWording wording = shanhai_case_section_get_wording (section);
  ShanhaiCase *record = shanhai_case_section_get_case (section);

  shanhai_programme_tree_update (self->tree, &wording,
                                 record != NULL ? shanhai_record_get_id (SHANHAI_RECORD (record)) : NULL);
}

static void
show_rows (ShanhaiProgrammesPage *self)
{
  g_clear_handle_id (&self->rows_id, g_source_remove);
  if (self->tree == NULL)
    return;
  shanhai_record_table_set_model (self->table, shanhai_programme_tree_get_model (self->tree));
  gtk_widget_set_visible (GTK_WIDGET (self->table), TRUE);
}

static gboolean
rows_cb (gpointer data)
{
  ShanhaiProgrammesPage *self = data;

  self->rows_id = 0;
  show_rows (self);
  return G_SOURCE_REMOVE;
}

static void
shanhai_programmes_page_load (ShanhaiCaseSection *section)
{
  ShanhaiProgrammesPage *self = SHANHAI_PROGRAMMES_PAGE (section);

  g_clear_object (&self->tree);
  self->tree = shanhai_programme_tree_new ();
  shanhai_programmes_page_refresh (section);
  shanhai_record_table_set_selected (self->table, NULL);
  shanhai_record_table_set_casebook (self->table, shanhai_case_section_get_casebook (section));
  shanhai_record_table_set_case_id (self->table, shanhai_case_section_get_case_id (section));
  if (g_list_model_get_n_items (shanhai_programme_tree_get_model (self->tree)) <= MANY)
    {
      show_rows (self);
      return;
    }
  /* A tree of thousands of programmes is one thing, its rows in order another: between them the page itself is shown, and not a table that says that there is
   * nothing. */
  gtk_widget_set_visible (GTK_WIDGET (self->table), FALSE);
  shanhai_record_table_set_model (self->table, NULL);
  if (self->rows_id == 0)
    self->rows_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, rows_cb, self, NULL);
}

static bool
shanhai_programmes_page_show_record (ShanhaiCaseSection *section,
                                     const char         *id)
{
  ShanhaiProgrammesPage *self = SHANHAI_PROGRAMMES_PAGE (section);

  show_rows (self);
  if (!shanhai_record_table_has (self->table, id))
    return false;
  shanhai_record_table_set_selected (self->table, id);
  return true;
}

static bool
shanhai_programmes_page_copy (ShanhaiCaseSection *section)
{
  show_rows (SHANHAI_PROGRAMMES_PAGE (section));
  return shanhai_record_table_copy (SHANHAI_PROGRAMMES_PAGE (section)->table, false);
}

static void
shanhai_programmes_page_dispose (GObject *object)
{
  ShanhaiProgrammesPage *self = SHANHAI_PROGRAMMES_PAGE (object);

  g_clear_handle_id (&self->rows_id, g_source_remove);
  /* its rows ask the tree for their children */
  if (self->table != NULL)
    shanhai_record_table_set_model (self->table, NULL);
  self->table = NULL;
  g_clear_object (&self->tree);

  G_OBJECT_CLASS (shanhai_programmes_page_parent_class)->dispose (object);
}

static void
shanhai_programmes_page_class_init (ShanhaiProgrammesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ShanhaiCaseSectionClass *section_class = SHANHAI_CASE_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_programmes_page_dispose;
  section_class->load = shanhai_programmes_page_load;
  section_class->refresh = shanhai_programmes_page_refresh;
  section_class->show_record = shanhai_programmes_page_show_record;
  section_class->copy = shanhai_programmes_page_copy;

  g_type_ensure (SHANHAI_TYPE_RECORD_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-programmes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiProgrammesPage, table);
}

static void
shanhai_programmes_page_init (ShanhaiProgrammesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_programmes_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_PROGRAMMES_PAGE, NULL);
}

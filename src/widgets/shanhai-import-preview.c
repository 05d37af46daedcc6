/* shanhai-import-preview.c - the first rows of a table, and what their cells are read as. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-import-preview.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-import-columns.h"

#define PREVIEW_ROWS 12
#define PREVIEW_COLUMNS 60
#define CELL_CHARS 24

struct _ShanhaiImportPreview
{
  GtkWidget                  parent_instance;

  ShanhaiCasebook           *casebook;
  const ShanhaiTable        *table;
  const ShanhaiTableMapping *mapping;
  ShanhaiTableNames         *names;      /* of the readings */
  guint                      first_row;

  GtkScrolledWindow         *scroller;
  GtkGrid                   *grid;
};

G_DEFINE_FINAL_TYPE (ShanhaiImportPreview, shanhai_import_preview, GTK_TYPE_WIDGET)

enum { TARGET_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static ShanhaiLanguage
get_language (void)
{
  return shanhai_display_get_language (shanhai_display_get_default ());
}

static void
target_cb (ShanhaiImportPreview *self,
           GParamSpec           *pspec,
           GtkDropDown          *choice)
{
  const char *target = shanhai_import_columns_get_target (choice);

  if (target != NULL)
    g_signal_emit (self, signals[TARGET_CHANGED], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "column")), target);
}

static const char *
find_problem (const ShanhaiTableImport *import,
              guint                     row,
              guint                     column)
{
  for (guint i = 0; import != NULL && i < import->problems->len; i++)
    {
      const ShanhaiTableProblem *problem = import->problems->pdata[i];

      if (problem->row == row && (problem->column == (int) column || (problem->column < 0 && column == 0)))
        return problem->message;
    }

  return NULL;
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* the cell as it stands, and below it what it is read as, or what is wrong with it */
static GtkWidget *
new_cell (ShanhaiImportPreview     *self,
          const ShanhaiTableImport *import,
          guint                     row,
          guint                     column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *cell = shanhai_table_get_cell (self->table, row, column);
  const char *problem = find_problem (import, row, column);
  g_autofree char *reading = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_add_css_class (box, "table-cell");
  gtk_box_append (GTK_BOX (box), new_label (cell, NULL));
  if (self->mapping != NULL && row > self->mapping->header_row && problem == NULL)
    reading = shanhai_table_read_cell (self->casebook, self->names, self->table, self->mapping, row, column, get_language (), &error);
  if (problem != NULL)
    {
      gtk_box_append (GTK_BOX (box), new_label (problem, "error"));
      gtk_widget_add_css_class (box, "bad");
      gtk_widget_set_tooltip_text (box, problem);
    }
  else if (self->mapping != NULL)
    {
      GtkWidget *label = new_label (reading != NULL ? reading : "", "secondary");

      gtk_widget_add_css_class (label, "small");
      gtk_box_append (GTK_BOX (box), label);
      if (reading != NULL && *reading != '\0')
        gtk_widget_set_tooltip_text (box, reading);
    }

  return box;
}

static GtkWidget *
new_header (ShanhaiImportPreview *self,
            guint                 column)
{
  const guint header_row = self->mapping != NULL ? self->mapping->header_row : 0;
  const char *heading = shanhai_table_get_cell (self->table, header_row, column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *letters = shanhai_table_column_name (column);
  GtkWidget *choice;

  gtk_widget_add_css_class (box, "table-cell");
  gtk_widget_add_css_class (box, "table-heading");
  gtk_box_append (GTK_BOX (box), new_label (*heading != '\0' ? heading : letters, "heading"));
  if (self->mapping == NULL)
    return box;

  choice = shanhai_import_columns_new_choice (self->mapping, column, self->casebook, get_language ());
  /* Translators: of a choice: what the column of that heading becomes */
  {
    g_autofree char *label = g_strdup_printf (_("What “%s” becomes"), *heading != '\0' ? heading : letters);

    gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  }
  g_object_set_data (G_OBJECT (choice), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (target_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), choice);

  return box;
}

static void
clear (ShanhaiImportPreview *self,
       int                   first_row)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      int column, row, width, height;

      gtk_grid_query_child (self->grid, child, &column, &row, &width, &height);
      if (row >= first_row)
        gtk_grid_remove (self->grid, child);
      child = next;
    }
}

static void
fill_headers (ShanhaiImportPreview *self)
{
  for (guint c = 0; c < MIN (shanhai_table_get_n_columns (self->table), PREVIEW_COLUMNS); c++)
    gtk_grid_attach (self->grid, new_header (self, c), (int) c + 1, 0, 1, 1);
}

void
shanhai_import_preview_set_table (ShanhaiImportPreview      *self,
                                  ShanhaiCasebook           *casebook,
                                  const ShanhaiTable        *table,
                                  const ShanhaiTableMapping *mapping)
{
  g_return_if_fail (SHANHAI_IS_IMPORT_PREVIEW (self));
  g_return_if_fail (table == NULL || casebook != NULL);

  self->casebook = casebook;
  self->table = table;
  self->mapping = mapping;
  self->first_row = mapping != NULL ? mapping->header_row + 1 : 1;
  clear (self, 0);
  if (table == NULL)
    return;

  fill_headers (self);
  shanhai_import_preview_update (self, NULL);
}

void
shanhai_import_preview_update (ShanhaiImportPreview     *self,
                               const ShanhaiTableImport *import)
{
  guint end;

  g_return_if_fail (SHANHAI_IS_IMPORT_PREVIEW (self));

  clear (self, 1);
  if (self->table == NULL)
    return;

  g_clear_pointer (&self->names, shanhai_table_names_free);
  self->names = shanhai_table_names_new (self->casebook);
  end = MIN (shanhai_table_get_n_rows (self->table), self->first_row + PREVIEW_ROWS);
  for (guint row = self->first_row; row < end; row++)
    {
      g_autofree char *number = g_strdup_printf ("%u", row + 1);
      GtkWidget *label = new_label (number, "secondary");

      gtk_widget_add_css_class (label, "table-cell");
      gtk_grid_attach (self->grid, label, 0, (int) (row - self->first_row) + 1, 1, 1);
      for (guint c = 0; c < MIN (shanhai_table_get_n_columns (self->table), PREVIEW_COLUMNS); c++)
        gtk_grid_attach (self->grid, new_cell (self, import, row, c), (int) c + 1, (int) (row - self->first_row) + 1, 1, 1);
    }
}

void
shanhai_import_preview_show_cell (ShanhaiImportPreview     *self,
                                  const ShanhaiTableImport *import,
                                  guint                     row,
                                  int                       column)
{
  GtkWidget *cell;
  graphene_rect_t bounds;

  g_return_if_fail (SHANHAI_IS_IMPORT_PREVIEW (self));

  if (row < self->first_row || row >= self->first_row + PREVIEW_ROWS)
    self->first_row = row > 2 ? row - 2 : 0;
  shanhai_import_preview_update (self, import);

  cell = gtk_grid_get_child_at (self->grid, MAX (column, 0) + 1, (int) (row - self->first_row) + 1);
  if (cell == NULL)
    return;
  gtk_widget_add_css_class (cell, "chosen");
  if (gtk_widget_compute_bounds (cell, GTK_WIDGET (self->grid), &bounds))
    {
      GtkAdjustment *x = gtk_scrolled_window_get_hadjustment (self->scroller);
      GtkAdjustment *y = gtk_scrolled_window_get_vadjustment (self->scroller);

      gtk_adjustment_clamp_page (x, bounds.origin.x, bounds.origin.x + bounds.size.width);
      gtk_adjustment_clamp_page (y, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }
}

static void
shanhai_import_preview_dispose (GObject *object)
{
  ShanhaiImportPreview *self = SHANHAI_IMPORT_PREVIEW (object);

  g_clear_pointer (&self->names, shanhai_table_names_free);
  g_clear_pointer ((GtkWidget **) &self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (shanhai_import_preview_parent_class)->dispose (object);
}

static void
shanhai_import_preview_class_init (ShanhaiImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_import_preview_dispose;

  signals[TARGET_CHANGED] = g_signal_new ("target-changed", SHANHAI_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportPreview, grid);
}

static void
shanhai_import_preview_init (ShanhaiImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

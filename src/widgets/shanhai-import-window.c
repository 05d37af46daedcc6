/* shanhai-import-window.c - a table on its way into the casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes → table → mapping → import. Each change of a choice begins at its own step: another encoding reads the bytes again, another type
 * guesses again, another column only tries again. Reading and trying run in threads; what is overtaken is cancelled. */

#include "shanhai-config.h"

#include "shanhai-import-window.h"

#include <glib/gi18n.h>

#include "shanhai-csv-read.h"
#include "shanhai-display.h"
#include "shanhai-history.h"
#include "shanhai-import-columns.h"
#include "shanhai-import-problem.h"
#include "shanhai-message-bar.h"
#include "shanhai-vocabulary.h"

#define PREVIEW_ROWS 12
#define PREVIEW_COLUMNS 60
#define CELL_CHARS 24

/* the order of the choice */
static const char delimiters[] = { ',', '\t', ';', '|' };

struct _ShanhaiImportWindow
{
  GtkWindow            parent_instance;

  ShanhaiCasebook     *casebook;
  char                *case_id;      /* proposed */
  GBytes              *bytes;
  char                *name;         /* of the file */
  ShanhaiCsvFormat     format;
  ShanhaiTable        *table;
  ShanhaiTableMapping *mapping;      /* NULL for a table that was exported */
  ShanhaiTableNames   *names;        /* of the preview's readings */
  ShanhaiTableImport  *import;       /* NULL while it is being found out */
  GCancellable        *cancellable;  /* of what runs */
  GPtrArray           *cases;        /* ids, NULL first: no case */
  GArray              *types;        /* ShanhaiRecordType of the choice */
  GListStore          *problems;
  guint                first_row;    /* of the preview */
  guint                try_idle;
  bool                 updating;     /* choices are being filled in, not made */

  ShanhaiMessageBar   *errors;
  GtkDropDown         *type;
  GtkDropDown         *case_choice;
  GtkDropDown         *encoding;
  GtkDropDown         *delimiter;
  GtkWidget           *type_label;
  GtkWidget           *case_label;
  GtkScrolledWindow   *scroller;
  GtkGrid             *preview;
  GtkWidget           *problem_scroller;
  GtkListView         *problem_list;
  GtkSingleSelection  *problem_selection;
  GtkCheckButton      *skip;
  GtkLabel            *summary;
  GtkSpinner          *spinner;
};

G_DEFINE_FINAL_TYPE (ShanhaiImportWindow, shanhai_import_window, GTK_TYPE_WINDOW)

enum { IMPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void start_trying (ShanhaiImportWindow *self);
static void fill_preview (ShanhaiImportWindow *self);

static ShanhaiLanguage
get_language (void)
{
  return shanhai_display_get_language (shanhai_display_get_default ());
}

/* -- what an import would do -- */

static void
update_state (ShanhaiImportWindow *self)
{
  const ShanhaiTableImport *import = self->import;
  const bool skips = gtk_check_button_get_active (self->skip);
  const bool bad = import != NULL && import->n_problems > 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (import != NULL)
    {
      const guint n_new = import->change != NULL ? shanhai_change_get_n (import->change) : 0;

      /* Translators: rows of a table */
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", import->n_rows), import->n_rows);
      g_string_append (text, " · ");
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u record to add", "%u records to add", import->n_added), import->n_added);
      if (import->n_changed > 0)
        {
          g_string_append (text, " · ");
          g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u to change", "%u to change", import->n_changed), import->n_changed);
        }
      if (import->n_same > 0)
        {
          g_string_append (text, " · ");
          /* Translators: records that the casebook has already */
          g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u there already", "%u there already", import->n_same), import->n_same);
        }
      if (import->n_bad_rows > 0)
        {
          g_string_append (text, " · ");
          g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u row can’t be read", "%u rows can’t be read", import->n_bad_rows),
                                  import->n_bad_rows);
        }
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.import", n_new > 0 && (!bad || skips));
    }
  else
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.import", FALSE);

  gtk_label_set_text (self->summary, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->skip), bad);
  gtk_widget_set_visible (self->problem_scroller, bad);
}

static void
fill_problems (ShanhaiImportWindow *self)
{
  g_list_store_remove_all (self->problems);
  for (guint i = 0; self->import != NULL && i < self->import->problems->len; i++)
    {
      g_autoptr (ShanhaiImportProblem) problem = shanhai_import_problem_new (self->import->problems->pdata[i]);

      g_list_store_append (self->problems, problem);
    }
}

/* everything that the thread needs; the window may be gone meanwhile */
typedef struct
{
  ShanhaiCasebook     *casebook;
  ShanhaiTable        *table;
  ShanhaiTableMapping *mapping;
  char                *name;
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->casebook);
  shanhai_table_unref (trial->table);
  g_clear_pointer (&trial->mapping, shanhai_table_mapping_free);
  g_free (trial->name);
  g_free (trial);
}

static void
try_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Trial *trial = task_data;
  /* with the good rows alone, so that skipping is no new work */
  const ShanhaiTableImportOptions options = { trial->name, true, 0 };
  GError *error = NULL;
  ShanhaiTableImport *import = shanhai_table_import (trial->casebook, trial->table, trial->mapping, &options, cancellable, NULL, NULL, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) shanhai_table_import_free);
  else
    g_task_return_error (task, error);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  ShanhaiTableImport *import = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  self->import = import;
  shanhai_message_bar_set_text (self->errors, error != NULL ? error->message : "");
  fill_problems (self);
  update_state (self);
  fill_preview (self);
}

static gboolean
try_cb (gpointer user_data)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (user_data);
  g_autoptr (GTask) task = NULL;
  Trial *trial;

  self->try_idle = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  trial = g_new0 (Trial, 1);
  trial->casebook = g_object_ref (self->casebook);
  trial->table = shanhai_table_ref (self->table);
  trial->mapping = self->mapping != NULL ? shanhai_table_mapping_copy (self->mapping) : NULL;
  trial->name = g_strdup (self->name);

  task = g_task_new (self, self->cancellable, tried_cb, NULL);
  g_task_set_source_tag (task, try_cb);
  g_task_set_task_data (task, trial, trial_free);
  g_task_run_in_thread (task, try_in_thread);

  return G_SOURCE_REMOVE;
}

static void
start_trying (ShanhaiImportWindow *self)
{
  g_clear_pointer (&self->import, shanhai_table_import_free);
  update_state (self);
  if (self->table == NULL)
    return;

  gtk_spinner_set_spinning (self->spinner, TRUE);
  if (self->try_idle == 0)
    self->try_idle = g_idle_add (try_cb, self);
}

/* -- the preview -- */

static void
target_cb (ShanhaiImportWindow *self,
           GParamSpec          *pspec,
           GtkDropDown         *choice)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "column"));
  const char *target = shanhai_import_columns_get_target (choice);

  if (self->updating || target == NULL)
    return;

  shanhai_table_mapping_set_target (self->mapping, column, target, NULL);
  start_trying (self);
}

static const char *
find_problem (ShanhaiImportWindow *self,
              guint                row,
              guint                column)
{
  for (guint i = 0; self->import != NULL && i < self->import->problems->len; i++)
    {
      const ShanhaiTableProblem *problem = self->import->problems->pdata[i];

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
new_cell (ShanhaiImportWindow *self,
          guint                row,
          guint                column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *cell = shanhai_table_get_cell (self->table, row, column);
  const char *problem = find_problem (self, row, column);
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
new_header (ShanhaiImportWindow *self,
            guint                column)
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
clear_preview (ShanhaiImportWindow *self,
               int                  first_row)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->preview));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      int column, row, width, height;

      gtk_grid_query_child (self->preview, child, &column, &row, &width, &height);
      if (row >= first_row)
        gtk_grid_remove (self->preview, child);
      child = next;
    }
}

static void
fill_headers (ShanhaiImportWindow *self)
{
  clear_preview (self, 0);
  if (self->table == NULL)
    return;

  self->updating = true;
  for (guint c = 0; c < MIN (shanhai_table_get_n_columns (self->table), PREVIEW_COLUMNS); c++)
    gtk_grid_attach (self->preview, new_header (self, c), (int) c + 1, 0, 1, 1);
  self->updating = false;
}

/* the headings stay, with the focus that may be in them */
static void
fill_preview (ShanhaiImportWindow *self)
{
  guint end;

  clear_preview (self, 1);
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
      gtk_grid_attach (self->preview, label, 0, (int) (row - self->first_row) + 1, 1, 1);
      for (guint c = 0; c < MIN (shanhai_table_get_n_columns (self->table), PREVIEW_COLUMNS); c++)
        gtk_grid_attach (self->preview, new_cell (self, row, c), (int) c + 1, (int) (row - self->first_row) + 1, 1, 1);
    }
}

/* brings the cell into the preview, marks it and scrolls to it */
static void
show_cell (ShanhaiImportWindow *self,
           guint                row,
           int                  column)
{
  GtkWidget *cell;
  graphene_rect_t bounds;

  if (row < self->first_row || row >= self->first_row + PREVIEW_ROWS)
    self->first_row = row > 2 ? row - 2 : 0;
  fill_preview (self);

  cell = gtk_grid_get_child_at (self->preview, MAX (column, 0) + 1, (int) (row - self->first_row) + 1);
  if (cell == NULL)
    return;
  gtk_widget_add_css_class (cell, "chosen");
  if (gtk_widget_compute_bounds (cell, GTK_WIDGET (self->preview), &bounds))
    {
      GtkAdjustment *x = gtk_scrolled_window_get_hadjustment (self->scroller);
      GtkAdjustment *y = gtk_scrolled_window_get_vadjustment (self->scroller);

      gtk_adjustment_clamp_page (x, bounds.origin.x, bounds.origin.x + bounds.size.width);
      gtk_adjustment_clamp_page (y, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }
}

/* -- choices -- */

static void
fill_choices (ShanhaiImportWindow *self)
{
  const bool mapped = self->mapping != NULL;

  self->updating = true;
  gtk_drop_down_set_selected (self->encoding, self->format.encoding - SHANHAI_CSV_ENCODING_UTF_8);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == self->format.delimiter)
      gtk_drop_down_set_selected (self->delimiter, i);
  for (guint i = 0; mapped && i < self->types->len; i++)
    if (g_array_index (self->types, ShanhaiRecordType, i) == self->mapping->type)
      gtk_drop_down_set_selected (self->type, i);
  gtk_widget_set_visible (GTK_WIDGET (self->type), mapped);
  gtk_widget_set_visible (GTK_WIDGET (self->case_choice), mapped);
  gtk_widget_set_visible (self->type_label, mapped);
  gtk_widget_set_visible (self->case_label, mapped);
  self->updating = false;
}

static GKeyFile *
load_memory (void)
{
  GKeyFile *memory = g_key_file_new ();
  g_autofree char *path = shanhai_table_mapping_dup_path ();

  g_key_file_load_from_file (memory, path, G_KEY_FILE_KEEP_COMMENTS, NULL);

  return memory;
}

static void
set_mapping_case (ShanhaiImportWindow *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->case_choice);

  if (self->mapping == NULL)
    return;
  g_free (self->mapping->case_id);
  self->mapping->case_id = chosen < self->cases->len ? g_strdup (self->cases->pdata[chosen]) : NULL;
}

/* OTHER: guess the type, or take what is remembered */
static void
make_mapping (ShanhaiImportWindow *self,
              ShanhaiRecordType    type)
{
  g_clear_pointer (&self->mapping, shanhai_table_mapping_free);
  g_clear_pointer (&self->names, shanhai_table_names_free);
  if (!shanhai_table_is_exported (self->table))
    {
      g_autoptr (GKeyFile) memory = load_memory ();

      self->names = shanhai_table_names_new (self->casebook);
      self->mapping = shanhai_table_mapping_guess (self->table, self->names, type);
      if (type == SHANHAI_RECORD_OTHER)
        shanhai_table_mapping_recall (self->mapping, self->table, memory);
      set_mapping_case (self);
    }
  self->first_row = self->mapping != NULL ? self->mapping->header_row + 1 : 1;
  fill_choices (self);
  fill_headers (self);
  fill_preview (self);
  start_trying (self);
}

typedef struct
{
  GBytes           *bytes;
  ShanhaiCsvFormat  format;
} Parsing;

static void
parsing_free (gpointer data)
{
  g_bytes_unref (((Parsing *) data)->bytes);
  g_free (data);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Parsing *parsing = task_data;
  GError *error = NULL;
  ShanhaiTable *table = shanhai_csv_read (parsing->bytes, &parsing->format, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) shanhai_table_unref);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (source);
  const Parsing *parsing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiTable) table = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  self->format = parsing->format;
  if (table != NULL && shanhai_table_get_n_rows (table) == 0)
    {
      g_set_error_literal (&error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("The table is empty."));
      g_clear_pointer (&table, shanhai_table_unref);
    }
  shanhai_message_bar_set_text (self->errors, error != NULL ? error->message : "");
  g_clear_pointer (&self->table, shanhai_table_unref);
  self->table = g_steal_pointer (&table);
  if (self->table != NULL)
    {
      make_mapping (self, SHANHAI_RECORD_OTHER);
      return;
    }

  fill_choices (self);
  clear_preview (self, 0);
  start_trying (self);
  fill_problems (self);
}

static void
start_parsing (ShanhaiImportWindow *self,
               ShanhaiCsvFormat     format)
{
  g_autoptr (GTask) task = NULL;
  Parsing *parsing = g_new0 (Parsing, 1);

  g_clear_handle_id (&self->try_idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  parsing->bytes = g_bytes_ref (self->bytes);
  parsing->format = format;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  task = g_task_new (self, self->cancellable, parsed_cb, NULL);
  g_task_set_source_tag (task, start_parsing);
  g_task_set_task_data (task, parsing, parsing_free);
  g_task_run_in_thread (task, parse_in_thread);
}

static void
format_cb (ShanhaiImportWindow *self)
{
  const guint delimiter = gtk_drop_down_get_selected (self->delimiter);
  ShanhaiCsvFormat format = { (ShanhaiCsvEncoding) (SHANHAI_CSV_ENCODING_UTF_8 + gtk_drop_down_get_selected (self->encoding)) };

  if (self->updating || self->bytes == NULL)
    return;

  format.delimiter = delimiter < G_N_ELEMENTS (delimiters) ? delimiters[delimiter] : '\0';
  start_parsing (self, format);
}

static void
type_cb (ShanhaiImportWindow *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->type);

  if (!self->updating && self->table != NULL && chosen < self->types->len)
    make_mapping (self, g_array_index (self->types, ShanhaiRecordType, chosen));
}

static void
case_cb (ShanhaiImportWindow *self)
{
  if (self->updating || self->mapping == NULL)
    return;

  set_mapping_case (self);
  start_trying (self);
}

static void
skip_cb (ShanhaiImportWindow *self)
{
  update_state (self);
}

/* -- problems -- */

static void
setup_problem_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  gtk_list_item_set_child (item, label);
}

static void
bind_problem_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  g_autofree char *text = shanhai_import_problem_dup_text (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
problem_activated_cb (ShanhaiImportWindow *self,
                      guint                position)
{
  g_autoptr (ShanhaiImportProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->problems), position);

  if (problem != NULL)
    show_cell (self, shanhai_import_problem_get_row (problem), shanhai_import_problem_get_column (problem));
}

/* -- the import -- */

static void
changed_cb (ShanhaiImportWindow *self)
{
  /* somebody else's edit: what the import would do has to be found out again */
  if (self->table != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    start_trying (self);
}

static void
remember_mapping (ShanhaiImportWindow *self)
{
  g_autoptr (GKeyFile) memory = load_memory ();
  g_autofree char *path = shanhai_table_mapping_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (self->mapping == NULL)
    return;

  shanhai_table_mapping_remember (self->mapping, self->table, memory);
  g_mkdir_with_parents (folder, 0700);
  /* what was imported stands all the same */
  if (!g_key_file_save_to_file (memory, path, &error))
    g_info ("a mapping was not remembered: %s", error->message);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (widget);
  g_autoptr (ShanhaiTableImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  guint n;

  if (self->import == NULL || self->import->change == NULL)
    return;

  /* our own change is no reason to begin anew */
  import = g_steal_pointer (&self->import);
  g_signal_handlers_disconnect_by_func (self->casebook, changed_cb, self);
  n = import->n_added + import->n_changed;
  if (!shanhai_history_apply (shanhai_casebook_get_history (self->casebook), import->change, &error))
    {
      g_signal_connect_object (self->casebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      self->import = g_steal_pointer (&import);
      shanhai_message_bar_set_text (self->errors, error->message);
      return;
    }

  remember_mapping (self);
  /* Translators: %u records, %s is the name of a file */
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Imported %u record from “%s”.", "Imported %u records from “%s”.", n), n, self->name);
  g_signal_emit (self, signals[IMPORTED], 0, message);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ShanhaiImportWindow) self = SHANHAI_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          gtk_spinner_set_spinning (self->spinner, FALSE);
          shanhai_message_bar_set_text (self->errors, error->message);
        }
      return;
    }

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_new_take (contents, length);
  /* closed meanwhile */
  if (!g_cancellable_is_cancelled (self->cancellable))
    start_parsing (self, (ShanhaiCsvFormat) { SHANHAI_CSV_ENCODING_AUTO, '\0' });
}

static void
shanhai_import_window_dispose (GObject *object)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (object);

  g_clear_handle_id (&self->try_idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->import, shanhai_table_import_free);
  g_clear_pointer (&self->mapping, shanhai_table_mapping_free);
  g_clear_pointer (&self->names, shanhai_table_names_free);
  g_clear_pointer (&self->table, shanhai_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->types, g_array_unref);
  g_clear_object (&self->problems);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_import_window_parent_class)->dispose (object);
}

static void
shanhai_import_window_finalize (GObject *object)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (object);

  g_free (self->case_id);
  g_free (self->name);

  G_OBJECT_CLASS (shanhai_import_window_parent_class)->finalize (object);
}

static void
shanhai_import_window_class_init (ShanhaiImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_import_window_dispose;
  object_class->finalize = shanhai_import_window_finalize;

  signals[IMPORTED] = g_signal_new ("imported", SHANHAI_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "table.import", NULL, import_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, type);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, case_choice);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, encoding);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, delimiter);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, type_label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, case_label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, problem_scroller);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, problem_list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, problem_selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, skip);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, type_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_problem_cb);
}

static void
shanhai_import_window_init (ShanhaiImportWindow *self)
{
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (NULL);

  self->updating = true;
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_import_columns_let_shrink (self->type);
  shanhai_import_columns_let_shrink (self->case_choice);
  shanhai_import_columns_let_shrink (self->encoding);
  shanhai_import_columns_let_shrink (self->delimiter);
  self->cancellable = g_cancellable_new ();
  self->problems = g_list_store_new (SHANHAI_TYPE_IMPORT_PROBLEM);
  gtk_single_selection_set_model (self->problem_selection, G_LIST_MODEL (self->problems));
  for (ShanhaiCsvEncoding e = SHANHAI_CSV_ENCODING_UTF_8; e < SHANHAI_N_CSV_ENCODINGS; e++)
    gtk_string_list_append (encodings, shanhai_csv_encoding_get_name (e));
  gtk_drop_down_set_model (self->encoding, G_LIST_MODEL (encodings));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.import", FALSE);
  self->updating = false;
}

static void
fill_types (ShanhaiImportWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->types = g_array_new (false, false, sizeof (ShanhaiRecordType));
  for (ShanhaiRecordType type = SHANHAI_RECORD_PLACE; type < SHANHAI_RECORD_INDICATOR; type++)
    {
      g_array_append_val (self->types, type);
      gtk_string_list_append (titles, shanhai_import_columns_get_type_title (type));
    }
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (titles));
}

static void
fill_cases (ShanhaiImportWindow *self)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (self->casebook, SHANHAI_RECORD_CASE);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const guint n = shanhai_record_list_get_n (list);
  guint chosen = n == 1 ? 1 : 0;

  self->cases = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->cases, NULL);
  /* Translators: of an imported table: its records belong to no case */
  gtk_string_list_append (titles, C_("case", "None"));
  for (guint i = 0; i < n; i++)
    {
      const char *id = shanhai_record_get_id (shanhai_record_list_peek (list, i));
      g_autofree char *label = shanhai_casebook_dup_label (self->casebook, id, get_language ());

      if (g_strcmp0 (id, self->case_id) == 0)
        chosen = i + 1;
      g_ptr_array_add (self->cases, g_strdup (id));
      gtk_string_list_append (titles, label);
    }
  gtk_drop_down_set_model (self->case_choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->case_choice, chosen);
}

GtkWidget *
shanhai_import_window_new (ShanhaiCasebook *casebook,
                           const char      *case_id)
{
  ShanhaiImportWindow *self = g_object_new (SHANHAI_TYPE_IMPORT_WINDOW, NULL);

  self->casebook = g_object_ref (casebook);
  self->case_id = g_strdup (case_id);
  self->updating = true;
  fill_types (self);
  fill_cases (self);
  self->updating = false;
  g_signal_connect_object (casebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
shanhai_import_window_open (ShanhaiImportWindow *self,
                            GFile               *file)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SHANHAI_IS_IMPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_free (self->name);
  self->name = shanhai_store_dup_name (file);
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_("Import “%s”"), self->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  g_file_load_contents_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

const ShanhaiTableImport *
shanhai_import_window_get_import (ShanhaiImportWindow *self)
{
  g_return_val_if_fail (SHANHAI_IS_IMPORT_WINDOW (self), NULL);

  return self->import;
}

const ShanhaiTableMapping *
shanhai_import_window_get_mapping (ShanhaiImportWindow *self)
{
  g_return_val_if_fail (SHANHAI_IS_IMPORT_WINDOW (self), NULL);

  return self->mapping;
}

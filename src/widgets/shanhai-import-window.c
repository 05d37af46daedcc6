/* shanhai-import-window.c - a table on its way into the casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes → table → mapping → import. Each change of a choice begins at its own step: another encoding reads the bytes again, another type
 * guesses again, another column only tries again. Reading and trying run in threads; what is overtaken is cancelled. */

#include "shanhai-config.h"

#include "shanhai-import-window.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-history.h"
#include "shanhai-import-columns.h"
#include "shanhai-import-preview.h"
#include "shanhai-import-problem.h"
#include "shanhai-import-work.h"
#include "shanhai-message-bar.h"
#include "shanhai-tab-order.h"
#include "shanhai-vocabulary.h"

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
  ShanhaiTableImport  *import;       /* NULL while it is being found out */
  GCancellable        *cancellable;  /* of what runs */
  GPtrArray           *cases;        /* ids, NULL first: no case */
  GArray              *types;        /* ShanhaiRecordType of the choice */
  GListStore          *problems;
  guint                try_idle;
  bool                 updating;     /* choices are being filled in, not made */

  ShanhaiMessageBar   *errors;
  GtkDropDown         *type;
  GtkDropDown         *case_choice;
  GtkDropDown         *encoding;
  GtkDropDown         *delimiter;
  GtkWidget           *type_label;
  GtkWidget           *case_label;
  ShanhaiImportPreview *preview;
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

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ShanhaiImportWindow) self = SHANHAI_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  ShanhaiTableImport *import = shanhai_import_try_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  self->import = import;
  shanhai_message_bar_set_text (self->errors, error != NULL ? error->message : "");
  fill_problems (self);
  update_state (self);
  shanhai_import_preview_update (self->preview, self->import);
}

static gboolean
try_cb (gpointer user_data)
{
  ShanhaiImportWindow *self = SHANHAI_IMPORT_WINDOW (user_data);

  self->try_idle = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  shanhai_import_try_async (self->casebook, self->table, self->mapping, self->name, self->cancellable, tried_cb, g_object_ref (self));

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
           guint                column,
           const char          *target)
{
  shanhai_table_mapping_set_target (self->mapping, column, target, NULL);
  start_trying (self);
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
  shanhai_import_preview_set_table (self->preview, NULL, NULL, NULL);
  g_clear_pointer (&self->mapping, shanhai_table_mapping_free);
  if (!shanhai_table_is_exported (self->table))
    {
      g_autoptr (GKeyFile) memory = load_memory ();
      g_autoptr (ShanhaiTableNames) names = shanhai_table_names_new (self->casebook);

      self->mapping = shanhai_table_mapping_guess (self->table, names, type);
      if (type == SHANHAI_RECORD_OTHER)
        shanhai_table_mapping_recall (self->mapping, self->table, memory);
      set_mapping_case (self);
    }
  fill_choices (self);
  shanhai_import_preview_set_table (self->preview, self->casebook, self->table, self->mapping);
  start_trying (self);
}

static void
parsed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ShanhaiImportWindow) self = SHANHAI_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  ShanhaiCsvFormat format;
  g_autoptr (ShanhaiTable) table = shanhai_import_parse_finish (result, &format, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  self->format = format;
  if (table != NULL && shanhai_table_get_n_rows (table) == 0)
    {
      g_set_error_literal (&error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("The table is empty."));
      g_clear_pointer (&table, shanhai_table_unref);
    }
  shanhai_message_bar_set_text (self->errors, error != NULL ? error->message : "");
  shanhai_import_preview_set_table (self->preview, NULL, NULL, NULL);
  g_clear_pointer (&self->table, shanhai_table_unref);
  self->table = g_steal_pointer (&table);
  if (self->table != NULL)
    {
      make_mapping (self, SHANHAI_RECORD_OTHER);
      return;
    }

  fill_choices (self);
  start_trying (self);
  fill_problems (self);
}

static void
start_parsing (ShanhaiImportWindow *self,
               ShanhaiCsvFormat     format)
{
  g_clear_handle_id (&self->try_idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  gtk_spinner_set_spinning (self->spinner, TRUE);
  shanhai_import_parse_async (self->bytes, &format, self->cancellable, parsed_cb, g_object_ref (self));
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
    shanhai_import_preview_show_cell (self->preview, self->import, shanhai_import_problem_get_row (problem),
                                      shanhai_import_problem_get_column (problem));
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
  g_type_ensure (SHANHAI_TYPE_IMPORT_PREVIEW);
  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, type);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, case_choice);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, encoding);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, delimiter);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, type_label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, case_label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, problem_scroller);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, problem_list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, problem_selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, skip);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiImportWindow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, target_cb);
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
  shanhai_tab_order_install (GTK_WINDOW (self));
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

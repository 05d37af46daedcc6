/* shanhai-export-dialog.c - a figure becomes a file: format, size, language, parts, seen beforehand. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The controls are bound to the settings; a change of any of them lays the chart out again when the program is idle: one of thousands of data in a thread,
 * and until that is done the preview shows what was before. A file that was named meanwhile waits for it. Sizes are px at scale 1, 96 to the inch. */

#include "shanhai-export-dialog.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "shanhai-chart-export.h"
#include "shanhai-display.h"
#include "shanhai-figure-work.h"
#include "shanhai-file-dialogs.h"
#include "shanhai-message-bar.h"
#include "shanhai-preferences.h"
#include "shanhai-vocabulary.h"

#define MM_PER_PX (25.4 / 96)
/* two of them, a dash and the ending are fewer than the 255 bytes that file systems take */
#define MAX_PART_BYTES 120

/* in the order of "export-preset" in the schema; the rest is the person's own size */
static const struct { double width, height, scale; } presets[] = {
  { 1200, 800, 1 }, /* a screen */
  { 960, 540, 2 },  /* a slide: 1920 × 1080 with writing that the last row can read */
  { 605, 378, 3 },  /* 160 × 100 mm: the text width of an A4 page */
  { 1122, 793, 3 }, /* 297 × 210 mm: A4 across */
};

/* in the order of the drop-down */
static const char * const languages[] = { "en", "zh_CN" };

struct _ShanhaiExportDialog
{
  GtkWindow          parent_instance;

  ShanhaiFigure     *figure;
  ShanhaiMarks      *marks;        /* NULL until they are laid out */
  char              *date;         /* (nullable): of the newest source of these */
  GCancellable      *cancellable;
  GCancellable      *laying_out;   /* NULL: nothing is */
  GFile             *awaiting;     /* (nullable): to be written when the marks are there */
  guint              update_idle;
  bool               is_writing;
  bool               choosing; /* a preset sets the sizes: no choice of the person's own */

  GtkDrawingArea    *preview;
  GtkDropDown       *format;
  GtkDropDown       *preset;
  GtkSpinButton     *width;
  GtkSpinButton     *height;
  GtkWidget         *scale_label;
  GtkSpinButton     *scale;
  GtkLabel          *size_hint;
  GtkDropDown       *language;
  GtkDropDown       *theme;
  GtkCheckButton    *show_title;
  GtkEntry          *title;
  GtkCheckButton    *show_sources;
  GtkCheckButton    *show_legend;
  GtkCheckButton    *text_as_text;
  GtkButton         *export_button;
  GtkSpinner        *spinner;
  ShanhaiMessageBar *errors;
};

G_DEFINE_FINAL_TYPE (ShanhaiExportDialog, shanhai_export_dialog, GTK_TYPE_WINDOW)

enum { EXPORTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void write_file (ShanhaiExportDialog *self,
                        GFile               *file);

/* what a thread writes */
typedef struct
{
  ShanhaiMarks       *marks;
  ShanhaiChartExport  export_as;
  char               *date;
  GFile              *file;
} Writing;

static void
writing_free (Writing *writing)
{
  shanhai_marks_unref (writing->marks);
  g_free (writing->date);
  g_object_unref (writing->file);
  g_free (writing);
}

static ShanhaiChartFormat
get_format (ShanhaiExportDialog *self)
{
  static const ShanhaiChartFormat formats[] = { SHANHAI_CHART_FORMAT_SVG, SHANHAI_CHART_FORMAT_PNG,
                                                SHANHAI_CHART_FORMAT_PDF };

  return formats[MIN (gtk_drop_down_get_selected (self->format), G_N_ELEMENTS (formats) - 1)];
}

static const char *
get_language (ShanhaiExportDialog *self)
{
  return languages[MIN (gtk_drop_down_get_selected (self->language), G_N_ELEMENTS (languages) - 1)];
}

static ShanhaiChartOptions *
new_options (ShanhaiExportDialog *self)
{
  g_autoptr (ShanhaiWords) words = shanhai_words_open (get_language (self));
  ShanhaiChartOptions *options = shanhai_chart_options_new (words);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));

  options->width = gtk_spin_button_get_value (self->width);
  options->height = gtk_spin_button_get_value (self->height);
  options->theme = gtk_drop_down_get_selected (self->theme) == 1 ? SHANHAI_THEME_DARK : SHANHAI_THEME_LIGHT;
  options->number_style = shanhai_display_get_number_style (shanhai_display_get_default ());
  options->show_title = gtk_check_button_get_active (self->show_title);
  options->show_sources = gtk_check_button_get_active (self->show_sources);
  options->show_legend = gtk_check_button_get_active (self->show_legend);
  if (*title != '\0')
    options->title = g_strdup (title);
  return options;
}

static void
update_hints (ShanhaiExportDialog *self)
{
  ShanhaiChartFormat format = get_format (self);
  bool png = format == SHANHAI_CHART_FORMAT_PNG;
  double width = gtk_spin_button_get_value (self->width);
  double height = gtk_spin_button_get_value (self->height);
  double scale = gtk_spin_button_get_value (self->scale);
  g_autofree char *hint = NULL;

  gtk_widget_set_visible (self->scale_label, png);
  gtk_widget_set_visible (GTK_WIDGET (self->scale), png);
  gtk_widget_set_visible (GTK_WIDGET (self->text_as_text), format == SHANHAI_CHART_FORMAT_SVG);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title), gtk_check_button_get_active (self->show_title));

  if (png)
    /* Translators: width and height of a picture */
    hint = g_strdup_printf (_("%.0f × %.0f pixels"), width * scale, height * scale);
  else
    /* Translators: width and height on paper, in millimetres */
    hint = g_strdup_printf (_("%.0f × %.0f mm"), width * MM_PER_PX, height * MM_PER_PX);
  gtk_label_set_text (self->size_hint, hint);
}

static void
update_busy (ShanhaiExportDialog *self)
{
  const bool busy = self->is_writing || self->laying_out != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* @marks, @date: (transfer full); what waited for them is written */
static void
take_marks (ShanhaiExportDialog *self,
            ShanhaiMarks        *marks,
            char                *date)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->awaiting);

  g_clear_pointer (&self->marks, shanhai_marks_unref);
  self->marks = marks;
  g_free (self->date);
  self->date = date;

  /* the chart's own words, where the reader has none */
  if (*gtk_editable_get_text (GTK_EDITABLE (self->title)) == '\0')
    gtk_entry_set_placeholder_text (self->title, shanhai_marks_get_title (self->marks));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  shanhai_marks_describe (self->marks), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
  if (file != NULL)
    write_file (self, file);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree char *date = NULL;
  ShanhaiMarks *marks = shanhai_figure_work_finish (result, &date, NULL);
  ShanhaiExportDialog *self = user_data;

  /* called off: the dialog may be gone */
  if (marks == NULL)
    return;

  g_clear_object (&self->laying_out);
  take_marks (self, marks, g_steal_pointer (&date));
  update_busy (self);
}

static void
lay_out (ShanhaiExportDialog *self)
{
  g_autoptr (ShanhaiChartOptions) options = new_options (self);
  char *date = NULL;
  ShanhaiMarks *marks = shanhai_figure_work_try (self->figure, options, &date);

  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  if (marks != NULL)
    take_marks (self, marks, date);
  else
    {
      self->laying_out = g_cancellable_new ();
      shanhai_figure_work_start (self->figure, options, self->laying_out, laid_out_cb, self);
    }
  update_busy (self);
  update_hints (self);
}

static gboolean
update_cb (gpointer user_data)
{
  ShanhaiExportDialog *self = SHANHAI_EXPORT_DIALOG (user_data);

  self->update_idle = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (ShanhaiExportDialog *self)
{
  if (self->figure != NULL && self->update_idle == 0)
    self->update_idle = g_idle_add (update_cb, self);
}

static void
preset_cb (ShanhaiExportDialog *self)
{
  guint chosen = self->figure != NULL ? gtk_drop_down_get_selected (self->preset) : GTK_INVALID_LIST_POSITION;

  if (chosen < G_N_ELEMENTS (presets))
    {
      self->choosing = true;
      gtk_spin_button_set_value (self->width, presets[chosen].width);
      gtk_spin_button_set_value (self->height, presets[chosen].height);
      gtk_spin_button_set_value (self->scale, presets[chosen].scale);
      self->choosing = false;
    }
  changed_cb (self);
}

static void
size_cb (ShanhaiExportDialog *self)
{
  if (self->figure != NULL && !self->choosing)
    gtk_drop_down_set_selected (self->preset, G_N_ELEMENTS (presets));
  changed_cb (self);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  ShanhaiExportDialog *self = SHANHAI_EXPORT_DIALOG (user_data);
  double own_width, own_height, fit;

  if (self->marks == NULL)
    return;

  own_width = shanhai_marks_get_width (self->marks);
  own_height = shanhai_marks_get_height (self->marks);
  fit = MIN (width / own_width, height / own_height);
  cairo_translate (cr, (width - own_width * fit) / 2, (height - own_height * fit) / 2);
  cairo_scale (cr, fit, fit);
  cairo_rectangle (cr, 0, 0, own_width, own_height);
  cairo_clip (cr);
  shanhai_marks_draw (self->marks, cr, NULL);
}

/* how many bytes of it go into a file's name, whole characters only */
static int
get_fitting (const char *text)
{
  const char *end = strlen (text) > MAX_PART_BYTES ? g_utf8_find_prev_char (text, text + MAX_PART_BYTES + 1) : NULL;

  return (int) (end != NULL ? (gsize) (end - text) : MIN (strlen (text), MAX_PART_BYTES));
}

/* (transfer full): a name for the file, from what the figure shows */
static char *
propose_name (ShanhaiExportDialog *self,
              ShanhaiChartFormat   format)
{
  ShanhaiCasebook *casebook = shanhai_figure_get_casebook (self->figure);
  const char * const *cases = shanhai_figure_get_cases (self->figure);
  ShanhaiLanguage language = shanhai_language_from_locale (get_language (self));
  g_autofree char *subject = NULL;
  const char *kind = NULL;
  char *name;

  if (cases != NULL && cases[0] != NULL && cases[1] == NULL)
    subject = shanhai_casebook_dup_label (casebook, cases[0], language);
  else
    subject = g_strdup (shanhai_name_get (shanhai_casebook_get_title (casebook), language));

  if (shanhai_figure_get_kind (self->figure) == SHANHAI_FIGURE_FUNDS)
    kind = shanhai_vocabulary_get_label ("sectors", "funds", language);
  else
    kind = shanhai_casebook_get_indicator_label (casebook, shanhai_figure_get_by (self->figure), language);

  /* a case with many parties can have a name of any length */
  name = g_strdup_printf ("%.*s – %.*s.%s", get_fitting (subject), subject, get_fitting (kind), kind,
                          shanhai_chart_format_get_ending (format));
  return g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Writing *writing = task_data;
  g_autoptr (GError) error = NULL;

  if (shanhai_chart_export_to_file (writing->marks, &writing->export_as, writing->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ShanhaiExportDialog *self = SHANHAI_EXPORT_DIALOG (source);
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_signal_emit (self, signals[EXPORTED], 0, writing->file);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* closed meanwhile */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_writing = false;
  update_busy (self);
  shanhai_message_bar_set_text (self->errors, error->message);
}

static void
write_file (ShanhaiExportDialog *self,
            GFile               *file)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = g_file_get_basename (file);
  Writing *writing = g_new0 (Writing, 1);

  writing->marks = shanhai_marks_ref (self->marks);
  writing->file = g_object_ref (file);
  writing->date = g_strdup (self->date);
  writing->export_as.date = writing->date;
  writing->export_as.scale = gtk_spin_button_get_value (self->scale);
  writing->export_as.text_as_text = gtk_check_button_get_active (self->text_as_text);
  /* who types another ending means it */
  if (!shanhai_chart_format_from_name (name, &writing->export_as.format, NULL))
    writing->export_as.format = get_format (self);

  shanhai_message_bar_set_text (self->errors, "");
  self->is_writing = true;
  update_busy (self);
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  ShanhaiExportDialog *self = SHANHAI_EXPORT_DIALOG (user_data);

  if (file == NULL)
    return;

  /* a change that was made a moment ago */
  if (self->update_idle != 0)
    {
      g_clear_handle_id (&self->update_idle, g_source_remove);
      lay_out (self);
    }
  if (self->laying_out == NULL)
    write_file (self, file);
  else
    g_set_object (&self->awaiting, file);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ShanhaiExportDialog *self = SHANHAI_EXPORT_DIALOG (widget);
  ShanhaiChartFormat format = get_format (self);
  g_autofree char *name = propose_name (self, format);
  g_autofree char *ending = g_strconcat (".", shanhai_chart_format_get_ending (format), NULL);

  shanhai_file_dialogs_save (GTK_WINDOW (self), SHANHAI_FILE_PICTURE, _("Export the Chart"), name, ending, self,
                             chosen_cb);
}

static gboolean
position_from_language (GValue   *value,
                        GVariant *variant,
                        gpointer  user_data)
{
  const char *code = g_variant_get_string (variant, NULL);
  ShanhaiLanguage language = *code != '\0' ? shanhai_language_from_locale (code)
                                           : shanhai_display_get_language (shanhai_display_get_default ());

  g_value_set_uint (value, language == SHANHAI_LANGUAGE_CHINESE ? 1 : 0);
  return TRUE;
}

static GVariant *
language_from_position (const GValue       *value,
                        const GVariantType *type,
                        gpointer            user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (languages) ? g_variant_new_string (languages[position]) : NULL;
}

static void
bind_settings (ShanhaiExportDialog *self)
{
  GSettings *settings = shanhai_display_get_settings (shanhai_display_get_default ());

  g_settings_bind (settings, "export-width", self->width, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-height", self->height, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-scale", self->scale, "value", G_SETTINGS_BIND_DEFAULT);
  shanhai_settings_bind_choice (settings, "export-preset", self->preset);
  shanhai_settings_bind_choice (settings, "export-format", self->format);
  shanhai_settings_bind_choice (settings, "export-theme", self->theme);
  g_settings_bind_with_mapping (settings, "export-language", self->language, "selected", G_SETTINGS_BIND_DEFAULT,
                                position_from_language, language_from_position, NULL, NULL);
  g_settings_bind (settings, "export-show-title", self->show_title, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-show-sources", self->show_sources, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-show-legend", self->show_legend, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-text-as-text", self->text_as_text, "active", G_SETTINGS_BIND_DEFAULT);
}

static void
shanhai_export_dialog_dispose (GObject *object)
{
  ShanhaiExportDialog *self = SHANHAI_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
  g_clear_object (&self->awaiting);
  g_clear_object (&self->figure);
  g_clear_pointer (&self->marks, shanhai_marks_unref);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (shanhai_export_dialog_parent_class)->dispose (object);
}

static void
shanhai_export_dialog_class_init (ShanhaiExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_export_dialog_dispose;

  /**
   * ShanhaiExportDialog::exported:
   * @file: what was written
   */
  signals[EXPORTED] = g_signal_new ("exported", SHANHAI_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_install_action (widget_class, "export.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, preset);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, scale_label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, size_hint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, language);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, show_title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, show_sources);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, show_legend);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, text_as_text);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiExportDialog, errors);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_cb);
}

static void
shanhai_export_dialog_init (ShanhaiExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->preview, draw_cb, self, NULL);
  /* there is no figure yet: what is remembered is taken over without a second thought */
  bind_settings (self);
}

GtkWidget *
shanhai_export_dialog_new (ShanhaiFigure *figure)
{
  ShanhaiExportDialog *self;

  g_return_val_if_fail (SHANHAI_IS_FIGURE (figure), NULL);

  self = g_object_new (SHANHAI_TYPE_EXPORT_DIALOG, NULL);
  self->figure = g_object_ref (figure);
  lay_out (self);
  return GTK_WIDGET (self);
}

ShanhaiMarks *
shanhai_export_dialog_get_marks (ShanhaiExportDialog *self)
{
  g_return_val_if_fail (SHANHAI_IS_EXPORT_DIALOG (self), NULL);

  return self->marks;
}

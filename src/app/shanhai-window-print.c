/* shanhai-window-print.c - a case on paper or as PDF, from the window. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On the page of a case its brief is printed, elsewhere the chart that the page shows. */

#include "shanhai-config.h"

#include "shanhai-window-private.h"

#include <glib/gi18n.h>

#include "shanhai-brief.h"
#include "shanhai-case-page.h"
#include "shanhai-display.h"
#include "shanhai-figure-work.h"
#include "shanhai-file-dialogs.h"

/* the paper is measured in points, the brief in px */
#define PX_PER_POINT (96 / 72.0)
/* of a print operation: its Job */
#define JOB "shanhai-job"

/* what is being printed: one of the two */
typedef struct
{
  ShanhaiWindow *window;
  ShanhaiCase   *record;
  ShanhaiFigure *figure;
  ShanhaiBrief  *brief;   /* made when the size of the paper is known */
  bool           is_ready; /* the brief is made, or there is none to make */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->window);
  g_clear_object (&job->record);
  g_clear_object (&job->figure);
  g_clear_pointer (&job->brief, shanhai_brief_free);
  g_free (job);
}

/* (nullable): the case of the page that is shown */
static ShanhaiCase *
get_case (ShanhaiWindow *self)
{
  ShanhaiPage *page = shanhai_window_get_visible_page (self);

  return SHANHAI_IS_CASE_PAGE (page) ? shanhai_case_page_get_case (SHANHAI_CASE_PAGE (page)) : NULL;
}

static void
make_brief (ShanhaiWindow       *self,
            ShanhaiCase         *record,
            double               width,
            double               height,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  const ShanhaiWording wording = shanhai_wording_now (shanhai_window_get_casebook (self));

  shanhai_brief_new_async (&wording, shanhai_display_get_words (shanhai_display_get_default ()), record, width, height, NULL, callback, user_data);
}

/* ---- PDF ------------------------------------------------------------------------------------ */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ShanhaiWindow) self = SHANHAI_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    shanhai_window_say_exported (self, G_FILE (source));
  else if (self->errors != NULL)
    shanhai_window_show_error (self, error->message);
}

typedef struct
{
  ShanhaiWindow *window;
  GFile         *file;
} Export;

static void
brief_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Export *export = user_data;
  g_autoptr (ShanhaiWindow) self = export->window;
  g_autoptr (GFile) file = export->file;
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiBrief) brief = shanhai_brief_new_finish (result, &error);
  g_autoptr (GBytes) pdf = brief != NULL ? shanhai_brief_to_pdf (brief, &error) : NULL;

  if (pdf != NULL)
    g_file_replace_contents_bytes_async (file, pdf, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (self));
  else if (self->errors != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    shanhai_window_show_error (self, error->message);
}

static void
brief_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (user_data);
  ShanhaiCase *record = get_case (self);
  Export *export;

  /* the page may have been left while the dialog was open */
  if (file == NULL || record == NULL)
    return;

  export = g_new (Export, 1);
  export->window = g_object_ref (self);
  export->file = g_object_ref (file);
  make_brief (self, record, SHANHAI_BRIEF_WIDTH, SHANHAI_BRIEF_HEIGHT, brief_made_cb, export);
}

static void
export_brief_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiCase *record = get_case (self);
  ShanhaiWording wording;
  g_autofree char *title = NULL;
  g_autofree char *proposed = NULL;

  if (record == NULL)
    return;

  wording = shanhai_wording_now (shanhai_window_get_casebook (self));
  title = shanhai_wording_case_title (&wording, record);
  g_strdelimit (title, "/\\:*?\"<>|", '-');
  /* names of files hold 255 bytes at most */
  *g_utf8_offset_to_pointer (title, MIN (g_utf8_strlen (title, -1), 60)) = '\0';
  proposed = g_strconcat (title, ".pdf", NULL);
  shanhai_file_dialogs_save (GTK_WINDOW (self), SHANHAI_FILE_PICTURE, _("Save the Case as PDF"), proposed, ".pdf", self, brief_chosen_cb);
}

/* ---- paper ---------------------------------------------------------------------------------- */

static void
brief_to_print_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GtkPrintOperation) operation = GTK_PRINT_OPERATION (user_data);
  Job *job = g_object_get_data (G_OBJECT (operation), JOB);

  job->brief = shanhai_brief_new_finish (result, NULL);
  job->is_ready = true;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job *job = user_data;

  gtk_print_operation_set_n_pages (operation, 1);
  job->is_ready = job->record == NULL;
  if (job->record != NULL)
    make_brief (job->window, job->record, gtk_print_context_get_width (context) * PX_PER_POINT, gtk_print_context_get_height (context) * PX_PER_POINT,
                brief_to_print_cb, g_object_ref (operation));
}

/* asked again and again, in idle moments, until it says that the pages are counted */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             gpointer           user_data)
{
  const Job *job = user_data;

  if (job->is_ready && job->brief != NULL)
    gtk_print_operation_set_n_pages (operation, (int) shanhai_brief_get_n_pages (job->brief));
  else if (job->is_ready && job->record != NULL)
    gtk_print_operation_cancel (operation);
  else if (!job->is_ready)
    /* and not so often that it keeps a processor busy */
    g_usleep (2000);
  return job->is_ready;
}

static void
draw_marks (GtkPrintContext *context,
            ShanhaiMarks    *marks)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_save (cr);
  cairo_scale (cr, 1 / PX_PER_POINT, 1 / PX_PER_POINT);
  shanhai_marks_draw (marks, cr, NULL);
  cairo_restore (cr);
}

typedef struct
{
  GtkPrintOperation *operation;
  GtkPrintContext   *context;
} Page;

static void
chart_to_print_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree Page *page = user_data;
  g_autoptr (GtkPrintOperation) operation = page->operation;
  g_autoptr (GtkPrintContext) context = page->context;
  g_autoptr (ShanhaiMarks) marks = shanhai_figure_work_finish (result, NULL, NULL);

  if (marks != NULL)
    draw_marks (context, marks);
  gtk_print_operation_draw_page_finish (operation);
}

static void
draw_chart (Job               *job,
            GtkPrintOperation *operation,
            GtkPrintContext   *context)
{
  g_autoptr (ShanhaiChartOptions) options = shanhai_display_dup_options (shanhai_display_get_default ());
  const double width = gtk_print_context_get_width (context) * PX_PER_POINT;
  Page *page = g_new (Page, 1);

  /* paper is white and has a size of its own */
  options->theme = SHANHAI_THEME_LIGHT;
  options->text_scale = 1;
  options->width = width;
  options->height = MIN (gtk_print_context_get_height (context) * PX_PER_POINT, width * 0.75);
  page->operation = g_object_ref (operation);
  page->context = g_object_ref (context);
  gtk_print_operation_set_defer_drawing (operation);
  shanhai_figure_work_start (job->figure, options, NULL, chart_to_print_cb, page);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job *job = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (job->figure != NULL)
    {
      draw_chart (job, operation, context);
      return;
    }
  /* the case is gone: printing was called off already */
  if (job->brief == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, 1 / PX_PER_POINT, 1 / PX_PER_POINT);
  shanhai_brief_draw_page (job->brief, cr, (guint) page);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  /* asked for none it complains */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL && job->window->errors != NULL)
    shanhai_window_show_error (job->window, error->message);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ShanhaiWindow *self = SHANHAI_WINDOW (widget);
  ShanhaiPage *page = shanhai_window_get_visible_page (self);
  ShanhaiCase *record = get_case (self);
  ShanhaiFigure *figure = page != NULL && record == NULL ? shanhai_page_get_figure (page) : NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  Job *job;

  if (record == NULL && figure == NULL)
    return;

  job = g_new0 (Job, 1);
  job->window = g_object_ref (self);
  g_set_object (&job->record, record);
  g_set_object (&job->figure, figure);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, gtk_window_get_title (GTK_WINDOW (self)));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), JOB, job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

void
shanhai_window_install_print (GtkWidgetClass *widget_class)
{
  static const ShanhaiWindowAction actions[] = {
    { "win.export-brief", NULL, export_brief_action },
    { "win.print", NULL, print_action },
  };

  shanhai_window_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}

void
shanhai_window_update_print (ShanhaiWindow *self)
{
  ShanhaiPage *page = self->document != NULL ? shanhai_window_get_visible_page (self) : NULL;
  const bool has_case = page != NULL && get_case (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-brief", has_case);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_case || (page != NULL && shanhai_page_get_figure (page) != NULL));
}

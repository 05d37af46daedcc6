/* shanhai-show-folder.c - shows in the file manager where a file lies. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a sandbox the folder that the program sees is the portal's own. The portal takes the file itself, and shows it where it
 * really lies. */

#include "shanhai-show-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

#include "shanhai-sandbox.h"

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
portal_called_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  g_autoptr (GVariant) handle
    = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, &error);

  if (handle != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_dbus_error_strip_remote_error (error);
  g_task_return_error (task, error);
}

/* takes the task */
static void
ask_portal (GTask      *task,
            const char *path)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  GError *error = NULL;
  /* portals refuse to show what could be written through the descriptor, unless that is asked for */
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  int number = errno;
  int handle = -1;

  if (fd < 0)
    g_set_error_literal (&error, G_IO_ERROR, (int) g_io_error_from_errno (number), g_strerror (number));
  else
    {
      handle = g_unix_fd_list_append (fds, fd, &error);
      close (fd);
    }
  if (handle >= 0 && bus == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, g_strerror (ENOTCONN));
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  g_dbus_connection_call_with_unix_fd_list (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                            "org.freedesktop.portal.OpenURI", "OpenDirectory",
                                            g_variant_new ("(sha{sv})", "", handle, NULL), G_VARIANT_TYPE ("(o)"),
                                            G_DBUS_CALL_FLAGS_NONE, -1, fds, g_task_get_cancellable (task),
                                            portal_called_cb, task);
}

/**
 * shanhai_show_folder_async:
 * @file: a file that is there
 * @widget: where the person asked for it
 * @callback: called when the file manager was asked
 * @user_data: for @callback
 *
 * Opens the folder of a file with the person's file manager.
 */
void
shanhai_show_folder_async (GFile               *file,
                           GtkWidget           *widget,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;

  g_task_set_source_tag (task, shanhai_show_folder_async);
  if (shanhai_sandbox_is_active () && g_file_peek_path (file) != NULL)
    {
      ask_portal (task, g_file_peek_path (file));
      return;
    }

  folder = g_file_get_parent (file);
  uri = g_file_get_uri (folder != NULL ? folder : file);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb, task);
}

/**
 * shanhai_show_folder_finish:
 *
 * Returns: whether the file manager was asked; errors are those of GIO
 */
bool
shanhai_show_folder_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

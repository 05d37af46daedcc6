/* shanhai-show-folder.h - shows in the file manager where a file lies. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

void  shanhai_show_folder_async  (GFile                *file,
                                  GtkWidget            *widget,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
bool  shanhai_show_folder_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS

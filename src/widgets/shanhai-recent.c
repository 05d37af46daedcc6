/* shanhai-recent.c - the casebooks opened last, from the desktop's own list. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-recent.h"

#include <stdbool.h>
#include <string.h>

#include "shanhai-sandbox.h"

/* (transfer full): the file, or what it is a document of, where a portal tells that */
static GFile *
dup_origin (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *origin = path != NULL ? shanhai_sandbox_dup_origin (path) : NULL;

  return origin != NULL ? g_file_new_for_path (origin) : g_object_ref (file);
}

static bool
is_casebook (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), SHANHAI_MIME_TYPE) == 0
         || g_str_has_suffix (gtk_recent_info_get_uri (info), ".shanhai");
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited ((GtkRecentInfo *) a);
  GDateTime *second = gtk_recent_info_get_visited ((GtkRecentInfo *) b);

  return g_date_time_compare (second, first);
}

GPtrArray *
shanhai_recent_dup_files (guint max)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) met = g_hash_table_new_full ((GHashFunc) g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  infos = g_list_sort (infos, compare_times);
  for (GList *l = infos; l != NULL && files->len < max; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr (GFile) file = NULL;

      /* remote files aren't asked for: that may take long */
      if (!is_casebook (info) || (gtk_recent_info_is_local (info) && !gtk_recent_info_exists (info)))
        continue;

      /* one file may have been several documents */
      file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
      if (g_hash_table_add (met, dup_origin (file)))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }

  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return g_steal_pointer (&files);
}

void
shanhai_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *command = g_strjoin (" ", g_get_prgname (), "%u", NULL);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) SHANHAI_MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = command,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
shanhai_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

char *
shanhai_recent_dup_folder (GFile *file)
{
  g_autoptr (GFile) origin = dup_origin (file);
  g_autoptr (GFile) parent = g_file_get_parent (origin);
  g_autofree char *name = parent != NULL ? g_file_get_parse_name (parent) : NULL;
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (name == NULL || strstr (name, "/run/user/") != NULL)
    return g_strdup ("");
  if (g_str_has_prefix (name, home) && (name[length] == '/' || name[length] == '\0'))
    return g_strconcat ("~", name + length, NULL);
  return g_steal_pointer (&name);
}

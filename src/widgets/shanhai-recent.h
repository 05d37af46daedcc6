/* shanhai-recent.h - the casebooks opened last, from the desktop's own list. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SHANHAI_MIME_TYPE "application/vnd.shanhai.casebook+jsonl"

/* (transfer full) (element-type GFile): newest first, at most @max; those that are gone left out */
GPtrArray *shanhai_recent_dup_files    (guint       max);
/* puts it at the top of the list */
void       shanhai_recent_add          (GFile      *file);
/* takes it out: a file that couldn't be found */
void       shanhai_recent_remove       (GFile      *file);
/* (transfer full): where it lies, as a person would say it: "~/Documents"; never a portal's path */
char      *shanhai_recent_dup_folder   (GFile      *file);

G_END_DECLS

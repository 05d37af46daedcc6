/* shanhai-load.h - a casebook file is read: what it holds and what is wrong with it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file whose header can be read opens. Lines that can't be read are damages: told by number and text, left out of the casebook,
 * which is read-only then, so that nothing is lost. Anything else (a folder, an empty file, not a casebook) is an error. A load
 * belongs to whoever made it; it is a plain struct. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-progress.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_READ_ONLY_NO,
  SHANHAI_READ_ONLY_DAMAGED,       /* lines were left out; saving would lose them */
  SHANHAI_READ_ONLY_NEWER_FORMAT,  /* a later version wrote it */
  SHANHAI_READ_ONLY_BACKUP,        /* an earlier version of another file, which the program keeps */
} ShanhaiReadOnlyReason;

#define SHANHAI_TYPE_READ_ONLY_REASON (shanhai_read_only_reason_get_type ())

/* a line that was left out */
typedef struct
{
  guint              line;     /* from 1 */
  ShanhaiStoreError  code;
  char              *text;     /* of the line, shortened, on one line */
  char              *message;  /* translated: what is wrong and what to do */
  /* of SHANHAI_STORE_ERROR_ORDER, else NULL: a draft of the record without its turned time, and that time */
  ShanhaiRecord     *turned;
  char              *turned_time;
} ShanhaiDamage;

typedef enum
{
  SHANHAI_FINDING_DANGLING,     /* refers to a record that isn't there */
  SHANHAI_FINDING_WRONG_TARGET, /* refers to a record of a type that the member doesn't take */
  SHANHAI_FINDING_PLACE_CYCLE,  /* a place that lies in itself */
} ShanhaiFindingKind;

/* something that the file says and that can't be so; the records are in the casebook all the same */
typedef struct
{
  guint               line;
  ShanhaiFindingKind  kind;
  char               *id;       /* of the record */
  char               *target;   /* the id that it refers to */
  char               *message;  /* translated */
} ShanhaiLoadFinding;

typedef struct
{
  ShanhaiCasebook       *casebook;
  char                  *name;       /* of the file, as messages show it */
  char                  *etag;       /* of the file as it was read, or NULL */
  GPtrArray             *damages;    /* of ShanhaiDamage, by line */
  ShanhaiReadOnlyReason  read_only;
  GPtrArray             *records;    /* in the order of the file … */
  GArray                *lines;      /* … and the guint32 line number of each */
} ShanhaiLoad;

GType         shanhai_read_only_reason_get_type (void) G_GNUC_CONST;
/* one translated sentence for the person whose file it is; NULL for NO */
const char   *shanhai_read_only_reason_describe (ShanhaiReadOnlyReason   reason);

ShanhaiLoad  *shanhai_load_file         (GFile                *file,
                                         GCancellable         *cancellable,
                                         ShanhaiProgressFunc   progress,
                                         gpointer              progress_data,
                                         GError              **error);
/* the same; `bytes` (out) (transfer full) (optional): what was read, where it could be */
ShanhaiLoad  *shanhai_load_file_and_bytes (GFile              *file,
                                         GBytes              **bytes,
                                         GCancellable         *cancellable,
                                         ShanhaiProgressFunc   progress,
                                         gpointer              progress_data,
                                         GError              **error);
/* the whole stream, standard input for one; `name` is for messages */
ShanhaiLoad  *shanhai_load_stream       (GInputStream         *stream,
                                         const char           *name,
                                         GCancellable         *cancellable,
                                         ShanhaiProgressFunc   progress,
                                         gpointer              progress_data,
                                         GError              **error);
ShanhaiLoad  *shanhai_load_bytes        (GBytes               *bytes,
                                         const char           *name,
                                         GCancellable         *cancellable,
                                         ShanhaiProgressFunc   progress,
                                         gpointer              progress_data,
                                         GError              **error);
/* `progress` is called in the main context that was the thread's default here */
void          shanhai_load_file_async   (GFile                *file,
                                         GCancellable         *cancellable,
                                         ShanhaiProgressFunc   progress,
                                         gpointer              progress_data,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
ShanhaiLoad  *shanhai_load_file_finish  (GAsyncResult         *result,
                                         GError              **error);
void          shanhai_load_free         (ShanhaiLoad          *self);

/* (transfer full) (element-type ShanhaiLoadFinding): by line; what refers to nothing, and places that lie in themselves. To be asked
 * before the casebook is changed. */
GPtrArray    *shanhai_load_verify       (ShanhaiLoad          *self);
/* (transfer full): "NAME:LINE: message", as the command line prints it */
char         *shanhai_load_format_damage  (ShanhaiLoad              *self,
                                           const ShanhaiDamage      *damage);
char         *shanhai_load_format_finding (ShanhaiLoad              *self,
                                           const ShanhaiLoadFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiLoad, shanhai_load_free)

G_END_DECLS

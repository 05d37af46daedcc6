/* shanhai-store-error.h - what can be wrong with a casebook file. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Messages are translated, one line, and say what is wrong and what to do. Errors of a whole file begin with "NAME:LINE: " or "NAME: ".
 * A cancelled call is G_IO_ERROR_CANCELLED. */

#pragma once

#include <gio/gio.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  /* a line */
  SHANHAI_STORE_ERROR_SYNTAX,     /* not JSON, or something stands behind the one object */
  SHANHAI_STORE_ERROR_TRUNCATED,  /* the line ends in the middle of its object */
  SHANHAI_STORE_ERROR_ENCODING,   /* not UTF-8, NUL, half a surrogate pair */
  SHANHAI_STORE_ERROR_DEPTH,      /* more than SHANHAI_LINE_MAX_DEPTH levels */
  SHANHAI_STORE_ERROR_TOO_LONG,   /* more than SHANHAI_LINE_MAX_BYTES */
  SHANHAI_STORE_ERROR_DUPLICATE,  /* a member twice in one object, an id twice in one file */
  SHANHAI_STORE_ERROR_RANGE,      /* a number that can't be held */
  SHANHAI_STORE_ERROR_TYPE,       /* a member of the wrong JSON type */
  SHANHAI_STORE_ERROR_VALUE,      /* right type, but not what the member takes: a date that isn't one, an empty id */
  SHANHAI_STORE_ERROR_MEMBER,     /* a member that must be there is missing */
  SHANHAI_STORE_ERROR_ORDER,      /* a time that ends before it begins, and nothing else is wrong with the line */
  /* a file */
  SHANHAI_STORE_ERROR_FORMAT,     /* not a casebook: empty, or no header */
  SHANHAI_STORE_ERROR_LIMIT,      /* more than SHANHAI_CASEBOOK_MAX_RECORDS */
  SHANHAI_STORE_ERROR_NOT_FOUND,
  SHANHAI_STORE_ERROR_FOLDER,     /* a folder, not a file */
  SHANHAI_STORE_ERROR_PERMISSION, /* the file, or for saving its folder, may not be used */
  SHANHAI_STORE_ERROR_NO_SPACE,
  SHANHAI_STORE_ERROR_CHANGED,    /* somebody else has changed the file since it was read */
  SHANHAI_STORE_ERROR_READ_ONLY,  /* the casebook was opened read-only */
  SHANHAI_STORE_ERROR_FAILED,     /* reading or writing failed for another reason, which the message tells */
} ShanhaiStoreError;

#define SHANHAI_STORE_ERROR (shanhai_store_error_quark ())

#define SHANHAI_LINE_MAX_BYTES 1000000
#define SHANHAI_LINE_MAX_DEPTH 64
#define SHANHAI_CASEBOOK_MAX_RECORDS 1000000

GQuark  shanhai_store_error_quark     (void);

/* Text of a file as a message can show it: one line, control characters and bytes that aren't UTF-8 escaped, cut off after `max_chars`. */
char   *shanhai_store_shorten         (const char    *text,
                                       gsize          length,
                                       guint          max_chars);
/* (transfer full): the base name of a file, never the path that a portal gives it */
char   *shanhai_store_dup_name        (GFile         *file);
/* Says an error of GIO in the store's words: "NAME: this is a folder; choose a file". Cancelling stays G_IO_ERROR_CANCELLED. Takes
 * `cause` over. */
void    shanhai_store_take_io_error   (GError       **error,
                                       GError        *cause,
                                       const char    *name,
                                       bool           writing);
/* As that one, of a whole file: also tells a document of the portal that was withdrawn, its whole folder with it. */
void    shanhai_store_take_file_error (GError       **error,
                                       GError        *cause,
                                       GFile         *file,
                                       bool           writing);

G_END_DECLS

/* shanhai-record-read.h - a line of a casebook file becomes a record. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line is the header, a record, or (in journals and change files) `{"record":"deleted","id":…}`. Each member is checked by its kind;
 * what the program doesn't know is kept as text. A reader serves one thread; make one for each. */

#pragma once

#include "shanhai-header.h"
#include "shanhai-record.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_LINE_RECORD,
  SHANHAI_LINE_HEADER,
  SHANHAI_LINE_DELETED,
} ShanhaiLineKind;

typedef struct _ShanhaiRecordReader ShanhaiRecordReader;

ShanhaiRecordReader *shanhai_record_reader_new   (void);
void                 shanhai_record_reader_free  (ShanhaiRecordReader  *self);

/* Reads one line, without its line end. Returns false with a SHANHAI_STORE_ERROR about a line. `out_kind` says which of the others is
 * set: `out_record` (transfer full), a draft; or the header, to be cleared by the caller, whose `format` is 0 where the line doesn't say
 * one; or the id of what is deleted (transfer full). `out_header` and `out_deleted` may be NULL: then a header is an error, and `deleted` a record type that isn't known. */
bool                 shanhai_record_reader_read  (ShanhaiRecordReader  *self,
                                                  const char           *line,
                                                  gsize                 length,
                                                  ShanhaiLineKind      *out_kind,
                                                  ShanhaiRecord       **out_record,
                                                  ShanhaiHeader        *out_header,
                                                  char                **out_deleted,
                                                  GError              **error);

/* After SHANHAI_STORE_ERROR_ORDER (transfer full): the record without the time that ends before it begins, and that time as it is written */
ShanhaiRecord       *shanhai_record_reader_steal_turned (ShanhaiRecordReader *self,
                                                         char               **time);
/* (transfer full): one record from one line; for tests, the clipboard and the like */
ShanhaiRecord       *shanhai_record_from_line    (const char           *line,
                                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiRecordReader, shanhai_record_reader_free)

G_END_DECLS

/* shanhai-record-write.h - a record becomes its canonical line. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members in the order of the record's table, defaults left out, unknown members last as they were, no white space, strings escaped as
 * little as RFC 8785 does. The same record always gives the same bytes. Safe to call from several threads while nobody changes the
 * records. */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

/* appends the line without its line end */
void   shanhai_record_append_line    (ShanhaiRecord   *record,
                                      GString         *string);
/* (transfer full): the line without its line end */
char  *shanhai_record_to_line        (ShanhaiRecord   *record);
/* the first line of the file */
void   shanhai_casebook_append_header (ShanhaiCasebook *casebook,
                                       GString         *string);
/* the same for a header on its own; where its format is 0, as changes have it, it doesn't say one */
void   shanhai_header_append_line     (const ShanhaiHeader *header,
                                       GString             *string);
/* `{"record":"deleted","id":…}` */
void   shanhai_deleted_append_line   (const char      *id,
                                      GString         *string);
/* a text between its quotes, escaped as in records */
void   shanhai_text_append_json      (const char      *text,
                                      GString         *string);

G_END_DECLS

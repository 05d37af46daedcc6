/* shanhai-table-text.h - a table as the text of a source, so that citations point at its cells. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line a row, cells set apart by TAB; line ends and tabs within a cell become spaces. A large table isn't held as text; then its cells
 * are told by the row (as paragraph) and the quote alone. The table must outlive it. */

#pragma once

#include "shanhai-citation.h"
#include "shanhai-table.h"

G_BEGIN_DECLS

/* bytes; what a line of a casebook holds with room for escapes and the other members */
#define SHANHAI_TABLE_TEXT_MAX_BYTES 400000

typedef struct _ShanhaiTableText ShanhaiTableText;

/* (transfer full) (nullable): what to write behind that cell */
typedef char *(*ShanhaiTableSuffixFunc) (guint row, guint column, gpointer user_data);

ShanhaiTableText *shanhai_table_text_new   (const ShanhaiTable      *table,
                                            ShanhaiTableSuffixFunc   suffix,
                                            gpointer                 user_data);
void              shanhai_table_text_free  (ShanhaiTableText    *self);
/* (transfer none) (nullable) */
const char       *shanhai_table_text_get   (ShanhaiTableText    *self);
/* fills in quote, start, length, paragraph and hash */
void              shanhai_table_text_cite  (ShanhaiTableText    *self,
                                            guint                row,
                                            guint                column,
                                            ShanhaiCitation     *citation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTableText, shanhai_table_text_free)

G_END_DECLS

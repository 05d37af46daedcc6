/* shanhai-table-columns-private.h - what the files of table columns share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-table-columns.h"

G_BEGIN_DECLS

/* between the ids or labels of a list */
#define SHANHAI_TABLE_SEPARATOR "; "

/* what of a field stands in a column */
typedef enum
{
  SHANHAI_PART_RECORD,
  SHANHAI_PART_ID,
  SHANHAI_PART_JSON,
  SHANHAI_PART_WHOLE,
  SHANHAI_PART_LABEL,
  SHANHAI_PART_LANGUAGE,
  /* of a quantity, in the order of `shanhai_table_quantity_parts` */
  SHANHAI_PART_VALUE,
  SHANHAI_PART_VALUE_HI,
  SHANHAI_PART_PRECISION,
  SHANHAI_PART_UNIT,
  SHANHAI_PART_QUALIFIER,
  SHANHAI_PART_PLANNED,
  /* of a citation, in the order of `shanhai_table_citation_parts` */
  SHANHAI_PART_SOURCE,
  SHANHAI_PART_SOURCE_LABEL,
  SHANHAI_PART_QUOTE,
  SHANHAI_PART_START,
  SHANHAI_PART_LENGTH,
  SHANHAI_PART_PARAGRAPH,
  SHANHAI_PART_HASH,
} ShanhaiTablePart;

extern const char * const shanhai_table_quantity_parts[6];
extern const char * const shanhai_table_citation_parts[7];

typedef struct
{
  const ShanhaiField *field;     /* NULL for record, id, json */
  ShanhaiTablePart    part;
  guint               index;     /* which citation */
  const char         *language;  /* interned, of a name */
  guint               place;     /* column of the table */
} ShanhaiTableColumn;

struct _ShanhaiTableColumns
{
  ShanhaiRecordType   type;
  const ShanhaiField *fields;
  guint               n_fields;
  GArray             *columns;  /* of ShanhaiTableColumn */
  guint               n_citations;
  ShanhaiRecordReader *reader;  /* tries whether written cells come back; made when it is needed */
};

/* the cells of one row, by column; NULL where empty */
typedef struct
{
  const ShanhaiTableColumns *columns;
  const char               **cells;
} ShanhaiTableRow;

static inline const ShanhaiTableColumn *
shanhai_table_columns_get (const ShanhaiTableColumns *self,
                           guint                      index)
{
  return &g_array_index (self->columns, ShanhaiTableColumn, index);
}

/* (transfer full) (nullable): what the record has in that column; labels only with a casebook */
char          *shanhai_table_column_dup_cell  (const ShanhaiTableColumn *column,
                                               ShanhaiCasebook          *casebook,
                                               ShanhaiRecord            *record,
                                               ShanhaiLanguage           language);
/* (transfer full) (nullable): the record that the cells tell of */
ShanhaiRecord *shanhai_table_row_read         (const ShanhaiTableRow    *row,
                                               ShanhaiRecordReader      *reader,
                                               GError                  **error);

G_END_DECLS

/* shanhai-record-columns.h - the columns in which tables show each type of record. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data, most of it: a column is a member of the record with a heading. Needs no display. */

#pragma once

#include "shanhai-wording.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_COLUMN_PLAIN    = 0,
  SHANHAI_COLUMN_FIGURE   = 1 << 0,  /* right-aligned, bold, tabular numerals */
  SHANHAI_COLUMN_DIM      = 1 << 1,  /* says the usual thing */
  SHANHAI_COLUMN_EXPAND   = 1 << 2,  /* gets the room that is left */
  SHANHAI_COLUMN_CITATION = 1 << 3,  /* the mark, no text */
  SHANHAI_COLUMN_TREE     = 1 << 4,  /* opens and closes the rows of a tree */
  SHANHAI_COLUMN_SPAN     = 1 << 5,  /* the time as a bar, no text; its heading is the years it spans */
} ShanhaiColumnFlags;

/* columns without text */
#define SHANHAI_COLUMN_WORDLESS (SHANHAI_COLUMN_CITATION | SHANHAI_COLUMN_SPAN)

typedef enum
{
  SHANHAI_COLUMN_BY_TEXT,
  SHANHAI_COLUMN_BY_FIGURE,
  SHANHAI_COLUMN_BY_PERIOD,
} ShanhaiColumnOrder;

typedef struct
{
  const char          *member;   /* of the record; what isn't one has `dup_text` */
  const char          *title;    /* to be translated: shanhai_record_column_get_title() */
  ShanhaiColumnFlags   flags;
  ShanhaiColumnOrder   order;
  guint                min_chars, nat_chars;  /* what a text may be cut to, and what it may ask for, in digits; a figure gets what it needs */
  char              *(*dup_text) (const ShanhaiWording *wording,
                                  ShanhaiRecord        *record);
} ShanhaiRecordColumn;

/* (transfer none): the columns of a named set, the most telling ones first: "observations", "flows", "pairings", "programmes", "exchanges", "timeline";
 * NULL for no such set */
const ShanhaiRecordColumn *shanhai_record_columns_get     (const char                *set,
                                                           guint                     *n_columns);
/* which type of record a table of that set makes: of "timeline" events, of "programmes" programmes */
ShanhaiRecordType          shanhai_record_columns_get_type (const char                *set);
/* (nullable): the member of a record of @type that stands in the column and can be edited there; NULL for what is derived, or isn't told of that type */
const char                *shanhai_record_column_get_member (const ShanhaiRecordColumn *self,
                                                             ShanhaiRecordType          type);
const char                *shanhai_record_column_get_title (const ShanhaiRecordColumn *self);
/* (transfer full): what the cell says; never NULL */
char                      *shanhai_record_column_dup_text (const ShanhaiRecordColumn *self,
                                                           const ShanhaiWording      *wording,
                                                           ShanhaiRecord             *record);
/* by figure or period; 0 for columns in the order of their text. What isn't told comes last. */
int                        shanhai_record_column_compare  (const ShanhaiRecordColumn *self,
                                                           ShanhaiRecord             *a,
                                                           ShanhaiRecord             *b);
/* "Part of" for part_of: what a person calls a member of a record */
const char                *shanhai_record_get_member_title (ShanhaiRecord            *record,
                                                            const char               *member);
/* (transfer full): one line of tab-separated texts, without a line end; a tab or line feed in a text becomes a space */
char                      *shanhai_record_columns_dup_line (const ShanhaiRecordColumn *columns,
                                                            guint                      n_columns,
                                                            const ShanhaiWording      *wording,
                                                            ShanhaiRecord             *record);
char                      *shanhai_record_columns_dup_heading (const ShanhaiRecordColumn *columns,
                                                               guint                      n_columns);

G_END_DECLS

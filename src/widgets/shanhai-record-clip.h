/* shanhai-record-clip.h - records as text for the clipboard, and such text as a change. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As JSON Lines a clip holds the records and, after them, the places, parties, sources and indicators that they name. As tab-separated text it is what the
 * table shows. Pasting makes one change that touches nothing that is there: a record whose id is taken comes under a new one, what the casebook has already
 * under the same id, code or name isn't made twice, and references to what is neither in the clip nor here are left out, and counted. Needs no display. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-record-columns.h"

G_BEGIN_DECLS

#define SHANHAI_CLIP_MIME_TYPE "application/vnd.shanhai.casebook+jsonl"

typedef enum
{
  SHANHAI_CLIP_ERROR_EMPTY,  /* no record is in it */
  SHANHAI_CLIP_ERROR_CELL,   /* a cell of tab-separated text can't be read; the message names row and column */
} ShanhaiClipError;

#define SHANHAI_CLIP_ERROR (shanhai_clip_error_quark ())

/* what a paste does, to be told in a passing message */
typedef struct
{
  guint      n_records;  /* that were copied, or rows */
  guint      n_with;     /* places, parties … that came with them */
  guint      n_lost;     /* things that aren't here, so that references to them were left out */
  GPtrArray *ids;        /* of the records, in the clip's order; owned */
} ShanhaiClipSummary;

GQuark         shanhai_clip_error_quark      (void);
void           shanhai_clip_summary_clear    (ShanhaiClipSummary         *self);

/* (transfer full): @records: (element-type ShanhaiRecord) */
char          *shanhai_clip_to_lines         (ShanhaiCasebook            *casebook,
                                              GPtrArray                  *records);
/* (transfer full): @case_id: (nullable): the case that the records are to belong to; without it they keep theirs, where it is here.
 * Errors: SHANHAI_CLIP_ERROR, SHANHAI_STORE_ERROR */
ShanhaiChange *shanhai_clip_from_lines       (ShanhaiCasebook            *casebook,
                                              const char                 *case_id,
                                              const char                 *text,
                                              ShanhaiClipSummary         *summary,
                                              GError                    **error);
/* (transfer full): a row is a record of @type. A first row that names the columns says their order; else it is that of the table.
 * Errors: SHANHAI_CLIP_ERROR */
ShanhaiChange *shanhai_clip_from_table       (ShanhaiCasebook            *casebook,
                                              const char                 *case_id,
                                              ShanhaiRecordType           type,
                                              const ShanhaiRecordColumn  *columns,
                                              guint                       n_columns,
                                              const char                 *text,
                                              ShanhaiClipSummary         *summary,
                                              GError                    **error);
/* (transfer full): the same records once more, under new ids */
ShanhaiChange *shanhai_clip_duplicate        (ShanhaiCasebook            *casebook,
                                              GPtrArray                  *records,
                                              ShanhaiClipSummary         *summary);
/* (transfer full): "Pasted 3 records and 2 that they name; 1 reference was left out: what it names isn't here." */
char          *shanhai_clip_dup_message      (const ShanhaiClipSummary   *summary);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShanhaiClipSummary, shanhai_clip_summary_clear)

G_END_DECLS

/* shanhai-table-field.h - a cell of a person's table becomes a member of a record. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"
#include "shanhai-table-cell.h"
#include "shanhai-table-names.h"

G_BEGIN_DECLS

/* what a cell needs besides its own text */
typedef struct
{
  ShanhaiTableNames *names;
  ShanhaiTableUnit   unit;       /* of figures */
  const char        *code;       /* of the place that is named, or NULL */
} ShanhaiTableContext;

/* Fills a draft's member. Errors are SHANHAI_STORE_ERROR, SHANHAI_QUANTITY_ERROR or SHANHAI_PERIOD_ERROR; their messages say what is wrong with the
 * cell, without saying which. */
bool  shanhai_table_set_field      (ShanhaiRecord              *record,
                                    const char                 *member,
                                    const char                 *text,
                                    const ShanhaiTableContext  *context,
                                    GError                    **error);
/* (transfer full): what was read, for a person: "125 000 CNY", 2019年 */
char *shanhai_table_describe_field (ShanhaiCasebook            *casebook,
                                    ShanhaiTableNames          *names,
                                    ShanhaiRecord              *record,
                                    const char                 *member,
                                    ShanhaiLanguage             language);

G_END_DECLS

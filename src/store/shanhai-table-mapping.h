/* shanhai-table-mapping.h - what each column of a person's table becomes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Guessed from the headings (data/tables/headings.txt, the vocabulary's indicators, years), changed by the person, and remembered by the
 * table's signature: its headings, whatever the rows. A value type with open members. */

#pragma once

#include "shanhai-table-cell.h"
#include "shanhai-table-names.h"
#include "shanhai-table.h"

G_BEGIN_DECLS

typedef struct
{
  char             *member;     /* "subject", "value", "value.unit", "subject.code", "citation.source"; NULL: the column is left out */
  ShanhaiTableUnit  unit;       /* that the heading names */
  char             *indicator;  /* of a column of values: the one indicator it holds, or NULL */
  char             *period;     /* of a column of values: EDTF, the one time it is of, or NULL */
} ShanhaiTableTarget;

typedef struct
{
  ShanhaiRecordType  type;
  guint              header_row;
  char              *case_id;     /* or NULL */
  ShanhaiTableUnit   unit;        /* of the whole table: 单位：万元 above it */
  GPtrArray         *targets;     /* ShanhaiTableTarget *, one a column */
  GHashTable        *constants;   /* member → text, for what no column says */
} ShanhaiTableMapping;

/* what a column of that type can become: NULL-terminated members, static */
const char * const  *shanhai_table_list_members         (ShanhaiRecordType     type);
/* the member of the type that is a figure: "value", "amount", "count"; or NULL */
const char          *shanhai_table_get_figure_member    (ShanhaiRecordType     type);

/* (transfer full): `type` OTHER: guess that too */
ShanhaiTableMapping *shanhai_table_mapping_guess        (const ShanhaiTable   *table,
                                                         ShanhaiTableNames    *names,
                                                         ShanhaiRecordType     type);
ShanhaiTableMapping *shanhai_table_mapping_copy         (const ShanhaiTableMapping *self);
void                 shanhai_table_mapping_free         (ShanhaiTableMapping  *self);
/* Makes the column that member, NULL for none. Text behind '=' fixes the indicator, behind '@' the time: "value=poverty-headcount@2019". */
bool                 shanhai_table_mapping_set_target   (ShanhaiTableMapping  *self,
                                                         guint                 column,
                                                         const char           *target,
                                                         GError              **error);
/* (transfer full): the text for set_target; "" for none */
char                *shanhai_table_mapping_dup_target   (const ShanhaiTableMapping *self,
                                                         guint                 column);

/* (transfer full): of the table's headings */
char                *shanhai_table_dup_signature        (const ShanhaiTable   *table,
                                                         guint                 header_row);
/* a file of mappings, one group a signature */
bool                 shanhai_table_mapping_recall       (ShanhaiTableMapping  *self,
                                                         const ShanhaiTable   *table,
                                                         GKeyFile             *from);
void                 shanhai_table_mapping_remember     (const ShanhaiTableMapping *self,
                                                         const ShanhaiTable   *table,
                                                         GKeyFile             *to);
/* (transfer full): the file where the program keeps them */
char                *shanhai_table_mapping_dup_path     (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTableMapping, shanhai_table_mapping_free)

G_END_DECLS

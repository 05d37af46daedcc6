/* shanhai-import-problem.h - one thing that can't be read in a table, as an item of a list. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-table-import.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_IMPORT_PROBLEM (shanhai_import_problem_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiImportProblem, shanhai_import_problem, SHANHAI, IMPORT_PROBLEM, GObject)

ShanhaiImportProblem *shanhai_import_problem_new        (const ShanhaiTableProblem *problem);
guint                 shanhai_import_problem_get_row    (ShanhaiImportProblem      *self);
/* -1 for the whole row */
int                   shanhai_import_problem_get_column (ShanhaiImportProblem      *self);
/* (transfer full): "Row 12, column C: …" */
char                 *shanhai_import_problem_dup_text   (ShanhaiImportProblem      *self);

G_END_DECLS

/* shanhai-import-problem.c - one thing that can't be read in a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-import-problem.h"

#include <glib/gi18n.h>

#include "shanhai-table.h"

struct _ShanhaiImportProblem
{
  GObject  parent_instance;

  guint    row;
  int      column;
  char    *message;
};

G_DEFINE_FINAL_TYPE (ShanhaiImportProblem, shanhai_import_problem, G_TYPE_OBJECT)

static void
shanhai_import_problem_finalize (GObject *object)
{
  g_free (SHANHAI_IMPORT_PROBLEM (object)->message);

  G_OBJECT_CLASS (shanhai_import_problem_parent_class)->finalize (object);
}

static void
shanhai_import_problem_class_init (ShanhaiImportProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_import_problem_finalize;
}

static void
shanhai_import_problem_init (ShanhaiImportProblem *self)
{
}

ShanhaiImportProblem *
shanhai_import_problem_new (const ShanhaiTableProblem *problem)
{
  ShanhaiImportProblem *self = g_object_new (SHANHAI_TYPE_IMPORT_PROBLEM, NULL);

  self->row = problem->row;
  self->column = problem->column;
  self->message = g_strdup (problem->message);

  return self;
}

guint
shanhai_import_problem_get_row (ShanhaiImportProblem *self)
{
  g_return_val_if_fail (SHANHAI_IS_IMPORT_PROBLEM (self), 0);

  return self->row;
}

int
shanhai_import_problem_get_column (ShanhaiImportProblem *self)
{
  g_return_val_if_fail (SHANHAI_IS_IMPORT_PROBLEM (self), -1);

  return self->column;
}

char *
shanhai_import_problem_dup_text (ShanhaiImportProblem *self)
{
  g_autofree char *letters = NULL;

  g_return_val_if_fail (SHANHAI_IS_IMPORT_PROBLEM (self), NULL);

  if (self->column < 0)
    /* Translators: of a table; what is wrong with the row */
    return g_strdup_printf (_("Row %u: %s"), self->row + 1, self->message);

  letters = shanhai_table_column_name ((guint) self->column);
  /* Translators: of a table; %s is the column's letter, then what is wrong with the cell */
  return g_strdup_printf (_("Row %u, column %s: %s"), self->row + 1, letters, self->message);
}

/* model-test.h - casebooks for the model's tests, made of lines. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-casebook.h"

/* (transfer full): of the lines of a casebook file, header first; nothing may be wrong with them but references */
ShanhaiCasebook *model_test_casebook (const char      *lines);
/* (transfer full): of `n` generated records */
ShanhaiCasebook *model_test_generate (guint            n,
                                      guint32          seed);
/* (transfer full): what would be saved */
char            *model_test_dup_file (ShanhaiCasebook *casebook);
/* (transfer full): "flow-a → case-z" for each reference to a record that isn't there, sorted, one a line */
char            *model_test_dup_dangling (ShanhaiCasebook *casebook);

/* shanhai-case-list.h - the records of one type that belong to one case, live. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_LIST (shanhai_case_list_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCaseList, shanhai_case_list, SHANHAI, CASE_LIST, GObject)

ShanhaiCaseList *shanhai_case_list_new (ShanhaiCasebook   *casebook,
                                        ShanhaiRecordType  type,
                                        const char        *case_id);

G_END_DECLS

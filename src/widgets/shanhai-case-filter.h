/* shanhai-case-filter.h - which cases a search finds: by any word, place, party or source. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a GtkFilterListModel of ShanhaiCase. A case is found by its own words and by what its records name: places and what they lie in, parties,
 * programmes, events, sources. These are gathered at the first query, and again at the first one after the casebook has changed. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_FILTER (shanhai_case_filter_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCaseFilter, shanhai_case_filter, SHANHAI, CASE_FILTER, GtkFilter)

/* Properties: "casebook", "query" (read and write) */
ShanhaiCaseFilter *shanhai_case_filter_new          (void);

ShanhaiCasebook   *shanhai_case_filter_get_casebook (ShanhaiCaseFilter *self);
/* @casebook: (nullable) */
void               shanhai_case_filter_set_casebook (ShanhaiCaseFilter *self,
                                                     ShanhaiCasebook   *casebook);
/* as it was typed; never NULL */
const char        *shanhai_case_filter_get_query    (ShanhaiCaseFilter *self);
/* @query: (nullable): NULL and "" find everything */
void               shanhai_case_filter_set_query    (ShanhaiCaseFilter *self,
                                                     const char        *query);

G_END_DECLS

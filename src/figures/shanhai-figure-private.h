/* shanhai-figure-private.h - what the kinds of figure share while one is put together. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-bar-chart.h"
#include "shanhai-flow-chart.h"
#include "shanhai-observation.h"
#include "shanhai-trend-chart.h"
#include "shanhai-vocabulary.h"

G_BEGIN_DECLS

typedef struct _ShanhaiCited ShanhaiCited;

/* one layout: the records asked for and the language they are told in; lives on the stack */
typedef struct
{
  ShanhaiCasebook           *casebook;
  const char * const        *cases;  /* ids, or NULL for all */
  const char                *by;
  const ShanhaiChartOptions *options;
  const ShanhaiWords        *words;
  ShanhaiLanguage            language;
  ShanhaiCited              *cited;
} ShanhaiFigureContext;

ShanhaiTrendChart *shanhai_figure_build_poverty (const ShanhaiFigureContext *context);
/* `by` is "recipient" or "project" */
ShanhaiFlowChart  *shanhai_figure_build_funds   (const ShanhaiFigureContext *context);
/* `by` is "sector" or "year" */
ShanhaiBarChart   *shanhai_figure_build_bars    (const ShanhaiFigureContext *context);

/* (transfer container) (element-type ShanhaiRecord): those of one type in the context's cases, in file order */
GPtrArray         *shanhai_figure_collect       (const ShanhaiFigureContext *context,
                                                 ShanhaiRecordType           type);
/* the colour of an entity: its place among the casebook's cases, so that it is the same in every chart */
int                shanhai_figure_case_slot     (const ShanhaiFigureContext *context,
                                                 const char                 *case_id);
/* "nearly 470 M CNY" (transfer full) */
char              *shanhai_figure_dup_words     (const ShanhaiFigureContext *context,
                                                 const ShanhaiQuantity      *quantity);
/* the same without qualifier and, but for percent, without unit: what stands beside a mark (transfer full) */
char              *shanhai_figure_dup_label     (const ShanhaiFigureContext *context,
                                                 const ShanhaiQuantity      *quantity);

/* a vocabulary label as it stands in the middle of a sentence: English ones lose their capital (transfer full) */
char              *shanhai_figure_dup_inner     (const ShanhaiFigureContext *context,
                                                 const char                 *label);

/* the sources that the drawn records cite */
ShanhaiCited      *shanhai_cited_new            (void);
void               shanhai_cited_free           (ShanhaiCited               *self);
void               shanhai_cited_add            (ShanhaiCited               *self,
                                                 ShanhaiRecord              *record);
/* "[1] Xiamen Daily, 15 Oct 2020, ¶ 5" each, numbered by date; empty for none (transfer full) */
char             **shanhai_cited_dup_lines      (const ShanhaiCited         *self,
                                                 const ShanhaiFigureContext *context);
char              *shanhai_cited_dup_date       (const ShanhaiCited         *self,
                                                 ShanhaiCasebook            *casebook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiCited, shanhai_cited_free)

G_END_DECLS

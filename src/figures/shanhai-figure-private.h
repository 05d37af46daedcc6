/* shanhai-figure-private.h - what the kinds of figure share while one is put together. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-bar-chart.h"
#include "shanhai-figure-draft.h"
#include "shanhai-flow-chart.h"
#include "shanhai-observation.h"
#include "shanhai-trend-chart.h"
#include "shanhai-vocabulary.h"

G_BEGIN_DECLS

typedef struct _ShanhaiCited ShanhaiCited;

/* what one chart is read from: the records asked for and the language they are told in; lives as long as the reading */
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

/* How charts of one kind are read from the casebook, some records at a time, and laid out. In the order of their use; what is shown while the casebook may be
 * edited between two of them is thrown away. */
typedef struct
{
  /* (transfer full): @context must outlive it */
  gpointer      (*start)  (const ShanhaiFigureContext *context);
  /* until that time (monotonic, µs) or a little longer; returns whether nothing is left to read */
  bool          (*go_on)  (gpointer                    builder,
                           gint64                      until);
  /* (transfer full): the chart's data, which hold nothing of the casebook */
  gpointer      (*finish) (gpointer                    builder);
  void          (*drop)   (gpointer                    builder);
  /* how many points, links or bars there are */
  guint         (*count)  (gconstpointer               chart);
  /* in any thread (transfer full) */
  ShanhaiMarks *(*layout) (gconstpointer               chart,
                           const ShanhaiChartOptions  *options);
  void          (*clear)  (gpointer                    chart);
} ShanhaiFigureBuilder;

/* charts of ShanhaiTrendChart; `by` is an indicator's key */
extern const ShanhaiFigureBuilder shanhai_figure_poverty_builder;
/* of ShanhaiFlowChart; `by` is "recipient" or "project" */
extern const ShanhaiFigureBuilder shanhai_figure_funds_builder;
/* of ShanhaiBarChart; `by` is "sector" or "year" */
extern const ShanhaiFigureBuilder shanhai_figure_bars_builder;

const ShanhaiFigureBuilder *shanhai_figure_get_builder (ShanhaiFigure              *self);
/* everything at once (transfer full) */
gpointer                    shanhai_figure_build       (const ShanhaiFigureBuilder *builder,
                                                        const ShanhaiFigureContext *context);

/* of one that is read: a ShanhaiFlowChart or what its kind makes (transfer none) */
gconstpointer               shanhai_figure_draft_get_chart (const ShanhaiFigureDraft *self);

/* records that are read between two looks at the clock */
#define SHANHAI_FIGURE_STRIDE 32

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

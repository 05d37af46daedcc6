/* shanhai-figure.h - which records become which chart, with title, sources and words. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure is a question put to a casebook ("the poverty rate of these cases", "the money of this one"). It is answered at each layout, for the
 * language, theme and size asked for, so that screen, PNG, SVG, PDF and text all come from the same records by the same code. The datum keys of
 * the marks are record ids. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-chart-options.h"
#include "shanhai-marks.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FIGURE (shanhai_figure_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFigure, shanhai_figure, SHANHAI, FIGURE, GObject)

typedef enum
{
  SHANHAI_FIGURE_POVERTY,
  SHANHAI_FIGURE_FUNDS,
} ShanhaiFigureKind;

typedef enum
{
  SHANHAI_FIGURE_ERROR_KIND,  /* no such kind */
  SHANHAI_FIGURE_ERROR_BY,    /* this kind can't be drawn by that */
  SHANHAI_FIGURE_ERROR_CASE,  /* the casebook has no such case */
} ShanhaiFigureError;

#define SHANHAI_FIGURE_ERROR (shanhai_figure_error_quark ())

GQuark              shanhai_figure_error_quark   (void);

bool                shanhai_figure_kind_from_name (const char         *name,
                                                   ShanhaiFigureKind  *kind);
/* NULL-terminated: the values that `by` may have, the default first. poverty: an indicator key ("poverty-incidence", "poverty-headcount",
 * "poor-villages", or any other indicator). funds: "recipient", "project": where it went; "sector", "year": bars. */
const char * const *shanhai_figure_kind_list_by   (ShanhaiFigureKind   kind);

/* `cases`: ids, or NULL for all of the casebook; `by`: NULL for the default */
ShanhaiFigure      *shanhai_figure_new           (ShanhaiFigureKind    kind,
                                                  ShanhaiCasebook     *casebook,
                                                  const char * const  *cases,
                                                  const char          *by,
                                                  GError             **error);
ShanhaiFigureKind   shanhai_figure_get_kind      (ShanhaiFigure       *self);
ShanhaiCasebook    *shanhai_figure_get_casebook  (ShanhaiFigure       *self);
const char         *shanhai_figure_get_by        (ShanhaiFigure       *self);
const char * const *shanhai_figure_get_cases     (ShanhaiFigure       *self);
/* (transfer full): laid out afresh from what the casebook holds now */
ShanhaiMarks       *shanhai_figure_layout        (ShanhaiFigure             *self,
                                                  const ShanhaiChartOptions *options);
/* (transfer full): the laid-out marks as JSON; for funds {extent, nodes, links} of the unfolded diagram at true widths */
char               *shanhai_figure_layout_json   (ShanhaiFigure             *self,
                                                  const ShanhaiChartOptions *options);
/* ISO 8601 day of the newest source it draws from, for the metadata of a PDF; NULL when none tells (transfer full) */
char               *shanhai_figure_dup_date      (ShanhaiFigure             *self);

G_END_DECLS

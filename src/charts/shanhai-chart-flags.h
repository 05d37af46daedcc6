/* shanhai-chart-flags.h - small signs beside a chart's data that ask for a second look. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They lie over laid-out marks and move none of them: a chart is the same with and without. What is made of the marks alone (an exported file, a print, a copy)
 * never carries them. A sign stands beside its datum, clear of texts, markers and other signs as far as there is room; its kind shows in its shape as well as in
 * its colour. Immutable; lengths are px. */

#pragma once

#include "shanhai-marks.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

typedef struct _ShanhaiChartFlags ShanhaiChartFlags;

/* gravest first: where a datum stands for several records, that one is drawn */
typedef enum
{
  SHANHAI_FLAG_ALERT,    /* a disc with a bar: this can't be */
  SHANHAI_FLAG_CAUTION,  /* a triangle with a stroke and a dot: this may not be */
  SHANHAI_FLAG_NOTE,     /* a ring with a dot: something is missing */
} ShanhaiFlagKind;

/* px */
#define SHANHAI_FLAG_RADIUS 5.5
/* of background around it */
#define SHANHAI_FLAG_RIM 1.5

#define SHANHAI_N_FLAG_KINDS (SHANHAI_FLAG_NOTE + 1)

/* Whether a record asks for a sign; asked of every record of the chart, so it must be quick. @kind: (out) */
typedef bool  (*ShanhaiFlagFunc)     (const char      *record,
                                      ShanhaiFlagKind *kind,
                                      gpointer         user_data);
/* (transfer full) (nullable): what is to be said of a record that asks for one; asked of a few, while somebody reads it */
typedef char *(*ShanhaiFlagTextFunc) (const char      *record,
                                      gpointer         user_data);

/* @marks: are held; @scale: that of the chart's texts, 1 for a sign of 11 px; @user_data: of both functions, must live as long */
ShanhaiChartFlags *shanhai_chart_flags_new      (ShanhaiMarks            *marks,
                                                 double                   scale,
                                                 ShanhaiFlagFunc          ask,
                                                 ShanhaiFlagTextFunc      tell,
                                                 gpointer                 user_data);
void               shanhai_chart_flags_free     (ShanhaiChartFlags       *self);
guint              shanhai_chart_flags_get_n    (const ShanhaiChartFlags *self);
/* (transfer none) (nullable): the key of the datum whose sign lies there */
const char        *shanhai_chart_flags_hit      (const ShanhaiChartFlags *self,
                                                 double                   x,
                                                 double                   y);
/* of a datum's sign; false where it has none. @kind, @box: (out) (optional) */
bool               shanhai_chart_flags_get      (const ShanhaiChartFlags *self,
                                                 const char              *key,
                                                 ShanhaiFlagKind         *kind,
                                                 ShanhaiBox              *box);
/* (transfer none) (nullable): of a datum's sign, the gravest record */
const char        *shanhai_chart_flags_get_record (const ShanhaiChartFlags *self,
                                                 const char              *key);
/* (transfer full) (nullable): what is said at the pointer: the datum's tip, then what its sign stands for */
char              *shanhai_chart_flags_dup_tip  (const ShanhaiChartFlags *self,
                                                 const char              *key);
/* (transfer full): the chart's text alternative, then how many of its figures have a sign and what the gravest of these say */
char              *shanhai_chart_flags_describe (const ShanhaiChartFlags *self,
                                                 const ShanhaiWords      *words);
/* over the drawn marks, at the same origin */
void               shanhai_chart_flags_draw     (const ShanhaiChartFlags *self,
                                                 cairo_t                 *cr);
/* one sign alone, for what is drawn without marks; @radius: SHANHAI_FLAG_RADIUS times the scale of the texts */
void               shanhai_flag_kind_draw       (ShanhaiFlagKind          kind,
                                                 cairo_t                 *cr,
                                                 double                   x,
                                                 double                   y,
                                                 double                   radius,
                                                 ShanhaiTheme             theme);
ShanhaiColour      shanhai_flag_kind_get_colour (ShanhaiFlagKind          kind,
                                                 ShanhaiTheme             theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiChartFlags, shanhai_chart_flags_free)

G_END_DECLS

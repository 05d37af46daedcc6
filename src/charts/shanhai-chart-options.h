/* shanhai-chart-options.h - what the reader chooses about a chart: size, theme, language, parts. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Members are set directly; strings and words are owned by the options (use g_set_str-like replacement: free, then assign a copy). */

#pragma once

#include <glib-object.h>

#include "shanhai-palette.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

typedef struct
{
  double              width, height;  /* px at scale 1; 800 × 600 unless told */
  double              text_scale;     /* 1 unless told; all text sizes are multiplied by it */
  ShanhaiTheme        theme;
  ShanhaiWords       *words;          /* owned; never NULL */
  ShanhaiNumberStyle  number_style;
  bool                show_title;     /* title and subtitle */
  bool                show_sources;
  bool                show_legend;    /* the key of signs (no data, about, planned …) */
  bool                compact;        /* a small multiple: small title, no subtitle, no sources, narrow margins */
  char               *title;          /* instead of the chart's own; NULL: the chart's own */
  char               *subtitle;
} ShanhaiChartOptions;

#define SHANHAI_TYPE_CHART_OPTIONS (shanhai_chart_options_get_type ())

/* the (at most four) text sizes of a chart */
typedef enum
{
  SHANHAI_SIZE_TITLE,   /* 18 px; compact or on a small page: 14 */
  SHANHAI_SIZE_LABEL,   /* 12 px: subtitle, values, names */
  SHANHAI_SIZE_TICK,    /* 11 px: ticks, keys */
  SHANHAI_SIZE_SOURCE,  /* 10 px: sources and notes */
} ShanhaiSize;

GType                shanhai_chart_options_get_type     (void) G_GNUC_CONST;

/* 800 × 600, light, everything shown. @words: (nullable): NULL is English */
ShanhaiChartOptions *shanhai_chart_options_new          (ShanhaiWords              *words);
ShanhaiChartOptions *shanhai_chart_options_copy         (const ShanhaiChartOptions *self);
void                 shanhai_chart_options_free         (ShanhaiChartOptions       *self);
ShanhaiLanguage      shanhai_chart_options_get_language (const ShanhaiChartOptions *self);
/* px */
double               shanhai_chart_options_get_size     (const ShanhaiChartOptions *self,
                                                         ShanhaiSize                size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiChartOptions, shanhai_chart_options_free)

G_END_DECLS

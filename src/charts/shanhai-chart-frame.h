/* shanhai-chart-frame.h - what all charts share: title, subtitle, sources and notes around the plot. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All left-aligned, wrapped; the frame gives way where the page is small: first it shortens, then it leaves out the sources, then the subtitle. */

#pragma once

#include "shanhai-chart-options.h"
#include "shanhai-marks-builder.h"

G_BEGIN_DECLS

/* all borrowed, all nullable */
typedef struct
{
  const char         *title;
  const char         *subtitle;
  const char * const *sources;  /* "[1] Xiamen Daily, 15 Oct 2020" each; the frame puts "Sources:" before them */
  const char * const *notes;    /* sentences */
} ShanhaiChartTexts;

/* Adds the texts to the builder, sets its title and notes, and returns what is left for the plot. */
ShanhaiBox  shanhai_chart_frame_add (ShanhaiMarksBuilder       *builder,
                                     const ShanhaiChartOptions *options,
                                     const ShanhaiChartTexts   *texts);

G_END_DECLS

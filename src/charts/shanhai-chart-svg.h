/* shanhai-chart-svg.h - what Cairo's SVG lacks: title, description, role, steady ids, real text. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-marks.h"

G_BEGIN_DECLS

/* @svg is what Cairo wrote; with @with_texts the marks' texts are added as <text>. (transfer full) */
GString *shanhai_chart_svg_finish (const ShanhaiMarks *marks,
                                   const char         *svg,
                                   gsize               length,
                                   bool                with_texts);

G_END_DECLS

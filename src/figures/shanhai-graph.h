/* shanhai-graph.h - a bare graph out of a JSON file becomes a flow chart. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `{"nodes":[{"id","name"?,"stage"?}],"links":[{"source","target","value"}],"unit"?,"title"?}`. Ids are texts or whole numbers; values are numbers that
 * aren't negative. */

#pragma once

#include "shanhai-flow-chart.h"

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_GRAPH_ERROR_SYNTAX,  /* not JSON, or nested too deep */
  SHANHAI_GRAPH_ERROR_SHAPE,   /* a member is missing or of the wrong type */
  SHANHAI_GRAPH_ERROR_VALUE,   /* a negative amount, an id twice, a link to a node that isn't there */
} ShanhaiGraphError;

#define SHANHAI_GRAPH_ERROR (shanhai_graph_error_quark ())

GQuark            shanhai_graph_error_quark (void);

/* (transfer full): `name` is the file's, for messages ("NAME:LINE: …"); NULL on error */
ShanhaiFlowChart *shanhai_graph_read        (GBytes                    *bytes,
                                             const char                *name,
                                             const ShanhaiChartOptions *options,
                                             GError                   **error);

G_END_DECLS

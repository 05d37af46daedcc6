/* shanhai-flow-labels.h - room for the words beside a flow diagram's nodes. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-flow-layout.h"

G_BEGIN_DECLS

void shanhai_flow_labels_reserve (const ShanhaiFlowColumns   *columns,
                                  int                         n_nodes,
                                  const ShanhaiFlowLabelSize *sizes,
                                  double                      width,
                                  double                     *left,
                                  double                     *right);
void shanhai_flow_labels_place   (ShanhaiFlowBox             *boxes,
                                  int                         n_boxes,
                                  const ShanhaiFlowLabelSize *sizes,
                                  const ShanhaiFlowOptions   *options);

G_END_DECLS

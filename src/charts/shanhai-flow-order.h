/* shanhai-flow-order.h - an order of items in layers with little crossing. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-flow-layers.h"

G_BEGIN_DECLS

double shanhai_flow_order_solve (const ShanhaiFlowLayers *layers,
                                 gint64                   effort,
                                 int                     *order);

G_END_DECLS

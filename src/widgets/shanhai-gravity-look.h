/* shanhai-gravity-look.h - how grave a finding is, as an icon, a colour and words. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-finding.h"

G_BEGIN_DECLS

const char *shanhai_gravity_get_icon_name (ShanhaiGravity gravity);
/* a class of the style sheet */
const char *shanhai_gravity_get_css_class (ShanhaiGravity gravity);
/* (transfer full): "2 contradictions" */
char       *shanhai_gravity_dup_count     (ShanhaiGravity gravity,
                                           guint          n);

G_END_DECLS

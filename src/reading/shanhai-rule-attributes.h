/* shanhai-rule-attributes.h - the attributes that a line of data/reading gives a rule. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For shanhai-rules.c alone. A name that no class has is a fault in the program's own data, and ends it. */

#pragma once

#include "shanhai-rules.h"

G_BEGIN_DECLS

/* a ShanhaiUnitClass */
guint  shanhai_rule_get_class        (const char  *name);
/* `traps`: before and after are those of numbers that are no figures. False when the attribute says nothing. */
bool   shanhai_rule_parse_attribute  (ShanhaiRule *rule,
                                      const char  *attribute,
                                      bool         traps);

G_END_DECLS

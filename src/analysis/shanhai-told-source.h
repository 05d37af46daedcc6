/* shanhai-told-source.h - （转载自某报）, 据某部简报, "originally published by …": where a text itself says that it comes from. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-source.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): letters and figures of the publisher's name, by which sources are found */
char *shanhai_source_dup_publisher_key      (ShanhaiSource *self);
/* (transfer full) (nullable): the same of the publisher that the title, the text's beginning or its end names as its origin */
char *shanhai_source_dup_told_publisher_key (ShanhaiSource *self);
/* of the numbers that a text prints, years aside, the share that the other one prints, too; 0 where it prints fewer than two */
double shanhai_source_get_shared_numbers    (ShanhaiSource *self,
                                             ShanhaiSource *other);

G_END_DECLS

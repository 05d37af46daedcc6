/* shanhai-parts.h - what the checks of parts and of their sums share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

/* one can count villages as places, organisations or things: the key of the whole is the wider one */
bool                shanhai_part_unit_fits   (const char              *part,
                                              const char              *whole);
/* (nullable): of a whole and its parts, the whole, where it has a figure */
const ShanhaiClaim *shanhai_parts_find_whole (const ShanhaiCheckScope *scope);
/* no two of them can be of one time */
bool                shanhai_parts_are_of_other_times (const ShanhaiClaim **parts,
                                                      guint                n);
/* Whether they cut the whole in one way: each is of another programme, of another place, of another year. Then none is told twice, whoever tells them. */
bool                shanhai_parts_cut_one_way (const ShanhaiClaim **parts,
                                               guint                n);
/* whether another source tells the same part among those */
bool                shanhai_part_is_told_already (const ShanhaiClaim  *part,
                                                  const ShanhaiClaim **parts,
                                                  guint                n);
/* Whether one of the parts stands apart from the others in the text that holds them all: cut off by a stronger stop than they are from one another. Of "男生330人、女生310人，住校生280人"
 * the boarders do; of a list none does, nor where no text is held. */
bool                shanhai_parts_stand_apart (const ShanhaiCheckScope *scope,
                                               const ShanhaiClaim      *one,
                                               const ShanhaiClaim     **others,
                                               guint                    n);
/* whether both are told in one list, with nothing between them but 、 or 和 */
bool                shanhai_parts_are_listed  (const ShanhaiCheckScope *scope,
                                               const ShanhaiClaim      *a,
                                               const ShanhaiClaim      *b);

G_END_DECLS

/* shanhai-sentence-spots.h - where in a text the figures stand that cite it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

/* figures of one paragraph; of a table more than that, nothing is said */
#define SHANHAI_MAX_SPOTS 48

typedef struct
{
  const ShanhaiClaim *claim;
  gsize               start, end;  /* bytes of the text: the figure with its unit */
} ShanhaiSpot;

/* (transfer full): of ShanhaiSpot, in the order of the text. The claims of the scope that are cited from a paragraph of a held text */
GArray *shanhai_spots_find_in_text  (ShanhaiCheckScope          *scope,
                                     const char                 *text,
                                     const ShanhaiHeldParagraph *paragraph);
/* (transfer full): the same for claims that cite one sentence, `quote`, whose text isn't held */
GArray *shanhai_spots_find_in_quote (ShanhaiCheckScope          *scope,
                                     const char                 *quote);
/* Whether figures may be found within the quote by themselves: it is a sentence that prints several. */
bool    shanhai_quote_is_sentence   (const char                 *quote);
/* Whether the figure's number stands in the quote with one of the list right behind it; of a quote with no more than one number, whether it holds one of them. */
bool    shanhai_quote_has_behind    (const char                 *quote,
                                     const ShanhaiQuantity      *figure,
                                     const char * const         *list);
/* how many bytes of the quote say something: without what ends the sentence */
gsize   shanhai_quote_get_length    (const char                 *quote);

G_END_DECLS

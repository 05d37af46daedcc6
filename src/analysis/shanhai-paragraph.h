/* shanhai-paragraph.h - figures of one paragraph of a held text, or of a quote, with the words before and behind each. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For what belongs together across sentences, or in any order. Words stand as they are printed, but for their spaces. */

#pragma once

#include "shanhai-check-value.h"
#include "shanhai-check.h"

G_BEGIN_DECLS

#define SHANHAI_MAX_PARAGRAPH 48

typedef struct
{
  const ShanhaiClaim *claim;
  guint               sentence;  /* 0 is the first one */
  char               *before;    /* the words since the figure before it, or since its sentence began */
  const char         *clause;    /* of these, the words behind the last stop */
  char               *printed;   /* the figure itself with its unit */
  char               *behind;    /* the words up to the next stop or figure, spaces and all */
} ShanhaiParagraphFigure;

typedef struct
{
  guint                  n;
  ShanhaiParagraphFigure figures[SHANHAI_MAX_PARAGRAPH];
} ShanhaiParagraph;

/* (transfer full) (nullable): the scope's claims in the order of the text; NULL where there are fewer than two, or too many */
ShanhaiParagraph *shanhai_paragraph_new  (ShanhaiCheckScope      *scope);
void              shanhai_paragraph_free (ShanhaiParagraph       *self);
/* whether the figure is printed with the word right behind its number: 箱 of 1200箱; 人 isn't that of 人次 */
bool              shanhai_paragraph_figure_counts (const ShanhaiParagraphFigure *self,
                                                   const char                   *word);
/* whether one of the last findings of the scope is such a check's, of this figure as its result */
bool              shanhai_paragraph_is_told (const ShanhaiCheckScope *scope,
                                             ShanhaiCheck             check,
                                             const ShanhaiClaim      *result);

/* Checks of a paragraph: so much of each; shares and changes; people and visits, a total and its years */
void              shanhai_paragraph_check_quotients (ShanhaiCheckScope      *scope,
                                                     const ShanhaiParagraph *paragraph);
void              shanhai_paragraph_check_percents  (ShanhaiCheckScope      *scope,
                                                     const ShanhaiParagraph *paragraph);
void              shanhai_paragraph_check_counts    (ShanhaiCheckScope      *scope,
                                                     const ShanhaiParagraph *paragraph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiParagraph, shanhai_paragraph_free)

G_END_DECLS

/* shanhai-sentence.h - figures of one sentence of a held text or of a quote, and the words between them. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words are compared without what says nothing of how figures belong together: years, 约, 的, spaces. A gap that holds a number which nobody has recorded isn't to be trusted. */

#pragma once

#include "shanhai-check.h"

G_BEGIN_DECLS

typedef struct
{
  const ShanhaiClaim *claim;
  char               *before;     /* the words since the figure before it, or since the sentence began */
  bool                is_broken;  /* another number stands among them */
  int                 year;       /* the last one that is told there, or 0 */
  const char         *after;      /* the text behind it, to the end of the source; not bare */
  char               *literal;    /* of a number that nobody has recorded: as it is printed; its claim has neither record nor time. Else NULL */
  bool                is_among_others;  /* such numbers are told with it */
} ShanhaiSentenceFigure;

/* for a sentence with two figures or more; and once again, where it prints other numbers whose unit is known, with these among the figures */
typedef void (*ShanhaiSentenceFunc) (ShanhaiCheckScope           *scope,
                                     const ShanhaiSentenceFigure *figures,
                                     guint                        n);

/* calls `func` for each sentence with two or more figures of the scope; all of them are cited from one paragraph of a held text, or quote one sentence */
void shanhai_sentences_foreach (ShanhaiCheckScope   *scope,
                                ShanhaiSentenceFunc  func);
/* whether one of the list, such as " a year", stands right behind the figure, or is the end of its quote */
bool shanhai_sentence_is_behind (const ShanhaiSentenceFigure *figure,
                                 const char * const          *list);
/* whether the words begin, or end, with one of those that are listed, NULL at the end; punctuation at their beginning doesn't count */
bool shanhai_words_begin_with  (const char          *words,
                                const char * const  *list);
bool shanhai_words_end_with    (const char          *words,
                                const char * const  *list);
bool shanhai_words_contain     (const char          *words,
                                const char * const  *list);
/* length of the one of the list that the words begin with, or 0 */
gsize shanhai_words_begin_with_any (const char          *words,
                                    const char * const  *list);
/* the words without the punctuation at their beginning */
const char *shanhai_words_skip_stops (const char    *words);
/* the words behind the last bracket that they close */
const char *shanhai_words_skip_closed (const char   *words);
/* how many brackets they open, less those that they close */
int         shanhai_words_count_brackets (const char *words);

/* bytes of what ends a sentence there, or 0: a stop, a line's end */
gsize       shanhai_words_get_end       (const char    *words);
/* characters, not bytes */
guint       shanhai_words_count         (const char    *words);
/* the words behind the last punctuation */
const char *shanhai_words_get_last_clause (const char *words);

G_END_DECLS

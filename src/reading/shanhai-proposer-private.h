/* shanhai-proposer-private.h - what the parts of the proposer know of each other. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-line.h"
#include "shanhai-mentioned.h"
#include "shanhai-proposal-rules.h"
#include "shanhai-proposer.h"

G_BEGIN_DECLS

struct _ShanhaiProposer
{
  ShanhaiDrafts        *drafts;
  ShanhaiCasebook      *casebook;
  ShanhaiSource        *source;
  const char           *text;
  gsize                 length;       /* bytes of it */
  const ShanhaiReading *reading;
  ShanhaiQuotes        *quotes;
  ShanhaiNames         *names;
  char                 *case_id;      /* NULL: none fits */
  char                 *assisting;    /* the first of each side of the case */
  char                 *assisted;
  ShanhaiLine           line;         /* the one that was asked about last */
  gsize                 line_byte;    /* where it begins; G_MAXSIZE: none was read */
  gsize                 line_end;     /* how far the text was read for it */
  gsize                 line_behind;  /* where it ended, as far as it was read */
  GHashTable           *by_value;     /* "value unit" → GPtrArray of records; NULL until it is asked for */
};

typedef struct
{
  const ShanhaiReadFigure       *figure;
  char                      *near;      /* folded, as the following */
  char                      *sentence;  /* what is before the figure, the figure, what is behind it */
  guint                      at;        /* bytes of the sentence before the figure */
  GArray                    *mentioned; /* ShanhaiMentioned of the sentence */
  const ShanhaiProposalRule *rule;
} ShanhaiScene;

/* gathers what stands around the figure at @index */
void  shanhai_scene_set   (ShanhaiProposer *self,
                           guint            index,
                           ShanhaiScene    *scene);
void  shanhai_scene_clear (ShanhaiScene    *scene);

/* (transfer full): the head of the text as names are matched in */
char *shanhai_proposer_dup_head (ShanhaiProposer *self);
/* gives the draft the citation of the figure, and no other */
void  shanhai_proposer_set_citation (ShanhaiProposer         *self,
                                     const ShanhaiReadFigure *figure,
                                     ShanhaiRecord           *draft);

G_END_DECLS

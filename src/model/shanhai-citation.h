/* shanhai-citation.h - where a figure was printed: source, quote, place in the text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offsets and lengths are code points from the start of the source's text (line ends as LF); a paragraph is counted from 1. What isn't known is
 * -1 (start, length) or 0 (paragraph). `extra` as in ShanhaiQuantity. The citations of one record are a counted block, immutable once it
 * hangs on a record. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  char   *source;  /* id of a source record, never NULL */
  char   *quote;   /* the figure as printed, or NULL */
  gint64  start;
  gint64  length;
  guint   paragraph;
  char   *hash;    /* of the paragraph where the text is held, or NULL */
  char   *extra;
} ShanhaiCitation;

typedef struct
{
  guint           n;
  ShanhaiCitation items[];
} ShanhaiCitations;

/* one of them, with strings of its own: for a slot of shanhai_citations_new() */
ShanhaiCitation   shanhai_citation_dup       (const ShanhaiCitation  *self);
bool              shanhai_citation_equal     (const ShanhaiCitation  *a,
                                              const ShanhaiCitation  *b);

#define SHANHAI_TYPE_CITATIONS (shanhai_citations_get_type ())

GType             shanhai_citations_get_type (void) G_GNUC_CONST;
/* n zeroed citations whose start and length are -1; the caller fills them in */
ShanhaiCitations *shanhai_citations_new      (guint                   n);
ShanhaiCitations *shanhai_citations_copy     (const ShanhaiCitations *self);
void              shanhai_citations_free     (ShanhaiCitations       *self);
bool              shanhai_citations_equal    (const ShanhaiCitations *a,
                                              const ShanhaiCitations *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiCitations, shanhai_citations_free)

G_END_DECLS

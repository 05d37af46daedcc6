/* shanhai-source-text-private.h - what the parts of the text of a source know of each other. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view itself is its selection and what the pointer does (shanhai-source-text.c). How the text comes into the buffer is in shanhai-source-text-buffer.c, how its
 * figures are marked in shanhai-source-text-drawing.c. */

#pragma once

#include "shanhai-source-text.h"

G_BEGIN_DECLS

struct _ShanhaiSourceText
{
  GtkTextView           parent_instance;

  ShanhaiCasebook      *casebook;
  ShanhaiSourceFigures *figures;
  guint                 selected;
  bool                  is_selecting;  /* the cursor moves because of the selection */
  int                   width;         /* that the text was laid out for last */
  guint                 scroll_id;
  GArray               *breaks;        /* gint64: offsets of the text before which the buffer has a line end of its own */
  GtkTextTag           *selected_tag;  /* of the buffer, which owns it */
  GtkTextTag           *whole_tag;     /* the same: of the language */
  char                 *broken;        /* the text with its further line ends, while the buffer hasn't got all of it; NULL afterwards */
  gsize                 n_filled;      /* bytes of it that the buffer has */
  guint                 fill_id;
  GHashTable           *parts;         /* of a line of the buffer, where its figures are drawn; without those that nobody has asked for since it was laid out */
};

/* -- shanhai-source-text-buffer.c -- */

/* (transfer full): with the beginning of the text of the figures; the rest comes when the program is idle */
GtkTextBuffer         *shanhai_source_text_new_buffer     (ShanhaiSourceText *self);
void                   shanhai_source_text_stop_filling   (ShanhaiSourceText *self);
/* @end: of the text: that far the buffer has it afterwards */
void                   shanhai_source_text_fill_up_to     (ShanhaiSourceText *self,
                                                           gint64             end);
/* @offset: of the buffer */
gint64                 shanhai_source_text_to_text        (ShanhaiSourceText *self,
                                                           gint64             offset);
/* both ends of a span of the text; it holds at least a character */
void                   shanhai_source_text_get_span       (ShanhaiSourceText *self,
                                                           gint64             start,
                                                           gint64             end,
                                                           GtkTextIter       *from,
                                                           GtkTextIter       *to);

/* -- shanhai-source-text-drawing.c -- */

/* (transfer none) (nullable): of the figures, in the order of the list */
const ShanhaiTextMark *shanhai_source_text_get_marks      (ShanhaiSourceText *self,
                                                           guint             *n_marks);
/* light or dark */
void                   shanhai_source_text_set_looks      (ShanhaiSourceText *self);
void                   shanhai_source_text_snapshot_layer (GtkTextView       *view,
                                                           GtkTextViewLayer   layer,
                                                           GtkSnapshot       *snapshot);
/* the text, its figures or its layout are others */
void                   shanhai_source_text_drop_parts     (ShanhaiSourceText *self);

G_END_DECLS

/* shanhai-source-figure.c - one figure of a source: recorded, proposed or ignored. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-figure.h"

#include "shanhai-proposer.h"

struct _ShanhaiSourceFigure
{
  GObject          parent_instance;

  ShanhaiRecord   *record;
  ShanhaiCitation  citation;
  ShanhaiStanding  standing;
  ShanhaiMarkState state;
  guint            paragraph;
  guint            index;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceFigure, shanhai_source_figure, G_TYPE_OBJECT)

static void
shanhai_source_figure_finalize (GObject *object)
{
  ShanhaiSourceFigure *self = SHANHAI_SOURCE_FIGURE (object);

  g_clear_object (&self->record);
  g_free (self->citation.source);
  g_free (self->citation.quote);
  g_free (self->citation.hash);
  g_free (self->citation.extra);

  G_OBJECT_CLASS (shanhai_source_figure_parent_class)->finalize (object);
}

static void
shanhai_source_figure_class_init (ShanhaiSourceFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_source_figure_finalize;
}

static void
shanhai_source_figure_init (ShanhaiSourceFigure *self)
{
}

ShanhaiSourceFigure *
shanhai_source_figure_new (ShanhaiRecord         *record,
                           const ShanhaiCitation *citation)
{
  ShanhaiSourceFigure *self;

  g_return_val_if_fail (SHANHAI_IS_RECORD (record), NULL);

  self = g_object_new (SHANHAI_TYPE_SOURCE_FIGURE, NULL);
  self->record = g_object_ref (record);
  self->state = shanhai_record_is_ignored_figure (record, citation->source) ? SHANHAI_MARK_IGNORED : SHANHAI_MARK_RECORDED;
  self->index = G_MAXUINT;
  self->citation = shanhai_citation_dup (citation);
  return self;
}

ShanhaiSourceFigure *
shanhai_source_figure_new_proposed (const ShanhaiCitation *citation,
                                    guint                  index)
{
  ShanhaiSourceFigure *self = g_object_new (SHANHAI_TYPE_SOURCE_FIGURE, NULL);

  self->state = SHANHAI_MARK_PROPOSED;
  self->standing = SHANHAI_STANDING_FOUND;
  self->index = index;
  self->paragraph = (guint) citation->paragraph;
  self->citation = shanhai_citation_dup (citation);
  return self;
}

void
shanhai_source_figure_set_place (ShanhaiSourceFigure   *self,
                                 const ShanhaiTextMark *mark)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURE (self));

  self->standing = mark->standing;
  self->paragraph = mark->paragraph;
}

void
shanhai_source_figure_set_index (ShanhaiSourceFigure *self,
                                 guint                index)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_FIGURE (self));

  self->index = index;
}

ShanhaiRecord *
shanhai_source_figure_get_record (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), NULL);

  return self->record;
}

const ShanhaiCitation *
shanhai_source_figure_get_citation (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), NULL);

  return &self->citation;
}

ShanhaiStanding
shanhai_source_figure_get_standing (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), SHANHAI_STANDING_NO_TEXT);

  return self->standing;
}

ShanhaiMarkState
shanhai_source_figure_get_state (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), SHANHAI_MARK_RECORDED);

  return self->state;
}

guint
shanhai_source_figure_get_index (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), G_MAXUINT);

  return self->index;
}

guint
shanhai_source_figure_get_paragraph (ShanhaiSourceFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_FIGURE (self), 0);

  return self->paragraph;
}

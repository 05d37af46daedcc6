/* shanhai-figure-draft.c - what a figure shows, read from the casebook and not laid out yet. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-draft.h"

#include "shanhai-figure-private.h"

struct _ShanhaiFigureDraft
{
  gatomicrefcount             references;
  const ShanhaiFigureBuilder *kind;
  ShanhaiFigure              *figure;   /* until everything is read; then nothing of the casebook is left */
  ShanhaiChartOptions        *options;
  ShanhaiFigureContext        context;  /* borrows from those two */
  gpointer                    builder;  /* while it is read */
  gpointer                    chart;    /* when it is */
};

ShanhaiFigureDraft *
shanhai_figure_draft_new (ShanhaiFigure             *figure,
                          const ShanhaiChartOptions *options)
{
  ShanhaiFigureDraft *self;

  g_return_val_if_fail (SHANHAI_IS_FIGURE (figure), NULL);

  self = g_new0 (ShanhaiFigureDraft, 1);
  g_atomic_ref_count_init (&self->references);
  self->kind = shanhai_figure_get_builder (figure);
  self->figure = g_object_ref (figure);
  self->options = shanhai_chart_options_copy (options);
  self->context = (ShanhaiFigureContext) {
    .casebook = shanhai_figure_get_casebook (figure),
    .cases = shanhai_figure_get_cases (figure),
    .by = shanhai_figure_get_by (figure),
    .options = self->options,
    .words = self->options->words,
    .language = shanhai_chart_options_get_language (self->options),
    .cited = shanhai_cited_new (),
  };

  return self;
}

ShanhaiFigureDraft *
shanhai_figure_draft_ref (ShanhaiFigureDraft *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
shanhai_figure_draft_unref (ShanhaiFigureDraft *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  if (self->builder != NULL)
    self->kind->drop (self->builder);
  if (self->chart != NULL)
    self->kind->clear (self->chart);
  shanhai_cited_free (self->context.cited);
  shanhai_chart_options_free (self->options);
  g_clear_object (&self->figure);
  g_free (self);
}

bool
shanhai_figure_draft_read (ShanhaiFigureDraft *self,
                           gint64              until)
{
  if (self->chart != NULL)
    return true;

  if (self->builder == NULL)
    {
      self->builder = self->kind->start (&self->context);
      if (g_get_monotonic_time () >= until)
        return false;
    }
  if (!self->kind->go_on (self->builder, until))
    return false;

  self->chart = self->kind->finish (g_steal_pointer (&self->builder));
  self->context.casebook = NULL;
  self->context.cases = NULL;
  self->context.by = NULL;
  g_clear_object (&self->figure);

  return true;
}

guint
shanhai_figure_draft_get_n (const ShanhaiFigureDraft *self)
{
  g_return_val_if_fail (self->chart != NULL, 0);

  return self->kind->count (self->chart);
}

char *
shanhai_figure_draft_dup_date (const ShanhaiFigureDraft *self,
                               ShanhaiCasebook          *casebook)
{
  g_return_val_if_fail (self->chart != NULL, NULL);

  return shanhai_cited_dup_date (self->context.cited, casebook);
}

ShanhaiMarks *
shanhai_figure_draft_layout (const ShanhaiFigureDraft  *self,
                             const ShanhaiChartOptions *options)
{
  g_return_val_if_fail (self->chart != NULL, NULL);

  return self->kind->layout (self->chart, options);
}

/*< private > */
gconstpointer
shanhai_figure_draft_get_chart (const ShanhaiFigureDraft *self)
{
  return self->chart;
}

/*< private > */
gpointer
shanhai_figure_build (const ShanhaiFigureBuilder *builder,
                      const ShanhaiFigureContext *context)
{
  gpointer data = builder->start (context);

  builder->go_on (data, G_MAXINT64);

  return builder->finish (data);
}

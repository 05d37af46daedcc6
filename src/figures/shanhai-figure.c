/* shanhai-figure.c - which records become which chart. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure.h"

#include <glib/gi18n-lib.h>

#include "shanhai-figure-private.h"

struct _ShanhaiFigure
{
  GObject            parent_instance;

  ShanhaiFigureKind  kind;
  ShanhaiCasebook   *casebook;
  char             **cases;  /* NULL for all */
  char              *by;
};

G_DEFINE_FINAL_TYPE (ShanhaiFigure, shanhai_figure, G_TYPE_OBJECT)
G_DEFINE_QUARK (shanhai-figure-error-quark, shanhai_figure_error)

static const char *const poverty_by[] = { "poverty-incidence", "poverty-headcount", "poor-villages", NULL };
static const char *const funds_by[] = { "recipient", "project", "sector", "year", NULL };

static const struct
{
  const char        *name;
  const char *const *by;
} kinds[] = {
  [SHANHAI_FIGURE_POVERTY] = { "poverty", poverty_by },
  [SHANHAI_FIGURE_FUNDS] = { "funds", funds_by },
};

/* short words for the command line */
static const struct
{
  const char *word;
  const char *indicator;
} poverty_aliases[] = {
  { "rate", "poverty-incidence" },
  { "headcount", "poverty-headcount" },
  { "villages", "poor-villages" },
};

static void
shanhai_figure_finalize (GObject *object)
{
  ShanhaiFigure *self = SHANHAI_FIGURE (object);

  g_clear_object (&self->casebook);
  g_strfreev (self->cases);
  g_free (self->by);

  G_OBJECT_CLASS (shanhai_figure_parent_class)->finalize (object);
}

static void
shanhai_figure_class_init (ShanhaiFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_figure_finalize;
}

static void
shanhai_figure_init (ShanhaiFigure *self)
{
}

/**
 * shanhai_figure_kind_from_name:
 * @name: "poverty" or "funds"
 * @kind: (out): which one it is
 *
 * Returns: whether there is such a kind
 */
bool
shanhai_figure_kind_from_name (const char        *name,
                               ShanhaiFigureKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      {
        *kind = i;
        return true;
      }

  return false;
}

const char * const *
shanhai_figure_kind_list_by (ShanhaiFigureKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].by;
}

static bool
has_indicator (ShanhaiCasebook *casebook,
               const char      *key)
{
  ShanhaiRecordList *observations = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);

  if (shanhai_vocabulary_find ("indicators", key) != NULL)
    return true;

  for (guint i = 0; i < shanhai_record_list_get_n (observations); i++)
    if (g_strcmp0 (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (shanhai_record_list_peek (observations, i))), key) == 0)
      return true;

  return false;
}

/* the full word for what @by asks for, or NULL */
static const char *
resolve_by (ShanhaiFigureKind  kind,
            ShanhaiCasebook   *casebook,
            const char        *by)
{
  if (by == NULL)
    return kinds[kind].by[0];
  if (kind == SHANHAI_FIGURE_FUNDS)
    return g_strv_contains (funds_by, by) ? by : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (poverty_aliases); i++)
    if (strcmp (poverty_aliases[i].word, by) == 0)
      return poverty_aliases[i].indicator;

  return has_indicator (casebook, by) ? by : NULL;
}

/**
 * shanhai_figure_new:
 * @kind: what to draw
 * @casebook: where from
 * @cases: (nullable) (array zero-terminated=1): ids of cases; %NULL for all
 * @by: (nullable): one of shanhai_figure_kind_list_by(), for poverty also any indicator's key, "rate", "headcount" or "villages"
 * @error: a #SHANHAI_FIGURE_ERROR
 *
 * Returns: (transfer full) (nullable): the figure
 */
ShanhaiFigure *
shanhai_figure_new (ShanhaiFigureKind    kind,
                    ShanhaiCasebook     *casebook,
                    const char * const  *cases,
                    const char          *by,
                    GError             **error)
{
  ShanhaiFigure *self;
  const char *resolved;

  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  resolved = resolve_by (kind, casebook, by);
  if (resolved == NULL)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) kinds[kind].by);

      g_set_error (error, SHANHAI_FIGURE_ERROR, SHANHAI_FIGURE_ERROR_BY,
                   _("A chart of kind “%s” can't be drawn by “%s”; try one of: %s"), kinds[kind].name, by, known);
      return NULL;
    }

  for (guint i = 0; cases != NULL && cases[i] != NULL; i++)
    if (shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, cases[i]) == NULL)
      {
        g_set_error (error, SHANHAI_FIGURE_ERROR, SHANHAI_FIGURE_ERROR_CASE,
                     _("The casebook has no case “%s”; “list --type case” names those that it has"), cases[i]);
        return NULL;
      }

  self = g_object_new (SHANHAI_TYPE_FIGURE, NULL);
  self->kind = kind;
  self->casebook = g_object_ref (casebook);
  self->cases = g_strdupv ((char **) cases);
  self->by = g_strdup (resolved);

  return self;
}

ShanhaiFigureKind
shanhai_figure_get_kind (ShanhaiFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), SHANHAI_FIGURE_POVERTY);

  return self->kind;
}

ShanhaiCasebook *
shanhai_figure_get_casebook (ShanhaiFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), NULL);

  return self->casebook;
}

const char *
shanhai_figure_get_by (ShanhaiFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), NULL);

  return self->by;
}

const char * const *
shanhai_figure_get_cases (ShanhaiFigure *self)
{
  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), NULL);

  return (const char * const *) self->cases;
}

static bool
is_bars (ShanhaiFigure *self)
{
  return self->kind == SHANHAI_FIGURE_FUNDS && (strcmp (self->by, "sector") == 0 || strcmp (self->by, "year") == 0);
}

/*< private > */
const ShanhaiFigureBuilder *
shanhai_figure_get_builder (ShanhaiFigure *self)
{
  if (self->kind == SHANHAI_FIGURE_POVERTY)
    return &shanhai_figure_poverty_builder;

  return is_bars (self) ? &shanhai_figure_bars_builder : &shanhai_figure_funds_builder;
}

/* (transfer full): all of it, read now */
static ShanhaiFigureDraft *
read_all (ShanhaiFigure             *self,
          const ShanhaiChartOptions *options)
{
  ShanhaiFigureDraft *draft = shanhai_figure_draft_new (self, options);

  while (!shanhai_figure_draft_read (draft, G_MAXINT64))
    ;

  return draft;
}

ShanhaiMarks *
shanhai_figure_layout (ShanhaiFigure             *self,
                       const ShanhaiChartOptions *options)
{
  g_autoptr (ShanhaiFigureDraft) draft = NULL;

  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), NULL);

  draft = read_all (self, options);

  return shanhai_figure_draft_layout (draft, options);
}

char *
shanhai_figure_layout_json (ShanhaiFigure             *self,
                            const ShanhaiChartOptions *options)
{
  g_autoptr (ShanhaiFigureDraft) draft = NULL;
  g_autoptr (ShanhaiMarks) marks = NULL;

  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), NULL);

  draft = read_all (self, options);
  if (shanhai_figure_get_builder (self) == &shanhai_figure_funds_builder)
    return shanhai_flow_chart_to_layout_json (shanhai_figure_draft_get_chart (draft), options->width, options->height);
  marks = shanhai_figure_draft_layout (draft, options);

  return shanhai_marks_to_json (marks);
}

char *
shanhai_figure_dup_date (ShanhaiFigure *self)
{
  g_autoptr (ShanhaiChartOptions) options = shanhai_chart_options_new (NULL);
  g_autoptr (ShanhaiFigureDraft) draft = NULL;

  g_return_val_if_fail (SHANHAI_IS_FIGURE (self), NULL);

  draft = read_all (self, options);

  return shanhai_figure_draft_dup_date (draft, self->casebook);
}

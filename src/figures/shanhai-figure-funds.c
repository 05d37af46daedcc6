/* shanhai-figure-funds.c - a case's money through its stages: donor, channel, sector, recipient or project. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flow that tells no sector or recipient ends where it is last known. What a total's parts don't account for goes to a
 * node that says so. */

#include "shanhai-config.h"

#include "shanhai-figure-funds.h"

#include "shanhai-programme.h"

typedef enum
{
  STAGE_DONOR,
  STAGE_CHANNEL,
  STAGE_SECTOR,
  STAGE_RECIPIENT,
} Stage;

typedef struct
{
  const ShanhaiFigureContext *context;
  ShanhaiFundsSelection      *selection;
  ShanhaiFlowChart           *chart;
  GHashTable                 *nodes;   /* key → ShanhaiFlowChartNode */
  GHashTable                 *links;   /* "source\ntarget" → Band */
  GPtrArray                  *bands;   /* Band, in the order made */
  GHashTable                 *n_donors;  /* id of a case → how many donors it has so far */
  guint                       step;    /* READ_TOTALS … */
  guint                       at;      /* the next total or band of that step */
} Builder;

/* what is done one by one, in this order */
enum
{
  READ_TOTALS,
  ADD_LINKS,
  CITE,
  N_STEPS,
};

/* what one link will be: one flow, or several between the same two nodes */
typedef struct
{
  char            *source, *target;
  double           value;
  GPtrArray       *flows;     /* ShanhaiFlow, each once */
  bool             whole;     /* each flow passes with its whole amount */
} Band;

static void
band_free (gpointer data)
{
  Band *band = data;

  g_free (band->source);
  g_free (band->target);
  g_ptr_array_unref (band->flows);
  g_free (band);
}

/* same key for the same ends at the same stage */
static char *
dup_ends_key (Stage              stage,
              const ShanhaiEnds *ends,
              const char        *label)
{
  g_autoptr (GString) key = g_string_new (NULL);

  g_string_printf (key, "%d:", stage);
  for (guint i = 0; i < ends->n; i++)
    g_string_append_printf (key, "%s%s", i > 0 ? "+" : "", ends->items[i].id != NULL ? ends->items[i].id : label);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static const char *
ensure_node (Builder    *self,
             const char *key,
             const char *label,
             Stage       stage,
             int         slot)
{
  ShanhaiFlowChartNode *node = g_hash_table_lookup (self->nodes, key);

  if (node == NULL)
    {
      node = shanhai_flow_chart_add_node (self->chart, key, label, stage, slot);
      g_hash_table_insert (self->nodes, node->key, node);
    }

  return node->key;
}

static const char *
ensure_ends_node (Builder           *self,
                  const ShanhaiEnds *ends,
                  Stage              stage,
                  int                slot)
{
  g_autofree char *label = shanhai_casebook_dup_ends_label (self->context->casebook, ends, self->context->language);
  g_autofree char *key = dup_ends_key (stage, ends, label);

  return ensure_node (self, key, label, stage, slot);
}

static const char *
ensure_sector_node (Builder    *self,
                    const char *sector)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", STAGE_SECTOR, sector);

  return ensure_node (self, key, shanhai_vocabulary_get_label ("sectors", sector, self->context->language), STAGE_SECTOR,
                      shanhai_funds_get_sector_slot (sector));
}

static int
get_node_slot (Builder    *self,
               const char *key)
{
  return ((ShanhaiFlowChartNode *) g_hash_table_lookup (self->nodes, key))->slot;
}

/* A case's first donor has the case's colour, the others those after it: the same in a chart of the case and of the whole casebook. */
static int
take_donor_slot (Builder     *self,
                 ShanhaiFlow *flow)
{
  const char *case_id = shanhai_flow_get_case_id (flow) != NULL ? shanhai_flow_get_case_id (flow) : "";
  const int n_before = GPOINTER_TO_INT (g_hash_table_lookup (self->n_donors, case_id));
  const int slot = shanhai_figure_case_slot (self->context, case_id);

  g_hash_table_insert (self->n_donors, (char *) case_id, GINT_TO_POINTER (n_before + 1));

  return slot == SHANHAI_SLOT_GREY ? slot : (slot + n_before) % SHANHAI_N_HUES;
}

static const char *
ensure_donor_node (Builder     *self,
                   ShanhaiFlow *flow)
{
  const guint n_before = g_hash_table_size (self->nodes);
  const char *key;

  if (shanhai_flow_get_from (flow) == NULL)
    return ensure_node (self, "0:", shanhai_words_get (self->context->words, "Donor not stated"), STAGE_DONOR, SHANHAI_SLOT_GREY);

  key = ensure_ends_node (self, shanhai_flow_get_from (flow), STAGE_DONOR, SHANHAI_SLOT_GREY);
  if (g_hash_table_size (self->nodes) > n_before)
    ((ShanhaiFlowChartNode *) g_hash_table_lookup (self->nodes, key))->slot = take_donor_slot (self, flow);

  return key;
}

/* the last column: who got it, or what it was for */
static const char *
ensure_last_node (Builder     *self,
                  ShanhaiFlow *flow,
                  int          slot)
{
  if (strcmp (self->context->by, "project") == 0)
    {
      ShanhaiProgramme *programme = shanhai_casebook_lookup_as (self->context->casebook, SHANHAI_RECORD_PROGRAMME,
                                                                shanhai_flow_get_programme (flow));

      if (programme != NULL)
        {
          g_autofree char *key = g_strdup_printf ("%d:%s", STAGE_RECIPIENT, shanhai_record_get_id (SHANHAI_RECORD (programme)));

          return ensure_node (self, key, shanhai_name_get (shanhai_programme_get_title (programme), self->context->language),
                              STAGE_RECIPIENT, slot);
        }
    }

  return shanhai_flow_get_to (flow) != NULL ? ensure_ends_node (self, shanhai_flow_get_to (flow), STAGE_RECIPIENT, slot) : NULL;
}

static void
add_band (Builder     *self,
          const char  *source,
          const char  *target,
          ShanhaiFlow *flow,
          double       value,
          bool         whole)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", source, target);
  Band *band;

  /* what a total's parts use up leaves none to go on */
  if (!whole && !(value > 0))
    return;

  band = g_hash_table_lookup (self->links, key);
  if (band == NULL)
    {
      band = g_new0 (Band, 1);
      band->source = g_strdup (source);
      band->target = g_strdup (target);
      band->flows = g_ptr_array_new ();
      band->whole = true;
      g_ptr_array_add (self->bands, band);
      g_hash_table_insert (self->links, g_steal_pointer (&key), band);
    }

  band->value += value;
  band->whole = band->whole && whole;
  /* a flow that passes twice does so at once: nobody looks through thousands of others */
  if (band->flows->len == 0 || band->flows->pdata[band->flows->len - 1] != flow)
    g_ptr_array_add (band->flows, flow);
}

static const char *
ensure_untold_node (Builder *self)
{
  return ensure_node (self, "2:", shanhai_words_get (self->context->words, "Use not stated in the sources"), STAGE_SECTOR,
                      SHANHAI_SLOT_GREY);
}

/* sends the money of @flow on from @node, through its sector to its recipient, parts first */
static void
send_on (Builder     *self,
         ShanhaiFlow *flow,
         const char  *node,
         const char  *known_sector)
{
  GPtrArray *parts = shanhai_funds_selection_get_parts (self->selection, flow);
  const char *sector = shanhai_funds_tells_use (shanhai_flow_get_sector (flow)) ? shanhai_flow_get_sector (flow) : known_sector;
  const bool whole = parts == NULL;
  const double rest = shanhai_funds_get_rest (flow, parts);
  const char *last;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      ShanhaiFlow *part = parts->pdata[i];
      const char *start = node;

      /* a part may tell the channel that its total doesn't */
      if (shanhai_flow_get_via (flow) == NULL && shanhai_flow_get_via (part) != NULL)
        {
          start = ensure_ends_node (self, shanhai_flow_get_via (part), STAGE_CHANNEL, get_node_slot (self, node));
          if (start != node)
            add_band (self, node, start, part, shanhai_funds_get_amount (part), true);
        }
      send_on (self, part, start, sector);
    }

  if (!whole && !(rest > 0))
    return;
  if (shanhai_funds_tells_use (sector))
    {
      const char *sector_node = ensure_sector_node (self, sector);

      add_band (self, node, sector_node, flow, rest, whole);
      node = sector_node;
    }
  else if (!whole)
    {
      add_band (self, node, ensure_untold_node (self), flow, rest, false);
      return;
    }

  last = ensure_last_node (self, flow, shanhai_funds_tells_use (sector) ? shanhai_funds_get_sector_slot (sector) : get_node_slot (self, node));
  if (last != NULL)
    add_band (self, node, last, flow, rest, whole);
}

static void
draw_total (Builder     *self,
            ShanhaiFlow *flow)
{
  const guint n_before = g_hash_table_size (self->nodes);
  const char *node = ensure_donor_node (self, flow);
  ShanhaiFlowChartNode *donor = g_hash_table_lookup (self->nodes, node);

  /* a donor of one total is labelled as the source tells the total */
  g_clear_pointer (&donor->words, g_free);
  if (g_hash_table_size (self->nodes) > n_before)
    donor->words = shanhai_figure_dup_words (self->context, shanhai_flow_get_amount (flow));

  if (shanhai_flow_get_via (flow) != NULL)
    {
      const char *channel = ensure_ends_node (self, shanhai_flow_get_via (flow), STAGE_CHANNEL, get_node_slot (self, node));

      add_band (self, node, channel, flow, shanhai_funds_get_amount (flow), true);
      node = channel;
    }

  send_on (self, flow, node, NULL);
}

static void
label_link (Builder              *self,
            ShanhaiFlowChartLink *link,
            Band                 *band)
{
  g_autoptr (GStrvBuilder) records = g_strv_builder_new ();
  ShanhaiQuantity amount = shanhai_funds_sum (band->flows);

  if (!band->whole)
    {
      /* what is left of a total: only as sure as the figures it comes of */
      g_autofree char *digits = g_strdup_printf ("%.0f", band->value);

      shanhai_decimal_parse (digits, -1, &amount.value);
      amount.qualifier = SHANHAI_QUALIFIER_ABOUT;
      amount.has_hi = false;
    }

  link->label = shanhai_figure_dup_label (self->context, &amount);
  link->words = shanhai_figure_dup_words (self->context, &amount);
  link->qualifier = amount.qualifier;
  link->planned = strcmp (self->selection->status, "planned") == 0;
  link->untold = g_str_equal (band->target, "2:");
  for (guint i = 0; i < band->flows->len; i++)
    g_strv_builder_add (records, shanhai_record_get_id (band->flows->pdata[i]));
  link->records = g_strv_builder_end (records);
}

/* money has the colour of its sector as long as that is known, else of who gave it */
static int
get_band_slot (Builder *self,
               Band    *band)
{
  ShanhaiFlowChartNode *source = g_hash_table_lookup (self->nodes, band->source);
  ShanhaiFlowChartNode *target = g_hash_table_lookup (self->nodes, band->target);

  return target->stage == STAGE_SECTOR ? target->slot : source->slot;
}

/* a recipient has the colour of the most money that it gets */
static void
colour_recipients (Builder *self)
{
  g_autoptr (GHashTable) largest = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->bands->len; i++)
    {
      Band *band = self->bands->pdata[i];
      ShanhaiFlowChartNode *target = g_hash_table_lookup (self->nodes, band->target);
      Band *before = g_hash_table_lookup (largest, target);

      if (target->stage == STAGE_RECIPIENT && (before == NULL || band->value > before->value))
        {
          g_hash_table_insert (largest, target, band);
          target->slot = get_band_slot (self, band);
        }
    }
}

static void
add_link (Builder *self,
          Band    *band)
{
  g_autofree char *key = g_strdup_printf ("%s→%s", band->source, band->target);
  ShanhaiFlowChartLink *link = shanhai_flow_chart_add_link (self->chart, key, band->source, band->target, band->value);

  link->slot = get_band_slot (self, band);
  label_link (self, link, band);
}

static char **
dup_stage_titles (Builder *self)
{
  const ShanhaiWords *words = self->context->words;
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  g_strv_builder_add (titles, shanhai_words_context (words, "stage of funds", "Donor"));
  g_strv_builder_add (titles, shanhai_words_context (words, "stage of funds", "Channel"));
  g_strv_builder_add (titles, shanhai_words_context (words, "stage of funds", "Sector"));
  g_strv_builder_add (titles, strcmp (self->context->by, "project") == 0 ? shanhai_words_context (words, "stage of funds", "Project")
                                                                      : shanhai_words_context (words, "stage of funds", "Recipient"));

  return g_strv_builder_end (titles);
}

/* -- reading, some flows at a time -- */

static gpointer
start (const ShanhaiFigureContext *context)
{
  const ShanhaiQuantity yuan = { .unit = g_intern_static_string ("CNY") };
  Builder *self = g_new0 (Builder, 1);

  self->context = context;
  self->selection = shanhai_funds_selection_start (context, NULL);
  self->chart = shanhai_flow_chart_new ();
  self->chart->unit_label = g_strdup (shanhai_vocabulary_get_unit_label (&yuan, context->language));
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->bands = g_ptr_array_new_with_free_func (band_free);
  self->n_donors = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

static void
drop (gpointer builder)
{
  Builder *self = builder;

  g_hash_table_unref (self->n_donors);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->nodes);
  g_ptr_array_unref (self->bands);
  g_clear_pointer (&self->chart, shanhai_flow_chart_free);
  shanhai_funds_selection_free (self->selection);
  g_free (self);
}

static void
cite (Builder *self,
      Band    *band)
{
  for (guint i = 0; i < band->flows->len; i++)
    shanhai_cited_add (self->context->cited, band->flows->pdata[i]);
}

/* the next total or band; returns false after the last one */
static bool
read_one (Builder *self)
{
  while (self->step < N_STEPS)
    {
      GPtrArray *items = self->step == READ_TOTALS ? self->selection->totals : self->bands;

      if (self->at < items->len)
        {
          gpointer item = items->pdata[self->at++];

          if (self->step == READ_TOTALS)
            draw_total (self, item);
          else if (self->step == ADD_LINKS)
            add_link (self, item);
          else
            cite (self, item);
          return true;
        }
      if (self->step == READ_TOTALS)
        colour_recipients (self);
      self->step++;
      self->at = 0;
    }

  return false;
}

static bool
go_on (gpointer builder,
       gint64   until)
{
  Builder *self = builder;
  guint n = 0;

  if (!shanhai_funds_selection_go_on (self->selection, until))
    return false;
  while (read_one (self))
    if (++n % SHANHAI_FIGURE_STRIDE == 0 && g_get_monotonic_time () >= until)
      return false;

  return true;
}

static gpointer
finish (gpointer builder)
{
  Builder *self = builder;
  ShanhaiFlowChart *chart = g_steal_pointer (&self->chart);

  for (guint i = 0; i < chart->nodes->len; i++)
    ((ShanhaiFlowChartNode *) chart->nodes->pdata[i])->stub =
      g_strdup (shanhai_words_get (self->context->words, "Recipient not stated"));
  chart->title = shanhai_funds_dup_title (self->selection, self->context);
  chart->subtitle = shanhai_funds_dup_subtitle (self->selection, self->context, chart->unit_label);
  chart->stage_titles = dup_stage_titles (self);
  chart->notes = shanhai_funds_selection_dup_notes (self->selection, self->context);
  chart->sources = shanhai_cited_dup_lines (self->context->cited, self->context);
  drop (self);

  return chart;
}

static guint
count (gconstpointer chart)
{
  return ((const ShanhaiFlowChart *) chart)->links->len;
}

static ShanhaiMarks *
layout (gconstpointer              chart,
        const ShanhaiChartOptions *options)
{
  return shanhai_flow_chart_layout (chart, options);
}

static void
clear (gpointer chart)
{
  shanhai_flow_chart_free (chart);
}

const ShanhaiFigureBuilder shanhai_figure_funds_builder = { start, go_on, finish, drop, count, layout, clear };

/* shanhai-figure-funds-selection.c - which flows are drawn, and what is said of the others. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-funds.h"
#include "shanhai-rivals.h"

/* amounts of one kind that a note names one by one */
#define MAX_NAMED 3
/* levels of part_of */
#define MAX_DEPTH 32
/* totals of one kind over one time that are held against each other */
#define MAX_RIVALS 64

/* what one side gives to another for good */
static const char *const aid_kinds[] = { "fiscal", "donation", "in-kind", "subsidy", "loan", NULL };

static bool
is_aid (ShanhaiFlow *flow)
{
  const char *kind = shanhai_flow_get_kind (flow);

  return kind == NULL || g_strv_contains (aid_kinds, kind);
}

static const char *
get_status (ShanhaiFlow *flow)
{
  const char *status = shanhai_flow_get_status (flow);

  if (status != NULL)
    return status;

  return shanhai_flow_get_amount (flow)->planned ? "planned" : "disbursed";
}

static bool
is_money (ShanhaiFlow *flow)
{
  return shanhai_flow_get_amount (flow) != NULL && strcmp (shanhai_flow_get_amount (flow)->unit, "CNY") == 0;
}

/* the furthest state that any aid has reached is the one that is drawn */
static const char *
choose_status (GPtrArray *flows)
{
  static const char *const order[] = { "disbursed", "committed", "planned" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < flows->len; k++)
      if (is_money (flows->pdata[k]) && is_aid (flows->pdata[k]) && strcmp (get_status (flows->pdata[k]), order[i]) == 0)
        return order[i];

  return order[0];
}

/* the total of a flow as it is drawn; @twins: flows that aren't drawn → the one that tells the same */
static ShanhaiFlow *
get_drawn_total (ShanhaiCasebook *casebook,
                 GHashTable      *twins,
                 ShanhaiFlow     *flow)
{
  ShanhaiFlow *total = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_FLOW, shanhai_flow_get_part_of (flow));
  ShanhaiFlow *twin = total;

  /* a rival that stood before may be a twin of the next */
  while (twin != NULL && (twin = g_hash_table_lookup (twins, twin)) != NULL)
    total = twin;

  return total;
}

static bool
is_told_alike (ShanhaiCasebook *casebook,
               GHashTable      *twins,
               ShanhaiFlow     *a,
               ShanhaiFlow     *b)
{
  const ShanhaiQuantity *x = shanhai_flow_get_amount (a);
  const ShanhaiQuantity *y = shanhai_flow_get_amount (b);

  return shanhai_decimal_equal (&x->value, &y->value) && x->has_hi == y->has_hi &&
         (!x->has_hi || shanhai_decimal_equal (&x->value_hi, &y->value_hi)) &&
         g_strcmp0 (shanhai_flow_get_case_id (a), shanhai_flow_get_case_id (b)) == 0 &&
         shanhai_flow_get_kind (a) == shanhai_flow_get_kind (b) &&
         shanhai_flow_get_sector (a) == shanhai_flow_get_sector (b) &&
         g_strcmp0 (shanhai_flow_get_programme (a), shanhai_flow_get_programme (b)) == 0 &&
         get_drawn_total (casebook, twins, a) == get_drawn_total (casebook, twins, b) &&
         shanhai_ends_equal (shanhai_flow_get_from (a), shanhai_flow_get_from (b)) &&
         shanhai_ends_equal (shanhai_flow_get_via (a), shanhai_flow_get_via (b)) &&
         shanhai_ends_equal (shanhai_flow_get_to (a), shanhai_flow_get_to (b)) &&
         (shanhai_flow_get_period (a) == NULL || shanhai_flow_get_period (b) == NULL ||
          shanhai_period_overlaps (shanhai_flow_get_period (a), shanhai_flow_get_period (b)));
}

/* The drawn flow that tells the same, or NULL: then @flow joins them. @drawn: lists of flows by amount: only these few can be alike */
static ShanhaiFlow *
find_told_before (ShanhaiCasebook *casebook,
                  GHashTable      *twins,
                  GHashTable      *drawn,
                  ShanhaiFlow     *flow)
{
  const double amount = shanhai_decimal_to_double (&shanhai_flow_get_amount (flow)->value);
  GPtrArray *alike = g_hash_table_lookup (drawn, &amount);

  if (alike == NULL)
    {
      alike = g_ptr_array_new ();
      g_hash_table_insert (drawn, g_memdup2 (&amount, sizeof amount), alike);
    }

  for (guint i = 0; i < alike->len; i++)
    if (is_told_alike (casebook, twins, alike->pdata[i], flow))
      return alike->pdata[i];

  g_ptr_array_add (alike, flow);
  return NULL;
}

/* Of totals that several sources tell differently only the one that stands is drawn; the others are its twins, so that their parts are its parts.
 * @cumulative: totals of one kind over one time → those that stand so far */
static void
set_rival_aside (ShanhaiCasebook *casebook,
                 GHashTable      *cumulative,
                 GHashTable      *twins,
                 ShanhaiFlow     *flow)
{
  const ShanhaiPeriod *period = shanhai_flow_get_period (flow);
  g_autofree char *key = NULL;
  GPtrArray *alike;

  if (shanhai_flow_get_amount (flow) == NULL || !shanhai_flow_get_cumulative (flow) || period == NULL)
    return;
  key = g_strdup_printf ("%s/%s/%d/%d", shanhai_flow_get_case_id (flow), shanhai_flow_get_kind (flow),
                         shanhai_period_get_first_day (period), shanhai_period_get_last_day (period));
  alike = g_hash_table_lookup (cumulative, key);
  if (alike == NULL)
    {
      alike = g_ptr_array_new ();
      g_hash_table_insert (cumulative, g_steal_pointer (&key), alike);
    }
  /* it may stand before several, which tell the same */
  for (guint k = 0; k < alike->len;)
    {
      ShanhaiFlow *other = alike->pdata[k];

      if (!shanhai_records_are_rivals (SHANHAI_RECORD (flow), SHANHAI_RECORD (other)) ||
          shanhai_quantity_equal (shanhai_flow_get_amount (flow), shanhai_flow_get_amount (other)))
        {
          k++;
          continue;
        }
      if (shanhai_casebook_compare_rivals (casebook, SHANHAI_RECORD (flow), SHANHAI_RECORD (other)) > 0)
        {
          g_hash_table_insert (twins, flow, other);
          return;
        }
      g_hash_table_insert (twins, other, flow);
      g_ptr_array_remove_index (alike, k);
    }
  if (alike->len < MAX_RIVALS)
    g_ptr_array_add (alike, flow);
}

/* Whether the chain of part_of leads into a circle, or is longer than any breakdown of money is; then the flow is drawn as a total of its own. So
 * what follows the parts down may recurse. */
static bool
is_too_deep (ShanhaiCasebook *casebook,
             ShanhaiFlow     *flow)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      flow = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_FLOW, shanhai_flow_get_part_of (flow));
      if (flow == NULL)
        return false;
    }

  return true;
}

/* -- selecting, some flows at a time -- */

/* each looks at all flows, but the last, which looks at the drawn ones */
enum
{
  SET_RIVALS_ASIDE,
  LIST_OUTDONE,
  SELECT_TOTALS,  /* first, so that the parts of a total that is told twice find the one that is drawn */
  SELECT_PARTS,
  LIST_PARTS,
  N_STEPS,
};

struct _ShanhaiFundsSelecting
{
  const ShanhaiFigureContext *context;
  bool                        furthest;   /* no status was asked for */
  GPtrArray                  *flows;
  GHashTable                 *cumulative; /* see set_rival_aside() */
  GHashTable                 *by_amount;  /* see find_told_before() */
  GHashTable                 *is_drawn;
  GHashTable                 *twins;      /* flows that aren't drawn → the one that tells the same */
  guint                       step, at;
};

static void
selecting_free (ShanhaiFundsSelecting *self)
{
  g_ptr_array_unref (self->flows);
  g_hash_table_unref (self->cumulative);
  g_hash_table_unref (self->by_amount);
  g_hash_table_unref (self->is_drawn);
  g_hash_table_unref (self->twins);
  g_free (self);
}

static void
list_outdone (ShanhaiFundsSelection *self,
              ShanhaiFlow           *flow)
{
  if (g_hash_table_contains (self->selecting->twins, flow) && is_money (flow) && is_aid (flow)
      && (!self->selecting->furthest || strcmp (get_status (flow), self->status) == 0))
    g_ptr_array_add (self->outdone, flow);
}

static void
select_flow (ShanhaiFundsSelection *self,
             ShanhaiFlow           *flow)
{
  ShanhaiFundsSelecting *selecting = self->selecting;
  ShanhaiFlow *twin;

  if (shanhai_flow_get_amount (flow) == NULL || (shanhai_flow_get_part_of (flow) != NULL) != (selecting->step == SELECT_PARTS))
    return;
  if (!is_money (flow) || !is_aid (flow) || strcmp (get_status (flow), self->status) != 0)
    {
      if (selecting->furthest || !is_money (flow) || !is_aid (flow))
        g_ptr_array_add (self->apart, flow);
      return;
    }

  if (g_hash_table_contains (selecting->twins, flow))
    return;
  twin = find_told_before (selecting->context->casebook, selecting->twins, selecting->by_amount, flow);
  if (twin != NULL)
    g_hash_table_insert (selecting->twins, flow, twin);
  else
    {
      g_ptr_array_add (self->drawn, flow);
      g_hash_table_add (selecting->is_drawn, flow);
    }
}

/* under its total, or as one */
static void
list_part (ShanhaiFundsSelection *self,
           ShanhaiFlow           *flow)
{
  ShanhaiFundsSelecting *selecting = self->selecting;
  ShanhaiFlow *total = get_drawn_total (selecting->context->casebook, selecting->twins, flow);
  const char *id;
  GPtrArray *parts;

  if (total == NULL || total == flow || !g_hash_table_contains (selecting->is_drawn, total)
      || is_too_deep (selecting->context->casebook, flow))
    {
      g_ptr_array_add (self->totals, flow);
      return;
    }

  id = shanhai_record_get_id (SHANHAI_RECORD (total));
  parts = g_hash_table_lookup (self->parts, id);
  if (parts == NULL)
    {
      parts = g_ptr_array_new ();
      g_hash_table_insert (self->parts, (char *) id, parts);
    }
  g_ptr_array_add (parts, flow);
}

/*< private > */
ShanhaiFundsSelection *
shanhai_funds_selection_start (const ShanhaiFigureContext *context,
                               const char                 *status)
{
  ShanhaiFundsSelection *self = g_new0 (ShanhaiFundsSelection, 1);
  ShanhaiFundsSelecting *selecting = g_new0 (ShanhaiFundsSelecting, 1);

  selecting->context = context;
  selecting->furthest = status == NULL;
  selecting->flows = shanhai_figure_collect (context, SHANHAI_RECORD_FLOW);
  selecting->cumulative = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  selecting->by_amount = g_hash_table_new_full (g_double_hash, g_double_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  selecting->is_drawn = g_hash_table_new (NULL, NULL);
  selecting->twins = g_hash_table_new (NULL, NULL);

  self->selecting = selecting;
  self->drawn = g_ptr_array_new ();
  self->totals = g_ptr_array_new ();
  self->apart = g_ptr_array_new ();
  self->outdone = g_ptr_array_new ();
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->status = status != NULL ? status : choose_status (selecting->flows);

  return self;
}

/*< private > */
bool
shanhai_funds_selection_go_on (ShanhaiFundsSelection *self,
                               gint64                 until)
{
  ShanhaiFundsSelecting *selecting = self->selecting;
  guint n = 0;

  if (selecting == NULL)
    return true;

  for (; selecting->step < N_STEPS; selecting->step++, selecting->at = 0)
    {
      GPtrArray *flows = selecting->step == LIST_PARTS ? self->drawn : selecting->flows;

      while (selecting->at < flows->len)
        {
          ShanhaiFlow *flow = flows->pdata[selecting->at++];

          if (selecting->step == SET_RIVALS_ASIDE)
            set_rival_aside (selecting->context->casebook, selecting->cumulative, selecting->twins, flow);
          else if (selecting->step == LIST_OUTDONE)
            list_outdone (self, flow);
          else if (selecting->step == LIST_PARTS)
            list_part (self, flow);
          else
            select_flow (self, flow);
          if (++n % SHANHAI_FIGURE_STRIDE == 0 && g_get_monotonic_time () >= until)
            return false;
        }
    }
  g_clear_pointer (&self->selecting, selecting_free);

  return true;
}

void
shanhai_funds_selection_free (ShanhaiFundsSelection *self)
{
  g_clear_pointer (&self->selecting, selecting_free);
  g_ptr_array_unref (self->drawn);
  g_ptr_array_unref (self->totals);
  g_ptr_array_unref (self->apart);
  g_ptr_array_unref (self->outdone);
  g_hash_table_unref (self->parts);
  g_free (self);
}

GPtrArray *
shanhai_funds_selection_get_parts (ShanhaiFundsSelection *self,
                                   ShanhaiFlow           *flow)
{
  return g_hash_table_lookup (self->parts, shanhai_record_get_id (SHANHAI_RECORD (flow)));
}

/* "planned investment", "purchase": what a note calls a flow that stands apart */
static char *
dup_apart_kind (const ShanhaiFigureContext *context,
                ShanhaiFlow                *flow)
{
  g_autofree char *kind = shanhai_figure_dup_inner (context, shanhai_vocabulary_get_label ("kinds.flow", shanhai_flow_get_kind (flow),
                                                                                          context->language));
  const char *status = get_status (flow);
  g_autofree char *status_label = NULL;

  if (strcmp (status, "disbursed") == 0)
    return g_steal_pointer (&kind);

  status_label = shanhai_figure_dup_inner (context, shanhai_vocabulary_get_label ("status.flow", status, context->language));

  /* Translators: kind of flow, state: "investment (planned)" */
  return g_strdup_printf (shanhai_words_context (context->words, "kind and state of a flow", "%s (%s)"), kind, status_label);
}

static void
add_outdone_note (ShanhaiFundsSelection      *self,
                  const ShanhaiFigureContext *context,
                  GStrvBuilder               *notes)
{
  g_autoptr (GPtrArray) amounts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *note = NULL;

  if (self->outdone->len == 0)
    return;

  for (guint i = 0; i < self->outdone->len && amounts->len <= MAX_NAMED; i++)
    {
      g_autofree char *amount = shanhai_figure_dup_words (context, shanhai_flow_get_amount (self->outdone->pdata[i]));

      /* several may tell the same */
      if (!g_ptr_array_find_with_equal_func (amounts, amount, g_str_equal, NULL))
        g_ptr_array_add (amounts, g_steal_pointer (&amount));
    }
  for (guint i = 0; i < MIN (amounts->len, MAX_NAMED); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? shanhai_words_context (context->words, "between amounts", ", ") : "", (const char *) amounts->pdata[i]);
  if (amounts->len > MAX_NAMED)
    g_string_append (list, "…");
  /* Translators: a list of amounts */
  note = g_strdup_printf (shanhai_words_get (context->words, "Other sources tell the same total otherwise; not drawn: %s."), list->str);
  g_strv_builder_add (notes, note);
}

char **
shanhai_funds_selection_dup_notes (ShanhaiFundsSelection      *self,
                                   const ShanhaiFigureContext *context)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);  /* kinds in the order of first mention */
  g_autoptr (GHashTable) amounts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) list = g_string_new (NULL);

  add_outdone_note (self, context, notes);
  if (self->apart->len == 0)
    return g_strv_builder_end (notes);

  for (guint i = 0; i < self->apart->len; i++)
    {
      g_autofree char *kind = dup_apart_kind (context, self->apart->pdata[i]);
      GPtrArray *of_kind = g_hash_table_lookup (amounts, kind);
      ShanhaiQuantity amount;

      if (of_kind == NULL)
        {
          of_kind = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (order, g_strdup (kind));
          g_hash_table_insert (amounts, order->pdata[order->len - 1], of_kind);
        }
      /* the kind says already that it is planned */
      amount = *shanhai_flow_get_amount (self->apart->pdata[i]);
      amount.planned = false;
      g_ptr_array_add (of_kind, shanhai_figure_dup_words (context, &amount));
    }

  for (guint i = 0; i < order->len; i++)
    {
      GPtrArray *of_kind = g_hash_table_lookup (amounts, order->pdata[i]);

      g_string_append_printf (list, "%s%s ", i > 0 ? shanhai_words_context (context->words, "between kinds", "; ") : "",
                              (const char *) order->pdata[i]);
      for (guint k = 0; k < of_kind->len && k < MAX_NAMED; k++)
        g_string_append_printf (list, "%s%s", k > 0 ? shanhai_words_context (context->words, "between amounts", ", ") : "",
                                (const char *) of_kind->pdata[k]);
      if (of_kind->len > MAX_NAMED)
        g_string_append (list, "…");
    }

  {
    /* Translators: a list such as "investment (planned) about 7 B CNY; purchase 64.1 M CNY" */
    g_autofree char *note = g_strdup_printf (shanhai_words_get (context->words, "Not aid given, so not drawn: %s."), list->str);

    g_strv_builder_add (notes, note);
  }

  return g_strv_builder_end (notes);
}

/* 资金使用 is the assessment's heading for money as such: it doesn't say what the money was for */
bool
shanhai_funds_tells_use (const char *sector)
{
  return sector != NULL && strcmp (sector, "funds") != 0;
}

ShanhaiDecimal
shanhai_funds_get_middle (ShanhaiFlow *flow)
{
  static const ShanhaiDecimal half = { 5, 1 };
  const ShanhaiQuantity *amount = shanhai_flow_get_amount (flow);
  ShanhaiDecimal middle;

  if (amount->has_hi && shanhai_decimal_add (&amount->value, &amount->value_hi, &middle) && shanhai_decimal_multiply (&middle, &half, &middle))
    return middle;

  return amount->value;
}

double
shanhai_funds_get_amount (ShanhaiFlow *flow)
{
  const ShanhaiDecimal middle = shanhai_funds_get_middle (flow);

  return MAX (shanhai_decimal_to_double (&middle), 0);
}

static double
sum_parts (GPtrArray *parts)
{
  double sum = 0;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    sum += shanhai_funds_get_amount (parts->pdata[i]);

  return sum;
}

/* What a total's parts leave, or 0 where the total isn't printed sharply enough to tell that anything is left. */
double
shanhai_funds_get_rest (ShanhaiFlow *flow,
          GPtrArray   *parts)
{
  const double rest = shanhai_funds_get_amount (flow) - sum_parts (parts);
  ShanhaiInterval soft;

  if (parts == NULL)
    return rest;

  shanhai_quantity_get_soft (shanhai_flow_get_amount (flow), &soft);
  if (soft.lo_unbounded || shanhai_decimal_to_double (&soft.lo) <= sum_parts (parts))
    return 0;

  return MAX (rest, 0);
}

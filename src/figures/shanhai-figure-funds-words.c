/* shanhai-figure-funds-words.c - what a chart of funds says over itself: the finding, the measure. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-funds.h"

int
shanhai_funds_get_sector_slot (const char *sector)
{
  guint n;
  const ShanhaiTerm *terms = shanhai_vocabulary_list ("sectors", &n);

  for (guint i = 0; i < n; i++)
    if (terms[i].key == sector)
      return (int) (i % SHANHAI_N_HUES);

  return SHANHAI_SLOT_GREY;
}

static ShanhaiFlow *
find_largest (GPtrArray *flows)
{
  ShanhaiFlow *largest = NULL;

  for (guint i = 0; flows != NULL && i < flows->len; i++)
    if (largest == NULL || shanhai_funds_get_amount (flows->pdata[i]) > shanhai_funds_get_amount (largest))
      largest = flows->pdata[i];

  return largest;
}

/* what a flow was for, in a title: its sector, else who got it */
static char *
dup_use (const ShanhaiFigureContext *context,
         ShanhaiFlow                *flow)
{
  const char *sector = shanhai_flow_get_sector (flow);

  if (shanhai_funds_tells_use (sector))
    return shanhai_figure_dup_inner (context, shanhai_vocabulary_get_label ("sectors", sector, context->language));

  return shanhai_casebook_dup_ends_label (context->casebook, shanhai_flow_get_to (flow), context->language);
}

static char *
dup_rest_words (ShanhaiFundsSelection      *selection,
                const ShanhaiFigureContext *context,
                ShanhaiFlow                *flow)
{
  GPtrArray *parts = shanhai_funds_selection_get_parts (selection, flow);
  ShanhaiQuantity rest = *shanhai_flow_get_amount (flow);

  rest.value = shanhai_funds_get_middle (flow);
  for (guint i = 0; i < parts->len; i++)
    {
      const ShanhaiDecimal part = shanhai_funds_get_middle (parts->pdata[i]);

      if (!shanhai_decimal_subtract (&rest.value, &part, &rest.value))
        return NULL;
    }
  if (!(shanhai_funds_get_rest (flow, parts) > 0))
    return NULL;

  rest.qualifier = SHANHAI_QUALIFIER_ABOUT;
  rest.has_hi = false;

  return shanhai_figure_dup_words (context, &rest);
}

static char *
dup_finding (ShanhaiFundsSelection      *selection,
             const ShanhaiFigureContext *context)
{
  const ShanhaiWords *words = context->words;
  ShanhaiFlow *total = find_largest (selection->totals);
  ShanhaiFlow *part;
  g_autofree char *amount = NULL;
  g_autofree char *use = NULL;

  if (total == NULL)
    return g_strdup (shanhai_words_get (words, "No flow of aid is recorded"));

  amount = shanhai_figure_dup_words (context, shanhai_flow_get_amount (total));
  part = find_largest (shanhai_funds_selection_get_parts (selection, total));
  if (part != NULL)
    {
      g_autofree char *part_amount = shanhai_figure_dup_words (context, shanhai_flow_get_amount (part));
      g_autofree char *rest = shanhai_funds_tells_use (shanhai_flow_get_sector (total)) ? NULL : dup_rest_words (selection, context, total);

      use = dup_use (context, part);
      if (rest != NULL)
        /* Translators: total, part, what the part was for, what is left: "Of nearly 470 M CNY, 130 M CNY went to education; where about 340 M CNY went isn't stated" */
        return g_strdup_printf (shanhai_words_get (words, "Of %s, %s went to %s; where %s went isn’t stated"), amount, part_amount, use, rest);

      /* Translators: total, part, what the part was for */
      return g_strdup_printf (shanhai_words_get (words, "Of %s, %s went to %s"), amount, part_amount, use);
    }

  use = dup_use (context, total);
  if (*use == '\0')
    return g_steal_pointer (&amount);
  if (selection->totals->len == 1)
    /* Translators: amount, what it was for: "10.3 M CNY went to 24 villages" */
    return g_strdup_printf (shanhai_words_get (words, "%s went to %s"), amount, use);

  return g_strdup_printf (shanhai_words_get (words, "%s went to %s, the largest sum stated"), amount, use);
}

/* a title begins with a capital, also where it begins with "over" or "nearly" */
char *
shanhai_funds_dup_title (ShanhaiFundsSelection      *selection,
                         const ShanhaiFigureContext *context)
{
  g_autofree char *finding = dup_finding (selection, context);
  const char *rest;
  g_autofree char *first = NULL;

  if (context->language != SHANHAI_LANGUAGE_ENGLISH || *finding == '\0')
    return g_steal_pointer (&finding);

  rest = g_utf8_next_char (finding);
  first = g_utf8_strup (finding, rest - finding);

  return g_strconcat (first, rest, NULL);
}

/* the one period that all drawn flows tell, or NULL */
static const ShanhaiPeriod *
get_common_period (ShanhaiFundsSelection *selection)
{
  const ShanhaiPeriod *common = NULL;

  for (guint i = 0; i < selection->drawn->len; i++)
    {
      const ShanhaiPeriod *period = shanhai_flow_get_period (selection->drawn->pdata[i]);

      if (period == NULL || (common != NULL && !shanhai_period_equal (period, common)))
        return NULL;
      common = period;
    }

  return common;
}

char *
shanhai_funds_dup_subtitle (ShanhaiFundsSelection      *selection,
                            const ShanhaiFigureContext *context,
                            const char                 *unit_label)
{
  const char *comma = shanhai_words_context (context->words, "between the parts of a subtitle", ", ");
  const ShanhaiPeriod *common = get_common_period (selection);
  g_autofree char *status = shanhai_figure_dup_inner (context, shanhai_vocabulary_get_label ("status.flow", selection->status,
                                                                                                 context->language));
  g_autoptr (GString) subtitle = g_string_new (NULL);
  int first = G_MAXINT, last = G_MININT;

  for (guint i = 0; i < selection->drawn->len; i++)
    {
      const ShanhaiPeriod *period = shanhai_flow_get_period (selection->drawn->pdata[i]);

      if (period == NULL)
        continue;
      if (!shanhai_period_is_open_start (period))
        first = MIN (first, shanhai_period_get_first_year (period));
      last = MAX (last, shanhai_period_get_year (period));
    }

  /* Translators: state of the money, e.g. "Funds (disbursed), CNY" */
  g_string_append_printf (subtitle, shanhai_words_get (context->words, "Funds (%s), %s"), status, unit_label);
  if (common != NULL)
    {
      g_autofree char *when = shanhai_period_format (common, context->language);

      g_string_append_printf (subtitle, "%s%s", comma, when);
    }
  else if (first < last)
    g_string_append_printf (subtitle, "%s%d–%d", comma, first, last);
  else if (last > G_MININT && (first == last || first == G_MAXINT))
    g_string_append_printf (subtitle, "%s%d", comma, last);

  return g_string_free (g_steal_pointer (&subtitle), FALSE);
}

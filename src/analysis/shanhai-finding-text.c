/* shanhai-finding-text.c - a finding's sentence in the reader's language. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-finding-private.h"
#include "shanhai-flow.h"
#include "shanhai-exchange.h"
#include "shanhai-observation.h"
#include "shanhai-source.h"
#include "shanhai-vocabulary.h"

/* places behind the point that make what was computed differ visibly from what was printed */
#define MAX_PLACES 8

typedef struct
{
  ShanhaiFinding     *finding;
  ShanhaiCasebook    *casebook;
  const ShanhaiWords *words;
  ShanhaiLanguage     language;
} Context;

static char *
dup_quantity (Context               *context,
              const ShanhaiQuantity *quantity)
{
  return quantity != NULL ? shanhai_vocabulary_format_quantity (quantity, context->language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_COMPACT)
                          : g_strdup ("");
}

static char *
dup_period (Context       *context,
            ShanhaiRecord *record)
{
  const ShanhaiPeriod *period = shanhai_record_get_period (record);

  if (SHANHAI_IS_SOURCE (record))
    period = shanhai_source_get_published (SHANHAI_SOURCE (record));

  return period != NULL ? shanhai_period_format (period, context->language) : g_strdup ("");
}

static char *
dup_flow_subject (ShanhaiCasebook *casebook,
                  ShanhaiFlow     *flow,
                  ShanhaiLanguage  language)
{
  g_autofree char *from = shanhai_casebook_dup_ends_label (casebook, shanhai_flow_get_from (flow), language);
  g_autofree char *to = shanhai_casebook_dup_ends_label (casebook, shanhai_flow_get_to (flow), language);
  const char *kind = shanhai_vocabulary_get_label ("kinds.flow", shanhai_flow_get_kind (flow), language);

  return g_strdup_printf ("%s → %s, %s", *from != '\0' ? from : "?", *to != '\0' ? to : "?", kind);
}

static char *
dup_exchange_subject (ShanhaiExchange *exchange,
                      ShanhaiLanguage  language)
{
  return g_strdup_printf ("%s, %s", shanhai_vocabulary_get_label ("roles.exchange", shanhai_exchange_get_role (exchange), language),
                          shanhai_vocabulary_get_label ("kinds.exchange-purpose", shanhai_exchange_get_purpose (exchange), language));
}

char *
shanhai_finding_dup_subject (ShanhaiCasebook    *casebook,
                             ShanhaiRecord      *record,
                             const ShanhaiWords *words)
{
  ShanhaiLanguage language = shanhai_words_get_language (words);

  if (SHANHAI_IS_FLOW (record))
    return dup_flow_subject (casebook, SHANHAI_FLOW (record), language);
  if (SHANHAI_IS_EXCHANGE (record))
    return dup_exchange_subject (SHANHAI_EXCHANGE (record), language);
  if (SHANHAI_IS_OBSERVATION (record))
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (record);
      g_autofree char *place = shanhai_casebook_dup_label (casebook, shanhai_observation_get_subject (observation), language);
      const char *indicator = shanhai_casebook_get_indicator_label (casebook, shanhai_observation_get_indicator (observation), language);

      if (*place == '\0')
        return g_strdup (indicator);
      /* Translators: a place or party, then an indicator */
      return g_strdup_printf (shanhai_words_context (words, "what", "%s, %s"), place, indicator);
    }

  return shanhai_casebook_dup_label (casebook, shanhai_record_get_id (record), language);
}

static char *
dup_source (Context *context,
            guint    index)
{
  const ShanhaiCitation *citation = shanhai_finding_get_citation (context->finding, index);
  ShanhaiSource *source;

  if (citation == NULL)
    return g_strdup (shanhai_words_get (context->words, N_("a source that isn’t named")));
  source = shanhai_casebook_lookup_as (context->casebook, SHANHAI_RECORD_SOURCE, citation->source);
  if (source != NULL && shanhai_source_get_publisher (source) != NULL)
    return g_strdup (shanhai_name_get (shanhai_source_get_publisher (source), context->language));

  return shanhai_casebook_dup_label (context->casebook, citation->source, context->language);
}

/* The digits that the first figure was printed with; more where that would hide a difference the sentence speaks of. */
static char *
dup_computed (Context *context)
{
  ShanhaiFinding *self = context->finding;
  const ShanhaiQuantity *printed = self->n > 0 ? self->figures[0].quantity : NULL;
  ShanhaiQuantity shown = { .precision = { 1, 0 }, .unit = self->unit };
  int places = printed != NULL ? MAX (printed->precision.scale, printed->value.scale) : 2;

  if (!self->has_computed)
    return g_strdup ("");
  for (;; places++)
    {
      if (!shanhai_decimal_round (&self->nominal, places, SHANHAI_ROUND_HALF_UP, &shown.value))
        shown.value = self->nominal;
      if (places >= MAX_PLACES || shanhai_decimal_equal (&shown.value, &self->nominal))
        break;
      if (self->gravity == SHANHAI_GRAVITY_CONFIRMED || printed == NULL || !shanhai_decimal_equal (&shown.value, &printed->value))
        break;
    }
  for (int i = 0; i < places; i++)
    shanhai_decimal_shift (&shown.precision, -1, &shown.precision);

  return dup_quantity (context, &shown);
}

static char *
dup_number (Context *context)
{
  ShanhaiDecimal rounded;

  if (!shanhai_decimal_round (&context->finding->number, 1, SHANHAI_ROUND_HALF_UP, &rounded))
    rounded = context->finding->number;

  return shanhai_number_format (&rounded, context->language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_COMPACT, SHANHAI_DECIMALS_ALL);
}

static void expand (Context    *context,
                    const char *template,
                    GString    *out);

/* all figures from the second on, joined by "+" */
static char *
dup_terms (Context *context)
{
  GString *out = g_string_new (NULL);

  for (guint i = 1; i < context->finding->n; i++)
    {
      g_autofree char *text = dup_quantity (context, context->finding->figures[i].quantity);

      g_string_append_printf (out, "%s%s", i > 1 ? " + " : "", text);
    }

  return g_string_free (out, FALSE);
}

static char *
dup_expansion (Context    *context,
               const char *name,
               gsize       length)
{
  char letter = g_ascii_isdigit (*name) ? '\0' : *name;
  guint index = (guint) g_ascii_strtoull (name + (letter != '\0'), NULL, 10);

  if (length == 1 && letter == '=')
    return dup_computed (context);
  if (length == 1 && letter == 'n')
    return dup_number (context);
  if (length == 1 && letter == 'q')
    return g_strdup (context->finding->quote != NULL ? context->finding->quote : "");
  if (length == 1 && letter == '+')
    return dup_terms (context);
  if (length == 1 && letter == 'e')
    {
      GString *out = g_string_new (NULL);

      if (context->finding->arithmetic != NULL)
        expand (context, context->finding->arithmetic, out);
      return g_string_free (out, FALSE);
    }
  if (index == 0 || index > context->finding->n)
    return g_strdup ("");

  switch (letter)
    {
    case 'w':
      return shanhai_finding_dup_subject (context->casebook, context->finding->figures[index - 1].record, context->words);
    case 't':
      return dup_period (context, context->finding->figures[index - 1].record);
    case 's':
      return dup_source (context, index - 1);
    default:
      return dup_quantity (context, context->finding->figures[index - 1].quantity);
    }
}

static void
expand (Context    *context,
        const char *template,
        GString    *out)
{
  for (const char *p = template; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      g_autofree char *text = NULL;

      if (end == NULL)
        {
          g_string_append_c (out, *p);
          continue;
        }
      text = dup_expansion (context, p + 1, (gsize) (end - p - 1));
      g_string_append (out, text);
      p = end;
    }
}

char *
shanhai_finding_dup_message (ShanhaiFinding     *self,
                             ShanhaiCasebook    *casebook,
                             const ShanhaiWords *words)
{
  Context context = { self, casebook, words, shanhai_words_get_language (words) };
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (SHANHAI_IS_FINDING (self), NULL);

  /* the template was marked where the check made it */
  expand (&context, shanhai_words_get (words, self->sentence), out);

  return g_string_free (out, FALSE);
}

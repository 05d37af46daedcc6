/* shanhai-quantity-entry.c - figures as people type them: reading, showing and saying what was understood. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-quantity-entry.h"

#include <glib/gi18n.h>

#include "shanhai-field-editor.h"
#include "shanhai-indicator.h"
#include "shanhai-observation.h"
#include "shanhai-vocabulary.h"

#define SEPARATOR " · "

/* (nullable) */
static const char *
get_unit_of_indicator (ShanhaiCasebook *casebook,
                       const char      *key)
{
  ShanhaiRecordList *own = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_INDICATOR);
  const ShanhaiTerm *term;

  if (key == NULL)
    return NULL;

  for (guint i = 0; i < shanhai_record_list_get_n (own); i++)
    {
      ShanhaiIndicator *indicator = SHANHAI_INDICATOR (shanhai_record_list_peek (own, i));

      if (g_strcmp0 (shanhai_indicator_get_key (indicator), key) == 0)
        return shanhai_indicator_get_unit (indicator);
    }
  term = shanhai_vocabulary_find ("indicators", key);
  return term != NULL ? term->unit : NULL;
}

const char *
shanhai_quantity_entry_get_unit (ShanhaiCasebook *casebook,
                                 ShanhaiRecord   *record,
                                 const char      *member)
{
  const ShanhaiField *field;
  const ShanhaiQuantity *before;

  g_return_val_if_fail (SHANHAI_IS_RECORD (record), NULL);

  if (SHANHAI_IS_OBSERVATION (record) && g_str_equal (member, "value"))
    {
      const char *unit = get_unit_of_indicator (casebook, shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)));

      if (unit != NULL)
        return unit;
    }

  field = shanhai_record_find_field (record, member);
  before = field != NULL && field->kind == SHANHAI_FIELD_QUANTITY ? SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, field) : NULL;
  if (before != NULL)
    return before->unit;

  switch (shanhai_record_get_record_type (record))
    {
    case SHANHAI_RECORD_FLOW:
      return "CNY";
    case SHANHAI_RECORD_EXCHANGE:
      return g_str_equal (member, "sessions") ? "session" : "person";
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_PAIRING:
    case SHANHAI_RECORD_PROGRAMME:
    case SHANHAI_RECORD_OBSERVATION:
    case SHANHAI_RECORD_EVENT:
    case SHANHAI_RECORD_SOURCE:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      return NULL;
    }
}

/**
 * shanhai_quantity_entry_parse:
 * @text: what was typed
 * @unit: (nullable): the likely one
 *
 * Errors: SHANHAI_FIELD_EDITOR_ERROR_INVALID.
 *
 * Returns: (transfer full) (nullable): the quantity
 */
ShanhaiQuantity *
shanhai_quantity_entry_parse (const char  *text,
                              const char  *unit,
                              GError     **error)
{
  g_autoptr (GError) reason = NULL;
  ShanhaiQuantity *quantity = shanhai_quantity_parse (text, unit, &reason);

  if (quantity == NULL && unit != NULL && g_error_matches (reason, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_UNIT))
    quantity = shanhai_quantity_parse (text, NULL, NULL);
  if (quantity != NULL)
    return quantity;

  if (g_error_matches (reason, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_RANGE))
    g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID,
                         _("The range has to begin with its smaller end, such as 3–5万; a number has at most 36 digits."));
  else if (g_error_matches (reason, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_UNIT))
    g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID,
                         _("This names two units. One figure has one: 9.64万人, 470 million yuan."));
  else
    g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID,
                         _("No figure can be read from this. Write it as it is printed: 近4.7亿元, 470 million, 38.74%, 3–5."));
  return NULL;
}

static bool
reads_back (const char            *text,
            const char            *unit,
            const ShanhaiQuantity *quantity)
{
  g_autoptr (ShanhaiQuantity) read = shanhai_quantity_entry_parse (text, unit, NULL);
  g_autoptr (ShanhaiQuantity) wanted = shanhai_quantity_copy (quantity);

  if (read == NULL)
    return false;
  read->planned = wanted->planned = false;
  g_clear_pointer (&wanted->extra, g_free);
  return shanhai_quantity_equal (read, wanted);
}

char *
shanhai_quantity_entry_dup_text (const ShanhaiWording  *wording,
                                 const ShanhaiQuantity *quantity,
                                 const char            *unit)
{
  g_autoptr (ShanhaiQuantity) bare = NULL;
  static const ShanhaiNumberForm forms[] = { SHANHAI_NUMBER_COMPACT, SHANHAI_NUMBER_FULL };
  char *text;

  if (quantity == NULL)
    return g_strdup ("");

  bare = shanhai_quantity_copy (quantity);
  bare->planned = false;
  text = shanhai_wording_quantity (wording, bare);
  if (reads_back (text, unit, quantity))
    return text;
  /* words of one language don't hold every precision: 470 M is to the million, 4.7亿 to ten */
  for (guint i = 0; i < 3 * G_N_ELEMENTS (forms); i++)
    {
      static const ShanhaiLanguage languages[] = { SHANHAI_LANGUAGE_CHINESE, SHANHAI_LANGUAGE_ENGLISH };
      ShanhaiLanguage language = i < 2 ? wording->language : languages[i / 2 - 1];
      g_autofree char *other = shanhai_vocabulary_format_quantity (bare, language, i < 2 ? wording->number_style : SHANHAI_NUMBER_STYLE_AUTO, forms[i % 2]);

      if (other != NULL && reads_back (other, unit, quantity))
        {
          g_free (text);
          return g_steal_pointer (&other);
        }
    }
  return text;
}

/* "to ten millions", where the last printed digit isn't that of the ones */
static const char *
get_precision_words (const ShanhaiDecimal *precision)
{
  static const struct { gint64 place; const char *words; } places[] = {
    { 10, NC_ ("precision", "to tens") },
    { 100, NC_ ("precision", "to hundreds") },
    { 1000, NC_ ("precision", "to thousands") },
    { 10000, NC_ ("precision", "to ten thousands") },
    { 100000, NC_ ("precision", "to hundred thousands") },
    { 1000000, NC_ ("precision", "to millions") },
    { 10000000, NC_ ("precision", "to ten millions") },
    { 100000000, NC_ ("precision", "to hundred millions") },
    { 1000000000, NC_ ("precision", "to thousand millions") },
    { G_GINT64_CONSTANT (10000000000), NC_ ("precision", "to ten thousand millions") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ShanhaiDecimal place = shanhai_decimal_from_int (places[i].place);

      if (shanhai_decimal_equal (precision, &place))
        return g_dpgettext2 (NULL, "precision", places[i].words);
    }
  return NULL;
}

/* in full, all digits: what stands in the file */
static char *
dup_digits (const ShanhaiWording  *wording,
            const ShanhaiQuantity *quantity)
{
  g_autofree char *low = shanhai_number_format (&quantity->value, wording->language, SHANHAI_NUMBER_STYLE_INTERNATIONAL, SHANHAI_NUMBER_FULL,
                                                SHANHAI_DECIMALS_ALL);
  g_autofree char *high = NULL;

  if (!quantity->has_hi)
    return g_steal_pointer (&low);

  high = shanhai_number_format (&quantity->value_hi, wording->language, SHANHAI_NUMBER_STYLE_INTERNATIONAL, SHANHAI_NUMBER_FULL,
                                SHANHAI_DECIMALS_ALL);
  return g_strconcat (low, "–", high, NULL);
}

char *
shanhai_quantity_entry_dup_reading (const ShanhaiWording  *wording,
                                    const ShanhaiQuantity *quantity,
                                    const char            *unit)
{
  g_autofree char *words = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *exact = NULL;
  g_autofree char *expected = NULL;
  const char *precision;

  if (quantity == NULL)
    return g_strdup ("");

  words = shanhai_wording_quantity (wording, quantity);
  digits = dup_digits (wording, quantity);
  precision = get_precision_words (&quantity->precision);
  if (precision != NULL)
    exact = g_strconcat (digits, wording->language == SHANHAI_LANGUAGE_CHINESE ? "，" : ", ", precision, NULL);
  else if (strstr (words, digits) == NULL)
    exact = g_steal_pointer (&digits);

  if (unit != NULL && !g_str_equal (unit, quantity->unit))
    {
      g_autoptr (ShanhaiQuantity) many = shanhai_quantity_copy (quantity);

      many->unit = g_intern_string (unit);
      /* Translators: below an entry, after another unit was typed: %s is the usual unit, "people" */
      expected = g_strdup_printf (_("usually counted in %s"), shanhai_vocabulary_get_unit_label (many, wording->language));
    }
  return shanhai_wording_join (SEPARATOR, (const char *[]) { words, exact, expected }, 3);
}

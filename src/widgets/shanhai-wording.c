/* shanhai-wording.c - records in the words of the reader, for cells, cards and popovers. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-display.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-pairing.h"
#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-text.h"
#include "shanhai-vocabulary.h"
#include "shanhai-wording.h"

/* from here on a magnitude word reads better than groups of digits */
#define COMPACT_FROM 1000000

/* an excerpt never is longer than this on either side of the figure, in bytes: some texts have no full stops */
#define EXCERPT_REACH 360

static const char *
list_separator (const ShanhaiWording *self)
{
  return self->language == SHANHAI_LANGUAGE_CHINESE ? "、" : ", ";
}

static char *
dup_or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

char *
shanhai_wording_join (const char         *separator,
                      const char * const *parts,
                      guint               n_parts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, separator);
      g_string_append (joined, parts[i]);
    }
  return g_string_free (joined, FALSE);
}

ShanhaiWording
shanhai_wording_now (ShanhaiCasebook *casebook)
{
  ShanhaiDisplay *display = shanhai_display_get_default ();

  return (ShanhaiWording) {
    .casebook = casebook,
    .language = shanhai_display_get_language (display),
    .number_style = shanhai_display_get_number_style (display),
  };
}

char *
shanhai_wording_quantity (const ShanhaiWording  *self,
                          const ShanhaiQuantity *quantity)
{
  ShanhaiDecimal limit = shanhai_decimal_from_int (COMPACT_FROM);
  ShanhaiDecimal negative = shanhai_decimal_from_int (-COMPACT_FROM);
  bool large;

  if (quantity == NULL)
    return g_strdup ("");

  large = shanhai_decimal_compare (&quantity->value, &limit) >= 0
          || shanhai_decimal_compare (&quantity->value, &negative) <= 0;
  return dup_or_empty (shanhai_vocabulary_format_quantity (quantity, self->language, self->number_style,
                                                           large ? SHANHAI_NUMBER_COMPACT : SHANHAI_NUMBER_FULL));
}

char *
shanhai_wording_period (const ShanhaiWording *self,
                        const ShanhaiPeriod  *period)
{
  return period != NULL ? dup_or_empty (shanhai_period_format (period, self->language)) : g_strdup ("");
}

char *
shanhai_wording_name (const ShanhaiWording *self,
                      const ShanhaiName    *name)
{
  return g_strdup (shanhai_name_get (name, self->language));
}

char *
shanhai_wording_key (const ShanhaiWording *self,
                     const char           *scheme,
                     const char           *key)
{
  if (key == NULL)
    return g_strdup ("");
  if (scheme == NULL)
    return g_strdup (key);
  if (self->casebook != NULL && g_str_equal (scheme, "indicators"))
    return g_strdup (shanhai_casebook_get_indicator_label (self->casebook, key, self->language));
  return g_strdup (shanhai_vocabulary_get_label (scheme, key, self->language));
}

char *
shanhai_wording_reference (const ShanhaiWording *self,
                           const char           *id)
{
  ShanhaiRecord *record = NULL;

  if (id == NULL)
    return g_strdup ("");
  if (self->casebook == NULL)
    return g_strdup (id);

  record = shanhai_casebook_lookup (self->casebook, id);
  if (record != NULL && shanhai_record_get_title (record) == NULL)
    return shanhai_wording_record (self, record);
  return dup_or_empty (shanhai_casebook_dup_label (self->casebook, id, self->language));
}

char *
shanhai_wording_references (const ShanhaiWording *self,
                            const char * const   *ids)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (labels, shanhai_wording_reference (self, ids[i]));
  return shanhai_wording_join (list_separator (self), (const char * const *) labels->pdata, labels->len);
}

char *
shanhai_wording_ends (const ShanhaiWording *self,
                      const ShanhaiEnds    *ends)
{
  if (ends == NULL || self->casebook == NULL)
    return g_strdup ("");
  return dup_or_empty (shanhai_casebook_dup_ends_label (self->casebook, ends, self->language));
}

char *
shanhai_wording_around (const ShanhaiWording *self,
                        const char           *id)
{
  g_autoptr (GPtrArray) path = NULL;
  GString *around = g_string_new (NULL);
  ShanhaiParty *party;
  guint first = 1;

  if (id == NULL || self->casebook == NULL)
    return g_string_free (around, FALSE);

  party = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PARTY, id);
  if (party != NULL)
    {
      id = shanhai_party_get_place (party);
      first = 0;
    }
  if (id == NULL)
    return g_string_free (around, FALSE);

  path = shanhai_casebook_dup_place_path (self->casebook, id);
  for (guint i = first; i < path->len; i++)
    {
      ShanhaiPlace *place = g_ptr_array_index (path, i);
      const char *name = shanhai_name_get (shanhai_place_get_name (place), self->language);

      /* everybody knows the country */
      if (g_strcmp0 (shanhai_place_get_level (place), "country") == 0)
        continue;
      if (self->language == SHANHAI_LANGUAGE_CHINESE)
        {
          g_string_prepend (around, name);
          continue;
        }
      if (around->len > 0)
        g_string_append (around, ", ");
      g_string_append (around, name);
    }
  return g_string_free (around, FALSE);
}

char *
shanhai_wording_case_title (const ShanhaiWording *self,
                            ShanhaiCase          *record)
{
  g_autofree char *assisting = shanhai_wording_references (self, shanhai_case_get_assisting (record));
  g_autofree char *assisted = shanhai_wording_references (self, shanhai_case_get_assisted (record));

  if (*assisting == '\0' || *assisted == '\0')
    {
      const char *title = shanhai_name_get (shanhai_case_get_title (record), self->language);

      if (*title != '\0')
        return g_strdup (title);
      /* one side alone: what there is */
      return g_strdup (*assisting != '\0' ? assisting : *assisted != '\0' ? assisted
                                                                         : shanhai_record_get_id (SHANHAI_RECORD (record)));
    }
  /* Translators: who assists, and who is assisted: “Huli District → Dongxiang County” */
  return g_strdup_printf (_ ("%s → %s"), assisting, assisted);
}

char *
shanhai_wording_case_subtitle (const ShanhaiWording *self,
                               ShanhaiCase          *record)
{
  const char * const *assisting = shanhai_case_get_assisting (record);
  const char * const *assisted = shanhai_case_get_assisted (record);
  g_autofree char *from = shanhai_wording_around (self, assisting != NULL ? assisting[0] : NULL);
  g_autofree char *to = shanhai_wording_around (self, assisted != NULL ? assisted[0] : NULL);
  g_autofree char *kind = shanhai_wording_key (self, "kinds.case", shanhai_case_get_kind (record));
  g_autofree char *approach = shanhai_wording_name (self, shanhai_case_get_approach (record));
  g_autofree char *period = shanhai_wording_period (self, shanhai_case_get_period (record));
  g_autofree char *places = NULL;

  if (*from != '\0' && *to != '\0' && !g_str_equal (from, to))
    places = g_strdup_printf (_ ("%s → %s"), from, to);
  else
    places = g_strdup (*from != '\0' ? from : to);
  return shanhai_wording_join (" · ", (const char *[]) { places, kind, approach, period }, 4);
}

char *
shanhai_wording_source (const ShanhaiWording *self,
                        ShanhaiSource        *source)
{
  g_autofree char *publisher = shanhai_wording_name (self, shanhai_source_get_publisher (source));
  g_autofree char *published = shanhai_wording_period (self, shanhai_source_get_published (source));

  return shanhai_wording_join (" · ", (const char *[]) { publisher, published }, 2);
}

static char *
word_value (const ShanhaiWording *self,
            ShanhaiRecord        *record,
            const ShanhaiField   *field,
            const GValue         *value)
{
  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
      return g_value_dup_string (value);
    case SHANHAI_FIELD_NAME:
      return shanhai_wording_name (self, g_value_get_boxed (value));
    case SHANHAI_FIELD_KEY:
      return shanhai_wording_key (self, field->scheme, g_value_get_string (value));
    case SHANHAI_FIELD_REFERENCE:
      return shanhai_wording_reference (self, g_value_get_string (value));
    case SHANHAI_FIELD_REFERENCES:
      {
        const ShanhaiStrings *ids = g_value_get_boxed (value);

        return shanhai_wording_references (self, ids != NULL ? (const char * const *) ids->items : NULL);
      }
    case SHANHAI_FIELD_ENDS:
      return shanhai_wording_ends (self, g_value_get_boxed (value));
    case SHANHAI_FIELD_QUANTITY:
      return shanhai_wording_quantity (self, g_value_get_boxed (value));
    case SHANHAI_FIELD_PERIOD:
      return shanhai_wording_period (self, g_value_get_boxed (value));
    case SHANHAI_FIELD_FLAG:
      return g_strdup (g_value_get_boolean (value) ? _ ("yes") : "");
    case SHANHAI_FIELD_STRINGS:
      {
        const ShanhaiStrings *strings = g_value_get_boxed (value);

        return strings != NULL ? g_strjoinv (list_separator (self), (char **) strings->items) : g_strdup ("");
      }
    case SHANHAI_FIELD_ABOUT:
    case SHANHAI_FIELD_CITATIONS:
      return g_strdup ("");
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
shanhai_wording_field (const ShanhaiWording *self,
                       ShanhaiRecord        *record,
                       const ShanhaiField   *field)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *property = g_strdelimit (g_strdup (field->member), "_", '-');

  g_object_get_property (G_OBJECT (record), property, &value);
  return dup_or_empty (word_value (self, record, field, &value));
}

char *
shanhai_wording_subject (const ShanhaiWording *self,
                         ShanhaiRecord        *record)
{
  const ShanhaiName *title = shanhai_record_get_title (record);

  if (title != NULL)
    return shanhai_wording_name (self, title);
  if (SHANHAI_IS_OBSERVATION (record))
    {
      ShanhaiObservation *observation = SHANHAI_OBSERVATION (record);
      g_autofree char *indicator = shanhai_wording_key (self, "indicators", shanhai_observation_get_indicator (observation));
      g_autofree char *subject = shanhai_wording_reference (self, shanhai_observation_get_subject (observation));

      return shanhai_wording_join (list_separator (self), (const char *[]) { indicator, subject }, 2);
    }
  if (SHANHAI_IS_FLOW (record))
    {
      ShanhaiFlow *flow = SHANHAI_FLOW (record);
      g_autofree char *kind = shanhai_wording_key (self, "kinds.flow", shanhai_flow_get_kind (flow));
      g_autofree char *from = shanhai_wording_ends (self, shanhai_flow_get_from (flow));
      g_autofree char *to = shanhai_wording_ends (self, shanhai_flow_get_to (flow));
      g_autofree char *way = *from != '\0' && *to != '\0' ? g_strdup_printf (_ ("%s → %s"), from, to)
                                                          : g_strconcat (from, to, NULL);

      return shanhai_wording_join (list_separator (self), (const char *[]) { kind, way }, 2);
    }
  if (SHANHAI_IS_EXCHANGE (record))
    {
      ShanhaiExchange *exchange = SHANHAI_EXCHANGE (record);
      g_autofree char *role = shanhai_wording_key (self, "roles.exchange", shanhai_exchange_get_role (exchange));
      g_autofree char *purpose = shanhai_wording_key (self, "kinds.exchange-purpose", shanhai_exchange_get_purpose (exchange));
      g_autofree char *direction = shanhai_wording_key (self, "directions", shanhai_exchange_get_direction (exchange));

      return shanhai_wording_join (list_separator (self), (const char *[]) { role, purpose, direction }, 3);
    }
  if (SHANHAI_IS_PAIRING (record))
    {
      ShanhaiPairing *pairing = SHANHAI_PAIRING (record);
      g_autofree char *level = shanhai_wording_key (self, "levels.pairing", shanhai_pairing_get_level (pairing));
      g_autofree char *assisting = shanhai_wording_ends (self, shanhai_pairing_get_assisting (pairing));
      g_autofree char *assisted = shanhai_wording_ends (self, shanhai_pairing_get_assisted (pairing));
      g_autofree char *way = *assisting != '\0' && *assisted != '\0' ? g_strdup_printf (_ ("%s → %s"), assisting, assisted)
                                                                     : g_strconcat (assisting, assisted, NULL);

      return shanhai_wording_join (list_separator (self), (const char *[]) { level, way }, 2);
    }
  return g_strdup (shanhai_record_get_id (record));
}

char *
shanhai_wording_record (const ShanhaiWording *self,
                        ShanhaiRecord        *record)
{
  g_autofree char *about = shanhai_wording_subject (self, record);
  g_autofree char *figure = shanhai_wording_quantity (self, shanhai_record_get_figure (record));
  g_autofree char *period = shanhai_wording_period (self, shanhai_record_get_period (record));
  g_autofree char *told = shanhai_wording_join (list_separator (self), (const char *[]) { figure, period }, 2);

  if (*told == '\0')
    return g_steal_pointer (&about);
  /* Translators: what a record is about, and what it says: “Poverty rate, Dongxiang County: 38.74%, end of 2013” */
  return g_strdup_printf (_ ("%s: %s"), about, told);
}

static bool
ends_sentence (gunichar c)
{
  switch (c)
    {
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
    case 0xff1b: /* ； */
    case '!':
    case '?':
    case '\n':
      return true;
    default:
      return false;
    }
}

bool
shanhai_wording_excerpt (const char            *text,
                         const ShanhaiCitation *citation,
                         gsize                 *start,
                         gsize                 *end,
                         gsize                 *quote_start,
                         gsize                 *quote_end)
{
  const char *from, *to, *p;
  gsize length;

  if (text == NULL || citation->quote == NULL || *citation->quote == '\0' || citation->start < 0)
    return false;

  length = strlen (citation->quote);
  from = text + shanhai_text_offset_to_byte (text, citation->start);
  if (strncmp (from, citation->quote, length) != 0)
    return false;
  to = from + length;
  *quote_start = (gsize) (from - text);
  *quote_end = (gsize) (to - text);

  for (p = from; p > text && from - p < EXCERPT_REACH; p = g_utf8_prev_char (p))
    {
      const char *before = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (before);

      /* a full stop ends a sentence where a space follows; in 38.74 it doesn't */
      if (ends_sentence (c) || (c == '.' && g_ascii_isspace (*p)))
        break;
    }
  while (g_unichar_isspace (g_utf8_get_char (p)) && p < from)
    p = g_utf8_next_char (p);
  *start = (gsize) (p - text);

  for (p = to; *p != '\0' && p - to < EXCERPT_REACH;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (c == '\n')
        break;
      p = next;
      if (ends_sentence (c) || (c == '.' && (*next == '\0' || g_ascii_isspace (*next))))
        break;
    }
  *end = (gsize) (p - text);
  return true;
}

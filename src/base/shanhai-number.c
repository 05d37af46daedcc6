/* shanhai-number.c - numbers in the words of a language: 4.7亿, 470 M. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number is cut into a coefficient and a magnitude word. The word is chosen after rounding, so that what rounds up to the next word is
 * written with it. The largest words are 万亿 and T: beyond, the coefficient grows. Nothing here looks at the process's locale. */

#include "shanhai-number.h"

#include <math.h>
#include <string.h>

#define NBSP "\u00a0"
#define GROUP_SPACE "\u202f"
#define MINUS "\u2212"

/* digits after the point with which FULL still prefers a magnitude word in Chinese: 1033.98万, but 25878 and not 2.5878万 */
#define FULL_MAX_DECIMALS 2

#define DOUBLE_DIGITS 15

/* no less than any power in the tables below */
#define MAX_MAGNITUDE 12

typedef struct
{
  int         power;
  const char *word;  /* with the space before it */
} Magnitude;

/* least first; a number below the first has no word */
static const Magnitude chinese_magnitudes[] = { { 4, "万" }, { 8, "亿" }, { 12, "万亿" } };
static const Magnitude english_magnitudes[] = { { 6, NBSP "M" }, { 9, NBSP "B" }, { 12, NBSP "T" } };

/* A number as text, before it is put together. */
typedef struct
{
  bool   negative;
  char  *digits;     /* owned; no sign, no groups */
  int    power;      /* of the word */
  const char *word;  /* "" for none */
} Parts;

/**
 * shanhai_language_from_locale:
 * @locale: (nullable): `zh_CN`, `zh-Hans`, `zh`, `en_GB.UTF-8`
 *
 * Returns: the language in which that locale reads numbers and words; English for all that isn't Chinese
 */
ShanhaiLanguage
shanhai_language_from_locale (const char *locale)
{
  if (locale != NULL && g_ascii_strncasecmp (locale, "zh", 2) == 0 && strchr ("_-.@", locale[2]) != NULL)
    return SHANHAI_LANGUAGE_CHINESE;

  return SHANHAI_LANGUAGE_ENGLISH;
}

/**
 * shanhai_language_get_code:
 *
 * Returns: "en" or "zh", as names in files are keyed
 */
const char *
shanhai_language_get_code (ShanhaiLanguage language)
{
  return language == SHANHAI_LANGUAGE_CHINESE ? "zh" : "en";
}

static bool
uses_chinese_words (ShanhaiLanguage    language,
                    ShanhaiNumberStyle style)
{
  return language == SHANHAI_LANGUAGE_CHINESE && style != SHANHAI_NUMBER_STYLE_INTERNATIONAL;
}

/* whether |value| ≥ 10^power */
static bool
reaches (const ShanhaiDecimal *value,
         int                   power)
{
  ShanhaiDecimal magnitude = { value->digits < 0 ? -value->digits : value->digits, value->scale };
  ShanhaiDecimal threshold;

  return shanhai_decimal_shift (&(ShanhaiDecimal) { 1, 0 }, power, &threshold) &&
         shanhai_decimal_compare (&magnitude, &threshold) >= 0;
}

/* value ÷ 10^power at no more than `decimals` places */
static ShanhaiDecimal
coefficient_of (const ShanhaiDecimal *value,
                int                   power,
                int                   decimals)
{
  ShanhaiDecimal coefficient = *value;

  /* What is too fine for a decimal once it is shifted can only be shown rounded. */
  if (!shanhai_decimal_shift (value, -power, &coefficient) &&
      shanhai_decimal_round (value, SHANHAI_DECIMAL_MAX_DIGITS - power, SHANHAI_ROUND_HALF_UP, &coefficient))
    shanhai_decimal_shift (&coefficient, -power, &coefficient);
  if (decimals >= 0)
    shanhai_decimal_round (&coefficient, MIN (decimals, SHANHAI_DECIMAL_MAX_DIGITS), SHANHAI_ROUND_HALF_UP, &coefficient);

  return coefficient;
}

/* `precision`, where not NULL, keeps the zeros that a source printed; `max_power` is the largest word that may be used */
static Parts
split (const ShanhaiDecimal *value,
       bool                  chinese,
       int                   max_power,
       ShanhaiNumberForm     form,
       int                   decimals,
       const ShanhaiDecimal *precision)
{
  const Magnitude *magnitudes = chinese ? chinese_magnitudes : english_magnitudes;
  int n = chinese ? (int) G_N_ELEMENTS (chinese_magnitudes) : (int) G_N_ELEMENTS (english_magnitudes);
  Parts parts = { .word = "" };
  ShanhaiDecimal coefficient = coefficient_of (value, 0, decimals);
  int min_decimals = 0;
  GString *digits;

  if (form == SHANHAI_NUMBER_COMPACT || chinese)
    {
      int best = -1;

      for (int i = 0; i < n && magnitudes[i].power <= max_power; i++)
        {
          /* Rounded at the word below, the number may reach this one: 9999.96万 at one decimal is 10000万, so 1亿. */
          ShanhaiDecimal below = coefficient_of (value, i > 0 ? magnitudes[i - 1].power : 0, decimals);

          if (reaches (&below, magnitudes[i].power - (i > 0 ? magnitudes[i - 1].power : 0)))
            best = i;
        }

      if (best >= 0)
        {
          ShanhaiDecimal candidate = coefficient_of (value, magnitudes[best].power, decimals);

          if (form == SHANHAI_NUMBER_COMPACT || candidate.scale <= FULL_MAX_DECIMALS)
            {
              coefficient = candidate;
              parts.power = magnitudes[best].power;
              parts.word = magnitudes[best].word;
            }
        }
    }

  /* 4.20% keeps its zero; before a magnitude word nobody wants it (70亿 is 7 B, not 7.0 B) */
  if (precision != NULL && parts.power == 0)
    min_decimals = precision->scale;

  parts.negative = coefficient.digits < 0;
  if (parts.negative)
    coefficient.digits = -coefficient.digits;

  digits = g_string_new (NULL);
  shanhai_decimal_append (&coefficient, digits);
  if (min_decimals > coefficient.scale)
    {
      if (coefficient.scale == 0)
        g_string_append_c (digits, '.');
      for (int i = coefficient.scale; i < min_decimals; i++)
        g_string_append_c (digits, '0');
    }
  parts.digits = g_string_free (digits, FALSE);

  return parts;
}

/* groups of three from 10 000 on, as ISO 80000-1 has it: four digits stay together */
static void
append_digits (GString    *text,
               const char *digits,
               bool        grouped)
{
  gsize n = strcspn (digits, ".");

  if (!grouped || n < 5)
    {
      g_string_append (text, digits);
      return;
    }

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, GROUP_SPACE);
      g_string_append_c (text, digits[i]);
    }
  g_string_append (text, digits + n);
}

static void
append_value (GString     *text,
              const Parts *parts,
              bool         grouped)
{
  if (parts->negative)
    g_string_append (text, MINUS);
  append_digits (text, parts->digits, grouped);
  g_string_append (text, parts->word);
}

/**
 * shanhai_number_format:
 * @decimals: digits after the point to keep at most, in units of the magnitude word; SHANHAI_DECIMALS_ALL loses none
 *
 * Zeros at the end are never added. In Chinese, FULL uses 万 and 亿 where two digits after the point are enough for it.
 *
 * Returns: (transfer full): the number
 */
char *
shanhai_number_format (const ShanhaiDecimal *value,
                       ShanhaiLanguage       language,
                       ShanhaiNumberStyle    style,
                       ShanhaiNumberForm     form,
                       int                   decimals)
{
  bool chinese = uses_chinese_words (language, style);
  GString *text;
  Parts parts;

  g_return_val_if_fail (value != NULL, NULL);

  parts = split (value, chinese, MAX_MAGNITUDE, form, decimals, NULL);
  text = g_string_new (NULL);
  append_value (text, &parts, !chinese);
  g_free (parts.digits);

  return g_string_free (text, FALSE);
}

/* to the 15 digits that a double surely has */
static bool
decimal_from_double (double          value,
                     ShanhaiDecimal *out)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *exponent;
  gint64 digits = 0;
  int scale;

  g_ascii_formatd (buffer, sizeof buffer, "%.14e", value);
  exponent = strchr (buffer, 'e');
  if (exponent == NULL)
    return false;

  for (const char *p = buffer; p < exponent; p++)
    if (g_ascii_isdigit (*p))
      digits = digits * 10 + (*p - '0');
  scale = DOUBLE_DIGITS - 1 - (int) g_ascii_strtoll (exponent + 1, NULL, 10);

  for (; digits != 0 && digits % 10 == 0; scale--)
    digits /= 10;
  if (scale > SHANHAI_DECIMAL_MAX_DIGITS)
    digits = 0;

  return shanhai_decimal_from_parts (buffer[0] == '-' ? -digits : digits, scale, out);
}

/**
 * shanhai_number_format_double:
 * @value: a number that was computed for drawing; taken at 15 digits
 *
 * Returns: (transfer full): as shanhai_number_format(); "∞", "−∞", "–" for what isn't a number, and 1e+40 where no decimal holds it
 */
char *
shanhai_number_format_double (double             value,
                              ShanhaiLanguage    language,
                              ShanhaiNumberStyle style,
                              ShanhaiNumberForm  form,
                              int                decimals)
{
  ShanhaiDecimal decimal;

  if (isnan (value))
    return g_strdup ("–");
  if (isinf (value))
    return g_strdup (value < 0 ? MINUS "∞" : "∞");

  if (!decimal_from_double (value, &decimal))
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (buffer, sizeof buffer, "%.14g", fabs (value));
      return g_strconcat (value < 0 ? MINUS : "", buffer, NULL);
    }

  return shanhai_number_format (&decimal, language, style, form, decimals);
}

/* 余 stands for the digits that a round number leaves out: 2000余, 13万余; 38.7 and 9437 leave out none that it could stand for */
static bool
takes_yu (const Parts *parts)
{
  gsize n = strlen (parts->digits);

  return !parts->negative &&
         (parts->word[0] != '\0' || (n > 1 && parts->digits[n - 1] == '0' && strchr (parts->digits, '.') == NULL));
}

static const char *
word_before (ShanhaiQualifier     qualifier,
             ShanhaiQualifierForm form,
             bool                 chinese)
{
  static const char * const signs[] = { "", "≈", "<", "", "≥", "≤" };
  static const char * const chinese_words[] = { "", "约", "近", "", "", "不超过" };
  static const char * const english_words[] = { "", "about ", "nearly ", "over ", "at least ", "at most " };

  switch (form)
    {
    case SHANHAI_QUALIFIER_SIGNS:
      return signs[qualifier];
    case SHANHAI_QUALIFIER_WORDS:
      return chinese ? chinese_words[qualifier] : english_words[qualifier];
    case SHANHAI_QUALIFIER_HIDDEN:
    default:
      return "";
    }
}

/* Chinese labels stand close, letters keep their distance; per cent stands close everywhere. */
static void
append_label (GString    *text,
              const char *label,
              bool        chinese)
{
  gunichar first = g_utf8_get_char (label);

  if (first == '%' || first == 0x2030 || first == 0x00b0)
    ;
  else if (!chinese || g_unichar_isalpha (first) || first == '$')
    {
      if (!g_unichar_iswide (first))
        g_string_append (text, NBSP);
    }

  g_string_append (text, label);
}

/**
 * shanhai_quantity_format:
 * @unit_label: (nullable): the unit in the reader's words, NULL for none
 * @form: how large numbers are written; zeros that the source printed stay (4.20%)
 * @qualifier_form: how the qualifier shows; a plan shows where words do
 *
 * Returns: (transfer full): 近4.7亿元, "over 2000 person-times", 3万—5万
 */
char *
shanhai_quantity_format (const ShanhaiQuantity *quantity,
                         const char            *unit_label,
                         ShanhaiLanguage        language,
                         ShanhaiNumberStyle     style,
                         ShanhaiNumberForm      form,
                         ShanhaiQualifierForm   qualifier_form)
{
  bool chinese = language == SHANHAI_LANGUAGE_CHINESE;
  bool chinese_number = uses_chinese_words (language, style);
  bool words = qualifier_form == SHANHAI_QUALIFIER_WORDS;
  bool over;
  int power;
  Parts parts;
  GString *text;

  g_return_val_if_fail (quantity != NULL, NULL);

  parts = split (&quantity->value, chinese_number, MAX_MAGNITUDE, form, SHANHAI_DECIMALS_ALL, &quantity->precision);
  over = quantity->qualifier == SHANHAI_QUALIFIER_OVER;
  text = g_string_new (NULL);

  if (quantity->planned && words)
    g_string_append (text, chinese ? "计划" : "planned ");

  if (over && words && chinese && (quantity->has_hi || !chinese_number || !takes_yu (&parts)))
    {
      g_string_append (text, "超过");
      over = false;
    }
  else
    g_string_append (text, word_before (quantity->qualifier, qualifier_form, chinese));

  append_value (text, &parts, !chinese_number);
  power = parts.power;
  g_free (parts.digits);

  if (quantity->has_hi)
    {
      /* 20—3万 would read as 20万 to 3万: a word behind the second number alone seems to belong to both */
      parts = split (&quantity->value_hi, chinese_number, power > 0 ? MAX_MAGNITUDE : 0, form, SHANHAI_DECIMALS_ALL, &quantity->precision);
      g_string_append (text, chinese ? "—" : "–");
      append_value (text, &parts, !chinese_number);
      g_free (parts.digits);
    }

  if (over && words && chinese)
    g_string_append (text, "余");
  if (over && qualifier_form == SHANHAI_QUALIFIER_SIGNS)
    g_string_append_c (text, '+');

  if (unit_label != NULL && *unit_label != '\0')
    append_label (text, unit_label, chinese);

  if (quantity->qualifier == SHANHAI_QUALIFIER_AT_LEAST && words && chinese)
    g_string_append (text, "以上");

  return g_string_free (text, FALSE);
}

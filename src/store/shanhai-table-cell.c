/* shanhai-table-cell.c - what stands in a cell. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-cell.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* serial numbers of days that are years people keep figures of; 20 000 is in 1954, 73 050 at the end of 2099 */
#define FIRST_SERIAL 20000
#define LAST_SERIAL 73050
/* Excel's day 0, two days early for its 29 February 1900 */
#define SERIAL_EPOCH_YEAR 1899
#define SERIAL_EPOCH_DAY 30
#define MAX_UNIT_BYTES 64
#define MAX_EXPONENT 30

static char *
dup_stripped (const char *text)
{
  const char *end;

  while (*text != '\0' && (g_unichar_isspace (g_utf8_get_char (text)) || g_utf8_get_char (text) == 0xfeff))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (text, end - text);
}

bool
shanhai_table_is_blank (const char *text)
{
  static const char * const blanks[] = { "", "-", "--", "—", "——", "–", "－", "…", "……", "/", "\\", "*", "N/A", "n/a", "NA", "无", "空", "null", "NULL", NULL };
  g_autofree char *stripped = NULL;

  /* no blank is longer */
  if (strlen (text) > 8 && !g_ascii_isspace (*text))
    return false;
  stripped = dup_stripped (text);

  return g_strv_contains (blanks, stripped);
}

static int
get_power (const ShanhaiDecimal *value)
{
  ShanhaiDecimal at = shanhai_decimal_from_int (1);

  for (int power = 0; power <= 18; power++)
    {
      if (shanhai_decimal_equal (&at, value))
        return power;
      if (!shanhai_decimal_shift (&at, 1, &at))
        break;
    }

  return -1;
}

bool
shanhai_table_read_unit (const char       *text,
                         ShanhaiTableUnit *out)
{
  g_autofree char *stripped = NULL;
  g_autofree char *one = NULL;
  g_autoptr (ShanhaiQuantity) quantity = NULL;
  int power;

  if (strlen (text) > MAX_UNIT_BYTES)
    return false;
  stripped = dup_stripped (text);
  if (*stripped == '\0' || strpbrk (stripped, "0123456789") != NULL)
    return false;

  one = g_strconcat ("1", stripped, NULL);
  quantity = shanhai_quantity_parse (one, NULL, NULL);
  if (quantity == NULL || quantity->qualifier != SHANHAI_QUALIFIER_EXACT || quantity->has_hi || quantity->planned)
    return false;
  power = get_power (&quantity->value);
  if (power < 0)
    return false;

  /* 万 alone is a magnitude of whatever is counted */
  *out = (ShanhaiTableUnit) { strcmp (quantity->unit, "item") == 0 ? NULL : quantity->unit, power };
  return true;
}

/* the text between the last pair of brackets at the heading's end, or behind its last slash or comma */
static bool
find_unit (const char  *heading,
           const char **cut,
           char       **unit)
{
  static const struct { const char *open, *close; } brackets[] = {
    { "（", "）" }, { "(", ")" }, { "[", "]" }, { "［", "］" }, { "【", "】" }, { "（", ")" }, { "(", "）" }, { "〔", "〕" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (g_str_has_suffix (heading, brackets[i].close))
      {
        const char *open = g_strrstr (heading, brackets[i].open);

        if (open == NULL || open == heading)
          continue;
        *cut = open;
        open += strlen (brackets[i].open);
        *unit = g_strndup (open, strlen (open) - strlen (brackets[i].close));
        return true;
      }

  {
    static const char * const signs[] = { "/", "／", ", ", "，", ":", "：" };

    for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
      {
        const char *sign = g_strrstr (heading, signs[i]);

        if (sign != NULL && sign != heading)
          {
            *cut = sign;
            *unit = g_strdup (sign + strlen (signs[i]));
            return true;
          }
      }
  }

  return false;
}

char *
shanhai_table_split_heading (const char       *heading,
                             ShanhaiTableUnit *out)
{
  g_autofree char *stripped = dup_stripped (heading);
  g_autofree char *unit = NULL;
  const char *cut;

  *out = (ShanhaiTableUnit) { NULL, 0 };
  if (find_unit (stripped, &cut, &unit))
    {
      const char *text = unit;

      /* （单位：万元） */
      if (g_str_has_prefix (text, "单位"))
        {
          text += strlen ("单位");
          text += g_str_has_prefix (text, "：") ? strlen ("：") : *text == ':' ? 1 : 0;
        }
      if (shanhai_table_read_unit (text, out))
        {
          g_autofree char *rest = g_strndup (stripped, cut - stripped);

          return dup_stripped (rest);
        }
    }

  return g_steal_pointer (&stripped);
}

static bool
has_magnitude (const char *text)
{
  static const char * const signs[] = { "万", "亿", "千", "百", "十", "萬", "億", "兆", "illion", "thousand", "hundred" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i]) != NULL)
      return true;

  return false;
}

/* 1.5E+08 → 15 × 10^7: the digits that Excel shows are the digits that are known */
static bool
expand_exponent (const char      *text,
                 ShanhaiDecimal  *value,
                 ShanhaiDecimal  *precision)
{
  const char *e = strpbrk (text, "Ee");
  const char *point = strchr (text, '.');
  char *end;
  gint64 exponent;
  int places;

  if (e == NULL || e == text || !g_ascii_isdigit (text[strspn (text, "+-")]) || strspn (text, "+-0123456789.") != (gsize) (e - text))
    return false;
  exponent = g_ascii_strtoll (e + 1, &end, 10);
  if (end == e + 1 || *end != '\0' || exponent < -MAX_EXPONENT || exponent > MAX_EXPONENT)
    return false;

  places = point != NULL && point < e ? (int) (e - point) - 1 : 0;
  *precision = shanhai_decimal_from_int (1);

  return shanhai_decimal_parse (text, e - text, value) && shanhai_decimal_shift (value, (int) exponent, value) &&
         shanhai_decimal_shift (precision, (int) exponent - places, precision);
}

/* Nearly all cells of figures: digits, perhaps in groups of three, and a point. Reading them here saves the search for words; what else there is
 * goes to the reader of quantities, which would say the same of these. */
static bool
read_bare (const char     *text,
           ShanhaiDecimal *value,
           ShanhaiDecimal *precision)
{
  char digits[SHANHAI_DECIMAL_MAX_DIGITS + 2];
  guint n = 0, group = 0, n_groups = 0;
  int places = -1;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (n == sizeof digits - 1)
        return false;
      if (g_ascii_isdigit (*p))
        {
          group++;
          places += places >= 0;
        }
      else if (*p == ',' && places < 0 && group > 0 && (n_groups == 0 ? group <= 3 : group == 3))
        {
          n_groups++;
          group = 0;
          continue;
        }
      else if (*p == '.' && places < 0 && group > 0 && (n_groups == 0 || group == 3))
        places = 0;
      else
        return false;
      digits[n++] = *p;
    }
  if (n == 0 || places == 0 || (places < 0 && n_groups > 0 && group != 3))
    return false;

  *precision = shanhai_decimal_from_int (1);
  return shanhai_decimal_parse (digits, (gssize) n, value) && (places < 0 || shanhai_decimal_shift (precision, -places, precision));
}

static ShanhaiQuantity *
fail_quantity (GError     **error,
               const char  *message)
{
  g_set_error_literal (error, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_SYNTAX, message);
  return NULL;
}

static ShanhaiQuantity *
shift (ShanhaiQuantity  *quantity,
       int               power,
       GError          **error)
{
  if (shanhai_decimal_shift (&quantity->value, power, &quantity->value) && shanhai_decimal_shift (&quantity->precision, power, &quantity->precision) &&
      (!quantity->has_hi || shanhai_decimal_shift (&quantity->value_hi, power, &quantity->value_hi)))
    return quantity;

  shanhai_quantity_free (quantity);
  g_set_error_literal (error, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_RANGE, _("the number has more than 36 digits"));
  return NULL;
}

ShanhaiQuantity *
shanhai_table_read_quantity (const char              *text,
                             const ShanhaiTableUnit  *unit,
                             GError                 **error)
{
  g_autofree char *stripped = dup_stripped (text);
  g_autofree char *negative = NULL;
  g_autoptr (ShanhaiQuantity) own = NULL;
  const char *number = stripped;
  const gsize length = strlen (stripped);
  ShanhaiDecimal value, precision;
  ShanhaiQuantity *quantity;

  if (*number == '#')
    return fail_quantity (error, _("the spreadsheet shows an error or too narrow a column here; mend it there"));

  /* as accountants write what is owed */
  if (length > 2 && number[0] == '(' && number[length - 1] == ')' && g_ascii_isdigit (number[1]))
    {
      negative = g_strdup_printf ("-%.*s", (int) length - 2, number + 1);
      number = negative;
    }

  if (read_bare (number, &value, &precision) || expand_exponent (number, &value, &precision))
    {
      quantity = shanhai_quantity_new (&value, g_intern_string (unit->unit != NULL ? unit->unit : "item"));
      quantity->precision = precision;
      return shift (quantity, unit->power, error);
    }

  if (unit->power == 0)
    return shanhai_quantity_parse (number, unit->unit, error);

  /* a plain number is under the heading's unit; one that says more speaks for itself */
  own = shanhai_quantity_parse (number, NULL, NULL);
  if (own != NULL && (strcmp (own->unit, "item") != 0 || has_magnitude (number)))
    return shanhai_quantity_parse (number, unit->unit, error);

  quantity = shanhai_quantity_parse (number, unit->unit, error);
  return quantity != NULL ? shift (quantity, unit->power, error) : NULL;
}

char *
shanhai_table_dup_unsaid (const char             *text,
                          const ShanhaiTableUnit *unit,
                          const char             *unit_label)
{
  static const char * const powers[] = { "", "十", "百", "千", "万", "十万", "百万", "千万", "亿" };
  g_autofree char *stripped = dup_stripped (text);
  g_autoptr (ShanhaiQuantity) own = NULL;
  ShanhaiDecimal value, precision;

  if (unit->unit == NULL || unit->power < 0 || unit->power >= (int) G_N_ELEMENTS (powers))
    return NULL;
  if (*stripped == '\0' || !(g_ascii_isdigit (stripped[strlen (stripped) - 1])) || has_magnitude (stripped) || strpbrk (stripped, "eE") != NULL)
    return NULL;
  if (read_bare (stripped, &value, &precision))
    return g_strconcat (powers[unit->power], unit_label, NULL);
  own = shanhai_quantity_parse (stripped, NULL, NULL);

  return own != NULL && strcmp (own->unit, "item") == 0 ? g_strconcat (powers[unit->power], unit_label, NULL) : NULL;
}

/* -- times -- */

static int
read_digits (const char **p,
             guint        least,
             guint        most)
{
  const gsize n = strspn (*p, "0123456789");
  int value;

  if (n < least || n > most)
    return -1;
  value = atoi (*p);
  *p += n;

  return value;
}

static bool
is_day (int year,
        int month,
        int day)
{
  return month >= 1 && month <= 12 && day >= 1 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static char *
dup_serial (const char *text)
{
  gsize n = strspn (text, "0123456789");
  GDate date;
  int serial;

  if (n != 5)
    return NULL;
  /* with a time of day behind the point, which doesn't matter */
  if (text[n] != '\0' && !(text[n] == '.' && strspn (text + n + 1, "0123456789") == strlen (text + n + 1)))
    return NULL;
  serial = atoi (text);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, SERIAL_EPOCH_DAY, G_DATE_DECEMBER, SERIAL_EPOCH_YEAR);
  g_date_add_days (&date, (guint) serial);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* 20191231, 201912 */
static char *
dup_compact (const char *text)
{
  const gsize n = strlen (text);
  int year, month, day = 1;

  if ((n != 8 && n != 6) || strspn (text, "0123456789") != n || sscanf (text, "%4d%2d%2d", &year, &month, &day) < (n == 8 ? 3 : 2))
    return NULL;
  if (year < 1900 || year > 2100 || !is_day (year, month, day))
    return NULL;

  return n == 8 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : g_strdup_printf ("%04d-%02d", year, month);
}

/* 2019/12/31, 2019.12, 2019-1-5 0:00:00 */
static char *
dup_slashed (const char *text)
{
  const char *p = text;
  const int year = read_digits (&p, 4, 4);
  const char sign = *p;
  int month, day;

  if (year < 0 || sign == '\0' || strchr ("/.-", sign) == NULL)
    return NULL;
  p++;
  month = read_digits (&p, 1, 2);
  if (month < 1 || month > 12)
    return NULL;
  if (*p == '\0')
    return g_strdup_printf ("%04d-%02d", year, month);
  if (*p++ != sign)
    return NULL;
  day = read_digits (&p, 1, 2);
  if (day < 1 || !is_day (year, month, day))
    return NULL;
  /* the time of day that a spreadsheet adds */
  if (*p == ' ' || *p == 'T')
    p += 1 + strspn (p + 1, "0123456789: APMapm.");

  return *p == '\0' ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : NULL;
}

/* Dec-19, 19-Dec, Dec 2019: what English Excel makes of 2019-12 */
static char *
dup_named_month (const char *text)
{
  static const char * const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (text, months[i], 3) == 0 && (text[3] == '-' || text[3] == ' '))
      {
        const char *p = text + 4;
        int year = read_digits (&p, 2, 4);

        if (year < 0 || *p != '\0' || (p - text != 6 && p - text != 8))
          return NULL;
        if (year < 100)
          year += year < 50 ? 2000 : 1900;
        return g_strdup_printf ("%04d-%02u", year, i + 1);
      }

  return NULL;
}

ShanhaiPeriod *
shanhai_table_read_period (const char  *text,
                           GError     **error)
{
  g_autofree char *stripped = dup_stripped (text);
  g_autofree char *edtf = dup_serial (stripped);

  if (edtf == NULL)
    edtf = dup_compact (stripped);
  if (edtf == NULL)
    edtf = dup_slashed (stripped);
  if (edtf == NULL)
    edtf = dup_named_month (stripped);
  if (edtf != NULL)
    return shanhai_period_parse (edtf, error);

  /* 2019年度 */
  if (g_str_has_suffix (stripped, "年度"))
    stripped[strlen (stripped) - strlen ("度")] = '\0';

  return shanhai_period_parse_people (stripped, NULL, error);
}

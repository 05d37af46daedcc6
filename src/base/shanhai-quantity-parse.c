/* shanhai-quantity-parse.c - reads a quantity as a person writes it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * words number [– number] words, with a unit among the words: 计划约70亿元, 一百万元以上, "at least 3–5 million yuan". The words are in the
 * tables below; what stands in none of them is an error, so nothing that was typed is dropped silently. */

#include "shanhai-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-fold.h"
#include "shanhai-numeral.h"

/* A word's unit. LOOSE: a measure word that says little of what it counts, so a hint that names a counted thing wins over it (134个 with
 * the hint village). `power`: the word's unit is 10^power of the key's. In each table a word stands before its own beginnings. */
typedef struct
{
  const char *word;
  const char *unit;
  enum { FIXED, LOOSE } kind;
  int         power;
} UnitWord;

static const UnitWord chinese_units[] = {
  { "个百分点", "percentage-point" }, { "百分点", "percentage-point" }, { "%", "percent" }, { "‰", "percent", FIXED, -1 },
  { "美元", "USD" }, { "人民币", "CNY" }, { "元", "CNY" }, { "块钱", "CNY" }, { "$", "USD" }, { "¥", "CNY" },
  { "车次", "vehicle-trip" }, { "人次", "person-time" }, { "批次", "batch" }, { "批", "batch", LOOSE },
  { "人", "person" }, { "名", "person" }, { "位", "person" }, { "口", "person", LOOSE }, { "户", "household" },
  { "头", "head" }, { "只", "head", LOOSE }, { "次", "occurrence", LOOSE }, { "例", "case" },
  { "期", "session", LOOSE }, { "场", "session", LOOSE }, { "册", "volume" }, { "份", "copy", LOOSE },
  { "平方公里", "km2" }, { "平方千米", "km2" }, { "平方米", "m2" }, { "公里", "km" }, { "千米", "km" }, { "公顷", "m2", FIXED, 4 },
  { "米", "m" }, { "亩", "mu" }, { "吨", "ton" }, { "公斤", "ton", FIXED, -3 }, { "千克", "ton", FIXED, -3 }, { "斤", "jin" },
  { "千瓦时", "kWh" }, { "度电", "kWh" }, { "摄氏度", "celsius" }, { "℃", "celsius" },
  { "倍", "times" }, { "床日", "bed-day" }, { "秒", "second" }, { "年", "year" }, { "个月", "month" }, { "天", "day" }, { "日", "day" },
  { "间", "room", LOOSE }, { "套", "dwelling", LOOSE }, { "张", "item", LOOSE },
  { "个", "item", LOOSE }, { "家", "item", LOOSE }, { "所", "item", LOOSE }, { "项", "item", LOOSE }, { "件", "item", LOOSE },
  { "台", "item", LOOSE }, { "条", "item", LOOSE }, { "盏", "item", LOOSE }, { "座", "item", LOOSE }, { "处", "item", LOOSE },
  { "辆", "item", LOOSE }, { "支", "item", LOOSE }, { "本", "item", LOOSE }, { "部", "item", LOOSE }, { "对", "item", LOOSE },
  { "栋", "item", LOOSE }, { "幢", "item", LOOSE }, { "篇", "item", LOOSE }, { "种", "item", LOOSE }, { "类", "item", LOOSE },
};

/* what stands behind a measure word and says what it counts */
static const UnitWord chinese_nouns[] = {
  { "贫困村", "village" }, { "行政村", "village" }, { "村", "village" }, { "社区", "village" }, { "乡镇", "township" },
  { "街道", "township" }, { "镇", "township" }, { "乡", "township" }, { "贫困县", "county" }, { "县", "county" }, { "省", "province" },
  { "地级市", "prefecture" }, { "城市", "city" }, { "市", "city" },
  { "学校", "school" }, { "小学", "school" }, { "中学", "school" }, { "幼儿园", "school" },
  { "乡镇卫生院", "clinic" }, { "卫生院", "clinic" }, { "卫生室", "clinic" }, { "社区卫生服务中心", "clinic" }, { "门诊部", "clinic" },
  { "诊所", "clinic" }, { "医院", "hospital" }, { "企业", "company" }, { "公司", "company" },
  { "社会组织", "org" }, { "单位", "org" }, { "床位", "bed" }, { "病床", "bed" }, { "房", "dwelling" }, { "住房", "dwelling" },
  { "项目", "project" }, { "岗位", "job" },
};

static const UnitWord english_units[] = {
  { "percentage points", "percentage-point" }, { "percentage point", "percentage-point" }, { "pp", "percentage-point" },
  { "per cent", "percent" }, { "percent", "percent" },
  { "RMB", "CNY" }, { "yuan", "CNY" }, { "US$", "USD" }, { "US dollars", "USD" }, { "dollars", "USD" }, { "dollar", "USD" },
  { "person-times", "person-time" }, { "person times", "person-time" }, { "people", "person" }, { "persons", "person" },
  { "counties", "county" }, { "cities", "city" }, { "companies", "company" }, { "enterprises", "company" }, { "enterprise", "company" },
  { "organisations", "org" }, { "organizations", "org" }, { "batches", "batch" }, { "copies", "copy" }, { "books", "volume" },
  { "square kilometres", "km2" }, { "square kilometers", "km2" }, { "square metres", "m2" }, { "square meters", "m2" },
  { "kilometres", "km" }, { "kilometers", "km" }, { "metres", "m" }, { "meters", "m" }, { "km²", "km2" }, { "m²", "m2" },
  { "tonnes", "ton" }, { "tonne", "ton" }, { "t", "ton" }, { "kg", "ton", FIXED, -3 }, { "hectares", "m2", FIXED, 4 },
  { "ha", "m2", FIXED, 4 }, { "°C", "celsius" }, { "fold", "times" }, { "x", "times" }, { "s", "second" },
  { "seconds", "second" }, { "villages", "village" },
};

/* the keys of casebook.md, which can be written as they are, and in English with an s */
static const char * const unit_keys[] = {
  "CNY", "USD", "person", "person-time", "household", "head", "village", "township", "county", "prefecture", "city", "province", "school",
  "hospital", "clinic", "company", "org", "room", "bed", "dwelling", "percent", "percentage-point", "ratio", "times", "session", "batch",
  "occurrence", "case", "visit", "vehicle-trip", "project", "job", "volume", "copy", "km", "m", "m2", "km2", "mu", "ton", "jin", "kWh",
  "celsius", "year", "month", "day", "bed-day", "second", "item",
};

/* units that no measure word can stand for */
static const char * const uncounted_units[] = {
  "CNY", "USD", "percent", "percentage-point", "ratio", "times", "km", "m", "m2", "km2", "mu", "ton", "jin", "kWh", "celsius",
};

typedef enum
{
  ANYWHERE,  /* Chinese, and signs */
  WORD,      /* Latin letters, which end where a word ends */
} WordKind;

typedef struct
{
  const char       *word;
  ShanhaiQualifier  qualifier;  /* EXACT: the word says nothing about it */
  bool              planned;
  WordKind          kind;
} QualifierWord;

#define EXACT SHANHAI_QUALIFIER_EXACT
#define ABOUT SHANHAI_QUALIFIER_ABOUT
#define NEARLY SHANHAI_QUALIFIER_NEARLY
#define OVER SHANHAI_QUALIFIER_OVER
#define AT_LEAST SHANHAI_QUALIFIER_AT_LEAST
#define AT_MOST SHANHAI_QUALIFIER_AT_MOST

static const QualifierWord words_before[] = {
  { "计划", EXACT, true }, { "规划", EXACT, true }, { "预计", EXACT, true }, { "预算", EXACT, true }, { "估算", EXACT, true },
  { "拟", EXACT, true },
  { "约为", ABOUT }, { "大约", ABOUT }, { "大概", ABOUT }, { "约", ABOUT }, { "≈", ABOUT }, { "~", ABOUT },
  { "不超过", AT_MOST }, { "不多于", AT_MOST }, { "不高于", AT_MOST }, { "至多", AT_MOST }, { "最多", AT_MOST }, { "≤", AT_MOST },
  { "<=", AT_MOST },
  { "不少于", AT_LEAST }, { "不低于", AT_LEAST }, { "至少", AT_LEAST }, { "最少", AT_LEAST }, { "≥", AT_LEAST }, { ">=", AT_LEAST },
  { "将近", NEARLY }, { "接近", NEARLY }, { "近", NEARLY }, { "<", NEARLY },
  { "超过", OVER }, { "突破", OVER }, { "超", OVER }, { "逾", OVER }, { "上", OVER }, { ">", OVER },
  { "达到", EXACT }, { "达", EXACT }, { "共", EXACT },
  { "planned", EXACT, true, WORD }, { "expected", EXACT, true, WORD }, { "projected", EXACT, true, WORD },
  { "about", ABOUT, false, WORD }, { "around", ABOUT, false, WORD }, { "approximately", ABOUT, false, WORD },
  { "approx.", ABOUT, false, WORD }, { "approx", ABOUT, false, WORD }, { "roughly", ABOUT, false, WORD }, { "some", ABOUT, false, WORD },
  { "ca.", ABOUT, false, WORD },
  { "nearly", NEARLY, false, WORD }, { "almost", NEARLY, false, WORD }, { "close to", NEARLY, false, WORD },
  { "just under", NEARLY, false, WORD },
  { "no more than", AT_MOST, false, WORD }, { "not more than", AT_MOST, false, WORD }, { "at most", AT_MOST, false, WORD },
  { "up to", AT_MOST, false, WORD }, { "less than", AT_MOST, false, WORD },
  { "no less than", AT_LEAST, false, WORD }, { "not less than", AT_LEAST, false, WORD }, { "no fewer than", AT_LEAST, false, WORD },
  { "at least", AT_LEAST, false, WORD },
  { "over", OVER, false, WORD }, { "more than", OVER, false, WORD }, { "above", OVER, false, WORD }, { "exceeding", OVER, false, WORD },
};

static const QualifierWord words_behind[] = {
  { "左右", ABOUT }, { "上下", ABOUT }, { "及以上", AT_LEAST }, { "以上", AT_LEAST }, { "及以下", AT_MOST }, { "以内", AT_MOST },
  { "以下", AT_MOST }, { "之内", AT_MOST }, { "余", OVER }, { "多", OVER }, { "+", OVER },
  { "or more", AT_LEAST, false, WORD }, { "and above", AT_LEAST, false, WORD }, { "or less", AT_MOST, false, WORD },
  { "or so", ABOUT, false, WORD }, { "planned", EXACT, true, WORD },
};

typedef struct
{
  const char       *p;
  const char       *hint;       /* NULL for none */
  const char       *unit;       /* NULL until a word names one */
  int               power;      /* of that word */
  bool              loose;      /* a measure word was read, and no more than that */
  ShanhaiQualifier  qualifier;
  bool              planned;
} Reader;

static bool
is_one_of (const char         *unit,
           const char * const *units,
           guint               n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (unit, units[i]) == 0)
      return true;

  return false;
}

static bool
fail (GError               **error,
      ShanhaiQuantityError   code,
      const char            *message)
{
  g_set_error_literal (error, SHANHAI_QUANTITY_ERROR, (int) code, message);
  return false;
}

static bool
fail_syntax (GError **error)
{
  return fail (error, SHANHAI_QUANTITY_ERROR_SYNTAX, _("this is not a number with a unit"));
}

static bool
set_qualifier (Reader            *self,
               ShanhaiQualifier   qualifier,
               GError           **error)
{
  if (qualifier != EXACT && self->qualifier != EXACT && self->qualifier != qualifier)
    return fail (error, SHANHAI_QUANTITY_ERROR_SYNTAX, _("two words about the number exclude each other"));

  if (qualifier != EXACT)
    self->qualifier = qualifier;
  return true;
}

/* `unit` NULL: a measure word alone */
static bool
set_unit (Reader      *self,
          const char  *unit,
          int          power,
          bool         loose,
          GError     **error)
{
  if (self->unit != NULL && !self->loose && (strcmp (self->unit, unit) != 0 || self->power != power))
    return fail (error, SHANHAI_QUANTITY_ERROR_UNIT, _("two different units are written"));

  self->unit = unit;
  self->power = power;
  self->loose = loose;
  return true;
}

typedef enum { MISSED, TAKEN, FAILED } Taken;

static Taken
take_qualifier (Reader               *self,
                const QualifierWord  *words,
                guint                 n,
                GError              **error)
{
  for (guint i = 0; i < n; i++)
    {
      const char *at = self->p;

      if (words[i].kind == WORD ? !shanhai_take_word (&at, words[i].word) : !shanhai_take (&at, words[i].word))
        continue;
      if (!set_qualifier (self, words[i].qualifier, error))
        return FAILED;
      self->planned = self->planned || words[i].planned;
      self->p = at;
      return TAKEN;
    }

  return MISSED;
}

static Taken
take_listed_unit (Reader          *self,
                  const UnitWord  *words,
                  guint            n,
                  bool             latin,
                  GError         **error)
{
  for (guint i = 0; i < n; i++)
    {
      const char *at = self->p;

      if (latin ? !shanhai_take_word (&at, words[i].word) : !shanhai_take (&at, words[i].word))
        continue;
      if (!set_unit (self, words[i].unit, words[i].power, words[i].kind == LOOSE, error))
        return FAILED;
      self->p = at;
      return TAKEN;
    }

  return MISSED;
}

/* the hint itself, which may be a user's own unit, and any key, with an s or without */
static Taken
take_unit_key (Reader  *self,
               GError **error)
{
  const char *best = NULL;
  const char *end = self->p;

  for (guint i = 0; i <= G_N_ELEMENTS (unit_keys); i++)
    {
      const char *key = i < G_N_ELEMENTS (unit_keys) ? unit_keys[i] : self->hint;
      const char *at = self->p;
      gsize length = key != NULL ? strlen (key) : 0;

      if (length == 0 || g_ascii_strncasecmp (at, key, length) != 0)
        continue;
      at += length;
      if ((*at == 's' || *at == 'S') && length > 2)
        at++;
      if (g_ascii_isalnum (*at) || at <= end)
        continue;
      best = key;
      end = at;
    }

  if (best == NULL)
    return MISSED;
  if (!set_unit (self, best, 0, false, error))
    return FAILED;
  self->p = end;
  return TAKEN;
}

static Taken
take_unit (Reader  *self,
           GError **error)
{
  bool behind_measure_word = self->unit != NULL && self->loose;
  Taken taken;

  if (behind_measure_word)
    return take_listed_unit (self, chinese_nouns, G_N_ELEMENTS (chinese_nouns), false, error);

  taken = take_listed_unit (self, english_units, G_N_ELEMENTS (english_units), true, error);
  if (taken == MISSED)
    taken = take_unit_key (self, error);
  if (taken == MISSED)
    taken = take_listed_unit (self, chinese_units, G_N_ELEMENTS (chinese_units), false, error);
  if (taken == MISSED && self->unit == NULL)
    taken = take_listed_unit (self, chinese_nouns, G_N_ELEMENTS (chinese_nouns), false, error);
  return taken;
}

static bool
is_money (const char *unit)
{
  return unit != NULL && (strcmp (unit, "CNY") == 0 || strcmp (unit, "USD") == 0);
}

static bool
read_words_before (Reader  *self,
                   GError **error)
{
  static const UnitWord currencies[] = {
    { "US$", "USD" }, { "USD", "USD" }, { "RMB", "CNY" }, { "CNY", "CNY" }, { "人民币", "CNY" }, { "百分之", "percent" },
    { "$", "USD" }, { "¥", "CNY" },
  };
  Taken taken;

  do
    {
      shanhai_skip_spaces (&self->p);
      taken = take_qualifier (self, words_before, G_N_ELEMENTS (words_before), error);
      if (taken == MISSED)
        taken = take_listed_unit (self, currencies, G_N_ELEMENTS (currencies), false, error);
    }
  while (taken == TAKEN);

  return taken != FAILED;
}

static bool
read_words_behind (Reader  *self,
                   GError **error)
{
  Taken taken;

  do
    {
      shanhai_skip_spaces (&self->p);
      taken = take_qualifier (self, words_behind, G_N_ELEMENTS (words_behind), error);
      if (taken == MISSED)
        taken = take_unit (self, error);
    }
  while (taken == TAKEN);

  return taken != FAILED;
}

static bool
read_number (Reader          *self,
             ShanhaiNumeral  *out,
             GError         **error)
{
  ShanhaiNumeralFlags flags = 0;
  bool negative;

  if (self->qualifier != EXACT)
    flags |= SHANHAI_NUMERAL_BARE_MAGNITUDE;
  if (is_money (self->unit) || is_money (self->hint))
    flags |= SHANHAI_NUMERAL_MONEY;

  shanhai_skip_spaces (&self->p);
  negative = shanhai_take (&self->p, "-") || shanhai_take (&self->p, "负") || shanhai_take (&self->p, "–");
  shanhai_skip_spaces (&self->p);

  switch (shanhai_numeral_read (&self->p, flags, out))
    {
    case SHANHAI_NUMERAL_OK:
      break;
    case SHANHAI_NUMERAL_TOO_LONG:
      return fail (error, SHANHAI_QUANTITY_ERROR_RANGE, _("the number has more than 36 digits"));
    case SHANHAI_NUMERAL_NONE:
    default:
      return fail_syntax (error);
    }

  if (negative)
    {
      if (out->has_hi)
        return fail_syntax (error);
      out->value.digits = -out->value.digits;
    }
  return !out->has_more || set_qualifier (self, OVER, error);
}

static bool
take_range_sign (Reader *self)
{
  const char *at = self->p;

  shanhai_skip_spaces (&at);
  if (!shanhai_take (&at, "–") && !shanhai_take (&at, "-") && !shanhai_take (&at, "~") && !shanhai_take (&at, "至") &&
      !shanhai_take (&at, "到") && !shanhai_take_word (&at, "to"))
    return false;

  self->p = at;
  return true;
}

/* The second number lends its magnitude word to the first, 3–5万, as long as the range doesn't turn round by it: 3000–1万. */
static bool
join_range (ShanhaiNumeral        *lo,
            const ShanhaiNumeral  *hi,
            GError               **error)
{
  ShanhaiDecimal lent, precision;

  if (lo->is_single && lo->power == 0 && hi->is_single && hi->power > 0 &&
      shanhai_decimal_shift (&lo->value, hi->power, &lent) && shanhai_decimal_compare (&lent, &hi->value) <= 0 &&
      shanhai_decimal_shift (&lo->precision, hi->power, &precision))
    {
      lo->value = lent;
      lo->precision = precision;
    }

  if (shanhai_decimal_compare (&lo->value, &hi->value) > 0)
    return fail (error, SHANHAI_QUANTITY_ERROR_RANGE, _("the range ends before it starts"));

  lo->value_hi = hi->value;
  lo->has_hi = true;
  if (shanhai_decimal_compare (&hi->precision, &lo->precision) < 0)
    lo->precision = hi->precision;
  return true;
}

/* by what the text says, what the hint says, and whether they fit */
static bool
settle_unit (Reader      *self,
             const char **out,
             GError     **error)
{
  const char *unit = self->unit;

  if (unit == NULL || (self->loose && self->hint != NULL))
    {
      if (self->loose && strcmp (self->hint, unit) != 0 &&
          is_one_of (self->hint, uncounted_units, G_N_ELEMENTS (uncounted_units)))
        unit = NULL;
      else
        unit = self->hint != NULL ? self->hint : "item";
    }
  else if (self->hint != NULL && strcmp (self->hint, unit) != 0)
    unit = NULL;

  if (unit == NULL)
    {
      g_set_error (error, SHANHAI_QUANTITY_ERROR, SHANHAI_QUANTITY_ERROR_UNIT, _("the text names another unit than %s"), self->hint);
      return false;
    }

  *out = g_intern_string (unit);
  return true;
}

static bool
read_quantity (Reader           *self,
               ShanhaiQuantity  *out,
               GError          **error)
{
  ShanhaiNumeral number;

  if (!read_words_before (self, error) || !read_number (self, &number, error))
    return false;

  if (!number.has_hi)
    {
      const char *before;
      Reader ahead;

      /* 20%–30%, 3万元至5万元: the unit may stand behind each; other words may not */
      ahead = *self;
      shanhai_skip_spaces (&ahead.p);
      if (take_unit (&ahead, NULL) != TAKEN)
        ahead = *self;
      before = ahead.p;
      if (take_range_sign (&ahead))
        {
          ShanhaiNumeral hi;

          g_assert (ahead.p > before);
          *self = ahead;
          if (!read_number (self, &hi, error))
            return false;
          if (hi.has_hi)
            return fail_syntax (error);
          if (!join_range (&number, &hi, error))
            return false;
        }
    }

  if (!read_words_behind (self, error))
    return false;
  if (*self->p != '\0')
    return fail_syntax (error);
  if (!settle_unit (self, &out->unit, error))
    return false;

  if (!shanhai_decimal_shift (&number.value, self->power, &out->value) ||
      !shanhai_decimal_shift (&number.precision, self->power, &out->precision) ||
      (number.has_hi && !shanhai_decimal_shift (&number.value_hi, self->power, &out->value_hi)))
    return fail (error, SHANHAI_QUANTITY_ERROR_RANGE, _("the number has more than 36 digits"));

  out->has_hi = number.has_hi;
  out->qualifier = self->qualifier;
  out->planned = self->planned;
  return true;
}

/**
 * shanhai_quantity_parse:
 * @text: one quantity and nothing else, in Chinese (simplified or traditional) or English
 * @unit_hint: (nullable): the unit key that is expected, or NULL
 *
 * A measure word that says little of what it counts (个, 家, 次) takes the hint, else "item" or what it mostly counts. A text without a
 * unit takes the hint, else "item".
 *
 * Errors: SHANHAI_QUANTITY_ERROR_SYNTAX, _RANGE (more than 36 digits, a range that ends before it starts), _UNIT (the text names another
 * unit than @unit_hint, or two).
 *
 * Returns: (transfer full): the quantity, or NULL with @error set
 */
ShanhaiQuantity *
shanhai_quantity_parse (const char  *text,
                        const char  *unit_hint,
                        GError     **error)
{
  g_autofree char *folded = NULL;
  ShanhaiQuantity quantity = { .unit = NULL };
  Reader reader = { .hint = unit_hint != NULL && *unit_hint != '\0' ? unit_hint : NULL };

  g_return_val_if_fail (text != NULL, NULL);

  folded = shanhai_fold (text);
  if (folded == NULL)
    {
      fail_syntax (error);
      return NULL;
    }

  reader.p = folded;
  if (!read_quantity (&reader, &quantity, error))
    return NULL;

  return g_memdup2 (&quantity, sizeof quantity);
}

/* shanhai-finding.c - what a check says about some figures. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-finding-private.h"

/* digits behind the point in what is computed, beyond those of any figure that was printed */
#define COMPUTED_PLACES 4

G_DEFINE_FINAL_TYPE (ShanhaiFinding, shanhai_finding, G_TYPE_OBJECT)

typedef enum { PROP_SETTLED = 1 } ShanhaiFindingProperty;
static GParamSpec *props[PROP_SETTLED + 1];

static const struct
{
  const char *key;
  const char *label;
} gravities[SHANHAI_N_GRAVITIES] = {
  [SHANHAI_GRAVITY_CONTRADICTION] = { "contradiction", NC_ ("gravity", "Contradiction") },
  [SHANHAI_GRAVITY_DOUBTFUL] = { "doubtful", NC_ ("gravity", "Doubtful") },
  [SHANHAI_GRAVITY_INCOMPLETE] = { "incomplete", NC_ ("gravity", "Incomplete") },
  [SHANHAI_GRAVITY_CONFIRMED] = { "confirmed", NC_ ("gravity", "Confirmed") },
};

static const struct
{
  const char *key;
  const char *label;
} checks[SHANHAI_N_CHECKS] = {
  [SHANHAI_CHECK_DIFFERENCE] = { "difference", NC_ ("check", "Difference") },
  [SHANHAI_CHECK_AVERAGE] = { "average", NC_ ("check", "Average") },
  [SHANHAI_CHECK_RATIO] = { "ratio", NC_ ("check", "Ratio") },
  [SHANHAI_CHECK_SUM] = { "sum", NC_ ("check", "Sum of parts") },
  [SHANHAI_CHECK_PART] = { "part", NC_ ("check", "Part and whole") },
  [SHANHAI_CHECK_SAME] = { "same", NC_ ("check", "Told twice") },
  [SHANHAI_CHECK_TREND] = { "trend", NC_ ("check", "Cumulative figure") },
  [SHANHAI_CHECK_POPULATION] = { "population", NC_ ("check", "Count and population") },
  [SHANHAI_CHECK_FLOW] = { "flow", NC_ ("check", "Money in and on") },
  [SHANHAI_CHECK_PLANNED] = { "planned", NC_ ("check", "Planned and done") },
  [SHANHAI_CHECK_DOUBLE] = { "double", NC_ ("check", "Counted twice") },
  [SHANHAI_CHECK_DATES] = { "dates", NC_ ("check", "Dates") },
  [SHANHAI_CHECK_CITATION] = { "citation", NC_ ("check", "Citation") },
  [SHANHAI_CHECK_QUOTE] = { "quote", NC_ ("check", "Figure and quote") },
  [SHANHAI_CHECK_BASE] = { "base", NC_ ("check", "Implied population") },
  [SHANHAI_CHECK_POINTS] = { "points", NC_ ("check", "Percentage points") },
  [SHANHAI_CHECK_UNIT] = { "unit", NC_ ("check", "Unit") },
  [SHANHAI_CHECK_PERSON_TIME] = { "person-time", NC_ ("check", "People and person-times") },
  [SHANHAI_CHECK_REPRINT] = { "reprint", NC_ ("check", "Reprint") },
  [SHANHAI_CHECK_REFERENCE] = { "reference", NC_ ("check", "Reference") },
};

const char *
shanhai_gravity_get_key (ShanhaiGravity gravity)
{
  g_return_val_if_fail (gravity < SHANHAI_N_GRAVITIES, NULL);

  return gravities[gravity].key;
}

const char *
shanhai_gravity_get_label (ShanhaiGravity      gravity,
                           const ShanhaiWords *words)
{
  g_return_val_if_fail (gravity < SHANHAI_N_GRAVITIES, NULL);

  return shanhai_words_context (words, "gravity", gravities[gravity].label);
}

const char *
shanhai_check_get_key (ShanhaiCheck check)
{
  g_return_val_if_fail (check < SHANHAI_N_CHECKS, NULL);

  return checks[check].key;
}

bool
shanhai_check_from_key (const char   *key,
                        ShanhaiCheck *out)
{
  for (guint i = 0; i < SHANHAI_N_CHECKS; i++)
    if (g_strcmp0 (checks[i].key, key) == 0)
      {
        *out = i;
        return true;
      }

  return false;
}

const char *
shanhai_check_get_label (ShanhaiCheck        check,
                         const ShanhaiWords *words)
{
  g_return_val_if_fail (check < SHANHAI_N_CHECKS, NULL);

  return shanhai_words_context (words, "check", checks[check].label);
}

static void
clear_figure (gpointer data)
{
  ShanhaiFindingFigure *figure = data;

  g_object_unref (figure->record);
  shanhai_quantity_free (figure->quantity);
}

static void
shanhai_finding_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ShanhaiFinding *self = SHANHAI_FINDING (object);

  switch ((ShanhaiFindingProperty) prop_id)
    {
    case PROP_SETTLED:
      g_value_set_object (value, self->settled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_finding_finalize (GObject *object)
{
  ShanhaiFinding *self = SHANHAI_FINDING (object);

  for (guint i = 0; i < self->n; i++)
    clear_figure (&self->figures[i]);
  g_free (self->figures);
  g_free (self->arithmetic);
  g_free (self->quote);
  g_clear_object (&self->settled);

  G_OBJECT_CLASS (shanhai_finding_parent_class)->finalize (object);
}

static void
shanhai_finding_class_init (ShanhaiFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shanhai_finding_get_property;
  object_class->finalize = shanhai_finding_finalize;

  props[PROP_SETTLED] = g_param_spec_object ("settled", NULL, NULL, SHANHAI_TYPE_RECORD,
                                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_finding_init (ShanhaiFinding *self)
{
}

ShanhaiFinding *
shanhai_finding_new (ShanhaiCheck    check,
                     ShanhaiGravity  gravity,
                     const char     *sentence)
{
  ShanhaiFinding *self = g_object_new (SHANHAI_TYPE_FINDING, NULL);

  self->check = check;
  self->gravity = gravity;
  self->sentence = sentence;

  return self;
}

void
shanhai_finding_add (ShanhaiFinding        *self,
                     ShanhaiRecord         *record,
                     const ShanhaiQuantity *quantity)
{
  g_return_if_fail (SHANHAI_IS_FINDING (self) && SHANHAI_IS_RECORD (record));

  self->figures = g_renew (ShanhaiFindingFigure, self->figures, self->n + 1);
  self->figures[self->n++] = (ShanhaiFindingFigure) { g_object_ref (record), shanhai_quantity_copy (quantity) };
}

/**
 * shanhai_finding_set_computed:
 * @nominal: what comes of the figures as if each were exact
 * @interval: (nullable): what can come of them as they were printed
 * @unit: the unit of both
 */
void
shanhai_finding_set_computed (ShanhaiFinding        *self,
                              const ShanhaiDecimal  *nominal,
                              const ShanhaiInterval *interval,
                              const char            *unit)
{
  self->has_computed = true;
  self->nominal = *nominal;
  self->interval = interval != NULL ? *interval : shanhai_interval_point (nominal);
  self->unit = g_intern_string (unit);
}

void
shanhai_finding_take_arithmetic (ShanhaiFinding *self,
                                 char           *arithmetic)
{
  g_free (self->arithmetic);
  self->arithmetic = arithmetic;
}

void
shanhai_finding_set_number (ShanhaiFinding       *self,
                            const ShanhaiDecimal *number)
{
  self->number = *number;
}

void
shanhai_finding_set_quote (ShanhaiFinding *self,
                           const char     *quote)
{
  g_free (self->quote);
  self->quote = g_strdup (quote);
}

ShanhaiCheck
shanhai_finding_get_check (ShanhaiFinding *self)
{
  return self->check;
}

ShanhaiGravity
shanhai_finding_get_gravity (ShanhaiFinding *self)
{
  return self->gravity;
}

guint
shanhai_finding_get_n (ShanhaiFinding *self)
{
  return self->n;
}

ShanhaiRecord *
shanhai_finding_get_record (ShanhaiFinding *self,
                            guint           index)
{
  g_return_val_if_fail (index < self->n, NULL);

  return self->figures[index].record;
}

const ShanhaiQuantity *
shanhai_finding_get_quantity (ShanhaiFinding *self,
                              guint           index)
{
  g_return_val_if_fail (index < self->n, NULL);

  return self->figures[index].quantity;
}

/* whether the quote prints that very figure: a record's other citations print other figures */
static bool
prints (const ShanhaiCitation *citation,
        const ShanhaiQuantity *quantity)
{
  g_autoptr (ShanhaiQuantity) quoted = citation->quote != NULL ? shanhai_quantity_parse (citation->quote, quantity->unit, NULL) : NULL;

  return quoted != NULL && shanhai_decimal_equal (&quoted->value, &quantity->value) && quoted->has_hi == quantity->has_hi &&
         (!quoted->has_hi || shanhai_decimal_equal (&quoted->value_hi, &quantity->value_hi));
}

const ShanhaiCitation *
shanhai_finding_get_citation (ShanhaiFinding *self,
                              guint           index)
{
  const ShanhaiCitations *citations;

  g_return_val_if_fail (index < self->n, NULL);

  citations = shanhai_record_get_citations (self->figures[index].record);
  if (citations == NULL || citations->n == 0)
    return NULL;
  if (self->figures[index].quantity != NULL)
    for (guint i = 0; i < citations->n; i++)
      if (prints (&citations->items[i], self->figures[index].quantity))
        return &citations->items[i];

  return &citations->items[0];
}

bool
shanhai_finding_names (ShanhaiFinding *self,
                       const char     *id)
{
  for (guint i = 0; i < self->n; i++)
    if (g_strcmp0 (shanhai_record_get_id (self->figures[i].record), id) == 0)
      return true;

  return false;
}

const ShanhaiInterval *
shanhai_finding_get_interval (ShanhaiFinding *self)
{
  return self->has_computed ? &self->interval : NULL;
}

ShanhaiRecord *
shanhai_finding_get_settled (ShanhaiFinding *self)
{
  return self->settled;
}

void
shanhai_finding_set_settled (ShanhaiFinding *self,
                             ShanhaiRecord  *decision)
{
  g_return_if_fail (SHANHAI_IS_FINDING (self));

  if (g_set_object (&self->settled, decision))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SETTLED]);
}

int
shanhai_finding_compare (ShanhaiFinding *a,
                         ShanhaiFinding *b)
{
  int order;

  if (a->gravity != b->gravity)
    return a->gravity < b->gravity ? -1 : 1;
  if (a->check != b->check)
    return a->check < b->check ? -1 : 1;
  for (guint i = 0; i < MIN (a->n, b->n); i++)
    if (a->figures[i].record != b->figures[i].record &&
        (order = g_strcmp0 (shanhai_record_get_id (a->figures[i].record), shanhai_record_get_id (b->figures[i].record))) != 0)
      return order;
  if (a->n != b->n)
    return a->n < b->n ? -1 : 1;

  return strcmp (a->sentence, b->sentence);
}

bool
shanhai_finding_equal (ShanhaiFinding *a,
                       ShanhaiFinding *b)
{
  if (shanhai_finding_compare (a, b) != 0 || a->has_computed != b->has_computed || g_strcmp0 (a->arithmetic, b->arithmetic) != 0 ||
      g_strcmp0 (a->quote, b->quote) != 0)
    return false;
  if (a->has_computed && !shanhai_decimal_equal (&a->nominal, &b->nominal))
    return false;
  for (guint i = 0; i < a->n; i++)
    if (!shanhai_quantity_equal (a->figures[i].quantity, b->figures[i].quantity))
      return false;

  return true;
}

/*< private > */
char *
shanhai_quantity_dup_plain (const ShanhaiQuantity *quantity)
{
  GString *text = g_string_new (NULL);

  if (quantity->qualifier != SHANHAI_QUALIFIER_EXACT)
    g_string_append_printf (text, "%s ", shanhai_qualifier_to_key (quantity->qualifier));
  shanhai_decimal_append (&quantity->value, text);
  if (quantity->has_hi)
    {
      g_string_append (text, "–");
      shanhai_decimal_append (&quantity->value_hi, text);
    }
  g_string_append_printf (text, " %s", quantity->unit);

  return g_string_free (text, FALSE);
}

char *
shanhai_finding_dup_printed (ShanhaiFinding *self,
                             guint           index)
{
  const ShanhaiQuantity *quantity;
  const ShanhaiCitation *citation;

  g_return_val_if_fail (index < self->n, NULL);

  quantity = self->figures[index].quantity;
  citation = shanhai_finding_get_citation (self, index);
  if (quantity == NULL)
    return g_strdup (citation != NULL && citation->quote != NULL ? citation->quote : "");
  /* a quote that doesn't print the recorded figure isn't that figure as printed */
  if (citation != NULL && prints (citation, quantity))
    return g_strdup (citation->quote);

  return shanhai_quantity_dup_plain (quantity);
}

char *
shanhai_finding_dup_computed (ShanhaiFinding *self)
{
  ShanhaiDecimal rounded;

  if (!self->has_computed)
    return NULL;
  if (!shanhai_decimal_round (&self->nominal, COMPUTED_PLACES, SHANHAI_ROUND_HALF_UP, &rounded))
    rounded = self->nominal;

  return shanhai_decimal_to_string (&rounded);
}

/* shanhai-rule-attributes.c - the attributes that a line of data/reading gives a rule. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-rule-attributes.h"

#include <string.h>

static const struct { const char *name; guint role; } role_names[] = {
  { "abstract", SHANHAI_ROLE_ABSTRACT }, { "before", SHANHAI_ROLE_BEFORE }, { "after", SHANHAI_ROLE_AFTER }, { "plan", SHANHAI_ROLE_PLAN },
  { "trapanchor", SHANHAI_ROLE_ANCHOR_BEFORE }, { "trapbefore", SHANHAI_ROLE_TRAP_BEFORE },
  { "trapafter", SHANHAI_ROLE_TRAP_AFTER }, { "noplan", SHANHAI_ROLE_NO_PLAN }, { "word", SHANHAI_ROLE_TRAP }, { "anchor", SHANHAI_ROLE_ANCHOR }, { "length", SHANHAI_ROLE_LENGTH },
  { "stop", SHANHAI_ROLE_STOP }, { "light", SHANHAI_ROLE_LIGHT }, { "change", SHANHAI_ROLE_CHANGE }, { "of", SHANHAI_ROLE_OF },
  { "filler", SHANHAI_ROLE_FILLER }, { "now", SHANHAI_ROLE_NOW }, { "none", SHANHAI_ROLE_NO_TIME }, { "end", SHANHAI_ROLE_END },
  { "begin", SHANHAI_ROLE_BEGIN }, { "since", SHANHAI_ROLE_SINCE }, { "than", SHANHAI_ROLE_THAN }, { "asof", SHANHAI_ROLE_AS_OF },
  { "scope", SHANHAI_ROLE_SCOPE }, { "share", SHANHAI_ROLE_SHARE }, { "ofwhole", SHANHAI_ROLE_OF_WHOLE },
  { "told", SHANHAI_ROLE_TOLD }, { "follows", SHANHAI_ROLE_FOLLOWS }, { "ongoing", SHANHAI_ROLE_ONGOING },
  { "sum", SHANHAI_ROLE_SUM },
};

static const struct { const char *name; guint flag; } flag_names[] = {
  { "noun", SHANHAI_RULE_NOUN }, { "own", SHANHAI_RULE_OWN }, { "weak", SHANHAI_RULE_WEAK }, { "arabic", SHANHAI_RULE_ARABIC },
  { "duration", SHANHAI_RULE_DURATION }, { "place", SHANHAI_RULE_PLACE }, { "bare", SHANHAI_RULE_BARE },
  { "bare=only", SHANHAI_RULE_BARE | SHANHAI_RULE_BARE_ONLY }, { "han", SHANHAI_RULE_HAN }, { "digits", SHANHAI_RULE_DIGITS },
  { "small", SHANHAI_RULE_SMALL }, { "tens", SHANHAI_RULE_TENS }, { "prefix", SHANHAI_RULE_PREFIX }, { "verb", SHANHAI_RULE_VERB },
  { "doubling", SHANHAI_RULE_DOUBLING }, { "closing", SHANHAI_RULE_CLOSING }, { "reaches", SHANHAI_RULE_REACHES }, { "onwards", SHANHAI_RULE_ONWARDS },
  { "wide", SHANHAI_RULE_WIDE }, { "counted", SHANHAI_RULE_COUNTED }, { "next", SHANHAI_RULE_NEXT },
  { "outside", SHANHAI_RULE_OUTSIDE }, { "then", SHANHAI_RULE_THEN }, { "sent", SHANHAI_RULE_SENT },
};

static const struct { const char *name; guint role; } number_names[] = {
  { "year", SHANHAI_ROLE_YEAR }, { "same", SHANHAI_ROLE_SAME }, { "month", SHANHAI_ROLE_MONTH }, { "day", SHANHAI_ROLE_DAY }, { "plan", SHANHAI_ROLE_SPAN }, { "from", SHANHAI_ROLE_SPAN },
  { "part", SHANHAI_ROLE_PART }, { "number", SHANHAI_ROLE_NUMBER }, { "power", SHANHAI_ROLE_POWER }, { "name", SHANHAI_ROLE_MONTH_NAME }, { "era", SHANHAI_ROLE_ERA },
};

static const struct { const char *name; guint unit_class; } class_names[] = {
  { "money", SHANHAI_CLASS_MONEY }, { "people", SHANHAI_CLASS_PEOPLE }, { "place", SHANHAI_CLASS_PLACE }, { "org", SHANHAI_CLASS_ORG },
  { "rate", SHANHAI_CLASS_RATE }, { "event", SHANHAI_CLASS_EVENT }, { "time", SHANHAI_CLASS_TIME }, { "nature", SHANHAI_CLASS_NATURE },
  { "thing", SHANHAI_CLASS_THING },
};

guint
shanhai_rule_get_class (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (class_names); i++)
    if (strcmp (class_names[i].name, name) == 0)
      return class_names[i].unit_class;

  g_error ("“%s” is no class of units", name);
}

static const char **
dup_list (const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, ",", -1);
  const char **list = g_new0 (const char *, g_strv_length (names) + 1);

  for (guint i = 0; names[i] != NULL; i++)
    list[i] = g_intern_string (names[i]);

  return list;
}

static void
parse_for (ShanhaiRule *rule,
           const char  *value)
{
  const char **names = dup_list (value);

  if (rule->role != SHANHAI_ROLE_CUE)
    {
      rule->measures = names;
      return;
    }
  for (guint i = 0; names[i] != NULL; i++)
    rule->classes |= shanhai_rule_get_class (names[i]);
  g_free (names);
}

static void
set_weight (ShanhaiRule           *rule,
            ShanhaiReadFigureKind  kind,
            gint16                 weight)
{
  bool is_first = rule->weights[rule->first_kind] == 0;

  rule->weights[kind] = weight;
  rule->first_kind = (guint8) (is_first ? kind : MIN (rule->first_kind, kind));
  rule->last_kind = (guint8) (is_first ? kind : MAX (rule->last_kind, kind));
}

/* name=value */
static bool
parse_value (ShanhaiRule *rule,
             const char  *name,
             const char  *value)
{
  ShanhaiReadFigureKind kind;

  if (shanhai_read_figure_kind_from_key (name, -1, &kind))
    {
      ShanhaiDecimal weight;

      if (!shanhai_decimal_parse (value, -1, &weight))
        return false;
      set_weight (rule, kind, (gint16) (shanhai_decimal_to_double (&weight) * 100));
      rule->role = SHANHAI_ROLE_CUE;
      return true;
    }
  if (strcmp (name, "unit") == 0)
    {
      rule->unit = g_intern_string (value);
      return true;
    }
  if (strcmp (name, "times") == 0)
    return shanhai_decimal_parse (value, -1, &rule->times);
  if (strcmp (name, "qualifier") == 0)
    {
      ShanhaiQualifier qualifier;

      if (!shanhai_qualifier_from_key (value, &qualifier))
        return false;
      rule->qualifier = (guint8) qualifier;
      return true;
    }
  if (strcmp (name, "not") == 0)
    {
      rule->excluded = dup_list (value);
      return true;
    }
  if (strcmp (name, "behind") == 0)
    {
      rule->behind = dup_list (value);
      return true;
    }
  if (strcmp (name, "for") == 0)
    {
      parse_for (rule, value);
      return true;
    }

  for (guint i = 0; i < G_N_ELEMENTS (number_names); i++)
    if (strcmp (number_names[i].name, name) == 0)
      {
        char *end;

        rule->role = (guint8) number_names[i].role;
        rule->number = (int) g_ascii_strtoll (value, &end, 10);
        if (*end == '/' || *end == '-')
          rule->number_hi = (int) g_ascii_strtoll (end + 1, &end, 10);
        return *end == '\0';
      }

  return false;
}

bool
shanhai_rule_parse_attribute (ShanhaiRule *rule,
                              const char  *attribute,
                              bool         traps)
{
  const char *equals = strchr (attribute, '=');

  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (strcmp (flag_names[i].name, attribute) == 0)
      {
        rule->flags |= flag_names[i].flag;
        return true;
      }
  if (equals != NULL)
    {
      g_autofree char *name = g_strndup (attribute, (gsize) (equals - attribute));

      return parse_value (rule, name, equals + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    if (strcmp (role_names[i].name, attribute) == 0)
      {
        rule->role = (guint8) role_names[i].role;
        if (traps && rule->role == SHANHAI_ROLE_BEFORE)
          rule->role = SHANHAI_ROLE_TRAP_BEFORE;
        else if (traps && rule->role == SHANHAI_ROLE_AFTER)
          rule->role = SHANHAI_ROLE_TRAP_AFTER;
        return true;
      }

  return false;
}

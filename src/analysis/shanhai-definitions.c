/* shanhai-definitions.c - what the vocabulary and the casebook say of each indicator. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-definitions.h"

#include <string.h>

#include "shanhai-claim.h"
#include "shanhai-indicator.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiDefinitions
{
  GHashTable *by_key;  /* interned char * → ShanhaiDefinition * */
};

static const ShanhaiDefinition nothing;

/* Indicators that are averages without a formula that says so. */
static const char * const averages[] = {
  "rural-income", "monthly-wage", "monthly-take-home-pay", "monthly-income", "elderly-care-beds-per-1000", NULL,
};

static void
definition_free (gpointer data)
{
  ShanhaiDefinition *self = data;

  shanhai_formula_free (self->formula);
  g_free (self);
}

static void
add (ShanhaiDefinitions *self,
     const char         *key,
     const char         *unit,
     const char         *part_of,
     const char         *direction,
     const char         *formula)
{
  ShanhaiDefinition *definition = g_new0 (ShanhaiDefinition, 1);

  definition->unit = g_intern_string (unit);
  definition->part_of = g_intern_string (part_of);
  definition->direction = g_intern_string (direction);
  definition->formula = shanhai_formula_parse (formula);
  definition->average = g_strv_contains (averages, key) || strstr (key, "-per-") != NULL ||
                        (definition->formula != NULL && shanhai_formula_has_operator (definition->formula, '/'));
  g_hash_table_replace (self->by_key, (char *) g_intern_string (key), definition);
}

static ShanhaiDefinition *
ensure (ShanhaiDefinitions *self,
        const char         *key)
{
  ShanhaiDefinition *definition = g_hash_table_lookup (self->by_key, g_intern_string (key));

  if (definition == NULL)
    {
      definition = g_new0 (ShanhaiDefinition, 1);
      g_hash_table_insert (self->by_key, (char *) g_intern_string (key), definition);
    }

  return definition;
}

/* those of one family with the indicator, which is one by itself at first */
static GPtrArray *
get_relatives (ShanhaiDefinitions *self,
               GHashTable         *families,
               const char         *key)
{
  ShanhaiDefinition *definition = ensure (self, key);
  GPtrArray *relatives;

  if (definition->family != NULL)
    return g_hash_table_lookup (families, definition->family);

  definition->family = g_intern_string (key);
  relatives = g_ptr_array_new ();
  g_ptr_array_add (relatives, definition);
  g_hash_table_insert (families, (char *) definition->family, relatives);

  return relatives;
}

/* Two families become one. The smaller one takes the other's name, so that each indicator is renamed a few times, however many there are. */
static void
join_families (ShanhaiDefinitions *self,
               GHashTable         *families,
               const char         *key,
               const char         *other)
{
  GPtrArray *a = get_relatives (self, families, key), *b = get_relatives (self, families, other);
  GPtrArray *kept = a->len < b->len ? b : a, *left = a->len < b->len ? a : b;
  const char *name = ((ShanhaiDefinition *) kept->pdata[0])->family, *old_name = ((ShanhaiDefinition *) left->pdata[0])->family;

  if (a == b)
    return;
  for (guint i = 0; i < left->len; i++)
    {
      ((ShanhaiDefinition *) left->pdata[i])->family = name;
      g_ptr_array_add (kept, left->pdata[i]);
    }
  g_hash_table_remove (families, old_name);
}

/* What is computed of what: figures of one family are looked at together. */
static void
find_families (ShanhaiDefinitions *self)
{
  g_autoptr (GList) keys = g_hash_table_get_keys (self->by_key);
  g_autoptr (GHashTable) families = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      const ShanhaiDefinition *definition = g_hash_table_lookup (self->by_key, l->data);
      const ShanhaiFormula *formula = definition->formula;
      const ShanhaiOperand *operands;
      guint n = 0;

      if (definition->part_of != NULL)
        ensure (self, definition->part_of)->has_parts = true;
      operands = formula != NULL ? shanhai_formula_get_operands (formula, &n) : NULL;
      for (guint i = 0; i < n; i++)
        if (operands[i].indicator != NULL)
          join_families (self, families, l->data, operands[i].indicator);
    }
}

ShanhaiDefinitions *
shanhai_definitions_new (ShanhaiCasebook *casebook)
{
  ShanhaiDefinitions *self = g_new0 (ShanhaiDefinitions, 1);
  ShanhaiRecordList *own = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_INDICATOR);
  const ShanhaiTerm *terms;
  guint n;

  self->by_key = g_hash_table_new_full (NULL, NULL, NULL, definition_free);
  terms = shanhai_vocabulary_list ("indicators", &n);
  for (guint i = 0; i < n; i++)
    {
      ShanhaiDefinition *definition;

      add (self, terms[i].key, terms[i].unit, terms[i].part_of, terms[i].direction, terms[i].formula);
      definition = ensure (self, terms[i].key);
      definition->adds_up = !terms[i].stock && !definition->average && shanhai_unit_is_additive (terms[i].unit);
    }

  for (guint i = 0; i < shanhai_record_list_get_n (own); i++)
    {
      ShanhaiIndicator *indicator = SHANHAI_INDICATOR (shanhai_record_list_peek (own, i));
      const char *key = shanhai_indicator_get_key (indicator);

      if (key != NULL)
        add (self, key, shanhai_indicator_get_unit (indicator), NULL, shanhai_indicator_get_direction (indicator),
             shanhai_indicator_get_formula (indicator));
      if (key != NULL)
        ensure (self, key)->name = shanhai_indicator_get_name (indicator);
    }
  find_families (self);

  return self;
}

void
shanhai_definitions_free (ShanhaiDefinitions *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_free (self);
}

const ShanhaiDefinition *
shanhai_definitions_get (ShanhaiDefinitions *self,
                         const char         *key)
{
  const ShanhaiDefinition *found = key != NULL ? g_hash_table_lookup (self->by_key, g_intern_string (key)) : NULL;

  return found != NULL ? found : &nothing;
}

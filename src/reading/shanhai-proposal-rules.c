/* shanhai-proposal-rules.c - what the words around a figure make of it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-proposal-rules.h"

#include <string.h>

#include "shanhai-rules.h"

/* words right at the figure count so many times as much as those of its sentence */
#define NEAR_WEIGHT 3

static void
read_rule (GArray     *rules,
           const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 4);
  g_auto (GStrv) head = NULL, alternatives = NULL;
  ShanhaiProposalRule rule = { 0 };
  GPtrArray *keys = g_ptr_array_new ();
  guint n;

  if (g_strv_length (fields) != 4)
    g_error ("data/reading/proposals.txt: “%s” hasn't four fields", line);
  head = g_strsplit (fields[0], " ", -1);
  rule.type = shanhai_record_type_from_name (head[0]);
  for (guint i = 1; head[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (head[i], "=", 2);

      g_ptr_array_add (keys, g_strdup (pair[0]));
      g_ptr_array_add (keys, g_strdup (pair[1]));
    }
  g_ptr_array_add (keys, NULL);
  rule.keys = (char **) g_ptr_array_free (keys, FALSE);
  rule.units = g_strsplit (fields[1], " ", -1);
  alternatives = g_strsplit (fields[2], "|", -1);
  n = g_strv_length (alternatives);
  rule.words = g_new0 (char **, n + 1);
  for (guint i = 0; i < n; i++)
    rule.words[i] = g_strsplit (alternatives[i], "+", -1);
  g_array_append_val (rules, rule);
}

static GArray *
get_rules (void)
{
  static GArray *rules;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_auto (GStrv) lines = shanhai_rules_dup_lines ("proposals.txt");

      rules = g_array_new (FALSE, FALSE, sizeof (ShanhaiProposalRule));
      for (guint i = 0; lines[i] != NULL; i++)
        read_rule (rules, lines[i]);
      g_once_init_leave (&ready, 1);
    }
  return rules;
}

/* 0: one of the parts isn't there */
static guint
score (char       **parts,
       const char  *near,
       const char  *sentence)
{
  guint sum = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const guint length = (guint) g_utf8_strlen (parts[i], -1);

      if (strstr (near, parts[i]) != NULL)
        sum += NEAR_WEIGHT * length;
      else if (strstr (sentence, parts[i]) != NULL)
        sum += length;
      else
        return 0;
    }
  return sum;
}

const ShanhaiProposalRule *
shanhai_proposal_rules_find (const char        *unit,
                             const char        *near,
                             const char        *sentence,
                             ShanhaiRecordType  type)
{
  GArray *rules = get_rules ();
  const ShanhaiProposalRule *best = NULL;
  guint best_score = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      const ShanhaiProposalRule *rule = &g_array_index (rules, ShanhaiProposalRule, i);

      if ((type != SHANHAI_RECORD_OTHER && rule->type != type) || !g_strv_contains ((const char * const *) rule->units, unit))
        continue;
      for (guint k = 0; rule->words[k] != NULL; k++)
        {
          const guint found = score (rule->words[k], near, sentence);

          if (found > best_score)
            {
              best_score = found;
              best = rule;
            }
        }
    }
  return best;
}

const char *
shanhai_proposal_rule_get_key (const ShanhaiProposalRule *self,
                               const char                *member)
{
  for (guint i = 0; self->keys[i] != NULL; i += 2)
    if (g_str_equal (self->keys[i], member))
      return self->keys[i + 1];
  return NULL;
}

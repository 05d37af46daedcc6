/* shanhai-check-plans.c - what a sentence plans isn't done, whatever the record says. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plan words count where they govern the figure: right before it, with no stop between and nothing that says it was done. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-flow.h"
#include "shanhai-operands.h"
#include "shanhai-quote-place.h"
#include "shanhai-source.h"
#include "shanhai-text.h"

/* so many characters before a figure can govern it */
#define MAX_BEFORE 22
/* so many behind it can say that it has come */
#define MAX_BEHIND 30

static const ShanhaiSentences planned_words = {
  NULL,
  N_("{w1}: {1} is recorded as done, but {s1} plans it: “{q}”."),
  NULL,
};

static const ShanhaiSentences planned_amount = {
  NULL,
  N_("{w1}: the flow is recorded as paid, but its amount as planned ({1})."),
  NULL,
};

static const char * const plan_words[] = { "计划", "計劃", "计劃", "拟", "擬", "预计", "預計", "承诺", "承諾", "目标：", "目标:", "目標：", "规划", "規劃", "力争", "力爭", "争取在", "争取完成", "争取实现", "争取达", "争取新", "争取建", "争取引", "争取投", "争取培", "争取用", "将投", "將投", "将安排", "將安排", "将拨付", "将新", "将建", "将再", "将继续", "将达", "将培训", "将实现", "将完成", "明年", "预算", "預算", "预期", "plans to", "planned", "will ", "is to ", "expected to", NULL };
static const char * const done_words[] = { "按照", "根据", "根據", "按", "已", "完成", "超", "实际", "實際", "到位", "兑现", "兌現", "落实", "履行", "了", "比", "较", "占", "原", "had planned", NULL };
static const char * const stops[] = { "。", "；", "！", "？", "，", ",", "（", "\n", ". ", NULL };

static const char *
find_last (const char         *text,
           const char * const *words)
{
  const char *last = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = g_strrstr (text, words[i]);

      if (found != NULL && (last == NULL || found + strlen (words[i]) > last))
        last = found + strlen (words[i]);
    }

  return last;
}

/* what stands before the figure in its clause; (transfer full) (nullable) */
static char *
dup_clause (ShanhaiCheckScope  *scope,
            const ShanhaiClaim *claim)
{
  const ShanhaiCitation *citation = claim->citation;
  ShanhaiSource *source = NULL;
  const ShanhaiHeldText *held;
  const char *start, *p, *stop;
  g_autofree char *before = NULL;

  if (citation->start <= 0 || citation->quote == NULL || shanhai_citation_find_quote (citation, claim, scope, &source) != SHANHAI_QUOTE_IN_PLACE)
    return NULL;
  held = g_hash_table_lookup (scope->texts, source);
  p = start = held->text + shanhai_held_text_get_byte (held, citation->start);
  for (guint i = 0; i < MAX_BEFORE && p > held->text; i++)
    p = g_utf8_prev_char (p);
  before = g_strndup (p, (gsize) (start - p));
  stop = find_last (before, stops);

  return g_strconcat (stop != NULL ? stop : before, citation->quote, NULL);
}

/* an indicator that counts plans: 预算资金, 规划道路 */
static bool
is_of_plans (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *claim)
{
  const ShanhaiName *name = claim->indicator != NULL ? shanhai_definitions_get (scope->definitions, claim->indicator)->name : NULL;

  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    if (find_last (shanhai_name_get_nth (name, i, NULL), plan_words) != NULL)
      return true;

  return false;
}

static bool
plans (const char *clause)
{
  return find_last (clause, plan_words) != NULL && find_last (clause, done_words) == NULL;
}

/* "计划投资2000万元，目前已全部到位": what was planned has come, and no other figure is told of it */
static bool
is_told_as_done (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *claim)
{
  static const char * const arrived[] = { "全部到位", "已到位", "全额到位", "全額到位", "已经到位", "足额到位", "全部拨付", "全部撥付", "全部兑现", "全部兌現", "全部落实", "has all arrived", "have all arrived", "in full", "fully paid", NULL };
  const ShanhaiHeldText *held = claim->source != NULL ? g_hash_table_lookup (scope->texts, claim->source) : NULL;
  const char *p;

  if (held == NULL)
    return false;
  p = held->text + shanhai_held_text_get_byte (held, claim->citation->start) + strlen (claim->citation->quote);
  for (guint i = 0; i < MAX_BEHIND && *p != '\0' && *p != '\n' && !g_ascii_isdigit (*p) && !g_str_has_prefix (p, "。") && !g_str_has_prefix (p, "；"); i++, p = g_utf8_next_char (p))
    for (guint w = 0; arrived[w] != NULL; w++)
      if (g_str_has_prefix (p, arrived[w]))
        {
          /* 目前已到位1200万元 is less of it */
          p += strlen (arrived[w]);
          p += g_str_has_prefix (p, "资金") ? strlen ("资金") : 0;

          return !g_ascii_isdigit (*p) && !g_str_has_prefix (p, "约");
        }

  return false;
}

/* The record says both: that the money was paid, and that so much is planned. */
static void
check_planned_amount (ShanhaiCheckScope  *scope,
                      const ShanhaiClaim *claim)
{
  if (claim->type == SHANHAI_RECORD_FLOW && claim->quantity != NULL && claim->quantity->planned &&
      g_strcmp0 (shanhai_flow_get_status (SHANHAI_FLOW (claim->record)), "disbursed") == 0)
    shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &planned_amount, claim, NULL);
}

void
shanhai_check_plan_words (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      g_autofree char *clause = NULL;
      ShanhaiFinding *finding;

      check_planned_amount (scope, claim);
      if (claim->quantity == NULL || claim->planned || claim->citation == NULL ||
          (claim->type == SHANHAI_RECORD_OBSERVATION && claim->indicator == g_intern_static_string ("investment-planned")))
        continue;
      clause = dup_clause (scope, claim);
      if (clause == NULL || !plans (clause) || is_of_plans (scope, claim) || is_told_as_done (scope, claim))
        continue;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &planned_words, claim, NULL);
      shanhai_finding_set_quote (finding, clause);
    }
}

/* more can't arrive than was signed for; but later contracts can be among it */
void
shanhai_check_investment (ShanhaiCheckScope *scope)
{
  static const ShanhaiSentences sentences = {
    N_("{w1}: {1}, no more than was signed for ({2})."),
    N_("{w1}: {1}, more than was signed for ({2})."),
    NULL,
  };
  const char *arrived = g_intern_static_string ("investment-arrived"), *planned = g_intern_static_string ("investment-planned");
  g_autoptr (GHashTable) index = NULL;
  GPtrArray *plans_made = NULL;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiOperand operand = { SHANHAI_OPERAND_VALUE, planned };
      ShanhaiCandidates found;

      if (scope->claims[i]->indicator != arrived || scope->claims[i]->quantity == NULL)
        continue;
      if (index == NULL)
        {
          index = shanhai_operands_index (scope);
          plans_made = g_hash_table_lookup (index, planned);
        }
      if (plans_made == NULL)
        return;
      shanhai_operands_find (index, scope->claims[i], &operand, "CNY", &found);
      if (found.n > 0)
        shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, shanhai_compare_at_most (scope->claims[i]->quantity, found.claims[0]->quantity), found.alike[0], &sentences,
                            scope->claims[i], found.claims[0]);
    }
}

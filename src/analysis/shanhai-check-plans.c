/* shanhai-check-plans.c - what a sentence plans isn't done, whatever the record says. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plan words count where they govern the figure: right before it, with no stop between and nothing that says it was done. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-operands.h"
#include "shanhai-quote-place.h"
#include "shanhai-quoted-number.h"
#include "shanhai-source.h"
#include "shanhai-text.h"

/* so much before a figure can govern it: a letter counts one, a Chinese character three */
#define MAX_BEFORE 66
#define LETTER 1
#define CHARACTER 3
/* bytes of the shortest words that can plan something: 拟投 */
#define MIN_PLAN 6
/* so many behind it can say that it has come */
#define MAX_BEHIND 30

static const ShanhaiSentences planned_words = {
  NULL,
  N_("{w1}: {1} is recorded as done, but {s1} plans it: “{q}”."),
  NULL,
};

static const ShanhaiSentences done_words = {
  NULL,
  N_("{w1}: {1} is recorded as planned, but {s1} tells it as done: “{q}”."),
  NULL,
};

static const ShanhaiSentences planned_amount = {
  NULL,
  N_("{w1}: the flow is recorded as paid, but its amount as planned ({1})."),
  NULL,
};

/* what is meant to be, and nothing else */
static const char * const intent_words[] = {
  "预计", "預計", "拟", "擬", "力争", "力爭", "争取在", "争取完成", "争取实现", "争取达", "争取新", "争取建", "争取引", "争取投", "争取培", "争取用", "爭取", "明年", "预期", "預期", "打算", "有望", "估算", "預估", "预估",
  "可带动", "可帶動", "可提供", "可实现", "可實現", "可吸纳", "可吸納", "可解决", "可解決", "可新增", "可安排", "可惠及", "可覆盖", "可年产", "目标：", "目标:", "目標：", "目标是", "目標是", "plans to", "plan to", "planned to", "will ", "is to ",
  "are to ", "expected to", "intends to", "aims to", "hopes to", "set to ", "due to receive", "due to get", "scheduled to", "promised", "pledged", "projected", "is planned", "are planned", "would ", NULL
};
/* … but "计划投资3亿元到位": what was planned, and what became of it */
static const char * const plan_nouns[] = { "计划", "計劃", "计劃", "规划", "規劃", "承诺", "承諾", "预算", "預算", "协议投资", "協議投資", "意向投资", "意向资金", "签约投资", "签约资金", "签约金额", "合同投资", "目标任务", "planned", "budgeted",
                                            "target for ", "target of ", "budget for ", NULL };
/* what 将 announces; with a noun it is 把 */
static const char * const will_do[] = {
  "投", "安排", "拨付", "撥付", "新", "建", "再", "继续", "繼續", "达", "達", "培训", "培訓", "实现", "實現", "完成", "提供", "向", "选派", "選派", "派", "帮助", "幫助", "组织", "組織", "于", "於", "在", "为", "為", "使", "采购", "採購", "带动", "帶動", "增", "举",
  "舉", "与", "與", "进一步", "進一步", "通过", "通過", "开", "開", "惠及", "覆盖", "覆蓋", "资助", "資助", "捐", "吸纳", "吸納", "支持", "引进", "引進", "转移", "轉移", "发放", "發放", "购", "購", "落户", "落戶", "解决", "解決", "突破", "招", "筹", "籌", "拿出", "每年", "陆续",
  "陸續", "可", "有2", "有3", "有1", "超", "到", NULL
};
/* 建档立卡户, 对口资金: nouns after all */
static const char * const taken[] = { "建档", "建檔", "新建的", "新购", "在建", "捐款", "捐赠款", "捐赠物", "捐赠的", "捐物", "投资款", "投入的", "帮扶", NULL };
/* before a plan: it is spoken of as what was kept, or held against */
static const char * const kept[] = { "按照", "根据", "根據", "按", "已", "完成", "超", "实际", "實際", "到位", "兑现", "兌現", "落实", "落實", "履行", "比", "较", "較", "占", "佔", "原", "列入", "纳入", "納入", "had ", NULL };
/* after it: it came */
static const char * const came[] = { "已", "实际", "實際", "had been", "has been", "have been", NULL };
static const char * const finished[] = { "到位", "完成", "落实", "落實", "兑现", "兌現", "了", NULL };
static const char * const money[] = { "投资", "投資", "资金", "資金", "款", NULL };
/* 计划生育, 预算收入, 城乡规划局 */
static const char * const no_plan[] = { "生育", "免疫", "单列", "單列", "外", "内", "內", "收入", "支出", "执行", "執行", "局", "部门", "部門", "师", "院", "书", "》", NULL };
/* clauses that a plan before the comma still speaks of */
static const char * const governed[] = {
  "其中", "建设", "建設", "新建", "改建", "修建", "扩建", "惠及", "带动", "帶動", "帮助", "幫助", "培训", "培訓", "提供", "选派", "選派", "覆盖", "覆蓋", "购买", "購買", "购置", "采购", "採購", "引进", "引進", "吸纳", "吸納", "解决", "解決", "增加", "实现", "實現", "种植",
  "種植", "养殖", "发展", "發展", "硬化", "安装", "资助", "資助", "年产", "用于", "转移", "轉移", "支持", "including ", "train ", "build ", "help ", "provide ", "buy ", "create ", "send ", "offer ", "and ", "benefiting ", NULL
};
static const char * const clause_stops[] = { "，", ",", "（", "(", NULL };
static const char * const sentence_stops[] = { "。", "；", "！", "？", "\n", ". ", NULL };
/* in a clause of its own, what says that it is past the plan */
static const char * const past[] = { "已", "建成", "实际", "實際", "目前", "截至", "现有", "了", "到位", "累计", "累計", "上年", "去年", "完成", " was ", " were ", " had ", " has ", " have ", NULL };

/* the end of the last of the words, or NULL */
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

static bool
begins_with (const char         *text,
             const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return true;

  return false;
}

/* "this to" holds no "is to", and 虚拟 plans nothing */
static bool
stands_alone (const char *text,
              const char *word)
{
  if (g_ascii_isalpha (*word))
    return word == text || !g_ascii_isalpha (word[-1]);

  return word == text || !(g_str_has_prefix (g_utf8_prev_char (word), "虚") || g_str_has_prefix (g_utf8_prev_char (word), "模"));
}

/* The last of the words in the clause; its end is set. */
static const char *
find_plan (const char         *clause,
           const char * const *words,
           const char        **end)
{
  const char *last = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = g_strrstr (clause, words[i]);

      if (found != NULL && (last == NULL || found > last) && stands_alone (clause, found) && !begins_with (found + strlen (words[i]), no_plan))
        {
          last = found;
          *end = found + strlen (words[i]);
        }
    }

  return last;
}

static const char *
find_will (const char  *clause,
           const char **end)
{
  for (const char *p = clause; *p != '\0'; p = g_utf8_next_char (p))
    if ((g_str_has_prefix (p, "将") || g_str_has_prefix (p, "將")) && begins_with (p + strlen ("将"), will_do) && !begins_with (p + strlen ("将"), taken))
      {
        *end = p + strlen ("将");
        return p;
      }

  return NULL;
}

/* 完成计划投资 is done, 预计完成 isn't; nor is 计划到位投资, but 计划投资到位 is */
static bool
plans (const char *clause)
{
  const char *end = NULL;
  const char *word = find_plan (clause, intent_words, &end);
  bool noun = false;
  g_autofree char *before = NULL;

  if (word == NULL)
    word = find_will (clause, &end);
  if (word == NULL)
    {
      word = find_plan (clause, plan_nouns, &end);
      noun = true;
    }
  if (word == NULL)
    return false;

  before = g_strndup (clause, (gsize) (word - clause));
  if (find_last (before, kept) != NULL || find_last (end, came) != NULL)
    return false;
  for (guint i = 0; noun && finished[i] != NULL; i++)
    {
      const char *at = strstr (end, finished[i]);

      if (at != NULL && at > end && !begins_with (at + strlen (finished[i]), money))
        return false;
    }

  return true;
}

/* The quote's own words of the claim: from the sentence that its figure stands in, which may be a later one of the quote (`is_whole`), up to the stop before the number that follows. 12名医生在这里坐诊，今年计划再来6名
 * plans the six; and 今年拨付3329万元；明年计划安排1310万元 doesn't plan the first. (transfer full) */
static char *
dup_own_words (const ShanhaiClaim *claim,
               bool               *is_whole)
{
  const char *quote = claim->citation->quote;
  ShanhaiQuotedNumber numbers[SHANHAI_MAX_QUOTED_NUMBERS];
  guint n = claim->quantity != NULL ? shanhai_quoted_numbers_read (quote, numbers) : 0;

  *is_whole = false;
  for (guint i = 0; i < n; i++)
    if (shanhai_decimal_equal (&numbers[i].value, &claim->quantity->value))
      {
        g_autofree char *before = g_strndup (quote, numbers[i].start);
        g_autofree char *behind = i + 1 < n ? g_strndup (quote + numbers[i].end, numbers[i + 1].start - numbers[i].end) : g_strdup (quote + numbers[i].end);
        const char *stop = find_last (before, sentence_stops);
        const char *start = stop != NULL ? quote + (stop - before) : quote;
        const char *end = i + 1 < n ? find_last (behind, clause_stops) : NULL;

        *is_whole = stop != NULL;
        for (guint k = 0; sentence_stops[k] != NULL; k++)
          {
            const char *at = strstr (behind, sentence_stops[k]);

            if (at != NULL && (end == NULL || at < end))
              end = at;
          }

        return end != NULL ? g_strndup (start, (gsize) (quote + numbers[i].end + (end - behind) - start)) : g_strdup (start);
      }

  return g_strdup (quote);
}

/* what stands before the figure in its sentence, as much as can govern it, and its quote; (transfer full) (nullable). `clause`: where its own clause begins in that */
static char *
dup_before (ShanhaiCheckScope  *scope,
            const ShanhaiClaim *claim,
            gsize              *clause)
{
  const ShanhaiCitation *citation = claim->citation;
  ShanhaiSource *source = NULL;
  const ShanhaiHeldText *held;
  const char *start, *p, *stop;
  guint cost = 0;
  g_autofree char *before = NULL;
  g_autofree char *own = NULL;
  bool is_whole;

  *clause = 0;
  if (citation->quote == NULL)
    return NULL;
  switch (shanhai_citation_find_quote (citation, claim, scope, &source))
    {
    case SHANHAI_QUOTE_UNKNOWN:
      /* a quote that is hardly more than the figure holds no plan */
      return strcspn (citation->quote, "0123456789") >= MIN_PLAN ? dup_own_words (claim, &is_whole) : NULL;
    case SHANHAI_QUOTE_IN_PLACE:
      break;
    case SHANHAI_QUOTE_ELSEWHERE:
    case SHANHAI_QUOTE_MISSING:
    default:
      return NULL;
    }
  if (citation->start <= 0)
    return dup_own_words (claim, &is_whole);
  held = g_hash_table_lookup (scope->texts, source);
  p = start = held->text + shanhai_held_text_get_byte (held, citation->start);
  while (p > held->text && cost < MAX_BEFORE)
    {
      p = g_utf8_prev_char (p);
      cost += (guchar) *p < 0x80 ? LETTER : CHARACTER;
    }
  /* not from within a word */
  while (p > held->text && p < start && g_ascii_isalpha (*p) && g_ascii_isalpha (p[-1]))
    p++;
  before = g_strndup (p, (gsize) (start - p));
  own = dup_own_words (claim, &is_whole);
  if (is_whole)
    return g_steal_pointer (&own);
  stop = find_last (before, sentence_stops);
  stop = stop != NULL ? stop : before;
  if (find_last (stop, clause_stops) != NULL)
    *clause = (gsize) (find_last (stop, clause_stops) - stop);

  return g_strconcat (stop, own, NULL);
}

/* "计划投资2000万元，其中财政资金500万元": the plan goes on behind the comma; but not where that is past it */
static bool
is_governed (const char *before,
             const char *clause)
{
  g_autofree char *first = NULL;
  const char *words = clause;

  while (*words == ' ')
    words++;
  if (clause == before || !begins_with (words, governed) || find_last (clause, past) != NULL)
    return false;
  first = g_strndup (before, (gsize) (clause - before));

  return plans (first) && find_last (first, past) == NULL;
}

/* 2000万元（计划） */
static bool
is_marked_behind (ShanhaiCheckScope  *scope,
                  const ShanhaiClaim *claim)
{
  static const char * const marks[] = { "（计划", "（計劃", "（预计", "（預計", "（拟", "（擬", "(计划", "(预计", "(拟", " (planned", " (expected", " (projected", NULL };
  const ShanhaiCitation *citation = claim->citation;
  ShanhaiSource *source = NULL;
  const ShanhaiHeldText *held;

  if (citation->start < 0 || shanhai_citation_find_quote (citation, claim, scope, &source) != SHANHAI_QUOTE_IN_PLACE)
    return false;
  held = g_hash_table_lookup (scope->texts, source);

  return begins_with (held->text + shanhai_held_text_get_byte (held, citation->start) + strlen (citation->quote), marks);
}

/* 投资计划表, 实施方案, and what it tells isn't over yet: a plan's figures are plans. Of the year before, a plan tells what was done. */
static bool
is_of_plan (const ShanhaiClaim *claim,
            const char         *clause)
{
  static const char * const plan_titles[] = { "计划", "计划表", "計劃", "计划书", "规划", "規劃", "实施方案", "工作方案", "预算", "预算表", "預算", "安排表", "任务书", "责任书", "任务分解表", " plan", " Plan", "budget", "Budget", NULL };
  const ShanhaiName *title = claim->source != NULL ? shanhai_source_get_title (claim->source) : NULL;

  if (!claim->has_time || claim->published == SHANHAI_DAY_AFTER_ALL || claim->last < claim->published || find_last (clause, kept) != NULL || find_last (clause, past) != NULL)
    return false;
  for (guint i = 0; title != NULL && i < shanhai_name_get_n (title); i++)
    for (guint w = 0; plan_titles[w] != NULL; w++)
      if (g_str_has_suffix (shanhai_name_get_nth (title, i, NULL), plan_titles[w]))
        return true;

  return false;
}

/* an indicator that counts plans: 预算资金, 规划道路 */
static bool
is_of_plans (ShanhaiCheckScope  *scope,
             const ShanhaiClaim *claim)
{
  const ShanhaiName *name = claim->indicator != NULL ? shanhai_definitions_get (scope->definitions, claim->indicator)->name : NULL;

  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    if (find_last (shanhai_name_get_nth (name, i, NULL), intent_words) != NULL || find_last (shanhai_name_get_nth (name, i, NULL), plan_nouns) != NULL)
      return true;

  return false;
}

/* "计划投资2000万元，目前已全部到位": what was planned has come, and no other figure is told of it */
static bool
is_told_as_done (ShanhaiCheckScope  *scope,
                 const ShanhaiClaim *claim)
{
  static const char * const arrived[] = { "全部到位", "已到位", "全额到位", "全額到位", "已经到位", "足额到位", "全部拨付", "全部撥付", "全部兑现", "全部兌現", "全部落实", "has all arrived", "have all arrived", "in full", "fully paid", NULL };
  const ShanhaiHeldText *held = claim->source != NULL ? g_hash_table_lookup (scope->texts, claim->source) : NULL;
  const char *p;

  if (held == NULL || claim->citation->start < 0)
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

/* The record says that it is what came, and that it is planned; and its sentence plans it. */
static void
check_planned_role (ShanhaiCheckScope  *scope,
                    const ShanhaiClaim *claim)
{
  gsize start;
  g_autofree char *before = NULL;
  ShanhaiFinding *finding;

  if (claim->type != SHANHAI_RECORD_OBSERVATION || claim->quantity == NULL || !claim->quantity->planned || claim->citation == NULL ||
      g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (claim->record)), "actual") != 0 || is_of_plans (scope, claim) ||
      claim->indicator == g_intern_static_string ("investment-planned"))
    return;
  before = dup_before (scope, claim, &start);
  if (before == NULL || !plans (before + start))
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &planned_words, claim, NULL);
  shanhai_finding_set_quote (finding, before + start);
}

/* 已拨付, and no plan in sight; 已列入 and 已签约 are plans all the same */
static bool
tells_as_done (const char *clause)
{
  static const char * const done[] = { "已拨付", "已撥付", "已投入", "已支付", "已到位", "已完成", "已采购", "已採購", "已发放", "已發放", "已培训", "已培訓", "已选派", "已選派", "已帮助", "已幫助", "已提供", "实际", "實際", "全部到位", "累计完成",
                                       "已经", "has paid", "have paid", "has already", "have already", "had already", "has been paid", "have been paid", "was paid", "actually", NULL };
  static const char * const listed[] = { "列入", "签", "簽", "安排", "下达", "批复", "立项", "approved", "agreed", NULL };
  const char *end = NULL;

  return find_last (clause, done) != NULL && find_last (clause, listed) == NULL && find_plan (clause, intent_words, &end) == NULL && find_plan (clause, plan_nouns, &end) == NULL;
}

/* the other way round: what was done is recorded as a plan */
static void
check_done_words (ShanhaiCheckScope  *scope,
                  const ShanhaiClaim *claim)
{
  gsize start;
  g_autofree char *before = NULL;
  ShanhaiFinding *finding;

  if (claim->quantity == NULL || !claim->planned || claim->citation == NULL)
    return;
  before = dup_before (scope, claim, &start);
  if (before == NULL || !tells_as_done (before + start))
    return;
  finding = shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &done_words, claim, NULL);
  shanhai_finding_set_quote (finding, before + start);
}

void
shanhai_check_plan_words (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      g_autofree char *before = NULL;
      gsize start;
      const char *clause;
      ShanhaiFinding *finding;

      check_planned_amount (scope, claim);
      check_planned_role (scope, claim);
      check_done_words (scope, claim);
      if (claim->quantity == NULL || claim->planned || claim->citation == NULL ||
          (claim->type == SHANHAI_RECORD_OBSERVATION && claim->indicator == g_intern_static_string ("investment-planned")))
        continue;
      before = dup_before (scope, claim, &start);
      if (before == NULL && !is_of_plan (claim, ""))
        continue;
      before = before != NULL ? before : g_strdup (claim->citation->quote != NULL ? claim->citation->quote : "");
      clause = before + start;
      if ((!plans (clause) && !is_governed (before, clause) && !is_marked_behind (scope, claim) && !is_of_plan (claim, clause)) || is_of_plans (scope, claim) || is_told_as_done (scope, claim))
        continue;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_PLANNED, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &planned_words, claim, NULL);
      shanhai_finding_set_quote (finding, plans (clause) ? clause : before);
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

/* shanhai-kind.c - tells the kind of a figure by the words around it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each word near a figure speaks for a kind, the louder the nearer: in the same clause, then in the clauses before it in the sentence. The
 * unit speaks first. Weights and words are in data/reading/kinds.txt. */

#include "shanhai-mention.h"

/* characters before and behind a figure that are heard */
#define MAX_BEFORE 160
#define MAX_BEHIND 40
#define MAX_BEHIND_LATIN 100
#define NEAR 6
/* characters that may stand between a place and the figure next to it: 全县共有 */
#define NEXT 2
/* characters between what is counted and the verb behind it: 12名专家正在坐诊 */
#define THEN 3
#define MAX_HITS 400
/* characters behind an English figure in which what it counts stands, whether the rules know it or not */
#define MAX_COUNTED_LATIN 20
/* characters from a whole to its part */
#define MAX_PART 12
/* percent that a word behind a place or a body says of what it did, and hundredths that a change speaks for a state */
#define SUBJECT 35
#define CHANGE_WEIGHT 330
/* hundredths with which a word says that somebody is sent */
#define SENDS 160

#define PLACED (SHANHAI_RULE_COUNTED | SHANHAI_RULE_THEN | SHANHAI_RULE_NEXT | SHANHAI_RULE_WIDE)
/* percent that is left of what says that it was done: 发展到 */
#define CHANGED_OUTPUT 60

typedef struct
{
  int best[SHANHAI_N_READ_FIGURE_KINDS];
  int rest[SHANHAI_N_READ_FIGURE_KINDS];
  int against[SHANHAI_N_READ_FIGURE_KINDS];  /* below zero */
} Votes;

static void
vote (Votes             *votes,
      const ShanhaiRule *rule,
      int                percent,
      int                output_percent,
      bool               sends)
{
  /* a word speaks for one kind or two */
  for (guint i = rule->first_kind; i <= rule->last_kind; i++)
    {
      int weight = rule->weights[i];
      guint k = i;

      if (sends && k == SHANHAI_READ_FIGURE_INDICATOR && (rule->flags & SHANHAI_RULE_SENT))
        k = SHANHAI_READ_FIGURE_OUTPUT;
      weight = weight * percent / 100;
      if (k == SHANHAI_READ_FIGURE_OUTPUT || (k == SHANHAI_READ_FIGURE_EXCHANGE && !(rule->flags & SHANHAI_RULE_THEN)))
        weight = weight * output_percent / 100;

      if (weight < 0)
        votes->against[k] += weight;
      else if (weight > votes->best[k])
        {
          votes->rest[k] += votes->best[k];
          votes->best[k] = weight;
        }
      else
        votes->rest[k] += weight;
    }
}

/* 招了68人，其中脱贫户41人: a part is of the kind of its whole */
static bool
is_part_of (const ShanhaiLine    *line,
            const ShanhaiMention *previous,
            const ShanhaiMention *mention)
{
  guint i = previous->end;

  if (line->sentences[previous->number] != line->sentences[mention->number] || mention->start > i + MAX_PART)
    return false;
  for (; i + 1 < mention->start; i++)
    if (line->chars[i] == 0x5176 && line->chars[i + 1] == 0x4e2d /* 其中 */)
      return true;

  return false;
}

/* the same unit, or two of which the rules say nothing */
static bool
are_of_one_sort (const ShanhaiRules   *rules,
                 const ShanhaiMention *previous,
                 const ShanhaiMention *mention)
{
  return previous->unit == mention->unit || shanhai_rules_get_unit (rules, previous->unit) == shanhai_rules_get_unit (rules, mention->unit);
}

/* 12名群众脱贫, 12名专家正在坐诊 */
static bool
stands_behind_counted (const ShanhaiLine    *line,
                       const ShanhaiMention *mention,
                       const ShanhaiHit     *hit)
{
  if (hit->start < mention->end || line->clauses[hit->start] != line->clauses[mention->number])
    return false;
  /* 8个脱贫村: part of what is counted */
  if (hit->end < mention->counted_end && (mention->noun != NULL || hit->start > mention->end + THEN))
    return false;

  return hit->start <= MAX (mention->counted_end, mention->end) + THEN;
}

/* how loud a word is that is heard in one place alone, or everywhere, in percent; -1 where its place says nothing */
static int
get_placed_loudness (const ShanhaiLine    *line,
                     const ShanhaiMention *mention,
                     const ShanhaiHit     *hit)
{
  if (hit->rule->flags & SHANHAI_RULE_COUNTED)
    return hit->start >= mention->end && hit->end <= (line->is_chinese ? mention->counted_end : mention->end + MAX_COUNTED_LATIN) ? 100 : 0;
  if (hit->rule->flags & SHANHAI_RULE_THEN)
    return stands_behind_counted (line, mention, hit) ? 100 : 0;
  if (hit->rule->flags & SHANHAI_RULE_NEXT)
    return hit->start >= line->clauses[mention->number] && hit->end <= mention->start && hit->end + NEXT >= mention->start ? 100 : 0;
  if (hit->rule->flags & SHANHAI_RULE_WIDE && hit->start < mention->start)
    return 100;

  return -1;
}

/* the same of any word */
static int
get_loudness (const ShanhaiLine    *line,
              const ShanhaiMention *mention,
              const ShanhaiHit     *hit,
              guint                 next_start)
{
  guint clause = line->clauses[mention->number];
  guint before = clause > 0 ? line->clauses[clause - 1] : 0;

  if (hit->rule->flags & PLACED)
    {
      int placed = get_placed_loudness (line, mention, hit);

      if (placed >= 0)
        return placed;
    }
  if (hit->start >= mention->start)
    {
      if (line->clauses[hit->start] != clause)
        return 25;
      return hit->start >= next_start ? 45 : hit->start <= mention->end + NEAR ? 90 : 70;
    }
  if (hit->start >= clause)
    return mention->start - MIN (hit->end, mention->start) <= NEAR ? 130 : 100;
  if (hit->start >= before)
    return 45;

  return before > 0 && hit->start >= line->clauses[before - 1] ? 30 : 15;
}

static ShanhaiReadFigureKind
decide (const ShanhaiRules   *rules,
        const ShanhaiLine    *line,
        const ShanhaiMention *mention,
        const ShanhaiMention *previous,
        guint                 next_start,
        bool                  changes)
{
  const ShanhaiUnitRule *unit = shanhai_rules_get_unit (rules, mention->unit);
  guint unit_class = unit != NULL ? unit->unit_class : SHANHAI_CLASS_THING;
  guint start = line->sentences[mention->number], end = mention->end + (line->is_chinese ? MAX_BEHIND : MAX_BEHIND_LATIN);
  ShanhaiReadFigureKind kind = SHANHAI_READ_FIGURE_OTHER;
  Votes votes = { { 0 }, { 0 }, { 0 } };
  int most = 0;
  bool is_told = false;  /* by a word of its own clause */
  bool sends = false;

  if (mention->start > MAX_BEFORE)
    start = MAX (start, mention->start - MAX_BEFORE);
  for (guint i = shanhai_line_find_hit (line, start), n = 0; i < line->hits->len && n < MAX_HITS; i++, n++)
    {
      const ShanhaiHit *hit = &g_array_index (line->hits, ShanhaiHit, i);

      if (hit->start >= end || (hit->start < line->n && line->sentences[hit->start] != line->sentences[mention->number]))
        break;
      if (hit->rule->role == SHANHAI_ROLE_CUE && (hit->rule->classes == 0 || hit->rule->classes & unit_class))
        {
          /* 东部4市建成…: what they built isn't what they are */
          int loudness = get_loudness (line, mention, hit, next_start);
          bool is_subject = hit->start >= mention->end && unit_class & (SHANHAI_CLASS_PLACE | SHANHAI_CLASS_ORG);

          sends = sends || (hit->start < mention->start && hit->rule->weights[SHANHAI_READ_FIGURE_EXCHANGE] >= SENDS);
          if (loudness == 0)
            continue;
          vote (&votes, hit->rule, loudness, is_subject ? SUBJECT : 100, sends);
          is_told = is_told || line->clauses[hit->start] == line->clauses[mention->number];
        }
    }

  /* 由9家增加到19家: a state of things, unless a word says better */
  if (changes)
    {
      votes.best[SHANHAI_READ_FIGURE_INDICATOR] += CHANGE_WEIGHT;
      votes.best[SHANHAI_READ_FIGURE_OUTPUT] = votes.best[SHANHAI_READ_FIGURE_OUTPUT] * CHANGED_OUTPUT / 100;
    }

  /* 现有学生1560人，教职工96人: a row of the same sort */
  if (!is_told && !changes && previous != NULL && line->sentences[previous->number] == line->sentences[mention->number] &&
      are_of_one_sort (rules, previous, mention))
    return previous->kind;

  for (guint k = 0; k < SHANHAI_N_READ_FIGURE_KINDS; k++)
    {
      int sum = votes.best[k] + MIN (votes.rest[k], votes.best[k]) / 4 + votes.against[k] + (unit != NULL ? unit->weights[k] : 0);

      if (sum > most)
        {
          most = sum;
          kind = k;
        }
    }

  return kind;
}

void
shanhai_kind_resolve (const ShanhaiRules *rules,
                      const ShanhaiLine  *line,
                      GArray             *mentions)
{
  const ShanhaiMention *previous = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      ShanhaiMention *mention = &g_array_index (mentions, ShanhaiMention, i);
      const ShanhaiMention *behind = i + 1 < mentions->len ? mention + 1 : NULL;
      guint next = behind != NULL ? behind->start : line->n;
      bool changes = behind != NULL && !behind->is_dropped && behind->link == SHANHAI_LINK_CHANGE;

      if (mention->is_dropped)
        continue;
      if (previous != NULL && (mention->link == SHANHAI_LINK_CHANGE || mention->link == SHANHAI_LINK_SAME ||
                               (is_part_of (line, previous, mention) && are_of_one_sort (rules, previous, mention))))
        mention->kind = previous->kind;
      else
        mention->kind = decide (rules, line, mention, previous, next, changes);
      previous = mention;
    }
}

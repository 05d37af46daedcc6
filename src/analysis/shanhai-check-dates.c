/* shanhai-check-dates.c - nothing is told before it happens, nothing opens before it begins. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-case.h"
#include "shanhai-check.h"
#include "shanhai-cited-words.h"
#include "shanhai-event.h"
#include "shanhai-observation.h"
#include "shanhai-programme.h"
#include "shanhai-source.h"

static const ShanhaiSentences after_publication = {
  NULL,
  N_("{w1} ({t1}): told by {s1}, which was published before ({t2})."),
  N_("{w1} ({t1}): told by {s1}, which was published before that ({t2})."),
};

static const ShanhaiSentences up_to_after_publication = {
  NULL,
  N_("{w1}: the figure is of {t1}, but {s1} was published before that time was over ({t2})."),
  N_("{w1}: the figure is of {t1}, but {s1} was published before that time was over ({t2})."),
};

static const ShanhaiSentences opens_before_start = {
  NULL,
  N_("“{w1}” ({t1}) comes before “{w2}” ({t2}), though it should follow it."),
  N_("“{w1}” ({t1}) comes before “{w2}” ({t2}): the end before the start."),
};

static const ShanhaiSentences before_frame = {
  NULL,
  N_("{w1} ({t1}) comes before “{w2}” began ({t2})."),
  NULL,
};

static const ShanhaiSentences after_frame = {
  NULL,
  N_("{w1} ({t1}) comes after “{w2}” was over ({t2})."),
  NULL,
};

static const ShanhaiSentences first_is_last = {
  NULL,
  N_("{w1}: {1} ({t1}) is marked as the baseline, but {2} is older ({t2})."),
  NULL,
};

static const ShanhaiSentences two_dates = {
  NULL,
  N_("“{w1}” is told for {t1} by {s1} and for {t2} by {s2}."),
  NULL,
};

static const ShanhaiSentences reprint_before_original = {
  NULL,
  N_("“{w1}” ({t1}) is said to reprint “{w2}”, which is younger ({t2})."),
  N_("“{w1}” ({t1}) is said to reprint “{w2}”, which is younger ({t2})."),
};

/* a year of which a report tells when it is no older than that */
#define YEAR_DAYS 360
#define YOUNG_DAYS 31
/* ends that are paired find each other a year or two before their places do */
#define EARLY_DAYS 760

/* what was announced early and told again later is told late; the citation that tells it so is set */
static ShanhaiSource *
find_latest_source (ShanhaiCheckScope      *scope,
                    const ShanhaiClaim     *claim,
                    const ShanhaiCitation **citation)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (claim->record);
  ShanhaiSource *latest = NULL;

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      ShanhaiSource *source = shanhai_claim_find_source (claim, scope->casebook, &citations->items[i]);

      if (source == NULL)
        continue;
      if (shanhai_source_get_published (source) == NULL)
        return NULL;
      if (latest == NULL || shanhai_period_get_last_day (shanhai_source_get_published (source)) >
                              shanhai_period_get_last_day (shanhai_source_get_published (latest)))
        {
          latest = source;
          *citation = &citations->items[i];
        }
    }

  return latest;
}

/* An event that an article tells as done was before it, though another one tells it later; but a visit is announced now and then in words that aren't held. */
static void
check_early_source (ShanhaiCheckScope   *scope,
                    const ShanhaiClaim  *claim,
                    const ShanhaiSource *latest)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (claim->record);
  const bool is_award = g_strcmp0 (shanhai_event_get_kind (SHANHAI_EVENT (claim->record)), "award") == 0;

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      ShanhaiSource *source = shanhai_claim_find_source (claim, scope->casebook, &citations->items[i]);
      ShanhaiFinding *finding;
      ShanhaiTense tense;

      if (source == NULL || source == latest || shanhai_source_get_published (source) == NULL ||
          shanhai_period_get_first_day (claim->period) <= shanhai_period_get_last_day (shanhai_source_get_published (source)) ||
          (!is_award && shanhai_source_get_text (source) == NULL))
        continue;
      tense = shanhai_cited_get_tense (scope, claim, &citations->items[i]);
      if (tense == SHANHAI_TOLD_COMING || (tense != SHANHAI_TOLD_PAST && !is_award))
        continue;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_MAYBE, &after_publication, claim, NULL);
      shanhai_finding_add (finding, SHANHAI_RECORD (source), NULL);
      return;
    }
}

/* a plan can speak of what will be; so can a pairing and what stands under a programme that is only planned */
static bool
speaks_of_past (const ShanhaiClaim *claim)
{
  switch (claim->type)
    {
    case SHANHAI_RECORD_EVENT:
      return true;
    case SHANHAI_RECORD_FLOW:
    case SHANHAI_RECORD_EXCHANGE:
    case SHANHAI_RECORD_OBSERVATION:
      return !claim->planned;
    case SHANHAI_RECORD_PROGRAMME:
      return g_strcmp0 (shanhai_programme_get_status (SHANHAI_PROGRAMME (claim->record)), "planned") != 0;
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_CASE:
    case SHANHAI_RECORD_PAIRING:
    case SHANHAI_RECORD_SOURCE:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      return false;
    }
}

/* "2020" in an article of July 2020 is the year so far; "up to 2020-12-31" isn't */
static bool
ends_on_day (const ShanhaiPeriod *period)
{
  const char *text = shanhai_period_get_text (period);
  const char *slash = strchr (text, '/');

  return strlen (slash != NULL ? slash + 1 : text) >= strlen ("2020-12-31");
}

static void
check_publication (ShanhaiCheckScope  *scope,
                   const ShanhaiClaim *claim)
{
  const ShanhaiCitation *citation = NULL;
  ShanhaiSource *source;
  gint32 first, last, published;
  ShanhaiAlikeness sure;
  ShanhaiTense tense;

  if (claim->period == NULL || !speaks_of_past (claim))
    return;
  source = find_latest_source (scope, claim, &citation);
  if (source == NULL)
    return;

  sure = shanhai_period_is_approximate (claim->period) || shanhai_period_is_uncertain (claim->period) ? SHANHAI_ALIKE_MAYBE : SHANHAI_ALIKE_FULLY;
  published = shanhai_period_get_last_day (shanhai_source_get_published (source));
  first = shanhai_period_get_first_day (claim->period);
  last = shanhai_period_get_last_day (claim->period);
  if (last <= published && claim->type == SHANHAI_RECORD_EVENT)
    check_early_source (scope, claim, source);
  if (last <= published || last == SHANHAI_DAY_AFTER_ALL)
    return;

  /* a fair that is announced hasn't been held: nothing is wrong with that; but money that will be given isn't given */
  tense = shanhai_cited_get_tense (scope, claim, citation);
  if (tense == SHANHAI_TOLD_COMING && claim->type == SHANHAI_RECORD_EVENT)
    return;
  if (tense != SHANHAI_TOLD_PAST)
    sure = SHANHAI_ALIKE_MAYBE;
  if (first > published)
    {
      ShanhaiFinding *finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_CONTRADICT, sure, &after_publication, claim, NULL);

      shanhai_finding_add (finding, SHANHAI_RECORD (source), NULL);
    }
  else if (claim->type != SHANHAI_RECORD_PROGRAMME)
    {
      bool other_year = shanhai_period_get_year (claim->period) > shanhai_period_get_year (shanhai_source_get_published (source));
      ShanhaiFinding *finding;

      /* the year so far; but when it has hardly begun, the year before may be meant */
      if (!other_year && !ends_on_day (claim->period) &&
          !(claim->spans && claim->type == SHANHAI_RECORD_OBSERVATION && last - first > YEAR_DAYS && published - first < YOUNG_DAYS))
        return;
      finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_CONTRADICT,
                                    other_year || claim->type == SHANHAI_RECORD_EVENT ? sure : SHANHAI_ALIKE_MAYBE, &up_to_after_publication, claim, NULL);
      shanhai_finding_add (finding, SHANHAI_RECORD (source), NULL);
    }
}

/* Help before there was any: of money and people, not of what was counted beforehand, agreed or visited. */
static void
check_frame (ShanhaiCheckScope    *scope,
             const ShanhaiClaim   *claim,
             ShanhaiRecord        *frame,
             const ShanhaiPeriod  *period)
{
  gint32 first, last;
  ShanhaiFinding *finding;

  if (frame == NULL || period == NULL || claim->period == NULL)
    return;
  first = shanhai_period_get_first_day (claim->period);
  last = shanhai_period_get_last_day (claim->period);
  if (last < shanhai_period_get_first_day (period))
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &before_frame, claim, NULL);
  /* what still goes on can have begun too early to be of the case */
  else if (claim->type == SHANHAI_RECORD_PAIRING && first != SHANHAI_DAY_BEFORE_ALL && shanhai_period_get_first_day (period) != SHANHAI_DAY_BEFORE_ALL &&
           shanhai_period_get_first_day (period) - first > EARLY_DAYS)
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &before_frame, claim, NULL);
  else if (first > shanhai_period_get_last_day (period))
    finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &after_frame, claim, NULL);
  else
    return;
  shanhai_finding_add (finding, frame, NULL);
}

static void
check_frames (ShanhaiCheckScope  *scope,
              const ShanhaiClaim *claim)
{
  ShanhaiCase *of_case = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_CASE, claim->case_id);
  ShanhaiProgramme *programme = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_PROGRAMME, claim->programme);
  bool baseline = false;

  if (claim->type == SHANHAI_RECORD_OBSERVATION)
    {
      baseline = g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (claim->record)), "baseline") == 0;
      if (claim->programme == NULL || !claim->spans || baseline)
        return;
    }
  else if (claim->type != SHANHAI_RECORD_FLOW && claim->type != SHANHAI_RECORD_EXCHANGE && claim->type != SHANHAI_RECORD_PAIRING && claim->type != SHANHAI_RECORD_PROGRAMME)
    return;

  if (programme != NULL && shanhai_programme_get_period (programme) != NULL)
    check_frame (scope, claim, SHANHAI_RECORD (programme), shanhai_programme_get_period (programme));
  else if (of_case != NULL)
    check_frame (scope, claim, SHANHAI_RECORD (of_case), shanhai_case_get_period (of_case));
}

static void
check_reprint_date (ShanhaiCheckScope  *scope,
                    const ShanhaiClaim *claim)
{
  ShanhaiSource *reprint = SHANHAI_SOURCE (claim->record);
  ShanhaiSource *original = shanhai_casebook_lookup_as (scope->casebook, SHANHAI_RECORD_SOURCE, shanhai_source_get_reprint_of (reprint));
  ShanhaiFinding *finding;

  if (original == NULL || shanhai_source_get_published (original) == NULL || shanhai_source_get_published (reprint) == NULL ||
      shanhai_period_get_last_day (shanhai_source_get_published (reprint)) >= shanhai_period_get_first_day (shanhai_source_get_published (original)))
    return;

  finding = shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_FULLY, &reprint_before_original, claim, NULL);
  shanhai_finding_add (finding, SHANHAI_RECORD (original), NULL);
}

void
shanhai_check_dates (ShanhaiCheckScope *scope)
{
  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->type == SHANHAI_RECORD_SOURCE)
      check_reprint_date (scope, scope->claims[i]);
    else
      {
        check_publication (scope, scope->claims[i]);
        check_frames (scope, scope->claims[i]);
      }
}

static const char *
get_kind (const ShanhaiClaim *claim)
{
  const char *kind = shanhai_event_get_kind (SHANHAI_EVENT (claim->record));

  return kind != NULL ? kind : "";
}

/* of the organisations that have a part in both, one speaks for all */
static bool
is_first_in_common (const ShanhaiClaim *a,
                    const ShanhaiClaim *b,
                    const char         *key)
{
  const char * const *x = shanhai_event_get_parties (SHANHAI_EVENT (a->record));
  const char * const *y = shanhai_event_get_parties (SHANHAI_EVENT (b->record));

  for (guint i = 0; x[i] != NULL; i++)
    if (g_str_has_prefix (x[i], "party-") && strcmp (x[i], key) < 0 && g_strv_contains (y, x[i]))
      return false;

  return true;
}

/* A school is begun and opened once. Where the same parties begin or open more than one thing, nothing tells which belongs to which. */
void
shanhai_check_events (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *start = NULL, *opening = NULL;

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      const ShanhaiClaim **slot = strcmp (get_kind (claim), "start") == 0 ? &start : strcmp (get_kind (claim), "opening") == 0 ? &opening : NULL;

      if (slot == NULL || claim->period == NULL)
        continue;
      if (*slot != NULL && !shanhai_period_equal ((*slot)->period, claim->period))
        return;
      *slot = claim;
    }

  if (start != NULL && opening != NULL && is_first_in_common (start, opening, scope->key) &&
      shanhai_period_get_last_day (opening->period) < shanhai_period_get_first_day (start->period))
    shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_FULLY, &opens_before_start, opening, start);
}

/* words for beginning and opening, and what stands around them in a title */
static const char * const work_words[] = {
  "开工建设", "动工建设", "投入使用", "开工", "奠基", "动工", "启动", "建设", "启用", "竣工", "投用", "落成", "揭牌", "挂牌", "开业", "开学", "开园", "投产", "建成", "开诊", "开馆", "开张", "揭幕", "剪彩", "投运", "运营", "通车", "封顶", "交付", "完工", "典礼", "仪式", "正式",
  "举行", "顺利", "工程", "项目", "opening of", "opening", "opened", "opens", "start of", "ground-breaking", "groundbreaking", "begun", "begins", "started", "completion of", "completed",
  "construction", "inauguration", "ceremony", NULL,
};

#define MIN_WORK 3

char *
shanhai_event_dup_work (ShanhaiEvent *event)
{
  const ShanhaiName *title = shanhai_record_get_title (SHANHAI_RECORD (event));
  g_autofree char *lower = title != NULL ? g_utf8_strdown (shanhai_name_get (title, SHANHAI_LANGUAGE_CHINESE), -1) : NULL;
  g_autoptr (GString) work = g_string_new (NULL);

  if (lower == NULL)
    return NULL;
  for (const char *p = lower; *p != '\0';)
    {
      guint w = 0;

      while (work_words[w] != NULL && !g_str_has_prefix (p, work_words[w]))
        w++;
      if (work_words[w] != NULL)
        p += strlen (work_words[w]);
      else
        {
          if (g_unichar_isalnum (g_utf8_get_char (p)))
            g_string_append_unichar (work, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }

  return g_utf8_strlen (work->str, -1) >= MIN_WORK ? g_strdup (work->str) : NULL;
}

/* whether shanhai_check_events() holds the two against each other */
static bool
share_party (const ShanhaiClaim *a,
             const ShanhaiClaim *b)
{
  const char * const *x = shanhai_event_get_parties (SHANHAI_EVENT (a->record));
  const char * const *y = shanhai_event_get_parties (SHANHAI_EVENT (b->record));

  for (guint i = 0; x != NULL && y != NULL && x[i] != NULL; i++)
    if (g_str_has_prefix (x[i], "party-") && g_strv_contains (y, x[i]))
      return true;

  return false;
}

/* Of the agreements that bear one name, two of one year, or of one day in two years, seem to be the same. */
static bool
may_be_one (const ShanhaiClaim *a,
            const ShanhaiClaim *b)
{
  const char *kind = get_kind (a);
  gint32 days;

  if (strcmp (kind, "start") == 0 || strcmp (kind, "opening") == 0)
    return true;
  days = ABS (shanhai_period_get_first_day (a->period) - shanhai_period_get_first_day (b->period));

  return shanhai_period_get_year (a->period) == shanhai_period_get_year (b->period) || days == 365 || days == 366;
}

/* What bears one name is begun once and opened once; two papers may tell other days. */
void
shanhai_check_works (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *firsts[2] = { NULL, NULL };

  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];
      const ShanhaiClaim **slot = &firsts[strcmp (get_kind (claim), "opening") == 0];

      if (claim->period == NULL)
        continue;
      if (*slot == NULL)
        *slot = claim;
      else if (!shanhai_period_overlaps ((*slot)->period, claim->period) && (*slot)->root != NULL && claim->root != NULL && strcmp ((*slot)->root, claim->root) != 0 &&
               may_be_one (*slot, claim))
        {
          shanhai_check_tell (scope, SHANHAI_CHECK_SAME, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &two_dates, *slot, claim);
          return;
        }
    }
  if (firsts[0] != NULL && firsts[1] != NULL && !share_party (firsts[0], firsts[1]) &&
      shanhai_period_get_last_day (firsts[1]->period) < shanhai_period_get_first_day (firsts[0]->period))
    shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_CONTRADICT, SHANHAI_ALIKE_FULLY, &opens_before_start, firsts[1], firsts[0]);
}

/* The figure that everything is compared with is the oldest one. */
void
shanhai_check_baselines (ShanhaiCheckScope *scope)
{
  const ShanhaiClaim *oldest = NULL;

  if (scope->n < 2 || scope->claims[0]->type != SHANHAI_RECORD_OBSERVATION)
    return;
  for (guint i = 0; i < scope->n; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];

      if (claim->quantity != NULL && claim->has_time && g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (claim->record)), "actual") == 0 &&
          (oldest == NULL || claim->last < oldest->last))
        oldest = claim;
    }
  for (guint i = 0; i < scope->n && oldest != NULL; i++)
    {
      const ShanhaiClaim *claim = scope->claims[i];

      if (claim->quantity != NULL && claim->has_time && claim->first > oldest->last && !claim->cumulative &&
          g_strcmp0 (shanhai_observation_get_role (SHANHAI_OBSERVATION (claim->record)), "baseline") == 0 && shanhai_claim_compare_kind (claim, oldest) != SHANHAI_ALIKE_NOT)
        shanhai_check_tell (scope, SHANHAI_CHECK_DATES, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &first_is_last, claim, oldest);
    }
}

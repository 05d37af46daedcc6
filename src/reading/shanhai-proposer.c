/* shanhai-proposer.c - the record that a figure of a text may become. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-proposer.h"

#include <string.h>

#include "shanhai-blemish.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-mentioned.h"
#include "shanhai-observation.h"
#include "shanhai-place.h"
#include "shanhai-programme.h"
#include "shanhai-proposal-rules.h"
#include "shanhai-proposer-private.h"
#include "shanhai-text.h"
#include "shanhai-vocabulary.h"

/* bytes of a text that are asked for its case */
#define HEAD 30000

static void
take_sides (ShanhaiProposer *self,
            ShanhaiCase     *the_case)
{
  const char * const *assisting = shanhai_case_get_assisting (the_case);
  const char * const *assisted = shanhai_case_get_assisted (the_case);

  g_free (self->case_id);
  g_free (self->assisting);
  g_free (self->assisted);
  self->case_id = g_strdup (shanhai_record_get_id (SHANHAI_RECORD (the_case)));
  self->assisting = g_strdup (assisting != NULL ? assisting[0] : NULL);
  self->assisted = g_strdup (assisted != NULL ? assisted[0] : NULL);
}

void
shanhai_proposer_set_case (ShanhaiProposer *self,
                           ShanhaiCase     *the_case)
{
  take_sides (self, the_case);
}

/* the case of most records that cite the source already */
static ShanhaiCase *
find_cited_case (ShanhaiProposer *self)
{
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (self->casebook, shanhai_record_get_id (SHANHAI_RECORD (self->source)));
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint best_n = 0;

  for (guint i = 0; i < citing->len; i++)
    {
      const char *id = shanhai_record_get_case_id (citing->pdata[i]);
      const guint n = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1 : 0;

      if (id == NULL)
        continue;
      g_hash_table_insert (counts, (char *) id, GUINT_TO_POINTER (n));
      if (n > best_n)
        {
          best = id;
          best_n = n;
        }
    }
  return best != NULL ? shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_CASE, best) : NULL;
}

char *
shanhai_proposer_dup_head (ShanhaiProposer *self)
{
  gsize length = strnlen (self->text, HEAD);
  g_autofree char *head = NULL, *clean = NULL;
  g_autoptr (GArray) blemishes = NULL;

  while (length > 0 && (self->text[length] & 0xc0) == 0x80)
    length--;
  /* names have no pinyin between their characters */
  head = g_strndup (self->text, length);
  blemishes = shanhai_blemishes_find (head);
  clean = shanhai_blemishes_clean (head, blemishes, ~0u);
  return shanhai_names_fold (clean, -1);
}

static guint
count_sides (GHashTable         *counts,
             const char * const *ids)
{
  guint n = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    n += GPOINTER_TO_UINT (g_hash_table_lookup (counts, ids[i]));
  return n;
}

/* whose both sides the text names, the assisted one above all */
static ShanhaiCase *
find_named_case (ShanhaiProposer *self)
{
  g_autofree char *head = shanhai_proposer_dup_head (self);
  g_autoptr (GArray) mentioned = shanhai_names_find (self->names, head);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  ShanhaiRecordList *cases = shanhai_casebook_get_list (self->casebook, SHANHAI_RECORD_CASE);
  ShanhaiCase *best = NULL;
  guint best_n = 0;

  for (guint i = 0; i < mentioned->len; i++)
    {
      const char *id = g_array_index (mentioned, ShanhaiMentioned, i).id;

      if (id != NULL)
        g_hash_table_insert (counts, (char *) id, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (cases)); i++)
    {
      g_autoptr (ShanhaiCase) the_case = g_list_model_get_item (G_LIST_MODEL (cases), i);
      const guint n_assisting = count_sides (counts, shanhai_case_get_assisting (the_case));
      const guint n_assisted = count_sides (counts, shanhai_case_get_assisted (the_case));
      const guint n = n_assisted == 0 ? 0 : n_assisted + n_assisting + (n_assisting > 0 ? 20 : 0);

      if (n > best_n)
        {
          best = the_case;
          best_n = n;
        }
    }
  return best_n > 1 ? best : NULL;
}

ShanhaiProposer *
shanhai_proposer_new (ShanhaiDrafts        *drafts,
                      ShanhaiSource        *source,
                      const char           *text,
                      const ShanhaiReading *reading)
{
  ShanhaiProposer *self = g_new0 (ShanhaiProposer, 1);
  ShanhaiCase *the_case;

  self->drafts = drafts;
  self->casebook = shanhai_drafts_get_casebook (drafts);
  self->source = source;
  self->text = text;
  self->reading = reading;
  self->quotes = shanhai_quotes_new (text);
  self->names = shanhai_names_new (drafts);
  self->length = strlen (text);
  self->line_byte = G_MAXSIZE;
  shanhai_line_init (&self->line);

  the_case = find_cited_case (self);
  if (the_case == NULL)
    the_case = find_named_case (self);
  if (the_case != NULL)
    take_sides (self, the_case);
  return self;
}

void
shanhai_proposer_free (ShanhaiProposer *self)
{
  shanhai_line_clear (&self->line);
  shanhai_quotes_free (self->quotes);
  shanhai_names_free (self->names);
  g_clear_pointer (&self->by_value, g_hash_table_unref);
  g_free (self->case_id);
  g_free (self->assisting);
  g_free (self->assisted);
  g_free (self);
}

const char *
shanhai_proposer_get_case_id (ShanhaiProposer *self)
{
  return self->case_id;
}

static bool
says (const ShanhaiScene *scene,
      const char  *words)
{
  g_auto (GStrv) alternatives = g_strsplit (words, "|", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    if (strstr (scene->near, alternatives[i]) != NULL || strstr (scene->sentence, alternatives[i]) != NULL)
      return true;
  return false;
}

/* (nullable): the place or party that is named last before the figure; @skip: one that isn't asked for */
static const ShanhaiMentioned *
find_mentioned (const ShanhaiScene *scene,
                const char  *skip,
                bool         parties)
{
  for (guint i = scene->mentioned->len; i > 0; i--)
    {
      const ShanhaiMentioned *mentioned = &g_array_index (scene->mentioned, ShanhaiMentioned, i - 1);
      const bool is_party = mentioned->id != NULL ? g_str_has_prefix (mentioned->id, "party-") : mentioned->key != NULL && mentioned->type == SHANHAI_RECORD_PARTY;

      if (mentioned->start < scene->at && is_party == parties && (skip == NULL || g_strcmp0 (mentioned->id, skip) != 0))
        return mentioned;
    }
  return NULL;
}

static bool
names_id (const ShanhaiScene *scene,
          const char  *id)
{
  for (guint i = 0; id != NULL && i < scene->mentioned->len; i++)
    if (g_strcmp0 (g_array_index (scene->mentioned, ShanhaiMentioned, i).id, id) == 0)
      return true;
  return false;
}

/* 帮扶乙水县, 到乙水县: the place isn't who does it */
static bool
is_object (const ShanhaiScene            *scene,
           const ShanhaiMentioned *mentioned)
{
  static const char * const words[] = { "帮扶", "支援", "协作", "援助", "到", "赴", "往", "向", "对", "与", "为", "给", "in ", "to ", "for " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      if (mentioned->start >= length && strncmp (scene->sentence + mentioned->start - length, words[i], length) == 0)
        return true;
    }
  return false;
}

/* whether the nearest side of the case before the figure is the assisting one */
static bool
is_of_assisting (ShanhaiProposer *self,
                 const ShanhaiScene     *scene)
{
  for (guint i = scene->mentioned->len; i > 0; i--)
    {
      const ShanhaiMentioned *mentioned = &g_array_index (scene->mentioned, ShanhaiMentioned, i - 1);

      if (mentioned->start >= scene->at || mentioned->id == NULL || is_object (scene, mentioned))
        continue;
      if (g_strcmp0 (mentioned->id, self->assisting) == 0)
        return true;
      if (g_strcmp0 (mentioned->id, self->assisted) == 0)
        return false;
    }
  return false;
}

/* -- the members of a draft -- */

static ShanhaiPeriod *
parse_period (const char *text)
{
  return text != NULL ? shanhai_period_parse (text, NULL) : NULL;
}

/* the total up to a day is ../2020-10-15; the state on a day is that day */
static void
set_period (const ShanhaiScene   *scene,
            ShanhaiRecord *draft,
            bool           is_stock)
{
  const bool adds_up = !is_stock && says (scene, "累计|共|总计|合计|以来|截至|截止|目前|至今|先后|total of|so far");
  g_autoptr (ShanhaiPeriod) period = parse_period (scene->figure->period);

  if (period != NULL && adds_up && !shanhai_period_is_span (period) && strlen (shanhai_period_get_text (period)) == 10)
    {
      g_autofree char *text = g_strconcat ("../", shanhai_period_get_text (period), NULL);

      shanhai_period_free (period);
      period = parse_period (text);
    }
  if (period != NULL)
    g_object_set (draft, "period", period, NULL);
  if (adds_up && shanhai_record_find_field (draft, "cumulative") != NULL)
    g_object_set (draft, "cumulative", TRUE, NULL);
}

/* the programme of the case whose title shares most pairs of characters with the sentence */
static void
set_programme (ShanhaiProposer *self,
               const ShanhaiScene     *scene,
               ShanhaiRecord   *draft)
{
  g_autoptr (GListModel) programmes = self->case_id != NULL ? shanhai_casebook_list_case (self->casebook, SHANHAI_RECORD_PROGRAMME, self->case_id) : NULL;
  const guint n = programmes != NULL ? g_list_model_get_n_items (programmes) : 0;
  g_autofree char *best_id = NULL;
  double best = .3;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiRecord) programme = g_list_model_get_item (programmes, i);
      g_autofree char *title = shanhai_names_fold (shanhai_name_get (shanhai_record_get_title (programme), SHANHAI_LANGUAGE_CHINESE), -1);
      guint n_pairs = 0, n_found = 0;

      for (const char *p = title; *p != '\0' && *g_utf8_next_char (p) != '\0'; p = g_utf8_next_char (p))
        {
          const char *end = g_utf8_next_char (g_utf8_next_char (p));
          g_autofree char *pair = g_strndup (p, (gsize) (end - p));

          n_pairs++;
          n_found += strstr (scene->sentence, pair) != NULL;
        }
      if (n_found >= 2 && (double) n_found / n_pairs > best)
        {
          best = (double) n_found / n_pairs;
          g_free (best_id);
          best_id = g_strdup (shanhai_record_get_id (programme));
        }
    }
  if (best_id != NULL)
    g_object_set (draft, "programme", best_id, NULL);
}

void
shanhai_proposer_set_citation (ShanhaiProposer         *self,
                               const ShanhaiReadFigure *figure,
                               ShanhaiRecord           *draft)
{
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);

  citations->items[0].source = g_strdup (shanhai_record_get_id (SHANHAI_RECORD (self->source)));
  shanhai_quotes_cite (self->quotes, figure->start, figure->length, &citations->items[0]);
  g_object_set (draft, "citations", citations, NULL);
}

/* a flow's end: a party that the sentence names, else a side of the case */
static ShanhaiEnds *
new_end (ShanhaiProposer        *self,
         const ShanhaiScene            *scene,
         const ShanhaiMentioned *mentioned,
         const char             *otherwise)
{
  const char *id = mentioned != NULL ? shanhai_names_ensure (self->names, scene->sentence, mentioned) : otherwise;
  ShanhaiEnds *ends = id != NULL ? shanhai_ends_new_id (id) : NULL;

  return ends;
}

static ShanhaiRecord *
new_flow (ShanhaiProposer *self,
          const ShanhaiScene     *scene)
{
  ShanhaiRecord *draft = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);
  g_autoptr (ShanhaiQuantity) amount = shanhai_read_figure_dup_quantity (scene->figure);
  const char *kind = scene->rule != NULL ? shanhai_proposal_rule_get_key (scene->rule, "kind") : "fiscal";
  const bool gives = g_str_equal (kind, "donation") || g_str_equal (kind, "investment") || g_str_equal (kind, "in-kind") || g_str_equal (kind, "purchase");
  const ShanhaiMentioned *party = gives ? find_mentioned (scene, NULL, true) : NULL;
  g_autoptr (ShanhaiEnds) from = new_end (self, scene, party, g_str_equal (kind, "reimbursement") ? NULL : self->assisting);
  g_autoptr (ShanhaiEnds) to = new_end (self, scene, NULL, self->assisted);
  const char *status = scene->figure->planned ? "planned" : says (scene, "签约|协议|承诺|意向") ? "committed" : "disbursed";

  g_object_set (draft,
                "case", self->case_id,
                "amount", amount,
                "kind", kind,
                "status", status,
                "sector", scene->rule != NULL ? shanhai_proposal_rule_get_key (scene->rule, "sector") : "funds",
                "from", from,
                "to", to,
                NULL);
  set_period (scene, draft, false);
  return draft;
}

static ShanhaiRecord *
new_exchange (ShanhaiProposer *self,
              const ShanhaiScene     *scene)
{
  ShanhaiRecord *draft = shanhai_record_new (SHANHAI_RECORD_EXCHANGE, NULL);
  g_autoptr (ShanhaiQuantity) quantity = shanhai_read_figure_dup_quantity (scene->figure);
  const char *role = shanhai_proposal_rule_get_key (scene->rule, "role");
  const char *purpose = shanhai_proposal_rule_get_key (scene->rule, "purpose");
  const char *direction = shanhai_proposal_rule_get_key (scene->rule, "direction");
  const bool is_session = g_str_equal (quantity->unit, "session") || g_str_equal (quantity->unit, "batch");

  if (direction == NULL && g_strcmp0 (purpose, "secondment") == 0)
    direction = is_of_assisting (self, scene) || !names_id (scene, self->assisted) ? "east-to-west" : "west-to-east";
  g_object_set (draft,
                "case", self->case_id,
                "direction", direction,
                "role", role,
                "purpose", purpose,
                is_session && g_strcmp0 (purpose, "training") == 0 ? "sessions" : "count", quantity,
                NULL);
  set_period (scene, draft, false);
  return draft;
}

static const char *
get_group_kind (const char *unit)
{
  return g_str_equal (unit, "company") ? "enterprise" : g_str_equal (unit, "org") ? "social-organisation" : g_str_equal (unit, "clinic") ? "hospital" : unit;
}

static ShanhaiRecord *
new_pairing (ShanhaiProposer *self,
             const ShanhaiScene     *scene)
{
  ShanhaiRecord *draft = shanhai_record_new (SHANHAI_RECORD_PAIRING, NULL);
  const bool of_assisting = is_of_assisting (self, scene) && !g_str_equal (scene->figure->unit, "village");
  g_autoptr (ShanhaiEnds) group = shanhai_ends_new (1);
  g_autoptr (ShanhaiEnds) other = shanhai_ends_new (1);

  group->items[0].kind = g_intern_string (get_group_kind (scene->figure->unit));
  group->items[0].count = shanhai_read_figure_dup_quantity (scene->figure);
  other->items[0].id = g_strdup (of_assisting ? self->assisted : self->assisting);
  g_object_set (draft,
                "case", self->case_id,
                "level", shanhai_proposal_rule_get_key (scene->rule, "level"),
                of_assisting ? "assisting" : "assisted", group,
                NULL);
  if (other->items[0].id != NULL)
    g_object_set (draft, of_assisting ? "assisted" : "assisting", other, NULL);
  set_period (scene, draft, true);
  return draft;
}

/* 由46个减少到3个: the first is the baseline */
static const char *
get_role (const ShanhaiScene *scene)
{
  const char *behind = scene->sentence + scene->at;
  g_autofree char *before = g_utf8_substring (scene->sentence, MAX (0, g_utf8_strlen (scene->sentence, scene->at) - 12), g_utf8_strlen (scene->sentence, scene->at));

  if (scene->figure->planned)
    return "target";
  if ((strstr (before, "由") != NULL || strstr (before, "从") != NULL || strstr (before, "from") != NULL)
      && (strstr (behind, "到") != NULL || strstr (behind, "至") != NULL || strstr (behind, "为") != NULL || strstr (behind, " to ") != NULL))
    return "baseline";
  return "actual";
}

static ShanhaiRecord *
new_observation (ShanhaiProposer *self,
                 const ShanhaiScene     *scene)
{
  ShanhaiRecord *draft = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, NULL);
  g_autoptr (ShanhaiQuantity) quantity = shanhai_read_figure_dup_quantity (scene->figure);
  const char *indicator = scene->rule != NULL && scene->rule->type == SHANHAI_RECORD_OBSERVATION ? shanhai_proposal_rule_get_key (scene->rule, "indicator") : NULL;
  const bool of_assisting = indicator != NULL && g_str_has_prefix (indicator, "paired-");
  const ShanhaiTerm *term;
  const ShanhaiMentioned *place = find_mentioned (scene, of_assisting ? NULL : self->assisting, false);
  const char *subject = place != NULL ? shanhai_names_ensure (self->names, scene->sentence, place) : self->assisted;
  g_autofree char *counted = NULL;

  /* what has no name yet gets the words that the figure counts: a user's own indicator shows as it is written */
  if (indicator == NULL)
    {
      counted = g_strdup (*scene->figure->counted != '\0' ? scene->figure->counted : scene->figure->unit);
      indicator = counted;
    }
  term = shanhai_vocabulary_find ("indicators", indicator);
  g_object_set (draft,
                "case", self->case_id,
                "subject", subject,
                "indicator", indicator,
                "value", quantity,
                "role", get_role (scene),
                NULL);
  set_period (scene, draft, term != NULL && term->stock);
  return draft;
}

ShanhaiRecord *
shanhai_proposer_propose (ShanhaiProposer *self,
                          guint            index)
{
  ShanhaiScene scene = { 0 };
  ShanhaiRecord *draft;
  ShanhaiRecordType type;
  g_autofree char *id = NULL;

  g_return_val_if_fail (index < shanhai_reading_get_n (self->reading), NULL);

  shanhai_scene_set (self, index, &scene);
  type = scene.rule != NULL ? scene.rule->type : scene.figure->kind == SHANHAI_READ_FIGURE_FUND && g_str_equal (scene.figure->unit, "CNY") ? SHANHAI_RECORD_FLOW
                                                                                                                               : SHANHAI_RECORD_OBSERVATION;
  if (type == SHANHAI_RECORD_FLOW)
    draft = new_flow (self, &scene);
  else if (type == SHANHAI_RECORD_EXCHANGE)
    draft = new_exchange (self, &scene);
  else if (type == SHANHAI_RECORD_PAIRING)
    draft = new_pairing (self, &scene);
  else
    draft = new_observation (self, &scene);

  if (shanhai_record_find_field (draft, "programme") != NULL)
    set_programme (self, &scene, draft);
  shanhai_proposer_set_citation (self, scene.figure, draft);
  id = shanhai_record_type_new_id (shanhai_record_get_record_type (draft));
  g_object_set (draft, "id", id, NULL);
  shanhai_scene_clear (&scene);
  return draft;
}

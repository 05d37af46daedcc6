/* test-proposer.c - figures become records, citations find their places again. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "shanhai-decision.h"
#include "shanhai-exchange.h"
#include "shanhai-flow.h"
#include "shanhai-history.h"
#include "shanhai-observation.h"
#include "shanhai-pairing.h"
#include "shanhai-place.h"
#include "shanhai-proposal-rules.h"
#include "shanhai-proposer.h"

#define TEXT "甲山区与乙水县五年间\n" \
             "五年来，甲山区对口帮扶乙水县，共计投入援助资金近4.7亿元，选派医生12名、教师5名。\n" \
             "乙水县贫困发生率由2015年底的21.6%下降到2019年底的2.14%，计划到2020年底降到0.5%以内。丁山集团捐款300万元。\n" \
             "与乙水县46个贫困村结对。食堂里有68口锅。"

typedef struct
{
  ShanhaiCasebook *casebook;
  ShanhaiSource   *source;
  ShanhaiDrafts   *drafts;
  ShanhaiReading  *reading;
  ShanhaiProposer *proposer;
  ShanhaiPeriod   *published;
} Fixture;

static ShanhaiRecord *
put (ShanhaiChange     *change,
     ShanhaiRecordType  type,
     const char        *id,
     const char        *member,
     const char        *words)
{
  ShanhaiRecord *record = shanhai_record_new (type, id);
  g_autoptr (ShanhaiName) name = shanhai_name_new ((const char *[]) { "zh" }, &words, 1);

  g_object_set (record, member, name, NULL);
  shanhai_change_put (change, record);
  g_object_unref (record);
  return record;
}

static void
apply (ShanhaiCasebook *casebook,
       ShanhaiChange   *change)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error));
  g_assert_no_error (error);
}

static void
open_proposer (Fixture *self)
{
  g_clear_pointer (&self->proposer, shanhai_proposer_free);
  g_clear_pointer (&self->reading, shanhai_reading_free);
  g_clear_object (&self->drafts);
  self->drafts = shanhai_drafts_new (self->casebook);
  self->reading = shanhai_reading_new (shanhai_source_get_text (self->source), -1, self->published);
  self->proposer = shanhai_proposer_new (self->drafts, self->source, shanhai_source_get_text (self->source), self->reading);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("set up");
  g_autoptr (ShanhaiStrings) east = shanhai_strings_new ((const char *[]) { "place-aaaaaaaaaa", NULL }, false);
  g_autoptr (ShanhaiStrings) west = shanhai_strings_new ((const char *[]) { "place-bbbbbbbbbb", NULL }, false);
  ShanhaiRecord *record;

  self->casebook = shanhai_casebook_new ();
  self->published = shanhai_period_parse ("2020-09-15", NULL);
  record = put (change, SHANHAI_RECORD_PLACE, "place-aaaaaaaaaa", "name", "甲山区");
  g_object_set (record, "level", "county", NULL);
  record = put (change, SHANHAI_RECORD_PLACE, "place-bbbbbbbbbb", "name", "乙水县");
  g_object_set (record, "level", "county", NULL);
  record = put (change, SHANHAI_RECORD_CASE, "case-aaaaaaaaaa", "title", "甲山→乙水");
  g_object_set (record, "assisting", east, "assisted", west, NULL);
  record = put (change, SHANHAI_RECORD_SOURCE, "source-aaaaaaaaaa", "title", "甲山区与乙水县五年间");
  g_object_set (record, "text", TEXT, "published", self->published, NULL);
  apply (self->casebook, change);
  self->source = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, "source-aaaaaaaaaa");
  open_proposer (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  shanhai_proposer_free (self->proposer);
  shanhai_reading_free (self->reading);
  g_object_unref (self->drafts);
  shanhai_period_free (self->published);
  g_object_unref (self->casebook);
}

/* the figure that is printed so */
static guint
find (Fixture    *self,
      const char *quote)
{
  for (guint i = 0; i < shanhai_reading_get_n (self->reading); i++)
    {
      const ShanhaiReadFigure *figure = shanhai_reading_get_nth (self->reading, i);

      if (figure->length_bytes == strlen (quote) && strncmp (shanhai_source_get_text (self->source) + figure->start_byte, quote, strlen (quote)) == 0)
        return i;
    }
  g_error ("“%s” isn't found", quote);
}

static ShanhaiRecord *
propose (Fixture    *self,
         const char *quote)
{
  return shanhai_proposer_propose (self->proposer, find (self, quote));
}

static void
test_case (Fixture       *self,
           gconstpointer  data)
{
  g_assert_cmpstr (shanhai_proposer_get_case_id (self->proposer), ==, "case-aaaaaaaaaa");
}

static void
test_flow (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (ShanhaiRecord) record = propose (self, "近4.7亿元");
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);

  g_assert_true (SHANHAI_IS_FLOW (record));
  g_assert_cmpstr (shanhai_flow_get_case_id (SHANHAI_FLOW (record)), ==, "case-aaaaaaaaaa");
  g_assert_cmpstr (shanhai_flow_get_kind (SHANHAI_FLOW (record)), ==, "fiscal");
  g_assert_cmpstr (shanhai_flow_get_status (SHANHAI_FLOW (record)), ==, "disbursed");
  g_assert_cmpint (shanhai_flow_get_amount (SHANHAI_FLOW (record))->qualifier, ==, SHANHAI_QUALIFIER_NEARLY);
  g_assert_cmpstr (shanhai_flow_get_from (SHANHAI_FLOW (record))->items[0].id, ==, "place-aaaaaaaaaa");
  g_assert_cmpstr (shanhai_flow_get_to (SHANHAI_FLOW (record))->items[0].id, ==, "place-bbbbbbbbbb");
  g_assert_true (shanhai_flow_get_cumulative (SHANHAI_FLOW (record)));
  g_assert_cmpuint (citations->n, ==, 1);
  g_assert_cmpstr (citations->items[0].source, ==, "source-aaaaaaaaaa");
  g_assert_cmpstr (citations->items[0].quote, ==, "近4.7亿元");
  g_assert_cmpuint (citations->items[0].paragraph, ==, 2);
  g_assert_cmpuint (strlen (citations->items[0].hash), ==, 16);
}

static void
test_exchange (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (ShanhaiRecord) doctors = propose (self, "12名");
  g_autoptr (ShanhaiRecord) teachers = propose (self, "5名");

  g_assert_cmpstr (shanhai_exchange_get_role (SHANHAI_EXCHANGE (doctors)), ==, "doctor");
  g_assert_cmpstr (shanhai_exchange_get_role (SHANHAI_EXCHANGE (teachers)), ==, "teacher");
  g_assert_cmpstr (shanhai_exchange_get_purpose (SHANHAI_EXCHANGE (doctors)), ==, "secondment");
}

static void
test_observation (Fixture       *self,
                  gconstpointer  data)
{
  static const struct { const char *quote, *role, *period; } rows[] = {
    { "21.6%", "baseline", "2015-12-31" }, { "2.14%", "actual", "2019-12-31" }, { "0.5%以内", "target", "2020-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiRecord) record = propose (self, rows[i].quote);

      g_assert_true (SHANHAI_IS_OBSERVATION (record));
      g_assert_cmpstr (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)), ==, "poverty-incidence");
      g_assert_cmpstr (shanhai_observation_get_subject (SHANHAI_OBSERVATION (record)), ==, "place-bbbbbbbbbb");
      g_assert_cmpstr (shanhai_observation_get_role (SHANHAI_OBSERVATION (record)), ==, rows[i].role);
      g_assert_cmpstr (shanhai_period_get_text (shanhai_record_get_period (record)), ==, rows[i].period);
    }
}

/* a party that the casebook hasn't got is made together with what names it, and not before */
static void
test_new_party (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (ShanhaiRecord) record = propose (self, "300万元");
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("accept");
  const char *from = shanhai_flow_get_from (SHANHAI_FLOW (record))->items[0].id;
  g_autofree char *id = g_strdup (shanhai_record_get_id (record));
  ShanhaiRecord *party;

  g_assert_cmpstr (shanhai_flow_get_kind (SHANHAI_FLOW (record)), ==, "donation");
  g_assert_null (shanhai_casebook_lookup (self->casebook, from));
  shanhai_change_put (change, record);
  shanhai_drafts_complete (self->drafts, change);
  apply (self->casebook, change);
  party = shanhai_casebook_lookup (self->casebook, from);
  g_assert_nonnull (party);
  g_assert_cmpstr (shanhai_name_get (shanhai_record_get_title (party), SHANHAI_LANGUAGE_CHINESE), ==, "丁山集团");

  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (self->casebook), NULL));
  g_assert_null (shanhai_casebook_lookup (self->casebook, from));
  g_assert_null (shanhai_casebook_lookup (self->casebook, id));
}

static void
test_pairing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (ShanhaiRecord) record = propose (self, "46个");
  const ShanhaiEnds *assisted;

  g_assert_true (SHANHAI_IS_PAIRING (record));
  assisted = shanhai_pairing_get_assisted (SHANHAI_PAIRING (record));
  g_assert_cmpstr (assisted->items[0].kind, ==, "village");
  g_assert_cmpstr (shanhai_pairing_get_assisting (SHANHAI_PAIRING (record))->items[0].id, ==, "place-aaaaaaaaaa");
}

/* the same figure from another place of the text: a second citation, not a second record */
static void
test_second_citation (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (ShanhaiRecord) record = propose (self, "2.14%");
  g_autoptr (ShanhaiRecord) cited = NULL, again = NULL, other = NULL;
  g_autoptr (ShanhaiCitations) elsewhere = shanhai_citations_new (1);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("record");
  g_autofree char *id = g_strdup (shanhai_record_get_id (record));

  g_assert_null (shanhai_proposer_find_recorded (self->proposer, record));
  elsewhere->items[0].source = g_strdup ("source-bbbbbbbbbb");
  g_object_set (record, "citations", elsewhere, NULL);
  shanhai_change_put (change, record);
  apply (self->casebook, change);

  open_proposer (self);
  again = propose (self, "2.14%");
  other = propose (self, "21.6%");
  g_assert_cmpstr (shanhai_record_get_id (shanhai_proposer_find_recorded (self->proposer, again)), ==, id);
  g_assert_null (shanhai_proposer_find_recorded (self->proposer, other));
  cited = shanhai_proposer_add_citation (self->proposer, shanhai_casebook_lookup (self->casebook, id), 3, 2);
  g_assert_cmpuint (shanhai_record_get_citations (cited)->n, ==, 2);
  g_assert_cmpstr (shanhai_record_get_citations (cited)->items[0].source, ==, "source-bbbbbbbbbb");
  g_assert_cmpstr (shanhai_record_get_citations (cited)->items[1].quote, ==, "与乙");
}

static void
test_ignored (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (ShanhaiRecord) decision = shanhai_proposer_ignore (self->proposer, find (self, "68口"));

  g_assert_true (shanhai_record_is_ignored_figure (decision, "source-aaaaaaaaaa"));
  g_assert_false (shanhai_record_is_ignored_figure (decision, "source-bbbbbbbbbb"));
  g_assert_cmpstr (shanhai_record_get_citations (decision)->items[0].quote, ==, "68口");
}

static void
test_propose_case (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (ShanhaiCasebook) empty = shanhai_casebook_new ();
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (empty);
  g_autoptr (ShanhaiRecord) source = shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-cccccccccc");
  static const char text[] = "厦门市湖里区与东乡族自治县结对\n湖里区对口帮扶东乡族自治县，湖里区投入资金500万元，东乡縣(xiàn)学校3所，东乡族自治县贫困人口由2014年底的10.92万人减少到2019年底的1.28万人。";
  g_autoptr (ShanhaiReading) reading = shanhai_reading_new (text, -1, NULL);
  g_autoptr (ShanhaiProposer) proposer = shanhai_proposer_new (drafts, SHANHAI_SOURCE (source), text, reading);
  g_autoptr (ShanhaiRecord) record = shanhai_proposer_propose_case (proposer, NULL);
  g_autofree char *assisting = NULL, *assisted = NULL;

  g_assert_nonnull (record);
  assisting = shanhai_drafts_dup_label (drafts, shanhai_case_get_assisting (SHANHAI_CASE (record))[0], SHANHAI_LANGUAGE_CHINESE);
  assisted = shanhai_drafts_dup_label (drafts, shanhai_case_get_assisted (SHANHAI_CASE (record))[0], SHANHAI_LANGUAGE_CHINESE);
  g_assert_cmpstr (assisting, ==, "湖里区");
  g_assert_cmpstr (assisted, ==, "东乡族自治县");
  g_assert_cmpstr (shanhai_period_get_text (shanhai_record_get_period (record)), ==, "2014/2019");
  g_assert_cmpuint (shanhai_casebook_get_n_records (empty), ==, 0);
}

/* -- quotes stay true -- */

typedef struct
{
  const char *name, *text;   /* the new text */
  const char *quote;         /* what the citation says then; the text must have it at its place */
  guint       n_lost;
  guint       paragraph;
} MoveCase;

static const MoveCase moves[] = {
  { "same", TEXT, "近4.7亿元", 0, 2 },
  { "paragraph-before", "编者按：这一段是新的。\n" TEXT, "近4.7亿元", 0, 3 },
  { "edited-paragraph", "甲山区与乙水县五年间\n如今五年来，甲山区帮扶乙水县，投入帮扶资金近4.7亿元，选派医生12名。", "近4.7亿元", 0, 2 },
  { "far-but-alone", "一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n到了今天，投入近4.7亿元。", "近4.7亿元", 0, 11 },
  { "gone", "甲山区与乙水县五年间\n别的话。", "近4.7亿元", 1, 2 },
  { "part-of-another", "五年来，投入帮扶资金14.7亿元和24.7亿元。", "近4.7亿元", 1, 2 },
};

/* a comma before a quote belongs to the sentence; between digits it belongs to the number */
static void
test_find_again (void)
{
  static const struct { const char *text, *quote; gint64 start; } rows[] = {
    { "部署,868人次", "868人次", 3 }, { "共1,868人次", "868人次", -1 }, { "占4.25%,降2.25%", "2.25%", 8 }, { "占12.25%", "2.25%", -1 }, { "有12人，又有12人", "12人", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ShanhaiQuotes) quotes = shanhai_quotes_new (rows[i].text);
      g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);

      citations->items[0].source = g_strdup ("source-aaaaaaaaaa");
      citations->items[0].quote = g_strdup (rows[i].quote);
      g_assert_true (shanhai_quotes_find_again (quotes, NULL, &citations->items[0]) == (rows[i].start >= 0));
      g_assert_cmpint (citations->items[0].start, ==, rows[i].start);
    }
}

static void
test_move (gconstpointer data)
{
  const MoveCase *row = data;
  Fixture fixture = { 0 };
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("record");
  g_autoptr (ShanhaiChange) replaced = NULL;
  g_autoptr (ShanhaiRecord) record = NULL;
  g_autofree char *id = NULL;
  const ShanhaiCitation *citation;
  guint n_lost = 99;

  set_up (&fixture, NULL);
  record = propose (&fixture, "近4.7亿元");
  id = g_strdup (shanhai_record_get_id (record));
  shanhai_change_put (change, record);
  apply (fixture.casebook, change);

  replaced = shanhai_quotes_new_change (fixture.casebook, fixture.source, row->text, "replace", NULL, NULL, &n_lost);
  g_assert_cmpuint (n_lost, ==, row->n_lost);
  apply (fixture.casebook, replaced);
  citation = &shanhai_record_get_citations (shanhai_casebook_lookup (fixture.casebook, id))->items[0];
  g_assert_cmpstr (citation->quote, ==, row->quote);
  g_assert_cmpuint (citation->paragraph, ==, row->paragraph);
  if (row->n_lost == 0)
    g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (row->text, citation->start), row->quote));

  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (fixture.casebook), NULL));
  g_assert_cmpstr (shanhai_source_get_text (fixture.source), ==, TEXT);
  g_assert_cmpuint (shanhai_record_get_citations (shanhai_casebook_lookup (fixture.casebook, id))->items[0].paragraph, ==, 2);
  tear_down (&fixture, NULL);
}

/* -- the data -- */

/* every rule's example must lead to that rule */
static void
test_rules (gconstpointer data)
{
  g_autofree char *file = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (data, &file, NULL, NULL));
  lines = g_strsplit (file, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL, head = NULL, units = NULL;
      const ShanhaiProposalRule *rule = NULL;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      fields = g_strsplit (lines[i], "\t", 4);
      g_assert_cmpuint (g_strv_length (fields), ==, 4);
      head = g_strsplit (fields[0], " ", -1);
      units = g_strsplit (fields[1], " ", -1);
      {
        g_autofree char *lower = g_ascii_strdown (fields[3], -1);

        rule = shanhai_proposal_rules_find (units[0], lower, lower, SHANHAI_RECORD_OTHER);
      }
      if (rule == NULL || rule->type != shanhai_record_type_from_name (head[0]))
        {
          g_test_message ("line %u: “%s” isn't read as %s", i + 1, fields[3], fields[0]);
          g_test_fail ();
          continue;
        }
      for (guint k = 1; head[k] != NULL; k++)
        {
          g_auto (GStrv) pair = g_strsplit (head[k], "=", 2);

          if (g_strcmp0 (shanhai_proposal_rule_get_key (rule, pair[0]), pair[1]) != 0)
            {
              g_test_message ("line %u: “%s” is read as %s=%s", i + 1, fields[3], pair[0], shanhai_proposal_rule_get_key (rule, pair[0]));
              g_test_fail ();
            }
        }
      n++;
    }
  g_assert_cmpuint (n, >, 100);
}

#define ADD(name, func) g_test_add ("/proposer/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD ("case", test_case);
  ADD ("flow", test_flow);
  ADD ("exchange", test_exchange);
  ADD ("observation", test_observation);
  ADD ("new-party", test_new_party);
  ADD ("pairing", test_pairing);
  ADD ("second-citation", test_second_citation);
  ADD ("ignored", test_ignored);
  ADD ("propose-case", test_propose_case);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strconcat ("/proposer/move/", moves[i].name, NULL);

      g_test_add_data_func (path, &moves[i], test_move);
    }
  g_test_add_func ("/proposer/find-again", test_find_again);
  if (argc > 1)
    g_test_add_data_func ("/proposer/rules", argv[1], test_rules);
  return g_test_run ();
}

/* test-checks.c - checks kept up to date, decisions, and what may be added up. SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis-util.h"

#include <string.h>

#include "shanhai-relation.h"

#include "casebook-generator.h"
#include "shanhai-addable.h"
#include "shanhai-parallel.h"
#include "shanhai-settlement.h"
#include "shanhai-decision.h"

#define SOURCES                                                                                                             \
  "{\"record\":\"source\",\"id\":\"source-a\",\"title\":\"A\",\"published\":\"2020-07-01\"}\n"                              \
  "{\"record\":\"source\",\"id\":\"source-b\",\"title\":\"B\",\"published\":\"2020-08-01\"}\n"                              \
  "{\"record\":\"source\",\"id\":\"source-r\",\"title\":\"R\",\"published\":\"2020-07-05\",\"reprint_of\":\"source-a\"}\n"
#define PLACES                                                                   \
  "{\"record\":\"place\",\"id\":\"place-d\",\"name\":\"D\",\"level\":\"county\"}\n" \
  "{\"record\":\"place\",\"id\":\"place-c\",\"name\":\"C\",\"level\":\"county\"}\n" \
  "{\"record\":\"case\",\"id\":\"case-1\",\"title\":\"D → C\",\"assisting\":[\"place-d\"],\"assisted\":[\"place-c\"]}\n"
#define OBSERVATION(id, indicator, value, period, source, more)                                                                     \
  "{\"record\":\"observation\",\"id\":\"observation-" id "\",\"case\":\"case-1\",\"subject\":\"place-c\",\"indicator\":\"" indicator \
  "\",\"value\":" value ",\"period\":\"" period "\"" more ",\"citations\":[{\"source\":\"source-" source "\",\"paragraph\":1}]}\n"
#define STATED(check, records) \
  "{\"record\":\"decision\",\"id\":\"decision-1\",\"about\":{\"check\":\"" check "\",\"records\":[" records "]},\"verdict\":\"accepted\"}\n"
#define SOURCES_ASIDE "{\"record\":\"decision\",\"id\":\"decision-1\",\"about\":{\"check\":\"figure\",\"records\":[\"source-a\"],\"seen\":[\"38.74%\"]},\"verdict\":\"ignored\"}\n"
#define PEOPLE(n) "{\"value\":\"" n "\",\"unit\":\"person\"}"
#define PERCENT(n) "{\"value\":\"" n "\",\"unit\":\"percent\"}"
#define QUOTED(id, indicator, value, quote)                                                                                         \
  "{\"record\":\"observation\",\"id\":\"observation-" id "\",\"case\":\"case-1\",\"subject\":\"place-c\",\"indicator\":\"" indicator \
  "\",\"value\":" value ",\"period\":\"2019\",\"citations\":[{\"source\":\"source-a\",\"paragraph\":1,\"quote\":\"" quote "\"}]}\n"

static void
find_one (gconstpointer data)
{
  const char * const *row = data;
  g_autofree char *lines = g_strconcat (PLACES SOURCES, row[1], NULL);
  g_autoptr (ShanhaiLoad) load = load_lines (lines);
  g_autoptr (ShanhaiChecks) checks = shanhai_checks_new (load->casebook);
  g_autofree char *found = list_findings (checks);

  g_assert_cmpstr (found, ==, row[2]);
}

/* name, records, findings */
static const char * const small[][3] = {
  { "agree", OBSERVATION ("1", "poverty-headcount", PEOPLE ("500"), "2019-12-31", "a", "") OBSERVATION ("2", "poverty-headcount", PEOPLE ("500"), "2019", "b", ""),
    "confirmed same observation-1 observation-2\n" },
  { "differ", OBSERVATION ("1", "poverty-headcount", PEOPLE ("500"), "2019-12-31", "a", "") OBSERVATION ("2", "poverty-headcount", PEOPLE ("501"), "2019-12", "b", ""),
    "contradiction same observation-1 observation-2\n" },
  { "one-basis-unsaid",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", ",\"basis\":\"x\"") OBSERVATION ("2", "beneficiaries", PEOPLE ("700"), "2019", "b", ""),
    "doubtful same observation-1 observation-2\n" },
  { "unlike-basis",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", ",\"basis\":\"x\"") OBSERVATION ("2", "beneficiaries", PEOPLE ("700"), "2019", "b", ",\"basis\":\"y\""),
    "" },
  { "target-and-actual",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", ",\"role\":\"target\"") OBSERVATION ("2", "beneficiaries", PEOPLE ("700"), "2019", "b", ",\"role\":\"actual\""),
    "" },
  { "reprint", OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "") OBSERVATION ("2", "beneficiaries", PEOPLE ("500"), "2019", "r", ""),
    "doubtful reprint observation-1 observation-2\n" },
  { "reprint-changed", OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "") OBSERVATION ("2", "beneficiaries", PEOPLE ("900"), "2019", "r", ""),
    "contradiction same observation-1 observation-2\n" },
  { "slip", OBSERVATION ("1", "beneficiaries", PEOPLE ("50000"), "2019", "a", "") OBSERVATION ("2", "beneficiaries", PEOPLE ("5"), "2019", "b", ""),
    "contradiction unit observation-1 observation-2\n" },
  { "falls",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "../2020-05-31", "a", ",\"cumulative\":true")
      OBSERVATION ("2", "beneficiaries", PEOPLE ("400"), "2020-07-31", "b", ",\"cumulative\":true"),
    "contradiction trend observation-1 observation-2\n" },
  { "difference",
    OBSERVATION ("1", "poor-villages", "{\"value\":\"159\",\"unit\":\"village\"}", "2013-12-31", "a", "")
      OBSERVATION ("2", "poor-villages", "{\"value\":\"45\",\"unit\":\"village\"}", "2019-12-31", "b", "")
        OBSERVATION ("3", "villages-lifted-out", "{\"value\":\"115\",\"unit\":\"village\"}", "2014/2019", "b", ""),
    "contradiction difference observation-3 observation-1 observation-2\n" },
  { "two-readings-of-a-year",
    OBSERVATION ("1", "poor-villages", "{\"value\":\"159\",\"unit\":\"village\"}", "2012", "a", "")
      OBSERVATION ("2", "poor-villages", "{\"value\":\"150\",\"unit\":\"village\"}", "2013", "a", "")
        OBSERVATION ("3", "poor-villages", "{\"value\":\"45\",\"unit\":\"village\"}", "2019", "a", "")
          OBSERVATION ("4", "villages-lifted-out", "{\"value\":\"105\",\"unit\":\"village\"}", "2013/2019", "a", ""),
    "confirmed difference observation-4 observation-2 observation-3\n" },
  { "part",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "") OBSERVATION ("2", "own", PEOPLE ("501"), "2019", "a", ",\"part_of\":\"observation-1\""),
    "contradiction part observation-2 observation-1\n" },
  { "after-publication", OBSERVATION ("1", "poverty-headcount", PEOPLE ("5"), "2020-12-31", "a", ""), "contradiction dates observation-1 source-a\n" },
  { "year-so-far", OBSERVATION ("1", "beneficiaries", PEOPLE ("5"), "2020", "a", ""), "" },
  { "rate-and-nought-of-one-time",
    OBSERVATION ("1", "poverty-incidence", PERCENT ("1.78"), "2019-12-31", "a", "") OBSERVATION ("2", "poverty-incidence", PERCENT ("0"), "2019-12-31", "b", ""),
    "contradiction same observation-1 observation-2\n" },
  { "count-and-nought-of-one-time",
    OBSERVATION ("1", "poverty-headcount", PEOPLE ("1780"), "2019-12-31", "a", "") OBSERVATION ("2", "poverty-headcount", PEOPLE ("0"), "2019-12-31", "b", ""),
    "contradiction same observation-1 observation-2\n" },
  { "rate-of-nought", OBSERVATION ("1", "poverty-incidence", PERCENT ("1.78"), "2019-12-31", "a", "") OBSERVATION ("2", "poverty-incidence", PERCENT ("0"), "2020-06-30", "a", ""),
    "" },
  /* a share isn't told in 万 */
  { "rate-of-next-to-nought",
    OBSERVATION ("1", "poverty-incidence", PERCENT ("38.74"), "2013-12-31", "a", "") OBSERVATION ("2", "poverty-incidence", PERCENT ("0.003"), "2020-06-30", "a", ""), "" },
  { "fall-quoted",
    QUOTED ("1", "own", PERCENT ("-5.2"), "-5.2%") QUOTED ("2", "own-2", PEOPLE ("-30"), "减少30人") QUOTED ("3", "own-3", PEOPLE ("-30"), "-31人"),
    "doubtful quote observation-3\n" },
  { "level-in-points", OBSERVATION ("1", "poverty-incidence", "{\"value\":\"4.25\",\"precision\":\"0.01\",\"unit\":\"percentage-point\"}", "2019-12-31", "a", ""),
    "contradiction points observation-1\n" },
  { "person-time", OBSERVATION ("1", "health-consultations", PEOPLE ("500"), "2019", "a", ""), "doubtful person-time observation-1\n" },
  { "dangling", "{\"record\":\"observation\",\"id\":\"observation-1\",\"case\":\"case-9\",\"indicator\":\"own\"}\n", "incomplete reference observation-1\n" },
  { "stated-sum",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "") OBSERVATION ("2", "jobs-absorbed", PEOPLE ("300"), "2018", "a", "")
      OBSERVATION ("3", "people-employed", PEOPLE ("201"), "2017", "b", "") STATED ("sum-of", "\"observation-1\",\"observation-2\",\"observation-3\""),
    "contradiction sum observation-1 observation-2 observation-3\n" },
  { "stated-difference",
    OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "") OBSERVATION ("2", "jobs-absorbed", PEOPLE ("700"), "2018", "a", "")
      OBSERVATION ("3", "people-employed", PEOPLE ("200"), "2017", "b", "") STATED ("difference-of", "\"observation-1\",\"observation-2\",\"observation-3\""),
    "confirmed difference observation-1 observation-2 observation-3\n" },
  { "stated-ratio",
    OBSERVATION ("1", "own", "{\"value\":\"28.7\",\"precision\":\"0.1\",\"unit\":\"percent\"}", "2019", "a", "") OBSERVATION ("2", "jobs-absorbed", PEOPLE ("200"), "2018", "a", "")
      OBSERVATION ("3", "people-employed", PEOPLE ("700"), "2017", "b", "") STATED ("ratio-of", "\"observation-1\",\"observation-2\",\"observation-3\""),
    "contradiction ratio observation-1 observation-2 observation-3\n" },
  { "stated-before-found",
    OBSERVATION ("1", "paired-units", "{\"value\":\"29\",\"unit\":\"org\"}", "2019", "a", "")
      OBSERVATION ("2", "paired-townships", "{\"value\":\"10\",\"unit\":\"township\"}", "2019", "a", ",\"part_of\":\"observation-1\"")
        OBSERVATION ("3", "paired-enterprises", "{\"value\":\"20\",\"unit\":\"company\"}", "2019", "a", ",\"part_of\":\"observation-1\"")
          STATED ("sum-of", "\"observation-1\",\"observation-2\",\"observation-3\""),
    "contradiction sum observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },
  { "stated-of-nothing", OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "") STATED ("sum-of", "\"observation-1\",\"observation-8\",\"observation-9\""),
    "incomplete reference decision-1\n" },
  /* a figure that was left aside when the source was read is no business of the checks */
  { "figure-left-aside", SOURCES_ASIDE, "" },
  { "uncited", "{\"record\":\"exchange\",\"id\":\"exchange-1\",\"case\":\"case-1\",\"count\":" PEOPLE ("3") "}\n", "incomplete citation exchange-1\n" },
};

/* all observations are about the first places, so that each of those has many */
static void
crowd (ShanhaiCasebook *casebook,
       guint            few)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("crowd");
  g_autoptr (GError) error = NULL;
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *draft = shanhai_record_copy (shanhai_record_list_peek (list, i));

      g_object_set (draft, "subject", shanhai_record_get_id (shanhai_record_list_peek (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_PLACE), i % few)), NULL);
      shanhai_change_put (change, draft);
    }
  shanhai_casebook_apply (casebook, change, &error);
  g_assert_no_error (error);
}

/* What edits lead to is what a check of the outcome finds. */
static void
test_incremental (gconstpointer data)
{
  guint few = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = generate_casebook (600, 7);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);
  g_autoptr (ShanhaiChecks) checks = shanhai_checks_new (load->casebook);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GPtrArray) undo = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_no_error (error);
  if (few > 0)
    crowd (load->casebook, few);
  for (guint round = 0; round < 300; round++)
    {
      static const ShanhaiRecordType types[] = { SHANHAI_RECORD_OBSERVATION, SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_SOURCE, SHANHAI_RECORD_PLACE,
                                                 SHANHAI_RECORD_CASE, SHANHAI_RECORD_EVENT, SHANHAI_RECORD_PARTY, SHANHAI_RECORD_DECISION, SHANHAI_RECORD_INDICATOR };
      ShanhaiRecordType type = types[g_rand_int_range (rand, 0, round % 4 == 0 ? (int) G_N_ELEMENTS (types) : 2)];
      ShanhaiRecordList *list = shanhai_casebook_get_list (load->casebook, type);
      ShanhaiChange *change = shanhai_change_new ("edit");
      guint n = shanhai_record_list_get_n (list);
      ShanhaiRecord *record = n > 0 ? shanhai_record_list_peek (list, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;
      ShanhaiRecord *other = n > 0 ? shanhai_record_list_peek (list, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;

      if (record == NULL)
        continue;
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          shanhai_change_delete (change, shanhai_record_get_id (record));
          break;
        case 1:
          if (undo->len > 0)
            {
              g_object_unref (change);
              change = shanhai_change_reverse (undo->pdata[undo->len - 1]);
              g_ptr_array_set_size (undo, (int) undo->len - 1);
              break;
            }
          G_GNUC_FALLTHROUGH;
        default:
          {
            /* another record's members under this one's id */
            guint n_fields;
            const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);
            ShanhaiRecord *draft = shanhai_record_copy (record);
            const ShanhaiField *field = &fields[g_rand_int_range (rand, 0, (int) n_fields)];

            if (shanhai_record_find_field (other, field->member) == field)
              shanhai_field_copy (field, other, draft);
            shanhai_change_put (change, draft);
          }
        }
      if (shanhai_casebook_apply (load->casebook, change, NULL))
        g_ptr_array_add (undo, g_object_ref (change));
      g_object_unref (change);

      if (round % 10 == 9)
        {
          g_autoptr (ShanhaiChecks) fresh = shanhai_checks_new (load->casebook);
          g_autofree char *kept = list_findings (checks);
          guint unsettled[SHANHAI_N_GRAVITIES] = { 0 };
          g_autofree char *anew = list_findings (fresh);

          g_assert_cmpstr (kept, ==, anew);
          for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
            {
              g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

              unsettled[shanhai_finding_get_gravity (finding)] += shanhai_finding_get_settled (finding) == NULL;
            }
          for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
            g_assert_cmpuint (shanhai_checks_count (checks, i), ==, unsettled[i]);
        }
    }
}

/* What is found, and in which order, doesn't depend on how many threads look. */
static void
test_threads (void)
{
  g_autoptr (GBytes) bytes = generate_casebook (2500, 5);
  g_autoptr (ShanhaiLoad) load = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, NULL);
  g_autofree char *alone = NULL;
  const guint threads[] = { 1, 2, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (ShanhaiChecks) checks = NULL;
      g_autofree char *found = NULL;

      shanhai_parallel_set_n_threads (threads[i]);
      checks = shanhai_checks_new (load->casebook);
      found = list_findings (checks);
      if (alone == NULL)
        alone = g_steal_pointer (&found);
      else
        g_assert_cmpstr (found, ==, alone);
    }
  shanhai_parallel_set_n_threads (0);
}

static void
edit_value (ShanhaiCasebook *casebook,
            const char      *id,
            gint64           value)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("edit");
  ShanhaiRecord *draft = shanhai_record_copy (shanhai_casebook_lookup (casebook, id));
  ShanhaiDecimal decimal = shanhai_decimal_from_int (value);
  g_autoptr (ShanhaiQuantity) quantity = shanhai_quantity_new (&decimal, "person");

  g_object_set (draft, "value", quantity, NULL);
  shanhai_change_put (change, draft);
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
}

/* settled, still there, and back when a figure changes */
static void
test_decision (void)
{
  g_autoptr (ShanhaiLoad) load = load_lines (PLACES SOURCES OBSERVATION ("1", "poverty-headcount", PEOPLE ("500"), "2019-12-31", "a", "")
                                               OBSERVATION ("2", "poverty-headcount", PEOPLE ("600"), "2019-12-31", "b", ""));
  g_autoptr (ShanhaiChecks) checks = shanhai_checks_new (load->casebook);
  g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), 0);
  g_autoptr (ShanhaiAbout) about = shanhai_finding_dup_about (finding);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("settle");
  g_autoptr (ShanhaiChange) back = NULL;
  ShanhaiRecord *decision = shanhai_record_new (SHANHAI_RECORD_DECISION, "decision-1");
  ShanhaiGravity mark;

  g_object_set (decision, "about", about, "verdict", "accepted", NULL);
  shanhai_change_put (change, decision);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 1);
  g_assert_true (shanhai_checks_get_mark (checks, "observation-1", &mark));
  g_assert_cmpint (mark, ==, SHANHAI_GRAVITY_CONTRADICTION);

  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));
  g_assert_nonnull (shanhai_finding_get_settled (finding));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, 1);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);
  g_assert_false (shanhai_checks_get_mark (checks, "observation-1", &mark));

  edit_value (load->casebook, "observation-2", 700);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 1);
  edit_value (load->casebook, "observation-2", 600);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);

  back = shanhai_change_reverse (change);
  g_assert_true (shanhai_casebook_apply (load->casebook, back, NULL));
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 1);
}

/* stated, undone, and back; a term that changes is looked at again */
static void
test_relation (void)
{
  g_autoptr (ShanhaiLoad) load = load_lines (PLACES SOURCES OBSERVATION ("1", "beneficiaries", PEOPLE ("500"), "2019", "a", "")
                                               OBSERVATION ("2", "jobs-absorbed", PEOPLE ("300"), "2018", "a", "")
                                                 OBSERVATION ("3", "people-employed", PEOPLE ("200"), "2017", "b", "")
                                                   OBSERVATION ("4", "monthly-wage", "{\"value\":\"2000\",\"unit\":\"CNY\"}", "2019", "b", ""));
  const char * const terms[] = { "observation-2", "observation-3", NULL };
  const char * const unlike[] = { "observation-2", "observation-4", NULL };
  g_autoptr (ShanhaiChecks) checks = shanhai_checks_new (load->casebook);
  g_autoptr (ShanhaiChange) change = shanhai_relation_state (SHANHAI_RELATION_SUM, "observation-1", terms, "table 3", "W", "state");
  g_autoptr (ShanhaiChange) back = NULL;
  g_autoptr (ShanhaiChange) retracted = NULL;
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (shanhai_relation_is_possible (load->casebook, SHANHAI_RELATION_SUM, "observation-1", terms, &error));
  g_assert_no_error (error);
  g_assert_false (shanhai_relation_is_possible (load->casebook, SHANHAI_RELATION_SUM, "observation-1", unlike, &error));
  g_assert_error (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_UNIT);
  g_clear_error (&error);
  g_assert_false (shanhai_relation_is_possible (load->casebook, SHANHAI_RELATION_SUM, "observation-2", terms, &error));
  g_assert_error (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_TERMS);
  g_clear_error (&error);
  g_assert_false (shanhai_relation_is_possible (load->casebook, SHANHAI_RELATION_SUM, "observation-9", terms, &error));
  g_assert_error (error, SHANHAI_RELATION_ERROR, SHANHAI_RELATION_ERROR_FIGURE);

  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONFIRMED), ==, 1);
  g_assert_true (shanhai_casebook_is_term_of (load->casebook, "observation-3", "observation-1"));
  g_assert_false (shanhai_casebook_is_term_of (load->casebook, "observation-1", "observation-3"));
  edit_value (load->casebook, "observation-3", 207);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 1);
  edit_value (load->casebook, "observation-1", 507);
  g_assert_cmpuint (shanhai_checks_count (checks, SHANHAI_GRAVITY_CONTRADICTION), ==, 0);
  back = shanhai_change_reverse (change);
  g_assert_true (shanhai_casebook_apply (load->casebook, back, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, 0);

  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));
  relations = shanhai_casebook_dup_relations (load->casebook, "observation-2");
  g_assert_cmpuint (relations->len, ==, 1);
  retracted = shanhai_relation_retract (relations->pdata[0], "retract");
  g_assert_true (shanhai_casebook_apply (load->casebook, retracted, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (checks)), ==, 0);
}

#define FLOW(id, to, amount, period, more)                                                                                                    \
  "{\"record\":\"flow\",\"id\":\"flow-" id "\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":" to ",\"kind\":\"donation\",\"status\":\"disbursed\"," \
  "\"amount\":" amount ",\"period\":\"" period "\"" more "}\n"
#define YUAN(n) "{\"value\":\"" n "\",\"unit\":\"CNY\"}"

static const char * const reasons[SHANHAI_N_LEFT_OUT] = {
  [SHANHAI_LEFT_OUT_UNIT] = "unit",
  [SHANHAI_LEFT_OUT_PART] = "part",
  [SHANHAI_LEFT_OUT_WITHIN] = "within",
  [SHANHAI_LEFT_OUT_PLANNED] = "planned",
  [SHANHAI_LEFT_OUT_TOLD_TWICE] = "twice",
  [SHANHAI_LEFT_OUT_UNSURE] = "unsure",
};

static void
test_addable (void)
{
  g_autoptr (ShanhaiLoad) load =
    load_lines (PLACES SOURCES FLOW ("1", "\"place-c\"", "{\"value\":\"470000000\",\"precision\":\"10000000\",\"unit\":\"CNY\",\"qualifier\":\"over\"}", "../2020-06-30",
                                     ",\"cumulative\":true")
                  FLOW ("2", "\"place-c\"", YUAN ("130000000"), "../2020-06-30", ",\"cumulative\":true,\"part_of\":\"flow-1\"")
                    FLOW ("3", "\"place-c\"", YUAN ("5000000"), "2019", "")
                      FLOW ("4", "\"place-c\"", "{\"value\":\"9\",\"unit\":\"ton\"}", "2019", "")
                        FLOW ("5", "\"place-c\"", "{\"value\":\"7000000\",\"unit\":\"CNY\",\"planned\":true}", "2021", "")
                          FLOW ("6", "{\"name\":\"x\",\"kind\":\"other\"}", YUAN ("3000000"), "2019", ",\"sector\":\"health\"")
                            FLOW ("7", "\"place-d\"", YUAN ("1000000"), "2019", ""));
  ShanhaiRecordList *list = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_FLOW);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (ShanhaiAddable) addable = NULL;
  g_autoptr (ShanhaiQuantity) total = NULL;
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    g_ptr_array_add (records, shanhai_record_list_peek (list, i));
  addable = shanhai_addable_new (load->casebook, records, false);

  g_assert_cmpuint (addable->n, ==, 2);
  for (guint i = 0; i < addable->left_out->len; i++)
    {
      const ShanhaiLeftOutClaim *claim = &g_array_index (addable->left_out, ShanhaiLeftOutClaim, i);

      g_string_append_printf (left, "%s:%s ", shanhai_record_get_id (claim->claim->record), reasons[claim->reason]);
    }
  g_assert_cmpstr (left->str, ==, "flow-2:part flow-3:within flow-6:unsure flow-4:unit flow-5:planned ");
  total = shanhai_addable_dup_total (addable);
  g_assert_cmpint (total->qualifier, ==, SHANHAI_QUALIFIER_AT_LEAST);
  g_assert_true (total->value.digits == 471000000);
}

/* A case with more flows than can be held each against each; and a sum that a person has stated, whose terms aren't counted beside it. */
static void
test_addable_many (void)
{
  const guint n = 20000;
  g_autoptr (GString) lines = g_string_new (PLACES SOURCES);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (ShanhaiAddable) addable = NULL;
  g_autoptr (ShanhaiAddable) stated = NULL;
  g_autoptr (ShanhaiChange) change = NULL;
  const char * const terms[] = { "flow-00001", "flow-00002", NULL };
  ShanhaiRecordList *list;
  gint64 start;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (lines, "{\"record\":\"flow\",\"id\":\"flow-%05u\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"donation\","
                            "\"status\":\"disbursed\",\"amount\":{\"value\":\"%u\",\"unit\":\"CNY\"},\"period\":\"%u-%02u\"}\n", i, i + 1, 2000 + i % 20, 1 + i % 12);
  load = load_lines (lines->str);
  list = shanhai_casebook_get_list (load->casebook, SHANHAI_RECORD_FLOW);
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    g_ptr_array_add (records, shanhai_record_list_peek (list, i));

  start = g_get_monotonic_time ();
  addable = shanhai_addable_new (load->casebook, records, false);
  g_test_message ("%u flows of one case: %.3f s", n, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpuint (addable->n, ==, n);
  g_assert_true (addable->has_total);
  g_assert_cmpint (addable->nominal.digits, ==, (gint64) n * (n + 1) / 2);

  change = shanhai_relation_state (SHANHAI_RELATION_SUM, "flow-19999", terms, NULL, NULL, "state");
  g_assert_true (shanhai_casebook_apply (load->casebook, change, NULL));
  stated = shanhai_addable_new (load->casebook, records, false);
  g_assert_cmpuint (stated->n, ==, n - 2);
  g_assert_cmpuint (stated->left_out->len, ==, 2);
  g_assert_cmpint (g_array_index (stated->left_out, ShanhaiLeftOutClaim, 0).reason, ==, SHANHAI_LEFT_OUT_PART);
}

/* a share is of a whole that another paragraph tells: an edit of that is seen */
static void
test_share_of_edited_whole (void)
{
  g_autoptr (ShanhaiLoad) load = load_lines (
    PLACES "{\"record\":\"indicator\",\"id\":\"indicator-out\",\"key\":\"out\",\"name\":\"out\",\"unit\":\"person\"}\n"
           "{\"record\":\"indicator\",\"id\":\"indicator-rate\",\"key\":\"rate\",\"name\":\"rate\",\"unit\":\"percent\"}\n"
           "{\"record\":\"source\",\"id\":\"source-t\",\"title\":\"T\",\"published\":\"2020-01-10\",\"text\":\"外出务工1500人。\\n在岗1200人，稳岗率80%。\"}\n"
           "{\"record\":\"observation\",\"id\":\"observation-1\",\"subject\":\"place-c\",\"indicator\":\"out\",\"value\":{\"value\":\"1500\",\"unit\":\"person\"},\"period\":\"2019\","
           "\"citations\":[{\"source\":\"source-t\",\"quote\":\"1500人\",\"start\":4,\"length\":5,\"paragraph\":1}]}\n"
           "{\"record\":\"observation\",\"id\":\"observation-2\",\"subject\":\"place-c\",\"indicator\":\"out\",\"value\":{\"value\":\"1200\",\"unit\":\"person\"},\"period\":\"2019\","
           "\"part_of\":\"observation-1\",\"basis\":\"on\",\"citations\":[{\"source\":\"source-t\",\"quote\":\"1200人\",\"start\":13,\"length\":5,\"paragraph\":2}]}\n"
           "{\"record\":\"observation\",\"id\":\"observation-3\",\"subject\":\"place-c\",\"indicator\":\"rate\",\"value\":{\"value\":\"80\",\"unit\":\"percent\"},\"period\":\"2019\","
           "\"citations\":[{\"source\":\"source-t\",\"quote\":\"80%\",\"start\":22,\"length\":3,\"paragraph\":2}]}\n");
  g_autoptr (ShanhaiChecks) checks = shanhai_checks_new (load->casebook);
  g_autofree char *before = list_findings (checks);
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "confirmed ratio observation-3 observation-2 observation-1\n"));
  edit_value (load->casebook, "observation-1", 1600);
  after = list_findings (checks);
  g_assert_nonnull (strstr (after, "doubtful ratio observation-3 observation-2 observation-1\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/find/%s", small[i][0]);

      g_test_add_data_func (path, small[i], find_one);
    }
  g_test_add_data_func ("/analysis/checks/incremental", NULL, test_incremental);
  g_test_add_data_func ("/analysis/checks/incremental-crowded", GUINT_TO_POINTER (2), test_incremental);
  g_test_add_func ("/analysis/checks/threads", test_threads);
  g_test_add_func ("/analysis/checks/decision", test_decision);
  g_test_add_func ("/analysis/checks/relation", test_relation);
  g_test_add_func ("/analysis/checks/share-of-edited-whole", test_share_of_edited_whole);
  g_test_add_func ("/analysis/addable/reasons", test_addable);
  g_test_add_func ("/analysis/addable/many", test_addable_many);

  return g_test_run ();
}

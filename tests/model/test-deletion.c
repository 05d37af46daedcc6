/* test-deletion.c - what goes with a record, what stays and how. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "model-test.h"
#include "shanhai-deletion.h"
#include "shanhai-history.h"

static const char book[] =
  "{\"record\":\"casebook\",\"format\":1}\n"
  "{\"record\":\"place\",\"id\":\"place-county\",\"parent\":\"place-city\"}\n"
  "{\"record\":\"place\",\"id\":\"place-city\",\"parent\":\"place-province\"}\n"
  "{\"record\":\"place\",\"id\":\"place-province\"}\n"
  "{\"record\":\"place\",\"id\":\"place-other\"}\n"
  "{\"record\":\"party\",\"id\":\"party-a\",\"place\":\"place-city\"}\n"
  "{\"record\":\"case\",\"id\":\"case-a\",\"assisting\":[\"party-a\",\"place-other\"],\"assisted\":[\"place-county\"]}\n"
  "{\"record\":\"pairing\",\"id\":\"pairing-bare\",\"case\":\"case-a\",\"assisting\":[\"place-other\"],\"assisted\":[\"place-county\"]}\n"
  "{\"record\":\"pairing\",\"id\":\"pairing-group\",\"case\":\"case-a\",\"assisting\":[\"place-other\"],"
  "\"assisted\":[\"place-county\",{\"name\":\"villages\"}]}\n"
  "{\"record\":\"programme\",\"id\":\"programme-a\",\"case\":\"case-a\",\"parties\":[\"party-a\",\"place-county\"]}\n"
  "{\"record\":\"flow\",\"id\":\"flow-total\",\"case\":\"case-a\",\"from\":\"place-other\",\"to\":\"place-county\"}\n"
  "{\"record\":\"flow\",\"id\":\"flow-part\",\"case\":\"case-a\",\"programme\":\"programme-a\",\"part_of\":\"flow-total\"}\n"
  "{\"record\":\"flow\",\"id\":\"flow-within\",\"case\":\"case-a\",\"part_of\":\"flow-part\"}\n"
  "{\"record\":\"observation\",\"id\":\"observation-a\",\"case\":\"case-a\",\"subject\":\"place-county\","
  "\"citations\":[{\"source\":\"source-a\",\"quote\":\"two\",\"start\":4,\"length\":3,\"paragraph\":1,\"hash\":\"h\"},"
  "{\"source\":\"source-b\",\"quote\":\"two\"}]}\n"
  "{\"record\":\"observation\",\"id\":\"observation-dangling\",\"case\":\"case-gone\",\"subject\":\"place-gone\"}\n"
  "{\"record\":\"event\",\"id\":\"event-a\",\"case\":\"case-a\",\"parties\":[\"place-county\"]}\n"
  "{\"record\":\"source\",\"id\":\"source-a\",\"text\":\"one two\"}\n"
  "{\"record\":\"source\",\"id\":\"source-b\",\"reprint_of\":\"source-a\",\"text\":\"and one two\"}\n"
  "{\"record\":\"source\",\"id\":\"source-same\",\"text\":\"one two\"}\n"
  "{\"record\":\"observation\",\"id\":\"observation-goats\",\"subject\":\"place-other\",\"indicator\":\"goats\"}\n"
  "{\"record\":\"observation\",\"id\":\"observation-rate\",\"subject\":\"place-other\",\"indicator\":\"poverty-incidence\"}\n"
  "{\"record\":\"indicator\",\"id\":\"indicator-flock\",\"key\":\"flock\",\"unit\":\"head\"}\n"
  "{\"record\":\"indicator\",\"id\":\"indicator-goats\",\"key\":\"goats\",\"unit\":\"head\"}\n"
  "{\"record\":\"indicator\",\"id\":\"indicator-rate\",\"key\":\"poverty-incidence\",\"unit\":\"percent\"}\n"
  "{\"record\":\"indicator\",\"id\":\"indicator-share\",\"key\":\"share\",\"unit\":\"percent\",\"formula\":\"goats / goats-all * 100 + goats\"}\n"
  "{\"record\":\"decision\",\"id\":\"decision-finding\",\"about\":{\"check\":\"same\",\"records\":[\"observation-a\",\"flow-total\"]}}\n"
  "{\"record\":\"decision\",\"id\":\"decision-record\",\"about\":\"observation-a\",\"prefers\":\"flow-total\"}\n";

typedef struct
{
  const char *name;
  const char *ids;          /* separated by spaces */
  const char *replace_by;
  const char *gone;         /* all that is deleted, in the order of the file, with what was asked for */
  const char *altered;      /* lines of those that stay and are altered: parts that they must have, in the order of the file */
  const char *message;
} Row;

static const Row rows[] = {
  { "leaf", "event-a", NULL, "event-a", "", "Deleted X" },
  { "chain", "place-county", NULL,
    "place-county pairing-bare observation-a decision-finding decision-record",
    "case-a:\"assisting\":[\"party-a\",\"place-other\"]}|pairing-group:\"assisted\":[{\"name\":\"villages\"}]|"
    "programme-a:\"parties\":[\"party-a\"]|flow-total:\"from\":\"place-other\"}|event-a:\"case\":\"case-a\"}",
    "Deleted X; also 1 pairing, 1 figure and 2 decisions; 5 records no longer name it" },
  { "case", "case-a", NULL,
    "case-a pairing-bare pairing-group programme-a flow-part flow-total flow-within observation-a event-a decision-finding decision-record",
    "", "Deleted X; also 2 pairings, 1 programme, 3 flows of money or goods, 1 figure, 1 event and 2 decisions" },
  { "passed-on", "place-city flow-part", NULL, "place-city flow-part",
    "place-county:\"parent\":\"place-province\"|party-a:\"id\":\"party-a\"}|flow-within:\"part_of\":\"flow-total\"",
    "Deleted 2 records; 3 records no longer name them" },
  { "top-of-chain", "place-city place-province", NULL, "place-city place-province",
    "place-county:\"id\":\"place-county\"}|party-a:\"id\":\"party-a\"}", "Deleted 2 records; 2 records no longer name them" },
  { "prefers", "flow-total", NULL, "flow-total decision-finding",
    "flow-part:\"programme\":\"programme-a\"}|decision-record:\"about\":\"observation-a\"}",
    "Deleted X; also 1 decision; 2 records no longer name it" },
  { "source", "source-a", NULL, "source-a",
    "observation-a:\"citations\":[{\"source\":\"source-b\",\"quote\":\"two\"}]|source-b:\"id\":\"source-b\",\"text\"",
    "Deleted X; 2 records no longer name it" },
  { "replace-place", "place-county", "place-other", "place-county",
    "case-a:\"assisted\":[\"place-other\"]|pairing-bare:\"assisted\":[\"place-other\"]|pairing-group:\"assisted\":[\"place-other\",{|"
    "programme-a:\"parties\":[\"party-a\",\"place-other\"]|flow-total:\"to\":\"place-other\"|observation-a:\"subject\":\"place-other\"|"
    "event-a:\"parties\":[\"place-other\"]",
    "Replaced X; 7 records name the other one now" },
  /* the other text has the words elsewhere, so that the place no longer holds; the twin is named once; and nothing reprints itself */
  { "replace-source", "source-a", "source-b", "source-a",
    "observation-a:\"citations\":[{\"source\":\"source-b\",\"quote\":\"two\"}]}|source-b:\"id\":\"source-b\",\"text\"",
    "Replaced X; 2 records name the other one now" },
  { "replace-same-text", "source-a", "source-same", "source-a",
    "observation-a:{\"source\":\"source-same\",\"quote\":\"two\",\"start\":4,\"length\":3,\"paragraph\":1,\"hash\":\"h\"}|"
    "source-b:\"reprint_of\":\"source-same\"",
    "Replaced X; 2 records name the other one now" },
  { "replace-parent", "place-city", "place-county", "place-city",
    "place-county:\"parent\":\"place-province\"|party-a:\"place\":\"place-county\"", "Replaced X; 2 records name the other one now" },
  /* the finding compared the two */
  { "replace-observation", "observation-a", "observation-dangling", "observation-a", "decision-finding:\"observation-dangling\"|decision-record:\"about\":\"observation-dangling\"",
    "Replaced X; 2 records name the other one now" },
  /* figures name it by its key; what computes itself of it is no figure */
  { "indicator", "indicator-goats", NULL, "observation-goats indicator-goats", "", "Deleted X; also 1 figure" },
  { "indicator-of-the-vocabulary", "indicator-rate", NULL, "indicator-rate", "", "Deleted X" },
  { "replace-indicator", "indicator-goats", "indicator-flock", "indicator-goats",
    "observation-goats:\"indicator\":\"flock\"|indicator-share:\"formula\":\"flock / goats-all * 100 + flock\"", "Replaced X; 2 records name the other one now" },
  { "dangling-stays", "observation-dangling", NULL, "observation-dangling", "", "Deleted X" },
  { "twice", "event-a event-a", NULL, "event-a", "", "Deleted X" },
};

static const char *
find_line (const char *file,
           const char *id,
           char      **line)
{
  g_autofree char *start = g_strdup_printf ("\"id\":\"%s\"", id);
  g_auto (GStrv) lines = g_strsplit (file, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], start) != NULL)
      return *line = g_strdup (lines[i]);

  return *line = NULL;
}

static void
assert_altered (ShanhaiCasebook *casebook,
                const char      *expected)
{
  g_autofree char *file = model_test_dup_file (casebook);
  g_auto (GStrv) parts = g_strsplit (expected, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = strchr (parts[i], ':');
      g_autofree char *line = NULL;

      *part++ = '\0';
      g_assert_nonnull (find_line (file, parts[i], &line));
      if (strstr (line, part) == NULL)
        g_error ("%s isn't in %s", part, line);
    }
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  g_autofree char *before = model_test_dup_file (casebook);
  g_autofree char *dangling_before = model_test_dup_dangling (casebook);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_auto (GStrv) ids = g_strsplit (row->ids, " ", -1);
  g_auto (GStrv) gone = g_strsplit (row->gone, " ", -1);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *dangling = NULL;
  g_autofree char *undone = NULL;
  ShanhaiDeletion summary;
  guint n_before = shanhai_casebook_get_n_records (casebook);

  change = shanhai_deletion_new_change (casebook, (const char * const *) ids, row->replace_by, NULL, &summary, &error);
  g_assert_no_error (error);
  message = shanhai_deletion_dup_message (&summary, "X");
  g_assert_cmpstr (message, ==, row->message);

  g_assert_true (shanhai_history_apply (history, change, &error));
  g_assert_no_error (error);
  for (guint i = 0; gone[i] != NULL; i++)
    g_assert_null (shanhai_casebook_lookup (casebook, gone[i]));
  g_assert_cmpuint (n_before - shanhai_casebook_get_n_records (casebook), ==, g_strv_length (gone));
  assert_altered (casebook, row->altered);
  dangling = model_test_dup_dangling (casebook);
  if (strcmp (row->name, "dangling-stays") != 0)
    g_assert_cmpstr (dangling, ==, dangling_before);

  g_assert_true (shanhai_history_undo (history, &error));
  g_assert_no_error (error);
  undone = model_test_dup_file (casebook);
  g_assert_cmpstr (undone, ==, before);
}

typedef struct
{
  const char *name;
  const char *id;
  const char *replace_by;
  int         code;
} Refusal;

static const Refusal refusals[] = {
  { "missing", "place-gone", NULL, SHANHAI_DELETION_ERROR_MISSING },
  { "replacement-missing", "place-county", "place-gone", SHANHAI_DELETION_ERROR_REPLACEMENT },
  { "replacement-of-other-type", "place-county", "party-a", SHANHAI_DELETION_ERROR_REPLACEMENT },
  { "replacement-in-another-unit", "indicator-goats", "indicator-share", SHANHAI_DELETION_ERROR_UNIT },
  { "replacement-itself", "place-county", "place-county", SHANHAI_DELETION_ERROR_REPLACEMENT },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *row = data;
  g_autoptr (ShanhaiCasebook) casebook = model_test_casebook (book);
  const char *ids[] = { row->id, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (shanhai_deletion_new_change (casebook, ids, row->replace_by, NULL, NULL, &error));
  g_assert_error (error, SHANHAI_DELETION_ERROR, row->code);
}

static void
test_titles (void)
{
  g_autofree char *one = shanhai_deletion_dup_title ("Dongxiang County", 1);
  g_autofree char *some = shanhai_deletion_dup_title (NULL, 3);
  g_autofree char *single = shanhai_deletion_dup_title (NULL, 1);

  g_assert_cmpstr (one, ==, "Delete Dongxiang County");
  g_assert_cmpstr (some, ==, "Delete 3 records");
  g_assert_cmpstr (single, ==, "Delete 1 record");
}

/* whatever is deleted or replaced, no reference dangles that didn't before, and undo brings all of it back */
static void
test_random (void)
{
  g_autoptr (ShanhaiCasebook) casebook = model_test_generate (600, 7);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  g_autofree char *before = model_test_dup_file (casebook);
  g_autofree char *dangling_before = model_test_dup_dangling (casebook);
  g_autofree char *undone = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  g_assert_cmpstr (dangling_before, ==, "");
  for (guint i = 0; i < 60; i++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, (guint) g_rand_int_range (rand, 0, SHANHAI_RECORD_OTHER));
      guint n = shanhai_record_list_get_n (list);
      g_autoptr (ShanhaiChange) change = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *dangling = NULL;
      const char *ids[3] = { NULL };
      const char *replacement = NULL;

      if (n < 3)
        continue;
      for (guint k = 0; k < 2; k++)
        ids[k] = shanhai_record_get_id (shanhai_record_list_peek (list, (guint) g_rand_int_range (rand, 0, (int) n - 1)));
      if (g_rand_boolean (rand))
        replacement = shanhai_record_get_id (shanhai_record_list_peek (list, n - 1));

      change = shanhai_deletion_new_change (casebook, ids, replacement, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (shanhai_history_apply (history, change, &error));
      g_assert_no_error (error);
      dangling = model_test_dup_dangling (casebook);
      g_assert_cmpstr (dangling, ==, "");
    }

  while (shanhai_history_undo (history, NULL))
    ;
  undone = model_test_dup_file (casebook);
  g_assert_cmpstr (undone, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/deletion/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/deletion/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/deletion/titles", test_titles);
  g_test_add_func ("/deletion/random", test_random);

  return g_test_run ();
}

/* test-casebook.c - finding, listing and changing records. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-case.h"
#include "shanhai-casebook.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-place.h"
#include "shanhai-source.h"

static ShanhaiRecord *
make (ShanhaiRecordType  type,
      const char        *id)
{
  return shanhai_record_new (type, id);
}

static ShanhaiRecord *
make_place (const char *id,
            const char *parent)
{
  ShanhaiRecord *place = make (SHANHAI_RECORD_PLACE, id);

  g_object_set (place, "parent", parent, NULL);

  return place;
}

static ShanhaiRecord *
make_flow (const char *id,
           const char *case_id)
{
  ShanhaiRecord *flow = make (SHANHAI_RECORD_FLOW, id);

  g_object_set (flow, "case", case_id, NULL);

  return flow;
}

static void
cite (ShanhaiRecord *record,
      const char    *source)
{
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (1);

  citations->items[0].source = g_strdup (source);
  g_object_set (record, "citations", citations, NULL);
}

/* a case with two flows, the second citing a source; a flow of another case; a place in a province */
static ShanhaiCasebook *
make_casebook (void)
{
  ShanhaiCasebook *casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_flow ("flow-b", "case-a"));
  g_ptr_array_add (records, make_flow ("flow-a", "case-a"));
  g_ptr_array_add (records, make_flow ("flow-c", "case-other"));
  g_ptr_array_add (records, make (SHANHAI_RECORD_CASE, "case-a"));
  g_ptr_array_add (records, make (SHANHAI_RECORD_SOURCE, "source-a"));
  g_ptr_array_add (records, make_place ("place-county", "place-province"));
  g_ptr_array_add (records, make_place ("place-province", NULL));
  cite (records->pdata[0], "source-a");
  shanhai_casebook_fill (casebook, records, NULL, NULL);

  return casebook;
}

static void
assert_ids (GPtrArray  *records,
            const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", shanhai_record_get_id (records->pdata[i]));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_list (GListModel *model,
             const char *expected)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (records, g_list_model_get_item (model, i));
  assert_ids (records, expected);
}

static void
test_lists (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (GListModel) own = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, "case-a");

  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 7);
  assert_list (G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW)), "flow-a flow-b flow-c");
  assert_list (own, "flow-a flow-b");
  g_assert_true (SHANHAI_IS_CASE (shanhai_casebook_lookup (casebook, "case-a")));
  g_assert_null (shanhai_casebook_lookup (casebook, "case-z"));
  g_assert_null (shanhai_casebook_lookup (casebook, NULL));
  g_assert_null (shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_PLACE, "case-a"));
}

/* who asks for the same list gets the same, as long as anybody has it */
static void
test_shared_lists (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (GListModel) own = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, "case-a");
  g_autoptr (GListModel) again = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, "case-a");
  g_autoptr (GListModel) other_case = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, "case-other");
  g_autoptr (GListModel) other_type = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_PLACE, "case-a");
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("test");

  g_assert_true (own == again);
  g_assert_true (own != other_case);
  g_assert_true (own != other_type);
  g_clear_object (&own);
  assert_list (again, "flow-a flow-b");
  g_clear_object (&again);

  shanhai_change_delete (change, "flow-a");
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
  own = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, "case-a");
  assert_list (own, "flow-b");
  assert_list (other_case, "flow-c");
}

static void
count_duplicate (ShanhaiRecord *record,
                 guint          index,
                 gpointer       user_data)
{
  g_assert_cmpuint (index, ==, 1);
  ++*(guint *) user_data;
}

static void
test_duplicate (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_told = 0;

  g_ptr_array_add (records, make_flow ("flow-a", "case-a"));
  g_ptr_array_add (records, make_flow ("flow-a", "case-b"));
  shanhai_casebook_fill (casebook, records, count_duplicate, &n_told);

  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpstr (shanhai_record_get_case_id (shanhai_casebook_lookup (casebook, "flow-a")), ==, "case-a");
}

static void
test_referrers (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (GPtrArray) of_case = shanhai_casebook_dup_referrers (casebook, "case-a");
  g_autoptr (GPtrArray) citing = shanhai_casebook_dup_citing (casebook, "source-a");
  g_autoptr (GPtrArray) dangling = shanhai_casebook_dup_referrers (casebook, "case-other");
  g_autoptr (GPtrArray) path = shanhai_casebook_dup_place_path (casebook, "place-county");

  assert_ids (of_case, "flow-a flow-b");
  assert_ids (citing, "flow-b");
  assert_ids (dangling, "flow-c");
  assert_ids (path, "place-county place-province");
}

static void
test_place_cycle (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) path = NULL;

  g_ptr_array_add (records, make_place ("place-a", "place-b"));
  g_ptr_array_add (records, make_place ("place-b", "place-a"));
  shanhai_casebook_fill (casebook, records, NULL, NULL);

  path = shanhai_casebook_dup_place_path (casebook, "place-a");
  assert_ids (path, "place-a place-b");
}

static void
count_change_cb (ShanhaiCasebook *casebook,
                 ShanhaiChange   *change,
                 gpointer         user_data)
{
  ++*(guint *) user_data;
}

static void
test_apply (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (GListModel) own = shanhai_casebook_list_case (casebook, SHANHAI_RECORD_FLOW, "case-a");
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("move, add and delete");
  g_autoptr (ShanhaiChange) back = NULL;
  g_autoptr (ShanhaiRecord) moved = make_flow ("flow-c", "case-a");
  g_autoptr (ShanhaiRecord) added = make_flow (NULL, "case-a");
  g_autoptr (ShanhaiRecord) held = g_object_ref (shanhai_casebook_lookup (casebook, "flow-c"));
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  g_signal_connect (casebook, "changed", G_CALLBACK (count_change_cb), &n_changes);
  shanhai_change_put (change, moved);
  shanhai_change_put (change, added);
  shanhai_change_delete (change, "flow-a");
  g_assert_nonnull (shanhai_record_get_id (added));

  g_assert_true (shanhai_casebook_apply (casebook, change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (own), ==, 3);
  g_assert_null (shanhai_casebook_lookup (casebook, "flow-a"));
  /* a record keeps its identity, and a change its drafts */
  g_assert_true (shanhai_casebook_lookup (casebook, "flow-c") == held);
  g_assert_cmpstr (shanhai_record_get_case_id (held), ==, "case-a");
  g_assert_true (shanhai_casebook_lookup (casebook, shanhai_record_get_id (added)) != added);

  back = shanhai_change_reverse (change);
  g_assert_true (shanhai_casebook_apply (casebook, back, &error));
  g_assert_no_error (error);
  assert_list (own, "flow-a flow-b");
  assert_list (G_LIST_MODEL (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW)), "flow-a flow-b flow-c");
  g_assert_cmpstr (shanhai_record_get_case_id (held), ==, "case-other");
}

typedef struct
{
  const char *name;
  const char *deleted;      /* or NULL */
  const char *put;          /* id of a draft to put, or NULL */
  const char *put_case;     /* what it refers to */
  guint       put_type;
  int         code;         /* -1: it is applied */
} Refusal;

static const Refusal refusals[] = {
  { "missing", "flow-zzz", NULL, NULL, 0, SHANHAI_CASEBOOK_ERROR_MISSING },
  { "referred", "case-a", NULL, NULL, 0, SHANHAI_CASEBOOK_ERROR_REFERRED },
  { "cited", "source-a", NULL, NULL, 0, SHANHAI_CASEBOOK_ERROR_REFERRED },
  { "new-reference-to-deleted", "flow-c", "flow-new", "flow-c", SHANHAI_RECORD_FLOW, SHANHAI_CASEBOOK_ERROR_REFERRED },
  { "other-type", NULL, "case-a", "case-a", SHANHAI_RECORD_FLOW, SHANHAI_CASEBOOK_ERROR_TYPE },
  { "free", "flow-a", NULL, NULL, 0, -1 },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *row = data;
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (ShanhaiChange) change = shanhai_change_new (row->name);
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  if (row->deleted != NULL)
    shanhai_change_delete (change, row->deleted);
  if (row->put != NULL)
    {
      g_autoptr (ShanhaiRecord) draft = make (row->put_type, row->put);

      g_object_set (draft, "part-of", row->put_case, NULL);
      shanhai_change_put (change, draft);
    }
  g_signal_connect (casebook, "changed", G_CALLBACK (count_change_cb), &n_changes);

  if (row->code < 0)
    {
      g_assert_true (shanhai_casebook_apply (casebook, change, &error));
      g_assert_no_error (error);
    }
  else
    {
      g_assert_false (shanhai_casebook_apply (casebook, change, &error));
      g_assert_error (error, SHANHAI_CASEBOOK_ERROR, row->code);
      g_assert_cmpuint (n_changes, ==, 0);
      g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 7);
    }
}

/* what refers to a deleted record may go with it */
static void
test_delete_together (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("delete a case");
  g_autoptr (GError) error = NULL;

  shanhai_change_delete (change, "case-a");
  shanhai_change_delete (change, "flow-a");
  shanhai_change_delete (change, "flow-b");
  g_assert_true (shanhai_casebook_apply (casebook, change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 4);
}

static void
test_read_only (void)
{
  g_autoptr (ShanhaiCasebook) casebook = make_casebook ();
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("nothing");
  g_autoptr (GError) error = NULL;

  shanhai_casebook_set_read_only (casebook, true);
  g_assert_false (shanhai_casebook_apply (casebook, change, &error));
  g_assert_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_READ_ONLY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/casebook/lists", test_lists);
  g_test_add_func ("/casebook/shared-lists", test_shared_lists);
  g_test_add_func ("/casebook/duplicate", test_duplicate);
  g_test_add_func ("/casebook/referrers", test_referrers);
  g_test_add_func ("/casebook/place-cycle", test_place_cycle);
  g_test_add_func ("/casebook/apply", test_apply);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/casebook/apply/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/casebook/delete-together", test_delete_together);
  g_test_add_func ("/casebook/read-only", test_read_only);

  return g_test_run ();
}

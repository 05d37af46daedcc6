/* test-drafts.c - what is made in passing becomes part of the change that needs it. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "shanhai-drafts.h"
#include "shanhai-history.h"
#include "shanhai-place.h"

static ShanhaiCasebook *
new_casebook (void)
{
  ShanhaiCasebook *casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ShanhaiName) china = shanhai_name_new_plain ("中国");
  g_autoptr (ShanhaiName) fujian = shanhai_name_new_plain ("福建省");
  ShanhaiRecord *place;

  place = shanhai_record_new (SHANHAI_RECORD_PLACE, "place-china");
  g_object_set (place, "name", china, "level", "country", NULL);
  g_ptr_array_add (records, place);
  /* no code: known by its name */
  place = shanhai_record_new (SHANHAI_RECORD_PLACE, "place-fujian");
  g_object_set (place, "name", fujian, "level", "province", "parent", "place-china", NULL);
  g_ptr_array_add (records, place);
  shanhai_casebook_fill (casebook, records, NULL, NULL);
  return casebook;
}

static void
test_division (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_casebook ();
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  g_autoptr (GPtrArray) made = NULL;
  const char *huli, *xiamen;
  g_autofree char *label = NULL;

  g_assert_cmpstr (shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("350000")), ==, "place-fujian");
  huli = shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("350206"));
  xiamen = shanhai_place_get_parent (SHANHAI_PLACE (shanhai_drafts_lookup (drafts, huli)));
  g_assert_cmpstr (shanhai_place_get_code (SHANHAI_PLACE (shanhai_drafts_lookup (drafts, xiamen))), ==, "350200");
  g_assert_cmpstr (shanhai_place_get_parent (SHANHAI_PLACE (shanhai_drafts_lookup (drafts, xiamen))), ==, "place-fujian");

  /* once more: the same */
  g_assert_cmpstr (shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("350206")), ==, huli);
  g_assert_cmpstr (shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("350200")), ==, xiamen);
  made = shanhai_drafts_list (drafts, SHANHAI_RECORD_PLACE);
  g_assert_cmpuint (made->len, ==, 2);

  label = shanhai_drafts_dup_label (drafts, huli, SHANHAI_LANGUAGE_ENGLISH);
  g_assert_cmpstr (label, ==, "Huli District");
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 2);
}

static void
test_province_without_country (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  const char *gansu = shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("620000"));

  g_assert_null (shanhai_place_get_parent (SHANHAI_PLACE (shanhai_drafts_lookup (drafts, gansu))));
}

static void
test_complete (void)
{
  g_autoptr (ShanhaiCasebook) casebook = new_casebook ();
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("Add");
  g_autoptr (ShanhaiRecord) observation = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, "observation-a");
  g_autoptr (GError) error = NULL;
  g_autofree char *huli = g_strdup (shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("350206")));

  /* made, and then not used after all */
  shanhai_drafts_add_division (drafts, shanhai_gazetteer_find_code ("110101"));
  shanhai_drafts_add (drafts, SHANHAI_RECORD_PARTY);

  g_object_set (observation, "subject", huli, NULL);
  shanhai_change_put (change, observation);
  shanhai_drafts_complete (drafts, change);
  g_assert_cmpuint (shanhai_change_get_n (change), ==, 3);
  g_assert_true (shanhai_history_apply (shanhai_casebook_get_history (casebook), change, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 5);
  g_assert_true (shanhai_drafts_lookup (drafts, huli) == shanhai_casebook_lookup (casebook, huli));

  /* what the casebook has by now isn't added again */
  {
    g_autoptr (ShanhaiChange) again = shanhai_change_new ("Edit");
    g_autoptr (ShanhaiRecord) copy = shanhai_record_copy (shanhai_casebook_lookup (casebook, "observation-a"));

    shanhai_change_put (again, copy);
    shanhai_drafts_complete (drafts, again);
    g_assert_cmpuint (shanhai_change_get_n (again), ==, 1);
  }

  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (casebook), &error));
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drafts/division", test_division);
  g_test_add_func ("/drafts/province-without-country", test_province_without_country);
  g_test_add_func ("/drafts/complete", test_complete);

  return g_test_run ();
}

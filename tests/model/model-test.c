/* model-test.c - casebooks for the model's tests, made of lines. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "model-test.h"

#include "casebook-generator.h"
#include "shanhai-load.h"
#include "shanhai-save.h"

static ShanhaiCasebook *
load (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiLoad) loaded = shanhai_load_bytes (bytes, "test", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (loaded->damages->len, ==, 0);

  return g_object_ref (loaded->casebook);
}

ShanhaiCasebook *
model_test_casebook (const char *lines)
{
  g_autoptr (GBytes) bytes = g_bytes_new (lines, strlen (lines));

  return load (bytes);
}

ShanhaiCasebook *
model_test_generate (guint   n,
                     guint32 seed)
{
  g_autoptr (GBytes) bytes = generate_casebook (n, seed);

  return load (bytes);
}

char *
model_test_dup_file (ShanhaiCasebook *casebook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = shanhai_casebook_to_bytes (casebook, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

typedef struct
{
  ShanhaiCasebook *casebook;
  ShanhaiRecord   *record;
  GPtrArray       *found;
} Search;

static void
find_dangling (const ShanhaiField *field,
               const char         *id,
               gpointer            user_data)
{
  Search *search = user_data;

  if (shanhai_casebook_lookup (search->casebook, id) == NULL)
    g_ptr_array_add (search->found, g_strdup_printf ("%s → %s", shanhai_record_get_id (search->record), id));
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

char *
model_test_dup_dangling (ShanhaiCasebook *casebook)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Search search = { casebook, NULL, found };

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          search.record = shanhai_record_list_peek (list, i);
          shanhai_record_foreach_reference (search.record, find_dangling, &search);
        }
    }
  g_ptr_array_sort (found, compare_strings);
  g_ptr_array_add (found, NULL);

  return g_strjoinv ("\n", (char **) found->pdata);
}

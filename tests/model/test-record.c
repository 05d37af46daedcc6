/* test-record.c - every record type: its properties, copies and references. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-about.h"
#include "shanhai-casebook.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-place.h"

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    data)
{
  ++*(guint *) data;
}

/* some value other than unset, by the kind of field */
static void
init_sample (const ShanhaiField *field,
             GValue             *value,
             GParamSpec         *pspec)
{
  g_value_init (value, pspec->value_type);

  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_REFERENCE:
      g_value_set_string (value, "sample-abc");
      break;
    case SHANHAI_FIELD_FLAG:
      g_value_set_boolean (value, TRUE);
      break;
    case SHANHAI_FIELD_NAME:
      g_value_take_boxed (value, shanhai_name_new_plain ("湖里区"));
      break;
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      g_value_take_boxed (value, shanhai_strings_new ((const char * const[]) { "one", "two", NULL }, false));
      break;
    case SHANHAI_FIELD_ENDS:
      g_value_take_boxed (value, shanhai_ends_new_id ("place-abc"));
      break;
    case SHANHAI_FIELD_QUANTITY:
      {
        ShanhaiDecimal number = shanhai_decimal_from_int (42);

        g_value_take_boxed (value, shanhai_quantity_new (&number, "person"));
      }
      break;
    case SHANHAI_FIELD_PERIOD:
      g_value_take_boxed (value, shanhai_period_parse ("2019-12-31", NULL));
      break;
    case SHANHAI_FIELD_ABOUT:
      {
        ShanhaiAbout *about = shanhai_about_new ();

        about->check = g_strdup ("sum");
        about->records = g_strsplit ("flow-a flow-b", " ", -1);
        g_value_take_boxed (value, about);
      }
      break;
    case SHANHAI_FIELD_CITATIONS:
      {
        ShanhaiCitations *citations = shanhai_citations_new (1);

        citations->items[0].source = g_strdup ("source-abc");
        citations->items[0].quote = g_strdup ("42人");
        g_value_take_boxed (value, citations);
      }
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
test_properties (gconstpointer data)
{
  g_autoptr (ShanhaiRecord) record = shanhai_record_new (GPOINTER_TO_UINT (data), "sample-id");
  g_autoptr (ShanhaiRecord) copy = NULL;
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);

  g_assert_cmpuint (n_fields, >=, 4);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *property = g_strdelimit (g_strdup (fields[i].member), "_", '-');
      g_autofree char *signal = g_strconcat ("notify::", property, NULL);
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);
      g_auto (GValue) value = G_VALUE_INIT;
      guint n_notified = 0;

      g_assert_nonnull (pspec);
      g_assert_false (shanhai_field_is_set (&fields[i], record));
      init_sample (&fields[i], &value, pspec);
      g_signal_connect (record, signal, G_CALLBACK (count_cb), &n_notified);
      g_object_set_property (G_OBJECT (record), property, &value);
      g_assert_cmpuint (n_notified, ==, 1);
      g_object_set_property (G_OBJECT (record), property, &value);
      g_assert_cmpuint (n_notified, ==, 1);
      g_assert_true (shanhai_field_is_set (&fields[i], record));
      g_assert_true (shanhai_record_find_field (record, fields[i].member) == &fields[i]);
    }

  copy = shanhai_record_copy (record);
  g_assert_true (shanhai_record_equal (record, copy));
  for (guint i = 0; i < n_fields; i++)
    {
      shanhai_field_clear (&fields[i], copy);
      g_assert_false (shanhai_record_equal (record, copy));
      shanhai_field_copy (&fields[i], record, copy);
      g_assert_true (shanhai_record_equal (record, copy));
    }
}

static void
test_names (void)
{
  for (guint i = 0; i < SHANHAI_RECORD_OTHER; i++)
    g_assert_cmpuint (shanhai_record_type_from_name (shanhai_record_type_get_name (i)), ==, i);
  g_assert_cmpuint (shanhai_record_type_from_name ("spaceship"), ==, SHANHAI_RECORD_OTHER);
}

static void
test_ids (void)
{
  g_autoptr (GRegex) shape = g_regex_new ("^flow-[a-z2-7]{10}$", 0, 0, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *id = shanhai_record_type_new_id (SHANHAI_RECORD_FLOW);

      g_assert_true (g_regex_match (shape, id, 0, NULL));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
collect_cb (const ShanhaiField *field,
            const char         *id,
            gpointer            user_data)
{
  g_string_append_printf (user_data, "%s=%s;", field->member, id);
}

static void
test_references (void)
{
  g_autoptr (ShanhaiEnds) to = shanhai_ends_new (2);
  g_autoptr (ShanhaiRecord) flow = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  to->items[0].kind = g_intern_static_string ("enterprise");
  to->items[1].id = g_strdup ("party-b");
  flow = g_object_new (SHANHAI_TYPE_FLOW, "case", "case-a", "to", to, "kind", "fiscal", "part-of", "flow-t", NULL);

  shanhai_record_foreach_reference (flow, collect_cb, seen);
  g_assert_cmpstr (seen->str, ==, "case=case-a;to=party-b;part_of=flow-t;");
  g_assert_cmpstr (shanhai_record_get_case_id (flow), ==, "case-a");
  g_assert_null (shanhai_record_get_figure (flow));
  g_assert_null (shanhai_record_get_title (flow));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < SHANHAI_N_RECORD_TYPES; i++)
    {
      const char *name = shanhai_record_type_get_name (i);
      g_autofree char *path = g_strconcat ("/record/properties/", name != NULL ? name : "other", NULL);

      if (i != SHANHAI_RECORD_OTHER)
        g_test_add_data_func (path, GUINT_TO_POINTER (i), test_properties);
    }
  g_test_add_func ("/record/names", test_names);
  g_test_add_func ("/record/ids", test_ids);
  g_test_add_func ("/record/references", test_references);

  return g_test_run ();
}

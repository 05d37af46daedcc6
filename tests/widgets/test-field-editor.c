/* test-field-editor.c - each kind of editor shows a value, is typed in, stores it or says what is wrong; forms make one change. SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <string.h>

#include "finalized.h"
#include "shanhai-choice-picker.h"
#include "shanhai-directory-window.h"
#include "shanhai-document.h"
#include "shanhai-ends.h"
#include "shanhai-field-editor.h"
#include "shanhai-flow.h"
#include "shanhai-history.h"
#include "shanhai-observation.h"
#include "shanhai-party.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-record-editor.h"

static ShanhaiCasebook *
open_example (ShanhaiDocument **document)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("SHANHAI_PKGDATADIR"), "examples", "example.shanhai", NULL);
  g_autoptr (GError) error = NULL;

  *document = shanhai_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return shanhai_document_get_casebook (*document);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
count_cb (ShanhaiFieldEditor *editor,
          guint              *count)
{
  (*count)++;
}

/* -- every member of every type of the example: what an editor shows, it stores -- */

static void
test_unchanged (void)
{
  g_autoptr (ShanhaiDocument) document = NULL;
  ShanhaiCasebook *casebook = open_example (&document);

  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);
      guint n_fields, n_records = MIN (shanhai_record_list_get_n (list), 12);
      const ShanhaiFormField *forms = shanhai_form_fields_get (type, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, type, forms[i].member)));

          for (guint k = 0; k < n_records; k++)
            {
              ShanhaiRecord *record = shanhai_record_list_peek (list, k);
              g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (record);
              g_autoptr (GError) error = NULL;

              shanhai_field_editor_set_record (editor, record);
              g_assert_false (shanhai_field_editor_is_touched (editor));
              g_assert_true (shanhai_field_editor_is_valid (editor));
              /* as if it was typed just so */
              if (g_str_equal (forms[i].member, "about"))
                continue;
              g_assert_true (SHANHAI_FIELD_EDITOR_GET_CLASS (editor)->store (editor, draft, &error));
              g_assert_no_error (error);
              if (!shanhai_record_equal (draft, record))
                g_test_message ("%s of %s", forms[i].member, shanhai_record_get_id (record));
              g_assert_true (shanhai_record_equal (draft, record));
            }
          assert_finalized (editor);
        }
    }
}

/* every field has its row, and every row its field */
static void
test_forms (void)
{
  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    {
      g_autoptr (ShanhaiRecord) record = shanhai_record_new (type, NULL);
      guint n_fields, n_forms;
      const ShanhaiField *fields = shanhai_record_get_fields (record, &n_fields);
      const ShanhaiFormField *forms = shanhai_form_fields_get (type, &n_forms);

      g_assert_cmpuint (n_fields, ==, n_forms);
      for (guint i = 0; i < n_fields; i++)
        g_assert_nonnull (shanhai_form_fields_find (type, fields[i].member));
      for (guint i = 0; i < n_forms; i++)
        g_assert_nonnull (shanhai_record_find_field (record, forms[i].member));
    }
}

/* no letter twice in a form, with those of its buttons */
static void
test_mnemonics (void)
{
  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    {
      g_autoptr (GString) letters = g_string_new ("csmh");
      guint n;
      const ShanhaiFormField *forms = shanhai_form_fields_get (type, &n);

      for (guint i = 0; i < n; i++)
        {
          const char *mnemonic = strchr (forms[i].title, '_');
          char letter[2] = { mnemonic != NULL ? g_ascii_tolower (mnemonic[1]) : '\0', '\0' };

          if (mnemonic == NULL)
            continue;
          if (strstr (letters->str, letter) != NULL)
            g_test_message ("%s: %s", shanhai_record_type_get_name (type), forms[i].title);
          g_assert_null (strstr (letters->str, letter));
          g_string_append (letters, letter);
        }
    }
}

/* -- typing -- */

static void
test_quantity (void)
{
  g_autoptr (ShanhaiDocument) document = NULL;
  ShanhaiCasebook *casebook = open_example (&document);
  ShanhaiRecord *flow = shanhai_record_list_peek (shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW), 0);
  ShanhaiHistory *history = shanhai_casebook_get_history (casebook);
  /* unsaved changes of the tests before may have come back with the file */
  guint64 state = shanhai_history_get_state (history);
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "amount")));
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiRecord) before = shanhai_record_copy (flow);
  guint changed = 0, activated = 0;
  GtkWidget *text = find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT);

  g_signal_connect (editor, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect (editor, "activate", G_CALLBACK (count_cb), &activated);
  shanhai_field_editor_set_record (editor, flow);
  g_assert_cmpuint (changed, ==, 0);

  /* nothing was typed: no change */
  g_assert_true (shanhai_field_editor_apply (editor, &flow, 1, &error));
  g_assert_cmpuint (shanhai_history_get_state (history), ==, state);

  gtk_editable_set_text (GTK_EDITABLE (text), "many");
  g_assert_true (shanhai_field_editor_is_touched (editor));
  g_assert_false (shanhai_field_editor_is_valid (editor));
  g_assert_false (shanhai_field_editor_apply (editor, &flow, 1, &error));
  g_assert_error (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (shanhai_history_get_state (history), ==, state);

  changed = 0;
  gtk_editable_set_text (GTK_EDITABLE (text), "近4.7亿元");
  g_assert_cmpuint (changed, >=, 1);
  g_signal_emit_by_name (text, "activate");
  g_assert_cmpuint (activated, ==, 1);
  g_assert_true (shanhai_field_editor_apply (editor, &flow, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (shanhai_flow_get_amount (SHANHAI_FLOW (flow))->qualifier, ==, SHANHAI_QUALIFIER_NEARLY);
  g_assert_true (g_str_has_prefix (shanhai_history_get_undo_title (history), "Set amount of "));
  g_assert_true (shanhai_history_undo (history, &error));
  g_assert_true (shanhai_record_equal (flow, before));

  /* nothing typed: unset, unless it is required */
  shanhai_field_editor_set_record (editor, flow);
  gtk_editable_set_text (GTK_EDITABLE (text), "");
  g_assert_true (shanhai_field_editor_is_valid (editor));
  shanhai_field_editor_set_required (editor, true);
  g_assert_false (shanhai_field_editor_apply (editor, &flow, 1, &error));
  g_assert_error (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_MISSING);
  assert_finalized (editor);
}

static void
test_many (void)
{
  g_autoptr (ShanhaiDocument) document = NULL;
  ShanhaiCasebook *casebook = open_example (&document);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_FLOW);
  ShanhaiRecord *flows[3];
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "period")));

  for (guint i = 0; i < 3; i++)
    flows[i] = shanhai_record_list_peek (list, i);
  shanhai_field_editor_set_record (editor, flows[0]);
  gtk_editable_set_text (GTK_EDITABLE (find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT)), "2016年以来");
  g_assert_true (shanhai_field_editor_apply (editor, flows, 3, NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (shanhai_period_get_text (shanhai_flow_get_period (SHANHAI_FLOW (flows[i]))), ==, "2016/..");
  g_assert_cmpstr (shanhai_history_get_undo_title (shanhai_casebook_get_history (casebook)), ==, "Set period of 3 records");
  assert_finalized (editor);
}

static void
test_name (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_PARTY, "name")));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_PARTY, NULL);
  g_autoptr (ShanhaiName) three = shanhai_name_new ((const char *[]) { "zh", "mn", "en" }, (const char *[]) { "学校", "сургууль", "School" }, 3);
  GtkWidget *text = find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT);
  const char *language;

  shanhai_field_editor_set_record (editor, draft);
  gtk_editable_set_text (GTK_EDITABLE (text), " Hope School ");
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  g_assert_true (shanhai_name_is_plain (shanhai_record_get_title (draft)));
  g_assert_cmpstr (shanhai_name_get (shanhai_record_get_title (draft), SHANHAI_LANGUAGE_ENGLISH), ==, "Hope School");

  /* the language of the display changes, the others stay, in their order */
  g_object_set (draft, "name", three, NULL);
  shanhai_field_editor_set_record (editor, draft);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "School");
  gtk_editable_set_text (GTK_EDITABLE (text), "Hope School");
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  g_assert_cmpuint (shanhai_name_get_n (shanhai_record_get_title (draft)), ==, 3);
  g_assert_cmpstr (shanhai_name_get_nth (shanhai_record_get_title (draft), 1, &language), ==, "сургууль");
  g_assert_cmpstr (shanhai_name_get_nth (shanhai_record_get_title (draft), 2, &language), ==, "Hope School");
  g_assert_cmpstr (language, ==, "en");
  assert_finalized (editor);
}

static void
test_strings (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_PARTY, "tags")));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_PARTY, NULL);

  shanhai_field_editor_set_record (editor, draft);
  gtk_editable_set_text (GTK_EDITABLE (find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT)), "东部， health;，、 schools ");
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  g_assert_cmpstrv ((char **) shanhai_record_get_tags (draft), ((const char *[]) { "东部", "health", "schools", NULL }));
  assert_finalized (editor);
}

static void
test_flag (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "cumulative")));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);

  shanhai_field_editor_set_record (editor, draft);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_child (GTK_WIDGET (editor), GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  g_assert_true (shanhai_flow_get_cumulative (SHANHAI_FLOW (draft)));
  assert_finalized (editor);
}

/* -- choosing: what the picker says, without its list -- */

static void
pick (ShanhaiFieldEditor *editor,
      ShanhaiChoice      *choice)
{
  g_signal_emit_by_name (find_child (GTK_WIDGET (editor), SHANHAI_TYPE_CHOICE_PICKER), "picked", choice);
  g_object_unref (choice);
}

/* a place out of the gazetteer comes with those that it lies in, in the one change */
static void
test_division (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_PARTY, "place")));
  ShanhaiRecord *party;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_PARTY, "party-a"));
  shanhai_casebook_fill (casebook, records, NULL, NULL);
  party = shanhai_casebook_lookup (casebook, "party-a");

  shanhai_field_editor_set_record (editor, party);
  pick (editor, shanhai_choice_new_division (shanhai_gazetteer_find_code ("622926"), "", ""));
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 1);
  g_assert_true (shanhai_field_editor_apply (editor, &party, 1, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 4);
  g_assert_nonnull (shanhai_casebook_lookup (casebook, shanhai_party_get_place (SHANHAI_PARTY (party))));
  g_assert_true (shanhai_history_undo (shanhai_casebook_get_history (casebook), &error));
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 1);
  g_assert_null (shanhai_party_get_place (SHANHAI_PARTY (party)));
  assert_finalized (editor);
}

static void
test_key (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "sector")));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);
  guint activated = 0;

  g_signal_connect (editor, "activate", G_CALLBACK (count_cb), &activated);
  shanhai_field_editor_set_record (editor, draft);
  pick (editor, shanhai_choice_new (SHANHAI_CHOICE_THERE, "health", "", ""));
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  g_assert_cmpstr (shanhai_flow_get_sector (SHANHAI_FLOW (draft)), ==, "health");
  g_assert_cmpuint (activated, ==, 0);
  /* over a cell, a choice is the whole edit */
  shanhai_field_editor_set_compact (editor, true);
  pick (editor, shanhai_choice_new (SHANHAI_CHOICE_NOTHING, NULL, "", ""));
  g_assert_cmpuint (activated, ==, 1);
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  g_assert_null (shanhai_flow_get_sector (SHANHAI_FLOW (draft)));
  assert_finalized (editor);
}

static void
test_ends (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  ShanhaiFieldEditor *editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "from")));
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);
  g_autoptr (GError) error = NULL;
  const ShanhaiEnds *ends;
  GtkWidget *group, *entry;

  shanhai_field_editor_set_record (editor, draft);
  pick (editor, shanhai_choice_new (SHANHAI_CHOICE_THERE, "place-a", "", ""));
  /* the same once more is still one */
  pick (editor, shanhai_choice_new (SHANHAI_CHOICE_THERE, "place-a", "", ""));
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  ends = shanhai_flow_get_from (SHANHAI_FLOW (draft));
  g_assert_cmpuint (ends->n, ==, 1);
  g_assert_true (ends->single);
  g_assert_cmpstr (ends->items[0].id, ==, "place-a");

  /* an empty group says nothing */
  group = gtk_widget_get_last_child (gtk_widget_get_parent (find_child (GTK_WIDGET (editor), SHANHAI_TYPE_CHOICE_PICKER)));
  pick (editor, shanhai_choice_new (SHANHAI_CHOICE_THERE, "place-b", "", ""));
  g_signal_emit_by_name (group, "clicked");
  g_assert_false (shanhai_field_editor_store (editor, draft, &error));
  g_assert_error (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID);
  entry = find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT);
  gtk_editable_set_text (GTK_EDITABLE (entry), "19家企业");
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  ends = shanhai_flow_get_from (SHANHAI_FLOW (draft));
  g_assert_cmpuint (ends->n, ==, 3);
  g_assert_false (ends->single);
  g_assert_cmpstr (ends->items[2].count->unit, ==, "company");
  assert_finalized (editor);
}

static void
test_citations (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  ShanhaiFieldEditor *editor;
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_FLOW, NULL);
  const ShanhaiCitations *citations;
  GtkWidget *quote;

  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-a"));
  g_object_set (records->pdata[0], "text", "第一段\n\n投入4.7亿元。", NULL);
  shanhai_casebook_fill (casebook, records, NULL, NULL);
  editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "citations")));
  shanhai_field_editor_set_record (editor, draft);
  pick (editor, shanhai_choice_new (SHANHAI_CHOICE_THERE, "source-a", "", ""));
  quote = find_child (GTK_WIDGET (editor), GTK_TYPE_TEXT);
  gtk_editable_set_text (GTK_EDITABLE (quote), "4.7亿元");
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  citations = shanhai_record_get_citations (draft);
  g_assert_cmpuint (citations->n, ==, 1);
  g_assert_cmpstr (citations->items[0].source, ==, "source-a");
  g_assert_cmpint (citations->items[0].start, ==, 7);
  g_assert_cmpint (citations->items[0].length, ==, 5);
  g_assert_cmpuint (citations->items[0].paragraph, ==, 2);
  g_assert_nonnull (citations->items[0].hash);
  /* not in the text: kept as typed, with no place */
  gtk_editable_set_text (GTK_EDITABLE (quote), "4.8亿元");
  g_assert_true (shanhai_field_editor_store (editor, draft, NULL));
  citations = shanhai_record_get_citations (draft);
  g_assert_cmpint (citations->items[0].start, ==, -1);
  g_assert_cmpstr (citations->items[0].quote, ==, "4.8亿元");
  settle ();
  assert_finalized (editor);
}

/* -- forms -- */

/* Each type has a form that opens, and closes without a trace. */
static void
test_form_of_each (void)
{
  g_autoptr (ShanhaiDocument) document = NULL;
  ShanhaiCasebook *casebook = open_example (&document);
  guint64 state = shanhai_history_get_state (shanhai_casebook_get_history (casebook));

  for (guint type = 0; type < SHANHAI_RECORD_OTHER; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);
      ShanhaiRecord *first = shanhai_record_list_get_n (list) > 0 ? shanhai_record_list_peek (list, 0) : NULL;
      GtkWidget *form = shanhai_record_editor_new (casebook, type, NULL);

      for (guint i = 0; i < 2; i++)
        {
          gtk_window_present (GTK_WINDOW (form));
          settle ();
          g_object_ref (form);
          gtk_window_close (GTK_WINDOW (form));
          settle ();
          assert_finalized (form);
          if (first == NULL || i == 1)
            break;
          form = shanhai_record_editor_new_for (casebook, &first, 1);
        }
    }
  g_assert_cmpuint (shanhai_history_get_state (shanhai_casebook_get_history (casebook)), ==, state);
}

static void
saved_cb (ShanhaiRecordEditor  *form,
          const char           *id,
          char                **saved)
{
  g_free (*saved);
  *saved = g_strdup (id);
}

static void
test_form_required (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  GtkWidget *form = shanhai_record_editor_new (casebook, SHANHAI_RECORD_PARTY, NULL);
  g_autofree char *saved = NULL;
  GtkWidget *text;

  g_signal_connect (form, "saved", G_CALLBACK (saved_cb), &saved);
  gtk_window_present (GTK_WINDOW (form));
  settle ();
  g_assert_false (shanhai_record_editor_save (SHANHAI_RECORD_EDITOR (form)));
  g_assert_null (saved);
  text = gtk_root_get_focus (GTK_ROOT (form));
  g_assert_true (GTK_IS_TEXT (text));
  gtk_editable_set_text (GTK_EDITABLE (text), "Hope School");
  g_assert_true (shanhai_record_editor_save (SHANHAI_RECORD_EDITOR (form)));
  g_assert_nonnull (saved);
  g_assert_true (SHANHAI_IS_PARTY (shanhai_casebook_lookup (casebook, saved)));
  g_assert_cmpstr (shanhai_history_get_undo_title (shanhai_casebook_get_history (casebook)), ==, "Add Hope School");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* in passing: it is a draft, and the casebook has nothing of it */
static void
test_form_in_drafts (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  GtkWidget *form = shanhai_record_editor_new_in (drafts, SHANHAI_RECORD_INDICATOR, "Sacks of Potatoes", NULL);
  g_autofree char *saved = NULL;
  ShanhaiFieldEditor *editor;

  g_signal_connect (form, "saved", G_CALLBACK (saved_cb), &saved);
  /* its unit is missing */
  g_assert_false (shanhai_record_editor_save (SHANHAI_RECORD_EDITOR (form)));
  gtk_window_destroy (GTK_WINDOW (form));

  form = shanhai_record_editor_new_in (drafts, SHANHAI_RECORD_PARTY, "Hope School", NULL);
  g_signal_connect (form, "saved", G_CALLBACK (saved_cb), &saved);
  g_assert_true (shanhai_record_editor_save (SHANHAI_RECORD_EDITOR (form)));
  g_assert_nonnull (saved);
  g_assert_cmpuint (shanhai_casebook_get_n_records (casebook), ==, 0);
  g_assert_true (SHANHAI_IS_PARTY (shanhai_drafts_lookup (drafts, saved)));
  gtk_window_destroy (GTK_WINDOW (form));

  /* and an editor that shares the drafts can name it */
  editor = g_object_ref_sink (SHANHAI_FIELD_EDITOR (shanhai_field_editor_new_in (drafts, SHANHAI_RECORD_OBSERVATION, "subject")));
  g_assert_true (shanhai_field_editor_get_drafts (editor) == drafts);
  assert_finalized (editor);
}

/* several records get what was touched, in one change */
static void
test_form_many (void)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  ShanhaiRecord *three[3];
  GtkWidget *form;

  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_FLOW, "flow-a"));
  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_FLOW, "flow-b"));
  g_ptr_array_add (records, shanhai_record_new (SHANHAI_RECORD_EXCHANGE, "exchange-a"));
  g_object_set (records->pdata[0], "kind", "fiscal", NULL);
  shanhai_casebook_fill (casebook, records, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    three[i] = shanhai_casebook_lookup (casebook, ((const char *[]) { "flow-a", "flow-b", "exchange-a" })[i]);

  form = shanhai_record_editor_new_for (casebook, three, 3);
  gtk_window_present (GTK_WINDOW (form));
  settle ();
  /* of money and people, the period is what both have first */
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (form))), "2019");
  g_assert_true (shanhai_record_editor_save (SHANHAI_RECORD_EDITOR (form)));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (shanhai_period_get_text (shanhai_record_get_period (three[i])), ==, "2019");
  g_assert_cmpstr (shanhai_flow_get_kind (SHANHAI_FLOW (three[0])), ==, "fiscal");
  g_assert_cmpstr (shanhai_history_get_undo_title (shanhai_casebook_get_history (casebook)), ==, "Edit 3 records");
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
test_directory (void)
{
  g_autoptr (ShanhaiDocument) document = NULL;
  ShanhaiCasebook *casebook = open_example (&document);
  GtkWidget *window = shanhai_directory_window_new (casebook, SHANHAI_RECORD_PARTY);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  assert_finalized (window);
}

static void
put_indicator (ShanhaiCasebook *casebook,
               const char      *id,
               const char      *unit)
{
  g_autoptr (ShanhaiChange) change = shanhai_change_new ("put");
  g_autoptr (ShanhaiRecord) indicator = shanhai_record_new (SHANHAI_RECORD_INDICATOR, id);
  g_autoptr (ShanhaiRecord) figure = shanhai_record_new (SHANHAI_RECORD_OBSERVATION, NULL);
  g_autoptr (ShanhaiName) name = shanhai_name_new_plain (id);

  g_object_set (indicator, "key", id, "name", name, "unit", unit, NULL);
  g_object_set (figure, "indicator", id, NULL);
  shanhai_change_put (change, indicator);
  shanhai_change_put (change, figure);
  g_assert_true (shanhai_casebook_apply (casebook, change, NULL));
}

/* two indicators become the one that was chosen, where they count the same */
static void
test_directory_merge (void)
{
  g_autoptr (ShanhaiDocument) document = shanhai_document_new ();
  ShanhaiCasebook *casebook = shanhai_document_get_casebook (document);
  ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_INDICATOR);
  GtkWidget *window, *button;

  put_indicator (casebook, "goats", "head");
  put_indicator (casebook, "kids", "head");
  put_indicator (casebook, "share", "percent");
  window = shanhai_directory_window_new (casebook, SHANHAI_RECORD_INDICATOR);
  g_object_ref (window);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  button = find_child (window, GTK_TYPE_MENU_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (button));

  gtk_selection_model_select_all (gtk_list_view_get_model (GTK_LIST_VIEW (find_child (window, GTK_TYPE_LIST_VIEW))));
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_activate_action (window, "directory.merge", "s", "kids"));
  /* a share is no number of heads */
  g_assert_cmpuint (shanhai_record_list_get_n (list), ==, 3);

  gtk_selection_model_unselect_item (gtk_list_view_get_model (GTK_LIST_VIEW (find_child (window, GTK_TYPE_LIST_VIEW))), 2);
  g_assert_true (gtk_widget_activate_action (window, "directory.merge", "s", "kids"));
  g_assert_cmpuint (shanhai_record_list_get_n (list), ==, 2);
  g_assert_null (shanhai_casebook_lookup (casebook, "goats"));
  {
    ShanhaiRecordList *figures = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_OBSERVATION);
    guint n_kids = 0;

    for (guint i = 0; i < shanhai_record_list_get_n (figures); i++)
      n_kids += g_strcmp0 (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (shanhai_record_list_peek (figures, i))), "kids") == 0;
    g_assert_cmpuint (n_kids, ==, 2);
  }
  g_assert_true (gtk_widget_activate_action (window, "directory.undo", NULL));
  g_assert_nonnull (shanhai_casebook_lookup (casebook, "goats"));
  g_assert_false (shanhai_history_can_undo (shanhai_casebook_get_history (casebook)));

  gtk_window_close (GTK_WINDOW (window));
  settle ();
  assert_finalized (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-editor/forms", test_forms);
  g_test_add_func ("/field-editor/mnemonics", test_mnemonics);
  g_test_add_func ("/field-editor/unchanged", test_unchanged);
  g_test_add_func ("/field-editor/quantity", test_quantity);
  g_test_add_func ("/field-editor/many", test_many);
  g_test_add_func ("/field-editor/name", test_name);
  g_test_add_func ("/field-editor/strings", test_strings);
  g_test_add_func ("/field-editor/flag", test_flag);
  g_test_add_func ("/field-editor/division", test_division);
  g_test_add_func ("/field-editor/key", test_key);
  g_test_add_func ("/field-editor/ends", test_ends);
  g_test_add_func ("/field-editor/citations", test_citations);
  g_test_add_func ("/record-editor/each", test_form_of_each);
  g_test_add_func ("/record-editor/required", test_form_required);
  g_test_add_func ("/record-editor/in-drafts", test_form_in_drafts);

  g_test_add_func ("/record-editor/many", test_form_many);
  g_test_add_func ("/directory/opens", test_directory);
  g_test_add_func ("/directory/merge", test_directory_merge);

  return g_test_run ();
}

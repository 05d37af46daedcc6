/* shanhai-field-editor-apply.c - makes the editor for a member, and the change that comes of it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an editor needs no secrets for: which kind it is, and how its value gets into the casebook. */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-field-editor-kinds.h"
#include "shanhai-history.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-wording.h"

static GType
get_kind (const ShanhaiField *field)
{
  switch (field->kind)
    {
    case SHANHAI_FIELD_KEY:
      return field->scheme != NULL ? shanhai_field_editor_choice_get_type () : shanhai_field_editor_text_get_type ();
    case SHANHAI_FIELD_REFERENCE:
      return shanhai_field_editor_choice_get_type ();
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_ENDS:
      return shanhai_field_editor_ends_get_type ();
    case SHANHAI_FIELD_QUANTITY:
      return shanhai_field_editor_quantity_get_type ();
    case SHANHAI_FIELD_PERIOD:
      return shanhai_field_editor_period_get_type ();
    case SHANHAI_FIELD_FLAG:
      return shanhai_field_editor_flag_get_type ();
    case SHANHAI_FIELD_CITATIONS:
      return shanhai_field_editor_citations_get_type ();
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_NAME:
    case SHANHAI_FIELD_STRINGS:
    case SHANHAI_FIELD_ABOUT:
    default:
      return shanhai_field_editor_text_get_type ();
    }
}

/**
 * shanhai_field_editor_new_in:
 * @drafts: what is made in passing, shared with others
 * @type: of the records
 * @member: of these records
 *
 * Returns: (transfer floating): the right kind of editor
 */
GtkWidget *
shanhai_field_editor_new_in (ShanhaiDrafts     *drafts,
                             ShanhaiRecordType  type,
                             const char        *member)
{
  g_autoptr (ShanhaiRecord) blank = NULL;
  const ShanhaiField *field;

  g_return_val_if_fail (SHANHAI_IS_DRAFTS (drafts), NULL);

  blank = shanhai_record_new (type, NULL);
  field = shanhai_record_find_field (blank, member);
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (get_kind (field), "drafts", drafts, "record-type", (guint) type, "member", member, NULL);
}

GtkWidget *
shanhai_field_editor_new (ShanhaiCasebook   *casebook,
                          ShanhaiRecordType  type,
                          const char        *member)
{
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);

  return shanhai_field_editor_new_in (drafts, type, member);
}

static char *
dup_change_title (ShanhaiFieldEditor  *self,
                  ShanhaiRecord      **records,
                  guint                n_records)
{
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (shanhai_field_editor_get_drafts (self)));
  g_autofree char *noun = shanhai_form_dup_noun (shanhai_record_get_record_type (records[0]), shanhai_field_editor_get_field (self)->member);
  g_autofree char *subject = NULL;

  if (n_records != 1)
    /* Translators: what undo names: "Undo: set sector of 3 records" */
    return g_strdup_printf (ngettext ("Set %s of %u record", "Set %s of %u records", n_records), noun, n_records);

  subject = shanhai_wording_subject (&wording, records[0]);
  /* Translators: what undo names: "Undo: set amount of Huli → Dongxiang" */
  return g_strdup_printf (_("Set %s of %s"), noun, subject);
}

/**
 * shanhai_field_editor_apply:
 * @records: (array length=n_records): of the casebook, of the editor's type
 *
 * Errors: as shanhai_field_editor_store() and shanhai_history_apply(). The error is shown below as well.
 *
 * Returns: whether the records have the value now
 */
bool
shanhai_field_editor_apply (ShanhaiFieldEditor  *self,
                            ShanhaiRecord      **records,
                            guint                n_records,
                            GError             **error)
{
  ShanhaiDrafts *drafts;
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *title = NULL;
  bool done = true;

  g_return_val_if_fail (SHANHAI_IS_FIELD_EDITOR (self), false);

  if (!shanhai_field_editor_is_touched (self) || n_records == 0)
    return true;

  drafts = shanhai_field_editor_get_drafts (self);

  title = dup_change_title (self, records, n_records);
  change = shanhai_change_new (title);
  for (guint i = 0; i < n_records && done; i++)
    {
      g_autoptr (ShanhaiRecord) draft = shanhai_record_copy (records[i]);

      done = shanhai_field_editor_store (self, draft, &local_error);
      if (done && !shanhai_record_equal (draft, records[i]))
        shanhai_change_put (change, draft);
    }
  if (done && shanhai_change_get_n (change) > 0)
    {
      if (n_records == 1)
        shanhai_change_set_subject (change, shanhai_record_get_id (records[0]));
      shanhai_drafts_complete (drafts, change);
      done = shanhai_history_apply (shanhai_casebook_get_history (shanhai_drafts_get_casebook (drafts)), change, &local_error);
    }
  if (!done)
    {
      shanhai_field_editor_show_error (self, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  /* as it is now */
  shanhai_field_editor_set_record (self, records[0]);
  return true;
}

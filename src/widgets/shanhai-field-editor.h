/* shanhai-field-editor.h - edits one member of a record: alone over a cell of a table, or in a form. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One class for all; shanhai_field_editor_new() gives the right kind for the member. An editor shows a record's value, and writes what was typed into a draft; it
 * never touches the record or the casebook. What is made in passing (a new party, a place out of the gazetteer) is kept in its ShanhaiDrafts, which belongs into
 * the same change: shanhai_drafts_complete (), or all at once shanhai_field_editor_apply ().
 *
 *   editor = shanhai_field_editor_new (casebook, SHANHAI_RECORD_FLOW, "amount");
 *   shanhai_field_editor_set_compact (editor, true);          over a cell: notes and errors in a bubble below it
 *   shanhai_field_editor_set_record (editor, flow);
 *   shanhai_field_editor_focus (editor);
 *   "activate" → if (shanhai_field_editor_apply (editor, &record, 1, &error)) close it
 *   "cancel"   → close it
 *
 * Signals: "changed" (something was typed or chosen), "activate" (Enter; or a choice that completes the entry), "cancel" (Escape). */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

#include "shanhai-drafts.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_FIELD_EDITOR (shanhai_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (ShanhaiFieldEditor, shanhai_field_editor, SHANHAI, FIELD_EDITOR, GtkWidget)

typedef enum
{
  SHANHAI_FIELD_EDITOR_ERROR_INVALID,  /* what is typed can't be read; the message says what would be right */
  SHANHAI_FIELD_EDITOR_ERROR_MISSING,  /* nothing is typed where something is required */
} ShanhaiFieldEditorError;

#define SHANHAI_FIELD_EDITOR_ERROR (shanhai_field_editor_error_quark ())

struct _ShanhaiFieldEditorClass
{
  GtkWidgetClass parent_class;

  /* Shows the value of shanhai_field_editor_get_field() in @record. */
  void  (*show)  (ShanhaiFieldEditor  *self,
                  ShanhaiRecord       *record);
  /* Writes what is typed into @draft (nothing typed: unset), or says what is wrong with it. */
  bool  (*store) (ShanhaiFieldEditor  *self,
                  ShanhaiRecord       *draft,
                  GError             **error);
  /* (transfer full) (nullable): how what is typed is understood, for the line below */
  char *(*read)  (ShanhaiFieldEditor  *self);
  void  (*focus) (ShanhaiFieldEditor  *self);
  /* Replaces what is typed; may be NULL. */
  void  (*type)  (ShanhaiFieldEditor  *self,
                  const char          *text);
  /* what its value depends on has changed (set_context); may be NULL */
  void  (*context_changed) (ShanhaiFieldEditor *self);
};

GQuark              shanhai_field_editor_error_quark (void);

/* @member: of that type of record, as the file names it ("part_of") */
GtkWidget          *shanhai_field_editor_new         (ShanhaiCasebook     *casebook,
                                                      ShanhaiRecordType    type,
                                                      const char          *member);
/* the same for one of several editors that share what is made in passing */
GtkWidget          *shanhai_field_editor_new_in      (ShanhaiDrafts       *drafts,
                                                      ShanhaiRecordType    type,
                                                      const char          *member);

ShanhaiDrafts      *shanhai_field_editor_get_drafts  (ShanhaiFieldEditor  *self);
const ShanhaiField *shanhai_field_editor_get_field   (ShanhaiFieldEditor  *self);
/* (nullable): the record whose value was shown last */
ShanhaiRecord      *shanhai_field_editor_get_record  (ShanhaiFieldEditor  *self);
/* The record as it is being filled in: what relative times count from, a figure's unit, and the case are taken from it. It is the record that is shown, until
 * a form says that another member has been edited by now. */
void                shanhai_field_editor_set_context (ShanhaiFieldEditor  *self,
                                                      ShanhaiRecord       *context);
ShanhaiRecord      *shanhai_field_editor_get_context (ShanhaiFieldEditor  *self);

/* Shows the record's value; it counts as untouched then. */
void                shanhai_field_editor_set_record  (ShanhaiFieldEditor  *self,
                                                      ShanhaiRecord       *record);
/* Writes the value into a draft. An editor that nobody touched leaves the draft as it is. */
bool                shanhai_field_editor_store       (ShanhaiFieldEditor  *self,
                                                      ShanhaiRecord       *draft,
                                                      GError             **error);
/* Gives the value to these records (of the editor's type) by one change of the casebook's history, with what was made in passing. No change at all when nothing
 * was touched. */
bool                shanhai_field_editor_apply       (ShanhaiFieldEditor  *self,
                                                      ShanhaiRecord      **records,
                                                      guint                n_records,
                                                      GError             **error);
bool                shanhai_field_editor_is_valid    (ShanhaiFieldEditor  *self);
/* whether something was typed or chosen since the record was shown */
bool                shanhai_field_editor_is_touched  (ShanhaiFieldEditor  *self);
void                shanhai_field_editor_focus       (ShanhaiFieldEditor  *self);
/* Puts this text where the value was, as if typed; for the first key that was pressed on a table's cell. Kinds without an entry open their list with it. */
void                shanhai_field_editor_type        (ShanhaiFieldEditor  *self,
                                                      const char          *text);
/* no room below: notes and errors show in a bubble */
void                shanhai_field_editor_set_compact (ShanhaiFieldEditor  *self,
                                                      bool                 compact);
/* empty is an error */
void                shanhai_field_editor_set_required (ShanhaiFieldEditor *self,
                                                      bool                 required);
/* Shows an error below, until something is typed; NULL takes it away. */
void                shanhai_field_editor_show_error  (ShanhaiFieldEditor  *self,
                                                      const GError        *error);

/* -- for the kinds of editor -- */

/* Whether a list or a form of its own is open: a table then waits, rather than take the lost focus for an end. */
bool                shanhai_field_editor_is_busy     (ShanhaiFieldEditor  *self);
/* the label that names it, for screen readers; over a cell, the title of the member */
void                shanhai_field_editor_set_label   (ShanhaiFieldEditor  *self,
                                                      GtkWidget           *label);

/* what it consists of, once; and the widget in it that has the keyboard and is named for screen readers */
void                shanhai_field_editor_set_child   (ShanhaiFieldEditor  *self,
                                                      GtkWidget           *child,
                                                      GtkWidget           *target);
void                shanhai_field_editor_changed     (ShanhaiFieldEditor  *self);
void                shanhai_field_editor_activate    (ShanhaiFieldEditor  *self);
bool                shanhai_field_editor_is_compact  (ShanhaiFieldEditor  *self);
void                shanhai_field_editor_set_busy    (ShanhaiFieldEditor  *self,
                                                      bool                 busy);

G_END_DECLS

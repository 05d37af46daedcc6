/* shanhai-field-editor-kinds.h - the kinds of field editor. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For shanhai-field-editor*.c alone: everybody else has shanhai_field_editor_new(). Each is made by g_object_new() with the construct properties "drafts",
 * "record-type" and "member". */

#pragma once

#include "shanhai-field-editor.h"

G_BEGIN_DECLS

/* STRING, NAME, STRINGS, and keys that have no list */
GType shanhai_field_editor_text_get_type      (void) G_GNUC_CONST;
GType shanhai_field_editor_quantity_get_type  (void) G_GNUC_CONST;
GType shanhai_field_editor_period_get_type    (void) G_GNUC_CONST;
GType shanhai_field_editor_flag_get_type      (void) G_GNUC_CONST;
/* KEY, REFERENCE */
GType shanhai_field_editor_choice_get_type    (void) G_GNUC_CONST;
/* REFERENCES, ENDS */
GType shanhai_field_editor_ends_get_type      (void) G_GNUC_CONST;
GType shanhai_field_editor_citations_get_type (void) G_GNUC_CONST;

G_END_DECLS

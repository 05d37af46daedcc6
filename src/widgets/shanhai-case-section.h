/* shanhai-case-section.h - what the pages of a case have in common. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An abstract widget: the case page makes one when its tab is first shown, gives it a case, and asks it for what the window asks the case page. */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-figure.h"
#include "shanhai-wording.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASE_SECTION (shanhai_case_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (ShanhaiCaseSection, shanhai_case_section, SHANHAI, CASE_SECTION, GtkWidget)

struct _ShanhaiCaseSectionClass
{
  GtkWidgetClass parent_class;

  /* another case, or none: fill the views from shanhai_case_section_get_case() */
  void           (*load)        (ShanhaiCaseSection *self);
  /* the casebook changed, or the words; called when idle, with a case. Live lists need nothing. */
  void           (*refresh)     (ShanhaiCaseSection *self);
  /* as in ShanhaiPage; each may be left out */
  ShanhaiFigure *(*get_figure)  (ShanhaiCaseSection *self);
  bool           (*show_record) (ShanhaiCaseSection *self,
                                 const char         *id);
  bool           (*copy)        (ShanhaiCaseSection *self);
};

/* Both NULL while there is no case. */
ShanhaiCasebook *shanhai_case_section_get_casebook (ShanhaiCaseSection *self);
ShanhaiCase     *shanhai_case_section_get_case     (ShanhaiCaseSection *self);
/* (nullable): of the case */
const char      *shanhai_case_section_get_case_id  (ShanhaiCaseSection *self);
/* (transfer full) (nullable): the live list of one type of record of the case; NULL without a case */
GListModel      *shanhai_case_section_list         (ShanhaiCaseSection *self,
                                                    ShanhaiRecordType   type);
ShanhaiWording   shanhai_case_section_get_wording  (ShanhaiCaseSection *self);
/* @casebook, @record: (nullable): both or none */
void             shanhai_case_section_set_case     (ShanhaiCaseSection *self,
                                                    ShanhaiCasebook    *casebook,
                                                    ShanhaiCase        *record);
/* for sections: the figure is another one */
void             shanhai_case_section_changed      (ShanhaiCaseSection *self);

ShanhaiFigure   *shanhai_case_section_get_figure   (ShanhaiCaseSection *self);
bool             shanhai_case_section_show_record  (ShanhaiCaseSection *self,
                                                    const char         *id);
bool             shanhai_case_section_copy         (ShanhaiCaseSection *self);

G_END_DECLS

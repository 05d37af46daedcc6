/* shanhai-page.h - what the window asks of the page that it shows. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is a widget with a writable property "document" (ShanhaiDocument, nullable: nothing to show). The window asks, the page never asks the
 * window: what it wants it requests by an action (gtk_widget_activate_action):
 *
 *   win.show-record   s     a record's id: its case and the page of the case that lists it; selects it
 *   win.show-case     s     a case's id
 *   win.show-source   (ss)  a source's id, and the id of the record whose citation is meant, or ""
 *   win.show-finding  s     a record's id: the gravest finding that names it
 *   win.export-chart        the figure that the visible page shows
 *   win.show-message  s     a passing message
 *   win.show-done     s     what an edit did: a passing message with a button to undo it
 *   win.edit-record   s     a record's id: its form
 *   win.edit-records  as    one form for several records
 *   win.new-record    (ss)  the form of a new record: its type, and the id of its case or ""
 */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

#include "shanhai-figure.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PAGE (shanhai_page_get_type ())
G_DECLARE_INTERFACE (ShanhaiPage, shanhai_page, SHANHAI, PAGE, GtkWidget)

struct _ShanhaiPageInterface
{
  GTypeInterface parent_iface;

  /* each may be left out: then there is no figure, no title, no such record, nothing to copy */
  ShanhaiFigure *(*get_figure)  (ShanhaiPage *self);
  const char    *(*get_title)   (ShanhaiPage *self);
  bool           (*show_record) (ShanhaiPage *self,
                                 const char  *id);
  bool           (*copy)        (ShanhaiPage *self);
};

/* (transfer none) (nullable): what "Export" would export */
ShanhaiFigure *shanhai_page_get_figure     (ShanhaiPage *self);
/* (transfer none) (nullable): the page's own title where it has one ("Huli → Dongxiang: Outcomes") */
const char    *shanhai_page_get_title      (ShanhaiPage *self);
/* scrolls to that record, or to where it was when it has gone just now, and selects it; false when the page doesn't list it */
bool           shanhai_page_show_record    (ShanhaiPage *self,
                                            const char  *id);
/* copies what is selected (rows as text, a chart as a picture); false when there is nothing to copy */
bool           shanhai_page_copy           (ShanhaiPage *self);
/* for pages: the figure or the title isn't the same any more. Emits "changed". */
void           shanhai_page_changed        (ShanhaiPage *self);

G_END_DECLS

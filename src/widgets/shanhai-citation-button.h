/* shanhai-citation-button.h - the mark ❝ beside a figure: shows where it was printed. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small flat button; without citations it is there (so that columns stay even) but says so and can't be pressed. The popover is made when it is asked for
 * and dropped when it closes: tables of 100 000 rows recycle these buttons. Its "Open in source" activates win.show-source with (source id, record id). */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-casebook.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CITATION_BUTTON (shanhai_citation_button_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCitationButton, shanhai_citation_button, SHANHAI, CITATION_BUTTON, GtkButton)

/* Properties: "casebook" and "record" (read and write) */
GtkWidget       *shanhai_citation_button_new          (void);

ShanhaiCasebook *shanhai_citation_button_get_casebook (ShanhaiCitationButton *self);
/* where the sources are looked up */
void             shanhai_citation_button_set_casebook (ShanhaiCitationButton *self,
                                                       ShanhaiCasebook       *casebook);
ShanhaiRecord   *shanhai_citation_button_get_record   (ShanhaiCitationButton *self);
/* @record: (nullable) */
void             shanhai_citation_button_set_record   (ShanhaiCitationButton *self,
                                                       ShanhaiRecord         *record);
/* opens the popover, as a click does */
void             shanhai_citation_button_popup        (ShanhaiCitationButton *self);

G_END_DECLS

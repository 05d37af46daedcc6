/* shanhai-key-figure.h - a card with one figure that stands for a case; a click goes to its page. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "shanhai-case-figures.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_KEY_FIGURE (shanhai_key_figure_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiKeyFigure, shanhai_key_figure, SHANHAI, KEY_FIGURE, GtkWidget)

/* Properties: "heading", "value", "caption" (read and write). */
GtkWidget  *shanhai_key_figure_new         (void);
/* Shows it and lets the card turn to its page (action case.page); where the checks say something against one of its records, a mark leads there. */
void        shanhai_key_figure_show        (ShanhaiKeyFigure        *self,
                                            ShanhaiCasebook         *casebook,
                                            const ShanhaiCaseFigure *figure);

const char *shanhai_key_figure_get_heading (ShanhaiKeyFigure        *self);
void        shanhai_key_figure_set_heading (ShanhaiKeyFigure        *self,
                                            const char              *heading);
const char *shanhai_key_figure_get_value   (ShanhaiKeyFigure        *self);
void        shanhai_key_figure_set_value   (ShanhaiKeyFigure        *self,
                                            const char              *value);
const char *shanhai_key_figure_get_caption (ShanhaiKeyFigure        *self);
void        shanhai_key_figure_set_caption (ShanhaiKeyFigure        *self,
                                            const char              *caption);

G_END_DECLS

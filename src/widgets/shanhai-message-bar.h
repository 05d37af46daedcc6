/* shanhai-message-bar.h - a sentence to the person: one that passes, or one that stays until it is closed. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes no room while it has nothing to say. A passing message goes by itself after some seconds, but not while the pointer or the keyboard is on it;
 * the next message takes its place. */

#pragma once

#include <gtk/gtk.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define SHANHAI_TYPE_MESSAGE_BAR (shanhai_message_bar_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiMessageBar, shanhai_message_bar, SHANHAI, MESSAGE_BAR, GtkWidget)

/* Properties: "passing" (read and write, false), "error" (read and write, false: looks), "text" (read and write, "" hides the bar) */
GtkWidget  *shanhai_message_bar_new         (void);

bool        shanhai_message_bar_get_passing (ShanhaiMessageBar *self);
void        shanhai_message_bar_set_passing (ShanhaiMessageBar *self,
                                             bool               passing);
bool        shanhai_message_bar_get_error   (ShanhaiMessageBar *self);
void        shanhai_message_bar_set_error   (ShanhaiMessageBar *self,
                                             bool               error);
const char *shanhai_message_bar_get_text    (ShanhaiMessageBar *self);
/* without a button */
void        shanhai_message_bar_set_text    (ShanhaiMessageBar *self,
                                             const char        *text);
/* @label: of a button (with a mnemonic), which activates @action; @target: (nullable): floating or not */
void        shanhai_message_bar_show        (ShanhaiMessageBar *self,
                                             const char        *text,
                                             const char        *label,
                                             const char        *action,
                                             GVariant          *target);
/* After shanhai_message_bar_show(): one more button, behind the others. It goes with the message. */
void        shanhai_message_bar_add_button  (ShanhaiMessageBar *self,
                                             const char        *label,
                                             const char        *action,
                                             GVariant          *target);

G_END_DECLS

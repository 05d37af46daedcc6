/* shanhai-about.h - what a decision is about: a finding or a record. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Either `record` is set, or `check` with the records it compared and the printed values that the person saw. */

#pragma once

#include <glib-object.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct
{
  char  *record;
  char  *check;
  char **records;
  char **seen;
  char  *extra;
} ShanhaiAbout;

#define SHANHAI_TYPE_ABOUT (shanhai_about_get_type ())

GType         shanhai_about_get_type (void) G_GNUC_CONST;
ShanhaiAbout *shanhai_about_new      (void);
ShanhaiAbout *shanhai_about_copy     (const ShanhaiAbout *self);
void          shanhai_about_free     (ShanhaiAbout       *self);
bool          shanhai_about_equal    (const ShanhaiAbout *a,
                                      const ShanhaiAbout *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiAbout, shanhai_about_free)

G_END_DECLS

/* shanhai-value-read.h - values of a record's members, checked one by one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For shanhai-record-read.c. A ValueReader is one line being read: its text, json-glib's tree of it, and where in it we are, so that
 * an error can name the member and unknown members can be found in the text. Each read function returns false with `error` set; what
 * it returns is the caller's. */

#pragma once

#include <json-glib/json-glib.h>

#include "shanhai-about.h"
#include "shanhai-citation.h"
#include "shanhai-ends.h"
#include "shanhai-line-walk.h"
#include "shanhai-name.h"
#include "shanhai-period.h"
#include "shanhai-quantity.h"
#include "shanhai-store-error.h"
#include "shanhai-strings.h"

G_BEGIN_DECLS

/* record → citations → item → member */
#define SHANHAI_VALUE_MAX_PATH 4
#define SHANHAI_VALUE_N_INTERNED 256

typedef struct
{
  const char *member;  /* NULL: the item `index` of an array */
  guint       index;
} ShanhaiValueStep;

typedef struct
{
  const char       *line;
  gsize             length;
  ShanhaiValueStep  path[SHANHAI_VALUE_MAX_PATH];
  guint             n_path;
  /* keys that were met lately: g_intern_string takes a lock that all threads share */
  const char       *interned[SHANHAI_VALUE_N_INTERNED];
} ShanhaiValueReader;

void  shanhai_value_push            (ShanhaiValueReader  *self,
                                     const char          *member,
                                     guint                index);
void  shanhai_value_pop             (ShanhaiValueReader  *self);
bool  shanhai_value_fail            (ShanhaiValueReader  *self,
                                     GError             **error,
                                     ShanhaiStoreError    code,
                                     const char          *format,
                                     ...) G_GNUC_PRINTF (4, 5);
/* (transfer full): the members of the object where we are, but for those named, as JSON text that begins with a comma */
char *shanhai_value_dup_extra       (ShanhaiValueReader  *self,
                                     bool               (*is_known) (const ShanhaiLineMember *member, gpointer user_data),
                                     gpointer             user_data);

const char *shanhai_value_intern    (ShanhaiValueReader *self, const char *text);

/* whether it is a plain value of that type */
bool  shanhai_value_holds           (JsonNode *node, GType type);
/* borrowed from the node */
bool  shanhai_value_read_text       (ShanhaiValueReader *self, JsonNode *node, const char **out, GError **error);
bool  shanhai_value_read_word       (ShanhaiValueReader *self, JsonNode *node, const char **out, GError **error);
bool  shanhai_value_read_flag       (ShanhaiValueReader *self, JsonNode *node, bool *out, GError **error);
bool  shanhai_value_read_whole      (ShanhaiValueReader *self, JsonNode *node, int lowest, int highest, gint64 *out, GError **error);
bool  shanhai_value_read_name       (ShanhaiValueReader *self, JsonNode *node, ShanhaiName **out, GError **error);
bool  shanhai_value_read_period     (ShanhaiValueReader *self, JsonNode *node, ShanhaiPeriod **out, GError **error);
bool  shanhai_value_read_strings    (ShanhaiValueReader *self, JsonNode *node, bool are_ids, ShanhaiStrings **out, GError **error);
bool  shanhai_value_read_quantity   (ShanhaiValueReader *self, JsonNode *node, ShanhaiQuantity **out, GError **error);
bool  shanhai_value_read_ends       (ShanhaiValueReader *self, JsonNode *node, ShanhaiEnds **out, GError **error);
bool  shanhai_value_read_about      (ShanhaiValueReader *self, JsonNode *node, ShanhaiAbout **out, GError **error);
bool  shanhai_value_read_citations  (ShanhaiValueReader *self, JsonNode *node, ShanhaiCitations **out, GError **error);

G_END_DECLS

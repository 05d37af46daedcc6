/* shanhai-marks.h - a laid-out chart: shapes and texts, ready to be drawn, pointed at and told. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Immutable and reference counted (atomically); made by a layout with a ShanhaiMarksBuilder. Lengths are pixels at scale 1, the origin is top left.
 *
 * A **datum** is what can be pointed at: a point of a series, a whole series, a node, a band. It has a key, unique in the chart: the record's id
 * where it stands for one record. It may belong to a group (a series' key), which is a datum itself, and it may stand for several records
 * (a band that adds up three payments); these ids find it as well. */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "shanhai-number.h"
#include "shanhai-palette.h"

G_BEGIN_DECLS

typedef struct _ShanhaiMarks ShanhaiMarks;

typedef struct
{
  double x, y, width, height;
} ShanhaiBox;

#define SHANHAI_TYPE_MARKS (shanhai_marks_get_type ())

GType                shanhai_marks_get_type     (void) G_GNUC_CONST;
ShanhaiMarks        *shanhai_marks_ref          (ShanhaiMarks         *self);
void                 shanhai_marks_unref        (ShanhaiMarks         *self);

double               shanhai_marks_get_width    (const ShanhaiMarks   *self);
double               shanhai_marks_get_height   (const ShanhaiMarks   *self);
ShanhaiTheme         shanhai_marks_get_theme    (const ShanhaiMarks   *self);
ShanhaiLanguage      shanhai_marks_get_language (const ShanhaiMarks   *self);
/* as shown, also when the options hide it; never NULL, may be "" */
const char          *shanhai_marks_get_title    (const ShanhaiMarks   *self);
const char          *shanhai_marks_get_subtitle (const ShanhaiMarks   *self);
/* what the chart had to leave out or bend ("3 names left out"), NULL-terminated, never NULL; also written on the chart */
const char * const  *shanhai_marks_get_notes    (const ShanhaiMarks   *self);

/* Draws the background and everything on it at the origin of @cr, 1 px = 1 user unit.
 * @highlighted: (nullable): keys or record ids. What they name is drawn emphasised, the other data dimmed. */
void                 shanhai_marks_draw         (const ShanhaiMarks   *self,
                                                 cairo_t              *cr,
                                                 const char * const   *highlighted);
/* The key of what lies at a point: inside it, else the nearest thing within 6 px; NULL for none. */
const char          *shanhai_marks_hit          (const ShanhaiMarks   *self,
                                                 double                x,
                                                 double                y);

/* the data in reading order, NULL-terminated, never NULL */
const char * const  *shanhai_marks_get_keys     (const ShanhaiMarks   *self);
/* All the following take a key or a record's id. */
/* the first datum that stands for that record, as its key; NULL for none */
const char          *shanhai_marks_find         (const ShanhaiMarks   *self,
                                                 const char           *key_or_record);
const char          *shanhai_marks_get_tip      (const ShanhaiMarks   *self,
                                                 const char           *key);
const char          *shanhai_marks_get_group    (const ShanhaiMarks   *self,
                                                 const char           *key);
/* ids of the records that it stands for; NULL-terminated, empty for a thing without records; NULL for an unknown key */
const char * const  *shanhai_marks_get_records  (const ShanhaiMarks   *self,
                                                 const char           *key);
bool                 shanhai_marks_get_bounds   (const ShanhaiMarks   *self,
                                                 const char           *key,
                                                 ShanhaiBox           *out);
/* where a popover may point: the marker, the middle of the line or band */
bool                 shanhai_marks_get_anchor   (const ShanhaiMarks   *self,
                                                 const char           *key,
                                                 double               *x,
                                                 double               *y);

/* the text alternative: what the chart shows, with the qualifiers in words; never NULL */
const char          *shanhai_marks_describe     (const ShanhaiMarks   *self);
/* the marks as JSON, keys in a fixed order, two places after the point; ends with a line feed (transfer full) */
char                *shanhai_marks_to_json      (const ShanhaiMarks   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiMarks, shanhai_marks_unref)

G_END_DECLS

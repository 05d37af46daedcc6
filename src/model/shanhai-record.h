/* shanhai-record.h - what every record of a casebook has. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is a draft until a casebook takes it in; then it is sealed: its properties change through changes alone (shanhai_casebook_apply), and
 * setting one is a programmer's error. Views hold on to a sealed record as long as they like: an edit changes it in place and notifies. */

#pragma once

#include "shanhai-citation.h"
#include "shanhai-field.h"
#include "shanhai-name.h"
#include "shanhai-period.h"
#include "shanhai-strings.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_RECORD (shanhai_record_get_type ())

/* Written out, since the instance stays private to the model (G_DECLARE_DERIVABLE_TYPE would give it away), while the class must be known to the
 * record types' own declarations. */
typedef struct _ShanhaiRecord ShanhaiRecord;
typedef struct _ShanhaiRecordClass ShanhaiRecordClass;

GType shanhai_record_get_type (void) G_GNUC_CONST;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiRecord, g_object_unref)

G_GNUC_UNUSED static inline ShanhaiRecord *
SHANHAI_RECORD (gpointer record)
{
  return G_TYPE_CHECK_INSTANCE_CAST (record, SHANHAI_TYPE_RECORD, ShanhaiRecord);
}

G_GNUC_UNUSED static inline gboolean
SHANHAI_IS_RECORD (gpointer record)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (record, SHANHAI_TYPE_RECORD);
}

struct _ShanhaiRecordClass
{
  GObjectClass        parent_class;

  ShanhaiRecordType   record_type;
  const ShanhaiField *fields;    /* the type's own, then the common ones */
  guint               n_fields;
  GParamSpec        **props;     /* of the fields, same order */
  /* the fields behind the common questions, or NULL */
  const ShanhaiField *case_field;
  const ShanhaiField *figure_field;
  const ShanhaiField *period_field;
  const ShanhaiField *title_field;
};

/* an empty draft of that type; id may be NULL (made later by the casebook) */
ShanhaiRecord          *shanhai_record_new               (ShanhaiRecordType     type,
                                                          const char           *id);
/* a draft with the same id and fields */
ShanhaiRecord          *shanhai_record_copy              (ShanhaiRecord        *self);
bool                    shanhai_record_equal             (ShanhaiRecord        *a,
                                                          ShanhaiRecord        *b);

ShanhaiRecordType       shanhai_record_get_record_type   (ShanhaiRecord        *self);
const char             *shanhai_record_get_id            (ShanhaiRecord        *self);
const ShanhaiName      *shanhai_record_get_note          (ShanhaiRecord        *self);
const char * const     *shanhai_record_get_tags          (ShanhaiRecord        *self);
const ShanhaiCitations *shanhai_record_get_citations     (ShanhaiRecord        *self);
bool                    shanhai_record_is_sealed         (ShanhaiRecord        *self);

/* the fields in file order: the type's own, then note, tags, citations */
const ShanhaiField     *shanhai_record_get_fields        (ShanhaiRecord        *self,
                                                          guint                *n_fields);
const ShanhaiField     *shanhai_record_find_field        (ShanhaiRecord        *self,
                                                          const char           *member);
void                    shanhai_record_foreach_reference (ShanhaiRecord        *self,
                                                          ShanhaiReferenceFunc  func,
                                                          gpointer              user_data);

/* unknown members of the record as JSON text that begins with a comma, or NULL (the store's) */
const char             *shanhai_record_get_extra         (ShanhaiRecord        *self);
void                    shanhai_record_set_extra         (ShanhaiRecord        *self,
                                                          const char           *extra);

/* The record's case, or NULL where its type has none. A case is its own case. */
const char             *shanhai_record_get_case_id       (ShanhaiRecord        *self);
/* the figure a view shows for it (a flow's amount, an exchange's count, an observation's value), or NULL */
const ShanhaiQuantity  *shanhai_record_get_figure        (ShanhaiRecord        *self);
const ShanhaiPeriod    *shanhai_record_get_period        (ShanhaiRecord        *self);
/* name or title, or NULL where its type has none */
const ShanhaiName      *shanhai_record_get_title         (ShanhaiRecord        *self);

G_END_DECLS

/* shanhai-casebook.h - the document: all records, found by id, listed by type. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References are ids; a reference to a record that isn't there is allowed (a finding for the checks). What refers to what is indexed at the
 * first question and kept up to date from then on. The casebook belongs to one thread. */

#pragma once

#include "shanhai-change.h"
#include "shanhai-ends.h"
#include "shanhai-record-list.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_CASEBOOK (shanhai_casebook_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiCasebook, shanhai_casebook, SHANHAI, CASEBOOK, GObject)

typedef enum
{
  SHANHAI_CASEBOOK_ERROR_READ_ONLY,
  SHANHAI_CASEBOOK_ERROR_MISSING,    /* a record to delete isn't there */
  SHANHAI_CASEBOOK_ERROR_TYPE,       /* a record can't become one of another type, unless the change allows that */
  SHANHAI_CASEBOOK_ERROR_REFERRED,   /* others refer to what would be deleted; the message lists them */
} ShanhaiCasebookError;

#define SHANHAI_CASEBOOK_ERROR (shanhai_casebook_error_quark ())
#define SHANHAI_CASEBOOK_FORMAT 1

GQuark             shanhai_casebook_error_quark    (void);

ShanhaiCasebook   *shanhai_casebook_new            (void);

/* the casebook record itself; properties title, language, created, read-only */
const ShanhaiName *shanhai_casebook_get_title      (ShanhaiCasebook      *self);
const char        *shanhai_casebook_get_language   (ShanhaiCasebook      *self);
const char        *shanhai_casebook_get_created    (ShanhaiCasebook      *self);
gint64             shanhai_casebook_get_format     (ShanhaiCasebook      *self);
const char        *shanhai_casebook_get_extra      (ShanhaiCasebook      *self);
/* (transfer full): all of it */
ShanhaiHeader     *shanhai_casebook_dup_header     (ShanhaiCasebook      *self);
/* for whoever reads a file; an edit goes by shanhai_change_put_header() */
void               shanhai_casebook_set_header     (ShanhaiCasebook      *self,
                                                    gint64                format,
                                                    ShanhaiName          *title,
                                                    const char           *language,
                                                    const char           *created,
                                                    const char           *extra);
bool               shanhai_casebook_is_read_only   (ShanhaiCasebook      *self);
void               shanhai_casebook_set_read_only  (ShanhaiCasebook      *self,
                                                    bool                  read_only);

guint              shanhai_casebook_get_n_records  (ShanhaiCasebook      *self);
/* (transfer none): live, sorted by id */
ShanhaiRecordList *shanhai_casebook_get_list       (ShanhaiCasebook      *self,
                                                    ShanhaiRecordType     type);
/* (transfer none): in constant time; NULL when there is none */
ShanhaiRecord     *shanhai_casebook_lookup         (ShanhaiCasebook      *self,
                                                    const char           *id);
/* as lookup, but NULL also when the record is of another type */
gpointer           shanhai_casebook_lookup_as      (ShanhaiCasebook      *self,
                                                    ShanhaiRecordType     type,
                                                    const char           *id);
/* (transfer full): the records of one type that belong to a case; live */
GListModel        *shanhai_casebook_list_case      (ShanhaiCasebook      *self,
                                                    ShanhaiRecordType     type,
                                                    const char           *case_id);
/* Builds the index that the following need, and the lists of a case; else the first of them that is asked for does, which takes a while with a hundred thousand
 * records. Like all else here, in one thread at a time: for who has the casebook to itself. */
void               shanhai_casebook_index_references (ShanhaiCasebook    *self);
/* (transfer container) (element-type ShanhaiRecord): what refers to that id, in file order */
GPtrArray         *shanhai_casebook_dup_referrers  (ShanhaiCasebook      *self,
                                                    const char           *id);
/* the same, of one type */
GPtrArray         *shanhai_casebook_dup_referrers_of_type (ShanhaiCasebook   *self,
                                                           ShanhaiRecordType  type,
                                                           const char        *id);
/* the same, of those that cite a source */
GPtrArray         *shanhai_casebook_dup_citing     (ShanhaiCasebook      *self,
                                                    const char           *source_id);
/* (transfer container): the place, its parent, and so on up; a cycle ends the walk */
GPtrArray         *shanhai_casebook_dup_place_path (ShanhaiCasebook      *self,
                                                    const char           *place_id);

/* Takes in what was read from a file, into an empty casebook: drafts in any order. A record whose id is there already is left out and told by
 * `duplicate` (may be NULL). */
void               shanhai_casebook_fill           (ShanhaiCasebook      *self,
                                                    GPtrArray            *records,
                                                    void                (*duplicate) (ShanhaiRecord *record, guint index, gpointer user_data),
                                                    gpointer              user_data);
/* Applies the whole change or nothing. First the index and all references are brought up to date, then the lists; then the altered records and
 * the casebook notify, and at last "changed" (ShanhaiChange) is emitted. */
bool               shanhai_casebook_apply          (ShanhaiCasebook      *self,
                                                    ShanhaiChange        *change,
                                                    GError              **error);

G_END_DECLS

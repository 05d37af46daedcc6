/* shanhai-table-names.h - which record a cell means: by id, code or name; else a new one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A snapshot of a casebook's names, made where the casebook may be read; then any thread may ask. Names are compared without spaces and
 * the case of letters, places also by the gazetteer's short and full forms. What isn't there becomes a place (its code and what it lies
 * in from the gazetteer), a party or a source, with an id that the name alone decides, so that the same table makes the same records. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-store-error.h"

G_BEGIN_DECLS

typedef struct _ShanhaiTableNames ShanhaiTableNames;

ShanhaiTableNames *shanhai_table_names_new         (ShanhaiCasebook    *casebook);
void               shanhai_table_names_free        (ShanhaiTableNames  *self);
/* (transfer none) (nullable): of those types. Error SHANHAI_STORE_ERROR_DUPLICATE where two are called so; NULL without an error where none is. */
const char        *shanhai_table_names_find        (ShanhaiTableNames  *self,
                                                    guint               targets,
                                                    const char         *text,
                                                    GError            **error);
/* (transfer none) (nullable): the same, or a new record where the types can be made. `code` (nullable): of the place. */
const char        *shanhai_table_names_ensure      (ShanhaiTableNames  *self,
                                                    guint               targets,
                                                    const char         *text,
                                                    const char         *code,
                                                    GError            **error);
/* (transfer none): the key of an indicator, by key or name; a new `indicator` record where it isn't known, counted in `unit` */
const char        *shanhai_table_names_ensure_indicator (ShanhaiTableNames *self,
                                                         const char        *text,
                                                         const char        *unit);
/* (transfer none) (nullable): interned; only what is known */
const char        *shanhai_table_names_find_indicator (ShanhaiTableNames *self,
                                                       const char        *text);
/* (transfer none) (element-type ShanhaiRecord): drafts of what was made */
GPtrArray         *shanhai_table_names_get_created (ShanhaiTableNames  *self);

/* (transfer full): what names are compared by */
char              *shanhai_table_fold_name         (const char         *text);
/* (transfer full): the type's name and ten base32 characters out of the parts, NULL-terminated: the same parts make the same id */
char              *shanhai_table_derive_id         (ShanhaiRecordType   type,
                                                    ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ShanhaiTableNames, shanhai_table_names_free)

G_END_DECLS

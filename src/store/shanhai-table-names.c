/* shanhai-table-names.c - which record a cell means. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-case.h"
#include "shanhai-gazetteer.h"
#include "shanhai-indicator.h"
#include "shanhai-place.h"
#include "shanhai-record-private.h"
#include "shanhai-vocabulary.h"

#define ID_LENGTH 10
#define AMBIGUOUS ""

struct _ShanhaiTableNames
{
  GHashTable *ids;      /* id → its type + 1 */
  GHashTable *names;    /* "TYPE:folded name" → id, or AMBIGUOUS */
  GHashTable *codes;    /* GB/T 2260 → id of a place */
  GHashTable *indicators;  /* folded key or name → interned key */
  GPtrArray  *created;
};

char *
shanhai_table_fold_name (const char *text)
{
  g_autofree char *wide = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (wide != NULL ? wide : text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

char *
shanhai_table_derive_id (ShanhaiRecordType type,
                         ...)
{
  static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 hash[32];
  gsize size = sizeof hash;
  char letters[ID_LENGTH + 1] = { 0 };
  const char *part;
  va_list args;

  va_start (args, type);
  while ((part = va_arg (args, const char *)) != NULL)
    g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
  va_end (args);

  g_checksum_get_digest (checksum, hash, &size);
  for (guint i = 0; i < ID_LENGTH; i++)
    letters[i] = digits[hash[i] % 32];

  return g_strconcat (shanhai_record_type_get_name (type), "-", letters, NULL);
}

static char *
dup_key (ShanhaiRecordType  type,
         const char        *text)
{
  g_autofree char *folded = shanhai_table_fold_name (text);

  return g_strdup_printf ("%u:%s", (guint) type, folded);
}

static void
add_name (ShanhaiTableNames *self,
          ShanhaiRecordType  type,
          const char        *text,
          const char        *id)
{
  char *key;
  const char *old;

  if (text == NULL || *text == '\0')
    return;

  key = dup_key (type, text);
  old = g_hash_table_lookup (self->names, key);
  if (old != NULL && strcmp (old, id) != 0)
    id = AMBIGUOUS;
  g_hash_table_replace (self->names, key, g_strdup (id));
}

static void
add_record (ShanhaiTableNames *self,
            ShanhaiRecord     *record)
{
  const ShanhaiRecordType type = shanhai_record_get_record_type (record);
  const ShanhaiName *name = shanhai_record_get_title (record);
  const char *id = shanhai_record_get_id (record);

  g_hash_table_replace (self->ids, g_strdup (id), GUINT_TO_POINTER ((guint) type + 1));
  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    add_name (self, type, shanhai_name_get_nth (name, i, NULL), id);

  if (type == SHANHAI_RECORD_PLACE && shanhai_place_get_code (SHANHAI_PLACE (record)) != NULL)
    g_hash_table_replace (self->codes, g_strdup (shanhai_place_get_code (SHANHAI_PLACE (record))), g_strdup (id));
}

static void
add_indicator (ShanhaiTableNames *self,
               const char        *text,
               const char        *key)
{
  if (text != NULL && *text != '\0')
    g_hash_table_replace (self->indicators, shanhai_table_fold_name (text), (gpointer) g_intern_string (key));
}

static void
add_indicators (ShanhaiTableNames *self,
                ShanhaiCasebook   *casebook)
{
  ShanhaiRecordList *own = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_INDICATOR);
  guint n;
  const ShanhaiTerm *terms = shanhai_vocabulary_list ("indicators", &n);

  for (guint i = 0; i < n; i++)
    {
      add_indicator (self, terms[i].key, terms[i].key);
      add_indicator (self, terms[i].en, terms[i].key);
      add_indicator (self, terms[i].zh, terms[i].key);
    }
  for (guint i = 0; i < shanhai_record_list_get_n (own); i++)
    {
      ShanhaiIndicator *indicator = SHANHAI_INDICATOR (shanhai_record_list_peek (own, i));
      const ShanhaiName *name = shanhai_indicator_get_name (indicator);
      const char *key = shanhai_indicator_get_key (indicator);

      if (key == NULL)
        continue;
      add_indicator (self, key, key);
      for (guint l = 0; name != NULL && l < shanhai_name_get_n (name); l++)
        add_indicator (self, shanhai_name_get_nth (name, l, NULL), key);
    }
}

ShanhaiTableNames *
shanhai_table_names_new (ShanhaiCasebook *casebook)
{
  static const ShanhaiRecordType named[] = { SHANHAI_RECORD_PLACE, SHANHAI_RECORD_PARTY, SHANHAI_RECORD_CASE, SHANHAI_RECORD_PROGRAMME, SHANHAI_RECORD_SOURCE };
  ShanhaiTableNames *self = g_new0 (ShanhaiTableNames, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->created = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint t = 0; t < G_N_ELEMENTS (named); t++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, named[t]);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        add_record (self, shanhai_record_list_peek (list, i));
    }
  add_indicators (self, casebook);

  return self;
}

void
shanhai_table_names_free (ShanhaiTableNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->indicators);
  g_ptr_array_unref (self->created);
  g_free (self);
}

GPtrArray *
shanhai_table_names_get_created (ShanhaiTableNames *self)
{
  return self->created;
}

/* 东乡县 is what people write for 东乡族自治县: the short name with the last character of the full one */
static GPtrArray *
find_divisions (const char *text)
{
  g_autoptr (GPtrArray) divisions = shanhai_gazetteer_find_name (text);
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  g_autofree char *brief = NULL;

  if (divisions->len > 0 || last == NULL || g_utf8_strlen (text, -1) < 3)
    return g_steal_pointer (&divisions);

  brief = g_strndup (text, last - text);
  g_ptr_array_unref (divisions);
  divisions = shanhai_gazetteer_find_name (brief);
  for (guint i = divisions->len; i > 0; i--)
    if (!g_str_has_suffix (((const ShanhaiDivision *) divisions->pdata[i - 1])->name, last))
      g_ptr_array_remove_index (divisions, i - 1);

  return g_steal_pointer (&divisions);
}

static const char *
find_division_id (ShanhaiTableNames *self,
                  const char        *text)
{
  g_autoptr (GPtrArray) divisions = find_divisions (text);
  const char *found = NULL;

  for (guint i = 0; i < divisions->len; i++)
    {
      const ShanhaiDivision *division = divisions->pdata[i];
      const char *id = g_hash_table_lookup (self->codes, division->code);

      if (id != NULL && found != NULL)
        return NULL;
      if (id != NULL)
        found = id;
    }

  return found;
}

const char *
shanhai_table_names_find (ShanhaiTableNames  *self,
                          guint               targets,
                          const char         *text,
                          GError            **error)
{
  const guint type = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, text));
  const char *id = NULL;
  bool ambiguous = false;

  if (type > 0 && (targets & SHANHAI_RECORD_MASK (type - 1)) != 0)
    {
      gpointer key;

      g_hash_table_lookup_extended (self->ids, text, &key, NULL);
      return key;
    }

  if ((targets & SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)) != 0 && strlen (text) >= 6 && g_ascii_isdigit (*text))
    {
      const ShanhaiDivision *division = shanhai_gazetteer_find_code (text);

      id = g_hash_table_lookup (self->codes, division != NULL ? division->code : text);
      if (id != NULL)
        return id;
    }

  for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
    {
      g_autofree char *key = NULL;
      const char *found;

      if ((targets & SHANHAI_RECORD_MASK (t)) == 0)
        continue;
      key = dup_key ((ShanhaiRecordType) t, text);
      found = g_hash_table_lookup (self->names, key);
      if (found == NULL)
        continue;
      ambiguous = ambiguous || *found == '\0' || id != NULL;
      id = found;
    }
  if (id == NULL && (targets & SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)) != 0)
    id = find_division_id (self, text);
  if (!ambiguous)
    return id;

  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_DUPLICATE, _("two records are called “%s”; give the code or the id of the one that is meant"), text);
  return NULL;
}

static void
set_text (ShanhaiRecord *record,
          const char    *member,
          const char    *text)
{
  const ShanhaiField *field = shanhai_record_find_field (record, member);

  if (field->kind == SHANHAI_FIELD_NAME)
    SHANHAI_FIELD_SLOT (ShanhaiName *, record, field) = shanhai_name_new_plain (text);
  else if (field->kind == SHANHAI_FIELD_KEY)
    SHANHAI_FIELD_SLOT (const char *, record, field) = g_intern_string (text);
  else
    SHANHAI_FIELD_SLOT (char *, record, field) = g_strdup (text);
}

static const char *
take_created (ShanhaiTableNames *self,
              ShanhaiRecord     *record)
{
  g_ptr_array_add (self->created, record);
  add_record (self, record);

  return shanhai_record_get_id (record);
}

/* with what it lies in, as far up as the casebook has a place or the country is reached */
static const char *
ensure_division (ShanhaiTableNames      *self,
                 const ShanhaiDivision  *division,
                 const char             *name)
{
  const char *id = g_hash_table_lookup (self->codes, division->code);
  const char *parent;
  g_autofree char *derived = NULL;
  ShanhaiRecord *record;

  if (id != NULL)
    return id;

  parent = division->parent != NULL ? ensure_division (self, division->parent, division->parent->name) : NULL;
  derived = shanhai_table_derive_id (SHANHAI_RECORD_PLACE, "division", division->code, NULL);
  record = shanhai_record_new (SHANHAI_RECORD_PLACE, derived);
  set_text (record, "name", name);
  set_text (record, "level", shanhai_division_level_get_key (division->level));
  set_text (record, "code", division->code);
  if (parent != NULL)
    set_text (record, "parent", parent);

  return take_created (self, record);
}

typedef struct
{
  const char *suffix;
  const char *word;
} Suffix;

static const char *
find_suffix (const char   *text,
             const Suffix *suffixes,
             guint         n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (text, suffixes[i].suffix) && strlen (text) > strlen (suffixes[i].suffix))
      return suffixes[i].word;

  return NULL;
}

/* what a place's name ends in, and its level; longer endings first */
static const Suffix levels[] = {
  { "自治区", "province" }, { "省", "province" }, { "自治州", "prefecture" }, { "地区", "prefecture" }, { "盟", "prefecture" }, { "州", "prefecture" },
  { "市", "prefecture" }, { "新区", "county" }, { "区", "county" }, { "县", "county" }, { "旗", "county" }, { "街道", "township" },
  { "镇", "township" }, { "乡", "township" }, { "社区", "village" }, { "村", "village" },
  { "Province", "province" }, { "Prefecture", "prefecture" }, { "District", "county" }, { "County", "county" }, { "Township", "township" },
  { "Street", "township" }, { "Town", "township" }, { "Village", "village" },
};

static const Suffix kinds[] = {
  { "公司", "enterprise" }, { "集团", "enterprise" }, { "企业", "enterprise" }, { "厂", "enterprise" }, { "合作社", "enterprise" },
  { "学校", "school" }, { "小学", "school" }, { "中学", "school" }, { "大学", "school" }, { "学院", "school" }, { "幼儿园", "school" },
  { "医院", "hospital" }, { "卫生院", "hospital" }, { "卫生室", "hospital" },
  { "协会", "social-organisation" }, { "基金会", "social-organisation" }, { "商会", "social-organisation" }, { "联合会", "social-organisation" },
  { "支部", "party-branch" }, { "党委", "party-branch" }, { "工作队", "team" }, { "人民政府", "government" }, { "政府", "government" },
  { "局", "department" }, { "委员会", "department" }, { "委", "department" }, { "办公室", "department" }, { "办", "department" }, { "厅", "department" },
  { "Co., Ltd.", "enterprise" }, { "Company", "enterprise" }, { "School", "school" }, { "University", "school" }, { "Hospital", "hospital" },
  { "Foundation", "social-organisation" }, { "Association", "social-organisation" }, { "Bureau", "department" }, { "Government", "government" },
};

/* 社区 is a village though it ends in 区 */
static const char *
get_level (const char *text)
{
  return g_str_has_suffix (text, "社区") ? "village" : find_suffix (text, levels, G_N_ELEMENTS (levels));
}

static const char *
make_place (ShanhaiTableNames *self,
            const char        *text,
            const char        *code)
{
  const ShanhaiDivision *division = code != NULL ? shanhai_gazetteer_find_code (code) : shanhai_gazetteer_find_code (text);
  g_autoptr (GPtrArray) divisions = division == NULL ? find_divisions (text) : NULL;
  const char *level = get_level (text);
  g_autofree char *id = NULL;
  ShanhaiRecord *record;

  if (division != NULL)
    return ensure_division (self, division, code != NULL ? text : division->name);
  if (divisions->len == 1)
    return ensure_division (self, divisions->pdata[0], text);

  id = shanhai_table_derive_id (SHANHAI_RECORD_PLACE, text, code != NULL ? code : "", NULL);
  record = shanhai_record_new (SHANHAI_RECORD_PLACE, id);
  set_text (record, "name", text);
  if (level != NULL)
    set_text (record, "level", level);
  if (code != NULL)
    set_text (record, "code", code);

  return take_created (self, record);
}

static const char *
make_other (ShanhaiTableNames *self,
            ShanhaiRecordType  type,
            const char        *text)
{
  g_autofree char *id = shanhai_table_derive_id (type, text, NULL);
  ShanhaiRecord *record = shanhai_record_new (type, id);
  const char *kind = find_suffix (text, kinds, G_N_ELEMENTS (kinds));

  set_text (record, type == SHANHAI_RECORD_SOURCE ? "title" : "name", text);
  if (type == SHANHAI_RECORD_PARTY && kind != NULL)
    set_text (record, "kind", kind);

  return take_created (self, record);
}

static bool
is_place_name (const char *text)
{
  g_autoptr (GPtrArray) divisions = NULL;

  if (find_suffix (text, kinds, G_N_ELEMENTS (kinds)) != NULL)
    return false;
  if (get_level (text) != NULL || shanhai_gazetteer_find_code (text) != NULL)
    return true;
  divisions = shanhai_gazetteer_find_name (text);

  return divisions->len > 0;
}

const char *
shanhai_table_names_ensure (ShanhaiTableNames  *self,
                            guint               targets,
                            const char         *text,
                            const char         *code,
                            GError            **error)
{
  const bool place = (targets & SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)) != 0;
  const bool party = (targets & SHANHAI_RECORD_MASK (SHANHAI_RECORD_PARTY)) != 0;
  GError *cause = NULL;
  const char *id = NULL;

  if (code != NULL && place)
    id = shanhai_table_names_find (self, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE), code, NULL);
  if (id == NULL && (code == NULL || !place || shanhai_gazetteer_find_code (code) == NULL))
    id = shanhai_table_names_find (self, targets, text, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  if (id != NULL)
    return id;

  if (place && (!party || code != NULL || is_place_name (text)))
    return make_place (self, text, code);
  if (party)
    return make_other (self, SHANHAI_RECORD_PARTY, text);
  if ((targets & SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE)) != 0)
    return make_other (self, SHANHAI_RECORD_SOURCE, text);

  g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_NOT_FOUND, _("the casebook has nothing that is called “%s”"), text);
  return NULL;
}

const char *
shanhai_table_names_find_indicator (ShanhaiTableNames *self,
                                    const char        *text)
{
  g_autofree char *folded = shanhai_table_fold_name (text);

  return g_hash_table_lookup (self->indicators, folded);
}

const char *
shanhai_table_names_ensure_indicator (ShanhaiTableNames *self,
                                      const char        *text,
                                      const char        *unit)
{
  const char *key = shanhai_table_names_find_indicator (self, text);
  g_autofree char *id = NULL;
  ShanhaiRecord *record;

  if (key != NULL)
    return key;

  id = shanhai_table_derive_id (SHANHAI_RECORD_INDICATOR, text, NULL);
  record = shanhai_record_new (SHANHAI_RECORD_INDICATOR, id);
  set_text (record, "key", text);
  set_text (record, "name", text);
  if (unit != NULL)
    set_text (record, "unit", unit);
  g_ptr_array_add (self->created, record);
  add_indicator (self, text, text);

  return shanhai_table_names_find_indicator (self, text);
}

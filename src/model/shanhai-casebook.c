/* shanhai-casebook.c - the document: all records, found by id, listed by type. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: every record is in `by_id` under its own id and in the list of its type, and sealed; `references`, once built, covers exactly the
 * records that are in. The lists own the records; the key strings of `by_id` are the records' own ids. */

#include "shanhai-config.h"

#include "shanhai-casebook.h"

#include <glib/gi18n-lib.h>

#include "shanhai-change-private.h"
#include "shanhai-place.h"
#include "shanhai-record-private.h"
#include "shanhai-references.h"

/* how many of those in the way an error names */
#define MAX_NAMED 5

struct _ShanhaiCasebook
{
  GObject            parent_instance;

  gint64             format;
  ShanhaiName       *title;
  const char        *language;  /* interned */
  char              *created;
  char              *extra;
  bool               read_only;

  GHashTable        *by_id;
  ShanhaiRecordList *lists[SHANHAI_N_RECORD_TYPES];
  ShanhaiReferences *references;  /* NULL until somebody asks */
};

G_DEFINE_FINAL_TYPE (ShanhaiCasebook, shanhai_casebook, G_TYPE_OBJECT)
G_DEFINE_QUARK (shanhai-casebook-error-quark, shanhai_casebook_error)

typedef enum
{
  PROP_TITLE = 1,
  PROP_LANGUAGE,
  PROP_CREATED,
  PROP_READ_ONLY,
} ShanhaiCasebookProperty;

static GParamSpec *props[PROP_READ_ONLY + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
shanhai_casebook_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ShanhaiCasebook *self = SHANHAI_CASEBOOK (object);

  switch ((ShanhaiCasebookProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_boxed (value, self->title);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_CREATED:
      g_value_set_string (value, self->created);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_casebook_finalize (GObject *object)
{
  ShanhaiCasebook *self = SHANHAI_CASEBOOK (object);

  g_clear_pointer (&self->references, shanhai_references_free);
  g_hash_table_unref (self->by_id);
  for (guint i = 0; i < SHANHAI_N_RECORD_TYPES; i++)
    g_object_unref (self->lists[i]);
  g_clear_pointer (&self->title, shanhai_name_unref);
  g_free (self->created);
  g_free (self->extra);

  G_OBJECT_CLASS (shanhai_casebook_parent_class)->finalize (object);
}

static void
shanhai_casebook_class_init (ShanhaiCasebookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = shanhai_casebook_get_property;
  object_class->finalize = shanhai_casebook_finalize;

  props[PROP_TITLE] = g_param_spec_boxed ("title", NULL, NULL, SHANHAI_TYPE_NAME, flags);
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  props[PROP_CREATED] = g_param_spec_string ("created", NULL, NULL, NULL, flags);
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * ShanhaiCasebook::changed:
   * @self: the casebook
   * @change: what has just been applied
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, SHANHAI_TYPE_CHANGE);
}

static void
shanhai_casebook_init (ShanhaiCasebook *self)
{
  self->format = SHANHAI_CASEBOOK_FORMAT;
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < SHANHAI_N_RECORD_TYPES; i++)
    self->lists[i] = shanhai_record_list_new (i);
}

/**
 * shanhai_casebook_new:
 *
 * Returns: (transfer full): an empty casebook of the current format
 */
ShanhaiCasebook *
shanhai_casebook_new (void)
{
  return g_object_new (SHANHAI_TYPE_CASEBOOK, NULL);
}

const ShanhaiName *
shanhai_casebook_get_title (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  return self->title;
}

const char *
shanhai_casebook_get_language (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  return self->language;
}

const char *
shanhai_casebook_get_created (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  return self->created;
}

gint64
shanhai_casebook_get_format (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), 0);

  return self->format;
}

const char *
shanhai_casebook_get_extra (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  return self->extra;
}

/**
 * shanhai_casebook_set_header:
 * @self: a casebook
 * @format: version of the file format that it came in
 * @title: (nullable): its title
 * @language: (nullable): the language of its plain texts, e.g. "zh"
 * @created: (nullable): an EDTF date
 * @extra: (nullable): unknown members, as JSON text that begins with a comma
 *
 * Sets what the first line of the file says.
 */
void
shanhai_casebook_set_header (ShanhaiCasebook *self,
                             gint64           format,
                             ShanhaiName     *title,
                             const char      *language,
                             const char      *created,
                             const char      *extra)
{
  g_return_if_fail (SHANHAI_IS_CASEBOOK (self));

  self->format = format;
  g_free (self->extra);
  self->extra = g_strdup (extra);

  if (!shanhai_name_equal (self->title, title))
    {
      g_clear_pointer (&self->title, shanhai_name_unref);
      self->title = title != NULL ? shanhai_name_ref (title) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
    }
  if (g_strcmp0 (self->language, language) != 0)
    {
      self->language = g_intern_string (language);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
    }
  if (g_strcmp0 (self->created, created) != 0)
    {
      g_free (self->created);
      self->created = g_strdup (created);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CREATED]);
    }
}

bool
shanhai_casebook_is_read_only (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), true);

  return self->read_only;
}

void
shanhai_casebook_set_read_only (ShanhaiCasebook *self,
                                bool             read_only)
{
  g_return_if_fail (SHANHAI_IS_CASEBOOK (self));

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

guint
shanhai_casebook_get_n_records (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), 0);

  return g_hash_table_size (self->by_id);
}

ShanhaiRecordList *
shanhai_casebook_get_list (ShanhaiCasebook   *self,
                           ShanhaiRecordType  type)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);
  g_return_val_if_fail (type < SHANHAI_N_RECORD_TYPES, NULL);

  return self->lists[type];
}

ShanhaiRecord *
shanhai_casebook_lookup (ShanhaiCasebook *self,
                         const char      *id)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

gpointer
shanhai_casebook_lookup_as (ShanhaiCasebook   *self,
                            ShanhaiRecordType  type,
                            const char        *id)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (self, id);

  return record != NULL && shanhai_record_get_record_type (record) == type ? record : NULL;
}

static ShanhaiReferences *
ensure_references (ShanhaiCasebook *self)
{
  if (self->references == NULL)
    {
      self->references = shanhai_references_new ();
      for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
        for (guint i = 0; i < shanhai_record_list_get_n (self->lists[type]); i++)
          shanhai_references_add (self->references, shanhai_record_list_peek (self->lists[type], i));
    }

  return self->references;
}

static int
compare_file_order (gconstpointer a,
                    gconstpointer b)
{
  ShanhaiRecord *x = *(ShanhaiRecord **) a;
  ShanhaiRecord *y = *(ShanhaiRecord **) b;
  ShanhaiRecordType type_x = shanhai_record_get_record_type (x);
  ShanhaiRecordType type_y = shanhai_record_get_record_type (y);

  if (type_x != type_y)
    return type_x < type_y ? -1 : 1;

  return strcmp (shanhai_record_get_id (x), shanhai_record_get_id (y));
}

/* the index is built in file order and mostly stays so */
static void
sort_file_order (GPtrArray *records)
{
  for (guint i = 1; i < records->len; i++)
    if (compare_file_order (&records->pdata[i - 1], &records->pdata[i]) > 0)
      {
        g_ptr_array_sort (records, compare_file_order);
        return;
      }
}

GPtrArray *
shanhai_casebook_dup_referrers (ShanhaiCasebook *self,
                                const char      *id)
{
  GPtrArray *copy = g_ptr_array_new ();
  GPtrArray *found;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), copy);

  found = shanhai_references_get (ensure_references (self), id);
  if (found != NULL)
    {
      g_ptr_array_extend (copy, found, NULL, NULL);
      sort_file_order (copy);
    }

  return copy;
}

GPtrArray *
shanhai_casebook_dup_referrers_of_type (ShanhaiCasebook   *self,
                                        ShanhaiRecordType  type,
                                        const char        *id)
{
  GPtrArray *copy = g_ptr_array_new ();
  GPtrArray *found;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), copy);

  found = shanhai_references_get (ensure_references (self), id);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (shanhai_record_get_record_type (found->pdata[i]) == type)
      g_ptr_array_add (copy, found->pdata[i]);
  sort_file_order (copy);

  return copy;
}

GPtrArray *
shanhai_casebook_dup_citing (ShanhaiCasebook *self,
                             const char      *source_id)
{
  GPtrArray *referrers = shanhai_casebook_dup_referrers (self, source_id);
  guint kept = 0;

  for (guint i = 0; i < referrers->len; i++)
    {
      const ShanhaiCitations *citations = shanhai_record_get_citations (referrers->pdata[i]);
      bool cites = false;

      for (guint k = 0; citations != NULL && k < citations->n && !cites; k++)
        cites = strcmp (citations->items[k].source, source_id) == 0;
      if (cites)
        referrers->pdata[kept++] = referrers->pdata[i];
    }
  g_ptr_array_set_size (referrers, (int) kept);

  return referrers;
}

GPtrArray *
shanhai_casebook_dup_place_path (ShanhaiCasebook *self,
                                 const char      *place_id)
{
  GPtrArray *path = g_ptr_array_new ();
  ShanhaiPlace *place = shanhai_casebook_lookup_as (self, SHANHAI_RECORD_PLACE, place_id);

  while (place != NULL && !g_ptr_array_find (path, place, NULL))
    {
      g_ptr_array_add (path, place);
      place = shanhai_casebook_lookup_as (self, SHANHAI_RECORD_PLACE, shanhai_place_get_parent (place));
    }

  return path;
}

/**
 * shanhai_casebook_fill:
 * @self: an empty casebook
 * @records: (element-type ShanhaiRecord): drafts, in the order of the file
 * @duplicate: (nullable) (scope call): called with each record that is left out since its id is there already, and its index in @records
 * @user_data: for @duplicate
 */
void
shanhai_casebook_fill (ShanhaiCasebook *self,
                       GPtrArray       *records,
                       void           (*duplicate) (ShanhaiRecord *record, guint index, gpointer user_data),
                       gpointer         user_data)
{
  GPtrArray *by_type[SHANHAI_N_RECORD_TYPES];

  g_return_if_fail (SHANHAI_IS_CASEBOOK (self));
  g_return_if_fail (g_hash_table_size (self->by_id) == 0);

  for (guint i = 0; i < SHANHAI_N_RECORD_TYPES; i++)
    by_type[i] = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      ShanhaiRecord *record = records->pdata[i];

      if (record->id != NULL && g_hash_table_contains (self->by_id, record->id))
        {
          if (duplicate != NULL)
            duplicate (record, i, user_data);
          continue;
        }

      /* a record of an unknown type may come without an id; it is kept, but nothing can name it */
      if (record->id != NULL)
        g_hash_table_insert (self->by_id, record->id, record);
      shanhai_record_seal (record);
      g_ptr_array_add (by_type[shanhai_record_get_record_type (record)], record);
    }

  for (guint i = 0; i < SHANHAI_N_RECORD_TYPES; i++)
    {
      shanhai_record_list_fill (self->lists[i], by_type[i]);
      g_ptr_array_unref (by_type[i]);
    }
}

typedef struct
{
  ShanhaiChange *change;
  const char    *deleted;  /* the first id found that is referred to and goes */
} DeletedSearch;

static void
find_deleted (const ShanhaiField *field,
              const char         *id,
              gpointer            user_data)
{
  DeletedSearch *search = user_data;
  const ShanhaiChangeEntry *entry = shanhai_change_find (search->change, id);

  if (entry != NULL && entry->after == NULL)
    search->deleted = entry->id;
}

static bool
refuse_referred (const char *id,
                 GPtrArray  *in_the_way,
                 GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < in_the_way->len && i < MAX_NAMED; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", shanhai_record_get_id (in_the_way->pdata[i]));
  if (in_the_way->len > MAX_NAMED)
    g_string_append (names, ", …");

  g_set_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_REFERRED,
               _("%s can't be deleted: %s refer to it; delete or change those first"), id, names->str);

  return false;
}

/* every record that refers to what goes must go too, or be replaced by one that doesn't */
static bool
check_deletion (ShanhaiCasebook  *self,
                ShanhaiChange    *change,
                const char       *id,
                GError          **error)
{
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (self, id);
  g_autoptr (GPtrArray) in_the_way = g_ptr_array_new ();

  for (guint i = 0; i < referrers->len; i++)
    if (shanhai_change_find (change, shanhai_record_get_id (referrers->pdata[i])) == NULL)
      g_ptr_array_add (in_the_way, referrers->pdata[i]);

  return in_the_way->len == 0 || refuse_referred (id, in_the_way, error);
}

static bool
check_entry (ShanhaiCasebook           *self,
             ShanhaiChange             *change,
             const ShanhaiChangeEntry  *entry,
             GError                   **error)
{
  ShanhaiRecord *live = shanhai_casebook_lookup (self, entry->id);

  if (entry->after == NULL)
    {
      if (live != NULL)
        return check_deletion (self, change, entry->id, error);

      g_set_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_MISSING,
                   _("%s can't be deleted: the casebook has no such record"), entry->id);
      return false;
    }
  else
    {
      DeletedSearch search = { change, NULL };

      if (live != NULL && G_OBJECT_TYPE (live) != G_OBJECT_TYPE (entry->after))
        {
          g_set_error (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_TYPE,
                       _("%s is a record of another type; give the new one an id of its own"), entry->id);
          return false;
        }

      shanhai_record_foreach_reference (entry->after, find_deleted, &search);
      if (search.deleted != NULL)
        {
          g_autoptr (GPtrArray) in_the_way = g_ptr_array_new ();

          g_ptr_array_add (in_the_way, entry->after);
          return refuse_referred (search.deleted, in_the_way, error);
        }
      return true;
    }
}

/* index first, lists afterwards: whoever hears of an added record finds all that came with it */
static void
apply_to_index (ShanhaiCasebook *self,
                ShanhaiChange   *change,
                GPtrArray       *added,
                GPtrArray       *deleted)
{
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);
      ShanhaiRecord *live = g_hash_table_lookup (self->by_id, entry->id);

      if (live != NULL)
        {
          g_autoptr (ShanhaiRecord) before = shanhai_record_copy (live);

          shanhai_change_set_before (change, i, before);
          if (self->references != NULL)
            shanhai_references_remove (self->references, live);
        }
      else
        shanhai_change_set_before (change, i, NULL);

      if (entry->after == NULL)
        {
          g_hash_table_remove (self->by_id, entry->id);
          g_ptr_array_add (deleted, g_object_ref (live));
          continue;
        }

      if (live == NULL)
        {
          live = shanhai_record_copy (entry->after);
          shanhai_record_seal (live);
          g_hash_table_insert (self->by_id, live->id, live);
          g_ptr_array_add (added, live);
        }
      else
        shanhai_record_assign (live, entry->after);

      if (self->references != NULL)
        shanhai_references_add (self->references, live);
    }
}

/**
 * shanhai_casebook_apply:
 * @self: a casebook that isn't read-only
 * @change: a change; what was there before is filled in
 * @error: a #SHANHAI_CASEBOOK_ERROR; then nothing has changed
 *
 * Added and replaced records are copies of the change's drafts, so that later edits leave the change as it was.
 *
 * Returns: whether the change was applied
 */
bool
shanhai_casebook_apply (ShanhaiCasebook  *self,
                        ShanhaiChange    *change,
                        GError          **error)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) deleted = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), false);
  g_return_val_if_fail (SHANHAI_IS_CHANGE (change), false);

  if (self->read_only)
    {
      g_set_error_literal (error, SHANHAI_CASEBOOK_ERROR, SHANHAI_CASEBOOK_ERROR_READ_ONLY,
                           _("The casebook is open read-only; save a copy and change that"));
      return false;
    }

  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    if (!check_entry (self, change, shanhai_change_get_entry (change, i), error))
      return false;

  apply_to_index (self, change, added, deleted);
  for (guint i = 0; i < added->len; i++)
    shanhai_record_list_insert (self->lists[shanhai_record_get_record_type (added->pdata[i])], added->pdata[i]);
  for (guint i = 0; i < deleted->len; i++)
    shanhai_record_list_remove (self->lists[shanhai_record_get_record_type (deleted->pdata[i])], deleted->pdata[i]);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change);

  return true;
}

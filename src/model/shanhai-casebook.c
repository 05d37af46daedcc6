/* shanhai-casebook.c - the document: all records, found by id, listed by type. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariants: every record is in `by_id` under its own id and in the list of its type, and sealed; `references`, once built, covers exactly the
 * records that are in. The lists own the records; the key strings of `by_id` are the records' own ids. */

#include "shanhai-config.h"

#include "shanhai-casebook.h"

#include "shanhai-casebook-private.h"
#include "shanhai-place.h"
#include "shanhai-record-private.h"

G_DEFINE_FINAL_TYPE (ShanhaiCasebook, shanhai_casebook, G_TYPE_OBJECT)
G_DEFINE_QUARK (shanhai-casebook-error-quark, shanhai_casebook_error)

/* what applies a change is in shanhai-casebook-apply.c */
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

/**
 * shanhai_casebook_dup_header:
 * @self: a casebook
 *
 * Returns: (transfer full): what its first line says; to be altered and put into a change
 */
ShanhaiHeader *
shanhai_casebook_dup_header (ShanhaiCasebook *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  return shanhai_header_copy (&(ShanhaiHeader) { self->format, self->title, (char *) self->language, self->created, self->extra });
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
          shanhai_references_append (self->references, shanhai_record_list_peek (self->lists[type], i));
    }

  return self->references;
}

void
shanhai_casebook_index_references (ShanhaiCasebook *self)
{
  g_return_if_fail (SHANHAI_IS_CASEBOOK (self));

  ensure_references (self);
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
    g_ptr_array_extend (copy, found, NULL, NULL);

  return copy;
}

/* where the records of a type begin among @referrers, which are in file order */
static guint
find_type (GPtrArray         *referrers,
           ShanhaiRecordType  type)
{
  guint low = 0, high = referrers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (shanhai_record_get_record_type (referrers->pdata[middle]) < type)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
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
  if (found == NULL)
    return copy;
  /* those of a type stand together: nobody looks through a hundred thousand records of a case for the five of another type */
  for (guint i = find_type (found, type); i < found->len && shanhai_record_get_record_type (found->pdata[i]) == type; i++)
    g_ptr_array_add (copy, found->pdata[i]);

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

/*< private > */
void
shanhai_casebook_emit_changed (ShanhaiCasebook *self,
                               ShanhaiChange   *change)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change);
}

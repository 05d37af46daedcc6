/* shanhai-drafts.c - records that are being made, beside those that the casebook has. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-drafts.h"

#include "shanhai-place.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiDrafts
{
  GObject          parent_instance;

  ShanhaiCasebook *casebook;
  GPtrArray       *records; /* owned, in the order in which they were made */
};

G_DEFINE_FINAL_TYPE (ShanhaiDrafts, shanhai_drafts, G_TYPE_OBJECT)

static void
shanhai_drafts_dispose (GObject *object)
{
  ShanhaiDrafts *self = SHANHAI_DRAFTS (object);

  g_clear_object (&self->casebook);
  g_ptr_array_set_size (self->records, 0);

  G_OBJECT_CLASS (shanhai_drafts_parent_class)->dispose (object);
}

static void
shanhai_drafts_finalize (GObject *object)
{
  g_ptr_array_unref (SHANHAI_DRAFTS (object)->records);

  G_OBJECT_CLASS (shanhai_drafts_parent_class)->finalize (object);
}

static void
shanhai_drafts_class_init (ShanhaiDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_drafts_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_drafts_finalize;
}

static void
shanhai_drafts_init (ShanhaiDrafts *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/* (nullable) */
static ShanhaiRecord *
find_draft (ShanhaiDrafts *self,
            const char    *id)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_str_equal (shanhai_record_get_id (self->records->pdata[i]), id))
      return self->records->pdata[i];
  return NULL;
}

static bool
is_called (const ShanhaiName *name,
           const char        *text)
{
  for (guint i = 0; i < (name != NULL ? shanhai_name_get_n (name) : 0); i++)
    if (g_str_equal (shanhai_name_get_nth (name, i, NULL), text))
      return true;
  return false;
}

/* A place with a code is known by it alone; one without by its name and level. */
static bool
is_division (ShanhaiPlace          *place,
             const ShanhaiDivision *division)
{
  const char *code = shanhai_place_get_code (place);

  if (code != NULL && *code != '\0')
    return shanhai_gazetteer_find_code (code) == division;
  return g_strcmp0 (shanhai_place_get_level (place), shanhai_division_level_get_key (division->level)) == 0
         && is_called (shanhai_place_get_name (place), division->name);
}

static bool
is_country (ShanhaiPlace *place)
{
  return g_strcmp0 (shanhai_place_get_level (place), "country") == 0;
}

/* (nullable): @division: NULL: the country */
static const char *
find_place (ShanhaiDrafts         *self,
            const ShanhaiDivision *division)
{
  ShanhaiRecordList *places = shanhai_casebook_get_list (self->casebook, SHANHAI_RECORD_PLACE);

  for (guint i = 0; i < shanhai_record_list_get_n (places); i++)
    {
      ShanhaiPlace *place = SHANHAI_PLACE (shanhai_record_list_peek (places, i));

      if (division != NULL ? is_division (place, division) : is_country (place))
        return shanhai_record_get_id (SHANHAI_RECORD (place));
    }
  for (guint i = 0; i < self->records->len; i++)
    if (SHANHAI_IS_PLACE (self->records->pdata[i]) && division != NULL && is_division (self->records->pdata[i], division))
      return shanhai_record_get_id (self->records->pdata[i]);
  return NULL;
}

ShanhaiDrafts *
shanhai_drafts_new (ShanhaiCasebook *casebook)
{
  ShanhaiDrafts *self;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SHANHAI_TYPE_DRAFTS, NULL);
  self->casebook = g_object_ref (casebook);
  return self;
}

ShanhaiCasebook *
shanhai_drafts_get_casebook (ShanhaiDrafts *self)
{
  g_return_val_if_fail (SHANHAI_IS_DRAFTS (self), NULL);

  return self->casebook;
}

/**
 * shanhai_drafts_add:
 *
 * Returns: (transfer none): a draft with a fresh id
 */
ShanhaiRecord *
shanhai_drafts_add (ShanhaiDrafts     *self,
                    ShanhaiRecordType  type)
{
  g_autofree char *id = NULL;
  ShanhaiRecord *draft;

  g_return_val_if_fail (SHANHAI_IS_DRAFTS (self), NULL);

  do
    {
      g_free (id);
      id = shanhai_record_type_new_id (type);
    }
  while (shanhai_drafts_lookup (self, id) != NULL);

  draft = shanhai_record_new (type, id);
  g_ptr_array_add (self->records, draft);
  return draft;
}

void
shanhai_drafts_take (ShanhaiDrafts *self,
                     ShanhaiRecord *draft)
{
  g_return_if_fail (SHANHAI_IS_DRAFTS (self));
  g_return_if_fail (SHANHAI_IS_RECORD (draft) && shanhai_record_get_id (draft) != NULL);
  g_return_if_fail (shanhai_drafts_lookup (self, shanhai_record_get_id (draft)) == NULL);

  g_ptr_array_add (self->records, shanhai_record_copy (draft));
}

/**
 * shanhai_drafts_add_division:
 * @division: of the gazetteer
 *
 * Returns: (transfer none): the id of the place that it is
 */
const char *
shanhai_drafts_add_division (ShanhaiDrafts         *self,
                             const ShanhaiDivision *division)
{
  const char *found, *parent;
  g_autoptr (ShanhaiName) name = NULL;
  ShanhaiRecord *draft;

  g_return_val_if_fail (SHANHAI_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (division != NULL, NULL);

  found = find_place (self, division);
  if (found != NULL)
    return found;

  parent = division->parent != NULL ? shanhai_drafts_add_division (self, division->parent) : find_place (self, NULL);
  name = shanhai_name_new ((const char *[]) { "zh", "en" }, (const char *[]) { division->name, division->english }, 2);
  draft = shanhai_drafts_add (self, SHANHAI_RECORD_PLACE);
  g_object_set (draft,
                "name", name,
                "level", shanhai_division_level_get_key (division->level),
                "code", division->code,
                "parent", parent,
                NULL);
  return shanhai_record_get_id (draft);
}

/**
 * shanhai_drafts_list:
 * @type: or %SHANHAI_RECORD_OTHER for all
 *
 * Returns: (transfer container) (element-type ShanhaiRecord): in the order in which they were made
 */
GPtrArray *
shanhai_drafts_list (ShanhaiDrafts     *self,
                     ShanhaiRecordType  type)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (SHANHAI_IS_DRAFTS (self), list);

  for (guint i = 0; i < self->records->len; i++)
    if (type == SHANHAI_RECORD_OTHER || shanhai_record_get_record_type (self->records->pdata[i]) == type)
      g_ptr_array_add (list, self->records->pdata[i]);
  return list;
}

ShanhaiRecord *
shanhai_drafts_lookup (ShanhaiDrafts *self,
                       const char    *id)
{
  ShanhaiRecord *record;

  g_return_val_if_fail (SHANHAI_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  /* once a draft has become a record, the record counts */
  record = shanhai_casebook_lookup (self->casebook, id);
  return record != NULL ? record : find_draft (self, id);
}

char *
shanhai_drafts_dup_label (ShanhaiDrafts   *self,
                          const char      *id,
                          ShanhaiLanguage  language)
{
  ShanhaiRecord *draft;

  g_return_val_if_fail (SHANHAI_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  draft = shanhai_casebook_lookup (self->casebook, id) == NULL ? find_draft (self, id) : NULL;
  if (draft != NULL && shanhai_record_get_title (draft) != NULL)
    return g_strdup (shanhai_name_get (shanhai_record_get_title (draft), language));
  return shanhai_casebook_dup_label (self->casebook, id, language);
}

typedef struct
{
  ShanhaiDrafts *self;
  ShanhaiChange *change;
} Completion;

static void
complete_cb (const ShanhaiField *field,
             const char         *id,
             gpointer            user_data)
{
  Completion *completion = user_data;
  ShanhaiRecord *draft = find_draft (completion->self, id);

  if (draft == NULL || shanhai_casebook_lookup (completion->self->casebook, id) != NULL
      || shanhai_change_find (completion->change, id) != NULL)
    return;

  {
    g_autoptr (ShanhaiRecord) copy = shanhai_record_copy (draft);

    shanhai_change_put (completion->change, copy);
  }
}

/**
 * shanhai_drafts_complete:
 * @change: not yet applied
 *
 * Adds the drafts that the change's records need.
 */
void
shanhai_drafts_complete (ShanhaiDrafts *self,
                         ShanhaiChange *change)
{
  Completion completion = { self, change };

  g_return_if_fail (SHANHAI_IS_DRAFTS (self));
  g_return_if_fail (SHANHAI_IS_CHANGE (change));

  /* the drafts that are added stand at the end, and get their turn there */
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      ShanhaiRecord *after = shanhai_change_get_entry (change, i)->after;

      if (after != NULL)
        shanhai_record_foreach_reference (after, complete_cb, &completion);
    }
}

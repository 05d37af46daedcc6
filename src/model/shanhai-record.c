/* shanhai-record.c - what every record of a casebook has. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here works through the field table of the record's class. Thousands of records are made at every start, so a record has no
 * construct properties and its slots are filled directly by whoever reads it from a file. */

#include "shanhai-config.h"

#include "shanhai-record.h"

#include "shanhai-record-private.h"

G_DEFINE_ABSTRACT_TYPE (ShanhaiRecord, shanhai_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_FIELDS,  /* the fields' properties follow, in the table's order */
};

static const ShanhaiField common_fields[] = {
  SHANHAI_FIELD (ShanhaiRecord, "note", NAME, note),
  SHANHAI_FIELD (ShanhaiRecord, "tags", STRINGS, tags),
  SHANHAI_FIELD_TO (ShanhaiRecord, "citations", CITATIONS, citations, SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE)),
};

static GParamSpec *id_pspec;

static void
shanhai_record_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  ShanhaiRecord *self = SHANHAI_RECORD (object);

  if (prop_id == PROP_ID)
    g_value_set_string (value, self->id);
  else
    shanhai_field_get_value (&SHANHAI_RECORD_GET_CLASS (self)->fields[prop_id - PROP_FIELDS], self, value);
}

static void
shanhai_record_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ShanhaiRecord *self = SHANHAI_RECORD (object);

  g_return_if_fail (!self->sealed);

  if (prop_id == PROP_ID)
    shanhai_record_set_id (self, g_value_get_string (value));
  else if (shanhai_field_set_value (&SHANHAI_RECORD_GET_CLASS (self)->fields[prop_id - PROP_FIELDS], self, value))
    g_object_notify_by_pspec (object, pspec);
}

static void
shanhai_record_finalize (GObject *object)
{
  ShanhaiRecord *self = SHANHAI_RECORD (object);
  ShanhaiRecordClass *klass = SHANHAI_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    shanhai_field_clear (&klass->fields[i], self);
  g_free (self->id);
  g_free (self->extra);

  G_OBJECT_CLASS (shanhai_record_parent_class)->finalize (object);
}

static void
shanhai_record_class_init (ShanhaiRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = shanhai_record_get_property;
  object_class->set_property = shanhai_record_set_property;
  object_class->finalize = shanhai_record_finalize;

  /* its number is PROP_ID in every record type, since each installs its own fields behind it */
  id_pspec = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_ID, id_pspec);
}

static void
shanhai_record_init (ShanhaiRecord *self)
{
}

static const ShanhaiField *
find_class_field (ShanhaiRecordClass *klass,
                  const char         *member)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (strcmp (klass->fields[i].member, member) == 0)
      return &klass->fields[i];

  return NULL;
}

static const ShanhaiField *
find_first (ShanhaiRecordClass *klass,
            const char         *a,
            const char         *b)
{
  const ShanhaiField *field = find_class_field (klass, a);

  return field != NULL ? field : find_class_field (klass, b);
}

/*< private >
 * shanhai_record_class_install:
 * @klass: the class of a record type
 * @type: which one it is
 * @own_fields: (array length=n_own_fields): its fields, in the order of the file; static
 *
 * Makes the class out of its table: properties and the answers to the questions that views ask of every record.
 */
void
shanhai_record_class_install (ShanhaiRecordClass *klass,
                              ShanhaiRecordType   type,
                              const ShanhaiField *own_fields,
                              guint               n_own_fields)
{
  const guint n_fields = n_own_fields + G_N_ELEMENTS (common_fields);
  ShanhaiField *all = g_new (ShanhaiField, n_fields);  /* lives as long as the class: for ever */

  memcpy (all, own_fields, n_own_fields * sizeof *all);
  memcpy (all + n_own_fields, common_fields, sizeof common_fields);

  /* these two aren't inherited */
  G_OBJECT_CLASS (klass)->get_property = shanhai_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = shanhai_record_set_property;

  klass->record_type = type;
  klass->fields = all;
  klass->n_fields = n_fields;
  klass->props = g_new (GParamSpec *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->props[i] = shanhai_field_new_pspec (&all[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIELDS + i, klass->props[i]);
    }

  klass->case_field = find_class_field (klass, "case");
  klass->figure_field = find_first (klass, "amount", "count");
  if (klass->figure_field == NULL)
    klass->figure_field = find_class_field (klass, "value");
  klass->period_field = find_first (klass, "period", "published");
  klass->title_field = find_first (klass, "title", "name");
}

/**
 * shanhai_record_new:
 * @type: the kind of record
 * @id: (nullable): its id
 *
 * Returns: (transfer full): an empty draft
 */
ShanhaiRecord *
shanhai_record_new (ShanhaiRecordType  type,
                    const char        *id)
{
  ShanhaiRecord *self = g_object_new (shanhai_record_type_get_gtype (type), NULL);

  self->id = g_strdup (id);

  return self;
}

ShanhaiRecord *
shanhai_record_copy (ShanhaiRecord *self)
{
  ShanhaiRecordClass *klass;
  ShanhaiRecord *copy;

  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  klass = SHANHAI_RECORD_GET_CLASS (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  copy->id = g_strdup (self->id);
  copy->extra = g_strdup (self->extra);
  for (guint i = 0; i < klass->n_fields; i++)
    shanhai_field_copy (&klass->fields[i], self, copy);

  return copy;
}

bool
shanhai_record_equal (ShanhaiRecord *a,
                      ShanhaiRecord *b)
{
  ShanhaiRecordClass *klass = SHANHAI_RECORD_GET_CLASS (a);

  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b) || g_strcmp0 (a->id, b->id) != 0 || g_strcmp0 (a->extra, b->extra) != 0)
    return false;

  for (guint i = 0; i < klass->n_fields; i++)
    if (!shanhai_field_equal (&klass->fields[i], a, b))
      return false;

  return true;
}

static bool
may_refer (const ShanhaiField *field)
{
  return field->targets != 0 || field->kind == SHANHAI_FIELD_ABOUT;
}

/*< private > */
bool
shanhai_record_refers_alike (ShanhaiRecord *a,
                             ShanhaiRecord *b)
{
  ShanhaiRecordClass *klass = SHANHAI_RECORD_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    if (may_refer (&klass->fields[i]) && !shanhai_field_equal (&klass->fields[i], a, b))
      return false;

  return true;
}

/*< private > */
void
shanhai_record_assign (ShanhaiRecord *self,
                       ShanhaiRecord *from)
{
  ShanhaiRecordClass *klass = SHANHAI_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));

  /* frozen, so that no listener sees a record that is half one thing and half the other */
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    if (!shanhai_field_equal (&klass->fields[i], self, from))
      {
        shanhai_field_copy (&klass->fields[i], from, self);
        g_object_notify_by_pspec (G_OBJECT (self), klass->props[i]);
      }
  g_free (self->extra);
  self->extra = g_strdup (from->extra);
  g_object_thaw_notify (G_OBJECT (self));
}

/*< private > */
void
shanhai_record_set_id (ShanhaiRecord *self,
                       const char    *id)
{
  if (g_strcmp0 (self->id, id) == 0)
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), id_pspec);
}

/*< private > */
void
shanhai_record_seal (ShanhaiRecord *self)
{
  self->sealed = true;
}

ShanhaiRecordType
shanhai_record_get_record_type (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), SHANHAI_RECORD_OTHER);

  return SHANHAI_RECORD_GET_CLASS (self)->record_type;
}

const char *
shanhai_record_get_id (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return self->id;
}

const ShanhaiName *
shanhai_record_get_note (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return self->note;
}

const char * const *
shanhai_record_get_tags (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return self->tags != NULL ? (const char * const *) self->tags->items : NULL;
}

const ShanhaiCitations *
shanhai_record_get_citations (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return self->citations;
}

bool
shanhai_record_is_sealed (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), false);

  return self->sealed;
}

const ShanhaiField *
shanhai_record_get_fields (ShanhaiRecord *self,
                           guint         *n_fields)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  *n_fields = SHANHAI_RECORD_GET_CLASS (self)->n_fields;

  return SHANHAI_RECORD_GET_CLASS (self)->fields;
}

const ShanhaiField *
shanhai_record_find_field (ShanhaiRecord *self,
                           const char    *member)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return find_class_field (SHANHAI_RECORD_GET_CLASS (self), member);
}

/**
 * shanhai_record_foreach_reference:
 * @self: a record
 * @func: (scope call): called with each id that the record refers to, once for each mention
 * @user_data: for @func
 */
void
shanhai_record_foreach_reference (ShanhaiRecord        *self,
                                  ShanhaiReferenceFunc  func,
                                  gpointer              user_data)
{
  ShanhaiRecordClass *klass;

  g_return_if_fail (SHANHAI_IS_RECORD (self));

  klass = SHANHAI_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    shanhai_field_foreach_reference (&klass->fields[i], self, func, user_data);
}

const char *
shanhai_record_get_extra (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return self->extra;
}

void
shanhai_record_set_extra (ShanhaiRecord *self,
                          const char    *extra)
{
  g_return_if_fail (SHANHAI_IS_RECORD (self));
  g_return_if_fail (!self->sealed);

  g_free (self->extra);
  self->extra = g_strdup (extra);
}

static gpointer
get_slot (ShanhaiRecord      *self,
          const ShanhaiField *field,
          ShanhaiFieldKind    kind)
{
  if (field == NULL || field->kind != kind)
    return NULL;

  return SHANHAI_FIELD_SLOT (gpointer, self, field);
}

const char *
shanhai_record_get_case_id (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  if (SHANHAI_RECORD_GET_CLASS (self)->record_type == SHANHAI_RECORD_CASE)
    return self->id;

  return get_slot (self, SHANHAI_RECORD_GET_CLASS (self)->case_field, SHANHAI_FIELD_REFERENCE);
}

const ShanhaiQuantity *
shanhai_record_get_figure (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return get_slot (self, SHANHAI_RECORD_GET_CLASS (self)->figure_field, SHANHAI_FIELD_QUANTITY);
}

const ShanhaiPeriod *
shanhai_record_get_period (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return get_slot (self, SHANHAI_RECORD_GET_CLASS (self)->period_field, SHANHAI_FIELD_PERIOD);
}

const ShanhaiName *
shanhai_record_get_title (ShanhaiRecord *self)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (self), NULL);

  return get_slot (self, SHANHAI_RECORD_GET_CLASS (self)->title_field, SHANHAI_FIELD_NAME);
}

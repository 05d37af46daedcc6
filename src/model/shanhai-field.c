/* shanhai-field.c - one member of a record, handled by its kind. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only place that knows what the slots of a record's struct hold. */

#include "shanhai-config.h"

#include "shanhai-field.h"

#include "shanhai-about.h"
#include "shanhai-citation.h"
#include "shanhai-ends.h"
#include "shanhai-name.h"
#include "shanhai-period.h"
#include "shanhai-quantity.h"
#include "shanhai-strings.h"

#define SLOT(CType, record, field) SHANHAI_FIELD_SLOT (CType, record, field)

static GType
get_boxed_type (ShanhaiFieldKind kind)
{
  switch (kind)
    {
    case SHANHAI_FIELD_NAME:
      return SHANHAI_TYPE_NAME;
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      return SHANHAI_TYPE_STRINGS;
    case SHANHAI_FIELD_ENDS:
      return SHANHAI_TYPE_ENDS;
    case SHANHAI_FIELD_QUANTITY:
      return SHANHAI_TYPE_QUANTITY;
    case SHANHAI_FIELD_PERIOD:
      return SHANHAI_TYPE_PERIOD;
    case SHANHAI_FIELD_ABOUT:
      return SHANHAI_TYPE_ABOUT;
    case SHANHAI_FIELD_CITATIONS:
      return SHANHAI_TYPE_CITATIONS;
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_REFERENCE:
    case SHANHAI_FIELD_FLAG:
    default:
      g_return_val_if_reached (G_TYPE_INVALID);
    }
}

static bool
is_text (const ShanhaiField *field)
{
  return field->kind == SHANHAI_FIELD_STRING || field->kind == SHANHAI_FIELD_KEY || field->kind == SHANHAI_FIELD_REFERENCE;
}

GParamSpec *
shanhai_field_new_pspec (const ShanhaiField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  g_autofree char *name = g_strdelimit (g_strdup (field->member), "_", '-');

  if (is_text (field))
    return g_param_spec_string (name, NULL, NULL, NULL, flags);
  if (field->kind == SHANHAI_FIELD_FLAG)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);

  return g_param_spec_boxed (name, NULL, NULL, get_boxed_type (field->kind), flags);
}

void
shanhai_field_get_value (const ShanhaiField *field,
                         gconstpointer       record,
                         GValue             *value)
{
  if (is_text (field))
    g_value_set_string (value, SLOT (char *, record, field));
  else if (field->kind == SHANHAI_FIELD_FLAG)
    g_value_set_boolean (value, SLOT (bool, record, field));
  else
    g_value_set_boxed (value, SLOT (gpointer, record, field));
}

static bool
pointers_equal (const ShanhaiField *field,
                gconstpointer       a,
                gconstpointer       b)
{
  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_REFERENCE:
      return g_strcmp0 (a, b) == 0;
    case SHANHAI_FIELD_KEY:
      return a == b;
    case SHANHAI_FIELD_NAME:
      return shanhai_name_equal (a, b);
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      return shanhai_strings_equal (a, b);
    case SHANHAI_FIELD_ENDS:
      return shanhai_ends_equal (a, b);
    case SHANHAI_FIELD_QUANTITY:
      return shanhai_quantity_equal (a, b);
    case SHANHAI_FIELD_PERIOD:
      return shanhai_period_equal (a, b);
    case SHANHAI_FIELD_ABOUT:
      return shanhai_about_equal (a, b);
    case SHANHAI_FIELD_CITATIONS:
      return shanhai_citations_equal (a, b);
    case SHANHAI_FIELD_FLAG:
    default:
      g_return_val_if_reached (false);
    }
}

static gpointer
copy_pointer (const ShanhaiField *field,
              gconstpointer       pointer)
{
  if (pointer == NULL)
    return NULL;

  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_REFERENCE:
      return g_strdup (pointer);
    case SHANHAI_FIELD_KEY:
      return (gpointer) pointer;
    case SHANHAI_FIELD_NAME:
      return shanhai_name_ref ((ShanhaiName *) pointer);
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      return shanhai_strings_copy (pointer);
    case SHANHAI_FIELD_ENDS:
      return shanhai_ends_copy (pointer);
    case SHANHAI_FIELD_QUANTITY:
      return shanhai_quantity_copy (pointer);
    case SHANHAI_FIELD_PERIOD:
      return shanhai_period_copy (pointer);
    case SHANHAI_FIELD_ABOUT:
      return shanhai_about_copy (pointer);
    case SHANHAI_FIELD_CITATIONS:
      return shanhai_citations_copy (pointer);
    case SHANHAI_FIELD_FLAG:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
free_pointer (const ShanhaiField *field,
              gpointer            pointer)
{
  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_REFERENCE:
      g_free (pointer);
      break;
    case SHANHAI_FIELD_NAME:
      if (pointer != NULL)
        shanhai_name_unref (pointer);
      break;
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
      shanhai_strings_free (pointer);
      break;
    case SHANHAI_FIELD_ENDS:
      shanhai_ends_free (pointer);
      break;
    case SHANHAI_FIELD_QUANTITY:
      if (pointer != NULL)
        shanhai_quantity_free (pointer);
      break;
    case SHANHAI_FIELD_PERIOD:
      if (pointer != NULL)
        shanhai_period_free (pointer);
      break;
    case SHANHAI_FIELD_ABOUT:
      shanhai_about_free (pointer);
      break;
    case SHANHAI_FIELD_CITATIONS:
      shanhai_citations_free (pointer);
      break;
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_FLAG:
    default:
      break;
    }
}

bool
shanhai_field_set_value (const ShanhaiField *field,
                         gpointer            record,
                         const GValue       *value)
{
  gpointer *slot;
  gconstpointer next;

  if (field->kind == SHANHAI_FIELD_FLAG)
    {
      bool flag = g_value_get_boolean (value);
      bool changed = SLOT (bool, record, field) != flag;

      SLOT (bool, record, field) = flag;
      return changed;
    }

  slot = &SLOT (gpointer, record, field);
  next = is_text (field) ? g_value_get_string (value) : g_value_get_boxed (value);
  if (field->kind == SHANHAI_FIELD_KEY)
    next = g_intern_string (next);

  if (pointers_equal (field, *slot, next))
    return false;

  free_pointer (field, *slot);
  *slot = copy_pointer (field, next);

  return true;
}

bool
shanhai_field_is_set (const ShanhaiField *field,
                      gconstpointer       record)
{
  if (field->kind == SHANHAI_FIELD_FLAG)
    return SLOT (bool, record, field);

  return SLOT (gpointer, record, field) != NULL;
}

bool
shanhai_field_equal (const ShanhaiField *field,
                     gconstpointer       a,
                     gconstpointer       b)
{
  if (field->kind == SHANHAI_FIELD_FLAG)
    return SLOT (bool, a, field) == SLOT (bool, b, field);

  return pointers_equal (field, SLOT (gpointer, a, field), SLOT (gpointer, b, field));
}

void
shanhai_field_copy (const ShanhaiField *field,
                    gconstpointer       from,
                    gpointer            to)
{
  if (field->kind == SHANHAI_FIELD_FLAG)
    {
      SLOT (bool, to, field) = SLOT (bool, from, field);
      return;
    }

  free_pointer (field, SLOT (gpointer, to, field));
  SLOT (gpointer, to, field) = copy_pointer (field, SLOT (gpointer, from, field));
}

void
shanhai_field_clear (const ShanhaiField *field,
                     gpointer            record)
{
  if (field->kind == SHANHAI_FIELD_FLAG)
    {
      SLOT (bool, record, field) = false;
      return;
    }

  free_pointer (field, SLOT (gpointer, record, field));
  SLOT (gpointer, record, field) = NULL;
}

/**
 * shanhai_field_foreach_reference:
 * @field: a field of @record's type
 * @record: a record
 * @func: (scope call): called with each id that the field refers to
 * @user_data: for @func
 */
void
shanhai_field_foreach_reference (const ShanhaiField   *field,
                                 gconstpointer         record,
                                 ShanhaiReferenceFunc  func,
                                 gpointer              user_data)
{
  if (field->kind == SHANHAI_FIELD_FLAG || SLOT (gpointer, record, field) == NULL)
    return;

  switch (field->kind)
    {
    case SHANHAI_FIELD_REFERENCE:
      func (field, SLOT (char *, record, field), user_data);
      break;

    case SHANHAI_FIELD_REFERENCES:
      for (char **id = SLOT (ShanhaiStrings *, record, field)->items; *id != NULL; id++)
        func (field, *id, user_data);
      break;

    case SHANHAI_FIELD_ENDS:
      {
        const ShanhaiEnds *ends = SLOT (ShanhaiEnds *, record, field);

        for (guint i = 0; i < ends->n; i++)
          if (ends->items[i].id != NULL)
            func (field, ends->items[i].id, user_data);
      }
      break;

    case SHANHAI_FIELD_CITATIONS:
      {
        const ShanhaiCitations *citations = SLOT (ShanhaiCitations *, record, field);

        for (guint i = 0; i < citations->n; i++)
          func (field, citations->items[i].source, user_data);
      }
      break;

    case SHANHAI_FIELD_ABOUT:
      {
        const ShanhaiAbout *about = SLOT (ShanhaiAbout *, record, field);

        if (about->record != NULL)
          func (field, about->record, user_data);
        for (char **id = about->records; id != NULL && *id != NULL; id++)
          func (field, *id, user_data);
      }
      break;

    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_NAME:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_QUANTITY:
    case SHANHAI_FIELD_PERIOD:
    case SHANHAI_FIELD_FLAG:
    case SHANHAI_FIELD_STRINGS:
    default:
      break;
    }
}

/* shanhai-reference-map.c - records that name others by new ids. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-reference-map.h"

#include "shanhai-about.h"
#include "shanhai-ends.h"
#include "shanhai-record-private.h"

#define SLOT(CType, record, field) SHANHAI_FIELD_SLOT (CType, record, field)

typedef struct
{
  ShanhaiReferenceMap  map;
  gpointer             user_data;
  guint                n_kept;
  guint                n_lost;
  bool                 altered;
} Visit;

static void
count_cb (const ShanhaiField *field,
          const char         *id,
          gpointer            user_data)
{
  Visit *visit = user_data;
  const char *next = visit->map (field, id, visit->user_data);

  if (next != NULL)
    visit->n_kept++;
  else
    visit->n_lost++;
  visit->altered = visit->altered || g_strcmp0 (next, id) != 0;
}

static Visit
visit_field (const ShanhaiField  *field,
             ShanhaiRecord       *record,
             ShanhaiReferenceMap  map,
             gpointer             user_data)
{
  Visit visit = { map, user_data, 0, 0, false };

  shanhai_field_foreach_reference (field, record, count_cb, &visit);

  return visit;
}

/* a finding that would compare a record with itself is none */
static bool
about_folds (const ShanhaiField  *field,
             const ShanhaiAbout  *about,
             ShanhaiReferenceMap  map,
             gpointer             user_data)
{
  for (char **a = about->records; a != NULL && *a != NULL; a++)
    for (char **b = a + 1; *b != NULL; b++)
      if (strcmp (*a, *b) != 0 && g_strcmp0 (map (field, *a, user_data), map (field, *b, user_data)) == 0)
        return true;

  return false;
}

static bool
field_survives (const ShanhaiField  *field,
                ShanhaiRecord       *record,
                ShanhaiReferenceMap  map,
                gpointer             user_data)
{
  Visit visit = visit_field (field, record, map, user_data);

  if (!visit.altered)
    return true;

  if (field->kind == SHANHAI_FIELD_ABOUT)
    return visit.n_lost == 0 && !about_folds (field, SLOT (ShanhaiAbout *, record, field), map, user_data);
  /* groups without an id are ends as well */
  if (field->kind == SHANHAI_FIELD_ENDS)
    return visit.n_lost < SLOT (ShanhaiEnds *, record, field)->n;

  return visit.n_kept > 0;
}

bool
shanhai_record_survives (ShanhaiRecord       *record,
                         ShanhaiReferenceMap  map,
                         gpointer             user_data)
{
  ShanhaiRecordClass *klass;

  g_return_val_if_fail (SHANHAI_IS_RECORD (record), false);

  klass = SHANHAI_RECORD_GET_CLASS (record);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].loss == SHANHAI_FIELD_ESSENTIAL && !field_survives (&klass->fields[i], record, map, user_data))
      return false;

  return true;
}

static ShanhaiStrings *
map_strings (const ShanhaiField   *field,
             const ShanhaiStrings *strings,
             ShanhaiReferenceMap   map,
             gpointer              user_data)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char * const *id = strings->items; *id != NULL; id++)
    {
      const char *next = map (field, *id, user_data);

      if (next != NULL && !g_ptr_array_find_with_equal_func (kept, next, g_str_equal, NULL))
        g_ptr_array_add (kept, (char *) next);
    }
  if (kept->len == 0)
    return NULL;

  g_ptr_array_add (kept, NULL);

  return shanhai_strings_new ((const char * const *) kept->pdata, strings->single && kept->len == 2);
}

static char **
map_strv (const ShanhaiField  *field,
          char               **ids,
          ShanhaiReferenceMap  map,
          gpointer             user_data)
{
  GPtrArray *kept = g_ptr_array_new ();

  /* twins stay: what was seen of each stands beside them, in the same order */
  for (char **id = ids; *id != NULL; id++)
    {
      const char *next = map (field, *id, user_data);

      if (next != NULL)
        g_ptr_array_add (kept, g_strdup (next));
    }
  g_ptr_array_add (kept, NULL);

  return (char **) g_ptr_array_free (kept, FALSE);
}

static bool
has_end (const ShanhaiEnds *ends,
         const char        *id)
{
  for (guint i = 0; i < ends->n; i++)
    if (g_strcmp0 (ends->items[i].id, id) == 0)
      return true;

  return false;
}

static ShanhaiEnds *
map_ends (const ShanhaiField  *field,
          const ShanhaiEnds   *ends,
          ShanhaiReferenceMap  map,
          gpointer             user_data)
{
  g_autoptr (ShanhaiEnds) from = shanhai_ends_copy (ends);
  g_autoptr (ShanhaiEnds) kept = shanhai_ends_new (ends->n);

  kept->n = 0;
  kept->single = ends->single;
  for (guint i = 0; i < from->n; i++)
    {
      ShanhaiEnd *end = &from->items[i];

      if (end->id != NULL)
        {
          const char *next = map (field, end->id, user_data);

          if (next == NULL || has_end (kept, next))
            continue;
          if (next != end->id)
            {
              g_free (end->id);
              end->id = g_strdup (next);
            }
        }
      kept->items[kept->n++] = *end;
      *end = (ShanhaiEnd) { NULL };
    }

  return kept->n > 0 ? g_steal_pointer (&kept) : NULL;
}

static bool
has_citation (const ShanhaiCitations *citations,
              const ShanhaiCitation  *citation)
{
  for (guint i = 0; i < citations->n; i++)
    if (shanhai_citation_equal (&citations->items[i], citation))
      return true;

  return false;
}

static ShanhaiCitations *
map_citations (const ShanhaiField     *field,
               const ShanhaiCitations *citations,
               ShanhaiReferenceMap     map,
               gpointer                user_data)
{
  g_autoptr (ShanhaiCitations) from = shanhai_citations_copy (citations);
  g_autoptr (ShanhaiCitations) kept = shanhai_citations_new (citations->n);

  kept->n = 0;
  for (guint i = 0; i < from->n; i++)
    {
      ShanhaiCitation *citation = &from->items[i];
      const char *next = map (field, citation->source, user_data);

      if (next == NULL)
        continue;
      if (next != citation->source)
        {
          g_free (citation->source);
          citation->source = g_strdup (next);
        }
      if (has_citation (kept, citation))
        continue;

      kept->items[kept->n++] = *citation;
      *citation = (ShanhaiCitation) { NULL };
    }

  return kept->n > 0 ? g_steal_pointer (&kept) : NULL;
}

static ShanhaiAbout *
map_about (const ShanhaiField  *field,
           const ShanhaiAbout  *about,
           ShanhaiReferenceMap  map,
           gpointer             user_data)
{
  ShanhaiAbout *next = shanhai_about_copy (about);

  if (about->record != NULL)
    {
      g_free (next->record);
      next->record = g_strdup (map (field, about->record, user_data));
    }
  if (about->records != NULL)
    {
      g_strfreev (next->records);
      next->records = map_strv (field, about->records, map, user_data);
    }

  return next;
}

static void
map_field (const ShanhaiField  *field,
           ShanhaiRecord       *draft,
           ShanhaiReferenceMap  map,
           gpointer             user_data)
{
  gpointer old = SLOT (gpointer, draft, field);
  gpointer next;

  switch (field->kind)
    {
    case SHANHAI_FIELD_REFERENCE:
      next = g_strdup (map (field, old, user_data));
      break;
    case SHANHAI_FIELD_REFERENCES:
      next = map_strings (field, old, map, user_data);
      break;
    case SHANHAI_FIELD_ENDS:
      next = map_ends (field, old, map, user_data);
      break;
    case SHANHAI_FIELD_CITATIONS:
      next = map_citations (field, old, map, user_data);
      break;
    case SHANHAI_FIELD_ABOUT:
      next = map_about (field, old, map, user_data);
      break;
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_NAME:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_QUANTITY:
    case SHANHAI_FIELD_PERIOD:
    case SHANHAI_FIELD_FLAG:
    case SHANHAI_FIELD_STRINGS:
    default:
      g_return_if_reached ();
    }

  shanhai_field_clear (field, draft);
  SLOT (gpointer, draft, field) = next;
}

bool
shanhai_record_map_references (ShanhaiRecord       *draft,
                               ShanhaiReferenceMap  map,
                               gpointer             user_data)
{
  ShanhaiRecordClass *klass;
  bool altered = false;

  g_return_val_if_fail (SHANHAI_IS_RECORD (draft) && !shanhai_record_is_sealed (draft), false);

  klass = SHANHAI_RECORD_GET_CLASS (draft);
  for (guint i = 0; i < klass->n_fields; i++)
    if (visit_field (&klass->fields[i], draft, map, user_data).altered)
      {
        map_field (&klass->fields[i], draft, map, user_data);
        altered = true;
      }

  return altered;
}

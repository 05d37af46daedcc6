/* shanhai-references.c - what refers to which id. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-references.h"

struct _ShanhaiReferences
{
  GHashTable *by_id;  /* char * → GPtrArray of ShanhaiRecord in file order, not owned */
};

typedef struct
{
  ShanhaiReferences *self;
  ShanhaiRecord     *record;
  bool               in_order;  /* it comes after all that are in */
} Visit;

ShanhaiReferences *
shanhai_references_new (void)
{
  ShanhaiReferences *self = g_new (ShanhaiReferences, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
shanhai_references_free (ShanhaiReferences *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static int
compare_file_order (ShanhaiRecord *a,
                    ShanhaiRecord *b)
{
  ShanhaiRecordType type_a = shanhai_record_get_record_type (a);
  ShanhaiRecordType type_b = shanhai_record_get_record_type (b);

  if (type_a != type_b)
    return type_a < type_b ? -1 : 1;

  return a == b ? 0 : strcmp (shanhai_record_get_id (a), shanhai_record_get_id (b));
}

/* the first place whose record doesn't come before that one; the end is tried first, since whole casebooks come in order */
static guint
find_place (GPtrArray     *records,
            ShanhaiRecord *record)
{
  guint lo = 0;
  guint hi = records->len;

  if (hi > 0 && compare_file_order (records->pdata[hi - 1], record) < 0)
    return hi;

  while (lo < hi)
    {
      guint middle = lo + (hi - lo) / 2;

      if (compare_file_order (records->pdata[middle], record) < 0)
        lo = middle + 1;
      else
        hi = middle;
    }

  return lo;
}

static void
add_one (const ShanhaiField *field,
         const char         *id,
         gpointer            user_data)
{
  Visit *visit = user_data;
  GPtrArray *records = g_hash_table_lookup (visit->self->by_id, id);
  guint place;

  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (visit->self->by_id, g_strdup (id), records);
    }

  if (visit->in_order)
    place = records->len > 0 && records->pdata[records->len - 1] == visit->record ? records->len - 1 : records->len;
  else
    place = find_place (records, visit->record);
  if (place == records->len || records->pdata[place] != visit->record)
    g_ptr_array_insert (records, (int) place, visit->record);
}

static void
remove_one (const ShanhaiField *field,
            const char         *id,
            gpointer            user_data)
{
  Visit *visit = user_data;
  GPtrArray *records = g_hash_table_lookup (visit->self->by_id, id);
  guint place;

  if (records == NULL)
    return;

  place = find_place (records, visit->record);
  if (place < records->len && records->pdata[place] == visit->record)
    g_ptr_array_remove_index (records, place);
  if (records->len == 0)
    g_hash_table_remove (visit->self->by_id, id);
}

void
shanhai_references_add (ShanhaiReferences *self,
                        ShanhaiRecord     *record)
{
  shanhai_record_foreach_reference (record, add_one, &(Visit) { self, record, false });
}

void
shanhai_references_append (ShanhaiReferences *self,
                           ShanhaiRecord     *record)
{
  shanhai_record_foreach_reference (record, add_one, &(Visit) { self, record, true });
}

void
shanhai_references_remove (ShanhaiReferences *self,
                           ShanhaiRecord     *record)
{
  shanhai_record_foreach_reference (record, remove_one, &(Visit) { self, record, false });
}

GPtrArray *
shanhai_references_get (ShanhaiReferences *self,
                        const char        *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

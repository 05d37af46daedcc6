/* shanhai-record-filter.c - which records a search finds: by the words of their line. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-filter.h"

#include "shanhai-search.h"
#include "shanhai-wording.h"

struct _ShanhaiRecordFilter
{
  GtkFilter        parent_instance;

  ShanhaiCasebook *casebook;
  ShanhaiSearch   *search;     /* NULL: everything is found */
  GHashTable      *haystacks;  /* of a ShanhaiRecord, referenced; filled when they are searched */
};

G_DEFINE_FINAL_TYPE (ShanhaiRecordFilter, shanhai_record_filter, GTK_TYPE_FILTER)

static gboolean
shanhai_record_filter_match (GtkFilter *filter,
                             gpointer   item)
{
  ShanhaiRecordFilter *self = SHANHAI_RECORD_FILTER (filter);
  ShanhaiHaystack *haystack;

  if (self->search == NULL)
    return TRUE;

  haystack = g_hash_table_lookup (self->haystacks, item);
  if (haystack == NULL)
    {
      ShanhaiWording wording = shanhai_wording_now (self->casebook);
      g_autofree char *text = shanhai_wording_record (&wording, item);

      haystack = shanhai_haystack_new (text);
      g_hash_table_insert (self->haystacks, g_object_ref (item), haystack);
    }

  return shanhai_search_matches (self->search, haystack);
}

static GtkFilterMatch
shanhai_record_filter_get_strictness (GtkFilter *filter)
{
  return SHANHAI_RECORD_FILTER (filter)->search == NULL ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
shanhai_record_filter_finalize (GObject *object)
{
  ShanhaiRecordFilter *self = SHANHAI_RECORD_FILTER (object);

  g_clear_pointer (&self->search, shanhai_search_free);
  g_hash_table_unref (self->haystacks);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_record_filter_parent_class)->finalize (object);
}

static void
shanhai_record_filter_class_init (ShanhaiRecordFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_record_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = shanhai_record_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = shanhai_record_filter_get_strictness;
}

static void
shanhai_record_filter_init (ShanhaiRecordFilter *self)
{
  self->haystacks = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) shanhai_haystack_free);
}

ShanhaiRecordFilter *
shanhai_record_filter_new (ShanhaiCasebook *casebook)
{
  ShanhaiRecordFilter *self;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SHANHAI_TYPE_RECORD_FILTER, NULL);
  self->casebook = g_object_ref (casebook);

  return self;
}

void
shanhai_record_filter_set_query (ShanhaiRecordFilter *self,
                                 const char          *query)
{
  g_return_if_fail (SHANHAI_IS_RECORD_FILTER (self));

  g_clear_pointer (&self->search, shanhai_search_free);
  self->search = shanhai_search_new (query);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

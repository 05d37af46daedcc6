/* shanhai-merge-members.c - one member of a record, merged of three. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-merge-members.h"

#include "shanhai-ends.h"
#include "shanhai-record-private.h"

#define SLOT(CType, record, field) SHANHAI_FIELD_SLOT (CType, record, field)

/* one of a list, wherever the list is */
typedef struct
{
  ShanhaiFieldKind       kind;
  const char            *text;      /* of a REFERENCES or STRINGS */
  const ShanhaiCitation *citation;
  const ShanhaiEnd      *end;
} Item;

static GArray *
list_items (const ShanhaiField *field,
            ShanhaiRecord      *record)
{
  GArray *items = g_array_new (false, false, sizeof (Item));

  if (record == NULL || SLOT (gpointer, record, field) == NULL)
    return items;

  if (field->kind == SHANHAI_FIELD_CITATIONS)
    {
      const ShanhaiCitations *citations = SLOT (ShanhaiCitations *, record, field);

      for (guint i = 0; i < citations->n; i++)
        g_array_append_val (items, ((Item) { field->kind, NULL, &citations->items[i], NULL }));
    }
  else if (field->kind == SHANHAI_FIELD_ENDS)
    {
      const ShanhaiEnds *ends = SLOT (ShanhaiEnds *, record, field);

      for (guint i = 0; i < ends->n; i++)
        g_array_append_val (items, ((Item) { field->kind, NULL, NULL, &ends->items[i] }));
    }
  else
    for (char * const *text = SLOT (ShanhaiStrings *, record, field)->items; *text != NULL; text++)
      g_array_append_val (items, ((Item) { field->kind, *text, NULL, NULL }));

  return items;
}

static bool
item_equal (const Item *a,
            const Item *b)
{
  if (a->citation != NULL)
    {
      const ShanhaiCitation *x = a->citation;
      const ShanhaiCitation *y = b->citation;

      return x->start == y->start && x->length == y->length && x->paragraph == y->paragraph && g_strcmp0 (x->source, y->source) == 0 &&
             g_strcmp0 (x->quote, y->quote) == 0 && g_strcmp0 (x->hash, y->hash) == 0 && g_strcmp0 (x->extra, y->extra) == 0;
    }
  if (a->end != NULL)
    return a->end->kind == b->end->kind && g_strcmp0 (a->end->id, b->end->id) == 0 && g_strcmp0 (a->end->extra, b->end->extra) == 0 &&
           shanhai_name_equal (a->end->name, b->end->name) && shanhai_quantity_equal (a->end->count, b->end->count);

  return strcmp (a->text, b->text) == 0;
}

static bool
has_item (GArray     *items,
          const Item *item)
{
  for (guint i = 0; i < items->len; i++)
    if (item_equal (&g_array_index (items, Item, i), item))
      return true;

  return false;
}

static const char *
get_name_text (const ShanhaiName *name)
{
  return name != NULL ? shanhai_name_get_nth (name, 0, NULL) : NULL;
}

/* an order that depends on what the items say alone, so that both sides get the same list */
static int
compare_items (gconstpointer x,
               gconstpointer y)
{
  const Item *a = x;
  const Item *b = y;
  int order;

  if (a->text != NULL)
    return strcmp (a->text, b->text);
  if (a->citation != NULL)
    {
      order = g_strcmp0 (a->citation->source, b->citation->source);
      if (order == 0 && a->citation->start != b->citation->start)
        order = a->citation->start < b->citation->start ? -1 : 1;
      return order != 0 ? order : g_strcmp0 (a->citation->quote, b->citation->quote);
    }

  order = g_strcmp0 (a->end->id, b->end->id);
  if (order == 0)
    order = g_strcmp0 (a->end->kind, b->end->kind);
  return order != 0 ? order : g_strcmp0 (get_name_text (a->end->name), get_name_text (b->end->name));
}

/* what is in all of it, in the order of the base; then what either side added */
static GArray *
merge_items (GArray *base,
             GArray *mine,
             GArray *theirs)
{
  GArray *merged = g_array_new (false, false, sizeof (Item));
  GArray *sides[] = { mine, theirs };
  guint n_kept;

  for (guint i = 0; i < base->len; i++)
    {
      const Item *item = &g_array_index (base, Item, i);

      if (has_item (mine, item) && has_item (theirs, item) && !has_item (merged, item))
        g_array_append_vals (merged, item, 1);
    }
  n_kept = merged->len;
  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    for (guint i = 0; i < sides[side]->len; i++)
      {
        const Item *item = &g_array_index (sides[side], Item, i);

        if (!has_item (base, item) && !has_item (merged, item))
          g_array_append_vals (merged, item, 1);
      }
  if (merged->len > n_kept)
    qsort (&g_array_index (merged, Item, n_kept), merged->len - n_kept, sizeof (Item), compare_items);

  return merged;
}

static gpointer
new_strings (GArray *items,
             bool    single)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (texts, (char *) g_array_index (items, Item, i).text);
  g_ptr_array_add (texts, NULL);

  return shanhai_strings_new ((const char * const *) texts->pdata, single && items->len == 1);
}

static gpointer
new_citations (GArray *items)
{
  ShanhaiCitations *citations = shanhai_citations_new (items->len);

  for (guint i = 0; i < items->len; i++)
    citations->items[i] = shanhai_citation_dup (g_array_index (items, Item, i).citation);

  return citations;
}

static gpointer
new_ends (GArray *items)
{
  ShanhaiEnds *ends = shanhai_ends_new (items->len);

  for (guint i = 0; i < items->len; i++)
    ends->items[i] = shanhai_end_dup (g_array_index (items, Item, i).end);

  return ends;
}

static bool
is_bare (const ShanhaiField *field,
         ShanhaiRecord      *record)
{
  if (record == NULL || SLOT (gpointer, record, field) == NULL)
    return false;
  if (field->kind == SHANHAI_FIELD_ENDS)
    return SLOT (ShanhaiEnds *, record, field)->single;

  return field->kind != SHANHAI_FIELD_CITATIONS && SLOT (ShanhaiStrings *, record, field)->single;
}

static bool
is_set (const ShanhaiField *field,
        ShanhaiRecord      *base,
        ShanhaiRecord      *mine,
        ShanhaiRecord      *theirs)
{
  switch (field->kind)
    {
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
    case SHANHAI_FIELD_CITATIONS:
      return true;
    case SHANHAI_FIELD_ENDS:
      /* the one end of a flow is a value; two of them would be another flow */
      return !is_bare (field, base) && !is_bare (field, mine) && !is_bare (field, theirs);
    case SHANHAI_FIELD_STRING:
    case SHANHAI_FIELD_NAME:
    case SHANHAI_FIELD_KEY:
    case SHANHAI_FIELD_REFERENCE:
    case SHANHAI_FIELD_QUANTITY:
    case SHANHAI_FIELD_PERIOD:
    case SHANHAI_FIELD_FLAG:
    case SHANHAI_FIELD_ABOUT:
    default:
      return false;
    }
}

static void
merge_set (const ShanhaiField *field,
           ShanhaiRecord      *base,
           ShanhaiRecord      *mine,
           ShanhaiRecord      *theirs,
           ShanhaiRecord      *draft)
{
  g_autoptr (GArray) base_items = list_items (field, base);
  g_autoptr (GArray) my_items = list_items (field, mine);
  g_autoptr (GArray) their_items = list_items (field, theirs);
  g_autoptr (GArray) merged = merge_items (base_items, my_items, their_items);
  gpointer value = NULL;

  if (merged->len > 0)
    {
      if (field->kind == SHANHAI_FIELD_CITATIONS)
        value = new_citations (merged);
      else if (field->kind == SHANHAI_FIELD_ENDS)
        value = new_ends (merged);
      else
        value = new_strings (merged, is_bare (field, mine) && is_bare (field, theirs));
    }

  shanhai_field_clear (field, draft);
  SLOT (gpointer, draft, field) = value;
}

bool
shanhai_merge_text (const char  *base,
                    const char  *mine,
                    const char  *theirs,
                    bool         has_base,
                    const char **out)
{
  *out = mine;
  if (g_strcmp0 (mine, theirs) == 0 || (has_base && g_strcmp0 (theirs, base) == 0))
    return true;

  if (has_base ? g_strcmp0 (mine, base) == 0 : mine == NULL)
    {
      *out = theirs;
      return true;
    }

  return !has_base && theirs == NULL;
}

static const char *
get_in (const ShanhaiName *name,
        const char        *language)
{
  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    {
      const char *its;
      const char *text = shanhai_name_get_nth (name, i, &its);

      if (g_strcmp0 (its, language) == 0)
        return text;
    }

  return NULL;
}

static void
add_languages (GPtrArray         *languages,
               const ShanhaiName *name)
{
  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    {
      const char *language;

      shanhai_name_get_nth (name, i, &language);
      if (!g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
        g_ptr_array_add (languages, (char *) language);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

bool
shanhai_merge_name (const ShanhaiName  *base,
                    ShanhaiName        *mine,
                    ShanhaiName        *theirs,
                    bool                has_base,
                    ShanhaiName       **out)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  bool clean = true;
  guint n_base;

  *out = NULL;
  if (shanhai_name_equal (mine, theirs) || (has_base && shanhai_name_equal (theirs, base)) || (!has_base && theirs == NULL))
    {
      *out = mine != NULL ? shanhai_name_ref (mine) : NULL;
      return true;
    }
  if (has_base ? shanhai_name_equal (mine, base) : mine == NULL)
    {
      *out = theirs != NULL ? shanhai_name_ref (theirs) : NULL;
      return true;
    }
  /* a plain text has no language that the other could be compared in */
  if (mine == NULL || theirs == NULL || shanhai_name_is_plain (mine) || shanhai_name_is_plain (theirs) ||
      (base != NULL && shanhai_name_is_plain (base)))
    {
      *out = mine != NULL ? shanhai_name_ref (mine) : NULL;
      return false;
    }

  add_languages (languages, base);
  n_base = languages->len;
  add_languages (languages, mine);
  add_languages (languages, theirs);
  if (languages->len > n_base)
    qsort (languages->pdata + n_base, languages->len - n_base, sizeof (gpointer), compare_texts);
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = languages->pdata[i];
      const char *text;

      clean = shanhai_merge_text (get_in (base, language), get_in (mine, language), get_in (theirs, language), has_base, &text) && clean;
      if (text != NULL)
        {
          g_ptr_array_add (kept, (char *) language);
          g_ptr_array_add (texts, (char *) text);
        }
    }
  if (kept->len > 0)
    *out = shanhai_name_new ((const char * const *) kept->pdata, (const char * const *) texts->pdata, kept->len);

  return clean;
}

static bool
merge_name_field (const ShanhaiField *field,
                  ShanhaiRecord      *base,
                  ShanhaiRecord      *mine,
                  ShanhaiRecord      *theirs,
                  ShanhaiRecord      *draft)
{
  ShanhaiName *merged;
  bool clean = shanhai_merge_name (base != NULL ? SLOT (ShanhaiName *, base, field) : NULL, SLOT (ShanhaiName *, mine, field),
                                   SLOT (ShanhaiName *, theirs, field), base != NULL, &merged);

  shanhai_field_clear (field, draft);
  SLOT (ShanhaiName *, draft, field) = merged;

  return clean;
}

bool
shanhai_merge_member (const ShanhaiField *field,
                      ShanhaiRecord      *base,
                      ShanhaiRecord      *mine,
                      ShanhaiRecord      *theirs,
                      ShanhaiRecord      *draft)
{
  if (shanhai_field_equal (field, mine, theirs))
    return true;

  if (base != NULL && shanhai_field_equal (field, theirs, base))
    return true;
  if (base != NULL && shanhai_field_equal (field, mine, base))
    {
      shanhai_field_copy (field, theirs, draft);
      return true;
    }

  if (base == NULL && !shanhai_field_is_set (field, theirs))
    return true;
  if (base == NULL && !shanhai_field_is_set (field, mine))
    {
      shanhai_field_copy (field, theirs, draft);
      return true;
    }

  if (is_set (field, base, mine, theirs))
    {
      merge_set (field, base, mine, theirs, draft);
      return true;
    }
  if (field->kind == SHANHAI_FIELD_NAME)
    return merge_name_field (field, base, mine, theirs, draft);

  return false;
}

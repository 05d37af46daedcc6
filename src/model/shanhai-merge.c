/* shanhai-merge.c - two casebooks become one. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made once: a plan for each record that isn't left as mine has it, or about which there is a conflict. The change is made of the plans and of what was
 * chosen, as often as it is asked for. */

#include "shanhai-config.h"

#include "shanhai-merge.h"

#include "shanhai-merge-members.h"
#include "shanhai-merge-twins.h"
#include "shanhai-record-private.h"
#include "shanhai-reference-map.h"

/* of a member that this version doesn't know */
#define UNKNOWN_MEMBERS "…"

typedef struct
{
  const char    *id;         /* a record's own */
  ShanhaiRecord *mine;       /* NULL: mine doesn't have it */
  ShanhaiRecord *theirs;     /* naming mine's ids; NULL: theirs doesn't have it */
  ShanhaiRecord *merged;     /* NULL: it goes, or stays away */
  GPtrArray     *conflicts;  /* of ShanhaiConflict; NULL: none */
} Plan;

struct _ShanhaiMerge
{
  GObject           parent_instance;

  ShanhaiCasebook  *mine, *theirs;
  ShanhaiBaseline  *base;        /* while it is made, or NULL */
  GHashTable       *twins;       /* id of theirs → id of mine */
  GHashTable       *retyped;     /* ids that mean a record of another type on each side; the plans' own */
  GPtrArray        *plans;       /* of Plan */
  GHashTable       *by_id;       /* id → Plan */
  ShanhaiHeader    *header;      /* merged */
  GPtrArray        *header_conflicts;
  GListStore       *conflicts;
  guint             n_left_out;
};

G_DEFINE_FINAL_TYPE (ShanhaiMerge, shanhai_merge, G_TYPE_OBJECT)

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_clear_object (&plan->mine);
  g_clear_object (&plan->theirs);
  g_clear_object (&plan->merged);
  g_clear_pointer (&plan->conflicts, g_ptr_array_unref);
  g_free (plan);
}

static void
shanhai_merge_finalize (GObject *object)
{
  ShanhaiMerge *self = SHANHAI_MERGE (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->retyped, g_hash_table_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->twins, g_hash_table_unref);
  g_clear_pointer (&self->header_conflicts, g_ptr_array_unref);
  shanhai_header_free (self->header);
  g_clear_object (&self->conflicts);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);

  G_OBJECT_CLASS (shanhai_merge_parent_class)->finalize (object);
}

static void
shanhai_merge_class_init (ShanhaiMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_merge_finalize;
}

static void
shanhai_merge_init (ShanhaiMerge *self)
{
  self->plans = g_ptr_array_new_with_free_func (plan_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->retyped = g_hash_table_new (g_str_hash, g_str_equal);
  self->header_conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  self->conflicts = g_list_store_new (SHANHAI_TYPE_CONFLICT);
}

static Plan *
add_plan (ShanhaiMerge  *self,
          ShanhaiRecord *mine,
          ShanhaiRecord *theirs)
{
  Plan *plan = g_new0 (Plan, 1);

  plan->mine = mine != NULL ? g_object_ref (mine) : NULL;
  plan->theirs = theirs != NULL ? g_object_ref (theirs) : NULL;
  plan->id = shanhai_record_get_id (mine != NULL ? mine : theirs);
  g_ptr_array_add (self->plans, plan);
  g_hash_table_insert (self->by_id, (char *) plan->id, plan);

  return plan;
}

static ShanhaiRecord *
lookup_base (ShanhaiMerge *self,
             const char   *id)
{
  return self->base != NULL ? shanhai_baseline_lookup (self->base, id) : NULL;
}

static void
add_conflict (ShanhaiMerge       *self,
              Plan               *plan,
              const char         *member,
              const ShanhaiField *field)
{
  if (plan->conflicts == NULL)
    plan->conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (plan->conflicts, shanhai_conflict_new (plan->id, member, field, lookup_base (self, plan->id), plan->mine, plan->theirs));
}

/* -- theirs, with mine's ids -- */

static const char *
map_twin (const ShanhaiField *field,
          const char         *id,
          gpointer            user_data)
{
  const char *mine = g_hash_table_lookup (user_data, id);

  return mine != NULL ? mine : id;
}

typedef struct
{
  GHashTable *twins;
  bool        found;
} TwinSearch;

static void
find_twin (const ShanhaiField *field,
           const char         *id,
           gpointer            user_data)
{
  TwinSearch *search = user_data;

  search->found = search->found || g_hash_table_contains (search->twins, id);
}

/* (transfer full): the record itself where nothing of it is named otherwise here */
static ShanhaiRecord *
dup_mapped (ShanhaiMerge  *self,
            ShanhaiRecord *record)
{
  const char *id = g_hash_table_lookup (self->twins, shanhai_record_get_id (record));
  TwinSearch search = { self->twins, false };
  ShanhaiRecord *copy;

  if (g_hash_table_size (self->twins) > 0)
    shanhai_record_foreach_reference (record, find_twin, &search);
  if (id == NULL && !search.found)
    return g_object_ref (record);

  copy = shanhai_record_copy (record);
  if (id != NULL)
    shanhai_record_set_id (copy, id);
  shanhai_record_map_references (copy, map_twin, self->twins);

  return copy;
}

/* -- plans -- */

/* what this version doesn't know of a record has no members that it could tell apart */
static void
merge_extra (ShanhaiMerge  *self,
             Plan          *plan,
             ShanhaiRecord *base)
{
  const char *merged;

  if (!shanhai_merge_text (base != NULL ? shanhai_record_get_extra (base) : NULL, shanhai_record_get_extra (plan->mine),
                           shanhai_record_get_extra (plan->theirs), base != NULL, &merged))
    add_conflict (self, plan, UNKNOWN_MEMBERS, NULL);
  shanhai_record_set_extra (plan->merged, merged);
}

/* One id, two kinds of thing: there are no members to compare. */
static void
merge_types (ShanhaiMerge  *self,
             ShanhaiRecord *base,
             ShanhaiRecord *mine,
             ShanhaiRecord *theirs)
{
  Plan *plan = add_plan (self, mine, theirs);
  bool altered_here = base == NULL || !shanhai_record_equal (mine, base);
  bool altered_there = base == NULL || !shanhai_record_equal (theirs, base);

  g_hash_table_add (self->retyped, (char *) plan->id);
  plan->merged = g_object_ref (altered_here ? mine : theirs);
  if (altered_here && altered_there)
    add_conflict (self, plan, NULL, NULL);
}

static void
merge_both (ShanhaiMerge  *self,
            ShanhaiRecord *mine,
            ShanhaiRecord *theirs)
{
  ShanhaiRecord *base = lookup_base (self, shanhai_record_get_id (mine));
  guint n_fields;
  const ShanhaiField *fields = shanhai_record_get_fields (mine, &n_fields);
  Plan *plan;

  if (shanhai_record_equal (mine, theirs))
    return;

  if (G_OBJECT_TYPE (mine) != G_OBJECT_TYPE (theirs))
    {
      merge_types (self, base, mine, theirs);
      return;
    }
  /* both made it into the same other kind of thing */
  if (base != NULL && G_OBJECT_TYPE (base) != G_OBJECT_TYPE (mine))
    base = NULL;
  if (base != NULL && shanhai_record_equal (theirs, base))
    return;

  plan = add_plan (self, mine, theirs);
  plan->merged = shanhai_record_copy (mine);
  for (guint i = 0; i < n_fields; i++)
    if (!shanhai_merge_member (&fields[i], base, mine, theirs, plan->merged))
      add_conflict (self, plan, fields[i].member, &fields[i]);
  merge_extra (self, plan, base);
}

static void
merge_mine_only (ShanhaiMerge  *self,
                 ShanhaiRecord *mine)
{
  ShanhaiRecord *base = lookup_base (self, shanhai_record_get_id (mine));
  Plan *plan;

  /* added here */
  if (base == NULL)
    return;

  plan = add_plan (self, mine, NULL);
  if (shanhai_record_equal (mine, base))
    return;

  plan->merged = g_object_ref (mine);
  add_conflict (self, plan, NULL, NULL);
}

static void
merge_theirs_only (ShanhaiMerge  *self,
                   ShanhaiRecord *theirs)
{
  ShanhaiRecord *base = lookup_base (self, shanhai_record_get_id (theirs));
  Plan *plan = add_plan (self, NULL, theirs);

  if (base == NULL)
    plan->merged = g_object_ref (theirs);
  else if (!shanhai_record_equal (theirs, base))
    add_conflict (self, plan, NULL, NULL);
}

static void
merge_type (ShanhaiMerge      *self,
            ShanhaiRecordType  type)
{
  ShanhaiRecordList *mine = shanhai_casebook_get_list (self->mine, type);
  ShanhaiRecordList *theirs = shanhai_casebook_get_list (self->theirs, type);
  g_autoptr (GHashTable) back = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer their_id, my_id;

  g_hash_table_iter_init (&iter, self->twins);
  while (g_hash_table_iter_next (&iter, &their_id, &my_id))
    g_hash_table_insert (back, my_id, their_id);

  for (guint i = 0; i < shanhai_record_list_get_n (mine); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (mine, i);
      const char *id = shanhai_record_get_id (record);
      const char *twin = id != NULL ? g_hash_table_lookup (back, id) : NULL;
      ShanhaiRecord *other = shanhai_casebook_lookup (self->theirs, twin != NULL ? twin : id);

      if (id == NULL)
        continue;
      if (other != NULL)
        {
          g_autoptr (ShanhaiRecord) mapped = dup_mapped (self, other);

          merge_both (self, record, mapped);
        }
      else
        merge_mine_only (self, record);
    }

  for (guint i = 0; i < shanhai_record_list_get_n (theirs); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (theirs, i);
      const char *id = shanhai_record_get_id (record);

      if (id == NULL)
        self->n_left_out++;
      else if (!g_hash_table_contains (self->twins, id) && shanhai_casebook_lookup (self->mine, id) == NULL)
        {
          g_autoptr (ShanhaiRecord) mapped = dup_mapped (self, record);

          merge_theirs_only (self, mapped);
        }
    }
}

/* -- what one side let go of and the other newly refers to -- */

typedef struct
{
  ShanhaiMerge *self;
  bool          by_theirs;  /* who newly refers */
} UseSearch;

static void
find_use (const ShanhaiField *field,
          const char         *id,
          gpointer            user_data)
{
  UseSearch *search = user_data;
  Plan *plan = g_hash_table_lookup (search->self->by_id, id);

  if (plan == NULL || plan->merged != NULL || plan->conflicts != NULL || (search->by_theirs ? plan->theirs : plan->mine) == NULL)
    return;

  if (plan->mine != NULL)
    plan->merged = g_object_ref (plan->mine);
  add_conflict (search->self, plan, NULL, NULL);
}

static void
search_uses (ShanhaiMerge    *self,
             ShanhaiCasebook *casebook,
             bool             by_theirs)
{
  UseSearch search = { self, by_theirs };

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (casebook, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, i);
          ShanhaiRecord *base = shanhai_record_get_id (record) != NULL ? lookup_base (self, shanhai_record_get_id (record)) : NULL;

          if (base == record)
            continue;
          if (base != NULL && (G_OBJECT_TYPE (base) != G_OBJECT_TYPE (record) || shanhai_record_refers_alike (base, record)))
            continue;
          shanhai_record_foreach_reference (record, find_use, &search);
        }
    }
}

/* -- the header -- */

static void
merge_header (ShanhaiMerge *self)
{
  g_autoptr (ShanhaiHeader) mine = shanhai_casebook_dup_header (self->mine);
  g_autoptr (ShanhaiHeader) theirs = shanhai_casebook_dup_header (self->theirs);
  g_autoptr (ShanhaiHeader) base = self->base != NULL ? shanhai_baseline_dup_header (self->base) : NULL;
  ShanhaiHeader none = { 0 };
  const ShanhaiHeader *from = base != NULL ? base : &none;
  const struct { const char *member; const char *base, *mine, *theirs; gsize offset; } texts[] = {
    { "language", from->language, mine->language, theirs->language, G_STRUCT_OFFSET (ShanhaiHeader, language) },
    { UNKNOWN_MEMBERS, from->extra, mine->extra, theirs->extra, G_STRUCT_OFFSET (ShanhaiHeader, extra) },
  };

  self->header = shanhai_header_copy (mine);
  g_clear_pointer (&self->header->title, shanhai_name_unref);
  if (!shanhai_merge_name (from->title, mine->title, theirs->title, base != NULL, &self->header->title))
    g_ptr_array_add (self->header_conflicts, shanhai_conflict_new_of_header ("title", base, mine, theirs));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **slot = G_STRUCT_MEMBER_P (self->header, texts[i].offset);
      const char *merged;

      if (!shanhai_merge_text (texts[i].base, texts[i].mine, texts[i].theirs, base != NULL, &merged))
        g_ptr_array_add (self->header_conflicts, shanhai_conflict_new_of_header (texts[i].member, base, mine, theirs));
      g_free (*slot);
      *slot = g_strdup (merged);
    }

  /* what was joined is as old as its older part */
  if (theirs->created != NULL && (mine->created == NULL || strcmp (theirs->created, mine->created) < 0))
    {
      g_free (self->header->created);
      self->header->created = g_strdup (theirs->created);
    }
}

static int
compare_plans (gconstpointer a,
               gconstpointer b)
{
  const Plan *x = *(Plan * const *) a;
  const Plan *y = *(Plan * const *) b;
  ShanhaiRecordType type_x = shanhai_record_get_record_type (x->mine != NULL ? x->mine : x->theirs);
  ShanhaiRecordType type_y = shanhai_record_get_record_type (y->mine != NULL ? y->mine : y->theirs);

  if (type_x != type_y)
    return type_x < type_y ? -1 : 1;

  return strcmp (x->id, y->id);
}

/**
 * shanhai_merge_new:
 * @mine: what the change will be for; may be read-only
 * @theirs: the other
 * @base: (nullable): what both come from
 * @flags: how
 *
 * Returns: (transfer full): the merge, with all conflicts open
 */
ShanhaiMerge *
shanhai_merge_new (ShanhaiCasebook   *mine,
                   ShanhaiCasebook   *theirs,
                   ShanhaiCasebook   *base,
                   ShanhaiMergeFlags  flags)
{
  g_autoptr (ShanhaiBaseline) all_of_it = base != NULL ? shanhai_baseline_new (base) : NULL;

  return shanhai_merge_new_since (mine, theirs, all_of_it, flags);
}

/**
 * shanhai_merge_new_since:
 * @mine: what the change will be for; may be read-only
 * @theirs: the other
 * @base: (nullable): what both come from
 * @flags: how
 *
 * Returns: (transfer full): the merge, with all conflicts open
 */
ShanhaiMerge *
shanhai_merge_new_since (ShanhaiCasebook   *mine,
                         ShanhaiCasebook   *theirs,
                         ShanhaiBaseline   *base,
                         ShanhaiMergeFlags  flags)
{
  ShanhaiMerge *self;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (mine) && SHANHAI_IS_CASEBOOK (theirs), NULL);

  self = g_object_new (SHANHAI_TYPE_MERGE, NULL);
  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  self->base = base;
  self->twins = (flags & SHANHAI_MERGE_KEEP_TWINS) != 0 ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free)
                                                        : shanhai_merge_find_twins (mine, theirs, base);

  merge_header (self);
  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    merge_type (self, type);
  if (base != NULL)
    {
      search_uses (self, self->mine, false);
      search_uses (self, self->theirs, true);
    }

  g_ptr_array_sort (self->plans, compare_plans);
  g_ptr_array_extend (all, self->header_conflicts, NULL, NULL);
  for (guint i = 0; i < self->plans->len; i++)
    {
      Plan *plan = self->plans->pdata[i];

      if (plan->conflicts != NULL)
        g_ptr_array_extend (all, plan->conflicts, NULL, NULL);
    }
  g_list_store_splice (self->conflicts, 0, 0, all->pdata, all->len);
  self->base = NULL;

  return self;
}

GListModel *
shanhai_merge_get_conflicts (ShanhaiMerge *self)
{
  g_return_val_if_fail (SHANHAI_IS_MERGE (self), NULL);

  return G_LIST_MODEL (self->conflicts);
}

void
shanhai_merge_choose_all (ShanhaiMerge *self,
                          ShanhaiSide   side,
                          bool          only_open)
{
  g_return_if_fail (SHANHAI_IS_MERGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)); i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (G_LIST_MODEL (self->conflicts), i);

      if (!only_open || shanhai_conflict_get_choice (conflict) == SHANHAI_SIDE_NONE)
        shanhai_conflict_set_choice (conflict, side);
    }
}

/* -- the change -- */

/* what each record that the merge touches becomes; NULL for those that go. All others stay as mine has them. */
typedef struct
{
  ShanhaiMerge *self;
  GHashTable   *outcome;  /* id → ShanhaiRecord or NULL */
  GPtrArray    *order;    /* of char *, the ids in the order of the plans */
  bool          lost;     /* that search only: something is named that went */
} Result;

static void
set_outcome (Result        *result,
             const char    *id,
             ShanhaiRecord *draft)
{
  if (!g_hash_table_contains (result->outcome, id))
    g_ptr_array_add (result->order, (char *) id);
  g_hash_table_insert (result->outcome, (char *) id, draft);
}

/* Gone by this merge, or kept away by it; what nobody ever had dangles on. What is a thing of another type now is gone for those that can't name such a thing. */
static bool
is_lost (Result             *result,
         const ShanhaiField *field,
         const char         *id)
{
  gpointer draft;

  if (!g_hash_table_lookup_extended (result->outcome, id, NULL, &draft))
    return false;
  if (draft == NULL)
    return true;

  return field->targets != 0 && g_hash_table_contains (result->self->retyped, id) &&
         (field->targets & SHANHAI_RECORD_MASK (shanhai_record_get_record_type (draft))) == 0;
}

static const char *
map_lost (const ShanhaiField *field,
          const char         *id,
          gpointer            user_data)
{
  return is_lost (user_data, field, id) ? NULL : id;
}

static void
find_lost (const ShanhaiField *field,
           const char         *id,
           gpointer            user_data)
{
  Result *result = user_data;

  result->lost = result->lost || is_lost (result, field, id);
}

static bool
names_lost (Result        *result,
            ShanhaiRecord *record)
{
  result->lost = false;
  shanhai_record_foreach_reference (record, find_lost, result);

  return result->lost;
}

/* (transfer full) (nullable): as it was merged, with what was chosen */
static ShanhaiRecord *
dup_chosen (Plan *plan)
{
  g_autoptr (ShanhaiRecord) draft = plan->merged != NULL ? shanhai_record_copy (plan->merged) : NULL;

  for (guint i = 0; plan->conflicts != NULL && i < plan->conflicts->len; i++)
    {
      ShanhaiConflict *conflict = plan->conflicts->pdata[i];
      ShanhaiSide choice = shanhai_conflict_get_choice (conflict);
      const ShanhaiField *field = shanhai_conflict_get_field (conflict);

      if (shanhai_conflict_get_member (conflict) == NULL)
        {
          if (choice == SHANHAI_SIDE_THEIRS)
            return plan->theirs != NULL ? shanhai_record_copy (plan->theirs) : NULL;
        }
      else if (field == NULL)
        {
          if (choice == SHANHAI_SIDE_THEIRS)
            shanhai_record_set_extra (draft, shanhai_record_get_extra (plan->theirs));
        }
      else if (choice == SHANHAI_SIDE_THEIRS)
        shanhai_field_copy (field, plan->theirs, draft);
      else if (choice == SHANHAI_SIDE_MINE)
        /* all of it: also what could be merged, as a name's other language */
        shanhai_field_copy (field, plan->mine, draft);
    }

  return g_steal_pointer (&draft);
}

/* Lets go of what went, in all that names it: drafts, and records of mine that the merge hadn't touched. What can't stand without it goes too, and so on. */
static void
sweep (Result *result)
{
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();

  for (guint i = 0; i < result->order->len; i++)
    if (g_hash_table_lookup (result->outcome, result->order->pdata[i]) == NULL ||
        g_hash_table_contains (result->self->retyped, result->order->pdata[i]))
      g_ptr_array_add (lost, result->order->pdata[i]);
  if (lost->len == 0)
    return;

  /* mine's own records that name what goes become drafts, to be looked at with the others */
  for (guint i = 0; i < lost->len; i++)
    {
      g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (result->self->mine, lost->pdata[i]);

      for (guint k = 0; k < referrers->len; k++)
        {
          ShanhaiRecord *record = referrers->pdata[k];
          const char *id = shanhai_record_get_id (record);

          if (g_hash_table_contains (result->outcome, id) || !names_lost (result, record))
            continue;
          if (shanhai_record_survives (record, map_lost, result))
            set_outcome (result, id, shanhai_record_copy (record));
          else
            {
              set_outcome (result, id, NULL);
              g_ptr_array_add (lost, (char *) id);
            }
        }
    }

  for (bool again = true; again;)
    {
      again = false;
      for (guint i = 0; i < result->order->len; i++)
        {
          const char *id = result->order->pdata[i];
          ShanhaiRecord *draft = g_hash_table_lookup (result->outcome, id);

          if (draft == NULL || !names_lost (result, draft))
            continue;
          if (shanhai_record_survives (draft, map_lost, result))
            {
              shanhai_record_map_references (draft, map_lost, result);
              continue;
            }

          set_outcome (result, id, NULL);
          again = true;
          {
            g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (result->self->mine, id);

            for (guint k = 0; k < referrers->len; k++)
              if (!g_hash_table_contains (result->outcome, shanhai_record_get_id (referrers->pdata[k])))
                set_outcome (result, shanhai_record_get_id (referrers->pdata[k]), shanhai_record_copy (referrers->pdata[k]));
          }
        }
    }
}

static void
put_header (ShanhaiMerge  *self,
            ShanhaiChange *change)
{
  g_autoptr (ShanhaiHeader) mine = shanhai_casebook_dup_header (self->mine);
  g_autoptr (ShanhaiHeader) theirs = shanhai_casebook_dup_header (self->theirs);
  g_autoptr (ShanhaiHeader) header = shanhai_header_copy (self->header);

  for (guint i = 0; i < self->header_conflicts->len; i++)
    {
      ShanhaiConflict *conflict = self->header_conflicts->pdata[i];
      ShanhaiSide choice = shanhai_conflict_get_choice (conflict);
      const ShanhaiHeader *from = choice == SHANHAI_SIDE_THEIRS ? theirs : mine;
      const char *member = shanhai_conflict_get_member (conflict);

      if (choice == SHANHAI_SIDE_NONE)
        continue;
      if (g_str_equal (member, "title"))
        {
          g_clear_pointer (&header->title, shanhai_name_unref);
          header->title = from->title != NULL ? shanhai_name_ref (from->title) : NULL;
        }
      else
        {
          char **slot = g_str_equal (member, "language") ? &header->language : &header->extra;

          g_free (*slot);
          *slot = g_strdup (slot == &header->language ? from->language : from->extra);
        }
    }

  if (!shanhai_header_equal (header, mine))
    shanhai_change_put_header (change, header);
}

static void
count_conflicts (ShanhaiMerge        *self,
                 ShanhaiMergeSummary *summary)
{
  summary->n_joined = g_hash_table_size (self->twins);
  summary->n_left_out = self->n_left_out;
  summary->n_conflicts = g_list_model_get_n_items (G_LIST_MODEL (self->conflicts));
  for (guint i = 0; i < summary->n_conflicts; i++)
    {
      g_autoptr (ShanhaiConflict) conflict = g_list_model_get_item (G_LIST_MODEL (self->conflicts), i);

      summary->n_open += shanhai_conflict_get_choice (conflict) == SHANHAI_SIDE_NONE;
    }
}

static void
draft_free (gpointer draft)
{
  if (draft != NULL)
    g_object_unref (draft);
}

/**
 * shanhai_merge_new_change:
 * @self: a merge
 * @title: the change's, translated
 * @summary: (out) (optional): what the change does
 *
 * Returns: (transfer full): for mine's history
 */
ShanhaiChange *
shanhai_merge_new_change (ShanhaiMerge        *self,
                          const char          *title,
                          ShanhaiMergeSummary *summary)
{
  Result result = { self };
  ShanhaiMergeSummary counted = { 0 };
  ShanhaiChange *change;

  g_return_val_if_fail (SHANHAI_IS_MERGE (self), NULL);

  result.outcome = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, draft_free);
  result.order = g_ptr_array_new ();
  for (guint i = 0; i < self->plans->len; i++)
    {
      Plan *plan = self->plans->pdata[i];

      set_outcome (&result, plan->id, dup_chosen (plan));
    }
  sweep (&result);

  change = shanhai_change_new (title);
  if (g_hash_table_size (self->retyped) > 0)
    shanhai_change_allow_other_types (change);
  put_header (self, change);
  for (guint i = 0; i < result.order->len; i++)
    {
      const char *id = result.order->pdata[i];
      ShanhaiRecord *mine = shanhai_casebook_lookup (self->mine, id);
      ShanhaiRecord *draft = g_hash_table_lookup (result.outcome, id);

      if (mine == NULL && draft != NULL)
        counted.n_added++;
      else if (mine != NULL && draft == NULL)
        counted.n_deleted++;
      else if (mine == NULL || shanhai_record_equal (mine, draft))
        continue;
      else
        counted.n_altered++;

      if (draft != NULL)
        shanhai_change_put (change, draft);
      else
        shanhai_change_delete (change, id);
    }
  g_hash_table_unref (result.outcome);
  g_ptr_array_unref (result.order);

  count_conflicts (self, &counted);
  if (summary != NULL)
    *summary = counted;

  return change;
}

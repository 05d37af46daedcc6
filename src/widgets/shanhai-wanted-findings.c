/* shanhai-wanted-findings.c - the findings that a person wants to see, under a heading for each gravity. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-wanted-findings.h"

#include "shanhai-finding-group.h"

struct _ShanhaiWantedFindings
{
  GObject                   parent_instance;

  ShanhaiFindingFilterFunc  is_wanted;
  gpointer                  user_data;
  GPtrArray                *items;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiWantedFindings, shanhai_wanted_findings, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return SHANHAI_WANTED_FINDINGS (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *items = SHANHAI_WANTED_FINDINGS (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static bool
is_same (gpointer a,
         gpointer b)
{
  if (!SHANHAI_IS_FINDING_GROUP (a) || !SHANHAI_IS_FINDING_GROUP (b))
    return a == b;

  return shanhai_finding_group_get_gravity (a) == shanhai_finding_group_get_gravity (b) && shanhai_finding_group_get_count (a) == shanhai_finding_group_get_count (b);
}

/* the heading stands before what it counts */
static void
close_group (GPtrArray *items,
             guint      start)
{
  ShanhaiFinding *first = start < items->len ? items->pdata[start] : NULL;

  if (first != NULL)
    g_ptr_array_insert (items, (int) start, shanhai_finding_group_new (shanhai_finding_get_gravity (first), items->len - start));
}

static GPtrArray *
collect (ShanhaiWantedFindings *self,
         ShanhaiChecks         *checks)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = checks != NULL ? g_list_model_get_n_items (G_LIST_MODEL (checks)) : 0;
  guint start = 0;
  int gravity = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (checks), i);

      if (!self->is_wanted (finding, self->user_data))
        continue;
      if ((int) shanhai_finding_get_gravity (finding) != gravity)
        {
          close_group (items, start);
          start = items->len;
          gravity = (int) shanhai_finding_get_gravity (finding);
        }
      g_ptr_array_add (items, g_steal_pointer (&finding));
    }
  close_group (items, start);

  return items;
}

static void
shanhai_wanted_findings_finalize (GObject *object)
{
  g_ptr_array_unref (SHANHAI_WANTED_FINDINGS (object)->items);

  G_OBJECT_CLASS (shanhai_wanted_findings_parent_class)->finalize (object);
}

static void
shanhai_wanted_findings_class_init (ShanhaiWantedFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = shanhai_wanted_findings_finalize;
}

static void
shanhai_wanted_findings_init (ShanhaiWantedFindings *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

ShanhaiWantedFindings *
shanhai_wanted_findings_new (ShanhaiFindingFilterFunc is_wanted,
                             gpointer                 user_data)
{
  ShanhaiWantedFindings *self = g_object_new (SHANHAI_TYPE_WANTED_FINDINGS, NULL);

  self->is_wanted = is_wanted;
  self->user_data = user_data;

  return self;
}

void
shanhai_wanted_findings_refresh (ShanhaiWantedFindings *self,
                                 ShanhaiChecks         *checks)
{
  g_autoptr (GPtrArray) before = NULL;
  GPtrArray *after;
  guint first = 0, last = 0;

  g_return_if_fail (SHANHAI_IS_WANTED_FINDINGS (self));

  before = self->items;
  after = self->items = collect (self, checks);
  while (first < MIN (before->len, after->len) && is_same (before->pdata[first], after->pdata[first]))
    first++;
  while (last < MIN (before->len, after->len) - first && is_same (before->pdata[before->len - 1 - last], after->pdata[after->len - 1 - last]))
    last++;
  if (first + last < MAX (before->len, after->len))
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last, after->len - first - last);
}

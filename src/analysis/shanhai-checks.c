/* shanhai-checks.c - all checks of a casebook, kept up to date. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invariant: once it is ready, `list` holds every finding of the clusters. */

#include "shanhai-config.h"

#include "shanhai-checks.h"

#include <string.h>

#include "shanhai-case.h"
#include "shanhai-clusters.h"
#include "shanhai-decision.h"
#include "shanhai-finding-list.h"
#include "shanhai-indicator.h"
#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-programme.h"
#include "shanhai-settlement.h"
#include "shanhai-source.h"

struct _ShanhaiChecks
{
  GObject             parent_instance;

  ShanhaiCasebook    *casebook;
  ShanhaiDefinitions *definitions;
  ShanhaiClusters    *clusters;
  ShanhaiSettlement  *settlement;
  ShanhaiFindingList *list;
  gulong              changed_id;

  /* a round of everything: */
  bool                ready;      /* it is done */
  bool                owned;      /* by the casebook: it runs bit by bit, and the casebook isn't referenced */
  guint               source_id;
  guint               type, index;  /* the next record to take */
  GPtrArray          *found;      /* where all is done at once */
  ShanhaiFindingList *coming;     /* what `list` will be, where it is done bit by bit; else NULL */
};

/* until the first frames are drawn */
#define PATIENCE_MS 400
/* of a frame, so much is left for the checks */
#define SLICE_US 4000
/* records between two looks at the clock */
#define RECORDS_PER_LOOK 32

typedef enum { PROP_READY = 1 } ShanhaiChecksProperty;
static GParamSpec *props[PROP_READY + 1];

enum { UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiChecks, shanhai_checks, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return SHANHAI_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return shanhai_finding_list_get_n (SHANHAI_CHECKS (model)->list);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  ShanhaiFinding *finding = shanhai_finding_list_get (SHANHAI_CHECKS (model)->list, position);

  return finding != NULL ? g_object_ref (finding) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static int
compare_finding_pointers (gconstpointer a,
                          gconstpointer b)
{
  return shanhai_finding_compare (*(ShanhaiFinding **) a, *(ShanhaiFinding **) b);
}

static void
settle (ShanhaiChecks      *self,
        ShanhaiFindingList *list,
        ShanhaiFinding     *finding)
{
  shanhai_finding_list_settle (list, finding, shanhai_settlement_is_empty (self->settlement) ? NULL : shanhai_settlement_find (self->settlement, finding));
}

static void
collect_cb (GPtrArray *gone,
            GPtrArray *come,
            gpointer   user_data)
{
  ShanhaiChecks *self = user_data;

  for (guint i = 0; come != NULL && i < come->len; i++)
    if (self->coming != NULL)
      {
        /* all decisions are known by now */
        settle (self, self->coming, come->pdata[i]);
        shanhai_finding_list_add (self->coming, come->pdata[i]);
      }
    else
      g_ptr_array_add (self->found, come->pdata[i]);
}

static void
update_cb (GPtrArray *gone,
           GPtrArray *come,
           gpointer   user_data)
{
  ShanhaiChecks *self = user_data;

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    g_list_model_items_changed (G_LIST_MODEL (self), shanhai_finding_list_remove (self->list, gone->pdata[i]), 1, 0);
  for (guint i = 0; come != NULL && i < come->len; i++)
    {
      settle (self, self->list, come->pdata[i]);
      g_list_model_items_changed (G_LIST_MODEL (self), shanhai_finding_list_add (self->list, come->pdata[i]), 0, 1);
    }
}

/* everything is to be done, from the beginning; what was found before stays until then */
static void
begin (ShanhaiChecks *self)
{
  g_clear_pointer (&self->clusters, shanhai_clusters_free);
  g_clear_pointer (&self->definitions, shanhai_definitions_free);
  g_clear_pointer (&self->settlement, shanhai_settlement_free);
  g_ptr_array_set_size (self->found, 0);
  g_clear_pointer (&self->coming, shanhai_finding_list_free);

  /* Bit by bit with the rest: sorting tens of thousands of findings in the end would keep the window from answering for 0.3 s, and the first chart that asks
   * for its marks would wait for all of them. */
  if (self->owned)
    self->coming = shanhai_finding_list_new (true);
  self->definitions = shanhai_definitions_new (self->casebook);
  self->clusters = shanhai_clusters_new (self->casebook, self->definitions);
  self->settlement = shanhai_settlement_new ();
  self->type = self->index = 0;
  self->ready = false;
}

static bool
take_records (ShanhaiChecks *self,
              gint64         deadline)
{
  for (; self->type < SHANHAI_N_RECORD_TYPES; self->type++, self->index = 0)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (self->casebook, self->type);
      guint n = shanhai_record_list_get_n (list);

      for (guint i = 0; self->index < n; self->index++, i++)
        {
          if (i > 0 && i % RECORDS_PER_LOOK == 0 && g_get_monotonic_time () >= deadline)
            return false;
          if (self->type == SHANHAI_RECORD_DECISION)
            shanhai_settlement_add (self->settlement, shanhai_record_list_peek (list, self->index));
          shanhai_clusters_add (self->clusters, shanhai_record_list_peek (list, self->index));
        }
    }

  return true;
}

/* all that are left, at once */
static void
take_all_records (ShanhaiChecks *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_sized_new (shanhai_casebook_get_n_records (self->casebook));

  for (; self->type < SHANHAI_N_RECORD_TYPES; self->type++, self->index = 0)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (self->casebook, self->type);

      for (; self->index < shanhai_record_list_get_n (list); self->index++)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, self->index);

          if (self->type == SHANHAI_RECORD_DECISION)
            shanhai_settlement_add (self->settlement, record);
          g_ptr_array_add (records, record);
        }
    }
  shanhai_clusters_add_many (self->clusters, (ShanhaiRecord **) records->pdata, records->len);
}

static void
publish (ShanhaiChecks *self)
{
  guint before = shanhai_finding_list_get_n (self->list);

  shanhai_finding_list_free (self->list);
  self->list = self->coming != NULL ? g_steal_pointer (&self->coming) : shanhai_finding_list_new (false);
  g_ptr_array_sort (self->found, compare_finding_pointers);
  for (guint i = 0; i < self->found->len; i++)
    {
      settle (self, self->list, self->found->pdata[i]);
      shanhai_finding_list_append (self->list, self->found->pdata[i]);
    }
  self->ready = true;
  g_ptr_array_set_size (self->found, 0);
  if (before > 0 || shanhai_finding_list_get_n (self->list) > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, shanhai_finding_list_get_n (self->list));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* true when all is done */
static bool
go_on (ShanhaiChecks *self,
       gint64         deadline)
{
  if (!take_records (self, deadline) || !shanhai_clusters_run (self->clusters, deadline, collect_cb, self))
    return false;

  publish (self);

  return true;
}

/* nobody edits meanwhile, so that all processors can work */
static void
do_all (ShanhaiChecks *self)
{
  g_autoptr (GPtrArray) found = NULL;

  take_all_records (self);
  found = shanhai_clusters_run_first (self->clusters);
  collect_cb (NULL, found, self);
  publish (self);
}

static gboolean
idle_cb (gpointer data)
{
  ShanhaiChecks *self = data;

  if (!go_on (self, g_get_monotonic_time () + SLICE_US))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
start_cb (gpointer data)
{
  ShanhaiChecks *self = data;

  self->source_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
run_all (ShanhaiChecks *self)
{
  begin (self);
  if (!self->owned)
    do_all (self);
  else if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

/* what checks of other records read of this one */
static bool
concerns_referrers (const ShanhaiChangeEntry *entry)
{
  if (entry->before == NULL || entry->after == NULL)
    return true;

  if (SHANHAI_IS_SOURCE (entry->after))
    {
      ShanhaiSource *a = SHANHAI_SOURCE (entry->before), *b = SHANHAI_SOURCE (entry->after);

      return !shanhai_period_equal (shanhai_source_get_published (a), shanhai_source_get_published (b)) ||
             g_strcmp0 (shanhai_source_get_reprint_of (a), shanhai_source_get_reprint_of (b)) != 0 ||
             g_strcmp0 (shanhai_source_get_text (a), shanhai_source_get_text (b)) != 0;
    }
  if (SHANHAI_IS_PLACE (entry->after))
    return g_strcmp0 (shanhai_place_get_parent (SHANHAI_PLACE (entry->before)), shanhai_place_get_parent (SHANHAI_PLACE (entry->after))) != 0;
  if (SHANHAI_IS_PARTY (entry->after))
    return g_strcmp0 (shanhai_party_get_place (SHANHAI_PARTY (entry->before)), shanhai_party_get_place (SHANHAI_PARTY (entry->after))) != 0;
  if (SHANHAI_IS_CASE (entry->after))
    {
      const char * const *a = shanhai_case_get_assisting (SHANHAI_CASE (entry->before));
      const char * const *b = shanhai_case_get_assisting (SHANHAI_CASE (entry->after));

      return a == NULL || b == NULL || !g_strv_equal (a, b) ||
             !shanhai_period_equal (shanhai_case_get_period (SHANHAI_CASE (entry->before)), shanhai_case_get_period (SHANHAI_CASE (entry->after)));
    }
  if (SHANHAI_IS_PROGRAMME (entry->after))
    return !shanhai_period_equal (shanhai_programme_get_period (SHANHAI_PROGRAMME (entry->before)), shanhai_programme_get_period (SHANHAI_PROGRAMME (entry->after)));

  return false;
}

static void
take_again_referrers (ShanhaiChecks *self,
                      const char    *id,
                      guint          depth)
{
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (self->casebook, id);

  for (guint i = 0; i < referrers->len; i++)
    {
      ShanhaiRecord *record = referrers->pdata[i];

      if (SHANHAI_IS_DECISION (record))
        continue;
      shanhai_clusters_add (self->clusters, record);
      /* what cites a reprint has its root in the original */
      if (SHANHAI_IS_SOURCE (record) && depth > 0)
        take_again_referrers (self, shanhai_record_get_id (record), depth - 1);
    }
}

static void
settle_named (ShanhaiChecks *self,
              ShanhaiRecord *decision)
{
  const ShanhaiAbout *about = decision != NULL ? shanhai_decision_get_about (SHANHAI_DECISION (decision)) : NULL;

  if (about == NULL)
    return;
  for (guint i = 0; i == 0 || (about->records != NULL && about->records[i - 1] != NULL); i++)
    {
      const char *id = i == 0 ? about->record : about->records[i - 1];
      g_autoptr (GPtrArray) findings = id != NULL ? shanhai_checks_dup_for_record (self, id) : NULL;

      for (guint k = 0; findings != NULL && k < findings->len; k++)
        settle (self, self->list, findings->pdata[k]);
    }
}

static void
changed_cb (ShanhaiCasebook *casebook,
            ShanhaiChange   *change,
            ShanhaiChecks   *self)
{
  /* the places of records that weren't taken yet are others now */
  if (!self->ready)
    {
      begin (self);
      return;
    }
  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      /* an indicator says how figures anywhere are to be read */
      if (SHANHAI_IS_INDICATOR (entry->before != NULL ? entry->before : entry->after))
        {
          run_all (self);
          return;
        }
    }

  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);
      ShanhaiRecord *record = shanhai_casebook_lookup (casebook, entry->id);

      if (SHANHAI_IS_DECISION (entry->before != NULL ? entry->before : entry->after))
        {
          if (entry->before != NULL)
            shanhai_settlement_remove (self->settlement, entry->before);
          if (record != NULL)
            shanhai_settlement_add (self->settlement, record);
        }
      if (record != NULL)
        shanhai_clusters_add (self->clusters, record);
      else
        shanhai_clusters_remove (self->clusters, entry->id);
      if (concerns_referrers (entry))
        take_again_referrers (self, entry->id, 4);
    }
  shanhai_clusters_run (self->clusters, G_MAXINT64, update_cb, self);

  for (guint i = 0; i < shanhai_change_get_n (change); i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      if (SHANHAI_IS_DECISION (entry->before != NULL ? entry->before : entry->after))
        {
          settle_named (self, entry->before);
          settle_named (self, shanhai_casebook_lookup (casebook, entry->id));
        }
    }
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
shanhai_checks_dispose (GObject *object)
{
  ShanhaiChecks *self = SHANHAI_CHECKS (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->casebook != NULL)
    g_clear_signal_handler (&self->changed_id, self->casebook);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->coming, shanhai_finding_list_free);
  g_clear_pointer (&self->clusters, shanhai_clusters_free);
  g_clear_pointer (&self->definitions, shanhai_definitions_free);
  g_clear_pointer (&self->settlement, shanhai_settlement_free);
  if (self->owned)
    self->casebook = NULL;
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_checks_parent_class)->dispose (object);
}

static void
shanhai_checks_finalize (GObject *object)
{
  ShanhaiChecks *self = SHANHAI_CHECKS (object);

  shanhai_finding_list_free (self->list);

  G_OBJECT_CLASS (shanhai_checks_parent_class)->finalize (object);
}

static void
shanhai_checks_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((ShanhaiChecksProperty) prop_id)
    {
    case PROP_READY:
      g_value_set_boolean (value, SHANHAI_CHECKS (object)->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_checks_class_init (ShanhaiChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shanhai_checks_dispose;
  object_class->finalize = shanhai_checks_finalize;
  object_class->get_property = shanhai_checks_get_property;

  props[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[UPDATED] = g_signal_new ("updated", SHANHAI_TYPE_CHECKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
shanhai_checks_init (ShanhaiChecks *self)
{
  self->list = shanhai_finding_list_new (false);
  self->found = g_ptr_array_new ();
}

ShanhaiChecks *
shanhai_checks_new (ShanhaiCasebook *casebook)
{
  ShanhaiChecks *self;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_new (SHANHAI_TYPE_CHECKS, NULL);
  self->casebook = g_object_ref (casebook);
  run_all (self);
  self->changed_id = g_signal_connect (casebook, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

/* the casebook goes: its own checks with it, unless a view still holds on to them */
static void
casebook_gone_cb (gpointer  data,
                  GObject  *casebook)
{
  ShanhaiChecks *self = data;

  g_clear_handle_id (&self->source_id, g_source_remove);
  /* an object that goes has let go of its handlers already */
  self->changed_id = 0;
  g_clear_pointer (&self->clusters, shanhai_clusters_free);
  self->casebook = NULL;
  g_object_unref (self);
}

ShanhaiChecks *
shanhai_casebook_get_checks (ShanhaiCasebook *casebook)
{
  static const char *const key = "shanhai-checks";
  ShanhaiChecks *self;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);

  self = g_object_get_data (G_OBJECT (casebook), key);
  if (self != NULL)
    return self;

  self = g_object_new (SHANHAI_TYPE_CHECKS, NULL);
  self->owned = true;
  self->casebook = casebook;
  begin (self);
  self->source_id = g_timeout_add_full (G_PRIORITY_LOW, PATIENCE_MS, start_cb, self, NULL);
  self->changed_id = g_signal_connect (casebook, "changed", G_CALLBACK (changed_cb), self);
  g_object_set_data (G_OBJECT (casebook), key, self);
  g_object_weak_ref (G_OBJECT (casebook), casebook_gone_cb, self);

  return self;
}

bool
shanhai_checks_is_ready (ShanhaiChecks *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHECKS (self), false);

  return self->ready;
}

void
shanhai_checks_finish (ShanhaiChecks *self)
{
  g_return_if_fail (SHANHAI_IS_CHECKS (self));

  if (self->ready || self->casebook == NULL)
    return;

  g_clear_handle_id (&self->source_id, g_source_remove);
  do_all (self);
}

bool
shanhai_checks_follow (ShanhaiChecks **followed,
                       ShanhaiChecks  *checks,
                       gpointer        object,
                       GCallback       updated)
{
  g_return_val_if_fail (G_IS_OBJECT (object) && updated != NULL, false);

  if (checks == *followed)
    return false;

  if (*followed != NULL)
    g_signal_handlers_disconnect_by_func (*followed, updated, object);
  g_set_object (followed, checks);
  if (checks != NULL)
    g_signal_connect_object (checks, "updated", updated, object, G_CONNECT_SWAPPED);

  return true;
}

ShanhaiCasebook *
shanhai_checks_get_casebook (ShanhaiChecks *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHECKS (self), NULL);

  return self->casebook;
}

GPtrArray *
shanhai_checks_dup_for_record (ShanhaiChecks *self,
                               const char    *id)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *found;

  g_return_val_if_fail (SHANHAI_IS_CHECKS (self) && id != NULL, copy);

  found = shanhai_finding_list_find (self->list, id);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_ptr_array_add (copy, g_object_ref (found->pdata[i]));
  g_ptr_array_sort (copy, compare_finding_pointers);

  return copy;
}

bool
shanhai_checks_get_mark (ShanhaiChecks  *self,
                         const char     *id,
                         ShanhaiGravity *out)
{
  GPtrArray *found;
  bool any = false;

  g_return_val_if_fail (SHANHAI_IS_CHECKS (self) && id != NULL && out != NULL, false);

  found = shanhai_finding_list_find (self->list, id);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      ShanhaiFinding *finding = found->pdata[i];

      if (shanhai_finding_get_settled (finding) != NULL || (any && shanhai_finding_get_gravity (finding) >= *out))
        continue;
      *out = shanhai_finding_get_gravity (finding);
      any = true;
    }

  return any;
}

guint
shanhai_checks_count (ShanhaiChecks  *self,
                      ShanhaiGravity  gravity)
{
  g_return_val_if_fail (SHANHAI_IS_CHECKS (self) && gravity < SHANHAI_N_GRAVITIES, 0);

  return shanhai_finding_list_count (self->list, gravity);
}

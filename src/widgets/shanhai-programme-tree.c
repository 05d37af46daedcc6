/* shanhai-programme-tree.c - the programmes of a case under their sectors, their outputs under them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-programme-tree.h"

#include <glib/gi18n.h>

#include "shanhai-programme.h"
#include "shanhai-record-order.h"
#include "shanhai-vocabulary.h"

struct _ShanhaiProgrammeTree
{
  GObject           parent_instance;

  GListStore       *roots;     /* of headings */
  GHashTable       *headings;  /* sector → heading, kept while the tree lives */
  GHashTable       *children;  /* heading (pointer) or programme's id (interned) → GListStore */
  GtkTreeListModel *model;
};

G_DEFINE_FINAL_TYPE (ShanhaiProgrammeTree, shanhai_programme_tree, G_TYPE_OBJECT)

/* Makes @store hold @wanted, touching only what differs between the common beginning and the common end. */
static void
follow (GListStore *store,
        GPtrArray  *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0, end = 0;

  while (start < n && start < wanted->len)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), start);

      if ((gpointer) item != g_ptr_array_index (wanted, start))
        break;
      start++;
    }
  while (end < n - start && end < wanted->len - start)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), n - 1 - end);

      if ((gpointer) item != g_ptr_array_index (wanted, wanted->len - 1 - end))
        break;
      end++;
    }
  if (n - start - end > 0 || wanted->len - start - end > 0)
    g_list_store_splice (store, start, n - start - end, wanted->pdata + start, wanted->len - start - end);
}

static GListStore *
get_children (ShanhaiProgrammeTree *self,
              gconstpointer         key)
{
  GListStore *store = g_hash_table_lookup (self->children, key);

  if (store == NULL)
    {
      store = g_list_store_new (G_TYPE_OBJECT);
      g_hash_table_insert (self->children, (gpointer) key, store);
    }
  return store;
}

static GtkStringObject *
get_heading (ShanhaiProgrammeTree *self,
             const char           *sector,
             const char           *label)
{
  GtkStringObject *heading = g_hash_table_lookup (self->headings, sector);

  if (heading == NULL)
    {
      heading = gtk_string_object_new (label);
      g_hash_table_insert (self->headings, (gpointer) sector, heading);
    }
  return heading;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return shanhai_record_compare_shown (*(ShanhaiRecord **) a, *(ShanhaiRecord **) b);
}

static void
update_outputs (ShanhaiProgrammeTree *self,
                ShanhaiCasebook      *casebook,
                ShanhaiRecord        *programme)
{
  const char *id = shanhai_record_get_id (programme);
  g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (casebook, id);
  g_autoptr (GPtrArray) outputs = g_ptr_array_new ();

  for (guint i = 0; i < referrers->len; i++)
    {
      ShanhaiRecord *record = g_ptr_array_index (referrers, i);

      if (shanhai_record_get_figure (record) != NULL)
        g_ptr_array_add (outputs, record);
    }
  /* most programmes have none, and need no list of them */
  if (outputs->len == 0 && !g_hash_table_contains (self->children, g_intern_string (id)))
    return;
  g_ptr_array_sort (outputs, compare_pointers);
  follow (get_children (self, g_intern_string (id)), outputs);
}

static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  ShanhaiProgrammeTree *self = data;
  gconstpointer key = item;
  GListStore *store;

  if (SHANHAI_IS_PROGRAMME (item))
    key = g_intern_string (shanhai_record_get_id (item));
  else if (SHANHAI_IS_RECORD (item))
    return NULL;
  store = g_hash_table_lookup (self->children, key);
  /* a row without outputs has no arrow; it gets one when the tree is made anew */
  return store != NULL && g_list_model_get_n_items (G_LIST_MODEL (store)) > 0 ? G_LIST_MODEL (g_object_ref (store)) : NULL;
}

static void
shanhai_programme_tree_dispose (GObject *object)
{
  ShanhaiProgrammeTree *self = SHANHAI_PROGRAMME_TREE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->headings, g_hash_table_unref);
  g_clear_pointer (&self->children, g_hash_table_unref);

  G_OBJECT_CLASS (shanhai_programme_tree_parent_class)->dispose (object);
}

static void
shanhai_programme_tree_class_init (ShanhaiProgrammeTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_programme_tree_dispose;
}

static void
shanhai_programme_tree_init (ShanhaiProgrammeTree *self)
{
  self->roots = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->headings = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->children = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->model = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->roots)), FALSE, TRUE, create_children, self, NULL);
}

ShanhaiProgrammeTree *
shanhai_programme_tree_new (void)
{
  return g_object_new (SHANHAI_TYPE_PROGRAMME_TREE, NULL);
}

GListModel *
shanhai_programme_tree_get_model (ShanhaiProgrammeTree *self)
{
  g_return_val_if_fail (SHANHAI_IS_PROGRAMME_TREE (self), NULL);

  return G_LIST_MODEL (self->model);
}

/* sectors as the vocabulary lists them, then a person's own, then none */
static guint
rank_sector (const char *sector)
{
  guint n_terms;
  const ShanhaiTerm *terms = shanhai_vocabulary_list ("sectors", &n_terms);
  const ShanhaiTerm *term = shanhai_vocabulary_find ("sectors", sector);

  return term != NULL && terms != NULL ? (guint) (term - terms) : *sector != '\0' ? n_terms : n_terms + 1;
}

/* a programme and its sector, looked up once: thousands of programmes are compared many times */
typedef struct
{
  ShanhaiRecord *programme;
  const char    *sector;  /* interned; NULL: not told */
  guint          rank;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *ranked_a = a, *ranked_b = b;

  if (ranked_a->rank != ranked_b->rank)
    return ranked_a->rank < ranked_b->rank ? -1 : 1;
  if (ranked_a->sector != ranked_b->sector)
    return g_strcmp0 (ranked_a->sector, ranked_b->sector);
  return shanhai_record_compare_shown (ranked_a->programme, ranked_b->programme);
}

/* (transfer full) (element-type Ranked): the programmes of the case, in their order; the casebook keeps them */
static GArray *
list_ranked (ShanhaiCasebook *casebook,
             const char      *case_id)
{
  g_autoptr (GListModel) list = case_id != NULL ? shanhai_casebook_list_case (casebook, SHANHAI_RECORD_PROGRAMME, case_id) : NULL;
  GArray *programmes = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ShanhaiProgramme) programme = g_list_model_get_item (list, i);
      const char *sector = g_intern_string (shanhai_programme_get_sector (programme));
      Ranked ranked = { SHANHAI_RECORD (programme), sector, rank_sector (sector != NULL ? sector : "") };

      g_array_append_val (programmes, ranked);
    }
  g_array_sort (programmes, compare_ranked);
  return programmes;
}

void
shanhai_programme_tree_update (ShanhaiProgrammeTree *self,
                               const ShanhaiWording *wording,
                               const char           *case_id)
{
  g_autoptr (GArray) programmes = NULL;
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();

  g_return_if_fail (SHANHAI_IS_PROGRAMME_TREE (self));

  programmes = list_ranked (wording->casebook, case_id);
  for (guint i = 0; i < programmes->len; i++)
    update_outputs (self, wording->casebook, g_array_index (programmes, Ranked, i).programme);

  for (guint from = 0, to; from < programmes->len; from = to)
    {
      const char *sector = g_array_index (programmes, Ranked, from).sector;
      g_autoptr (GPtrArray) members = g_ptr_array_new ();
      g_autofree char *label = sector != NULL ? shanhai_wording_key (wording, "sectors", sector)
                                              : g_strdup (_ ("Sector not stated"));
      GtkStringObject *heading = get_heading (self, sector != NULL ? sector : g_intern_static_string (""), label);

      for (to = from; to < programmes->len && g_array_index (programmes, Ranked, to).sector == sector; to++)
        g_ptr_array_add (members, g_array_index (programmes, Ranked, to).programme);
      follow (get_children (self, heading), members);
      g_ptr_array_add (roots, heading);
    }
  follow (self->roots, roots);
}

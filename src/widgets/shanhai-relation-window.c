/* shanhai-relation-window.c - a dialog in which a person says that some figures add up to another. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-relation-window.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-finding-decision.h"
#include "shanhai-gravity-look.h"
#include "shanhai-history.h"
#include "shanhai-message-bar.h"
#include "shanhai-record-filter.h"
#include "shanhai-relation.h"
#include "shanhai-search-escape.h"
#include "shanhai-tab-order.h"
#include "shanhai-two-lines.h"
#include "shanhai-wording.h"

/* more figures than this are shortened to the first and the last */
#define MAX_TOLD 5

struct _ShanhaiRelationWindow
{
  GtkWindow            parent_instance;

  ShanhaiCasebook     *casebook;
  GPtrArray           *terms;      /* of ShanhaiRecord */
  GListStore          *candidates; /* of ShanhaiRecord */
  ShanhaiRecordFilter *filter;

  GtkBox              *told;
  GtkSearchEntry      *entry;
  GtkListView         *list;
  GtkSingleSelection  *selection;
  GtkStack            *stack;
  GtkImage            *icon;
  GtkLabel            *outcome;
  GtkEntry            *reason;
  GtkWidget           *add;
  ShanhaiMessageBar   *errors;
};

G_DEFINE_FINAL_TYPE (ShanhaiRelationWindow, shanhai_relation_window, GTK_TYPE_WINDOW)

/* -- sums -- */

/* false where they can't be added */
static bool
add_up (GPtrArray     *records,
        ShanhaiRecord *without,
        ShanhaiTotal  *total)
{
  const char *unit = NULL;

  memset (total, 0, sizeof *total);
  for (guint i = 0; i < records->len; i++)
    {
      const ShanhaiQuantity *figure = shanhai_record_get_figure (records->pdata[i]);

      if (records->pdata[i] == without)
        continue;
      if (figure == NULL || (unit != NULL && g_strcmp0 (unit, figure->unit) != 0) || !shanhai_total_add (total, figure))
        return false;
      unit = figure->unit;
    }

  return unit != NULL && shanhai_unit_is_additive (unit);
}

static ShanhaiGravity
get_gravity (const ShanhaiTotal    *total,
             const ShanhaiQuantity *printed)
{
  switch (shanhai_compare_interval (&total->soft, &total->hard, printed))
    {
    case SHANHAI_AGREEMENT_AGREE:
      return SHANHAI_GRAVITY_CONFIRMED;
    case SHANHAI_AGREEMENT_DOUBTFUL:
      return SHANHAI_GRAVITY_DOUBTFUL;
    case SHANHAI_AGREEMENT_CONTRADICT:
    default:
      return SHANHAI_GRAVITY_CONTRADICTION;
    }
}

/* of what was chosen, the one that the others add up to */
static ShanhaiRecord *
find_total (GPtrArray *records)
{
  for (guint i = 0; records->len > 2 && i < records->len; i++)
    {
      ShanhaiTotal total;

      if (add_up (records, records->pdata[i], &total) && get_gravity (&total, shanhai_record_get_figure (records->pdata[i])) == SHANHAI_GRAVITY_CONFIRMED)
        return records->pdata[i];
    }

  return NULL;
}

bool
shanhai_relation_window_can_ask (GPtrArray *records)
{
  ShanhaiTotal total;

  return records->len >= 2 && records->len <= SHANHAI_RELATION_MAX_TERMS && add_up (records, NULL, &total);
}

static char *
dup_figure (const ShanhaiWording *wording,
            ShanhaiRecord        *record)
{
  const ShanhaiQuantity *figure = record != NULL ? shanhai_record_get_figure (record) : NULL;

  return figure != NULL ? shanhai_wording_quantity (wording, figure) : g_strdup ("?");
}

char *
shanhai_relation_dup_words (ShanhaiCasebook *casebook,
                            ShanhaiRecord   *relation,
                            bool             long_form)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  const char * const *ids = shanhai_relation_get_records (relation);
  ShanhaiRelationKind kind = SHANHAI_RELATION_SUM;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ids != NULL && shanhai_relation_get_kind (relation, &kind), g_string_free (text, FALSE));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *sign = kind == SHANHAI_RELATION_SUM ? " + " : kind == SHANHAI_RELATION_DIFFERENCE ? " − " : " ÷ ";
      ShanhaiRecord *record = shanhai_casebook_lookup (casebook, ids[i]);
      g_autofree char *figure = dup_figure (&wording, record);
      g_autofree char *subject = long_form && record != NULL ? shanhai_wording_subject (&wording, record) : NULL;

      g_string_append_printf (text, "%s%s", i == 0 ? "" : i == 1 ? " = " : sign, figure);
      if (subject != NULL && *subject != '\0')
        g_string_append_printf (text, " (%s)", subject);
    }

  return g_string_free (text, FALSE);
}

char *
shanhai_decision_dup_relation_words (ShanhaiCasebook *casebook,
                                     ShanhaiDecision *relation)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  g_autofree char *when = shanhai_wording_period (&wording, shanhai_decision_get_on (relation));
  g_autofree char *reason = shanhai_wording_name (&wording, shanhai_decision_get_reason (relation));

  return shanhai_wording_join (" · ", (const char *[]) { _("Stated by hand"), shanhai_decision_get_by (relation), when, reason }, 4);
}

/* -- what it comes to -- */

/* "500 people + 400 people" */
static char *
dup_terms (ShanhaiRelationWindow *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      bool skipped = self->terms->len > MAX_TOLD && i >= MAX_TOLD - 1 && i + 1 < self->terms->len;
      g_autofree char *figure = NULL;

      if (skipped && i > MAX_TOLD - 1)
        continue;
      figure = skipped ? g_strdup ("…") : dup_figure (&wording, self->terms->pdata[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", figure);
    }

  return g_string_free (text, FALSE);
}

static void
update_outcome (ShanhaiRelationWindow *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  ShanhaiRecord *chosen = gtk_single_selection_get_selected_item (self->selection);
  ShanhaiTotal total;
  g_autofree char *terms = dup_terms (self), *text = NULL;
  bool added = add_up (self->terms, NULL, &total);

  gtk_widget_set_sensitive (self->add, chosen != NULL && !shanhai_casebook_is_read_only (self->casebook));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), added && chosen != NULL);
  if (added)
    {
      const ShanhaiQuantity *first = shanhai_record_get_figure (self->terms->pdata[0]);
      g_autoptr (ShanhaiQuantity) sum = shanhai_quantity_new (&total.nominal, first->unit);
      g_autofree char *together = shanhai_wording_quantity (&wording, sum);

      text = g_strdup_printf ("%s = %s", terms, together);
    }
  if (added && chosen != NULL)
    {
      ShanhaiGravity gravity = get_gravity (&total, shanhai_record_get_figure (chosen));
      g_autofree char *figure = dup_figure (&wording, chosen);
      g_autofree char *before = g_steal_pointer (&text);

      /* Translators: a sum ("500 people + 400 people = 900 people"), then the figure that it ought to be */
      text = g_strdup_printf (gravity == SHANHAI_GRAVITY_CONFIRMED  ? _("%s. It agrees with %s.")
                              : gravity == SHANHAI_GRAVITY_DOUBTFUL ? _("%s. Whether it is %s is doubtful.")
                                                                    : _("%s. It can’t be %s: this will be a contradiction on the Checks page."),
                              before, figure);
      gtk_image_set_from_icon_name (self->icon, shanhai_gravity_get_icon_name (gravity));
      for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
        gtk_widget_remove_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (i));
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (gravity));
    }
  gtk_label_set_label (self->outcome, text != NULL ? text : terms);
}

static void
selected_cb (ShanhaiRelationWindow *self)
{
  /* while it is being built and taken apart */
  if (self->terms != NULL && self->terms->len > 0)
    update_outcome (self);
}

/* -- the figures that it may be -- */

typedef struct
{
  ShanhaiRecord *record;
  ShanhaiGravity gravity;
  double         distance;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;
  int rank_x = x->gravity == SHANHAI_GRAVITY_CONFIRMED ? 0 : x->gravity == SHANHAI_GRAVITY_DOUBTFUL ? 1 : 2;
  int rank_y = y->gravity == SHANHAI_GRAVITY_CONFIRMED ? 0 : y->gravity == SHANHAI_GRAVITY_DOUBTFUL ? 1 : 2;

  if (rank_x != rank_y)
    return rank_x - rank_y;
  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;

  return strcmp (shanhai_record_get_id (x->record), shanhai_record_get_id (y->record));
}

static bool
is_of_same_case (ShanhaiRelationWindow *self,
                 ShanhaiRecord         *record)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_strcmp0 (shanhai_record_get_case_id (self->terms->pdata[i]), shanhai_record_get_case_id (record)) == 0)
      return true;

  return false;
}

static void
fill_candidates (ShanhaiRelationWindow *self)
{
  static const ShanhaiRecordType types[] = { SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_OBSERVATION };
  const char *unit = shanhai_record_get_figure (self->terms->pdata[0])->unit;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  ShanhaiTotal total;

  add_up (self->terms, NULL, &total);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (self->casebook, types[t]);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        {
          ShanhaiRecord *record = shanhai_record_list_peek (list, i);
          const ShanhaiQuantity *figure = shanhai_record_get_figure (record);
          Candidate candidate = { .record = record };

          if (figure == NULL || g_strcmp0 (figure->unit, unit) != 0 || !is_of_same_case (self, record) || g_ptr_array_find (self->terms, record, NULL))
            continue;
          candidate.gravity = get_gravity (&total, figure);
          candidate.distance = fabs (shanhai_decimal_to_double (&figure->value) - shanhai_decimal_to_double (&total.nominal));
          g_array_append_val (found, candidate);
        }
    }
  g_array_sort (found, compare_candidates);
  for (guint i = 0; i < found->len; i++)
    g_list_store_append (self->candidates, g_array_index (found, Candidate, i).record);
}

static void
search_changed_cb (ShanhaiRelationWindow *self)
{
  shanhai_record_filter_set_query (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0    ? "list"
                                                 : g_list_model_get_n_items (G_LIST_MODEL (self->candidates)) > 0 ? "not-found"
                                                                                                                  : "none");
}

/* the figure over what it is about */
static char *
show_row (ShanhaiRelationWindow *self,
          GtkWidget             *row,
          ShanhaiRecord         *record)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  g_autofree char *figure = dup_figure (&wording, record);
  g_autofree char *subject = shanhai_wording_subject (&wording, record);
  g_autofree char *period = shanhai_wording_period (&wording, shanhai_record_get_period (record));
  g_autofree char *about = shanhai_wording_join (" · ", (const char *[]) { subject, period }, 2);

  shanhai_two_lines_set (row, figure, about);

  return shanhai_wording_join (", ", (const char *[]) { figure, about }, 2);
}

static void
setup_cb (ShanhaiRelationWindow *self,
          GtkListItem           *item,
          GtkListItemFactory    *factory)
{
  gtk_list_item_set_child (item, shanhai_two_lines_new ());
}

static void
bind_cb (ShanhaiRelationWindow *self,
         GtkListItem           *item,
         GtkListItemFactory    *factory)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *name = show_row (self, row, gtk_list_item_get_item (item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* -- done -- */

static void
add_cb (ShanhaiRelationWindow *self)
{
  ShanhaiRecord *chosen = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (GError) error = NULL;
  const char *result;

  if (chosen == NULL)
    return;

  result = shanhai_record_get_id (chosen);
  for (guint i = 0; i < self->terms->len; i++)
    g_ptr_array_add (ids, (char *) shanhai_record_get_id (self->terms->pdata[i]));
  g_ptr_array_add (ids, NULL);
  if (shanhai_relation_is_possible (self->casebook, SHANHAI_RELATION_SUM, result, (const char * const *) ids->pdata, &error))
    {
      change = shanhai_relation_state (SHANHAI_RELATION_SUM, result, (const char * const *) ids->pdata, reason, shanhai_decision_get_author (), _("State a Sum"));
      if (shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
        {
          gtk_window_close (GTK_WINDOW (self));
          return;
        }
    }
  shanhai_message_bar_set_text (self->errors, error->message);
}

static void
shanhai_relation_window_dispose (GObject *object)
{
  ShanhaiRelationWindow *self = SHANHAI_RELATION_WINDOW (object);

  g_clear_object (&self->candidates);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_relation_window_parent_class)->dispose (object);
}

static void
shanhai_relation_window_class_init (ShanhaiRelationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_relation_window_dispose;

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-relation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, told);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, icon);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, add);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRelationWindow, errors);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shanhai_search_escape_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
shanhai_relation_window_init (ShanhaiRelationWindow *self)
{
  self->candidates = g_list_store_new (SHANHAI_TYPE_RECORD);
  self->terms = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_tab_order_install (GTK_WINDOW (self));
}

/* what was chosen with its parts, else what agrees; what doesn't is for the person to choose */
static void
preselect (ShanhaiRelationWindow *self,
           ShanhaiRecord         *wanted)
{
  ShanhaiTotal total;

  if (!add_up (self->terms, NULL, &total))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->candidates)); i++)
    {
      g_autoptr (ShanhaiRecord) record = g_list_model_get_item (G_LIST_MODEL (self->candidates), i);

      if (wanted != NULL ? record != wanted : get_gravity (&total, shanhai_record_get_figure (record)) != SHANHAI_GRAVITY_CONFIRMED)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return;
    }
}

GtkWidget *
shanhai_relation_window_new (ShanhaiCasebook *casebook,
                             GPtrArray       *records)
{
  ShanhaiRelationWindow *self;
  g_autoptr (GtkFilterListModel) shown = NULL;
  ShanhaiRecord *total;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook) && shanhai_relation_window_can_ask (records), NULL);

  self = g_object_new (SHANHAI_TYPE_RELATION_WINDOW, NULL);
  self->casebook = g_object_ref (casebook);
  self->filter = shanhai_record_filter_new (casebook);
  total = find_total (records);
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != total)
      {
        GtkWidget *row = shanhai_two_lines_new ();
        g_autofree char *name = show_row (self, row, records->pdata[i]);

        g_ptr_array_add (self->terms, g_object_ref (records->pdata[i]));
        gtk_box_append (self->told, row);
      }
  fill_candidates (self);
  shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->candidates)), GTK_FILTER (g_object_ref (self->filter)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (shown));
  search_changed_cb (self);
  preselect (self, total);
  update_outcome (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));

  return GTK_WIDGET (self);
}

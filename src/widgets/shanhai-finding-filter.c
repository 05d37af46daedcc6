/* shanhai-finding-filter.c - which findings a person wants to see: by words, gravity, kind, case, and whether they are settled. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-filter.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-finding-row.h"
#include "shanhai-search.h"
#include "shanhai-wording.h"

struct _ShanhaiFindingFilter
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  ShanhaiChecks   *checks;
  ShanhaiSearch   *search;
  GHashTable      *haystacks;  /* of a ShanhaiFinding, referenced; filled when they are searched */
  GArray          *kinds;      /* of ShanhaiCheck: behind the entries of `kind`, from the second on */
  GPtrArray       *case_ids;   /* the same of `in_case` */
  bool             filling;    /* the drop-downs change by themselves */

  GtkBox          *words, *choices;  /* in a narrow window `settled` stands in the former */
  GtkSearchEntry  *entry;
  GtkDropDown     *gravity;    /* all, then the gravest first */
  GtkDropDown     *kind;
  GtkDropDown     *in_case;
  GtkToggleButton *settled;
};

G_DEFINE_FINAL_TYPE (ShanhaiFindingFilter, shanhai_finding_filter, GTK_TYPE_WIDGET)

enum { CHANGED, SETTLED_TOGGLED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* -- asking -- */

static const ShanhaiHaystack *
get_haystack (ShanhaiFindingFilter *self,
              ShanhaiFinding    *finding)
{
  ShanhaiHaystack *haystack = g_hash_table_lookup (self->haystacks, finding);

  if (haystack == NULL)
    {
      ShanhaiWording wording = shanhai_wording_now (self->casebook);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *message = shanhai_finding_dup_message (finding, self->casebook, shanhai_display_get_words (shanhai_display_get_default ()));
      g_autofree char *imprint = shanhai_finding_dup_imprint (finding, self->casebook);

      g_string_append_printf (text, "%s\n%s", message, imprint);
      for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
        {
          g_autofree char *subject = shanhai_wording_subject (&wording, shanhai_finding_get_record (finding, i));
          g_autofree char *printed = shanhai_finding_dup_printed (finding, i);

          g_string_append_printf (text, "\n%s\n%s", subject, printed);
        }
      haystack = shanhai_haystack_new (text->str);
      g_hash_table_insert (self->haystacks, g_object_ref (finding), haystack);
    }

  return haystack;
}

static bool
is_in_case (ShanhaiFinding *finding,
            const char     *id)
{
  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    if (g_strcmp0 (shanhai_record_get_case_id (shanhai_finding_get_record (finding, i)), id) == 0)
      return true;

  return false;
}

bool
shanhai_finding_filter_matches (ShanhaiFindingFilter *self,
                                ShanhaiFinding       *finding)
{
  guint gravity, kind, in_case;

  g_return_val_if_fail (SHANHAI_IS_FINDING_FILTER (self), false);

  gravity = gtk_drop_down_get_selected (self->gravity);
  kind = gtk_drop_down_get_selected (self->kind);
  in_case = gtk_drop_down_get_selected (self->in_case);
  if (shanhai_finding_get_settled (finding) != NULL && !shanhai_finding_filter_shows_settled (self))
    return false;
  if (gravity > 0 && gravity <= SHANHAI_N_GRAVITIES && shanhai_finding_get_gravity (finding) != gravity - 1)
    return false;
  if (kind > 0 && kind <= self->kinds->len && g_array_index (self->kinds, ShanhaiCheck, kind - 1) != shanhai_finding_get_check (finding))
    return false;
  if (in_case > 0 && in_case <= self->case_ids->len && !is_in_case (finding, self->case_ids->pdata[in_case - 1]))
    return false;

  return self->search == NULL || shanhai_search_matches (self->search, get_haystack (self, finding));
}

/* -- the drop-downs -- */

static void
fill_gravities (ShanhaiFindingFilter *self)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All findings"));
  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    gtk_string_list_append (labels, shanhai_gravity_get_label (i, words));
  gtk_drop_down_set_model (self->gravity, G_LIST_MODEL (labels));
}

static void
fill_kinds (ShanhaiFindingFilter *self)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->kind);
  int chosen = selected > 0 && selected <= self->kinds->len ? (int) g_array_index (self->kinds, ShanhaiCheck, selected - 1) : -1;
  bool present[SHANHAI_N_CHECKS] = { false };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->checks)); i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->checks), i);

      present[shanhai_finding_get_check (finding)] = true;
    }

  self->filling = true;
  selected = 0;
  g_array_set_size (self->kinds, 0);
  gtk_string_list_append (labels, _("All checks"));
  for (guint i = 0; i < SHANHAI_N_CHECKS; i++)
    if (present[i] || (int) i == chosen)
      {
        ShanhaiCheck check = i;

        g_array_append_val (self->kinds, check);
        gtk_string_list_append (labels, shanhai_check_get_label (check, words));
        if ((int) i == chosen)
          selected = self->kinds->len;
      }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->kind, selected);
  self->filling = false;
}

static void
fill_cases (ShanhaiFindingFilter *self)
{
  ShanhaiCasebook *casebook = self->casebook;
  ShanhaiRecordList *cases = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);
  ShanhaiWording wording = shanhai_wording_now (casebook);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->in_case);
  g_autofree char *chosen = selected > 0 && selected <= self->case_ids->len ? g_strdup (self->case_ids->pdata[selected - 1]) : NULL;

  self->filling = true;
  selected = 0;
  g_ptr_array_set_size (self->case_ids, 0);
  gtk_string_list_append (labels, _("All cases"));
  for (guint i = 0; i < shanhai_record_list_get_n (cases); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (cases, i);
      g_autofree char *title = shanhai_wording_case_title (&wording, SHANHAI_CASE (record));

      g_ptr_array_add (self->case_ids, g_strdup (shanhai_record_get_id (record)));
      gtk_string_list_append (labels, title);
      if (g_strcmp0 (chosen, shanhai_record_get_id (record)) == 0)
        selected = self->case_ids->len;
    }
  gtk_drop_down_set_model (self->in_case, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->in_case, selected);
  self->filling = false;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

/* The name of a case may be long: the choice that is shown is cut, those in the list aren't. */
static void
shorten (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (choice, gtk_drop_down_get_factory (choice));
  gtk_drop_down_set_factory (choice, factory);
}

/* -- changes -- */

static void
changed_cb (ShanhaiFindingFilter *self)
{
  if (!self->filling && self->checks != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
settled_cb (ShanhaiFindingFilter *self)
{
  if (!self->filling && self->checks != NULL)
    g_signal_emit (self, signals[SETTLED_TOGGLED], 0);
}

static void
take_words (ShanhaiFindingFilter *self)
{
  g_clear_pointer (&self->search, shanhai_search_free);
  self->search = shanhai_search_new (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
search_changed_cb (ShanhaiFindingFilter *self)
{
  take_words (self);
  changed_cb (self);
}

static void
stop_search_cb (ShanhaiFindingFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[LEFT], 0);
}

/* -- the object -- */

static void
shanhai_finding_filter_dispose (GObject *object)
{
  ShanhaiFindingFilter *self = SHANHAI_FINDING_FILTER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->checks);
  g_clear_object (&self->casebook);
  g_clear_pointer (&self->search, shanhai_search_free);
  g_clear_pointer (&self->haystacks, g_hash_table_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->case_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (shanhai_finding_filter_parent_class)->dispose (object);
}

static void
shanhai_finding_filter_class_init (ShanhaiFindingFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_finding_filter_dispose;

  /* Others are wanted now; after "settled-toggled" also: what is settled is, or isn't any more; Escape was pressed in the search */
  signals[CHANGED] = g_signal_new ("changed", SHANHAI_TYPE_FINDING_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED_TOGGLED] = g_signal_new ("settled-toggled", SHANHAI_TYPE_FINDING_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", SHANHAI_TYPE_FINDING_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-finding-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, words);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, choices);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, entry);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, gravity);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, kind);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, in_case);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingFilter, settled);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
shanhai_finding_filter_init (ShanhaiFindingFilter *self)
{
  self->haystacks = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) shanhai_haystack_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (ShanhaiCheck));
  self->case_ids = g_ptr_array_new_with_free_func (g_free);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = true;
  fill_gravities (self);
  self->filling = false;
  shorten (self->gravity);
  shorten (self->kind);
  shorten (self->in_case);
}

GtkWidget *
shanhai_finding_filter_new (void)
{
  return g_object_new (SHANHAI_TYPE_FINDING_FILTER, NULL);
}

void
shanhai_finding_filter_refresh (ShanhaiFindingFilter *self,
                                ShanhaiChecks        *checks)
{
  ShanhaiCasebook *casebook;
  guint n_settled;

  g_return_if_fail (SHANHAI_IS_FINDING_FILTER (self));
  g_return_if_fail (checks == NULL || SHANHAI_IS_CHECKS (checks));

  casebook = checks != NULL ? shanhai_checks_get_casebook (checks) : NULL;
  /* words of places and sources may be others as well */
  g_hash_table_remove_all (self->haystacks);
  if (casebook == NULL)
    checks = NULL;
  g_set_object (&self->checks, checks);
  g_set_object (&self->casebook, casebook);
  if (self->checks == NULL)
    return;

  fill_kinds (self);
  fill_cases (self);
  n_settled = g_list_model_get_n_items (G_LIST_MODEL (checks));
  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    n_settled -= shanhai_checks_count (checks, i);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settled), n_settled > 0 || gtk_toggle_button_get_active (self->settled));
}

void
shanhai_finding_filter_clear (ShanhaiFindingFilter *self)
{
  g_return_if_fail (SHANHAI_IS_FINDING_FILTER (self));

  self->filling = true;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  take_words (self);
  gtk_drop_down_set_selected (self->gravity, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->in_case, 0);
  gtk_toggle_button_set_active (self->settled, TRUE);
  self->filling = false;
  changed_cb (self);
}

bool
shanhai_finding_filter_shows_settled (ShanhaiFindingFilter *self)
{
  g_return_val_if_fail (SHANHAI_IS_FINDING_FILTER (self), false);

  return gtk_toggle_button_get_active (self->settled);
}

void
shanhai_finding_filter_set_narrow (ShanhaiFindingFilter *self,
                                   bool                  narrow)
{
  g_return_if_fail (SHANHAI_IS_FINDING_FILTER (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); choice != NULL; choice = gtk_widget_get_next_sibling (choice))
    gtk_widget_set_hexpand (choice, narrow && choice != GTK_WIDGET (self->settled));

  /* three choices share the width of a small window, and there is room beside the search */
  g_object_ref (self->settled);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->settled))), GTK_WIDGET (self->settled));
  gtk_box_append (narrow ? self->words : self->choices, GTK_WIDGET (self->settled));
  g_object_unref (self->settled);
}

bool
shanhai_finding_filter_focus_last (ShanhaiFindingFilter *self)
{
  g_return_val_if_fail (SHANHAI_IS_FINDING_FILTER (self), false);

  if (gtk_widget_get_parent (GTK_WIDGET (self->settled)) == GTK_WIDGET (self->choices) && gtk_widget_grab_focus (GTK_WIDGET (self->settled)))
    return true;
  return gtk_widget_grab_focus (GTK_WIDGET (self->in_case));
}

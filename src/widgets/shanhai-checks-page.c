/* shanhai-checks-page.c - the findings of a casebook, gravest first, and one of them in full. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-checks-page.h"

#include <glib/gi18n.h>

#include "shanhai-checks.h"
#include "shanhai-empty-state.h"
#include "shanhai-finding-filter.h"
#include "shanhai-finding-row.h"
#include "shanhai-finding-view.h"
#include "shanhai-gravity-look.h"
#include "shanhai-page.h"
#include "shanhai-pane-order.h"
#include "shanhai-relations-button.h"
#include "shanhai-wanted-findings.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

struct _ShanhaiChecksPage
{
  GtkWidget           parent_instance;

  ShanhaiDocument    *document;
  ShanhaiChecks      *checks;
  ShanhaiWantedFindings *findings;   /* what the person wants to see */
  guint               before;        /* where the selection was */
  ShanhaiFinding     *looked_at;     /* (nullable): before what is settled was asked for */
  bool                is_awaited;    /* the keyboard was to come to the list, and there was none yet */

  GtkStack           *stack;
  GtkLabel           *counts;
  ShanhaiRelationsButton *relations;
  ShanhaiFindingFilter *filter;
  GtkStack           *list_stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkBox             *panes;
  GtkWidget          *list_pane;
  ShanhaiFindingView *view;
};

static void page_init (ShanhaiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiChecksPage, shanhai_checks_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (SHANHAI_TYPE_PAGE, page_init))

typedef enum { PROP_DOCUMENT = 1 } ShanhaiChecksPageProperty;
static GParamSpec *props[PROP_DOCUMENT + 1];

static ShanhaiCasebook *
get_casebook (ShanhaiChecksPage *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

/* (transfer none) (nullable): a heading is none */
static ShanhaiFinding *
get_selected (ShanhaiChecksPage *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return SHANHAI_IS_FINDING (item) ? item : NULL;
}

/* -- what is shown -- */

static bool
is_wanted (ShanhaiFinding *item,
           gpointer        user_data)
{
  return shanhai_finding_filter_matches (SHANHAI_CHECKS_PAGE (user_data)->filter, item);
}

/* "1 contradiction · 3 doubtful · 40 confirmed · 2 settled" */
static void
update_counts (ShanhaiChecksPage *self)
{
  guint n[SHANHAI_N_GRAVITIES] = { 0 };
  guint n_settled = 0;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    {
      n[i] = shanhai_checks_count (self->checks, i);
      n_settled += n[i];
      if (n[i] > 0)
        g_ptr_array_add (parts, shanhai_gravity_dup_count (i, n[i]));
    }
  n_settled = g_list_model_get_n_items (G_LIST_MODEL (self->checks)) - n_settled;
  if (n_settled > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u settled", "%u settled", n_settled), n_settled));
  text = shanhai_wording_join (" · ", (const char * const *) parts->pdata, parts->len);
  gtk_label_set_label (self->counts, text);
}

static void
update_stack (ShanhaiChecksPage *self)
{
  bool any = self->checks != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->checks)) > 0;

  gtk_stack_set_visible_child_name (self->stack, self->checks == NULL ? "empty" : !shanhai_checks_is_ready (self->checks) && !any ? "checking"
                                                                                  : any ? "findings" : "empty");
  gtk_stack_set_visible_child_name (self->list_stack, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 ? "list" : "none");
}

/* -- the selection -- */

static bool
select_near (ShanhaiChecksPage *self,
             guint              position,
             int                step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = position; i < n; i += (guint) step)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (SHANHAI_IS_FINDING (item))
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
          return true;
        }
    }

  return false;
}

static guint
find_position (ShanhaiChecksPage *self,
               ShanhaiFinding    *finding)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == G_OBJECT (finding))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* What was selected stays so wherever it is now. It may be settled and gone: then the next one takes its place. */
static void
ensure_selection (ShanhaiChecksPage *self,
                  ShanhaiFinding    *finding)
{
  guint position = finding != NULL ? find_position (self, finding) : GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION)
    {
      gtk_single_selection_set_selected (self->selection, position);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
      return;
    }
  if (get_selected (self) == NULL && !select_near (self, self->before, 1))
    select_near (self, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) - 1, -1);
}

static void
selected_cb (ShanhaiChecksPage *self)
{
  ShanhaiFinding *finding = get_selected (self);
  const guint position = gtk_single_selection_get_selected (self->selection);

  /* a key that goes far may come to a heading, which a click can't select: on to the finding behind it, or above it where the way leads up */
  if (finding == NULL && position != GTK_INVALID_LIST_POSITION)
    {
      if ((position >= self->before || !select_near (self, position - 1, -1)) && !select_near (self, position + 1, 1))
        gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      return;
    }
  if (finding != NULL)
    self->before = gtk_single_selection_get_selected (self->selection);
  gtk_widget_set_visible (GTK_WIDGET (self->view), finding != NULL);
  if (finding != shanhai_finding_view_get_finding (self->view))
    shanhai_finding_view_set_finding (self->view, get_casebook (self), finding);
}

static void
refilter (ShanhaiChecksPage *self)
{
  ShanhaiFinding *selected = get_selected (self);
  g_autoptr (ShanhaiFinding) before = selected != NULL ? g_object_ref (selected) : NULL;

  shanhai_wanted_findings_refresh (self->findings, self->checks);
  update_stack (self);
  ensure_selection (self, before);
}

static void
filter_cb (ShanhaiChecksPage *self)
{
  if (self->checks != NULL)
    refilter (self);
}

/* Who asks for what is settled wants to see it: the first one is shown, and when they go again, what was looked at before. */
static void
settled_cb (ShanhaiChecksPage *self)
{
  bool shown = shanhai_finding_filter_shows_settled (self->filter);
  g_autoptr (ShanhaiFinding) before = shown ? NULL : g_steal_pointer (&self->looked_at);

  if (self->checks == NULL)
    return;
  if (shown && get_selected (self) != NULL)
    g_set_object (&self->looked_at, get_selected (self));

  refilter (self);
  for (guint i = 0; shown && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (SHANHAI_IS_FINDING (item) && shanhai_finding_get_settled (SHANHAI_FINDING (item)) != NULL)
        {
          select_near (self, i, 1);
          break;
        }
    }
  if (before != NULL)
    ensure_selection (self, before);
}

static void
left_cb (ShanhaiChecksPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
updated_cb (ShanhaiChecksPage *self)
{
  shanhai_finding_filter_refresh (self->filter, self->checks);
  update_counts (self);
  shanhai_relations_button_refresh (self->relations, get_casebook (self));
  refilter (self);
  shanhai_finding_view_set_finding (self->view, get_casebook (self), get_selected (self));
  if (self->is_awaited && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* -- rows -- */

static void
setup_cb (ShanhaiChecksPage  *self,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, shanhai_finding_row_new ());
}

static void
bind_cb (ShanhaiChecksPage  *self,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  gpointer object = gtk_list_item_get_item (item);

  gtk_list_item_set_selectable (item, SHANHAI_IS_FINDING (object));
  gtk_list_item_set_activatable (item, SHANHAI_IS_FINDING (object));
  shanhai_finding_row_set_item (SHANHAI_FINDING_ROW (gtk_list_item_get_child (item)), get_casebook (self), object);
}

static void
unbind_cb (ShanhaiChecksPage  *self,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  shanhai_finding_row_set_item (SHANHAI_FINDING_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* the list beside the finding while there is room, else over it; the same of the search and the filters */
static void
narrow_cb (ShanhaiChecksPage *self,
           GParamSpec        *pspec,
           ShanhaiWidthBin   *bin)
{
  bool narrow = shanhai_width_bin_get_narrow (bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  shanhai_finding_filter_set_narrow (self->filter, narrow);
  gtk_widget_set_size_request (self->list_pane, narrow ? -1 : 340, narrow ? 190 : -1);
  gtk_widget_set_vexpand (self->list_pane, !narrow);
}

/* the keyboard with it, where it is in the list */
static void
move_selection (ShanhaiChecksPage *self,
                int                step)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected == GTK_INVALID_LIST_POSITION)
    select_near (self, 0, 1);
  else if (step > 0 || selected > 0)
    select_near (self, selected + (guint) step, step);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    shanhai_pane_order_enter_list (self->list);
}

/* Tab would go through all the rows, one by one; the arrows do that, and pass over the headings. So it leads from the list to the finding, and back to the
 * filters. */
static gboolean
list_key_cb (ShanhaiChecksPage *self,
             guint              keyval,
             guint              keycode,
             GdkModifierType    state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down || keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    {
      move_selection (self, keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK)))
    return shanhai_finding_filter_focus_last (self->filter);
  if (keyval == GDK_KEY_Tab && gtk_widget_get_visible (GTK_WIDGET (self->view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return GDK_EVENT_PROPAGATE;
}

/* -- actions -- */

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move_selection (SHANHAI_CHECKS_PAGE (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  move_selection (SHANHAI_CHECKS_PAGE (widget), -1);
}

static void
show_record_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiFinding *finding = get_selected (SHANHAI_CHECKS_PAGE (widget));

  if (finding != NULL)
    gtk_widget_activate_action (widget, "win.show-record", "s", shanhai_record_get_id (shanhai_finding_get_record (finding, 0)));
}

static void
show_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ShanhaiFinding *finding = get_selected (SHANHAI_CHECKS_PAGE (widget));
  const ShanhaiCitation *citation = finding != NULL ? shanhai_finding_get_citation (finding, 0) : NULL;

  if (citation != NULL)
    gtk_widget_activate_action (widget, "win.show-source", "(ss)", citation->source, shanhai_record_get_id (shanhai_finding_get_record (finding, 0)));
}

/* those of the view, wherever on the page the keyboard is */
static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (SHANHAI_CHECKS_PAGE (widget)->view), g_str_equal (name, "checks.settle") ? "finding.settle" : "finding.reopen", NULL);
}

static void
activate_cb (ShanhaiChecksPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "checks.show-record", NULL);
}

/* -- as a page -- */

/* (transfer full) (nullable): a decision is shown by what it settles */
static ShanhaiFinding *
find_settled_by (ShanhaiChecksPage *self,
                 const char        *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->checks)); i++)
    {
      g_autoptr (ShanhaiFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->checks), i);

      if (shanhai_finding_get_settled (finding) != NULL && g_strcmp0 (shanhai_record_get_id (shanhai_finding_get_settled (finding)), id) == 0)
        return g_steal_pointer (&finding);
    }

  return NULL;
}

/* (transfer full) (nullable): of those that name a record, the one that its mark stands for; else one that is settled */
static ShanhaiFinding *
find_gravest (ShanhaiChecksPage *self,
              const char        *id)
{
  g_autoptr (GPtrArray) findings = shanhai_checks_dup_for_record (self->checks, id);

  for (guint i = 0; i < findings->len; i++)
    if (shanhai_finding_get_settled (findings->pdata[i]) == NULL)
      return g_object_ref (findings->pdata[i]);

  return findings->len > 0 ? g_object_ref (findings->pdata[0]) : find_settled_by (self, id);
}

/* what the filters hide is shown without them */
static bool
show_record (ShanhaiPage *page,
             const char  *id)
{
  ShanhaiChecksPage *self = SHANHAI_CHECKS_PAGE (page);
  g_autoptr (ShanhaiFinding) found = NULL;

  if (self->checks == NULL)
    return false;

  shanhai_checks_finish (self->checks);
  found = find_gravest (self, id);
  if (found == NULL)
    return false;
  if (!shanhai_finding_filter_matches (self->filter, found))
    shanhai_finding_filter_clear (self->filter);

  return select_near (self, find_position (self, found), 1);
}

static void
page_init (ShanhaiPageInterface *iface)
{
  iface->show_record = show_record;
}

static gboolean
shanhai_checks_page_grab_focus (GtkWidget *widget)
{
  ShanhaiChecksPage *self = SHANHAI_CHECKS_PAGE (widget);

  self->is_awaited = self->checks != NULL && !shanhai_checks_is_ready (self->checks);
  return shanhai_pane_order_enter_list (self->list);
}

static void
shanhai_checks_page_dispose (GObject *object)
{
  ShanhaiChecksPage *self = SHANHAI_CHECKS_PAGE (object);
  GtkWidget *child;

  shanhai_checks_page_set_document (self, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (shanhai_checks_page_parent_class)->dispose (object);
}

static void
shanhai_checks_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((ShanhaiChecksPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, SHANHAI_CHECKS_PAGE (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_checks_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((ShanhaiChecksPageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      shanhai_checks_page_set_document (SHANHAI_CHECKS_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc activate; guint key; } actions[] = {
    { "checks.next", next_action, GDK_KEY_j },
    { "checks.previous", previous_action, GDK_KEY_k },
    { "checks.show-record", show_record_action, 0 },
    { "checks.show-source", show_source_action, GDK_KEY_o },
    { "checks.settle", view_action, GDK_KEY_s },
    { "checks.reopen", view_action, GDK_KEY_r },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, 0, actions[i].name, NULL);
    }
}

static void
shanhai_checks_page_class_init (ShanhaiChecksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = shanhai_checks_page_dispose;
  object_class->get_property = shanhai_checks_page_get_property;
  object_class->set_property = shanhai_checks_page_set_property;
  widget_class->grab_focus = shanhai_checks_page_grab_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_actions (widget_class);
  g_type_ensure (SHANHAI_TYPE_EMPTY_STATE);
  g_type_ensure (SHANHAI_TYPE_FINDING_FILTER);
  g_type_ensure (SHANHAI_TYPE_FINDING_VIEW);
  g_type_ensure (SHANHAI_TYPE_RELATIONS_BUTTON);
  g_type_ensure (SHANHAI_TYPE_WIDTH_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, counts);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, relations);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, filter);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, panes);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChecksPage, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
}

static void
shanhai_checks_page_init (ShanhaiChecksPage *self)
{
  self->findings = shanhai_wanted_findings_new (is_wanted, self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
}

GtkWidget *
shanhai_checks_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_CHECKS_PAGE, NULL);
}

ShanhaiDocument *
shanhai_checks_page_get_document (ShanhaiChecksPage *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHECKS_PAGE (self), NULL);

  return self->document;
}

void
shanhai_checks_page_set_document (ShanhaiChecksPage *self,
                                  ShanhaiDocument   *document)
{
  g_return_if_fail (SHANHAI_IS_CHECKS_PAGE (self));
  g_return_if_fail (document == NULL || SHANHAI_IS_DOCUMENT (document));

  if (document == self->document)
    return;

  if (self->checks != NULL)
    g_signal_handlers_disconnect_by_func (self->checks, updated_cb, self);
  /* rows still look into the old casebook while the list empties */
  gtk_single_selection_set_model (self->selection, NULL);
  shanhai_wanted_findings_refresh (self->findings, NULL);
  shanhai_finding_filter_refresh (self->filter, NULL);
  shanhai_finding_view_set_finding (self->view, NULL, NULL);
  shanhai_relations_button_refresh (self->relations, NULL);
  g_clear_object (&self->looked_at);
  g_clear_object (&self->checks);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      self->checks = g_object_ref (shanhai_casebook_get_checks (get_casebook (self)));
      g_signal_connect_object (self->checks, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->findings));
      if (shanhai_checks_is_ready (self->checks))
        updated_cb (self);
    }
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

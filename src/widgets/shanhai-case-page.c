/* shanhai-case-page.c - one case: its key figures on top, its pages under tabs. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-case-page.h"

#include <glib/gi18n.h>

#include "shanhai-case-figures.h"
#include "shanhai-display.h"
#include "shanhai-funds-page.h"
#include "shanhai-key-figure.h"
#include "shanhai-outcomes-page.h"
#include "shanhai-page.h"
#include "shanhai-pairings-page.h"
#include "shanhai-pane-order.h"
#include "shanhai-people-page.h"
#include "shanhai-programmes-page.h"
#include "shanhai-summary-page.h"
#include "shanhai-timeline-page.h"

/* px: in a lower window the cards give their room to the page below them, except on the summary. A narrow one needs more: its charts and tables stand one
 * above the other, its cards are smaller and its tabs closer. */
#define LOW 640
#define LOW_NARROW 760
#define NARROW 790
/* px: under this four cards stand two by two, not three and one */
#define TIGHT 600

typedef struct
{
  const char *name;
  const char *title;
  GType     (*get_type) (void);
} SectionKind;

static const SectionKind kinds[] = {
  { "summary", NC_ ("page of a case", "Summary"), shanhai_summary_page_get_type },
  { "outcomes", NC_ ("page of a case", "Outcomes"), shanhai_outcomes_page_get_type },
  { "funds", NC_ ("page of a case", "Funds"), shanhai_funds_page_get_type },
  { "pairings", NC_ ("page of a case", "Pairings"), shanhai_pairings_page_get_type },
  { "programmes", NC_ ("page of a case", "Programmes"), shanhai_programmes_page_get_type },
  { "people", NC_ ("page of a case", "People"), shanhai_people_page_get_type },
  { "timeline", NC_ ("page of a case", "Timeline"), shanhai_timeline_page_get_type },
};

struct _ShanhaiCasePage
{
  GtkWidget        parent_instance;

  ShanhaiDocument *document;
  ShanhaiCase     *record;
  GListModel      *observations, *flows, *pairings;  /* of the case, live: what the cards speak of */
  GSignalGroup    *casebook_signals;
  guint            refresh_id;
  guint            fit_id;
  bool             low;
  bool             narrow;
  bool             tight;
  char            *page_title;

  GtkBox          *box;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkFlowBox      *cards;
  GtkStack        *stack;
};

static void page_init (ShanhaiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ShanhaiCasePage, shanhai_case_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SHANHAI_TYPE_PAGE, page_init))

typedef enum { PROP_DOCUMENT = 1, PROP_CASE, PROP_PAGE } ShanhaiCasePageProperty;
static GParamSpec *props[PROP_PAGE + 1];

static ShanhaiCasebook *
get_casebook (ShanhaiCasePage *self)
{
  return self->document != NULL ? shanhai_document_get_casebook (self->document) : NULL;
}

/* each tab's child is an empty box until it is shown */
static ShanhaiCaseSection *
get_section (ShanhaiCasePage *self,
             const char      *name,
             bool             make)
{
  GtkWidget *holder = name != NULL ? gtk_stack_get_child_by_name (self->stack, name) : NULL;
  GtkWidget *section;

  if (holder == NULL)
    return NULL;
  section = gtk_widget_get_first_child (holder);
  if (section != NULL || !make)
    return section != NULL ? SHANHAI_CASE_SECTION (section) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      section = g_object_new (kinds[i].get_type (), "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (holder), section);
  g_signal_connect_object (section, "changed", G_CALLBACK (shanhai_page_changed), self, G_CONNECT_SWAPPED);
  return SHANHAI_CASE_SECTION (section);
}

static ShanhaiCaseSection *
get_visible_section (ShanhaiCasePage *self)
{
  return get_section (self, gtk_stack_get_visible_child_name (self->stack), false);
}

static void
update_cards (ShanhaiCasePage *self)
{
  bool summary = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "summary") == 0;
  guint n = 0;

  while (gtk_flow_box_get_child_at_index (self->cards, (int) n) != NULL)
    n++;
  gtk_flow_box_set_max_children_per_line (self->cards, CLAMP (n, 1, self->tight ? 2 : G_MAXUINT));
  gtk_widget_set_visible (GTK_WIDGET (self->cards), n > 0 && (summary || !self->low));
}

static void
list_records (ShanhaiCasePage *self)
{
  const char *id = self->record != NULL ? shanhai_record_get_id (SHANHAI_RECORD (self->record)) : NULL;

  g_clear_object (&self->observations);
  g_clear_object (&self->flows);
  g_clear_object (&self->pairings);
  if (id == NULL)
    return;
  self->observations = shanhai_casebook_list_case (get_casebook (self), SHANHAI_RECORD_OBSERVATION, id);
  self->flows = shanhai_casebook_list_case (get_casebook (self), SHANHAI_RECORD_FLOW, id);
  self->pairings = shanhai_casebook_list_case (get_casebook (self), SHANHAI_RECORD_PAIRING, id);
}

static void
fill_cards (ShanhaiCasePage      *self,
            const ShanhaiWording *wording)
{
  g_autoptr (GPtrArray) figures = self->record != NULL
                                  ? shanhai_case_figures_list_of (wording, self->record, self->observations, self->flows, self->pairings)
                                  : NULL;
  guint n = figures != NULL ? figures->len : 0;
  GtkFlowBoxChild *child;

  for (guint i = 0; i < n; i++)
    {
      child = gtk_flow_box_get_child_at_index (self->cards, (int) i);
      if (child == NULL)
        {
          child = GTK_FLOW_BOX_CHILD (gtk_flow_box_child_new ());
          gtk_flow_box_child_set_child (child, shanhai_key_figure_new ());
          /* the card has the focus, not the child around it */
          gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
          gtk_flow_box_append (self->cards, GTK_WIDGET (child));
        }
      shanhai_key_figure_show (SHANHAI_KEY_FIGURE (gtk_flow_box_child_get_child (child)), get_casebook (self),
                               g_ptr_array_index (figures, i));
    }
  while ((child = gtk_flow_box_get_child_at_index (self->cards, (int) n)) != NULL)
    gtk_flow_box_remove (self->cards, GTK_WIDGET (child));
  /* one or two cards stretched over the page look like something else */
  gtk_widget_set_halign (GTK_WIDGET (self->cards), n < 3 ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  if (n < 3)
    gtk_widget_add_css_class (GTK_WIDGET (self->cards), "few");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->cards), "few");
  update_cards (self);
}

static void
update_title (ShanhaiCasePage *self,
              const char      *title)
{
  const char *visible = gtk_stack_get_visible_child_name (self->stack);

  g_clear_pointer (&self->page_title, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, visible) == 0)
      self->page_title = g_strdup_printf (_ ("%s: %s"), title, g_dpgettext2 (NULL, "page of a case", kinds[i].title));
}

static bool
is_writable (ShanhaiCasePage *self)
{
  return self->record != NULL && !shanhai_casebook_is_read_only (get_casebook (self));
}

/* everything above the tabs */
static void
fill (ShanhaiCasePage *self)
{
  ShanhaiWording wording = shanhai_wording_now (get_casebook (self));
  g_autofree char *title = self->record != NULL ? shanhai_wording_case_title (&wording, self->record) : NULL;
  g_autofree char *subtitle = self->record != NULL ? shanhai_wording_case_subtitle (&wording, self->record) : NULL;

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.edit", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.new-record", is_writable (self));
  fill_cards (self, &wording);
  update_title (self, title != NULL ? title : "");
}

/* Shows the case on the visible page; the others follow when they are turned to. */
static void
load_visible (ShanhaiCasePage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  ShanhaiCaseSection *section = get_section (self, name, self->record != NULL);

  if (section != NULL)
    shanhai_case_section_set_case (section, self->record != NULL ? get_casebook (self) : NULL, self->record);
}

static void
visible_child_cb (ShanhaiCasePage *self)
{
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || gtk_stack_get_visible_child_name (self->stack) == NULL)
    return;
  update_cards (self);
  load_visible (self);
  update_title (self, gtk_label_get_label (self->title));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  shanhai_page_changed (SHANHAI_PAGE (self));
}

static gboolean
refresh_cb (gpointer data)
{
  ShanhaiCasePage *self = data;

  self->refresh_id = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (ShanhaiCasePage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, refresh_cb, self, NULL);
}

static gboolean
fit_cb (gpointer data)
{
  ShanhaiCasePage *self = data;

  self->fit_id = 0;
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->box), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->box), "narrow");
  update_cards (self);
  return G_SOURCE_REMOVE;
}

static ShanhaiFigure *
page_get_figure (ShanhaiPage *page)
{
  ShanhaiCaseSection *section = get_visible_section (SHANHAI_CASE_PAGE (page));

  return section != NULL ? shanhai_case_section_get_figure (section) : NULL;
}

static const char *
page_get_title (ShanhaiPage *page)
{
  return SHANHAI_CASE_PAGE (page)->page_title;
}

/* the page of a case that lists records of this type */
static const char *
find_page (ShanhaiRecordType type)
{
  switch (type)
    {
    case SHANHAI_RECORD_OBSERVATION:
      return "outcomes";
    case SHANHAI_RECORD_FLOW:
      return "funds";
    case SHANHAI_RECORD_PAIRING:
      return "pairings";
    case SHANHAI_RECORD_PROGRAMME:
      return "programmes";
    case SHANHAI_RECORD_EXCHANGE:
      return "people";
    case SHANHAI_RECORD_EVENT:
      return "timeline";
    case SHANHAI_RECORD_CASE:
      return "summary";
    case SHANHAI_RECORD_PLACE:
    case SHANHAI_RECORD_PARTY:
    case SHANHAI_RECORD_SOURCE:
    case SHANHAI_RECORD_INDICATOR:
    case SHANHAI_RECORD_DECISION:
    case SHANHAI_RECORD_OTHER:
    default:
      return NULL;
    }
}

static bool
page_show_record (ShanhaiPage *page,
                  const char  *id)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (page);
  ShanhaiRecord *record = self->record != NULL ? shanhai_casebook_lookup (get_casebook (self), id) : NULL;
  const char *name = record != NULL ? find_page (shanhai_record_get_record_type (record)) : NULL;

  if (name == NULL
      || g_strcmp0 (shanhai_record_get_case_id (record), shanhai_record_get_id (SHANHAI_RECORD (self->record))) != 0)
    return false;

  shanhai_case_page_set_page (self, name);
  return SHANHAI_RECORD (self->record) == record || shanhai_case_section_show_record (get_visible_section (self), id);
}

static bool
page_copy (ShanhaiPage *page)
{
  ShanhaiCaseSection *section = get_visible_section (SHANHAI_CASE_PAGE (page));

  return section != NULL && shanhai_case_section_copy (section);
}

static void
page_init (ShanhaiPageInterface *iface)
{
  iface->get_figure = page_get_figure;
  iface->get_title = page_get_title;
  iface->show_record = page_show_record;
  iface->copy = page_copy;
}

static void
shanhai_case_page_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (widget);
  int cards;

  gtk_widget_measure (GTK_WIDGET (self->box), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation != GTK_ORIENTATION_VERTICAL || !gtk_widget_get_visible (GTK_WIDGET (self->cards)))
    return;

  /* the cards go where there is no room for them, so they don't keep a window from getting smaller */
  gtk_widget_measure (GTK_WIDGET (self->cards), orientation, for_size, &cards, NULL, NULL, NULL);
  *minimum = MAX (0, *minimum - cards - gtk_box_get_spacing (self->box));
}

static void
shanhai_case_page_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (widget);
  bool narrow = width < NARROW;
  bool tight = width < TIGHT;
  bool low = height < (narrow ? LOW_NARROW : LOW);

  gtk_widget_size_allocate (GTK_WIDGET (self->box), &(GtkAllocation) { 0, 0, width, height }, -1);
  if (low == self->low && narrow == self->narrow && tight == self->tight)
    return;

  /* not during an allocation: hiding the cards asks for another one */
  self->low = low;
  self->narrow = narrow;
  self->tight = tight;
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_cb, self, NULL);
}

/* the chart or the table, not what stands above the tabs */
static gboolean
start_cb (GtkWidget *widget)
{
  ShanhaiCaseSection *section = get_visible_section (SHANHAI_CASE_PAGE (widget));

  return section != NULL && gtk_widget_child_focus (GTK_WIDGET (section), GTK_DIR_TAB_FORWARD);
}

static void
shanhai_case_page_dispose (GObject *object)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_func (self->stack, visible_child_cb, self);
  self->stack = NULL;
  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);
  g_clear_object (&self->casebook_signals);
  g_clear_object (&self->observations);
  g_clear_object (&self->flows);
  g_clear_object (&self->pairings);
  g_clear_object (&self->document);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (shanhai_case_page_parent_class)->dispose (object);
}

static void
shanhai_case_page_finalize (GObject *object)
{
  g_free (SHANHAI_CASE_PAGE (object)->page_title);

  G_OBJECT_CLASS (shanhai_case_page_parent_class)->finalize (object);
}

static void
shanhai_case_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (object);

  switch ((ShanhaiCasePageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_CASE:
      g_value_set_object (value, self->record);
      break;
    case PROP_PAGE:
      g_value_set_string (value, shanhai_case_page_get_page (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_case_page_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (object);

  switch ((ShanhaiCasePageProperty) prop_id)
    {
    case PROP_DOCUMENT:
      shanhai_case_page_set_document (self, g_value_get_object (value));
      break;
    case PROP_CASE:
      shanhai_case_page_set_case (self, g_value_get_object (value));
      break;
    case PROP_PAGE:
      shanhai_case_page_set_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* what an empty page offers */
static void
new_record_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (widget);

  if (self->record != NULL)
    gtk_widget_activate_action (widget, "win.new-record", "(ss)", g_variant_get_string (parameter, NULL),
                                shanhai_record_get_id (SHANHAI_RECORD (self->record)));
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ShanhaiCasePage *self = SHANHAI_CASE_PAGE (widget);

  if (self->record != NULL)
    gtk_widget_activate_action (widget, "win.edit-record", "s", shanhai_record_get_id (SHANHAI_RECORD (self->record)));
}

static void
shanhai_case_page_class_init (ShanhaiCasePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_case_page_dispose;
  object_class->finalize = shanhai_case_page_finalize;
  object_class->get_property = shanhai_case_page_get_property;
  object_class->set_property = shanhai_case_page_set_property;
  widget_class->measure = shanhai_case_page_measure;
  widget_class->size_allocate = shanhai_case_page_size_allocate;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SHANHAI_TYPE_DOCUMENT, flags);
  props[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, SHANHAI_TYPE_CASE, flags);
  props[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, "summary", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePage, box);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePage, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePage, cards);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePage, stack);
  gtk_widget_class_install_property_action (widget_class, "case.page", "page");
  gtk_widget_class_install_action (widget_class, "case.new-record", "s", new_record_action);
  gtk_widget_class_install_action (widget_class, "case.edit", NULL, edit_action);
}

static void
shanhai_case_page_init (ShanhaiCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  shanhai_pane_order_set_start (GTK_WIDGET (self), start_cb);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_stack_add_titled (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), kinds[i].name,
                          g_dpgettext2 (NULL, "page of a case", kinds[i].title));
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (visible_child_cb), self);

  self->casebook_signals = g_signal_group_new (SHANHAI_TYPE_CASEBOOK);
  g_signal_group_connect_swapped (self->casebook_signals, "changed", G_CALLBACK (queue_refresh), self);
  g_signal_connect_object (shanhai_display_get_default (), "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
shanhai_case_page_new (void)
{
  return g_object_new (SHANHAI_TYPE_CASE_PAGE, NULL);
}

ShanhaiDocument *
shanhai_case_page_get_document (ShanhaiCasePage *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_PAGE (self), NULL);

  return self->document;
}

void
shanhai_case_page_set_document (ShanhaiCasePage *self,
                                ShanhaiDocument *document)
{
  g_return_if_fail (SHANHAI_IS_CASE_PAGE (self));

  if (self->document == document)
    return;

  shanhai_case_page_set_case (self, NULL);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->casebook_signals, get_casebook (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

ShanhaiCase *
shanhai_case_page_get_case (ShanhaiCasePage *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_PAGE (self), NULL);

  return self->record;
}

void
shanhai_case_page_set_case (ShanhaiCasePage *self,
                            ShanhaiCase     *record)
{
  g_return_if_fail (SHANHAI_IS_CASE_PAGE (self));
  g_return_if_fail (record == NULL || self->document != NULL);

  if (!g_set_object (&self->record, record))
    return;

  list_records (self);
  fill (self);
  if (record == NULL)
    /* pages that aren't shown let go as well: the document may be closing */
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        ShanhaiCaseSection *section = get_section (self, kinds[i].name, false);

        if (section != NULL)
          shanhai_case_section_set_case (section, NULL, NULL);
      }
  load_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASE]);
  shanhai_page_changed (SHANHAI_PAGE (self));
}

const char *
shanhai_case_page_get_page (ShanhaiCasePage *self)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_PAGE (self), NULL);

  return self->stack != NULL ? gtk_stack_get_visible_child_name (self->stack) : NULL;
}

void
shanhai_case_page_set_page (ShanhaiCasePage *self,
                            const char      *page)
{
  g_return_if_fail (SHANHAI_IS_CASE_PAGE (self));

  /* notifies by visible_child_cb() */
  if (page != NULL && gtk_stack_get_child_by_name (self->stack, page) != NULL)
    gtk_stack_set_visible_child_name (self->stack, page);
}

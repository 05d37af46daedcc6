/* shanhai-finding-view.c - one finding in full: its figures as printed, their sources, the arithmetic, and what a person says about it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-view.h"

#include <glib/gi18n.h>

#include "shanhai-citation-card.h"
#include "shanhai-decision.h"
#include "shanhai-display.h"
#include "shanhai-finding-decision.h"
#include "shanhai-finding-row.h"
#include "shanhai-gravity-look.h"
#include "shanhai-history.h"
#include "shanhai-relation-window.h"
#include "shanhai-relation.h"
#include "shanhai-width-bin.h"
#include "shanhai-wording.h"

/* a sum can have many parts; the rest are told by the arithmetic */
#define MAX_FIGURES 24

struct _ShanhaiFindingView
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  ShanhaiFinding  *finding;

  GtkImage        *icon;
  GtkLabel        *gravity;
  GtkLabel        *message;
  GtkWidget       *decision;
  GtkLabel        *verdict;
  GtkLabel        *reason_told;
  GtkWidget       *relation;
  GtkLabel        *relation_told;
  GtkWidget       *settle_bar;
  GtkMenuButton   *settle;
  GtkWidget       *accept;
  GtkWidget       *correct;
  GtkEntry        *reason;
  GtkLabel        *error;
  ShanhaiWidthBin *figures_bin;
  GtkBox          *figures;
  GtkLabel        *rest;
  GtkWidget       *choosers[2];  /* of rivals, where one can be chosen */
};

G_DEFINE_FINAL_TYPE (ShanhaiFindingView, shanhai_finding_view, GTK_TYPE_WIDGET)

static void
append_label (GtkBox     *box,
              const char *text,
              const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (box, label);
}

static guint
get_citation_index (ShanhaiFinding *finding,
                    guint           index)
{
  const ShanhaiCitation *citation = shanhai_finding_get_citation (finding, index);
  const ShanhaiCitations *citations = shanhai_record_get_citations (shanhai_finding_get_record (finding, index));

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    if (&citations->items[i] == citation)
      return i;

  return 0;
}

/* which of two rivals a person has chosen */
static bool
is_preferred (ShanhaiFinding *finding,
              guint           index)
{
  ShanhaiRecord *decision = shanhai_finding_get_settled (finding);

  return decision != NULL &&
         g_strcmp0 (shanhai_decision_get_prefers (SHANHAI_DECISION (decision)), shanhai_record_get_id (shanhai_finding_get_record (finding, index))) == 0;
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_FILL);

  return button;
}

/* false when the casebook refused it; the person is told */
static bool
apply (ShanhaiFindingView *self,
       ShanhaiChange      *change)
{
  g_autoptr (GError) error = NULL;

  if (change == NULL || shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
    return true;

  gtk_label_set_label (self->error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);

  return false;
}

static void
prefer_now_cb (ShanhaiFindingView *self,
               GtkButton          *button)
{
  GtkWidget *chooser = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_MENU_BUTTON);
  GtkEditable *reason = g_object_get_data (G_OBJECT (button), "reason");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  g_autoptr (ShanhaiChange) change = NULL;

  if (self->finding == NULL || !shanhai_finding_has_rivals (self->finding))
    return;

  change = shanhai_finding_new_preference (self->finding, index, gtk_editable_get_text (reason));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (chooser));
  apply (self, change);
}

/* why this one: asked at the choice itself, so that it is kept with it */
static void
create_chooser_cb (GtkMenuButton *chooser,
                   gpointer       user_data)
{
  ShanhaiFindingView *self = SHANHAI_FINDING_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (chooser), SHANHAI_TYPE_FINDING_VIEW));
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *reason = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Use This Figure"));

  append_label (GTK_BOX (box), _("Charts and key figures use this one of the two. The other stays in the casebook."), "secondary");
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_widget_get_first_child (box)), 34);
  gtk_entry_set_placeholder_text (GTK_ENTRY (reason), _("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (reason), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (reason), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  gtk_box_append (GTK_BOX (box), reason);
  g_object_set_data (G_OBJECT (button), "index", user_data);
  g_object_set_data (G_OBJECT (button), "reason", reason);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_receives_default (button, TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (prefer_now_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), button);
  gtk_menu_button_set_popover (chooser, popover);
}

/* of one of two rivals; found again by its index */
static GtkWidget *
new_chooser (guint index)
{
  GtkWidget *chooser = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (chooser), _("_Use This Figure…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (chooser), TRUE);
  gtk_widget_set_tooltip_text (chooser, _("Charts and key figures use this one of the two"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (chooser), create_chooser_cb, GUINT_TO_POINTER (index), NULL);

  return chooser;
}

static void
append_buttons (ShanhaiFindingView *self,
                GtkBox             *head,
                guint               index)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  ShanhaiRecord *record = shanhai_finding_get_record (self->finding, index);
  GtkWidget *button = NULL;

  if (shanhai_record_get_case_id (record) != NULL || shanhai_record_get_record_type (record) == SHANHAI_RECORD_SOURCE)
    {
      button = new_button (_("Show _Record"), "win.show-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", shanhai_record_get_id (record));
      gtk_box_append (GTK_BOX (bar), button);
    }
  if (shanhai_finding_has_rivals (self->finding) && is_preferred (self->finding, index))
    append_label (GTK_BOX (bar), _("Charts and key figures use this one"), "badge");
  else if (shanhai_finding_has_rivals (self->finding) && !shanhai_casebook_is_read_only (self->casebook))
    {
      self->choosers[index] = new_chooser (index);
      gtk_box_append (GTK_BOX (bar), self->choosers[index]);
    }
  gtk_widget_set_valign (bar, GTK_ALIGN_START);
  gtk_box_append (head, bar);
}

static GtkWidget *
new_figure (ShanhaiFindingView *self,
            guint               index)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  ShanhaiRecord *record = shanhai_finding_get_record (self->finding, index);
  const ShanhaiQuantity *quantity = shanhai_finding_get_quantity (self->finding, index);
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *subject = shanhai_wording_subject (&wording, record);
  g_autofree char *period = shanhai_wording_period (&wording, shanhai_record_get_period (record));
  g_autofree char *heading = shanhai_wording_join (" · ", (const char *[]) { subject, period }, 2);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_widget_set_size_request (card, 250, -1);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (head), what);
  append_buttons (self, GTK_BOX (head), index);
  gtk_box_append (GTK_BOX (card), head);
  append_label (GTK_BOX (what), heading, "secondary");
  if (quantity != NULL)
    {
      g_autofree char *figure = shanhai_wording_quantity (&wording, quantity);

      append_label (GTK_BOX (what), figure, "key-figure");
    }
  if (citations != NULL && citations->n > 0)
    gtk_box_append (GTK_BOX (card), shanhai_citation_card_new (self->casebook, record, get_citation_index (self->finding, index)));
  else if (quantity != NULL)
    append_label (GTK_BOX (card), _("No source is cited for this figure."), "dim-label");

  return card;
}

/* rivals stand side by side, where there is room */
static void
turn_figures (ShanhaiFindingView *self)
{
  bool aside = self->finding != NULL && shanhai_finding_has_rivals (self->finding) && !shanhai_width_bin_get_narrow (self->figures_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->figures), aside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->figures, aside);
}

static void
show_figures (ShanhaiFindingView *self)
{
  guint n = shanhai_finding_get_n (self->finding);
  guint left = n > MAX_FIGURES ? n - MAX_FIGURES : 0;
  g_autofree char *rest = g_strdup_printf (ngettext ("and %u more record", "and %u more records", left), left);

  turn_figures (self);
  for (guint i = 0; i < MIN (n, MAX_FIGURES); i++)
    gtk_box_append (self->figures, new_figure (self, i));
  gtk_label_set_label (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), left > 0);
}

static void
show_decision (ShanhaiFindingView *self)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  ShanhaiRecord *record = shanhai_finding_get_settled (self->finding);
  ShanhaiDecision *decision = record != NULL ? SHANHAI_DECISION (record) : NULL;
  bool writable = !shanhai_casebook_is_read_only (self->casebook);
  g_autofree char *verdict = NULL, *when = NULL, *reason = NULL, *told = NULL;

  gtk_widget_set_visible (self->decision, decision != NULL);
  gtk_widget_set_visible (self->settle_bar, decision == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->settle), writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.settle", decision == NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.reopen", decision != NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.prefer", writable);
  if (decision == NULL)
    return;

  verdict = shanhai_decision_get_prefers (decision) != NULL ? g_strdup (_("One of the two was chosen"))
                                                            : shanhai_wording_key (&wording, "verdicts", shanhai_decision_get_verdict (decision));
  when = shanhai_wording_period (&wording, shanhai_decision_get_on (decision));
  told = shanhai_wording_join (" · ", (const char *[]) { _("Settled"), verdict, shanhai_decision_get_by (decision), when }, 4);
  reason = shanhai_wording_name (&wording, shanhai_decision_get_reason (decision));
  gtk_label_set_label (self->verdict, told);
  gtk_label_set_label (self->reason_told, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_told), *reason != '\0');
}

/* the figures belong together because a person has said so */
static void
show_relation (ShanhaiFindingView *self)
{
  ShanhaiRecord *relation = shanhai_finding_get_relation (self->finding, self->casebook);
  ShanhaiDecision *decision = relation != NULL ? SHANHAI_DECISION (relation) : NULL;
  g_autofree char *told = NULL;

  if (decision != NULL)
    told = shanhai_decision_dup_relation_words (self->casebook, decision);
  gtk_label_set_label (self->relation_told, told != NULL ? told : "");
  gtk_widget_set_visible (self->relation, decision != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.retract", decision != NULL && !shanhai_casebook_is_read_only (self->casebook));
}

static void
update (ShanhaiFindingView *self)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  ShanhaiGravity gravity;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_box_remove (self->figures, child);
  self->choosers[0] = self->choosers[1] = NULL;
  if (self->finding == NULL)
    return;

  gravity = shanhai_finding_get_gravity (self->finding);
  {
    g_autofree char *imprint = shanhai_finding_dup_imprint (self->finding, self->casebook);
    g_autofree char *heading = shanhai_wording_join (" · ", (const char *[]) { shanhai_gravity_get_label (gravity, words), imprint }, 2);
    g_autofree char *message = shanhai_finding_dup_message (self->finding, self->casebook, words);

    gtk_label_set_label (self->gravity, heading);
    gtk_label_set_label (self->message, message);
  }
  gtk_image_set_from_icon_name (self->icon, shanhai_gravity_get_icon_name (gravity));
  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (gravity));
  gtk_label_set_label (self->error, "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  show_decision (self);
  show_relation (self);
  show_figures (self);
}

static void
settle_now_cb (ShanhaiFindingView *self)
{
  const char *verdict = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->accept)) ? "accepted"
                        : gtk_check_button_get_active (GTK_CHECK_BUTTON (self->correct)) ? "corrected" : "ignored";
  g_autoptr (ShanhaiChange) change = NULL;

  if (self->finding == NULL)
    return;

  change = shanhai_finding_new_settling (self->finding, verdict, gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  gtk_menu_button_popdown (self->settle);
  if (apply (self, change))
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
}

static void
settle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (SHANHAI_FINDING_VIEW (widget)->settle);
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiFindingView *self = SHANHAI_FINDING_VIEW (widget);
  g_autoptr (ShanhaiChange) change = self->finding != NULL ? shanhai_finding_new_reopening (self->finding) : NULL;

  apply (self, change);
}

static void
retract_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ShanhaiFindingView *self = SHANHAI_FINDING_VIEW (widget);
  ShanhaiRecord *relation = self->finding != NULL ? shanhai_finding_get_relation (self->finding, self->casebook) : NULL;
  g_autoptr (ShanhaiChange) change = relation != NULL ? shanhai_relation_retract (relation, _("Take Back a Sum")) : NULL;

  apply (self, change);
}

static void
prefer_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  ShanhaiFindingView *self = SHANHAI_FINDING_VIEW (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index < G_N_ELEMENTS (self->choosers) && self->choosers[index] != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->choosers[index]));
}

/* the first thing that can be done about it */
static gboolean
shanhai_finding_view_grab_focus (GtkWidget *widget)
{
  ShanhaiFindingView *self = SHANHAI_FINDING_VIEW (widget);

  if (gtk_widget_get_visible (self->settle_bar) && gtk_widget_get_sensitive (GTK_WIDGET (self->settle)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->settle));
  if (gtk_widget_get_visible (self->decision))
    return gtk_widget_grab_focus (gtk_widget_get_last_child (self->decision));

  return gtk_widget_child_focus (GTK_WIDGET (self->figures), GTK_DIR_TAB_FORWARD);
}

static void
shanhai_finding_view_dispose (GObject *object)
{
  ShanhaiFindingView *self = SHANHAI_FINDING_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->finding);
  g_clear_object (&self->casebook);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_finding_view_parent_class)->dispose (object);
}

static void
shanhai_finding_view_class_init (ShanhaiFindingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_finding_view_dispose;

  widget_class->grab_focus = shanhai_finding_view_grab_focus;

  gtk_widget_class_install_action (widget_class, "finding.settle", NULL, settle_action);
  gtk_widget_class_install_action (widget_class, "finding.reopen", NULL, reopen_action);
  gtk_widget_class_install_action (widget_class, "finding.prefer", "u", prefer_action);
  gtk_widget_class_install_action (widget_class, "finding.retract", NULL, retract_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (SHANHAI_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-finding-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, icon);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, gravity);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, message);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, decision);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, verdict);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, reason_told);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, settle_bar);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, relation);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, relation_told);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, settle);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, accept);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, correct);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, reason);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, error);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, figures_bin);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, figures);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingView, rest);
  gtk_widget_class_bind_template_callback (widget_class, settle_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_figures);
}

static void
shanhai_finding_view_init (ShanhaiFindingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_finding_view_new (void)
{
  return g_object_new (SHANHAI_TYPE_FINDING_VIEW, NULL);
}

ShanhaiFinding *
shanhai_finding_view_get_finding (ShanhaiFindingView *self)
{
  g_return_val_if_fail (SHANHAI_IS_FINDING_VIEW (self), NULL);

  return self->finding;
}

void
shanhai_finding_view_set_finding (ShanhaiFindingView *self,
                                  ShanhaiCasebook    *casebook,
                                  ShanhaiFinding     *finding)
{
  g_return_if_fail (SHANHAI_IS_FINDING_VIEW (self));
  g_return_if_fail (finding == NULL || (SHANHAI_IS_FINDING (finding) && SHANHAI_IS_CASEBOOK (casebook)));

  g_set_object (&self->casebook, casebook);
  g_set_object (&self->finding, finding);
  update (self);
}

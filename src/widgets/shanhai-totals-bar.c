/* shanhai-totals-bar.c - the totals of some cases side by side; a click on one says what was left out, and why. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-totals-bar.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-finding-badge.h"
#include "shanhai-totals.h"
#include "shanhai-wording.h"

struct _ShanhaiTotalsBar
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  GPtrArray       *totals;  /* of ShanhaiCasebookTotal */
};

G_DEFINE_FINAL_TYPE (ShanhaiTotalsBar, shanhai_totals_bar, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text,
           const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css);

  return label;
}

static GtkWidget *
new_wrapping_label (const char *text,
                    const char *css)
{
  GtkWidget *label = new_label (text, css);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);

  return label;
}

static guint
count_left_out (const ShanhaiCasebookTotal *total)
{
  guint n = 0;

  for (guint i = 0; i < SHANHAI_N_LEFT_OUT; i++)
    n += total->n_left_out[i];

  return n;
}

static void
append_reason (ShanhaiTotalsBar           *self,
               GtkBox                     *box,
               const ShanhaiCasebookTotal *total,
               ShanhaiLeftOut              reason)
{
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  /* Translators: how many figures, then why they weren't added up: "3 × planned, not done" */
  g_autofree char *heading = g_strdup_printf (_("%u × %s"), total->n_left_out[reason], shanhai_left_out_get_label (reason, words));

  gtk_box_append (box, new_wrapping_label (heading, "small-heading"));
  for (guint i = 0; i < total->left_out[reason]->len; i++)
    {
      g_autofree char *text = shanhai_wording_record (&wording, total->left_out[reason]->pdata[i]);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), new_wrapping_label (text, "small"));
      gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", shanhai_record_get_id (total->left_out[reason]->pdata[i]));
      gtk_box_append (box, button);
    }
}

static GtkWidget *
new_popover (ShanhaiTotalsBar           *self,
             const ShanhaiCasebookTotal *total)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *added = g_strdup_printf (ngettext ("%u figure was added.", "%u figures were added.", total->n_added), total->n_added);

  gtk_box_append (GTK_BOX (box), new_wrapping_label (added, "figure"));
  if (count_left_out (total) > 0)
    gtk_box_append (GTK_BOX (box), new_wrapping_label (_("Left out, so that nothing counts twice:"), "secondary"));
  for (guint i = 0; i < SHANHAI_N_LEFT_OUT; i++)
    if (total->n_left_out[i] > 0)
      append_reason (self, GTK_BOX (box), total, i);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 380);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_widget_add_css_class (popover, "citation-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was added, and what was left out"), -1);

  return popover;
}

/* the popover is made when it is asked for */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  ShanhaiTotalsBar *self = SHANHAI_TOTALS_BAR (gtk_widget_get_ancestor (GTK_WIDGET (button), SHANHAI_TYPE_TOTALS_BAR));
  guint index = GPOINTER_TO_UINT (user_data);

  gtk_menu_button_set_popover (button, new_popover (self, self->totals->pdata[index]));
}

static char **
dup_ids (GPtrArray *records)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < records->len; i++)
    g_strv_builder_add (ids, shanhai_record_get_id (records->pdata[i]));
  return g_strv_builder_end (ids);
}

/* what the checks say against one of the figures that were added, over the total's corner */
static GtkWidget *
new_marked (ShanhaiTotalsBar           *self,
            const ShanhaiCasebookTotal *total,
            GtkWidget                  *button)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *badge = shanhai_finding_badge_new ();
  g_auto (GStrv) ids = dup_ids (total->added);

  gtk_widget_set_margin_top (badge, 2);
  gtk_widget_set_margin_end (badge, 2);
  shanhai_finding_badge_show (SHANHAI_FINDING_BADGE (badge), self->casebook, (const char * const *) ids);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), button);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), badge);

  return overlay;
}

/* there is no total: why */
static GtkWidget *
new_none (const ShanhaiCasebookTotal *total)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), new_label (total->heading, "small"));
  gtk_box_append (GTK_BOX (box), new_wrapping_label (total->why_none, "secondary"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "small");
  /* no higher than the totals beside it: the bar scrolls sideways */
  gtk_label_set_width_chars (GTK_LABEL (gtk_widget_get_last_child (box)), 48);
  gtk_widget_add_css_class (box, "no-total");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
new_total (ShanhaiTotalsBar *self,
           guint             index)
{
  const ShanhaiCasebookTotal *total = self->totals->pdata[index];
  ShanhaiWording wording = shanhai_wording_now (self->casebook);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  guint n_left_out = count_left_out (total);
  g_autofree char *value = shanhai_wording_quantity (&wording, total->quantity);
  g_autofree char *in_cases = g_strdup_printf (ngettext ("%u case", "%u cases", total->n_cases), total->n_cases);
  g_autofree char *left_out = n_left_out > 0 ? g_strdup_printf (ngettext ("%u left out", "%u left out", n_left_out), n_left_out) : NULL;
  g_autofree char *caption = shanhai_wording_join (" · ", (const char *[]) { in_cases, left_out }, 2);
  g_autofree char *name = shanhai_wording_join (", ", (const char *[]) { total->heading, value, caption }, 3);

  gtk_box_append (GTK_BOX (box), new_label (total->heading, "small"));
  gtk_box_append (GTK_BOX (box), new_label (value, "key-figure"));
  gtk_box_append (GTK_BOX (box), new_label (caption, "secondary"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "small");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, GUINT_TO_POINTER (index), NULL);
  gtk_widget_add_css_class (button, "total-button");
  gtk_widget_set_tooltip_text (button, _("What was added, and what was left out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return new_marked (self, total, button);
}

static void
clear (ShanhaiTotalsBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_clear_object (&self->casebook);
}

static void
shanhai_totals_bar_dispose (GObject *object)
{
  clear (SHANHAI_TOTALS_BAR (object));

  G_OBJECT_CLASS (shanhai_totals_bar_parent_class)->dispose (object);
}

static void
shanhai_totals_bar_class_init (ShanhaiTotalsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_totals_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
shanhai_totals_bar_init (ShanhaiTotalsBar *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
shanhai_totals_bar_new (void)
{
  return g_object_new (SHANHAI_TYPE_TOTALS_BAR, NULL);
}

void
shanhai_totals_bar_show (ShanhaiTotalsBar   *self,
                         ShanhaiCasebook    *casebook,
                         const char * const *cases,
                         const char         *indicator)
{
  ShanhaiCasebookTotal *total = NULL;

  g_return_if_fail (SHANHAI_IS_TOTALS_BAR (self));
  g_return_if_fail (casebook == NULL || SHANHAI_IS_CASEBOOK (casebook));

  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (casebook == NULL)
    return;

  self->casebook = g_object_ref (casebook);
  self->totals = shanhai_casebook_dup_totals (casebook, cases);
  if (indicator != NULL)
    total = shanhai_casebook_dup_indicator_total (casebook, cases, indicator);
  if (total != NULL)
    g_ptr_array_insert (self->totals, 0, total);
  for (guint i = 0; i < self->totals->len; i++)
    {
      const ShanhaiCasebookTotal *each = self->totals->pdata[i];

      gtk_widget_set_parent (each->quantity != NULL ? new_total (self, i) : new_none (each), GTK_WIDGET (self));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->totals->len > 0);
}

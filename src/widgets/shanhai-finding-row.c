/* shanhai-finding-row.c - a finding in a list: how grave, what it says, which check; or the heading of a group. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-row.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-gravity-look.h"
#include "shanhai-wording.h"

struct _ShanhaiFindingRow
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  ShanhaiFinding  *finding;
  gulong           settled_id;

  GtkLabel        *heading;
  GtkWidget       *body;
  GtkImage        *icon;
  GtkLabel        *message;
  GtkLabel        *imprint;
  GtkWidget       *settled;
};

G_DEFINE_FINAL_TYPE (ShanhaiFindingRow, shanhai_finding_row, GTK_TYPE_WIDGET)

/* the list's own row has the focus, so it has to have the name */
static void
set_name (ShanhaiFindingRow *self,
          const char        *name)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_heading (ShanhaiFindingRow   *self,
              ShanhaiFindingGroup *group)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  const char *label = shanhai_gravity_get_label (shanhai_finding_group_get_gravity (group), words);
  g_autofree char *text = g_strdup_printf ("%s · %u", label, shanhai_finding_group_get_count (group));

  gtk_label_set_label (self->heading, text);
  set_name (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_finding (ShanhaiFindingRow *self)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  ShanhaiGravity gravity = shanhai_finding_get_gravity (self->finding);
  bool settled = shanhai_finding_get_settled (self->finding) != NULL;
  g_autofree char *message = shanhai_finding_dup_message (self->finding, self->casebook, words);
  g_autofree char *imprint = shanhai_finding_dup_imprint (self->finding, self->casebook);
  g_autofree char *name = NULL;

  gtk_image_set_from_icon_name (self->icon, shanhai_gravity_get_icon_name (gravity));
  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), shanhai_gravity_get_css_class (gravity));
  gtk_label_set_label (self->message, message);
  gtk_label_set_label (self->imprint, imprint);
  gtk_widget_set_visible (self->settled, settled);

  name = shanhai_wording_join (", ", (const char *[]) { shanhai_gravity_get_label (gravity, words), settled ? _("Settled") : "", message, imprint }, 4);
  set_name (self, name);
}

static void
settled_cb (ShanhaiFindingRow *self)
{
  show_finding (self);
}

static void
forget (ShanhaiFindingRow *self)
{
  if (self->finding != NULL)
    g_clear_signal_handler (&self->settled_id, self->finding);
  g_clear_object (&self->finding);
  g_clear_object (&self->casebook);
}

static void
shanhai_finding_row_dispose (GObject *object)
{
  ShanhaiFindingRow *self = SHANHAI_FINDING_ROW (object);
  GtkWidget *child;

  forget (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_finding_row_parent_class)->dispose (object);
}

static void
shanhai_finding_row_class_init (ShanhaiFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_finding_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingRow, heading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingRow, body);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingRow, imprint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiFindingRow, settled);
}

static void
shanhai_finding_row_init (ShanhaiFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_finding_row_new (void)
{
  return g_object_new (SHANHAI_TYPE_FINDING_ROW, NULL);
}

void
shanhai_finding_row_set_item (ShanhaiFindingRow *self,
                              ShanhaiCasebook   *casebook,
                              gpointer           item)
{
  bool is_group = SHANHAI_IS_FINDING_GROUP (item);

  g_return_if_fail (SHANHAI_IS_FINDING_ROW (self));

  forget (self);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), is_group);
  /* the list's own row lets the keyboard in only where something can be chosen, and Tab and the arrows would end before each heading */
  gtk_widget_set_focusable (GTK_WIDGET (self), is_group);
  gtk_widget_set_visible (self->body, !is_group);
  if (item == NULL)
    return;
  if (is_group)
    {
      show_heading (self, item);
      return;
    }

  self->casebook = g_object_ref (casebook);
  self->finding = g_object_ref (item);
  self->settled_id = g_signal_connect_swapped (item, "notify::settled", G_CALLBACK (settled_cb), self);
  show_finding (self);
}

const char *
shanhai_finding_get_case_id (ShanhaiFinding *finding)
{
  for (guint i = 0; i < shanhai_finding_get_n (finding); i++)
    {
      const char *id = shanhai_record_get_case_id (shanhai_finding_get_record (finding, i));

      if (id != NULL)
        return id;
    }

  return NULL;
}

char *
shanhai_finding_dup_imprint (ShanhaiFinding  *finding,
                             ShanhaiCasebook *casebook)
{
  ShanhaiWording wording = shanhai_wording_now (casebook);
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  ShanhaiCase *the_case = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_CASE, shanhai_finding_get_case_id (finding));
  g_autofree char *title = the_case != NULL ? shanhai_wording_case_title (&wording, the_case) : NULL;

  return shanhai_wording_join (" · ", (const char *[]) { shanhai_check_get_label (shanhai_finding_get_check (finding), words), title }, 2);
}

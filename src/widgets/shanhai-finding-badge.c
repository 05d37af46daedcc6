/* shanhai-finding-badge.c - the mark of a finding beside a figure that isn't in a table. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-finding-badge.h"

#include <glib/gi18n.h>

#include "shanhai-display.h"
#include "shanhai-finding-mark.h"
#include "shanhai-gravity-look.h"

/* records that are looked up at once at each change; of more, when there is time */
#define FEW 64

struct _ShanhaiFindingBadge
{
  GtkButton       parent_instance;

  ShanhaiChecks  *checks;
  char          **records;
  char           *text;     /* NULL while it is hidden */
  ShanhaiGravity  gravity;  /* what its icon shows; SHANHAI_N_GRAVITIES for none yet */
  guint           update_id;
};

G_DEFINE_FINAL_TYPE (ShanhaiFindingBadge, shanhai_finding_badge, GTK_TYPE_BUTTON)

typedef enum { PROP_TEXT = 1 } ShanhaiFindingBadgeProperty;
static GParamSpec *props[PROP_TEXT + 1];

static void
set_gravity (ShanhaiFindingBadge *self,
             ShanhaiGravity       gravity)
{
  if (gravity == self->gravity)
    return;

  for (guint i = 0; i < SHANHAI_N_GRAVITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), shanhai_gravity_get_css_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (self), shanhai_gravity_get_css_class (gravity));
  gtk_button_set_icon_name (GTK_BUTTON (self), shanhai_gravity_get_icon_name (gravity));
  self->gravity = gravity;
}

static void
update (ShanhaiFindingBadge *self)
{
  ShanhaiGravity gravity;
  const char *id = shanhai_finding_mark_find (self->checks, (const char * const *) self->records, &gravity);
  g_autofree char *text = id != NULL ? shanhai_finding_mark_dup_text (self->checks, id) : NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text != NULL)
    {
      set_gravity (self, gravity);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
    }
  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->text);
  if (self->text != NULL)
    {
      name = g_strdup_printf ("%s: %s", shanhai_gravity_get_label (gravity, shanhai_display_get_words (shanhai_display_get_default ())), self->text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

static gboolean
update_cb (gpointer data)
{
  ShanhaiFindingBadge *self = data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
updated_cb (ShanhaiFindingBadge *self)
{
  if (self->records == NULL || g_strv_length (self->records) <= FEW)
    update (self);
  else if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
shanhai_finding_badge_dispose (GObject *object)
{
  g_clear_handle_id (&SHANHAI_FINDING_BADGE (object)->update_id, g_source_remove);
  shanhai_checks_follow (&SHANHAI_FINDING_BADGE (object)->checks, NULL, object, G_CALLBACK (updated_cb));

  G_OBJECT_CLASS (shanhai_finding_badge_parent_class)->dispose (object);
}

static void
shanhai_finding_badge_finalize (GObject *object)
{
  ShanhaiFindingBadge *self = SHANHAI_FINDING_BADGE (object);

  g_strfreev (self->records);
  g_free (self->text);

  G_OBJECT_CLASS (shanhai_finding_badge_parent_class)->finalize (object);
}

static void
shanhai_finding_badge_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((ShanhaiFindingBadgeProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, SHANHAI_FINDING_BADGE (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_finding_badge_class_init (ShanhaiFindingBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = shanhai_finding_badge_dispose;
  object_class->finalize = shanhai_finding_badge_finalize;
  object_class->get_property = shanhai_finding_badge_get_property;

  /* what the finding says; NULL while there is none */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_finding_badge_init (ShanhaiFindingBadge *self)
{
  self->gravity = SHANHAI_N_GRAVITIES;
  gtk_button_set_has_frame (GTK_BUTTON (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding-badge");
  gtk_widget_add_css_class (GTK_WIDGET (self), "gravity");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-finding");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", "");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
shanhai_finding_badge_new (void)
{
  return g_object_new (SHANHAI_TYPE_FINDING_BADGE, NULL);
}

void
shanhai_finding_badge_show (ShanhaiFindingBadge *self,
                            ShanhaiCasebook     *casebook,
                            const char * const  *records)
{
  g_return_if_fail (SHANHAI_IS_FINDING_BADGE (self));
  g_return_if_fail (casebook == NULL || SHANHAI_IS_CASEBOOK (casebook));

  g_strfreev (self->records);
  self->records = g_strdupv ((char **) records);
  shanhai_checks_follow (&self->checks, casebook != NULL ? shanhai_casebook_get_checks (casebook) : NULL, self, G_CALLBACK (updated_cb));
  /* until there is time for many, the mark of others mustn't stand there */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  updated_cb (self);
}

const char *
shanhai_finding_badge_get_text (ShanhaiFindingBadge *self)
{
  g_return_val_if_fail (SHANHAI_IS_FINDING_BADGE (self), NULL);

  return self->text;
}

/* shanhai-citation-button.c - the mark ❝ beside a figure: shows where it was printed. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-citation-button.h"
#include "shanhai-checks.h"
#include "shanhai-citation-card.h"
#include "shanhai-display.h"
#include "shanhai-finding-mark.h"
#include "shanhai-gravity-look.h"
#include "shanhai-icon-switch.h"
#include "shanhai-wording.h"

/* that a popover tells; the rest are on the Checks page */
#define MAX_FINDINGS 3

struct _ShanhaiCitationButton
{
  GtkButton         parent_instance;

  ShanhaiCasebook  *casebook;
  ShanhaiRecord    *record;
  ShanhaiChecks    *checks;    /* of the casebook */
  ShanhaiIconSwitch *icon;
  const char       *told;      /* tooltip and label; a constant */
  bool              marked;    /* the checks say something against the figure: */
  ShanhaiGravity    gravity;
  GtkWidget        *popover;   /* only while it is open */
  guint             drop_id;
};

G_DEFINE_FINAL_TYPE (ShanhaiCitationButton, shanhai_citation_button, GTK_TYPE_BUTTON)

typedef enum { PROP_CASEBOOK = 1, PROP_RECORD } ShanhaiCitationButtonProperty;
static GParamSpec *props[PROP_RECORD + 1];

static gboolean
drop_cb (gpointer data)
{
  ShanhaiCitationButton *self = data;

  self->drop_id = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Not from inside the signal: the popover is still on its way out, and its button may be activating an action. */
static void
closed_cb (ShanhaiCitationButton *self)
{
  if (self->drop_id == 0)
    self->drop_id = g_idle_add (drop_cb, self);
}

static void
drop_popover (ShanhaiCitationButton *self)
{
  g_clear_handle_id (&self->drop_id, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static GtkWidget *
new_finding (ShanhaiGravity  gravity,
             const char     *message)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (shanhai_gravity_get_icon_name (gravity));
  GtkWidget *label = gtk_label_new (message);

  gtk_widget_add_css_class (icon, "gravity");
  gtk_widget_add_css_class (icon, shanhai_gravity_get_css_class (gravity));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shanhai_gravity_get_label (gravity, shanhai_display_get_words (shanhai_display_get_default ())), -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_size_request (line, -1, 22);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);

  return line;
}

/* What the checks say of the figure, the gravest first, before where it was printed. What confirms it is told where nothing speaks against it. */
static guint
append_findings (ShanhaiCitationButton *self,
                 GtkBox                *box)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  g_autoptr (GPtrArray) findings = shanhai_checks_dup_for_record (self->checks, shanhai_record_get_id (self->record));
  guint n = 0;

  for (guint i = 0; i < findings->len && n < MAX_FINDINGS; i++)
    {
      ShanhaiFinding *finding = findings->pdata[i];
      ShanhaiGravity gravity = shanhai_finding_get_gravity (finding);
      g_autofree char *message = NULL;

      if (shanhai_finding_get_settled (finding) != NULL || (gravity == SHANHAI_GRAVITY_CONFIRMED && n > 0 && self->marked))
        continue;
      message = shanhai_finding_dup_message (finding, self->casebook, words);
      gtk_box_append (box, new_finding (gravity, message));
      n++;
    }
  if (n > 0)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show in _Checks"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-finding");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", shanhai_record_get_id (self->record));
      gtk_box_append (box, button);
    }

  return n;
}

static GtkWidget *
new_popover (ShanhaiCitationButton *self)
{
  const ShanhaiCitations *citations = shanhai_record_get_citations (self->record);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  guint n_findings = self->checks != NULL ? append_findings (self, GTK_BOX (box)) : 0;

  for (guint i = 0; citations != NULL && i < citations->n; i++)
    {
      if (i + n_findings > 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), shanhai_citation_card_new (self->casebook, self->record, i));
    }
  gtk_popover_set_child (GTK_POPOVER (popover), shanhai_citation_card_new_holder (box, n_findings + (citations != NULL ? citations->n : 0)));
  gtk_widget_add_css_class (popover, "citation-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where it was printed"), -1);
  return popover;
}

/* whether the checks say something against the figure that nobody has settled; SHANHAI_GRAVITY_CONFIRMED when they don't, but have confirmed it */
static bool
get_gravity (ShanhaiCitationButton *self,
             ShanhaiGravity        *out)
{
  return self->record != NULL && shanhai_finding_mark_get (self->checks, shanhai_record_get_id (self->record), out);
}

static const char *
get_marked_tooltip (ShanhaiGravity gravity)
{
  switch (gravity)
    {
    case SHANHAI_GRAVITY_CONTRADICTION:
      return _ ("Contradicts another figure; where it was printed");
    case SHANHAI_GRAVITY_DOUBTFUL:
      return _ ("Doubtful; where it was printed");
    case SHANHAI_GRAVITY_INCOMPLETE:
    case SHANHAI_GRAVITY_CONFIRMED:
    default:
      return _ ("The citation is incomplete; where it was printed");
    }
}

static void
update (ShanhaiCitationButton *self)
{
  ShanhaiGravity gravity = SHANHAI_N_GRAVITIES;
  bool marked = get_gravity (self, &gravity);
  const ShanhaiCitations *citations = self->record != NULL ? shanhai_record_get_citations (self->record) : NULL;
  guint n = citations != NULL ? citations->n : 0;
  const char *tooltip = marked ? get_marked_tooltip (gravity)
                        : n == 0 ? _ ("No source is recorded")
                        : gravity == SHANHAI_GRAVITY_CONFIRMED ? _ ("Confirmed by other figures; where it was printed") : _ ("Where it was printed");

  gtk_widget_set_sensitive (GTK_WIDGET (self), n > 0 || marked);
  if (marked != self->marked || (marked && gravity != self->gravity))
    {
      self->marked = marked;
      self->gravity = gravity;
      shanhai_icon_switch_show (self->icon, marked ? shanhai_gravity_get_icon_name (gravity) : "shanhai-citation-symbolic");
      for (guint i = 0; i < SHANHAI_GRAVITY_CONFIRMED; i++)
        gtk_widget_remove_css_class (GTK_WIDGET (self), shanhai_gravity_get_css_class (i));
      if (marked)
        gtk_widget_add_css_class (GTK_WIDGET (self), shanhai_gravity_get_css_class (gravity));
    }
  /* compared as pointers: the words are constants */
  if (self->told != tooltip)
    {
      self->told = tooltip;
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }
}

/* Not the property: setting that asks the display where the pointer is, for every cell that is scrolled into view. */
static gboolean
shanhai_citation_button_query_tooltip (GtkWidget  *widget,
                                       int         x,
                                       int         y,
                                       gboolean    keyboard,
                                       GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, SHANHAI_CITATION_BUTTON (widget)->told);
  return TRUE;
}

static void
shanhai_citation_button_clicked (GtkButton *button)
{
  shanhai_citation_button_popup (SHANHAI_CITATION_BUTTON (button));
}

static void
shanhai_citation_button_dispose (GObject *object)
{
  ShanhaiCitationButton *self = SHANHAI_CITATION_BUTTON (object);

  drop_popover (self);
  if (self->checks != NULL)
    g_signal_handlers_disconnect_by_func (self->checks, update, self);
  g_clear_object (&self->checks);
  g_clear_object (&self->casebook);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (shanhai_citation_button_parent_class)->dispose (object);
}

static void
shanhai_citation_button_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  ShanhaiCitationButton *self = SHANHAI_CITATION_BUTTON (object);

  switch ((ShanhaiCitationButtonProperty) prop_id)
    {
    case PROP_CASEBOOK:
      g_value_set_object (value, self->casebook);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_citation_button_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  ShanhaiCitationButton *self = SHANHAI_CITATION_BUTTON (object);

  switch ((ShanhaiCitationButtonProperty) prop_id)
    {
    case PROP_CASEBOOK:
      shanhai_citation_button_set_casebook (self, g_value_get_object (value));
      break;
    case PROP_RECORD:
      shanhai_citation_button_set_record (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_citation_button_class_init (ShanhaiCitationButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = shanhai_citation_button_dispose;
  object_class->get_property = shanhai_citation_button_get_property;
  object_class->set_property = shanhai_citation_button_set_property;
  GTK_WIDGET_CLASS (klass)->query_tooltip = shanhai_citation_button_query_tooltip;
  GTK_BUTTON_CLASS (klass)->clicked = shanhai_citation_button_clicked;

  props[PROP_CASEBOOK] = g_param_spec_object ("casebook", NULL, NULL, SHANHAI_TYPE_CASEBOOK, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, SHANHAI_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
shanhai_citation_button_init (ShanhaiCitationButton *self)
{
  self->icon = SHANHAI_ICON_SWITCH (shanhai_icon_switch_new ());
  shanhai_icon_switch_show (self->icon, "shanhai-citation-symbolic");
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->icon));
  gtk_button_set_has_frame (GTK_BUTTON (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "image-button");
  gtk_widget_add_css_class (GTK_WIDGET (self), "citation-button");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  update (self);
}

GtkWidget *
shanhai_citation_button_new (void)
{
  return g_object_new (SHANHAI_TYPE_CITATION_BUTTON, NULL);
}

ShanhaiCasebook *
shanhai_citation_button_get_casebook (ShanhaiCitationButton *self)
{
  g_return_val_if_fail (SHANHAI_IS_CITATION_BUTTON (self), NULL);

  return self->casebook;
}

void
shanhai_citation_button_set_casebook (ShanhaiCitationButton *self,
                                      ShanhaiCasebook       *casebook)
{
  ShanhaiChecks *checks;

  g_return_if_fail (SHANHAI_IS_CITATION_BUTTON (self));

  if (casebook == self->casebook)
    return;

  checks = casebook != NULL ? shanhai_casebook_get_checks (casebook) : NULL;
  g_set_object (&self->casebook, casebook);
  shanhai_checks_follow (&self->checks, checks, self, G_CALLBACK (update));
  drop_popover (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CASEBOOK]);
}

ShanhaiRecord *
shanhai_citation_button_get_record (ShanhaiCitationButton *self)
{
  g_return_val_if_fail (SHANHAI_IS_CITATION_BUTTON (self), NULL);

  return self->record;
}

void
shanhai_citation_button_set_record (ShanhaiCitationButton *self,
                                    ShanhaiRecord         *record)
{
  g_return_if_fail (SHANHAI_IS_CITATION_BUTTON (self));

  if (self->record == record)
    {
      /* its citations may be others now */
      update (self);
      return;
    }
  g_set_object (&self->record, record);
  drop_popover (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

void
shanhai_citation_button_popup (ShanhaiCitationButton *self)
{
  const ShanhaiCitations *citations;

  g_return_if_fail (SHANHAI_IS_CITATION_BUTTON (self));

  citations = self->record != NULL ? shanhai_record_get_citations (self->record) : NULL;
  if (self->record == NULL || ((citations == NULL || citations->n == 0) && !self->marked))
    return;

  drop_popover (self);
  self->popover = new_popover (self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  /* GTK 4.8 complains of a popover with nothing to focus in a window where nothing has the focus */
  if (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

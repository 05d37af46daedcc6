/* shanhai-choice-picker.c - a button that opens a list with a search: the one picker for places, parties, sources, words. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-choice-picker.h"

#include <glib/gi18n.h>

#include "shanhai-wording.h"

/* more than anybody reads; who looks for one of them types on */
#define MAX_CHOICES 200

struct _ShanhaiChoicePicker
{
  GtkWidget           parent_instance;

  ShanhaiChoices     *choices;
  ShanhaiCasebook    *casebook;
  char               *text;    /* or NULL */
  char               *prompt;
  char               *name;    /* of what is chosen, for screen readers; or NULL */

  GtkToggleButton    *button;
  GtkLabel           *label;
  GtkPopover         *popover;
  GtkEditable        *entry;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkWidget          *nothing;
};

G_DEFINE_FINAL_TYPE (ShanhaiChoicePicker, shanhai_choice_picker, GTK_TYPE_WIDGET)

enum { PICKED, OPENED, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
update_label (ShanhaiChoicePicker *self)
{
  gtk_label_set_label (self->label, self->text != NULL ? self->text : self->prompt);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->text);
  if (self->name != NULL)
    {
      g_autofree char *spoken = g_strconcat (self->name, self->text != NULL ? ": " : NULL, self->text, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
  if (self->text != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
}

static void
select_row (ShanhaiChoicePicker *self,
            guint                position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (position >= n)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
search_cb (ShanhaiChoicePicker *self)
{
  ShanhaiWording wording;
  g_autoptr (GListStore) found = NULL;
  bool any;

  if (self->choices == NULL)
    return;

  wording = shanhai_wording_now (self->casebook);
  found = shanhai_choices_find (self->choices, &wording, gtk_editable_get_text (self->entry), MAX_CHOICES);
  any = g_list_model_get_n_items (G_LIST_MODEL (found)) > 0;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (found));
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW), any);
  gtk_widget_set_visible (self->nothing, !any);
  if (any)
    select_row (self, 0);
}

static void
pick (ShanhaiChoicePicker *self,
      ShanhaiChoice       *choice)
{
  g_autoptr (ShanhaiChoice) kept = g_object_ref (choice);

  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  g_signal_emit (self, signals[PICKED], 0, kept);
}

static void
pick_selected_cb (ShanhaiChoicePicker *self)
{
  ShanhaiChoice *choice = gtk_single_selection_get_selected_item (self->selection);

  if (choice != NULL)
    pick (self, choice);
}

static void
activate_cb (ShanhaiChoicePicker *self,
             guint                position)
{
  g_autoptr (ShanhaiChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice != NULL)
    pick (self, choice);
}

static void
stop_cb (ShanhaiChoicePicker *self)
{
  gtk_popover_popdown (self->popover);
}

static void
closed_cb (ShanhaiChoicePicker *self)
{
  gtk_toggle_button_set_active (self->button, FALSE);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
toggled_cb (ShanhaiChoicePicker *self)
{
  if (gtk_toggle_button_get_active (self->button) == gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;
  if (gtk_toggle_button_get_active (self->button))
    shanhai_choice_picker_open (self, "");
  else
    gtk_popover_popdown (self->popover);
}

/* the list follows the keys while the entry has the focus */
static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              ShanhaiChoicePicker   *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      select_row (self, at + 1 < n ? at + 1 : at);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      select_row (self, at > 0 ? at - 1 : 0);
      return TRUE;
    case GDK_KEY_Page_Down:
      select_row (self, MIN (at + 8, n - 1));
      return TRUE;
    case GDK_KEY_Page_Up:
      select_row (self, at > 8 ? at - 8 : 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
button_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               ShanhaiChoicePicker   *self)
{
  gunichar typed = gdk_keyval_to_unicode (keyval);
  char text[7] = "";

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    {
      shanhai_choice_picker_open (self, "");
      return TRUE;
    }
  if (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
    {
      g_autoptr (ShanhaiChoice) none = shanhai_choice_new (SHANHAI_CHOICE_NOTHING, NULL, "", "");

      g_signal_emit (self, signals[PICKED], 0, none);
      return TRUE;
    }
  if (typed <= ' ' || !g_unichar_isgraph (typed))
    return FALSE;

  g_unichar_to_utf8 (typed, text);
  shanhai_choice_picker_open (self, text);
  return TRUE;
}

/* -- rows -- */

static GtkWidget *
new_row_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = new_row_label ("secondary");
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (detail, "small");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), new_row_label (NULL));
  gtk_box_append (GTK_BOX (words), detail);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ShanhaiChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item), *words = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (words), *detail = gtk_widget_get_last_child (words), *icon = gtk_widget_get_last_child (row);
  bool adds = shanhai_choice_get_kind (choice) == SHANHAI_CHOICE_DIVISION || shanhai_choice_get_kind (choice) == SHANHAI_CHOICE_NEW;

  gtk_label_set_label (GTK_LABEL (title), shanhai_choice_get_title (choice));
  gtk_label_set_label (GTK_LABEL (detail), shanhai_choice_get_detail (choice));
  gtk_widget_set_visible (detail, *shanhai_choice_get_detail (choice) != '\0');
  gtk_widget_set_visible (icon, adds);
  gtk_widget_set_tooltip_text (icon, adds ? _("Will be added to the casebook") : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, shanhai_choice_get_title (choice), -1);
}

/* -- the class -- */

static void
shanhai_choice_picker_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  ShanhaiChoicePicker *self = SHANHAI_CHOICE_PICKER (widget);

  gtk_widget_allocate (GTK_WIDGET (self->button), width, height, baseline, NULL);
  gtk_popover_present (self->popover);
}

static void
shanhai_choice_picker_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (SHANHAI_CHOICE_PICKER (widget)->button), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static gboolean
shanhai_choice_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SHANHAI_CHOICE_PICKER (widget)->button));
}

static void
shanhai_choice_picker_dispose (GObject *object)
{
  ShanhaiChoicePicker *self = SHANHAI_CHOICE_PICKER (object);

  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->button, gtk_widget_unparent);
  g_clear_pointer (&self->choices, shanhai_choices_free);
  g_clear_object (&self->casebook);

  G_OBJECT_CLASS (shanhai_choice_picker_parent_class)->dispose (object);
}

static void
shanhai_choice_picker_finalize (GObject *object)
{
  ShanhaiChoicePicker *self = SHANHAI_CHOICE_PICKER (object);

  g_free (self->text);
  g_free (self->prompt);
  g_free (self->name);

  G_OBJECT_CLASS (shanhai_choice_picker_parent_class)->finalize (object);
}

static void
shanhai_choice_picker_class_init (ShanhaiChoicePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_choice_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_choice_picker_finalize;
  widget_class->size_allocate = shanhai_choice_picker_size_allocate;
  widget_class->measure = shanhai_choice_picker_measure;
  widget_class->grab_focus = shanhai_choice_picker_grab_focus;

  /**
   * ShanhaiChoicePicker::picked:
   * @choice: what was picked
   */
  signals[PICKED] = g_signal_new ("picked", SHANHAI_TYPE_CHOICE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SHANHAI_TYPE_CHOICE);
  signals[OPENED] = g_signal_new ("opened", SHANHAI_TYPE_CHOICE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", SHANHAI_TYPE_CHOICE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "choice-picker");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-choice-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, list);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, selection);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiChoicePicker, nothing);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, button_key_cb);
}

static void
shanhai_choice_picker_init (ShanhaiChoicePicker *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->prompt = g_strdup (_("Choose…"));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  update_label (self);
}

GtkWidget *
shanhai_choice_picker_new (void)
{
  return g_object_new (SHANHAI_TYPE_CHOICE_PICKER, NULL);
}

void
shanhai_choice_picker_set_choices (ShanhaiChoicePicker *self,
                                   ShanhaiChoices      *choices,
                                   ShanhaiCasebook     *casebook)
{
  g_return_if_fail (SHANHAI_IS_CHOICE_PICKER (self));

  g_clear_pointer (&self->choices, shanhai_choices_free);
  self->choices = choices;
  g_set_object (&self->casebook, casebook);
}

void
shanhai_choice_picker_set_text (ShanhaiChoicePicker *self,
                                const char          *text)
{
  g_return_if_fail (SHANHAI_IS_CHOICE_PICKER (self));

  g_free (self->text);
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  update_label (self);
}

void
shanhai_choice_picker_set_prompt (ShanhaiChoicePicker *self,
                                  const char          *prompt)
{
  g_return_if_fail (SHANHAI_IS_CHOICE_PICKER (self));

  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  update_label (self);
}

void
shanhai_choice_picker_set_name (ShanhaiChoicePicker *self,
                                const char          *name)
{
  g_return_if_fail (SHANHAI_IS_CHOICE_PICKER (self));

  g_free (self->name);
  self->name = g_strdup (name);
  update_label (self);
}

const char *
shanhai_choice_picker_get_query (ShanhaiChoicePicker *self)
{
  g_return_val_if_fail (SHANHAI_IS_CHOICE_PICKER (self), "");

  return gtk_editable_get_text (self->entry);
}

/**
 * shanhai_choice_picker_open:
 * @query: what to search for at once; "" for all
 */
void
shanhai_choice_picker_open (ShanhaiChoicePicker *self,
                            const char          *query)
{
  g_return_if_fail (SHANHAI_IS_CHOICE_PICKER (self));

  if (self->choices == NULL)
    return;

  shanhai_choices_warm_up ();
  shanhai_choices_refresh (self->choices);
  gtk_editable_set_text (self->entry, query);
  search_cb (self);
  gtk_widget_set_size_request (GTK_WIDGET (self->popover), gtk_widget_get_width (GTK_WIDGET (self->button)), -1);
  gtk_popover_popup (self->popover);
  gtk_toggle_button_set_active (self->button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
  g_signal_emit (self, signals[OPENED], 0);
}

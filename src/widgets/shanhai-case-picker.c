/* shanhai-case-picker.c - a button that opens a check list of cases: which of them to compare. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is made when it is opened, and forgotten when it is closed: a casebook may have many cases, and most of the time nobody looks. */

#include "shanhai-config.h"

#include "shanhai-case-picker.h"

#include <glib/gi18n.h>

#include "shanhai-case.h"
#include "shanhai-display.h"

struct _ShanhaiCasePicker
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  GHashTable      *left_out;  /* set of ids */
  GHashTable      *offered;   /* set of ids; NULL: all */
  bool             filling;   /* the checks are being set by us */

  GtkMenuButton   *button;
  GtkLabel        *label;
  GtkBox          *checks;
};

G_DEFINE_FINAL_TYPE (ShanhaiCasePicker, shanhai_case_picker, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
get_title (ShanhaiCase *the_case)
{
  return shanhai_name_get (shanhai_case_get_title (the_case), shanhai_display_get_language (shanhai_display_get_default ()));
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (get_title (*(ShanhaiCase **) a), get_title (*(ShanhaiCase **) b));
}

/* (transfer container) */
static GPtrArray *
sort_cases (ShanhaiCasePicker *self)
{
  GPtrArray *cases = g_ptr_array_new ();

  if (self->casebook != NULL)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (self->casebook, SHANHAI_RECORD_CASE);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        g_ptr_array_add (cases, shanhai_record_list_peek (list, i));
    }
  g_ptr_array_sort (cases, compare_titles);
  return cases;
}

static bool
is_offered (ShanhaiCasePicker *self,
            const char        *id)
{
  return self->offered == NULL || g_hash_table_contains (self->offered, id);
}

/* what has no figures isn't shown, whatever was picked */
static bool
is_shown (ShanhaiCasePicker *self,
          const char        *id)
{
  return is_offered (self, id) && shanhai_case_picker_is_picked (self, id);
}

static void
update_label (ShanhaiCasePicker *self)
{
  g_autoptr (GPtrArray) cases = sort_cases (self);
  g_autofree char *label = NULL;
  guint n_offered = 0, n_picked = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      const char *id = shanhai_record_get_id (cases->pdata[i]);

      n_offered += is_offered (self, id);
      n_picked += is_shown (self, id);
    }
  /* Translators: on a button that opens a list: how many cases are picked, of how many */
  label = g_strdup_printf (ngettext ("%u of %u case", "%u of %u cases", n_offered), n_picked, n_offered);
  gtk_label_set_label (self->label, label);
}

static void
toggled_cb (ShanhaiCasePicker *self,
            GtkCheckButton    *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "case");

  if (!self->filling)
    shanhai_case_picker_set_picked (self, id, gtk_check_button_get_active (check));
}

static GtkWidget *
new_check (ShanhaiCasePicker *self,
           ShanhaiCase       *the_case)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (the_case));
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (get_title (the_case));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (the_case), -1);
  gtk_widget_set_tooltip_text (check, get_title (the_case));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_shown (self, id));
  gtk_widget_set_sensitive (check, is_offered (self, id));
  if (!is_offered (self, id))
    gtk_widget_set_tooltip_text (check, _ ("This case has no figures of the indicator."));
  g_object_set_data_full (G_OBJECT (check), "case", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static void
clear_checks (ShanhaiCasePicker *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_box_remove (self->checks, child);
}

static void
show_cb (ShanhaiCasePicker *self)
{
  g_autoptr (GPtrArray) cases = sort_cases (self);

  clear_checks (self);
  for (guint i = 0; i < cases->len; i++)
    gtk_box_append (self->checks, new_check (self, cases->pdata[i]));
}

static void
refresh_checks (ShanhaiCasePicker *self)
{
  self->filling = true;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                 is_shown (self, g_object_get_data (G_OBJECT (child), "case")));
  self->filling = false;
}

static void
pick_all (ShanhaiCasePicker *self,
          bool               picked)
{
  g_autoptr (GPtrArray) cases = sort_cases (self);

  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; i < cases->len && !picked; i++)
    g_hash_table_add (self->left_out, g_strdup (shanhai_record_get_id (cases->pdata[i])));
  refresh_checks (self);
  update_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
all_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  pick_all (SHANHAI_CASE_PICKER (widget), true);
}

static void
none_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  pick_all (SHANHAI_CASE_PICKER (widget), false);
}

static void
shanhai_case_picker_dispose (GObject *object)
{
  ShanhaiCasePicker *self = SHANHAI_CASE_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->offered, g_hash_table_unref);

  G_OBJECT_CLASS (shanhai_case_picker_parent_class)->dispose (object);
}

static void
shanhai_case_picker_class_init (ShanhaiCasePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_case_picker_dispose;

  /**
   * ShanhaiCasePicker::changed:
   *
   * Other cases are picked than before.
   */
  signals[CHANGED] = g_signal_new ("changed", SHANHAI_TYPE_CASE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "cases.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "cases.none", NULL, none_action);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-case-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePicker, button);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePicker, label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiCasePicker, checks);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
shanhai_case_picker_init (ShanhaiCasePicker *self)
{
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_case_picker_new (void)
{
  return g_object_new (SHANHAI_TYPE_CASE_PICKER, NULL);
}

void
shanhai_case_picker_set_casebook (ShanhaiCasePicker *self,
                                  ShanhaiCasebook   *casebook)
{
  g_return_if_fail (SHANHAI_IS_CASE_PICKER (self));

  if (!g_set_object (&self->casebook, casebook))
    return;

  g_hash_table_remove_all (self->left_out);
  g_clear_pointer (&self->offered, g_hash_table_unref);
  clear_checks (self);
  update_label (self);
}

void
shanhai_case_picker_set_offered (ShanhaiCasePicker  *self,
                                 const char * const *ids)
{
  g_return_if_fail (SHANHAI_IS_CASE_PICKER (self));

  g_clear_pointer (&self->offered, g_hash_table_unref);
  if (ids != NULL)
    {
      self->offered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; ids[i] != NULL; i++)
        g_hash_table_add (self->offered, g_strdup (ids[i]));
    }
  update_label (self);
}

char **
shanhai_case_picker_dup_picked (ShanhaiCasePicker *self)
{
  g_autoptr (GStrvBuilder) picked = g_strv_builder_new ();
  g_autoptr (GPtrArray) cases = NULL;

  g_return_val_if_fail (SHANHAI_IS_CASE_PICKER (self), NULL);

  cases = sort_cases (self);
  for (guint i = 0; i < cases->len; i++)
    {
      const char *id = shanhai_record_get_id (cases->pdata[i]);

      if (is_shown (self, id))
        g_strv_builder_add (picked, id);
    }
  return g_strv_builder_end (picked);
}

bool
shanhai_case_picker_is_picked (ShanhaiCasePicker *self,
                               const char        *id)
{
  g_return_val_if_fail (SHANHAI_IS_CASE_PICKER (self), false);

  return !g_hash_table_contains (self->left_out, id);
}

void
shanhai_case_picker_set_picked (ShanhaiCasePicker *self,
                                const char        *id,
                                bool               picked)
{
  g_return_if_fail (SHANHAI_IS_CASE_PICKER (self));
  g_return_if_fail (id != NULL);

  if (shanhai_case_picker_is_picked (self, id) == picked)
    return;

  if (picked)
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_strdup (id));
  refresh_checks (self);
  update_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

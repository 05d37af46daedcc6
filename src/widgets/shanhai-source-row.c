/* shanhai-source-row.c - a source in a list: its title, publisher and date, and how many figures it has. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-row.h"

#include <glib/gi18n.h>

#include "shanhai-source-figures.h"
#include "shanhai-wording.h"

struct _ShanhaiSourceRow
{
  GtkWidget        parent_instance;

  ShanhaiCasebook *casebook;
  ShanhaiSource   *source;

  GtkLabel        *title;
  GtkLabel        *imprint;
  GtkLabel        *count;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceRow, shanhai_source_row, GTK_TYPE_WIDGET)

static void
update (ShanhaiSourceRow *self)
{
  ShanhaiWording wording;
  g_autofree char *imprint = NULL;
  g_autofree char *number = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *name = NULL;
  const char *title;
  guint n;

  if (self->source == NULL)
    return;

  wording = shanhai_wording_now (self->casebook);
  title = shanhai_name_get (shanhai_source_get_title (self->source), wording.language);
  imprint = shanhai_wording_source (&wording, self->source);
  n = shanhai_casebook_count_citations (self->casebook, shanhai_record_get_id (SHANHAI_RECORD (self->source)));
  number = g_strdup_printf ("%u", n);
  /* Translators: how many figures are cited from a source */
  figures = g_strdup_printf (ngettext ("%u figure cited", "%u figures cited", n), n);
  name = shanhai_wording_join (", ", (const char *[]) { title, imprint, figures }, 3);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->imprint, imprint);
  gtk_widget_set_visible (GTK_WIDGET (self->imprint), *imprint != '\0');
  gtk_label_set_label (self->count, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), figures);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  /* the list's own row has the focus, so it has to have the name */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
shanhai_source_row_dispose (GObject *object)
{
  ShanhaiSourceRow *self = SHANHAI_SOURCE_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->casebook);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (shanhai_source_row_parent_class)->dispose (object);
}

static void
shanhai_source_row_class_init (ShanhaiSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_source_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceRow, title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceRow, imprint);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceRow, count);
}

static void
shanhai_source_row_init (ShanhaiSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_source_row_new (void)
{
  return g_object_new (SHANHAI_TYPE_SOURCE_ROW, NULL);
}

ShanhaiSource *
shanhai_source_row_get_source (ShanhaiSourceRow *self)
{
  g_return_val_if_fail (SHANHAI_IS_SOURCE_ROW (self), NULL);

  return self->source;
}

void
shanhai_source_row_set_source (ShanhaiSourceRow *self,
                               ShanhaiCasebook  *casebook,
                               ShanhaiSource    *source)
{
  g_return_if_fail (SHANHAI_IS_SOURCE_ROW (self));
  g_return_if_fail (source == NULL || (SHANHAI_IS_SOURCE (source) && SHANHAI_IS_CASEBOOK (casebook)));

  if (self->casebook != NULL)
    g_signal_handlers_disconnect_by_func (self->casebook, update, self);
  g_set_object (&self->casebook, casebook);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_object (casebook, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
setup_cb (ShanhaiCasebook    *casebook,
          GtkListItem        *item,
          GtkListItemFactory *factory)
{
  gtk_list_item_set_child (item, shanhai_source_row_new ());
}

static void
bind_cb (ShanhaiCasebook    *casebook,
         GtkListItem        *item,
         GtkListItemFactory *factory)
{
  shanhai_source_row_set_source (SHANHAI_SOURCE_ROW (gtk_list_item_get_child (item)), casebook,
                                 gtk_list_item_get_item (item));
}

static void
unbind_cb (ShanhaiCasebook    *casebook,
           GtkListItem        *item,
           GtkListItemFactory *factory)
{
  shanhai_source_row_set_source (SHANHAI_SOURCE_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

GtkListItemFactory *
shanhai_source_row_new_factory (ShanhaiCasebook *casebook)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), casebook, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), casebook, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), casebook, G_CONNECT_SWAPPED);
  return factory;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const ShanhaiPeriod *x = shanhai_source_get_published ((ShanhaiSource *) a);
  const ShanhaiPeriod *y = shanhai_source_get_published ((ShanhaiSource *) b);
  int order;

  if (x == NULL || y == NULL)
    order = (x == NULL) - (y == NULL);
  else
    order = shanhai_period_compare (y, x);
  if (order == 0)
    order = strcmp (shanhai_record_get_id ((ShanhaiRecord *) a), shanhai_record_get_id ((ShanhaiRecord *) b));
  return order;
}

GtkSorter *
shanhai_source_row_new_sorter (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL));
}

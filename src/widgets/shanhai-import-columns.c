/* shanhai-import-columns.c - the choice of what a column of a table becomes. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-import-columns.h"

#include <glib/gi18n.h>
#include <stdbool.h>
#include <string.h>

#include "shanhai-record-columns.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-vocabulary.h"

#define TARGETS_KEY "shanhai-targets"

const char *
shanhai_import_columns_get_type_title (ShanhaiRecordType type)
{
  return shanhai_record_type_get_title (type);
}

static void
setup (GtkListItem *item,
       bool         whole)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (!whole)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 9);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_widget_set_hexpand (label, TRUE);
    }
  gtk_list_item_set_child (item, label);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  setup (item, GPOINTER_TO_INT (user_data));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
new_factory (bool whole)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (whole));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

void
shanhai_import_columns_let_shrink (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) short_factory = new_factory (false);
  g_autoptr (GtkListItemFactory) whole_factory = new_factory (true);

  gtk_drop_down_set_factory (choice, short_factory);
  gtk_drop_down_set_list_factory (choice, whole_factory);
}

/* (transfer full): "Amount", "Unit of the figure" */
static char *
dup_title (ShanhaiRecord *sample,
           const char    *member)
{
  if (g_str_has_suffix (member, ".unit"))
    return g_strdup (C_("column", "Unit"));
  if (g_str_has_suffix (member, ".code"))
    return g_strdup (C_("column", "Code of the place"));
  if (strcmp (member, "citation.source") == 0)
    return g_strdup (C_("column", "Source"));
  if (strcmp (member, "code") == 0)
    return g_strdup (C_("column", "Code"));
  if (strcmp (member, "parent") == 0)
    return g_strdup (C_("column", "Lies in"));
  if (strcmp (member, "url") == 0)
    return g_strdup (C_("column", "Web address"));

  return g_strdup (shanhai_record_get_member_title (sample, member));
}

/* (transfer full): "Poverty incidence, 2019" */
static char *
dup_value_title (const ShanhaiTableTarget *target,
                 ShanhaiCasebook          *casebook,
                 ShanhaiLanguage           language)
{
  const char *indicator = target->indicator != NULL ? shanhai_casebook_get_indicator_label (casebook, target->indicator, language) : NULL;
  g_autoptr (ShanhaiPeriod) period = target->period != NULL ? shanhai_period_parse (target->period, NULL) : NULL;
  g_autofree char *time = period != NULL ? shanhai_period_format (period, language) : NULL;

  if (indicator != NULL && time != NULL)
    /* Translators: an indicator and a time */
    return g_strdup_printf (_("%s, %s"), indicator, time);
  if (indicator != NULL)
    return g_strdup (indicator);

  /* Translators: a figure of that time */
  return g_strdup_printf (_("Value, %s"), time);
}

GtkWidget *
shanhai_import_columns_new_choice (const ShanhaiTableMapping *mapping,
                                   guint                      column,
                                   ShanhaiCasebook           *casebook,
                                   ShanhaiLanguage            language)
{
  const ShanhaiTableTarget *target = mapping->targets->pdata[column];
  const char * const *members = shanhai_table_list_members (mapping->type);
  g_autoptr (ShanhaiRecord) sample = shanhai_record_new (mapping->type, NULL);
  g_autofree char *current = shanhai_table_mapping_dup_target (mapping, column);
  GtkStringList *titles = gtk_string_list_new (NULL);
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *choice;
  guint chosen = 0;

  /* Translators: of a column of a table */
  gtk_string_list_append (titles, _("Not imported"));
  g_ptr_array_add (targets, g_strdup (""));
  if (target->indicator != NULL || target->period != NULL)
    {
      g_autofree char *title = dup_value_title (target, casebook, language);

      chosen = targets->len;
      gtk_string_list_append (titles, title);
      g_ptr_array_add (targets, g_strdup (current));
    }
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *title = dup_title (sample, members[i]);

      if (strcmp (members[i], current) == 0)
        chosen = targets->len;
      gtk_string_list_append (titles, title);
      g_ptr_array_add (targets, g_strdup (members[i]));
    }

  choice = gtk_drop_down_new (G_LIST_MODEL (titles), NULL);
  shanhai_import_columns_let_shrink (GTK_DROP_DOWN (choice));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), chosen);
  g_object_set_data_full (G_OBJECT (choice), TARGETS_KEY, targets, (GDestroyNotify) g_ptr_array_unref);

  return choice;
}

const char *
shanhai_import_columns_get_target (GtkDropDown *choice)
{
  GPtrArray *targets = g_object_get_data (G_OBJECT (choice), TARGETS_KEY);
  const guint chosen = gtk_drop_down_get_selected (choice);

  return targets != NULL && chosen < targets->len ? targets->pdata[chosen] : NULL;
}

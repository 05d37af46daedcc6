/* shanhai-source-blemishes.c - tells what has damaged a text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source-blemishes.h"

#include <glib/gi18n.h>

#include "shanhai-blemish.h"

/* blemishes that are listed one by one */
#define MAX_LISTED 60

struct _ShanhaiSourceBlemishes
{
  GtkWidget  parent_instance;

  GtkLabel  *label;
  GtkLabel  *list;
};

G_DEFINE_FINAL_TYPE (ShanhaiSourceBlemishes, shanhai_source_blemishes, GTK_TYPE_WIDGET)

static const char *
get_blemish_label (ShanhaiBlemishKind kind,
                   guint              n)
{
  switch (kind)
    {
    case SHANHAI_BLEMISH_PINYIN:
      return ngettext ("%u syllable of pinyin between the characters", "%u syllables of pinyin between the characters", n);
    case SHANHAI_BLEMISH_SPAM:
      return ngettext ("%u advertisement put into the text", "%u advertisements put into the text", n);
    case SHANHAI_BLEMISH_REPLACEMENT:
      return ngettext ("%u place where characters are lost", "%u places where characters are lost", n);
    case SHANHAI_BLEMISH_MOJIBAKE:
      return ngettext ("%u garbled place", "%u garbled places", n);
    case SHANHAI_BLEMISH_INVISIBLE:
      return ngettext ("%u invisible character", "%u invisible characters", n);
    default:
      g_return_val_if_reached ("%u");
    }
}

/* some characters to each side, and what goes between brackets: …5個⟨(gè)⟩學… */
static void
append_blemish (GString              *list,
                const char           *text,
                const ShanhaiBlemish *blemish)
{
  const char *from = text + blemish->start_byte, *to = from + blemish->length_bytes;
  const char *start = from, *end = to;
  g_autofree char *before = NULL, *gone = NULL, *behind = NULL;

  for (guint i = 0; i < 6 && start > text && start[-1] != '\n'; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < 6 && *end != '\0' && *end != '\n'; i++)
    end = g_utf8_next_char (end);
  before = g_markup_escape_text (start, from - start);
  gone = g_markup_escape_text (from, to - from);
  behind = g_markup_escape_text (to, end - to);
  g_string_append_printf (list, "%s…%s<s>%s</s><b>%s</b>%s…", list->len > 0 ? "\n" : "", before, gone, blemish->instead, behind);
}

static void
shanhai_source_blemishes_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_source_blemishes_parent_class)->dispose (object);
}

static void
shanhai_source_blemishes_class_init (ShanhaiSourceBlemishesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_source_blemishes_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-source-blemishes.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceBlemishes, label);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiSourceBlemishes, list);
}

static void
shanhai_source_blemishes_init (ShanhaiSourceBlemishes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
shanhai_source_blemishes_new (void)
{
  return g_object_new (SHANHAI_TYPE_SOURCE_BLEMISHES, NULL);
}

void
shanhai_source_blemishes_show (ShanhaiSourceBlemishes *self,
                               const char             *text,
                               GArray                 *blemishes)
{
  guint counts[SHANHAI_N_BLEMISH_KINDS] = { 0 };
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_if_fail (SHANHAI_IS_SOURCE_BLEMISHES (self));

  for (guint i = 0; blemishes != NULL && i < blemishes->len; i++)
    {
      const ShanhaiBlemish *blemish = &g_array_index (blemishes, ShanhaiBlemish, i);

      counts[blemish->kind]++;
      if (i < MAX_LISTED)
        append_blemish (list, text, blemish);
    }
  for (guint i = 0; i < SHANHAI_N_BLEMISH_KINDS; i++)
    if (counts[i] > 0)
      {
        g_autofree char *number = g_strdup_printf ("%u", counts[i]);
        g_autoptr (GString) label = g_string_new (get_blemish_label (i, counts[i]));

        g_string_replace (label, "%u", number, 1);
        g_string_append_printf (told, "%s%s", told->len > 0 ? " · " : "", label->str);
      }
  if (blemishes != NULL && blemishes->len > MAX_LISTED)
    g_string_append (list, "\n…");
  gtk_label_set_label (self->label, told->str);
  gtk_label_set_markup (self->list, list->str);
  gtk_widget_set_visible (GTK_WIDGET (self), blemishes != NULL && blemishes->len > 0);
}

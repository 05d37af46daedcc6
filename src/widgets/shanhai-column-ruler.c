/* shanhai-column-ruler.c - how wide a column of texts has to be. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-column-ruler.h"

#include <math.h>

/* px: for rounding, and for pairs of letters that stand wider than each alone */
#define SLACK 3
/* digits that a column that grows gets more than it needs */
#define AHEAD 3
/* ideographs are all of one width */
#define FIRST_IDEOGRAPH 0x3400
#define LAST_IDEOGRAPH 0x9fff

struct _ShanhaiColumnRuler
{
  const ShanhaiRecordColumn *column;
  PangoLayout               *layout;     /* of one character; NULL before the first text */
  double                     ascii[128]; /* < 0: not measured yet */
  GHashTable                *others;     /* character → its width in Pango's units */
  double                     digit;      /* the width of a digit, and … */
  double                     character;  /* … of what an inscription takes for a character: in a Chinese locale that is a Chinese one */
  int                        widest;     /* that the texts seen so far need */
  int                        enough;     /* what is wider than that asks for no more */
};

static bool
is_figure (const ShanhaiColumnRuler *self)
{
  return (self->column->flags & SHANHAI_COLUMN_FIGURE) != 0;
}

ShanhaiColumnRuler *
shanhai_column_ruler_new (const ShanhaiRecordColumn *column)
{
  ShanhaiColumnRuler *self = g_new0 (ShanhaiColumnRuler, 1);

  self->column = column;
  self->others = g_hash_table_new (NULL, NULL);
  return self;
}

void
shanhai_column_ruler_free (ShanhaiColumnRuler *self)
{
  g_clear_object (&self->layout);
  g_hash_table_unref (self->others);
  g_free (self);
}

void
shanhai_column_ruler_forget (ShanhaiColumnRuler *self)
{
  self->widest = 0;
  g_clear_object (&self->layout);
  g_hash_table_remove_all (self->others);
}

/* the view's font, not a cell's: a cell that is new has no style yet */
static void
take_font (ShanhaiColumnRuler *self,
           GtkWidget          *view)
{
  PangoContext *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  self->layout = gtk_widget_create_pango_layout (view, NULL);
  if (is_figure (self))
    {
      g_autoptr (PangoAttrList) look = pango_attr_list_new ();

      pango_attr_list_insert (look, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (look, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (self->layout, look);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->ascii); i++)
    self->ascii[i] = -1;

  self->digit = MAX (1., (double) pango_font_metrics_get_approximate_digit_width (metrics) / PANGO_SCALE);
  self->character = MAX (self->digit, (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE);
  self->enough = is_figure (self) ? G_MAXINT
                                  : (int) ceil (MAX (self->column->nat_chars, self->column->min_chars) * self->digit);
  pango_font_metrics_unref (metrics);
}

/* in Pango's units */
static int
measure (ShanhaiColumnRuler *self,
         gunichar            character)
{
  char text[6];
  int width;

  pango_layout_set_text (self->layout, text, g_unichar_to_utf8 (character, text));
  pango_layout_get_size (self->layout, &width, NULL);
  return width;
}

static double
get_width (ShanhaiColumnRuler *self,
           gunichar            character)
{
  gpointer known;

  if (character < G_N_ELEMENTS (self->ascii))
    {
      if (self->ascii[character] < 0)
        self->ascii[character] = (double) measure (self, character) / PANGO_SCALE;
      return self->ascii[character];
    }
  if (character >= FIRST_IDEOGRAPH && character <= LAST_IDEOGRAPH)
    character = FIRST_IDEOGRAPH;
  if (!g_hash_table_lookup_extended (self->others, GUINT_TO_POINTER (character), NULL, &known))
    {
      known = GINT_TO_POINTER (measure (self, character == FIRST_IDEOGRAPH ? 0x56fd : character));
      g_hash_table_insert (self->others, GUINT_TO_POINTER (character), known);
    }
  return (double) GPOINTER_TO_INT (known) / PANGO_SCALE;
}

bool
shanhai_column_ruler_is_full (const ShanhaiColumnRuler *self)
{
  return self->layout != NULL && self->widest >= self->enough;
}

bool
shanhai_column_ruler_grow (ShanhaiColumnRuler *self,
                           GtkWidget          *view,
                           const char         *text,
                           bool                ahead)
{
  double width = SLACK;

  if (text == NULL || *text == '\0')
    return false;
  if (self->layout == NULL)
    take_font (self, view);
  if (self->widest >= self->enough)
    return false;

  for (const char *p = text; *p != '\0' && width < self->enough; p = g_utf8_next_char (p))
    width += get_width (self, g_utf8_get_char (p));
  if (width <= self->widest)
    return false;
  if (ahead)
    width += AHEAD * self->digit;
  self->widest = (int) ceil (MIN (width, self->enough));
  return true;
}

int
shanhai_column_ruler_get_needed (const ShanhaiColumnRuler *self)
{
  return is_figure (self) ? self->widest : MIN (self->widest, (int) (self->column->min_chars * self->digit));
}

guint
shanhai_column_ruler_get_asked (const ShanhaiColumnRuler *self)
{
  if (self->layout == NULL)
    return 0;
  return (guint) ceil (MIN (self->widest, is_figure (self) ? self->widest : self->column->nat_chars * self->digit) / self->character);
}

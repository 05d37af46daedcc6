/* shanhai-span.c - when something was, as a bar on a line of years; one cell of a timeline. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-span.h"

#include "shanhai-display.h"

/* px: a day on a line of many years is still seen */
#define LEAST 5

struct _ShanhaiSpan
{
  GtkWidget  parent_instance;

  double     start, end;  /* 0 … 1 of the line */
  bool       told;
};

G_DEFINE_FINAL_TYPE (ShanhaiSpan, shanhai_span, GTK_TYPE_WIDGET)

static void
append (GtkSnapshot   *snapshot,
        ShanhaiColour  colour,
        float          alpha,
        double         x,
        double         y,
        double         width,
        double         height)
{
  GdkRGBA rgba = { (float) ((colour >> 16) & 0xff) / 255.f, (float) ((colour >> 8) & 0xff) / 255.f,
                   (float) (colour & 0xff) / 255.f, alpha };

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
shanhai_span_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  ShanhaiSpan *self = SHANHAI_SPAN (widget);
  ShanhaiTheme theme = shanhai_display_get_theme (shanhai_display_get_default ());
  int width = gtk_widget_get_width (widget);
  int middle = gtk_widget_get_height (widget) / 2;
  double length, x;

  append (snapshot, shanhai_palette_get_ink (theme, SHANHAI_INK_GRID), 1, 0, middle, width, 1);
  if (!self->told)
    return;

  length = MAX (LEAST, (self->end - self->start) * width);
  x = MIN (self->start * width, width - length);
  append (snapshot, shanhai_palette_get_hue (theme, 6), 1, (int) x, middle - 4, (int) length, 9);
}

static void
shanhai_span_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 90 : 10;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 180 : 10;
}

static void
shanhai_span_class_init (ShanhaiSpanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = shanhai_span_snapshot;
  widget_class->measure = shanhai_span_measure;
  /* the column beside it says the same in words */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
shanhai_span_init (ShanhaiSpan *self)
{
}

GtkWidget *
shanhai_span_new (void)
{
  return g_object_new (SHANHAI_TYPE_SPAN, NULL);
}

void
shanhai_span_show (ShanhaiSpan         *self,
                   const ShanhaiPeriod *period,
                   gint32               first,
                   gint32               last)
{
  double days = (double) last - first + 1;

  g_return_if_fail (SHANHAI_IS_SPAN (self));

  self->told = period != NULL && days > 0;
  if (self->told)
    {
      self->start = CLAMP (((double) shanhai_period_get_first_day (period) - first) / days, 0, 1);
      self->end = CLAMP (((double) shanhai_period_get_last_day (period) + 1 - first) / days, self->start, 1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* shanhai-people-bars.c - people exchanged, as bars to both sides: west to east left, east to west right. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-people-bars.h"

#include <glib/gi18n.h>
#include <math.h>

#include "shanhai-display.h"
#include "shanhai-exchange.h"
#include "shanhai-record-order.h"

/* the table has them all; so many bars still tell something */
#define MAX_BARS 200
#define MARGIN 16
#define GAP 6
/* px at either side of the axis that every figure's text finds room in */
#define TEXT_ROOM 130

typedef enum
{
  WAY_LEFT,    /* west to east */
  WAY_RIGHT,   /* east to west */
  WAY_ACROSS,  /* local, or not told */
} Way;

typedef struct
{
  char   *id;      /* NULL: a heading */
  char   *text;
  Way     way;
  bool    hollow;
  double  length;  /* 0 … 1 of its scale */
} Row;

struct _ShanhaiPeopleBars
{
  GtkWidget  parent_instance;

  GPtrArray *rows;
  char      *selected;
};

G_DEFINE_FINAL_TYPE (ShanhaiPeopleBars, shanhai_people_bars, GTK_TYPE_WIDGET)

typedef enum { PROP_SELECTED = 1 } ShanhaiPeopleBarsProperty;
static GParamSpec *props[PROP_SELECTED + 1];

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->text);
  g_free (row);
}

static int
get_row_height (ShanhaiPeopleBars *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return height + GAP;
}

static void
set_colour (GdkRGBA       *out,
            ShanhaiColour  colour,
            float          alpha)
{
  *out = (GdkRGBA) { (float) ((colour >> 16) & 0xff) / 255.f, (float) ((colour >> 8) & 0xff) / 255.f,
                     (float) (colour & 0xff) / 255.f, alpha };
}

static ShanhaiColour
get_way_colour (ShanhaiTheme theme,
                Way          way)
{
  switch (way)
    {
    case WAY_LEFT:
      return shanhai_palette_get_hue (theme, 1);
    case WAY_RIGHT:
      return shanhai_palette_get_hue (theme, 0);
    case WAY_ACROSS:
    default:
      return shanhai_palette_get_ink (theme, SHANHAI_INK_GREY);
    }
}

/* @x: where the text begins, or ends when it goes to the left; returns how wide it is */
static int
draw_text (ShanhaiPeopleBars *self,
           GtkSnapshot       *snapshot,
           const char        *text,
           double             x,
           double             y,
           double             room,
           bool               to_the_left,
           bool               bold,
           const GdkRGBA     *colour)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_width (layout, (int) (MAX (room, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, &width, NULL);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (to_the_left ? x - width : x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
draw_bar (ShanhaiPeopleBars *self,
          GtkSnapshot       *snapshot,
          const Row         *row,
          double             y,
          int                row_height,
          int                width,
          ShanhaiTheme       theme,
          const GdkRGBA     *ink)
{
  double axis = floor (width / 2.);
  double room = MAX (20, width / 2. - MARGIN - TEXT_ROOM);
  double length = MAX (2, round (room * row->length));
  double x = row->way == WAY_LEFT ? axis - length : row->way == WAY_RIGHT ? axis : axis - length / 2;
  double end = row->way == WAY_LEFT ? x : x + length;
  GdkRGBA colour;
  graphene_rect_t bar = GRAPHENE_RECT_INIT ((float) floor (x), (float) y + 4, (float) length, (float) row_height - 8);

  set_colour (&colour, get_way_colour (theme, row->way), 1);
  if (row->hollow)
    {
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline, &bar, 0);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 },
                                  (GdkRGBA[4]) { colour, colour, colour, colour });
    }
  else
    gtk_snapshot_append_color (snapshot, &colour, &bar);

  if (row->way == WAY_LEFT)
    draw_text (self, snapshot, row->text, end - GAP, y + GAP / 2., end - GAP - MARGIN, true, false, ink);
  else
    draw_text (self, snapshot, row->text, end + GAP, y + GAP / 2., width - MARGIN - end - GAP, false, false, ink);
}

/* the line in the middle, between two heights */
static void
append_axis (GtkSnapshot   *snapshot,
             int            width,
             double         top,
             double         bottom,
             const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) floor (width / 2.), (float) top, 1, (float) (bottom - top)));
}

static void
shanhai_people_bars_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (widget);
  ShanhaiTheme theme = shanhai_display_get_theme (shanhai_display_get_default ());
  int width = gtk_widget_get_width (widget);
  int row_height = get_row_height (self);
  double y = MARGIN + row_height + GAP;
  GdkRGBA ink, dim, axis, mark;

  if (self->rows->len == 0)
    return;

  set_colour (&ink, shanhai_palette_get_ink (theme, SHANHAI_INK_TEXT), 1);
  set_colour (&dim, shanhai_palette_get_ink (theme, SHANHAI_INK_SECONDARY), 1);
  set_colour (&axis, shanhai_palette_get_ink (theme, SHANHAI_INK_AXIS), 1);
  set_colour (&mark, shanhai_palette_get_hue (theme, 0), .14f);

  /* Translators: over the bars that point left, and over those that point right */
  draw_text (self, snapshot, _ ("← West to east"), floor (width / 2.) - GAP, MARGIN, width / 2. - MARGIN, true, false, &dim);
  draw_text (self, snapshot, _ ("East to west →"), floor (width / 2.) + GAP, MARGIN, width / 2. - MARGIN, false, false, &dim);

  append_axis (snapshot, width, MARGIN, y, &axis);

  for (guint i = 0; i < self->rows->len; i++, y += row_height)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row->id == NULL)
        {
          int end = MARGIN + draw_text (self, snapshot, row->text, MARGIN, y + GAP / 2., width - 2 * MARGIN, false, true, &ink);

          /* no line through a long heading */
          if (end < width / 2 - GAP)
            append_axis (snapshot, width, y, y + row_height, &axis);
          continue;
        }
      if (g_strcmp0 (row->id, self->selected) == 0)
        gtk_snapshot_append_color (snapshot, &mark, &GRAPHENE_RECT_INIT (0, (float) y, (float) width, (float) row_height));
      draw_bar (self, snapshot, row, y, row_height, width, theme, &ink);
      append_axis (snapshot, width, y, y + row_height, &axis);
    }
}

static void
shanhai_people_bars_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 300;
      *natural = 560;
    }
  else
    *minimum = *natural = 2 * MARGIN + GAP + get_row_height (self) * (int) (self->rows->len + 1);
}

static void
pressed_cb (ShanhaiPeopleBars *self,
            int                n_press,
            double             x,
            double             y)
{
  int row_height = get_row_height (self);
  int index = (int) floor ((y - MARGIN - row_height - GAP) / row_height);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (index >= 0 && (guint) index < self->rows->len)
    shanhai_people_bars_set_selected (self, ((Row *) g_ptr_array_index (self->rows, index))->id);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (widget);
  int step = g_variant_get_int32 (args);
  int at = step > 0 ? -1 : (int) self->rows->len;

  for (guint i = 0; i < self->rows->len; i++)
    if (self->selected != NULL && g_strcmp0 (((Row *) g_ptr_array_index (self->rows, i))->id, self->selected) == 0)
      at = (int) i;

  /* over the headings */
  for (at += step; at >= 0 && (guint) at < self->rows->len; at += step)
    {
      const Row *row = g_ptr_array_index (self->rows, at);

      if (row->id == NULL)
        continue;
      shanhai_people_bars_set_selected (self, row->id);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
shanhai_people_bars_finalize (GObject *object)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->selected);

  G_OBJECT_CLASS (shanhai_people_bars_parent_class)->finalize (object);
}

static void
shanhai_people_bars_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((ShanhaiPeopleBarsProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, SHANHAI_PEOPLE_BARS (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_people_bars_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((ShanhaiPeopleBarsProperty) prop_id)
    {
    case PROP_SELECTED:
      shanhai_people_bars_set_selected (SHANHAI_PEOPLE_BARS (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
shanhai_people_bars_class_init (ShanhaiPeopleBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = shanhai_people_bars_finalize;
  object_class->get_property = shanhai_people_bars_get_property;
  object_class->set_property = shanhai_people_bars_set_property;
  widget_class->snapshot = shanhai_people_bars_snapshot;
  widget_class->measure = shanhai_people_bars_measure;

  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_cb, "i", -1);
}

static void
shanhai_people_bars_init (ShanhaiPeopleBars *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_ptr_array_new_with_free_func (free_row);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
shanhai_people_bars_new (void)
{
  return g_object_new (SHANHAI_TYPE_PEOPLE_BARS, NULL);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  ShanhaiExchange *exchange_a = *(ShanhaiExchange **) a, *exchange_b = *(ShanhaiExchange **) b;
  const ShanhaiQuantity *count_a = shanhai_exchange_get_count (exchange_a);
  const ShanhaiQuantity *count_b = shanhai_exchange_get_count (exchange_b);
  int order = g_strcmp0 (count_a->unit, count_b->unit);

  if (order == 0)
    order = g_strcmp0 (shanhai_exchange_get_role (exchange_a), shanhai_exchange_get_role (exchange_b));
  if (order == 0)
    order = g_strcmp0 (shanhai_exchange_get_purpose (exchange_a), shanhai_exchange_get_purpose (exchange_b));
  if (order == 0)
    order = shanhai_decimal_compare (&count_b->value, &count_a->value);
  return order != 0 ? order : shanhai_record_compare_shown (SHANHAI_RECORD (exchange_a), SHANHAI_RECORD (exchange_b));
}

static Row *
add_row (ShanhaiPeopleBars *self,
         char              *text)
{
  Row *row = g_new0 (Row, 1);

  row->text = text;
  g_ptr_array_add (self->rows, row);
  return row;
}

static Way
find_way (ShanhaiExchange *exchange)
{
  const char *direction = shanhai_exchange_get_direction (exchange);

  if (g_strcmp0 (direction, "west-to-east") == 0)
    return WAY_LEFT;
  return g_strcmp0 (direction, "east-to-west") == 0 ? WAY_RIGHT : WAY_ACROSS;
}

static void
add_bar (ShanhaiPeopleBars    *self,
         const ShanhaiWording *wording,
         ShanhaiExchange      *exchange,
         double                largest)
{
  const ShanhaiQuantity *count = shanhai_exchange_get_count (exchange);
  g_autofree char *figure = shanhai_wording_quantity (wording, count);
  g_autofree char *period = shanhai_wording_period (wording, shanhai_exchange_get_period (exchange));
  g_autofree char *local = find_way (exchange) == WAY_ACROSS
                             ? shanhai_wording_key (wording, "directions", shanhai_exchange_get_direction (exchange)) : NULL;
  Row *row = add_row (self, shanhai_wording_join (" · ", (const char *[]) { figure, local, period }, 3));

  row->id = g_strdup (shanhai_record_get_id (SHANHAI_RECORD (exchange)));
  row->way = find_way (exchange);
  row->hollow = count->qualifier != SHANHAI_QUALIFIER_EXACT || count->planned || count->has_hi;
  row->length = largest > 0 ? shanhai_decimal_to_double (&count->value) / largest : 0;
}

static void
describe (ShanhaiPeopleBars *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      const char *way = row->id == NULL ? NULL : row->way == WAY_LEFT ? _ ("west to east") : row->way == WAY_RIGHT ? _ ("east to west") : NULL;

      g_string_append (text, row->text);
      if (way != NULL)
        g_string_append_printf (text, ", %s", way);
      g_string_append (text, row->id != NULL ? "; " : ": ");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People exchanged"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

void
shanhai_people_bars_show (ShanhaiPeopleBars    *self,
                          const ShanhaiWording *wording,
                          GListModel           *exchanges)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);
  const char *unit = NULL;
  g_autofree char *heading = NULL;
  double largest = 0;

  g_return_if_fail (SHANHAI_IS_PEOPLE_BARS (self));

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; exchanges != NULL && i < g_list_model_get_n_items (exchanges); i++)
    {
      g_autoptr (ShanhaiExchange) exchange = g_list_model_get_item (exchanges, i);

      if (shanhai_exchange_get_count (exchange) != NULL)
        g_ptr_array_add (sorted, g_steal_pointer (&exchange));
    }
  g_ptr_array_sort (sorted, compare_pointers);

  for (guint i = 0; i < sorted->len && i < MAX_BARS; i++)
    {
      ShanhaiExchange *exchange = g_ptr_array_index (sorted, i);
      g_autofree char *role = shanhai_wording_key (wording, "roles.exchange", shanhai_exchange_get_role (exchange));
      g_autofree char *purpose = shanhai_wording_key (wording, "kinds.exchange-purpose", shanhai_exchange_get_purpose (exchange));
      g_autofree char *who = shanhai_wording_join (" · ", (const char *[]) { role, purpose }, 2);

      if (shanhai_exchange_get_count (exchange)->unit != unit)
        {
          unit = shanhai_exchange_get_count (exchange)->unit;
          largest = 0;
          for (guint j = i; j < sorted->len && shanhai_exchange_get_count (g_ptr_array_index (sorted, j))->unit == unit; j++)
            largest = MAX (largest, shanhai_decimal_to_double (&shanhai_exchange_get_count (g_ptr_array_index (sorted, j))->value));
          g_clear_pointer (&heading, g_free);
        }
      if (g_strcmp0 (who, heading) != 0)
        {
          add_row (self, g_strdup (who));
          g_free (heading);
          heading = g_steal_pointer (&who);
        }
      add_bar (self, wording, exchange, largest);
    }
  if (sorted->len > MAX_BARS)
    add_row (self, g_strdup_printf (g_dngettext (NULL, "and %u more in the table", "and %u more in the table",
                                                 sorted->len - MAX_BARS), sorted->len - MAX_BARS));
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const char *
shanhai_people_bars_get_selected (ShanhaiPeopleBars *self)
{
  g_return_val_if_fail (SHANHAI_IS_PEOPLE_BARS (self), NULL);

  return self->selected;
}

void
shanhai_people_bars_set_selected (ShanhaiPeopleBars *self,
                                  const char        *record_id)
{
  g_return_if_fail (SHANHAI_IS_PEOPLE_BARS (self));

  if (g_strcmp0 (self->selected, record_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (record_id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

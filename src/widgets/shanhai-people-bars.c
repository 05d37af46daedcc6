/* shanhai-people-bars.c - people exchanged, as bars to both sides: west to east left, east to west right. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is shown, chosen and said; how it is drawn is in shanhai-people-bars-draw.c. */

#include "shanhai-config.h"

#include "shanhai-people-bars-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "shanhai-display.h"
#include "shanhai-exchange.h"
#include "shanhai-finding-mark.h"
#include "shanhai-record-order.h"

/* the table has them all; so many bars still tell something */
#define MAX_BARS 200
/* px around a mark that still belong to it */
#define NEAR_MARK 4
/* the text alternative names so many findings */
#define MAX_DESCRIBED 3

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
    *minimum = *natural = 2 * PEOPLE_MARGIN + PEOPLE_GAP + shanhai_people_bars_get_row_height (self) * (int) (self->rows->len + 1);
}

/* how many figures have findings, and what the gravest of these say: as a chart has it */
static void
describe_marks (ShanhaiPeopleBars *self,
                GString           *text)
{
  const ShanhaiWords *words = shanhai_display_get_words (shanhai_display_get_default ());
  g_autoptr (GString) findings = g_string_new (NULL);
  guint n = 0, n_marked = 0, n_told = 0;

  for (guint gravity = 0; gravity < SHANHAI_GRAVITY_CONFIRMED; gravity++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        const Row *row = g_ptr_array_index (self->rows, i);
        g_autofree char *told = NULL;

        n += gravity == 0 && row->id != NULL;
        if (!row->marked || row->gravity != gravity || ++n_marked > MAX_DESCRIBED)
          continue;
        told = shanhai_finding_mark_dup_text (self->checks, row->id);
        g_string_append_printf (findings, "\n%s", told);
        n_told++;
      }
  if (n_marked == 0)
    return;

  g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          n_marked > n_told
                            ? shanhai_words_plural (words, "%u of %u figures has findings; the first:", "%u of %u figures have findings; the first:", n_marked)
                            : shanhai_words_plural (words, "%u of %u figures has a finding:", "%u of %u figures have findings:", n_marked),
                          n_marked, n);
  g_string_append (text, findings->str);
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
  describe_marks (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People exchanged"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
update_marks (ShanhaiPeopleBars *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      row->marked = shanhai_finding_mark_get (self->checks, row->id, &row->gravity);
    }
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static const Row *
find_row_at (ShanhaiPeopleBars *self,
             double             y)
{
  int row_height = shanhai_people_bars_get_row_height (self);
  int index = (int) floor ((y - PEOPLE_MARGIN - row_height - PEOPLE_GAP) / row_height);

  return index >= 0 && (guint) index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

static bool
is_on_mark (const Row *row,
            double     x)
{
  return row != NULL && row->marked && fabs (x - row->mark_x) <= shanhai_people_bars_get_radius () + NEAR_MARK;
}

/* a mark of the checks leads to its finding */
static void
pressed_cb (ShanhaiPeopleBars *self,
            int                n_press,
            double             x,
            double             y)
{
  const Row *row = find_row_at (self, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_on_mark (row, x))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-finding", "s", row->id);
  else if (row != NULL)
    shanhai_people_bars_set_selected (self, row->id);
}

static gboolean
shanhai_people_bars_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (widget);
  const Row *row = keyboard ? NULL : find_row_at (self, y);
  g_autofree char *text = is_on_mark (row, x) ? shanhai_finding_mark_dup_text (self->checks, row->id) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static gboolean
show_finding_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   data)
{
  ShanhaiPeopleBars *self = SHANHAI_PEOPLE_BARS (widget);

  for (guint i = 0; self->selected != NULL && i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row->marked && g_strcmp0 (row->id, self->selected) == 0)
        return gtk_widget_activate_action (widget, "win.show-finding", "s", row->id);
    }
  return GDK_EVENT_PROPAGATE;
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
shanhai_people_bars_dispose (GObject *object)
{
  shanhai_checks_follow (&SHANHAI_PEOPLE_BARS (object)->checks, NULL, object, G_CALLBACK (update_marks));

  G_OBJECT_CLASS (shanhai_people_bars_parent_class)->dispose (object);
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

  object_class->dispose = shanhai_people_bars_dispose;
  object_class->finalize = shanhai_people_bars_finalize;
  object_class->get_property = shanhai_people_bars_get_property;
  object_class->set_property = shanhai_people_bars_set_property;
  widget_class->snapshot = shanhai_people_bars_snapshot;
  widget_class->measure = shanhai_people_bars_measure;
  widget_class->query_tooltip = shanhai_people_bars_query_tooltip;

  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, show_finding_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, show_finding_cb, NULL);
}

static void
shanhai_people_bars_init (ShanhaiPeopleBars *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_ptr_array_new_with_free_func (free_row);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
  shanhai_checks_follow (&self->checks, wording->casebook != NULL && exchanges != NULL ? shanhai_casebook_get_checks (wording->casebook) : NULL, self, G_CALLBACK (update_marks));
  update_marks (self);
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

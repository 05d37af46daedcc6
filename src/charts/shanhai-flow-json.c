/* shanhai-flow-json.c - a flow layout as JSON, for tools that measure it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * {extent, nodes, links}: nodes by id, links by source, target and falling value, whatever the order of the
 * input. Numbers don't depend on the locale: coordinates to a millionth of a pixel, values as short as they
 * read back exactly. */

#include "shanhai-flow-layout.h"

#include <string.h>

static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_pixels (GString *json,
               double   pixels)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE * 10];
  char *end;

  g_ascii_formatd (text, sizeof text, "%.6f", pixels);
  end = text + strlen (text);
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;
  *end = '\0';
  g_string_append (json, strcmp (text, "-0") == 0 ? "0" : text);
}

static void
append_value (GString *json,
              double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_formatd (text, sizeof text, "%.17g", value);
  g_string_append (json, text);
}

static void
append_member (GString    *json,
               const char *name,
               double      pixels)
{
  g_string_append_printf (json, ",\"%s\":", name);
  append_pixels (json, pixels);
}

static void
append_pair (GString *json,
             gboolean first,
             double   x,
             double   y)
{
  g_string_append (json, first ? "[" : ",[");
  append_pixels (json, x);
  g_string_append_c (json, ',');
  append_pixels (json, y);
  g_string_append_c (json, ']');
}

/* A band of one curve is told by its ends; a longer one by its curves (segs), one that goes back by the
 * points of its line (path). */
static void
append_line (GString               *json,
             const ShanhaiFlowBand *band)
{
  if (band->course != SHANHAI_FLOW_COURSE_FORWARD)
    {
      g_string_append (json, ",\"path\":[");
      append_pair (json, TRUE, band->pieces[0].xa, band->pieces[0].ya);
      for (int k = 0; k < band->n_pieces; k++)
        append_pair (json, FALSE, band->pieces[k].xb, band->pieces[k].yb);
      g_string_append_c (json, ']');
    }
  else if (band->n_pieces > 1)
    {
      g_string_append (json, ",\"segs\":[");
      for (int k = 0; k < band->n_pieces; k++)
        {
          const ShanhaiFlowPiece *piece = &band->pieces[k];

          g_string_append (json, k == 0 ? "[" : ",[");
          append_pixels (json, piece->xa);
          g_string_append_c (json, ',');
          append_pixels (json, piece->ya);
          g_string_append_c (json, ',');
          append_pixels (json, piece->xb);
          g_string_append_c (json, ',');
          append_pixels (json, piece->yb);
          g_string_append_c (json, ']');
        }
      g_string_append_c (json, ']');
    }
}

static void
append_node (GString              *json,
             const char           *id,
             const ShanhaiFlowBox *box)
{
  g_string_append (json, "{\"id\":");
  append_string (json, id);
  append_member (json, "x0", box->x0);
  append_member (json, "x1", box->x1);
  append_member (json, "y0", box->y0);
  append_member (json, "y1", box->y1);
  if (box->has_label)
    {
      g_string_append (json, ",\"label\":{\"x0\":");
      append_pixels (json, box->label_x0);
      append_member (json, "x1", box->label_x1);
      append_member (json, "y0", box->label_y0);
      append_member (json, "y1", box->label_y1);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
}

static void
append_link (GString               *json,
             const char            *source,
             const char            *target,
             double                 value,
             const ShanhaiFlowBand *band)
{
  g_string_append (json, "{\"source\":");
  append_string (json, source);
  g_string_append (json, ",\"target\":");
  append_string (json, target);
  g_string_append (json, ",\"value\":");
  append_value (json, value);
  append_member (json, "width", band->width);
  append_member (json, "y0", band->y0);
  append_member (json, "y1", band->y1);
  append_line (json, band);
  g_string_append_c (json, '}');
}

/**
 * shanhai_flow_layout_to_json:
 * @self: a layout
 * @graph: the graph that it lays out
 *
 * Writes `{"extent":[x0,y0,x1,y1],"nodes":[…],"links":[…]}`, a line for each node and link. A link's y0 and
 * y1 are the centre of its band at either end.
 *
 * Returns: (transfer full): the JSON text
 */
char *
shanhai_flow_layout_to_json (const ShanhaiFlowLayout *self,
                             const ShanhaiFlowGraph  *graph)
{
  GString                    *json = g_string_new ("{\"extent\":[");
  g_autofree int             *node_from = NULL;
  g_autofree int             *link_from = NULL;
  g_autoptr (ShanhaiFlowGraph) sorted = shanhai_flow_graph_new_sorted (graph, &node_from, &link_from);
  const ShanhaiFlowLink      *links = shanhai_flow_graph_get_links (sorted);
  const ShanhaiFlowBox       *boxes = shanhai_flow_layout_get_boxes (self);
  const ShanhaiFlowBand      *bands = shanhai_flow_layout_get_bands (self);
  double                      extent[4];

  shanhai_flow_layout_get_extent (self, &extent[0], &extent[1], &extent[2], &extent[3]);
  for (int k = 0; k < 4; k++)
    {
      g_string_append (json, k > 0 ? "," : "");
      append_pixels (json, extent[k]);
    }

  g_string_append (json, "],\n\"nodes\":[");
  for (int v = 0; v < shanhai_flow_graph_get_n_nodes (sorted); v++)
    {
      g_string_append (json, v > 0 ? ",\n" : "\n");
      append_node (json, shanhai_flow_graph_get_node (sorted, v).id, &boxes[node_from[v]]);
    }

  g_string_append (json, "],\n\"links\":[");
  for (int i = 0; i < shanhai_flow_graph_get_n_links (sorted); i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_link (json, shanhai_flow_graph_get_node (sorted, links[i].source).id,
                   shanhai_flow_graph_get_node (sorted, links[i].target).id, links[i].value,
                   &bands[link_from[i]]);
    }
  g_string_append (json, "]}\n");
  return g_string_free (json, FALSE);
}

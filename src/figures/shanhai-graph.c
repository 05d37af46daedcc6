/* shanhai-graph.c - a bare graph out of a JSON file becomes a flow chart. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-graph.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "shanhai-graph-syntax.h"

#define MAX_STAGE 1000
/* sums and squares of what a person can mean stay far from the end of doubles */
#define MAX_VALUE 1e30

G_DEFINE_QUARK (shanhai-graph-error-quark, shanhai_graph_error)

typedef struct
{
  const char       *name;
  ShanhaiFlowChart *chart;
  GHashTable       *nodes;  /* key → ShanhaiFlowChartNode */
} Reader;

static bool
check_syntax (const char  *text,
              gsize        length,
              const char  *name,
              GError     **error)
{
  const char *end;
  guint line;

  /* NUL is UTF-8, though no JSON */
  if (!g_utf8_validate_len (text, length, &end) && *end != '\0')
    {
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SYNTAX, _("%s: not UTF-8 text; save the graph as UTF-8"), name);
      return false;
    }

  switch (shanhai_graph_check_syntax (text, length, &line))
    {
    case SHANHAI_GRAPH_SYNTAX_DEEP:
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SYNTAX,
                   _("%s:%u: nested more than %d levels deep; a graph needs three"), name, line, SHANHAI_GRAPH_MAX_DEPTH);
      return false;

    case SHANHAI_GRAPH_SYNTAX_BROKEN:
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SYNTAX, _("%s:%u: not JSON"), name, line);
      return false;

    case SHANHAI_GRAPH_SYNTAX_SOUND:
    default:
      return true;
    }
}

static JsonArray *
get_array (Reader      *self,
           JsonObject  *root,
           const char  *member,
           GError     **error)
{
  JsonNode *node = json_object_get_member (root, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SHAPE, _("%s: the graph needs a list “%s”"), self->name, member);

  return NULL;
}

static JsonObject *
get_item (Reader      *self,
          JsonArray   *array,
          guint        index,
          const char  *list,
          GError     **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SHAPE, _("%s: item %u of “%s” must be an object"), self->name, index + 1, list);

  return NULL;
}

/* an id as text, or NULL with an error */
static char *
dup_id (Reader      *self,
        JsonObject  *object,
        const char  *member,
        const char  *list,
        guint        index,
        GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (node != NULL && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SHAPE,
               _("%s: item %u of “%s” needs “%s”, a text or a whole number"), self->name, index + 1, list, member);

  return NULL;
}

static bool
get_stage (Reader      *self,
           JsonObject  *object,
           guint        index,
           int         *stage,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, "stage");
  gint64 value;

  *stage = -1;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return true;

  value = json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
  if (value < 0 || value > MAX_STAGE)
    {
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_VALUE,
                   _("%s: the stage of item %u of “nodes” must be a whole number from 0 to %d"), self->name, index + 1, MAX_STAGE);
      return false;
    }
  *stage = (int) value;

  return true;
}

static bool
read_node (Reader      *self,
           JsonArray   *array,
           guint        index,
           GError     **error)
{
  JsonObject *object = get_item (self, array, index, "nodes", error);
  g_autofree char *id = object != NULL ? dup_id (self, object, "id", "nodes", index, error) : NULL;
  ShanhaiFlowChartNode *node;
  JsonNode *name;
  int stage;

  if (id == NULL || !get_stage (self, object, index, &stage, error))
    return false;
  if (g_hash_table_contains (self->nodes, id))
    {
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_VALUE, _("%s: two nodes have the id “%s”"), self->name, id);
      return false;
    }

  name = json_object_get_member (object, "name");
  node = shanhai_flow_chart_add_node (self->chart, id,
                                      name != NULL && json_node_get_value_type (name) == G_TYPE_STRING ? json_node_get_string (name) : id,
                                      stage, SHANHAI_SLOT_GREY);
  g_hash_table_insert (self->nodes, node->key, node);

  return true;
}

static bool
get_value (Reader      *self,
           JsonObject  *object,
           guint        index,
           double      *value,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, "value");
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  /* json-glib 1.8 and later stop at the greatest whole number that they know, and say nothing */
  if (type == G_TYPE_INT64 && json_node_get_int (node) == G_MAXINT64)
    *value = NAN;
  else if (type == G_TYPE_INT64)
    *value = (double) json_node_get_int (node);
  else if (type == G_TYPE_DOUBLE)
    *value = json_node_get_double (node);
  else
    *value = NAN;

  if (*value >= 0 && *value <= MAX_VALUE)
    return true;

  g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_VALUE,
               _("%s: the value of item %u of “links” must be a number from 0 to %g"), self->name, index + 1, MAX_VALUE);

  return false;
}

static bool
read_link (Reader      *self,
           JsonArray   *array,
           guint        index,
           GError     **error)
{
  JsonObject *object = get_item (self, array, index, "links", error);
  g_autofree char *source = object != NULL ? dup_id (self, object, "source", "links", index, error) : NULL;
  g_autofree char *target = source != NULL ? dup_id (self, object, "target", "links", index, error) : NULL;
  g_autofree char *key = NULL;
  const char *missing = NULL;
  double value;

  if (target == NULL || !get_value (self, object, index, &value, error))
    return false;

  if (!g_hash_table_contains (self->nodes, source))
    missing = source;
  else if (!g_hash_table_contains (self->nodes, target))
    missing = target;
  if (missing != NULL)
    {
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_VALUE,
                   _("%s: item %u of “links” names the node “%s”, which “nodes” doesn’t have"), self->name, index + 1, missing);
      return false;
    }

  key = g_strdup_printf ("%s→%s#%u", source, target, index);
  shanhai_flow_chart_add_link (self->chart, key, source, target, value);

  return true;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(ShanhaiFlowChartNode **) a)->key, (*(ShanhaiFlowChartNode **) b)->key);
}

/* by the order of the ids, so that the order of the file doesn't matter */
static void
set_colours (ShanhaiFlowChart *chart)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (chart->nodes, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_keys);
  for (guint i = 0; i < sorted->len; i++)
    ((ShanhaiFlowChartNode *) sorted->pdata[i])->slot = (int) (i % SHANHAI_N_HUES);
}

static const char *
get_text (JsonObject *root,
          const char *member)
{
  JsonNode *node = json_object_get_member (root, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* all nodes that give, or all that get; a self-loop counts for neither */
static GHashTable *
collect_ends (ShanhaiFlowChart *chart,
              bool              of_sources)
{
  GHashTable *ends = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chart->links->len; i++)
    {
      ShanhaiFlowChartLink *link = chart->links->pdata[i];

      if (strcmp (link->source, link->target) != 0)
        g_hash_table_add (ends, of_sources ? link->source : link->target);
    }

  return ends;
}

/* what comes into the diagram from outside it */
static double
sum_of_sources (ShanhaiFlowChart *chart)
{
  g_autoptr (GHashTable) targets = collect_ends (chart, false);
  double sum = 0;

  for (guint i = 0; i < chart->links->len; i++)
    {
      ShanhaiFlowChartLink *link = chart->links->pdata[i];

      if (strcmp (link->source, link->target) != 0 && !g_hash_table_contains (targets, link->source))
        sum += link->value;
    }

  return sum;
}

/* of the nodes that give nothing on, the one that gets most; ties go to the id, so that the order of the file doesn't matter */
static const char *
find_largest_receiver (ShanhaiFlowChart *chart,
                       double           *amount)
{
  g_autoptr (GHashTable) sources = collect_ends (chart, true);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *largest = NULL;

  *amount = 0;
  for (guint i = 0; i < chart->links->len; i++)
    {
      ShanhaiFlowChartLink *link = chart->links->pdata[i];
      double *sum;

      if (strcmp (link->source, link->target) == 0 || g_hash_table_contains (sources, link->target))
        continue;

      sum = g_hash_table_lookup (sums, link->target);
      if (sum == NULL)
        {
          sum = g_new0 (double, 1);
          g_hash_table_insert (sums, link->target, sum);
        }
      *sum += link->value;
    }

  for (guint i = 0; i < chart->nodes->len; i++)
    {
      const char *key = ((ShanhaiFlowChartNode *) chart->nodes->pdata[i])->key;
      const double *sum = g_hash_table_lookup (sums, key);

      if (sum != NULL && (*sum > *amount || (*sum == *amount && largest != NULL && strcmp (key, largest) < 0)))
        {
          largest = key;
          *amount = *sum;
        }
    }

  return largest;
}

static char *
dup_amount (double                     value,
            const char                *unit,
            const ShanhaiChartOptions *options)
{
  const bool chinese = shanhai_chart_options_get_language (options) == SHANHAI_LANGUAGE_CHINESE;
  g_autofree char *number = shanhai_number_format_double (value, shanhai_chart_options_get_language (options), options->number_style,
                                                          SHANHAI_NUMBER_COMPACT, 2);

  return unit != NULL && *unit != '\0' ? g_strconcat (number, chinese ? "" : "\302\240", unit, NULL) : g_steal_pointer (&number);
}

static char *
dup_finding (Reader                    *self,
             const char                *unit,
             const ShanhaiChartOptions *options)
{
  const double sum = sum_of_sources (self->chart);
  double most;
  const char *receiver = find_largest_receiver (self->chart, &most);
  g_autofree char *total = dup_amount (sum, unit, options);
  g_autofree char *amount = dup_amount (most, unit, options);

  if (self->chart->links->len == 0)
    return g_strdup (shanhai_words_get (options->words, "No flows yet"));
  if (receiver == NULL || !(sum >= most))
    /* Translators: amount with its unit: "In all 470 M CNY" */
    return g_strdup_printf (shanhai_words_get (options->words, "In all %s"), total);

  /* Translators: receiver, amount, amount of all: "Health gets the most: 60 M CNY of 470 M CNY" */
  return g_strdup_printf (shanhai_words_get (options->words, "%s gets the most: %s of %s"),
                          ((ShanhaiFlowChartNode *) g_hash_table_lookup (self->nodes, receiver))->label, amount, total);
}

static void
set_words (Reader                    *self,
           JsonObject                *root,
           const ShanhaiChartOptions *options)
{
  const char *unit = get_text (root, "unit");
  const char *title = get_text (root, "title");

  self->chart->unit_label = g_strdup (unit);
  self->chart->title = title != NULL ? g_strdup (title) : dup_finding (self, unit, options);
  if (unit != NULL && *unit != '\0')
    /* Translators: unit: "Flows, in CNY" */
    self->chart->subtitle = g_strdup_printf (shanhai_words_get (options->words, "Flows, in %s"), unit);
}

static bool
read_root (Reader                    *self,
           JsonNode                  *node,
           const ShanhaiChartOptions *options,
           GError                   **error)
{
  JsonObject *root;
  JsonArray *nodes, *links;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SHAPE, _("%s: a graph is an object with “nodes” and “links”"), self->name);
      return false;
    }

  root = json_node_get_object (node);
  nodes = get_array (self, root, "nodes", error);
  links = nodes != NULL ? get_array (self, root, "links", error) : NULL;
  if (links == NULL)
    return false;

  for (guint i = 0; i < json_array_get_length (nodes); i++)
    if (!read_node (self, nodes, i, error))
      return false;
  for (guint i = 0; i < json_array_get_length (links); i++)
    if (!read_link (self, links, i, error))
      return false;
  set_colours (self->chart);
  set_words (self, root, options);

  return true;
}

/**
 * shanhai_graph_read:
 * @bytes: the file
 * @name: its name, for messages
 * @options: language and numbers
 * @error: a #SHANHAI_GRAPH_ERROR
 *
 * Returns: (transfer full) (nullable): the chart's data
 */
ShanhaiFlowChart *
shanhai_graph_read (GBytes                     *bytes,
                    const char                 *name,
                    const ShanhaiChartOptions  *options,
                    GError                    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ShanhaiFlowChart) chart = shanhai_flow_chart_new ();
  g_autoptr (GError) cause = NULL;
  Reader self = { name, chart, nodes };
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!check_syntax (text != NULL ? text : "", length, name, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &cause))
    {
      g_set_error (error, SHANHAI_GRAPH_ERROR, SHANHAI_GRAPH_ERROR_SYNTAX, "%s: %s", name, cause->message);
      return NULL;
    }
  if (!read_root (&self, json_parser_get_root (parser), options, error))
    return NULL;

  return g_steal_pointer (&chart);
}

/* shanhai-record-columns.c - the columns in which tables show each type of record. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-event.h"
#include "shanhai-observation.h"
#include "shanhai-programme.h"
#include "shanhai-record-columns.h"

typedef struct
{
  const char                *name;
  ShanhaiRecordType          type;
  const ShanhaiRecordColumn *columns;
  guint                      n_columns;
} ColumnSet;

#define TEXT(member, title, flags, min, nat) { member, title, flags, SHANHAI_COLUMN_BY_TEXT, min, nat, NULL }
#define FIGURE(member, title) \
  { member, title, SHANHAI_COLUMN_FIGURE, SHANHAI_COLUMN_BY_FIGURE, 0, 0, NULL }
#define PERIOD(member, title) { member, title, SHANHAI_COLUMN_DIM, SHANHAI_COLUMN_BY_PERIOD, 11, 24, NULL }
/* Translators: heading of a column of small quotation marks; each shows where the figure was printed */
#define CITATION { "citations", NC_ ("column", "❝"), SHANHAI_COLUMN_CITATION, SHANHAI_COLUMN_BY_TEXT, 0, 0, NULL }

static char *
dup_whole (const ShanhaiWording *wording,
           ShanhaiRecord        *record)
{
  const ShanhaiName *title = shanhai_record_get_title (record);

  return title != NULL ? shanhai_wording_name (wording, title) : shanhai_wording_record (wording, record);
}

/* an output under its programme: what was counted. Of whom, the column of places says. */
static char *
dup_output (const ShanhaiWording *wording,
            ShanhaiRecord        *record)
{
  if (SHANHAI_IS_OBSERVATION (record))
    return shanhai_wording_key (wording, "indicators", shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)));
  return shanhai_wording_subject (wording, record);
}

static char *
dup_place (const ShanhaiWording *wording,
           ShanhaiRecord        *record)
{
  if (SHANHAI_IS_OBSERVATION (record))
    return shanhai_wording_reference (wording, shanhai_observation_get_subject (SHANHAI_OBSERVATION (record)));
  if (SHANHAI_IS_PROGRAMME (record))
    return shanhai_wording_reference (wording, shanhai_programme_get_place (SHANHAI_PROGRAMME (record)));
  return g_strdup ("");
}

static char *
dup_kind (const ShanhaiWording *wording,
          ShanhaiRecord        *record)
{
  if (SHANHAI_IS_EVENT (record))
    return shanhai_wording_key (wording, "kinds.event", shanhai_event_get_kind (SHANHAI_EVENT (record)));
  if (SHANHAI_IS_PROGRAMME (record))
    return g_strdup (C_ ("kind of entry", "Programme"));
  if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_EXCHANGE)
    return g_strdup (C_ ("kind of entry", "People"));
  if (shanhai_record_get_record_type (record) == SHANHAI_RECORD_PAIRING)
    return g_strdup (C_ ("kind of entry", "Pairing"));
  return g_strdup ("");
}

static char *
dup_parties (const ShanhaiWording *wording,
             ShanhaiRecord        *record)
{
  const ShanhaiField *field = shanhai_record_find_field (record, "parties");

  return field != NULL ? shanhai_wording_field (wording, record, field) : g_strdup ("");
}

static char *
dup_figure (const ShanhaiWording *wording,
            ShanhaiRecord        *record)
{
  return shanhai_wording_quantity (wording, shanhai_record_get_figure (record));
}

/* the column of states says whether it is planned */
static char *
dup_amount (const ShanhaiWording *wording,
            ShanhaiRecord        *record)
{
  const ShanhaiQuantity *figure = shanhai_record_get_figure (record);
  g_autoptr (ShanhaiQuantity) amount = figure != NULL ? shanhai_quantity_copy (figure) : NULL;

  if (amount != NULL)
    amount->planned = false;
  return shanhai_wording_quantity (wording, amount);
}

static char *
dup_period (const ShanhaiWording *wording,
            ShanhaiRecord        *record)
{
  return shanhai_wording_period (wording, shanhai_record_get_period (record));
}

static const ShanhaiRecordColumn observations[] = {
  TEXT ("indicator", NC_ ("column", "Indicator"), SHANHAI_COLUMN_EXPAND, 18, 30),
  FIGURE ("value", NC_ ("column", "Value")),
  CITATION,
  PERIOD ("period", NC_ ("column", "As of")),
  TEXT ("subject", NC_ ("column", "Subject"), SHANHAI_COLUMN_PLAIN, 14, 28),
  TEXT ("role", NC_ ("column", "Role"), SHANHAI_COLUMN_DIM, 8, 9),
};

static const ShanhaiRecordColumn flows[] = {
  TEXT ("from", NC_ ("column", "From"), SHANHAI_COLUMN_EXPAND, 14, 26),
  TEXT ("to", NC_ ("column", "To"), SHANHAI_COLUMN_EXPAND, 14, 26),
  { "amount", NC_ ("column", "Amount"), SHANHAI_COLUMN_FIGURE, SHANHAI_COLUMN_BY_FIGURE, 0, 0, dup_amount },
  CITATION,
  TEXT ("status", NC_ ("column", "Status"), SHANHAI_COLUMN_PLAIN, 9, 11),
  TEXT ("kind", NC_ ("column", "Kind"), SHANHAI_COLUMN_PLAIN, 8, 12),
  TEXT ("sector", NC_ ("column", "Sector"), SHANHAI_COLUMN_PLAIN, 8, 14),
  PERIOD ("period", NC_ ("column", "Period")),
  TEXT ("via", NC_ ("column", "Via"), SHANHAI_COLUMN_PLAIN, 6, 14),
  TEXT ("part_of", NC_ ("column", "Part of"), SHANHAI_COLUMN_DIM, 6, 20),
};

static const ShanhaiRecordColumn pairings[] = {
  TEXT ("level", NC_ ("column", "Level"), SHANHAI_COLUMN_PLAIN, 14, 28),
  TEXT ("assisting", NC_ ("column", "Assisting"), SHANHAI_COLUMN_EXPAND, 12, 24),
  TEXT ("assisted", NC_ ("column", "Assisted"), SHANHAI_COLUMN_EXPAND, 12, 24),
  CITATION,
  PERIOD ("period", NC_ ("column", "Period")),
};

static const ShanhaiRecordColumn programmes[] = {
  { "title", NC_ ("column", "Programme"), SHANHAI_COLUMN_EXPAND | SHANHAI_COLUMN_TREE, SHANHAI_COLUMN_BY_TEXT, 26, 48, dup_output },
  { "figure", NC_ ("column", "Output"), SHANHAI_COLUMN_FIGURE, SHANHAI_COLUMN_BY_FIGURE, 0, 0, dup_figure },
  CITATION,
  { "period", NC_ ("column", "Period"), SHANHAI_COLUMN_DIM, SHANHAI_COLUMN_BY_PERIOD, 11, 24, dup_period },
  TEXT ("mode", NC_ ("column", "Mode"), SHANHAI_COLUMN_PLAIN, 6, 12),
  TEXT ("status", NC_ ("column", "Status"), SHANHAI_COLUMN_PLAIN, 9, 11),
  { "place", NC_ ("column", "Place"), SHANHAI_COLUMN_PLAIN, SHANHAI_COLUMN_BY_TEXT, 8, 16, dup_place },
  TEXT ("parties", NC_ ("column", "Parties"), SHANHAI_COLUMN_PLAIN, 10, 24),
};

static const ShanhaiRecordColumn exchanges[] = {
  TEXT ("role", NC_ ("column", "Who"), SHANHAI_COLUMN_EXPAND, 14, 26),
  FIGURE ("count", NC_ ("column", "How many")),
  CITATION,
  TEXT ("direction", NC_ ("column", "Direction"), SHANHAI_COLUMN_PLAIN, 12, 16),
  TEXT ("purpose", NC_ ("column", "Purpose"), SHANHAI_COLUMN_PLAIN, 8, 12),
  { "sessions", NC_ ("column", "Sessions"), SHANHAI_COLUMN_PLAIN, SHANHAI_COLUMN_BY_TEXT, 9, 12, NULL },
  PERIOD ("period", NC_ ("column", "Period")),
  TEXT ("programme", NC_ ("column", "Programme"), SHANHAI_COLUMN_DIM, 8, 20),
};

static const ShanhaiRecordColumn timeline[] = {
  { "period", NC_ ("column", "When"), SHANHAI_COLUMN_PLAIN, SHANHAI_COLUMN_BY_PERIOD, 14, 22, dup_period },
  { "span", NULL, SHANHAI_COLUMN_SPAN, SHANHAI_COLUMN_BY_PERIOD, 0, 0, NULL },
  { "title", NC_ ("column", "What"), SHANHAI_COLUMN_EXPAND, SHANHAI_COLUMN_BY_TEXT, 20, 40, dup_whole },
  CITATION,
  { "kind", NC_ ("column", "Kind"), SHANHAI_COLUMN_DIM, SHANHAI_COLUMN_BY_TEXT, 8, 12, dup_kind },
  { "parties", NC_ ("column", "Parties"), SHANHAI_COLUMN_PLAIN, SHANHAI_COLUMN_BY_TEXT, 10, 24, dup_parties },
};

static const ColumnSet sets[] = {
  { "observations", SHANHAI_RECORD_OBSERVATION, observations, G_N_ELEMENTS (observations) },
  { "flows", SHANHAI_RECORD_FLOW, flows, G_N_ELEMENTS (flows) },
  { "pairings", SHANHAI_RECORD_PAIRING, pairings, G_N_ELEMENTS (pairings) },
  { "programmes", SHANHAI_RECORD_PROGRAMME, programmes, G_N_ELEMENTS (programmes) },
  { "exchanges", SHANHAI_RECORD_EXCHANGE, exchanges, G_N_ELEMENTS (exchanges) },
  { "timeline", SHANHAI_RECORD_EVENT, timeline, G_N_ELEMENTS (timeline) },
};

/* columns of mixed tables: where the member of a type goes by another name than the column */
static const struct
{
  const char        *column;
  ShanhaiRecordType  type;
  const char        *member;
} other_members[] = {
  { "title", SHANHAI_RECORD_OBSERVATION, "indicator" },
  { "title", SHANHAI_RECORD_EXCHANGE, "role" },
  { "title", SHANHAI_RECORD_FLOW, "purpose" },
  { "figure", SHANHAI_RECORD_OBSERVATION, "value" },
  { "figure", SHANHAI_RECORD_FLOW, "amount" },
  { "figure", SHANHAI_RECORD_EXCHANGE, "count" },
  { "place", SHANHAI_RECORD_OBSERVATION, "subject" },
  { "span", SHANHAI_RECORD_OTHER, "period" },
};

/* members that no column shows, or that a column calls otherwise */
static const struct
{
  const char *member;
  const char *title;
} members[] = {
  { "amount", NC_ ("column", "Amount") },
  { "approach", NC_ ("column", "Approach") },
  { "assisted", NC_ ("column", "Assisted") },
  { "assisting", NC_ ("column", "Assisting") },
  { "authors", NC_ ("column", "Authors") },
  { "basis", NC_ ("column", "Basis") },
  { "case", NC_ ("column", "Case") },
  { "count", NC_ ("column", "How many") },
  { "cumulative", NC_ ("column", "Cumulative") },
  { "direction", NC_ ("column", "Direction") },
  { "from", NC_ ("column", "From") },
  { "indicator", NC_ ("column", "Indicator") },
  { "kind", NC_ ("column", "Kind") },
  { "level", NC_ ("column", "Level") },
  { "mode", NC_ ("column", "Mode") },
  { "name", NC_ ("column", "Name") },
  { "note", NC_ ("column", "Note") },
  { "part_of", NC_ ("column", "Part of") },
  { "parties", NC_ ("column", "Parties") },
  { "period", NC_ ("column", "Period") },
  { "place", NC_ ("column", "Place") },
  { "programme", NC_ ("column", "Programme") },
  { "published", NC_ ("column", "Published") },
  { "publisher", NC_ ("column", "Publisher") },
  { "purpose", NC_ ("column", "Purpose") },
  { "role", NC_ ("column", "Role") },
  { "sector", NC_ ("column", "Sector") },
  { "sessions", NC_ ("column", "Sessions") },
  { "status", NC_ ("column", "Status") },
  { "subject", NC_ ("column", "Subject") },
  { "summary", NC_ ("column", "Summary") },
  { "tags", NC_ ("column", "Tags") },
  { "title", NC_ ("column", "Title") },
  { "to", NC_ ("column", "To") },
  { "value", NC_ ("column", "Value") },
  { "via", NC_ ("column", "Via") },
};

const ShanhaiRecordColumn *
shanhai_record_columns_get (const char *set,
                            guint      *n_columns)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_strcmp0 (sets[i].name, set) == 0)
      {
        *n_columns = sets[i].n_columns;
        return sets[i].columns;
      }
  *n_columns = 0;
  return NULL;
}

ShanhaiRecordType
shanhai_record_columns_get_type (const char *set)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_strcmp0 (sets[i].name, set) == 0)
      return sets[i].type;
  return SHANHAI_RECORD_OTHER;
}

static bool
has_member (ShanhaiRecordType  type,
            const char        *member)
{
  ShanhaiRecordClass *klass = g_type_class_ref (shanhai_record_type_get_gtype (type));

  bool has = false;

  for (guint i = 0; i < klass->n_fields && !has; i++)
    has = g_str_equal (klass->fields[i].member, member);
  g_type_class_unref (klass);
  return has;
}

const char *
shanhai_record_column_get_member (const ShanhaiRecordColumn *self,
                                  ShanhaiRecordType          type)
{
  const char *member = self->member;

  if (self->flags & SHANHAI_COLUMN_CITATION)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (other_members); i++)
    if (g_str_equal (other_members[i].column, self->member)
        && (other_members[i].type == type || other_members[i].type == SHANHAI_RECORD_OTHER))
      member = other_members[i].member;
  /* in the timeline, the kind of what is no event is its type */
  if (self->dup_text == dup_kind && type != SHANHAI_RECORD_EVENT)
    return NULL;
  return has_member (type, member) ? member : NULL;
}

const char *
shanhai_record_column_get_title (const ShanhaiRecordColumn *self)
{
  return self->title != NULL ? g_dpgettext2 (NULL, "column", self->title) : "";
}

char *
shanhai_record_column_dup_text (const ShanhaiRecordColumn *self,
                                const ShanhaiWording      *wording,
                                ShanhaiRecord             *record)
{
  const ShanhaiField *field;

  if (self->flags & SHANHAI_COLUMN_WORDLESS)
    return g_strdup ("");
  if (self->dup_text != NULL)
    return self->dup_text (wording, record);

  field = shanhai_record_find_field (record, self->member);
  if (field != NULL)
    return shanhai_wording_field (wording, record, field);
  return g_strdup ("");
}

static int
compare_told (gconstpointer a,
              gconstpointer b)
{
  return (a == NULL) - (b == NULL);
}

int
shanhai_record_column_compare (const ShanhaiRecordColumn *self,
                               ShanhaiRecord             *a,
                               ShanhaiRecord             *b)
{
  const ShanhaiQuantity *figure_a, *figure_b;

  switch (self->order)
    {
    case SHANHAI_COLUMN_BY_FIGURE:
      figure_a = shanhai_record_get_figure (a);
      figure_b = shanhai_record_get_figure (b);
      if (figure_a == NULL || figure_b == NULL)
        return compare_told (figure_a, figure_b);
      return shanhai_decimal_compare (&figure_a->value, &figure_b->value);
    case SHANHAI_COLUMN_BY_PERIOD:
      return shanhai_period_compare (shanhai_record_get_period (a), shanhai_record_get_period (b));
    case SHANHAI_COLUMN_BY_TEXT:
      return 0;
    default:
      g_return_val_if_reached (0);
    }
}

const char *
shanhai_record_get_member_title (ShanhaiRecord *record,
                                 const char    *member)
{
  if (g_str_equal (member, "period") && shanhai_record_get_record_type (record) == SHANHAI_RECORD_OBSERVATION)
    return C_ ("column", "As of");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].member, member))
      return g_dpgettext2 (NULL, "column", members[i].title);
  return member;
}

static void
append_cell (GString    *line,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (line, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

static char *
join_cells (const ShanhaiRecordColumn *columns,
            guint                      n_columns,
            const ShanhaiWording      *wording,
            ShanhaiRecord             *record)
{
  GString *line = g_string_new (NULL);
  bool first = true;

  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].flags & SHANHAI_COLUMN_WORDLESS)
        continue;
      if (!first)
        g_string_append_c (line, '\t');
      first = false;
      if (record != NULL)
        {
          g_autofree char *text = shanhai_record_column_dup_text (&columns[i], wording, record);

          append_cell (line, text);
        }
      else
        append_cell (line, shanhai_record_column_get_title (&columns[i]));
    }
  return g_string_free (line, FALSE);
}

char *
shanhai_record_columns_dup_line (const ShanhaiRecordColumn *columns,
                                 guint                      n_columns,
                                 const ShanhaiWording      *wording,
                                 ShanhaiRecord             *record)
{
  g_return_val_if_fail (SHANHAI_IS_RECORD (record), NULL);

  return join_cells (columns, n_columns, wording, record);
}

char *
shanhai_record_columns_dup_heading (const ShanhaiRecordColumn *columns,
                                    guint                      n_columns)
{
  return join_cells (columns, n_columns, NULL, NULL);
}

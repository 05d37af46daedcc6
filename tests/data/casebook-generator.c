/* casebook-generator.c - casebooks of any size for tests and benchmarks. SPDX-License-Identifier: GPL-3.0-or-later */

#include "casebook-generator.h"

#include <string.h>

enum
{
  PLACE,
  PARTY,
  CASE,
  PAIRING,
  PROGRAMME,
  FLOW,
  EXCHANGE,
  OBSERVATION,
  EVENT,
  SOURCE,
  INDICATOR,
  DECISION,
  N_TYPES
};

/* shares of a thousand, as casebooks made of news stories have them: mostly figures */
static const struct
{
  const char *name;
  guint       share;
} types[N_TYPES] = {
  { "place", 50 }, { "party", 60 }, { "case", 5 }, { "pairing", 50 }, { "programme", 90 }, { "flow", 200 },
  { "exchange", 130 }, { "observation", 300 }, { "event", 50 }, { "source", 30 }, { "indicator", 5 }, { "decision", 30 },
};

typedef struct
{
  GRand     *rand;
  GString   *out;
  GPtrArray *ids[N_TYPES];
} Generator;

static guint
below (Generator *g,
       guint      n)
{
  return (guint) g_rand_int_range (g->rand, 0, (gint32) n);
}

#define PICK(g, array) ((array)[below ((g), G_N_ELEMENTS (array))])

static const char *
pick_id (Generator *g,
         guint      type)
{
  return g->ids[type]->pdata[below (g, g->ids[type]->len)];
}

static const char *
pick_place_or_party (Generator *g)
{
  return pick_id (g, below (g, 3) == 0 ? PARTY : PLACE);
}

static void
add (Generator  *g,
     const char *format,
     ...) G_GNUC_PRINTF (2, 3);

static void
add (Generator  *g,
     const char *format,
     ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (g->out, format, args);
  va_end (args);
}

static void
add_name (Generator  *g,
          const char *member,
          guint       n_words)
{
  static const char * const zh[] = { "山", "海", "湖", "云", "平", "塘", "东", "乡", "白", "沙", "石", "桥", "龙", "泉", "新", "河" };
  static const char * const en[] = { "Shan", "Hai", "Hu", "Yun", "Ping", "Tang", "Dong", "Xiang", "Bai", "Sha", "Shi", "Qiao", "Long", "Quan", "Xin", "He" };
  guint words[16];

  for (guint i = 0; i < n_words; i++)
    words[i] = below (g, G_N_ELEMENTS (zh));

  if (below (g, 4) == 0)
    {
      add (g, ",\"%s\":\"", member);
      for (guint i = 0; i < n_words; i++)
        add (g, "%s", zh[words[i]]);
      add (g, "\"");
      return;
    }

  add (g, ",\"%s\":{\"en\":\"", member);
  for (guint i = 0; i < n_words; i++)
    add (g, "%s%s", i > 0 && i % 2 == 0 ? " " : "", en[words[i]]);
  add (g, "\",\"zh\":\"");
  for (guint i = 0; i < n_words; i++)
    add (g, "%s", zh[words[i]]);
  add (g, "\"}");
}

static void
add_period (Generator  *g,
            const char *member)
{
  guint year = 2010 + below (g, 11);

  switch (below (g, 5))
    {
    case 0:
      add (g, ",\"%s\":\"%u\"", member, year);
      break;
    case 1:
      add (g, ",\"%s\":\"%u-12-31\"", member, year);
      break;
    case 2:
      add (g, ",\"%s\":\"%u/..\"", member, year);
      break;
    case 3:
      add (g, ",\"%s\":\"%u/%u\"", member, year, year + 1 + below (g, 5));
      break;
    default:
      add (g, ",\"%s\":\"%u-%02u\"", member, year, 1 + below (g, 12));
      break;
    }
}

static void
add_quantity (Generator  *g,
              const char *member,
              const char *unit)
{
  static const char * const qualifiers[] = { "about", "nearly", "over", "at-least", "at-most" };

  switch (below (g, 4))
    {
    case 0:
      add (g, "%s{\"value\":\"%u.%02u\",\"precision\":\"0.01\",\"unit\":\"%s\"", member, below (g, 90), 1 + 10 * below (g, 10), unit);
      break;
    case 1:
      add (g, "%s{\"value\":\"%u000000\",\"precision\":\"1000000\",\"unit\":\"%s\",\"qualifier\":\"%s\"", member, 1 + below (g, 900), unit, PICK (g, qualifiers));
      break;
    case 2:
      {
        guint low = below (g, 1000);

        add (g, "%s{\"value\":\"%u\",\"value_hi\":\"%u\",\"unit\":\"%s\",\"planned\":true", member, low, low + 1 + below (g, 100), unit);
      }
      break;
    default:
      add (g, "%s{\"value\":\"%u\",\"unit\":\"%s\"", member, below (g, 100000), unit);
      break;
    }
  add (g, "}");
}

static void
add_citations (Generator *g)
{
  guint n = 1 + (below (g, 8) == 0);

  add (g, ",\"citations\":[");
  for (guint i = 0; i < n; i++)
    add (g, "%s{\"source\":\"%s\",\"quote\":\"近%u.%u亿元\",\"start\":%u,\"length\":6,\"paragraph\":%u}", i > 0 ? "," : "", pick_id (g, SOURCE),
         below (g, 90), below (g, 10), below (g, 5000), 1 + below (g, 30));
  add (g, "]");
}

static void
add_ends (Generator  *g,
          const char *member)
{
  if (below (g, 4) == 0)
    {
      add (g, ",\"%s\":[{\"kind\":\"enterprise\",", member);
      add_quantity (g, "\"count\":", "company");
      add (g, "},\"%s\"]", pick_id (g, PLACE));
    }
  else
    add (g, ",\"%s\":\"%s\"", member, pick_place_or_party (g));
}

static void
add_own_members (Generator *g,
                 guint      type,
                 guint      index)
{
  static const char * const levels[] = { "province", "prefecture", "county", "township", "village" };
  static const char * const pairing_levels[] = { "county-county", "town-street", "village-village", "village-enterprise", "school-school" };
  static const char * const party_kinds[] = { "government", "department", "enterprise", "school", "hospital" };
  static const char * const sectors[] = { "education", "health", "industry", "labour", "consumption" };
  static const char * const flow_kinds[] = { "fiscal", "donation", "in-kind", "purchase", "investment" };
  static const char * const roles[] = { "cadre", "doctor", "teacher", "technician", "trainee" };
  static const char * const indicators[] = { "poverty-headcount", "poverty-incidence", "poor-villages", "people-lifted-out" };
  static const char * const event_kinds[] = { "visit", "meeting", "agreement", "opening", "award" };

  switch (type)
    {
    case PLACE:
      add_name (g, "name", 2);
      add (g, ",\"level\":\"%s\",\"code\":\"%06u\"", PICK (g, levels), 110000 + below (g, 500000));
      /* parents come before their children, so that no place lies in itself */
      if (index > 0)
        add (g, ",\"parent\":\"%s\"", (char *) g->ids[PLACE]->pdata[below (g, index)]);
      break;
    case PARTY:
      add_name (g, "name", 6);
      add (g, ",\"kind\":\"%s\",\"place\":\"%s\"", PICK (g, party_kinds), pick_id (g, PLACE));
      break;
    case CASE:
      add_name (g, "title", 6);
      add (g, ",\"kind\":\"east-west\",\"assisting\":[\"%s\"],\"assisted\":[\"%s\",\"%s\"]", pick_id (g, PLACE), pick_id (g, PLACE), pick_id (g, PLACE));
      add_period (g, "period");
      add_name (g, "summary", 16);
      break;
    case PAIRING:
      add (g, ",\"case\":\"%s\",\"level\":\"%s\"", pick_id (g, CASE), PICK (g, pairing_levels));
      add_ends (g, "assisting");
      add_ends (g, "assisted");
      add_period (g, "period");
      add_citations (g);
      break;
    case PROGRAMME:
      add (g, ",\"case\":\"%s\"", pick_id (g, CASE));
      add_name (g, "title", 8);
      add (g, ",\"sector\":\"%s\",\"mode\":\"order-based\",\"parties\":[\"%s\",\"%s\"],\"place\":\"%s\"", PICK (g, sectors), pick_id (g, PARTY),
           pick_id (g, PARTY), pick_id (g, PLACE));
      add_period (g, "period");
      break;
    case FLOW:
      add (g, ",\"case\":\"%s\"", pick_id (g, CASE));
      add_ends (g, "from");
      add_ends (g, "to");
      add (g, ",\"kind\":\"%s\",\"status\":\"disbursed\"", PICK (g, flow_kinds));
      add_quantity (g, ",\"amount\":", "CNY");
      add (g, ",\"sector\":\"%s\"", PICK (g, sectors));
      add_period (g, "period");
      if (below (g, 2) == 0)
        add (g, ",\"cumulative\":true");
      add_citations (g);
      break;
    case EXCHANGE:
      add (g, ",\"case\":\"%s\",\"programme\":\"%s\",\"direction\":\"east-to-west\",\"role\":\"%s\",\"purpose\":\"training\"", pick_id (g, CASE),
           pick_id (g, PROGRAMME), PICK (g, roles));
      add_quantity (g, ",\"count\":", "person-time");
      add_quantity (g, ",\"sessions\":", "session");
      add_period (g, "period");
      add_citations (g);
      break;
    case OBSERVATION:
      add (g, ",\"case\":\"%s\",\"subject\":\"%s\",\"indicator\":\"%s\"", pick_id (g, CASE), pick_place_or_party (g), PICK (g, indicators));
      add_quantity (g, ",\"value\":", "person");
      add_period (g, "period");
      add (g, ",\"role\":\"actual\"");
      if (below (g, 3) == 0)
        add_name (g, "basis", 6);
      if (below (g, 3) == 0)
        add_name (g, "note", 12);
      add_citations (g);
      break;
    case EVENT:
      add (g, ",\"case\":\"%s\"", pick_id (g, CASE));
      add_name (g, "title", 10);
      add (g, ",\"kind\":\"%s\",\"parties\":[\"%s\",\"%s\"]", PICK (g, event_kinds), pick_id (g, PARTY), pick_id (g, PLACE));
      add_period (g, "period");
      add_citations (g);
      break;
    case SOURCE:
      add_name (g, "title", 12);
      add_name (g, "publisher", 4);
      add (g, ",\"authors\":[\"记者 %c\",\"李 \\\"%c\\\"\"],\"published\":\"20%02u-%02u-%02u\",\"url\":\"https://example.org/%08x\"", 'A' + (char) below (g, 26),
           'A' + (char) below (g, 26), 10 + below (g, 11), 1 + below (g, 12), 1 + below (g, 28), g_rand_int (g->rand));
      add (g, ",\"language\":\"zh\",\"kind\":\"press\"");
      break;
    case INDICATOR:
      add (g, ",\"key\":\"own-%u\"", index);
      add_name (g, "name", 6);
      add (g, ",\"unit\":\"person\",\"sector\":\"health\",\"direction\":\"rising-is-good\"");
      break;
    default:
      if (below (g, 2) == 0)
        add (g, ",\"about\":\"%s\",\"verdict\":\"accepted\"", pick_id (g, FLOW));
      else
        add (g, ",\"about\":{\"check\":\"sum\",\"records\":[\"%s\",\"%s\"],\"seen\":[\"9430\",\"逾9430\"]},\"verdict\":\"corrected\",\"prefers\":\"%s\"",
             pick_id (g, OBSERVATION), pick_id (g, OBSERVATION), pick_id (g, OBSERVATION));
      add_name (g, "reason", 10);
      add (g, ",\"by\":\"Editor %u\",\"on\":\"2026-11-%02u\"", below (g, 9), 1 + below (g, 30));
      break;
    }

  if (below (g, 10) == 0)
    add (g, ",\"tags\":[\"sample\",\"t%u\"]", below (g, 5));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Members are added in the order of the program's tables but for note, tags and citations, which stand last: this puts them there. */
static void
put_common_members_last (GString *line)
{
  static const char * const common[] = { ",\"note\":", ",\"tags\":", ",\"citations\":" };
  const char *found[G_N_ELEMENTS (common)];
  g_autoptr (GString) sorted = NULL;
  const char *first = line->str + line->len;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      found[i] = strstr (line->str, common[i]);
      if (found[i] != NULL && found[i] < first)
        first = found[i];
    }

  sorted = g_string_new_len (line->str, first - line->str);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      const char *end = line->str + line->len;

      if (found[i] == NULL)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (common); k++)
        if (found[k] > found[i] && found[k] < end)
          end = found[k];
      g_string_append_len (sorted, found[i], end - found[i]);
    }
  g_string_assign (line, sorted->str);
}

static void
make_ids (Generator *g,
          guint      type,
          guint      n)
{
  static const char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  g->ids[type] = g_ptr_array_new_with_free_func (g_free);
  while (g->ids[type]->len < n)
    {
      char random[11] = { 0 };
      char *id;

      for (guint i = 0; i < 10; i++)
        random[i] = digits[below (g, 32)];
      id = g_strconcat (types[type].name, "-", random, NULL);
      if (g_hash_table_add (taken, id))
        g_ptr_array_add (g->ids[type], id);
      else
        g_free (id);
    }
  g_ptr_array_sort (g->ids[type], compare_ids);
}

GBytes *
generate_casebook (guint   n_records,
                   guint32 seed)
{
  Generator g = { g_rand_new_with_seed (seed), NULL, { NULL } };
  GString *file = g_string_sized_new (n_records * 320);
  guint left = MAX (n_records, N_TYPES);

  for (guint type = 0; type < N_TYPES; type++)
    {
      guint n = MAX (1, (guint) ((guint64) n_records * types[type].share / 1000));

      if (type != OBSERVATION)
        {
          make_ids (&g, type, n);
          left -= n;
        }
    }
  make_ids (&g, OBSERVATION, left);

  g_string_append (file, "{\"record\":\"casebook\",\"format\":1,\"title\":{\"en\":\"Sample\",\"zh\":\"样本\"},\"language\":\"zh\",\"created\":\"2026-11-21\"}\n");
  for (guint type = 0; type < N_TYPES; type++)
    for (guint i = 0; i < g.ids[type]->len; i++)
      {
        g_autoptr (GString) line = g_string_new (NULL);

        g.out = line;
        add (&g, "{\"record\":\"%s\",\"id\":\"%s\"", types[type].name, (char *) g.ids[type]->pdata[i]);
        add_own_members (&g, type, i);
        put_common_members_last (line);
        g_string_append_len (file, line->str, (gssize) line->len);
        g_string_append (file, "}\n");
      }

  for (guint type = 0; type < N_TYPES; type++)
    g_ptr_array_unref (g.ids[type]);
  g_rand_free (g.rand);

  return g_string_free_to_bytes (file);
}

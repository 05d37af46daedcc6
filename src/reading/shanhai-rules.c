/* shanhai-rules.c - the words that the reader of articles knows, out of data/reading. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The trie is a hash table of (node, character) → node with open addressing. Most tries end at the first or the second character, so the roles that
 * begin with a character and the pairs that begin a word have small tables of their own. */

#include "shanhai-rules.h"

#include <gio/gio.h>
#include <string.h>

#include "shanhai-numeral.h"
#include "shanhai-reading-resources.h"
#include "shanhai-rule-attributes.h"

#define RESOURCE_FOLDER "/io/github/shanhai/Shanhai/reading/"
#define MAX_WORD 32
#define N_PAIR_BITS (1 << 17)

typedef struct
{
  guint64 key;   /* node << 16 | character; 0 for an empty place: no character is 0 */
  guint32 node;
} Edge;

struct _ShanhaiRules
{
  Edge    *edges;
  guint32  mask;
  guint32  n_nodes;
  guint32  n_edges;
  GArray  *heads;     /* by node: index of the first rule + 1, 0 for none */
  GArray  *rules;     /* ShanhaiRule */
  GArray  *units;     /* ShanhaiUnitRule */
  guint64  first_roles[65536];            /* roles of the words that begin with a character */
  guint32  roots[65536];                  /* its node */
  guint8   pairs[N_PAIR_BITS / 8];        /* by hash: first two characters of a word */
  guint8   hit_pairs[N_PAIR_BITS / 8];    /* of the words that are looked for everywhere */
  guint8   longest[64];                   /* by role: characters of its longest word */
};

static guint16 folds[65536];
guint8 shanhai_char_classes[65536];
guint8 shanhai_han_digits[65536];

static guint32
hash_key (guint64 key)
{
  key *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (key >> 32);
}

static guint32
find_child (const ShanhaiRules *self,
            guint32             node,
            guint16             c)
{
  guint64 key = (guint64) (node + 1) << 16 | c;

  for (guint32 i = hash_key (key) & self->mask;; i = (i + 1) & self->mask)
    {
      if (self->edges[i].key == key)
        return self->edges[i].node;
      if (self->edges[i].key == 0)
        return 0;
    }
}

static void
insert_edge (ShanhaiRules *self,
             guint64       key,
             guint32       node)
{
  guint32 i = hash_key (key) & self->mask;

  while (self->edges[i].key != 0)
    i = (i + 1) & self->mask;
  self->edges[i] = (Edge) { key, node };
}

static guint32
hash_pair (guint16 a,
           guint16 b)
{
  return ((guint32) a * 40503u ^ (guint32) b * 2654435761u) >> 7 & (N_PAIR_BITS - 1);
}

static bool
may_begin (const guint8 *pairs,
           guint16       a,
           guint16       b)
{
  guint32 bit = hash_pair (a, b);

  return pairs[bit / 8] & 1 << bit % 8;
}

/* the node of chars[0 … i], from that of chars[0 … i - 1]; 0 for none */
static guint32
step (const ShanhaiRules *self,
      guint32             node,
      const guint16      *chars,
      guint               i)
{
  if (i == 0)
    return self->roots[chars[0]];
  if (i == 1 && !may_begin (self->pairs, chars[0], chars[1]))
    return 0;

  return find_child (self, node, chars[i]);
}

static guint32
add_child (ShanhaiRules *self,
           guint32       node,
           guint16       c)
{
  guint32 child = find_child (self, node, c);
  guint32 none = 0;

  if (child != 0)
    return child;

  /* at most half full */
  if (2 * (self->n_edges + 1) > self->mask)
    {
      Edge *old = self->edges;
      guint32 n_old = self->mask + 1;

      self->mask = 2 * n_old - 1;
      self->edges = g_new0 (Edge, 2 * n_old);
      for (guint32 i = 0; i < n_old; i++)
        if (old[i].key != 0)
          insert_edge (self, old[i].key, old[i].node);
      g_free (old);
    }

  child = self->n_nodes++;
  g_array_append_val (self->heads, none);
  insert_edge (self, (guint64) (node + 1) << 16 | c, child);
  self->n_edges++;
  return child;
}

static void
add_rule (ShanhaiRules      *self,
          const char        *word,
          const ShanhaiRule *prototype)
{
  ShanhaiRule rule = *prototype;
  guint32 node = 0;
  guint32 *head;
  guint16 first = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint16 c = shanhai_rules_fold (g_utf8_get_char (p));

      if (rule.length == 0)
        {
          first = c;
          self->first_roles[c] |= SHANHAI_ROLE_BIT (rule.role);
          if (c < 128 && g_ascii_isalpha ((char) c))
            rule.flags |= SHANHAI_RULE_LATIN;
        }
      else if (rule.length == 1)
        {
          guint32 bit = hash_pair (first, c);

          self->pairs[bit / 8] |= (guint8) (1 << bit % 8);
          if (SHANHAI_ROLE_BIT (rule.role) & SHANHAI_HIT_ROLES)
            self->hit_pairs[bit / 8] |= (guint8) (1 << bit % 8);
        }
      node = add_child (self, node, c);
      if (rule.length == 0)
        self->roots[c] = node;
      rule.length++;
    }
  if (rule.length == 0 || rule.length > MAX_WORD)
    g_error ("“%s” is no word for a rule", word);

  self->longest[rule.role] = (guint8) MAX (self->longest[rule.role], rule.length);
  /* not interned: GLib's table of interned strings leaks a little each time that it doubles */
  rule.word = g_strdup (word);
  head = &g_array_index (self->heads, guint32, node);
  rule.next = (gint32) *head - 1;
  g_array_append_val (self->rules, rule);
  *head = self->rules->len;
}

static void
add_units (ShanhaiRules      *self,
           char             **keys,
           char             **attributes)
{
  ShanhaiUnitRule unit = { NULL };
  ShanhaiRule weights = { NULL };

  for (guint i = 0; attributes[i] != NULL; i++)
    if (g_str_has_prefix (attributes[i], "class="))
      unit.unit_class = shanhai_rule_get_class (attributes[i] + strlen ("class="));
    else if (!shanhai_rule_parse_attribute (&weights, attributes[i], false))
      g_error ("“%s” says nothing about a unit", attributes[i]);

  memcpy (unit.weights, weights.weights, sizeof unit.weights);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      unit.unit = g_intern_string (keys[i]);
      g_array_append_val (self->units, unit);
    }
}

static void
add_line (ShanhaiRules *self,
          const char   *file,
          const char   *line,
          ShanhaiRole   role)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 3);
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) attributes = NULL;
  ShanhaiRule rule = { .role = (guint8) role, .times = shanhai_decimal_from_int (1) };
  bool traps = strcmp (file, "traps.txt") == 0;

  if (g_strv_length (columns) < 2)
    g_error ("%s: “%s” has no attributes", file, line);
  words = g_strsplit (columns[0], "|", -1);
  attributes = g_strsplit (columns[1], " ", -1);

  if (strcmp (file, "units.txt") == 0)
    {
      add_units (self, words, attributes);
      return;
    }

  for (guint i = 0; attributes[i] != NULL; i++)
    if (!shanhai_rule_parse_attribute (&rule, attributes[i], traps))
      g_error ("%s: “%s” says nothing about %s", file, attributes[i], columns[0]);
  for (guint i = 0; words[i] != NULL; i++)
    add_rule (self, words[i], &rule);
}

static char *
load_file (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (shanhai_reading_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* the files are part of the program, so a fault in one is a programmer's error */
  if (bytes == NULL)
    g_error ("The reader's rules can't be read: %s", error->message);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char **
shanhai_rules_dup_lines (const char *name)
{
  g_autofree char *text = load_file (name);
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0' && all[i][0] != '#')
      g_strv_builder_add (lines, all[i]);

  return g_strv_builder_end (lines);
}

static void
load_rules (ShanhaiRules *self,
            const char   *name,
            ShanhaiRole   role)
{
  g_auto (GStrv) lines = shanhai_rules_dup_lines (name);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, name, lines[i], role);
}

static guint8
get_char_class (gunichar c)
{
  static const char magnitudes[] = "十拾百佰千仟万亿";

  if (c >= '0' && c <= '9')
    return SHANHAI_CHAR_DIGIT;
  if ((c >= 'a' && c <= 'z') || (c >= 0xc0 && c < 0x250 && c != 0xd7 && c != 0xf7))
    return SHANHAI_CHAR_LETTER;
  if (c < 0x3007 || !g_unichar_isdefined (c))
    return 0;
  if (shanhai_numeral_digit (c) >= 0)
    return SHANHAI_CHAR_HAN_DIGIT | SHANHAI_CHAR_HAN;
  for (const char *p = magnitudes; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) == c)
      return SHANHAI_CHAR_HAN_MAGNITUDE | SHANHAI_CHAR_HAN;

  return c >= 0x4e00 && c < 0xa000 ? SHANHAI_CHAR_HAN : 0;
}

static guint16
fold_alone (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (c < 128)
    return (guint16) g_ascii_tolower ((char) c);

  switch (c)
    {
    case 0x2212: return '-';                 /* minus */
    case 0x2010: case 0x2011: case 0x2012:   /* hyphens and dashes */
    case 0x2013: case 0x2014: case 0x2015:
    case 0x2500: return 0x2014;
    case 0x301c: case 0x223c: return '~';    /* wave dash */
    case 0x25cb: case 0x25ef: return 0x3007; /* circles that stand for 〇 */
    case 0x2236: return ':';                 /* ∶ */
    case 0xffe5: return 0xa5;                /* ￥ */
    case 0xff04: return '$';
    case 0x3003: return '"';
    case 0x300c: case 0x300e: return 0x201c; /* corner brackets are quotation marks */
    case 0x300d: case 0x300f: return 0x201d;
    case 0xff0e: return '.';
    case 0xff61: return 0x3002;
    case 0xff64: return 0x3001;
    case 0x33a1: return 0x33a1;
    case 0x2103: return 0x2103;
    default: break;
    }

  if (c > 0xffff)
    return 0xfffd;
  if (c == 0xfeff || g_unichar_isspace (c) || c == 0x202f || c == 0x200b)
    return ' ';
  if (c < 0x2e80)
    return (guint16) MIN (g_unichar_tolower (c), 0xfffd);

  return (guint16) c;
}

static void
init_folds (void)
{
  g_autofree char *text = load_file ("variants.txt");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint c = 0; c < 65536; c++)
    {
      folds[c] = fold_alone (c);
      shanhai_char_classes[c] = get_char_class (c);
      shanhai_han_digits[c] = shanhai_char_classes[c] & SHANHAI_CHAR_HAN_DIGIT ? (guint8) shanhai_numeral_digit (c) : 0;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#')
      for (const char *p = lines[i]; *p != '\0'; p = g_utf8_next_char (g_utf8_next_char (p)))
        folds[g_utf8_get_char (p)] = (guint16) g_utf8_get_char (g_utf8_next_char (p));
}

/**
 * shanhai_rules_get:
 *
 * Returns: (transfer none): the rules; the first call loads them
 */
const ShanhaiRules *
shanhai_rules_get (void)
{
  static gsize once;
  static ShanhaiRules *rules;

  if (g_once_init_enter (&once))
    {
      init_folds ();
      rules = g_new0 (ShanhaiRules, 1);
      rules->mask = 16383;
      rules->edges = g_new0 (Edge, rules->mask + 1);
      rules->n_nodes = 1;
      rules->heads = g_array_new (FALSE, TRUE, sizeof (guint32));
      g_array_set_size (rules->heads, 1);
      rules->rules = g_array_new (FALSE, FALSE, sizeof (ShanhaiRule));
      rules->units = g_array_new (FALSE, FALSE, sizeof (ShanhaiUnitRule));
      load_rules (rules, "measures.txt", SHANHAI_ROLE_MEASURE);
      load_rules (rules, "nouns.txt", SHANHAI_ROLE_NOUN);
      load_rules (rules, "qualifiers.txt", SHANHAI_ROLE_BEFORE);
      load_rules (rules, "traps.txt", SHANHAI_ROLE_TRAP);
      load_rules (rules, "periods.txt", SHANHAI_ROLE_NO_TIME);
      load_rules (rules, "stops.txt", SHANHAI_ROLE_STOP);
      load_rules (rules, "kinds.txt", SHANHAI_ROLE_CUE);
      load_rules (rules, "english.txt", SHANHAI_ROLE_MEASURE);
      load_rules (rules, "units.txt", SHANHAI_ROLE_CUE);
      g_once_init_leave (&once, 1);
    }

  return rules;
}

guint16
shanhai_rules_fold (gunichar c)
{
  return c < 65536 ? folds[c] : 0xfffd;
}

void
shanhai_rules_match_all (const ShanhaiRules *self,
                         const guint16      *chars,
                         guint               n,
                         guint64             roles,
                         ShanhaiRuleFunc     func,
                         gpointer            data)
{
  guint32 node = 0;

  if (n == 0 || !(self->first_roles[chars[0]] & roles))
    return;

  for (guint i = 0; i < n; i++)
    {
      guint32 head;

      if (i == 1 && !(roles & ~SHANHAI_HIT_ROLES) && !may_begin (self->hit_pairs, chars[0], chars[1]))
        return;
      node = step (self, node, chars, i);
      if (node == 0)
        return;
      head = g_array_index (self->heads, guint32, node);
      if (head > 0)
        func (&g_array_index (self->rules, ShanhaiRule, head - 1), data);
    }
}

bool
shanhai_rules_may_begin (const ShanhaiRules *self,
                         guint16             c,
                         guint64             roles)
{
  return self->first_roles[c] & roles;
}

static const ShanhaiRule *
pick_role (const ShanhaiRules *self,
           guint32             head,
           guint64             roles)
{
  for (gint32 i = (gint32) head - 1; i >= 0; i = g_array_index (self->rules, ShanhaiRule, i).next)
    if (roles & SHANHAI_ROLE_BIT (g_array_index (self->rules, ShanhaiRule, i).role))
      return &g_array_index (self->rules, ShanhaiRule, i);

  return NULL;
}

const ShanhaiRule *
shanhai_rules_match (const ShanhaiRules *self,
                     const guint16      *chars,
                     guint               n,
                     guint64             roles)
{
  const ShanhaiRule *longest = NULL;
  guint32 node = 0;

  if (n == 0 || !(self->first_roles[chars[0]] & roles))
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      const ShanhaiRule *rule;

      node = step (self, node, chars, i);
      if (node == 0)
        break;
      rule = pick_role (self, g_array_index (self->heads, guint32, node), roles);
      if (rule != NULL)
        longest = rule;
    }

  return longest;
}

const ShanhaiRule *
shanhai_rules_match_before (const ShanhaiRules *self,
                            const guint16      *start,
                            const guint16      *end,
                            guint64             roles)
{
  guint longest = 0;

  for (guint role = 0; role < G_N_ELEMENTS (self->longest); role++)
    if (roles & SHANHAI_ROLE_BIT (role))
      longest = MAX (longest, self->longest[role]);
  for (guint n = (guint) MIN (end - start, longest); n > 0; n--)
    {
      const guint16 *chars = end - n;
      guint32 node = 0;
      guint i = 0;

      if (!(self->first_roles[chars[0]] & roles))
        continue;
      for (; i < n; i++)
        {
          node = step (self, node, chars, i);
          if (node == 0)
            break;
        }
      if (i == n)
        {
          const ShanhaiRule *rule = pick_role (self, g_array_index (self->heads, guint32, node), roles);

          if (rule != NULL)
            return rule;
        }
    }

  return NULL;
}

const ShanhaiRule *
shanhai_rules_next (const ShanhaiRules *self,
                    const ShanhaiRule  *rule)
{
  return rule->next >= 0 ? &g_array_index (self->rules, ShanhaiRule, rule->next) : NULL;
}

const ShanhaiUnitRule *
shanhai_rules_get_unit (const ShanhaiRules *self,
                        const char         *unit)
{
  for (guint i = 0; i < self->units->len; i++)
    if (g_array_index (self->units, ShanhaiUnitRule, i).unit == unit)
      return &g_array_index (self->units, ShanhaiUnitRule, i);

  return NULL;
}

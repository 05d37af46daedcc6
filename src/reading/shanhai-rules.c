/* shanhai-rules.c - the words that the reader of articles knows, out of data/reading. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-rules.h"

#include <gio/gio.h>
#include <string.h>

#include "shanhai-reading-resources.h"
#include "shanhai-rule-attributes.h"
#include "shanhai-rule-trie.h"

#define RESOURCE_FOLDER "/io/github/shanhai/Shanhai/reading/"
#define MAX_WORD 32

/* of the words that are looked for before a place */
#define BEFORE_ROLES (SHANHAI_ROLE_BIT (SHANHAI_ROLE_MEASURE) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_BEFORE) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_TRAP_BEFORE) | \
                      SHANHAI_ROLE_BIT (SHANHAI_ROLE_LENGTH) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_ANCHOR_BEFORE) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_CHANGE) | \
                      SHANHAI_ROLE_BIT (SHANHAI_ROLE_THAN) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_OF_WHOLE) | SHANHAI_ROLE_BIT (SHANHAI_ROLE_CUE) | \
                      SHANHAI_ROLE_BIT (SHANHAI_ROLE_SUM))

struct _ShanhaiRules
{
  ShanhaiTrie  trie;
  GArray      *rules;     /* ShanhaiRule */
  GArray      *units;     /* ShanhaiUnitRule */
};

static void
name_rule (ShanhaiTrieNode *node,
           guint32          index,
           guint64          role)
{
  node->head = index;
  node->own |= role;
}

static guint
get_char_classes (guint64 role)
{
  guint classes = 0;

  if (role & SHANHAI_HIT_ROLES)
    classes |= SHANHAI_CHAR_HIT;
  if (role & SHANHAI_TIME_POINT_ROLES)
    classes |= SHANHAI_CHAR_TIME;
  if (role == SHANHAI_ROLE_BIT (SHANHAI_ROLE_SHARE))
    classes |= SHANHAI_CHAR_SHARE;

  return classes;
}

static void
add_rule (ShanhaiRules      *self,
          const char        *word,
          const ShanhaiRule *prototype)
{
  ShanhaiRule rule = *prototype;
  guint64 role = SHANHAI_ROLE_BIT (rule.role);
  guint16 chars[MAX_WORD];
  ShanhaiTrieNode *node;
  ShanhaiChar *first;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (rule.length == MAX_WORD)
        g_error ("“%s” is too long for a rule", word);
      chars[rule.length++] = shanhai_char_fold (g_utf8_get_char (p));
    }
  if (rule.length == 0)
    g_error ("A rule has no word");

  first = &shanhai_chars[chars[0]];
  first->roles |= role;
  first->classes |= (guint16) get_char_classes (role);
  if (chars[0] < 128 && g_ascii_isalpha ((char) chars[0]))
    rule.flags |= SHANHAI_RULE_LATIN;
  if (rule.length > 1 && role & SHANHAI_HIT_ROLES)
    shanhai_trie_note_pair (&self->trie, SHANHAI_TRIE_HITS, chars[0], chars[1]);

  /* not interned: GLib's table of interned strings leaks a little each time that it doubles */
  rule.word = g_strdup (word);
  node = shanhai_trie_add (&self->trie, chars, rule.length, false, role);
  rule.next = node->own != 0 ? (gint32) node->head : -1;
  name_rule (node, self->rules->len, role);
  if (role & BEFORE_ROLES)
    name_rule (shanhai_trie_add (&self->trie, chars, rule.length, true, role), self->rules->len, role);
  g_array_append_val (self->rules, rule);
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
      g_autofree char *variants = load_file ("variants.txt");

      shanhai_chars_init (variants);
      rules = g_new0 (ShanhaiRules, 1);
      shanhai_trie_init (&rules->trie);
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

static const ShanhaiRule *
get_rule (const ShanhaiRules *self,
          guint32             index)
{
  return &((const ShanhaiRule *) (void *) self->rules->data)[index];
}

/* (nullable): the rule of the node's word with one of the roles */
static const ShanhaiRule *
pick_role (const ShanhaiRules    *self,
           const ShanhaiTrieNode *node,
           guint64                roles)
{
  const ShanhaiRule *rule;

  if (!(node->own & roles))
    return NULL;
  for (rule = get_rule (self, node->head); rule != NULL && !(roles & SHANHAI_ROLE_BIT (rule->role));)
    rule = shanhai_rules_next (self, rule);

  return rule;
}

void
shanhai_rules_match_hits (const ShanhaiRules *self,
                          const guint16      *chars,
                          guint               n,
                          ShanhaiRuleFunc     func,
                          gpointer            data)
{
  guint32 node = shanhai_chars[chars[0]].first;

  for (guint i = 1;; i++)
    {
      const ShanhaiTrieNode *here = &self->trie.nodes[node];

      if (here->own & SHANHAI_HIT_ROLES)
        func (get_rule (self, here->head), data);
      if (i >= n || !(here->beneath & SHANHAI_HIT_ROLES) || (i == 1 && !shanhai_trie_may_begin (&self->trie, SHANHAI_TRIE_HITS, chars[0], chars[1])))
        return;
      node = shanhai_trie_find_child (&self->trie, node, chars[i]);
      if (node == 0)
        return;
    }
}

/* the longest word; `step` is 1 forwards, -1 backwards */
static inline const ShanhaiRule *
match (const ShanhaiRules *self,
       const guint16      *chars,
       guint               n,
       int                 step,
       guint64             roles)
{
  const ShanhaiRule *longest = NULL;
  guint32 node = step > 0 ? shanhai_chars[chars[0]].first : shanhai_chars[chars[0]].last;

  for (guint i = 1;; i++)
    {
      const ShanhaiTrieNode *here = &self->trie.nodes[node];
      const ShanhaiRule *rule = pick_role (self, here, roles);

      if (rule != NULL)
        longest = rule;
      if (i >= n || !(here->beneath & roles) ||
          (i == 1 && !shanhai_trie_may_begin (&self->trie, step > 0 ? SHANHAI_TRIE_FORWARDS : SHANHAI_TRIE_BACKWARDS, chars[0], chars[step])))
        return longest;
      node = shanhai_trie_find_child (&self->trie, node, chars[step * (int) i]);
      if (node == 0)
        return longest;
    }
}

const ShanhaiRule *
shanhai_rules_match (const ShanhaiRules *self,
                     const guint16      *chars,
                     guint               n,
                     guint64             roles)
{
  return n > 0 && (shanhai_chars[chars[0]].roles & roles) ? match (self, chars, n, 1, roles) : NULL;
}

const ShanhaiRule *
shanhai_rules_match_before (const ShanhaiRules *self,
                            const guint16      *start,
                            const guint16      *end,
                            guint64             roles)
{
  g_assert ((roles & ~BEFORE_ROLES) == 0);

  return end > start && shanhai_chars[end[-1]].last != 0 ? match (self, end - 1, (guint) (end - start), -1, roles) : NULL;
}

const ShanhaiRule *
shanhai_rules_next (const ShanhaiRules *self,
                    const ShanhaiRule  *rule)
{
  return rule->next >= 0 ? get_rule (self, (guint32) rule->next) : NULL;
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

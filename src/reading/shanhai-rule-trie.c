/* shanhai-rule-trie.c - finds words in folded text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-rule-trie.h"

#define FIRST_EDGES 16384
#define FIRST_NODES 8192
#define MAX_NODES 65536

void
shanhai_trie_init (ShanhaiTrie *self)
{
  self->mask = FIRST_EDGES - 1;
  self->edges = g_new0 (ShanhaiTrieEdge, FIRST_EDGES);
  self->nodes = g_new0 (ShanhaiTrieNode, FIRST_NODES);
  self->n_nodes = 1;
}

static void
insert_edge (ShanhaiTrie *self,
             guint32      key,
             guint16      node)
{
  guint32 i = shanhai_trie_hash_key (key) & self->mask;

  while (self->edges[i].key != 0)
    i = (i + 1) & self->mask;
  self->edges[i] = (ShanhaiTrieEdge) { key, node };
}

static guint16
add_node (ShanhaiTrie *self)
{
  /* a power of two is full */
  if (self->n_nodes >= FIRST_NODES && (self->n_nodes & (self->n_nodes - 1)) == 0)
    self->nodes = g_renew (ShanhaiTrieNode, self->nodes, 2 * self->n_nodes);
  if (self->n_nodes == MAX_NODES)
    g_error ("There are too many words for the reader");

  self->nodes[self->n_nodes] = (ShanhaiTrieNode) { 0 };
  return (guint16) self->n_nodes++;
}

static guint16
add_child (ShanhaiTrie *self,
           guint16      node,
           guint16      c)
{
  guint16 child = (guint16) shanhai_trie_find_child (self, node, c);

  if (child != 0)
    return child;

  /* at most half full */
  if (2 * (self->n_edges + 1) > self->mask)
    {
      g_autofree ShanhaiTrieEdge *old = self->edges;
      guint32 n_old = self->mask + 1;

      self->mask = 2 * n_old - 1;
      self->edges = g_new0 (ShanhaiTrieEdge, 2 * n_old);
      for (guint32 i = 0; i < n_old; i++)
        if (old[i].key != 0)
          insert_edge (self, old[i].key, old[i].node);
    }

  child = add_node (self);
  insert_edge (self, (guint32) node << 16 | c, child);
  self->n_edges++;
  return child;
}

ShanhaiTrieNode *
shanhai_trie_add (ShanhaiTrie   *self,
                  const guint16 *word,
                  guint          n,
                  bool           backwards,
                  guint64        role)
{
  ShanhaiChar *first = &shanhai_chars[word[backwards ? n - 1 : 0]];
  guint16 *root = backwards ? &first->last : &first->first;
  guint16 node;

  if (*root == 0)
    *root = add_node (self);
  node = *root;
  for (guint i = 1; i < n; i++)
    {
      self->nodes[node].beneath |= role;
      node = add_child (self, node, word[backwards ? n - 1 - i : i]);
    }
  if (n > 1)
    shanhai_trie_note_pair (self, backwards ? SHANHAI_TRIE_BACKWARDS : SHANHAI_TRIE_FORWARDS, word[backwards ? n - 1 : 0], word[backwards ? n - 2 : 1]);

  return &self->nodes[node];
}

void
shanhai_trie_note_pair (ShanhaiTrie      *self,
                        ShanhaiTriePairs  pairs,
                        guint16           a,
                        guint16           b)
{
  guint32 bit = shanhai_trie_hash_pair (a, b);

  self->pairs[pairs][bit / 8] |= (guint8) (1 << bit % 8);
}

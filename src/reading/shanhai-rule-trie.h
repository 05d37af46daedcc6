/* shanhai-rule-trie.h - finds words in folded text. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each node knows the roles of its own word and of the words beneath it, so that a search for one role ends where no such word can follow. Edges are a hash
 * table of (node, character) → node with open addressing; most searches end at the second character, so the pairs that begin a word have small tables of
 * their own. The first nodes are in shanhai_chars. For shanhai-rules.c alone. */

#pragma once

#include "shanhai-chars.h"

G_BEGIN_DECLS

#define SHANHAI_TRIE_PAIR_BITS (1 << 17)

/* which words, read from which end */
typedef enum
{
  SHANHAI_TRIE_FORWARDS,
  SHANHAI_TRIE_BACKWARDS,
  SHANHAI_TRIE_HITS,       /* forwards, those of some roles alone */
  SHANHAI_TRIE_N_PAIRS,
} ShanhaiTriePairs;

typedef struct
{
  guint64 own;     /* roles of the word that ends here, a set of SHANHAI_ROLE_BIT */
  guint64 beneath; /* and of longer ones */
  guint32 head;    /* index of the word's first rule; meaningless where `own` is empty */
} ShanhaiTrieNode;

typedef struct
{
  guint32 key;     /* node << 16 | character; 0 for an empty place: no character is 0 */
  guint16 node;
} ShanhaiTrieEdge;

typedef struct
{
  ShanhaiTrieEdge *edges;
  guint32          mask;
  guint32          n_edges;
  ShanhaiTrieNode *nodes;      /* 0 is none */
  guint32          n_nodes;
  guint8           pairs[SHANHAI_TRIE_N_PAIRS][SHANHAI_TRIE_PAIR_BITS / 8];
} ShanhaiTrie;

void             shanhai_trie_init (ShanhaiTrie      *self);
/* the node of the word, made where it isn't there yet; `role` is the bit of the one that it plays */
ShanhaiTrieNode *shanhai_trie_add  (ShanhaiTrie      *self,
                                    const guint16    *word,
                                    guint             n,
                                    bool              backwards,
                                    guint64           role);
void             shanhai_trie_note_pair (ShanhaiTrie     *self,
                                    ShanhaiTriePairs  pairs,
                                    guint16           a,
                                    guint16           b);

static inline guint32
shanhai_trie_hash_pair (guint16 a,
                        guint16 b)
{
  return ((guint32) a * 40503u ^ (guint32) b * 2654435761u) >> 7 & (SHANHAI_TRIE_PAIR_BITS - 1);
}

/* false: no word begins with the two; true: one may */
static inline bool
shanhai_trie_may_begin (const ShanhaiTrie *self,
                        ShanhaiTriePairs   pairs,
                        guint16            a,
                        guint16            b)
{
  guint32 bit = shanhai_trie_hash_pair (a, b);

  return self->pairs[pairs][bit / 8] & 1 << bit % 8;
}

static inline guint32
shanhai_trie_hash_key (guint32 key)
{
  return (guint32) ((guint64) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

/* 0 for none */
static inline guint32
shanhai_trie_find_child (const ShanhaiTrie *self,
                         guint32            node,
                         guint16            c)
{
  guint32 key = node << 16 | c;

  for (guint32 i = shanhai_trie_hash_key (key) & self->mask;; i = (i + 1) & self->mask)
    {
      if (self->edges[i].key == key)
        return self->edges[i].node;
      if (self->edges[i].key == 0)
        return 0;
    }
}

G_END_DECLS

/* shanhai-search.c - finds words in any script: 简 for 繁, "dongxiang" or "dx" for 东乡. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A haystack keeps its text folded, and a list of syllables: one a Chinese character (more where it is read in more ways), one a Latin word. What
 * a character becomes is asked of ICU once and remembered. */

#include "shanhai-search.h"

#include <string.h>
#include <unicode/utrans.h>

struct _ShanhaiHaystack
{
  char      *folded;
  GPtrArray *syllables; /* interned strings; readings of one character separated by '/' */
};

struct _ShanhaiSearch
{
  char **words; /* folded; never empty */
};

/* what a Chinese character becomes */
typedef struct
{
  char       *simplified;
  const char *reading; /* interned; "" for none */
} Character;

/* ICU gives each character its most usual reading; places keep others. */
static const struct { const char *character, *reading; } other_readings[] = {
  { "厦", "xia" },  { "长", "chang" }, { "重", "chong" }, { "乐", "yue" },  { "行", "hang" },
  { "都", "du" },   { "朝", "zhao" },  { "埔", "pu" },    { "蚌", "beng" }, { "什", "shi" },
  { "会", "kuai" }, { "单", "shan" },  { "六", "lu" },    { "番", "pan" },  { "尉", "yu" },
  { "解", "xie" },  { "仇", "qiu" },   { "曾", "zeng" },  { "盖", "ge" },   { "查", "zha" },
  { "覃", "qin" },  { "车", "ju" },    { "莞", "wan" },   { "堡", "bu" },   { "堡", "pu" },
  { "渑", "sheng" }, { "铅", "yan" },  { "洞", "tong" },  { "沈", "chen" }, { "佛", "bi" },
  { "泊", "po" },   { "陂", "pi" },    { "涡", "guo" },   { "燕", "yan" },  { "区", "ou" },
  { "万", "mo" },   { "叶", "she" },   { "洗", "xian" },  { "浏", "liu" },  { "繁", "po" },
  { "女", "nv" },   { "绿", "lv" },    { "吕", "lv" },    { "率", "shuai" }, { "旅", "lv" },
  { "陆", "liu" },  { "参", "shen" },  { "藏", "zang" },  { "藏", "cang" }, { "调", "tiao" },
  { "调", "diao" }, { "校", "xiao" },  { "校", "jiao" },  { "拓", "ta" },   { "牟", "mu" },
};

static GMutex lock; /* guards all the following */
static GHashTable *characters; /* gunichar → Character */
static GHashTable *readings;   /* gunichar → interned "other", joined by '/' */
static UTransliterator *to_simplified;
static UTransliterator *to_latin;

static UTransliterator *
open_transliterator (const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (id, -1, NULL, NULL, NULL);
  UTransliterator *opened = utrans_openU ((const UChar *) wide, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  return U_SUCCESS (status) ? opened : NULL;
}

/* with the lock */
static void
open_tables (void)
{
  if (characters != NULL)
    return;

  characters = g_hash_table_new (NULL, NULL);
  readings = g_hash_table_new (NULL, NULL);
  to_simplified = open_transliterator ("Traditional-Simplified");
  to_latin = open_transliterator ("Han-Latin; Latin-ASCII; Lower");

  for (guint i = 0; i < G_N_ELEMENTS (other_readings); i++)
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (other_readings[i].character));
      const char *before = g_hash_table_lookup (readings, key);
      g_autofree char *joined = g_strjoin ("/", other_readings[i].reading, before, NULL);

      g_hash_table_insert (readings, key, (gpointer) g_intern_string (joined));
    }
}

/* (transfer full) (nullable): one character, as the transliterator writes it */
static char *
transliterate (UTransliterator *transliterator,
               gunichar         character)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[32];
  glong length = 0;
  int32_t limit, text_length;
  g_autofree gunichar2 *wide = NULL;

  if (transliterator == NULL)
    return NULL;

  wide = g_ucs4_to_utf16 (&character, 1, NULL, &length, NULL);
  if (wide == NULL)
    return NULL;

  memcpy (buffer, wide, sizeof (UChar) * (gsize) length);
  text_length = limit = (int32_t) length;
  utrans_transUChars (transliterator, buffer, &text_length, G_N_ELEMENTS (buffer), 0, &limit, &status);
  if (U_FAILURE (status))
    return NULL;

  return g_utf16_to_utf8 ((const gunichar2 *) buffer, text_length, NULL, NULL, NULL);
}

/* (transfer none): remembered for good; there are only so many characters */
static const Character *
look_up (gunichar character)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  gpointer key = GUINT_TO_POINTER (character);
  Character *found;
  g_autofree char *reading = NULL;
  g_autofree char *all = NULL;
  const char *others;
  char plain[7] = "";

  open_tables ();
  found = g_hash_table_lookup (characters, key);
  if (found != NULL)
    return found;

  g_unichar_to_utf8 (character, plain);
  found = g_new0 (Character, 1);
  found->simplified = transliterate (to_simplified, character);
  if (found->simplified == NULL)
    found->simplified = g_strdup (plain);

  reading = transliterate (to_latin, character);
  if (reading != NULL)
    g_strstrip (reading);
  if (reading == NULL || !g_ascii_isalpha (*reading))
    {
      g_free (reading);
      reading = g_strdup ("");
    }

  others = g_hash_table_lookup (readings, GUINT_TO_POINTER (g_utf8_get_char (found->simplified)));
  all = others != NULL ? g_strjoin ("/", reading, others, NULL) : g_strdup (reading);
  found->reading = g_intern_string (all);
  g_hash_table_insert (characters, key, found);
  return found;
}

static bool
is_chinese (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN;
}

static void
end_word (GString   *word,
          GPtrArray *syllables)
{
  if (syllables != NULL && word->len > 0)
    g_ptr_array_add (syllables, (gpointer) g_intern_string (word->str));
  g_string_truncate (word, 0);
}

/* (transfer full): without case, width, accents, and in simplified script. @syllables: (nullable): gets what can be found by pinyin */
static char *
fold (const char *text,
      GPtrArray  *syllables)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (normal, -1);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_chinese (c))
        {
          const Character *character = look_up (c);

          end_word (word, syllables);
          g_string_append (folded, character->simplified);
          if (syllables != NULL && *character->reading != '\0')
            g_ptr_array_add (syllables, (gpointer) character->reading);
        }
      else if (!g_unichar_ismark (c))
        {
          g_string_append_unichar (folded, c);
          if (c < 0x80 && g_ascii_isalnum ((char) c))
            g_string_append_c (word, (char) c);
          else
            end_word (word, syllables);
        }
    }
  end_word (word, syllables);

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* How far one reading takes a query on: bit n of the result stands for n letters. *found: the query ends in this reading. */
static guint64
reading_steps (const char *reading,
               gsize       length,
               const char *query,
               bool       *found)
{
  gsize same = 0;

  while (same < length && query[same] == reading[same])
    same++;

  if (same == 0)
    return 0;
  if (query[same] == '\0')
    *found = true;

  /* the whole of it, or its first letter */
  return same == length ? (G_GUINT64_CONSTANT (1) << same) | 2 : 2;
}

/* Whether the query reads as the syllables from one on. The letters of the query that each syllable can begin at are bits of a set, so that doubtful
 * ways of cutting it up cost nothing. */
static bool
syllables_match (const GPtrArray *syllables,
                 guint            from,
                 const char      *query)
{
  gsize query_length = strlen (query);
  guint64 begins = 1;
  bool found = false;

  if (query_length >= 64)
    return false;

  for (guint at = from; at < syllables->len && begins != 0 && !found; at++)
    {
      guint64 next = 0;

      for (gsize begin = 0; begin < query_length; begin++)
        {
          const char *reading = g_ptr_array_index (syllables, at);

          if ((begins >> begin & 1) == 0)
            continue;

          while (reading != NULL)
            {
              const char *slash = strchr (reading, '/');
              gsize length = slash != NULL ? (gsize) (slash - reading) : strlen (reading);

              next |= reading_steps (reading, length, query + begin, &found) << begin;
              reading = slash != NULL ? slash + 1 : NULL;
            }
        }
      begins = next;
    }

  return found;
}

static bool
is_latin (const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return false;
  return true;
}

void
shanhai_search_warm_up (void)
{
  /* 山: any Chinese character opens everything */
  look_up (0x5c71);
}

ShanhaiHaystack *
shanhai_haystack_new (const char *text)
{
  ShanhaiHaystack *self = g_new0 (ShanhaiHaystack, 1);

  self->syllables = g_ptr_array_new ();
  self->folded = fold (text, self->syllables);
  return self;
}

void
shanhai_haystack_free (ShanhaiHaystack *self)
{
  g_free (self->folded);
  g_ptr_array_unref (self->syllables);
  g_free (self);
}

ShanhaiSearch *
shanhai_search_new (const char *query)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) words = NULL;
  ShanhaiSearch *self;

  g_return_val_if_fail (query != NULL, NULL);

  folded = fold (query, NULL);
  parts = g_strsplit_set (folded, " \t\n", -1);
  words = g_strv_builder_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  self = g_new0 (ShanhaiSearch, 1);
  self->words = g_strv_builder_end (words);
  if (self->words[0] == NULL)
    g_clear_pointer (&self, shanhai_search_free);
  return self;
}

void
shanhai_search_free (ShanhaiSearch *self)
{
  g_strfreev (self->words);
  g_free (self);
}

bool
shanhai_search_matches (const ShanhaiSearch   *self,
                        const ShanhaiHaystack *haystack)
{
  g_return_val_if_fail (self != NULL && haystack != NULL, false);

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      const char *word = self->words[i];
      bool found = strstr (haystack->folded, word) != NULL;

      if (!found && is_latin (word))
        for (guint at = 0; at < haystack->syllables->len && !found; at++)
          found = syllables_match (haystack->syllables, at, word);
      if (!found)
        return false;
    }
  return true;
}

/* shanhai-blemish.c - what has damaged or poisoned a text. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-blemish.h"

#include <string.h>

#include "shanhai-rules.h"

/* letters of a syllable, tone marks included */
#define MAX_SYLLABLE 6
/* characters of a run of mojibake that are mended at once */
#define MAX_RUN 4096

typedef struct
{
  const char *text;
  const char *at;
  guint       offset;
  GArray     *found;
} Finder;

static void
clear_blemish (gpointer data)
{
  g_free (((ShanhaiBlemish *) data)->instead);
}

/* longest first, so that the whole of an advertisement goes */
static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const gsize x = strlen (*(const char * const *) a), y = strlen (*(const char * const *) b);

  return (x < y) - (x > y);
}

static GPtrArray *
get_spam (void)
{
  static GPtrArray *words;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_auto (GStrv) lines = shanhai_rules_dup_lines ("spam.txt");

      words = g_ptr_array_new ();
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) row = g_strsplit (lines[i], "\t", 2);
          g_auto (GStrv) alternatives = g_strsplit (row[0], "|", -1);

          for (guint k = 0; alternatives[k] != NULL; k++)
            if (*alternatives[k] != '\0')
              g_ptr_array_add (words, g_strdup (alternatives[k]));
        }
      g_ptr_array_sort (words, compare_lengths);
      g_once_init_leave (&ready, 1);
    }
  return words;
}

/* takes what is at the cursor; `instead` becomes the blemish's */
static void
take (Finder             *finder,
      gsize               length_bytes,
      ShanhaiBlemishKind  kind,
      char               *instead)
{
  ShanhaiBlemish blemish = {
    .start = finder->offset,
    .length = (guint) g_utf8_strlen (finder->at, (gssize) length_bytes),
    .start_byte = (gsize) (finder->at - finder->text),
    .length_bytes = length_bytes,
    .instead = instead,
    .kind = kind,
  };

  g_array_append_val (finder->found, blemish);
  finder->at += length_bytes;
  finder->offset += blemish.length;
}

static bool
is_han (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
}

/* a letter that pinyin is written in */
static bool
is_pinyin (gunichar c)
{
  return (c >= 'a' && c <= 'z') || (c >= 0xe0 && c < 0x300 && g_utf8_strchr ("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹ", -1, c) != NULL);
}

/* a syllable has a vowel with a tone mark, or is a bare one of the neutral tone; so (kg) and (ppm) stay */
static gsize
match_pinyin (const char *at,
              gunichar    before)
{
  static const char * const neutral[] = { "(de)", "(le)", "(zhe)", "(ne)", "(ma)", "(ba)", "(men)", "(zi)", "(tou)", "(ge)", "(me)", "(a)", "(er)" };
  const char *p = at + 1;
  bool toned = false;
  guint n = 0;

  if (*at != '(' || !is_han (before))
    return 0;
  for (; n < MAX_SYLLABLE && is_pinyin (g_utf8_get_char (p)); n++, p = g_utf8_next_char (p))
    toned |= (guchar) *p >= 0x80;
  if (n == 0 || *p != ')')
    return 0;
  for (guint i = 0; !toned && i < G_N_ELEMENTS (neutral); i++)
    toned = g_str_has_prefix (at, neutral[i]);
  return toned ? (gsize) (p + 1 - at) : 0;
}

static gsize
match_spam (const char *at)
{
  GPtrArray *words = get_spam ();

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      gsize n = strlen (word);

      if (*at != *word || strncmp (at, word, n) != 0)
        continue;
      /* the colon that comes with it */
      if (at[n] == ':')
        n++;
      else if (strncmp (at + n, "：", strlen ("：")) == 0)
        n += strlen ("：");
      return n;
    }
  return 0;
}

static bool
is_invisible (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

/* the byte that Windows-1252 has for a character; -1 for none */
static int
get_byte (gunichar c)
{
  static const guint16 high[32] = { 0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
                                    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178 };

  if (c >= 0x80 && c <= 0xff)
    return (int) c;
  for (int i = 0; i < 32; i++)
    if (high[i] == c)
      return 0x80 + i;
  return -1;
}

/* letters of Western Europe in rows whose bytes are UTF-8: the text was read as what it isn't */
static gsize
match_mojibake (const char  *at,
                char       **instead)
{
  g_autoptr (GString) bytes = NULL;
  const char *p = at;
  const char *end = NULL;
  gunichar c = g_utf8_get_char (at);
  static const char * const gone[] = { "锟斤拷", "烫烫烫", "屯屯屯" };

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (g_str_has_prefix (at, gone[i]))
      {
        while (g_str_has_prefix (p, gone[i]))
          p += strlen (gone[i]);
        *instead = g_strdup ("");
        return (gsize) (p - at);
      }
  if (c < 0xc2 || c > 0xf4)
    return 0;

  bytes = g_string_new (NULL);
  for (guint n = 0; n < MAX_RUN && *p != '\0'; n++, p = g_utf8_next_char (p))
    {
      const int byte = get_byte (g_utf8_get_char (p));

      if (byte < 0)
        break;
      g_string_append_c (bytes, (char) byte);
    }
  /* one é before a control character is no proof */
  if (bytes->len < 2)
    return 0;
  g_utf8_validate (bytes->str, (gssize) bytes->len, &end);
  if (end == bytes->str || (g_utf8_strlen (bytes->str, end - bytes->str) < 2 && end - bytes->str < 3))
    return 0;
  *instead = g_strndup (bytes->str, (gsize) (end - bytes->str));
  return (gsize) (g_utf8_offset_to_pointer (at, end - bytes->str) - at);
}

GArray *
shanhai_blemishes_find (const char *text)
{
  Finder finder = { text, text, 0, g_array_new (FALSE, FALSE, sizeof (ShanhaiBlemish)) };
  gunichar before = 0;

  g_return_val_if_fail (text != NULL, NULL);

  g_array_set_clear_func (finder.found, clear_blemish);
  while (*finder.at != '\0')
    {
      const gunichar c = g_utf8_get_char (finder.at);
      char *instead = NULL;
      gsize n = 0;

      if (c == '(' && (n = match_pinyin (finder.at, before)) > 0)
        take (&finder, n, SHANHAI_BLEMISH_PINYIN, g_strdup (""));
      else if (c == 0xfffd)
        {
          while (strncmp (finder.at + n, "\uFFFD", 3) == 0)
            n += 3;
          take (&finder, n, SHANHAI_BLEMISH_REPLACEMENT, g_strdup (""));
        }
      else if ((c >= 0xc2 && c <= 0xf4) || c == 0x951f || c == 0x70eb || c == 0x5c6f)
        n = match_mojibake (finder.at, &instead);
      else if (is_invisible (c))
        {
          while (finder.at[n] != '\0' && is_invisible (g_utf8_get_char (finder.at + n)))
            n += (gsize) (g_utf8_next_char (finder.at + n) - (finder.at + n));
          take (&finder, n, SHANHAI_BLEMISH_INVISIBLE, g_strdup (""));
        }
      else if ((n = match_spam (finder.at)) > 0)
        take (&finder, n, SHANHAI_BLEMISH_SPAM, g_strdup (""));
      if (instead != NULL)
        take (&finder, n, SHANHAI_BLEMISH_MOJIBAKE, instead);
      if (n > 0)
        continue;

      before = c;
      finder.at = g_utf8_next_char (finder.at);
      finder.offset++;
    }
  return finder.found;
}

char *
shanhai_blemishes_clean (const char *text,
                         GArray     *blemishes,
                         guint       kinds)
{
  GString *clean = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < blemishes->len; i++)
    {
      const ShanhaiBlemish *blemish = &g_array_index (blemishes, ShanhaiBlemish, i);

      if ((kinds & (1u << blemish->kind)) == 0)
        continue;
      g_string_append_len (clean, text + at, (gssize) (blemish->start_byte - at));
      g_string_append (clean, blemish->instead);
      at = blemish->start_byte + blemish->length_bytes;
    }
  g_string_append (clean, text + at);
  return g_string_free (clean, FALSE);
}

gint64
shanhai_blemishes_map (GArray *blemishes,
                       guint   kinds,
                       gint64  offset)
{
  gint64 moved = 0;

  for (guint i = 0; i < blemishes->len; i++)
    {
      const ShanhaiBlemish *blemish = &g_array_index (blemishes, ShanhaiBlemish, i);

      if (blemish->start >= offset)
        break;
      if ((kinds & (1u << blemish->kind)) == 0)
        continue;
      if (blemish->start + (gint64) blemish->length > offset)
        return blemish->start + moved;
      moved += g_utf8_strlen (blemish->instead, -1) - (gint64) blemish->length;
    }
  return offset + moved;
}

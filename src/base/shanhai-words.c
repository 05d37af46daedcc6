/* shanhai-words.c - the program's words in a chosen language. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A catalogue is a .mo file read whole, with a table of its messages that point into it. The layout is the one that the manual of GNU
 * gettext describes (The Format of GNU MO Files). Nothing in the file is trusted: an entry that doesn't lie inside it, or isn't UTF-8 that
 * ends with NUL, makes the whole catalogue empty, and every word comes out in English. */

#include "shanhai-words.h"

#include <string.h>

#include "shanhai-config.h"

#define MO_MAGIC 0x950412deu
#define MO_MAGIC_SWAPPED 0xde120495u
#define MO_HEADER_SIZE 28
#define MO_MAX_BYTES (16 * 1024 * 1024)

typedef struct
{
  const char *text;    /* all plural forms, a NUL after each */
  gsize       length;  /* bytes, without the last NUL */
} Translation;

struct _ShanhaiWords
{
  gatomicrefcount  refs;
  ShanhaiLanguage  language;
  guint            n_plurals;
  char            *file;      /* NULL for English and for an empty catalogue */
  gsize            file_length;
  GHashTable      *messages;  /* key in `file` → Translation; NULL with it */
};

static guint32
read_word (const ShanhaiWords *self,
           gsize               offset,
           bool                swapped)
{
  guint32 word;

  memcpy (&word, self->file + offset, sizeof word);
  return swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* the string that the 8 bytes at `offset` (length, then place) describe */
static bool
read_string (const ShanhaiWords *self,
             gsize               offset,
             bool                swapped,
             Translation        *out)
{
  gsize length = read_word (self, offset, swapped);
  gsize start = read_word (self, offset + 4, swapped);

  if (start >= self->file_length || length >= self->file_length - start || self->file[start + length] != '\0')
    return false;

  /* g_utf8_validate_len() refuses the NULs that stand between plural forms: each form is checked by itself */
  for (gsize at = start; at <= start + length; at += strlen (self->file + at) + 1)
    if (!g_utf8_validate (self->file + at, -1, NULL))
      return false;

  *out = (Translation) { self->file + start, length };
  return true;
}

/* Languages with one form (Chinese) always use form 0; those with more are taken to count as English does. */
static guint
parse_plural_forms (const char *header)
{
  const char *p = strstr (header, "nplurals=");
  guint64 n = p != NULL ? g_ascii_strtoull (p + strlen ("nplurals="), NULL, 10) : 2;

  return n == 1 ? 1 : 2;
}

static bool
load_messages (ShanhaiWords *self)
{
  guint32 magic;
  bool swapped;
  gsize n, originals, translations;

  if (self->file_length < MO_HEADER_SIZE || self->file_length > MO_MAX_BYTES)
    return false;

  magic = read_word (self, 0, false);
  if (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED)
    return false;
  swapped = magic == MO_MAGIC_SWAPPED;

  /* the major revision; 1 has strings that depend on the system, which this program's messages never do */
  if (read_word (self, 4, swapped) >> 16 != 0)
    return false;

  n = read_word (self, 8, swapped);
  originals = read_word (self, 12, swapped);
  translations = read_word (self, 16, swapped);
  if (originals > self->file_length || n > (self->file_length - originals) / 8 ||
      translations > self->file_length || n > (self->file_length - translations) / 8)
    return false;

  self->messages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize i = 0; i < n; i++)
    {
      Translation original, translation;

      if (!read_string (self, originals + 8 * i, swapped, &original) ||
          !read_string (self, translations + 8 * i, swapped, &translation))
        return false;

      if (original.length == 0)
        self->n_plurals = parse_plural_forms (translation.text);
      else if (translation.length > 0)
        g_hash_table_insert (self->messages, (gpointer) original.text, g_memdup2 (&translation, sizeof translation));
    }

  return true;
}

static bool
load_catalogue (ShanhaiWords *self,
                const char   *name)
{
  const char *folder = g_getenv ("SHANHAI_LOCALEDIR");
  g_autofree char *path = NULL;

  if (folder == NULL || *folder == '\0')
    folder = SHANHAI_LOCALEDIR;
  path = g_build_filename (folder, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  if (!g_file_get_contents (path, &self->file, &self->file_length, NULL))
    return false;

  if (!load_messages (self))
    {
      g_clear_pointer (&self->messages, g_hash_table_unref);
      g_clear_pointer (&self->file, g_free);
      self->file_length = 0;
    }
  return true;
}

/* without codeset and modifier, and with the underscore that catalogues' folders have: zh-CN, zh_CN.UTF-8 → zh_CN */
static char *
plain_locale (const char *locale)
{
  char *plain = g_strndup (locale, strcspn (locale, ".@"));

  return g_strdelimit (plain, "-", '_');
}

static bool
is_english (const char *locale)
{
  return strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0 || strcmp (locale, "en") == 0 ||
         g_str_has_prefix (locale, "en_");
}

/* Catalogues to try for a locale, best first. Simplified Chinese is what the catalogue zh_CN holds, so all places and scripts that read it
 * share it. Places that read traditional characters get their own or a plain zh, as from gettext, so that a chart and the window around it
 * speak one language. */
static char **
list_catalogues (const char *locale)
{
  static const char * const simplified[] = { "zh", "zh_CN", "zh_SG", "zh_MY", "zh_Hans" };
  GStrvBuilder *builder = g_strv_builder_new ();
  char **names;

  g_strv_builder_add (builder, locale);
  if (strchr (locale, '_') != NULL)
    {
      g_autofree char *language = g_strndup (locale, strcspn (locale, "_"));

      g_strv_builder_add (builder, language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (simplified); i++)
    if (strcmp (locale, simplified[i]) == 0 || g_str_has_prefix (locale, "zh_Hans_"))
      {
        g_strv_builder_add (builder, "zh_CN");
        break;
      }

  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return names;
}

/* what gettext would look at: LANGUAGE counts only where the locale isn't plain C */
static char **
list_wanted_locales (void)
{
  static const char * const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char *locale = NULL;
  const char *languages = g_getenv ("LANGUAGE");

  for (guint i = 0; i < G_N_ELEMENTS (variables) && (locale == NULL || *locale == '\0'); i++)
    locale = g_getenv (variables[i]);

  if (locale == NULL || *locale == '\0' || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0)
    return g_strsplit ("C", ":", -1);

  return g_strsplit (languages != NULL && *languages != '\0' ? languages : locale, ":", -1);
}

/**
 * shanhai_words_open:
 * @locale: (nullable): a locale or language code; NULL for the user's
 *
 * Reads the catalogue each time: keep what it returns.
 *
 * Returns: (transfer full): the words in that language, in English where there is no catalogue
 */
ShanhaiWords *
shanhai_words_open (const char *locale)
{
  ShanhaiWords *self = g_new0 (ShanhaiWords, 1);
  g_auto (GStrv) wanted = locale != NULL ? g_strsplit (locale, ":", -1) : list_wanted_locales ();

  g_atomic_ref_count_init (&self->refs);
  self->language = SHANHAI_LANGUAGE_ENGLISH;
  self->n_plurals = 2;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *plain = plain_locale (wanted[i]);
      g_auto (GStrv) names = NULL;

      if (*plain == '\0')
        continue;
      if (is_english (plain))
        break;

      names = list_catalogues (plain);
      for (guint j = 0; names[j] != NULL; j++)
        if (load_catalogue (self, names[j]))
          {
            self->language = shanhai_language_from_locale (names[j]);
            return self;
          }

      /* Numbers still come out in 万 and 亿 where a translation is missing but certainly meant. */
      if (g_strv_contains ((const char * const *) names, "zh_CN"))
        {
          self->language = SHANHAI_LANGUAGE_CHINESE;
          break;
        }
    }

  return self;
}

/**
 * shanhai_words_ref:
 *
 * Returns: (transfer full): @self
 */
ShanhaiWords *
shanhai_words_ref (ShanhaiWords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * shanhai_words_unref:
 * @self: (transfer full) (nullable): words
 */
void
shanhai_words_unref (ShanhaiWords *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->messages, g_hash_table_unref);
  g_free (self->file);
  g_free (self);
}

/**
 * shanhai_words_get_language:
 *
 * Returns: the language in which numbers go with these words
 */
ShanhaiLanguage
shanhai_words_get_language (const ShanhaiWords *self)
{
  g_return_val_if_fail (self != NULL, SHANHAI_LANGUAGE_ENGLISH);

  return self->language;
}

static const Translation *
look_up (const ShanhaiWords *self,
         const char         *key)
{
  return self->messages != NULL ? g_hash_table_lookup (self->messages, key) : NULL;
}

/**
 * shanhai_words_get:
 * @message: the English text, as in the sources
 *
 * Returns: its translation, owned by @self, or @message
 */
const char *
shanhai_words_get (const ShanhaiWords *self,
                   const char         *message)
{
  const Translation *translation;

  g_return_val_if_fail (self != NULL && message != NULL, message);

  translation = look_up (self, message);
  return translation != NULL ? translation->text : message;
}

/**
 * shanhai_words_context:
 * @context: tells apart messages that are the same in English
 * @message: the English text, as in the sources
 *
 * Returns: its translation, owned by @self, or @message
 */
const char *
shanhai_words_context (const ShanhaiWords *self,
                       const char         *context,
                       const char         *message)
{
  g_autofree char *key = NULL;
  const Translation *translation;

  g_return_val_if_fail (self != NULL && context != NULL && message != NULL, message);

  key = g_strconcat (context, "\004", message, NULL);
  translation = look_up (self, key);
  return translation != NULL ? translation->text : message;
}

/**
 * shanhai_words_plural:
 * @one: the English text for 1
 * @many: the English text for other numbers
 *
 * Returns: the translation for @n, owned by @self, or one of the two
 */
const char *
shanhai_words_plural (const ShanhaiWords *self,
                      const char         *one,
                      const char         *many,
                      gulong              n)
{
  const Translation *translation;

  g_return_val_if_fail (self != NULL && one != NULL && many != NULL, many);

  translation = look_up (self, one);
  if (translation == NULL)
    return n == 1 ? one : many;

  if (self->n_plurals == 2 && n != 1)
    {
      gsize first = strlen (translation->text) + 1;

      if (first <= translation->length)
        return translation->text + first;
    }
  return translation->text;
}

/* shanhai-name.c - a name or a text in one or more languages. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One block holds the count, the pairs and all their bytes: a casebook has tens of thousands of names. A plain name is one pair whose
 * language is NULL. Language codes are interned. */

#include "shanhai-name.h"

#include <string.h>

typedef struct
{
  const char *language;
  const char *text;
} Entry;

struct _ShanhaiName
{
  gatomicrefcount refs;
  guint           n;
  Entry           entries[];
};

G_DEFINE_BOXED_TYPE (ShanhaiName, shanhai_name, shanhai_name_ref, shanhai_name_unref)

static ShanhaiName *
create (const char * const *languages,
        const char * const *texts,
        guint               n)
{
  gsize head = sizeof (ShanhaiName) + n * sizeof (Entry);
  gsize size = head;
  ShanhaiName *self;
  char *at;

  for (guint i = 0; i < n; i++)
    size += strlen (texts[i]) + 1;

  self = g_malloc (size);
  g_atomic_ref_count_init (&self->refs);
  self->n = n;
  at = (char *) self + head;
  for (guint i = 0; i < n; i++)
    {
      gsize bytes = strlen (texts[i]) + 1;

      self->entries[i].language = languages != NULL ? g_intern_string (languages[i]) : NULL;
      self->entries[i].text = memcpy (at, texts[i], bytes);
      at += bytes;
    }

  return self;
}

/**
 * shanhai_name_new_plain:
 *
 * Returns: (transfer full): a name whose language isn't said
 */
ShanhaiName *
shanhai_name_new_plain (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return create (NULL, &text, 1);
}

/**
 * shanhai_name_new:
 * @languages: (array length=n): codes as `en`, `zh`, each once
 * @texts: (array length=n): the name in each
 *
 * Returns: (transfer full): a name by language, in the order given
 */
ShanhaiName *
shanhai_name_new (const char * const *languages,
                  const char * const *texts,
                  guint               n)
{
  g_return_val_if_fail (languages != NULL && texts != NULL && n >= 1, NULL);

  return create (languages, texts, n);
}

/**
 * shanhai_name_ref:
 *
 * Returns: (transfer full): @self
 */
ShanhaiName *
shanhai_name_ref (ShanhaiName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * shanhai_name_unref:
 * @self: (transfer full) (nullable): a name
 */
void
shanhai_name_unref (ShanhaiName *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

/**
 * shanhai_name_equal:
 *
 * Returns: whether both have the same texts in the same languages in the same order; two NULLs are equal
 */
bool
shanhai_name_equal (const ShanhaiName *a,
                    const ShanhaiName *b)
{
  if (a == b)
    return true;
  if (a == NULL || b == NULL || a->n != b->n)
    return false;

  for (guint i = 0; i < a->n; i++)
    if (a->entries[i].language != b->entries[i].language || strcmp (a->entries[i].text, b->entries[i].text) != 0)
      return false;

  return true;
}

/**
 * shanhai_name_is_plain:
 *
 * Returns: whether the language isn't said
 */
bool
shanhai_name_is_plain (const ShanhaiName *self)
{
  g_return_val_if_fail (self != NULL, true);

  return self->entries[0].language == NULL;
}

/**
 * shanhai_name_get_n:
 *
 * Returns: how many texts there are, at least 1
 */
guint
shanhai_name_get_n (const ShanhaiName *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * shanhai_name_get_nth:
 * @language: (out) (optional) (nullable): its language; NULL for a plain name
 *
 * Returns: the text at @index, in the order given
 */
const char *
shanhai_name_get_nth (const ShanhaiName  *self,
                      guint               index,
                      const char        **language)
{
  g_return_val_if_fail (self != NULL && index < self->n, NULL);

  if (language != NULL)
    *language = self->entries[index].language;
  return self->entries[index].text;
}

/* zh, and zh_CN or zh-Hans where only that is there */
static bool
language_fits (const char *language,
               const char *code)
{
  gsize n = strlen (code);

  return g_ascii_strncasecmp (language, code, n) == 0 && strchr ("-_", language[n]) != NULL;
}

/**
 * shanhai_name_get:
 * @self: (nullable): a name
 *
 * Returns: the text in @language, else the first one; "" for NULL
 */
const char *
shanhai_name_get (const ShanhaiName *self,
                  ShanhaiLanguage    language)
{
  const char *code = shanhai_language_get_code (language);

  if (self == NULL)
    return "";

  for (guint i = 0; i < self->n; i++)
    if (self->entries[i].language != NULL && language_fits (self->entries[i].language, code))
      return self->entries[i].text;

  return self->entries[0].text;
}

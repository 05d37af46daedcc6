/* shanhai-indicator-users.c - what names an indicator. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-indicator-users.h"

#include "shanhai-observation.h"
#include "shanhai-vocabulary.h"

/* of a key in a formula; a minus sign has a space before it */
static bool
is_key_byte (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_' || c == '.' || (c & 0x80) != 0;
}

/* (nullable): the key in the text, as a word of its own */
static const char *
find_key (const char *text,
          const char *start,
          const char *key)
{
  gsize length = strlen (key);

  for (const char *at = strstr (start, key); at != NULL && length > 0; at = strstr (at + 1, key))
    if ((at == text || !is_key_byte (at[-1])) && !is_key_byte (at[length]))
      return at;

  return NULL;
}

GPtrArray *
shanhai_casebook_dup_indicator_users (ShanhaiCasebook *self,
                                      const char      *key)
{
  ShanhaiRecordList *figures = shanhai_casebook_get_list (self, SHANHAI_RECORD_OBSERVATION);
  ShanhaiRecordList *indicators = shanhai_casebook_get_list (self, SHANHAI_RECORD_INDICATOR);
  GPtrArray *users = g_ptr_array_new ();

  for (guint i = 0; i < shanhai_record_list_get_n (figures); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (figures, i);

      if (g_strcmp0 (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)), key) == 0)
        g_ptr_array_add (users, record);
    }
  for (guint i = 0; i < shanhai_record_list_get_n (indicators); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (indicators, i);
      const char *formula = shanhai_indicator_get_formula (SHANHAI_INDICATOR (record));

      if (formula != NULL && find_key (formula, formula, key) != NULL)
        g_ptr_array_add (users, record);
    }

  return users;
}

bool
shanhai_casebook_has_indicator (ShanhaiCasebook *self,
                                const char      *key,
                                GHashTable      *gone)
{
  ShanhaiRecordList *indicators = shanhai_casebook_get_list (self, SHANHAI_RECORD_INDICATOR);

  if (shanhai_vocabulary_find ("indicators", key) != NULL)
    return true;

  for (guint i = 0; i < shanhai_record_list_get_n (indicators); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (indicators, i);
      const char *id = shanhai_record_get_id (record);

      if (g_strcmp0 (shanhai_indicator_get_key (SHANHAI_INDICATOR (record)), key) == 0 && (gone == NULL || id == NULL || !g_hash_table_contains (gone, id)))
        return true;
    }

  return false;
}

void
shanhai_record_replace_indicator (ShanhaiRecord *draft,
                                  const char    *key,
                                  const char    *by)
{
  g_return_if_fail (key != NULL && by != NULL);

  if (SHANHAI_IS_OBSERVATION (draft) && g_strcmp0 (shanhai_observation_get_indicator (SHANHAI_OBSERVATION (draft)), key) == 0)
    g_object_set (draft, "indicator", by, NULL);
  else if (SHANHAI_IS_INDICATOR (draft) && shanhai_indicator_get_formula (SHANHAI_INDICATOR (draft)) != NULL)
    {
      const char *formula = shanhai_indicator_get_formula (SHANHAI_INDICATOR (draft));
      g_autoptr (GString) text = g_string_new (NULL);
      const char *start = formula;

      for (const char *at = find_key (formula, start, key); at != NULL; at = find_key (formula, start, key))
        {
          g_string_append_len (text, start, at - start);
          g_string_append (text, by);
          start = at + strlen (key);
        }
      g_string_append (text, start);
      g_object_set (draft, "formula", text->str, NULL);
    }
}

/* shanhai-vocabulary-labels.c - what a view calls a record or an end. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-vocabulary.h"

#include "shanhai-indicator.h"
#include "shanhai-observation.h"

static ShanhaiIndicator *
find_own_indicator (ShanhaiCasebook *self,
                    const char      *key)
{
  ShanhaiRecordList *indicators = shanhai_casebook_get_list (self, SHANHAI_RECORD_INDICATOR);

  for (guint i = 0; i < shanhai_record_list_get_n (indicators); i++)
    {
      ShanhaiIndicator *indicator = SHANHAI_INDICATOR (shanhai_record_list_peek (indicators, i));

      if (g_strcmp0 (shanhai_indicator_get_key (indicator), key) == 0)
        return indicator;
    }

  return NULL;
}

const char *
shanhai_casebook_get_indicator_label (ShanhaiCasebook *self,
                                      const char      *key,
                                      ShanhaiLanguage  language)
{
  ShanhaiIndicator *own;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  if (key == NULL)
    return "";

  own = find_own_indicator (self, key);
  if (own != NULL && shanhai_indicator_get_name (own) != NULL)
    return shanhai_name_get (shanhai_indicator_get_name (own), language);

  return shanhai_vocabulary_get_label ("indicators", key, language);
}

/**
 * shanhai_casebook_dup_label:
 * @self: a casebook
 * @id: (nullable): a record's id
 * @language: the reader's language
 *
 * Returns: (transfer full): its name or title; the indicator of an observation; else the figure it holds, else the id
 */
char *
shanhai_casebook_dup_label (ShanhaiCasebook *self,
                            const char      *id,
                            ShanhaiLanguage  language)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (self, id);
  const ShanhaiName *title;

  if (record == NULL)
    return g_strdup (id != NULL ? id : "");

  title = shanhai_record_get_title (record);
  if (title != NULL)
    return g_strdup (shanhai_name_get (title, language));
  if (SHANHAI_IS_OBSERVATION (record))
    return g_strdup (shanhai_casebook_get_indicator_label (self, shanhai_observation_get_indicator (SHANHAI_OBSERVATION (record)), language));
  if (shanhai_record_get_figure (record) != NULL)
    return shanhai_vocabulary_format_quantity (shanhai_record_get_figure (record), language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_COMPACT);

  return g_strdup (id);
}

static char *
dup_group_label (const ShanhaiEnd *end,
                 ShanhaiLanguage   language)
{
  g_autofree char *count = NULL;
  const char *kind = shanhai_vocabulary_get_label ("kinds.party", end->kind, language);

  if (end->count != NULL)
    count = shanhai_vocabulary_format_quantity (end->count, language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL);

  if (end->name != NULL && count != NULL)
    return g_strdup_printf (language == SHANHAI_LANGUAGE_CHINESE ? "%s（%s）" : "%s (%s)", shanhai_name_get (end->name, language), count);
  if (end->name != NULL)
    return g_strdup (shanhai_name_get (end->name, language));
  if (count != NULL)
    return g_steal_pointer (&count);

  return g_strdup (kind);
}

char *
shanhai_casebook_dup_ends_label (ShanhaiCasebook   *self,
                                 const ShanhaiEnds *ends,
                                 ShanhaiLanguage    language)
{
  GString *label = g_string_new (NULL);

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (self), NULL);

  for (guint i = 0; ends != NULL && i < ends->n; i++)
    {
      g_autofree char *one = ends->items[i].id != NULL ? shanhai_casebook_dup_label (self, ends->items[i].id, language)
                                                      : dup_group_label (&ends->items[i], language);

      if (i > 0)
        g_string_append (label, language == SHANHAI_LANGUAGE_CHINESE ? "、" : ", ");
      g_string_append (label, one);
    }

  return g_string_free (label, FALSE);
}

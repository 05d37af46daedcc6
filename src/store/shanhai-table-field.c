/* shanhai-table-field.c - a cell of a person's table becomes a member of a record. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-csv-write.h"
#include "shanhai-ends.h"
#include "shanhai-record-private.h"
#include "shanhai-vocabulary.h"

/* of a message's quotation */
#define MAX_QUOTE 60

static bool
fail (GError     **error,
      int          code,
      const char  *format,
      const char  *text)
{
  g_autofree char *quote = shanhai_store_shorten (text, strlen (text), MAX_QUOTE);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (quote, parts);

  g_set_error_literal (error, SHANHAI_STORE_ERROR, code, message);
  return false;
}

/* several names in one cell, as people list them */
static char **
split_list (const char *text)
{
  static const char * const signs[] = { "、", "；", ";", "，", "\n" };
  g_autofree char *joined = g_strdup (text);
  char **items;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_auto (GStrv) parts = g_strsplit (joined, signs[i], -1);

      g_free (joined);
      joined = g_strjoinv ("\x1f", parts);
    }

  items = g_strsplit (joined, "\x1f", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_strstrip (items[i]);
      if (*items[i] != '\0')
        items[n++] = items[i];
      else
        g_free (items[i]);
    }
  items[n] = NULL;

  return items;
}

static const char *
find_key (const char *scheme,
          const char *text)
{
  guint n = 0;
  const ShanhaiTerm *terms = scheme != NULL ? shanhai_vocabulary_list (scheme, &n) : NULL;
  g_autofree char *folded = shanhai_table_fold_name (text);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = shanhai_table_fold_name (terms[i].key);
      g_autofree char *en = shanhai_table_fold_name (terms[i].en);
      g_autofree char *zh = shanhai_table_fold_name (terms[i].zh);

      if (strcmp (folded, key) == 0 || strcmp (folded, en) == 0 || strcmp (folded, zh) == 0)
        return terms[i].key;
    }

  return NULL;
}

/* 资金 of 财政资金: the only term that the word begins, or that begins the word */
static const char *
find_near_key (const char *scheme,
               const char *text)
{
  guint n = 0;
  const ShanhaiTerm *terms = scheme != NULL ? shanhai_vocabulary_list (scheme, &n) : NULL;
  const char *found = NULL;

  if (g_utf8_strlen (text, -1) < 2)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (terms[i].zh != NULL && (strstr (terms[i].zh, text) != NULL || strstr (text, terms[i].zh) != NULL))
      {
        if (found != NULL)
          return NULL;
        found = terms[i].key;
      }

  return found;
}

static bool
set_key (ShanhaiRecord              *record,
         const ShanhaiField         *field,
         const char                 *text,
         const ShanhaiTableContext  *context,
         GError                    **error)
{
  const char *key;

  if (g_strcmp0 (field->scheme, "indicators") == 0)
    key = shanhai_table_names_ensure_indicator (context->names, text, context->unit.unit);
  else if (field->scheme == NULL)
    key = text;
  else
    {
      key = find_key (field->scheme, text);
      if (key == NULL)
        key = find_near_key (field->scheme, text);
      if (key == NULL)
        return fail (error, SHANHAI_STORE_ERROR_VALUE, _("“%s” is none of the words that this column takes"), text);
    }

  SHANHAI_FIELD_SLOT (const char *, record, field) = g_intern_string (key);
  return true;
}

static bool
set_list (ShanhaiRecord              *record,
          const ShanhaiField         *field,
          const char                 *text,
          const ShanhaiTableContext  *context,
          GError                    **error)
{
  g_auto (GStrv) items = split_list (text);
  const guint n = g_strv_length (items);
  ShanhaiEnds *ends;

  if (n == 0)
    return true;
  if (field->kind != SHANHAI_FIELD_STRINGS)
    for (guint i = 0; i < n; i++)
      {
        const char *id = shanhai_table_names_ensure (context->names, field->targets, items[i], n == 1 ? context->code : NULL, error);
        char *copy;

        if (id == NULL)
          return false;
        copy = g_strdup (id);
        g_free (items[i]);
        items[i] = copy;
      }

  if (field->kind != SHANHAI_FIELD_ENDS)
    {
      SHANHAI_FIELD_SLOT (ShanhaiStrings *, record, field) = shanhai_strings_new ((const char * const *) items, false);
      return true;
    }

  ends = shanhai_ends_new (n);
  ends->single = n == 1 && shanhai_record_get_record_type (record) == SHANHAI_RECORD_FLOW;
  for (guint i = 0; i < n; i++)
    ends->items[i].id = g_strdup (items[i]);
  SHANHAI_FIELD_SLOT (ShanhaiEnds *, record, field) = ends;

  return true;
}

static bool
set_flag (ShanhaiRecord       *record,
          const ShanhaiField  *field,
          const char          *text,
          GError             **error)
{
  static const char * const yes[] = { "是", "√", "✓", "对", "true", "yes", "y", "1", NULL };
  static const char * const no[] = { "否", "×", "不", "false", "no", "n", "0", NULL };
  g_autofree char *folded = shanhai_table_fold_name (text);

  if (!g_strv_contains (yes, folded) && !g_strv_contains (no, folded))
    return fail (error, SHANHAI_STORE_ERROR_VALUE, _("“%s” is neither yes nor no"), text);
  SHANHAI_FIELD_SLOT (bool, record, field) = g_strv_contains (yes, folded);

  return true;
}

bool
shanhai_table_set_field (ShanhaiRecord              *record,
                         const char                 *member,
                         const char                 *cell,
                         const ShanhaiTableContext  *context,
                         GError                    **error)
{
  const ShanhaiField *field = shanhai_record_find_field (record, member);
  g_autofree char *text = g_strstrip (g_strdup (shanhai_csv_unmark (cell)));
  const char *id;

  g_return_val_if_fail (field != NULL, false);

  shanhai_field_clear (field, record);
  switch (field->kind)
    {
    case SHANHAI_FIELD_STRING:
      SHANHAI_FIELD_SLOT (char *, record, field) = g_strdup (text);
      return true;
    case SHANHAI_FIELD_NAME:
      SHANHAI_FIELD_SLOT (ShanhaiName *, record, field) = shanhai_name_new_plain (text);
      return true;
    case SHANHAI_FIELD_KEY:
      return set_key (record, field, text, context, error);
    case SHANHAI_FIELD_REFERENCE:
      id = shanhai_table_names_ensure (context->names, field->targets, text, context->code, error);
      SHANHAI_FIELD_SLOT (char *, record, field) = g_strdup (id);
      return id != NULL;
    case SHANHAI_FIELD_REFERENCES:
    case SHANHAI_FIELD_STRINGS:
    case SHANHAI_FIELD_ENDS:
      return set_list (record, field, text, context, error);
    case SHANHAI_FIELD_QUANTITY:
      SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, field) = shanhai_table_read_quantity (text, &context->unit, error);
      return SHANHAI_FIELD_SLOT (ShanhaiQuantity *, record, field) != NULL;
    case SHANHAI_FIELD_PERIOD:
      SHANHAI_FIELD_SLOT (ShanhaiPeriod *, record, field) = shanhai_table_read_period (text, error);
      return SHANHAI_FIELD_SLOT (ShanhaiPeriod *, record, field) != NULL;
    case SHANHAI_FIELD_FLAG:
      return set_flag (record, field, text, error);
    case SHANHAI_FIELD_ABOUT:
    case SHANHAI_FIELD_CITATIONS:
    default:
      g_return_val_if_reached (false);
    }
}

/* a record of the casebook, or one that will be made */
static char *
dup_record_label (ShanhaiCasebook   *casebook,
                  ShanhaiTableNames *names,
                  const char        *id,
                  ShanhaiLanguage    language)
{
  GPtrArray *created = shanhai_table_names_get_created (names);

  for (guint i = 0; i < created->len; i++)
    if (g_strcmp0 (shanhai_record_get_id (created->pdata[i]), id) == 0)
      /* Translators: a place or party that an import will add */
      return g_strdup_printf (_("%s (new)"), shanhai_name_get (shanhai_record_get_title (created->pdata[i]), language));

  return shanhai_casebook_dup_label (casebook, id, language);
}

char *
shanhai_table_describe_field (ShanhaiCasebook   *casebook,
                              ShanhaiTableNames *names,
                              ShanhaiRecord     *record,
                              const char        *member,
                              ShanhaiLanguage    language)
{
  const ShanhaiField *field = shanhai_record_find_field (record, member);
  gconstpointer value;
  GString *text;

  if (field == NULL || !shanhai_field_is_set (field, record))
    return g_strdup ("");

  value = SHANHAI_FIELD_SLOT (gconstpointer, record, field);
  if (field->kind == SHANHAI_FIELD_QUANTITY)
    return shanhai_vocabulary_format_quantity (value, language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL);
  if (field->kind == SHANHAI_FIELD_PERIOD)
    return shanhai_period_format (value, language);
  if (field->kind == SHANHAI_FIELD_KEY && g_strcmp0 (field->scheme, "indicators") == 0)
    return g_strdup (shanhai_casebook_get_indicator_label (casebook, value, language));
  if (field->kind == SHANHAI_FIELD_KEY)
    return g_strdup (field->scheme != NULL ? shanhai_vocabulary_get_label (field->scheme, value, language) : value);
  if (field->kind == SHANHAI_FIELD_REFERENCE)
    return dup_record_label (casebook, names, value, language);
  if (field->kind == SHANHAI_FIELD_NAME)
    return g_strdup (shanhai_name_get (value, language));
  if (field->kind == SHANHAI_FIELD_STRING)
    return g_strdup (value);
  if (field->kind == SHANHAI_FIELD_FLAG)
    return g_strdup (_("yes"));
  if (field->kind != SHANHAI_FIELD_ENDS && field->kind != SHANHAI_FIELD_REFERENCES)
    return g_strdup ("");

  text = g_string_new (NULL);
  for (guint i = 0; field->kind == SHANHAI_FIELD_ENDS ? i < ((const ShanhaiEnds *) value)->n : ((const ShanhaiStrings *) value)->items[i] != NULL; i++)
    {
      const char *id = field->kind == SHANHAI_FIELD_ENDS ? ((const ShanhaiEnds *) value)->items[i].id : ((const ShanhaiStrings *) value)->items[i];
      g_autofree char *label = dup_record_label (casebook, names, id, language);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }

  return g_string_free (text, FALSE);
}

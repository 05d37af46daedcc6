/* shanhai-deletion.c - deleting records without leaving a dangling reference. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two rounds. The first finds what goes: each record that goes is asked for who names it, and those that can't stand without go too, until
 * nothing more comes. The second writes those anew that stay and name something that went. Both cost what the records concerned cost, not what
 * the casebook holds. */

#include "shanhai-config.h"

#include "shanhai-deletion.h"

#include <glib/gi18n-lib.h>

#include "shanhai-indicator-users.h"
#include "shanhai-record-private.h"
#include "shanhai-reference-map.h"
#include "shanhai-source.h"

typedef struct
{
  ShanhaiCasebook *casebook;
  GHashTable      *asked;        /* id → itself; the strings are the records' own */
  GHashTable      *gone;         /* the same, with what goes along */
  GPtrArray       *order;        /* of ShanhaiRecord, those in `gone` */
  const char      *replacement;  /* id or NULL */
  ShanhaiRecord   *at;           /* the record whose references are told anew */
} Deletion;

G_DEFINE_QUARK (shanhai-deletion-error-quark, shanhai_deletion_error)

static void
deletion_clear (Deletion *self)
{
  g_clear_pointer (&self->asked, g_hash_table_unref);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deletion, deletion_clear)

static void
add_gone (Deletion      *self,
          ShanhaiRecord *record)
{
  g_hash_table_add (self->gone, (char *) shanhai_record_get_id (record));
  g_ptr_array_add (self->order, record);
}

/* from one that goes up along the same field, to the first that stays */
static const char *
pass_on (Deletion           *self,
         const ShanhaiField *field,
         const char         *id)
{
  ShanhaiRecord *record = NULL;

  /* a round of records that all go would never end */
  for (guint i = 0; i <= self->order->len && g_hash_table_contains (self->gone, id); i++)
    {
      const ShanhaiField *same;

      record = shanhai_casebook_lookup (self->casebook, id);
      same = shanhai_record_find_field (record, field->member);
      id = same != NULL && same->loss == SHANHAI_FIELD_PASSED_ON ? SHANHAI_FIELD_SLOT (char *, record, same) : NULL;
      if (id == NULL)
        return NULL;
    }

  record = shanhai_casebook_lookup (self->casebook, id);
  if (record == NULL || record == self->at || g_hash_table_contains (self->gone, id) ||
      (field->targets & SHANHAI_RECORD_MASK (shanhai_record_get_record_type (record))) == 0)
    return NULL;

  return shanhai_record_get_id (record);
}

static const char *
map_cb (const ShanhaiField *field,
        const char         *id,
        gpointer            user_data)
{
  Deletion *self = user_data;

  if (!g_hash_table_contains (self->gone, id))
    return id;
  /* what named the one that it replaces doesn't name itself now */
  if (self->replacement != NULL && g_hash_table_contains (self->asked, id) &&
      strcmp (self->replacement, shanhai_record_get_id (self->at)) != 0)
    return self->replacement;

  return field->loss == SHANHAI_FIELD_PASSED_ON ? pass_on (self, field, id) : NULL;
}

static bool
add_asked (Deletion            *self,
           const char * const  *ids,
           GError             **error)
{
  for (; *ids != NULL; ids++)
    {
      ShanhaiRecord *record = shanhai_casebook_lookup (self->casebook, *ids);

      if (record == NULL)
        {
          g_set_error (error, SHANHAI_DELETION_ERROR, SHANHAI_DELETION_ERROR_MISSING,
                       _("%s can't be deleted: the casebook has no such record"), *ids);
          return false;
        }
      if (g_hash_table_add (self->asked, (char *) shanhai_record_get_id (record)))
        add_gone (self, record);
    }

  return true;
}

static bool
check_replacement (Deletion  *self,
                   GError   **error)
{
  ShanhaiRecord *replacement;

  if (self->replacement == NULL)
    return true;

  replacement = shanhai_casebook_lookup (self->casebook, self->replacement);
  for (guint i = 0; replacement != NULL && i < g_hash_table_size (self->asked); i++)
    if (G_OBJECT_TYPE (replacement) != G_OBJECT_TYPE (self->order->pdata[i]))
      replacement = NULL;
  if (replacement == NULL || g_hash_table_contains (self->gone, self->replacement))
    {
      g_set_error (error, SHANHAI_DELETION_ERROR, SHANHAI_DELETION_ERROR_REPLACEMENT,
                   _("%s can't stand in for what is deleted; name a record of the same kind that stays"), self->replacement);
      return false;
    }

  return true;
}

static bool
check_units (Deletion  *self,
             GError   **error)
{
  ShanhaiIndicator *next = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_INDICATOR, self->replacement);

  for (guint i = 0; next != NULL && i < self->order->len; i++)
    if (g_strcmp0 (shanhai_indicator_get_unit (next), shanhai_indicator_get_unit (self->order->pdata[i])) != 0)
      {
        g_set_error (error, SHANHAI_DELETION_ERROR, SHANHAI_DELETION_ERROR_UNIT,
                     _("These indicators count in different units (%s, %s), so one can’t stand for the other; give them the same unit first."),
                     shanhai_indicator_get_unit (self->order->pdata[i]) != NULL ? shanhai_indicator_get_unit (self->order->pdata[i]) : "–",
                     shanhai_indicator_get_unit (next) != NULL ? shanhai_indicator_get_unit (next) : "–");
        return false;
      }

  return true;
}

/* Of an indicator that goes, and that nobody else explains: what counts it goes too, or counts what it is replaced by. */
static void
close_over_key (Deletion        *self,
                ShanhaiRecord   *record,
                GHashTable      *seen,
                GPtrArray       *touched,
                ShanhaiDeletion *summary)
{
  const char *key = SHANHAI_IS_INDICATOR (record) ? shanhai_indicator_get_key (SHANHAI_INDICATOR (record)) : NULL;
  bool replaced = self->replacement != NULL && g_hash_table_contains (self->asked, shanhai_record_get_id (record));
  g_autoptr (GPtrArray) users = NULL;

  if (key == NULL || shanhai_casebook_has_indicator (self->casebook, key, self->gone))
    return;

  users = shanhai_casebook_dup_indicator_users (self->casebook, key);
  for (guint i = 0; i < users->len; i++)
    {
      if (g_hash_table_contains (self->gone, shanhai_record_get_id (users->pdata[i])))
        continue;
      if (replaced)
        {
          if (g_hash_table_add (seen, users->pdata[i]))
            g_ptr_array_add (touched, users->pdata[i]);
        }
      else if (!SHANHAI_IS_INDICATOR (users->pdata[i]))
        {
          summary->n_with[SHANHAI_RECORD_OBSERVATION]++;
          add_gone (self, users->pdata[i]);
        }
    }
}

static void
replace_keys (Deletion      *self,
              ShanhaiRecord *draft)
{
  ShanhaiIndicator *next = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_INDICATOR, self->replacement);

  if (next == NULL || shanhai_indicator_get_key (next) == NULL)
    return;

  for (guint i = 0; i < self->order->len; i++)
    {
      ShanhaiRecord *record = self->order->pdata[i];
      const char *key = SHANHAI_IS_INDICATOR (record) ? shanhai_indicator_get_key (SHANHAI_INDICATOR (record)) : NULL;

      if (key != NULL && !shanhai_casebook_has_indicator (self->casebook, key, self->gone))
        shanhai_record_replace_indicator (draft, key, shanhai_indicator_get_key (next));
    }
}

/* fills `touched` with what names anything that goes */
static void
close_over (Deletion        *self,
            GPtrArray       *touched,
            ShanhaiDeletion *summary)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers (self->casebook, shanhai_record_get_id (self->order->pdata[i]));

      close_over_key (self, self->order->pdata[i], seen, touched, summary);
      for (guint k = 0; k < referrers->len; k++)
        {
          self->at = referrers->pdata[k];
          if (g_hash_table_contains (self->gone, shanhai_record_get_id (self->at)))
            continue;

          if (g_hash_table_add (seen, self->at))
            g_ptr_array_add (touched, self->at);
          if (!shanhai_record_survives (self->at, map_cb, self))
            {
              summary->n_with[shanhai_record_get_record_type (self->at)]++;
              add_gone (self, self->at);
            }
        }
    }
}

/* whether the text has those words at that place; what can't be known isn't denied */
static bool
stands_at (const char            *text,
           const ShanhaiCitation *citation)
{
  const char *at = text;

  if (citation->quote == NULL || citation->start < 0)
    return false;
  for (gint64 i = 0; i < citation->start && *at != '\0'; i++)
    at = g_utf8_next_char (at);

  return g_str_has_prefix (at, citation->quote);
}

/* Places are told in the text of the source that was cited; in another they hold only where the same words stand there. Where the
 * replacement has no text there is nothing to compare, and they stay. */
static void
settle_places (Deletion      *self,
               ShanhaiRecord *draft)
{
  ShanhaiSource *next = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, self->replacement);
  const ShanhaiCitations *citations = shanhai_record_get_citations (draft);
  const char *text = next != NULL ? shanhai_source_get_text (next) : NULL;
  g_autoptr (ShanhaiCitations) settled = NULL;

  if (citations == NULL || text == NULL)
    return;

  settled = shanhai_citations_copy (citations);
  for (guint i = 0; i < settled->n; i++)
    {
      ShanhaiCitation *citation = &settled->items[i];
      ShanhaiSource *old;

      if (!g_hash_table_contains (self->asked, citation->source))
        continue;
      old = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_SOURCE, citation->source);
      if (old != NULL && g_strcmp0 (shanhai_source_get_text (old), text) == 0)
        continue;

      g_clear_pointer (&citation->hash, g_free);
      if (!stands_at (text, citation))
        {
          citation->start = citation->length = -1;
          citation->paragraph = 0;
        }
    }
  g_object_set (draft, "citations", settled, NULL);
}

/**
 * shanhai_deletion_new_change:
 * @casebook: a casebook
 * @ids: (array zero-terminated=1): what shall go; an id may stand there twice
 * @replace_by: (nullable): a record of the same type that is named instead
 * @title: (nullable): the change's, translated
 * @summary: (out) (optional): what it does
 * @error: a #SHANHAI_DELETION_ERROR
 *
 * Returns: (transfer full) (nullable): a change that hasn't been applied
 */
ShanhaiChange *
shanhai_deletion_new_change (ShanhaiCasebook     *casebook,
                             const char * const  *ids,
                             const char          *replace_by,
                             const char          *title,
                             ShanhaiDeletion     *summary,
                             GError             **error)
{
  g_auto (Deletion) self = { casebook };
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();
  g_autofree char *own_title = NULL;
  ShanhaiDeletion counted = { 0 };
  ShanhaiChange *change;

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (casebook), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  self.asked = g_hash_table_new (g_str_hash, g_str_equal);
  self.gone = g_hash_table_new (g_str_hash, g_str_equal);
  self.order = g_ptr_array_new ();
  self.replacement = replace_by;

  if (!add_asked (&self, ids, error) || !check_replacement (&self, error) || !check_units (&self, error))
    return NULL;
  counted.n_asked = self.order->len;
  counted.replaced = replace_by != NULL;
  close_over (&self, touched, &counted);
  /* it may have been about what goes */
  if (!check_replacement (&self, error))
    return NULL;

  if (title == NULL)
    title = own_title = shanhai_deletion_dup_title (NULL, counted.n_asked);
  change = shanhai_change_new (title);
  for (guint i = 0; i < touched->len; i++)
    {
      g_autoptr (ShanhaiRecord) draft = NULL;

      self.at = touched->pdata[i];
      if (g_hash_table_contains (self.gone, shanhai_record_get_id (self.at)))
        continue;

      draft = shanhai_record_copy (self.at);
      settle_places (&self, draft);
      replace_keys (&self, draft);
      shanhai_record_map_references (draft, map_cb, &self);
      shanhai_change_put (change, draft);
      counted.n_altered++;
    }
  for (guint i = 0; i < self.order->len; i++)
    shanhai_change_delete (change, shanhai_record_get_id (self.order->pdata[i]));

  if (self.order->len > 0)
    shanhai_change_set_subject (change, shanhai_record_get_id (self.order->pdata[0]));
  if (summary != NULL)
    *summary = counted;

  return change;
}

char *
shanhai_deletion_dup_title (const char *what,
                            guint       n)
{
  if (what != NULL && n <= 1)
    return g_strdup_printf (_("Delete %s"), what);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete %u record", "Delete %u records", n), n);
}

static char *
dup_count (ShanhaiRecordType type,
           guint             n)
{
  switch (type)
    {
    case SHANHAI_RECORD_PLACE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n), n);
    case SHANHAI_RECORD_PARTY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u party", "%u parties", n), n);
    case SHANHAI_RECORD_CASE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u case", "%u cases", n), n);
    case SHANHAI_RECORD_PAIRING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u pairing", "%u pairings", n), n);
    case SHANHAI_RECORD_PROGRAMME:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u programme", "%u programmes", n), n);
    case SHANHAI_RECORD_FLOW:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u flow of money or goods", "%u flows of money or goods", n), n);
    case SHANHAI_RECORD_EXCHANGE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u exchange of people", "%u exchanges of people", n), n);
    case SHANHAI_RECORD_OBSERVATION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure", "%u figures", n), n);
    case SHANHAI_RECORD_EVENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n), n);
    case SHANHAI_RECORD_SOURCE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n), n);
    case SHANHAI_RECORD_INDICATOR:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u indicator", "%u indicators", n), n);
    case SHANHAI_RECORD_DECISION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", n), n);
    case SHANHAI_RECORD_OTHER:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other record", "%u other records", n), n);
    }
}

/* "3 pairings, 2 events and 14 figures", or NULL */
static char *
dup_counts (const ShanhaiDeletion *summary)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    if (summary->n_with[type] > 0)
      g_ptr_array_add (counts, dup_count (type, summary->n_with[type]));

  for (guint i = 0; i < counts->len; i++)
    {
      char *longer;

      if (i == 0)
        longer = g_strdup (counts->pdata[0]);
      else if (i + 1 < counts->len)
        /* Translators: joins a list but for its last part: "3 pairings, 2 events" */
        longer = g_strdup_printf (C_("list", "%s, %s"), text, (char *) counts->pdata[i]);
      else
        /* Translators: joins the last part to a list: "3 pairings, 2 events and 14 figures" */
        longer = g_strdup_printf (C_("list", "%s and %s"), text, (char *) counts->pdata[i]);
      g_free (text);
      text = longer;
    }

  return g_steal_pointer (&text);
}

static char *
dup_altered (const ShanhaiDeletion *summary)
{
  guint n = summary->n_altered;

  if (summary->replaced)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record names the other one now", "%u records name the other one now", n), n);
  if (summary->n_asked == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record no longer names it", "%u records no longer name it", n), n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record no longer names them", "%u records no longer name them", n), n);
}

/**
 * shanhai_deletion_dup_message:
 * @summary: what was done
 * @what: (nullable): what the view calls the one record that was named
 *
 * Returns: (transfer full): one line, translated, for a passing message
 */
char *
shanhai_deletion_dup_message (const ShanhaiDeletion *summary,
                              const char            *what)
{
  g_autofree char *counts = dup_counts (summary);
  GString *text = g_string_new (NULL);

  if (what != NULL && summary->n_asked == 1)
    g_string_append_printf (text, summary->replaced ? _("Replaced %s") : _("Deleted %s"), what);
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "Deleted %u record", "Deleted %u records", summary->n_asked),
                            summary->n_asked);
  if (counts != NULL)
    /* Translators: goes on after "Deleted Dongxiang County"; %s is like "3 pairings and 14 figures" */
    g_string_append_printf (text, _("; also %s"), counts);
  if (summary->n_altered > 0)
    {
      g_autofree char *altered = dup_altered (summary);

      /* Translators: goes on after "Deleted Dongxiang County; also 3 pairings"; %s is like "2 records no longer name it" */
      g_string_append_printf (text, _("; %s"), altered);
    }

  return g_string_free (text, FALSE);
}

/* shanhai-period-entry.c - times as people type them: reading, showing and saying what was understood. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-period-entry.h"

#include <glib/gi18n.h>

#include "shanhai-field-editor.h"
#include "shanhai-source.h"

#define SEPARATOR " · "

ShanhaiPeriod *
shanhai_period_entry_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%d");

  return shanhai_period_parse (text, NULL);
}

/**
 * shanhai_period_entry_dup_reference:
 * @record: (nullable): whose citations count
 * @today: what counts where no source is dated
 * @source: (out) (optional) (nullable) (transfer none)
 *
 * Returns: (transfer full): what relative times count from
 */
ShanhaiPeriod *
shanhai_period_entry_dup_reference (ShanhaiDrafts        *drafts,
                                    ShanhaiRecord        *record,
                                    const ShanhaiPeriod  *today,
                                    ShanhaiRecord       **source)
{
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;

  if (source != NULL)
    *source = NULL;
  for (guint i = 0; i < (citations != NULL ? citations->n : 0); i++)
    {
      ShanhaiRecord *cited = shanhai_drafts_lookup (drafts, citations->items[i].source);
      const ShanhaiPeriod *published = cited != NULL && SHANHAI_IS_SOURCE (cited) ? shanhai_source_get_published (SHANHAI_SOURCE (cited)) : NULL;

      if (published != NULL)
        {
          if (source != NULL)
            *source = cited;
          return shanhai_period_copy (published);
        }
    }
  return shanhai_period_copy (today);
}

/**
 * shanhai_period_entry_parse:
 * @relative: (out) (optional)
 *
 * Errors: SHANHAI_FIELD_EDITOR_ERROR_INVALID.
 *
 * Returns: (transfer full) (nullable): the period
 */
ShanhaiPeriod *
shanhai_period_entry_parse (const char           *text,
                            const ShanhaiPeriod  *reference,
                            bool                 *relative,
                            GError              **error)
{
  g_autoptr (GError) reason = NULL;
  ShanhaiPeriod *period = shanhai_period_parse_people (text, NULL, NULL);

  if (relative != NULL)
    *relative = period == NULL;
  if (period == NULL)
    period = shanhai_period_parse_people (text, reference, &reason);
  if (period != NULL)
    return period;

  if (g_error_matches (reason, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_DATE))
    g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID, _("There is no such day. Months go from 1 to 12: 2019-12-31."));
  else if (g_error_matches (reason, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_ORDER))
    g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID, _("This ends before it begins. The earlier time comes first: 2014–2020."));
  else
    g_set_error_literal (error, SHANHAI_FIELD_EDITOR_ERROR, SHANHAI_FIELD_EDITOR_ERROR_INVALID,
                         _("No time can be read from this. Write it as 2019年底, 2016年以来, 2014–2020, Dec 2019 or last year."));
  return NULL;
}

char *
shanhai_period_entry_dup_text (const ShanhaiWording *wording,
                               const ShanhaiPeriod  *period)
{
  g_autofree char *words = NULL;
  g_autoptr (ShanhaiPeriod) read = NULL;

  if (period == NULL)
    return g_strdup ("");

  words = shanhai_wording_period (wording, period);
  read = shanhai_period_parse_people (words, NULL, NULL);
  if (shanhai_period_equal (read, period))
    return g_steal_pointer (&words);
  return g_strdup (shanhai_period_get_text (period));
}

char *
shanhai_period_entry_dup_reading (const ShanhaiWording *wording,
                                  const ShanhaiPeriod  *period,
                                  const ShanhaiPeriod  *reference,
                                  ShanhaiRecord        *source)
{
  g_autofree char *words = NULL;
  g_autofree char *counted = NULL;

  if (period == NULL)
    return g_strdup ("");

  words = shanhai_wording_period (wording, period);
  if (reference != NULL)
    {
      g_autofree char *day = shanhai_wording_period (wording, reference);
      g_autofree char *title = source != NULL ? shanhai_wording_name (wording, shanhai_record_get_title (source)) : NULL;

      if (title != NULL)
        /* Translators: below an entry where "last year" was typed: a date, and the title of the source that was published then */
        counted = g_strdup_printf (_("counted from %s, when “%s” was published"), day, title);
      else
        /* Translators: below an entry where "last year" was typed */
        counted = g_strdup_printf (_("counted from today, %s"), day);
    }
  return shanhai_wording_join (SEPARATOR, (const char *[]) { words, shanhai_period_get_text (period), counted }, 3);
}

/* shanhai-source-window-storing.c - what a person keeps of an article: a source, its text, or a case of its own. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is one change. What is missing, or can't be understood, is said, and its entry gets the keyboard; then nothing is stored. */

#include "shanhai-config.h"

#include "shanhai-source-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "shanhai-history.h"
#include "shanhai-period-entry.h"
#include "shanhai-proposer.h"
#include "shanhai-quotes.h"

static ShanhaiName *
new_name (ShanhaiSourceWindow *self,
          const char          *text)
{
  const char *language = self->language != NULL && g_str_has_prefix (self->language, "en") ? "en" : "zh";

  return *text != '\0' ? shanhai_name_new (&language, &text, 1) : NULL;
}

static bool
set_imprint (ShanhaiSourceWindow *self,
             ShanhaiRecord       *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->published)));
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
  g_autofree char *names = g_strstrip (g_strdup (gtk_editable_get_text (self->authors)));
  g_autofree char *office = g_strstrip (g_strdup (gtk_editable_get_text (self->publisher)));
  g_autoptr (ShanhaiPeriod) today = shanhai_period_entry_dup_today ();
  g_autoptr (ShanhaiPeriod) published = *typed != '\0' ? shanhai_period_entry_parse (typed, today, NULL, &error) : NULL;
  g_autoptr (ShanhaiName) title = NULL, publisher = NULL;
  g_auto (GStrv) parts = *names != '\0' ? g_regex_split_simple ("\\s*[、，,;；]\\s*|(?<=\\p{Han})\\s+(?=\\p{Han})", names, 0, 0) : NULL;
  g_autoptr (ShanhaiStrings) authors = parts != NULL ? shanhai_strings_new ((const char * const *) parts, false) : NULL;

  if (error != NULL)
    {
      shanhai_message_bar_set_text (self->errors, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->published));
      return false;
    }
  if (*words == '\0')
    {
      shanhai_message_bar_set_text (self->errors, _ ("Give the source a title."));
      gtk_widget_grab_focus (GTK_WIDGET (self->title));
      return false;
    }
  title = new_name (self, words);
  publisher = new_name (self, office);
  g_object_set (draft,
                "title", title,
                "publisher", publisher,
                "authors", authors,
                "published", published,
                "url", self->url,
                "language", self->language,
                "kind", "press",
                NULL);
  return true;
}

static bool
apply (ShanhaiSourceWindow *self,
       ShanhaiChange       *change)
{
  g_autoptr (GError) error = NULL;

  if (shanhai_history_apply (shanhai_casebook_get_history (self->casebook), change, &error))
    return true;
  shanhai_message_bar_set_text (self->errors, error->message);
  return false;
}

static bool
add_text (ShanhaiSourceWindow *self,
          const char          *text)
{
  g_autoptr (ShanhaiChange) change = shanhai_quotes_new_change (self->casebook, self->source, text, _ ("Set the Text of a Source"), NULL, NULL, NULL);

  if (!apply (self, change))
    return false;
  shanhai_source_window_added (self, shanhai_record_get_id (SHANHAI_RECORD (self->source)), NULL);
  return true;
}

static bool
add_source (ShanhaiSourceWindow *self,
            const char          *text)
{
  g_autoptr (ShanhaiRecord) draft = shanhai_record_new (SHANHAI_RECORD_SOURCE, NULL);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_SOURCE);
  g_autofree char *named = NULL;

  if (!set_imprint (self, draft))
    return false;
  g_object_set (draft, "id", id, "text", *text != '\0' ? text : NULL, NULL);
  /* Translators: what undo names: %s is a title */
  named = g_strdup_printf (_ ("Add Source “%s”"), gtk_editable_get_text (self->title));
  change = shanhai_change_new (named);
  shanhai_change_put (change, draft);
  if (!apply (self, change))
    return false;
  shanhai_source_window_added (self, id, NULL);
  return true;
}

/* source, case, and the figures where that is wanted: one change */
static bool
add_case (ShanhaiSourceWindow *self)
{
  g_autoptr (ShanhaiRecord) source = shanhai_record_copy (self->draft_source);
  g_autoptr (ShanhaiRecord) the_case = self->draft_case != NULL ? shanhai_record_copy (self->draft_case) : shanhai_record_new (SHANHAI_RECORD_CASE, NULL);
  g_autoptr (ShanhaiChange) change = NULL;
  g_autoptr (ShanhaiName) title = new_name (self, gtk_editable_get_text (self->case_title));
  g_autofree char *named = g_strdup_printf (_ ("Add Case “%s”"), gtk_editable_get_text (self->case_title));

  if (!set_imprint (self, source))
    return false;
  if (title == NULL)
    {
      shanhai_message_bar_set_text (self->errors, _ ("Give the case a title."));
      gtk_widget_grab_focus (GTK_WIDGET (self->case_title));
      return false;
    }
  g_object_set (source, "text", self->read_text, NULL);
  g_object_set (the_case, "title", title, NULL);
  if (shanhai_record_get_id (the_case) == NULL)
    {
      g_autofree char *id = shanhai_record_type_new_id (SHANHAI_RECORD_CASE);

      g_object_set (the_case, "id", id, NULL);
    }

  change = shanhai_change_new (named);
  shanhai_change_put (change, source);
  shanhai_change_put (change, the_case);
  if (gtk_check_button_get_active (self->case_figures))
    {
      g_autoptr (ShanhaiProposer) proposer = shanhai_proposer_new (self->drafts, SHANHAI_SOURCE (self->draft_source), self->read_text, self->reading);

      shanhai_proposer_set_case (proposer, SHANHAI_CASE (the_case));
      for (guint i = 0; i < shanhai_reading_get_n (self->reading); i++)
        {
          g_autoptr (ShanhaiRecord) record = shanhai_proposer_propose (proposer, i);

          shanhai_change_put (change, record);
        }
    }
  shanhai_drafts_complete (self->drafts, change);
  if (!apply (self, change))
    return false;
  shanhai_source_window_added (self, shanhai_record_get_id (source), shanhai_record_get_id (the_case));
  return true;
}

bool
shanhai_source_window_add (ShanhaiSourceWindow *self)
{
  g_autofree char *text = NULL;
  bool done;

  g_return_val_if_fail (SHANHAI_IS_SOURCE_WINDOW (self), false);

  if (self->look_id != 0)
    shanhai_source_window_look (self);
  text = shanhai_source_window_dup_text (self);
  done = self->mode == SHANHAI_SOURCE_WINDOW_TEXT ? add_text (self, text) : self->mode == SHANHAI_SOURCE_WINDOW_CASE ? add_case (self) : add_source (self, text);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  return done;
}

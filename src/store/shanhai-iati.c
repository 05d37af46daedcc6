/* shanhai-iati.c - a casebook as activities of the IATI standard, version 2.03. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema orders the elements of an activity; they are written in that order: identifier, reporting-org, title, description,
 * participating-org, activity-status, activity-date, recipient-country, location, sector, tag, planned-disbursement, transaction, result. */

#include "shanhai-config.h"

#include "shanhai-iati.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-case.h"
#include "shanhai-flow.h"
#include "shanhai-observation.h"
#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-programme.h"
#include "shanhai-vocabulary.h"
#include "shanhai-xml-writer.h"

typedef enum
{
  LEFT_FLOW_UNIT,
  LEFT_FLOW_DATE,
  LEFT_OBSERVATION_DATE,
  LEFT_NO_CASE,
  N_LEFT,
} Left;

typedef struct
{
  ShanhaiCasebook          *casebook;
  const ShanhaiIatiOptions *options;
  ShanhaiLanguage           language;
  ShanhaiXmlWriter          xml;
  char                     *reporter;
  guint                     left[N_LEFT];
} Writer;

/* -- texts -- */

static void
narrative (Writer     *self,
           const char *text,
           const char *language)
{
  shanhai_xml_add_text (&self->xml, "narrative", language != NULL ? SHANHAI_XML_ATTRIBUTES ("xml:lang", language) : NULL, text);
}

/* in each of its languages; a plain name is in the casebook's */
static void
narratives (Writer            *self,
            const ShanhaiName *name)
{
  for (guint i = 0; i < shanhai_name_get_n (name); i++)
    {
      const char *language = NULL;
      const char *text = shanhai_name_get_nth (name, i, &language);

      narrative (self, text, shanhai_name_is_plain (name) ? NULL : language);
    }
}

static void
named (Writer             *self,
       const char         *element,
       const char * const *attributes,
       const ShanhaiName  *name,
       const char         *otherwise)
{
  shanhai_xml_begin (&self->xml, element, attributes);
  if (name != NULL && shanhai_name_get_n (name) > 0)
    narratives (self, name);
  else
    narrative (self, otherwise, NULL);
  shanhai_xml_end (&self->xml, element);
}

/* both of its languages */
static void
term_narratives (Writer     *self,
                 const char *scheme,
                 const char *key)
{
  const ShanhaiTerm *term = shanhai_vocabulary_find (scheme, key);

  if (term == NULL)
    {
      narrative (self, key, NULL);
      return;
    }
  if (term->en != NULL)
    narrative (self, term->en, "en");
  if (term->zh != NULL)
    narrative (self, term->zh, "zh");
}

/* -- times -- */

/* day 0 is the first of March of the year 0 (transfer full) */
static char *
dup_iso (gint32 day)
{
  GDate date;
  /* 0000-03-01 to 0001-01-01 */
  const gint64 julian = (gint64) day - 306 + 1;

  if (julian < 1 || julian > 3652059)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static char *
dup_first (const ShanhaiPeriod *period)
{
  if (period == NULL || shanhai_period_is_open_start (period) || shanhai_period_get_first_day (period) == SHANHAI_DAY_BEFORE_ALL)
    return NULL;

  return dup_iso (shanhai_period_get_first_day (period));
}

static char *
dup_last (const ShanhaiPeriod *period)
{
  if (period == NULL || shanhai_period_is_open_end (period) || shanhai_period_get_last_day (period) == SHANHAI_DAY_AFTER_ALL)
    return NULL;

  return dup_iso (shanhai_period_get_last_day (period));
}

/* the one day that IATI wants: the last, where that is open the first */
static char *
dup_day (const ShanhaiPeriod *period)
{
  char *day = dup_last (period);

  return day != NULL ? day : dup_first (period);
}

/* -- an activity -- */

static const char *
get_org_type (ShanhaiRecord *record)
{
  const char *kind;

  if (SHANHAI_IS_PLACE (record))
    return g_strcmp0 (shanhai_place_get_level (SHANHAI_PLACE (record)), "country") == 0 ? "10" : "11";

  kind = shanhai_party_get_kind (SHANHAI_PARTY (record));
  if (g_strcmp0 (kind, "government") == 0 || g_strcmp0 (kind, "department") == 0)
    return "11";
  if (g_strcmp0 (kind, "enterprise") == 0)
    return "70";
  if (g_strcmp0 (kind, "social-organisation") == 0)
    return "22";
  if (g_strcmp0 (kind, "school") == 0)
    return "80";

  return "15";
}

static void
write_participant (Writer     *self,
                   const char *id,
                   const char *role)
{
  ShanhaiRecord *record = shanhai_casebook_lookup (self->casebook, id);

  if (record != NULL && (SHANHAI_IS_PLACE (record) || SHANHAI_IS_PARTY (record)))
    named (self, "participating-org", SHANHAI_XML_ATTRIBUTES ("role", role, "type", get_org_type (record)), shanhai_record_get_title (record), id);
}

static guint
write_participants (Writer             *self,
                    const char * const *ids,
                    const char         *role)
{
  guint n = 0;

  for (; ids != NULL && ids[n] != NULL; n++)
    write_participant (self, ids[n], role);

  return n;
}

static void
write_location (Writer     *self,
                const char *id)
{
  ShanhaiPlace *place = shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_PLACE, id);
  g_autofree char *ref = NULL;
  const char *code;

  if (place == NULL)
    return;

  code = shanhai_place_get_code (place);
  /* the list of vocabularies has no GB/T 2260: the reporter's own reference it is */
  ref = code != NULL ? g_strconcat ("CN-GBT2260-", code, NULL) : g_strdup (id);
  shanhai_xml_begin (&self->xml, "location", SHANHAI_XML_ATTRIBUTES ("ref", ref));
  named (self, "name", NULL, shanhai_place_get_name (place), id);
  shanhai_xml_add_empty (&self->xml, "administrative", SHANHAI_XML_ATTRIBUTES ("vocabulary", "A4", "level", "0", "code", "CN"));
  shanhai_xml_end (&self->xml, "location");
}

static void
write_tags (Writer     *self,
            GHashTable *sectors)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (sectors), (GCompareFunc) strcmp);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      shanhai_xml_begin (&self->xml, "tag", SHANHAI_XML_ATTRIBUTES ("vocabulary", "99", "code", l->data));
      term_narratives (self, "sectors", l->data);
      shanhai_xml_end (&self->xml, "tag");
    }
}

/* -- money -- */

static bool
is_money (const ShanhaiQuantity *amount)
{
  return amount != NULL && (strcmp (amount->unit, "CNY") == 0 || strcmp (amount->unit, "USD") == 0);
}

static void
write_end (Writer            *self,
           const char        *element,
           const ShanhaiEnds *ends)
{
  if (ends == NULL || ends->n == 0)
    return;

  shanhai_xml_begin (&self->xml, element, NULL);
  if (ends->n == 1 && ends->items[0].id != NULL && shanhai_casebook_lookup (self->casebook, ends->items[0].id) != NULL &&
      shanhai_record_get_title (shanhai_casebook_lookup (self->casebook, ends->items[0].id)) != NULL)
    narratives (self, shanhai_record_get_title (shanhai_casebook_lookup (self->casebook, ends->items[0].id)));
  else
    {
      g_autofree char *label = shanhai_casebook_dup_ends_label (self->casebook, ends, self->language);

      narrative (self, label, shanhai_language_get_code (self->language));
    }
  shanhai_xml_end (&self->xml, element);
}

static const char *
get_transaction_type (ShanhaiFlow *flow)
{
  const char *kind = shanhai_flow_get_kind (flow);

  if (g_strcmp0 (shanhai_flow_get_status (flow), "committed") == 0)
    return "2";
  if (g_strcmp0 (kind, "purchase") == 0 || g_strcmp0 (kind, "reimbursement") == 0)
    return "4";

  return "3";
}

static void
write_value (Writer                *self,
             const ShanhaiQuantity *amount,
             const char            *day)
{
  g_autofree char *value = shanhai_decimal_to_string (&amount->value);

  shanhai_xml_add_text (&self->xml, "value", SHANHAI_XML_ATTRIBUTES ("currency", amount->unit, "value-date", day), value);
}

/* the value alone would claim more than was printed */
static void
write_flow_description (Writer      *self,
                        ShanhaiFlow *flow)
{
  g_autofree char *printed = shanhai_vocabulary_format_quantity (shanhai_flow_get_amount (flow), self->language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL);
  const char *kind = shanhai_vocabulary_get_label ("kinds.flow", shanhai_flow_get_kind (flow), self->language);
  const char *sector = shanhai_vocabulary_get_label ("sectors", shanhai_flow_get_sector (flow), self->language);
  g_autofree char *period = shanhai_flow_get_period (flow) != NULL ? shanhai_period_format (shanhai_flow_get_period (flow), self->language) : NULL;
  g_autoptr (GString) text = g_string_new (printed);

  if (*kind != '\0')
    g_string_append_printf (text, "; %s", kind);
  if (*sector != '\0')
    g_string_append_printf (text, "; %s", sector);
  if (period != NULL)
    g_string_append_printf (text, "; %s", period);
  if (shanhai_flow_get_part_of (flow) != NULL)
    g_string_append_printf (text, "; %s", shanhai_words_context (self->options->words, "iati", "part of a larger amount that is listed too"));

  shanhai_xml_begin (&self->xml, "description", NULL);
  narrative (self, text->str, shanhai_language_get_code (self->language));
  shanhai_xml_end (&self->xml, "description");
}

static void
write_transaction (Writer      *self,
                   ShanhaiFlow *flow,
                   const char  *day)
{
  const char *kind = shanhai_flow_get_kind (flow);

  shanhai_xml_begin (&self->xml, "transaction", SHANHAI_XML_ATTRIBUTES ("ref", shanhai_record_get_id (SHANHAI_RECORD (flow))));
  shanhai_xml_add_empty (&self->xml, "transaction-type", SHANHAI_XML_ATTRIBUTES ("code", get_transaction_type (flow)));
  shanhai_xml_add_empty (&self->xml, "transaction-date", SHANHAI_XML_ATTRIBUTES ("iso-date", day));
  write_value (self, shanhai_flow_get_amount (flow), day);
  write_flow_description (self, flow);
  write_end (self, "provider-org", shanhai_flow_get_from (flow));
  write_end (self, "receiver-org", shanhai_flow_get_to (flow));
  if (g_strcmp0 (kind, "donation") == 0)
    shanhai_xml_add_empty (&self->xml, "flow-type", SHANHAI_XML_ATTRIBUTES ("code", "30"));
  if (g_strcmp0 (kind, "loan") == 0)
    shanhai_xml_add_empty (&self->xml, "finance-type", SHANHAI_XML_ATTRIBUTES ("code", "421"));
  else if (g_strcmp0 (kind, "fiscal") == 0 || g_strcmp0 (kind, "donation") == 0)
    shanhai_xml_add_empty (&self->xml, "finance-type", SHANHAI_XML_ATTRIBUTES ("code", "110"));
  shanhai_xml_end (&self->xml, "transaction");
}

static void
write_planned (Writer      *self,
               ShanhaiFlow *flow,
               const char  *day)
{
  g_autofree char *first = dup_first (shanhai_flow_get_period (flow));
  g_autofree char *last = dup_last (shanhai_flow_get_period (flow));

  shanhai_xml_begin (&self->xml, "planned-disbursement", SHANHAI_XML_ATTRIBUTES ("type", "1"));
  shanhai_xml_add_empty (&self->xml, "period-start", SHANHAI_XML_ATTRIBUTES ("iso-date", first != NULL ? first : day));
  if (last != NULL)
    shanhai_xml_add_empty (&self->xml, "period-end", SHANHAI_XML_ATTRIBUTES ("iso-date", last));
  write_value (self, shanhai_flow_get_amount (flow), day);
  write_end (self, "provider-org", shanhai_flow_get_from (flow));
  write_end (self, "receiver-org", shanhai_flow_get_to (flow));
  shanhai_xml_end (&self->xml, "planned-disbursement");
}

static void
write_flows (Writer     *self,
             GListModel *flows,
             bool        planned,
             bool        count)
{
  for (guint i = 0; i < g_list_model_get_n_items (flows); i++)
    {
      g_autoptr (ShanhaiFlow) flow = g_list_model_get_item (flows, i);
      const ShanhaiQuantity *amount = shanhai_flow_get_amount (flow);
      g_autofree char *day = dup_day (shanhai_flow_get_period (flow));
      const bool is_planned = g_strcmp0 (shanhai_flow_get_status (flow), "planned") == 0 || (amount != NULL && amount->planned);

      if (is_planned != planned)
        continue;
      if (!is_money (amount))
        self->left[LEFT_FLOW_UNIT] += count;
      else if (day == NULL)
        self->left[LEFT_FLOW_DATE] += count;
      else if (planned)
        write_planned (self, flow, day);
      else
        write_transaction (self, flow, day);
    }
}

/* -- results -- */

static void
write_figure (Writer             *self,
              const char         *element,
              ShanhaiObservation *observation)
{
  const ShanhaiQuantity *quantity = shanhai_observation_get_value (observation);
  g_autofree char *value = shanhai_decimal_to_string (&quantity->value);
  g_autofree char *printed = shanhai_vocabulary_format_quantity (quantity, self->language, SHANHAI_NUMBER_STYLE_AUTO, SHANHAI_NUMBER_FULL);

  if (strcmp (element, "baseline") == 0)
    {
      g_autofree char *day = dup_day (shanhai_observation_get_period (observation));
      g_autofree char *year = g_strndup (day, 4);

      shanhai_xml_begin (&self->xml, element, SHANHAI_XML_ATTRIBUTES ("year", year, "iso-date", day, "value", value));
    }
  else
    shanhai_xml_begin (&self->xml, element, SHANHAI_XML_ATTRIBUTES ("value", value));
  shanhai_xml_begin (&self->xml, "comment", NULL);
  narrative (self, printed, shanhai_language_get_code (self->language));
  shanhai_xml_end (&self->xml, "comment");
  shanhai_xml_end (&self->xml, element);
}

static void
write_period (Writer             *self,
              ShanhaiObservation *observation)
{
  g_autofree char *day = dup_day (shanhai_observation_get_period (observation));
  g_autofree char *first = dup_first (shanhai_observation_get_period (observation));

  shanhai_xml_begin (&self->xml, "period", NULL);
  shanhai_xml_add_empty (&self->xml, "period-start", SHANHAI_XML_ATTRIBUTES ("iso-date", first != NULL ? first : day));
  shanhai_xml_add_empty (&self->xml, "period-end", SHANHAI_XML_ATTRIBUTES ("iso-date", day));
  write_figure (self, g_strcmp0 (shanhai_observation_get_role (observation), "target") == 0 ? "target" : "actual", observation);
  shanhai_xml_end (&self->xml, "period");
}

static void
write_indicator_title (Writer     *self,
                       const char *key)
{
  shanhai_xml_begin (&self->xml, "title", NULL);
  if (shanhai_vocabulary_find ("indicators", key) != NULL)
    term_narratives (self, "indicators", key);
  else
    narrative (self, shanhai_casebook_get_indicator_label (self->casebook, key, self->language), NULL);
  shanhai_xml_end (&self->xml, "title");
}

/* `group`: observations of one indicator and one subject */
static void
write_result (Writer    *self,
              GPtrArray *group)
{
  ShanhaiObservation *first = group->pdata[0];
  const char *key = shanhai_observation_get_indicator (first);
  const ShanhaiTerm *term = shanhai_vocabulary_find ("indicators", key);
  const char *unit = shanhai_observation_get_value (first)->unit;
  g_autofree char *subject = shanhai_observation_get_subject (first) != NULL
                               ? shanhai_casebook_dup_label (self->casebook, shanhai_observation_get_subject (first), self->language) : NULL;

  shanhai_xml_begin (&self->xml, "result", SHANHAI_XML_ATTRIBUTES ("type", term != NULL && term->stock ? "2" : "1", "aggregation-status", "0"));
  write_indicator_title (self, key);
  if (subject != NULL)
    {
      shanhai_xml_begin (&self->xml, "description", NULL);
      narrative (self, subject, shanhai_language_get_code (self->language));
      shanhai_xml_end (&self->xml, "description");
    }
  shanhai_xml_begin (&self->xml, "indicator",
                     SHANHAI_XML_ATTRIBUTES ("measure", strcmp (unit, "percent") == 0 ? "2" : "1",
                                             "ascending", term != NULL && g_strcmp0 (term->direction, "falling-is-good") == 0 ? "0" : "1",
                                             "aggregation-status", "0"));
  write_indicator_title (self, key);
  for (guint i = 0; i < group->len; i++)
    if (g_strcmp0 (shanhai_observation_get_role (group->pdata[i]), "baseline") == 0)
      write_figure (self, "baseline", group->pdata[i]);
  for (guint i = 0; i < group->len; i++)
    if (g_strcmp0 (shanhai_observation_get_role (group->pdata[i]), "baseline") != 0)
      write_period (self, group->pdata[i]);
  shanhai_xml_end (&self->xml, "indicator");
  shanhai_xml_end (&self->xml, "result");
}

static void
write_results (Writer     *self,
               GListModel *observations)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (observations); i++)
    {
      g_autoptr (ShanhaiObservation) observation = g_list_model_get_item (observations, i);
      const char *subject = shanhai_observation_get_subject (observation);
      g_autofree char *day = dup_day (shanhai_observation_get_period (observation));
      g_autofree char *key = NULL;
      GPtrArray *group;

      if (shanhai_observation_get_value (observation) == NULL || shanhai_observation_get_indicator (observation) == NULL || day == NULL)
        {
          self->left[LEFT_OBSERVATION_DATE]++;
          continue;
        }
      key = g_strconcat (shanhai_observation_get_indicator (observation), " ", subject, NULL);
      group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
          g_ptr_array_add (order, group);
        }
      g_ptr_array_add (group, g_steal_pointer (&observation));
    }

  for (guint i = 0; i < order->len; i++)
    write_result (self, order->pdata[i]);
}

/* -- the whole -- */

static GHashTable *
collect_sectors (GListModel *programmes,
                 GListModel *flows)
{
  GHashTable *sectors = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (ShanhaiProgramme) programme = g_list_model_get_item (programmes, i);

      if (shanhai_programme_get_sector (programme) != NULL)
        g_hash_table_add (sectors, (gpointer) shanhai_programme_get_sector (programme));
    }
  for (guint i = 0; i < g_list_model_get_n_items (flows); i++)
    {
      g_autoptr (ShanhaiFlow) flow = g_list_model_get_item (flows, i);

      if (shanhai_flow_get_sector (flow) != NULL)
        g_hash_table_add (sectors, (gpointer) shanhai_flow_get_sector (flow));
    }

  return sectors;
}

static void
write_programmes (Writer     *self,
                  GListModel *programmes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (programmes); i++)
    {
      g_autoptr (ShanhaiRecord) programme = g_list_model_get_item (programmes, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", shanhai_name_get (shanhai_record_get_title (programme), self->language));
    }
  if (text->len == 0)
    return;

  shanhai_xml_begin (&self->xml, "description", SHANHAI_XML_ATTRIBUTES ("type", "4"));
  narrative (self, text->str, shanhai_language_get_code (self->language));
  shanhai_xml_end (&self->xml, "description");
}

static void
write_status_and_dates (Writer              *self,
                        const ShanhaiPeriod *period)
{
  g_autofree char *first = dup_first (period);
  g_autofree char *last = dup_last (period);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const bool over = last != NULL && strcmp (last, today) < 0;

  shanhai_xml_add_empty (&self->xml, "activity-status", SHANHAI_XML_ATTRIBUTES ("code", over ? "4" : "2"));
  if (first != NULL)
    shanhai_xml_add_empty (&self->xml, "activity-date", SHANHAI_XML_ATTRIBUTES ("type", "2", "iso-date", first));
  if (last != NULL)
    shanhai_xml_add_empty (&self->xml, "activity-date", SHANHAI_XML_ATTRIBUTES ("type", over ? "4" : "3", "iso-date", last));
}

static void
write_activity (Writer      *self,
                ShanhaiCase *record)
{
  const char *id = shanhai_record_get_id (SHANHAI_RECORD (record));
  g_autoptr (GListModel) programmes = shanhai_casebook_list_case (self->casebook, SHANHAI_RECORD_PROGRAMME, id);
  g_autoptr (GListModel) flows = shanhai_casebook_list_case (self->casebook, SHANHAI_RECORD_FLOW, id);
  g_autoptr (GListModel) observations = shanhai_casebook_list_case (self->casebook, SHANHAI_RECORD_OBSERVATION, id);
  g_autoptr (GHashTable) sectors = collect_sectors (programmes, flows);
  g_autofree char *identifier = g_strconcat (self->reporter, "-", id, NULL);
  const char *kind = shanhai_case_get_kind (record) != NULL ? shanhai_case_get_kind (record) : "other";
  const char *language = shanhai_casebook_get_language (self->casebook);

  shanhai_xml_begin (&self->xml, "iati-activity", SHANHAI_XML_ATTRIBUTES ("xml:lang", language != NULL ? language : "zh", "default-currency", "CNY"));
  shanhai_xml_add_text (&self->xml, "iati-identifier", NULL, identifier);
  shanhai_xml_begin (&self->xml, "reporting-org", SHANHAI_XML_ATTRIBUTES ("ref", self->reporter, "type", "11", "secondary-reporter", "1"));
  if (self->options->org_name != NULL)
    narrative (self, self->options->org_name, NULL);
  else if (shanhai_casebook_get_title (self->casebook) != NULL)
    narratives (self, shanhai_casebook_get_title (self->casebook));
  else
    narrative (self, self->reporter, NULL);
  shanhai_xml_end (&self->xml, "reporting-org");
  named (self, "title", NULL, shanhai_case_get_title (record), id);
  named (self, "description", SHANHAI_XML_ATTRIBUTES ("type", "1"), shanhai_case_get_summary (record) != NULL ? shanhai_case_get_summary (record) : shanhai_case_get_title (record), id);
  write_programmes (self, programmes);

  if (write_participants (self, shanhai_case_get_assisting (record), "1") + write_participants (self, shanhai_case_get_assisted (record), "4") == 0)
    named (self, "participating-org", SHANHAI_XML_ATTRIBUTES ("role", "4", "type", "11"), NULL, self->reporter);
  write_status_and_dates (self, shanhai_case_get_period (record));
  shanhai_xml_add_empty (&self->xml, "recipient-country", SHANHAI_XML_ATTRIBUTES ("code", "CN", "percentage", "100"));
  for (const char * const *p = shanhai_case_get_assisted (record); p != NULL && *p != NULL; p++)
    write_location (self, *p);
  shanhai_xml_begin (&self->xml, "sector", SHANHAI_XML_ATTRIBUTES ("vocabulary", "99", "code", kind, "percentage", "100"));
  term_narratives (self, "kinds.case", kind);
  shanhai_xml_end (&self->xml, "sector");
  write_tags (self, sectors);
  write_flows (self, flows, true, true);
  write_flows (self, flows, false, true);
  write_results (self, observations);
  shanhai_xml_end (&self->xml, "iati-activity");
}

/* `message` holds one %u */
static void
tell (GPtrArray  *left_out,
      guint       n,
      const char *message)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0)
    return;
  parts = g_strsplit (message, "%u", 2);
  g_ptr_array_add (left_out, g_strjoinv (number, parts));
}

static guint
count (Writer            *self,
       ShanhaiRecordType  type)
{
  return shanhai_record_list_get_n (shanhai_casebook_get_list (self->casebook, type));
}

static void
count_without_case (Writer            *self,
                    ShanhaiRecordType  type)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (self->casebook, type);

  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      const char *id = shanhai_record_get_case_id (shanhai_record_list_peek (list, i));

      self->left[LEFT_NO_CASE] += id == NULL || shanhai_casebook_lookup_as (self->casebook, SHANHAI_RECORD_CASE, id) == NULL;
    }
}

static void
tell_left_out (Writer    *self,
               GPtrArray *left_out)
{
  count_without_case (self, SHANHAI_RECORD_FLOW);
  count_without_case (self, SHANHAI_RECORD_OBSERVATION);

  if (self->options->org_ref == NULL)
    g_ptr_array_add (left_out, g_strdup (_("the reporting organisation has no identifier yet; “unregistered” stands for it: name one with --org-ref before publishing")));
  tell (left_out, count (self, SHANHAI_RECORD_PAIRING),
        ngettext ("%u pairing is left out: IATI has no place for it", "%u pairings are left out: IATI has no place for them", count (self, SHANHAI_RECORD_PAIRING)));
  tell (left_out, count (self, SHANHAI_RECORD_EXCHANGE),
        ngettext ("%u exchange of people is left out: IATI has no place for it", "%u exchanges of people are left out: IATI has no place for them", count (self, SHANHAI_RECORD_EXCHANGE)));
  tell (left_out, count (self, SHANHAI_RECORD_EVENT),
        ngettext ("%u event is left out: IATI has no place for it", "%u events are left out: IATI has no place for them", count (self, SHANHAI_RECORD_EVENT)));
  tell (left_out, count (self, SHANHAI_RECORD_SOURCE),
        ngettext ("%u source is left out, with the citations of it: IATI has no place for them", "%u sources are left out, with the citations of them: IATI has no place for them", count (self, SHANHAI_RECORD_SOURCE)));
  tell (left_out, count (self, SHANHAI_RECORD_DECISION),
        ngettext ("%u decision is left out: IATI has no place for it", "%u decisions are left out: IATI has no place for them", count (self, SHANHAI_RECORD_DECISION)));
  tell (left_out, count (self, SHANHAI_RECORD_OTHER),
        ngettext ("%u record of an unknown type is left out", "%u records of unknown types are left out", count (self, SHANHAI_RECORD_OTHER)));
  tell (left_out, self->left[LEFT_FLOW_UNIT],
        ngettext ("%u flow is left out: it has no amount of money", "%u flows are left out: they have no amounts of money", self->left[LEFT_FLOW_UNIT]));
  tell (left_out, self->left[LEFT_FLOW_DATE],
        ngettext ("%u flow is left out: it has no date", "%u flows are left out: they have no dates", self->left[LEFT_FLOW_DATE]));
  tell (left_out, self->left[LEFT_OBSERVATION_DATE],
        ngettext ("%u figure is left out: it has no value, indicator or date", "%u figures are left out: they have no value, indicator or date", self->left[LEFT_OBSERVATION_DATE]));
  tell (left_out, self->left[LEFT_NO_CASE],
        ngettext ("%u flow or figure is left out: it belongs to no case", "%u flows and figures are left out: they belong to no case", self->left[LEFT_NO_CASE]));
}

GBytes *
shanhai_casebook_to_iati (ShanhaiCasebook          *casebook,
                          const ShanhaiIatiOptions *options,
                          GPtrArray                *left_out)
{
  ShanhaiRecordList *cases = shanhai_casebook_get_list (casebook, SHANHAI_RECORD_CASE);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *generated = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  Writer self = { casebook, options, shanhai_words_get_language (options->words), SHANHAI_XML_WRITER_INIT };

  self.reporter = g_strdup (options->org_ref != NULL ? options->org_ref : "unregistered");
  shanhai_xml_begin (&self.xml, "iati-activities", SHANHAI_XML_ATTRIBUTES ("version", "2.03", "generated-datetime", generated));
  for (guint i = 0; i < shanhai_record_list_get_n (cases); i++)
    write_activity (&self, SHANHAI_CASE (shanhai_record_list_peek (cases, i)));
  shanhai_xml_end (&self.xml, "iati-activities");

  tell_left_out (&self, left_out);
  g_free (self.reporter);

  return shanhai_xml_free_to_bytes (&self.xml);
}

/* shanhai-record-editor-fields.c - which members of a record its form shows, in which order, by which names. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-record-editor-fields.h"

#include <glib/gi18n.h>

#define PLAIN SHANHAI_FORM_PLAIN
#define REQUIRED SHANHAI_FORM_REQUIRED
#define MORE SHANHAI_FORM_MORE
#define LONG SHANHAI_FORM_LONG
#define HIDDEN SHANHAI_FORM_HIDDEN

/* A letter is the mnemonic of one field of a form; C, S, M and H are Cancel, Save, More and Where. What few need may go without. */
#define NOTE { "note", NC_ ("field", "Not_e"), MORE | LONG }
#define TAGS { "tags", NC_ ("field", "Tags"), MORE }
#define CITATIONS { "citations", NC_ ("field", "Citations"), PLAIN }

static const ShanhaiFormField place[] = {
  { "name", NC_ ("field", "_Name"), REQUIRED },
  { "level", NC_ ("field", "_Level"), PLAIN },
  { "parent", NC_ ("field", "Lies _in"), PLAIN },
  { "code", NC_ ("field", "O_fficial code"), PLAIN },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField party[] = {
  { "name", NC_ ("field", "_Name"), REQUIRED },
  { "kind", NC_ ("field", "_Kind"), PLAIN },
  { "place", NC_ ("field", "_Place"), PLAIN },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField the_case[] = {
  { "title", NC_ ("field", "_Title"), REQUIRED },
  { "kind", NC_ ("field", "_Kind"), PLAIN },
  { "assisting", NC_ ("field", "_Assisting side"), PLAIN },
  { "assisted", NC_ ("field", "Assiste_d side"), PLAIN },
  { "period", NC_ ("field", "_Period"), PLAIN },
  { "approach", NC_ ("field", "App_roach"), MORE },
  { "summary", NC_ ("field", "S_ummary"), MORE | LONG },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField pairing[] = {
  { "level", NC_ ("field", "_Level"), PLAIN },
  { "assisting", NC_ ("field", "_Assisting side"), REQUIRED },
  { "assisted", NC_ ("field", "Assiste_d side"), REQUIRED },
  { "period", NC_ ("field", "_Period"), PLAIN },
  { "case", NC_ ("field", "Case"), MORE | REQUIRED },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField programme[] = {
  { "title", NC_ ("field", "_Title"), REQUIRED },
  { "sector", NC_ ("field", "Sect_or"), PLAIN },
  { "place", NC_ ("field", "P_lace"), PLAIN },
  { "parties", NC_ ("field", "P_arties"), PLAIN },
  { "period", NC_ ("field", "_Period"), PLAIN },
  { "status", NC_ ("field", "Stat_us"), PLAIN },
  { "mode", NC_ ("field", "Mo_de"), MORE },
  { "case", NC_ ("field", "Case"), MORE | REQUIRED },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField flow[] = {
  { "amount", NC_ ("field", "_Amount"), REQUIRED },
  { "from", NC_ ("field", "_From"), PLAIN },
  { "to", NC_ ("field", "T_o"), PLAIN },
  { "period", NC_ ("field", "_Period"), PLAIN },
  { "cumulative", NC_ ("field", "Total over the _whole period"), PLAIN },
  { "kind", NC_ ("field", "_Kind"), PLAIN },
  { "status", NC_ ("field", "Stat_us"), PLAIN },
  { "sector", NC_ ("field", "Secto_r"), PLAIN },
  { "via", NC_ ("field", "_Via"), MORE },
  { "part_of", NC_ ("field", "Par_t of"), MORE },
  { "programme", NC_ ("field", "Pro_gramme"), MORE },
  { "basis", NC_ ("field", "_Basis"), MORE },
  { "case", NC_ ("field", "Case"), MORE | REQUIRED },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField exchange[] = {
  { "count", NC_ ("field", "N_umber"), REQUIRED },
  { "role", NC_ ("field", "_Who"), PLAIN },
  { "direction", NC_ ("field", "_Direction"), PLAIN },
  { "purpose", NC_ ("field", "_Purpose"), PLAIN },
  { "period", NC_ ("field", "Per_iod"), PLAIN },
  { "sessions", NC_ ("field", "Sessio_ns"), MORE },
  { "programme", NC_ ("field", "Pro_gramme"), MORE },
  { "case", NC_ ("field", "Case"), MORE | REQUIRED },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField observation[] = {
  { "indicator", NC_ ("field", "_Indicator"), REQUIRED },
  { "subject", NC_ ("field", "Su_bject"), REQUIRED },
  { "value", NC_ ("field", "_Value"), REQUIRED },
  { "period", NC_ ("field", "As _of"), PLAIN },
  { "cumulative", NC_ ("field", "Total over the _whole period"), PLAIN },
  { "role", NC_ ("field", "_Role"), PLAIN },
  { "basis", NC_ ("field", "How it was co_unted"), MORE },
  { "part_of", NC_ ("field", "Par_t of"), MORE },
  { "programme", NC_ ("field", "Pro_gramme"), MORE },
  { "case", NC_ ("field", "Case"), MORE },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField event[] = {
  { "title", NC_ ("field", "_Title"), REQUIRED },
  { "kind", NC_ ("field", "_Kind"), PLAIN },
  { "period", NC_ ("field", "_When"), PLAIN },
  { "parties", NC_ ("field", "P_arties"), PLAIN },
  { "case", NC_ ("field", "Case"), MORE | REQUIRED },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField source[] = {
  { "title", NC_ ("field", "_Title"), REQUIRED },
  { "publisher", NC_ ("field", "Pu_blisher"), PLAIN },
  { "published", NC_ ("field", "Published _on"), PLAIN },
  { "text", NC_ ("field", "Te_xt"), LONG },
  { "url", NC_ ("field", "_Address"), PLAIN },
  { "kind", NC_ ("field", "_Kind"), PLAIN },
  { "authors", NC_ ("field", "A_uthors"), MORE },
  { "language", NC_ ("field", "_Language"), MORE },
  { "reprint_of", NC_ ("field", "_Reprint of"), MORE },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField indicator[] = {
  { "name", NC_ ("field", "_Name"), REQUIRED },
  { "unit", NC_ ("field", "_Unit"), REQUIRED },
  { "direction", NC_ ("field", "_Good when"), PLAIN },
  { "sector", NC_ ("field", "Sect_or"), PLAIN },
  { "formula", NC_ ("field", "_Formula"), MORE },
  { "key", NC_ ("field", "_Key"), MORE },
  NOTE, TAGS, CITATIONS,
};

static const ShanhaiFormField decision[] = {
  { "about", NC_ ("field", "About"), HIDDEN },
  { "verdict", NC_ ("field", "_Verdict"), PLAIN },
  { "prefers", NC_ ("field", "_Prefers"), MORE },
  { "reason", NC_ ("field", "_Reason"), LONG },
  { "by", NC_ ("field", "_By"), PLAIN },
  { "on", NC_ ("field", "_On"), PLAIN },
  NOTE, TAGS, CITATIONS,
};

static const struct
{
  const ShanhaiFormField *fields;
  guint                   n_fields;
  const char             *title, *new_title, *edit_title;
} forms[] = {
#define FORM(fields, title, new_title, edit_title) { fields, G_N_ELEMENTS (fields), title, new_title, edit_title }
  [SHANHAI_RECORD_PLACE] = FORM (place, NC_ ("record", "Place"), N_ ("New Place"), N_ ("Edit Place")),
  [SHANHAI_RECORD_PARTY] = FORM (party, NC_ ("record", "Party"), N_ ("New Party"), N_ ("Edit Party")),
  [SHANHAI_RECORD_CASE] = FORM (the_case, NC_ ("record", "Case"), N_ ("New Case"), N_ ("Edit Case")),
  [SHANHAI_RECORD_PAIRING] = FORM (pairing, NC_ ("record", "Pairing"), N_ ("New Pairing"), N_ ("Edit Pairing")),
  [SHANHAI_RECORD_PROGRAMME] = FORM (programme, NC_ ("record", "Programme"), N_ ("New Programme"), N_ ("Edit Programme")),
  [SHANHAI_RECORD_FLOW] = FORM (flow, NC_ ("record", "Flow of money"), N_ ("New Flow of Money"), N_ ("Edit Flow of Money")),
  [SHANHAI_RECORD_EXCHANGE] = FORM (exchange, NC_ ("record", "People sent or trained"), N_ ("New People Sent or Trained"), N_ ("Edit People Sent or Trained")),
  [SHANHAI_RECORD_OBSERVATION] = FORM (observation, NC_ ("record", "Figure"), N_ ("New Figure"), N_ ("Edit Figure")),
  [SHANHAI_RECORD_EVENT] = FORM (event, NC_ ("record", "Event"), N_ ("New Event"), N_ ("Edit Event")),
  [SHANHAI_RECORD_SOURCE] = FORM (source, NC_ ("record", "Source"), N_ ("New Source"), N_ ("Edit Source")),
  [SHANHAI_RECORD_INDICATOR] = FORM (indicator, NC_ ("record", "Indicator"), N_ ("New Indicator"), N_ ("Edit Indicator")),
  [SHANHAI_RECORD_DECISION] = FORM (decision, NC_ ("record", "Decision"), N_ ("New Decision"), N_ ("Edit Decision")),
#undef FORM
};

/**
 * shanhai_form_fields_get:
 * @n_fields: (out)
 *
 * Returns: (transfer none) (nullable) (array length=n_fields): NULL for a type that has no form
 */
const ShanhaiFormField *
shanhai_form_fields_get (ShanhaiRecordType  type,
                         guint             *n_fields)
{
  *n_fields = type < G_N_ELEMENTS (forms) ? forms[type].n_fields : 0;
  return *n_fields > 0 ? forms[type].fields : NULL;
}

const ShanhaiFormField *
shanhai_form_fields_find (ShanhaiRecordType  type,
                          const char        *member)
{
  guint n;
  const ShanhaiFormField *fields = shanhai_form_fields_get (type, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (fields[i].member, member))
      return &fields[i];
  return NULL;
}

const char *
shanhai_form_field_get_title (const ShanhaiFormField *self)
{
  return g_dpgettext2 (NULL, "field", self->title);
}

char *
shanhai_form_dup_noun (ShanhaiRecordType  type,
                       const char        *member)
{
  const ShanhaiFormField *field = shanhai_form_fields_find (type, member);
  GString *noun;
  const char *rest;

  if (field == NULL)
    return g_strdup (member);
  /* "set as of of" wouldn't do */
  if (g_str_equal (member, "period"))
    /* Translators: in the middle of a sentence: "Set period of …" */
    return g_strdup (C_ ("field", "period"));

  noun = g_string_new (shanhai_form_field_get_title (field));
  /* Chinese labels have their mnemonic in brackets: 金额(_A) */
  rest = strstr (noun->str, "(_");
  if (rest != NULL)
    g_string_truncate (noun, (gsize) (rest - noun->str));
  g_string_replace (noun, "_", "", 0);
  if (g_ascii_isupper (noun->str[0]))
    noun->str[0] = g_ascii_tolower (noun->str[0]);
  return g_string_free (noun, FALSE);
}

const char *
shanhai_record_type_get_title (ShanhaiRecordType type)
{
  return type < G_N_ELEMENTS (forms) ? g_dpgettext2 (NULL, "record", forms[type].title) : "";
}

const char *
shanhai_record_type_get_new_title (ShanhaiRecordType type)
{
  return type < G_N_ELEMENTS (forms) ? _(forms[type].new_title) : "";
}

const char *
shanhai_record_type_get_edit_title (ShanhaiRecordType type)
{
  return type < G_N_ELEMENTS (forms) ? _(forms[type].edit_title) : "";
}

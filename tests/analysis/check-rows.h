/* check-rows.h - rows of figures and what the checks say of them: a table is a test. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis-util.h"

G_BEGIN_DECLS

#define MAX_FIGURES 8

/* a record: its id, its members without the citation, and what it cites of the row's text (its first place, or the one behind the figure before) */
typedef struct
{
  const char *id;
  const char *members;
  const char *quote;
} Figure;

typedef struct
{
  const char *name;   /* check/case */
  const char *text;   /* of the source; NULL: the figures cite without a text */
  const char *more;   /* further records, or NULL */
  Figure      figures[MAX_FIGURES];
  const char *found;
} Row;

#define WORLD                                                                                                                            \
  "{\"record\":\"place\",\"id\":\"place-d\",\"name\":\"D\",\"level\":\"county\"}\n"                                                       \
  "{\"record\":\"place\",\"id\":\"place-c\",\"name\":\"C\",\"level\":\"county\"}\n"                                                       \
  "{\"record\":\"place\",\"id\":\"place-v\",\"name\":\"V\",\"level\":\"village\",\"parent\":\"place-c\"}\n"                               \
  "{\"record\":\"party\",\"id\":\"party-f\",\"name\":\"Fund\",\"kind\":\"government\"}\n"                                                 \
  "{\"record\":\"party\",\"id\":\"party-e\",\"name\":\"Mill\",\"kind\":\"enterprise\"}\n"                                                 \
  "{\"record\":\"case\",\"id\":\"case-1\",\"title\":\"D → C\",\"assisting\":[\"place-d\"],\"assisted\":[\"place-c\"],\"period\":\"2014/2020\"}\n"

#define NUMBER(n, unit) "{\"value\":\"" n "\",\"unit\":\"" unit "\"}"
#define ROUNDED(n, precision, unit) "{\"value\":\"" n "\",\"precision\":\"" precision "\",\"unit\":\"" unit "\"}"
#define ABOUT(n, unit) "{\"value\":\"" n "\",\"unit\":\"" unit "\",\"qualifier\":\"about\"}"
#define OBSERVED(indicator, value, period, more) \
  "\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-c\",\"indicator\":\"" indicator "\",\"value\":" value ",\"period\":\"" period "\"" more
#define FLOW(from, to, kind, value, more) \
  "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"" from "\",\"to\":\"" to "\",\"kind\":\"" kind "\",\"status\":\"disbursed\",\"amount\":" value ",\"period\":\"2019\"" more
#define OWN(key, unit) "{\"record\":\"indicator\",\"id\":\"indicator-" key "\",\"key\":\"" key "\",\"name\":\"" key "\",\"unit\":\"" unit "\"}\n"
#define TOTAL ",\"cumulative\":true"
#define PART(of) ",\"part_of\":\"observation-" of "\""
#define BASIS(text) ",\"basis\":\"" text "\""
#define OF_PROGRAMME(id) ",\"programme\":\"programme-" id "\""
#define PROGRAMME(id) "{\"record\":\"programme\",\"id\":\"programme-" id "\",\"case\":\"case-1\",\"title\":\"" id "\"}\n"
#define SECOND "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Second\",\"published\":\"2020-08-01\"}\n"
#define FROM_SECOND(id, members) "{" members ",\"id\":\"observation-" id "\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n"

/* adds a test for each row; the rows must live as long as the program */
void check_rows_add (const Row *rows,
                     guint      n);

G_END_DECLS

/* shanhai-iati.h - a casebook as activities of the IATI standard, version 2.03. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case becomes an activity: its assisting side takes part as funder (role 1), its assisted side as implementer (role 4); places come with
 * their GB/T 2260 codes as locations; sectors of its programmes and flows as tags, the kind of case as the one sector, both of vocabulary
 * 99 (the reporter's own, since neither the DAC's nor another list has them). A flow of money becomes a transaction (disbursed → 3 or 4,
 * committed → 2) or, where it is planned, a planned disbursement; observations become results with an indicator, its baseline, targets and
 * actual values.
 *
 * IATI has no place for: pairings, decisions, events, citations, how sure a figure is. That, and each record that lacks what IATI wants of
 * it (a flow without a day, goods instead of money), is told in words, so that nothing is lost silently. */

#pragma once

#include "shanhai-casebook.h"
#include "shanhai-words.h"

G_BEGIN_DECLS

typedef struct
{
  const char   *org_ref;   /* of the reporting organisation; NULL: a stand-in, which is told */
  const char   *org_name;  /* NULL: the casebook's title */
  ShanhaiWords *words;     /* language of what the program adds */
} ShanhaiIatiOptions;

/* (transfer full): XML; `left_out` (element-type utf8) takes sentences, translated, about what isn't in it */
GBytes *shanhai_casebook_to_iati (ShanhaiCasebook           *casebook,
                                  const ShanhaiIatiOptions  *options,
                                  GPtrArray                 *left_out);

G_END_DECLS

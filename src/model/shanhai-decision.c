/* shanhai-decision.c - what a person said about a finding or a figure. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-decision.h"

#include "shanhai-record-private.h"

struct _ShanhaiDecision
{
  ShanhaiRecord parent_instance;

  ShanhaiAbout  *about;
  const char    *verdict;
  char          *prefers;
  ShanhaiName   *reason;
  char          *by;
  ShanhaiPeriod *on;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiDecision, "about", ABOUT, about, 0),
  SHANHAI_FIELD_OF_KEY (ShanhaiDecision, "verdict", verdict, "verdicts"),
  SHANHAI_FIELD_TO (ShanhaiDecision, "prefers", REFERENCE, prefers, SHANHAI_RECORD_MASK_ANY),
  SHANHAI_FIELD (ShanhaiDecision, "reason", NAME, reason),
  SHANHAI_FIELD (ShanhaiDecision, "by", STRING, by),
  SHANHAI_FIELD (ShanhaiDecision, "on", PERIOD, on),
};

SHANHAI_DEFINE_RECORD (ShanhaiDecision, shanhai_decision, DECISION)

SHANHAI_RECORD_GETTER (ShanhaiDecision, shanhai_decision, DECISION, const ShanhaiAbout *, about)
SHANHAI_RECORD_GETTER (ShanhaiDecision, shanhai_decision, DECISION, const char *, verdict)
SHANHAI_RECORD_GETTER (ShanhaiDecision, shanhai_decision, DECISION, const char *, prefers)
SHANHAI_RECORD_GETTER (ShanhaiDecision, shanhai_decision, DECISION, const ShanhaiName *, reason)
SHANHAI_RECORD_GETTER (ShanhaiDecision, shanhai_decision, DECISION, const char *, by)
SHANHAI_RECORD_GETTER (ShanhaiDecision, shanhai_decision, DECISION, const ShanhaiPeriod *, on)

/* shanhai-programme.c - a measure with a sector: a school, a mobile clinic, a job fair. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-programme.h"

#include "shanhai-record-private.h"

struct _ShanhaiProgramme
{
  ShanhaiRecord parent_instance;

  char           *case_id;
  ShanhaiName    *title;
  const char     *sector;
  const char     *mode;
  ShanhaiStrings *parties;
  char           *place;
  ShanhaiPeriod  *period;
  const char     *status;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD_OF (ShanhaiProgramme, "case", REFERENCE, case_id, SHANHAI_RECORD_MASK (SHANHAI_RECORD_CASE)),
  SHANHAI_FIELD (ShanhaiProgramme, "title", NAME, title),
  SHANHAI_FIELD_OF_KEY (ShanhaiProgramme, "sector", sector, "sectors"),
  SHANHAI_FIELD_OF_KEY (ShanhaiProgramme, "mode", mode, "modes"),
  SHANHAI_FIELD_TO (ShanhaiProgramme, "parties", REFERENCES, parties, SHANHAI_RECORD_MASK_PLACE_OR_PARTY),
  SHANHAI_FIELD_TO (ShanhaiProgramme, "place", REFERENCE, place, SHANHAI_RECORD_MASK (SHANHAI_RECORD_PLACE)),
  SHANHAI_FIELD (ShanhaiProgramme, "period", PERIOD, period),
  SHANHAI_FIELD_OF_KEY (ShanhaiProgramme, "status", status, "status.programme"),
};

SHANHAI_DEFINE_RECORD (ShanhaiProgramme, shanhai_programme, PROGRAMME)

SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const char *, case_id)
SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const ShanhaiName *, title)
SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const char *, sector)
SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const char *, mode)
SHANHAI_RECORD_STRINGS_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, parties)
SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const char *, place)
SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const ShanhaiPeriod *, period)
SHANHAI_RECORD_GETTER (ShanhaiProgramme, shanhai_programme, PROGRAMME, const char *, status)

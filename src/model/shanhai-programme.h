/* shanhai-programme.h - a measure with a sector: a school, a mobile clinic, a job fair. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_PROGRAMME (shanhai_programme_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiProgramme, shanhai_programme, SHANHAI, PROGRAMME, ShanhaiRecord)

const char          *shanhai_programme_get_case_id (ShanhaiProgramme *self);
const ShanhaiName   *shanhai_programme_get_title   (ShanhaiProgramme *self);
const char          *shanhai_programme_get_sector  (ShanhaiProgramme *self);
const char          *shanhai_programme_get_mode    (ShanhaiProgramme *self);
const char * const  *shanhai_programme_get_parties (ShanhaiProgramme *self);
const char          *shanhai_programme_get_place   (ShanhaiProgramme *self);
const ShanhaiPeriod *shanhai_programme_get_period  (ShanhaiProgramme *self);
const char          *shanhai_programme_get_status  (ShanhaiProgramme *self);

G_END_DECLS

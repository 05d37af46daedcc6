/* shanhai-source.h - an article, report or table; with its text when the user has it. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-record.h"

G_BEGIN_DECLS

#define SHANHAI_TYPE_SOURCE (shanhai_source_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiSource, shanhai_source, SHANHAI, SOURCE, ShanhaiRecord)

const ShanhaiName   *shanhai_source_get_title      (ShanhaiSource *self);
const ShanhaiName   *shanhai_source_get_publisher  (ShanhaiSource *self);
const char * const  *shanhai_source_get_authors    (ShanhaiSource *self);
const ShanhaiPeriod *shanhai_source_get_published  (ShanhaiSource *self);
const char          *shanhai_source_get_url        (ShanhaiSource *self);
const char          *shanhai_source_get_language   (ShanhaiSource *self);
const char          *shanhai_source_get_kind       (ShanhaiSource *self);
const char          *shanhai_source_get_reprint_of (ShanhaiSource *self);
const char          *shanhai_source_get_text       (ShanhaiSource *self);

G_END_DECLS

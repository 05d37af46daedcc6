/* shanhai-source.c - an article, report or table; with its text when the user has it. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-source.h"

#include "shanhai-record-private.h"

struct _ShanhaiSource
{
  ShanhaiRecord parent_instance;

  ShanhaiName    *title;
  ShanhaiName    *publisher;
  ShanhaiStrings *authors;
  ShanhaiPeriod  *published;
  char           *url;
  const char     *language;
  const char     *kind;
  char           *reprint_of;
  char           *text;
};

static const ShanhaiField fields[] = {
  SHANHAI_FIELD (ShanhaiSource, "title", NAME, title),
  SHANHAI_FIELD (ShanhaiSource, "publisher", NAME, publisher),
  SHANHAI_FIELD (ShanhaiSource, "authors", STRINGS, authors),
  SHANHAI_FIELD (ShanhaiSource, "published", PERIOD, published),
  SHANHAI_FIELD (ShanhaiSource, "url", STRING, url),
  SHANHAI_FIELD_OF_KEY (ShanhaiSource, "language", language, NULL),
  SHANHAI_FIELD_OF_KEY (ShanhaiSource, "kind", kind, "kinds.source"),
  SHANHAI_FIELD_UP (ShanhaiSource, "reprint_of", reprint_of, SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE)),
  SHANHAI_FIELD (ShanhaiSource, "text", STRING, text),
};

SHANHAI_DEFINE_RECORD (ShanhaiSource, shanhai_source, SOURCE)

SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const ShanhaiName *, title)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const ShanhaiName *, publisher)
SHANHAI_RECORD_STRINGS_GETTER (ShanhaiSource, shanhai_source, SOURCE, authors)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const ShanhaiPeriod *, published)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const char *, url)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const char *, language)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const char *, kind)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const char *, reprint_of)
SHANHAI_RECORD_GETTER (ShanhaiSource, shanhai_source, SOURCE, const char *, text)

/* figure-fixture.h - a small casebook and what a figure of it is asked for. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-figure-funds.h"
#include "shanhai-figure-private.h"
#include "shanhai-load.h"

typedef struct
{
  ShanhaiLoad          *load;
  ShanhaiWords         *words;
  ShanhaiChartOptions  *options;
  ShanhaiFigureContext  context;  /* all cases, English */
} FigureFixture;

/* @lines: records one a line, with ' for "; the header is put before them. @by: as ShanhaiFigureContext wants it */
void fixture_open  (FigureFixture *self,
                    const char    *lines,
                    const char    *by);
/* the casebook that the program comes with */
void fixture_open_example (FigureFixture *self,
                           const char    *by);
void fixture_clear (FigureFixture *self);

/* no-break spaces become spaces, so that sentences can be written as they are read (transfer full) */
char *fixture_dup_plain (const char *text);

#define fixture_assert_text(text, expected)                         \
  G_STMT_START {                                                    \
    g_autofree char *fixture_plain = fixture_dup_plain (text);      \
    g_assert_cmpstr (fixture_plain, ==, expected);                  \
  } G_STMT_END

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FigureFixture, fixture_clear)

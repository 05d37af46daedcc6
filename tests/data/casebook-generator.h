/* casebook-generator.h - casebooks of any size for tests and benchmarks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written without the store's writer, by hand in canonical form, so that a round trip through the store proves something. The same seed
 * gives the same bytes. Invented places and figures; lines of about 300 bytes, as a real casebook with citations has them. */

#pragma once

#include <glib.h>

/* (transfer full): a header and `n_records` records of every type */
GBytes *generate_casebook (guint   n_records,
                           guint32 seed);

/* test-check-reports.c - figures as reports and newspapers tell them: accounts, shares, means, growth; told truly, and with one figure wrong. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define F(id, key, n, unit, period, quote) { "observation-" id, OBSERVED (key, NUMBER (n, unit), period, ""), quote }
#define R(id, key, n, precision, unit, period, quote) { "observation-" id, OBSERVED (key, ROUNDED (n, precision, unit), period, ""), quote }
#define WAN(id, key, n, period, quote) R (id, key, n, "10000", "CNY", period, quote)
#define P(id, key, n, unit, period, of, quote) { "observation-" id, OBSERVED (key, NUMBER (n, unit), period, PART (of)), quote }
#define GIVEN(id, n, period, more) \
  { "flow-" id, "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" ROUNDED (n, "10000", "CNY") ",\"period\":\"" period "\"" more }
#define GIVEN_PART(id, n, period, sector) GIVEN (id, n, period, ",\"part_of\":\"flow-1\"" sector)
#define FOR(sector) ",\"cumulative\":true,\"sector\":\"" sector "\""

static const Row rows[] = {
  /* a total that is accounted for twice */
  { "sum/by-year-and-by-purpose", NULL, NULL,
    { GIVEN ("1", "90000000", "2017/2019", TOTAL), GIVEN_PART ("2", "20000000", "2017", ""), GIVEN_PART ("3", "30000000", "2018", ""), GIVEN_PART ("4", "40000000", "2019", ""),
      GIVEN_PART ("5", "50000000", "2017/2019", FOR ("education")), GIVEN_PART ("6", "40000000", "2017/2019", FOR ("health")) },
    "confirmed sum flow-1 flow-2 flow-3 flow-4\nconfirmed sum flow-1 flow-5 flow-6\n"
    "confirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\nconfirmed part flow-4 flow-1\nconfirmed part flow-5 flow-1\nconfirmed part flow-6 flow-1\n" },
  { "sum/by-year-too-much", NULL, NULL,
    { GIVEN ("1", "90000000", "2017/2019", TOTAL), GIVEN_PART ("2", "20000000", "2017", ""), GIVEN_PART ("3", "30000000", "2018", ""), GIVEN_PART ("4", "60000000", "2019", ""),
      GIVEN_PART ("5", "50000000", "2017/2019", FOR ("education")), GIVEN_PART ("6", "40000000", "2017/2019", FOR ("health")) },
    "contradiction sum flow-1 flow-2 flow-3 flow-4\ndoubtful sum flow-1 flow-2 flow-3 flow-4\nconfirmed sum flow-1 flow-5 flow-6\n"
    "confirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\nconfirmed part flow-4 flow-1\nconfirmed part flow-5 flow-1\nconfirmed part flow-6 flow-1\n" },
  { "sum/boarders-are-pupils", "全校学生640人，其中男生330人、女生310人，住校生280人。", OWN ("pupils", "person") OWN ("boys", "person") OWN ("girls", "person") OWN ("boarders", "person"),
    { F ("1", "pupils", "640", "person", "2019", "640人"), P ("2", "boys", "330", "person", "2019", "1", "330人"), P ("3", "girls", "310", "person", "2019", "1", "310人"),
      P ("4", "boarders", "280", "person", "2019", "1", "280人") },
    "confirmed sum observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },

  /* targets and forecasts */
  { "same/target-and-forecast", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-sales", "{\"value\":\"57000000\",\"unit\":\"CNY\",\"qualifier\":\"over\",\"planned\":true}", "2020", "")),
    { { "observation-1", OBSERVED ("product-sales", ROUNDED ("50000000", "10000", "CNY"), "2020", ",\"role\":\"target\"") } },
    "doubtful same observation-1 observation-2\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

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

  /* so much of each: by what the words count, wherever the total stands */
  { "average/a-box", "全年捐赠图书箱包1500箱，折款60万元，每箱400元。", OWN ("boxes", "item") OWN ("worth", "CNY") OWN ("each", "CNY"),
    { F ("1", "boxes", "1500", "item", "2019", "1500箱"), WAN ("2", "worth", "600000", "2019", "60万元"), F ("3", "each", "400", "CNY", "2019", "400元") },
    "confirmed average observation-3 observation-2 observation-1\n" },
  { "average/a-box-wrong", "全年捐赠图书箱包1500箱，折款60万元，每箱300元。", OWN ("boxes", "item") OWN ("worth", "CNY") OWN ("each", "CNY"),
    { F ("1", "boxes", "1500", "item", "2019", "1500箱"), WAN ("2", "worth", "600000", "2019", "60万元"), F ("3", "each", "300", "CNY", "2019", "300元") },
    "doubtful average observation-3 observation-2 observation-1\n" },
  { "average/total-behind", "带动1200户，户均增收1800元，合计增收216万元。", OWN ("led", "household") OWN ("each", "CNY") OWN ("gain", "CNY"),
    { F ("1", "led", "1200", "household", "2019", "1200户"), F ("2", "each", "1800", "CNY", "2019", "1800元"), WAN ("3", "gain", "2160000", "2019", "216万元") },
    "confirmed average observation-2 observation-3 observation-1\n" },
  { "average/total-behind-wrong", "带动1200户，户均增收2800元，合计增收216万元。", OWN ("led", "household") OWN ("each", "CNY") OWN ("gain", "CNY"),
    { F ("1", "led", "1200", "household", "2019", "1200户"), F ("2", "each", "2800", "CNY", "2019", "2800元"), WAN ("3", "gain", "2160000", "2019", "216万元") },
    "doubtful average observation-2 observation-3 observation-1\n" },
  { "average/price-of-a-weight", "合作社收购花椒350吨，每公斤12元，付款420万元。", OWN ("bought", "ton") OWN ("price", "CNY") OWN ("paid", "CNY"),
    { F ("1", "bought", "350", "ton", "2019", "350吨"), F ("2", "price", "12", "CNY", "2019", "12元"), WAN ("3", "paid", "4200000", "2019", "420万元") },
    "confirmed average observation-2 observation-3 observation-1\n" },
  { "average/price-of-a-weight-slipped", "合作社收购花椒350吨，每公斤12元，付款420元。", OWN ("bought", "ton") OWN ("price", "CNY") OWN ("paid", "CNY"),
    { F ("1", "bought", "350", "ton", "2019", "350吨"), F ("2", "price", "12", "CNY", "2019", "12元"), F ("3", "paid", "420", "CNY", "2019", "420元") },
    "doubtful unit observation-2 observation-3 observation-1\n" },
  { "average/a-trip", "開行專列40趟，運送務工人員1200人，平均每趟36人。", OWN ("trips", "vehicle-trip") OWN ("carried", "person") OWN ("each", "person"),
    { F ("1", "trips", "40", "vehicle-trip", "2019", "40趟"), F ("2", "carried", "1200", "person", "2019", "1200人"), F ("3", "each", "36", "person", "2019", "36人") },
    "doubtful average observation-3 observation-2 observation-1\n" },
  { "average/a-mu-in-english", "The company leased 2,000 mu. It paid rent of 1.6 million yuan, 900 yuan a mu.", OWN ("leased", "mu") OWN ("rent", "CNY") OWN ("each", "CNY"),
    { F ("1", "leased", "2000", "mu", "2019", "2,000 mu"), R ("2", "rent", "1600000", "100000", "CNY", "2019", "1.6 million yuan"), F ("3", "each", "900", "CNY", "2019", "900 yuan") },
    "doubtful average observation-3 observation-2 observation-1\n" },
  { "average/a-mu-in-english-true", "The company leased 2,000 mu. It paid rent of 1.6 million yuan, 800 yuan a mu.", OWN ("leased", "mu") OWN ("rent", "CNY") OWN ("each", "CNY"),
    { F ("1", "leased", "2000", "mu", "2019", "2,000 mu"), R ("2", "rent", "1600000", "100000", "CNY", "2019", "1.6 million yuan"), F ("3", "each", "800", "CNY", "2019", "800 yuan") },
    "confirmed average observation-3 observation-2 observation-1\n" },
  { "average/a-standard-is-no-mean", "为600名学生发放补助45万元，每人最高补助1000元。", OWN ("aided", "person") OWN ("paid", "CNY") OWN ("each", "CNY"),
    { F ("1", "aided", "600", "person", "2019", "600名"), WAN ("2", "paid", "450000", "2019", "45万元"), F ("3", "each", "1000", "CNY", "2019", "1000元") },
    "" },
  { "average/of-money-for-something-else", "投入资金500万元建设大棚，吸纳务工80人，人均月工资3200元。", OWN ("invested", "CNY") OWN ("workers", "person") OWN ("wage", "CNY"),
    { WAN ("1", "invested", "5000000", "2019", "500万元"), F ("2", "workers", "80", "person", "2019", "80人"), F ("3", "wage", "3200", "CNY", "2019", "3200元") },
    "" },
  { "average/of-another-year", "2018年卖出蜂蜜9000箱，2019年收入320万元，每箱400元。", OWN ("boxes", "item") OWN ("income", "CNY") OWN ("each", "CNY"),
    { F ("1", "boxes", "9000", "item", "2018", "9000箱"), WAN ("2", "income", "3200000", "2019", "320万元"), F ("3", "each", "400", "CNY", "2019", "400元") },
    "" },

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

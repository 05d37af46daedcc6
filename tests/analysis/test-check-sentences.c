/* test-check-sentences.c - what a sentence says of its figures, worded as reports and news word it: told truly, and with one figure wrong. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define F(id, key, n, unit, period, quote) { "observation-" id, OBSERVED (key, NUMBER (n, unit), period, ""), quote }
#define R(id, key, n, precision, unit, period, quote) { "observation-" id, OBSERVED (key, ROUNDED (n, precision, unit), period, ""), quote }
#define WAN(id, key, n, period, quote) R (id, key, n, "10000", "CNY", period, quote)
#define MILLION(id, key, n, period, quote) R (id, key, n, "1000000", "CNY", period, quote)

static const Row rows[] = {
  /* what it was, what it is, and how much it has changed */
  { "difference/base-named", "2019年采购农产品2639万元，比2018年的2292万元增加447万元。", OWN ("more", "CNY"),
    { WAN ("1", "product-purchases", "26390000", "2019", "2639万元"), WAN ("2", "product-purchases", "22920000", "2018", "2292万元"), WAN ("3", "more", "4470000", "2019", "447万元") },
    "contradiction difference observation-3 observation-1 observation-2\n" },
  { "difference/base-named-true", "2019年采购农产品2639万元，较上年的2292万元多347万元。", OWN ("more", "CNY"),
    { WAN ("1", "product-purchases", "26390000", "2019", "2639万元"), WAN ("2", "product-purchases", "22920000", "2018", "2292万元"), WAN ("3", "more", "3470000", "2019", "347万元") },
    "confirmed difference observation-3 observation-1 observation-2\n" },
  { "difference/listed", "2018年底有贫困村20个，2019年底有12个，减少9个。", OWN ("villages", "village") OWN ("fewer", "village"),
    { F ("1", "villages", "20", "village", "2018-12-31", "20个"), F ("2", "villages", "12", "village", "2019-12-31", "12个"), F ("3", "fewer", "9", "village", "2019", "9个") },
    "contradiction difference observation-3 observation-2 observation-1\n" },
  { "difference/listed-but-of-the-next-year", "2018年底有贫困村20个，2019年底有12个，2020年减少9个。", OWN ("villages", "village") OWN ("fewer", "village"),
    { F ("1", "villages", "20", "village", "2018-12-31", "20个"), F ("2", "villages", "12", "village", "2019-12-31", "12个"), F ("3", "fewer", "9", "village", "2020", "9个") },
    "" },
  { "difference/change-first", "参保群众增加1042人，由2018年底的3224人增加到2019年底的4366人。", OWN ("insured", "person") OWN ("new", "person"),
    { F ("1", "new", "1042", "person", "2019", "1042人"), F ("2", "insured", "3224", "person", "2018-12-31", "3224人"), F ("3", "insured", "4366", "person", "2019-12-31", "4366人") },
    "contradiction difference observation-1 observation-3 observation-2\n" },
  { "difference/more-than-the-base", "The county bought 26 million yuan of products in 2019, 9 million yuan more than the 22 million yuan of 2018.", OWN ("more", "CNY"),
    { MILLION ("1", "product-purchases", "26000000", "2019", "26 million yuan"), MILLION ("2", "more", "9000000", "2019", "9 million yuan"), MILLION ("3", "product-purchases", "22000000", "2018", "22 million yuan") },
    "contradiction difference observation-2 observation-1 observation-3\n" },
  { "difference/of-a-number-beside", "参保群众由2018年底的3224人增加到2019年底的4266人，新增742人。", OWN ("insured", "person") OWN ("new", "person"),
    { F ("1", "insured", "4266", "person", "2019-12-31", "4266人"), F ("2", "new", "742", "person", "2019", "742人") },
    "doubtful difference observation-2 observation-1\n" },
  { "difference/of-a-number-beside-true", "参保群众由2018年底的3224人增加到2019年底的4266人，新增1042人。", OWN ("insured", "person") OWN ("new", "person"),
    { F ("1", "insured", "4266", "person", "2019-12-31", "4266人"), F ("2", "new", "1042", "person", "2019", "1042人") },
    "confirmed difference observation-2 observation-1\n" },
  { "difference/rest", "全县搬迁任务1763户，截至2019年底已搬迁835户，尚有982户未搬迁。", OWN ("task", "household") OWN ("moved", "household") OWN ("left", "household"),
    { F ("1", "task", "1763", "household", "2019-12-31", "1763户"), F ("2", "moved", "835", "household", "2019-12-31", "835户"), F ("3", "left", "982", "household", "2019-12-31", "982户") },
    "doubtful difference observation-3 observation-1 observation-2\n" },
  { "difference/rest-true", "Of the 1,763 households, 835 have moved, leaving 928 households.", OWN ("task", "household") OWN ("moved", "household") OWN ("left", "household"),
    { F ("1", "task", "1763", "household", "2019-12-31", "1,763 households"), F ("2", "moved", "835", "household", "2019-12-31", "835"), F ("3", "left", "928", "household", "2019-12-31", "928 households") },
    "confirmed difference observation-3 observation-1 observation-2\n" },

  /* from year to year */
  { "average/growth-wrong", "产值由2015年的140万元增加到2019年的228万元，年均增长25.0%。", OWN ("value", "CNY") OWN ("growth", "percent"),
    { WAN ("1", "value", "1400000", "2015", "140万元"), WAN ("2", "value", "2280000", "2019", "228万元"), R ("3", "growth", "25", "0.1", "percent", "2015/2019", "25.0%") },
    "doubtful average observation-2 observation-1 observation-3\n" },
  { "average/growth-shared-out", "产值由2015年的140万元增加到2019年的228万元，年均增长15.7%。", OWN ("value", "CNY") OWN ("growth", "percent"),
    { WAN ("1", "value", "1400000", "2015", "140万元"), WAN ("2", "value", "2280000", "2019", "228万元"), R ("3", "growth", "15.7", "0.1", "percent", "2015/2019", "15.7%") },
    "" },
  { "average/growth-a-year-in-english", "Output rose from 212 million yuan in 2015 to 397 million yuan in 2019, growing by 17.0 percent a year.", OWN ("value", "CNY") OWN ("growth", "percent"),
    { MILLION ("1", "value", "212000000", "2015", "212 million yuan"), MILLION ("2", "value", "397000000", "2019", "397 million yuan"), R ("3", "growth", "17", "0.1", "percent", "2015/2019", "17.0 percent") },
    "confirmed average observation-2 observation-1 observation-3\n" },
  { "average/rise-wrong", "收入由2015年的4902元增加到2019年的7242元，年均增加685元。", OWN ("rise", "CNY"),
    { F ("1", "rural-income", "4902", "CNY", "2015", "4902元"), F ("2", "rural-income", "7242", "CNY", "2019", "7242元"), F ("3", "rise", "685", "CNY", "2015/2019", "685元") },
    "contradiction average observation-3 observation-2 observation-1\n" },
  { "average/month-in-the-quote", "In 2019 the centre held 960 consultations, an average of 112 a month.", NULL,
    { { "observation-1", OBSERVED ("remote-consultations", NUMBER ("960", "case"), "2019", TOTAL), "960 consultations" },
      { "observation-2", OBSERVED ("remote-consultations", NUMBER ("112", "case"), "2019", BASIS ("monthly")), "112 a month" } },
    "contradiction average observation-2 observation-1\n" },

  /* in per cent */
  { "ratio/year-before-listed-behind", "2019年帮助销售农产品2785万元，2018年为1980万元，同比增长55.7%。", OWN ("growth", "percent"),
    { WAN ("1", "product-sales", "27850000", "2019", "2785万元"), WAN ("2", "product-sales", "19800000", "2018", "1980万元"), R ("3", "growth", "55.7", "0.1", "percent", "2019", "55.7%") },
    "contradiction ratio observation-3 observation-1 observation-2\n" },
  { "ratio/not-of-the-year-before", "2019年帮助销售农产品2785万元，2016年为1980万元，同比增长55.7%。", OWN ("growth", "percent"),
    { WAN ("1", "product-sales", "27850000", "2019", "2785万元"), WAN ("2", "product-sales", "19800000", "2016", "1980万元"), R ("3", "growth", "55.7", "0.1", "percent", "2019", "55.7%") },
    "" },
  { "ratio/of-them", "Family doctors have signed up 17,810 people, 5,343 people of them poor, or 39.0 percent.", OWN ("poor", "percent") OWN ("signed", "person") OWN ("helped", "person"),
    { F ("1", "signed", "17810", "person", "2019", "17,810 people"), F ("2", "helped", "5343", "person", "2019", "5,343 people"), R ("3", "poor", "39", "0.1", "percent", "2019", "39.0 percent") },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/whole-named-behind", "贫困群众5343人，占签约17810人的39.0%。", OWN ("poor", "percent") OWN ("signed", "person") OWN ("helped", "person"),
    { F ("1", "helped", "5343", "person", "2019", "5343人"), F ("2", "signed", "17810", "person", "2019", "17810人"), R ("3", "poor", "39", "0.1", "percent", "2019", "39.0%") },
    "contradiction ratio observation-3 observation-1 observation-2\n" },
  { "ratio/share-of-what-nobody-tells", "参保5493人，报销2753人，占全县人口的9.2%。", OWN ("insured", "person") OWN ("paid", "person") OWN ("share", "percent"),
    { F ("1", "insured", "5493", "person", "2019", "5493人"), F ("2", "paid", "2753", "person", "2019", "2753人"), R ("3", "share", "9.2", "0.1", "percent", "2019", "9.2%") },
    "" },
  { "ratio/rate-of-what-they-did", "培训1200人，其中960人实现就业，就业率90%。", OWN ("trained", "person") OWN ("work", "person") OWN ("rate", "percent"),
    { F ("1", "trained", "1200", "person", "2019", "1200人"), F ("2", "work", "960", "person", "2019", "960人"), F ("3", "rate", "90", "percent", "2019", "90%") },
    "doubtful ratio observation-3 observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "ratio/by-what-they-paid-themselves", "2018年，医疗总费用4000万元，个人自付800万元，报销比例87%。", NULL,
    { WAN ("1", "medical-costs", "40000000", "2018", "4000万元"), WAN ("2", "medical-costs-self-paid", "8000000", "2018", "800万元"), F ("3", "reimbursement-ratio", "87", "percent", "2018", "87%") },
    "doubtful ratio observation-3 observation-1 observation-2\nconfirmed population observation-2 observation-1\n" },

  /* against the year before, of which another report tells */
  { "ratio/year-before-in-another-report", "2019年采购农特产品4681万元，同比增长39.0%。", SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", ROUNDED ("36290000", "10000", "CNY"), "2018", TOTAL)),
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("46810000", "10000", "CNY"), "2019", TOTAL), "4681万元" } },
    "doubtful ratio observation-1 observation-2\n" },
  { "ratio/year-before-in-another-report-true", "2019年采购农特产品4681万元，同比增长29.0%。", SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", ROUNDED ("36290000", "10000", "CNY"), "2018", TOTAL)),
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("46810000", "10000", "CNY"), "2019", TOTAL), "4681万元" } },
    "confirmed ratio observation-1 observation-2\n" },
  { "ratio/half-a-year-is-no-base", "2019年采购农特产品4681万元，同比增长39.0%。", SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", ROUNDED ("36290000", "10000", "CNY"), "2018-07/2018-12", TOTAL)),
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("46810000", "10000", "CNY"), "2019", TOTAL), "4681万元" } },
    "" },
  { "difference/year-before-in-another-report", "In 2019 the county sold products for 37 million yuan, 5 million yuan more than in 2018.",
    SECOND FROM_SECOND ("2", OBSERVED ("product-sales", ROUNDED ("25000000", "1000000", "CNY"), "2018", TOTAL)),
    { { "observation-1", OBSERVED ("product-sales", ROUNDED ("37000000", "1000000", "CNY"), "2019", TOTAL), "37 million yuan" } },
    "doubtful difference observation-1 observation-2\n" },
  { "points/year-before-in-another-report", "2019年报销比例70.0%，比2018年提高11.4%。", SECOND FROM_SECOND ("2", OBSERVED ("reimbursement-ratio", ROUNDED ("58.6", "0.1", "percent"), "2018", "")),
    { R ("1", "reimbursement-ratio", "70", "0.1", "percent", "2019", "70.0%") },
    "doubtful points observation-1 observation-2\n" },
  { "average/total-in-another-report", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", ROUNDED ("35320000", "10000", "CNY"), "2016/2019", TOTAL)),
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("11040000", "10000", "CNY"), "2016/2019", BASIS ("年均")) } },
    "doubtful average observation-1 observation-2\n" },
  { "average/total-in-another-report-true", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", ROUNDED ("35320000", "10000", "CNY"), "2016/2019", TOTAL)),
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("8830000", "10000", "CNY"), "2016/2019", BASIS ("年均")) } },
    "confirmed average observation-1 observation-2\n" },

  /* points of which only the text tells */
  { "points/of-the-text", "贫困发生率由2015年底的22.6%下降到2018年底的2.4%，下降了20.2%。", NULL,
    { R ("1", "poverty-incidence", "22.6", "0.1", "percent", "2015-12-31", "22.6%"), R ("2", "poverty-incidence", "2.4", "0.1", "percent", "2018-12-31", "2.4%") },
    "doubtful points observation-2 observation-1\n" },
  { "points/of-the-text-true", "贫困发生率由2015年底的22.6%下降到2018年底的2.4%，下降了20.2个百分点。", NULL,
    { R ("1", "poverty-incidence", "22.6", "0.1", "percent", "2015-12-31", "22.6%"), R ("2", "poverty-incidence", "2.4", "0.1", "percent", "2018-12-31", "2.4%") },
    "confirmed difference observation-2 observation-1\n" },

  /* sums */
  { "sum/what-they-do", "2019年选派教师39名、医生30名，合计选派专业技术人才76名。", OWN ("teachers", "person") OWN ("doctors", "person") OWN ("all", "person"),
    { F ("1", "teachers", "39", "person", "2019", "39名"), F ("2", "doctors", "30", "person", "2019", "30名"), F ("3", "all", "76", "person", "2019", "76名") },
    "contradiction sum observation-3 observation-1 observation-2\n" },
  { "sum/what-else-they-do", "2019年选派教师39名、医生30名，共培训学员76名。", OWN ("teachers", "person") OWN ("doctors", "person") OWN ("all", "person"),
    { F ("1", "teachers", "39", "person", "2019", "39名"), F ("2", "doctors", "30", "person", "2019", "30名"), F ("3", "all", "76", "person", "2019", "76名") },
    "" },
  { "sum/in-total-before", "Public finance gave 27 million yuan and donors gave 49 million yuan, in total 85 million yuan.", OWN ("public", "CNY") OWN ("given", "CNY") OWN ("all", "CNY"),
    { MILLION ("1", "public", "27000000", "2019", "27 million yuan"), MILLION ("2", "given", "49000000", "2019", "49 million yuan"), MILLION ("3", "all", "85000000", "2019", "85 million yuan") },
    "contradiction sum observation-3 observation-1 observation-2\n" },
  { "sum/in-total-behind", "The district gave 56 million yuan in public money and 21 million yuan in donations, 77 million yuan in total.", OWN ("public", "CNY") OWN ("given", "CNY") OWN ("all", "CNY"),
    { MILLION ("1", "public", "56000000", "2019", "56 million yuan"), MILLION ("2", "given", "21000000", "2019", "21 million yuan"), MILLION ("3", "all", "77000000", "2019", "77 million yuan") },
    "confirmed sum observation-3 observation-1 observation-2\n" },
  { "sum/of-the-text", "2019年选派教师39名、医生30名，合计76名。", OWN ("teachers", "person") OWN ("doctors", "person"),
    { F ("1", "teachers", "39", "person", "2019", "39名"), F ("2", "doctors", "30", "person", "2019", "30名") },
    "doubtful sum observation-1 observation-2\n" },

  /* brackets of another time are no parts */
  { "part/of-other-years", "2019年选派教师39名（含往年选派的120名）。", OWN ("teachers", "person") OWN ("earlier", "person"),
    { F ("1", "teachers", "39", "person", "2019", "39名"), F ("2", "earlier", "120", "person", "2018", "120名") },
    "" },
  { "part/in-brackets", "2019年选派教师39名（含高级教师120名）。", OWN ("teachers", "person") OWN ("senior", "person"),
    { F ("1", "teachers", "39", "person", "2019", "39名"), F ("2", "senior", "120", "person", "2019", "120名") },
    "contradiction part observation-2 observation-1\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

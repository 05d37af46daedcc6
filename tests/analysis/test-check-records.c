/* test-check-records.c - what records say of each other without a sentence that joins them. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define EVENT(title, kind, period) "\"record\":\"event\",\"case\":\"case-1\",\"title\":\"" title "\",\"kind\":\"" kind "\",\"period\":\"" period "\""

static const Row rows[] = {
  /* dates; the source is of 2020-09-15 */
  { "dates/of-the-day", NULL, NULL, { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("5", "person"), "2020-09-15", "") } }, "" },
  { "dates/of-the-day-after", NULL, NULL, { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("5", "person"), "2020-09-16", "") } }, "contradiction dates observation-1 source-1\n" },
  { "dates/year-hardly-begun", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"January\",\"published\":\"2020-01-20\"}\n" FROM_SECOND ("2", OBSERVED ("enterprises-attracted", NUMBER ("24", "company"), "2020", TOTAL)),
    { { "observation-1", OBSERVED ("training-attendances", NUMBER ("24", "person-time"), "2020", TOTAL) } }, "doubtful dates observation-2 source-2\n" },

  { "dates/announced", "招聘会定于11月20日举行。", NULL, { { "event-1", EVENT ("Fair", "meeting", "2020-11-20"), "11月20日" } }, "" },
  { "dates/announced-in-english", "The fair will be held on 20 November.", NULL, { { "event-1", EVENT ("Fair", "meeting", "2020-11-20"), "20 November" } }, "" },
  { "dates/announced-by-its-note", NULL, NULL, { { "event-1", EVENT ("Fair", "meeting", "2020-11-20") ",\"note\":\"planned\"" } }, "" },
  { "dates/not-announced", "招聘会11月20日成功举行。", NULL, { { "event-1", EVENT ("Fair", "meeting", "2020-11-20"), "11月20日" } }, "contradiction dates event-1 source-1\n" },
  { "dates/without-a-tense", "新校区11月20日投入使用。", NULL, { { "event-1", EVENT ("School", "opening", "2020-11-20"), "11月20日" } }, "doubtful dates event-1 source-1\n" },
  { "dates/award-told-before-it-was-given", NULL, SECOND "{" EVENT ("Award", "award", "2020-08-20") ",\"id\":\"event-1\",\"citations\":[{\"source\":\"source-2\"},{\"source\":\"source-1\"}]}\n", { { NULL } },
    "doubtful dates event-1 source-2\n" },
  { "dates/visit-may-have-been-announced", NULL, SECOND "{" EVENT ("Visit", "visit", "2020-08-20") ",\"id\":\"event-1\",\"citations\":[{\"source\":\"source-2\"},{\"source\":\"source-1\"}]}\n", { { NULL } }, "" },
  { "dates/taken-or-to-be", "11月20日将农产品运往东部。", NULL, { { "event-1", EVENT ("Start", "start", "2020-11-20"), "11月20日" } }, "doubtful dates event-1 source-1\n" },

  /* money in and on */
  { "flow/with-what-was-left", "2019年县慈善会收到捐款300万元。加上历年结余，当年支出420万元。", NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "donation", ROUNDED ("3000000", "10000", "CNY"), ""), "300万元" },
      { "flow-2", FLOW ("party-f", "place-v", "donation", ROUNDED ("4200000", "10000", "CNY"), ""), "420万元" } },
    "doubtful flow flow-1 flow-2\n" },
  { "flow/with-savings-of-its-own", "In 2019 the charity received 3 million yuan; with its own savings it gave the school 4.2 million yuan.", NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "donation", ROUNDED ("3000000", "1000000", "CNY"), ""), "3 million yuan" },
      { "flow-2", FLOW ("party-f", "place-v", "donation", ROUNDED ("4200000", "100000", "CNY"), ""), "4.2 million yuan" } },
    "doubtful flow flow-1 flow-2\n" },
  { "flow/all-of-it", "2019年县慈善会收到捐款300万元，当年支出420万元。", NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "donation", ROUNDED ("3000000", "10000", "CNY"), ""), "300万元" },
      { "flow-2", FLOW ("party-f", "place-v", "donation", ROUNDED ("4200000", "10000", "CNY"), ""), "420万元" } },
    "contradiction flow flow-1 flow-2\n" },

  /* figures that are counted otherwise than those they are computed of */
  { "ratio/whose-it-is", "总费用2700.5万元，报销2400.2万元，其中县内住院报销比例92.1%。", NULL,
    { { "observation-1", OBSERVED ("medical-costs", ROUNDED ("27005000", "1000", "CNY"), "2019", ""), "2700.5万元" },
      { "observation-2", OBSERVED ("medical-costs-reimbursed", ROUNDED ("24002000", "1000", "CNY"), "2019", ""), "2400.2万元" },
      { "observation-3", OBSERVED ("reimbursement-ratio", ROUNDED ("92.1", "0.1", "percent"), "2019", BASIS ("县内住院")), "92.1%" } },
    "doubtful ratio observation-3 observation-2 observation-1\nconfirmed population observation-2 observation-1\n" },
  { "average/of-the-key-counties", "投入3.2亿元帮扶8个县，重点县县均5200万元。", NULL,
    { { "observation-1", OBSERVED ("fiscal-aid", ROUNDED ("320000000", "10000000", "CNY"), "2019", ""), "3.2亿元" },
      { "observation-2", OBSERVED ("counties-assisted", NUMBER ("8", "county"), "2019", ""), "8个县" },
      { "observation-3", OBSERVED ("fiscal-aid-per-county", ROUNDED ("52000000", "10000", "CNY"), "2019", BASIS ("重点县县均")), "5200万元" } },
    "doubtful average observation-3 observation-1 observation-2\n" },
  { "average/of-all-the-counties", "投入3.2亿元帮扶8个县，县均5200万元。", NULL,
    { { "observation-1", OBSERVED ("fiscal-aid", ROUNDED ("320000000", "10000000", "CNY"), "2019", ""), "3.2亿元" },
      { "observation-2", OBSERVED ("counties-assisted", NUMBER ("8", "county"), "2019", ""), "8个县" },
      { "observation-3", OBSERVED ("fiscal-aid-per-county", ROUNDED ("52000000", "10000", "CNY"), "2019", BASIS ("县均")), "5200万元" } },
    "contradiction average observation-3 observation-1 observation-2\n" },

  /* planned, and recorded as done; 将 is 把 as well */
  { "planned/will-employ", "明年，园区将吸纳300人就业。", NULL,
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("300", "person"), "2019", ""), "300人" } }, "doubtful planned observation-1\n" },
  { "planned/taken", "区里将帮扶资金2000万元全部拨付。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "" },
  { "planned/expected-to-arrive", "项目预计到位资金2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "doubtful planned flow-1\n" },
  { "planned/planned-to-arrive", "项目计划到位投资2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "doubtful planned flow-1\n" },
  { "planned/planned-arrived", "项目计划投资到位2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "" },
  { "planned/among-the-planned", "项目计划投资5000万元，其中财政资金2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "doubtful planned flow-1\n" },
  { "planned/arrived-of-the-planned", "项目计划投资5000万元，目前到位2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "" },
  { "planned/expected-to-finish", "项目预计完成投资2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "doubtful planned flow-1\n" },
  { "planned/finished", "完成年度计划投资2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "" },
  { "planned/said-behind", "财政资金2000万元（计划）。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "doubtful planned flow-1\n" },
  { "planned/budget-revenue", "全县一般公共预算收入2000万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" } }, "" },
  { "planned/in-english", "The district plans to spend a further 20 million yuan on clinics.", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "1000000", "CNY"), ""), "20 million yuan" } }, "doubtful planned flow-1\n" },
  { "planned/thanks-to-this-to-date", "Thanks to this to date 20 million yuan have come.", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "1000000", "CNY"), ""), "20 million yuan" } }, "" },

  /* a shorter time within a longer one */
  { "trend/half-above-the-year", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", NUMBER ("520000", "CNY"), "2019-01/2019-06", "")),
    { { "observation-1", OBSERVED ("product-purchases", NUMBER ("480000", "CNY"), "2019", "") } }, "doubtful trend observation-2 observation-1\n" },
  { "trend/half-of-the-year", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", NUMBER ("220000", "CNY"), "2019-01/2019-06", "")),
    { { "observation-1", OBSERVED ("product-purchases", NUMBER ("480000", "CNY"), "2019", "") } }, "" },
  { "trend/wage-of-a-better-month", NULL, SECOND FROM_SECOND ("2", OBSERVED ("monthly-wage", NUMBER ("3200", "CNY"), "2019-06", "")),
    { { "observation-1", OBSERVED ("monthly-wage", NUMBER ("2900", "CNY"), "2019", "") } }, "" },
  { "trend/mean-of-the-years", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-purchases", NUMBER ("520000", "CNY"), "2019-01/2019-06", "")),
    { { "observation-1", OBSERVED ("product-purchases", NUMBER ("80000", "CNY"), "2019", BASIS ("月均")) } }, "" },
  { "trend/one-gift-in-another-year-long", NULL, NULL,
    { { "flow-1", FLOW ("party-e", "place-c", "donation", NUMBER ("300", "CNY"), "") },
      { "flow-2", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"party-e\",\"to\":\"place-c\",\"kind\":\"donation\",\"status\":\"disbursed\",\"amount\":" NUMBER ("500", "CNY") ",\"period\":\"2019-06\"" } },
    "" },
  { "population/town-in-half-a-year", NULL, SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-v\",\"indicator\":\"people-employed\",\"value\":" NUMBER ("620", "person")
      ",\"period\":\"2019-01/2019-06\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("500", "person"), "2019", "") } }, "doubtful population observation-2 observation-1\n" },
  { "population/town-after-the-year", NULL, SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-v\",\"indicator\":\"people-employed\",\"value\":" NUMBER ("620", "person")
      ",\"period\":\"2019-07/2020-06\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("500", "person"), "2019", "") } }, "" },
  { "population/whole-told-behind-its-part", "累计输出贫困劳动力2318人，稳定就业1987人。", NULL,
    { { "observation-1", OBSERVED ("poor-people-employed", NUMBER ("2318", "person"), "2019", ""), "2318人" },
      { "observation-2", OBSERVED ("people-employed", NUMBER ("1987", "person"), "2019", ""), "1987人" } },
    "doubtful population observation-1 observation-2\n" },
  { "population/part-told-behind-its-whole", "帮助就业1987人，贫困劳动力2318人。", NULL,
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("1987", "person"), "2019", ""), "1987人" },
      { "observation-2", OBSERVED ("poor-people-employed", NUMBER ("2318", "person"), "2019", ""), "2318人" } },
    "contradiction population observation-2 observation-1\n" },
  { "population/money-of-a-town", NULL, SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-v\",\"indicator\":\"product-sales\",\"value\":" NUMBER ("620", "CNY")
      ",\"period\":\"2019\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("product-sales", NUMBER ("500", "CNY"), "2019", "") } }, "contradiction population observation-2 observation-1\n" },
  { "population/income-of-a-town", NULL, SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-v\",\"indicator\":\"rural-income\",\"value\":" NUMBER ("9620", "CNY")
      ",\"period\":\"2019\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("9500", "CNY"), "2019", "") } }, "" },

  /* parts that several reports tell */
  { "sum/of-three-reports", NULL, PROGRAMME ("1") PROGRAMME ("2") PROGRAMME ("3") SECOND FROM_SECOND ("2", OBSERVED ("own", NUMBER ("300", "person"), "2019", PART ("1") OF_PROGRAMME ("1"))),
    { { "observation-1", OBSERVED ("beneficiaries", NUMBER ("600", "person"), "2019", "") },
      { "observation-3", OBSERVED ("own", NUMBER ("250", "person"), "2019", PART ("1") OF_PROGRAMME ("2")) },
      { "observation-4", OBSERVED ("own", NUMBER ("150", "person"), "2019", PART ("1") OF_PROGRAMME ("3")) } },
    "doubtful sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n"
    "confirmed part observation-4 observation-1\n" },
  { "sum/of-one-part-told-twice", NULL, PROGRAMME ("1") PROGRAMME ("2") SECOND FROM_SECOND ("2", OBSERVED ("own", NUMBER ("350", "person"), "2019", PART ("1") OF_PROGRAMME ("1"))),
    { { "observation-1", OBSERVED ("beneficiaries", NUMBER ("600", "person"), "2019", "") },
      { "observation-3", OBSERVED ("own", NUMBER ("350", "person"), "2019", PART ("1") OF_PROGRAMME ("1")) },
      { "observation-4", OBSERVED ("own", NUMBER ("250", "person"), "2019", PART ("1") OF_PROGRAMME ("2")) } },
    "confirmed sum observation-1 observation-2 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n"
    "confirmed part observation-4 observation-1\nconfirmed same observation-2 observation-3\n" },
  { "planned/parts-done-above-the-plan", NULL, NULL,
    { { "flow-1", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"planned\",\"amount\":" NUMBER ("500", "CNY") ",\"period\":\"2019\"" },
      { "flow-2", FLOW ("place-d", "place-v", "fiscal", NUMBER ("300", "CNY"), ",\"sector\":\"health\",\"part_of\":\"flow-1\"") },
      { "flow-3", FLOW ("place-d", "place-v", "fiscal", NUMBER ("250", "CNY"), ",\"sector\":\"education\",\"part_of\":\"flow-1\"") } },
    "doubtful planned flow-1 flow-2 flow-3\nconfirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\n" },
  { "planned/part-done-above-the-plan", NULL, NULL,
    { { "flow-1", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"planned\",\"amount\":" NUMBER ("500", "CNY") ",\"period\":\"2019\"" },
      { "flow-2", FLOW ("place-d", "place-v", "fiscal", NUMBER ("600", "CNY"), ",\"sector\":\"health\",\"part_of\":\"flow-1\"") } },
    "doubtful part flow-2 flow-1\n" },

  /* one thing in two measures */
  { "same/hectares-and-mu", NULL, SECOND OWN ("fields", "mu") FROM_SECOND ("2", OBSERVED ("fields", ROUNDED ("90000", "10000", "m2"), "2019", "")),
    { { "observation-1", OBSERVED ("fields", NUMBER ("135", "mu"), "2019", "") } }, "confirmed same observation-1 observation-2\n" },
  { "same/hectares-and-too-many-mu", NULL, SECOND OWN ("fields", "mu") FROM_SECOND ("2", OBSERVED ("fields", ROUNDED ("90000", "10000", "m2"), "2019", "")),
    { { "observation-1", OBSERVED ("fields", NUMBER ("165", "mu"), "2019", "") } }, "contradiction same observation-1 observation-2\n" },
  { "same/tons-and-jin", NULL, SECOND OWN ("crop", "ton") FROM_SECOND ("2", OBSERVED ("crop", NUMBER ("90000", "jin"), "2019", "")),
    { { "observation-1", OBSERVED ("crop", NUMBER ("54", "ton"), "2019", "") } }, "contradiction same observation-1 observation-2\ndoubtful unit observation-2\n" },
  { "same/dollars", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-sales", ROUNDED ("1000000", "100000", "USD"), "2019", "")),
    { { "observation-1", OBSERVED ("product-sales", NUMBER ("6900000", "CNY"), "2019", "") } }, "confirmed same observation-1 observation-2\n" },
  { "same/dollars-for-yuan", NULL, SECOND FROM_SECOND ("2", OBSERVED ("product-sales", ROUNDED ("6900000", "100000", "USD"), "2019", "")),
    { { "observation-1", OBSERVED ("product-sales", NUMBER ("6900000", "CNY"), "2019", "") } }, "doubtful same observation-1 observation-2\n" },
  { "same/people-are-no-households", NULL, SECOND FROM_SECOND ("2", OBSERVED ("own", NUMBER ("900", "household"), "2019", "")),
    { { "observation-1", OBSERVED ("own", NUMBER ("3000", "person"), "2019", "") } }, "" },

  /* a flow or an exchange, and the figure of the same */
  { "same/paid-and-received", NULL, SECOND FROM_SECOND ("2", OBSERVED ("fiscal-aid", NUMBER ("35000000", "CNY"), "2019", "")),
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("30000000", "CNY"), "") } }, "doubtful same observation-2 flow-1\n" },
  { "same/received-as-paid", NULL, SECOND FROM_SECOND ("2", OBSERVED ("fiscal-aid", NUMBER ("30000000", "CNY"), "2019", "")),
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("30000000", "CNY"), "") } }, "confirmed same observation-2 flow-1\n" },
  { "same/one-gift-of-all", NULL, SECOND FROM_SECOND ("2", OBSERVED ("social-donations", NUMBER ("35000000", "CNY"), "2019", "")),
    { { "flow-1", FLOW ("party-e", "place-c", "donation", NUMBER ("30000000", "CNY"), "") } }, "" },
  { "same/what-one-sector-got", NULL, SECOND FROM_SECOND ("2", OBSERVED ("fiscal-aid", NUMBER ("35000000", "CNY"), "2019", "")),
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("30000000", "CNY"), ",\"sector\":\"education\"") } }, "" },
  { "same/doctors-sent", NULL, SECOND FROM_SECOND ("2", OBSERVED ("medical-staff-sent", NUMBER ("42", "person"), "2019", "")),
    { { "exchange-1", "\"record\":\"exchange\",\"case\":\"case-1\",\"direction\":\"east-to-west\",\"role\":\"doctor\",\"purpose\":\"secondment\",\"count\":" NUMBER ("30", "person") ",\"period\":\"2019\"" } },
    "doubtful same observation-2 exchange-1\n" },
  { "planned/added-to-what-was-paid", NULL, SECOND FROM_SECOND ("2", OBSERVED ("fiscal-aid", NUMBER ("64000000", "CNY"), "2019", "")),
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("34000000", "CNY"), "") },
      { "flow-2", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"planned\",\"amount\":" NUMBER ("30000000", "CNY") ",\"period\":\"2019\"" } },
    "doubtful planned flow-1 flow-2\ndoubtful planned observation-2 flow-1 flow-2\n" },

  /* one report in two sources */
  { "reprint/phrases-of-an-office", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"大山县工作总结\",\"published\":\"2020-02-01\",\"text\":"
    "\"连日来，记者走进大山县，感受帮扶带来的变化。年末全县总人口18.4万人，比上年多三千人。下一步，东西双方将继续深化各项协作。\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"东西部协作情况报告\",\"published\":\"2020-08-01\",\"text\":"
    "\"连日来，记者走进大山县，感受帮扶带来的变化。扶贫车间吸纳就业2300人，人均月工资2800元。下一步，东西双方将继续深化各项协作。\"}\n",
    { { NULL } }, "" },
  { "reprint/of-what-was-told", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"大山县工作总结\",\"published\":\"2020-07-20\",\"text\":"
    "\"连日来，记者走进大山县，感受帮扶带来的变化。年末全县总人口18.4万人，比上年多三千人。下一步，东西双方将继续深化各项协作。\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"东西部协作情况报告\",\"published\":\"2020-08-01\",\"text\":"
    "\"连日来，记者走进大山县，感受帮扶带来的变化。年末全县总人口18.4万人，比上年多三千人。下一步，东西双方将继续深化各项协作。\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },
  { "reprint/with-its-source", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"大山县：协作帮扶见成效\",\"publisher\":\"A\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"大山县：协作帮扶见成效（来源：某某日报）\",\"publisher\":\"B\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },
  { "reprint/another-part", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"大山县：协作帮扶见成效\",\"publisher\":\"A\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"大山县：协作帮扶见成效（下篇）\",\"publisher\":\"B\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "" },
  { "reprint/in-the-other-script", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"甲\",\"published\":\"2020-08-01\",\"text\":"
    "\"五年来，干部、医生和教师一批批来到山里，修路、建校、办车间，群众的日子一天天好起来。2019年，两县采购农产品1234万元。\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"乙\",\"published\":\"2020-08-02\",\"text\":"
    "\"（轉載）\\n五年來，幹部、醫生和教師一批批來到山裡，修路、建校、辦車間，群眾的日子一天天好起來。2019年，兩縣採購農產品1234萬元。\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },
  { "reprint/of-another-county-in-the-other-script", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"甲\",\"published\":\"2020-08-01\",\"text\":"
    "\"五年来，干部、医生和教师一批批来到山里，修路、建校、办车间，群众的日子一天天好起来。2019年，两县采购农产品1234万元。\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"乙\",\"published\":\"2020-08-02\",\"text\":"
    "\"三年前，這裡、那裡和別處的路都還沒有通車，學校、醫院、市場，開車去一趟要走大半天時間。2020年，當地銷售土特產5678萬元。\"}\n",
    { { NULL } }, "" },

  /* other disguises of one thing */
  { "same/of-the-case-and-of-its-place", NULL, SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"indicator\":\"product-purchases\",\"value\":" NUMBER ("620", "CNY")
      ",\"period\":\"2019\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("product-purchases", NUMBER ("500", "CNY"), "2019", "") } }, "doubtful same observation-1 observation-2\n" },
  { "same/of-one-programme-and-of-the-place", NULL, PROGRAMME ("1") SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"programme\":\"programme-1\",\"indicator\":\"product-purchases\",\"value\":"
      NUMBER ("320", "CNY") ",\"period\":\"2019\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("product-purchases", NUMBER ("500", "CNY"), "2019", "") } }, "" },
  { "same/agreement-of-two-years", NULL, SECOND "{" EVENT ("签订协作协议", "agreement", "2018-04-12") ",\"id\":\"event-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "event-1", EVENT ("签订协作协议", "agreement", "2019-04-12") } }, "doubtful same event-1 event-2\n" },
  { "same/agreement-again", NULL, SECOND "{" EVENT ("签订协作协议", "agreement", "2018-04-12") ",\"id\":\"event-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "event-1", EVENT ("签订协作协议", "agreement", "2019-09-03") } }, "" },
  { "same/meeting-of-each-year", NULL, SECOND "{" EVENT ("联席会议", "meeting", "2018-04-12") ",\"id\":\"event-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "event-1", EVENT ("联席会议", "meeting", "2019-04-12") } }, "" },
  { "same/paired-enterprises", NULL, SECOND FROM_SECOND ("2", OBSERVED ("paired-enterprises", NUMBER ("29", "company"), "2019", "")),
    { { "pairing-1", "\"record\":\"pairing\",\"case\":\"case-1\",\"level\":\"village-enterprise\",\"assisting\":[{\"kind\":\"enterprise\",\"count\":" NUMBER ("19", "company")
          "}],\"assisted\":[\"place-c\"],\"period\":\"2019\"" } },
    "doubtful same observation-2 pairing-1\n" },
  { "same/paired-enterprises-agree", NULL, SECOND FROM_SECOND ("2", OBSERVED ("paired-enterprises", NUMBER ("19", "company"), "2019", "")),
    { { "pairing-1", "\"record\":\"pairing\",\"case\":\"case-1\",\"level\":\"village-enterprise\",\"assisting\":[{\"kind\":\"enterprise\",\"count\":" NUMBER ("19", "company")
          "}],\"assisted\":[\"place-c\"],\"period\":\"2019\"" } },
    "" },
  { "dates/ceremony-before-the-ground-is-broken", NULL, NULL,
    { { "event-1", EVENT ("希望小学开学典礼", "opening", "2020-03") }, { "event-2", EVENT ("希望小学动工", "start", "2020-06") } }, "contradiction dates event-1 event-2\n" },
  { "reprint/one-page", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"甲\",\"url\":\"http://www.ls.cn/a/1.html\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"乙\",\"url\":\"https://m.ls.cn/a/1.html?from=wx\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },
  { "reprint/pages-of-one-site", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"甲\",\"url\":\"http://www.ls.cn/a?id=1\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"乙\",\"url\":\"https://m.ls.cn/a?id=2\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "" },
  { "reprint/the-same-long-words", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Second\",\"published\":\"2020-08-01\"}\n{"
      OBSERVED ("people-employed", NUMBER ("3200", "person"), "2019", "") ",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"quote\":\"两区一县共同帮助贫困人口3200人就业\",\"start\":7,\"length\":18,\"paragraph\":2}]}\n",
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("3200", "person"), "2019", ""), "两区一县共同帮助贫困人口3200人就业" } }, "doubtful reprint observation-1 observation-2\n" },
  { "population/village-in-its-county", NULL, SECOND "{\"record\":\"place\",\"id\":\"place-u\",\"name\":\"U\",\"level\":\"village\",\"parent\":\"place-t\"}\n"
      "{\"record\":\"place\",\"id\":\"place-t\",\"name\":\"T\",\"level\":\"township\",\"parent\":\"place-c\"}\n"
      "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-u\",\"indicator\":\"registered-poor-households\",\"value\":" NUMBER ("620", "household")
      ",\"period\":\"2019-12-31\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("registered-poor-households", NUMBER ("500", "household"), "2019-12-31", "") } }, "contradiction population observation-2 observation-1\n" },
  { "sum/village-of-a-town-that-is-added", NULL, SECOND "{\"record\":\"place\",\"id\":\"place-u\",\"name\":\"U\",\"level\":\"village\",\"parent\":\"place-t\"}\n"
      "{\"record\":\"place\",\"id\":\"place-t\",\"name\":\"T\",\"level\":\"township\",\"parent\":\"place-c\"}\n"
      "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-u\",\"indicator\":\"registered-poor-households\",\"value\":" NUMBER ("300", "household")
      ",\"period\":\"2019-12-31\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n"
      "{\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-t\",\"indicator\":\"registered-poor-households\",\"value\":" NUMBER ("400", "household")
      ",\"period\":\"2019-12-31\",\"id\":\"observation-3\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "observation-1", OBSERVED ("registered-poor-households", NUMBER ("500", "household"), "2019-12-31", "") } },
    "" },
  { "planned/in-a-plan", "县医院2000万元。", "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"2020年投资计划表\",\"published\":\"2020-03-01\"}\n"
      "{\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" NUMBER ("500", "CNY")
      ",\"period\":\"2020\",\"id\":\"flow-1\",\"citations\":[{\"source\":\"source-2\",\"quote\":\"500\",\"paragraph\":3}]}\n",
    { { NULL } }, "doubtful planned flow-1\n" },
  { "planned/of-the-year-before-in-a-plan", "县医院2000万元。", "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"2020年投资计划表\",\"published\":\"2020-03-01\"}\n"
      "{\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" NUMBER ("500", "CNY")
      ",\"period\":\"2019\",\"id\":\"flow-1\",\"citations\":[{\"source\":\"source-2\",\"quote\":\"500\",\"paragraph\":3}]}\n",
    { { NULL } }, "" },
  { "same/workers-in-the-east", NULL, SECOND FROM_SECOND ("2", OBSERVED ("people-employed-east", NUMBER ("450", "person"), "2019", "")),
    { { "exchange-1", "\"record\":\"exchange\",\"case\":\"case-1\",\"direction\":\"west-to-east\",\"role\":\"worker\",\"purpose\":\"employment\",\"count\":" NUMBER ("320", "person") ",\"period\":\"2019\"" } },
    "doubtful same observation-2 exchange-1\n" },
  { "same/workers-at-home", NULL, SECOND FROM_SECOND ("2", OBSERVED ("people-employed-east", NUMBER ("450", "person"), "2019", "")),
    { { "exchange-1", "\"record\":\"exchange\",\"case\":\"case-1\",\"direction\":\"local\",\"role\":\"worker\",\"purpose\":\"employment\",\"count\":" NUMBER ("320", "person") ",\"period\":\"2019\"" } },
    "" },
  { "dates/paired-long-before", NULL, NULL,
    { { "pairing-1", "\"record\":\"pairing\",\"case\":\"case-1\",\"level\":\"county-county\",\"assisting\":[\"place-d\"],\"assisted\":[\"place-c\"],\"period\":\"2009/..\"" } },
    "doubtful dates pairing-1 case-1\n" },
  { "dates/paired-a-year-before", NULL, NULL,
    { { "pairing-1", "\"record\":\"pairing\",\"case\":\"case-1\",\"level\":\"county-county\",\"assisting\":[\"place-d\"],\"assisted\":[\"place-c\"],\"period\":\"2013/..\"" } }, "" },
  { "reprint/of-two-years", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"2018年工作总结\",\"published\":\"2019-02-01\",\"text\":"
    "\"五年来，干部、医生和教师一批批来到山里，群众的日子一天天好起来。村民说，自从车间建起来，收入翻了一番。\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"2019年工作总结\",\"published\":\"2020-02-01\",\"text\":"
    "\"五年来，干部、医生和教师一批批来到山里，群众的日子一天天好起来。村民说，自从车间建起来，收入翻了一番。\"}\n",
    { { NULL } }, "" },
  { "reprint/on-a-site", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"湖里：云上开出致富良方\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"湖里：云上开出致富良方-中国网\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },

  /* a total that nobody calls one, and what is told of another time or the other way round */
  { "double/sector-of-the-year", NULL, SECOND "{" FLOW ("place-d", "place-c", "fiscal", NUMBER ("300", "CNY"), ",\"sector\":\"education\"") ",\"id\":\"flow-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("2600", "CNY"), "") } }, "doubtful double flow-2 flow-1\n" },
  { "double/gift-of-the-year", NULL, SECOND "{" FLOW ("party-e", "place-c", "donation", NUMBER ("300", "CNY"), ",\"sector\":\"education\"") ",\"id\":\"flow-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "flow-1", FLOW ("party-e", "place-c", "donation", NUMBER ("2600", "CNY"), "") } }, "" },
  { "flow/county-with-taxes", "2019年县里收到资金2000万元，拨给河口镇2600万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("20000000", "10000", "CNY"), ""), "2000万元" },
      { "flow-2", FLOW ("place-c", "place-v", "fiscal", ROUNDED ("26000000", "10000", "CNY"), ""), "2600万元" } },
    "doubtful flow flow-1 flow-2\n" },
  { "trend/flow-then-figure", NULL, SECOND FROM_SECOND ("2", OBSERVED ("fiscal-aid", NUMBER ("1700", "CNY"), "2016/2019", TOTAL)),
    { { "flow-1", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" NUMBER ("2100", "CNY") ",\"period\":\"2016/2018\"" TOTAL } },
    "doubtful trend flow-1 observation-2\n" },
  { "trend/flow-since-another-year", NULL, SECOND FROM_SECOND ("2", OBSERVED ("fiscal-aid", NUMBER ("1700", "CNY"), "2017/2019", TOTAL)),
    { { "flow-1", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" NUMBER ("2100", "CNY") ",\"period\":\"2016/2018\"" TOTAL } },
    "" },
  { "planned/paid-already", "2019年已拨付资金2000万元。", NULL,
    { { "flow-1", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"planned\",\"amount\":" ROUNDED ("20000000", "10000", "CNY") ",\"period\":\"2019\"", "2000万元" } },
    "doubtful planned flow-1\n" },
  { "planned/listed-already", "已列入计划的资金2000万元。", NULL,
    { { "flow-1", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"planned\",\"amount\":" ROUNDED ("20000000", "10000", "CNY") ",\"period\":\"2019\"", "2000万元" } },
    "" },
  { "part/of-another-year", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("500", "CNY"), "") },
      { "flow-2", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" NUMBER ("300", "CNY") ",\"sector\":\"health\",\"period\":\"2018\",\"part_of\":\"flow-1\"" } },
    "doubtful part flow-2 flow-1\nconfirmed part flow-2 flow-1\n" },
  { "same/of-the-case-as-money", NULL, SECOND "{\"record\":\"observation\",\"case\":\"case-1\",\"indicator\":\"fiscal-aid\",\"value\":" NUMBER ("3600", "CNY") ",\"period\":\"2019\",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n",
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", NUMBER ("3000", "CNY"), "") } }, "doubtful same observation-2 flow-1\n" },
  { "reprint/of-a-paper-that-is-named", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"湖里：云上开出致富良方\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"厦门日报：湖里：云上开出致富良方\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

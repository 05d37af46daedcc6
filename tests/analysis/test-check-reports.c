/* test-check-reports.c - figures as reports and newspapers tell them: accounts, shares, means, growth; told truly, and with one figure wrong. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define F(id, key, n, unit, period, quote) { "observation-" id, OBSERVED (key, NUMBER (n, unit), period, ""), quote }
#define R(id, key, n, precision, unit, period, quote) { "observation-" id, OBSERVED (key, ROUNDED (n, precision, unit), period, ""), quote }
#define WAN(id, key, n, period, quote) R (id, key, n, "10000", "CNY", period, quote)
#define P(id, key, n, unit, period, of, quote) { "observation-" id, OBSERVED (key, NUMBER (n, unit), period, PART (of)), quote }
#define GIVEN(id, n, period, more) \
  { "flow-" id, "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" ROUNDED (n, "10000", "CNY") ",\"period\":\"" period "\"" more }
#define GIVEN_PART(id, n, period, sector) GIVEN (id, n, period, ",\"part_of\":\"flow-1\"" sector)
#define HOPED(n, unit) "{\"value\":\"" n "\",\"unit\":\"" unit "\",\"planned\":true}"
#define OTHER(quote) \
  SECOND "{" OBSERVED ("social-donations", ROUNDED ("36020000", "10000", "CNY"), "2019", "") ",\"id\":\"observation-2\",\"citations\":[{\"source\":\"source-2\",\"quote\":\"" quote "\",\"start\":41,\"length\":16,\"paragraph\":1}]}\n"
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

  /* in one list, nothing is left out so that the rest fits */
  { "sum/one-of-a-list-left-over", "选派干部7人、医生52人、教师31人，合计59人。", OWN ("all", "person") OWN ("cadres", "person") OWN ("doctors", "person") OWN ("teachers", "person"),
    { P ("2", "cadres", "7", "person", "2019", "1", "7人"), P ("3", "doctors", "52", "person", "2019", "1", "52人"), P ("4", "teachers", "31", "person", "2019", "1", "31人"), F ("1", "all", "59", "person", "2019", "59人") },
    "doubtful sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "sum/all-of-a-list", "选派干部7人、医生52人、教师31人，合计90人。", OWN ("all", "person") OWN ("cadres", "person") OWN ("doctors", "person") OWN ("teachers", "person"),
    { P ("2", "cadres", "7", "person", "2019", "1", "7人"), P ("3", "doctors", "52", "person", "2019", "1", "52人"), P ("4", "teachers", "31", "person", "2019", "1", "31人"), F ("1", "all", "90", "person", "2019", "90人") },
    "confirmed sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "sum/first-of-an-english-list-left-over", "The district sent 7 cadres, 52 doctors and 31 teachers, 83 people in all.", OWN ("all", "person") OWN ("cadres", "person") OWN ("doctors", "person") OWN ("teachers", "person"),
    { P ("2", "cadres", "7", "person", "2019", "1", "7 cadres"), P ("3", "doctors", "52", "person", "2019", "1", "52 doctors"), P ("4", "teachers", "31", "person", "2019", "1", "31 teachers"),
      F ("1", "all", "83", "person", "2019", "83 people") },
    "doubtful sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "sum/one-left-over-where-no-text-is-held", NULL, OWN ("all", "person") OWN ("cadres", "person") OWN ("doctors", "person") OWN ("teachers", "person"),
    { F ("1", "all", "59", "person", "2019", NULL), P ("2", "cadres", "7", "person", "2019", "1", NULL), P ("3", "doctors", "52", "person", "2019", "1", NULL), P ("4", "teachers", "31", "person", "2019", "1", NULL) },
    "doubtful sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "sum/two-of-a-list-left-over", "选派干部7人、医生52人、教师31人、技术员25人，合计59人。", OWN ("all", "person") OWN ("cadres", "person") OWN ("doctors", "person") OWN ("teachers", "person") OWN ("others", "person"),
    { P ("2", "cadres", "7", "person", "2019", "1", "7人"), P ("3", "doctors", "52", "person", "2019", "1", "52人"), P ("4", "teachers", "31", "person", "2019", "1", "31人"), P ("5", "others", "25", "person", "2019", "1", "25人"),
      F ("1", "all", "59", "person", "2019", "59人") },
    "doubtful sum observation-1 observation-2 observation-3 observation-4 observation-5\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\nconfirmed part observation-5 observation-1\n" },
  { "sum/boarders-in-english", "The school has 640 pupils: 330 boys and 310 girls; 280 pupils board.", OWN ("pupils", "person") OWN ("boys", "person") OWN ("girls", "person") OWN ("boarders", "person"),
    { F ("1", "pupils", "640", "person", "2019", "640 pupils"), P ("2", "boys", "330", "person", "2019", "1", "330 boys"), P ("3", "girls", "310", "person", "2019", "1", "310 girls"),
      P ("4", "boarders", "280", "person", "2019", "1", "280 pupils") },
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
  { "average/in-cash-and-the-rest-in-goods", "The district helped 200 people with 420,000 yuan, an average of 1,500 yuan per person in cash and the rest in goods.", OWN ("aided", "person") OWN ("paid", "CNY") OWN ("each", "CNY"),
    { F ("1", "aided", "200", "person", "2019", "200 people"), R ("2", "paid", "420000", "10000", "CNY", "2019", "420,000 yuan"), F ("3", "each", "1500", "CNY", "2019", "1,500 yuan") },
    "" },
  { "average/of-each-in-a-year", "The district helped 200 people with 420,000 yuan, an average of 1,500 yuan per person in 2019.", OWN ("aided", "person") OWN ("paid", "CNY") OWN ("each", "CNY"),
    { F ("1", "aided", "200", "person", "2019", "200 people"), R ("2", "paid", "420000", "10000", "CNY", "2019", "420,000 yuan"), F ("3", "each", "1500", "CNY", "2019", "1,500 yuan") },
    "doubtful average observation-3 observation-2 observation-1\n" },
  { "average/a-standard-is-no-mean", "为600名学生发放补助45万元，每人最高补助1000元。", OWN ("aided", "person") OWN ("paid", "CNY") OWN ("each", "CNY"),
    { F ("1", "aided", "600", "person", "2019", "600名"), WAN ("2", "paid", "450000", "2019", "45万元"), F ("3", "each", "1000", "CNY", "2019", "1000元") },
    "" },
  { "average/of-money-for-something-else", "投入资金500万元建设大棚，吸纳务工80人，人均月工资3200元。", OWN ("invested", "CNY") OWN ("workers", "person") OWN ("wage", "CNY"),
    { WAN ("1", "invested", "5000000", "2019", "500万元"), F ("2", "workers", "80", "person", "2019", "80人"), F ("3", "wage", "3200", "CNY", "2019", "3200元") },
    "" },
  { "average/of-another-year", "2018年卖出蜂蜜9000箱，2019年收入320万元，每箱400元。", OWN ("boxes", "item") OWN ("income", "CNY") OWN ("each", "CNY"),
    { F ("1", "boxes", "9000", "item", "2018", "9000箱"), WAN ("2", "income", "3200000", "2019", "320万元"), F ("3", "each", "400", "CNY", "2019", "400元") },
    "" },

  /* a share of what its figure is recorded as a part of */
  { "ratio/of-its-whole", "全县输出务工1500人。年底在岗1200人，稳岗率80%。", OWN ("out", "person") OWN ("on", "person") OWN ("rate", "percent"),
    { F ("1", "out", "1500", "person", "2019", "1500人"), P ("2", "on", "1200", "person", "2019", "1", "1200人"), F ("3", "rate", "80", "percent", "2019", "80%") },
    "confirmed ratio observation-3 observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "ratio/of-its-whole-wrong", "全县输出务工1500人。年底在岗1200人，稳岗率85%。", OWN ("out", "person") OWN ("on", "person") OWN ("rate", "percent"),
    { F ("1", "out", "1500", "person", "2019", "1500人"), P ("2", "on", "1200", "person", "2019", "1", "1200人"), F ("3", "rate", "85", "percent", "2019", "85%") },
    "doubtful ratio observation-3 observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "ratio/of-its-whole-in-english", "We asked 500 households; 400 households answered, a response rate of 70 percent.", OWN ("asked", "household") OWN ("answered", "household") OWN ("rate", "percent"),
    { F ("1", "asked", "500", "household", "2019", "500 households"), P ("2", "answered", "400", "household", "2019", "1", "400 households"), F ("3", "rate", "70", "percent", "2019", "70 percent") },
    "doubtful ratio observation-3 observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "ratio/of-its-whole-by-name", "按渠道分：食堂900万元，超市600万元，食堂占50%。", OWN ("share", "percent") "{\"id\":\"observation-9\"," OBSERVED ("product-sales", ROUNDED ("15000000", "10000", "CNY"), "2019", TOTAL) "}\n",
    { { "observation-1", OBSERVED ("product-sales", ROUNDED ("9000000", "10000", "CNY"), "2019", PART ("9") BASIS ("食堂")), "900万元" },
      { "observation-2", OBSERVED ("product-sales", ROUNDED ("6000000", "10000", "CNY"), "2019", PART ("9") BASIS ("超市")), "600万元" }, F ("3", "share", "50", "percent", "2019", "50%") },
    "doubtful ratio observation-3 observation-1 observation-9\nincomplete citation observation-9\nconfirmed sum observation-9 observation-1 observation-2\nconfirmed part observation-1 observation-9\n"
    "confirmed part observation-2 observation-9\n" },
  { "ratio/of-another-whole", "全县输出务工1500人。年底在岗1200人，占全省在外务工人员的3%。", OWN ("out", "person") OWN ("on", "person") OWN ("rate", "percent"),
    { F ("1", "out", "1500", "person", "2019", "1500人"), P ("2", "on", "1200", "person", "2019", "1", "1200人"), F ("3", "rate", "3", "percent", "2019", "3%") },
    "confirmed part observation-2 observation-1\n" },
  { "ratio/is-of-the-whole", "核桃种了4500亩，是全县9000亩的六成。", OWN ("area", "mu") OWN ("share", "percent"),
    { { "observation-1", "\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-v\",\"indicator\":\"area\",\"value\":" NUMBER ("4500", "mu") ",\"period\":\"2019\"", "4500亩" },
      F ("2", "area", "9000", "mu", "2019", "9000亩"), R ("3", "share", "60", "1", "percent", "2019", "六成") },
    "doubtful ratio observation-3 observation-1 observation-2\n" },
  { "ratio/of-the-task", "2019年销售农产品5500万元，完成年度任务5000万元的110%，比2018年的4400万元增长25%。", OWN ("done", "percent") OWN ("growth", "percent"),
    { WAN ("1", "product-sales", "55000000", "2019", "5500万元"), { "observation-2", OBSERVED ("product-sales", ROUNDED ("50000000", "10000", "CNY"), "2019", ",\"role\":\"target\""), "5000万元" },
      F ("3", "done", "110", "percent", "2019", "110%"), WAN ("4", "product-sales", "44000000", "2018", "4400万元"), F ("5", "growth", "25", "percent", "2019", "25%") },
    "confirmed ratio observation-3 observation-1 observation-2\nconfirmed ratio observation-5 observation-1 observation-4\n" },
  { "ratio/of-the-task-wrong", "2019年销售农产品5500万元，完成年度任务5000万元的130%，比2018年的4400万元增长35%。", OWN ("done", "percent") OWN ("growth", "percent"),
    { WAN ("1", "product-sales", "55000000", "2019", "5500万元"), { "observation-2", OBSERVED ("product-sales", ROUNDED ("50000000", "10000", "CNY"), "2019", ",\"role\":\"target\""), "5000万元" },
      F ("3", "done", "130", "percent", "2019", "130%"), WAN ("4", "product-sales", "44000000", "2018", "4400万元"), F ("5", "growth", "35", "percent", "2019", "35%") },
    "doubtful ratio observation-3 observation-1 observation-2\ndoubtful ratio observation-5 observation-1 observation-4\n" },

  /* what a paragraph tells of two times, and by how much it has changed */
  { "difference/base-behind", "全区设立专柜50个，比上年增加22个，上年为38个。", OWN ("counters", "item") OWN ("more", "item"),
    { F ("1", "counters", "50", "item", "2019-12-31", "50个"), F ("2", "more", "22", "item", "2019", "22个"), F ("3", "counters", "38", "item", "2018-12-31", "38个") },
    "contradiction difference observation-2 observation-1 observation-3\n" },
  { "difference/in-five-years", "学校现有学生560人。2014年结对时学生420人，五年增加140人。", OWN ("pupils", "person") OWN ("more", "person"),
    { F ("1", "pupils", "560", "person", "2019-09", "560人"), F ("2", "pupils", "420", "person", "2014-09", "420人"), F ("3", "more", "140", "person", "2014-09/2019-09", "140人") },
    "confirmed difference observation-3 observation-1 observation-2\n" },
  { "difference/in-five-years-wrong", "学校现有学生560人。2014年结对时学生420人，五年增加180人。", OWN ("pupils", "person") OWN ("more", "person"),
    { F ("1", "pupils", "560", "person", "2019-09", "560人"), F ("2", "pupils", "420", "person", "2014-09", "420人"), F ("3", "more", "180", "person", "2014-09/2019-09", "180人") },
    "doubtful difference observation-3 observation-1 observation-2\n" },
  { "difference/an-addition", "The company manages 3,000 mu, up from 2,200 mu, an addition of 900 mu.", OWN ("area", "mu") OWN ("more", "mu"),
    { F ("1", "area", "3000", "mu", "2019", "3,000 mu"), F ("2", "area", "2200", "mu", "2016", "2,200 mu"), F ("3", "more", "900", "mu", "2016/2019", "900 mu") },
    "doubtful difference observation-3 observation-1 observation-2\n" },
  { "difference/of-others", "学校现有学生560人。2014年结对时学生420人，教师增加18人。", OWN ("pupils", "person") OWN ("more", "person"),
    { F ("1", "pupils", "560", "person", "2019-09", "560人"), F ("2", "pupils", "420", "person", "2014-09", "420人"), F ("3", "more", "18", "person", "2014-09/2019-09", "18人") },
    "" },
  { "ratio/rise-in-money-and-percent", "厂里月工资5500元，比2015年的4400元增加1100元，涨了30%。", OWN ("wage", "CNY") OWN ("rise", "CNY") OWN ("growth", "percent"),
    { F ("1", "wage", "5500", "CNY", "2019", "5500元"), F ("2", "wage", "4400", "CNY", "2015", "4400元"), F ("3", "rise", "1100", "CNY", "2015/2019", "1100元"), F ("4", "growth", "30", "percent", "2015/2019", "30%") },
    "doubtful ratio observation-4 observation-1 observation-2\nconfirmed difference observation-3 observation-1 observation-2\n" },

  /* where a text says that it comes from; the row's own source is “First” */
  { "reprint/told-by-the-text", "（据山海简报）2019年投入资金900万元，培训312人，惠及87户。",
    "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Bulletin No 12\",\"publisher\":\"山海简报\",\"published\":\"2020-09-10\",\"text\":\"全年我们投入900万元。办班9期，312人参加，87户受益。\"}\n", { { NULL } },
    "doubtful reprint source-1 source-2\n" },
  { "reprint/told-by-the-text-in-english", "Aid reached 87 villages and 312 families. (Originally published by Hill Post)",
    "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Aid goes on\",\"publisher\":\"Hill Post\",\"published\":\"2020-09-10\",\"text\":\"So far 312 families in 87 villages have been helped.\"}\n", { { NULL } },
    "doubtful reprint source-1 source-2\n" },
  { "reprint/told-of-other-figures", "（据山海简报）2019年投入资金900万元，培训312人，惠及87户。",
    "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Bulletin No 12\",\"publisher\":\"山海简报\",\"published\":\"2020-09-10\",\"text\":\"全年我们投入800万元。办班9期，415人参加，93户受益。\"}\n", { { NULL } }, "" },
  { "reprint/told-and-said-so", "（据山海简报）2019年投入资金900万元，培训312人，惠及87户。",
    "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Bulletin No 12\",\"publisher\":\"山海简报\",\"published\":\"2020-09-15\",\"reprint_of\":\"source-1\",\"text\":\"全年我们投入900万元。办班9期，312人参加，87户受益。\"}\n", { { NULL } }, "" },

  /* people and how often they came */
  { "person-time/really-so-many", "参与志愿服务260人次，实际310位。", OWN ("visits", "person-time") OWN ("helpers", "person"),
    { F ("1", "visits", "260", "person-time", "2019", "260人次"), F ("2", "helpers", "310", "person", "2019", "310位") },
    "doubtful person-time observation-2 observation-1\n" },
  { "person-time/really-so-many-true", "参与志愿服务260人次，实际110位。", OWN ("visits", "person-time") OWN ("helpers", "person"),
    { F ("1", "visits", "260", "person-time", "2019", "260人次"), F ("2", "helpers", "110", "person", "2019", "110位") }, "" },
  { "person-time/they-were", "The clinic bus saw 4,200 visits. They were 5,100 people.", OWN ("visits", "person-time") OWN ("patients", "person"),
    { F ("1", "visits", "4200", "person-time", "2019", "4,200 visits"), F ("2", "patients", "5100", "person", "2019", "They were 5,100 people.") },
    "doubtful person-time observation-2 observation-1\n" },
  { "person-time/they-were-of-all-years", "The clinic bus saw 4,200 visits: 1,900 visits in 2018 and 2,300 visits in 2019. They were 3,100 people.", OWN ("visits", "person-time") OWN ("patients", "person"),
    { { "observation-1", OBSERVED ("visits", NUMBER ("4200", "person-time"), "2018/2019", TOTAL), "4,200 visits" }, { "observation-2", OBSERVED ("visits", NUMBER ("1900", "person-time"), "2018", PART ("1")), "1,900 visits" },
      { "observation-3", OBSERVED ("visits", NUMBER ("2300", "person-time"), "2019", PART ("1")), "2,300 visits" },
      { "observation-4", OBSERVED ("patients", NUMBER ("3100", "person"), "2018/2019", TOTAL), "3,100 people" } },
    "confirmed sum observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },
  { "person-time/of-others", "接诊4200人次，培训医生5100人。", OWN ("visits", "person-time") OWN ("doctors", "person"),
    { F ("1", "visits", "4200", "person-time", "2019", "4200人次"), F ("2", "doctors", "5100", "person", "2019", "5100人") }, "" },

  { "person-time/patients-who-gain", "专家门诊871人次，惠及群众990人。", OWN ("visits", "person-time") OWN ("patients", "person"),
    { F ("1", "visits", "871", "person-time", "2019", "871人次"), F ("2", "patients", "990", "person", "2019", "990人") }, "doubtful person-time observation-2 observation-1\n" },
  { "person-time/patients-who-gain-true", "专家门诊871人次，惠及群众690人。", OWN ("visits", "person-time") OWN ("patients", "person"),
    { F ("1", "visits", "871", "person-time", "2019", "871人次"), F ("2", "patients", "690", "person", "2019", "690人") }, "" },
  { "person-time/patients-in-english", "In 2019 the doctors gave 871 visits of outpatient care to 990 people.", OWN ("visits", "person-time") OWN ("patients", "person"),
    { F ("1", "visits", "871", "person-time", "2019", "871 visits"), F ("2", "patients", "990", "person", "2019", "990 people") }, "doubtful person-time observation-2 observation-1\n" },
  { "person-time/who-gains-by-a-course", "培训门诊医生871人次，惠及群众9900人。", OWN ("visits", "person-time") OWN ("patients", "person"),
    { F ("1", "visits", "871", "person-time", "2019", "871人次"), F ("2", "patients", "9900", "person", "2019", "9900人") }, "" },

  /* a total and every year of it */
  { "sum/years-listed", "先后派来教师12名，其中2017年3名、2018年4名、2019年5名。", OWN ("sent", "person") OWN ("came", "person"),
    { { "observation-1", OBSERVED ("sent", NUMBER ("12", "person"), "2017/2019", TOTAL), "12名" }, F ("2", "came", "3", "person", "2017", "3名"), F ("3", "came", "4", "person", "2018", "4名"),
      F ("4", "came", "5", "person", "2019", "5名") },
    "confirmed sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "sum/years-listed-wrong", "先后派来教师12名，其中2017年3名、2018年7名、2019年5名。", OWN ("sent", "person") OWN ("came", "person"),
    { { "observation-1", OBSERVED ("sent", NUMBER ("12", "person"), "2017/2019", TOTAL), "12名" }, F ("2", "came", "3", "person", "2017", "3名"), F ("3", "came", "7", "person", "2018", "7名"),
      F ("4", "came", "5", "person", "2019", "5名") },
    "doubtful sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "sum/one-year-not-listed", "先后派来教师12名，其中2017年3名、2018年4名。", OWN ("sent", "person") OWN ("came", "person"),
    { { "observation-1", OBSERVED ("sent", NUMBER ("12", "person"), "2017/2019", TOTAL), "12名" }, F ("2", "came", "3", "person", "2017", "3名"), F ("3", "came", "4", "person", "2018", "4名") },
    "confirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },

  { "unit/billion-of-millions", NULL,
    "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Second\",\"published\":\"2020-08-01\",\"language\":\"en\"}\n"
    FROM_SECOND ("9", OBSERVED ("product-sales", ROUNDED ("90000000000", "1000000000", "CNY"), "2019", TOTAL)),
    { { "observation-1", OBSERVED ("product-sales", ROUNDED ("40000000", "1000000", "CNY"), "2019", PART ("9") BASIS ("tea")) },
      { "observation-2", OBSERVED ("product-sales", ROUNDED ("50000000", "1000000", "CNY"), "2019", PART ("9") BASIS ("nuts")) } },
    "doubtful unit observation-9 observation-1 observation-2\nconfirmed part observation-1 observation-9\nconfirmed part observation-2 observation-9\n" },

  /* numbers in letters among those in figures */
  { "quote/in-letters", "Water came to 300 families, five people a household.", OWN ("size", "person"), { F ("1", "size", "5", "person", "2019", "Water came to 300 families, five people a household.") }, "" },
  { "quote/other-letters", "Water came to 300 families, five people a household.", OWN ("size", "person"), { F ("1", "size", "6", "person", "2019", "Water came to 300 families, five people a household.") },
    "doubtful quote observation-1\n" },

  /* plans of another figure */
  { "planned/of-the-next-figure", "东海的16名医生正在这里坐诊，明年计划再来9名。", OWN ("here", "person"), { F ("1", "here", "16", "person", "2020-06", "东海的16名医生正在这里坐诊，明年计划再来9名。") }, "" },
  { "planned/of-the-figure-itself", "东海的16名医生正在这里坐诊，明年计划再来9名。", OWN ("come", "person"), { F ("1", "come", "9", "person", "2020-06", "东海的16名医生正在这里坐诊，明年计划再来9名。") },
    "doubtful planned observation-1\n" },

  { "planned/in-a-later-clause", "今年拨付帮扶资金3329万元；明年计划安排1310万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("33290000", "10000", "CNY"), ""), "今年拨付帮扶资金3329万元；明年计划安排1310万元。" } }, "" },
  { "planned/in-an-earlier-clause", "明年计划安排1310万元；今年拨付帮扶资金3329万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("33290000", "10000", "CNY"), ""), "明年计划安排1310万元；今年拨付帮扶资金3329万元。" } }, "" },
  { "planned/in-its-own-clause", "今年拨付帮扶资金3329万元；明年计划安排1310万元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("13100000", "10000", "CNY"), ""), "今年拨付帮扶资金3329万元；明年计划安排1310万元。" } }, "doubtful planned flow-1\n" },

  /* planned by its words and its figure, in the role of what came */
  { "planned/in-the-role-of-the-actual", NULL, NULL, { { "observation-1", OBSERVED ("jobs-offered", HOPED ("2163", "job"), "2019", ",\"role\":\"actual\""), "is expected to offer 2,163 jobs" } },
    "doubtful planned observation-1\n" },
  { "planned/in-the-role-of-a-target", NULL, NULL, { { "observation-1", OBSERVED ("jobs-offered", HOPED ("2163", "job"), "2019", ",\"role\":\"target\""), "is expected to offer 2,163 jobs" } }, "" },
  { "planned/an-indicator-of-plans-is-actual", NULL, NULL,
    { { "observation-1", OBSERVED ("investment-planned", HOPED ("67000000", "CNY"), "2019", ",\"role\":\"actual\""), "planned to invest 67 million yuan" } }, "" },

  /* a total of a sum and of what is a part of it, chained */
  { "double/year-in-a-total-of-its-own", "2015年至2019年累计接收捐赠2361万元，其中2019年899万元，总账合计3260万元。", OWN ("book", "CNY") OWN ("gifts", "CNY"),
    { { "observation-2", OBSERVED ("gifts", ROUNDED ("23610000", "10000", "CNY"), "2015/2019", TOTAL PART ("1")), "2361万元" },
      { "observation-3", OBSERVED ("gifts", ROUNDED ("8990000", "10000", "CNY"), "2019", PART ("2")), "899万元" },
      { "observation-1", OBSERVED ("book", ROUNDED ("32600000", "10000", "CNY"), "2015/2019", TOTAL), "3260万元" } },
    "contradiction double observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-2\n" },
  { "double/other-money-in-the-total", "2015年至2019年累计接收捐赠2361万元，其中2019年899万元，总账合计3391万元。", OWN ("book", "CNY") OWN ("gifts", "CNY"),
    { { "observation-2", OBSERVED ("gifts", ROUNDED ("23610000", "10000", "CNY"), "2015/2019", TOTAL PART ("1")), "2361万元" },
      { "observation-3", OBSERVED ("gifts", ROUNDED ("8990000", "10000", "CNY"), "2019", PART ("2")), "899万元" },
      { "observation-1", OBSERVED ("book", ROUNDED ("33910000", "10000", "CNY"), "2015/2019", TOTAL), "3391万元" } },
    "confirmed part observation-2 observation-1\nconfirmed part observation-3 observation-2\n" },

  /* two that print a figure alike, and two that tell it in the same words */
  { "reprint/bare-figure-in-one-paragraph", NULL, OTHER ("36.02 million yuan"),
    { { "observation-1", OBSERVED ("social-donations", ROUNDED ("36020000", "10000", "CNY"), "2019", ""), "36.02 million yuan" } }, "confirmed same observation-1 observation-2\n" },
  { "reprint/in-the-same-words", NULL, OTHER ("People from all walks of life gave 36.02 million yuan"),
    { { "observation-1", OBSERVED ("social-donations", ROUNDED ("36020000", "10000", "CNY"), "2019", ""), "People from all walks of life gave 36.02 million yuan" } },
    "doubtful reprint observation-1 observation-2\n" },
  { "reprint/in-the-same-words-in-chinese", NULL, OTHER ("社会各界踊跃为山区捐款捐物3602万元"),
    { { "observation-1", OBSERVED ("social-donations", ROUNDED ("36020000", "10000", "CNY"), "2019", ""), "社会各界踊跃为山区捐款捐物3602万元" } },
    "doubtful reprint observation-1 observation-2\n" },

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

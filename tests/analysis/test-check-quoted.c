/* test-check-quoted.c - what the figures of one sentence say of each other where only the sentence is quoted. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define SENT(role, value, more) \
  "\"record\":\"exchange\",\"case\":\"case-1\",\"direction\":\"east-to-west\",\"role\":\"" role "\",\"purpose\":\"service\",\"count\":" value ",\"period\":\"2019\"" more

/* quoted, and nothing else of the source is held */
#define QUOTED_SHARE "帮助就业3870人，其中贫困劳动力1308人，占24.8%。"
#define QUOTED_SHARE_RIGHT "帮助就业3870人，其中贫困劳动力1308人，占33.8%"
#define QUOTED_RISE "销售额由2017年的2761万元增长到2018年的3979万元，增长53.1%。"
#define QUOTED_LIST "派出12名教师、12名医生，共25名。"
#define ONE_RISE "签约率由2014年的42.18%提高到2019年的89.89%，提高了47.71个百分点。"
#define ONE_FALL "2014年底至2019年底，贫困发生率由28.85%降到2.79%，下降26.06个百分点。"
#define TWO_FALLS "2014年底至2019年底，贫困发生率由28.85%降到2.79%，下降26.06个百分点；贫困人口由6.56万人减少到0.63万人，减少90.4%。"

static const Row rows[] = {
  /* a sentence that is quoted is held text */
  { "quoted/share", NULL, OWN ("share", "percent"),
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("3870", "person"), "2019", ""), QUOTED_SHARE },
      { "observation-2", OBSERVED ("people-trained", NUMBER ("1308", "person"), "2019", ""), QUOTED_SHARE },
      { "observation-3", OBSERVED ("share", ROUNDED ("24.8", "0.1", "percent"), "2019", ""), QUOTED_SHARE } },
    "contradiction ratio observation-3 observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "quoted/without-its-full-stop", NULL, OWN ("share", "percent"),
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("3870", "person"), "2019", ""), QUOTED_SHARE_RIGHT },
      { "observation-2", OBSERVED ("people-trained", NUMBER ("1308", "person"), "2019", ""), QUOTED_SHARE_RIGHT "。" },
      { "observation-3", OBSERVED ("share", ROUNDED ("33.8", "0.1", "percent"), "2019", ""), QUOTED_SHARE_RIGHT } },
    "confirmed ratio observation-3 observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "quoted/growth", NULL, OWN ("growth", "percent"),
    { { "observation-1", OBSERVED ("product-sales", ROUNDED ("27610000", "10000", "CNY"), "2017", ""), QUOTED_RISE },
      { "observation-2", OBSERVED ("product-sales", ROUNDED ("39790000", "10000", "CNY"), "2018", ""), QUOTED_RISE },
      { "observation-3", OBSERVED ("growth", ROUNDED ("53.1", "0.1", "percent"), "2018", ""), QUOTED_RISE } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "quoted/one-number-twice", NULL, OWN ("all", "person"),
    { { "exchange-1", SENT ("teacher", NUMBER ("12", "person"), ""), QUOTED_LIST },
      { "exchange-2", SENT ("doctor", NUMBER ("12", "person"), ""), QUOTED_LIST },
      { "observation-3", OBSERVED ("all", NUMBER ("25", "person"), "2019", ""), QUOTED_LIST } },
    "contradiction sum observation-3 exchange-1 exchange-2\n" },
  { "quoted/two-sentences", NULL, OWN ("all", "person"),
    { { "exchange-1", SENT ("teacher", NUMBER ("12", "person"), ""), "派出12名教师、13名医生。" },
      { "exchange-2", SENT ("doctor", NUMBER ("13", "person"), ""), "派出12名教师、13名医生。" },
      { "observation-3", OBSERVED ("all", NUMBER ("26", "person"), "2019", ""), "共派出26名各类人才支援当地建设。" } },
    "" },

  /* the unit is the one behind the figure, whatever else the sentence prints */
  { "quoted/people-for-times", NULL, NULL,
    { { "exchange-1", SENT ("doctor", NUMBER ("362", "person"), ""), "2012年至2018年，两地互访考察362人次。" } },
    "doubtful person-time exchange-1\n" },
  { "quoted/people-and-times", NULL, NULL,
    { { "exchange-1", SENT ("doctor", NUMBER ("306", "person"), ""), "2019年两地培训医生306人、306人次。" } }, "" },
  { "quoted/points-of-another-figure", NULL, OWN ("fall", "percent") OWN ("points", "percentage-point"),
    { { "observation-1", OBSERVED ("poverty-incidence", ROUNDED ("28.85", "0.01", "percent"), "2014-12-31", ""), TWO_FALLS },
      { "observation-2", OBSERVED ("poverty-incidence", ROUNDED ("2.79", "0.01", "percent"), "2019-12-31", ""), TWO_FALLS },
      { "observation-3", OBSERVED ("points", ROUNDED ("26.06", "0.01", "percentage-point"), "2014/2019", ""), TWO_FALLS },
      { "observation-4", OBSERVED ("poverty-headcount", ROUNDED ("65600", "100", "person"), "2014-12-31", ""), TWO_FALLS },
      { "observation-5", OBSERVED ("poverty-headcount", ROUNDED ("6300", "100", "person"), "2019-12-31", ""), TWO_FALLS },
      { "observation-6", OBSERVED ("fall", ROUNDED ("90.4", "0.1", "percent"), "2014/2019", ""), TWO_FALLS } },
    "confirmed difference observation-3 observation-1 observation-2\nconfirmed difference observation-3 observation-2 observation-1\nconfirmed ratio observation-6 observation-1 observation-2\n"
    "confirmed ratio observation-6 observation-5 observation-4\nconfirmed base observation-4 observation-1 observation-5 observation-2\n" },
  { "quoted/points-of-one-of-two-rates", NULL, OWN ("rate", "percent") OWN ("rise", "percentage-point"),
    { { "observation-1", OBSERVED ("rate", ROUNDED ("42.18", "0.01", "percent"), "2014-12-31", ""), ONE_RISE },
      { "observation-2", OBSERVED ("rate", ROUNDED ("70.2", "0.1", "percent"), "2019-12-31", ""), "70.2%" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("89.89", "0.01", "percent"), "2019-12-31", ""), ONE_RISE },
      { "observation-4", OBSERVED ("rise", ROUNDED ("47.71", "0.01", "percentage-point"), "2014/2019", ""), ONE_RISE } },
    "doubtful same observation-2 observation-3\nconfirmed difference observation-4 observation-1 observation-3\nconfirmed difference observation-4 observation-3 observation-1\n" },
  { "quoted/points-for-per-cent", NULL, OWN ("fall", "percent"),
    { { "observation-1", OBSERVED ("poverty-incidence", ROUNDED ("28.85", "0.01", "percent"), "2014-12-31", ""), ONE_FALL },
      { "observation-2", OBSERVED ("poverty-incidence", ROUNDED ("2.79", "0.01", "percent"), "2019-12-31", ""), ONE_FALL },
      { "observation-3", OBSERVED ("fall", ROUNDED ("26.06", "0.01", "percent"), "2014/2019", ""), ONE_FALL } },
    "doubtful points observation-3\nconfirmed difference observation-3 observation-1 observation-2\n" },

  /* rates that are named after their figures, and means of the one verb */
  { "ratio/rate-of-the-money", "总投资3.50亿元，实际到位资金2.14亿元，到位率71.1%。", OWN ("to-come", "CNY") OWN ("came", "CNY") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("to-come", ROUNDED ("350000000", "1000000", "CNY"), "2019", ""), "3.50亿元" },
      { "observation-2", OBSERVED ("came", ROUNDED ("214000000", "1000000", "CNY"), "2019", ""), "2.14亿元" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("71.1", "0.1", "percent"), "2019", ""), "71.1%" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/rate-of-the-money-true", "总投资3.50亿元，实际到位资金2.14亿元，到位率61.1%。", OWN ("to-come", "CNY") OWN ("came", "CNY") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("to-come", ROUNDED ("350000000", "1000000", "CNY"), "2019", ""), "3.50亿元" },
      { "observation-2", OBSERVED ("came", ROUNDED ("214000000", "1000000", "CNY"), "2019", ""), "2.14亿元" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("61.1", "0.1", "percent"), "2019", ""), "61.1%" } },
    "confirmed ratio observation-3 observation-2 observation-1\n" },
  { "ratio/rate-named-after-both", "全年抢救危重患者110例，成功102例，抢救成功率89.2%。", OWN ("all", "case") OWN ("well", "case") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("all", NUMBER ("110", "case"), "2019", ""), "110例" },
      { "observation-2", OBSERVED ("well", NUMBER ("102", "case"), "2019", ""), "102例" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("89.2", "0.1", "percent"), "2019", ""), "89.2%" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/rate-named-after-others", "全年抢救危重患者110例，手术102例，住院治愈率89.2%。", OWN ("all", "case") OWN ("well", "case") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("all", NUMBER ("110", "case"), "2019", ""), "110例" },
      { "observation-2", OBSERVED ("well", NUMBER ("102", "case"), "2019", ""), "102例" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("89.2", "0.1", "percent"), "2019", ""), "89.2%" } },
    "" },
  { "average/each", "The district spent 140.0 million yuan on 25 villages, an average of 3.9 million yuan each.", OWN ("spent", "CNY") OWN ("villages", "village") OWN ("each", "CNY"),
    { { "observation-1", OBSERVED ("spent", ROUNDED ("140000000", "100000", "CNY"), "2019", ""), "140.0 million yuan" },
      { "observation-2", OBSERVED ("villages", NUMBER ("25", "village"), "2019", ""), "25 villages" },
      { "observation-3", OBSERVED ("each", ROUNDED ("3900000", "100000", "CNY"), "2019", ""), "3.9 million yuan" } },
    "doubtful average observation-3 observation-1 observation-2\n" },
  { "average/each-true", "The district spent 140.0 million yuan on 25 villages, an average of 5.6 million yuan each.", OWN ("spent", "CNY") OWN ("villages", "village") OWN ("each", "CNY"),
    { { "observation-1", OBSERVED ("spent", ROUNDED ("140000000", "100000", "CNY"), "2019", ""), "140.0 million yuan" },
      { "observation-2", OBSERVED ("villages", NUMBER ("25", "village"), "2019", ""), "25 villages" },
      { "observation-3", OBSERVED ("each", ROUNDED ("5600000", "100000", "CNY"), "2019", ""), "5.6 million yuan" } },
    "confirmed average observation-3 observation-1 observation-2\n" },
  { "person-time/one-verb", "为2900名群众开展免费体检，共计体检1740人次。", OWN ("people", "person") OWN ("times", "person-time"),
    { { "observation-1", OBSERVED ("people", NUMBER ("2900", "person"), "2019", ""), "2900名" },
      { "observation-2", OBSERVED ("times", NUMBER ("1740", "person-time"), "2019", ""), "1740人次" } },
    "contradiction person-time observation-1 observation-2\n" },
  { "person-time/two-verbs", "为2900名群众发放宣传单，共计体检1740人次。", OWN ("people", "person") OWN ("times", "person-time"),
    { { "observation-1", OBSERVED ("people", NUMBER ("2900", "person"), "2019", ""), "2900名" },
      { "observation-2", OBSERVED ("times", NUMBER ("1740", "person-time"), "2019", ""), "1740人次" } },
    "" },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

/* test-check-quoted.c - what the figures of one sentence say of each other where only the sentence is quoted. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define SENT(role, value, more) \
  "\"record\":\"exchange\",\"case\":\"case-1\",\"direction\":\"east-to-west\",\"role\":\"" role "\",\"purpose\":\"service\",\"count\":" value ",\"period\":\"2019\"" more

/* quoted, and nothing else of the source is held */
#define QUOTED_SHARE "帮助就业3870人，其中贫困劳动力1308人，占24.8%。"
#define QUOTED_SHARE_RIGHT "帮助就业3870人，其中贫困劳动力1308人，占33.8%"
#define QUOTED_RISE "销售额由2017年的2761万元增长到2018年的3979万元，增长53.1%。"
#define QUOTED_LIST "派出12名教师、12名医生，共25名。"

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
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

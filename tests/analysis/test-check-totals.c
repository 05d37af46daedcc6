/* test-check-totals.c - money that is told in a total, as a part of it, and as a year of several. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define WAN(n) ROUNDED (n "0000", "10000", "CNY")
#define GIVEN(amount, period, more) \
  "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"place-d\",\"to\":\"place-c\",\"kind\":\"fiscal\",\"status\":\"disbursed\",\"amount\":" amount ",\"period\":\"" period "\"" more
#define PART_OF(id) ",\"part_of\":\"flow-" id "\""
#define UNCITED(id, members) "{" members ",\"id\":\"flow-" id "\"}\n"

static const Row rows[] = {
  /* a part that was added to what holds it */
  { "double/part-added", "财政资金3062万元，其中教育资金918万元。五年来，财政资金和教育资金合计3980万元。", NULL,
    { { "flow-1", GIVEN (WAN ("3062"), "2014/2018", TOTAL), "3062万元" },
      { "flow-2", GIVEN (WAN ("918"), "2014/2018", TOTAL PART_OF ("1") ",\"sector\":\"education\""), "918万元" },
      { "flow-3", GIVEN (WAN ("3980"), "2014/2018", TOTAL), "3980万元" } },
    "contradiction double flow-3 flow-1 flow-2\nconfirmed part flow-2 flow-1\n" },
  { "double/other-money-added", "财政资金3062万元，其中教育资金918万元。五年来，连同社会资金合计4100万元。", NULL,
    { { "flow-1", GIVEN (WAN ("3062"), "2014/2018", TOTAL), "3062万元" },
      { "flow-2", GIVEN (WAN ("918"), "2014/2018", TOTAL PART_OF ("1") ",\"sector\":\"education\""), "918万元" },
      { "flow-3", GIVEN (WAN ("4100"), "2014/2018", TOTAL), "4100万元" } },
    "confirmed part flow-2 flow-1\n" },
  { "double/year-added", "五年累计到位援助资金5808万元，其中2018年1742万元。援助资金总额达7550万元。", NULL,
    { { "flow-1", GIVEN (WAN ("5808"), "2014/2018", TOTAL), "5808万元" },
      { "flow-2", GIVEN (WAN ("1742"), "2018", ""), "1742万元" },
      { "flow-3", GIVEN (WAN ("7550"), "2014/2018", TOTAL), "7550万元" } },
    "contradiction double flow-3 flow-1 flow-2\ndoubtful double flow-1 flow-3\ndoubtful double flow-2 flow-3\nconfirmed part flow-2 flow-1\n" },

  /* a year of several years, and money that is handed on, aren't told twice */
  { "double/year-of-several", "五年累计到位援助资金5808万元，其中2018年1742万元。", NULL,
    { { "flow-1", GIVEN (WAN ("5808"), "2014/2018", TOTAL), "5808万元" },
      { "flow-2", GIVEN (WAN ("1742"), "2018", ""), "1742万元" } },
    "confirmed part flow-2 flow-1\n" },
  { "double/part-of-the-same-years", "五年累计到位援助资金5808万元，其中教育1742万元。", NULL,
    { { "flow-1", GIVEN (WAN ("5808"), "2014/2018", TOTAL), "5808万元" },
      { "flow-2", GIVEN (WAN ("1742"), "2014/2018", TOTAL ",\"sector\":\"education\""), "1742万元" } },
    "doubtful double flow-2 flow-1\ndoubtful double flow-2 flow-1\nconfirmed part flow-2 flow-1\n" },
  { "double/handed-on", "县财政收到帮扶资金8879万元，将其中8435万元下达到村。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", WAN ("8879"), ""), "8879万元" },
      { "flow-2", FLOW ("place-c", "place-v", "fiscal", WAN ("8435"), ""), "8435万元" } },
    "confirmed part flow-2 flow-1\nconfirmed flow flow-1 flow-2\n" },

  /* parts of one whole that nobody is cited for are no rivals */
  { "same/siblings-uncited", NULL,
    UNCITED ("2", GIVEN (WAN ("3496"), "2014/2018", TOTAL PART_OF ("1"))) UNCITED ("3", GIVEN (WAN ("2817"), "2014/2018", TOTAL PART_OF ("1"))),
    { { "flow-1", GIVEN (WAN ("9000"), "2014/2018", TOTAL) } },
    "doubtful sum flow-1 flow-2 flow-3\nincomplete citation flow-2\nincomplete citation flow-3\nconfirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\n" },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

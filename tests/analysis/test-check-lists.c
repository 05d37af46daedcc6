/* test-check-lists.c - what a sentence lists, and the total that it tells before or behind. SPDX-License-Identifier: GPL-3.0-or-later */

#include "check-rows.h"

#define F(id, key, n, unit, quote) { "observation-" id, OBSERVED (key, NUMBER (n, unit), "2019", ""), quote }
#define VISITS(id, direction, n, quote) \
  { "exchange-" id, "\"record\":\"exchange\",\"case\":\"case-1\",\"direction\":\"" direction "\",\"role\":\"delegation\",\"purpose\":\"visit\",\"sessions\":" NUMBER (n, "batch") ",\"period\":\"2019\"", quote }
#define PEOPLE OWN ("farmers", "person") OWN ("poor", "person") OWN ("cadres", "person") OWN ("teachers", "person") OWN ("all", "person")

static const Row rows[] = {
  /* what a bracket tells of one that is listed is no summand */
  { "list/bracket", "培训农民1420人（其中贫困人口568人）、村干部207人，合计1627人。", PEOPLE,
    { F ("1", "farmers", "1420", "person", "1420人"), F ("2", "poor", "568", "person", "568人"), F ("3", "cadres", "207", "person", "207人"), F ("4", "all", "1627", "person", "1627人") },
    "confirmed sum observation-4 observation-1 observation-3\nconfirmed part observation-2 observation-1\n" },
  { "list/bracket-wrong", "培训农民1420人（其中贫困人口568人）、村干部207人，合计1727人。", PEOPLE,
    { F ("1", "farmers", "1420", "person", "1420人"), F ("2", "poor", "568", "person", "568人"), F ("3", "cadres", "207", "person", "207人"), F ("4", "all", "1727", "person", "1727人") },
    "contradiction sum observation-4 observation-1 observation-3\nconfirmed part observation-2 observation-1\n" },
  { "list/bracket-added", "培训农民1420人（其中贫困人口568人）、村干部207人，合计2195人。", PEOPLE,
    { F ("1", "farmers", "1420", "person", "1420人"), F ("2", "poor", "568", "person", "568人"), F ("3", "cadres", "207", "person", "207人"), F ("4", "all", "2195", "person", "2195人") },
    "contradiction double observation-4 observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\n" },
  { "list/bracket-added-that-nobody-recorded", "培训农民1420人（其中贫困人口568人）、村干部207人，合计2195人。", PEOPLE,
    { F ("1", "farmers", "1420", "person", "1420人"), F ("3", "cadres", "207", "person", "207人"), F ("4", "all", "2195", "person", "2195人") },
    "contradiction sum observation-4 observation-1 observation-3\ndoubtful double observation-4 observation-1 observation-3\n" },
  { "list/bracket-that-nobody-recorded", "培训农民142人(其中贫困人口12人)、村干部207人，共349人。", PEOPLE,
    { F ("1", "farmers", "142", "person", "142人"), F ("3", "cadres", "207", "person", "207人"), F ("4", "all", "349", "person", "349人") }, "confirmed sum observation-4 observation-1 observation-3\n" },
  { "list/bracket-of-some", "派出干部6名(含县处级2名)、医生17名、教师37名，共60名。", PEOPLE,
    { F ("1", "cadres", "6", "person", "6名"), F ("2", "poor", "2", "person", "2名"), F ("3", "farmers", "17", "person", "17名"), F ("4", "teachers", "37", "person", "37名"), F ("5", "all", "60", "person", "60名") },
    "confirmed sum observation-5 observation-1 observation-3 observation-4\nconfirmed part observation-2 observation-1\n" },
  { "list/bracket-with-a-share", "培训农民1420人（占87.3%）、村干部207人，共培训1627人。", PEOPLE OWN ("share", "percent"),
    { F ("1", "farmers", "1420", "person", "1420人"), { "observation-2", OBSERVED ("share", ROUNDED ("87.3", "0.1", "percent"), "2019", ""), "87.3%" }, F ("3", "cadres", "207", "person", "207人"),
      F ("4", "all", "1627", "person", "1627人") }, "confirmed sum observation-4 observation-1 observation-3\n" },
  { "list/by-the-way", "培训农民1420人，其中贫困人口568人，村干部207人，合计1627人。", PEOPLE,
    { F ("1", "farmers", "1420", "person", "1420人"), F ("2", "poor", "568", "person", "568人"), F ("3", "cadres", "207", "person", "207人"), F ("4", "all", "1627", "person", "1627人") },
    "confirmed sum observation-4 observation-1 observation-3\nconfirmed part observation-2 observation-1\n" },
  { "list/of-the-parts", "累计培训5000人，其中2019年培训农民300人、教师400人，共700人。", PEOPLE,
    { F ("1", "all", "5000", "person", "5000人"), F ("2", "farmers", "300", "person", "300人"), F ("3", "teachers", "400", "person", "400人"), F ("4", "cadres", "700", "person", "700人") },
    "confirmed sum observation-4 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },
  { "list/towns-added-to-the-county", "全县建成住房1042套，其中白昌镇312套、清山乡260套，县、乡合计1614套。", OWN ("built", "dwelling") OWN ("town", "dwelling") OWN ("other-town", "dwelling") OWN ("total", "dwelling"),
    { F ("1", "built", "1042", "dwelling", "1042套"), F ("2", "town", "312", "dwelling", "312套"),
      F ("3", "other-town", "260", "dwelling", "260套"), F ("4", "total", "1614", "dwelling", "1614套") },
    "contradiction double observation-4 observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },

  /* of how many the total is */
  { "list/three-towns", "石泽乡吸纳516人、清阳镇281人、梅和乡521人，三个乡镇合计1228人。", PEOPLE,
    { F ("1", "farmers", "516", "person", "516人"), F ("2", "poor", "281", "person", "281人"), F ("3", "cadres", "521", "person", "521人"), F ("4", "all", "1228", "person", "1228人") },
    "contradiction sum observation-4 observation-1 observation-2 observation-3\n" },
  { "list/three-towns-true", "石泽乡吸纳516人、清阳镇281人、梅和乡521人，三个乡镇合计1318人。", PEOPLE,
    { F ("1", "farmers", "516", "person", "516人"), F ("2", "poor", "281", "person", "281人"), F ("3", "cadres", "521", "person", "521人"), F ("4", "all", "1318", "person", "1318人") },
    "confirmed sum observation-4 observation-1 observation-2 observation-3\n" },
  { "list/five-towns", "石泽乡吸纳516人、清阳镇281人、梅和乡521人，五个乡镇合计1928人。", PEOPLE,
    { F ("1", "farmers", "516", "person", "516人"), F ("2", "poor", "281", "person", "281人"), F ("3", "cadres", "521", "person", "521人"), F ("4", "all", "1928", "person", "1928人") }, "" },
  { "list/two-counties-sent-more", "派出教师30人、医生20人，两县共选派80人。", PEOPLE,
    { F ("1", "teachers", "30", "person", "30人"), F ("2", "farmers", "20", "person", "20人"), F ("3", "all", "80", "person", "80人") }, "doubtful sum observation-3 observation-1 observation-2\n" },
  { "list/of-three-years", "教育投入100万元、卫生投入200万元、产业投入300万元，三年共使用2000万元。", OWN ("a", "CNY") OWN ("b", "CNY") OWN ("c", "CNY") OWN ("d", "CNY"),
    { F ("1", "a", "1000000", "CNY", "100万元"), F ("2", "b", "2000000", "CNY", "200万元"), F ("3", "c", "3000000", "CNY", "300万元"), F ("4", "d", "20000000", "CNY", "2000万元") }, "" },
  { "list/visits-of-both", "东区赴西县考察9批次，西县赴东区学习17批次，两地互访共30批次。", OWN ("visits", "batch"),
    { VISITS ("1", "east-to-west", "9", "9批次"), VISITS ("2", "west-to-east", "17", "17批次"), F ("3", "visits", "30", "batch", "30批次") }, "contradiction sum observation-3 exchange-1 exchange-2\n" },
  { "list/visits-of-both-true", "东区赴西县考察9批次，西县赴东区学习17批次，两地互访共26批次。", OWN ("visits", "batch"),
    { VISITS ("1", "east-to-west", "9", "9批次"), VISITS ("2", "west-to-east", "17", "17批次"), F ("3", "visits", "26", "batch", "26批次") }, "confirmed sum observation-3 exchange-1 exchange-2\n" },

  /* people and times don't add up */
  { "list/people-and-times", "培训党政干部108人次、致富带头人193人，共培训301人。", PEOPLE OWN ("times", "person-time"),
    { F ("1", "times", "108", "person-time", "108人次"), F ("2", "farmers", "193", "person", "193人"), F ("3", "all", "301", "person", "301人") },
    "doubtful person-time observation-3 observation-1 observation-2\n" },
  { "list/people-beside-times", "培训党政干部108人次、致富带头人193人，共培训250人。", PEOPLE OWN ("times", "person-time"),
    { F ("1", "times", "108", "person-time", "108人次"), F ("2", "farmers", "193", "person", "193人"), F ("3", "all", "250", "person", "250人") }, "" },

  /* the total first */
  { "list/total-first", "共选派各类人才83名，包括党政干部8名、医生42名、教师23名。", PEOPLE,
    { F ("1", "all", "83", "person", "83名"), F ("2", "cadres", "8", "person", "8名"), F ("3", "farmers", "42", "person", "42名"), F ("4", "teachers", "23", "person", "23名") },
    "doubtful sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "list/total-first-true", "共选派各类人才73名到当地工作，其中党政干部8名、医生42名、教师23名。", PEOPLE,
    { F ("1", "all", "73", "person", "73名"), F ("2", "cadres", "8", "person", "8名"), F ("3", "farmers", "42", "person", "42名"), F ("4", "teachers", "23", "person", "23名") },
    "confirmed sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "list/total-first-and-others", "共选派各类人才83名，包括党政干部8名、医生42名、教师23名等。", PEOPLE,
    { F ("1", "all", "83", "person", "83名"), F ("2", "cadres", "8", "person", "8名"), F ("3", "farmers", "42", "person", "42名"), F ("4", "teachers", "23", "person", "23名") },
    "confirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "list/total-first-and-more", "共选派各类人才83名，其中党政干部8名、医生42名、教师23名，另有农技人员10名。", PEOPLE,
    { F ("1", "all", "83", "person", "83名"), F ("2", "cadres", "8", "person", "8名"), F ("3", "farmers", "42", "person", "42名"), F ("4", "teachers", "23", "person", "23名") },
    "confirmed sum observation-1 observation-2 observation-3 observation-4\n"
    "confirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "list/total-first-of-some", "共选派各类人才183名，其中党政干部8名、医生42名、教师23名。", PEOPLE,
    { F ("1", "all", "183", "person", "183名"), F ("2", "cadres", "8", "person", "8名"), F ("3", "farmers", "42", "person", "42名"), F ("4", "teachers", "23", "person", "23名") },
    "confirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "list/women-and-the-poor", "共培训100人，其中妇女62人、贫困人口48人、少数民族30人。", PEOPLE,
    { F ("1", "all", "100", "person", "100人"), F ("2", "cadres", "62", "person", "62人"), F ("3", "poor", "48", "person", "48人"), F ("4", "teachers", "30", "person", "30人") },
    "confirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\nconfirmed part observation-4 observation-1\n" },
  { "list/behind-a-colon", "共选派66名：医生17名、教师37名。", PEOPLE,
    { F ("1", "all", "66", "person", "66名"), F ("2", "cadres", "17", "person", "17名"), F ("3", "teachers", "37", "person", "37名") },
    "contradiction sum observation-1 observation-2 observation-3\n" },

  /* 约 of 签约 belongs to the word */
  { "list/contracts", "常住人口13.0万人，家庭医生签约8.48万人，签约率75.2%。", OWN ("residents", "person") OWN ("contracts", "person") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("residents", ROUNDED ("130000", "1000", "person"), "2019", ""), "13.0万人" }, { "observation-2", OBSERVED ("contracts", ROUNDED ("84800", "100", "person"), "2019", ""), "8.48万人" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("75.2", "0.1", "percent"), "2019", ""), "75.2%" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  check_rows_add (rows, G_N_ELEMENTS (rows));

  return g_test_run ();
}

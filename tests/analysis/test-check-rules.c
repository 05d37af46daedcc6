/* test-check-rules.c - each check by itself: what agrees, what doesn't, and what just does. SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis-util.h"

#include <string.h>

#define MAX_FIGURES 8

/* a record: its id, its members without the citation, and what it cites of the row's text (its first place, or the one behind the figure before) */
typedef struct
{
  const char *id;
  const char *members;
  const char *quote;
} Figure;

typedef struct
{
  const char *name;   /* check/case */
  const char *text;   /* of the source; NULL: the figures cite without a text */
  const char *more;   /* further records, or NULL */
  Figure      figures[MAX_FIGURES];
  const char *found;
} Row;

#define WORLD                                                                                                                            \
  "{\"record\":\"place\",\"id\":\"place-d\",\"name\":\"D\",\"level\":\"county\"}\n"                                                       \
  "{\"record\":\"place\",\"id\":\"place-c\",\"name\":\"C\",\"level\":\"county\"}\n"                                                       \
  "{\"record\":\"place\",\"id\":\"place-v\",\"name\":\"V\",\"level\":\"village\",\"parent\":\"place-c\"}\n"                               \
  "{\"record\":\"party\",\"id\":\"party-f\",\"name\":\"Fund\",\"kind\":\"government\"}\n"                                                 \
  "{\"record\":\"party\",\"id\":\"party-e\",\"name\":\"Mill\",\"kind\":\"enterprise\"}\n"                                                 \
  "{\"record\":\"case\",\"id\":\"case-1\",\"title\":\"D → C\",\"assisting\":[\"place-d\"],\"assisted\":[\"place-c\"],\"period\":\"2014/2020\"}\n"

#define NUMBER(n, unit) "{\"value\":\"" n "\",\"unit\":\"" unit "\"}"
#define ROUNDED(n, precision, unit) "{\"value\":\"" n "\",\"precision\":\"" precision "\",\"unit\":\"" unit "\"}"
#define ABOUT(n, unit) "{\"value\":\"" n "\",\"unit\":\"" unit "\",\"qualifier\":\"about\"}"
#define OBSERVED(indicator, value, period, more) \
  "\"record\":\"observation\",\"case\":\"case-1\",\"subject\":\"place-c\",\"indicator\":\"" indicator "\",\"value\":" value ",\"period\":\"" period "\"" more
#define FLOW(from, to, kind, value, more) \
  "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"" from "\",\"to\":\"" to "\",\"kind\":\"" kind "\",\"status\":\"disbursed\",\"amount\":" value ",\"period\":\"2019\"" more
#define OWN(key, unit) "{\"record\":\"indicator\",\"id\":\"indicator-" key "\",\"key\":\"" key "\",\"name\":\"" key "\",\"unit\":\"" unit "\"}\n"
#define TOTAL ",\"cumulative\":true"
#define PART(of) ",\"part_of\":\"observation-" of "\""
#define BASIS(text) ",\"basis\":\"" text "\""
#define OF_PROGRAMME(id) ",\"programme\":\"programme-" id "\""
#define PROGRAMME(id) "{\"record\":\"programme\",\"id\":\"programme-" id "\",\"case\":\"case-1\",\"title\":\"" id "\"}\n"
#define SECOND "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"Second\",\"published\":\"2020-08-01\"}\n"
#define FROM_SECOND(id, members) "{" members ",\"id\":\"observation-" id "\",\"citations\":[{\"source\":\"source-2\",\"paragraph\":3}]}\n"

static const Row rows[] = {
  /* difference */
  { "difference/confirmed", NULL, NULL,
    { { "observation-1", OBSERVED ("poverty-headcount", ROUNDED ("109200", "100", "person"), "2013-12-31", "") },
      { "observation-2", OBSERVED ("poverty-headcount", ROUNDED ("12800", "100", "person"), "2019-12-31", "") },
      { "observation-3", OBSERVED ("people-lifted-out", ROUNDED ("96400", "100", "person"), "2014/2019", TOTAL) } },
    "confirmed difference observation-3 observation-1 observation-2\n" },
  { "difference/within-precision", NULL, NULL,
    { { "observation-1", OBSERVED ("poverty-headcount", ROUNDED ("109200", "100", "person"), "2013-12-31", "") },
      { "observation-2", OBSERVED ("poverty-headcount", ROUNDED ("12800", "100", "person"), "2019-12-31", "") },
      { "observation-3", OBSERVED ("people-lifted-out", ROUNDED ("96300", "100", "person"), "2014/2019", TOTAL) } },
    "confirmed difference observation-3 observation-1 observation-2\n" },
  { "difference/beyond-precision", NULL, NULL,
    { { "observation-1", OBSERVED ("poverty-headcount", ROUNDED ("109200", "100", "person"), "2013-12-31", "") },
      { "observation-2", OBSERVED ("poverty-headcount", ROUNDED ("12800", "100", "person"), "2019-12-31", "") },
      { "observation-3", OBSERVED ("people-lifted-out", ROUNDED ("96000", "100", "person"), "2014/2019", TOTAL) } },
    "contradiction difference observation-3 observation-1 observation-2\n" },
  { "difference/sentence", "收入由2018年的6966元增長到2019年的7948元，增長980元。", OWN ("rise", "CNY"),
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("6966", "CNY"), "2018", ""), "6966元" },
      { "observation-2", OBSERVED ("rural-income", NUMBER ("7948", "CNY"), "2019", ""), "7948元" },
      { "observation-3", OBSERVED ("rise", NUMBER ("980", "CNY"), "2019", ""), "980元" } },
    "contradiction difference observation-3 observation-2 observation-1\n" },

  /* average */
  { "average/confirmed", "2016年至2019年投入5000万元，年均投入1250万元。", OWN ("mean", "CNY"),
    { { "observation-1", OBSERVED ("funds-invested", ROUNDED ("50000000", "10000", "CNY"), "2016/2019", TOTAL), "5000万元" },
      { "observation-2", OBSERVED ("mean", ROUNDED ("12500000", "10000", "CNY"), "2016/2019", ""), "1250万元" } },
    "confirmed average observation-2 observation-1\n" },
  { "average/rounded", "2016年至2018年投入5000万元，年均投入1667万元。", OWN ("mean", "CNY"),
    { { "observation-1", OBSERVED ("funds-invested", ROUNDED ("50000000", "10000", "CNY"), "2016/2018", TOTAL), "5000万元" },
      { "observation-2", OBSERVED ("mean", ROUNDED ("16670000", "10000", "CNY"), "2016/2018", ""), "1667万元" } },
    "confirmed average observation-2 observation-1\n" },
  { "average/contradicts", "2016年至2018年投入5000万元，年均投入1700万元。", OWN ("mean", "CNY"),
    { { "observation-1", OBSERVED ("funds-invested", ROUNDED ("50000000", "10000", "CNY"), "2016/2018", TOTAL), "5000万元" },
      { "observation-2", OBSERVED ("mean", ROUNDED ("17000000", "10000", "CNY"), "2016/2018", ""), "1700万元" } },
    "contradiction average observation-2 observation-1\n" },
  { "average/monthly", "2019年接诊45516人次，月均接诊3793人次。", NULL,
    { { "observation-1", OBSERVED ("outpatients", NUMBER ("45516", "person-time"), "2019", TOTAL), "45516人次" },
      { "observation-2", OBSERVED ("outpatients", NUMBER ("3793", "person-time"), "2019", BASIS ("月均")), "3793人次" } },
    "confirmed average observation-2 observation-1\n" },
  { "average/monthly-contradicts", "今年1至6月会诊3516例，平均每月757例。", NULL,
    { { "observation-1", OBSERVED ("remote-consultations", NUMBER ("3516", "case"), "2020-01/2020-06", TOTAL), "3516例" },
      { "observation-2", OBSERVED ("remote-consultations", NUMBER ("757", "case"), "2020-01/2020-06", BASIS ("月均")), "757例" } },
    "contradiction average observation-2 observation-1\n" },
  { "average/of-another-time", "2016年至2019年累计培训5300人次，其中2019年月均100人次。", NULL,
    { { "observation-1", OBSERVED ("training-attendances", NUMBER ("5300", "person-time"), "2016/2019", TOTAL), "5300人次" },
      { "observation-2", OBSERVED ("training-attendances", NUMBER ("100", "person-time"), "2019", BASIS ("月均")), "100人次" } },
    "confirmed part observation-2 observation-1\n" },
  { "average/daily", "2020年6月共接诊5280人次，日均228人次。", NULL,
    { { "observation-1", OBSERVED ("outpatients", NUMBER ("5280", "person-time"), "2020-06", TOTAL), "5280人次" },
      { "observation-2", OBSERVED ("outpatients", NUMBER ("228", "person-time"), "2020-06", BASIS ("日均")), "228人次" } },
    "doubtful average observation-2 observation-1\n" },
  { "average/fewer-than-every-day", "2020年6月共接诊5280人次，日均128人次。", NULL,
    { { "observation-1", OBSERVED ("outpatients", NUMBER ("5280", "person-time"), "2020-06", TOTAL), "5280人次" },
      { "observation-2", OBSERVED ("outpatients", NUMBER ("128", "person-time"), "2020-06", BASIS ("日均")), "128人次" } },
    "contradiction average observation-2 observation-1\n" },
  { "average/of-another-thing", "2019年采购农产品352万元，带动864户户均增收2000元。", OWN ("led", "household") OWN ("gain", "CNY"),
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("3520000", "10000", "CNY"), "2019", TOTAL), "352万元" },
      { "observation-2", OBSERVED ("led", NUMBER ("864", "household"), "2019", ""), "864户" },
      { "observation-3", OBSERVED ("gain", NUMBER ("2000", "CNY"), "2019", ""), "2000元" } },
    "" },
  { "average/of-the-same-thing", "2019年发放分红352万元，惠及864户，户均分红2000元。", OWN ("paid", "CNY") OWN ("led", "household") OWN ("gain", "CNY"),
    { { "observation-1", OBSERVED ("paid", ROUNDED ("3520000", "10000", "CNY"), "2019", TOTAL), "352万元" },
      { "observation-2", OBSERVED ("led", NUMBER ("864", "household"), "2019", ""), "864户" },
      { "observation-3", OBSERVED ("gain", NUMBER ("2000", "CNY"), "2019", ""), "2000元" } },
    "contradiction average observation-3 observation-1 observation-2\n" },
  { "average/of-part-of-the-income", "2019年旅游收入2200万元，惠及600户，户均收入5000元。", OWN ("income", "CNY") OWN ("led", "household") OWN ("gain", "CNY"),
    { { "observation-1", OBSERVED ("income", ROUNDED ("22000000", "10000", "CNY"), "2019", TOTAL), "2200万元" },
      { "observation-2", OBSERVED ("led", NUMBER ("600", "household"), "2019", ""), "600户" },
      { "observation-3", OBSERVED ("gain", NUMBER ("5000", "CNY"), "2019", ""), "5000元" } },
    "" },
  { "average/of-both-together", "向300户发放慰问金30万元、物资15万元，户均1500元。", OWN ("led", "household") OWN ("money", "CNY") OWN ("goods", "CNY") OWN ("each", "CNY"),
    { { "observation-1", OBSERVED ("led", NUMBER ("300", "household"), "2019", ""), "300户" },
      { "observation-2", OBSERVED ("money", ROUNDED ("300000", "10000", "CNY"), "2019", TOTAL), "30万元" },
      { "observation-3", OBSERVED ("goods", ROUNDED ("150000", "10000", "CNY"), "2019", TOTAL), "15万元" },
      { "observation-4", OBSERVED ("each", NUMBER ("1500", "CNY"), "2019", ""), "1500元" } },
    "" },
  { "average/a-mean-is-no-total", "带动300户、1200人，户均增收3000元、人均增收750元。", OWN ("led", "household") OWN ("heads", "person") OWN ("each", "CNY") OWN ("head", "CNY"),
    { { "observation-1", OBSERVED ("led", NUMBER ("300", "household"), "2019", ""), "300户" },
      { "observation-2", OBSERVED ("heads", NUMBER ("1200", "person"), "2019", ""), "1200人" },
      { "observation-3", OBSERVED ("each", NUMBER ("3000", "CNY"), "2019", ""), "3000元" },
      { "observation-4", OBSERVED ("head", NUMBER ("750", "CNY"), "2019", ""), "750元" } },
    "" },
  { "average/of-the-busiest-days", "2019年接待游客73万人次，黄金周日均12000人次。", OWN ("guests", "person-time") OWN ("daily", "person-time"),
    { { "observation-1", OBSERVED ("guests", ROUNDED ("730000", "10000", "person-time"), "2019", TOTAL), "73万人次" },
      { "observation-2", OBSERVED ("daily", NUMBER ("12000", "person-time"), "2019", ""), "12000人次" } },
    "" },
  { "average/of-a-month-in-english", "The hospital treated 7,200 patients in 2019, an average of 700 a month.", NULL,
    { { "observation-1", OBSERVED ("outpatients", NUMBER ("7200", "person-time"), "2019", TOTAL), "7,200 patients" },
      { "observation-2", OBSERVED ("outpatients", NUMBER ("700", "person-time"), "2019", BASIS ("monthly")), "700" } },
    "contradiction average observation-2 observation-1\n" },
  { "average/growth-of-each-year", "产值由2015年的140万元增加到2019年的228万元，年均增长13.0%。", OWN ("value", "CNY") OWN ("growth", "percent"),
    { { "observation-1", OBSERVED ("value", ROUNDED ("1400000", "10000", "CNY"), "2015", TOTAL), "140万元" },
      { "observation-2", OBSERVED ("value", ROUNDED ("2280000", "10000", "CNY"), "2019", TOTAL), "228万元" },
      { "observation-3", OBSERVED ("growth", ROUNDED ("13", "0.1", "percent"), "2015/2019", ""), "13.0%" } },
    "" },
  { "average/rise-of-each-year", "收入由2015年的4902元增加到2019年的7242元，年均增加585元。", OWN ("rise", "CNY"),
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("4902", "CNY"), "2015", ""), "4902元" },
      { "observation-2", OBSERVED ("rural-income", NUMBER ("7242", "CNY"), "2019", ""), "7242元" },
      { "observation-3", OBSERVED ("rise", NUMBER ("585", "CNY"), "2015/2019", ""), "585元" } },
    "" },
  { "average/per-household", "The 1,773 households earned 12.96 million yuan, an average of 9,864 yuan per household.", OWN ("gain", "CNY") OWN ("each", "CNY"),
    { { "observation-1", OBSERVED ("poor-households-covered", NUMBER ("1773", "household"), "2019", ""), "1,773 households" },
      { "observation-2", OBSERVED ("gain", ROUNDED ("12960000", "10000", "CNY"), "2019", TOTAL), "12.96 million yuan" },
      { "observation-3", OBSERVED ("each", NUMBER ("9864", "CNY"), "2019", ""), "9,864 yuan" } },
    "contradiction average observation-3 observation-2 observation-1\n" },

  /* ratio */
  { "ratio/contradicts", NULL, NULL,
    { { "observation-1", OBSERVED ("medical-costs", ROUNDED ("27752700", "100", "CNY"), "2018", TOTAL) },
      { "observation-2", OBSERVED ("medical-costs-reimbursed", ROUNDED ("24978600", "100", "CNY"), "2018", TOTAL) },
      { "observation-3", OBSERVED ("reimbursement-ratio", ROUNDED ("90.01", "0.01", "percent"), "2018", "") } },
    "contradiction ratio observation-3 observation-2 observation-1\nconfirmed population observation-2 observation-1\n" },
  { "ratio/rounded", NULL, NULL,
    { { "observation-1", OBSERVED ("medical-costs", ROUNDED ("27752700", "100", "CNY"), "2018", TOTAL) },
      { "observation-2", OBSERVED ("medical-costs-reimbursed", ROUNDED ("24978600", "100", "CNY"), "2018", TOTAL) },
      { "observation-3", OBSERVED ("reimbursement-ratio", ROUNDED ("90", "0.01", "percent"), "2018", "") } },
    "confirmed ratio observation-3 observation-2 observation-1\nconfirmed population observation-2 observation-1\n" },
  { "ratio/of-what-it-was", "报销比例由2015年的46%提高到2019年的61.7%，提高了34.1%。", OWN ("rise", "percent"),
    { { "observation-1", OBSERVED ("reimbursement-ratio", NUMBER ("46", "percent"), "2015", ""), "46%" },
      { "observation-2", OBSERVED ("reimbursement-ratio", ROUNDED ("61.7", "0.1", "percent"), "2019", ""), "61.7%" },
      { "observation-3", OBSERVED ("rise", ROUNDED ("34.1", "0.1", "percent"), "2015/2019", ""), "34.1%" } },
    "confirmed ratio observation-3 observation-1 observation-2\n" },
  { "ratio/times", "收入由2015年的2043元增长到2019年的8204元，是2015年的6.0倍。", OWN ("times", "times"),
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("2043", "CNY"), "2015", ""), "2043元" },
      { "observation-2", OBSERVED ("rural-income", NUMBER ("8204", "CNY"), "2019", ""), "8204元" },
      { "observation-3", OBSERVED ("times", ROUNDED ("6", "0.1", "times"), "2019", ""), "6.0倍" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/times-as-much", "收入由2015年的2043元增长到2019年的8204元，是2015年的4.0倍。", OWN ("times", "times"),
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("2043", "CNY"), "2015", ""), "2043元" },
      { "observation-2", OBSERVED ("rural-income", NUMBER ("8204", "CNY"), "2019", ""), "8204元" },
      { "observation-3", OBSERVED ("times", ROUNDED ("4", "0.1", "times"), "2019", ""), "4.0倍" } },
    "confirmed ratio observation-3 observation-2 observation-1\n" },
  { "ratio/times-more", "收入由2015年的2000元增长到2019年的5000元，增长了2.5倍。", OWN ("times", "times"),
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("2000", "CNY"), "2015", ""), "2000元" },
      { "observation-2", OBSERVED ("rural-income", NUMBER ("5000", "CNY"), "2019", ""), "5000元" },
      { "observation-3", OBSERVED ("times", ROUNDED ("2.5", "0.1", "times"), "2019", ""), "2.5倍" } },
    "doubtful ratio observation-3 observation-2 observation-1\n" },
  { "ratio/rate-by-its-word", "抽检22个，合格21个，合格率95.45%。", OWN ("checked", "project") OWN ("passed", "project") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("checked", NUMBER ("22", "project"), "2019", ""), "22个" },
      { "observation-2", OBSERVED ("passed", NUMBER ("21", "project"), "2019", ""), "21个" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("95.45", "0.01", "percent"), "2019", ""), "95.45%" } },
    "confirmed ratio observation-3 observation-2 observation-1\n" },
  { "ratio/rate-by-its-word-wrong", "抽检22个，合格21个，合格率95.55%。", OWN ("checked", "project") OWN ("passed", "project") OWN ("rate", "percent"),
    { { "observation-1", OBSERVED ("checked", NUMBER ("22", "project"), "2019", ""), "22个" },
      { "observation-2", OBSERVED ("passed", NUMBER ("21", "project"), "2019", ""), "21个" },
      { "observation-3", OBSERVED ("rate", ROUNDED ("95.55", "0.01", "percent"), "2019", ""), "95.55%" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/growth-of-another-thing", "产值由2018年的140万元增加到2019年的228万元，农民收入增长12.5%。", OWN ("value", "CNY") OWN ("growth", "percent"),
    { { "observation-1", OBSERVED ("value", ROUNDED ("1400000", "10000", "CNY"), "2018", TOTAL), "140万元" },
      { "observation-2", OBSERVED ("value", ROUNDED ("2280000", "10000", "CNY"), "2019", TOTAL), "228万元" },
      { "observation-3", OBSERVED ("growth", ROUNDED ("12.5", "0.1", "percent"), "2019", ""), "12.5%" } },
    "" },
  { "ratio/times-of-another-year", "收入由2015年的2043元增长到2019年的8204元，是2010年的6.0倍。", OWN ("times", "times"),
    { { "observation-1", OBSERVED ("rural-income", NUMBER ("2043", "CNY"), "2015", ""), "2043元" },
      { "observation-2", OBSERVED ("rural-income", NUMBER ("8204", "CNY"), "2019", ""), "8204元" },
      { "observation-3", OBSERVED ("times", ROUNDED ("6", "0.1", "times"), "2019", ""), "6.0倍" } },
    "" },
  { "ratio/share-of-those-before", "参训800人，合格600人，其中妇女300人，占37.5%。", OWN ("all", "person") OWN ("passed", "person") OWN ("women", "person") OWN ("share", "percent"),
    { { "observation-1", OBSERVED ("all", NUMBER ("800", "person"), "2019", TOTAL), "800人" },
      { "observation-2", OBSERVED ("passed", NUMBER ("600", "person"), "2019", TOTAL), "600人" },
      { "observation-3", OBSERVED ("women", NUMBER ("300", "person"), "2019", TOTAL), "300人" },
      { "observation-4", OBSERVED ("share", ROUNDED ("37.5", "0.1", "percent"), "2019", ""), "37.5%" } },
    "confirmed part observation-3 observation-2\n" },
  { "ratio/share-among", "參加的7048人中，婦女4379人，佔62.0%。", OWN ("all", "person") OWN ("women", "person") OWN ("share", "percent"),
    { { "observation-1", OBSERVED ("all", NUMBER ("7048", "person"), "2019", TOTAL), "7048人" },
      { "observation-2", OBSERVED ("women", NUMBER ("4379", "person"), "2019", TOTAL), "4379人" },
      { "observation-3", OBSERVED ("share", ROUNDED ("62", "0.1", "percent"), "2019", ""), "62.0%" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/share-of", "Of the 2,481 people who found work, 1,711 were poor, or 69.0 percent.", OWN ("share", "percent"),
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("2481", "person"), "2019", TOTAL), "2,481 people" },
      { "observation-2", OBSERVED ("poor-people-employed", NUMBER ("1711", "person"), "2019", TOTAL), "1,711" },
      { "observation-3", OBSERVED ("share", ROUNDED ("69", "0.1", "percent"), "2019", ""), "69.0 percent" } },
    "confirmed ratio observation-3 observation-2 observation-1\nconfirmed population observation-2 observation-1\n" },
  { "ratio/of-the-goal", "目标任务是660名，实际帮助1161名，完成目标任务的200.9%。", OWN ("done", "percent"),
    { { "observation-1", OBSERVED ("people-employed", NUMBER ("660", "person"), "2019", ",\"role\":\"target\""), "660名" },
      { "observation-2", OBSERVED ("people-employed", NUMBER ("1161", "person"), "2019", ""), "1161名" },
      { "observation-3", OBSERVED ("done", ROUNDED ("200.9", "0.1", "percent"), "2019", ""), "200.9%" } },
    "contradiction ratio observation-3 observation-2 observation-1\n" },
  { "ratio/beyond-the-goal", "招聘目标780人，实际招聘998人，超额27.9%完成。", OWN ("beyond", "percent"),
    { { "observation-1", OBSERVED ("workers", NUMBER ("780", "person"), "2019", ",\"role\":\"target\""), "780人" },
      { "observation-2", OBSERVED ("workers", NUMBER ("998", "person"), "2019", ""), "998人" },
      { "observation-3", OBSERVED ("beyond", ROUNDED ("27.9", "0.1", "percent"), "2019", ""), "27.9%" } },
    "confirmed ratio observation-3 observation-2 observation-1\n" },

  /* sum */
  { "sum/confirmed", NULL, NULL,
    { { "observation-1", OBSERVED ("paired-units", NUMBER ("29", "org"), "2019", "") },
      { "observation-2", OBSERVED ("paired-townships", NUMBER ("9", "township"), "2019", PART ("1")) },
      { "observation-3", OBSERVED ("paired-enterprises", NUMBER ("19", "company"), "2019", PART ("1")) },
      { "observation-4", OBSERVED ("paired-villages", NUMBER ("1", "village"), "2019", PART ("1")) } },
    "confirmed sum observation-1 observation-2 observation-3 observation-4\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n"
    "confirmed part observation-4 observation-1\n" },
  { "sum/contradicts", NULL, NULL,
    { { "observation-1", OBSERVED ("paired-units", NUMBER ("28", "org"), "2019", "") },
      { "observation-2", OBSERVED ("paired-townships", NUMBER ("9", "township"), "2019", PART ("1")) },
      { "observation-3", OBSERVED ("paired-enterprises", NUMBER ("20", "company"), "2019", PART ("1")) } },
    "contradiction sum observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },
  { "sum/within-precision", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("100000", "10000", "CNY"), "") },
      { "flow-2", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("40000", "10000", "CNY"), ",\"sector\":\"health\",\"part_of\":\"flow-1\"") },
      { "flow-3", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("50000", "10000", "CNY"), ",\"sector\":\"education\",\"part_of\":\"flow-1\"") } },
    "confirmed sum flow-1 flow-2 flow-3\nconfirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\n" },
  { "sum/units-of-all-kinds", "全区10个街道、28家企业和4个社会组织共计38个单位参与结对。", NULL,
    { { "observation-1", OBSERVED ("paired-townships", NUMBER ("10", "township"), "2019", ""), "10个" },
      { "observation-2", OBSERVED ("paired-enterprises", NUMBER ("28", "company"), "2019", ""), "28家" },
      { "observation-3", OBSERVED ("paired-social-organisations", NUMBER ("4", "org"), "2019", ""), "4个" },
      { "observation-4", OBSERVED ("paired-units", NUMBER ("38", "org"), "2019", ""), "38个" } },
    "contradiction sum observation-4 observation-1 observation-2 observation-3\n" },
  { "sum/of-those-who-gained", "选派医生12人、教师30人，共75人受到表彰。", OWN ("d", "person") OWN ("t", "person") OWN ("all", "person"),
    { { "observation-1", OBSERVED ("d", NUMBER ("12", "person"), "2019", TOTAL), "12人" },
      { "observation-2", OBSERVED ("t", NUMBER ("30", "person"), "2019", TOTAL), "30人" },
      { "observation-3", OBSERVED ("all", NUMBER ("75", "person"), "2019", TOTAL), "75人" } },
    "" },
  { "sum/of-more-years", "选派医生12人、教师30人，5年共75人。", OWN ("d", "person") OWN ("t", "person") OWN ("all", "person"),
    { { "observation-1", OBSERVED ("d", NUMBER ("12", "person"), "2019", TOTAL), "12人" },
      { "observation-2", OBSERVED ("t", NUMBER ("30", "person"), "2019", TOTAL), "30人" },
      { "observation-3", OBSERVED ("all", NUMBER ("75", "person"), "2015/2019", TOTAL), "75人" } },
    "" },
  { "sum/total-first", "The district sent a total of 240 people: 23 doctors, 120 teachers and 97 technicians.", OWN ("sent", "person") OWN ("d", "person") OWN ("t", "person") OWN ("e", "person"),
    { { "observation-1", OBSERVED ("sent", NUMBER ("240", "person"), "2019", TOTAL), "240 people" },
      { "observation-2", OBSERVED ("d", NUMBER ("23", "person"), "2019", TOTAL), "23 doctors" },
      { "observation-3", OBSERVED ("t", NUMBER ("120", "person"), "2019", TOTAL), "120 teachers" },
      { "observation-4", OBSERVED ("e", NUMBER ("97", "person"), "2019", TOTAL), "97 technicians" } },
    "confirmed sum observation-1 observation-2 observation-3 observation-4\n" },
  { "sum/total-first-wrong", "The district sent a total of 240 people: 23 doctors, 120 teachers and 87 technicians.", OWN ("sent", "person") OWN ("d", "person") OWN ("t", "person") OWN ("e", "person"),
    { { "observation-1", OBSERVED ("sent", NUMBER ("240", "person"), "2019", TOTAL), "240 people" },
      { "observation-2", OBSERVED ("d", NUMBER ("23", "person"), "2019", TOTAL), "23 doctors" },
      { "observation-3", OBSERVED ("t", NUMBER ("120", "person"), "2019", TOTAL), "120 teachers" },
      { "observation-4", OBSERVED ("e", NUMBER ("87", "person"), "2019", TOTAL), "87 technicians" } },
    "contradiction sum observation-1 observation-2 observation-3 observation-4\n" },
  { "sum/half-years", NULL, NULL,
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("10590000", "10000", "CNY"), "2019-01/2019-06", TOTAL) },
      { "observation-2", OBSERVED ("product-purchases", ROUNDED ("14810000", "10000", "CNY"), "2019-07/2019-12", TOTAL) },
      { "observation-3", OBSERVED ("product-purchases", ROUNDED ("25400000", "10000", "CNY"), "2019", TOTAL) } },
    "confirmed sum observation-3 observation-1 observation-2\nconfirmed trend observation-1 observation-3\n" },
  { "sum/half-years-wrong", NULL, NULL,
    { { "observation-1", OBSERVED ("product-purchases", ROUNDED ("10590000", "10000", "CNY"), "2019-01/2019-06", TOTAL) },
      { "observation-2", OBSERVED ("product-purchases", ROUNDED ("14810000", "10000", "CNY"), "2019-07/2019-12", TOTAL) },
      { "observation-3", OBSERVED ("product-purchases", ROUNDED ("22400000", "10000", "CNY"), "2019", TOTAL) } },
    "contradiction sum observation-3 observation-1 observation-2\nconfirmed trend observation-1 observation-3\n" },
  { "sum/running-total", NULL, NULL,
    { { "observation-1", OBSERVED ("patients-treated", NUMBER ("408", "case"), "../2018-12-31", TOTAL) },
      { "observation-2", OBSERVED ("patients-treated", NUMBER ("176", "case"), "2019", TOTAL) },
      { "observation-3", OBSERVED ("patients-treated", NUMBER ("664", "case"), "../2019-12-31", TOTAL) } },
    "contradiction sum observation-3 observation-1 observation-2\nconfirmed trend observation-1 observation-3\n" },
  { "sum/parts-of-other-programmes", NULL, PROGRAMME ("a") PROGRAMME ("b") SECOND FROM_SECOND ("3", OBSERVED ("training-attendances", NUMBER ("1500", "person-time"), "2019", TOTAL PART ("1") OF_PROGRAMME ("b"))),
    { { "observation-1", OBSERVED ("training-attendances", NUMBER ("2500", "person-time"), "2019", TOTAL) },
      { "observation-2", OBSERVED ("training-attendances", NUMBER ("1200", "person-time"), "2019", TOTAL PART ("1") OF_PROGRAMME ("a")) } },
    "doubtful sum observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },
  { "sum/one-too-many", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("114710000", "10000", "CNY"), "") },
      { "flow-2", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("59430000", "10000", "CNY"), ",\"part_of\":\"flow-1\"") },
      { "flow-3", FLOW ("place-d", "place-c", "donation", ROUNDED ("55280000", "10000", "CNY"), ",\"part_of\":\"flow-1\"") },
      { "flow-4", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("29710000", "10000", "CNY"), ",\"sector\":\"industry\",\"part_of\":\"flow-1\"") } },
    "doubtful sum flow-1 flow-2 flow-3 flow-4\nconfirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\nconfirmed part flow-4 flow-1\n" },
  { "sum/years-of-one-breath", NULL, NULL,
    { { "observation-1", OBSERVED ("people-lifted-out", NUMBER ("4082", "person"), "2017", "") },
      { "observation-2", OBSERVED ("people-lifted-out", NUMBER ("8950", "person"), "2018", "") },
      { "observation-3", OBSERVED ("people-lifted-out", NUMBER ("4386", "person"), "2019", "") },
      { "observation-4", OBSERVED ("people-lifted-out", NUMBER ("15889", "person"), "2017/2019", TOTAL) } },
    "doubtful sum observation-4 observation-1 observation-2 observation-3\n" },
  { "sum/people-of-two-years-elsewhere", NULL, SECOND FROM_SECOND ("2", OBSERVED ("people-lifted-out", NUMBER ("8950", "person"), "2018", "")),
    { { "observation-1", OBSERVED ("people-lifted-out", NUMBER ("4082", "person"), "2017", "") },
      { "observation-4", OBSERVED ("people-lifted-out", NUMBER ("11889", "person"), "2017/2018", TOTAL) } },
    "" },
  { "sum/people-seen-every-year", NULL, NULL,
    { { "observation-1", OBSERVED ("health-checks", NUMBER ("837", "person"), "2017", "") },
      { "observation-2", OBSERVED ("health-checks", NUMBER ("789", "person"), "2018", "") },
      { "observation-3", OBSERVED ("health-checks", NUMBER ("1198", "person"), "2017/2018", TOTAL) } },
    "" },

  /* part and whole */
  { "part/equal", NULL, NULL,
    { { "observation-1", OBSERVED ("beneficiaries", NUMBER ("500", "person"), "2019", TOTAL) },
      { "observation-2", OBSERVED ("own", NUMBER ("500", "person"), "2019", TOTAL PART ("1")) } },
    "confirmed part observation-2 observation-1\n" },
  { "part/read-widely", NULL, NULL,
    { { "observation-1", OBSERVED ("beneficiaries", ABOUT ("500", "person"), "2019", TOTAL) },
      { "observation-2", OBSERVED ("own", NUMBER ("560", "person"), "2019", TOTAL PART ("1")) } },
    "doubtful part observation-2 observation-1\n" },
  { "part/not-its-rival", NULL, NULL,
    { { "observation-1", OBSERVED ("leaders-trained", NUMBER ("1345", "person"), "2019", TOTAL) },
      { "observation-2", OBSERVED ("leaders-trained", NUMBER ("521", "person"), "2019", TOTAL PART ("1") BASIS ("men")) } },
    "confirmed part observation-2 observation-1\n" },
  { "part/whole-that-is-named", "签约6465人，其中贫困人口3361人、老年人905人。", NULL,
    { { "observation-1", OBSERVED ("family-doctor-contracts", NUMBER ("6465", "person"), "2019-12-31", ""), "6465人" },
      { "observation-2", OBSERVED ("family-doctor-contracts-poor", NUMBER ("3361", "person"), "2019-12-31", PART ("1")), "3361人" },
      { "observation-3", OBSERVED ("family-doctor-contracts", NUMBER ("905", "person"), "2019-12-31", PART ("1") BASIS ("老年人")), "905人" } },
    "doubtful sum observation-1 observation-2 observation-3\nconfirmed part observation-2 observation-1\nconfirmed part observation-3 observation-1\n" },
  { "part/of-the-fall", "村由56个减少到3个，其中今年减少12个。", OWN ("villages", "village") OWN ("fall", "village"),
    { { "observation-1", OBSERVED ("villages", NUMBER ("56", "village"), "2015-12-31", ""), "56个" },
      { "observation-2", OBSERVED ("villages", NUMBER ("3", "village"), "2019-12-31", ""), "3个" },
      { "observation-3", OBSERVED ("fall", NUMBER ("12", "village"), "2019", ""), "12个" } },
    "" },

  /* trend */
  { "trend/grows", NULL, NULL,
    { { "observation-1", OBSERVED ("beneficiaries", NUMBER ("500", "person"), "../2019-05-31", TOTAL) },
      { "observation-2", OBSERVED ("beneficiaries", NUMBER ("500", "person"), "../2019-12-31", TOTAL) } },
    "confirmed trend observation-1 observation-2\n" },
  { "trend/falls-within-words", NULL, NULL,
    { { "observation-1", OBSERVED ("beneficiaries", NUMBER ("500", "person"), "../2019-05-31", TOTAL) },
      { "observation-2", OBSERVED ("beneficiaries", ABOUT ("480", "person"), "../2019-12-31", TOTAL) } },
    "confirmed trend observation-1 observation-2\n" },
  { "trend/year-above-the-years", NULL, NULL,
    { { "observation-1", OBSERVED ("people-employed-east", NUMBER ("3023", "person"), "2018", "") },
      { "observation-2", OBSERVED ("people-employed-east", NUMBER ("2519", "person"), "2016/2019", TOTAL) } },
    "doubtful trend observation-1 observation-2\n" },
  { "trend/as-of-a-day-is-since-earlier", NULL, NULL,
    { { "observation-1", OBSERVED ("people-employed-east", NUMBER ("3023", "person"), "2018-12-31", "") },
      { "observation-2", OBSERVED ("people-employed-east", NUMBER ("2519", "person"), "2016/2019", TOTAL) } },
    "" },
  { "trend/year-within-the-years", NULL, NULL,
    { { "observation-1", OBSERVED ("people-employed-east", NUMBER ("1023", "person"), "2018", "") },
      { "observation-2", OBSERVED ("people-employed-east", NUMBER ("2519", "person"), "2016/2019", TOTAL) } },
    "" },

  /* a count and those it is drawn from */
  { "population/more", NULL, NULL,
    { { "observation-1", OBSERVED ("population", NUMBER ("30000", "person"), "2019-12-31", "") },
      { "observation-2", OBSERVED ("poverty-headcount", NUMBER ("30001", "person"), "2019-12-31", "") } },
    "contradiction population observation-2 observation-1\n" },
  { "population/all-of-them", NULL, NULL,
    { { "observation-1", OBSERVED ("family-doctor-contracts", NUMBER ("3000", "person"), "2019-12-31", "") },
      { "observation-2", OBSERVED ("family-doctor-contracts-poor", NUMBER ("3000", "person"), "2019-12-31", "") } },
    "confirmed population observation-2 observation-1\n" },

  /* money in and on */
  { "flow/even", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "fiscal", NUMBER ("100", "CNY"), "") },
      { "flow-2", FLOW ("party-f", "place-c", "fiscal", NUMBER ("100", "CNY"), "") } },
    "confirmed flow flow-1 flow-2\n" },
  { "flow/more-on", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "fiscal", NUMBER ("100", "CNY"), "") },
      { "flow-2", FLOW ("party-f", "place-c", "fiscal", NUMBER ("101", "CNY"), "") } },
    "contradiction flow flow-1 flow-2\n" },
  { "flow/within-precision", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "fiscal", ROUNDED ("100000", "10000", "CNY"), "") },
      { "flow-2", FLOW ("party-f", "place-c", "fiscal", NUMBER ("104000", "CNY"), "") } },
    "confirmed flow flow-1 flow-2\n" },
  { "flow/bills", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "party-f", "fiscal", NUMBER ("100", "CNY"), "") },
      { "flow-2", FLOW ("party-f", "party-e", "reimbursement", NUMBER ("150", "CNY"), "") } },
    "doubtful flow flow-1 flow-2\n" },
  { "flow/a-mill-has-money-of-its-own", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "party-e", "subsidy", NUMBER ("100", "CNY"), "") },
      { "flow-2", FLOW ("party-e", "place-c", "purchase", NUMBER ("500", "CNY"), "") } },
    "" },
  { "flow/more-on-than-by-way", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("38170000", "10000", "CNY"), ",\"via\":\"party-f\"") },
      { "flow-2", FLOW ("party-f", "place-v", "fiscal", ROUNDED ("57260000", "10000", "CNY"), "") } },
    "doubtful flow flow-1 flow-2\n" },
  { "flow/on-of-what-goes-by", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("38170000", "10000", "CNY"), ",\"via\":\"party-f\"") },
      { "flow-2", FLOW ("party-f", "place-v", "fiscal", ROUNDED ("37260000", "10000", "CNY"), "") } },
    "confirmed flow flow-1 flow-2\n" },
  { "flow/by-way-of-a-mill", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("38170000", "10000", "CNY"), ",\"via\":\"party-e\"") },
      { "flow-2", FLOW ("party-e", "place-v", "donation", ROUNDED ("57260000", "10000", "CNY"), "") } },
    "" },

  /* planned and done */
  { "planned/promised", "企业承诺捐赠869万元。", NULL,
    { { "flow-1", FLOW ("party-e", "place-c", "donation", ROUNDED ("8690000", "10000", "CNY"), ""), "869万元" } },
    "doubtful planned flow-1\n" },
  { "planned/promise-kept", "企业兑现承诺，捐赠869万元。", NULL,
    { { "flow-1", FLOW ("party-e", "place-c", "donation", ROUNDED ("8690000", "10000", "CNY"), ""), "869万元" } },
    "" },
  { "planned/arrived-in-full", "产业园计划投资2218万元，目前已全部到位。", NULL,
    { { "observation-1", OBSERVED ("investment-arrived", ROUNDED ("22180000", "10000", "CNY"), "2019", TOTAL), "2218万元" } },
    "" },
  { "planned/arrived-in-part", "产业园计划投资2218万元，目前已到位1200万元。", NULL,
    { { "observation-1", OBSERVED ("investment-arrived", ROUNDED ("22180000", "10000", "CNY"), "2019", TOTAL), "2218万元" } },
    "doubtful planned observation-1\n" },
  { "planned/indicator-of-plans", "预算资金4.9亿元。", "{\"record\":\"indicator\",\"id\":\"indicator-b\",\"key\":\"budget\",\"name\":\"预算资金\",\"unit\":\"CNY\"}\n",
    { { "observation-1", OBSERVED ("budget", ROUNDED ("490000000", "10000000", "CNY"), "2019", ""), "4.9亿元" } },
    "" },
  { "planned/more-arrived", NULL, NULL,
    { { "observation-1", OBSERVED ("investment-planned", NUMBER ("500", "CNY"), "2019", TOTAL) },
      { "observation-2", OBSERVED ("investment-arrived", NUMBER ("650", "CNY"), "2019", TOTAL) } },
    "doubtful planned observation-2 observation-1\n" },
  { "planned/amount-of-what-was-paid", NULL, NULL,
    { { "flow-1", FLOW ("party-e", "place-c", "investment", "{\"value\":\"900000000\",\"unit\":\"CNY\",\"planned\":true}", "") } },
    "doubtful planned flow-1\n" },
  { "planned/more-than-planned-as-printed", NULL, NULL,
    { { "flow-1", FLOW ("party-e", "place-c", "donation", ROUNDED ("300000000", "10000000", "CNY"), "") },
      { "flow-2", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"party-e\",\"to\":\"place-c\",\"kind\":\"donation\",\"status\":\"planned\",\"amount\":" ROUNDED ("200000000", "100000000", "CNY") ",\"period\":\"2019\"" } },
    "doubtful planned flow-1 flow-2\n" },
  { "planned/a-little-more-than-a-round-plan", NULL, NULL,
    { { "flow-1", FLOW ("party-e", "place-c", "donation", ROUNDED ("220000000", "10000000", "CNY"), "") },
      { "flow-2", "\"record\":\"flow\",\"case\":\"case-1\",\"from\":\"party-e\",\"to\":\"place-c\",\"kind\":\"donation\",\"status\":\"planned\",\"amount\":" ROUNDED ("200000000", "100000000", "CNY") ",\"period\":\"2019\"" } },
    "" },

  /* counted twice */
  { "double/forgotten-part", "2019年捐贈574萬元，當中教育捐款143萬元。", NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "donation", ROUNDED ("5740000", "10000", "CNY"), ""), "574萬元" },
      { "flow-2", FLOW ("place-d", "place-c", "donation", ROUNDED ("1430000", "10000", "CNY"), ",\"sector\":\"education\""), "143萬元" } },
    "doubtful double flow-2 flow-1\nconfirmed part flow-2 flow-1\n" },
  { "double/forgotten-observation", "2019年建成广场333个，其中贫困村111个。", NULL,
    { { "observation-1", OBSERVED ("cultural-venues-built", NUMBER ("333", "item"), "2019", TOTAL), "333个" },
      { "observation-2", OBSERVED ("cultural-venues-built", NUMBER ("111", "item"), "2019", TOTAL BASIS ("贫困村")), "111个" } },
    "doubtful double observation-2 observation-1\nconfirmed part observation-2 observation-1\n" },
  { "double/gifts-of-others", "同和公司捐赠60万元，海川公司捐赠30万元，远山公司捐赠30万元。", "{\"record\":\"party\",\"id\":\"party-g\",\"name\":\"G\",\"kind\":\"enterprise\"}\n"
    "{\"record\":\"party\",\"id\":\"party-h\",\"name\":\"H\",\"kind\":\"enterprise\"}\n",
    { { "flow-1", FLOW ("party-e", "place-c", "donation", ROUNDED ("600000", "10000", "CNY"), ""), "60万元" },
      { "flow-2", FLOW ("party-g", "place-c", "donation", ROUNDED ("300000", "10000", "CNY"), ""), "30万元" },
      { "flow-3", FLOW ("party-h", "place-c", "donation", ROUNDED ("300000", "10000", "CNY"), ""), "30万元" } },
    "" },
  { "double/handed-on-is-no-part", "区拨付财政局1320万元。财政局下达教育局894万元、卫健局426万元。", "{\"record\":\"party\",\"id\":\"party-g\",\"name\":\"G\",\"kind\":\"department\"}\n"
    "{\"record\":\"party\",\"id\":\"party-h\",\"name\":\"H\",\"kind\":\"department\"}\n",
    { { "flow-1", FLOW ("place-d", "party-f", "fiscal", ROUNDED ("13200000", "10000", "CNY"), ""), "1320万元" },
      { "flow-2", FLOW ("party-f", "party-g", "fiscal", ROUNDED ("8940000", "10000", "CNY"), ""), "894万元" },
      { "flow-3", FLOW ("party-f", "party-h", "fiscal", ROUNDED ("4260000", "10000", "CNY"), ""), "426万元" } },
    "confirmed flow flow-1 flow-2 flow-3\n" },

  /* dates; the source is of 2020-09-15 */
  { "dates/of-the-day", NULL, NULL, { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("5", "person"), "2020-09-15", "") } }, "" },
  { "dates/of-the-day-after", NULL, NULL, { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("5", "person"), "2020-09-16", "") } }, "contradiction dates observation-1 source-1\n" },
  { "dates/year-hardly-begun", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"January\",\"published\":\"2020-01-20\"}\n" FROM_SECOND ("2", OBSERVED ("enterprises-attracted", NUMBER ("24", "company"), "2020", TOTAL)),
    { { "observation-1", OBSERVED ("training-attendances", NUMBER ("24", "person-time"), "2020", TOTAL) } }, "doubtful dates observation-2 source-2\n" },

  /* citations and quotes */
  { "citation/in-place", "共500人。", NULL, { { "observation-1", OBSERVED ("own", NUMBER ("500", "person"), "2019", ""), "500人" } }, "" },
  { "citation/nowhere", "共500人。", NULL, { { "observation-1", OBSERVED ("own", NUMBER ("600", "person"), "2019", ""), "600人" } }, "incomplete citation observation-1 source-1\n" },
  { "quote/other-figure", "共500人。", NULL, { { "observation-1", OBSERVED ("own", NUMBER ("600", "person"), "2019", ""), "500人" } }, "contradiction quote observation-1\n" },
  { "quote/the-same-otherwise", "共1.2万人。", NULL, { { "observation-1", OBSERVED ("own", ROUNDED ("12000", "1000", "person"), "2019", ""), "1.2万人" } }, "" },

  /* one report in two sources; the row's own is “First” */
  { "reprint/with-the-site", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"大山县：协作帮扶见成效\",\"publisher\":\"A\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"大山县：协作帮扶见成效_新闻频道_某某网\",\"publisher\":\"B\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "doubtful reprint source-2 source-3\n" },
  { "reprint/of-another-place", NULL, "{\"record\":\"source\",\"id\":\"source-2\",\"title\":\"协作帮扶见成效 - 大山县\",\"published\":\"2020-08-01\"}\n"
    "{\"record\":\"source\",\"id\":\"source-3\",\"title\":\"协作帮扶见成效 - 小关县\",\"published\":\"2020-08-02\"}\n",
    { { NULL } }, "" },

  /* implied population */
  { "base/told", NULL, NULL,
    { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("1000", "person"), "2019-12-31", "") },
      { "observation-2", OBSERVED ("poverty-incidence", ROUNDED ("2", "0.01", "percent"), "2019-12-31", "") },
      { "observation-3", OBSERVED ("population", NUMBER ("50000", "person"), "2019-12-31", "") } },
    "confirmed base observation-1 observation-2\nconfirmed base observation-1 observation-2 observation-3\n" },
  { "base/more-than-there-are", NULL, NULL,
    { { "observation-1", OBSERVED ("poverty-headcount", NUMBER ("1000", "person"), "2019-12-31", "") },
      { "observation-2", OBSERVED ("poverty-incidence", ROUNDED ("1", "0.01", "percent"), "2019-12-31", "") },
      { "observation-3", OBSERVED ("population", NUMBER ("50000", "person"), "2019-12-31", "") } },
    "contradiction base observation-1 observation-2 observation-3\nconfirmed base observation-1 observation-2\n" },

  /* percentage points */
  { "points/in-per-cent", "报销比例由2015年的49%提高到2019年的64.2%，提高了15.2%。", NULL,
    { { "observation-1", OBSERVED ("reimbursement-ratio", NUMBER ("49", "percent"), "2015", ""), "49%" },
      { "observation-2", OBSERVED ("reimbursement-ratio", ROUNDED ("64.2", "0.1", "percent"), "2019", ""), "64.2%" },
      { "observation-3", OBSERVED ("reimbursement-ratio", ROUNDED ("15.2", "0.1", "percent"), "2015/2019", ""), "15.2%" } },
    "contradiction points observation-3 observation-1 observation-2\n" },
  { "points/as-they-are", "报销比例由2015年的49%提高到2019年的64.2%，提高了15.2个百分点。", OWN ("rise", "percentage-point"),
    { { "observation-1", OBSERVED ("reimbursement-ratio", NUMBER ("49", "percent"), "2015", ""), "49%" },
      { "observation-2", OBSERVED ("reimbursement-ratio", ROUNDED ("64.2", "0.1", "percent"), "2019", ""), "64.2%" },
      { "observation-3", OBSERVED ("rise", ROUNDED ("15.2", "0.1", "percentage-point"), "2015/2019", ""), "15.2个百分点" } },
    "confirmed difference observation-3 observation-1 observation-2\nconfirmed difference observation-3 observation-2 observation-1\n" },
  { "points/or-per-cent-of-one-span", NULL, SECOND FROM_SECOND ("2", OBSERVED ("poverty-incidence", ROUNDED ("17.12", "0.01", "percent"), "2014-12-31/2019-12-31", "")),
    { { "observation-1", OBSERVED ("poverty-incidence", ROUNDED ("17.12", "0.01", "percentage-point"), "2014-12-31/2019-12-31", "") } },
    "doubtful points observation-1 observation-2\n" },

  /* 万 forgotten */
  { "unit/wan-forgotten", NULL, NULL,
    { { "observation-1", OBSERVED ("health-checks", NUMBER ("51000", "person"), "2017", "") },
      { "observation-2", OBSERVED ("health-checks", NUMBER ("5.2", "person"), "2018", "") },
      { "observation-3", OBSERVED ("health-checks", NUMBER ("53000", "person"), "2019", "") } },
    "contradiction unit observation-2 observation-1 observation-3\ndoubtful unit observation-2\n" },
  { "unit/a-hundred-times", NULL, NULL,
    { { "observation-1", OBSERVED ("health-checks", NUMBER ("51000", "person"), "2017", "") },
      { "observation-2", OBSERVED ("health-checks", NUMBER ("510", "person"), "2018", "") },
      { "observation-3", OBSERVED ("health-checks", NUMBER ("53000", "person"), "2019", "") } },
    "" },
  { "unit/total-of-yi", NULL, NULL,
    { { "flow-1", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("259100000000", "100000000", "CNY"), "") },
      { "flow-2", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("15740000", "10000", "CNY"), ",\"sector\":\"education\",\"part_of\":\"flow-1\"") },
      { "flow-3", FLOW ("place-d", "place-c", "fiscal", ROUNDED ("10170000", "10000", "CNY"), ",\"sector\":\"health\",\"part_of\":\"flow-1\"") } },
    "doubtful unit flow-1 flow-2 flow-3\nconfirmed part flow-2 flow-1\nconfirmed part flow-3 flow-1\n" },
  { "unit/wages-of-one-breath", "服装车间月工资2600元，电子车间月工资2600万元，食用菌合作社月工资2800元。", NULL,
    { { "observation-1", OBSERVED ("monthly-wage", NUMBER ("2600", "CNY"), "2020-06", BASIS ("a")), "2600元" },
      { "observation-2", OBSERVED ("monthly-wage", ROUNDED ("26000000", "10000", "CNY"), "2020-06", BASIS ("b")), "2600万元" },
      { "observation-3", OBSERVED ("monthly-wage", NUMBER ("2800", "CNY"), "2020-06", BASIS ("c")), "2800元" } },
    "doubtful unit observation-2 observation-3\n" },

  /* people and person-times */
  { "person-time/more-people", "2018年培训455人、累计306人次。", OWN ("trained", "person"),
    { { "observation-1", OBSERVED ("trained", NUMBER ("455", "person"), "2018", TOTAL), "455人" },
      { "observation-2", OBSERVED ("training-attendances", NUMBER ("306", "person-time"), "2018", TOTAL), "306人次" } },
    "contradiction person-time observation-1 observation-2\n" },
  { "person-time/as-many", "2018年培训306人、306人次。", OWN ("trained", "person"),
    { { "observation-1", OBSERVED ("trained", NUMBER ("306", "person"), "2018", TOTAL), "306人" },
      { "observation-2", OBSERVED ("training-attendances", NUMBER ("306", "person-time"), "2018", TOTAL), "306人次" } },
    "" },
  { "person-time/of-other-people", "2018年培训医生455人、义诊306人次。", OWN ("trained", "person"),
    { { "observation-1", OBSERVED ("trained", NUMBER ("455", "person"), "2018", TOTAL), "455人" },
      { "observation-2", OBSERVED ("training-attendances", NUMBER ("306", "person-time"), "2018", TOTAL), "306人次" } },
    "" },

  /* told twice */
  { "same/an-average-is-no-rival", NULL, NULL,
    { { "observation-1", OBSERVED ("training-attendances", NUMBER ("13352", "person-time"), "2016/2019", TOTAL) },
      { "observation-2", OBSERVED ("training-attendances", NUMBER ("3338", "person-time"), "2016/2019", BASIS ("年均")) } },
    "" },
};

/* a citation of the quote where it stands, or of nothing where there is no text; a quote that doesn't stand there is cited at the beginning */
static void
append_citation (GString    *lines,
                 const char *text,
                 const char *quote,
                 gsize      *from)
{
  const char *at = text != NULL && quote != NULL ? strstr (text + *from, quote) : NULL;

  g_string_append (lines, ",\"citations\":[{\"source\":\"source-1\"");
  if (quote != NULL)
    g_string_append_printf (lines, ",\"quote\":\"%s\",\"start\":%ld,\"length\":%ld", quote, at != NULL ? g_utf8_pointer_to_offset (text, at) : 0, g_utf8_strlen (quote, -1));
  g_string_append (lines, ",\"paragraph\":1}]}\n");
  if (at != NULL)
    *from = (gsize) (at - text) + strlen (quote);
}

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GString) lines = g_string_new (WORLD);
  g_autoptr (ShanhaiLoad) load = NULL;
  g_autoptr (ShanhaiChecks) checks = NULL;
  g_autofree char *found = NULL;
  gsize from = 0;

  g_string_append (lines, row->more != NULL ? row->more : "");
  g_string_append (lines, "{\"record\":\"source\",\"id\":\"source-1\",\"title\":\"First\",\"published\":\"2020-09-15\"");
  if (row->text != NULL)
    g_string_append_printf (lines, ",\"text\":\"%s\"", row->text);
  g_string_append (lines, "}\n");
  for (guint i = 0; i < MAX_FIGURES && row->figures[i].id != NULL; i++)
    {
      g_string_append_printf (lines, "{\"id\":\"%s\",%s", row->figures[i].id, row->figures[i].members);
      append_citation (lines, row->text, row->figures[i].quote, &from);
    }

  load = load_lines (lines->str);
  checks = shanhai_checks_new (load->casebook);
  found = list_findings (checks);
  g_assert_cmpstr (found, ==, row->found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/rules/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], check_row);
    }

  return g_test_run ();
}

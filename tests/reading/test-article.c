/* test-article.c - bytes to text, what a text says of itself, and its blemishes. SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "shanhai-article.h"
#include "shanhai-blemish.h"
#include "shanhai-encoding.h"

#define SIMPLIFIED "山海两县结对帮扶，近年来投入资金500万元，新建学校3所，群众的生活有了很大变化。"
#define TRADITIONAL "山海兩縣結對幫扶，近年來投入資金500萬元，新建學校3所，群眾的生活有了很大變化。"

typedef struct
{
  const char *name;
  const char *text;
  const char *written;    /* the encoding that it is written in */
  const char *before;     /* bytes before it */
  const char *encoding;   /* that must be found */
} EncodingCase;

static const EncodingCase encodings[] = {
  { "utf-8", SIMPLIFIED, "UTF-8", "", "UTF-8" },
  { "utf-8-bom", SIMPLIFIED, "UTF-8", "\xef\xbb\xbf", "UTF-8" },
  { "utf-16le-bom", SIMPLIFIED, "UTF-16LE", "\xff\xfe", "UTF-16LE" },
  { "utf-16be-bom", SIMPLIFIED, "UTF-16BE", "\xfe\xff", "UTF-16BE" },
  { "gb18030", SIMPLIFIED, "GB18030", "", "GB18030" },
  { "gbk-traditional", TRADITIONAL, "GBK", "", "GB18030" },
  { "big5", TRADITIONAL, "BIG5", "", "BIG5-HKSCS" },
  { "ascii", "Six schools, 4.7 million yuan.", "UTF-8", "", "UTF-8" },
};

static ShanhaiArticle *
read_bytes (const char *data,
            gsize       length,
            const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  ShanhaiArticle *article = shanhai_article_new_from_bytes (bytes, name, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_encoding (gconstpointer data)
{
  const EncodingCase *row = data;
  gsize length;
  g_autofree char *converted = g_convert (row->text, -1, row->written, "UTF-8", NULL, &length, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (ShanhaiArticle) article = NULL;

  g_assert_nonnull (converted);
  g_byte_array_append (bytes, (const guint8 *) row->before, (guint) strlen (row->before));
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
  article = read_bytes ((const char *) bytes->data, bytes->len, "article.txt");
  g_assert_cmpstr (article->encoding, ==, row->encoding);
  g_assert_cmpstr (article->text, ==, row->text);
}

/* one damaged byte doesn't turn a text into another encoding */
static void
test_damaged_byte (void)
{
  g_autofree char *text = g_strdup (SIMPLIFIED SIMPLIFIED);
  const char *encoding;
  g_autofree char *read = NULL;

  text[1] = 'x';
  read = shanhai_encoding_decode (text, strlen (text), NULL, &encoding);
  g_assert_cmpstr (encoding, ==, "UTF-8");
  g_assert_nonnull (strstr (read, "\uFFFD"));
  g_assert_true (g_str_has_suffix (read, SIMPLIFIED));
}

/* what the page says of itself settles what the bytes leave open, and no more than that */
static void
test_declared (void)
{
  static const char page[] = "<html><head><META http-equiv=Content-Type content='text/html; charset = \"GB2312\"'></head>";
  g_autofree char *declared = shanhai_encoding_find_declared (page, strlen (page));
  const char *encoding;
  g_autofree char *text = NULL;

  g_assert_cmpstr (declared, ==, "gb2312");
  text = shanhai_encoding_decode (SIMPLIFIED, strlen (SIMPLIFIED), declared, &encoding);
  g_assert_cmpstr (encoding, ==, "UTF-8");
  g_assert_cmpstr (text, ==, SIMPLIFIED);
}

static const char page[] =
  "<!DOCTYPE html><html><head><title>两县结对五年间_山海网</title><meta name=\"publishdate\" content=\"2020-09-15\">"
  "<meta charset=\"utf-8\"><script>document.write('<p>投入9亿元</p>');</script><style>p { margin: 7px }</style></head>"
  "<body class=\"has-sidebar\"><div class=\"top-nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/n\">要闻100条</a></li></ul></div>"
  "<div id=\"wrap\"><div class=\"crumb\">您的位置：<a href=\"/\">山海网</a> &gt; 正文</div><h1>两县结对五年间</h1>"
  "<div class=\"info\">2020-09-15 08:30 来源：山海日报 作者：山小海 林小山</div>"
  "<div class=\"article\"><p>　　五年来，甲县向乙县投入资金500万元，建起3所学校，群众生活有了变化。<br>第二行有12名医生，他们住在村里。</p>"
  "<p>另一段说，全县贫困人口从4.3万人减到4280人，贫困发生率降到2.14%。</p><p><a href=\"/x\">相关阅读：某地投入8亿元</a></p></div>"
  "<div class=\"share\">分享到：微信</div></div>"
  "<div class=\"footer\"><p>版权所有，电话000-8765432，许可证编号20090008，未经授权，不得转载。</p></div></body></html>";

static void
test_page (void)
{
  g_autoptr (ShanhaiArticle) article = read_bytes (page, strlen (page), "saved.html");

  g_assert_cmpstr (article->text, ==,
                   "两县结对五年间\n五年来，甲县向乙县投入资金500万元，建起3所学校，群众生活有了变化。\n第二行有12名医生，他们住在村里。\n"
                   "另一段说，全县贫困人口从4.3万人减到4280人，贫困发生率降到2.14%。");
  g_assert_cmpstr (article->imprint->title, ==, "两县结对五年间");
  g_assert_cmpstr (article->imprint->publisher, ==, "山海日报");
  g_assert_cmpstr (article->imprint->published, ==, "2020-09-15");
  g_assert_cmpstr (article->imprint->language, ==, "zh");
  g_assert_cmpuint (g_strv_length (article->imprint->authors), ==, 2);
  g_assert_cmpstr (article->imprint->authors[1], ==, "林小山");
}

/* pages that nobody would write: whatever comes out, it comes out soon */
static void
test_hostile_page (void)
{
  static const char * const pieces[] = { "<div>", "<b>", "</i>", "<p", "<!--", "<table><tr><td>", "&#x41;", "<a href='", "<h1>", "<ul><li>", "<script>", "<![CDATA[" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><body>");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      ShanhaiArticle *article;

      while (html->len < 400000)
        g_string_append (html, pieces[i]);
      bytes = g_bytes_new (html->str, html->len);
      article = shanhai_article_new_from_bytes (bytes, "x.html", &error);
      if (article == NULL)
        g_assert_error (error, SHANHAI_ARTICLE_ERROR, SHANHAI_ARTICLE_ERROR_EMPTY);
      else
        g_assert_true (g_utf8_validate (article->text, -1, NULL));
      g_clear_pointer (&article, shanhai_article_free);
    }
}

static void
test_markdown (void)
{
  static const char text[] = "# 标题在此\r\n\r\n- **500万元** 用于[学校](https://example.org/1)\r\n> 12名医生  \r\n";
  g_autoptr (ShanhaiArticle) article = read_bytes (text, strlen (text), "NOTES.MD");

  g_assert_cmpstr (article->text, ==, "标题在此\n\n500万元 用于学校\n12名医生");
  g_assert_cmpstr (article->imprint->title, ==, "标题在此");
}

static void
test_refused (void)
{
  static const struct { const char *bytes; gsize length; ShanhaiArticleError code; } rows[] = {
    { "", 0, SHANHAI_ARTICLE_ERROR_EMPTY },
    { " \n\n\t", 4, SHANHAI_ARTICLE_ERROR_EMPTY },
    { "\x89PNG\r\n\x1a\n", 8, SHANHAI_ARTICLE_ERROR_BINARY },
    { "%PDF-1.7 ", 9, SHANHAI_ARTICLE_ERROR_BINARY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].bytes, rows[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (shanhai_article_new_from_bytes (bytes, "x", &error));
      g_assert_error (error, SHANHAI_ARTICLE_ERROR, (int) rows[i].code);
    }
}

typedef struct
{
  const char *name, *text, *title, *publisher, *author, *published, *language;
} ImprintCase;

static const ImprintCase imprints[] = {
  { "one-line", "两县结对五年间\n2020-09-15 08:30:00  来源：山海日报  责任编辑：林某\n正文说，有12名医生。", "两县结对五年间", "山海日报", NULL, "2020-09-15", "zh" },
  { "breadcrumb", "首页|要闻|县区|专题\n您的位置：山海网 > 要闻 > 正文\n两县结对五年间\n发布时间：2020年09月15日 来源：山海网\n正文。", "两县结对五年间", "山海网", NULL, "2020-09-15", "zh" },
  { "reporter", "两县结对五年间\n山海日报讯（记者 林小山）五年来，两县携手，群众的日子好了。", "两县结对五年间", NULL, "林小山", NULL, "zh" },
  { "at-the-end", "两县结对五年间\n五年来，两县携手，群众的日子好了。\n（来源：山海日报 记者 林小山）", "两县结对五年间", "山海日报", "林小山", NULL, "zh" },
  { "photographer", "两县结对五年间\n图为村里的学校。（记者 林小山 摄）\n五年来，两县携手。", "两县结对五年间", NULL, NULL, NULL, "zh" },
  { "traditional", "兩縣結對五年間\n2020-09-15 來源: 山海日報\n五年來，兩縣攜手，群眾的日子好了。", "兩縣結對五年間", "山海日報", NULL, "2020-09-15", "zh-Hant" },
  { "pinyin", "兩縣(xiàn)結(jié)對(duì)五年間\n2020-09-15 來(lái)源: 山海日報(bào)\n五年來，兩縣攜手。", "兩縣結對五年間", "山海日報", NULL, "2020-09-15", "zh-Hant" },
  { "english", "Five years between two counties\nBy Ann Hill and Bo Sea\nSource: The Shanhai Times\nSix schools were built, and people live better.", "Five years between two counties",
    "The Shanhai Times", "Ann Hill", NULL, "en" },
  { "no-heading", "省里的单位认真做好定点帮扶工作，投入大量人力物力，取得了成效，群众满意，这一段很长，不是标题，没有人会把它当作标题来看待，因为它是一句完整的话，还带着许多逗号。\n一、领导重视\n正文。", NULL, NULL, NULL, NULL, "zh" },
};

static void
test_imprint (gconstpointer data)
{
  const ImprintCase *row = data;
  g_autoptr (ShanhaiImprint) imprint = shanhai_imprint_new (row->text);

  g_assert_cmpstr (imprint->title, ==, row->title);
  g_assert_cmpstr (imprint->publisher, ==, row->publisher);
  g_assert_cmpstr (imprint->authors != NULL ? imprint->authors[0] : NULL, ==, row->author);
  g_assert_cmpstr (imprint->published, ==, row->published);
  g_assert_cmpstr (imprint->language, ==, row->language);
}

typedef struct
{
  const char         *name, *text, *clean;
  ShanhaiBlemishKind  kind;
  guint               n;
} BlemishCase;

static const BlemishCase blemishes[] = {
  { "pinyin", "新建5個(gè)學(xué)校", "新建5個學校", SHANHAI_BLEMISH_PINYIN, 2 },
  { "neutral-tone", "他們(men)來了(le)", "他們來了", SHANHAI_BLEMISH_PINYIN, 2 },
  { "units-stay", "重(kg)和长(cm)以及公司(GDP)", "重(kg)和长(cm)以及公司(GDP)", SHANHAI_BLEMISH_PINYIN, 0 },
  { "spam", "认真落实365bet官网:重要论述，亚博体育投入3万元", "认真落实重要论述，投入3万元", SHANHAI_BLEMISH_SPAM, 2 },
  { "replacement", "新建\uFFFD\uFFFD\uFFFD学校\uFFFD3所", "新建学校3所", SHANHAI_BLEMISH_REPLACEMENT, 2 },
  { "latin-1", "新建\u00e5\u00ad\u00a6\u00e6\u00a0\u00a1" "3所", "新建学校3所", SHANHAI_BLEMISH_MOJIBAKE, 1 },
  { "gone", "新建锟斤拷锟斤拷学校", "新建学校", SHANHAI_BLEMISH_MOJIBAKE, 1 },
  { "accents-stay", "café, naïve, Zürich, señor", "café, naïve, Zürich, señor", SHANHAI_BLEMISH_MOJIBAKE, 0 },
  { "invisible", "新\u200b建\u200b\ufeff学校", "新建学校", SHANHAI_BLEMISH_INVISIBLE, 2 },
};

static void
test_blemish (gconstpointer data)
{
  const BlemishCase *row = data;
  g_autoptr (GArray) found = shanhai_blemishes_find (row->text);
  g_autofree char *clean = shanhai_blemishes_clean (row->text, found, ~0u);
  g_autofree char *same = shanhai_blemishes_clean (row->text, found, 0);

  g_assert_cmpuint (found->len, ==, row->n);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpint (g_array_index (found, ShanhaiBlemish, i).kind, ==, row->kind);
  g_assert_cmpstr (clean, ==, row->clean);
  g_assert_cmpstr (same, ==, row->text);
}

static void
test_blemish_map (void)
{
  static const char text[] = "新建5個(gè)學(xué)校";
  g_autoptr (GArray) found = shanhai_blemishes_find (text);

  g_assert_cmpint (shanhai_blemishes_map (found, ~0u, 2), ==, 2);   /* 5 */
  g_assert_cmpint (shanhai_blemishes_map (found, ~0u, 8), ==, 4);   /* 學 */
  g_assert_cmpint (shanhai_blemishes_map (found, ~0u, 6), ==, 4);   /* inside (gè) */
  g_assert_cmpint (shanhai_blemishes_map (found, ~0u, 13), ==, 5);  /* 校 */
  g_assert_cmpint (shanhai_blemishes_map (found, 0, 13), ==, 13);
}

#define ADD_ROWS(path, rows, func) \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) \
    { g_autofree char *full = g_strconcat (path, rows[i].name, NULL); g_test_add_data_func (full, &rows[i], func); }

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/article/encoding/", encodings, test_encoding);
  g_test_add_func ("/article/encoding/damaged-byte", test_damaged_byte);
  g_test_add_func ("/article/encoding/declared", test_declared);
  g_test_add_func ("/article/page", test_page);
  g_test_add_func ("/article/hostile-page", test_hostile_page);
  g_test_add_func ("/article/markdown", test_markdown);
  g_test_add_func ("/article/refused", test_refused);
  ADD_ROWS ("/article/imprint/", imprints, test_imprint);
  ADD_ROWS ("/article/blemish/", blemishes, test_blemish);
  g_test_add_func ("/article/blemish-map", test_blemish_map);
  return g_test_run ();
}

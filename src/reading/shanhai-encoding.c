/* shanhai-encoding.c - the text behind bytes of an unknown encoding. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-encoding.h"

#include <errno.h>
#include <string.h>

/* of the bytes, to tell encodings apart by */
#define SAMPLE (64 * 1024)
/* of the head of a page, where it names its charset (the HTML standard looks into 1024) */
#define HEAD 4096

/* characters without which no Chinese text of some length does, in both scripts; sorted by code point at the first question */
static const char common[] = "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定"
                             "行学學法所民得经經十三之进進着等部度家电電力里如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前"
                             "外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么么利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系系军軍"
                             "很情者最立代想已通并並提直题題党黨程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手"
                             "角期根论論运運农農指几幾九区區强强放决決西被干做必战戰先回则則任取据據处處队隊南给給色光门門即保治北造百规規热热领領七海口东東导導器压壓志世金增争爭济濟阶"
                             "帮幫扶贫貧县縣村镇鎮万萬元户戶名医醫院校，。、；：“”";

static int
compare_chars (gconstpointer a,
               gconstpointer b)
{
  const gunichar x = *(const gunichar *) a, y = *(const gunichar *) b;

  return (x > y) - (x < y);
}

static bool
is_common (gunichar c)
{
  static gsize ready;
  static gunichar *chars;
  static glong n;

  if (g_once_init_enter (&ready))
    {
      chars = g_utf8_to_ucs4_fast (common, -1, &n);
      qsort (chars, (gsize) n, sizeof *chars, compare_chars);
      g_once_init_leave (&ready, 1);
    }
  return bsearch (&c, chars, (gsize) n, sizeof *chars, compare_chars) != NULL;
}

/* bytes that don't belong to the encoding become U+FFFD, one each */
static GString *
convert (const char *bytes,
         gsize       length,
         const char *from)
{
  GString *text = g_string_sized_new (length + length / 2);
  GIConv converter = g_iconv_open ("UTF-8", from);
  char *in = (char *) bytes;
  gsize left = length;

  if (converter == (GIConv) -1)
    return text;

  while (left > 0)
    {
      char buffer[4096];
      char *out = buffer;
      gsize room = sizeof buffer;
      const gsize result = g_iconv (converter, &in, &left, &out, &room);
      const int error = errno;

      g_string_append_len (text, buffer, out - buffer);
      if (result != (gsize) -1 || error == E2BIG)
        continue;
      g_string_append (text, "\uFFFD");
      if (error == EINVAL)
        break;
      in++;
      left--;
    }
  g_iconv_close (converter);
  return text;
}

/* how much like Chinese the bytes look in an encoding, in thousandths */
static int
score (const char *bytes,
       gsize       length,
       const char *encoding)
{
  g_autoptr (GString) text = convert (bytes, MIN (length, SAMPLE), encoding);
  int n = 0, n_common = 0, n_bad = 0;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        continue;
      n++;
      n_common += is_common (c);
      /* private use: what GB18030 makes of anything */
      n_bad += c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff) || c >= 0x10000;
    }
  return n > 0 ? (n_common - 4 * n_bad) * 1000 / n : 0;
}

/* UTF-8 in which some bytes are damaged, rather than another encoding: of the bytes over 0x7f, nearly all belong to good characters */
static bool
is_mostly_utf8 (const char *bytes,
                gsize       length)
{
  gsize n_good = 0, n_bad = 0;

  for (gsize i = 0; i < length;)
    {
      const gunichar c = g_utf8_get_char_validated (bytes + i, (gssize) (length - i));

      if (c < 0x80)
        i++;
      else if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_bad++;
          i++;
        }
      else
        {
          const gsize step = (gsize) (g_utf8_next_char (bytes + i) - (bytes + i));

          n_good += step;
          i += step;
        }
    }
  return n_good > 12 * n_bad;
}

static const char *
guess_utf16 (const char *bytes,
             gsize       length)
{
  const gsize n = MIN (length, 4096);
  gsize even = 0, odd = 0;

  for (gsize i = 0; i < n; i++)
    if (bytes[i] == '\0')
      (i % 2 == 0 ? &even : &odd)[0]++;
  if (n < 8 || even + odd < n / 40 + 1)
    return NULL;
  return even > 8 * odd ? "UTF-16BE" : odd > 8 * even ? "UTF-16LE" : NULL;
}

static const char *
get_known (const char *declared)
{
  static const struct { const char *prefix; const char *name; } names[] = {
    { "gb", "GB18030" }, { "x-gbk", "GB18030" }, { "cp936", "GB18030" }, { "hz-gb", "HZ" }, { "big5-hkscs", "BIG5-HKSCS" }, { "big5", "BIG5-HKSCS" },
    { "cp950", "BIG5-HKSCS" }, { "iso-8859-1", "WINDOWS-1252" }, { "windows-1252", "WINDOWS-1252" }, { "shift_jis", "SHIFT_JIS" }, { "euc-kr", "EUC-KR" },
    { "utf-16le", "UTF-16LE" }, { "utf-16be", "UTF-16BE" },
  };

  for (guint i = 0; declared != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (declared, names[i].prefix, strlen (names[i].prefix)) == 0)
      return names[i].name;
  return NULL;
}

static const char *
guess (const char *bytes,
       gsize       length,
       const char *declared)
{
  const char *known = get_known (declared);
  const char *utf16;
  int gb, big5;

  if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    return "UTF-16BE";
  utf16 = guess_utf16 (bytes, length);
  if (utf16 != NULL)
    return utf16;
  if (g_utf8_validate_len (bytes, length, NULL) || is_mostly_utf8 (bytes, length))
    return "UTF-8";

  gb = score (bytes, length, "GB18030");
  big5 = score (bytes, length, "BIG5-HKSCS");
  /* what the page says of itself holds unless it can't be */
  if (known != NULL && score (bytes, length, known) >= MIN (MAX (gb, big5), 150))
    return known;
  if (MAX (gb, big5) < 100)
    return known != NULL ? known : "WINDOWS-1252";
  return gb >= big5 ? "GB18030" : "BIG5-HKSCS";
}

char *
shanhai_encoding_decode (const char  *bytes,
                         gsize        length,
                         const char  *declared,
                         const char **encoding)
{
  const char *found;
  g_autoptr (GString) text = NULL;
  char *at;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  found = length > 0 ? guess (bytes, length, declared) : "UTF-8";
  if (encoding != NULL)
    *encoding = found;
  if (g_str_equal (found, "UTF-8"))
    {
      g_autofree char *valid = g_utf8_make_valid (bytes, (gssize) length);

      text = g_string_new (valid);
    }
  else
    text = convert (bytes, length, found);

  /* no NUL may end the text early */
  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '\0')
      text->str[i] = ' ';
  at = text->str;
  if (g_str_has_prefix (at, "\uFEFF"))
    g_string_erase (text, 0, 3);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
shanhai_encoding_find_declared (const char *bytes,
                                gsize       length)
{
  g_autofree char *head = g_ascii_strdown (bytes, (gssize) MIN (length, HEAD));

  for (const char *at = strstr (head, "charset"); at != NULL; at = strstr (at, "charset"))
    {
      gsize n;

      at += strlen ("charset");
      at += strspn (at, " \t\r\n");
      if (*at != '=')
        continue;
      at++;
      at += strspn (at, " \t\r\n\"'");
      n = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-_");
      if (n > 0)
        return g_strndup (at, n);
    }
  return NULL;
}

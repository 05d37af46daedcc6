/* test-csv.c - tables as bytes: what is read, what is written, and what Excel must not change. SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "shanhai-csv-read.h"
#include "shanhai-csv-write.h"

/* rows set apart by |, cells by ~ */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length;     /* -1: to the NUL */
  const char *cells;      /* NULL: it must be refused */
  int         code;
  char        delimiter;  /* that is found; '\0' for any */
} Trap;

static const Trap traps[] = {
  { "empty", "", -1, "" },
  { "mark-alone", "\xef\xbb\xbf", -1, "" },
  { "plain", "a,b\nc,d\n", -1, "a~b|c~d", 0, ',' },
  { "no-last-line-end", "a,b\nc,d", -1, "a~b|c~d", 0, ',' },
  { "crlf", "a,b\r\nc,d\r\n", -1, "a~b|c~d", 0, ',' },
  { "cr", "a,b\rc,d\r", -1, "a~b|c~d", 0, ',' },
  { "mark", "\xef\xbb\xbf" "a,b\n", -1, "a~b", 0, ',' },
  { "mark-before-quote", "\xef\xbb\xbf\"a\",b\n", -1, "a~b", 0, ',' },
  { "quoted", "\"a\",\"b\"\n", -1, "a~b", 0, ',' },
  { "quoted-comma", "\"1,234\",b\n", -1, "1,234~b", 0, ',' },
  { "doubled", "\"a\"\"b\",\"\"\"\"\n", -1, "a\"b~\"", 0, ',' },
  { "empty-quotes", "\"\",\"\"\n", -1, "~", 0, ',' },
  { "line-end-in-cell", "\"a\nb\",c\n", -1, "a\nb~c", 0, ',' },
  { "crlf-in-cell", "\"a\r\nb\",c\r\n", -1, "a\nb~c", 0, ',' },
  { "behind-the-mark", "\"a\"b,c\n", -1, "ab~c", 0, ',' },
  { "mark-within", "a\"b,c\n", -1, "a\"b~c", 0, ',' },
  { "never-closed", "a,\"b\nc,d\n", -1, NULL, SHANHAI_STORE_ERROR_TRUNCATED },
  { "blank-row", "a,b\n\nc,d\n", -1, "a~b||c~d", 0, ',' },
  { "ragged", "a\nb,c\nd,e\n", -1, "a|b~c|d~e", 0, ',' },
  { "semicolons", "a;b;1,5\nc;d;2,5\n", -1, "a~b~1,5|c~d~2,5", 0, ';' },
  { "tabs", "a\tb, c\nd\te\n", -1, "a~b, c|d~e", 0, '\t' },
  { "bars", "a|b\nc|d\n", -1, "a~b", 0, '|' },
  { "sep-line", "sep=;\r\na;b\r\n", -1, "a~b", 0, ';' },
  { "sep-line-alone", "sep=;", -1, "sep=~", 0, ';' },
  { "comma-in-quotes-only", "\"x,y\";b\n\"z,w\";d\n", -1, "x,y~b|z,w~d", 0, ';' },
  { "one-column", "a\nb\n", -1, "a|b", 0, ',' },
  { "nul", "a,\0b\n", 5, NULL, SHANHAI_STORE_ERROR_ENCODING },
  { "utf-16le", "\xff\xfe" "a\0,\0b\0\n\0", 10, "a~b", 0, ',' },
  { "utf-16be", "\xfe\xff\0a\0,\0b\0\n", 10, "a~b", 0, ',' },
  { "utf-16le-unmarked", "a\0,\0b\0\n\0", 8, "a~b", 0, ',' },
  { "utf-16-odd", "\xff\xfe" "a\0,", 5, NULL, SHANHAI_STORE_ERROR_ENCODING },
  { "gb18030", "\xb5\xd8\xc7\xf8,\xbd\xf0\xb6\xee\n\xb6\xab\xcf\xe7\xcf\xd8,12\n", -1, "地区~金额|东乡县~12", 0, ',' },
  { "gb18030-four-bytes", "\xb5\xd8\xc7\xf8,\x81\x39\xee\x39\n", -1, "地区~㐀", 0, ',' },
  { "big5", "\xa6\x61\xb0\xcf,\xaa\xf7\xc3\x42\n\xaa\x46\xb6\x6d\xbf\xa4,12\n", -1, "地區~金額|東鄉縣~12", 0, ',' },
  { "utf-8-chinese", "地区,金额\n", -1, "地区~金额", 0, ',' },
  { "no-encoding", "a,\xff\xff\n", -1, NULL, SHANHAI_STORE_ERROR_ENCODING },
};

static char *
join (const ShanhaiTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < shanhai_table_get_n_rows (table); r++)
    {
      g_string_append (text, r > 0 ? "|" : "");
      for (guint c = 0; c < shanhai_table_get_n_cells (table, r); c++)
        g_string_append_printf (text, "%s%s", c > 0 ? "~" : "", shanhai_table_get_cell (table, r, c));
    }

  return g_string_free (text, FALSE);
}

static void
test_trap (gconstpointer data)
{
  const Trap *trap = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (trap->bytes, trap->length >= 0 ? (gsize) trap->length : strlen (trap->bytes));
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_AUTO, '\0' };
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiTable) table = shanhai_csv_read (bytes, &format, &error);
  g_autofree char *cells = NULL;

  if (trap->cells == NULL)
    {
      g_assert_null (table);
      g_assert_error (error, SHANHAI_STORE_ERROR, trap->code);
      return;
    }

  g_assert_no_error (error);
  cells = join (table);
  if (strcmp (trap->name, "bars") == 0)
    g_assert_cmpstr (cells, ==, "a~b|c~d");
  else
    g_assert_cmpstr (cells, ==, trap->cells);
  if (trap->delimiter != '\0')
    g_assert_cmpint (format.delimiter, ==, trap->delimiter);
}

/* what a person overrules stays overruled */
static void
test_told_format (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a;b,c\n", 6);
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_UTF_8, ',' };
  g_autoptr (ShanhaiTable) table = shanhai_csv_read (bytes, &format, NULL);

  g_assert_cmpstr (shanhai_table_get_cell (table, 0, 0), ==, "a;b");
  g_assert_cmpstr (shanhai_table_get_cell (table, 0, 1), ==, "c");
  g_assert_cmpstr (shanhai_table_get_cell (table, 0, 2), ==, "");
  g_assert_cmpstr (shanhai_table_get_cell (table, 7, 0), ==, "");
}

static void
test_limits (void)
{
  g_autofree char *wide = g_strnfill (SHANHAI_TABLE_MAX_COLUMNS, ',');
  g_autofree char *tall = g_strnfill (SHANHAI_TABLE_MAX_ROWS + 1, '\n');
  g_autoptr (GBytes) wide_bytes = g_bytes_new_static (wide, SHANHAI_TABLE_MAX_COLUMNS);
  g_autoptr (GBytes) tall_bytes = g_bytes_new_static (tall, SHANHAI_TABLE_MAX_ROWS + 1);
  ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_UTF_8, ',' };
  g_autoptr (GError) error = NULL;

  g_assert_null (shanhai_csv_read (wide_bytes, &format, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (shanhai_csv_read (tall_bytes, &format, &error));
  g_assert_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT);
}

static void
test_column_names (void)
{
  static const struct { guint column; const char *name; } names[] = { { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 701, "ZZ" }, { 702, "AAA" }, { 16383, "XFD" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = shanhai_table_column_name (names[i].column);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

/* what stands in the file for a text */
static const struct { const char *text, *written; } marks[] = {
  { "620000", "620000" },
  { "622926", "622926" },
  { "2019-12-31", "2019-12-31" },
  { "2019", "2019" },
  { "0931", "\"\t0931\"" },
  { "622926199001011234", "\"\t622926199001011234\"" },
  { "12345678901", "12345678901" },
  { "123456789012", "\"\t123456789012\"" },
  { "2019-12", "\"\t2019-12\"" },
  { "2014/2020", "\"\t2014/2020\"" },
  { "3/4", "\"\t3/4\"" },
  { "12:30", "\"\t12:30\"" },
  { "1E5", "\"\t1E5\"" },
  { "1.50", "\"\t1.50\"" },
  { "=1+1", "'=1+1" },
  { "+86", "'+86" },
  { "-5", "'-5" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "  =1+1", "\"'  =1+1\"" },
  { "＝1", "'＝1" },
  { "\t=1", "\"'\t=1\"" },
  { "'=1", "''=1" },
  { "'quoted'", "'quoted'" },
  { "flow-2av4uiazbo", "flow-2av4uiazbo" },
  { "近4.7亿元", "近4.7亿元" },
  { "4.7亿元", "4.7亿元" },
  { "a,b", "\"a,b\"" },
  { "a\"b", "\"a\"\"b\"" },
  { "a\nb", "\"a\nb\"" },
  { " a", "\" a\"" },
  { "", "" },
  { "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (false);
      g_autofree char *expected = g_strdup_printf ("\xef\xbb\xbf%s,x\r\n", marks[i].written);
      ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_AUTO, ',' };
      g_autoptr (ShanhaiTable) table = NULL;
      g_autoptr (GBytes) bytes = NULL;

      shanhai_csv_writer_add_text (writer, marks[i].text);
      shanhai_csv_writer_add_text (writer, "x");
      shanhai_csv_writer_end_row (writer);
      bytes = shanhai_csv_writer_finish (writer);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));

      table = shanhai_csv_read (bytes, &format, NULL);
      g_assert_cmpstr (shanhai_csv_unmark (shanhai_table_get_cell (table, 0, 0)), ==, marks[i].text);
    }
}

/* plain files for programs: nothing is marked but what would be taken for a mark */
static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (true);
      ShanhaiCsvFormat format = { SHANHAI_CSV_ENCODING_AUTO, ',' };
      g_autoptr (ShanhaiTable) table = NULL;
      g_autoptr (GBytes) bytes = NULL;

      shanhai_csv_writer_add_text (writer, marks[i].text);
      shanhai_csv_writer_add_text (writer, "x");
      shanhai_csv_writer_end_row (writer);
      bytes = shanhai_csv_writer_finish (writer);
      table = shanhai_csv_read (bytes, &format, NULL);
      g_assert_cmpstr (shanhai_csv_unmark (shanhai_table_get_cell (table, 0, 0)), ==, marks[i].text);
      if (marks[i].text[0] != '\'' && marks[i].text[0] != '\t')
        g_assert_cmpstr (shanhai_table_get_cell (table, 0, 0), ==, marks[i].text);
    }
}

static void
test_numbers (void)
{
  g_autoptr (ShanhaiCsvWriter) writer = shanhai_csv_writer_new (false);
  g_autoptr (GBytes) bytes = NULL;
  const char *expected = "\xef\xbb\xbf-5,38.74,470000000,\t1234567890123456,\r\n";

  shanhai_csv_writer_add_number (writer, "-5");
  shanhai_csv_writer_add_number (writer, "38.74");
  shanhai_csv_writer_add_number (writer, "470000000");
  shanhai_csv_writer_add_number (writer, "1234567890123456");
  shanhai_csv_writer_add_number (writer, NULL);
  shanhai_csv_writer_end_row (writer);
  bytes = shanhai_csv_writer_finish (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/read/", traps[i].name, NULL);

      g_test_add_data_func (path, &traps[i], test_trap);
    }
  g_test_add_func ("/csv/told-format", test_told_format);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/column-names", test_column_names);
  g_test_add_func ("/csv/marks", test_marks);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/numbers", test_numbers);

  return g_test_run ();
}

/* shanhai-foreign.c - what a file is that is no casebook. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Told by the first bytes, which each kind of file has its own of; a name can be wrong, and often is when files are renamed to make a
 * program take them. Only asked of a file that couldn't be read as a casebook. */

#include "shanhai-config.h"

#include "shanhai-foreign.h"

#include <glib/gi18n-lib.h>
#include <stdbool.h>
#include <string.h>

/* where a ZIP names its first members, which tell an office document from any other */
#define ZIP_LOOK_BYTES 4096
/* text has no NUL, whatever its encoding, but for UTF-16 */
#define TEXT_LOOK_BYTES 1024

typedef enum
{
  PICTURE,
  PDF,
  OFFICE,
  WORKBOOK,
  ARCHIVE,
  WEB_PAGE,
  ZEROS,
  BINARY,
} Kind;

typedef struct
{
  gsize       offset;
  const char *bytes;
  gsize       size;
  Kind        kind;
} Mark;

#define MARK(offset, bytes, kind) { (offset), (bytes), sizeof (bytes) - 1, (kind) }

static const Mark marks[] = {
  MARK (0, "\x89PNG\r\n\x1a\n", PICTURE),
  MARK (0, "\xff\xd8\xff", PICTURE), /* JPEG */
  MARK (0, "GIF8", PICTURE),
  MARK (8, "WEBP", PICTURE),
  MARK (0, "II*\0", PICTURE), /* TIFF, of either byte order */
  MARK (0, "MM\0*", PICTURE),
  MARK (4, "ftypheic", PICTURE),
  MARK (4, "ftypavif", PICTURE),
  MARK (0, "%PDF-", PDF),
  MARK (0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE), /* Word, Excel and WPS before 2007 */
  MARK (0, "\x1f\x8b", ARCHIVE),                        /* gzip */
  MARK (0, "\xfd" "7zXZ\0", ARCHIVE),
  MARK (0, "\x28\xb5\x2f\xfd", ARCHIVE), /* Zstandard */
  MARK (0, "7z\xbc\xaf\x27\x1c", ARCHIVE),
  MARK (0, "Rar!\x1a\x07", ARCHIVE),
  MARK (0, "BZh", ARCHIVE),
};

/* as strstr(), but NULs don't end it */
static bool
holds (const char *data,
       gsize       size,
       const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, word, length) == 0)
      return true;

  return false;
}

static Kind
tell_zip (const char *data,
          gsize       size)
{
  gsize look = MIN (size, ZIP_LOOK_BYTES);

  if (holds (data, look, "xl/") || holds (data, look, "opendocument.spreadsheet"))
    return WORKBOOK;
  /* all that Office writes begins with this member, whichever comes next */
  if (holds (data, look, "[Content_Types].xml") || holds (data, look, "word/") || holds (data, look, "opendocument."))
    return OFFICE;

  return ARCHIVE;
}

static bool
begins_like_a_page (const char *data,
                    gsize       size)
{
  static const char *const beginnings[] = { "<!doctype html", "<html" };

  while (size > 0 && g_ascii_isspace (*data))
    {
      data++;
      size--;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (size >= strlen (beginnings[i]) && g_ascii_strncasecmp (data, beginnings[i], strlen (beginnings[i])) == 0)
      return true;

  return false;
}

static bool
is_all_zeros (const char *data,
              gsize       size)
{
  return size > 0 && data[0] == '\0' && memcmp (data, data + 1, size - 1) == 0;
}

static bool
is_utf16 (const char *data,
          gsize       size)
{
  return size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}

static bool
tell (const char *data,
      gsize       size,
      Kind       *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (size >= marks[i].offset + marks[i].size && memcmp (data + marks[i].offset, marks[i].bytes, marks[i].size) == 0)
      {
        *kind = marks[i].kind;
        return true;
      }

  if (size >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    *kind = tell_zip (data, size);
  else if (begins_like_a_page (data, size))
    *kind = WEB_PAGE;
  else if (is_all_zeros (data, size))
    *kind = ZEROS;
  else if (!is_utf16 (data, size) && memchr (data, '\0', MIN (size, TEXT_LOOK_BYTES)) != NULL)
    *kind = BINARY;
  else
    return false;

  return true;
}

/**
 * shanhai_foreign_describe:
 * @data: a file, or its beginning
 * @size: how much
 *
 * Returns: (nullable): what it is and what to do, translated; %NULL where it could be text
 */
const char *
shanhai_foreign_describe (const char *data,
                          gsize       size)
{
  Kind kind;

  if (!tell (data, size, &kind))
    return NULL;

  switch (kind)
    {
    case PICTURE:
      return _("this is a picture, not a casebook; choose a .shanhai file");
    case PDF:
      return _("this is a PDF document, not a casebook; open a casebook, and paste the text of the document as a source");
    case OFFICE:
      return _("this is an office document, not a casebook; open a casebook, and paste the text of the document as a source");
    case WORKBOOK:
      return _("this is a workbook, not a casebook; save its table as CSV, open a casebook, and import the table");
    case ARCHIVE:
      return _("this is a compressed file, not a casebook; unpack it, and open the casebook that is in it");
    case WEB_PAGE:
      return _("this is a web page, not a casebook; open a casebook, and paste the text of the page as a source");
    case ZEROS:
      return _("the file holds nothing but zeros, as a machine that went down may leave it; take a copy of it that is older");
    case BINARY:
    default:
      return _("this is not text, so it can’t be a casebook; choose a .shanhai file");
    }
}

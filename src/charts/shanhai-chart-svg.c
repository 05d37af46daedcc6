/* shanhai-chart-svg.c - what Cairo's SVG lacks. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cairo numbers the ids of surfaces (in 1.18 also of sources) by process, not by document, so the second export would differ from the first: they are
 * numbered anew in the order in which they occur. Only Cairo's own markup is searched for ids; titles and texts are added afterwards. */

#include "shanhai-chart-svg.h"

#include <string.h>

#include "shanhai-marks-private.h"

/* XML 1.0 allows no control characters but tab and line ends */
static void
append_escaped (GString    *out,
                const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
          g_string_append_c (out, *p);
        break;
      }
}

/* The length of the prefix of an id that a process numbers, at the start of `p`; 0 for none */
static gsize
match_prefix (const char *p,
              gsize       left)
{
  static const char * const prefixes[] = { "surface", "source-" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      gsize length = strlen (prefixes[i]);

      if (left > length && memcmp (p, prefixes[i], length) == 0 && g_ascii_isdigit (p[length]))
        return length;
    }

  return 0;
}

/* An id stands after a quote or a #. */
static void
append_renumbered (GString    *out,
                   const char *svg,
                   gsize       length)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize copied = 0;

  for (gsize i = 1; i < length; i++)
    {
      gsize prefix, end;
      char *id;
      guint number;

      if (svg[i] != 's' || (svg[i - 1] != '"' && svg[i - 1] != '#'))
        continue;
      prefix = match_prefix (svg + i, length - i);
      if (prefix == 0)
        continue;

      for (end = i + prefix; end < length && g_ascii_isdigit (svg[end]); end++)
        ;
      id = g_strndup (svg + i, end - i);
      number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));
      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, id, GUINT_TO_POINTER (number));
        }
      else
        g_free (id);

      g_string_append_len (out, svg + copied, (gssize) (i + prefix - copied));
      g_string_append_printf (out, "%u", number);
      copied = end;
      i = end - 1;
    }

  g_string_append_len (out, svg + copied, (gssize) (length - copied));
}

static void
append_number (GString *out,
               double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.2f", value));
}

static void
append_text (GString            *out,
             const ShanhaiMarks *marks,
             const ShanhaiMark  *mark)
{
  const ShanhaiTextLook *look = &mark->text.look;

  g_string_append (out, "<text x=\"");
  append_number (out, mark->xy[0]);
  g_string_append (out, "\" y=\"");
  append_number (out, mark->xy[1]);
  g_string_append (out, "\" font-size=\"");
  append_number (out, look->size);
  /* the width holds the place where the reader's font is another one */
  g_string_append (out, "\" textLength=\"");
  append_number (out, mark->box.width);
  g_string_append (out, "\" lengthAdjust=\"spacingAndGlyphs\"");
  if (look->bold)
    g_string_append (out, " font-weight=\"bold\"");
  g_string_append_printf (out, " fill=\"#%06x\"", look->colour);
  if (look->halo)
    g_string_append_printf (out,
                            " stroke=\"#%06x\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                            shanhai_palette_get_ink (marks->theme, SHANHAI_INK_BACKGROUND));
  g_string_append_c (out, '>');
  append_escaped (out, mark->text.string);
  g_string_append (out, "</text>\n");
}

static void
append_texts (GString            *out,
              const ShanhaiMarks *marks)
{
  g_string_append_printf (out,
                          "<g font-family=\"sans-serif\" xml:lang=\"%s\" xml:space=\"preserve\">\n",
                          marks->language == SHANHAI_LANGUAGE_CHINESE ? "zh-CN" : "en");
  for (guint i = 0; i < marks->marks->len; i++)
    {
      const ShanhaiMark *mark = &g_array_index (marks->marks, ShanhaiMark, i);

      if (mark->kind == SHANHAI_MARK_TEXT)
        append_text (out, marks, mark);
    }
  g_string_append (out, "</g>\n");
}

GString *
shanhai_chart_svg_finish (const ShanhaiMarks *marks,
                          const char         *svg,
                          gsize               length,
                          bool                with_texts)
{
  g_autoptr (GString) body = g_string_sized_new (length);
  GString *out = g_string_sized_new (length + 4096);
  const char *open, *close, *end;

  append_renumbered (body, svg, length);
  open = strstr (body->str, "<svg");
  close = open != NULL ? strchr (open, '>') : NULL;
  end = g_strrstr (body->str, "</svg>");
  if (close == NULL || end == NULL)
    {
      g_string_append_len (out, body->str, (gssize) body->len);
      return out;
    }

  g_string_append_len (out, body->str, close - body->str);
  g_string_append_printf (out,
                          " role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"%s\">\n<title id=\"title\">",
                          marks->language == SHANHAI_LANGUAGE_CHINESE ? "zh-CN" : "en");
  append_escaped (out, marks->title);
  g_string_append (out, "</title>\n<desc id=\"desc\">");
  append_escaped (out, marks->description);
  g_string_append (out, "</desc>");
  g_string_append_len (out, close + 1, end - close - 1);
  if (with_texts)
    append_texts (out, marks);
  g_string_append (out, end);

  return out;
}

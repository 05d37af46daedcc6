/* shanhai-text-layout.c - how wide a text is, and drawing it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pango's font maps aren't safe to share among threads, so each thread has one of its own. Shaping is what costs, so each thread keeps the layouts of the
 * texts it met: a text is measured and drawn from the same one. */

#include "shanhai-text-layout.h"

#include <math.h>
#include <string.h>

/* more texts than a chart has; then the store is emptied */
#define MAX_KEPT 1024

typedef struct
{
  PangoContext *context;
  GHashTable   *layouts;  /* "size bold language text" → PangoLayout */
} Shaper;

static void
shaper_free (void *data)
{
  Shaper *self = data;

  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

static GPrivate shaper_private = G_PRIVATE_INIT (shaper_free);

static Shaper *
get_shaper (void)
{
  Shaper *self = g_private_get (&shaper_private);
  g_autoptr (PangoFontMap) map = NULL;
  cairo_font_options_t *options;

  if (self != NULL)
    return self;

  map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 96);

  self = g_new0 (Shaper, 1);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->context = pango_font_map_create_context (map);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);

  g_private_set (&shaper_private, self);
  return self;
}

/* Han, its punctuation, and full-width forms */
static bool
is_chinese (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe4f)
         || (c >= 0xff00 && c <= 0xffef) || (c >= 0x20000 && c <= 0x323af);
}

/* Chinese words in an English text get the mainland's glyphs too; the Latin ones about them stay in the English font. */
static void
tag_language (PangoLayout     *layout,
              const char      *text,
              ShanhaiLanguage  language)
{
  PangoLanguage *chinese = pango_language_from_string ("zh-cn");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *start = NULL;

  for (const char *p = text; ; p = g_utf8_next_char (p))
    {
      bool inside = *p != '\0' && (language == SHANHAI_LANGUAGE_CHINESE || is_chinese (g_utf8_get_char (p)));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          PangoAttribute *attribute = pango_attr_language_new (chinese);

          attribute->start_index = (guint) (start - text);
          attribute->end_index = (guint) (p - text);
          pango_attr_list_insert (attributes, attribute);
          start = NULL;
        }
      if (*p == '\0')
        break;
    }

  pango_layout_set_attributes (layout, attributes);
}

static PangoLayout *
make_layout (const char             *text,
             const ShanhaiTextStyle *style)
{
  PangoLayout *layout = pango_layout_new (get_shaper ()->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "sans-serif");
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, text, -1);
  tag_language (layout, text, style->language);
  return layout;
}

/* (transfer none): good until the next call */
static PangoLayout *
get_layout (const char             *text,
            const ShanhaiTextStyle *style)
{
  Shaper *self = get_shaper ();
  char prefix[48];
  g_autofree char *key = NULL;
  PangoLayout *layout;

  g_snprintf (prefix, sizeof prefix, "%d %d %d ", (int) lround (style->size * 1000), style->bold, style->language);
  key = g_strconcat (prefix, text, NULL);
  layout = g_hash_table_lookup (self->layouts, key);
  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->layouts) >= MAX_KEPT)
    g_hash_table_remove_all (self->layouts);

  layout = make_layout (text, style);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

double
shanhai_text_layout_get_width (const char             *text,
                               const ShanhaiTextStyle *style)
{
  int width;

  if (text == NULL || *text == '\0')
    return 0;

  pango_layout_get_size (get_layout (text, style), &width, NULL);
  return (double) width / PANGO_SCALE;
}

char *
shanhai_text_layout_shorten (const char             *text,
                             const ShanhaiTextStyle *style,
                             double                  width)
{
  glong lo = 0, hi;

  if (text == NULL)
    return g_strdup ("");
  if (shanhai_text_layout_get_width (text, style) <= width)
    return g_strdup (text);

  /* the longest beginning that fits with the dots behind it */
  hi = g_utf8_strlen (text, -1);
  while (lo + 1 < hi)
    {
      glong middle = (lo + hi) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);
      g_autofree char *shorter = g_strconcat (g_strchomp (start), "…", NULL);

      if (shanhai_text_layout_get_width (shorter, style) <= width)
        lo = middle;
      else
        hi = middle;
    }

  {
    g_autofree char *start = g_utf8_substring (text, 0, lo);

    return g_strconcat (g_strchomp (start), "…", NULL);
  }
}

/* whether a line may begin at that byte, by the rules of the text's language */
static bool
is_break (PangoLayout *layout,
          const char  *text,
          int          index)
{
  int n;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n);
  glong at = g_utf8_pointer_to_offset (text, text + index);

  return at >= n || attributes[at].is_line_break;
}

/* Pango's own lines would move with its version's way of balancing; they are only used to find where to break. */
static char **
wrap (const char             *text,
      const ShanhaiTextStyle *style,
      double                  width,
      int                     max_lines,
      bool                    break_words)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *cut = NULL;
  int n;

  if (text == NULL || *text == '\0')
    return g_strv_builder_end (lines);

  /* a line may name a thousand sources: no more is measured than could ever find room; few letters are narrower than a tenth of an em */
  if (max_lines > 0)
    {
      glong most = (glong) ((max_lines + 1) * MAX (width, 1) / (.1 * MAX (style->size, 1))) + 16;

      if ((glong) strlen (text) > most && g_utf8_strlen (text, -1) > most)
        text = cut = g_utf8_substring (text, 0, most);
    }

  if (strchr (text, '\n') == NULL && shanhai_text_layout_get_width (text, style) <= width)
    {
      g_strv_builder_add (lines, text);
      return g_strv_builder_end (lines);
    }

  layout = make_layout (text, style);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  n = pango_layout_get_line_count (layout);
  for (int i = 0; i < n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      bool last = (max_lines > 0 && i == max_lines - 1)
                  || (!break_words && !is_break (layout, text, line->start_index + line->length));
      gsize length = last ? strlen (text + line->start_index) : (gsize) line->length;
      g_autofree char *piece = g_strndup (text + line->start_index, length);

      g_strdelimit (g_strstrip (piece), "\n", ' ');
      if (last)
        {
          g_autofree char *shortened = shanhai_text_layout_shorten (piece, style, width);

          g_strv_builder_add (lines, shortened);
          break;
        }
      g_strv_builder_add (lines, piece);
    }

  return g_strv_builder_end (lines);
}

char **
shanhai_text_layout_wrap (const char             *text,
                          const ShanhaiTextStyle *style,
                          double                  width,
                          int                     max_lines)
{
  return wrap (text, style, width, max_lines, true);
}

char **
shanhai_text_layout_wrap_words (const char             *text,
                                const ShanhaiTextStyle *style,
                                double                  width,
                                int                     max_lines)
{
  return wrap (text, style, width, max_lines, false);
}

void
shanhai_text_layout_show (cairo_t                *cr,
                          const char             *text,
                          const ShanhaiTextStyle *style,
                          double                  x,
                          double                  y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (get_layout (text, style), 0));
}

void
shanhai_text_layout_path (cairo_t                *cr,
                          const char             *text,
                          const ShanhaiTextStyle *style,
                          double                  x,
                          double                  y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_layout_line_path (cr, pango_layout_get_line_readonly (get_layout (text, style), 0));
}

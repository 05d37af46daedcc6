/* shanhai-page-text.c - the article in a saved web page. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page becomes a list of blocks (paragraphs, headings, list items), each with its container (div, section, td …). A block weighs as much as it looks like
 * running text: sentences weigh, links don't. From the body we go down to the smallest container that still holds nearly all of the weight; its blocks are the
 * article, but for those that are links or sit in a container that calls itself a menu, a footer and the like and isn't the bulk of the page. */

#include "shanhai-page-text.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* elements within each other; browsers stop at 512, too */
#define MAX_DEPTH 512
/* share of the weight that the article's container must hold */
#define ENOUGH .8
/* lines between the heading and the text that can say where it comes from */
#define MAX_IMPRINT_LINES 12

typedef struct
{
  int    parent;        /* -1: none */
  double weight;        /* of what is in it, everything below included */
  gsize  length;        /* characters in it that aren't links */
  bool   is_furniture;  /* by its name or its role */
} Container;

typedef struct
{
  char  *text;
  guint  length;        /* characters */
  guint  n_linked;      /* those of them that are links */
  int    container;
  int    heading;       /* 1 … 6, or 0 */
} Block;

typedef enum { ELEMENT_INLINE, ELEMENT_BLOCK, ELEMENT_CONTAINER, ELEMENT_HEADING, ELEMENT_SKIPPED, ELEMENT_BREAK, ELEMENT_VOID } ElementClass;

static const struct { const char *names; ElementClass element_class; } elements[] = {
  { " script style noscript template iframe object svg math select button textarea nav footer aside audio video canvas map datalist dialog ", ELEMENT_SKIPPED },
  { " div section article main header table tbody tr td th ul ol dl body html form fieldset center blockquote figure details ", ELEMENT_CONTAINER },
  { " p li dt dd pre address figcaption caption summary hr title option ", ELEMENT_BLOCK },
  { " h1 h2 h3 h4 h5 h6 ", ELEMENT_HEADING },
  { " br ", ELEMENT_BREAK },
  { " meta link img input base area col embed source track wbr param ", ELEMENT_VOID },
};

/* words in a class or id that name a part of the site, not of the article */
static const char furniture[] = " nav navbar navigation menu footer foot sidebar side comment comments comt share sharing breadcrumb breadcrumbs crumb crumbs copyright "
                                "ad ads advert advertisement banner related recommend recommended login toolbar tools pager pagination hot rank ranking tags search qrcode "
                                "weixin subscribe topbar friendlink links sitemap ";

typedef struct
{
  xmlParserCtxtPtr parser;
  GArray          *containers;   /* Container */
  GArray          *blocks;       /* Block */
  GArray          *stack;        /* int: container of each open element */
  GString         *text;         /* of the block that is being read */
  guint            n_linked;
  guint            n_skipped;    /* open elements whose content is passed over */
  guint            n_links;      /* open <a> */
  int              heading;
  bool             in_title;
  bool             in_pre;
  GString         *page_title;
  ShanhaiPageText *page;
} Reader;

static void
clear_block (gpointer data)
{
  g_free (((Block *) data)->text);
}

static ElementClass
get_class (const char *name)
{
  char key[16];

  if (g_snprintf (key, sizeof key, " %s ", name) >= (int) sizeof key)
    return ELEMENT_INLINE;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strstr (elements[i].names, key) != NULL)
      return elements[i].element_class;
  return ELEMENT_INLINE;
}

static int
get_container (Reader *reader)
{
  return reader->stack->len > 0 ? g_array_index (reader->stack, int, reader->stack->len - 1) : 0;
}

static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case ',': case '.': case 0xff0c: case 0x3002: case 0x3001: case 0xff1b:
        n++;
        break;
      default:
        break;
      }
  return n;
}

static void
end_block (Reader *reader)
{
  Block block = { .n_linked = reader->n_linked, .container = get_container (reader), .heading = reader->heading };
  double weight = 0;
  guint n_sentences;

  reader->n_linked = 0;
  while (reader->text->len > 0 && reader->text->str[reader->text->len - 1] == ' ')
    g_string_truncate (reader->text, reader->text->len - 1);
  if (reader->text->len == 0)
    return;

  block.text = g_strdup (reader->text->str);
  block.length = (guint) g_utf8_strlen (block.text, -1);
  block.n_linked = MIN (block.n_linked, block.length);
  g_string_truncate (reader->text, 0);
  n_sentences = block.heading == 0 ? count_sentences (block.text) : 0;
  if (n_sentences > 0 || block.length >= 40)
    weight = (block.length - block.n_linked) * (1 + MIN (n_sentences, 20) / 4.);
  for (int at = block.container; at >= 0; at = g_array_index (reader->containers, Container, at).parent)
    {
      Container *container = &g_array_index (reader->containers, Container, at);

      container->weight += weight;
      container->length += block.length - block.n_linked;
      /* a footer's sentences don't speak for what it stands in */
      if (container->is_furniture)
        weight = 0;
    }
  g_array_append_val (reader->blocks, block);
}

/* white space becomes one blank, at the edges of a block none; the wide blanks that indent Chinese paragraphs, too */
static void
append (Reader     *reader,
        GString    *to,
        const char *text,
        gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const gunichar c = g_utf8_get_char_validated (text, end - text);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          text++;
          continue;
        }
      if (to == reader->text && reader->in_pre && c == '\n')
        end_block (reader);
      else if (g_unichar_isspace (c) || c == 0xa0 || c == 0x200b || c == 0xfeff)
        {
          if (to->len > 0 && to->str[to->len - 1] != ' ')
            g_string_append_c (to, ' ');
        }
      else
        {
          g_string_append_unichar (to, c);
          if (to == reader->text && reader->n_links > 0)
            reader->n_linked++;
        }
      text = g_utf8_next_char (text);
    }
}

static const char *
get_attribute (const xmlChar **attributes,
               const char     *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];
  return NULL;
}

static bool
names_furniture (const char *words)
{
  g_auto (GStrv) parts = NULL;

  if (words == NULL || strlen (words) > 200)
    return false;
  parts = g_strsplit_set (words, " -_\t\n", 24);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (parts[i], -1);
      g_autofree char *key = g_strconcat (" ", lower, " ", NULL);

      if (*lower != '\0' && strstr (furniture, key) != NULL)
        return true;
    }
  return false;
}

static void
read_meta (ShanhaiPageText *page,
           const xmlChar  **attributes)
{
  const char *name = get_attribute (attributes, "name");
  const char *property = get_attribute (attributes, "property");
  const char *content = get_attribute (attributes, "content");
  static const struct { const char *names; gsize offset; } metas[] = {
    { " author article:author ", G_STRUCT_OFFSET (ShanhaiPageText, author) },
    { " publishdate pubdate publish-date article:published_time og:release_date weibo:article:create_at date dc.date publication_date ",
      G_STRUCT_OFFSET (ShanhaiPageText, published) },
    { " source contentsource mediaid og:site_name dc.publisher publisher ", G_STRUCT_OFFSET (ShanhaiPageText, publisher) },
    { " og:url ", G_STRUCT_OFFSET (ShanhaiPageText, url) },
    { " og:title articletitle ", G_STRUCT_OFFSET (ShanhaiPageText, title) },
  };
  g_autofree char *lower = NULL, *key = NULL;

  if (name == NULL)
    name = property;
  if (name == NULL || content == NULL || *content == '\0' || strlen (content) > 500 || !g_utf8_validate (content, -1, NULL))
    return;
  lower = g_ascii_strdown (name, -1);
  key = g_strconcat (" ", lower, " ", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (metas); i++)
    if (strstr (metas[i].names, key) != NULL)
      {
        char **member = (char **) G_STRUCT_MEMBER_P (page, metas[i].offset);

        if (*member == NULL)
          *member = g_strstrip (g_strdup (content));
      }
}

static void
start_element (void           *data,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  Reader *reader = data;
  const ElementClass element_class = get_class ((const char *) name);
  int container = get_container (reader);

  if (g_str_equal (name, "meta"))
    read_meta (reader->page, attributes);
  if (element_class == ELEMENT_VOID)
    return;
  if (element_class == ELEMENT_BREAK)
    {
      if (reader->n_skipped == 0)
        end_block (reader);
      return;
    }
  if (reader->stack->len >= MAX_DEPTH)
    {
      xmlStopParser (reader->parser);
      return;
    }
  if (element_class == ELEMENT_SKIPPED || reader->n_skipped > 0)
    reader->n_skipped++;
  else if (element_class != ELEMENT_INLINE)
    end_block (reader);

  if (element_class == ELEMENT_CONTAINER && reader->n_skipped == 0)
    {
      const char *role = get_attribute (attributes, "role");
      const bool whole = g_str_equal (name, "body") || g_str_equal (name, "html") || g_str_equal (name, "article") || g_str_equal (name, "main");
      Container inner = { .parent = container };

      inner.is_furniture = !whole && (names_furniture (get_attribute (attributes, "class")) || names_furniture (get_attribute (attributes, "id"))
                                      || (role != NULL && strstr (" navigation contentinfo banner search complementary ", role) != NULL));
      container = (int) reader->containers->len;
      g_array_append_val (reader->containers, inner);
    }
  g_array_append_val (reader->stack, container);
  if (element_class == ELEMENT_HEADING && reader->n_skipped == 0)
    reader->heading = name[1] - '0';
  reader->in_title |= g_str_equal (name, "title");
  reader->in_pre |= g_str_equal (name, "pre");
  reader->n_links += g_str_equal (name, "a");
}

static void
end_element (void          *data,
             const xmlChar *name)
{
  Reader *reader = data;
  const ElementClass element_class = get_class ((const char *) name);

  if (element_class == ELEMENT_VOID || element_class == ELEMENT_BREAK || reader->stack->len <= 1)
    return;
  if (reader->n_skipped == 0 && element_class != ELEMENT_INLINE)
    end_block (reader);
  if (reader->n_skipped > 0)
    reader->n_skipped--;
  if (element_class == ELEMENT_HEADING)
    reader->heading = 0;
  if (g_str_equal (name, "title"))
    reader->in_title = false;
  if (g_str_equal (name, "pre"))
    reader->in_pre = false;
  if (g_str_equal (name, "a") && reader->n_links > 0)
    reader->n_links--;
  g_array_set_size (reader->stack, reader->stack->len - 1);
}

static void
read_characters (void          *data,
                 const xmlChar *text,
                 int            length)
{
  Reader *reader = data;

  if (reader->in_title)
    append (reader, reader->page_title, (const char *) text, (gsize) length);
  else if (reader->n_skipped == 0)
    append (reader, reader->text, (const char *) text, (gsize) length);
}

static int
find_article (Reader *reader)
{
  int at = 0;

  for (;;)
    {
      const Container *here = &g_array_index (reader->containers, Container, at);
      int best = -1;

      /* children come behind their parents */
      for (guint i = (guint) at + 1; i < reader->containers->len; i++)
        {
          const Container *inner = &g_array_index (reader->containers, Container, i);

          if (inner->parent == at && inner->weight >= ENOUGH * here->weight)
            {
              best = (int) i;
              break;
            }
        }
      if (best < 0 || here->weight <= 0)
        return at;
      at = best;
    }
}

static bool
is_kept (Reader      *reader,
         const Block *block,
         int          article)
{
  const Container *whole = &g_array_index (reader->containers, Container, article);

  for (int at = block->container; at != article; at = g_array_index (reader->containers, Container, at).parent)
    {
      const Container *container;

      if (at < 0)
        return false;
      container = &g_array_index (reader->containers, Container, at);
      if (container->is_furniture && container->length < .4 * (double) whole->length)
        return false;
    }
  return block->n_linked * 5 <= block->length * 3 && (block->length > 1 || g_unichar_isalnum (g_utf8_get_char (block->text)));
}

/* "Heading_Site", "Heading - Site", "Heading | Site": the part before the site's name */
static char *
dup_page_title (const char *title)
{
  static const char * const gaps[] = { "_", " - ", " | ", "-", "|", "—" };

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      const char *gap = strstr (title, gaps[i]);

      if (gap != NULL && g_utf8_strlen (title, gap - title) >= 5)
        return g_strstrip (g_strndup (title, (gsize) (gap - title)));
    }
  return g_strdup (title);
}

static void
collect (Reader *reader)
{
  const int article = find_article (reader);
  ShanhaiPageText *page = reader->page;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) imprint = g_string_new (NULL);
  guint first = G_MAXUINT, heading = G_MAXUINT;

  for (guint i = 0; i < reader->blocks->len; i++)
    {
      const Block *block = &g_array_index (reader->blocks, Block, i);

      if ((block->heading == 1 || (block->heading == 2 && heading == G_MAXUINT)) && first == G_MAXUINT && block->n_linked < block->length
          && block->length >= 4)
        heading = i;
      if (!is_kept (reader, block, article))
        continue;
      if (i == heading)
        continue;
      if (first == G_MAXUINT)
        first = i;
      g_string_append (text, block->text);
      g_string_append_c (text, '\n');
    }

  if (heading != G_MAXUINT)
    {
      g_free (page->title);
      page->title = g_strdup (g_array_index (reader->blocks, Block, heading).text);
    }
  else if (page->title == NULL && reader->page_title->len > 0)
    page->title = dup_page_title (reader->page_title->str);

  if (first != G_MAXUINT)
    for (guint i = heading != G_MAXUINT ? heading + 1 : first > MAX_IMPRINT_LINES ? first - MAX_IMPRINT_LINES : 0; i < first; i++)
      {
        const Block *block = &g_array_index (reader->blocks, Block, i);

        if (block->length <= 200 && first - i <= MAX_IMPRINT_LINES)
          g_string_append_printf (imprint, "%s\n", block->text);
      }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  page->text = g_string_free (g_steal_pointer (&text), FALSE);
  page->imprint = g_string_free (g_steal_pointer (&imprint), FALSE);
}

bool
shanhai_page_text_is_html (const char *text)
{
  g_autofree char *head = g_ascii_strdown (text, (gssize) strnlen (text, 1024));
  const char *start = head + strspn (head, " \t\r\n");

  return g_str_has_prefix (start, "<!doctype html") || g_str_has_prefix (start, "<html") || (*start == '<' && strstr (start, "<html") != NULL)
         || (*start == '<' && (strstr (start, "<body") != NULL || strstr (start, "<head") != NULL || strstr (start, "<p>") != NULL));
}

ShanhaiPageText *
shanhai_page_text_new (const char *html)
{
  ShanhaiPageText *self = g_new0 (ShanhaiPageText, 1);
  xmlSAXHandler sax = { .startElement = start_element, .endElement = end_element, .characters = read_characters, .ignorableWhitespace = read_characters };
  Container root = { .parent = -1 };
  const int root_index = 0;
  Reader reader = {
    .containers = g_array_new (FALSE, FALSE, sizeof (Container)),
    .blocks = g_array_new (FALSE, FALSE, sizeof (Block)),
    .stack = g_array_new (FALSE, FALSE, sizeof (int)),
    .text = g_string_new (NULL),
    .page_title = g_string_new (NULL),
    .page = self,
  };
  const gsize length = strlen (html);

  g_array_set_clear_func (reader.blocks, clear_block);
  g_array_append_val (reader.containers, root);
  g_array_append_val (reader.stack, root_index);
  reader.parser = htmlCreatePushParserCtxt (&sax, &reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  htmlCtxtUseOptions (reader.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  for (gsize at = 0; at < length; at += 65536)
    htmlParseChunk (reader.parser, html + at, (int) MIN (65536, length - at), 0);
  htmlParseChunk (reader.parser, NULL, 0, 1);
  end_block (&reader);
  if (reader.parser->myDoc != NULL)
    xmlFreeDoc (reader.parser->myDoc);
  htmlFreeParserCtxt (reader.parser);

  collect (&reader);
  g_array_unref (reader.containers);
  g_array_unref (reader.blocks);
  g_array_unref (reader.stack);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.page_title, TRUE);
  return self;
}

void
shanhai_page_text_free (ShanhaiPageText *self)
{
  g_free (self->text);
  g_free (self->title);
  g_free (self->imprint);
  g_free (self->author);
  g_free (self->published);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self);
}

/* shanhai-graph-syntax.h - strict look at a JSON text before json-glib sees it. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-glib accepts comments, trailing commas, hexadecimal numbers and a second value, forgets the line where it stopped, and dies of deep nesting. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SHANHAI_GRAPH_MAX_DEPTH 64

typedef enum
{
  SHANHAI_GRAPH_SYNTAX_SOUND,
  SHANHAI_GRAPH_SYNTAX_BROKEN,  /* not one JSON value (RFC 8259) */
  SHANHAI_GRAPH_SYNTAX_DEEP,    /* more than SHANHAI_GRAPH_MAX_DEPTH levels */
} ShanhaiGraphSyntax;

/* `text` is UTF-8, possibly with NUL; `line`: where it stopped, from 1 */
ShanhaiGraphSyntax shanhai_graph_check_syntax (const char *text,
                                               gsize       length,
                                               guint      *line);

G_END_DECLS

/* shanhai-gazetteer.h - the provinces, prefectures and counties of China with their official codes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Data, not code: data/gazetteer/divisions.tsv, made by build-aux/update-gazetteer; its first lines say from what. Read at the first question and kept as long as
 * the program runs: everything here is borrowed and constant. Safe to use from any thread. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum
{
  SHANHAI_DIVISION_PROVINCE,
  SHANHAI_DIVISION_PREFECTURE,
  SHANHAI_DIVISION_COUNTY,
} ShanhaiDivisionLevel;

typedef struct _ShanhaiDivision ShanhaiDivision;

struct _ShanhaiDivision
{
  const char            *code;    /* GB/T 2260, six digits */
  const char            *name;    /* official and in full: 东乡族自治县 */
  const char            *brief;   /* as people say it: 东乡; the same as `name` where there is no shorter form */
  const char            *english; /* Dongxiang County */
  const ShanhaiDivision *parent;  /* NULL for a province; a county under no prefecture hangs on its province */
  ShanhaiDivisionLevel   level;
};

/* all of them, by code */
const ShanhaiDivision *shanhai_gazetteer_list           (guint                  *n_divisions);
/* (nullable): "622926"; also with the zeros that statistics append ("622926000000") */
const ShanhaiDivision *shanhai_gazetteer_find_code      (const char             *code);
/* (transfer container) (element-type ShanhaiDivision): all that are called that, in full or for short (东乡, 厦门), or with the names of what they
 * lie in before it (甘肃东乡, 福建省厦门市湖里区); the largest first. Empty where there is none. */
GPtrArray             *shanhai_gazetteer_find_name      (const char             *name);
/* (transfer container): what lies right in it, by code; NULL asks for the provinces */
GPtrArray             *shanhai_gazetteer_list_within    (const ShanhaiDivision  *division);
bool                   shanhai_gazetteer_is_within      (const ShanhaiDivision  *division,
                                                         const ShanhaiDivision  *outer);
/* The longest name of a division, in full or for short, that begins right at @text (UTF-8). Gives its length in bytes, and all divisions of that name;
 * 0 when none begins there. Walking a whole text with it takes time in proportion to the text. Short forms of one character aren't found. */
gsize                  shanhai_gazetteer_match          (const char             *text,
                                                         const ShanhaiDivision **divisions,
                                                         guint                   max_divisions,
                                                         guint                  *n_divisions);
/* the key of that level in the vocabulary: "province", "prefecture", "county" */
const char            *shanhai_division_level_get_key   (ShanhaiDivisionLevel    level);

G_END_DECLS

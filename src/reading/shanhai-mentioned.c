/* shanhai-mentioned.c - the places and parties that a sentence names. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-mentioned.h"

#include <string.h>

#include "shanhai-party.h"
#include "shanhai-place.h"
#include "shanhai-rules.h"

/* characters of a name before its ending: of places, of parties */
#define MAX_PLACE 4
#define MAX_PARTY 10

typedef struct
{
  char       *name;    /* folded */
  gsize       length;  /* bytes */
  const char *id;      /* the record's own */
} Name;

struct _ShanhaiNames
{
  ShanhaiDrafts *drafts;
  GHashTable    *by_first;  /* first character → GArray of Name, the longest first */
  GHashTable    *made;      /* name → id of the draft that was made for it */
};

/* the longest first: 卫生院 before 院 */
static const struct { const char *ending; ShanhaiRecordType type; const char *key; } endings[] = {
  { "有限公司", SHANHAI_RECORD_PARTY, "enterprise" }, { "自治县", SHANHAI_RECORD_PLACE, "county" }, { "合作社", SHANHAI_RECORD_PARTY, "enterprise" },
  { "基金会", SHANHAI_RECORD_PARTY, "social-organisation" }, { "卫生院", SHANHAI_RECORD_PARTY, "hospital" }, { "公司", SHANHAI_RECORD_PARTY, "enterprise" },
  { "集团", SHANHAI_RECORD_PARTY, "enterprise" }, { "小学", SHANHAI_RECORD_PARTY, "school" }, { "中学", SHANHAI_RECORD_PARTY, "school" },
  { "医院", SHANHAI_RECORD_PARTY, "hospital" }, { "商会", SHANHAI_RECORD_PARTY, "social-organisation" }, { "协会", SHANHAI_RECORD_PARTY, "social-organisation" },
  { "街道", SHANHAI_RECORD_PLACE, "township" }, { "社区", SHANHAI_RECORD_PLACE, "village" }, { "县", SHANHAI_RECORD_PLACE, "county" },
  { "区", SHANHAI_RECORD_PLACE, "county" }, { "市", SHANHAI_RECORD_PLACE, "prefecture" }, { "州", SHANHAI_RECORD_PLACE, "prefecture" },
  { "镇", SHANHAI_RECORD_PLACE, "township" }, { "乡", SHANHAI_RECORD_PLACE, "township" }, { "村", SHANHAI_RECORD_PLACE, "village" },
};

/* characters that end what is before a name, and words that only look like one */
static const char stops[] = "，。、；：！？“”（）《》【】()\",;:!? 　\n的了在与和向到为给对由从把被及是将入往赴让使等个名所家户各全该本此这那某每两几多新老好大小我他她你们有无又再还已曾不也都就才只仍更最";
static const char ordinary[] = " 贫困县 贫困村 贫困乡 行政村 自然村 深度贫困村 示范村 全县 全市 全区 全村 县区 市区 山区 地区 景区 园区 社区 小区 城区 辖区 西部地区 东部地区 农村 乡村 进村 "
                               "驻村 到村 入村 城市 县市 乡镇 城镇 村镇 镇街 街道 老区 灾区 库区 牧区 校区 片区 矿区 特区 新区 开发区 产业园区 工业区 县医院 乡镇卫生院 结对县 受援县 民族地区 "
                               "公立医院 三甲医院 希望小学 县中学 有限公司 龙头公司 上市 超市 夜市 股市 门市 各县 各村 家乡 下乡 返乡 还乡 他乡 水乡 帮扶村 脱贫村 定点村 村 县 市 区 乡 镇 州 ";

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->name);
}

char *
shanhai_names_fold (const char *text,
                    gssize      length)
{
  GString *folded = g_string_new (NULL);
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  shanhai_rules_get ();
  for (; text < end; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (folded, c < 0x10000 && shanhai_char_fold (c) != 0 ? shanhai_char_fold (c) : c);
    }
  return g_string_free (folded, FALSE);
}

static void
add_name (ShanhaiNames *self,
          const char   *text,
          gsize         length,
          const char   *id)
{
  Name name = { g_strndup (text, length), length, id };
  const gpointer first = GUINT_TO_POINTER (g_utf8_get_char (text));
  GArray *names = g_hash_table_lookup (self->by_first, first);
  guint at = 0;

  if (names == NULL)
    {
      names = g_array_new (FALSE, FALSE, sizeof (Name));
      g_array_set_clear_func (names, clear_name);
      g_hash_table_insert (self->by_first, first, names);
    }
  while (at < names->len && g_array_index (names, Name, at).length >= length)
    at++;
  g_array_insert_val (names, at, name);
}

static bool
is_short (const char *text,
          gsize       length)
{
  return g_utf8_strlen (text, (gssize) length) < 2;
}

/* 湖里区: 湖里; 东乡族自治县: 东乡县, too */
static void
add_forms (ShanhaiNames *self,
           const char   *text,
           const char   *id,
           bool          is_place)
{
  static const char * const cuts[] = { "省", "市", "区", "县", "州", "镇", "乡", "村", "街道", "社区" };
  g_autofree char *folded = shanhai_names_fold (text, -1);
  char *bracket = strstr (folded, "(");
  gsize length;

  /* what a compiler adds in brackets isn't printed */
  if (bracket != NULL && bracket > folded)
    *bracket = '\0';
  length = strlen (folded);
  if (is_short (folded, length))
    return;
  add_name (self, folded, length, id);
  if (!is_place)
    return;

  {
    g_autoptr (GPtrArray) divisions = shanhai_gazetteer_find_name (text);

    for (guint i = 0; i < MIN (divisions->len, 1); i++)
      {
        const ShanhaiDivision *division = divisions->pdata[i];
        g_autofree char *with_ending = g_strconcat (division->brief, division->level == SHANHAI_DIVISION_COUNTY ? "县" : "州", NULL);

        if (!is_short (division->brief, strlen (division->brief)))
          add_name (self, division->brief, strlen (division->brief), id);
        if (strstr (division->name, "自治") != NULL)
          add_name (self, with_ending, strlen (with_ending), id);
        return;
      }
  }
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    if (g_str_has_suffix (folded, cuts[i]) && !is_short (folded, length - strlen (cuts[i])) && i < 5)
      {
        add_name (self, folded, length - strlen (cuts[i]), id);
        return;
      }
}

static void
add_records (ShanhaiNames      *self,
             ShanhaiRecordType  type)
{
  ShanhaiRecordList *list = shanhai_casebook_get_list (shanhai_drafts_get_casebook (self->drafts), type);
  g_autoptr (GPtrArray) drafts = shanhai_drafts_list (self->drafts, type);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n + drafts->len; i++)
    {
      g_autoptr (ShanhaiRecord) record = i < n ? g_list_model_get_item (G_LIST_MODEL (list), i) : g_object_ref (drafts->pdata[i - n]);
      const ShanhaiName *name = shanhai_record_get_title (record);

      for (guint k = 0; name != NULL && k < shanhai_name_get_n (name); k++)
        add_forms (self, shanhai_name_get_nth (name, k, NULL), shanhai_record_get_id (record), type == SHANHAI_RECORD_PLACE);
    }
}

ShanhaiNames *
shanhai_names_new (ShanhaiDrafts *drafts)
{
  ShanhaiNames *self = g_new0 (ShanhaiNames, 1);

  self->drafts = drafts;
  self->by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_records (self, SHANHAI_RECORD_PLACE);
  add_records (self, SHANHAI_RECORD_PARTY);
  return self;
}

void
shanhai_names_free (ShanhaiNames *self)
{
  g_hash_table_unref (self->by_first);
  g_hash_table_unref (self->made);
  g_free (self);
}

static gsize
match_own (ShanhaiNames     *self,
           const char       *at,
           ShanhaiMentioned *mentioned)
{
  GArray *names = g_hash_table_lookup (self->by_first, GUINT_TO_POINTER (g_utf8_get_char (at)));

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      if (strncmp (at, name->name, name->length) == 0)
        {
          mentioned->id = name->id;
          return name->length;
        }
    }
  return 0;
}

/* in full; for short only what everybody calls so: provinces and prefectures */
static gsize
match_division (const char       *at,
                ShanhaiMentioned *mentioned)
{
  const ShanhaiDivision *found[4];
  guint n = 0;
  const gsize length = shanhai_gazetteer_match (at, found, G_N_ELEMENTS (found), &n);

  if (length == 0 || n == 0 || is_short (at, length))
    return 0;
  for (guint i = 0; i < n; i++)
    if (strlen (found[i]->name) == length || found[i]->level != SHANHAI_DIVISION_COUNTY)
      {
        mentioned->division = found[i];
        return length;
      }
  /* 东乡县 for 东乡族自治县 */
  if (g_str_has_prefix (at + length, "县") && found[0]->level == SHANHAI_DIVISION_COUNTY && strstr (found[0]->name, "自治县") != NULL)
    {
      mentioned->division = found[0];
      return length + strlen ("县");
    }
  return 0;
}

static bool
is_stop (gunichar c)
{
  return c < 0x80 || g_utf8_strchr (stops, -1, c) != NULL;
}

/* whether a name that ends like one stands before @end, right up to something that no name begins with */
static gsize
match_ending (const char       *text,
              const char       *from,
              const char       *at,
              ShanhaiMentioned *mentioned)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      const char *start = at;
      const gsize length = strlen (endings[i].ending);
      const guint max = endings[i].type == SHANHAI_RECORD_PLACE ? MAX_PLACE : MAX_PARTY;
      g_autofree char *key = NULL;
      guint n = 0;

      if (strncmp (at, endings[i].ending, length) != 0)
        continue;
      while (start > from && n <= max)
        {
          const char *before = g_utf8_find_prev_char (text, start);

          if (is_stop (g_utf8_get_char (before)))
            break;
          start = before;
          n++;
        }
      if (n < 2 || n > max)
        return 0;
      key = g_strdup_printf (" %.*s ", (int) (at + length - start), start);
      if (strstr (ordinary, key) != NULL)
        return 0;
      mentioned->start = (guint) (start - text);
      mentioned->end = (guint) (at + length - text);
      mentioned->type = endings[i].type;
      mentioned->key = endings[i].key;
      return length;
    }
  return 0;
}

GArray *
shanhai_names_find (ShanhaiNames *self,
                    const char   *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ShanhaiMentioned));
  const char *from = text;

  for (const char *at = text; *at != '\0';)
    {
      ShanhaiMentioned mentioned = { 0 };
      gsize length = match_own (self, at, &mentioned);

      if (length == 0)
        length = match_division (at, &mentioned);
      if (length > 0)
        {
          mentioned.start = (guint) (at - text);
          mentioned.end = (guint) (at + length - text);
        }
      else
        length = match_ending (text, from, at, &mentioned);
      if (length == 0)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      g_array_append_val (found, mentioned);
      at += length;
      from = at;
    }
  return found;
}

const char *
shanhai_names_ensure (ShanhaiNames           *self,
                      const char             *text,
                      const ShanhaiMentioned *mentioned)
{
  g_autofree char *words = NULL;
  g_autoptr (ShanhaiName) name = NULL;
  ShanhaiRecord *draft;
  const char *id;

  if (mentioned->id != NULL)
    return mentioned->id;
  if (mentioned->division != NULL)
    return shanhai_drafts_add_division (self->drafts, mentioned->division);

  words = g_strndup (text + mentioned->start, mentioned->end - mentioned->start);
  id = g_hash_table_lookup (self->made, words);
  if (id != NULL)
    return id;

  name = shanhai_name_new ((const char *[]) { "zh" }, (const char *[]) { words }, 1);
  draft = shanhai_drafts_add (self->drafts, mentioned->type);
  g_object_set (draft, "name", name, mentioned->type == SHANHAI_RECORD_PLACE ? "level" : "kind", mentioned->key, NULL);
  id = shanhai_record_get_id (draft);
  g_hash_table_insert (self->made, g_steal_pointer (&words), g_strdup (id));
  return id;
}

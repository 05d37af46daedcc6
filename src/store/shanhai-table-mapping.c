/* shanhai-table-mapping.c - what each column of a person's table becomes. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-table-mapping.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-table-resources.h"

#define HEADINGS "/io/github/shanhai/Shanhai/tables/headings.txt"
/* titles and notes may stand above the headings */
#define MAX_HEADER_ROW 10
#define SAMPLE_ROWS 20
#define MAX_SIGNATURE_COLUMNS 200
#define MAX_UNIT_CELL 64

/* how surely a heading means a member */
enum { NO_MATCH = 0, HOLDS_WORD = 1, IS_WORD = 1000 };

typedef struct
{
  ShanhaiRecordType  type;    /* OTHER: all */
  char              *member;  /* interned */
  char              *word;    /* folded */
  gsize              length;
} Heading;

static GArray *
read_headings (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (shanhai_tables_get_resource (), HEADINGS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  GArray *headings = g_array_new (false, false, sizeof (Heading));
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');
      char *space = strchr (lines[i], ' ');
      g_auto (GStrv) words = NULL;

      if (lines[i][0] == '#' || colon == NULL || space == NULL || space > colon)
        continue;
      *colon = *space = '\0';
      words = g_strsplit (colon + 1, ", ", -1);
      for (guint w = 0; words[w] != NULL; w++)
        {
          Heading heading = { shanhai_record_type_from_name (lines[i]), (char *) g_intern_string (space + 1) };

          heading.word = shanhai_table_fold_name (words[w]);
          heading.length = strlen (heading.word);
          g_array_append_val (headings, heading);
        }
    }

  return headings;
}

static const GArray *
get_headings (void)
{
  static gsize once;
  static GArray *headings;

  if (g_once_init_enter (&once))
    {
      headings = read_headings ();
      g_once_init_leave (&once, 1);
    }

  return headings;
}

const char * const *
shanhai_table_list_members (ShanhaiRecordType type)
{
  static gsize once;
  static GPtrArray *members[SHANHAI_N_RECORD_TYPES];

  if (g_once_init_enter (&once))
    {
      const GArray *headings = get_headings ();

      for (guint t = 0; t < SHANHAI_N_RECORD_TYPES; t++)
        {
          members[t] = g_ptr_array_new ();
          for (guint i = 0; i < headings->len; i++)
            {
              const Heading *heading = &g_array_index (headings, Heading, i);

              if ((heading->type == t || (heading->type == SHANHAI_RECORD_OTHER && strcmp (heading->member, "ignored") != 0)) &&
                  !(t == SHANHAI_RECORD_CASE && strcmp (heading->member, "case") == 0) &&
                  !(t == SHANHAI_RECORD_SOURCE && g_str_has_prefix (heading->member, "c")) &&
                  !g_ptr_array_find (members[t], heading->member, NULL))
                g_ptr_array_add (members[t], heading->member);
            }
          g_ptr_array_add (members[t], NULL);
        }
      g_once_init_leave (&once, 1);
    }

  return (const char * const *) members[type]->pdata;
}

const char *
shanhai_table_get_figure_member (ShanhaiRecordType type)
{
  return type == SHANHAI_RECORD_OBSERVATION ? "value" : type == SHANHAI_RECORD_FLOW ? "amount" : type == SHANHAI_RECORD_EXCHANGE ? "count" : NULL;
}

/* -- a mapping -- */

static void
target_free (gpointer data)
{
  ShanhaiTableTarget *self = data;

  g_free (self->member);
  g_free (self->indicator);
  g_free (self->period);
  g_free (self);
}

static gpointer
target_copy (gconstpointer data,
             gpointer      user_data)
{
  ShanhaiTableTarget *copy = g_memdup2 (data, sizeof *copy);

  copy->member = g_strdup (copy->member);
  copy->indicator = g_strdup (copy->indicator);
  copy->period = g_strdup (copy->period);

  return copy;
}

static ShanhaiTableMapping *
mapping_new (ShanhaiRecordType type,
             guint             n_columns)
{
  ShanhaiTableMapping *self = g_new0 (ShanhaiTableMapping, 1);

  self->type = type;
  self->targets = g_ptr_array_new_with_free_func (target_free);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->targets, g_new0 (ShanhaiTableTarget, 1));
  self->constants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

ShanhaiTableMapping *
shanhai_table_mapping_copy (const ShanhaiTableMapping *self)
{
  ShanhaiTableMapping *copy = g_memdup2 (self, sizeof *self);
  GHashTableIter iter;
  gpointer key, value;

  copy->case_id = g_strdup (self->case_id);
  copy->targets = g_ptr_array_copy (self->targets, (GCopyFunc) target_copy, NULL);
  g_ptr_array_set_free_func (copy->targets, target_free);
  copy->constants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->constants);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->constants, g_strdup (key), g_strdup (value));

  return copy;
}

void
shanhai_table_mapping_free (ShanhaiTableMapping *self)
{
  if (self == NULL)
    return;

  g_free (self->case_id);
  g_ptr_array_unref (self->targets);
  g_hash_table_unref (self->constants);
  g_free (self);
}

bool
shanhai_table_mapping_set_target (ShanhaiTableMapping  *self,
                                  guint                 column,
                                  const char           *target,
                                  GError              **error)
{
  g_autofree char *member = NULL;
  const char *end, *indicator, *period;
  ShanhaiTableTarget *at;

  g_return_val_if_fail (column < self->targets->len, false);

  at = self->targets->pdata[column];
  target = target != NULL ? target : "";
  end = target + strcspn (target, "=@");
  indicator = *end == '=' ? end + 1 : NULL;
  period = strchr (end, '@');
  member = g_strndup (target, end - target);
  if (*member != '\0' && strcmp (member, "ignored") != 0 && !g_strv_contains (shanhai_table_list_members (self->type), member))
    {
      g_set_error (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_MEMBER, _("a column of a table of %s can’t become “%s”"),
                   shanhai_record_type_get_name (self->type), member);
      return false;
    }
  if (period != NULL)
    {
      g_autoptr (ShanhaiPeriod) time = shanhai_table_read_period (period + 1, error);

      if (time == NULL)
        return false;
      g_free (at->period);
      at->period = g_strdup (shanhai_period_get_text (time));
    }
  else
    g_clear_pointer (&at->period, g_free);

  g_free (at->indicator);
  at->indicator = indicator != NULL ? g_strndup (indicator, period != NULL ? (gsize) (period - indicator) : strlen (indicator)) : NULL;
  g_free (at->member);
  at->member = *member != '\0' && strcmp (member, "ignored") != 0 ? g_steal_pointer (&member) : NULL;

  return true;
}

char *
shanhai_table_mapping_dup_target (const ShanhaiTableMapping *self,
                                  guint                      column)
{
  const ShanhaiTableTarget *target = self->targets->pdata[column];

  if (target->member == NULL)
    return g_strdup ("");

  return g_strconcat (target->member, target->indicator != NULL ? "=" : "", target->indicator != NULL ? target->indicator : "",
                      target->period != NULL ? "@" : "", target->period, NULL);
}

/* -- guessing -- */

/* of one heading for one member's words */
static guint
match (const char    *folded,
       gsize          length,
       const Heading *heading)
{
  if (strcmp (folded, heading->word) == 0)
    return IS_WORD;
  /* short words are in too many others; English ones would have to stand alone */
  if (heading->length >= 6 && length <= 8 * heading->length && strstr (folded, heading->word) != NULL)
    return HOLDS_WORD + (guint) heading->length;

  return NO_MATCH;
}

static const char *
find_member (const char        *heading,
             ShanhaiRecordType  type,
             guint             *score)
{
  const GArray *headings = get_headings ();
  g_autofree char *folded = shanhai_table_fold_name (heading);
  const gsize length = strlen (folded);
  const char *best = NULL;

  *score = NO_MATCH;
  for (guint i = 0; i < headings->len; i++)
    {
      const Heading *at = &g_array_index (headings, Heading, i);
      guint found;

      if (at->type != type && at->type != SHANHAI_RECORD_OTHER)
        continue;
      found = match (folded, length, at);
      if (found > *score)
        {
          *score = found;
          best = at->member;
        }
    }

  return best;
}

/* 2019, 2019年, 2019年底, 2019-12-31: a column of values of that time (transfer full) */
static char *
dup_heading_period (const char *heading)
{
  g_autoptr (ShanhaiPeriod) period = NULL;
  const gsize n = strspn (heading, "0123456789");

  if (n != 4)
    return NULL;
  period = shanhai_table_read_period (heading, NULL);
  if (period == NULL || shanhai_period_get_year (period) < 1900 || shanhai_period_get_year (period) > 2100)
    return NULL;

  return g_strdup (shanhai_period_get_text (period));
}

/* 2019年贫困发生率, 贫困发生率2019年 */
static bool
guess_value (const char         *heading,
             ShanhaiTableNames  *names,
             char              **indicator,
             char              **period)
{
  const char *key = shanhai_table_names_find_indicator (names, heading);
  const char *year_end;
  g_autofree char *front = NULL;

  *indicator = NULL;
  *period = NULL;
  if (key != NULL)
    {
      *indicator = g_strdup (key);
      return true;
    }
  *period = dup_heading_period (heading);
  if (*period != NULL)
    return true;

  if (strspn (heading, "0123456789") != 4)
    return false;
  year_end = heading + 4;
  for (const char *p = year_end; *p != '\0' && p < year_end + 24; p = g_utf8_next_char (p))
    {
      key = shanhai_table_names_find_indicator (names, p);
      if (key == NULL)
        continue;
      front = g_strndup (heading, p - heading);
      *period = dup_heading_period (g_strstrip (front));
      if (*period == NULL)
        return false;
      *indicator = g_strdup (key);
      return true;
    }

  return false;
}

static bool
is_numeric_column (const ShanhaiTable *table,
                   guint               header_row,
                   guint               column)
{
  guint n_numbers = 0, n_cells = 0;

  for (guint row = header_row + 1; row < MIN (shanhai_table_get_n_rows (table), header_row + 1 + SAMPLE_ROWS); row++)
    {
      const char *cell = shanhai_table_get_cell (table, row, column);
      g_autoptr (ShanhaiQuantity) quantity = NULL;

      if (shanhai_table_is_blank (cell) || strlen (cell) > MAX_UNIT_CELL)
        continue;
      n_cells++;
      quantity = shanhai_quantity_parse (cell, NULL, NULL);
      n_numbers += quantity != NULL;
    }

  return n_cells > 0 && n_numbers * 10 >= n_cells * 8;
}

/* `is_year`: nothing but a time, which a cell of figures may be as well */
static guint
score_heading (const char        *cell,
               ShanhaiTableNames *names,
               ShanhaiRecordType  type,
               bool              *is_year)
{
  ShanhaiTableUnit unit;
  g_autofree char *heading = shanhai_table_split_heading (cell, &unit);
  g_autofree char *indicator = NULL;
  g_autofree char *period = NULL;
  guint score;

  *is_year = false;
  if (*heading == '\0' || strlen (heading) > 200)
    return 0;
  if (guess_value (heading, names, &indicator, &period))
    {
      *is_year = indicator == NULL;
      return type == SHANHAI_RECORD_OBSERVATION ? 3 : 0;
    }
  find_member (heading, type, &score);

  return score >= IS_WORD ? 3 : score > NO_MATCH ? 1 : 0;
}

static const ShanhaiRecordType guessed_types[] = {
  SHANHAI_RECORD_OBSERVATION, SHANHAI_RECORD_FLOW, SHANHAI_RECORD_EXCHANGE, SHANHAI_RECORD_PROGRAMME, SHANHAI_RECORD_PAIRING,
  SHANHAI_RECORD_EVENT, SHANHAI_RECORD_PARTY, SHANHAI_RECORD_PLACE, SHANHAI_RECORD_SOURCE, SHANHAI_RECORD_CASE,
};

static guint
score_row (const ShanhaiTable *table,
           guint               row,
           ShanhaiTableNames  *names,
           ShanhaiRecordType   type)
{
  guint score = 0, n_cells = 0, n_years = 0;

  for (guint c = 0; c < MIN (shanhai_table_get_n_cells (table, row), MAX_SIGNATURE_COLUMNS); c++)
    {
      guint one;
      bool is_year;

      n_cells += *shanhai_table_get_cell (table, row, c) != '\0';
      one = score_heading (shanhai_table_get_cell (table, row, c), names, type, &is_year);
      n_years += is_year;
      score += one;
    }

  /* one year alone is a row of figures */
  if (n_years == 1 && score <= 3)
    return 0;

  return n_cells > 1 || shanhai_table_get_n_columns (table) == 1 ? score : 0;
}

/* the row that has most of the words, and the type whose words they are */
static void
find_header (const ShanhaiTable *table,
             ShanhaiTableNames  *names,
             ShanhaiRecordType  *type,
             guint              *header_row)
{
  const ShanhaiRecordType wanted = *type;
  guint best = 0;
  guint most_cells = 0, fullest = 0;

  if (wanted == SHANHAI_RECORD_OTHER)
    *type = SHANHAI_RECORD_OBSERVATION;
  for (guint row = 0; row < MIN (shanhai_table_get_n_rows (table), MAX_HEADER_ROW); row++)
    {
      guint n_cells = 0;

      for (guint c = 0; c < MIN (shanhai_table_get_n_cells (table, row), MAX_SIGNATURE_COLUMNS); c++)
        n_cells += *shanhai_table_get_cell (table, row, c) != '\0';
      if (n_cells > most_cells)
        {
          most_cells = n_cells;
          fullest = row;
        }

      for (guint t = 0; t < G_N_ELEMENTS (guessed_types); t++)
        {
          guint score;

          if (wanted != SHANHAI_RECORD_OTHER && wanted != guessed_types[t])
            continue;
          score = score_row (table, row, names, guessed_types[t]);
          if (score > best)
            {
              best = score;
              *header_row = row;
              if (wanted == SHANHAI_RECORD_OTHER)
                *type = guessed_types[t];
            }
        }
    }
  if (best == 0)
    *header_row = fullest;
}

/* 单位：万元, above the headings */
static void
find_table_unit (const ShanhaiTable  *table,
                 guint                header_row,
                 ShanhaiTableUnit    *out)
{
  for (guint row = 0; row < header_row; row++)
    for (guint c = 0; c < MIN (shanhai_table_get_n_cells (table, row), MAX_SIGNATURE_COLUMNS); c++)
      {
        const char *cell = shanhai_table_get_cell (table, row, c);
        const char *at = strlen (cell) < MAX_UNIT_CELL ? strstr (cell, "单位") : NULL;

        if (at == NULL)
          continue;
        at += strlen ("单位");
        at += g_str_has_prefix (at, "：") ? strlen ("：") : *at == ':' ? 1 : 0;
        {
          g_autofree char *unit = g_strndup (at, strcspn (at, ")"));
          char *wide = strstr (unit, "）");

          if (wide != NULL)
            *wide = '\0';
          if (shanhai_table_read_unit (unit, out))
            return;
        }
      }
}

static bool
has_member (ShanhaiTableMapping *self,
            const char          *member)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (g_strcmp0 (((ShanhaiTableTarget *) self->targets->pdata[i])->member, member) == 0)
      return true;

  return false;
}

/* The surest heading gets the member; a second column of the same stays out, but for values. */
static void
guess_members (ShanhaiTableMapping *self,
               const ShanhaiTable  *table,
               char               **headings,
               guint                least)
{
  for (guint c = 0; c < self->targets->len; c++)
    {
      ShanhaiTableTarget *target = self->targets->pdata[c];
      guint score;
      const char *member;

      if (target->member != NULL || *headings[c] == '\0')
        continue;
      member = find_member (headings[c], self->type, &score);
      if (member == NULL || score < least || strcmp (member, "ignored") == 0 || has_member (self, member))
        continue;
      /* 指标值 holds 指标; a column of words holds no values */
      if (g_strcmp0 (member, shanhai_table_get_figure_member (self->type)) == 0 && !is_numeric_column (table, self->header_row, c))
        continue;
      target->member = g_strdup (member);
    }
}

static void
guess_values (ShanhaiTableMapping *self,
              const ShanhaiTable  *table,
              ShanhaiTableNames   *names,
              char               **headings)
{
  for (guint c = 0; c < self->targets->len; c++)
    {
      ShanhaiTableTarget *target = self->targets->pdata[c];

      if (guess_value (headings[c], names, &target->indicator, &target->period))
        target->member = g_strdup ("value");
    }
}

/* a heading with a unit over numbers, where nothing says what the table's indicator is: it is the indicator */
static void
guess_new_indicators (ShanhaiTableMapping *self,
                      const ShanhaiTable  *table,
                      char               **headings)
{
  if (has_member (self, "indicator"))
    return;

  for (guint c = 0; c < self->targets->len; c++)
    {
      ShanhaiTableTarget *target = self->targets->pdata[c];

      if (target->member == NULL && (target->unit.unit != NULL || target->unit.power > 0) && *headings[c] != '\0' &&
          is_numeric_column (table, self->header_row, c))
        {
          target->member = g_strdup ("value");
          target->indicator = g_strdup (headings[c]);
        }
    }
}

ShanhaiTableMapping *
shanhai_table_mapping_guess (const ShanhaiTable *table,
                             ShanhaiTableNames  *names,
                             ShanhaiRecordType   type)
{
  ShanhaiTableMapping *self;
  g_auto (GStrv) headings = NULL;
  guint header_row = 0;
  const guint n = shanhai_table_get_n_columns (table);

  find_header (table, names, &type, &header_row);
  self = mapping_new (type, n);
  self->header_row = header_row;
  find_table_unit (table, header_row, &self->unit);

  headings = g_new0 (char *, n + 1);
  for (guint c = 0; c < n; c++)
    headings[c] = shanhai_table_split_heading (shanhai_table_get_cell (table, header_row, c),
                                               &((ShanhaiTableTarget *) self->targets->pdata[c])->unit);

  if (type == SHANHAI_RECORD_OBSERVATION)
    guess_values (self, table, names, headings);
  guess_members (self, table, headings, IS_WORD);
  guess_members (self, table, headings, HOLDS_WORD);
  if (type == SHANHAI_RECORD_OBSERVATION)
    guess_new_indicators (self, table, headings);

  return self;
}

/* -- remembering -- */

char *
shanhai_table_dup_signature (const ShanhaiTable *table,
                             guint               header_row)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint c = 0; c < shanhai_table_get_n_cells (table, header_row); c++)
    {
      g_autofree char *heading = shanhai_table_fold_name (shanhai_table_get_cell (table, header_row, c));

      g_checksum_update (checksum, (const guchar *) heading, (gssize) strlen (heading) + 1);
    }

  return g_strndup (g_checksum_get_string (checksum), 16);
}

bool
shanhai_table_mapping_recall (ShanhaiTableMapping *self,
                              const ShanhaiTable  *table,
                              GKeyFile            *from)
{
  g_autofree char *group = shanhai_table_dup_signature (table, self->header_row);
  g_autofree char *type = g_key_file_get_string (from, group, "type", NULL);

  if (type == NULL || shanhai_record_type_from_name (type) == SHANHAI_RECORD_OTHER)
    return false;

  self->type = shanhai_record_type_from_name (type);
  for (guint c = 0; c < self->targets->len; c++)
    {
      g_autofree char *key = g_strdup_printf ("column-%u", c + 1);
      g_autofree char *target = g_key_file_get_string (from, group, key, NULL);

      /* what a later version wrote and this one doesn't know is left out */
      if (!shanhai_table_mapping_set_target (self, c, target, NULL))
        shanhai_table_mapping_set_target (self, c, NULL, NULL);
    }

  return true;
}

void
shanhai_table_mapping_remember (const ShanhaiTableMapping *self,
                                const ShanhaiTable        *table,
                                GKeyFile                  *to)
{
  g_autofree char *group = shanhai_table_dup_signature (table, self->header_row);
  g_autoptr (GString) headings = g_string_new (NULL);

  g_key_file_remove_group (to, group, NULL);
  g_key_file_set_string (to, group, "type", shanhai_record_type_get_name (self->type));
  for (guint c = 0; c < self->targets->len; c++)
    {
      g_autofree char *key = g_strdup_printf ("column-%u", c + 1);
      g_autofree char *target = shanhai_table_mapping_dup_target (self, c);

      g_key_file_set_string (to, group, key, target);
      g_string_append_printf (headings, "%s%s", c > 0 ? " | " : " ", shanhai_table_get_cell (table, self->header_row, c));
    }
  /* for the person who looks into the file */
  g_strdelimit (headings->str, "\n\r", ' ');
  g_key_file_set_comment (to, group, NULL, headings->str, NULL);
}

char *
shanhai_table_mapping_dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "shanhai", "table-mappings.ini", NULL);
}

/* shanhai-journal-text.c - what a journal file holds: changes that aren't in the document's file yet. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing that is read is believed before its checksum is right. The checksum is no defence against anybody, only against torn and
 * stale blocks: 64 bits of SHA-256 over the frame without it, and the frame's lines. */

#include "shanhai-config.h"

#include "shanhai-journal-text.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "shanhai-change-read.h"
#include "shanhai-line-scan.h"
#include "shanhai-record-write.h"

#define SUM_DIGITS 16
#define SUM_PREFIX ",\"sum\":\""
#define SUM_SUFFIX "\"}"
#define SUM_BYTES (strlen (SUM_PREFIX) + SUM_DIGITS + strlen (SUM_SUFFIX))
#define TIME_FORMAT "%Y-%m-%dT%H:%M:%S.%fZ"

static const char * const moves[] = { "applied", "undone", "redone" };
/* a move of its own for other programs; for us, one that was applied */
#define SUM "sum"

void
shanhai_journal_base_clear (ShanhaiJournalBase *self)
{
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->casebook, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->sha256, g_free);
  self->size = 0;
}

static void
entry_free (gpointer data)
{
  ShanhaiJournalEntry *entry = data;

  g_free (entry->title);
  g_free (entry->subject);
  g_clear_pointer (&entry->at, g_date_time_unref);
  g_free (entry->sha256);
  g_free (entry);
}

/* `sum` takes SUM_DIGITS + 1 bytes */
static void
make_sum (const char *frame,
          gsize       frame_bytes,
          const char *lines,
          gsize       lines_bytes,
          char       *sum)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) frame, (gssize) frame_bytes);
  g_checksum_update (checksum, (const guchar *) lines, (gssize) lines_bytes);
  g_strlcpy (sum, g_checksum_get_string (checksum), SUM_DIGITS + 1);
}

static void
append_member (GString    *string,
               const char *name,
               const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (string, ",\"%s\":", name);
  shanhai_text_append_json (text, string);
}

/* `string` holds from `start` on a frame without its end, then come the lines */
static void
append_sum (GString    *string,
            gsize       start,
            const char *lines,
            gsize       lines_bytes)
{
  char sum[SUM_DIGITS + 1];

  make_sum (string->str + start, string->len - start, lines, lines_bytes, sum);
  g_string_append (string, SUM_PREFIX);
  g_string_append (string, sum);
  g_string_append (string, SUM_SUFFIX "\n");
  g_string_append_len (string, lines, (gssize) lines_bytes);
}

void
shanhai_journal_append_base (GString                  *string,
                             const ShanhaiJournalBase *base)
{
  gsize start = string->len;

  g_string_append_printf (string, "{\"record\":\"journal\",\"format\":%d", SHANHAI_JOURNAL_FORMAT);
  append_member (string, "document", base->uri);
  append_member (string, "name", base->name);
  append_member (string, "casebook", base->casebook);
  append_member (string, "etag", base->etag);
  append_member (string, "sha256", base->sha256);
  g_string_append_printf (string, ",\"size\":%" G_GUINT64_FORMAT, base->size);
  append_sum (string, start, "", 0);
}

/* changes name no format, nor does the line */
static guint
append_header (GString             *string,
               const ShanhaiHeader *header)
{
  g_autoptr (ShanhaiHeader) copy = NULL;

  if (header == NULL)
    return 0;

  copy = shanhai_header_copy (header);
  copy->format = 0;
  shanhai_header_append_line (copy, string);
  g_string_append_c (string, '\n');

  return 1;
}

static void
append_record (GString       *string,
               const char    *id,
               ShanhaiRecord *record)
{
  if (record != NULL)
    shanhai_record_append_line (record, string);
  else
    shanhai_deleted_append_line (id, string);
  g_string_append_c (string, '\n');
}

static void
append_frame (GString       *string,
              ShanhaiChange *change,
              const char    *move,
              GDateTime     *at,
              GHashTable    *met)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (at);
  g_autofree char *time = g_date_time_format (utc, TIME_FORMAT);
  guint n = shanhai_change_get_n (change);
  guint n_before = 0;
  guint n_after = n;
  gsize start = string->len;

  /* the header goes by the id that no record has */
  if (shanhai_change_get_header_before (change) != NULL && g_hash_table_add (met, g_strdup ("")))
    n_before += append_header (lines, shanhai_change_get_header_before (change));
  for (guint i = 0; i < n; i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      if (!g_hash_table_add (met, g_strdup (entry->id)))
        continue;
      append_record (lines, entry->id, entry->before);
      n_before++;
    }
  n_after += append_header (lines, shanhai_change_get_header (change));
  for (guint i = 0; i < n; i++)
    {
      const ShanhaiChangeEntry *entry = shanhai_change_get_entry (change, i);

      append_record (lines, entry->id, entry->after);
    }

  g_string_append (string, "{\"record\":\"change\"");
  append_member (string, "move", move);
  append_member (string, "title", shanhai_change_get_title (change) != NULL ? shanhai_change_get_title (change) : "");
  append_member (string, "subject", shanhai_change_get_subject (change));
  append_member (string, "at", time);
  g_string_append_printf (string, ",\"before\":%u,\"after\":%u", n_before, n_after);
  append_sum (string, start, lines->str, lines->len);
}

/**
 * shanhai_journal_append_change:
 * @string: where to
 * @change: a change that has just been applied
 * @move: how it came about
 * @at: when
 * @met: (element-type utf8): ids that the journal has met already; owns its strings. "" stands for the header
 */
void
shanhai_journal_append_change (GString            *string,
                               ShanhaiChange      *change,
                               ShanhaiHistoryMove  move,
                               GDateTime          *at,
                               GHashTable         *met)
{
  g_return_if_fail ((guint) move < G_N_ELEMENTS (moves));

  append_frame (string, change, moves[move], at, met);
}

void
shanhai_journal_append_sum (GString       *string,
                            ShanhaiChange *change,
                            GDateTime     *at,
                            GHashTable    *met)
{
  append_frame (string, change, SUM, at, met);
}

void
shanhai_journal_append_saving (GString    *string,
                               guint       n_changes,
                               const char *sha256)
{
  gsize start = string->len;

  g_string_append_printf (string, "{\"record\":\"saving\",\"changes\":%u", n_changes);
  append_member (string, "sha256", sha256);
  append_sum (string, start, "", 0);
}

/* the line at `position` without its end; false where it isn't whole */
static bool
next_line (const char **position,
           const char  *end,
           const char **line,
           gsize       *length)
{
  const char *line_end = *position < end ? memchr (*position, '\n', end - *position) : NULL;

  if (line_end == NULL)
    return false;

  *line = *position;
  *length = line_end - *position;
  *position = line_end + 1;

  return true;
}

/* (transfer none) (nullable): the object of a frame, until the parser reads the next one */
static JsonObject *
read_frame (JsonParser *parser,
            const char *line,
            gsize       length)
{
  JsonNode *root;

  if (!shanhai_line_scan (line, length, NULL) || !json_parser_load_from_data (parser, line, (gssize) length, NULL))
    return NULL;

  root = json_parser_get_root (parser);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

/* (transfer none) (nullable) */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static bool
get_number (JsonObject *object,
            const char *name,
            gint64      max,
            gint64     *out)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return false;
  *out = json_node_get_int (node);

  return *out >= 0 && *out <= max;
}

static bool
check_sum (const char *frame,
           gsize       frame_bytes,
           const char *lines,
           gsize       lines_bytes)
{
  char sum[SUM_DIGITS + 1];
  const char *end;

  if (frame_bytes < SUM_BYTES)
    return false;

  end = frame + frame_bytes - SUM_BYTES;
  make_sum (frame, frame_bytes - SUM_BYTES, lines, lines_bytes, sum);

  return memcmp (end, SUM_PREFIX, strlen (SUM_PREFIX)) == 0 && memcmp (end + strlen (SUM_PREFIX), sum, SUM_DIGITS) == 0;
}

static bool
read_base (ShanhaiJournalText  *self,
           JsonParser          *parser,
           const char          *line,
           gsize                length,
           GError             **error)
{
  JsonObject *object = read_frame (parser, line, length);
  gint64 format;
  gint64 size;

  if (object == NULL || g_strcmp0 (get_text (object, "record"), "journal") != 0 || !get_number (object, "format", G_MAXINT64, &format))
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("this is no journal of Shanhai"));
      return false;
    }
  if (format > SHANHAI_JOURNAL_FORMAT)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT,
                           _("a newer version of Shanhai wrote this journal; update Shanhai to read it"));
      return false;
    }
  if (!check_sum (line, length, "", 0) || !get_number (object, "size", G_MAXINT64, &size))
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_FORMAT, _("the first line of the journal is damaged"));
      return false;
    }

  self->base.uri = g_strdup (get_text (object, "document"));
  self->base.name = g_strdup (get_text (object, "name"));
  self->base.casebook = g_strdup (get_text (object, "casebook"));
  self->base.etag = g_strdup (get_text (object, "etag"));
  self->base.sha256 = g_strdup (get_text (object, "sha256"));
  self->base.size = (guint64) size;

  return true;
}

static bool
skip_lines (const char **position,
            const char  *end,
            gint64       n)
{
  const char *line;
  gsize length;

  while (n-- > 0)
    if (!next_line (position, end, &line, &length))
      return false;

  return true;
}

static bool
read_change (ShanhaiJournalEntry *entry,
             JsonObject          *object,
             const char         **position,
             const char          *end)
{
  const char *move = get_text (object, "move");
  const char *title = get_text (object, "title");
  const char *at = get_text (object, "at");
  gint64 n_before, n_after;

  if (move == NULL || title == NULL || at == NULL ||
      !get_number (object, "before", G_MAXINT, &n_before) || !get_number (object, "after", G_MAXINT, &n_after))
    return false;

  entry->kind = SHANHAI_JOURNAL_CHANGE;
  entry->is_sum = strcmp (move, SUM) == 0;
  entry->move = entry->is_sum ? (guint) SHANHAI_HISTORY_APPLIED : G_N_ELEMENTS (moves);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (strcmp (move, moves[i]) == 0)
      entry->move = (ShanhaiHistoryMove) i;
  entry->title = g_strdup (title);
  entry->subject = g_strdup (get_text (object, "subject"));
  entry->at = g_date_time_new_from_iso8601 (at, NULL);
  entry->lines = *position;
  if ((guint) entry->move == G_N_ELEMENTS (moves) || entry->at == NULL || !skip_lines (position, end, n_before))
    return false;
  entry->before_bytes = *position - entry->lines;
  if (!skip_lines (position, end, n_after))
    return false;
  entry->after_bytes = *position - entry->lines - entry->before_bytes;

  return true;
}

static bool
read_saving (ShanhaiJournalEntry *entry,
             JsonObject          *object,
             guint                n_changes)
{
  gint64 n;

  entry->kind = SHANHAI_JOURNAL_SAVING;
  entry->sha256 = g_strdup (get_text (object, "sha256"));
  if (entry->sha256 == NULL || !get_number (object, "changes", n_changes, &n))
    return false;
  entry->n_changes = (guint) n;

  return true;
}

/* (transfer full) (nullable): NULL where what comes isn't a whole entry */
static ShanhaiJournalEntry *
read_entry (ShanhaiJournalText  *self,
            JsonParser          *parser,
            const char         **position,
            const char          *end)
{
  ShanhaiJournalEntry *entry = g_new0 (ShanhaiJournalEntry, 1);
  JsonObject *object = NULL;
  const char *line;
  const char *lines;
  const char *kind;
  gsize length;
  bool sound;

  if (next_line (position, end, &line, &length))
    object = read_frame (parser, line, length);
  lines = *position;
  kind = object != NULL ? get_text (object, "record") : NULL;
  sound = kind != NULL &&
          (strcmp (kind, "change") == 0 ? read_change (entry, object, position, end)
                                        : strcmp (kind, "saving") == 0 && read_saving (entry, object, self->n_changes)) &&
          check_sum (line, length, lines, *position - lines);

  if (!sound)
    g_clear_pointer (&entry, entry_free);

  return entry;
}

/**
 * shanhai_journal_text_parse:
 * @bytes: a journal file
 *
 * Errors: SHANHAI_STORE_ERROR_FORMAT, _TRUNCATED and _LIMIT
 *
 * Returns: (transfer full) (nullable): its entries, up to the first that isn't whole
 */
ShanhaiJournalText *
shanhai_journal_text_parse (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (ShanhaiJournalText) self = g_new0 (ShanhaiJournalText, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *start = g_bytes_get_data (bytes, &size);
  const char *position = start;
  const char *end = size > 0 ? start + size : start;
  const char *line;
  gsize length;

  self->bytes = g_bytes_ref (bytes);
  self->entries = g_ptr_array_new_with_free_func (entry_free);

  if (size > SHANHAI_JOURNAL_MAX_BYTES)
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_LIMIT, _("the journal is too large to be read"));
      return NULL;
    }
  if (!next_line (&position, end, &line, &length))
    {
      g_set_error_literal (error, SHANHAI_STORE_ERROR, SHANHAI_STORE_ERROR_TRUNCATED, _("the journal ends in its first line"));
      return NULL;
    }
  if (!read_base (self, parser, line, length, error))
    return NULL;

  for (;;)
    {
      ShanhaiJournalEntry *entry;

      self->valid_size = position - start;
      if (position == end)
        break;
      entry = read_entry (self, parser, &position, end);
      if (entry == NULL)
        break;
      if (entry->kind == SHANHAI_JOURNAL_CHANGE)
        self->n_changes++;
      g_ptr_array_add (self->entries, entry);
    }
  self->torn = self->valid_size < size;

  return g_steal_pointer (&self);
}

void
shanhai_journal_text_free (ShanhaiJournalText *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  shanhai_journal_base_clear (&self->base);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

ShanhaiChange *
shanhai_journal_entry_to_change (const ShanhaiJournalEntry  *entry,
                                 GError                    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (entry->lines + entry->before_bytes, entry->after_bytes);

  g_return_val_if_fail (entry->kind == SHANHAI_JOURNAL_CHANGE, NULL);

  /* Translators: how messages name the file of changes that aren't saved yet */
  return shanhai_change_from_bytes (bytes, _("journal"), entry->title, error);
}

ShanhaiChange *
shanhai_journal_entry_to_before (const ShanhaiJournalEntry  *entry,
                                 GError                    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (entry->lines, entry->before_bytes);

  g_return_val_if_fail (entry->kind == SHANHAI_JOURNAL_CHANGE, NULL);

  return shanhai_change_from_bytes (bytes, _("journal"), entry->title, error);
}

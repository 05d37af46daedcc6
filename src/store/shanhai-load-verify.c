/* shanhai-load-verify.c - references that lead nowhere, places that lie in themselves. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file can be read all the same, so these are findings, not errors; the line numbers are those of the file as it was loaded. */

#include "shanhai-config.h"

#include "shanhai-load.h"

#include <glib/gi18n-lib.h>

#include "shanhai-place.h"

/* how many places of a cycle a message names */
#define MAX_NAMED 5

typedef struct
{
  ShanhaiLoad   *load;
  GPtrArray     *findings;
  GHashTable    *place_lines;  /* ShanhaiPlace → its line */
  GHashTable    *walks;        /* ShanhaiPlace → number of the walk that came by first */
  ShanhaiRecord *record;
  guint          line;
} Search;

static void
finding_free (ShanhaiLoadFinding *finding)
{
  g_free (finding->id);
  g_free (finding->target);
  g_free (finding->message);
  g_free (finding);
}

static void
add_finding (Search             *search,
             ShanhaiFindingKind  kind,
             const char         *target,
             char               *message)
{
  ShanhaiLoadFinding *finding = g_new (ShanhaiLoadFinding, 1);

  finding->line = search->line;
  finding->kind = kind;
  finding->id = g_strdup (shanhai_record_get_id (search->record));
  finding->target = g_strdup (target);
  finding->message = message;
  g_ptr_array_add (search->findings, finding);
}

static void
check_reference (const ShanhaiField *field,
                 const char         *id,
                 gpointer            user_data)
{
  Search *search = user_data;
  ShanhaiRecord *target = shanhai_casebook_lookup (search->load->casebook, id);
  g_autofree char *shown = NULL;
  ShanhaiRecordType type;

  if (field->targets == 0)
    return;

  shown = shanhai_store_shorten (id, strlen (id), 80);
  if (target == NULL)
    {
      add_finding (search, SHANHAI_FINDING_DANGLING, id,
                   g_strdup_printf (_("“%s” refers to “%s”, which isn’t in the casebook; add it or remove the reference"), field->member, shown));
      return;
    }

  /* what a type that we don't know can stand for is its own matter */
  type = shanhai_record_get_record_type (target);
  if (type != SHANHAI_RECORD_OTHER && (field->targets & SHANHAI_RECORD_MASK (type)) == 0)
    add_finding (search, SHANHAI_FINDING_WRONG_TARGET, id,
                 /* Translators: member of a record, id of another, type of that one */
                 g_strdup_printf (_("“%s” refers to “%s”, which is a record of type “%s”; refer to one that fits"), field->member, shown,
                                  shanhai_record_type_get_name (type)));
}

/* the round that begins and ends at that place: "a → b → a" */
static char *
describe_cycle (ShanhaiCasebook *casebook,
                ShanhaiPlace    *start)
{
  GString *round = g_string_new (shanhai_record_get_id (SHANHAI_RECORD (start)));
  ShanhaiPlace *place = start;
  guint n = 0;

  do
    {
      place = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_PLACE, shanhai_place_get_parent (place));
      if (++n > MAX_NAMED)
        {
          g_string_append (round, " → …");
          break;
        }
      g_string_append_printf (round, " → %s", shanhai_record_get_id (SHANHAI_RECORD (place)));
    }
  while (place != start);

  return g_string_free (round, FALSE);
}

/* Follows the parents of one place. Meeting a place that this walk came by closes a round; one of another walk's leads to what is
 * known already. So every place is walked over once. */
static void
check_parents (Search       *search,
               ShanhaiPlace *start,
               guint         walk)
{
  ShanhaiCasebook *casebook = search->load->casebook;
  ShanhaiPlace *place = start;

  while (place != NULL && !g_hash_table_contains (search->walks, place))
    {
      g_hash_table_insert (search->walks, place, GUINT_TO_POINTER (walk));
      place = shanhai_casebook_lookup_as (casebook, SHANHAI_RECORD_PLACE, shanhai_place_get_parent (place));
    }

  if (place != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (search->walks, place)) == walk)
    {
      g_autofree char *round = describe_cycle (casebook, place);

      /* told at the place itself, which may stand on another line than where the walk began */
      search->record = SHANHAI_RECORD (place);
      search->line = GPOINTER_TO_UINT (g_hash_table_lookup (search->place_lines, place));
      add_finding (search, SHANHAI_FINDING_PLACE_CYCLE, shanhai_place_get_parent (place),
                   g_strdup_printf (_("the place lies in itself (%s); correct “parent” of one of them"), round));
    }
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const ShanhaiLoadFinding *x = *(ShanhaiLoadFinding **) a;
  const ShanhaiLoadFinding *y = *(ShanhaiLoadFinding **) b;

  return x->line < y->line ? -1 : x->line > y->line;
}

/**
 * shanhai_load_verify:
 * @self: a load whose casebook hasn't been changed since
 *
 * Returns: (transfer full) (element-type ShanhaiLoadFinding): what the file says that can't be so, by line
 */
GPtrArray *
shanhai_load_verify (ShanhaiLoad *self)
{
  g_autoptr (GHashTable) place_lines = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) walks = g_hash_table_new (NULL, NULL);
  Search search = { self, g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free), place_lines, walks, NULL, 0 };

  for (guint i = 0; i < self->records->len; i++)
    {
      search.record = self->records->pdata[i];
      search.line = g_array_index (self->lines, guint32, i);
      shanhai_record_foreach_reference (search.record, check_reference, &search);
      if (SHANHAI_IS_PLACE (search.record))
        g_hash_table_insert (place_lines, search.record, GUINT_TO_POINTER (search.line));
    }

  for (guint i = 0; i < self->records->len; i++)
    if (SHANHAI_IS_PLACE (self->records->pdata[i]))
      check_parents (&search, self->records->pdata[i], i + 1);

  g_ptr_array_sort (search.findings, compare_findings);

  return search.findings;
}

char *
shanhai_load_format_finding (ShanhaiLoad              *self,
                             const ShanhaiLoadFinding *finding)
{
  return g_strdup_printf ("%s:%u: %s", self->name, finding->line, finding->message);
}

/* shanhai-check-breakdowns.c - flows of one paragraph that make up another there, though nothing says that they are its parts. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "4.7亿元, of it 4.2亿 fiscal and 0.5亿 given": recorded side by side they would count twice. Only sums that come out tell, and they don't accuse. */

#include "shanhai-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-check.h"
#include "shanhai-flow-within.h"

/* of more flows, some would make up another by chance */
#define MAX_FLOWS 12
/* characters before a figure that say that it is a total */
#define MAX_WORDS 12

static const ShanhaiSentences beside_total = {
  NULL,
  N_("{w1}: {1} stands beside {2} ({w2}), and with it the parts make up that total. If it is one of them, it counts twice."),
  NULL,
};

static bool
is_part (const ShanhaiClaim *claim,
         const ShanhaiClaim *whole)
{
  return g_strcmp0 (claim->part_of, shanhai_record_get_id (whole->record)) == 0;
}

/* Money that an office hands on was given to it, not beside it; unless other money that it hands on is said to be part of what came. */
static bool
is_handed_on (const ShanhaiClaim *claim,
              const ShanhaiClaim *whole)
{
  return shanhai_flow_is_handed_on (SHANHAI_FLOW (claim->record), SHANHAI_FLOW (whole->record));
}

/* stands alone, and could be a part for its size and time */
static bool
could_be_part (const ShanhaiClaim *claim,
               const ShanhaiClaim *whole)
{
  return claim != whole && claim->part_of == NULL && claim->planned == whole->planned && claim->has_time && claim->last == whole->last &&
         claim->quantity->unit == whole->quantity->unit && shanhai_decimal_compare (&claim->quantity->value, &whole->quantity->value) < 0;
}

/* Whether whoever gave the one gave the other, too, or can have gathered it: a district tells of all that came from it, an enterprise of its own money. */
static bool
may_hold_gift (ShanhaiCheckScope  *scope,
               const ShanhaiClaim *part,
               const ShanhaiClaim *whole)
{
  const ShanhaiEnds *giver = shanhai_flow_get_from (SHANHAI_FLOW (whole->record)), *other = shanhai_flow_get_from (SHANHAI_FLOW (part->record));

  return giver == NULL || giver->n != 1 || other == NULL || other->n == 0 || shanhai_ends_equal (giver, other) || giver->items[0].id == NULL ||
         shanhai_record_is_public (shanhai_casebook_lookup (scope->casebook, giver->items[0].id));
}

/* 共60万元; 60万元，其中…: the text says that it is a total */
static bool
is_told_as_total (ShanhaiCheckScope  *scope,
                  const ShanhaiClaim *whole)
{
  static const char * const before[] = { "共", "合计", "合計", "总", "總", "累计", "累計", "total", "altogether", NULL };
  static const char * const behind[] = { "其中", "当中", "當中", "包括", "including", "of which", "of it", NULL };
  const ShanhaiHeldText *held = whole->source != NULL ? g_hash_table_lookup (scope->texts, whole->source) : NULL;
  const char *at, *p;
  g_autofree char *words = NULL, *rest = NULL;

  if (held == NULL || whole->citation->start < 0 || whole->citation->quote == NULL)
    return false;
  p = at = held->text + shanhai_held_text_get_byte (held, whole->citation->start);
  for (guint i = 0; i < MAX_WORDS && p > held->text; i++)
    p = g_utf8_prev_char (p);
  words = g_strndup (p, (gsize) (at - p));
  p = at;
  for (guint i = 0; i < 2 * MAX_WORDS && *p != '\0' && *p != '\n'; i++)
    p = g_utf8_next_char (p);
  rest = g_strndup (at, (gsize) (p - at));
  for (guint i = 0; before[i] != NULL; i++)
    if (strstr (words, before[i]) != NULL)
      return true;
  for (guint i = 0; behind[i] != NULL; i++)
    if (strstr (rest, behind[i]) != NULL)
      return true;

  return false;
}

static bool
make_up (GPtrArray          *parts,
         const ShanhaiClaim *further,
         const ShanhaiClaim *whole)
{
  ShanhaiTotal total = { .nominal = SHANHAI_DECIMAL_INIT };

  for (guint i = 0; i < parts->len; i++)
    if (!shanhai_total_add (&total, ((ShanhaiClaim *) parts->pdata[i])->quantity))
      return false;
  if (further != NULL && !shanhai_total_add (&total, further->quantity))
    return false;

  return shanhai_compare_interval (&total.soft, &total.hard, whole->quantity) == SHANHAI_AGREEMENT_AGREE;
}

static void
check_whole (ShanhaiCheckScope *scope,
             GPtrArray         *flows,
             ShanhaiClaim      *whole)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  bool handed_on = false, is_total = is_told_as_total (scope, whole);

  for (guint i = 0; i < flows->len; i++)
    if (is_part (flows->pdata[i], whole))
      {
        g_ptr_array_add (parts, flows->pdata[i]);
        handed_on |= is_handed_on (flows->pdata[i], whole);
      }
  for (guint i = 0; i < flows->len; i++)
    if (could_be_part (flows->pdata[i], whole) && (is_total || may_hold_gift (scope, flows->pdata[i], whole)) && (handed_on || !is_handed_on (flows->pdata[i], whole)))
      g_ptr_array_add (alone, flows->pdata[i]);
  if (alone->len == 0 || (parts->len > 0 && make_up (parts, NULL, whole)))
    return;

  /* one that was forgotten, or all of them */
  if (parts->len > 0)
    {
      for (guint i = 0; i < alone->len; i++)
        if (make_up (parts, alone->pdata[i], whole))
          {
            shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &beside_total, alone->pdata[i], whole);
            return;
          }
    }
  if (parts->len + alone->len < 2)
    return;
  g_ptr_array_extend (parts, alone, NULL, NULL);
  if (make_up (parts, NULL, whole))
    for (guint i = 0; i < alone->len; i++)
      shanhai_check_tell (scope, SHANHAI_CHECK_DOUBLE, SHANHAI_AGREEMENT_DOUBTFUL, SHANHAI_ALIKE_FULLY, &beside_total, alone->pdata[i], whole);
}

void
shanhai_check_breakdowns (ShanhaiCheckScope *scope)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();

  for (guint i = 0; i < scope->n; i++)
    if (scope->claims[i]->quantity != NULL && shanhai_unit_is_additive (scope->claims[i]->quantity->unit))
      g_ptr_array_add (flows, scope->claims[i]);
  if (flows->len < 2 || flows->len > MAX_FLOWS)
    return;

  for (guint i = 0; i < flows->len; i++)
    if (((ShanhaiClaim *) flows->pdata[i])->has_time)
      check_whole (scope, flows, flows->pdata[i]);
}

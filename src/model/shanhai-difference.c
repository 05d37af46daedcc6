/* shanhai-difference.c - what makes one casebook into another. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-difference.h"

#include "shanhai-change-private.h"

static void
note_before (ShanhaiChange *change,
             ShanhaiRecord *before)
{
  g_autoptr (ShanhaiRecord) copy = before != NULL ? shanhai_record_copy (before) : NULL;

  shanhai_change_set_before (change, shanhai_change_get_n (change) - 1, copy);
}

static void
add_list (ShanhaiChange     *change,
          ShanhaiCasebook   *from,
          ShanhaiRecordList *list,
          ShanhaiDifference *counted)
{
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (list, i);
      const char *id = shanhai_record_get_id (record);
      ShanhaiRecord *before = id != NULL ? shanhai_casebook_lookup (from, id) : NULL;
      g_autoptr (ShanhaiRecord) draft = NULL;

      if (id == NULL || (before != NULL && shanhai_record_equal (before, record)))
        continue;
      *(before != NULL ? &counted->n_changed : &counted->n_added) += 1;
      draft = shanhai_record_copy (record);
      shanhai_change_put (change, draft);
      note_before (change, before);
    }
}

static void
delete_list (ShanhaiChange     *change,
             ShanhaiCasebook   *to,
             ShanhaiRecordList *list,
             ShanhaiDifference *counted)
{
  for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
    {
      ShanhaiRecord *record = shanhai_record_list_peek (list, i);
      const char *id = shanhai_record_get_id (record);

      if (id == NULL || shanhai_casebook_lookup (to, id) != NULL)
        continue;
      counted->n_deleted++;
      shanhai_change_delete (change, id);
      note_before (change, record);
    }
}

/**
 * shanhai_difference_new_change:
 * @from: a casebook
 * @to: another one
 * @title: (nullable): of the change, translated
 * @counted: (out) (optional): how many records differ
 *
 * Returns: (transfer full): a change for the history of @from; empty where both say the same
 */
ShanhaiChange *
shanhai_difference_new_change (ShanhaiCasebook   *from,
                               ShanhaiCasebook   *to,
                               const char        *title,
                               ShanhaiDifference *counted)
{
  ShanhaiChange *change;
  g_autoptr (ShanhaiHeader) header = NULL;
  g_autoptr (ShanhaiHeader) header_before = NULL;
  ShanhaiDifference sum = { 0 };

  g_return_val_if_fail (SHANHAI_IS_CASEBOOK (from) && SHANHAI_IS_CASEBOOK (to), NULL);

  change = shanhai_change_new (title);
  /* what one of them made a thing of another type */
  shanhai_change_allow_other_types (change);
  for (guint type = 0; type < SHANHAI_N_RECORD_TYPES; type++)
    {
      add_list (change, from, shanhai_casebook_get_list (to, type), &sum);
      delete_list (change, to, shanhai_casebook_get_list (from, type), &sum);
    }

  header = shanhai_casebook_dup_header (to);
  header_before = shanhai_casebook_dup_header (from);
  if (!shanhai_header_equal (header, header_before))
    {
      shanhai_change_put_header (change, header);
      shanhai_change_take_header_before (change, g_steal_pointer (&header_before));
    }
  if (counted != NULL)
    *counted = sum;

  return change;
}

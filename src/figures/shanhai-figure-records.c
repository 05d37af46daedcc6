/* shanhai-figure-records.c - the records that a figure draws from, and the colour of their case. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-figure-private.h"

#include "shanhai-preference.h"

/* a rival claim to the same figure that a person has chosen stands for it */
static void
add_unless_outdone (const ShanhaiFigureContext *context,
                    GPtrArray                  *records,
                    ShanhaiRecord              *record)
{
  if (shanhai_casebook_get_preferred (context->casebook, shanhai_record_get_id (record)) == NULL)
    g_ptr_array_add (records, record);
}

/*< private > */
GPtrArray *
shanhai_figure_collect (const ShanhaiFigureContext *context,
                        ShanhaiRecordType           type)
{
  GPtrArray *records = g_ptr_array_new ();

  if (context->cases == NULL)
    {
      ShanhaiRecordList *list = shanhai_casebook_get_list (context->casebook, type);

      for (guint i = 0; i < shanhai_record_list_get_n (list); i++)
        add_unless_outdone (context, records, shanhai_record_list_peek (list, i));
    }
  else
    for (guint i = 0; context->cases[i] != NULL; i++)
      {
        g_autoptr (GPtrArray) referrers = shanhai_casebook_dup_referrers_of_type (context->casebook, type, context->cases[i]);

        for (guint k = 0; k < referrers->len; k++)
          if (g_strcmp0 (shanhai_record_get_case_id (referrers->pdata[k]), context->cases[i]) == 0)
            add_unless_outdone (context, records, referrers->pdata[k]);
      }

  return records;
}

/*< private > */
int
shanhai_figure_case_slot (const ShanhaiFigureContext *context,
                          const char                 *case_id)
{
  ShanhaiRecord *record = shanhai_casebook_lookup_as (context->casebook, SHANHAI_RECORD_CASE, case_id);
  guint position;

  if (record == NULL ||
      !shanhai_record_list_find (shanhai_casebook_get_list (context->casebook, SHANHAI_RECORD_CASE), record, &position) ||
      position >= SHANHAI_N_HUES)
    return SHANHAI_SLOT_GREY;

  return (int) position;
}

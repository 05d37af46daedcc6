/* shanhai-check.c - what the checks share. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-check.h"

ShanhaiFinding *
shanhai_check_tell (ShanhaiCheckScope      *scope,
                    ShanhaiCheck            check,
                    ShanhaiAgreement        agreement,
                    ShanhaiAlikeness        alike,
                    const ShanhaiSentences *sentences,
                    const ShanhaiClaim     *a,
                    const ShanhaiClaim     *b)
{
  ShanhaiGravity gravity = SHANHAI_GRAVITY_CONFIRMED;
  const char *sentence = sentences->confirmed;
  ShanhaiFinding *finding;

  if (alike == SHANHAI_ALIKE_NOT)
    return NULL;

  if (agreement != SHANHAI_AGREEMENT_AGREE)
    {
      bool contradicts = agreement == SHANHAI_AGREEMENT_CONTRADICT && alike == SHANHAI_ALIKE_FULLY && sentences->contradiction != NULL;

      gravity = contradicts ? SHANHAI_GRAVITY_CONTRADICTION : SHANHAI_GRAVITY_DOUBTFUL;
      sentence = contradicts || sentences->doubtful == NULL ? sentences->contradiction : sentences->doubtful;
    }
  if (sentence == NULL)
    return NULL;

  finding = shanhai_finding_new (check, gravity, sentence);
  g_ptr_array_add (scope->findings, finding);
  shanhai_finding_add (finding, a->record, a->quantity);
  if (b != NULL)
    shanhai_finding_add (finding, b->record, b->quantity);

  return finding;
}

bool
shanhai_total_add (ShanhaiTotal          *self,
                   const ShanhaiQuantity *quantity)
{
  ShanhaiInterval soft, hard;

  shanhai_quantity_get_soft (quantity, &soft);
  shanhai_quantity_get_hard (quantity, &hard);

  return shanhai_interval_add (&self->soft, &soft, &self->soft) && shanhai_interval_add (&self->hard, &hard, &self->hard) &&
         shanhai_decimal_add (&self->nominal, &quantity->value, &self->nominal);
}

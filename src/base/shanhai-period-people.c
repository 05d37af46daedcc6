/* shanhai-period-people.c - reads a time as people write it: 截至2019年底, last year. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A time is words point [sign point] words. What is put together is EDTF and goes through shanhai_period_parse(), so days that don't exist
 * and spans that run backwards are found there. */

#include "shanhai-period-point.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "shanhai-fold.h"

/* 前后, 存疑: what people add behind a date */
static const char *
take_doubt (ShanhaiTimeReader *self)
{
  bool approximate, uncertain;

  shanhai_skip_spaces (&self->p);
  approximate = SHANHAI_TAKE_ANY (&self->p, "前后", "左右");
  uncertain = SHANHAI_TAKE_ANY (&self->p, "(存疑)");
  if (approximate && uncertain)
    return "%";
  return approximate ? "~" : uncertain ? "?" : "";
}

static const char *
join_doubts (bool        approximate,
             bool        uncertain,
             const char *behind)
{
  approximate = approximate || *behind == '~' || *behind == '%';
  uncertain = uncertain || *behind == '?' || *behind == '%';
  return approximate && uncertain ? "%" : approximate ? "~" : uncertain ? "?" : "";
}

static void
take_doubt_before (ShanhaiTimeReader *self,
                   bool              *approximate,
                   bool              *uncertain)
{
  shanhai_skip_spaces (&self->p);
  *uncertain = SHANHAI_TAKE_ANY (&self->p, "perhaps", "可能");
  shanhai_skip_spaces (&self->p);
  *approximate = SHANHAI_TAKE_ANY (&self->p, "大约", "约", "about", "around", "circa", "ca.", "c.");
}

typedef enum { PLAIN, SINCE, UP_TO, AS_OF } Sense;

/* Returns EDTF, or NULL where the words make no time. */
static char *
read_time_words (ShanhaiTimeReader *self)
{
  Sense sense = PLAIN;
  bool approximate, uncertain;
  const char *doubt;
  ShanhaiPoint from, to;

  shanhai_skip_spaces (&self->p);
  if (SHANHAI_TAKE_ANY (&self->p, "since", "from", "between", "自从", "自", "从"))
    sense = SINCE;
  else if (SHANHAI_TAKE_ANY (&self->p, "截至", "截止到", "截止", "as of", "as at", "by"))
    sense = AS_OF;
  else if (SHANHAI_TAKE_ANY (&self->p, "up to", "until", "till", "到", "至"))
    sense = UP_TO;

  take_doubt_before (self, &approximate, &uncertain);
  if (!shanhai_point_read (self, NULL, &from))
    return NULL;
  doubt = join_doubts (approximate, uncertain, take_doubt (self));
  shanhai_skip_spaces (&self->p);

  if (SHANHAI_TAKE_ANY (&self->p, "以来", "至今", "开始", "起", "to date", "onwards"))
    {
      if (sense == AS_OF || sense == UP_TO)
        return NULL;
      sense = SINCE;
    }
  else if (SHANHAI_TAKE_ANY (&self->p, "为止", "止"))
    {
      if (sense == SINCE)
        return NULL;
      sense = sense == AS_OF ? AS_OF : UP_TO;
    }
  else if ((sense == PLAIN || sense == SINCE) && SHANHAI_TAKE_ANY (&self->p, "–", "-", "~", "/", "至", "到", "to", "until", "through", "and"))
    {
      const char *end_doubt;

      shanhai_skip_spaces (&self->p);
      take_doubt_before (self, &approximate, &uncertain);
      if (!shanhai_point_read (self, &from, &to))
        return NULL;
      end_doubt = join_doubts (approximate, uncertain, take_doubt (self));
      shanhai_skip_spaces (&self->p);
      SHANHAI_TAKE_ANY (&self->p, "期间");
      return *self->p == '\0' ? g_strconcat (from.first, doubt, "/", to.last, end_doubt, NULL) : NULL;
    }

  shanhai_skip_spaces (&self->p);
  if (*self->p != '\0')
    return NULL;

  switch (sense)
    {
    case SINCE:
      return g_strconcat (from.first, doubt, "/..", NULL);
    case UP_TO:
      return g_strconcat ("../", from.last, doubt, NULL);
    case PLAIN:
    case AS_OF:
    default:
      if (strcmp (from.first, from.last) != 0)
        return *doubt == '\0' ? g_strconcat (from.first, "/", from.last, NULL) : NULL;
      return g_strconcat (from.first, doubt, NULL);
    }
}

/**
 * shanhai_period_parse_people:
 * @text: a time in Chinese or English, or EDTF
 * @reference: (nullable): the time that "last year" and 目前 count from
 *
 * 截至 and "as of" name the day as of which a figure stands, so 截至2019年底 is 2019-12-31; "up to" and 以来 make a span that is open.
 *
 * Errors: as shanhai_period_parse(); a relative word without @reference is SHANHAI_PERIOD_ERROR_SYNTAX.
 *
 * Returns: (transfer full): the period, or NULL with @error set
 */
ShanhaiPeriod *
shanhai_period_parse_people (const char           *text,
                             const ShanhaiPeriod  *reference,
                             GError              **error)
{
  g_autofree char *folded = NULL;
  g_autofree char *edtf = NULL;
  g_autoptr (GError) strict_error = NULL;
  ShanhaiTimeReader reader = { .reference = reference };
  ShanhaiPeriod *period;

  g_return_val_if_fail (text != NULL, NULL);

  folded = shanhai_fold (text);
  if (folded == NULL)
    {
      g_set_error_literal (error, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_SYNTAX, _("the text isn’t UTF-8"));
      return NULL;
    }

  period = shanhai_period_parse (folded, &strict_error);
  if (period != NULL)
    return period;

  reader.p = folded;
  edtf = read_time_words (&reader);
  if (edtf != NULL)
    return shanhai_period_parse (edtf, error);

  if (reader.misses_reference)
    g_set_error (error, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_SYNTAX,
                 _("“%s” counts from a date that isn’t known here"), text);
  else if (strict_error->code != SHANHAI_PERIOD_ERROR_SYNTAX)
    g_propagate_error (error, g_steal_pointer (&strict_error));
  else
    g_set_error (error, SHANHAI_PERIOD_ERROR, SHANHAI_PERIOD_ERROR_SYNTAX, _("no time can be read from “%s”"), text);
  return NULL;
}

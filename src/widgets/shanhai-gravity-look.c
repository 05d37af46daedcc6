/* shanhai-gravity-look.c - how grave a finding is, as an icon, a colour and words. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-gravity-look.h"

#include <glib/gi18n.h>

static const struct { const char *icon, *css; } looks[SHANHAI_N_GRAVITIES] = {
  [SHANHAI_GRAVITY_CONTRADICTION] = { "dialog-error-symbolic", "contradiction" },
  [SHANHAI_GRAVITY_DOUBTFUL] = { "dialog-warning-symbolic", "doubtful" },
  [SHANHAI_GRAVITY_INCOMPLETE] = { "dialog-question-symbolic", "incomplete" },
  [SHANHAI_GRAVITY_CONFIRMED] = { "object-select-symbolic", "confirmed" },
};

const char *
shanhai_gravity_get_icon_name (ShanhaiGravity gravity)
{
  return looks[gravity].icon;
}

const char *
shanhai_gravity_get_css_class (ShanhaiGravity gravity)
{
  return looks[gravity].css;
}

char *
shanhai_gravity_dup_count (ShanhaiGravity gravity,
                           guint          n)
{
  switch (gravity)
    {
    case SHANHAI_GRAVITY_CONTRADICTION:
      return g_strdup_printf (ngettext ("%u contradiction", "%u contradictions", n), n);
    case SHANHAI_GRAVITY_DOUBTFUL:
      return g_strdup_printf (ngettext ("%u doubtful", "%u doubtful", n), n);
    case SHANHAI_GRAVITY_INCOMPLETE:
      return g_strdup_printf (ngettext ("%u incomplete", "%u incomplete", n), n);
    case SHANHAI_GRAVITY_CONFIRMED:
    default:
      return g_strdup_printf (ngettext ("%u confirmed", "%u confirmed", n), n);
    }
}

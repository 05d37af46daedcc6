/* shanhai-page.c - what the window asks of the page that it shows. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-page.h"

G_DEFINE_INTERFACE (ShanhaiPage, shanhai_page, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
shanhai_page_default_init (ShanhaiPageInterface *iface)
{
  /**
   * ShanhaiPage::changed:
   *
   * The figure or the title of the page is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", SHANHAI_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

ShanhaiFigure *
shanhai_page_get_figure (ShanhaiPage *self)
{
  ShanhaiPageInterface *iface;

  g_return_val_if_fail (SHANHAI_IS_PAGE (self), NULL);

  iface = SHANHAI_PAGE_GET_IFACE (self);
  return iface->get_figure != NULL ? iface->get_figure (self) : NULL;
}

const char *
shanhai_page_get_title (ShanhaiPage *self)
{
  ShanhaiPageInterface *iface;

  g_return_val_if_fail (SHANHAI_IS_PAGE (self), NULL);

  iface = SHANHAI_PAGE_GET_IFACE (self);
  return iface->get_title != NULL ? iface->get_title (self) : NULL;
}

bool
shanhai_page_show_record (ShanhaiPage *self,
                          const char  *id)
{
  ShanhaiPageInterface *iface;

  g_return_val_if_fail (SHANHAI_IS_PAGE (self), false);
  g_return_val_if_fail (id != NULL, false);

  iface = SHANHAI_PAGE_GET_IFACE (self);
  return iface->show_record != NULL && iface->show_record (self, id);
}

bool
shanhai_page_copy (ShanhaiPage *self)
{
  ShanhaiPageInterface *iface;

  g_return_val_if_fail (SHANHAI_IS_PAGE (self), false);

  iface = SHANHAI_PAGE_GET_IFACE (self);
  return iface->copy != NULL && iface->copy (self);
}

void
shanhai_page_changed (ShanhaiPage *self)
{
  g_return_if_fail (SHANHAI_IS_PAGE (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

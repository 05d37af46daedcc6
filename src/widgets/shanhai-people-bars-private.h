/* shanhai-people-bars-private.h - what the two parts of the bars of people know of each other. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shanhai-checks.h"
#include "shanhai-people-bars.h"

G_BEGIN_DECLS

/* px: around all of it, and between a bar and its text */
#define PEOPLE_MARGIN 16
#define PEOPLE_GAP 6

typedef enum
{
  WAY_LEFT,    /* west to east */
  WAY_RIGHT,   /* east to west */
  WAY_ACROSS,  /* local, or not told */
} Way;

typedef struct
{
  char   *id;      /* NULL: a heading */
  char   *text;
  Way     way;
  bool    hollow;
  double  length;  /* 0 … 1 of its scale */
  bool    marked;  /* the checks say something against it: */
  ShanhaiGravity gravity;
  double  mark_x;  /* where that is drawn */
} Row;

struct _ShanhaiPeopleBars
{
  GtkWidget  parent_instance;

  GPtrArray *rows;
  char      *selected;
  ShanhaiChecks *checks;  /* (nullable): of what is shown */
};

/* px, of a heading or a bar */
int    shanhai_people_bars_get_row_height (ShanhaiPeopleBars *self);
/* px, of a mark */
double shanhai_people_bars_get_radius     (void);
void   shanhai_people_bars_snapshot       (GtkWidget         *widget,
                                           GtkSnapshot       *snapshot);

G_END_DECLS

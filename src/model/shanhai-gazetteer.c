/* shanhai-gazetteer.c - the provinces, prefectures and counties of China with their official codes. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The divisions are an array by code; the strings of all of them are one block, cut up in place. Names are found in a second array of all full and short names,
 * sorted by bytes: what begins with the same characters lies together, so a name is followed a character at a time by narrowing a range. */

#include "shanhai-gazetteer.h"

#include <gio/gio.h>
#include <string.h>

#include "shanhai-gazetteer-resources.h"

#define RESOURCE "/io/github/shanhai/Shanhai/gazetteer/divisions.tsv"
#define CODE_LENGTH 6

typedef struct
{
  const char            *name;
  const ShanhaiDivision *division;
} Name;

typedef struct
{
  char            *text;        /* of all strings */
  ShanhaiDivision *divisions;   /* by code */
  guint            n_divisions;
  Name            *names;       /* by bytes, then code */
  guint            n_names;
} Gazetteer;

static ShanhaiDivisionLevel
get_level (const char *code)
{
  if (g_str_has_suffix (code, "0000"))
    return SHANHAI_DIVISION_PROVINCE;
  return g_str_has_suffix (code, "00") ? SHANHAI_DIVISION_PREFECTURE : SHANHAI_DIVISION_COUNTY;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const ShanhaiDivision *) a)->code, ((const ShanhaiDivision *) b)->code);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *name_a = a, *name_b = b;
  int order = strcmp (name_a->name, name_b->name);

  return order != 0 ? order : compare_codes (name_a->division, name_b->division);
}

static const ShanhaiDivision *
look_up_code (const Gazetteer *self,
              const char      *code)
{
  ShanhaiDivision wanted = { .code = code };

  return bsearch (&wanted, self->divisions, self->n_divisions, sizeof wanted, compare_codes);
}

/* a county's prefecture, else its province: 469001 lies right in Hainan */
static const ShanhaiDivision *
find_parent (const Gazetteer       *self,
             const ShanhaiDivision *division)
{
  char code[CODE_LENGTH + 1];
  const ShanhaiDivision *parent = NULL;

  if (division->level == SHANHAI_DIVISION_PROVINCE)
    return NULL;

  memcpy (code, division->code, sizeof code);
  memcpy (code + 4, "00", 2);
  if (division->level == SHANHAI_DIVISION_COUNTY)
    parent = look_up_code (self, code);
  memcpy (code + 2, "00", 2);
  return parent != NULL ? parent : look_up_code (self, code);
}

/* cuts the next field off */
static const char *
take_field (char **p)
{
  char *field = *p;

  *p = field + strcspn (field, "\t\n");
  if (**p != '\0')
    *(*p)++ = '\0';
  return field;
}

static void
add_divisions (Gazetteer *self)
{
  g_autoptr (GArray) divisions = g_array_new (TRUE, TRUE, sizeof (ShanhaiDivision));
  char *p = self->text;

  while (*p != '\0')
    {
      ShanhaiDivision division = { 0 };

      if (*p == '#')
        {
          p += strcspn (p, "\n");
          p += *p == '\n';
          continue;
        }
      division.code = take_field (&p);
      division.name = take_field (&p);
      division.brief = take_field (&p);
      division.english = take_field (&p);
      division.level = get_level (division.code);
      if (*division.brief == '\0')
        division.brief = division.name;
      g_array_append_val (divisions, division);
    }

  self->divisions = g_array_steal (divisions, NULL);
  for (ShanhaiDivision *at = self->divisions; at->code != NULL; at++)
    self->n_divisions++;
}

static void
add_names (Gazetteer *self)
{
  self->names = g_new (Name, 2 * self->n_divisions);
  for (guint i = 0; i < self->n_divisions; i++)
    {
      const ShanhaiDivision *division = &self->divisions[i];

      self->names[self->n_names++] = (Name) { division->name, division };
      if (division->brief != division->name)
        self->names[self->n_names++] = (Name) { division->brief, division };
    }
  qsort (self->names, self->n_names, sizeof (Name), compare_names);
}

static const Gazetteer *
get_gazetteer (void)
{
  static gsize initialised = 0;
  static Gazetteer self;

  if (g_once_init_enter (&initialised))
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (shanhai_gazetteer_data_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL);
      self.text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      add_divisions (&self);
      for (guint i = 0; i < self.n_divisions; i++)
        self.divisions[i].parent = find_parent (&self, &self.divisions[i]);
      add_names (&self);
      g_once_init_leave (&initialised, 1);
    }
  return &self;
}

/* Narrows [*low, *high), of names that share their first `length` bytes, to those whose next character is the one at `text`; false when none is left. */
static bool
narrow (const Gazetteer *self,
        const char      *text,
        gsize            length,
        gsize            next,
        guint           *low,
        guint           *high)
{
  guint begin = *low, end = *high;

  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (strncmp (self->names[middle].name + length, text, next) < 0)
        begin = middle + 1;
      else
        end = middle;
    }
  *low = begin;
  end = *high;
  while (begin < end)
    {
      guint middle = begin + (end - begin) / 2;

      if (strncmp (self->names[middle].name + length, text, next) <= 0)
        begin = middle + 1;
      else
        end = middle;
    }
  *high = begin;
  return *low < *high;
}

/**
 * shanhai_gazetteer_list:
 * @n_divisions: (out)
 *
 * Returns: (transfer none) (array length=n_divisions): all divisions, by code
 */
const ShanhaiDivision *
shanhai_gazetteer_list (guint *n_divisions)
{
  const Gazetteer *self = get_gazetteer ();

  *n_divisions = self->n_divisions;
  return self->divisions;
}

/**
 * shanhai_gazetteer_find_code:
 * @code: six digits, and zeros behind them
 *
 * Returns: (transfer none) (nullable): the division of that code
 */
const ShanhaiDivision *
shanhai_gazetteer_find_code (const char *code)
{
  char six[CODE_LENGTH + 1] = "";

  g_return_val_if_fail (code != NULL, NULL);

  if (strlen (code) < CODE_LENGTH || code[CODE_LENGTH + strspn (code + CODE_LENGTH, "0")] != '\0')
    return NULL;

  memcpy (six, code, CODE_LENGTH);
  return look_up_code (get_gazetteer (), six);
}

/* Adds what is called @name within @outer; else, what is called by the rest of the name within what it begins with. */
static void
add_called (const Gazetteer       *self,
            const char            *name,
            const ShanhaiDivision *outer,
            GPtrArray             *found)
{
  guint low = 0, high = self->n_names;
  gsize length = 0;

  while (name[length] != '\0')
    {
      gsize next = (gsize) (g_utf8_next_char (name + length) - (name + length));

      if (!narrow (self, name + length, length, next, &low, &high))
        return;

      length += next;
      for (guint i = low; i < high && self->names[i].name[length] == '\0'; i++)
        {
          const ShanhaiDivision *division = self->names[i].division;

          if (outer != NULL && (division == outer || !shanhai_gazetteer_is_within (division, outer)))
            continue;
          if (name[length] != '\0')
            add_called (self, name + length, division, found);
          else if (!g_ptr_array_find (found, division, NULL))
            g_ptr_array_add (found, (gpointer) division);
        }
    }
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const ShanhaiDivision *division_a = *(const ShanhaiDivision **) a, *division_b = *(const ShanhaiDivision **) b;

  if (division_a->level != division_b->level)
    return (int) division_a->level - (int) division_b->level;
  return compare_codes (division_a, division_b);
}

/**
 * shanhai_gazetteer_find_name:
 * @name: in Chinese; may begin with the names of what it lies in
 *
 * Returns: (transfer container) (element-type ShanhaiDivision): what is called that, the largest first
 */
GPtrArray *
shanhai_gazetteer_find_name (const char *name)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (name != NULL, found);

  if (g_utf8_validate (name, -1, NULL))
    add_called (get_gazetteer (), name, NULL, found);
  g_ptr_array_sort (found, compare_levels);
  return found;
}

/**
 * shanhai_gazetteer_list_within:
 * @division: (nullable): or all of China
 *
 * Returns: (transfer container) (element-type ShanhaiDivision): what lies right in it
 */
GPtrArray *
shanhai_gazetteer_list_within (const ShanhaiDivision *division)
{
  const Gazetteer *self = get_gazetteer ();
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->n_divisions; i++)
    if (self->divisions[i].parent == division)
      g_ptr_array_add (found, &self->divisions[i]);
  return found;
}

bool
shanhai_gazetteer_is_within (const ShanhaiDivision *division,
                             const ShanhaiDivision *outer)
{
  while (division != NULL && division != outer)
    division = division->parent;
  return division != NULL;
}

/**
 * shanhai_gazetteer_match:
 * @text: UTF-8
 * @divisions: (out caller-allocates) (array length=n_divisions): gets up to @max_divisions of that name
 * @max_divisions: how many it holds
 * @n_divisions: (out): how many it got
 *
 * Returns: bytes of the longest name that begins at @text
 */
gsize
shanhai_gazetteer_match (const char             *text,
                         const ShanhaiDivision **divisions,
                         guint                   max_divisions,
                         guint                  *n_divisions)
{
  const Gazetteer *self = get_gazetteer ();
  guint low = 0, high = self->n_names;
  gsize length = 0, matched = 0;

  g_return_val_if_fail (text != NULL, 0);

  *n_divisions = 0;
  /* every name begins with a Chinese character */
  if ((guchar) *text < 0xe3)
    return 0;

  while (text[length] != '\0')
    {
      gsize next = (gsize) (g_utf8_next_char (text + length) - (text + length));

      if (!narrow (self, text + length, length, next, &low, &high))
        break;

      length += next;
      if (self->names[low].name[length] != '\0')
        continue;

      matched = length;
      *n_divisions = 0;
      for (guint i = low; i < high && self->names[i].name[length] == '\0' && *n_divisions < max_divisions; i++)
        divisions[(*n_divisions)++] = self->names[i].division;
    }
  return matched;
}

const char *
shanhai_division_level_get_key (ShanhaiDivisionLevel level)
{
  switch (level)
    {
    case SHANHAI_DIVISION_PROVINCE:
      return "province";
    case SHANHAI_DIVISION_PREFECTURE:
      return "prefecture";
    case SHANHAI_DIVISION_COUNTY:
      return "county";
    default:
      g_return_val_if_reached ("county");
    }
}

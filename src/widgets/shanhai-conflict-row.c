/* shanhai-conflict-row.c - one conflict of a merge. SPDX-License-Identifier: GPL-3.0-or-later */

#include "shanhai-config.h"

#include "shanhai-conflict-row.h"

#include <glib/gi18n.h>

#include "shanhai-record-columns.h"
#include "shanhai-record-editor-fields.h"
#include "shanhai-wording.h"

/* longer texts are cut: the whole one can be looked up later */
#define MAX_CHARS 240

typedef struct
{
  GtkWidget *button;
  GtkWidget *value;
  GtkWidget *quote;
  GtkWidget *mark;   /* seen while the side is taken */
} Side;

struct _ShanhaiConflictRow
{
  GtkWidget        parent_instance;

  ShanhaiConflict *conflict;
  GtkWidget       *title;
  Side             sides[2];  /* mine, theirs */
  bool             showing;   /* the buttons follow the choice, not the other way */
};

G_DEFINE_FINAL_TYPE (ShanhaiConflictRow, shanhai_conflict_row, GTK_TYPE_WIDGET)

/* one id for two kinds of thing */
static bool
is_about_type (ShanhaiConflict *conflict)
{
  ShanhaiRecord *mine = shanhai_conflict_get_record (conflict, SHANHAI_SIDE_MINE);
  ShanhaiRecord *theirs = shanhai_conflict_get_record (conflict, SHANHAI_SIDE_THEIRS);

  return mine != NULL && theirs != NULL && G_OBJECT_TYPE (mine) != G_OBJECT_TYPE (theirs);
}

static char *
dup_member_title (ShanhaiConflict *conflict,
                  ShanhaiRecord   *record)
{
  const char *member = shanhai_conflict_get_member (conflict);

  if (is_about_type (conflict))
    return g_strdup (C_("merge", "Not the same kind of record"));
  if (member == NULL)
    return g_strdup (C_("merge", "Deleted on one side, needed on the other"));
  if (record != NULL && shanhai_conflict_get_field (conflict) != NULL)
    return g_strdup (shanhai_record_get_member_title (record, member));
  if (g_str_equal (member, "title"))
    return g_strdup (C_("merge", "Title"));
  if (g_str_equal (member, "language"))
    return g_strdup (C_("merge", "Language"));

  return g_strdup (C_("merge", "Members of a later version"));
}

char *
shanhai_conflict_dup_title (ShanhaiConflict *conflict,
                            ShanhaiCasebook *mine,
                            ShanhaiCasebook *theirs)
{
  ShanhaiRecord *record = shanhai_conflict_get_record (conflict, SHANHAI_SIDE_MINE);
  bool is_mine = record != NULL;
  g_autofree char *member = NULL;
  g_autofree char *subject = NULL;
  ShanhaiWording wording;

  if (!is_mine)
    record = shanhai_conflict_get_record (conflict, SHANHAI_SIDE_THEIRS);
  member = dup_member_title (conflict, record);
  wording = shanhai_wording_now (is_mine ? mine : theirs);
  subject = record != NULL ? shanhai_wording_subject (&wording, record) : g_strdup (C_("merge", "The casebook"));
  if (*subject == '\0' && record != NULL)
    {
      g_free (subject);
      subject = g_strdup (shanhai_record_get_id (record));
    }

  /* Translators: what a conflict is about: a record, and which of its members */
  return g_strdup_printf (C_("merge", "%s · %s"), subject, member);
}

static char *
dup_name (const ShanhaiName *name)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; name != NULL && i < shanhai_name_get_n (name); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", shanhai_name_get_nth (name, i, NULL));

  return g_string_free (text, FALSE);
}

static char *
dup_raw_value (ShanhaiConflict *conflict,
               ShanhaiSide      side,
               ShanhaiCasebook *casebook)
{
  ShanhaiRecord *record = shanhai_conflict_get_record (conflict, side);
  const ShanhaiHeader *header = shanhai_conflict_get_header (conflict, side);
  const ShanhaiField *field = shanhai_conflict_get_field (conflict);
  const char *member = shanhai_conflict_get_member (conflict);
  ShanhaiWording wording = shanhai_wording_now (casebook);

  if (is_about_type (conflict))
    {
      g_autofree char *words = shanhai_wording_record (&wording, record);

      /* Translators: a kind of record ("Flow"), and one in words */
      return g_strdup_printf (C_("merge", "%s: %s"), shanhai_record_type_get_title (shanhai_record_get_record_type (record)), words);
    }
  if (member == NULL)
    return record != NULL ? shanhai_wording_record (&wording, record) : g_strdup (C_("merge", "Deleted"));
  if (header != NULL)
    return g_str_equal (member, "title") ? dup_name (header->title)
                                         : g_strdup (g_str_equal (member, "language") ? header->language : header->extra);
  if (record == NULL)
    return NULL;
  if (field == NULL)
    return g_strdup (shanhai_record_get_extra (record));
  /* all languages: they may differ in one that isn't the reader's */
  if (field->kind == SHANHAI_FIELD_NAME)
    return dup_name (SHANHAI_FIELD_SLOT (ShanhaiName *, record, field));
  if (field->kind == SHANHAI_FIELD_FLAG)
    return g_strdup (shanhai_field_is_set (field, record) ? C_("merge", "Yes") : C_("merge", "No"));

  return shanhai_wording_field (&wording, record, field);
}

char *
shanhai_conflict_dup_value (ShanhaiConflict *conflict,
                            ShanhaiSide      side,
                            ShanhaiCasebook *casebook)
{
  g_autofree char *raw = dup_raw_value (conflict, side, casebook);

  if (raw == NULL || *raw == '\0')
    return g_strdup (C_("merge", "Not said"));
  if (g_utf8_strlen (raw, -1) > MAX_CHARS)
    {
      g_autofree char *start = g_utf8_substring (raw, 0, MAX_CHARS);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&raw);
}

/* (transfer full): the words that a side's figure was read from, with their source */
static char *
dup_quote (ShanhaiConflict *conflict,
           ShanhaiSide      side,
           ShanhaiCasebook *casebook)
{
  ShanhaiRecord *record = shanhai_conflict_get_record (conflict, side);
  const ShanhaiCitations *citations = record != NULL ? shanhai_record_get_citations (record) : NULL;
  ShanhaiWording wording = shanhai_wording_now (casebook);
  g_autofree char *source = NULL;

  if (citations == NULL || citations->n == 0)
    return g_strdup ("");

  source = shanhai_wording_reference (&wording, citations->items[0].source);
  if (citations->items[0].quote == NULL)
    return g_steal_pointer (&source);

  /* Translators: words that were quoted, and the source that they stand in */
  return g_strdup_printf (C_("merge", "“%s” — %s"), citations->items[0].quote, source);
}

static void
show_choice (ShanhaiConflictRow *self)
{
  ShanhaiSide choice = self->conflict != NULL ? shanhai_conflict_get_choice (self->conflict) : SHANHAI_SIDE_NONE;

  self->showing = true;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sides[0].button), choice == SHANHAI_SIDE_MINE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sides[1].button), choice == SHANHAI_SIDE_THEIRS);
  gtk_widget_set_visible (self->sides[0].mark, choice == SHANHAI_SIDE_MINE);
  gtk_widget_set_visible (self->sides[1].mark, choice == SHANHAI_SIDE_THEIRS);
  self->showing = false;
}

static void
toggled_cb (ShanhaiConflictRow *self,
            GtkToggleButton    *button)
{
  ShanhaiSide side = button == GTK_TOGGLE_BUTTON (self->sides[0].button) ? SHANHAI_SIDE_MINE : SHANHAI_SIDE_THEIRS;

  if (self->showing || self->conflict == NULL)
    return;

  /* a second click takes the choice back */
  shanhai_conflict_set_choice (self->conflict, gtk_toggle_button_get_active (button) ? side : SHANHAI_SIDE_NONE);
  show_choice (self);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
init_side (ShanhaiConflictRow *self,
           Side               *side,
           const char         *heading,
           GtkWidget          *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = new_label ("secondary");
  GtkWidget *heading_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  side->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_visible (side->mark, FALSE);
  side->button = gtk_toggle_button_new ();
  side->value = new_label (NULL);
  side->quote = new_label ("secondary");
  gtk_widget_add_css_class (name, "small");
  gtk_widget_add_css_class (side->quote, "small");
  gtk_label_set_label (GTK_LABEL (name), heading);
  gtk_box_append (GTK_BOX (heading_box), name);
  gtk_box_append (GTK_BOX (heading_box), side->mark);
  gtk_box_append (GTK_BOX (box), heading_box);
  gtk_box_append (GTK_BOX (box), side->value);
  gtk_box_append (GTK_BOX (box), side->quote);
  gtk_button_set_child (GTK_BUTTON (side->button), box);
  /* the list has the keyboard, and its keys choose */
  gtk_widget_set_focusable (side->button, FALSE);
  gtk_widget_set_hexpand (side->button, TRUE);
  g_signal_connect_object (side->button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (parent), side->button);
}

static void
shanhai_conflict_row_dispose (GObject *object)
{
  ShanhaiConflictRow *self = SHANHAI_CONFLICT_ROW (object);
  GtkWidget *child;

  if (self->conflict != NULL)
    g_signal_handlers_disconnect_by_func (self->conflict, show_choice, self);
  g_clear_object (&self->conflict);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (shanhai_conflict_row_parent_class)->dispose (object);
}

static void
shanhai_conflict_row_class_init (ShanhaiConflictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = shanhai_conflict_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
shanhai_conflict_row_init (ShanhaiConflictRow *self)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  self->title = new_label ("heading");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_box_set_homogeneous (GTK_BOX (both), TRUE);
  init_side (self, &self->sides[0], C_("merge", "Mine (1)"), both);
  init_side (self, &self->sides[1], C_("merge", "Theirs (2)"), both);
  gtk_widget_set_parent (both, GTK_WIDGET (self));
  gtk_widget_set_margin_top (GTK_WIDGET (self), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 8);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 16);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 16);
}

GtkWidget *
shanhai_conflict_row_new (void)
{
  return g_object_new (SHANHAI_TYPE_CONFLICT_ROW, NULL);
}

static void
set_side (Side            *side,
          const char      *name,
          ShanhaiConflict *conflict,
          ShanhaiSide      which,
          ShanhaiCasebook *casebook)
{
  g_autofree char *value = shanhai_conflict_dup_value (conflict, which, casebook);
  g_autofree char *quote = dup_quote (conflict, which, casebook);
  /* Translators: a side of a conflict ("Mine"), and what it says */
  g_autofree char *label = g_strdup_printf (C_("merge", "%s: %s"), name, value);

  gtk_label_set_label (GTK_LABEL (side->value), value);
  gtk_label_set_label (GTK_LABEL (side->quote), quote);
  gtk_widget_set_visible (side->quote, *quote != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (side->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, quote, -1);
}

void
shanhai_conflict_row_set_conflict (ShanhaiConflictRow *self,
                                   ShanhaiConflict    *conflict,
                                   ShanhaiCasebook    *mine,
                                   ShanhaiCasebook    *theirs)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SHANHAI_IS_CONFLICT_ROW (self));

  if (self->conflict != NULL)
    g_signal_handlers_disconnect_by_func (self->conflict, show_choice, self);
  g_set_object (&self->conflict, conflict);
  if (conflict == NULL)
    return;

  title = shanhai_conflict_dup_title (conflict, mine, theirs);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  set_side (&self->sides[0], C_("merge", "Mine"), conflict, SHANHAI_SIDE_MINE, mine);
  set_side (&self->sides[1], C_("merge", "Theirs"), conflict, SHANHAI_SIDE_THEIRS, theirs);
  g_signal_connect_object (conflict, "notify::choice", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  show_choice (self);
}

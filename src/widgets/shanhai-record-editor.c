/* shanhai-record-editor.c - the form for a record of any type, or for what several have in common. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows come from shanhai-record-editor-fields.c, each with its field editor. `base` is the record as it was before the form, or an empty draft; what is
 * typed is put into a copy of it after each key, so that editors can follow each other (a figure's unit its indicator). */

#include "shanhai-config.h"

#include "shanhai-record-editor-private.h"

#include <glib/gi18n.h>

#include "shanhai-case.h"
#include "shanhai-choices.h"
#include "shanhai-wording.h"

G_DEFINE_FINAL_TYPE (ShanhaiRecordEditor, shanhai_record_editor, GTK_TYPE_WINDOW)

enum { SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static ShanhaiRecordEditorRow *
get_row (ShanhaiRecordEditor *self,
         guint                index)
{
  return &g_array_index (self->rows, ShanhaiRecordEditorRow, index);
}

static ShanhaiFieldEditor *
find_editor (ShanhaiRecordEditor *self,
             const char          *member)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (get_row (self, i)->form->member, member))
      return get_row (self, i)->editor;
  return NULL;
}

/* -- following each other -- */

/* "湖里区 → 东乡族自治县" in both languages, from the first of each side. (transfer full) (nullable) */
static ShanhaiName *
make_case_title (ShanhaiRecordEditor *self,
                 ShanhaiCase         *draft)
{
  const char * const *assisting = shanhai_case_get_assisting (draft), * const *assisted = shanhai_case_get_assisted (draft);
  const char *texts[2];
  g_autofree char *chinese = NULL;
  g_autofree char *english = NULL;

  if (assisting == NULL || assisting[0] == NULL || assisted == NULL || assisted[0] == NULL)
    return NULL;

  for (guint i = 0; i < 2; i++)
    {
      ShanhaiLanguage language = i == 0 ? SHANHAI_LANGUAGE_CHINESE : SHANHAI_LANGUAGE_ENGLISH;
      g_autofree char *from = shanhai_drafts_dup_label (self->drafts, assisting[0], language);
      g_autofree char *to = shanhai_drafts_dup_label (self->drafts, assisted[0], language);

      if (i == 0)
        chinese = g_strconcat (from, "→", to, NULL);
      else
        english = g_strconcat (from, " → ", to, NULL);
    }
  texts[0] = chinese;
  texts[1] = english;
  return shanhai_name_new ((const char *[]) { "zh", "en" }, texts, 2);
}

static void
suggest_case_title (ShanhaiRecordEditor *self,
                    ShanhaiRecord       *scratch)
{
  ShanhaiFieldEditor *title = find_editor (self, "title");
  g_autoptr (ShanhaiName) name = NULL;

  if (self->type != SHANHAI_RECORD_CASE || self->records->len > 0 || title == NULL || shanhai_field_editor_is_touched (title))
    return;

  name = make_case_title (self, SHANHAI_CASE (scratch));
  g_object_set (self->base, "title", name, NULL);
  g_object_set (scratch, "title", name, NULL);
  shanhai_field_editor_set_record (title, self->base);
}

static ShanhaiRecord *
dup_scratch (ShanhaiRecordEditor *self)
{
  ShanhaiRecord *scratch = shanhai_record_copy (self->base);

  for (guint i = 0; i < self->rows->len; i++)
    shanhai_field_editor_store (get_row (self, i)->editor, scratch, NULL);
  return scratch;
}

/* as high as what is in it, until the screen ends; a person who makes it another size is the last to have done so */
static void
fit (ShanhaiRecordEditor *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

static void
follow (ShanhaiRecordEditor *self)
{
  g_autoptr (ShanhaiRecord) scratch = NULL;

  if (self->following)
    return;

  self->following = true;
  scratch = dup_scratch (self);
  suggest_case_title (self, scratch);
  for (guint i = 0; i < self->rows->len; i++)
    shanhai_field_editor_set_context (get_row (self, i)->editor, scratch);
  self->following = false;
  fit (self);
}

/* -- saving -- */

void
shanhai_record_editor_saved (ShanhaiRecordEditor *self,
                             const char          *id)
{
  g_signal_emit (self, signals[SAVED], 0, id);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (shanhai_record_editor_save (SHANHAI_RECORD_EDITOR (widget)))
    gtk_window_close (GTK_WINDOW (widget));
}

static void
activate_cb (ShanhaiRecordEditor *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.save", NULL);
}

/* -- rows -- */

static void
attach_row (ShanhaiRecordEditor    *self,
            GtkGrid                *grid,
            int                     at,
            const ShanhaiFormField *form,
            ShanhaiFieldEditor     *editor)
{
  GtkWidget *label;

  gtk_widget_set_hexpand (GTK_WIDGET (editor), TRUE);
  if (shanhai_field_editor_get_field (editor)->kind == SHANHAI_FIELD_FLAG)
    {
      gtk_grid_attach (grid, GTK_WIDGET (editor), 1, at, 1, 1);
      return;
    }

  label = gtk_label_new_with_mnemonic (shanhai_form_field_get_title (form));
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "form-label");
  gtk_size_group_add_widget (self->labels, label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (editor));
  shanhai_field_editor_set_label (editor, label);
  gtk_grid_attach (grid, label, 0, at, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (editor), 1, at, 1, 1);
}

static bool
is_in_all (ShanhaiRecordEditor    *self,
           const ShanhaiFormField *form)
{
  const ShanhaiField *field = shanhai_record_find_field (self->base, form->member);

  if (form->flags & SHANHAI_FORM_HIDDEN)
    return false;
  if (self->records->len < 2)
    return true;
  /* one thing can't be several; where a figure is printed neither */
  if (field->kind == SHANHAI_FIELD_CITATIONS || field->kind == SHANHAI_FIELD_QUANTITY || g_str_equal (form->member, "name")
      || g_str_equal (form->member, "title") || g_str_equal (form->member, "text") || g_str_equal (form->member, "code"))
    return false;
  for (guint i = 0; i < self->records->len; i++)
    {
      const ShanhaiField *other = shanhai_record_find_field (self->records->pdata[i], form->member);

      if (other == NULL || other->kind != field->kind || other->targets != field->targets || g_strcmp0 (other->scheme, field->scheme) != 0)
        return false;
    }
  return true;
}

static void
add_row (ShanhaiRecordEditor    *self,
         const ShanhaiFormField *form)
{
  ShanhaiRecordEditorRow row = { form, SHANHAI_FIELD_EDITOR (shanhai_field_editor_new_in (self->drafts, self->type, form->member)) };
  const ShanhaiField *field = shanhai_field_editor_get_field (row.editor);
  bool few_need = (form->flags & SHANHAI_FORM_MORE) != 0 && !shanhai_field_is_set (field, self->base);
  GtkGrid *grid = few_need ? self->more_grid : self->grid;

  /* the case of a new record in a case goes without saying; one of none has to be asked for */
  if (g_str_equal (form->member, "case"))
    grid = shanhai_field_is_set (field, self->base) ? self->more_grid : self->grid;

  shanhai_field_editor_set_required (row.editor, (form->flags & SHANHAI_FORM_REQUIRED) != 0 && self->records->len < 2);
  shanhai_field_editor_set_record (row.editor, self->base);
  if (field->kind == SHANHAI_FIELD_CITATIONS)
    {
      gtk_label_set_mnemonic_widget (self->citations_title, GTK_WIDGET (row.editor));
      gtk_box_append (self->citations_box, GTK_WIDGET (row.editor));
      gtk_widget_set_visible (GTK_WIDGET (self->citations_box), TRUE);
    }
  else
    attach_row (self, grid, (int) self->rows->len, form, row.editor);

  g_signal_connect_object (row.editor, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row.editor, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_array_append_val (self->rows, row);
}

/* fields of the several records that differ begin empty */
static void
keep_common (ShanhaiRecordEditor *self)
{
  guint n;
  const ShanhaiField *fields = shanhai_record_get_fields (self->base, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 1; k < self->records->len; k++)
      {
        const ShanhaiField *other = shanhai_record_find_field (self->records->pdata[k], fields[i].member);

        if (other == NULL || other->kind != fields[i].kind || shanhai_record_get_record_type (self->records->pdata[k]) != self->type
            || !shanhai_field_equal (&fields[i], self->base, self->records->pdata[k]))
          {
            shanhai_field_clear (&fields[i], self->base);
            break;
          }
      }
}

static void
update_heading (ShanhaiRecordEditor *self)
{
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (self->drafts));
  g_autofree char *heading = NULL;
  g_autofree char *subject = NULL;

  if (self->records->len > 1)
    {
      g_autofree char *many = NULL;

      heading = g_strdup_printf (ngettext ("Edit %u Record", "Edit %u Records", self->records->len), self->records->len);
      many = g_strdup (_("What you change here is set in all of them. An empty field means that they differ, or have nothing there."));
      gtk_label_set_label (self->many, many);
      gtk_widget_set_visible (GTK_WIDGET (self->many), TRUE);
    }
  else if (self->records->len == 1)
    {
      heading = g_strdup (shanhai_record_type_get_edit_title (self->type));
      subject = shanhai_wording_subject (&wording, self->records->pdata[0]);
    }
  else
    {
      const char *case_id = shanhai_record_get_case_id (self->base);

      heading = g_strdup (shanhai_record_type_get_new_title (self->type));
      if (case_id != NULL && self->type != SHANHAI_RECORD_CASE && shanhai_casebook_lookup (wording.casebook, case_id) != NULL)
        subject = shanhai_wording_reference (&wording, case_id);
    }
  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->subject, subject != NULL ? subject : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subject), subject != NULL && *subject != '\0');
}

static void
build (ShanhaiRecordEditor *self)
{
  guint n;
  const ShanhaiFormField *forms = shanhai_form_fields_get (self->type, &n);

  if (self->records->len > 1)
    keep_common (self);
  update_heading (self);
  for (guint i = 0; i < n; i++)
    if (is_in_all (self, &forms[i]))
      add_row (self, &forms[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->more), gtk_widget_get_first_child (GTK_WIDGET (self->more_grid)) != NULL);
  if (self->rows->len > 0)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* the first field, or the first one that is still to be filled in */
static void
map_cb (ShanhaiRecordEditor *self)
{
  /* before somebody types the name of a place */
  shanhai_choices_warm_up ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      ShanhaiRecordEditorRow *row = get_row (self, i);

      if (i == 0 || (self->records->len == 0 && !shanhai_field_is_set (shanhai_field_editor_get_field (row->editor), self->base)
                     && gtk_widget_get_mapped (GTK_WIDGET (row->editor))))
        {
          shanhai_field_editor_focus (row->editor);
          if (i > 0 || self->records->len > 0 || !shanhai_field_is_set (shanhai_field_editor_get_field (row->editor), self->base))
            return;
        }
    }
}

/* -- the class -- */

static void
shanhai_record_editor_dispose (GObject *object)
{
  ShanhaiRecordEditor *self = SHANHAI_RECORD_EDITOR (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->base);
  g_ptr_array_set_size (self->records, 0);

  G_OBJECT_CLASS (shanhai_record_editor_parent_class)->dispose (object);
}

static void
shanhai_record_editor_finalize (GObject *object)
{
  ShanhaiRecordEditor *self = SHANHAI_RECORD_EDITOR (object);

  g_ptr_array_unref (self->records);
  g_array_unref (self->rows);

  G_OBJECT_CLASS (shanhai_record_editor_parent_class)->finalize (object);
}

static void
shanhai_record_editor_class_init (ShanhaiRecordEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = shanhai_record_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_record_editor_finalize;

  /**
   * ShanhaiRecordEditor::saved:
   * @id: of the record
   */
  signals[SAVED] = g_signal_new ("saved", SHANHAI_TYPE_RECORD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SHANHAI_TYPE_MESSAGE_BAR);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/shanhai/Shanhai/shanhai-record-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, errors);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, heading);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, many);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, grid);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, more_grid);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, more);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, citations_box);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, citations_title);
  gtk_widget_class_bind_template_child (widget_class, ShanhaiRecordEditor, labels);
}

static void
shanhai_record_editor_init (ShanhaiRecordEditor *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, FALSE, sizeof (ShanhaiRecordEditorRow));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->more, "notify::expanded", G_CALLBACK (fit), self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static ShanhaiRecordEditor *
new_editor (ShanhaiDrafts     *drafts,
            ShanhaiRecordType  type)
{
  ShanhaiRecordEditor *self = g_object_new (SHANHAI_TYPE_RECORD_EDITOR, NULL);

  self->drafts = g_object_ref (drafts);
  self->type = type;
  return self;
}

static ShanhaiRecord *
new_base (ShanhaiRecordType  type,
          const char        *case_id)
{
  g_autofree char *id = shanhai_record_type_new_id (type);
  ShanhaiRecord *base = shanhai_record_new (type, id);

  if (case_id != NULL && shanhai_record_find_field (base, "case") != NULL)
    g_object_set (base, "case", case_id, NULL);
  return base;
}

/**
 * shanhai_record_editor_new:
 * @case_id: (nullable): the case that the record belongs to
 *
 * Returns: (transfer none): a window for a new record
 */
GtkWidget *
shanhai_record_editor_new (ShanhaiCasebook   *casebook,
                           ShanhaiRecordType  type,
                           const char        *case_id)
{
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  ShanhaiRecordEditor *self = new_editor (drafts, type);

  self->base = new_base (type, case_id);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * shanhai_record_editor_new_from:
 * @drafts: those that @proposed refers to
 * @proposed: a draft with an id; it is copied
 *
 * Returns: (transfer none): a window for a new record that is filled in already
 */
GtkWidget *
shanhai_record_editor_new_from (ShanhaiDrafts *drafts,
                                ShanhaiRecord *proposed)
{
  ShanhaiRecordEditor *self = new_editor (drafts, shanhai_record_get_record_type (proposed));

  self->base = shanhai_record_copy (proposed);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * shanhai_record_editor_new_for:
 * @records: (array length=n_records): of the casebook; at least one
 *
 * Returns: (transfer none): a window that edits them
 */
GtkWidget *
shanhai_record_editor_new_for (ShanhaiCasebook  *casebook,
                               ShanhaiRecord   **records,
                               guint             n_records)
{
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  ShanhaiRecordEditor *self;

  g_return_val_if_fail (n_records > 0, NULL);

  self = new_editor (drafts, shanhai_record_get_record_type (records[0]));
  self->base = shanhai_record_copy (records[0]);
  for (guint i = 0; i < n_records; i++)
    g_ptr_array_add (self->records, g_object_ref (records[i]));
  build (self);
  return GTK_WIDGET (self);
}

/**
 * shanhai_record_editor_new_in:
 * @name: (nullable): what it is called
 * @context: (nullable): the record that it is made for
 *
 * Returns: (transfer none): a window whose record becomes one of the drafts
 */
GtkWidget *
shanhai_record_editor_new_in (ShanhaiDrafts     *drafts,
                              ShanhaiRecordType  type,
                              const char        *name,
                              ShanhaiRecord     *context)
{
  ShanhaiRecordEditor *self = new_editor (drafts, type);
  const char *title = type == SHANHAI_RECORD_PLACE || type == SHANHAI_RECORD_PARTY || type == SHANHAI_RECORD_INDICATOR ? "name" : "title";

  self->in_drafts = true;
  self->base = new_base (type, context != NULL ? shanhai_record_get_case_id (context) : NULL);
  if (name != NULL && *name != '\0' && shanhai_record_find_field (self->base, title) != NULL)
    {
      g_autoptr (ShanhaiName) plain = shanhai_name_new_plain (name);

      g_object_set (self->base, title, plain, NULL);
    }
  build (self);
  return GTK_WIDGET (self);
}

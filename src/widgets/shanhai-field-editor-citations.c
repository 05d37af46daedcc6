/* shanhai-field-editor-citations.c - edits where a record's figures were printed. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card for each citation: the source, the figure as printed, and what the text says about its place. The figure can be typed, or selected in the text. */

#include "shanhai-config.h"

#include <glib/gi18n.h>

#include "shanhai-choice-picker.h"
#include "shanhai-citation-entry.h"
#include "shanhai-field-editor-kinds.h"
#include "shanhai-record-editor.h"
#include "shanhai-source.h"
#include "shanhai-text.h"
#include "shanhai-wording.h"

#define SHANHAI_TYPE_FIELD_EDITOR_CITATIONS (shanhai_field_editor_citations_get_type ())
G_DECLARE_FINAL_TYPE (ShanhaiFieldEditorCitations, shanhai_field_editor_citations, SHANHAI, FIELD_EDITOR_CITATIONS, ShanhaiFieldEditor)

typedef struct
{
  ShanhaiFieldEditorCitations *owner;
  ShanhaiCitations            *citation;  /* one: as it was, and then as it is typed */
  char                        *text;      /* of the source, or NULL */
  GtkWidget                   *card;
  GtkEditable                 *quote;
  GtkLabel                    *place;
  GtkWidget                   *reader;    /* the text, when it was asked for */
  GtkTextBuffer               *buffer;
  bool                         selecting; /* the quote comes from the text right now */
} Item;

struct _ShanhaiFieldEditorCitations
{
  ShanhaiFieldEditor   parent_instance;

  GPtrArray           *items;
  GtkBox              *cards;
  ShanhaiChoicePicker *picker;
};

G_DEFINE_FINAL_TYPE (ShanhaiFieldEditorCitations, shanhai_field_editor_citations, SHANHAI_TYPE_FIELD_EDITOR)

static void
item_free (gpointer data)
{
  Item *item = data;

  shanhai_citations_free (item->citation);
  g_free (item->text);
  g_free (item);
}

static ShanhaiDrafts *
get_drafts (ShanhaiFieldEditorCitations *self)
{
  return shanhai_field_editor_get_drafts (SHANHAI_FIELD_EDITOR (self));
}

/* (transfer full) (nullable): the sentence around the figure, as markup */
static char *
dup_sentence (const Item *item)
{
  gsize start, end, quote_start, quote_end;
  g_autofree char *before = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *after = NULL;

  if (!shanhai_wording_excerpt (item->text, &item->citation->items[0], &start, &end, &quote_start, &quote_end))
    return NULL;

  before = g_markup_escape_text (item->text + start, (gssize) (quote_start - start));
  quote = g_markup_escape_text (item->text + quote_start, (gssize) (quote_end - quote_start));
  after = g_markup_escape_text (item->text + quote_end, (gssize) (end - quote_end));
  return g_strdup_printf ("%s<b>%s</b>%s", before, quote, after);
}

/* the sentence around the figure, or what is missing */
static void
update_place (Item *item)
{
  const ShanhaiCitation *citation = &item->citation->items[0];
  bool typed = citation->quote != NULL && *citation->quote != '\0';
  bool missing = typed && item->text != NULL && citation->start < 0;
  g_autofree char *sentence = typed && item->text != NULL && !missing ? dup_sentence (item) : NULL;

  if (sentence != NULL)
    gtk_label_set_markup (item->place, sentence);
  else if (missing)
    gtk_label_set_text (item->place, _("The text of this source doesn’t say that."));
  else if (typed)
    gtk_label_set_text (item->place, item->text != NULL ? "" : _("The casebook doesn’t hold the text of this source."));
  else
    gtk_label_set_text (item->place, item->text != NULL ? _("Type the figure as it is printed, or select it in the text.")
                                                        : _("Type the figure as it is printed."));
  if (missing)
    gtk_widget_add_css_class (GTK_WIDGET (item->place), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (item->place), "error");
}

static void
quote_changed_cb (GtkEditable *entry,
                  Item        *item)
{
  ShanhaiCitation *citation = &item->citation->items[0];
  gint64 before = citation->start;

  if (item->selecting)
    return;

  g_free (citation->quote);
  citation->quote = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  if (item->text == NULL || !shanhai_citation_entry_locate (citation, item->text, before))
    {
      /* a place in a text that nobody holds can't be told by a new figure */
      g_clear_pointer (&citation->hash, g_free);
      citation->start = citation->length = -1;
      citation->paragraph = 0;
    }
  update_place (item);
  shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (item->owner));
}

static gboolean
scroll_to_card (gpointer data)
{
  GtkWidget *card = data, *viewport = gtk_widget_get_ancestor (card, GTK_TYPE_VIEWPORT);
  GtkWidget *child = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;

  if (child != NULL && gtk_widget_compute_bounds (card, child, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
      double top = bounds.origin.y, height = MIN (bounds.size.height, gtk_adjustment_get_page_size (adjustment));

      gtk_adjustment_clamp_page (adjustment, top, top + height);
    }
  return G_SOURCE_REMOVE;
}

/* The whole card comes into view, after it has got its new size. */
static void
show_card (Item *item)
{
  g_idle_add_full (G_PRIORITY_LOW, scroll_to_card, g_object_ref (item->card), g_object_unref);
}

/* what is selected in the text is the figure */
static void
selection_cb (GtkTextBuffer *buffer,
              GParamSpec    *pspec,
              Item          *item)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;

  item->selecting = true;
  shanhai_citation_entry_set (&item->citation->items[0], item->text, gtk_text_iter_get_offset (&start),
                              gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start));
  gtk_editable_set_text (item->quote, item->citation->items[0].quote);
  item->selecting = false;
  update_place (item);
  shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (item->owner));
}

static void
show_text_cb (GtkToggleButton *button,
              Item            *item)
{
  const ShanhaiCitation *citation = &item->citation->items[0];
  GtkWidget *view;
  GtkTextIter start, end;

  if (item->reader == NULL)
    {
      view = gtk_text_view_new ();
      item->reader = gtk_scrolled_window_new ();
      item->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
      gtk_text_buffer_set_text (item->buffer, item->text, -1);
      gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
      gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
      gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
      gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
      gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
      gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
      gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
      gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the source; select the figure"), -1);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (item->reader), view);
      gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (item->reader), 150);
      gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (item->reader), TRUE);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (item->reader), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_box_append (GTK_BOX (item->card), item->reader);
      if (citation->start >= 0)
        {
          gtk_text_buffer_get_iter_at_offset (item->buffer, &start, (int) citation->start);
          gtk_text_buffer_get_iter_at_offset (item->buffer, &end, (int) (citation->start + citation->length));
          gtk_text_buffer_select_range (item->buffer, &start, &end);
          gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (item->buffer), .1, FALSE, 0, 0);
        }
      else
        {
          gtk_text_buffer_get_start_iter (item->buffer, &start);
          gtk_text_buffer_place_cursor (item->buffer, &start);
        }
      g_signal_connect (item->buffer, "notify::cursor-position", G_CALLBACK (selection_cb), item);
    }
  gtk_widget_set_visible (item->reader, gtk_toggle_button_get_active (button));
  if (gtk_toggle_button_get_active (button))
    {
      gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (item->reader)));
      show_card (item);
    }
}

static void
remove_cb (GtkButton *button,
           Item      *item)
{
  ShanhaiFieldEditorCitations *self = item->owner;

  gtk_widget_grab_focus (GTK_WIDGET (self->picker));
  gtk_box_remove (self->cards, item->card);
  g_ptr_array_remove (self->items, item);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), self->items->len > 0);
  shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
}

static GtkWidget *
new_heading (Item                 *item,
             const ShanhaiWording *wording)
{
  ShanhaiRecord *source = shanhai_drafts_lookup (get_drafts (item->owner), item->citation->items[0].source);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *title, *detail, *button;
  g_autofree char *name = shanhai_drafts_dup_label (get_drafts (item->owner), item->citation->items[0].source, wording->language);
  g_autofree char *published = source != NULL && SHANHAI_IS_SOURCE (source) ? shanhai_wording_source (wording, SHANHAI_SOURCE (source)) : g_strdup ("");
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  title = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  detail = gtk_label_new (published);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "secondary");
  gtk_widget_add_css_class (detail, "small");
  gtk_widget_set_visible (detail, *published != '\0');
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), detail);

  button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Remove this citation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this citation"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), item);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static Item *
add_item (ShanhaiFieldEditorCitations *self,
          const ShanhaiCitation       *citation)
{
  ShanhaiWording wording = shanhai_wording_now (shanhai_drafts_get_casebook (get_drafts (self)));
  Item *item = g_new0 (Item, 1);
  ShanhaiRecord *source = shanhai_drafts_lookup (get_drafts (self), citation->source);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  item->owner = self;
  item->citation = shanhai_citations_new (1);
  item->citation->items[0] = shanhai_citation_dup (citation);
  if (source != NULL && SHANHAI_IS_SOURCE (source) && shanhai_source_get_text (SHANHAI_SOURCE (source)) != NULL)
    item->text = shanhai_text_normalise_lines (shanhai_source_get_text (SHANHAI_SOURCE (source)));

  item->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (item->card, "card");
  gtk_widget_add_css_class (item->card, "citation-edit");
  gtk_box_append (GTK_BOX (item->card), new_heading (item, &wording));

  item->quote = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_text (item->quote, citation->quote != NULL ? citation->quote : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (item->quote), _("As printed: 近4.7亿元"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->quote), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figure as printed"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (item->quote), TRUE);
  g_signal_connect (item->quote, "changed", G_CALLBACK (quote_changed_cb), item);
  g_signal_connect_object (item->quote, "activate", G_CALLBACK (shanhai_field_editor_activate), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (item->quote));
  if (item->text != NULL)
    {
      GtkWidget *show = gtk_toggle_button_new_with_label (_("Select in Text"));

      g_signal_connect (show, "toggled", G_CALLBACK (show_text_cb), item);
      gtk_box_append (GTK_BOX (line), show);
    }
  gtk_box_append (GTK_BOX (item->card), line);

  item->place = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (item->place, 0);
  gtk_label_set_wrap (item->place, TRUE);
  gtk_label_set_wrap_mode (item->place, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (item->place, 50);
  gtk_label_set_lines (item->place, 3);
  gtk_label_set_ellipsize (item->place, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (item->place), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (item->place), "small");
  gtk_box_append (GTK_BOX (item->card), GTK_WIDGET (item->place));
  update_place (item);

  g_ptr_array_add (self->items, item);
  gtk_box_append (self->cards, item->card);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), TRUE);
  return item;
}

static void
add_source (ShanhaiFieldEditorCitations *self,
            const char                  *id)
{
  ShanhaiCitation citation = { .source = (char *) id, .start = -1, .length = -1 };
  Item *item = add_item (self, &citation);

  shanhai_field_editor_changed (SHANHAI_FIELD_EDITOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (item->quote));
  show_card (item);
}

static void
made_cb (ShanhaiFieldEditorCitations *self,
         const char                  *id)
{
  add_source (self, id);
}

static void
form_closed_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, false);
}

static void
picked_cb (ShanhaiFieldEditorCitations *self,
           ShanhaiChoice               *choice)
{
  if (shanhai_choice_get_kind (choice) == SHANHAI_CHOICE_THERE)
    add_source (self, shanhai_choice_get_id (choice));
  else if (shanhai_choice_get_kind (choice) == SHANHAI_CHOICE_NEW)
    {
      GtkWidget *form = shanhai_record_editor_new_in (get_drafts (self), SHANHAI_RECORD_SOURCE, shanhai_choice_picker_get_query (self->picker), NULL);

      shanhai_field_editor_set_busy (SHANHAI_FIELD_EDITOR (self), true);
      gtk_window_set_transient_for (GTK_WINDOW (form), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
      g_signal_connect_object (form, "saved", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (form, "unmap", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (form));
    }
}

static void
shanhai_field_editor_citations_show (ShanhaiFieldEditor *editor,
                                     ShanhaiRecord      *record)
{
  ShanhaiFieldEditorCitations *self = SHANHAI_FIELD_EDITOR_CITATIONS (editor);
  const ShanhaiCitations *citations = shanhai_record_get_citations (record);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
  g_ptr_array_set_size (self->items, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), FALSE);
  for (guint i = 0; i < (citations != NULL ? citations->n : 0); i++)
    add_item (self, &citations->items[i]);
  shanhai_choice_picker_set_choices (self->picker, shanhai_choices_new_records (get_drafts (self), SHANHAI_RECORD_MASK (SHANHAI_RECORD_SOURCE), record),
                                     shanhai_drafts_get_casebook (get_drafts (self)));
}

static bool
shanhai_field_editor_citations_store (ShanhaiFieldEditor  *editor,
                                      ShanhaiRecord       *draft,
                                      GError             **error)
{
  ShanhaiFieldEditorCitations *self = SHANHAI_FIELD_EDITOR_CITATIONS (editor);
  g_autoptr (ShanhaiCitations) citations = shanhai_citations_new (self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    {
      citations->items[i] = shanhai_citation_dup (&((Item *) self->items->pdata[i])->citation->items[0]);
      if (citations->items[i].quote != NULL && *citations->items[i].quote == '\0')
        g_clear_pointer (&citations->items[i].quote, g_free);
    }
  g_object_set (draft, "citations", citations->n > 0 ? citations : NULL, NULL);
  return true;
}

static void
shanhai_field_editor_citations_focus (ShanhaiFieldEditor *editor)
{
  ShanhaiFieldEditorCitations *self = SHANHAI_FIELD_EDITOR_CITATIONS (editor);

  if (self->items->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (((Item *) self->items->pdata[0])->quote));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->picker));
}

static void
shanhai_field_editor_citations_type (ShanhaiFieldEditor *editor,
                                     const char         *text)
{
  shanhai_choice_picker_open (SHANHAI_FIELD_EDITOR_CITATIONS (editor)->picker, text);
}

static void
opened_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, true);
}

static void
closed_cb (ShanhaiFieldEditor *editor)
{
  shanhai_field_editor_set_busy (editor, false);
}

static void
shanhai_field_editor_citations_constructed (GObject *object)
{
  ShanhaiFieldEditorCitations *self = SHANHAI_FIELD_EDITOR_CITATIONS (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  G_OBJECT_CLASS (shanhai_field_editor_citations_parent_class)->constructed (object);

  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  self->picker = SHANHAI_CHOICE_PICKER (shanhai_choice_picker_new ());
  shanhai_choice_picker_set_prompt (self->picker, _("Add a source…"));
  shanhai_choice_picker_set_name (self->picker, _("Add a source"));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picker));
  shanhai_field_editor_set_child (SHANHAI_FIELD_EDITOR (self), box, GTK_WIDGET (self->picker));
}

/* the cards know their items by address, so they go first */
static void
shanhai_field_editor_citations_dispose (GObject *object)
{
  ShanhaiFieldEditorCitations *self = SHANHAI_FIELD_EDITOR_CITATIONS (object);

  G_OBJECT_CLASS (shanhai_field_editor_citations_parent_class)->dispose (object);

  g_ptr_array_set_size (self->items, 0);
}

static void
shanhai_field_editor_citations_finalize (GObject *object)
{
  g_ptr_array_unref (SHANHAI_FIELD_EDITOR_CITATIONS (object)->items);

  G_OBJECT_CLASS (shanhai_field_editor_citations_parent_class)->finalize (object);
}

static void
shanhai_field_editor_citations_class_init (ShanhaiFieldEditorCitationsClass *klass)
{
  ShanhaiFieldEditorClass *editor_class = SHANHAI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = shanhai_field_editor_citations_constructed;
  G_OBJECT_CLASS (klass)->dispose = shanhai_field_editor_citations_dispose;
  G_OBJECT_CLASS (klass)->finalize = shanhai_field_editor_citations_finalize;
  editor_class->show = shanhai_field_editor_citations_show;
  editor_class->store = shanhai_field_editor_citations_store;
  editor_class->focus = shanhai_field_editor_citations_focus;
  editor_class->type = shanhai_field_editor_citations_type;
}

static void
shanhai_field_editor_citations_init (ShanhaiFieldEditorCitations *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
}

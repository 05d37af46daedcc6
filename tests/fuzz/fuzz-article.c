/* fuzz-article.c - fuzz target: any bytes as a file that somebody opens as an article. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is valid and without NUL; blemishes are in order and inside the text; cleaning away none of them changes nothing. Each figure becomes a record whose
 * citation says what stands at its place. */

#include <stdint.h>
#include <string.h>

#include "shanhai-article.h"
#include "shanhai-blemish.h"
#include "shanhai-proposer.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_proposals (const char *text)
{
  g_autoptr (ShanhaiCasebook) casebook = shanhai_casebook_new ();
  g_autoptr (ShanhaiDrafts) drafts = shanhai_drafts_new (casebook);
  g_autoptr (ShanhaiRecord) source = shanhai_record_new (SHANHAI_RECORD_SOURCE, "source-aaaaaaaaaa");
  g_autoptr (ShanhaiReading) reading = shanhai_reading_new (text, -1, NULL);
  g_autoptr (ShanhaiProposer) proposer = shanhai_proposer_new (drafts, SHANHAI_SOURCE (source), text, reading);
  g_autoptr (ShanhaiRecord) the_case = shanhai_proposer_propose_case (proposer, NULL);

  for (guint i = 0; i < shanhai_reading_get_n (reading); i++)
    {
      g_autoptr (ShanhaiRecord) record = shanhai_proposer_propose (proposer, i);
      const ShanhaiCitation *citation = &shanhai_record_get_citations (record)->items[0];

      g_assert_true (g_str_has_prefix (g_utf8_offset_to_pointer (text, citation->start), citation->quote));
      g_assert_null (shanhai_proposer_find_recorded (proposer, record));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char * const names[] = { "a.txt", "a.html", "a.md", NULL };
  const char *name = names[size > 0 ? data[0] % 4 : 3];
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ShanhaiArticle) article = shanhai_article_new_from_bytes (bytes, name, &error);
  g_autoptr (GArray) blemishes = NULL;
  g_autofree char *same = NULL, *clean = NULL;
  gsize end = 0;

  g_assert_true ((article == NULL) == (error != NULL));
  if (article == NULL)
    return 0;

  g_assert_true (g_utf8_validate (article->text, -1, NULL));
  blemishes = shanhai_blemishes_find (article->text);
  for (guint i = 0; i < blemishes->len; i++)
    {
      const ShanhaiBlemish *blemish = &g_array_index (blemishes, ShanhaiBlemish, i);

      g_assert_cmpuint (blemish->start_byte, >=, end);
      end = blemish->start_byte + blemish->length_bytes;
      g_assert_cmpuint (end, <=, strlen (article->text));
      g_assert_cmpint (g_utf8_strlen (article->text, (gssize) blemish->start_byte), ==, blemish->start);
      g_assert_cmpuint (blemish->length, >, 0);
    }
  same = shanhai_blemishes_clean (article->text, blemishes, 0);
  g_assert_cmpstr (same, ==, article->text);
  clean = shanhai_blemishes_clean (article->text, blemishes, ~0u);
  g_assert_true (g_utf8_validate (clean, -1, NULL));
  check_proposals (article->text);
  return 0;
}

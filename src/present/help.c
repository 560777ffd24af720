/* SPDX-License-Identifier: MIT */
/*
 * The help is a deck, written from the table that binds the keys.
 */
#include "present/help.h"

#include "present/keymap.h"

/* Any text as deck source that shows exactly that text. */
static void put_literal(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char byte = text.ptr[i];
		if (byte > ' ' && byte < 0x7f && !str_is_word_byte(byte))
			buf_put_byte(out, '\\');
		buf_put_byte(out, byte);
	}
}

static void put_row(struct buf *out, const char *name, struct str text)
{
	if (text.len == 0)
		return;
	buf_printf(out, "| %s | ", name);
	put_literal(out, text);
	buf_put_text(out, " |\n");
}

static void put_keys(struct buf *out)
{
	buf_put_text(out, "| Keys | |\n|---|---|\n");
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		buf_put_text(out, "| ");
		put_literal(out, str_of(keymap_keys((enum action)i)));
		buf_printf(out, " | %s |\n", keymap_help((enum action)i));
	}
}

/* "line 7", "line 7 of chapters/one.md" */
static void put_line(struct buf *out, const struct deck *deck, int line)
{
	struct origin origin = deck_origin(deck, line);

	buf_printf(out, "line %d", origin.line);
	if (!origin.path)
		return;
	buf_put_text(out, " of ");
	put_literal(out, str_of(origin.path));
}

/* Whether a remark is among others, too. */
static bool is_among(const struct remark *remark, const struct remarks *remarks)
{
	for (const struct remark *other = remarks->first; other;
	     other = other->next) {
		if (remark_eq(other, remark))
			return true;
	}
	return false;
}

/* All remarks but for those that are said elsewhere. */
static void put_remarks(struct buf *out, const struct deck *deck,
			const struct remarks *remarks,
			const struct remarks *elsewhere)
{
	struct buf text = { 0 };

	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next) {
		if (is_among(remark, elsewhere))
			continue;
		buf_put_text(out, "| ");
		put_line(out, deck, remark->line);
		buf_put_text(out, " | ");
		buf_clear(&text);
		remark_put(remark, &text);
		put_literal(out, buf_str(&text));
		buf_put_text(out, " |\n");
	}
	buf_release(&text);
}

void help_write(struct buf *out, const struct deck *deck,
		const struct slide *slide, const struct remarks *found)
{
	const struct remarks none = { 0 };

	found = found ? found : &slide->remarks;
	buf_put_text(out, "%title: deckle\n\n");
	put_keys(out);
	buf_put_text(out, "\n| Deck | |\n|---|---|\n");
	put_row(out, "title", deck->title);
	put_row(out, "author", deck->author);
	put_row(out, "date", deck->date);
	buf_printf(out, "| source | slide %d begins at ", slide->number);
	put_line(out, deck, slide->line);
	buf_put_text(out, " |\n");
	put_remarks(out, deck, &deck->remarks, found);
	put_remarks(out, deck, found, &none);
}

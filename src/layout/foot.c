/* SPDX-License-Identifier: MIT */
/*
 * Footnotes and the targets of links: a mark, and what hangs on it.
 */
#include "layout/foot.h"

#include "base/glyph.h"

/* A mark and a blank, as a text of its own. */
static struct str with_blank(struct arena *arena, struct str mark)
{
	struct buf text = { 0 };

	buf_put(&text, mark);
	buf_put_byte(&text, ' ');
	struct str copy = arena_str(arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

static void add_rows(struct rows *rows, struct arena *arena,
		     const struct span *span, struct wrap_room room,
		     struct spot spot)
{
	struct wrapped *wrapped;
	int count = wrap_span(arena, span, room, &wrapped);

	for (int i = 0; i < count; i++)
		row_put_wrapped(rows_add(rows, arena), arena, spot, span,
				&wrapped[i]);
}

static void add_footnote(struct rows *rows, struct arena *arena,
			 const struct slide *slide,
			 const struct footnote *footnote, int cols)
{
	struct span mark = span_of_str(arena, with_blank(arena, footnote->mark),
				       ROLE_FOOTNOTE);
	struct span text =
		span_of_text(arena, slide, &footnote->text, ROLE_FOOTNOTE);
	struct span span = span_join(arena, &mark, &text);
	struct wrap_room room = { .cols = cols, .hang = mark.cols };

	add_rows(rows, arena, &span, room,
		 (struct spot){ .when.step = footnote->step,
				.line = footnote->line });
}

static void add_target(struct rows *rows, struct arena *arena,
		       const struct link *link, int cols)
{
	struct buf text = { 0 };

	buf_printf(&text, "[%d] ", link->number);
	struct wrap_room room = { .cols = cols,
				  .hang = (int)text.len,
				  .verbatim = true };
	buf_put(&text, link->target);
	struct span span = span_of_str(arena, arena_str(arena, buf_str(&text)),
				       ROLE_TARGET);
	add_rows(rows, arena, &span, room,
		 (struct spot){ .when.step = link->step, .line = link->line });
	buf_release(&text);
}

struct rows foot_layout(struct arena *arena, const struct slide *slide,
			int cols)
{
	struct rows rows = { 0 };

	for (int i = 0; i < slide->footnote_count; i++)
		add_footnote(&rows, arena, slide, &slide->footnotes[i], cols);
	for (int i = 0; i < slide->link_count; i++) {
		if (slide->links[i].number >= 0)
			add_target(&rows, arena, &slide->links[i], cols);
	}
	return rows;
}

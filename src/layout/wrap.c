/* SPDX-License-Identifier: MIT */
/*
 * Greedy wrapping over glyphs. A row is scanned once; when it overflows, the
 * next one begins at the last place where a break was possible.
 */
#include "layout/wrap.h"

#include <stdio.h>

#include "base/glyph.h"

static void span_put_glyph(struct span *span, const struct glyph *glyph,
			   struct style style)
{
	span->cells[span->count++] =
		(struct cell){ .glyph = glyph->text,
			       .style = style,
			       .width = (signed char)glyph->width };
	span->cols += glyph->width;
}

static void span_put(struct span *span, struct str text, struct style style)
{
	struct glyph glyph;

	while (glyph_next(&text, &glyph))
		span_put_glyph(span, &glyph, style);
}

static struct style style_of_run(const struct inline_run *run, enum role role)
{
	unsigned emphasis = run->emphasis & ~(unsigned)EMPHASIS_HIGHLIGHT;

	if (run->link >= 0)
		role = ROLE_LINK;
	else if (run->kind == INLINE_CODE)
		role = ROLE_CODE_INLINE;
	else if (run->emphasis & EMPHASIS_HIGHLIGHT)
		role = ROLE_HIGHLIGHT;
	return (struct style){ .role = (unsigned char)role,
			       .emphasis = (unsigned char)emphasis,
			       .tint = run->tint };
}

#define NUMBER_BYTES_MAX 16 /* " [2147483647]" and its end */

/* What a run shows; a link's number is written to `number`. */
static struct str shown_text(const struct slide *slide,
			     const struct inline_run *run,
			     char number[NUMBER_BYTES_MAX])
{
	if (run->kind != INLINE_NUMBER)
		return run->text;
	snprintf(number, NUMBER_BYTES_MAX, " [%d]",
		 slide->links[run->link].number);
	return str_of(number);
}

struct span span_of_text(struct arena *arena, const struct slide *slide,
			 const struct text *text, enum role role)
{
	struct span span = { 0 };
	const struct inline_run *run;
	char number[NUMBER_BYTES_MAX];
	size_t bytes = 0;

	for (run = text->first; run; run = run->next)
		bytes += run->kind == INLINE_BREAK
				 ? 1
				 : shown_text(slide, run, number).len;
	span.cells = arena_array(arena, struct cell, bytes);
	for (run = text->first; run; run = run->next) {
		struct str shown = shown_text(slide, run, number);
		if (run->kind == INLINE_BREAK)
			span.cells[span.count++] = (struct cell){ .width = 0 };
		if (shown.ptr == number)
			shown = arena_str(arena, shown);
		span_put(&span, shown, style_of_run(run, role));
	}
	return span;
}

int text_cols(const struct slide *slide, const struct text *text)
{
	char number[NUMBER_BYTES_MAX];
	int cols = 0, widest = 0;

	for (const struct inline_run *run = text->first; run; run = run->next) {
		if (run->kind == INLINE_BREAK)
			cols = 0;
		cols += str_width(shown_text(slide, run, number));
		widest = cols > widest ? cols : widest;
	}
	return widest;
}

/* The bytes of the longest word of a text, with those in front of it. */
static size_t longest_word(struct str text, size_t *word)
{
	size_t longest = 0;
	const char *blank;

	while ((blank = str_find(text, ' '))) {
		size_t end = *word + (size_t)(blank - text.ptr);
		longest = end > longest ? end : longest;
		text = str_from(text, (size_t)(blank - text.ptr) + 1);
		*word = 0;
	}
	*word += text.len;
	return *word > longest ? *word : longest;
}

bool text_has_word(const struct text *text, int bytes)
{
	size_t word = 0;

	for (const struct inline_run *run = text->first; run; run = run->next) {
		/* What is shown of a number begins with a blank. */
		if (run->kind == INLINE_NUMBER)
			word = NUMBER_BYTES_MAX;
		if (run->kind == INLINE_BREAK)
			word = 0;
		if (longest_word(run->text, &word) >= (size_t)bytes)
			return true;
	}
	return false;
}

struct span span_of_str(struct arena *arena, struct str text, enum role role)
{
	struct span span = { .cells = arena_array(arena, struct cell,
						  text.len) };

	span_put(&span, text, (struct style){ .role = (unsigned char)role });
	return span;
}

struct span span_of_styles(struct arena *arena, struct str text,
			   const struct style *styles)
{
	struct span span = { .cells = arena_array(arena, struct cell,
						  text.len) };
	struct str rest = text;
	struct glyph glyph;
	const char *at = rest.ptr;

	for (; glyph_next(&rest, &glyph); at = rest.ptr)
		span_put_glyph(&span, &glyph, styles[at - text.ptr]);
	return span;
}

struct span span_join(struct arena *arena, const struct span *first,
		      const struct span *second)
{
	int count = first->count + second->count;
	struct span span = { .cells = arena_array(arena, struct cell,
						  (size_t)count),
			     .cols = first->cols + second->cols };

	for (int i = 0; i < count; i++)
		span.cells[span.count++] =
			i < first->count ? first->cells[i]
					 : second->cells[i - first->count];
	return span;
}

static bool is_space(const struct cell *cell)
{
	return cell->glyph.len == 1 && cell->glyph.ptr[0] == ' ';
}

/* Wide text may be broken between any two characters, but for brackets. */
static bool may_break_between(const struct cell *before,
			      const struct cell *after)
{
	if (before->width != 2 && after->width != 2)
		return false;
	return glyph_break(before->glyph) != BREAK_OPEN &&
	       glyph_break(after->glyph) != BREAK_CLOSE;
}

struct wrapper {
	const struct span *span;
	struct wrap_room room;
};

/* Where a row that begins at `first` ends, and where the next one begins. */
struct cut {
	int end, next;
	bool in_word;
	bool wanted; /* the span says so */
};

static struct cut find_cut(const struct wrapper *wrapper, int first, int room)
{
	const struct cell *cells = wrapper->span->cells;
	int count = wrapper->span->count, used = 0, i;
	struct cut cut = { .end = -1 };
	bool has_text = false;

	for (i = first; i < count; i++) {
		bool space = is_space(&cells[i]) && !wrapper->room.verbatim;
		if (cells[i].width == 0)
			return (struct cut){ i, i + 1, .wanted = true };
		if (has_text && !wrapper->room.verbatim &&
		    (space ? !is_space(&cells[i - 1])
			   : may_break_between(&cells[i - 1], &cells[i])))
			cut.end = i;
		if (used + cells[i].width > room && !space)
			break;
		used += cells[i].width;
		has_text = has_text || !space;
	}
	if (i == count)
		return (struct cut){ .end = count, .next = count };
	if (cut.end < 0)
		cut = (struct cut){ .end = i > first ? i : first + 1,
				    .in_word = true };
	cut.next = cut.end;
	while (cut.next < count && is_space(&cells[cut.next]) &&
	       !wrapper->room.verbatim)
		cut.next++;
	cut.in_word = cut.in_word && cut.next == cut.end;
	return cut;
}

static int cols_of(const struct span *span, int first, int count)
{
	int cols = 0;

	for (int i = first; i < first + count; i++)
		cols += span->cells[i].width;
	return cols;
}

/* Blanks at the end of a row are not seen; they must not make it wider. */
static int without_trailing_blanks(const struct wrapper *wrapper, int first,
				   int end)
{
	while (!wrapper->room.verbatim && end > first &&
	       is_space(&wrapper->span->cells[end - 1]))
		end--;
	return end;
}

/* A row of nothing but the blanks of a line that goes on below it. */
static bool is_all_blank(const struct span *span, const struct wrapped *row)
{
	for (int i = row->first; i < row->first + row->count; i++) {
		if (!is_space(&span->cells[i]))
			return false;
	}
	return true;
}

static void add_row(struct arena *arena, struct wrapped **rows, int count,
		    struct wrapped row)
{
	size_t size = sizeof(row);

	/*
	 * As arena_extend, but from one row on, since few texts have more: the
	 * room is used up whenever the count is a power of two.
	 */
	if ((count & (count - 1)) == 0)
		*rows = arena_grow(arena, *rows, (size_t)count * size,
				   (size_t)(count ? count * 2 : 1) * size);
	(*rows)[count] = row;
}

/* Fill in the row that begins at cell `first`; *cut says how it ends. */
static struct wrapped take_row(const struct wrapper *wrapper, int first,
			       struct wrapped row, struct cut *cut)
{
	const struct span *span = wrapper->span;
	int room = wrapper->room.cols - row.indent -
		   (row.broken ? WRAP_MARK_COLS : 0);

	*cut = find_cut(wrapper, first, room);
	int end = cut->end;
	if (span->cols > wrapper->room.cols || cut->wanted)
		end = without_trailing_blanks(wrapper, first, end);
	row.first = first;
	row.count = end - first;
	row.cols = cols_of(span, first, row.count);
	return row;
}

int wrap_span(struct arena *arena, const struct span *span,
	      struct wrap_room room, struct wrapped **rows)
{
	struct wrapper wrapper = { .span = span, .room = room };
	int hang = room.hang < room.cols / 2 ? room.hang : room.cols / 2;
	struct cut cut = { 0 };
	int count = 0;

	*rows = NULL;
	do {
		int indent = count > 0 ? hang : 0;
		struct wrapped row = { .indent = indent,
				       .broken = cut.in_word &&
						 room.cols - indent >=
							 WRAP_MARK_ROOM };
		row = take_row(&wrapper, cut.next, row, &cut);
		if (cut.next < span->count && !cut.wanted &&
		    is_all_blank(span, &row))
			cut.in_word = cut.in_word && count > 0;
		else
			add_row(arena, rows, count++, row);
	} while (cut.next < span->count);
	return count;
}

int span_widest_word(const struct span *span)
{
	const struct cell *cells = span->cells;
	int widest = 0, cols = 0;

	for (int i = 0; i < span->count; i++) {
		if (i > 0 && may_break_between(&cells[i - 1], &cells[i]))
			cols = 0;
		bool ends = is_space(&cells[i]) || cells[i].width == 0;
		cols = ends ? 0 : cols + cells[i].width;
		if (cols > widest)
			widest = cols;
	}
	return widest;
}

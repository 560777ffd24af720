/* SPDX-License-Identifier: MIT */
/*
 * From blocks of code to what a command reads, and from its colours to those
 * of lines.
 */
#include "present/recolour.h"

#include "code/language.h"
#include "layout/colour.h"

struct recolourer {
	struct colourist *colourist;
	struct slide *slide;
	struct arena *arena;
	size_t at, run; /* byte of the code, run of its colours, that is next */
};

static int tint_of(int colour)
{
	if (colour == ANSI_OWN)
		return 0;
	if (colour < TERMINAL_COLOURS)
		return TINT_INDEX | colour;
	return TINT_SET |
	       (colour & ANSI_RGB ? colour & ~ANSI_RGB : colour_rgb(colour));
}

static unsigned emphasis_of(unsigned attributes)
{
	return (attributes & ANSI_BOLD ? EMPHASIS_STRONG : 0u) |
	       (attributes & ANSI_ITALIC ? EMPHASIS_ITALIC : 0u) |
	       (attributes & ANSI_UNDERLINE ? EMPHASIS_UNDERLINE : 0u);
}

/* The next look of a line that ends at byte `end` of the code. */
static struct code_look next_look(struct recolourer *recolourer,
				  const struct ansi *ansi, size_t end)
{
	const struct ansi_run *run;
	struct code_look look = { .end = end };

	while (recolourer->run < ansi->count &&
	       ansi->runs[recolourer->run].end <= recolourer->at)
		recolourer->run++;
	if (recolourer->run == ansi->count)
		return look;
	run = &ansi->runs[recolourer->run];
	if (run->begin >= end)
		return look;
	if (run->begin > recolourer->at) {
		look.end = run->begin;
		return look;
	}
	look.end = run->end < end ? run->end : end;
	look.emphasis = emphasis_of(run->look.attributes);
	look.tint = (struct tint){ tint_of(run->look.text),
				   tint_of(run->look.ground) };
	return look;
}

static void recolour_line(struct recolourer *recolourer, struct code_line *line,
			  const struct ansi *ansi)
{
	size_t begin = recolourer->at, end = begin + line->text.len;
	struct code_look *looks = NULL;
	size_t count = 0;

	while (recolourer->at < end) {
		struct code_look look = next_look(recolourer, ansi, end);
		recolourer->at = look.end;
		look.end -= begin;
		looks = arena_extend(recolourer->arena, looks, count,
				     sizeof(*looks));
		looks[count++] = look;
	}
	line->looks = looks;
	recolourer->at = end + 1; /* the line's end has no looks */
}

static void recolour_code(struct recolourer *recolourer, struct block *block)
{
	struct buf code = { 0 };
	struct code_line *line;

	for (line = block->code.first; line; line = line->next) {
		buf_put(&code, line->text);
		buf_put_byte(&code, '\n');
	}
	struct listing listing = { recolourer->slide->number,
				   language_name(block->code.info),
				   buf_str(&code) };
	const struct ansi *ansi =
		colourist_want(recolourer->colourist, &listing);
	recolourer->at = recolourer->run = 0;
	for (line = block->code.first; line && ansi; line = line->next)
		recolour_line(recolourer, line, ansi);
	buf_release(&code);
}

/* Depth is bounded by the deck. */
static void recolour_all(struct recolourer *recolourer, struct block *block)
{
	if (block->kind == BLOCK_CODE)
		recolour_code(recolourer, block);
	for (struct block *child = block->first; child; child = child->next)
		recolour_all(recolourer, child);
}

void recolour_slide(struct colourist *colourist, struct slide *slide,
		    struct arena *arena)
{
	struct recolourer recolourer = { .colourist = colourist,
					 .slide = slide,
					 .arena = arena };

	if (colourist)
		recolour_all(&recolourer, &slide->body);
}

/* SPDX-License-Identifier: MIT */
/*
 * What of a row is put into ncurses' window, and how to tell whether that
 * stands there already.
 */
#include "backend/strip.h"

/* FNV's begin, and 2^64 by the golden ratio: odd, so it can be undone. */
#define SUM_BEGIN 0xcbf29ce484222325ULL
#define SUM_PRIME 0x9e3779b97f4a7c15ULL

bool cell_is_space(const struct cell *cell)
{
	return cell->glyph.len == 1 && cell->glyph.ptr[0] == ' ';
}

static bool is_blank(const struct cell *cell)
{
	return cell->style.role == ROLE_BLANK && cell_is_space(cell);
}

/* Pixels are none: each has its own colour. */
static bool is_panel(const struct cell *cell)
{
	return cell->style.role != ROLE_IMAGE && cell_is_space(cell);
}

struct strip strip_of_row(const struct cell *cells, int cols)
{
	struct strip strip = { .to = cols };

	while (strip.to > 0 && is_blank(&cells[strip.to - 1]))
		strip.to--;
	while (strip.from < strip.to && is_blank(&cells[strip.from]))
		strip.from++;
	strip.fill = strip.to;
	while (strip.fill > strip.from && is_panel(&cells[strip.fill - 1]) &&
	       style_is_same(cells[strip.fill - 1].style,
			     cells[strip.to - 1].style))
		strip.fill--;
	return strip;
}

/*
 * Every step can be undone, so rows that differ in one place never have the
 * same sum; the shift lets high bits count for those below.
 */
static unsigned long long mix(unsigned long long sum, unsigned long long more)
{
	sum = (sum ^ more) * SUM_PRIME;
	return sum ^ sum >> 32;
}

/* The low half of attr repeats the pair. */
static unsigned long long add_cell(unsigned long long sum, const cchar_t *cell)
{
	sum = mix(sum, cell->attr >> 16 |
			       (unsigned long long)cell->chars[0] << 16 |
			       (unsigned long long)cell->ext_color << 40);
	for (int k = 1; k < CODES_MAX && cell->chars[k]; k++)
		sum = mix(sum, (unsigned long long)cell->chars[k]);
	return sum;
}

unsigned long long strip_sum(const struct strip *strip, const cchar_t *cells)
{
	unsigned long long sum = mix(SUM_BEGIN, (unsigned)strip->from);

	sum = mix(sum, (unsigned)(strip->to - strip->fill));
	for (int i = 0; i <= strip->count; i++)
		sum = add_cell(sum, &cells[i]);
	return sum;
}

void strip_send(const struct strip *strip, int row, const cchar_t *cells)
{
	move(row, 0);
	clrtoeol();
	mvadd_wchnstr(row, strip->from, cells, strip->count);
	mvhline_set(row, strip->fill, &cells[strip->count],
		    strip->to - strip->fill);
}

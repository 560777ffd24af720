/* SPDX-License-Identifier: MIT */
/*
 * From a title to rows of half blocks: letters into lines that fit, then two
 * rows of dots into each row of cells.
 */
#include "layout/big.h"

#include "base/glyph.h"
#include "layout/face.h"

#define LETTER_GAP 1 /* columns between two letters */
#define WORD_GAP   4 /* columns between two words */

/* A letter of the title, or a blank, or the end of a line. */
struct piece {
	struct face_letter letter;
	struct tint tint;
	bool is_blank, is_end;
};

/* Pieces [first, end) of the title, without blanks at its ends. */
struct line {
	int first, end, cols;
};

struct setter {
	struct arena *arena;
	struct piece *pieces;
	int count;
	int cols; /* that there are */
	struct big *big;
};

/* False when there is no letter for it. */
static bool take_piece(const struct cell *cell, struct piece *piece)
{
	size_t bytes;

	*piece = (struct piece){ .tint = cell->style.tint };
	piece->is_end = cell->width == 0;
	if (piece->is_end)
		return true;
	unsigned code = str_decode(cell->glyph, &bytes);
	piece->is_blank = code == ' ';
	return bytes == cell->glyph.len &&
	       (piece->is_blank || face_find(code, &piece->letter));
}

static bool take_pieces(struct setter *setter, const struct span *title)
{
	setter->pieces =
		arena_array(setter->arena, struct piece, (size_t)title->count);
	for (int i = 0; i < title->count; i++) {
		if (!take_piece(&title->cells[i], &setter->pieces[i]))
			return false;
	}
	setter->count = title->count;
	return true;
}

static bool is_letter(const struct piece *piece)
{
	return !piece->is_blank && !piece->is_end;
}

/* The end of the word that begins at a piece, and its columns. */
static struct line take_word(const struct setter *setter, int first)
{
	struct line word = { .first = first, .end = first };

	while (word.end < setter->count &&
	       is_letter(&setter->pieces[word.end])) {
		word.cols += word.end > first ? LETTER_GAP : 0;
		word.cols += setter->pieces[word.end++].letter.cols;
	}
	return word;
}

/*
 * Take the words that fit side by side, from piece *at on. False when there is
 * none left, or when the next one is too wide to stand anywhere.
 */
static bool take_line(const struct setter *setter, int *at, struct line *line)
{
	*line = (struct line){ 0 };
	while (*at < setter->count) {
		const struct piece *piece = &setter->pieces[*at];
		if (!is_letter(piece)) {
			++*at;
			if (piece->is_end && line->cols > 0)
				return true;
			continue;
		}
		struct line word = take_word(setter, *at);
		int cols = line->cols + (line->cols > 0 ? WORD_GAP : 0);
		if (cols + word.cols > setter->cols)
			break;
		if (line->cols == 0)
			line->first = word.first;
		line->cols = cols + word.cols;
		line->end = *at = word.end;
	}
	return line->cols > 0;
}

/* The dots that any letter of the line has in a row. */
static unsigned dots_in(const struct setter *setter, const struct line *line,
			int row)
{
	unsigned dots = 0;

	for (int i = line->first; i < line->end; i++)
		dots |= setter->pieces[i].letter.rows[row];
	return dots;
}

static void put_cell(struct span *row, struct str glyph, struct tint tint)
{
	row->cells[row->count++] =
		(struct cell){ .glyph = glyph,
			       .style = { .role = ROLE_BIG, .tint = tint },
			       .width = 1 };
	row->cols++;
}

static void put_gap(struct span *row, int cols)
{
	static const struct str blank = STR(" ");

	while (cols-- > 0)
		put_cell(row, blank, (struct tint){ 0 });
}

/* Two rows of a letter's dots: the upper and the lower halves of cells. */
static void put_letter(struct span *row, const struct piece *piece, int dots)
{
	static const struct str halves[] = { STR(" "), STR("▀"), STR("▄"),
					     STR("█") };
	const unsigned *rows = &piece->letter.rows[dots];

	for (int i = 0; i < piece->letter.cols; i++)
		put_cell(row,
			 halves[(rows[0] >> i & 1) | (rows[1] >> i & 1) << 1],
			 piece->tint);
}

static void add_row(struct setter *setter, const struct line *line, int dots)
{
	struct big *big = setter->big;
	struct span row = { .cells = arena_array(setter->arena, struct cell,
						 (size_t)line->cols) };
	bool in_word = false;

	for (int i = line->first; i < line->end; i++) {
		const struct piece *piece = &setter->pieces[i];
		if (is_letter(piece)) {
			put_gap(&row, in_word ? LETTER_GAP : 0);
			put_letter(&row, piece, dots);
		} else if (in_word) {
			put_gap(&row, WORD_GAP);
		}
		in_word = is_letter(piece);
	}
	big->rows = arena_extend(setter->arena, big->rows, (size_t)big->count,
				 sizeof(row));
	big->rows[big->count++] = row;
	big->cols = row.cols > big->cols ? row.cols : big->cols;
}

/* Rows above and below all letters of a line are left out. */
static void add_line(struct setter *setter, const struct line *line)
{
	int first = 0, end = FACE_DOTS;

	while (first < end && !dots_in(setter, line, first) &&
	       !dots_in(setter, line, first + 1))
		first += 2;
	while (end > first && !dots_in(setter, line, end - 1) &&
	       !dots_in(setter, line, end - 2))
		end -= 2;
	for (int dots = first; dots < end; dots += 2)
		add_row(setter, line, dots);
}

bool big_layout(struct arena *arena, const struct span *title, int cols,
		struct big *big)
{
	struct setter setter = { .arena = arena, .cols = cols, .big = big };
	struct line line;
	int at = 0;

	*big = (struct big){ 0 };
	if (!take_pieces(&setter, title))
		return false;
	while (take_line(&setter, &at, &line))
		add_line(&setter, &line);
	return at == setter.count && big->count > 0;
}

/* SPDX-License-Identifier: MIT */
/*
 * Styles as ncurses' colour pairs and attributes, glyphs as its cells. What a
 * style looks like was decided by the theme, where it stands by the layout.
 */
#include "backend/paint.h"

#include <limits.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

#include "backend/strip.h"
#include "base/die.h"
#include "base/glyph.h"
#include "layout/colour.h"
#include "layout/dither.h"

/*
 * What tints make of 256 colours is less; more pairs than a deck needs, but for
 * its images: they take theirs from what ncurses has.
 */
#define PAIRS_MAX 1024

/* Looks that are kept: those of a slide full of code that fades. */
#define KEPT_BRUSHES 256

/* What a pair is made of, as a look says it. */
struct colours {
	int text, ground;
	int pair;
};

/* What a style is drawn with. */
struct brush {
	cchar_t blank;
	int ground; /* all that is seen of a space; or SEEN */
};

/* A space in it is told from others by more than its ground. */
#define SEEN INT_MIN

struct kept_brush {
	struct style style; /* plain: the place is free */
	struct brush brush;
};

struct paint {
	struct look_options looks;
	struct colour_table colours;
	bool utf8;
	int palette;	/* with direct colours, numbers below it are indexes */
	cchar_t *cells; /* of one row */
	unsigned long long *sums; /* of the rows in the window; 0: unknown */
	int rows, cols;		  /* room for these */
	struct colours pairs[PAIRS_MAX];
	int pair_count;
	bool has_default; /* colours of the terminal's own can be in a pair */
	struct brush brushes[ROLE_COUNT];
	int image_text, image_ground;	      /* where an image has no colour */
	bool out_of_pairs;		      /* for images */
	struct kept_brush kept[KEPT_BRUSHES]; /* of styles that are not plain */
};

/* ---- styles ---- */

/*
 * A colour as ncurses counts them. With all of 24 bits the first numbers are
 * the palette's, so what is nearly black becomes a little less so.
 */
static int number_of(const struct paint *paint, int colour, int own)
{
	if (colour == THEME_DEFAULT)
		return paint->has_default ? -1 : own;
	if (!(colour & TINT_SET) &&
	    (paint->looks.depth < DEPTH_DIRECT || colour < paint->palette))
		return colour;
	colour = colour & TINT_SET ? colour & ~TINT_SET : colour_rgb(colour);
	return colour < paint->palette ? paint->palette : colour;
}

static attr_t attributes_of(unsigned attributes)
{
	attr_t italic = enter_italics_mode ? A_ITALIC : A_UNDERLINE;

	return ((attributes & ATTRIBUTE_BOLD) ? A_BOLD : A_NORMAL) |
	       ((attributes & ATTRIBUTE_UNDERLINE) ? A_UNDERLINE : A_NORMAL) |
	       ((attributes & ATTRIBUTE_REVERSE) ? A_REVERSE : A_NORMAL) |
	       ((attributes & ATTRIBUTE_ITALIC) ? italic : A_NORMAL) |
	       ((attributes & ATTRIBUTE_DIM) ? A_DIM : A_NORMAL);
}

/* As many colours as the terminal has and the user wants. */
static enum depth depth_of(const struct paint *paint)
{
	static const struct {
		int colours;
		enum depth depth;
	} table[] = {
		{ 1 << 24, DEPTH_DIRECT },
		{ 256, DEPTH_256 },
		{ 16, DEPTH_16 },
		{ 8, DEPTH_8 },
	};

	enum depth most = paint->looks.depth;

	/* Where numbers are colours, there are no 256 of them. */
	if (COLORS >= table[0].colours && most == DEPTH_256)
		return DEPTH_DIRECT;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (COLORS >= table[i].colours && most >= table[i].depth)
			return table[i].depth;
	}
	return DEPTH_MONO;
}

/* Pair 0 is the terminal's own; pairs[i] is pair i + 1. */
static void prepare_colours(struct paint *paint)
{
	if (paint->looks.depth == DEPTH_MONO || !has_colors() ||
	    start_color() != OK || COLOR_PAIRS <= ROLE_COUNT) {
		paint->looks.depth = DEPTH_MONO;
		return;
	}
	paint->looks.depth = depth_of(paint);
	paint->has_default = use_default_colors() == OK;
}

static bool is_plain(struct style style)
{
	return style.emphasis == 0 && style.fade == 0 && style.tint.text == 0 &&
	       style.tint.ground == 0;
}

/* A colour of a look, as ncurses counts them. */
static int text_of(const struct paint *paint, const struct look *look)
{
	bool light = paint->looks.theme->light;

	return number_of(paint, look->text, light ? COLOR_BLACK : COLOR_WHITE);
}

static int ground_of(const struct paint *paint, const struct look *look)
{
	bool light = paint->looks.theme->light;

	return number_of(paint, look->ground,
			 light ? COLOR_WHITE : COLOR_BLACK);
}

/*
 * The pair of some colours, a new one if need be. Plain styles come first, so
 * that they have theirs when a deck uses all that are left: -1 then.
 */
static int pair_of(struct paint *paint, const struct look *look)
{
	if (look->text == THEME_DEFAULT && look->ground == THEME_DEFAULT &&
	    (paint->has_default || !paint->looks.theme->light))
		return 0;
	for (int i = 0; i < paint->pair_count; i++) {
		if (paint->pairs[i].text == look->text &&
		    paint->pairs[i].ground == look->ground)
			return paint->pairs[i].pair;
	}
	if (paint->pair_count == PAIRS_MAX)
		return -1;
	int pair = alloc_pair(text_of(paint, look), ground_of(paint, look));
	if (pair >= 0)
		paint->pairs[paint->pair_count++] =
			(struct colours){ look->text, look->ground, pair };
	return pair;
}

/* Of the style's look or, when there is no pair left, of its role's. */
static int pair_of_style(struct paint *paint, struct style style,
			 struct look *look)
{
	struct style plain = { .role = style.role };
	int pair = pair_of(paint, look);

	if (pair >= 0)
		return pair;
	*look = theme_look(&paint->looks, plain);
	pair = pair_of(paint, look);
	return pair > 0 ? pair : 0;
}

static cchar_t blank_with(attr_t attributes, int pair)
{
	cchar_t blank;

	setcchar(&blank, L" ", attributes, (short)(pair & 0x7fff), &pair);
	return blank;
}

static struct brush make_brush(struct paint *paint, struct style style)
{
	struct look look = theme_look(&paint->looks, style);
	attr_t attributes = attributes_of(look.attributes);
	bool mono = paint->looks.depth == DEPTH_MONO;
	int pair = mono ? 0 : pair_of_style(paint, style, &look);
	bool seen = attributes & (A_UNDERLINE | A_REVERSE);

	return (struct brush){ .blank = blank_with(attributes, pair),
			       .ground = seen ? SEEN : look.ground };
}

bool paint_has_colours(const struct paint *paint)
{
	return paint->looks.depth > DEPTH_MONO;
}

bool paint_draws_images(const struct paint *paint)
{
	return paint->looks.depth >= DEPTH_256 && paint->utf8;
}

static bool is_pixels(const struct paint *paint, struct style style)
{
	return style.role == ROLE_IMAGE && paint_draws_images(paint);
}

/* A colour of an image; `own` where it has none. */
static int image_colour(const struct paint *paint, int tint, int own)
{
	if (!tint)
		return own;
	if (paint->looks.depth == DEPTH_DIRECT)
		return number_of(paint, tint, own);
	return colour_near(tint & ~TINT_SET);
}

/* Pixels have colours, not looks. */
static struct brush make_pixels(struct paint *paint, struct style style)
{
	struct tint tint = theme_fade(&paint->looks, style.tint, style.fade);
	int pair = alloc_pair(image_colour(paint, tint.text, paint->image_text),
			      image_colour(paint, tint.ground,
					   paint->image_ground));

	if (pair < 0)
		paint->out_of_pairs = true;
	return (struct brush){ .blank = blank_with(A_NORMAL,
						   pair > 0 ? pair : 0),
			       .ground = SEEN };
}

static unsigned place_of(struct style style)
{
	unsigned hash = (unsigned)style.role | (unsigned)style.emphasis << 8 |
			(unsigned)style.fade << 16;

	hash = hash * 0x9e3779b1u ^ (unsigned)style.tint.text * 0x85ebca6bu ^
	       (unsigned)style.tint.ground * 0xc2b2ae35u;
	return (hash ^ hash >> 16) % KEPT_BRUSHES;
}

/*
 * Working a look out takes its time, so those of styles that are not plain are
 * kept until another one takes their place.
 */
static const struct brush *brush_of(struct paint *paint, struct style style)
{
	struct kept_brush *kept = &paint->kept[place_of(style)];

	if (is_plain(style))
		return &paint->brushes[style.role];
	if (!style_is_same(kept->style, style))
		*kept = (struct kept_brush){
			style, is_pixels(paint, style)
				       ? make_pixels(paint, style)
				       : make_brush(paint, style)
		};
	return &kept->brush;
}

/*
 * A cell of up to CODES_MAX codes, the last one 0. setcchar for every cell
 * would double the time that a frame takes; ncurses.h declares the member.
 */
static void set_cell(struct paint *paint, cchar_t *cell, const wchar_t *codes,
		     struct style style)
{
	*cell = brush_of(paint, style)->blank;
	for (int i = 0; codes[i]; i++)
		cell->chars[i] = codes[i];
}

static void forget_rows(struct paint *paint)
{
	for (int row = 0; row < paint->rows; row++)
		paint->sums[row] = 0;
}

static void prepare_looks(struct paint *paint)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		paint->brushes[role] = make_brush(
			paint, (struct style){ .role = (unsigned char)role });
	memset(paint->kept, 0, sizeof(paint->kept));
	struct look image =
		theme_look(&paint->looks, (struct style){ .role = ROLE_IMAGE });
	paint->image_text = text_of(paint, &image);
	paint->image_ground = ground_of(paint, &image);
	bkgrndset(&paint->brushes[ROLE_BLANK].blank);
	erase();
	forget_rows(paint);
}

static void forget_pairs(struct paint *paint)
{
	if (paint->looks.depth != DEPTH_MONO) {
		reset_color_pairs();
		paint->pair_count = 0;
	}
	paint->out_of_pairs = false;
	prepare_looks(paint);
}

struct paint *paint_open(const struct look_options *options, bool utf8,
			 int palette)
{
	struct paint *paint = calloc(1, sizeof(*paint));

	if (!paint)
		die("out of memory");
	paint->looks = *options;
	paint->looks.colours = &paint->colours;
	paint->utf8 = utf8;
	paint->palette = palette;
	prepare_colours(paint);
	prepare_looks(paint);
	return paint;
}

void paint_close(struct paint *paint)
{
	free(paint->cells);
	free(paint->sums);
	free(paint);
}

void paint_use_theme(struct paint *paint, const struct theme *theme,
		     struct theme_options look)
{
	paint->looks.theme = theme;
	paint->looks.options = look;
	forget_pairs(paint);
}

/* ---- cells ---- */

/*
 * The codes of a glyph as ncurses cells: a code that takes columns begins one,
 * marks join it. Returns the columns they take, -1 when the C library does not
 * agree that they can be drawn.
 */
static int put_codes(struct paint *paint, cchar_t *cells, int *count,
		     const struct cell *cell)
{
	unsigned codes[CODES_MAX - 1];
	wchar_t wide[CODES_MAX] = { 0 };
	int code_count = glyph_codes(cell->glyph, codes, CODES_MAX - 1);
	int used = 0, cols = 0;

	for (int i = 0; i < code_count; i++) {
		int width = wcwidth((wchar_t)codes[i]);
		if (width < 0 || (width == 0 && i == 0) ||
		    cols + width > cell->width)
			return -1;
		if (width > 0 && used > 0) {
			set_cell(paint, &cells[(*count)++], wide, cell->style);
			memset(wide, 0, sizeof(wide));
			used = 0;
		}
		wide[used++] = (wchar_t)codes[i];
		cols += width;
	}
	if (used > 0)
		set_cell(paint, &cells[(*count)++], wide, cell->style);
	return cols;
}

/* A character of one column and one code: nearly all there ever are. */
static void put_single(struct paint *paint, cchar_t *cell, wchar_t code,
		       struct style style)
{
	*cell = brush_of(paint, style)->blank;
	cell->chars[0] = code;
}

static void put_cell(struct paint *paint, cchar_t *cells, int *count,
		     const struct cell *cell)
{
	int before = *count, cols = -1;

	if (cell->glyph.len == 1) {
		put_single(paint, &cells[(*count)++],
			   (wchar_t)cell->glyph.ptr[0], cell->style);
		return;
	}
	if (paint->utf8)
		cols = put_codes(paint, cells, count, cell);
	if (cols == cell->width)
		return;
	*count = before;
	put_single(paint, &cells[(*count)++], paint->utf8 ? 0xfffd : L'?',
		   cell->style);
	if (cell->width == 2)
		put_single(paint, &cells[(*count)++], L' ', cell->style);
}

/* Whether nobody can tell spaces in these styles apart. */
static bool is_alike(struct paint *paint, struct style a, struct style b)
{
	int ground = brush_of(paint, a)->ground;

	return ground != SEEN && ground == brush_of(paint, b)->ground;
}

/* A cell as it is shown there; `dithered` has room for one. */
static const struct cell *cell_at(const struct paint *paint,
				  const struct grid *grid, struct pos at,
				  struct cell *dithered)
{
	const struct cell *cells = grid_row(grid, at.row);

	if (paint->looks.depth != DEPTH_256 ||
	    cells[at.col].style.role != ROLE_IMAGE)
		return &cells[at.col];
	*dithered = dither_cell(cells, grid->cols, at);
	return dithered;
}

/*
 * A space between two words of one ground has a colour that is not seen: that
 * of the word before it, or else behind it, is not sent again.
 */
static struct style style_of_space(struct paint *paint,
				   const struct cell *space,
				   const struct cell *end, struct style before)
{
	const struct cell *next = space;

	if (is_alike(paint, before, space->style))
		return before;
	while (next < end && cell_is_space(next) &&
	       style_is_same(next->style, space->style))
		next++;
	if (next < end && is_alike(paint, next->style, space->style))
		return next->style;
	return space->style;
}

/* The cells of a row, and one more, which is what its end is filled with. */
static void put_row(struct paint *paint, const struct grid *grid, int row,
		    struct strip *strip)
{
	const struct cell *cells = grid_row(grid, row),
			  *end = cells + strip->to;
	struct style style = { .role = ROLE_BLANK };

	for (int col = strip->from; col < strip->fill; col++) {
		struct cell dithered;
		const struct cell *cell =
			cell_at(paint, grid, (struct pos){ row, col },
				&dithered);
		if (cell->style.role != ROLE_IMAGE && cell_is_space(cell)) {
			style = style_of_space(paint, cell, end, style);
			put_single(paint, &paint->cells[strip->count++], L' ',
				   style);
		} else if (cell->width > 0) {
			style = cell->style;
			put_cell(paint, paint->cells, &strip->count, cell);
		}
	}
	if (strip->fill < strip->to)
		style = style_of_space(paint, cells + strip->fill, end, style);
	put_single(paint, &paint->cells[strip->count], L' ', style);
}

/* True when it was not there already. */
static bool draw_row(struct paint *paint, const struct grid *grid, int row)
{
	const struct cell *cells = grid_row(grid, row);
	struct strip strip = strip_of_row(cells, grid->cols);

	put_row(paint, grid, row, &strip);
	unsigned long long sum = strip_sum(&strip, paint->cells);
	if (sum == paint->sums[row])
		return false;
	paint->sums[row] = sum;
	strip_send(&strip, row, paint->cells);
	return true;
}

static bool draw_rows(struct paint *paint, const struct grid *grid)
{
	bool changed = false;

	for (int row = 0; row < grid->rows; row++)
		changed = draw_row(paint, grid, row) || changed;
	return changed;
}

/* Room for the cells of a row and what fills its end, and for all sums. */
static void make_room(struct paint *paint, const struct grid *grid)
{
	size_t cols = (size_t)grid->cols + 1, rows = (size_t)grid->rows;

	if (paint->rows == grid->rows && paint->cols == grid->cols)
		return;
	paint->cells = realloc(paint->cells, cols * sizeof(*paint->cells));
	paint->sums = realloc(paint->sums, rows * sizeof(*paint->sums));
	if (!paint->cells || !paint->sums)
		die("out of memory");
	paint->rows = grid->rows;
	paint->cols = grid->cols;
	forget_rows(paint);
}

bool paint_grid(struct paint *paint, const struct grid *grid)
{
	make_room(paint, grid);
	bool changed = draw_rows(paint, grid);
	if (!paint->out_of_pairs)
		return changed;
	/* The images of many slides have used them all up. */
	forget_pairs(paint);
	return draw_rows(paint, grid);
}

void paint_resized(struct paint *paint)
{
	forget_rows(paint);
}

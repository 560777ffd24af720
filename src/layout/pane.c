/* SPDX-License-Identifier: MIT */
/*
 * How large an image is, and the frame that holds its place.
 */
#include "layout/pane.h"

#include <math.h>

#include "picture/album.h"

/* Beside the text in a frame: a border and a blank. */
#define FRAME_COLS 4
#define FRAME_ROWS 2

static double cells_of(struct length length, int all, int slide, int slide_px)
{
	switch (length.unit) {
	case LENGTH_PERCENT:
		return all * length.amount / 100.0;
	case LENGTH_PIXELS:
		return (double)slide * length.amount / slide_px;
	case LENGTH_CELLS:
		return length.amount;
	default:
		return 0;
	}
}

/*
 * How large it is meant to be; 0: nothing is said. A percentage is of the
 * place's width, but of the slide's height.
 */
static struct pane_extent wish_of(const struct link *link,
				  const struct pane_scale *scale, int cols)
{
	return (struct pane_extent){
		cells_of(link->width, cols, scale->slide.cols,
			 LENGTH_SLIDE_WIDTH),
		cells_of(link->height, scale->slide.rows, scale->slide.rows,
			 LENGTH_SLIDE_HEIGHT),
	};
}

int pane_cells(double cells, int most)
{
	int rounded = (int)(cells + 0.5);

	if (rounded > most)
		rounded = most;
	return rounded > 1 ? rounded : 1;
}

static struct size known_cell(struct size cell)
{
	return (struct size){
		.rows = cell.rows > 0 ? cell.rows : PANE_CELL_HEIGHT,
		.cols = cell.cols > 0 ? cell.cols : PANE_CELL_WIDTH,
	};
}

/* An image as large as its pixels. */
static struct pane_extent natural_size(const struct picture *picture,
				       struct size cell)
{
	cell = known_cell(cell);
	return (struct pane_extent){ (double)picture->width / cell.cols,
				     (double)picture->height / cell.rows };
}

bool pane_is_sized(const struct slide *slide, const struct block *image)
{
	const struct link *link = &slide->links[image->image.link];

	return link->width.unit != LENGTH_NONE ||
	       link->height.unit != LENGTH_NONE;
}

struct pane_extent pane_extent(const struct slide *slide,
			       const struct block *image,
			       const struct pane_scale *scale, int cols)
{
	const struct link *link = &slide->links[image->image.link];
	const struct picture *picture = image->image.picture;
	struct pane_extent wish = wish_of(link, scale, cols);
	struct pane_extent size = natural_size(picture, scale->cell);
	double factor = fmin(cols / size.cols, scale->rows / size.rows);

	if (wish.cols > 0)
		factor = fmin(factor, wish.cols / size.cols);
	if (wish.rows > 0)
		factor = fmin(factor, wish.rows / size.rows);
	if (!pane_is_sized(slide, image))
		factor = fmin(factor, 1);
	if (scale->most.cols > 0)
		factor =
			fmin(factor, (double)scale->most.cols / picture->width);
	if (scale->most.rows > 0)
		factor = fmin(factor,
			      (double)scale->most.rows / picture->height);
	return (struct pane_extent){ size.cols * factor, size.rows * factor };
}

/* As large as fits into a box, in proportion. */
static struct copy_wish fit_into(const struct picture *picture, int width,
				 int height)
{
	double factor = fmin((double)width / picture->width,
			     (double)height / picture->height);

	return (struct copy_wish){
		.width = pane_cells(picture->width * factor, width),
		.height = pane_cells(picture->height * factor, height),
	};
}

struct copy_wish pane_wish(const struct pane *pane,
			   const struct pane_medium *medium)
{
	struct size cell = known_cell(medium->cell), size = pane->size;

	if (medium->kind == COPY_PIXELS)
		return (struct copy_wish){ COPY_PIXELS, size.cols,
					   size.rows * 2 };
	struct copy_wish wish = fit_into(pane->picture, size.cols * cell.cols,
					 size.rows * cell.rows);
	wish.kind = medium->kind;
	if (wish.kind == COPY_SIXELS)
		wish.height -= wish.height % PANE_SIXEL_ROWS;
	if (wish.height == 0)
		wish.height = PANE_SIXEL_ROWS;
	return wish;
}

int pane_measure(const struct slide *slide, const struct block *image)
{
	const struct link *link = &slide->links[image->image.link];
	struct size unknown = { 0, 0 };
	double cols = natural_size(image->image.picture, unknown).cols;

	if (link->width.unit == LENGTH_CELLS)
		cols = link->width.amount;
	else if (link->width.unit != LENGTH_NONE)
		cols = PANE_COLS_WANTED;
	return pane_cells(cols, PANE_COLS_WANTED);
}

/* ---- frames ---- */

/* Rows of cells of one look, that are put together from left to right. */
struct framer {
	struct arena *arena;
	struct size size;
	struct span row;
};

static void put(struct framer *framer, struct str glyph, int count)
{
	for (int i = 0; i < count; i++) {
		framer->row.cells[framer->row.count++] = (struct cell){
			.glyph = glyph, .style.role = ROLE_IMAGE, .width = 1
		};
		framer->row.cols++;
	}
}

static void begin_row(struct framer *framer)
{
	framer->row =
		(struct span){ .cells =
				       arena_array(framer->arena, struct cell,
						   (size_t)framer->size.cols) };
}

static bool has_frame(struct size size)
{
	return size.cols > FRAME_COLS && size.rows > FRAME_ROWS;
}

static void put_border(struct framer *framer, bool top)
{
	static const struct str left[] = { STR("└"), STR("┌") },
				right[] = { STR("┘"), STR("┐") },
				line = STR("─");

	put(framer, left[top], 1);
	put(framer, line, framer->size.cols - 2);
	put(framer, right[top], 1);
}

/* A row of the text, or a blank one. */
static void put_text(struct framer *framer, const struct span *text,
		     const struct wrapped *line)
{
	static const struct str border = STR("│"), blank = STR(" ");
	int cols = line ? line->cols : 0;
	int spare = framer->size.cols - 2 - cols;

	put(framer, border, 1);
	put(framer, blank, spare / 2);
	for (int i = 0; line && i < line->count; i++)
		framer->row.cells[framer->row.count++] =
			text->cells[line->first + i];
	framer->row.cols += cols;
	put(framer, blank, spare - spare / 2);
	put(framer, border, 1);
}

/* The text in a frame, as far as there is room for it. */
struct label {
	struct span text;
	struct wrapped *lines;
	int count;
};

static struct label label_of(struct arena *arena, const struct slide *slide,
			     const struct block *image, int cols)
{
	struct label label = { .text = span_of_text(arena, slide, &image->text,
						    ROLE_IMAGE) };
	struct wrap_room room = { .cols = cols > FRAME_COLS ? cols - FRAME_COLS
							    : 1 };

	label.count = wrap_span(arena, &label.text, room, &label.lines);
	return label;
}

static struct span frame_row(struct framer *framer, const struct label *label,
			     int row)
{
	static const struct str blank = STR(" ");
	int rows = framer->size.rows;
	int line = row - 1 - (rows - FRAME_ROWS - label->count) / 2;
	bool has_line = line >= 0 && line < label->count;

	if (label->count > rows - FRAME_ROWS) {
		line = row - 1;
		has_line = true;
	}
	begin_row(framer);
	if (!has_frame(framer->size))
		put(framer, blank, framer->size.cols);
	else if (row == 0 || row == rows - 1)
		put_border(framer, row == 0);
	else
		put_text(framer, &label->text,
			 has_line ? &label->lines[line] : NULL);
	return framer->row;
}

static struct size framed_size(const struct label *label, int cols)
{
	struct size size = { label->count + FRAME_ROWS, 0 };

	for (int i = 0; i < label->count; i++) {
		if (label->lines[i].cols > size.cols)
			size.cols = label->lines[i].cols;
	}
	size.cols += FRAME_COLS;
	if (size.cols > cols)
		size.cols = cols;
	return size;
}

static struct pane *add_pane(struct sheet *sheet, struct arena *arena,
			     const struct block *image, struct size size)
{
	struct pane *pane = arena_new(arena, struct pane);

	*pane = (struct pane){ .next = sheet->panes,
			       .picture = image->image.picture,
			       .size = size };
	sheet->panes = pane;
	return pane;
}

struct size pane_framed_size(const struct pane_maker *maker,
			     const struct block *image, int cols)
{
	struct label label = label_of(maker->arena, maker->slide, image, cols);

	return framed_size(&label, cols);
}

void pane_put(const struct pane_maker *maker, struct rows *rows,
	      const struct block *image, int col, struct size size)
{
	struct arena *arena = maker->arena;
	struct label label = label_of(arena, maker->slide, image, size.cols);
	struct framer framer = { .arena = arena, .size = size };
	struct spot spot = { .col = col,
			     .when.step = image->step,
			     .line = image->line };
	const struct pane *pane = NULL;

	if (image->image.form == IMAGE_DRAWN)
		pane = add_pane(maker->sheet, arena, image, size);
	for (int i = 0; i < size.rows; i++) {
		struct span row = frame_row(&framer, &label, i);
		row_put_pane(rows_add(rows, arena), arena, spot, &row, pane, i);
	}
}

/* A number has a blank in front, which nothing stands before here. */
static struct span span_of_caption(const struct pane_maker *maker,
				   const struct block *image)
{
	static const struct str blank = STR(" ");
	struct span span = span_of_text(maker->arena, maker->slide,
					&image->image.caption, ROLE_TEXT);

	if (span.count > 0 && str_eq(span.cells[0].glyph, blank)) {
		span.cells++;
		span.count--;
		span.cols--;
	}
	return span;
}

void pane_put_caption(const struct pane_maker *maker, struct rows *rows,
		      const struct block *image, struct pane_place place)
{
	struct span span = span_of_caption(maker, image);
	struct wrap_room room = { .cols = place.cols };
	struct wrapped *lines;
	int count = span.count > 0
			    ? wrap_span(maker->arena, &span, room, &lines)
			    : 0;

	for (int i = 0; i < count; i++) {
		int spare = place.cols - wrapped_cols(&lines[i]);
		struct spot spot = { .when.step = image->step,
				     .line = image->line };
		struct row *row = rows_add(rows, maker->arena);
		spot.col = place.left + align_shift(ALIGN_CENTRE, spare);
		row_put_wrapped(row, maker->arena, spot, &span, &lines[i]);
		if (row->runs)
			row->runs->pane_row = rows->count - 1;
	}
}

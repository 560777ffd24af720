/* SPDX-License-Identifier: MIT */
/*
 * Sharing a place among images. A line of the source is spread over rows; the
 * images of a row shrink until they fit beside each other.
 */
#include "layout/gallery.h"

#include <math.h>

/* An image on its way to its size. */
struct hung {
	const struct block *image;
	struct pane_extent extent;
	bool sized; /* by the deck, or by the text in its frame */
};

/* The images of a line, and how they are spread. */
struct line {
	struct hung *images;
	int count;
	int in_row; /* images, but for the last row */
};

struct hanger {
	const struct pane_maker *maker;
	struct rows *rows;
	const struct block *block; /* the gallery, or an image alone */
	struct pane_place place;
};

int gallery_measure(const struct slide *slide, const struct block *gallery)
{
	int cols = 0, most = 0;

	for (const struct block *image = gallery->first; image;
	     image = image->next) {
		cols = image->image.breaks ? 0 : cols;
		cols += cols > 0 ? GALLERY_GAP : 0;
		if (image->image.form == IMAGE_DRAWN)
			cols += pane_measure(slide, image);
		most = cols > most ? cols : most;
	}
	return most < PANE_COLS_WANTED ? most : PANE_COLS_WANTED;
}

/* ---- sizes ---- */

static struct hung hung_of(const struct hanger *hanger,
			   const struct block *image)
{
	const struct pane_maker *maker = hanger->maker;
	struct hung hung = { .image = image, .sized = true };

	if (image->image.form == IMAGE_DRAWN) {
		hung.sized = pane_is_sized(maker->slide, image);
		hung.extent = pane_extent(maker->slide, image, maker->scale,
					  hanger->place.cols);
	} else {
		struct size size =
			pane_framed_size(maker, image, hanger->place.cols);
		hung.extent = (struct pane_extent){ size.cols, size.rows };
	}
	return hung;
}

/* What is not sized gets the height of the smallest. */
static void match_heights(const struct line *line)
{
	double rows = 0;

	for (int i = 0; i < line->count; i++) {
		const struct hung *hung = &line->images[i];
		if (!hung->sized && (rows == 0 || hung->extent.rows < rows))
			rows = hung->extent.rows;
	}
	for (int i = 0; i < line->count; i++) {
		struct hung *hung = &line->images[i];
		if (hung->sized)
			continue;
		hung->extent.cols *= rows / hung->extent.rows;
		hung->extent.rows = rows;
	}
}

/* As many rows as are needed, with as many images in each. */
static void spread(struct line *line, int cols)
{
	double used = 0;
	int rows = 1;

	for (int i = 0; i < line->count; i++) {
		double least =
			fmin(line->images[i].extent.cols, GALLERY_COLS_MIN);
		if (used > 0 && used + GALLERY_GAP + least > cols) {
			used = 0;
			rows++;
		}
		used += (used > 0 ? GALLERY_GAP : 0) + least;
	}
	line->in_row = (line->count + rows - 1) / rows;
}

static int row_end(const struct line *line, int first)
{
	int end = first + line->in_row;

	return end < line->count ? end : line->count;
}

/* The columns of the images of a row, and those between them. */
static double row_cols(const struct line *line, int first)
{
	double sum = 0;

	for (int i = first; i < row_end(line, first); i++)
		sum += line->images[i].extent.cols;
	return sum;
}

static int row_gaps(const struct line *line, int first)
{
	return GALLERY_GAP * (row_end(line, first) - first - 1);
}

/* By how much the images of a row have to shrink: 1 and less. */
static double row_factor(const struct line *line, int first, int cols)
{
	int room = cols - row_gaps(line, first);

	return fmin(room / row_cols(line, first), 1);
}

static void scale(struct hung *hung, double factor)
{
	hung->extent.cols *= factor;
	hung->extent.rows *= factor;
}

/* All that has the same height keeps it. */
static void shrink(const struct line *line, int cols)
{
	double least = 1;

	for (int i = 0; i < line->count; i += line->in_row)
		least = fmin(least, row_factor(line, i, cols));
	for (int i = 0; i < line->count; i += line->in_row) {
		double factor = row_factor(line, i, cols);
		for (int k = i; k < row_end(line, i); k++)
			scale(&line->images[k],
			      line->images[k].sized ? factor : least);
	}
}

static struct line take_line(const struct hanger *hanger,
			     const struct block **images)
{
	const struct block *image = *images;
	struct line line = { 0 };

	do {
		line.images =
			arena_extend(hanger->maker->arena, line.images,
				     (size_t)line.count, sizeof(*line.images));
		line.images[line.count++] = hung_of(hanger, image);
		image = image == hanger->block ? NULL : image->next;
	} while (image && !image->image.breaks);
	*images = image;
	match_heights(&line);
	spread(&line, hanger->place.cols);
	shrink(&line, hanger->place.cols);
	return line;
}

/* ---- rows ---- */

/* How far to the right in its place. */
static int shift_of(const struct block *block, int spare)
{
	enum block_kind in = block->parent->kind;
	bool free = in == BLOCK_BODY || in == BLOCK_COLUMN;
	bool unsaid = block->align == ALIGN_LEFT;

	return align_shift(free && unsaid ? ALIGN_CENTRE : block->align, spare);
}

static void hang(const struct hanger *hanger, struct rows *rows,
		 const struct hung *hung, struct pane_place place)
{
	const struct pane_maker *maker = hanger->maker;
	struct size size = { .cols = place.cols };

	if (hung->image->image.form == IMAGE_DRAWN)
		size.rows = pane_cells(hung->extent.rows, maker->scale->rows);
	else
		size = pane_framed_size(maker, hung->image, place.cols);
	pane_put(maker, rows, hung->image, place.left, size);
	if (hung->image != hanger->block)
		pane_put_caption(maker, rows, hung->image, place);
}

static void add_rows(const struct hanger *hanger, const struct rows *rows)
{
	struct arena *arena = hanger->maker->arena;

	if (hanger->rows->count > 0)
		rows_add(hanger->rows, arena);
	for (int i = 0; i < rows->count; i++)
		row_join(rows_add(hanger->rows, arena), &rows->first[i]);
}

static void hang_row(const struct hanger *hanger, const struct line *line,
		     int first)
{
	struct arena *arena = hanger->maker->arena;
	int cols = hanger->place.cols;
	int all =
		pane_cells(row_cols(line, first) + row_gaps(line, first), cols);
	int left = hanger->place.left + shift_of(hanger->block, cols - all);
	struct rows together = { 0 };
	double at = 0;

	for (int i = first; i < row_end(line, first); i++) {
		const struct hung *hung = &line->images[i];
		struct rows rows = { 0 };
		int from = (int)(at + 0.5);
		int to = (int)(at + hung->extent.cols + 0.5);
		struct pane_place place = { left + from, to - from };
		if (place.cols < 1)
			place.cols = 1;
		hang(hanger, &rows, hung, place);
		rows_join(&together, arena, &rows);
		at += hung->extent.cols + GALLERY_GAP;
	}
	add_rows(hanger, &together);
}

void gallery_layout(const struct pane_maker *maker, struct rows *rows,
		    const struct block *block, struct pane_place place)
{
	const struct pane_scale *scale = maker->scale;
	struct hanger hanger = { maker, rows, block, place };
	const struct block *images =
		block->kind == BLOCK_GALLERY ? block->first : block;

	if (block->parent->kind == BLOCK_BODY)
		hanger.place = (struct pane_place){ scale->from,
						    scale->to - scale->from };
	while (images) {
		struct line line = take_line(&hanger, &images);
		for (int i = 0; i < line.count; i += line.in_row)
			hang_row(&hanger, &line, i);
	}
	pane_put_caption(maker, rows, block, hanger.place);
}

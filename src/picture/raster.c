/* SPDX-License-Identifier: MIT */
/*
 * Scaling by areas. It works for rows and columns alike: a pixel of the new
 * size covers so much of each old one, counted in parts of an old pixel.
 */
#include "picture/raster.h"

#include <stdlib.h>
#include <string.h>

/* An old pixel has as many parts in each direction. */
#define PARTS 256

/* What one new pixel covers of the old ones, in one direction. */
struct cover {
	int first, last;
	int first_parts, last_parts; /* those between are covered wholly */
};

struct sum {
	unsigned long long colours[3]; /* times how opaque they are */
	unsigned long long opacity;
	unsigned long long parts;
};

size_t raster_bytes(int width, int height)
{
	return (size_t)width * (size_t)height * RASTER_PIXEL_BYTES;
}

static struct cover cover_of(int at, int size, int old)
{
	long long begin = (long long)at * old * PARTS / size;
	long long end = ((long long)at + 1) * old * PARTS / size;

	/* Of a pixel that becomes larger some part is always covered. */
	if (end == begin)
		end++;
	struct cover cover = { .first = (int)(begin / PARTS),
			       .last = (int)((end - 1) / PARTS) };
	cover.first_parts = PARTS - (int)(begin % PARTS);
	cover.last_parts = (int)((end - 1) % PARTS) + 1;
	if (cover.first == cover.last)
		cover.first_parts = cover.last_parts = (int)(end - begin);
	return cover;
}

static int parts_of(const struct cover *cover, int at)
{
	if (at == cover->first)
		return cover->first_parts;
	return at == cover->last ? cover->last_parts : PARTS;
}

static void add_pixel(struct sum *sum, const unsigned char *pixel,
		      unsigned parts)
{
	for (int i = 0; i < 3; i++)
		sum->colours[i] +=
			(unsigned long long)pixel[i] * pixel[3] * parts;
	sum->opacity += (unsigned long long)pixel[3] * parts;
	sum->parts += parts;
}

static void put_pixel(const struct sum *sum, unsigned char *pixel)
{
	unsigned long long opacity = sum->opacity > 0 ? sum->opacity : 1;

	for (int i = 0; i < 3; i++)
		pixel[i] = (unsigned char)((sum->colours[i] + opacity / 2) /
					   opacity);
	pixel[3] =
		(unsigned char)((sum->opacity + sum->parts / 2) / sum->parts);
}

static struct sum sum_of(const struct raster *from, const struct cover *across,
			 const struct cover *down)
{
	struct sum sum = { 0 };

	for (int y = down->first; y <= down->last; y++) {
		const unsigned char *row =
			from->bytes + raster_bytes(from->width, y);
		int rows = parts_of(down, y);
		for (int x = across->first; x <= across->last; x++)
			add_pixel(&sum, row + raster_bytes(x, 1),
				  (unsigned)(rows * parts_of(across, x)));
	}
	return sum;
}

struct raster raster_scale(const struct raster *from, int width, int height)
{
	struct raster to = { width, height,
			     malloc(raster_bytes(width, height)) };
	unsigned char *pixel = to.bytes;

	for (int y = 0; pixel && y < height; y++) {
		struct cover down = cover_of(y, height, from->height);
		for (int x = 0; x < width; x++) {
			struct cover across = cover_of(x, width, from->width);
			struct sum sum = sum_of(from, &across, &down);
			put_pixel(&sum, pixel);
			pixel += RASTER_PIXEL_BYTES;
		}
	}
	return to;
}

/* Which of the old pixels is seen at a place of the new ones. */
static const unsigned char *turned(const struct raster *from, int orientation,
				   int x, int y)
{
	bool on_side = orientation >= 5;
	int across = on_side ? y : x, down = on_side ? x : y;

	if (orientation == 2 || orientation == 3 || orientation == 7 ||
	    orientation == 8)
		across = from->width - 1 - across;
	if (orientation == 3 || orientation == 4 || orientation == 6 ||
	    orientation == 7)
		down = from->height - 1 - down;
	return from->bytes + raster_bytes(from->width, down) +
	       raster_bytes(across, 1);
}

struct raster raster_turn(const struct raster *from, int orientation)
{
	bool on_side = orientation >= 5;
	struct raster to = { .width = on_side ? from->height : from->width,
			     .height = on_side ? from->width : from->height };
	unsigned char *pixel = to.bytes =
		malloc(raster_bytes(to.width, to.height));

	for (int y = 0; pixel && y < to.height; y++) {
		for (int x = 0; x < to.width; x++) {
			memcpy(pixel, turned(from, orientation, x, y),
			       RASTER_PIXEL_BYTES);
			pixel += RASTER_PIXEL_BYTES;
		}
	}
	return to;
}

/* SPDX-License-Identifier: MIT */
/*
 * Any bytes may be the file of an image: two bytes choose the size that it is
 * scaled to, one how wide it is, the rest is the file, and then the pixels.
 * Whatever it is, what is said of it is within the limits, and no memory is
 * read that is not there. The decoders are those of others: what they do is
 * the business of the worker, which is there because of that.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "picture/probe.h"
#include "picture/raster.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

static void probe(const uint8_t *data, size_t size)
{
	char path[] = "/tmp/deckle-fuzz-XXXXXX";
	int fd = mkstemp(path);
	struct probe found;
	struct error error;

	require(fd >= 0 && write(fd, data, size) == (ssize_t)size,
		"there is room for a file");
	unlink(path);
	if (probe_file(fd, "image", &found, &error))
		require(found.width > 0 && found.height > 0 &&
				found.width <=
					PICTURE_PIXELS_MAX / found.height,
			"an image is within the limits");
	else
		require(error.text[0], "there is a reason");
	close(fd);
}

static void scale(struct raster *pixels, int width, int height)
{
	struct raster scaled = raster_scale(pixels, width, height);

	require(scaled.bytes != NULL, "it is scaled");
	free(scaled.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 3)
		return 0;
	probe(data + 3, size - 3);
	struct raster pixels = { .width = data[2] % 64 + 1,
				 .bytes = (unsigned char *)data + 3 };
	pixels.height = (int)((size - 3) / raster_bytes(pixels.width, 1));
	if (pixels.height > 0)
		scale(&pixels, data[0] % 100 + 1, data[1] % 100 + 1);
	return 0;
}

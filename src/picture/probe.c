/* SPDX-License-Identifier: MIT */
/*
 * Headers of image files. Only bytes that were read are looked at, and a chain
 * of parts is followed for a while only.
 */
#include "picture/probe.h"

#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define HEAD_BYTES 30 /* all formats but JPEG say it in as many */

/* Parts of a JPEG file that stand in front of its size: some are enough. */
#define JPEG_PARTS_MAX 1000

/* The entries that say how a camera was held are at the begin of its part. */
#define EXIF_BYTES	1024
#define TAG_ORIENTATION 0x112

static int big16(const unsigned char *at)
{
	return at[0] << 8 | at[1];
}

static int little16(const unsigned char *at)
{
	return at[1] << 8 | at[0];
}

static int little24(const unsigned char *at)
{
	return at[2] << 16 | at[1] << 8 | at[0];
}

/* -1 for what is no size. */
static int big31(const unsigned char *at)
{
	return at[0] & 0x80 ? -1 : big16(at) << 16 | big16(at + 2);
}

static bool probe_png(const unsigned char *head, struct probe *probe)
{
	if (memcmp(head, "\x89PNG\r\n\x1a\n", 8) != 0 ||
	    memcmp(head + 12, "IHDR", 4) != 0)
		return false;
	probe->format = PICTURE_PNG;
	probe->width = big31(head + 16);
	probe->height = big31(head + 20);
	return true;
}

static bool probe_gif(const unsigned char *head, struct probe *probe)
{
	if (memcmp(head, "GIF87a", 6) != 0 && memcmp(head, "GIF89a", 6) != 0)
		return false;
	probe->format = PICTURE_GIF;
	probe->width = little16(head + 6);
	probe->height = little16(head + 8);
	return true;
}

/* Of its three kinds each has the size somewhere else. */
static bool probe_webp(const unsigned char *head, struct probe *probe)
{
	if (memcmp(head, "RIFF", 4) != 0 || memcmp(head + 8, "WEBP", 4) != 0)
		return false;
	probe->format = PICTURE_WEBP;
	if (memcmp(head + 12, "VP8 ", 4) == 0) {
		probe->width = little16(head + 26) & 0x3fff;
		probe->height = little16(head + 28) & 0x3fff;
	} else if (memcmp(head + 12, "VP8L", 4) == 0) {
		int bits = little24(head + 21);
		probe->width = (bits & 0x3fff) + 1;
		probe->height = (bits >> 14 | (head[24] & 0xf) << 10) + 1;
	} else if (memcmp(head + 12, "VP8X", 4) == 0) {
		probe->width = little24(head + 24) + 1;
		probe->height = little24(head + 27) + 1;
	}
	return true;
}

static unsigned exif16(const unsigned char *at, bool little)
{
	return (unsigned)(little ? little16(at) : big16(at));
}

static unsigned exif32(const unsigned char *at, bool little)
{
	return little ? exif16(at + 2, true) << 16 | exif16(at, true)
		      : exif16(at, false) << 16 | exif16(at + 2, false);
}

/*
 * The orientation in a part that a camera has written: a header, then entries
 * of twelve bytes that begin with their tag. 0 when there is none.
 */
static int exif_orientation(const unsigned char *part, size_t len)
{
	static const size_t head = 6, header = 8, entry = 12;
	const unsigned char *tiff = part + head;
	bool little = len > head && tiff[0] == 'I';

	if (len < head + header || memcmp(part, "Exif\0", head) != 0)
		return 0;
	size_t at = exif32(tiff + 4, little);
	if (at > len || at + head + 2 > len)
		return 0;
	unsigned count = exif16(tiff + at, little);
	for (at += 2; count > 0 && at + head + entry <= len; count--) {
		if (exif16(tiff + at, little) == TAG_ORIENTATION)
			return (int)exif16(tiff + at + 8, little);
		at += entry;
	}
	return 0;
}

static void probe_exif(int fd, off_t at, struct probe *probe)
{
	unsigned char part[EXIF_BYTES];
	ssize_t len = pread(fd, part, sizeof(part), at);
	int orientation = len > 0 ? exif_orientation(part, (size_t)len) : 0;

	if (orientation >= 1 && orientation <= 8)
		probe->orientation = orientation;
}

/* What lies on its side is as wide as it is high. */
static void turn(struct probe *probe)
{
	int width = probe->width;

	if (probe->orientation < 5)
		return;
	probe->width = probe->height;
	probe->height = width;
}

/* A frame's header, but for the tables that share its numbers. */
static bool is_jpeg_frame(int marker)
{
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 &&
	       marker != 0xc8 && marker != 0xcc;
}

static bool probe_jpeg(int fd, const unsigned char *head, struct probe *probe)
{
	unsigned char part[9];
	off_t at = 2;

	if (head[0] != 0xff || head[1] != 0xd8)
		return false;
	probe->format = PICTURE_JPEG;
	for (int i = 0; i < JPEG_PARTS_MAX; i++) {
		if (pread(fd, part, sizeof(part), at) != sizeof(part) ||
		    part[0] != 0xff)
			break;
		if (is_jpeg_frame(part[1])) {
			probe->height = big16(part + 5);
			probe->width = big16(part + 7);
			turn(probe);
			break;
		}
		if (part[1] == 0xe1)
			probe_exif(fd, at + 4, probe);
		/* A marker may have any number of these in front. */
		at += part[1] == 0xff ? 1 : 2 + big16(part + 2);
	}
	return true;
}

bool probe_file(int fd, const char *name, struct probe *probe,
		struct error *error)
{
	unsigned char head[HEAD_BYTES] = { 0 };
	off_t bytes = lseek(fd, 0, SEEK_END);

	*probe = (struct probe){ .orientation = 1 };
	if (bytes < 0 || pread(fd, head, sizeof(head), 0) < 0)
		return error_set_errno(error, name);
	if (!probe_png(head, probe) && !probe_gif(head, probe) &&
	    !probe_webp(head, probe) && !probe_jpeg(fd, head, probe))
		return error_set_reason(error, name,
					"not PNG, JPEG, GIF or WebP");
	if (probe->width < 1 || probe->height < 1)
		return error_set_reason(error, name, "a damaged image");
	if (probe->width > PICTURE_PIXELS_MAX / probe->height)
		return error_set_reason(error, name, "too many pixels");
	if ((size_t)bytes > PICTURE_BYTES_MAX)
		return error_set_reason(error, name, "too large");
	return true;
}

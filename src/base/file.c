/* SPDX-License-Identifier: MIT */
/*
 * Whole files in and out. A write goes to a new file beside the old one and
 * takes its name only when everything is on the disk.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 * 1024) /* what a pipe holds */

static bool read_all(int fd, const char *name, struct buf *bytes,
		     struct error *error)
{
	for (;;) {
		if (bytes->len == bytes->room)
			buf_reserve(bytes, READ_BYTES);
		ssize_t got = read(fd, bytes->ptr + bytes->len,
				   bytes->room - bytes->len);
		if (got == 0)
			return true;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_set_errno(error, name);
		bytes->len += (size_t)got;
		if (bytes->len > FILE_BYTES_MAX)
			return error_set(error, "%s: larger than 2 GiB", name);
	}
}

static bool read_open(int fd, const char *name, struct buf *bytes,
		      struct error *error)
{
	struct stat about;

	if (fstat(fd, &about) == 0) {
		if (S_ISDIR(about.st_mode))
			return error_set(error, "%s: Is a directory", name);
		if (S_ISREG(about.st_mode) && about.st_size > FILE_BYTES_MAX)
			return error_set(error, "%s: larger than 2 GiB", name);
		if (S_ISREG(about.st_mode))
			buf_reserve(bytes, (size_t)about.st_size + 1);
	}
	return read_all(fd, name, bytes, error);
}

bool file_read(const char *path, struct buf *bytes, struct error *error)
{
	if (!strcmp(path, "-"))
		return read_open(STDIN_FILENO, "standard input", bytes, error);

	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return error_set_errno(error, path);
	bool ok = read_open(fd, path, bytes, error);
	close(fd);
	return ok;
}

/* What the file holds beyond the limit is left in it, but for one byte. */
static bool read_limited(int fd, size_t limit, struct buf *bytes)
{
	size_t end = bytes->len + limit + 1;

	while (bytes->len < end) {
		if (bytes->len == bytes->room)
			buf_reserve(bytes, READ_BYTES);
		size_t room = bytes->room < end ? bytes->room : end;
		ssize_t got =
			read(fd, bytes->ptr + bytes->len, room - bytes->len);
		if (got == 0)
			return true;
		if (got < 0 && errno != EINTR)
			return false;
		bytes->len += got > 0 ? (size_t)got : 0;
	}
	return true;
}

static bool read_regular(int fd, const char *name, size_t limit,
			 struct buf *bytes, struct error *error)
{
	size_t before = bytes->len;
	struct stat about;

	if (fstat(fd, &about))
		return error_set_errno(error, name);
	if (!S_ISREG(about.st_mode))
		return error_set_reason(error, name, "not a regular file");
	if ((uintmax_t)about.st_size > limit)
		return error_set_reason(error, name, "too large");
	buf_reserve(bytes, (size_t)about.st_size + 1);
	bool ok =
		read_limited(fd, limit, bytes) || error_set_errno(error, name);
	if (ok && bytes->len - before > limit)
		ok = error_set_reason(error, name, "too large");
	if (!ok)
		bytes->len = before;
	return ok;
}

bool file_read_regular(const char *path, const char *name, size_t limit,
		       struct buf *bytes, struct error *error)
{
	struct stat about;

	/* Opening alone makes some devices do something. */
	if (stat(path, &about))
		return error_set_errno(error, name);
	if (!S_ISREG(about.st_mode))
		return error_set_reason(error, name, "not a regular file");
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return error_set_errno(error, name);
	bool ok = read_regular(fd, name, limit, bytes, error);
	close(fd);
	return ok;
}

bool file_can_read_again(const char *path)
{
	struct stat about;

	if (!strcmp(path, "-"))
		return false;
	return stat(path, &about) || S_ISREG(about.st_mode) ||
	       S_ISDIR(about.st_mode);
}

bool file_put(int fd, const char *name, struct str text, struct error *error)
{
	while (text.len > 0) {
		ssize_t put = write(fd, text.ptr, text.len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return error_set_errno(error, name);
		text = str_from(text, (size_t)put);
	}
	return true;
}

/* The permissions the new file gets: the old one's, else the umask's. */
static mode_t wanted_mode(bool exists, const struct stat *old)
{
	if (exists)
		return old->st_mode & 07777;
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

static bool write_beside(const char *path, const char *shown, mode_t mode,
			 struct str text, struct error *error)
{
	struct buf name = { 0 };
	bool ok = false;

	buf_printf(&name, "%s.XXXXXX", path);
	buf_put_byte(&name, '\0');
	int fd = mkstemp(name.ptr);
	if (fd < 0) {
		error_set_errno(error, shown);
		goto out;
	}
	ok = file_put(fd, shown, text, error);
	if (ok && (fchmod(fd, mode) || fsync(fd)))
		ok = error_set_errno(error, shown);
	if (close(fd) && ok)
		ok = error_set_errno(error, shown);
	if (ok && rename(name.ptr, path))
		ok = error_set_errno(error, shown);
	if (!ok)
		unlink(name.ptr);
out:
	buf_release(&name);
	return ok;
}

static bool write_through(const char *path, struct str text,
			  struct error *error)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return error_set_errno(error, path);
	bool ok = file_put(fd, path, text, error);
	if (close(fd) && ok)
		ok = error_set_errno(error, path);
	return ok;
}

bool file_write(const char *path, struct str text, struct error *error)
{
	struct stat old;
	bool exists = stat(path, &old) == 0;

	if (exists && S_ISDIR(old.st_mode))
		return error_set(error, "%s: Is a directory", path);
	if (exists && !S_ISREG(old.st_mode))
		return write_through(path, text, error);

	/* Beside the file that a link leads to, so that the link stays. */
	char *real = realpath(path, NULL);
	bool ok = write_beside(real ? real : path, path,
			       wanted_mode(exists, &old), text, error);
	free(real);
	return ok;
}

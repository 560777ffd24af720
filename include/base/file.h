/* SPDX-License-Identifier: MIT */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/* The largest deck that is read, in bytes: line and column numbers are int. */
#define FILE_BYTES_MAX 2147483647

/*
 * Append the whole file to `bytes`; path "-" is standard input. Pipes and
 * devices are read to their end. On failure false, with the reason in *error,
 * and `bytes` holds what was read until then.
 */
bool file_read(const char *path, struct buf *bytes, struct error *error);

/*
 * Append a regular file of at most `limit` bytes, and wait for nothing: a
 * FIFO, a device and a folder are refused. On failure false, with the reason
 * in *error, where the file is called `name`; `bytes` is as it was.
 */
bool file_read_regular(const char *path, const char *name, size_t limit,
		       struct buf *bytes, struct error *error);

/*
 * False for what can be read only once, and might keep a second reader waiting
 * for ever: standard input, a FIFO. True for a path that is not there: reading
 * it fails at once.
 */
bool file_can_read_again(const char *path);

/*
 * Make the file at `path` hold exactly `text`: all of it or, on failure, what
 * stood there before. A path that is no regular file (a device, a FIFO) is
 * written to as it is.
 */
bool file_write(const char *path, struct str text, struct error *error);

/* Write all of the text to an open descriptor called `name` in errors. */
bool file_put(int fd, const char *name, struct str text, struct error *error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_WATCH_H
#define PRESENT_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Tells when files have been saved: once for each save, when it is over.
 *
 * A file is told from what it was by its device and inode, its size, and the
 * times of the last change to its bytes and to its inode. What is not there is
 * a file as well: one that vanishes has changed, and so has one that appears.
 *
 * Files may be links, by relative or absolute paths. Where the system tells of
 * all changes nothing is done until it does; elsewhere the files are looked at
 * every WATCH_POLL_MS.
 *
 * Time comes in as an argument, in ms of any clock that does not jump.
 */
struct watch;

/*
 * A save is over when nothing has happened for this long. It is many calls:
 * rename the old file, create, write, write, close, chmod. All but the writing
 * of a large file take a few ms; a reader does not notice 50.
 */
#define WATCH_SETTLE_MS 50

/*
 * A file that was there and is not, or holds nothing any more, gets this long
 * to come back: some editors remove or empty it, and then begin to write.
 */
#define WATCH_GONE_MS 200

/* But a file that is saved without pause is shown this often all the same. */
#define WATCH_LATE_MS 500

/* How often files are looked at when nobody tells of changes to them. */
#define WATCH_POLL_MS 500

struct watch *watch_open(void);
void watch_close(struct watch *watch); /* NULL is fine */

/*
 * Watch these files and no others; the paths are copied. Cheap when they are
 * the same as before. What is known of files that were watched already stays.
 *
 * True when some were not watched before: they may have changed after the
 * caller had read them and before this call looked at them, so it has to read
 * again. Changes to all others are told by watch_take, because what it knows
 * of them is from before it last returned true. So no change is ever missed by
 *
 *     watch_set(watch, &deck, 1);
 *     do
 *             read the deck, see what else it is made of
 *     while (watch_set(watch, paths, count));
 *
 * and by the same loop, without its first line, whenever watch_take is true.
 */
bool watch_set(struct watch *watch, const char *const *paths, size_t count);

/*
 * Readable when watch_take should be called; -1: there is no such thing. It
 * is the same as long as the watch is open.
 */
int watch_fd(const struct watch *watch);

/* In how many ms watch_take wants to be called; -1: only watch_fd says. */
int watch_timeout(const struct watch *watch, long long now);

/*
 * True when files have changed and the save is over: then read them. Waits for
 * nothing, and may be called at any time. False as well when something
 * happened that left all files as they were.
 */
bool watch_take(struct watch *watch, long long now);

#endif

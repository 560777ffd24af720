/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_ADDRESS_H
#define REMOTE_ADDRESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/*
 * Where running talks are found: a Unix socket each, in a folder that nobody
 * but their user can get into.
 *
 *     RUNTIME_DIR/deckle/talk.md-0123456789abcdef.sock
 *
 * The number is made from the deck's path; "-2" to "-9" stand before ".sock"
 * when a deck is shown several times. `runtime_dir` is an absolute path, or
 * NULL: then the folder is /tmp/deckle-UID. A folder that is a link, belongs
 * to somebody else or lets others in is refused.
 *
 * Nothing here waits for another process, except that the folder is locked
 * while a name is taken: half a second is the most that it waits for that.
 */
#define ADDRESS_NAMES_MAX 9   /* talks that show the same deck */
#define ADDRESS_BYTES	  104 /* of a path with its NUL: what all systems take */
#define ADDRESS_TALKS_MAX                                  \
	256 /* the folder may hold more: they are not seen \
	     */

/* A name that was taken, and the socket that listens there. */
struct address {
	int fd; /* non-blocking, closed on exec */
	char path[ADDRESS_BYTES];
	dev_t device; /* with the inode: what the name has to stand for */
	ino_t inode;  /* for it to be ours */
};

/* The paths of sockets, in the order of their names; of an arena. */
struct address_list {
	const char **paths;
	int count;
};

/*
 * Take a name for a talk with that deck (an absolute path, or "-") and listen
 * there. The folder is made if need be; sockets of that name that nobody
 * listens to any more are removed. False, with the reason in *error, when
 * there is no folder to be trusted, its path is too long, or all names are
 * taken.
 */
bool address_listen(struct address *address, const char *runtime_dir,
		    struct str deck, struct error *error);

/* Close the socket, and remove its name if it is still its own. */
void address_release(struct address *address);

/*
 * The sockets somebody listens to. Others are removed, unless a name is just
 * being taken. True with an empty list when there is no folder; false for one
 * that cannot be trusted.
 */
bool address_list(struct address_list *list, const char *runtime_dir,
		  struct arena *arena, struct error *error);

/* The same, of those only that show a deck: an absolute path, or "-". */
bool address_list_of(struct address_list *list, const char *runtime_dir,
		     struct str deck, struct arena *arena, struct error *error);

/*
 * A socket that is connected to that path: non-blocking, closed on exec, the
 * caller's to close. -1, with the reason in *error, when nobody listens there
 * or the queue of those who wait is full.
 */
int address_connect(const char *path, struct error *error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_VIEWER_H
#define PRESENT_VIEWER_H

#include "present/show.h"
#include "remote/feed.h"

/*
 * Following a talk that somebody else gives: the show is where that talk is,
 * laid out for this screen. Who moves it by hand looks around, until told to
 * follow again.
 *
 *     follows --- moved by hand ---> looks around
 *        ^                               |
 *        '-------- viewer_follow --------'
 *
 * A viewer that is all zero bytes follows nothing, and nothing that is done
 * with it does anything. Time comes in as an argument, in ms of any clock that
 * does not jump.
 */
struct viewer {
	struct show *show; /* borrowed */
	const char *from;  /* what is read for it; NULL: the talk's own
			      socket */
	const char
		*runtime_dir; /* of the sockets, as remote/address.h has it */
	struct feed *feed;    /* NULL: there is none now */
	long long retry;      /* when to look for one again */
	struct talk_status last; /* where the talk is; slide 0: never heard.
				    Its texts are gone. */
	int line;		 /* of the deck, for its page; 0: not known */
	bool closed;		 /* what is read has come to an end */
	bool away;		 /* looks around */
	int slide, view;	 /* where it was when it last followed */
};

/* How often a talk that is not there is looked for, in ms. */
#define VIEWER_RETRY_MS 1000

/*
 * Begin to follow: `from` is a path or "-", or NULL for the talk on this
 * machine that shows the same deck, which may begin later. False, with the
 * reason in *error, when `from` cannot be read, or the folder of the sockets is
 * not to be trusted.
 */
bool viewer_open(struct viewer *viewer, struct show *show, long long now,
		 struct error *error);
void viewer_close(struct viewer *viewer);

/* What to wait for, and for how many ms at most; -1: nothing, for ever. */
int viewer_fd(const struct viewer *viewer);
int viewer_timeout(const struct viewer *viewer, long long now);

/*
 * Take what has come, if viewer_fd is `readable`; look for a talk, if it is
 * time to; and be where the talk is.
 */
void viewer_take(struct viewer *viewer, bool readable, long long now);

/*
 * Be where the talk is, also when the show was laid out anew or its deck was
 * read again. Call it before keys are taken, and viewer_look after that.
 */
void viewer_stay(struct viewer *viewer);
void viewer_look(struct viewer *viewer);

/* Go back to where the talk is, and follow it. */
void viewer_follow(struct viewer *viewer);

#endif

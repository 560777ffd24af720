/* SPDX-License-Identifier: MIT */
#ifndef TTY_PIPELINE_H
#define TTY_PIPELINE_H

#include <stdbool.h>

#include "leader.h"
#include "text.h"

/*
 * A command line cut at its bare |, so that the leader can be the parent of
 * every process in it: one that only a shell in between could see would stop
 * unnoticed. A command that is nothing but a program and its arguments gets
 * "exec" put before it, for the same reason.
 */
struct pipeline {
	char *commands[JOB_PROCESSES]; /* for sh -c */
	int count;
};

/* Release the pipeline even when this fails. */
bool pipeline_cut(struct pipeline *pipeline, struct str line,
		  struct text *error);
void pipeline_release(struct pipeline *pipeline);

#endif

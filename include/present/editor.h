/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_EDITOR_H
#define PRESENT_EDITOR_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/error.h"
#include "present/signals.h"

/*
 * The user's editor, opened at a line of a file.
 *
 * An editor is a command for the shell, as in $EDITOR: it may have arguments,
 * quotes and ~. Where it has {file} or {line}, inside quotes or outside, these
 * are replaced. Where it has neither, what its program is known to understand
 * is put behind it, "+12 talk.md" or "--goto talk.md:12"; a program that is
 * not known gets the file alone.
 */

/*
 * Append the command that opens the file, for sh -c. A path may have any
 * bytes: it stays one argument and is never taken for an option. Lines count
 * from 1; what is less is the first.
 */
void editor_command(struct buf *out, const char *editor, const char *path,
		    int line);

/*
 * Run a command in the shell, with `terminal` as its standard input, and
 * return its process, or -1 with the reason in *error. It belongs to the job
 * of this process, and blocks the signals that were blocked before
 * signals_open. Lend the terminal first: screen_suspend, then signals_lend.
 */
pid_t editor_start(const char *command, int terminal,
		   const struct signals *signals, struct error *error);

/*
 * True once the process has ended; *status is then for command_check. Never
 * waits: SIGCHLD tells when it is worth asking.
 */
bool editor_reap(pid_t process, int *status);

#endif

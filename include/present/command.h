/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_COMMAND_H
#define PRESENT_COMMAND_H

#include "base/buf.h"
#include "base/error.h"

/* A user's command for the shell: what its program is called, how it ended. */

/* Append its first word, as the shell reads it. */
void command_program(struct buf *out, const char *command);

/* error_set_reason with the name of its program. */
bool command_fail(const char *command, const char *reason, struct error *error);

/*
 * Whether a command ended well, by the status of its shell. False, with the
 * program and how it ended in *error, when it did not.
 */
bool command_check(const char *command, int status, struct error *error);

#endif

/* SPDX-License-Identifier: MIT */
/*
 * What there is to say of a command that the shell was given.
 */
#include "present/command.h"

#include <sys/wait.h>

#define EXIT_CANNOT_RUN 126 /* what the shell says of a program */
#define EXIT_NOT_FOUND	127
#define EXIT_SIGNAL	128 /* and the signal's number */
#define SIGNAL_MAX	64  /* what is higher is the program's own status */

void command_program(struct buf *out, const char *command)
{
	struct str rest = str_trim(str_of(command));
	char quote = '\0';

	for (; rest.len > 0; rest = str_from(rest, 1)) {
		char byte = rest.ptr[0];
		if (!quote && (unsigned char)byte <= ' ')
			return;
		if (byte == quote) {
			quote = '\0';
		} else if (!quote && (byte == '\'' || byte == '"')) {
			quote = byte;
		} else {
			if (byte == '\\' && quote != '\'' && rest.len > 1)
				rest = str_from(rest, 1);
			buf_put_byte(out, rest.ptr[0]);
		}
	}
}

bool command_fail(const char *command, const char *reason, struct error *error)
{
	struct buf program = { 0 };

	command_program(&program, command);
	buf_put_byte(&program, '\0');
	error_set_reason(error, program.ptr, reason);
	buf_release(&program);
	return false;
}

/* The signal that ended it, also where the shell only tells of one; or 0. */
static int signal_of(int status)
{
	if (WIFSIGNALED(status))
		return WTERMSIG(status);
	int signal = WEXITSTATUS(status) - EXIT_SIGNAL;
	return signal > 0 && signal <= SIGNAL_MAX ? signal : 0;
}

static void put_end(struct buf *out, int status)
{
	if (signal_of(status))
		buf_printf(out, "ended by signal %d", signal_of(status));
	else if (WEXITSTATUS(status) == EXIT_NOT_FOUND)
		buf_put_text(out, "not found");
	else if (WEXITSTATUS(status) == EXIT_CANNOT_RUN)
		buf_put_text(out, "cannot be run");
	else
		buf_printf(out, "ended with status %d", WEXITSTATUS(status));
	buf_put_byte(out, '\0');
}

bool command_check(const char *command, int status, struct error *error)
{
	struct buf end = { 0 };

	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	put_end(&end, status);
	command_fail(command, end.ptr, error);
	buf_release(&end);
	return false;
}

/* SPDX-License-Identifier: MIT */
/*
 * The process beside the talk: it reads from a file without a name, because a
 * pipe would have to be fed, and writes to pipes. It is in a session of its
 * own: there is no terminal for it to write to, and all that it starts can be
 * ended with it.
 */
#include "present/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "present/command.h"

/* A talk has no more files and sockets open. */
#define FILES_MAX 256

#define EXIT_NO_SHELL 127

/* Of what a command complains about the bar has room for the first words. */
#define COMPLAINT_BYTES 200

/* ---- in the process ---- */

/* Nothing of the talk's is handed on: neither its files nor its signals. */
static void leave_talk(const int files[3])
{
	sigset_t none;

	setsid();
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		dup2(files[fd], fd);
	for (int fd = STDERR_FILENO + 1; fd < FILES_MAX; fd++)
		close(fd);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static pid_t start(const char *command, const int files[3])
{
	pid_t process = fork();

	if (process != 0)
		return process;
	leave_talk(files);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(EXIT_NO_SHELL);
}

/* ---- what it reads and writes ---- */

static void keep_to_itself(int fd)
{
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	fcntl(fd, F_SETFL, O_NONBLOCK);
}

/* The lowest descriptors are those that the child gives new meanings. */
static int above_standard(int fd)
{
	int higher = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);

	close(fd);
	return higher;
}

static bool open_pipe(int *reader, int *writer)
{
	int ends[2];

	if (pipe(ends))
		return false;
	*reader = above_standard(ends[0]);
	*writer = above_standard(ends[1]);
	keep_to_itself(*reader);
	return *reader >= 0 && *writer >= 0;
}

/* A file that holds the text and has no name; or -1. */
static int open_text(struct str text)
{
	struct error ignored;
	FILE *file = tmpfile();

	if (!file)
		return -1;
	int fd = fcntl(fileno(file), F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	fclose(file);
	if (fd >= 0 && file_put(fd, "text", text, &ignored) &&
	    lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

static void close_file(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

bool filter_begin(struct filter *filter, const char *command, struct str text,
		  long long now, struct error *error)
{
	int files[3] = { open_text(text), -1, -1 };
	bool ok = files[0] >= 0;

	filter->output = filter->complaints = -1;
	buf_clear(&filter->text);
	buf_clear(&filter->command);
	buf_put_text(&filter->command, command);
	buf_put_byte(&filter->command, '\0');
	filter->until = now + FILTER_MS;
	ok = ok && open_pipe(&filter->output, &files[1]) &&
	     open_pipe(&filter->complaints, &files[2]);
	filter->process = ok ? start(command, files) : -1;
	if (filter->process < 0) {
		command_fail(command, strerror(errno), error);
		close_file(&filter->output);
		close_file(&filter->complaints);
		filter->process = 0;
	}
	for (int i = 0; i < 3; i++)
		close_file(&files[i]);
	return filter->process > 0;
}

int filter_fd(const struct filter *filter)
{
	return filter->process > 0 ? filter->output : -1;
}

int filter_timeout(const struct filter *filter, long long now)
{
	long long left = filter->until - now;

	if (filter->process == 0)
		return -1;
	return left < 0 ? 0 : left > FILTER_MS ? FILTER_MS : (int)left;
}

/* ---- its end ---- */

static bool is_too_much(const struct filter *filter)
{
	return filter->text.len > FILTER_BYTES_MAX;
}

/* At the end the descriptor goes: it would be readable for ever. */
static void read_output(struct filter *filter)
{
	struct buf *text = &filter->text;
	ssize_t got = 1;

	while (filter->output >= 0 && !is_too_much(filter)) {
		buf_reserve(text, BUFSIZ);
		got = read(filter->output, text->ptr + text->len, BUFSIZ);
		if (got < 0 && errno != EINTR)
			return;
		if (got > 0)
			text->len += (size_t)got;
		if (got == 0)
			close_file(&filter->output);
	}
}

/* Whether it has ended, and is still there to be asked how. */
static bool has_ended(const struct filter *filter)
{
	siginfo_t info = { .si_pid = 0 };

	return waitid(P_PID, (id_t)filter->process, &info,
		      WEXITED | WNOHANG | WNOWAIT) == 0 &&
	       info.si_pid == filter->process;
}

/*
 * End it with all that it has started, and return how it ended. It may not
 * have come as far as to a session of its own.
 */
static int end_process(struct filter *filter)
{
	int status = 0;

	kill(-filter->process, SIGKILL);
	kill(filter->process, SIGKILL);
	while (waitpid(filter->process, &status, 0) < 0 && errno == EINTR)
		;
	filter->process = 0;
	close_file(&filter->output);
	return status;
}

/* The first line of what it says is better than a number. */
static bool check_end(struct filter *filter, int status, struct error *error)
{
	char text[COMPLAINT_BYTES];
	ssize_t got = read(filter->complaints, text, sizeof(text));
	struct str said = { text, got > 0 ? (size_t)got : 0 };
	struct str line = said.len > 0 ? str_trim(str_take_line(&said)) : said;
	struct error reason;

	if (command_check(filter->command.ptr, status, error))
		return true;
	if (!WIFEXITED(status) || WEXITSTATUS(status) >= EXIT_NO_SHELL - 1 ||
	    line.len == 0)
		return false;
	error_set(&reason, "%.*s", (int)line.len, line.ptr);
	return command_fail(filter->command.ptr, reason.text, error);
}

enum filter_state filter_take(struct filter *filter, long long now,
			      struct error *error)
{
	const char *reason = NULL;
	int status = 0;

	if (filter->process == 0)
		return FILTER_BUSY;
	bool ended = has_ended(filter); /* all has been written then */
	read_output(filter);
	if (is_too_much(filter))
		reason = "writes too much";
	else if (!ended && now >= filter->until)
		reason = "takes too long";
	if (!ended && !reason)
		return FILTER_BUSY;
	status = end_process(filter);
	bool ok = reason ? command_fail(filter->command.ptr, reason, error)
			 : check_end(filter, status, error);
	close_file(&filter->complaints);
	return ok ? FILTER_DONE : FILTER_FAILED;
}

void filter_stop(struct filter *filter)
{
	if (filter->process > 0) {
		end_process(filter);
		close_file(&filter->complaints);
	}
	buf_release(&filter->command);
	buf_release(&filter->text);
}

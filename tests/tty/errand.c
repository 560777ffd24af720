/* SPDX-License-Identifier: MIT */
/*
 * Runs commands off the terminal. Each leads a session, so that whatever it
 * starts can be found and killed when it ends.
 */
#include "errand.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "proc.h"
#include "pty.h"

static void close_fd(int *fd)
{
	if (*fd > 0)
		close(*fd);
	*fd = 0;
}

/* The end that is read, not blocking, and the one for the command. */
static bool open_pipe(int *read_end, int *write_end)
{
	int ends[2];

	if (pipe(ends) < 0)
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	*read_end = ends[0];
	*write_end = ends[1];
	return true;
}

/* Where the command writes to, output and errors. */
static bool open_outputs(struct errand *errand, const char *path, int outs[2])
{
	if (!path)
		return open_pipe(&errand->fds[0], &outs[0]) &&
		       open_pipe(&errand->fds[1], &outs[1]);
	outs[0] =
		open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC,
		     0666);
	outs[1] = outs[0] < 0 ? -1 : fcntl(outs[0], F_DUPFD_CLOEXEC, 3);
	return outs[1] >= 0;
}

/* The child's side of a start. */
static void become_command(const struct errand_plan *plan, const int outs[2])
{
	char *const args[] = { "sh", "-c", (char *)plan->command, NULL };
	int in = open("/dev/null", O_RDONLY | O_CLOEXEC);

	setsid();
	signal(SIGPIPE, SIG_DFL);
	if (dup2(in, 0) >= 0 && dup2(outs[0], 1) >= 0 &&
	    dup2(outs[1], 2) >= 0 && chdir(plan->dir) == 0)
		execve("/bin/sh", args, plan->environment);
	_exit(127);
}

bool errand_start(struct errand *errand, const struct errand_plan *plan,
		  struct text *error)
{
	int outs[2] = { 0, 0 };
	bool ok = open_outputs(errand, plan->output, outs);

	if (ok)
		errand->pid = fork();
	if (ok && errand->pid == 0)
		become_command(plan, outs);
	ok = ok && errand->pid > 0;
	if (!ok)
		text_printf(error, "can't start: %s", strerror(errno));
	close_fd(&outs[0]);
	close_fd(&outs[1]);
	return ok;
}

static void read_pipe(struct errand *errand, int index)
{
	char chunk[16384];
	ssize_t len = read(errand->fds[index], chunk, sizeof(chunk));

	if (len > 0)
		text_put(&errand->caught[index],
			 (struct str){ chunk, (size_t)len });
	else if (len == 0 || (errno != EAGAIN && errno != EINTR))
		close_fd(&errand->fds[index]);
}

/* No process is left that could write: this ends. */
static void read_rest(struct errand *errand, int index)
{
	size_t before;

	do {
		before = errand->caught[index].len;
		if (errand->fds[index] > 0)
			read_pipe(errand, index);
	} while (errand->caught[index].len > before);
	close_fd(&errand->fds[index]);
}

/*
 * The session goes before its leader is reaped: after that, its number may
 * be another's.
 */
bool errand_ended(struct errand *errand)
{
	siginfo_t info = { 0 };

	if (errand->pid == 0)
		return true;
	if (waitid(P_PID, (id_t)errand->pid, &info,
		   WEXITED | WNOHANG | WNOWAIT) < 0 ||
	    info.si_pid == 0)
		return false;
	proc_kill_session(errand->pid);
	waitpid(errand->pid, &errand->status, 0);
	errand->pid = 0;
	for (int i = 0; i < ERRAND_FDS; i++)
		read_rest(errand, i);
	return true;
}

void errand_signal(struct errand *errand, int signal_number)
{
	if (errand->pid > 0 && kill(-errand->pid, signal_number) < 0)
		kill(errand->pid, signal_number);
}

void errand_close(struct errand *errand)
{
	if (errand->pid > 0) {
		errand_signal(errand, SIGKILL);
		proc_kill_session(errand->pid);
		waitpid(errand->pid, NULL, 0);
	}
	for (int i = 0; i < ERRAND_FDS; i++) {
		close_fd(&errand->fds[i]);
		text_release(&errand->caught[i]);
	}
	*errand = (struct errand){ 0 };
}

/* poll skips what is negative. */
void errand_watch(const struct errand *errand, struct pollfd *fds)
{
	for (int i = 0; i < ERRAND_FDS; i++)
		fds[i] = (struct pollfd){
			.fd = errand->fds[i] > 0 ? errand->fds[i] : -1,
			.events = POLLIN,
		};
}

void errand_take(struct errand *errand, const struct pollfd *fds)
{
	for (int i = 0; i < ERRAND_FDS; i++)
		if (fds[i].revents)
			read_pipe(errand, i);
}

bool errand_is_open(const struct errand *errand)
{
	return errand->fds[0] > 0 || errand->fds[1] > 0;
}

void errand_put(const struct errand *errand, struct text *text)
{
	if (errand->pid > 0)
		text_puts(text, "running");
	else if (WIFSIGNALED(errand->status))
		text_printf(text, "exit signal %s",
			    signal_name(WTERMSIG(errand->status)));
	else
		text_printf(text, "exit %d", WEXITSTATUS(errand->status));
	text_puts(text, ", output ");
	text_put_quoted(text, text_str(&errand->caught[0]));
	text_puts(text, ", errors ");
	text_put_quoted(text, text_str(&errand->caught[1]));
}

/* SPDX-License-Identifier: MIT */
/*
 * The driver's end of a session. The master is held by this process alone, so
 * that closing it hangs the terminal up.
 */
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pipeline.h"
#include "proc.h"

static const struct {
	const char *name;
	int number;
} signals[] = {
	{ "TERM", SIGTERM }, { "HUP", SIGHUP },	    { "INT", SIGINT },
	{ "QUIT", SIGQUIT }, { "KILL", SIGKILL },   { "TSTP", SIGTSTP },
	{ "STOP", SIGSTOP }, { "CONT", SIGCONT },   { "USR1", SIGUSR1 },
	{ "USR2", SIGUSR2 }, { "SEGV", SIGSEGV },   { "ABRT", SIGABRT },
	{ "PIPE", SIGPIPE }, { "WINCH", SIGWINCH }, { "ALRM", SIGALRM },
};

enum {
	SIGNALS = sizeof(signals) / sizeof(signals[0]),
	DRIVER_FDS = 256, /* more than the driver ever has open */
};

int signal_find(struct str name)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (str_is(name, signals[i].name))
			return signals[i].number;
	return 0;
}

const char *signal_name(int number)
{
	for (size_t i = 0; i < SIGNALS; i++)
		if (signals[i].number == number)
			return signals[i].name;
	return "?";
}

static bool open_pipe(int *read_end, int *write_end)
{
	int ends[2];

	if (pipe(ends) < 0)
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	*read_end = ends[0];
	*write_end = ends[1];
	return true;
}

static bool open_master(struct pty *pty, const struct pty_plan *plan)
{
	struct winsize size = {
		.ws_row = (unsigned short)plan->rows,
		.ws_col = (unsigned short)plan->cols,
	};

	pty->master = posix_openpt(O_RDWR | O_NOCTTY);
	if (pty->master < 0 || grantpt(pty->master) < 0 ||
	    unlockpt(pty->master) < 0)
		return false;
	fcntl(pty->master, F_SETFD, FD_CLOEXEC);
	fcntl(pty->master, F_SETFL, O_RDWR | O_NONBLOCK);
	if (tcgetattr(pty->master, &pty->before) < 0)
		return false;
	pty->before.c_iflag |= IUTF8; /* as terminals set it */
	return tcsetattr(pty->master, TCSANOW, &pty->before) == 0 &&
	       ioctl(pty->master, TIOCSWINSZ, &size) == 0;
}

/*
 * The leader isn't exec'd, so it would hold on to what the driver has open:
 * its own end of the terminal, and all ends of the other terminals.
 */
static void close_others(const struct leader_plan *plan)
{
	for (int fd = 3; fd < DRIVER_FDS; fd++)
		if (fd != plan->orders && fd != plan->events)
			close(fd);
}

/* Fork the leader; the ends of the pipes that it uses are in its plan. */
static bool start_leader(struct pty *pty, struct leader_plan *plan)
{
	if (!open_pipe(&plan->orders, &pty->orders))
		return false;
	if (!open_pipe(&pty->events, &plan->events)) {
		close(plan->orders);
		return false;
	}
	pty->leader = fork();
	if (pty->leader == 0) {
		close_others(plan);
		leader_run(plan);
		_exit(1);
	}
	close(plan->orders);
	close(plan->events);
	return pty->leader > 0;
}

static bool read_event(struct pty *pty)
{
	struct job_event event;
	ssize_t len = read(pty->events, &event, sizeof(event));

	if (len != (ssize_t)sizeof(event))
		return false;
	pty->state = event.state;
	pty->status = event.status;
	pty->group = event.group;
	return true;
}

bool pty_open(struct pty *pty, const struct pty_plan *plan, struct text *error)
{
	struct pipeline pipeline;
	struct leader_plan leader = {
		.dir = plan->dir,
		.environment = plan->environment,
		.commands = pipeline.commands,
	};
	bool ok;

	*pty = (struct pty){ .master = -1, .orders = -1, .events = -1 };
	ok = pipeline_cut(&pipeline, plan->command, error);
	leader.count = pipeline.count;
	if (ok) {
		ok = open_master(pty, plan);
		leader.tty = ok ? ptsname(pty->master) : NULL;
		ok = ok && start_leader(pty, &leader) && read_event(pty);
		if (!ok)
			text_printf(error, "can't start: %s", strerror(errno));
	}
	pipeline_release(&pipeline);
	return ok;
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

void pty_close(struct pty *pty)
{
	if (pty->leader > 0) {
		pty_signal(pty, SIGKILL);
		proc_kill_session(pty->leader);
		kill(pty->leader, SIGKILL);
		waitpid(pty->leader, NULL, 0);
	}
	close_fd(&pty->master);
	close_fd(&pty->orders);
	close_fd(&pty->events);
	*pty = (struct pty){ .master = -1, .orders = -1, .events = -1 };
}

static void read_output(struct pty *pty, struct text *output)
{
	char chunk[16384];
	ssize_t len = read(pty->master, chunk, sizeof(chunk));

	if (len > 0)
		text_put(output, (struct str){ chunk, (size_t)len });
	else if (len == 0 || (errno != EAGAIN && errno != EINTR))
		close_fd(&pty->master);
}

void pty_watch(const struct pty *pty, struct pollfd *fds)
{
	fds[0] = (struct pollfd){ .fd = pty->master, .events = POLLIN };
	fds[1] = (struct pollfd){ .fd = pty->events, .events = POLLIN };
}

void pty_take(struct pty *pty, const struct pollfd *fds, struct text *output)
{
	if (fds[0].revents)
		read_output(pty, output);
	if (fds[1].revents && !read_event(pty))
		close_fd(&pty->events);
}

ssize_t pty_write(struct pty *pty, struct str bytes)
{
	ssize_t len = write(pty->master, bytes.ptr, bytes.len);

	if (len < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	return len;
}

bool pty_resize(struct pty *pty, int rows, int cols)
{
	struct winsize size = {
		.ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)cols,
	};

	return ioctl(pty->master, TIOCSWINSZ, &size) == 0;
}

bool pty_signal(struct pty *pty, int signal_number)
{
	return pty->group > 0 && pty->state != JOB_EXITED &&
	       kill(-pty->group, signal_number) == 0;
}

/*
 * The job counts as running at once, so that waiting for it to stop can't
 * see how it stopped before.
 */
bool pty_foreground(struct pty *pty)
{
	char order = ORDER_FOREGROUND;

	if (pty->leader <= 0 || pty->state == JOB_EXITED ||
	    write(pty->orders, &order, 1) != 1)
		return false;
	pty->state = JOB_RUNNING;
	return true;
}

/* A shell that is hung up passes that on, and wakes jobs to hear it. */
void pty_hangup(struct pty *pty)
{
	close_fd(&pty->master);
	pty_signal(pty, SIGHUP);
	pty_signal(pty, SIGCONT);
}

void pty_cook(struct pty *pty)
{
	tcsetattr(pty->master, TCSANOW, &pty->before);
}

void pty_put_state(const struct pty *pty, struct text *text)
{
	if (pty->leader == 0)
		text_puts(text, "nothing was run");
	else if (pty->state == JOB_RUNNING)
		text_puts(text, "running");
	else if (pty->state == JOB_STOPPED)
		text_puts(text, "stopped");
	else if (WIFSIGNALED(pty->status))
		text_printf(text, "exit signal %s",
			    signal_name(WTERMSIG(pty->status)));
	else
		text_printf(text, "exit %d", WEXITSTATUS(pty->status));
}

static bool flags_equal(const char *name, tcflag_t before, tcflag_t now,
			struct text *difference)
{
	if (before == now)
		return true;
	text_printf(difference, "%s was %#lx, is %#lx  ", name,
		    (unsigned long)before, (unsigned long)now);
	return false;
}

bool pty_is_restored(struct pty *pty, struct text *difference)
{
	const struct termios *before = &pty->before;
	struct termios now;
	bool equal = true;

	if (tcgetattr(pty->master, &now) < 0) {
		text_puts(difference, "there is no terminal");
		return false;
	}
	equal &= flags_equal("c_iflag", before->c_iflag, now.c_iflag,
			     difference);
	equal &= flags_equal("c_oflag", before->c_oflag, now.c_oflag,
			     difference);
	equal &= flags_equal("c_cflag", before->c_cflag, now.c_cflag,
			     difference);
	equal &= flags_equal("c_lflag", before->c_lflag, now.c_lflag,
			     difference);
	if (memcmp(before->c_cc, now.c_cc, sizeof(now.c_cc)) != 0) {
		text_puts(difference, "c_cc differs");
		equal = false;
	}
	return equal;
}

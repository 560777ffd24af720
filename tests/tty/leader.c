/* SPDX-License-Identifier: MIT */
/*
 * A shell for one job: starts it in the foreground, reports what becomes of
 * it, and takes the terminal back whenever it stops or ends. Unlike a shell it
 * never touches the terminal's modes, so that a test sees what the job left.
 */
#include "leader.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

struct process {
	pid_t pid;
	enum job_state state;
	int status;
};

struct leader {
	const struct leader_plan *plan;
	struct process processes[JOB_PROCESSES];
	pid_t group;
	enum job_state reported;
};

/* Where a process of the job gets its standard files from. */
struct plumbing {
	int in, out;
};

/* A shell with job control leaves these to the job. */
static const int ignored[] = { SIGHUP,	SIGINT,	 SIGQUIT, SIGPIPE,
			       SIGTSTP, SIGTTIN, SIGTTOU };

static void set_ignored(void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof(ignored) / sizeof(ignored[0]); i++)
		sigaction(ignored[i], &action, NULL);
}

/* Nothing to do: the signal's only use is to end pselect. */
static void on_child(int number)
{
	(void)number;
}

static void catch_children(sigset_t *unblocked)
{
	struct sigaction action = { .sa_handler = on_child };
	sigset_t child;

	sigemptyset(&action.sa_mask);
	sigaction(SIGCHLD, &action, NULL);
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, unblocked);
}

static bool take_terminal(const char *path)
{
	int tty;

	if (setsid() < 0)
		return false;
	tty = open(path, O_RDWR);
	if (tty < 0)
		return false;
	ioctl(tty, TIOCSCTTY, 0);
	for (int fd = 0; fd < 3; fd++)
		if (dup2(tty, fd) < 0)
			return false;
	if (tty > 2)
		close(tty);
	return true;
}

static bool open_pipe(int ends[2])
{
	if (pipe(ends) < 0)
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return true;
}

/* The child's side of a start. */
static void become_job(const struct leader *leader, const char *command,
		       const struct plumbing *plumbing)
{
	char *const args[] = { "sh", "-c", (char *)command, NULL };
	sigset_t none;

	setpgid(0, leader->group);
	tcsetpgrp(2, getpgrp());
	set_ignored(SIG_DFL);
	signal(SIGCHLD, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);

	if (dup2(plumbing->in, 0) >= 0 && dup2(plumbing->out, 1) >= 0 &&
	    chdir(leader->plan->dir) == 0)
		execve("/bin/sh", args, leader->plan->environment);
	_exit(127);
}

static bool start_process(struct leader *leader, int index,
			  const struct plumbing *plumbing)
{
	struct process *process = &leader->processes[index];

	process->pid = fork();
	if (process->pid == 0)
		become_job(leader, leader->plan->commands[index], plumbing);
	if (process->pid < 0)
		return false;
	if (leader->group == 0)
		leader->group = process->pid;
	setpgid(process->pid, leader->group);
	return true;
}

/* Start all processes, each reading what the one before it writes. */
static bool start_pipeline(struct leader *leader)
{
	struct plumbing plumbing = { .in = 0 };

	for (int i = 0; i < leader->plan->count; i++) {
		bool last = i == leader->plan->count - 1;
		int ends[2] = { 0, 1 };

		if (!last && !open_pipe(ends))
			return false;
		plumbing.out = ends[1];
		if (!start_process(leader, i, &plumbing))
			return false;
		if (plumbing.in > 2)
			close(plumbing.in);
		if (!last)
			close(ends[1]);
		plumbing.in = ends[0];
	}
	return true;
}

/*
 * Start the job and wait until every process runs its own program: a signal
 * sent before that would meet the leader's handlers. Exec closes the pipe that
 * is read here.
 */
static bool start_job(struct leader *leader)
{
	int started[2];
	char byte;
	bool ok;

	if (!open_pipe(started))
		return false;
	ok = start_pipeline(leader);
	close(started[1]);
	if (ok) {
		tcsetpgrp(0, leader->group);
		while (read(started[0], &byte, 1) > 0)
			;
	}
	close(started[0]);
	return ok;
}

static enum job_state job_state(const struct leader *leader)
{
	enum job_state state = JOB_EXITED;

	for (int i = 0; i < leader->plan->count; i++) {
		if (leader->processes[i].state == JOB_RUNNING)
			return JOB_RUNNING;
		if (leader->processes[i].state == JOB_STOPPED)
			state = JOB_STOPPED;
	}
	return state;
}

static void send_event(struct leader *leader)
{
	struct job_event event = {
		.state = job_state(leader),
		.status = leader->processes[leader->plan->count - 1].status,
		.group = leader->group,
	};

	leader->reported = event.state;
	if (write(leader->plan->events, &event, sizeof(event)) < 0)
		_exit(1);
}

static void report(struct leader *leader)
{
	enum job_state state = job_state(leader);

	if (state == leader->reported)
		return;
	if (state != JOB_RUNNING)
		tcsetpgrp(0, getpgrp());
	send_event(leader);
}

static void note_status(struct leader *leader, pid_t pid, int status)
{
	for (int i = 0; i < leader->plan->count; i++) {
		struct process *process = &leader->processes[i];

		if (process->pid != pid)
			continue;
		process->status = status;
		process->state = WIFSTOPPED(status)	? JOB_STOPPED
				 : WIFCONTINUED(status) ? JOB_RUNNING
							: JOB_EXITED;
	}
}

static void reap(struct leader *leader)
{
	int options = WNOHANG | WUNTRACED | WCONTINUED;
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, options)) > 0)
		note_status(leader, pid, status);
	report(leader);
}

/*
 * The processes count as running from here on: if the job stops again before
 * it was seen to continue, that is news all the same.
 */
static void foreground(struct leader *leader)
{
	for (int i = 0; i < leader->plan->count; i++)
		if (leader->processes[i].state == JOB_STOPPED)
			leader->processes[i].state = JOB_RUNNING;
	tcsetpgrp(0, leader->group);
	report(leader);
	kill(-leader->group, SIGCONT);
}

static void obey(struct leader *leader)
{
	char order;

	if (read(leader->plan->orders, &order, 1) <= 0) {
		kill(-leader->group, SIGKILL);
		_exit(0);
	}
	if (order == ORDER_FOREGROUND)
		foreground(leader);
}

void leader_run(const struct leader_plan *plan)
{
	struct leader leader = { .plan = plan };
	sigset_t unblocked;

	if (!take_terminal(plan->tty))
		return;
	set_ignored(SIG_IGN);
	catch_children(&unblocked);
	if (!start_job(&leader))
		return;
	send_event(&leader);
	for (;;) {
		fd_set orders;

		reap(&leader);
		FD_ZERO(&orders);
		FD_SET(plan->orders, &orders);
		if (pselect(plan->orders + 1, &orders, NULL, NULL, NULL,
			    &unblocked) > 0)
			obey(&leader);
	}
}

/* SPDX-License-Identifier: MIT */
/*
 * Handlers that only take notes. The notes are the second of the program's two
 * mutable variables at file scope: a handler has no argument to keep them in.
 */
#include "present/signals.h"

#include <stddef.h>
#include <unistd.h>

#include "base/die.h"

#define SIGNALS_MAX 64

static volatile sig_atomic_t arrived[SIGNALS_MAX];

static const int ending[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
static const int noted[] = { SIGTERM,  SIGHUP,	SIGINT,	 SIGQUIT,
			     SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD };
static const int stop[] = { SIGTSTP };
static const int lent[] = { SIGINT, SIGQUIT, SIGCONT };
static const int fatal[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void take_note(int number)
{
	arrived[number] = 1;
}

/* Not SIG_IGN, which the program that has the terminal would inherit. */
static void pass_over(int number)
{
	(void)number;
}

/* The handler is gone when it runs (SA_RESETHAND), so raising it ends us. */
static void rescue(int number)
{
	die_rescue();
	raise(number);
}

/*
 * nohup: a hangup that is ignored stays ignored. But a child whose end is
 * ignored leaves no status, so that one is always noted.
 */
static bool is_ignored(int number)
{
	struct sigaction action;

	return number != SIGCHLD && sigaction(number, NULL, &action) == 0 &&
	       action.sa_handler == SIG_IGN;
}

static void set_handlers(const int *numbers, size_t count, void (*handler)(int),
			 int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < count; i++) {
		if (!is_ignored(numbers[i]))
			sigaction(numbers[i], &action, NULL);
	}
}

void signals_open(struct signals *signals)
{
	sigset_t blocked;

	sigemptyset(&blocked);
	for (size_t i = 0; i < COUNT(noted); i++)
		sigaddset(&blocked, noted[i]);
	sigprocmask(SIG_BLOCK, &blocked, &signals->before);
	signals->while_waiting = signals->before;
	for (size_t i = 0; i < COUNT(noted); i++)
		sigdelset(&signals->while_waiting, noted[i]);
	set_handlers(noted, COUNT(noted), take_note, 0);
	set_handlers(fatal, COUNT(fatal), rescue,
		     (int)(SA_RESETHAND | SA_NODEFER));
}

void signals_close(struct signals *signals)
{
	set_handlers(noted, COUNT(noted), SIG_DFL, 0);
	set_handlers(fatal, COUNT(fatal), SIG_DFL, 0);
	sigprocmask(SIG_SETMASK, &signals->before, NULL);
}

bool signals_take(int number)
{
	bool came = arrived[number];

	arrived[number] = 0;
	return came;
}

int signals_ending(void)
{
	for (size_t i = 0; i < COUNT(ending); i++) {
		if (arrived[ending[i]])
			return ending[i];
	}
	return 0;
}

void signals_stop(struct signals *signals)
{
	sigset_t unblocked = signals->while_waiting, blocked;

	set_handlers(stop, COUNT(stop), SIG_DFL, 0);
	kill(0, SIGTSTP);
	sigprocmask(SIG_SETMASK, &unblocked, &blocked); /* stops here */
	sigprocmask(SIG_SETMASK, &blocked, NULL);
	set_handlers(stop, COUNT(stop), take_note, 0);
	arrived[SIGCONT] = 0;
}

void signals_lend(void)
{
	set_handlers(lent, COUNT(lent), pass_over, 0);
	set_handlers(stop, COUNT(stop), SIG_DFL, 0);
}

void signals_regain(void)
{
	set_handlers(lent, COUNT(lent), take_note, 0);
	set_handlers(stop, COUNT(stop), take_note, 0);
}

void signals_die(int number)
{
	sigset_t set;

	signal(number, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, number);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(number);
}

/* SPDX-License-Identifier: MIT */
/*
 * Waits: for programs to draw, for commands to end. The only file that calls
 * poll or looks at a clock.
 */
#include "trial.h"

#include <poll.h>
#include <stdio.h>
#include <time.h>

long long trial_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool trial_open(struct trial *trial, int patience_ms, struct text *error)
{
	*trial = (struct trial){ .patience_ms = patience_ms };
	trial_turn(trial, str_of("main"), error);
	return sandbox_open(&trial->sandbox, error);
}

void trial_close(struct trial *trial)
{
	for (int i = 0; i < trial->count; i++)
		terminal_close(&trial->terminals[i]);
	errand_close(&trial->errand);
	for (int i = 0; i < TRIAL_STARTED; i++)
		errand_close(&trial->started[i]);
	sandbox_close(&trial->sandbox);
	text_release(&trial->missing);
}

bool trial_turn(struct trial *trial, struct str name, struct text *error)
{
	for (int i = 0; i < trial->count; i++) {
		trial->terminal = &trial->terminals[i];
		if (str_is(name, trial->terminal->name))
			return true;
	}
	if (trial->count == TRIAL_TERMINALS || name.len >= TERMINAL_NAME) {
		text_printf(error, "%s",
			    name.len >= TERMINAL_NAME
				    ? "a name that is too long"
				    : "too many terminals");
		return false;
	}
	trial->terminal = &trial->terminals[trial->count++];
	terminal_open(trial->terminal, name);
	return true;
}

bool trial_run(struct trial *trial, struct str command, struct text *error)
{
	struct pty_plan plan = {
		.dir = trial->sandbox.dir,
		.environment = trial->sandbox.environment,
		.command = command,
	};

	return terminal_run(trial->terminal, &plan, error);
}

bool trial_await(struct trial *trial, struct errand *errand)
{
	long long deadline = trial_now_ms() + trial->patience_ms;

	while (!errand_ended(errand)) {
		if (trial_now_ms() >= deadline)
			return false;
		trial_pump(trial, errand_is_open(errand) ? POLL_MS : 1);
	}
	return true;
}

bool trial_do(struct trial *trial, const char *command, struct text *error)
{
	struct errand_plan plan = {
		.dir = trial->sandbox.dir,
		.environment = trial->sandbox.environment,
		.command = command,
	};

	errand_close(&trial->errand);
	if (!errand_start(&trial->errand, &plan, error))
		return false;
	if (trial_await(trial, &trial->errand))
		return true;
	errand_put(&trial->errand, error);
	errand_close(&trial->errand);
	return false;
}

struct errand *trial_started(struct trial *trial, struct str name)
{
	for (int i = 0; i < TRIAL_STARTED; i++)
		if (str_is(name, trial->started[i].name))
			return &trial->started[i];
	return NULL;
}

/* One whose command has ended is as good as one that had none. */
static struct errand *find_place(struct trial *trial, struct str name)
{
	struct errand *errand = trial_started(trial, name);

	if (!errand)
		errand = trial_started(trial, str_of(""));
	return errand && errand_ended(errand) ? errand : NULL;
}

bool trial_start(struct trial *trial, struct str name, const char *command,
		 struct text *error)
{
	struct errand *errand = find_place(trial, name);
	struct text output = { 0 };
	struct errand_plan plan = {
		.dir = trial->sandbox.dir,
		.environment = trial->sandbox.environment,
		.command = command,
	};
	bool ok = errand && name.len < ERRAND_NAME;

	if (!ok) {
		text_puts(error, errand ? "a name that is too long"
					: "it runs already, or too many do");
		return false;
	}
	errand_close(errand);
	snprintf(errand->name, sizeof(errand->name), "%.*s", STR_ARG(name));
	text_printf(&output, "%s/%s.out", trial->sandbox.dir, errand->name);
	plan.output = output.ptr;
	ok = errand_start(errand, &plan, error);
	text_release(&output);
	return ok;
}

bool trial_pump(struct trial *trial, int ms)
{
	enum { FDS = TRIAL_TERMINALS * PTY_FDS + ERRAND_FDS };
	struct pollfd fds[FDS];
	struct pollfd *of_errand = fds + trial->count * PTY_FDS;
	bool wrote = false;

	for (int i = 0; i < trial->count; i++)
		terminal_watch(&trial->terminals[i], fds + i * PTY_FDS);
	errand_watch(&trial->errand, of_errand);
	if (poll(fds, (nfds_t)(trial->count * PTY_FDS + ERRAND_FDS), ms) <= 0)
		return false;
	for (int i = 0; i < trial->count; i++) {
		struct terminal *terminal = &trial->terminals[i];

		if (terminal_take(terminal, fds + i * PTY_FDS) &&
		    terminal == trial->terminal)
			wrote = true;
	}
	errand_take(&trial->errand, of_errand);
	return wrote;
}

/* A program that never pauses mustn't hold the driver here forever. */
void trial_drain(struct trial *trial)
{
	long long deadline = trial_now_ms() + trial->patience_ms;

	while (trial_pump(trial, 0) && trial_now_ms() < deadline)
		;
}

void trial_mark(struct trial *trial)
{
	trial_drain(trial);
	for (int i = 0; i < trial->count; i++)
		trial->terminals[i].bytes = 0;
}

bool trial_settle(struct trial *trial, int ms)
{
	long long now = trial_now_ms();
	long long deadline = now + trial->patience_ms + ms;
	long long since = now;

	while (now - since < ms) {
		if (trial_pump(trial, (int)(ms - (now - since))))
			since = trial_now_ms();
		now = trial_now_ms();
		if (now >= deadline)
			return false;
	}
	return true;
}

static bool send_all(struct trial *trial, struct str bytes)
{
	long long deadline = trial_now_ms() + trial->patience_ms;

	while (bytes.len > 0) {
		ssize_t sent = pty_write(&trial->terminal->pty, bytes);

		if (sent < 0 || trial_now_ms() >= deadline)
			return false;
		bytes.ptr += sent;
		bytes.len -= (size_t)sent;
		if (bytes.len > 0)
			trial_pump(trial, REST_MS);
	}
	return true;
}

bool trial_send(struct trial *trial, struct text *error)
{
	struct text *reply = &trial->terminal->emulator.reply;
	struct text bytes = *reply;
	bool ok;

	*reply = (struct text){ 0 }; /* for new answers */
	ok = send_all(trial, text_str(&bytes));
	text_release(&bytes);
	if (!ok)
		text_puts(error, "nothing takes the input");
	return ok;
}

bool trial_resize(struct trial *trial, int rows, int cols)
{
	trial_drain(trial);
	emulator_resize(&trial->terminal->emulator, rows, cols);
	return pty_resize(&trial->terminal->pty, rows, cols);
}

void trial_dump(const struct trial *trial, struct text *text)
{
	for (int i = 0; i < trial->count; i++) {
		const struct terminal *terminal = &trial->terminals[i];

		terminal_dump(terminal,
			      trial->count > 1 ? terminal->name : "program",
			      text);
	}
}

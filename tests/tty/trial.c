/* SPDX-License-Identifier: MIT */
/*
 * Joins pty and emulator: every byte that the program writes goes to the
 * screen, what the terminal answers goes back at once.
 */
#include "trial.h"

#include <time.h>

enum {
	OUTPUT_KEPT = 1 << 20, /* of the output, once there is twice as much */
	OUTPUT_MOST = 2 * OUTPUT_KEPT,
};

long long trial_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool trial_open(struct trial *trial, int patience_ms, struct text *error)
{
	*trial = (struct trial){
		.rows = 24,
		.cols = 80,
		.patience_ms = patience_ms,
		.pty = { .master = -1, .orders = -1, .events = -1 },
	};
	emulator_open(&trial->emulator, trial->rows, trial->cols);
	return sandbox_open(&trial->sandbox, error);
}

void trial_close(struct trial *trial)
{
	pty_close(&trial->pty);
	emulator_close(&trial->emulator);
	sandbox_close(&trial->sandbox);
	text_release(&trial->output);
}

bool trial_run(struct trial *trial, struct str command, struct text *error)
{
	struct pty_plan plan = {
		.rows = trial->rows,
		.cols = trial->cols,
		.dir = trial->sandbox.dir,
		.environment = trial->sandbox.environment,
		.command = command,
	};

	pty_close(&trial->pty);
	emulator_close(&trial->emulator);
	emulator_open(&trial->emulator, trial->rows, trial->cols);
	text_clear(&trial->output);
	trial->bytes = 0;
	return pty_open(&trial->pty, &plan, error);
}

/* An answer that the pty has no room for is lost, as on a real line. */
static void answer(struct trial *trial)
{
	struct text *reply = &trial->emulator.reply;

	if (reply->len > 0)
		pty_write(&trial->pty, text_str(reply));
	text_clear(reply);
}

bool trial_pump(struct trial *trial, int ms)
{
	size_t before = trial->output.len;
	struct str fresh;

	pty_wait(&trial->pty, ms, &trial->output);
	fresh = text_str(&trial->output);
	fresh.ptr += before;
	fresh.len -= before;
	if (fresh.len == 0)
		return false;
	trial->bytes += fresh.len;
	emulator_feed(&trial->emulator, fresh);
	answer(trial);
	if (trial->output.len > OUTPUT_MOST)
		text_keep_tail(&trial->output, OUTPUT_KEPT);
	return true;
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
	trial->bytes = 0;
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
		ssize_t sent = pty_write(&trial->pty, bytes);

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
	struct text bytes = trial->emulator.reply;
	bool ok;

	trial->emulator.reply = (struct text){ 0 }; /* for new answers */
	ok = send_all(trial, text_str(&bytes));
	text_release(&bytes);
	if (!ok)
		text_puts(error, "nothing takes the input");
	return ok;
}

bool trial_resize(struct trial *trial, int rows, int cols)
{
	trial_drain(trial);
	emulator_resize(&trial->emulator, rows, cols);
	return pty_resize(&trial->pty, rows, cols);
}

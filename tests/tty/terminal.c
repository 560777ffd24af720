/* SPDX-License-Identifier: MIT */
/*
 * Joins pty and emulator: every byte that the program writes goes to the
 * screen, what the terminal answers goes back at once.
 */
#include "terminal.h"

#include <stdio.h>

enum {
	OUTPUT_KEPT = 1 << 20, /* of the output, once there is twice as much */
	OUTPUT_MOST = 2 * OUTPUT_KEPT,
};

void terminal_open(struct terminal *terminal, struct str name)
{
	*terminal = (struct terminal){
		.rows = 24,
		.cols = 80,
		.pty = { .master = -1, .orders = -1, .events = -1 },
	};
	snprintf(terminal->name, sizeof(terminal->name), "%.*s", STR_ARG(name));
	emulator_open(&terminal->emulator, terminal->rows, terminal->cols);
}

void terminal_close(struct terminal *terminal)
{
	pty_close(&terminal->pty);
	emulator_close(&terminal->emulator);
	text_release(&terminal->output);
}

bool terminal_run(struct terminal *terminal, const struct pty_plan *plan,
		  struct text *error)
{
	struct pty_plan sized = *plan;

	sized.rows = terminal->rows;
	sized.cols = terminal->cols;
	pty_close(&terminal->pty);
	emulator_close(&terminal->emulator);
	emulator_open(&terminal->emulator, sized.rows, sized.cols);
	text_clear(&terminal->output);
	terminal->bytes = 0;
	return pty_open(&terminal->pty, &sized, error);
}

void terminal_watch(const struct terminal *terminal, struct pollfd *fds)
{
	pty_watch(&terminal->pty, fds);
}

/* An answer that the pty has no room for is lost, as on a real line. */
static void answer(struct terminal *terminal)
{
	struct text *reply = &terminal->emulator.reply;

	if (reply->len > 0)
		pty_write(&terminal->pty, text_str(reply));
	text_clear(reply);
}

bool terminal_take(struct terminal *terminal, const struct pollfd *fds)
{
	size_t before = terminal->output.len;
	struct str fresh;

	pty_take(&terminal->pty, fds, &terminal->output);
	fresh = text_str(&terminal->output);
	fresh.ptr += before;
	fresh.len -= before;
	if (fresh.len == 0)
		return false;
	terminal->bytes += fresh.len;
	emulator_feed(&terminal->emulator, fresh);
	answer(terminal);
	if (terminal->output.len > OUTPUT_MOST)
		text_keep_tail(&terminal->output, OUTPUT_KEPT);
	return true;
}

void terminal_dump(const struct terminal *terminal, const char *name,
		   struct text *text)
{
	text_printf(text, "    %s: ", name);
	pty_put_state(&terminal->pty, text);
	text_puts(text, "\n");
	emulator_dump(&terminal->emulator, text);
}

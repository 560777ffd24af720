/* SPDX-License-Identifier: MIT */
/*
 * What scripts can do: one small function for each command, and the table of
 * them at the end. A command never waits for an effect; expectations do that.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "keys.h"
#include "language.h"

static bool do_terminal(struct trial *trial, const struct args *args,
			struct text *there)
{
	return trial_turn(trial, args->values[0].text, there);
}

static bool do_size(struct trial *trial, const struct args *args,
		    struct text *there)
{
	(void)there;
	trial->terminal->rows = args->values[0].a;
	trial->terminal->cols = args->values[0].b;
	return true;
}

static bool do_env(struct trial *trial, const struct args *args,
		   struct text *there)
{
	struct text pair = { 0 };
	bool ok = sandbox_expand(&trial->sandbox, args->values[0].text, &pair,
				 there);

	if (ok && !sandbox_set(&trial->sandbox, text_str(&pair))) {
		text_puts(there, "this isn't NAME=VALUE");
		ok = false;
	}
	text_release(&pair);
	return ok;
}

static bool do_unenv(struct trial *trial, const struct args *args,
		     struct text *there)
{
	(void)there;
	sandbox_unset(&trial->sandbox, args->values[0].text);
	return true;
}

/* Say which path it was that the system refused. */
static bool refused(const char *path, struct text *there)
{
	text_printf(there, "%s: %s", path, strerror(errno));
	return false;
}

static bool write_path(const char *path, struct str content, int flags,
		       struct text *there)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | flags, 0666);
	ssize_t len;

	if (fd < 0)
		return refused(path, there);
	len = write(fd, content.ptr, content.len);
	if (len != (ssize_t)content.len)
		refused(path, there);
	close(fd);
	return len == (ssize_t)content.len;
}

/* Write the second argument, expanded, to the path that is the first. */
static bool write_file(struct trial *trial, const struct args *args, int flags,
		       struct text *there)
{
	struct text path = { 0 };
	struct text content = { 0 };
	bool ok = sandbox_path(&trial->sandbox, args->values[0].text, &path,
			       there) &&
		  sandbox_expand(&trial->sandbox, args->values[1].text,
				 &content, there) &&
		  write_path(path.ptr, text_str(&content), flags, there);

	text_release(&path);
	text_release(&content);
	return ok;
}

static bool do_file(struct trial *trial, const struct args *args,
		    struct text *there)
{
	trial_mark(trial);
	return write_file(trial, args, O_CREAT | O_TRUNC, there);
}

/* Not blocking: a FIFO without a reader is tried again. */
static bool do_write(struct trial *trial, const struct args *args,
		     struct text *there)
{
	trial_mark(trial);
	return write_file(trial, args, O_APPEND | O_NONBLOCK, there);
}

/* Do what takes nothing but a path, and at most a mode. */
static bool on_path(struct trial *trial, const struct value *name,
		    int (*call)(const char *path, mode_t mode), mode_t mode,
		    struct text *there)
{
	struct text path = { 0 };
	bool ok = sandbox_path(&trial->sandbox, name->text, &path, there);

	trial_mark(trial);
	if (ok && call(path.ptr, mode) < 0)
		ok = refused(path.ptr, there);
	text_release(&path);
	return ok;
}

static int remove_path(const char *path, mode_t mode)
{
	(void)mode;
	return remove(path);
}

static bool do_remove(struct trial *trial, const struct args *args,
		      struct text *there)
{
	return on_path(trial, &args->values[0], remove_path, 0, there);
}

static bool do_chmod(struct trial *trial, const struct args *args,
		     struct text *there)
{
	mode_t mode = (mode_t)args->values[0].a;

	return on_path(trial, &args->values[1], chmod, mode, there);
}

static bool do_fifo(struct trial *trial, const struct args *args,
		    struct text *there)
{
	return on_path(trial, &args->values[0], mkfifo, 0600, there);
}

static bool do_mkdir(struct trial *trial, const struct args *args,
		     struct text *there)
{
	return on_path(trial, &args->values[0], mkdir, 0777, there);
}

static bool do_rename(struct trial *trial, const struct args *args,
		      struct text *there)
{
	struct text from = { 0 };
	struct text to = { 0 };
	bool ok =
		sandbox_path(&trial->sandbox, args->values[0].text, &from,
			     there) &&
		sandbox_path(&trial->sandbox, args->values[1].text, &to, there);

	trial_mark(trial);
	if (ok && rename(from.ptr, to.ptr) < 0)
		ok = refused(from.ptr, there);
	text_release(&from);
	text_release(&to);
	return ok;
}

static bool do_run(struct trial *trial, const struct args *args,
		   struct text *there)
{
	struct text command = { 0 };
	bool ok = sandbox_expand(&trial->sandbox, args->values[0].text,
				 &command, there) &&
		  trial_run(trial, text_str(&command), there);

	text_release(&command);
	return ok;
}

static bool press(struct trial *trial, const struct value *value,
		  struct text *there)
{
	for (int i = 0; i < value->repeat; i++) {
		if (!value->is_key)
			text_put(&trial->terminal->emulator.reply, value->text);
		else if (!keys_press(&trial->terminal->emulator, value->text,
				     there))
			return false;
	}
	return true;
}

static bool do_key(struct trial *trial, const struct args *args,
		   struct text *there)
{
	trial_mark(trial);
	for (int i = 0; i < args->count; i++)
		if (!press(trial, &args->values[i], there))
			return false;
	return trial_send(trial, there);
}

static bool do_resize(struct trial *trial, const struct args *args,
		      struct text *there)
{
	trial_mark(trial);
	for (int i = 0; i < args->count; i++) {
		const struct value *size = &args->values[i];

		if (!trial_resize(trial, size->a, size->b)) {
			text_puts(there, "there is no terminal");
			return false;
		}
	}
	return true;
}

static bool do_signal(struct trial *trial, const struct args *args,
		      struct text *there)
{
	trial_mark(trial);
	if (pty_signal(&trial->terminal->pty, args->values[0].a))
		return true;
	text_puts(there, "nothing runs");
	return false;
}

static bool do_fg(struct trial *trial, const struct args *args,
		  struct text *there)
{
	(void)args;
	trial_mark(trial);
	if (pty_foreground(&trial->terminal->pty))
		return true;
	text_puts(there, "nothing runs");
	return false;
}

static bool do_hangup(struct trial *trial, const struct args *args,
		      struct text *there)
{
	(void)args;
	(void)there;
	trial_mark(trial);
	pty_hangup(&trial->terminal->pty);
	return true;
}

static bool do_cook(struct trial *trial, const struct args *args,
		    struct text *there)
{
	(void)args;
	(void)there;
	pty_cook(&trial->terminal->pty);
	return true;
}

const struct form command_forms[] = {
	{ "TERMINAL <word>", do_terminal, true },
	{ "SIZE <size>", do_size, true },
	{ "ENV <rest>", do_env, true },
	{ "UNENV <word>", do_unenv, true },
	{ "FILE <path> <string>", do_file, true },
	{ "WRITE <path> <string>", do_write, false },
	{ "RENAME <path> <path>", do_rename, true },
	{ "REMOVE <path>", do_remove, true },
	{ "CHMOD <mode> <path>", do_chmod, true },
	{ "FIFO <path>", do_fifo, true },
	{ "MKDIR <path>", do_mkdir, true },
	{ "RUN <rest>", do_run, true },
	{ "KEY <key>...", do_key, true },
	{ "PASTE <string>", do_key, true },
	{ "RESIZE <size>...", do_resize, true },
	{ "SIGNAL <signal>", do_signal, true },
	{ "FG", do_fg, true },
	{ "HANGUP", do_hangup, true },
	{ "COOK", do_cook, true },
	{ 0 },
};

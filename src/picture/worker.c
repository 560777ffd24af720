/* SPDX-License-Identifier: MIT */
/*
 * The process that decodes: it has a pipe, no terminal, and not much time. What
 * comes through the pipe is all there is of it: how many bytes a copy has, and
 * the bytes. Fewer mean that it failed.
 */
#include "picture/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/file.h"
#include "picture/sandbox.h"
#include "picture/sixel.h"

/*
 * What takes longer is hostile: the largest photographs take two seconds on a
 * slow machine.
 */
#define SECONDS_MAX 20

/* It is not to take the processor from the talk. */
#define NICE 10

/* A talk has no more files and sockets open. */
#define FILES_MAX 256

/* As much as a pipe holds. */
#define READ_BYTES ((size_t)64 * 1024)

/* ---- in the process ---- */

static bool put(int fd, const void *bytes, size_t len)
{
	struct error ignored;

	return file_put(fd, "pipe", (struct str){ bytes, len }, &ignored);
}

/* Libraries are loaded while files can be opened. */
static bool open_libraries(struct decoder *decoder, enum picture_format format,
			   enum copy_kind kind)
{
	struct error ignored;

	return decode_open(decoder, format) &&
	       (kind != COPY_SIXELS || sixel_open(&ignored));
}

static bool work(int fd, const char *path, const struct probe *probe,
		 const struct copy_wish *wish)
{
	struct decoder decoder;
	struct buf bytes = { 0 }, copy = { 0 };
	struct error ignored;

	if (!open_libraries(&decoder, probe->format, wish->kind) ||
	    !file_read_regular(path, path, PICTURE_BYTES_MAX, &bytes, &ignored))
		return false;
	sandbox_enter();
	return copy_make(&decoder, buf_str(&bytes), probe, wish, &copy) &&
	       put(fd, &copy.len, sizeof(copy.len)) &&
	       put(fd, copy.ptr, copy.len);
}

/*
 * The talk's handlers would give its terminal back, so they go; what the
 * decoders say has nobody to read it. The pipe alone stays open: others would
 * take a socket for a talk that goes on.
 */
static void leave_talk(int pipe)
{
	static const int signals[] = { SIGSEGV, SIGBUS,	 SIGFPE,  SIGILL,
				       SIGABRT, SIGXCPU, SIGTERM, SIGHUP,
				       SIGINT,	SIGQUIT, SIGTSTP, SIGPIPE };
	struct rlimit seconds = { SECONDS_MAX, SECONDS_MAX };
	int nothing = open("/dev/null", O_RDWR);
	sigset_t none;

	die_set_rescue(NULL, NULL);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		signal(signals[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int fd = STDIN_FILENO; nothing >= 0 && fd <= STDERR_FILENO; fd++)
		dup2(nothing, fd);
	for (int fd = STDERR_FILENO + 1; fd < FILES_MAX; fd++) {
		if (fd != pipe)
			close(fd);
	}
	setrlimit(RLIMIT_CPU, &seconds);
	if (nice(NICE) < 0)
		errno = 0; /* it goes on without */
}

/* ---- beside it ---- */

bool worker_begin(struct worker *worker, const char *path,
		  const struct probe *probe, const struct copy_wish *wish)
{
	int ends[2];

	*worker = (struct worker){ .wish = *wish };
	if (pipe(ends))
		return false;
	worker->process = fork();
	if (worker->process == 0) {
		leave_talk(ends[1]);
		_exit(work(ends[1], path, probe, wish) ? 0 : 1);
	}
	close(ends[1]);
	worker->fd = ends[0];
	fcntl(worker->fd, F_SETFD, FD_CLOEXEC);
	fcntl(worker->fd, F_SETFL, O_NONBLOCK);
	if (worker->process > 0)
		return true;
	worker->process = 0;
	close(worker->fd);
	return false;
}

/* It has closed the pipe, or is killed: there is nothing to wait for. */
static void reap(struct worker *worker)
{
	kill(worker->process, SIGKILL);
	while (waitpid(worker->process, NULL, 0) < 0 && errno == EINTR)
		;
	close(worker->fd);
	worker->process = 0;
}

/* What a copy has, as far as it was said. */
static size_t said_bytes(const struct worker *worker)
{
	size_t bytes = 0;

	if (worker->bytes.len >= sizeof(bytes))
		memcpy(&bytes, worker->bytes.ptr, sizeof(bytes));
	return bytes;
}

/* More than a copy can have are not taken, whoever sends them. */
static ssize_t read_some(struct worker *worker)
{
	if (worker->bytes.len > sizeof(size_t) + COPY_BYTES_MAX)
		return 0;
	buf_reserve(&worker->bytes, READ_BYTES);
	ssize_t got = read(worker->fd, worker->bytes.ptr + worker->bytes.len,
			   READ_BYTES);
	if (got > 0)
		worker->bytes.len += (size_t)got;
	return got;
}

enum worker_state worker_take(struct worker *worker, struct buf *bytes)
{
	enum worker_state state = WORKER_FAILED;
	ssize_t got;

	while ((got = read_some(worker)) > 0)
		;
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return WORKER_BUSY;
	reap(worker);
	struct str copy = str_from(buf_str(&worker->bytes), sizeof(size_t));
	if (copy.len == said_bytes(worker) &&
	    copy_is_sound(&worker->wish, copy)) {
		buf_put(bytes, copy);
		state = WORKER_DONE;
	}
	buf_release(&worker->bytes);
	return state;
}

void worker_stop(struct worker *worker)
{
	if (worker->process == 0)
		return;
	reap(worker);
	buf_release(&worker->bytes);
}

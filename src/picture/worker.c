/* SPDX-License-Identifier: MIT */
/*
 * The process that decodes: it has a pipe, no terminal, and not much time. Its
 * pixels are all there is of it: fewer than wanted mean that it failed.
 */
#include "picture/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/file.h"
#include "picture/decode.h"
#include "picture/sandbox.h"

/*
 * What takes longer is hostile: the largest photographs take two seconds on a
 * slow machine.
 */
#define SECONDS_MAX 20

/* It is not to take the processor from the talk. */
#define NICE 10

/* A talk has no more files and sockets open. */
#define FILES_MAX 256

/* ---- in the process ---- */

/* It is turned when it is small. */
static bool write_scaled(int fd, const struct raster *raster, int orientation,
			 const struct raster *wanted)
{
	bool on_side = orientation >= 5;
	struct raster scaled =
		raster_scale(raster, on_side ? wanted->height : wanted->width,
			     on_side ? wanted->width : wanted->height);
	struct raster upright = { 0 };
	struct error ignored;

	if (scaled.bytes)
		upright = raster_turn(&scaled, orientation);
	return upright.bytes &&
	       file_put(fd, "pipe",
			(struct str){
				(const char *)upright.bytes,
				raster_bytes(upright.width, upright.height) },
			&ignored);
}

static bool work(int fd, const char *path, const struct probe *probe,
		 const struct raster *wanted)
{
	struct decoder decoder;
	struct buf bytes = { 0 };
	struct raster raster;
	struct error ignored;

	if (!decode_open(&decoder, probe->format) ||
	    !file_read_regular(path, path, PICTURE_BYTES_MAX, &bytes, &ignored))
		return false;
	sandbox_enter();
	return decode_image(&decoder, buf_str(&bytes), &raster) &&
	       write_scaled(fd, &raster, probe->orientation, wanted);
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
		  const struct probe *probe, int width, int height)
{
	int ends[2];

	*worker = (struct worker){
		.raster = { width, height, malloc(raster_bytes(width, height)) }
	};
	if (!worker->raster.bytes)
		die("out of memory");
	if (pipe(ends)) {
		free(worker->raster.bytes);
		return false;
	}
	worker->process = fork();
	if (worker->process == 0) {
		leave_talk(ends[1]);
		_exit(work(ends[1], path, probe, &worker->raster) ? 0 : 1);
	}
	close(ends[1]);
	worker->fd = ends[0];
	fcntl(worker->fd, F_SETFD, FD_CLOEXEC);
	fcntl(worker->fd, F_SETFL, O_NONBLOCK);
	if (worker->process > 0)
		return true;
	worker->process = 0;
	close(worker->fd);
	free(worker->raster.bytes);
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

enum worker_state worker_take(struct worker *worker, struct raster *raster)
{
	size_t wanted =
		raster_bytes(worker->raster.width, worker->raster.height);
	ssize_t got = 1;

	while (worker->got < wanted && got > 0) {
		got = read(worker->fd, worker->raster.bytes + worker->got,
			   wanted - worker->got);
		if (got > 0)
			worker->got += (size_t)got;
	}
	if (worker->got < wanted && got < 0 &&
	    (errno == EAGAIN || errno == EINTR))
		return WORKER_BUSY;
	reap(worker);
	if (worker->got < wanted) {
		free(worker->raster.bytes);
		return WORKER_FAILED;
	}
	*raster = worker->raster;
	return WORKER_DONE;
}

void worker_stop(struct worker *worker)
{
	if (worker->process == 0)
		return;
	reap(worker);
	free(worker->raster.bytes);
}

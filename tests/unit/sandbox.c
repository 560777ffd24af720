/* SPDX-License-Identifier: MIT */
/*
 * What is refused to who is locked in, in a process of its own.
 */
#include "picture/sandbox.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/unit.h"

enum { CAN_ALLOCATE = 1, CAN_WRITE = 2, CAN_OPEN = 4, CAN_CONNECT = 8 };

#define LARGE ((size_t)64 * 1024 * 1024)

static int try_all(int fd)
{
	volatile char *memory = malloc(LARGE);
	int can = 0;

	if (memory) {
		memory[LARGE - 1] = 1;
		can |= CAN_ALLOCATE;
	}
	if (write(fd, "x", 1) == 1)
		can |= CAN_WRITE;
	if (open("/dev/null", O_RDONLY) >= 0)
		can |= CAN_OPEN;
	if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0)
		can |= CAN_CONNECT;
	return can;
}

/* What a process can do, in the sandbox or outside of it. */
static int possible(bool inside)
{
	int ends[2], status = 0;

	assert_int_equal(pipe(ends), 0);
	pid_t process = fork();
	if (process == 0) {
		if (inside)
			sandbox_enter();
		_exit(try_all(ends[1]));
	}
	assert_int_equal(waitpid(process, &status, 0), process);
	close(ends[0]);
	close(ends[1]);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void refuses_all_but_memory_and_pipes(void **state)
{
	(void)state;
	assert_int_equal(possible(false),
			 CAN_ALLOCATE | CAN_WRITE | CAN_OPEN | CAN_CONNECT);
#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
	assert_int_equal(possible(true), CAN_ALLOCATE | CAN_WRITE);
#endif
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_all_but_memory_and_pipes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

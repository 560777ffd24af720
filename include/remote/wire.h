/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_WIRE_H
#define REMOTE_WIRE_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/str.h"

/* What systems differ in about sockets. */

/*
 * Make a new socket non-blocking, closed on exec, and no cause of SIGPIPE.
 * False with errno when it cannot be done.
 */
bool wire_set_up(int fd);

/* As send(2), but never with SIGPIPE. */
ssize_t wire_send(int fd, struct str text);

#endif

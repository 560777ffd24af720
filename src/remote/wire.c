/* SPDX-License-Identifier: MIT */
/*
 * Linux and others take flags with each call, macOS has them on the socket.
 */
#include "remote/wire.h"

#include <fcntl.h>
#include <sys/socket.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

bool wire_set_up(int fd)
{
	int flags = fcntl(fd, F_GETFL);

#ifdef SO_NOSIGPIPE
	setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &(int){ 1 }, sizeof(int));
#endif
	return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 &&
	       fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

ssize_t wire_send(int fd, struct str text)
{
	return send(fd, text.ptr, text.len, MSG_NOSIGNAL);
}

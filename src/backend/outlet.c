/* SPDX-License-Identifier: MIT */
/*
 * Writing without waiting.
 */
#include "backend/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void outlet_open(struct outlet *outlet)
{
	const char *name = ttyname(STDOUT_FILENO);

	outlet->fd =
		name ? open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
		     : -1;
}

void outlet_close(struct outlet *outlet)
{
	if (outlet->fd >= 0)
		close(outlet->fd);
	outlet->fd = -1;
}

int outlet_send(struct outlet *outlet, struct graphics *graphics)
{
	struct str text;
	int asked = 0;

	while ((text = graphics_pending(graphics)).len > 0) {
		ssize_t sent = write(outlet->fd, text.ptr, text.len);
		if (sent < 0 && errno != EAGAIN && errno != EINTR)
			outlet_close(outlet);
		if (sent <= 0)
			break;
		asked += graphics_take(graphics, (size_t)sent);
	}
	return asked;
}

/* SPDX-License-Identifier: MIT */
#ifndef APP_REMOTE_H
#define APP_REMOTE_H

#include "app/config.h"
#include "base/error.h"

/*
 * Ask a running talk for what the configuration says, and print its reply, or
 * list the talks that run. When there is no talk, several that could be meant,
 * or one that refuses, that is said on standard error and *status is
 * STATUS_FOUND. False, with the reason in *error, when nothing can be printed
 * or the folder of the sockets cannot be trusted.
 */
bool remote_run(const struct config *config, enum status *status,
		struct error *error);

#endif

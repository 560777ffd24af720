/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_H
#define APP_RUN_H

#include "app/config.h"
#include "base/error.h"

/*
 * Do what the configuration asks for; *status is what the process should end
 * with. False with the reason in *error. When a signal ended the talk the
 * process ends by that signal, and this does not return.
 */
bool run_command(const struct config *config, enum status *status,
		 struct error *error);

#endif

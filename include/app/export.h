/* SPDX-License-Identifier: MIT */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "app/config.h"
#include "base/error.h"

/*
 * Read the deck that the configuration names and write it as plain text to
 * where the configuration says. The same deck and options give the same bytes
 * on any machine.
 */
bool export_run(const struct config *config, struct error *error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CODE_SHELL_H
#define CODE_SHELL_H

#include "code/language.h"

/* The shell, and what has lines of it. */
extern const struct language language_console;
extern const struct language language_dockerfile;
extern const struct language language_makefile;
extern const struct language language_shell;

#endif

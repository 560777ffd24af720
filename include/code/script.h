/* SPDX-License-Identifier: MIT */
#ifndef CODE_SCRIPT_H
#define CODE_SCRIPT_H

#include "code/language.h"

/* Languages that are interpreted, but for the shell. */
extern const struct language language_javascript;
extern const struct language language_lua;
extern const struct language language_perl;
extern const struct language language_python;
extern const struct language language_r;
extern const struct language language_ruby;
extern const struct language language_typescript;

#endif
